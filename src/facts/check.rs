//! From a case as typed to facts: every rule once, every finding at once, in case-file order.

use std::path::{Path, PathBuf};

use jiff::{Timestamp, Zoned};

use super::{
    Agent, Brackets, Business, Contact, Facts, Freeze, FreezeKind, LetterLanguage, Mail, Recipient,
    Redaction, Region, Representative, Store, address, licence, moment, notices, phone, scans, text,
};
use crate::case::{self, Case, Moment};
use crate::evidence::{Part, Preset, Style, Told, WatermarkText};
use crate::finding::{Finding, Level, Problems, nearest};

/// The five things that the platform asks for, as case keys.
pub const REQUIRED: [&str; 5] = [
    "store.name",
    "freeze.notice",
    "business.licence",
    "representative.id_portrait",
    "representative.id_emblem",
];

/// Nobody but the seller's own people has a place there.
pub(crate) const MOST_CC: usize = 20;

impl Facts {
    /// Checks a case; `now` is the time of the check.
    ///
    /// Without enterprise verification the facts hold no [`Mail`]: then no mail can be composed, only the ticket.
    ///
    /// # Errors
    /// Every finding, in case-file order, when one of them is an error. Warnings of a good case are in
    /// [`Facts::warnings`].
    pub fn check(case: Case, now: Timestamp) -> Result<Self, Problems> {
        let mut sheet = Sheet { findings: case.unknown };
        let store = sheet.store(case.store);
        let business = sheet.business(case.business);
        let region = business.region;
        let watermark = case.redaction.watermark.clone();
        let mut redaction = sheet.redaction(case.redaction);
        let representative = sheet.representative(case.representative, &redaction);
        let freeze = sheet.freeze(case.freeze, &representative, now);
        redaction.watermark = sheet.watermark(watermark, &store, freeze.as_ref());
        let contact = sheet.contact(case.contact, region);
        let language = sheet.language(case.mail.language.as_deref());
        let mail = sheet.mail(case.mail, &store, &contact);
        let agent = case.agent.map(|agent| sheet.agent(agent));
        let warnings = Problems::raise(sheet.findings)?;
        // Without an error among the findings every stand-in below has been replaced; the time is the only field
        // that has none.
        let Some(freeze) = freeze else { return Err(Finding::error("freeze.at", "time-missing").into()) };
        Ok(Self {
            store,
            business,
            representative,
            freeze,
            contact,
            mail,
            language,
            redaction,
            agent,
            warnings,
        })
    }
}

/// What has been found so far.
pub(super) struct Sheet {
    pub(super) findings: Vec<Finding>,
}

impl Sheet {
    pub(super) fn error(&mut self, field: impl Into<String>, code: &'static str) {
        self.findings.push(Finding::error(field, code));
    }

    /// The checked value, or a stand-in and a finding at `field`.
    pub(super) fn take<T: Default>(&mut self, field: impl Into<String>, checked: Result<T, Finding>) -> T {
        checked.unwrap_or_else(|finding| {
            // An error whatever the rule says: the stand-in must never become a fact.
            self.findings.push(Finding { level: Level::Error, ..finding.at(field) });
            T::default()
        })
    }

    /// A text that must be there.
    fn needed(&mut self, field: &str, missing: &'static str, typed: Option<String>, most: usize) -> String {
        match typed.filter(|text| !text.trim().is_empty()) {
            Some(typed) => self.take(field, text::line(&typed, most)),
            None => {
                self.error(field, missing);
                String::new()
            }
        }
    }

    /// A text that may be left out.
    pub(super) fn optional(&mut self, field: &str, typed: Option<String>, most: usize) -> String {
        typed.map_or_else(String::new, |typed| self.take(field, text::line(&typed, most)))
    }

    /// One word out of a few; `None`, with a finding, for any other.
    pub(super) fn choice<T: Copy>(
        &mut self,
        field: &str,
        typed: Option<&str>,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let typed = typed?.trim();
        let found = words.iter().find(|(word, _)| word.eq_ignore_ascii_case(typed));
        if found.is_none() {
            let all = words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
            let near = nearest(typed, words.iter().map(|(word, _)| *word)).unwrap_or(words[0].0);
            self.findings.push(Finding::error(field, "choice").with("words", all).with("near", near));
        }
        found.map(|(_, value)| *value)
    }

    fn store(&mut self, store: case::Store) -> Store {
        let id = self.store_id(store.id);
        let name = self.needed("store.name", "store-name-missing", store.name, 120);
        let login =
            store.login.map_or_else(String::new, |login| self.take("store.login", address::mailbox(&login)));
        let verified = store.verified.unwrap_or_else(|| {
            self.error("store.verified", "verified-missing");
            false
        });
        Store { id, name, login, verified }
    }

