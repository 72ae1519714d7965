//! How much the pictures of a mail may weigh.

/// The most that a mail may weigh, in bytes as it travels.
pub const MAIL_BYTES: usize = 10_000_000;
/// A card that needs more than this is noise.
pub(super) const CARD_BYTES: usize = 900_000;
/// The letter in two forms, the headers, and a reserve.
const TEXT_BYTES: usize = 300_000;

/// What each of so many notices may weigh as a file, so that a mail with both sides of a card keeps within
/// [`MAIL_BYTES`].
///
/// Base64 makes 78 bytes of 57 (RFC 2045, 6.8).
#[must_use]
pub fn notice_bytes(notices: usize) -> usize {
    (MAIL_BYTES / 78 * 57 - TEXT_BYTES - 2 * CARD_BYTES) / notices.max(1)
}
