//! The names that pictures travel under.

use super::{Evidence, Kind, Media, Side};

/// A piece of evidence with the name it is attached under.
#[derive(Clone, Debug)]
pub struct Attachment {
    file_name: String,
    evidence: Evidence,
}

impl Attachment {
    /// Names pieces of evidence in the order in which they are attached.
    #[must_use]
    pub fn number(evidence: Vec<Evidence>) -> Vec<Self> {
        let names = file_names(evidence.iter().map(|evidence| (evidence.kind(), evidence.media())));
        names.into_iter().zip(evidence).map(|(file_name, evidence)| Self { file_name, evidence }).collect()
    }

    /// The name, such as `02-id-portrait-redacted.jpg`.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// What is attached.
    #[must_use]
    pub fn evidence(&self) -> &Evidence {
        &self.evidence
    }
}

/// Names such as `01-freeze-notice.png` and `02-id-portrait-redacted.jpg`: ASCII, because no mail client breaks that; and
/// nothing of the names that the pictures had.
pub fn file_names(pictures: impl IntoIterator<Item = (Kind, Media)>) -> Vec<String> {
    let pictures: Vec<_> = pictures.into_iter().collect();
    let notices = pictures.iter().filter(|(kind, _)| *kind == Kind::Notice).count();
    let mut notice = 0;
    let names = pictures.iter().enumerate().map(|(index, (kind, media))| {
        let what = match kind {
            Kind::Notice if notices == 1 => "freeze-notice".to_owned(),
            Kind::Notice => {
                notice += 1;
                format!("freeze-notice-{notice}")
            }
            Kind::IdCard(Side::Portrait) => "id-portrait-redacted".to_owned(),
            Kind::IdCard(Side::Emblem) => "id-emblem-redacted".to_owned(),
        };
        format!("{:02}-{what}.{}", index + 1, media.extension())
    });
    names.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_numbered_in_order() {
        let cards = [(Kind::IdCard(Side::Portrait), Media::Jpeg), (Kind::IdCard(Side::Emblem), Media::Jpeg)];
        assert_eq!(
            file_names([(Kind::Notice, Media::Png)].into_iter().chain(cards)),
            ["01-freeze-notice.png", "02-id-portrait-redacted.jpg", "03-id-emblem-redacted.jpg"]
        );
        assert_eq!(
            file_names([(Kind::Notice, Media::Png), (Kind::Notice, Media::Jpeg)].into_iter().chain(cards))[1],
            "02-freeze-notice-2.jpg"
        );
    }
}
