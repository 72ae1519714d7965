//! What lies between the things and the file: light, lens, sensor, copier.

use std::f64::consts::TAU;

use image::{Rgb, RgbImage, imageops};

use crate::dice::Dice;

/// What happens to a picture on its way.
pub(crate) struct Weather {
    /// The lens: standard deviation in pixels.
    pub(crate) blur: f64,
    /// A hand that moves: length in pixels.
    pub(crate) motion: f64,
    /// The sensor: most of a channel's error.
    pub(crate) noise: f64,
    /// How much darker the dark side is.
    pub(crate) shade: f64,
    /// How dark everything is: 1 is as it should be.
    pub(crate) exposure: f64,
    /// A lamp's reflection: its brightness, and its width in parts of the picture.
    pub(crate) glare: [f64; 2],
    /// Where the lamp is seen; in pixels.
    pub(crate) lamp: [f64; 2],
    /// How much the channels are off.
    pub(crate) tint: f64,
}

impl Weather {
    pub(crate) fn flatbed(dice: &mut Dice) -> Self {
        let [blur, noise] = [dice.between(0.0, 0.6), dice.between(0.0, 4.0)];
        Self {
            blur,
            noise,
            motion: 0.0,
            shade: 0.03,
            exposure: 1.0,
            glare: [0.0; 2],
            lamp: [0.0; 2],
            tint: 0.02,
        }
    }

    pub(crate) fn photo(dice: &mut Dice) -> Self {
        let [blur, noise] = [dice.between(0.2, 1.0), dice.between(1.0, 9.0)];
        let [shade, exposure] = [dice.between(0.0, 0.35), dice.between(0.8, 1.1)];
        Self { blur, noise, motion: 0.0, shade, exposure, glare: [0.0; 2], lamp: [0.0; 2], tint: 0.07 }
    }

    /// What the lamp adds at a point of a picture of this size.
    pub(crate) fn shine(&self, size: [f64; 2], [x, y]: [f64; 2]) -> f64 {
        let far = (x - self.lamp[0]).hypot(y - self.lamp[1]) / (size[0].max(size[1]) * self.glare[1]);
        self.glare[0] * (-far.powi(2)).exp()
    }

    /// The picture as the file holds it.
    pub(crate) fn over(&self, dice: &mut Dice, mut picture: RgbImage) -> RgbImage {
        if self.blur > 0.3 {
            picture = imageops::blur(&picture, self.blur as f32);
        }
        if self.motion > 1.0 {
            picture = moved(&picture, self.motion, dice.between(0.0, TAU));
        }
        let size = [f64::from(picture.width()), f64::from(picture.height())];
        let way = dice.between(0.0, TAU);
        let tint = [0; 3].map(|_| 1.0 + dice.around(self.tint));
        // A hard shadow of whoever holds the camera.
        let cast = if self.shade > 0.2 && dice.chance(0.3) { dice.between(0.1, 0.35) } else { 0.0 };
        let line = [dice.between(0.0, TAU), dice.around(0.4)];
        let mut grain = dice.next() as u32;
        for (x, y, pixel) in picture.enumerate_pixels_mut() {
            let [px, py] = [f64::from(x), f64::from(y)];
            let [u, v] = [px / size[0] - 0.5, py / size[1] - 0.5];
            let mut light =
                self.exposure * (1.0 - self.shade * (0.5 + u * way.cos() + v * way.sin()).clamp(0.0, 1.0));
            if cast > 0.0 {
                let behind = (u * line[0].cos() + v * line[0].sin() - line[1]) / 0.03;
                light *= 1.0 - cast * behind.clamp(0.0, 1.0);
            }
            let mut add = 0.0;
            if self.glare[0] > 0.0 {
                add = self.shine(size, [px, py]);
            }
            for (value, tint) in pixel.0.iter_mut().zip(tint) {
                grain = grain.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let off = f64::from(grain >> 16) / 32_768.0 - 1.0;
                *value = (f64::from(*value) * light * tint + add + off * self.noise).clamp(0.0, 255.0) as u8;
            }
        }
        picture
    }
}

/// A picture smeared along a line.
fn moved(picture: &RgbImage, length: f64, way: f64) -> RgbImage {
    let count = length.ceil() as i64;
    let [width, height] = [i64::from(picture.width()), i64::from(picture.height())];
    let steps: Vec<[i64; 2]> = (0..=count)
        .map(|step| step as f64 - count as f64 / 2.0)
        .map(|step| [(step * way.cos()).round() as i64, (step * way.sin()).round() as i64])
        .collect();
    let pixels = picture.as_raw();
    RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        let mut sum = [0u32; 3];
        for [dx, dy] in &steps {
            let [x, y] = [(i64::from(x) + dx).clamp(0, width - 1), (i64::from(y) + dy).clamp(0, height - 1)];
            let at = (y * width + x) as usize * 3;
            sum.iter_mut().zip(&pixels[at..at + 3]).for_each(|(sum, value)| *sum += u32::from(*value));
        }
        Rgb(sum.map(|sum| (sum / steps.len() as u32) as u8))
    })
}

/// A copier that knows no colours.
pub(crate) fn grey(picture: &mut RgbImage) {
    for pixel in picture.pixels_mut() {
        let [r, g, b] = pixel.0.map(f64::from);
        pixel.0 = [(r * 0.299 + g * 0.587 + b * 0.114) as u8; 3];
    }
}

/// A copier that knows black and white, and specks of dust.
pub(crate) fn black_and_white(dice: &mut Dice, picture: &mut RgbImage) {
    grey(picture);
    let [middle, steep] = [dice.between(140.0, 175.0), dice.between(2.5, 9.0)];
    let dust = dice.between(0.0, 0.0015);
    for pixel in picture.pixels_mut() {
        let value = (f64::from(pixel.0[0]) - middle) * steep + 128.0;
        let value = if dice.chance(dust) { 60.0 } else { value };
        pixel.0 = [value.clamp(8.0, 250.0) as u8; 3];
    }
}
