//! The marker structure of a JPEG file (ITU-T T.81, annex B), without decoding anything.

/// Start of frame, baseline: the only frame that we write.
pub(super) const SOF0: u8 = 0xC0;
pub(super) const DHT: u8 = 0xC4;
pub(super) const SOI: u8 = 0xD8;
pub(super) const EOI: u8 = 0xD9;
pub(super) const SOS: u8 = 0xDA;
pub(super) const DQT: u8 = 0xDB;
pub(super) const APP0: u8 = 0xE0;

/// A file from its first marker to its end-of-image marker.
pub(super) struct Jpeg<'a> {
    /// Every marker segment between the two, with its body (without marker and length).
    pub(super) segments: Vec<(u8, &'a [u8])>,
    /// What follows the end of the image.
    pub(super) rest: &'a [u8],
}

/// Why a file has no marker structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// The file ends before its image does.
    Cut,
    /// Something stands where a marker should.
    Odd,
}

impl<'a> Jpeg<'a> {
    /// Walks the file from marker to marker.
    pub(super) fn walk(bytes: &'a [u8]) -> Result<Self, Flaw> {
        let mut segments = Vec::new();
        let mut at = match bytes {
            [0xFF, SOI, ..] => 2,
            _ => return Err(Flaw::Odd),
        };
        loop {
            if *bytes.get(at).ok_or(Flaw::Cut)? != 0xFF {
                return Err(Flaw::Odd);
            }
            let marker = loop {
                at += 1;
                match *bytes.get(at).ok_or(Flaw::Cut)? {
                    0xFF => {} // a fill byte
                    marker => break marker,
                }
            };
            at += 1;
            match marker {
                EOI => return Ok(Self { segments, rest: &bytes[at..] }),
                0x00 | SOI => return Err(Flaw::Odd),
                0x01 | 0xD0..=0xD7 => continue, // they stand alone
                _ => {}
            }
            let length = bytes.get(at..at + 2).ok_or(Flaw::Cut)?;
            let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
            if length < 2 {
                return Err(Flaw::Odd);
            }
            segments.push((marker, bytes.get(at + 2..at + length).ok_or(Flaw::Cut)?));
            at += length;
            if marker == SOS {
                at += entropy_coded(&bytes[at..]).ok_or(Flaw::Cut)?;
            }
        }
    }

    /// Width and height of the blocks that a pixel can touch in the coded image: the minimum coded unit (A.2).
    pub(super) fn coded_unit(&self) -> Option<[u32; 2]> {
        let (_, frame) = self.segments.iter().find(|(marker, _)| is_frame(*marker))?;
        let factors: Vec<u8> = frame.get(6..)?.chunks_exact(3).map(|component| component[1]).collect();
        let [_, _, ..] = factors.as_slice() else { return Some([8, 8]) }; // one component is never interleaved
        let widest = factors.iter().map(|factor| u32::from(factor >> 4)).max()?;
        let highest = factors.iter().map(|factor| u32::from(factor & 15)).max()?;
        Some([8 * widest.clamp(1, 4), 8 * highest.clamp(1, 4)])
    }
}

/// Whether a marker starts a frame: `SOF0` to `SOF15`, without the three that share the row.
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, DHT | 0xC8 | 0xCC)
}

/// The length of entropy-coded data: up to a marker that is neither a stuffed byte nor a restart.
fn entropy_coded(bytes: &[u8]) -> Option<usize> {
    bytes.windows(2).position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xD0..=0xD7 | 0xFF))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One 4:2:0 frame and one scan, with a stuffed byte and a restart in it.
    const FILE: [u8; 41] = [
        0xFF, SOI, 0xFF, SOF0, 0, 17, 8, 0, 16, 0, 16, 3, 1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0, // frame
        0xFF, SOS, 0, 6, 1, 1, 0, 0, 5, 0xFF, 0x00, 6, 0xFF, 0xD0, 7, 0xFF, EOI, // scan
        1, 2, 3,
    ];

    #[test]
    fn the_walk_goes_from_marker_to_marker() {
        let jpeg = Jpeg::walk(&FILE).ok().unwrap();
        assert_eq!(
            jpeg.segments.iter().map(|(marker, body)| (*marker, body.len())).collect::<Vec<_>>(),
            [(SOF0, 15), (SOS, 4)]
        );
        assert_eq!(jpeg.rest, [1, 2, 3]);
        assert_eq!(jpeg.coded_unit(), Some([16, 16]));
    }

    #[test]
    fn every_shorter_file_is_cut() {
        for length in 2..FILE.len() - 3 {
            assert_eq!(Jpeg::walk(&FILE[..length]).err(), Some(Flaw::Cut), "{length}");
        }
    }
}
