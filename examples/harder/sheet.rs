//! Something flat that lies before the camera: a card, a page, a note, with what is printed on it.

use image::{Rgb, RgbImage};

use crate::truth::{Value, Values};

/// The size of an ID-1 card (ISO/IEC 7810) in millimetres, and the radius of its corners.
pub(crate) const CARD: [f64; 2] = [85.6, 53.98];
pub(crate) const RADIUS: f64 = 3.18;

/// A flat thing, its pixels, and the truth of them in millimetres from its top left.
pub(crate) struct Sheet {
    pub(crate) picture: RgbImage,
    /// Pixels for a millimetre.
    pub(crate) scale: f64,
    pub(crate) size: [f64; 2],
    pub(crate) radius: f64,
    /// The side of a card, or `page` of anything else that bears a number.
    pub(crate) side: &'static str,
    pub(crate) values: Values,
}

impl Sheet {
    /// A sheet of one colour.
    pub(crate) fn plain(size: [f64; 2], scale: f64, colour: [u8; 3]) -> Self {
        let [width, height] = size.map(|length| (length * scale).round().max(1.0) as u32);
        Self::of(RgbImage::from_pixel(width, height, Rgb(colour)), size)
    }

    /// A picture that is so many millimetres large.
    pub(crate) fn of(picture: RgbImage, size: [f64; 2]) -> Self {
        let scale = f64::from(picture.width()) / size[0];
        Self { picture, scale, size, radius: 0.0, side: "page", values: Values::new() }
    }

    pub(crate) fn keep(&mut self, field: &'static str, text: &str, glyphs: Vec<crate::truth::Glyph>) {
        self.values.insert(field, Value { text: text.to_owned(), glyphs });
    }

    /// Lays ink over a pixel; nothing outside.
    pub(crate) fn ink(&mut self, [x, y]: [u32; 2], ink: [u8; 3], share: f64) {
        if x < self.picture.width() && y < self.picture.height() {
            mix(self.picture.get_pixel_mut(x, y), ink, share);
        }
    }

    /// Colours the pixels of a rectangle: left, top, right, bottom in millimetres. The colour and how much of it is
    /// told for each point.
    pub(crate) fn paint(&mut self, area: [f64; 4], colour: impl Fn([f64; 2]) -> Option<([u8; 3], f64)>) {
        let [left, top, right, bottom] = area.map(|value| (value * self.scale).max(0.0) as u32);
        for y in top..bottom.min(self.picture.height()) {
            for x in left..right.min(self.picture.width()) {
                let at = [x, y].map(|value| (f64::from(value) + 0.5) / self.scale);
                if let Some((ink, share)) = colour(at) {
                    mix(self.picture.get_pixel_mut(x, y), ink, share);
                }
            }
        }
    }

    /// A filled rectangle.
    pub(crate) fn fill(&mut self, area: [f64; 4], ink: [u8; 3]) {
        self.paint(area, |_| Some((ink, 1.0)));
    }

    /// The outline of a rectangle, of this thickness.
    pub(crate) fn frame(&mut self, [left, top, right, bottom]: [f64; 4], thick: f64, ink: [u8; 3]) {
        for line in [
            [left, top, right, top + thick],
            [left, bottom - thick, right, bottom],
            [left, top, left + thick, bottom],
            [right - thick, top, right, bottom],
        ] {
            self.fill(line, ink);
        }
    }

    /// The colour at a place in millimetres, between the pixels.
    pub(crate) fn at(&self, [x, y]: [f64; 2]) -> [f32; 3] {
        let [width, height] = [self.picture.width(), self.picture.height()];
        let [x, y] = [(x * self.scale - 0.5) as f32, (y * self.scale - 0.5) as f32];
        let [x, y] = [x.clamp(0.0, (width - 1) as f32), y.clamp(0.0, (height - 1) as f32)];
        let [left, top] = [x as u32, y as u32];
        let [right, bottom] = [(left + 1).min(width - 1), (top + 1).min(height - 1)];
        let [u, v] = [x - left as f32, y - top as f32];
        let all = [(left, top), (right, top), (left, bottom), (right, bottom)];
        let all = all.map(|(x, y)| self.picture.get_pixel(x, y).0.map(f32::from));
        let channel = |c: usize| {
            (all[0][c] * (1.0 - u) + all[1][c] * u) * (1.0 - v) + (all[2][c] * (1.0 - u) + all[3][c] * u) * v
        };
        [channel(0), channel(1), channel(2)]
    }
}

pub(crate) fn mix(pixel: &mut Rgb<u8>, ink: [u8; 3], share: f64) {
    for (value, ink) in pixel.0.iter_mut().zip(ink) {
        *value = (f64::from(*value) * (1.0 - share) + f64::from(ink) * share).round() as u8;
    }
}
