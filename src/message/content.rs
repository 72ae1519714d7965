//! What a mail says, as one digest.

use crate::evidence::Digest;

/// What a mail says and to whom; neither when nor under which Message-ID.
pub(super) struct Content<'a, T> {
    pub(super) from: &'a str,
    pub(super) to: &'a [T],
    pub(super) cc: &'a [String],
    pub(super) subject: &'a str,
    /// Plain text, HTML; the ends of lines do not count.
    pub(super) texts: [&'a str; 2],
    pub(super) attachments: &'a [(&'a str, Digest)],
}

impl<T: AsRef<str>> Content<'_, T> {
    /// SHA-256 in hexadecimal, over fields that each tell their length, so that none can pass for another.
    pub(super) fn digest(&self) -> String {
        let mut bytes = Vec::new();
        let mut field = |text: &str| {
            bytes.extend((text.len() as u64).to_be_bytes());
            bytes.extend(text.as_bytes());
        };
        let lists = [self.to.len(), self.cc.len(), self.attachments.len()];
        lists.into_iter().for_each(|length| field(&length.to_string()));
        [self.from, self.subject].into_iter().for_each(&mut field);
        self.to.iter().map(AsRef::as_ref).for_each(&mut field);
        self.cc.iter().map(String::as_str).for_each(&mut field);
        for text in self.texts {
            let lines: Vec<&str> = text.trim_end().lines().map(str::trim_end).collect();
            field(&lines.join("\n"));
        }
        for (name, digest) in self.attachments {
            field(name);
            field(&digest.to_string());
        }
        Digest::of(&bytes).to_string()
    }
}
