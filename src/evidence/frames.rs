//! Whether a file holds more pictures than its first, which is the only one that is read.

/// Whether a GIF has a second image descriptor (GIF89a, 20); nothing if not even the first image is whole.
pub(super) fn gif(bytes: &[u8]) -> Option<bool> {
    let rest = past_image(after_colours(bytes, 10, 13)?)?;
    Some(past_image(rest).is_some())
}

/// What follows the next image of a GIF.
fn past_image(mut bytes: &[u8]) -> Option<&[u8]> {
    while let [0x21, _, blocks @ ..] = bytes {
        bytes = after_blocks(blocks)?;
    }
    let image = (bytes.first() == Some(&0x2C)).then(|| after_colours(bytes, 9, 10))??;
    after_blocks(image.get(1..)?)
}

/// What follows a header and the colour table that the byte at `flags` tells of.
fn after_colours(bytes: &[u8], flags: usize, header: usize) -> Option<&[u8]> {
    let flags = bytes.get(flags)?;
    let table = if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    bytes.get(header + table..)
}

/// What follows a chain of data sub-blocks (GIF89a, 15).
fn after_blocks(mut bytes: &[u8]) -> Option<&[u8]> {
    loop {
        let (length, rest) = bytes.split_first()?;
        if *length == 0 {
            return Some(rest);
        }
        bytes = rest.get(usize::from(*length)..)?;
    }
}

/// Whether a PNG has more than one frame (W3C PNG, 11.3.4.2).
pub(super) fn png(bytes: &[u8]) -> bool {
    let mut rest = bytes.get(8..).unwrap_or_default();
    while let Some(([a, b, c, d, name @ ..], data)) = rest.split_first_chunk::<8>() {
        match name {
            b"acTL" => return data.first_chunk().is_some_and(|frames| u32::from_be_bytes(*frames) > 1),
            b"IDAT" => return false,
            _ => {
                let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
                rest = length.checked_add(4).and_then(|length| data.get(length..)).unwrap_or_default();
            }
        }
    }
    false
}

/// Whether a WebP says that it is animated (RFC 9649 §2.7).
pub(super) fn webp(bytes: &[u8]) -> bool {
    bytes.get(12..16) == Some(b"VP8X") && bytes.get(20).is_some_and(|flags| flags & 2 != 0)
}

/// Whether another directory follows a TIFF's first (TIFF 6.0, section 2; BigTIFF counts in eight bytes).
pub(super) fn tiff(bytes: &[u8]) -> bool {
    let little = bytes.starts_with(b"I");
    let number = |at: usize, length: usize| {
        let digits = bytes.get(at..at.checked_add(length)?)?;
        let add = |value: u64, byte: &u8| value << 8 | u64::from(*byte);
        let value = if little { digits.iter().rev().fold(0, add) } else { digits.iter().fold(0, add) };
        usize::try_from(value).ok()
    };
    let next = || {
        let (offset, count, entry) = if number(2, 2)? == 43 { (8, 8, 20) } else { (4, 2, 12) };
        let width = if offset == 8 { 8 } else { 4 };
        let first = number(offset, width)?;
        let entries = number(first, count)?.checked_mul(entry)?;
        number(first.checked_add(count)?.checked_add(entries)?, width)
    };
    next().is_some_and(|next| next != 0)
}