    fn business(&mut self, business: case::Business) -> Business {
        const REGIONS: [(&str, Region); 5] = [
            ("cn", Region::Cn),
            ("hk", Region::Hk),
            ("mo", Region::Mo),
            ("tw", Region::Tw),
            ("other", Region::Other),
        ];
        let region =
            self.choice("business.region", business.region.as_deref(), &REGIONS).unwrap_or(Region::Cn);
        let licence = match business.licence.filter(|number| !number.trim().is_empty()) {
            Some(number) => self.take("business.licence", licence::check(&number, region)),
            None => {
                self.error("business.licence", "licence-missing");
                String::new()
            }
        };
        Business { region, licence, company: self.optional("business.company", business.company, 120) }
    }

    fn representative(&mut self, typed: case::Representative, redaction: &Redaction) -> Representative {
        let name = self.optional("representative.name", typed.name.clone(), 120);
        let (document, scans) = scans::check(self, &typed);
        let told = self.told(typed.last4.as_deref(), typed.first1.as_deref(), redaction.keep);
        Representative { name, document, told, scans }
    }

    /// What is told of the number, out of what the person has given.
    fn told(&mut self, last4: Option<&str>, first1: Option<&str>, keep: Part) -> Option<Told> {
        let last4 = last4.and_then(|last4| match last4.trim().parse::<Told>() {
            Ok(last4) if Part::from(Some(&last4)) == Part::Last4 => Some(last4),
            _ => {
                self.error("representative.last4", "last4-form");
                None
            }
        });
        let first1 = first1.and_then(|first1| match first1.trim().as_bytes() {
            [digit @ b'1'..=b'9'] => Some(char::from(*digit)),
            _ => {
                self.error("representative.first1", "first1-form");
                None
            }
        });
        match keep {
            Part::Nothing => None,
            Part::Last4 => last4,
            Part::First1Last1 => Told::first1_last1(first1?, &last4?),
        }
    }

    /// `None` only together with an error finding.
    fn freeze(
        &mut self,
        typed: case::Freeze,
        representative: &Representative,
        now: Timestamp,
    ) -> Option<Freeze> {
        const KINDS: [(&str, FreezeKind); 6] = [
            ("identity", FreezeKind::Identity),
            ("security", FreezeKind::Security),
            ("funds", FreezeKind::Funds),
            ("ip", FreezeKind::Ip),
            ("orders", FreezeKind::Orders),
            ("other", FreezeKind::Other),
        ];
        let (notices, covers) = notices::check(self, &typed, representative);
        let at = self.frozen_at(typed.at, now);
        let kind = self.choice("freeze.kind", typed.kind.as_deref(), &KINDS).unwrap_or(FreezeKind::Other);
        if typed.kind.is_none() {
            self.findings.push(Finding::warning("freeze.kind", "kind-missing"));
        }
        let reason = self.optional("freeze.reason", typed.reason, 300);
        let number = self.optional("freeze.number", typed.number, 60);
        let untold = typed.ticket.as_deref().is_none_or(|ticket| ticket.trim().is_empty());
        let ticket = self.optional("freeze.ticket", typed.ticket, 60);
        if untold {
            self.findings.push(Finding::warning("freeze.ticket", "ticket-missing"));
        }
        let ticket_at = self.time("freeze.ticket_at", typed.ticket_at, now);
        if let (Some(at), Some(ticket_at)) = (&at, &ticket_at)
            && ticket_at.timestamp() < at.timestamp()
        {
            self.findings.push(Finding::warning("freeze.ticket_at", "ticket-before-freeze"));
        }
        let statement = typed
            .statement
            .map_or_else(String::new, |typed| self.take("freeze.statement", text::paragraph(&typed, 500)));
        let orders = typed.orders.iter().enumerate();
        let orders =
            orders.map(|(index, order)| self.take(format!("freeze.orders[{index}]"), order_number(order)));
        let orders = orders.collect();
        at.map(|at| Freeze {
            notices,
            covers,
            at,
            kind,
            reason,
            number,
            ticket,
            ticket_at,
            statement,
            orders,
        })
    }

    pub(super) fn time(&mut self, field: &str, typed: Option<Moment>, now: Timestamp) -> Option<Zoned> {
        let time = match moment::check(&typed?) {
            Ok(time) => time,
            Err(finding) => {
                self.findings.push(finding.at(field));
                return None;
            }
        };
        self.findings.extend(moment::age(&time, now).map(|finding| finding.at(field)));
        Some(time)
    }

    fn contact(&mut self, typed: case::Contact, region: Region) -> Contact {
        let name = self.optional("contact.name", typed.name, 120);
        let email = typed
            .email
            .map_or_else(String::new, |email| self.take("contact.email", address::mailbox(&email)));
        let phone = match typed.phone.filter(|phone| !phone.trim().is_empty()) {
            Some(phone) => {
                let (phone, warning) = self.take("contact.phone", phone::check(&phone, region));
                self.findings.extend(warning.map(|finding| finding.at("contact.phone")));
                phone
            }
            None => {
                self.error("contact.phone", "phone-missing");
                String::new()
            }
        };
        Contact { name, email, phone }
    }

