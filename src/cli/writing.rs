//! From prepared pictures and facts to texts: the letter, the ticket and the review page, in the order of the mail.

use std::fs;
use std::path::Path;

use unfreeze::evidence::Kind;
use unfreeze::facts::{LetterLanguage, Mail};
use unfreeze::finding::Finding;
use unfreeze::letter::template::TemplateError;
use unfreeze::letter::{Attached, History, Letter, Templates, Ticket};
use unfreeze::review::{self, Page};

use super::args::LetterArgs;
use super::exit::Exit;
use super::input;
use super::picture::Picture;
use super::pipeline::Prepared;
use super::report::Failure;
use super::session::Session;

/// The templates of a run, and the letter's language if it was asked for.
pub(crate) struct Pen {
    templates: Templates,
    language: Option<LetterLanguage>,
}

/// What was written about a case.
pub(crate) struct Written {
    /// None without enterprise verification.
    pub(crate) letter: Option<Letter>,
    pub(crate) ticket: Ticket,
}

impl Pen {
    /// The pen that a person asked for.
    ///
    /// # Errors
    /// Everything that is wrong with the templates of `--templates`.
    pub(crate) fn of(args: &LetterArgs) -> Result<Self, Failure> {
        let language = args.lang.as_deref().map(|lang| match lang {
            "en" => LetterLanguage::En,
            "zh" => LetterLanguage::Zh,
            _ => LetterLanguage::Both,
        });
        let templates = args.templates.as_deref().map_or_else(|| Ok(Templates::default()), folder)?;
        Ok(Self { templates, language })
    }

    /// Writes the letter and the ticket.
    pub(crate) fn write(&self, prepared: &Prepared, session: &Session) -> Result<Written, Failure> {
        let facts = &prepared.facts;
        let attached = attached(prepared);
        let language = self.language.unwrap_or(*facts.language());
        let letter = facts
            .mail()
            .as_ref()
            .map(|mail| Letter::render(facts, mail, &attached, &self.templates, language));
        let letter = letter.transpose().map_err(failure)?;
        let lang = session.texts().lang();
        let ticket = Ticket::render(facts, &attached, &self.templates, language, lang).map_err(failure)?;
        Ok(Written { letter, ticket })
    }

    /// Writes the next letter of a case.
    pub(crate) fn follow_up(
        &self,
        prepared: &Prepared,
        mail: &Mail,
        history: &History<'_>,
    ) -> Result<Letter, Failure> {
        let facts = &prepared.facts;
        let language = self.language.unwrap_or(*facts.language());
        let letter = Letter::follow_up(facts, mail, &attached(prepared), history, &self.templates, language);
        letter.map_err(failure)
    }
}

/// Reads the templates of a folder; other files in it are left alone.
fn folder(path: &Path) -> Result<Templates, Failure> {
    let unreadable =
        || Failure::new(Exit::NoInput, [Finding::error(path.display().to_string(), "templates-folder")]);
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(|_| unreadable())? {
        let file = entry.map_err(|_| unreadable())?.path();
        let Some(name) =
            file.file_name().and_then(|name| name.to_str()).filter(|name| name.ends_with(".hbs"))
        else {
            continue;
        };
        let text = String::from_utf8(input::read(&file)?).map_err(|_| {
            Failure::new(Exit::Findings, [Finding::error(file.display().to_string(), "template-not-utf8")])
        })?;
        files.push((name.to_owned(), text));
    }
    Templates::with_folder(files).map_err(|errors| {
        let findings: Vec<Finding> = errors.iter().map(TemplateError::finding).collect();
        Failure::new(Exit::Findings, findings)
    })
}

fn failure(error: TemplateError) -> Failure {
    Failure::new(Exit::Findings, [error.finding()])
}

/// The pictures as the letter tells them: what was really masked, kept and told.
fn attached(prepared: &Prepared) -> Vec<Attached> {
    let names = prepared.file_names();
    let pictures = prepared.pictures.iter().zip(names);
    let attached = pictures.map(|(picture, name)| {
        Attached::new(&name, picture.kind(), picture.masks(), picture.kept(), picture.told())
    });
    attached.collect()
}

/// The review page of a case.
pub(crate) fn page(
    case: &Path,
    prepared: &Prepared,
    written: &Written,
    session: &Session,
) -> Result<String, Failure> {
    let names = prepared.file_names();
    let pictures: Vec<_> =
        prepared.pictures.iter().zip(&names).map(|(picture, name)| view(picture, name)).collect();
    let mail = match (prepared.facts.mail(), &written.letter) {
        (Some(mail), Some(letter)) => review::Mail::Written(review::Draft {
            from: mail.from(),
            to: mail.to().address(),
            cc: mail.cc(),
            subject: letter.subject(),
            letter: letter.text(),
        }),
        _ => review::Mail::NotVerified,
    };
    let page = Page {
        texts: session.texts(),
        case: &case.display().to_string(),
        findings: &prepared.warnings,
        mail,
        ticket: written.ticket.guide(),
        pictures: &pictures,
        candidates: prepared.candidates,
    };
    page.render().map_err(failure)
}

fn view<'a>(picture: &'a Picture, file_name: &'a str) -> review::Picture<'a> {
    let shows = match picture.kind() {
        Kind::Notice => review::Shows::Notice,
        Kind::IdCard(side) => review::Shows::Card(review::Card {
            side,
            hidden: picture.masks().iter().map(|mask| mask.field.as_str()).collect(),
            told: picture.told(),
            kept: picture.kept().iter().map(String::as_str).collect(),
            accepted: picture.unvouched().is_none(),
        }),
    };
    let (media_type, bytes, size) = (picture.media().media_type(), picture.bytes(), picture.size());
    review::Picture { file_name, media_type, bytes, size, shows }
}