    fn language(&mut self, typed: Option<&str>) -> LetterLanguage {
        const LANGUAGES: [(&str, LetterLanguage); 3] =
            [("both", LetterLanguage::Both), ("zh", LetterLanguage::Zh), ("en", LetterLanguage::En)];
        self.choice("mail.language", typed, &LANGUAGES).unwrap_or(LetterLanguage::Both)
    }

    /// The permission to write a mail: only for a store with enterprise verification.
    fn mail(&mut self, typed: case::Mail, store: &Store, contact: &Contact) -> Option<Mail> {
        const BRACKETS: [(&str, Brackets); 2] = [("ascii", Brackets::Ascii), ("cjk", Brackets::Cjk)];
        let from = match typed.from {
            Some(from) => self.take("mail.from", address::mailbox(&from)),
            None => [&store.login, &contact.email]
                .into_iter()
                .find(|from| !from.is_empty())
                .cloned()
                .unwrap_or_default(),
        };
        let addressed = self
            .findings
            .iter()
            .any(|f| matches!(f.field.as_str(), "mail.from" | "store.login" | "contact.email"));
        if from.is_empty() && store.verified && !addressed {
            self.error("mail.from", "from-missing");
        }
        let to = typed.to.map_or(Ok(Recipient::Urgent), |to| address::recipient(&to));
        let to = to.unwrap_or_else(|finding| {
            self.findings.push(finding.at("mail.to"));
            Recipient::Urgent
        });
        let cc = typed.cc.iter().enumerate();
        let cc: Vec<_> =
            cc.map(|(index, cc)| self.take(format!("mail.cc[{index}]"), address::mailbox(cc))).collect();
        if cc.len() > MOST_CC {
            self.error("mail.cc", "cc-too-many");
        }
        if address::recipient(&from).is_ok() {
            self.error("mail.from", "from-platform");
        }
        let brackets =
            self.choice("mail.brackets", typed.brackets.as_deref(), &BRACKETS).unwrap_or(Brackets::Ascii);
        let copy_to_self = typed.copy_to_self.unwrap_or(true);
        let cite = typed.cite.unwrap_or(true);
        store.verified.then_some(Mail { from, to, cc, copy_to_self, brackets, cite })
    }

    fn redaction(&mut self, typed: case::Redaction) -> Redaction {
        let presets = Preset::ALL.map(|preset| (preset.name(), preset));
        let preset =
            self.choice("redaction.preset", typed.preset.as_deref(), &presets).unwrap_or(Preset::Standard);
        let styles = Style::ALL.map(|style| (style.name(), style));
        let style = self.choice("redaction.style", typed.style.as_deref(), &styles).unwrap_or(Style::Fill);
        const PARTS: [(&str, Part); 3] =
            [("last4", Part::Last4), ("first1-last1", Part::First1Last1), ("none", Part::Nothing)];
        let tells = preset == Preset::Standard;
        let asked = self.choice("redaction.keep_number", typed.keep_number.as_deref(), &PARTS);
        if asked.is_some_and(|part| part != Part::Nothing) && !tells {
            self.error("redaction.keep_number", "keep-number-preset");
        }
        let keep = asked.unwrap_or(if tells { Part::Last4 } else { Part::Nothing });
        Redaction { preset, style, keep, watermark: None }
    }

    /// The standard wording with the day of the freeze, the person's own, or none for an empty one.
    fn watermark(
        &mut self,
        typed: Option<String>,
        store: &Store,
        freeze: Option<&Freeze>,
    ) -> Option<WatermarkText> {
        let Some(typed) = typed else {
            let date = moment::in_china(&freeze?.at).date().to_string();
            return Some(WatermarkText::standard(Some(&store.id), &date));
        };
        let text = self.optional("redaction.watermark", Some(typed), 60);
        let checked = WatermarkText::custom(&text).ok();
        if checked.is_none() && !text.is_empty() {
            self.error("redaction.watermark", "picture-watermark-text");
        }
        checked
    }

    fn agent(&mut self, typed: case::Agent) -> Agent {
        let name = self.needed("agent.name", "agent-name-missing", typed.name, 120);
        Agent { name, reference: self.optional("agent.reference", typed.reference, 60) }
    }
}

/// A path as typed.
pub(super) fn file(typed: &str) -> Result<PathBuf, Finding> {
    if typed.trim().is_empty() {
        return Err(Finding::error("", "path-empty"));
    }
    // "C:\new.jpg" in double quotes is `C:`, a line break, `ew.jpg`.
    if typed.chars().any(char::is_control) {
        return Err(Finding::error("", "path-control"));
    }
    Ok(Path::new(typed).to_path_buf())
}

/// An order number: 6 to 24 ASCII digits.
fn order_number(typed: &str) -> Result<String, Finding> {
    let number = text::line(typed, 60)?;
    if (6..=24).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(number)
    } else {
        Err(Finding::error("", "order-form"))
    }
}
