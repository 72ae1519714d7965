//! Print that is drawn over what stays: an address of the card itself, copied over the face and beside the name.

use std::path::Path;

use image::RgbImage;
use serde_json::Value;

use crate::meter::Truth;
use crate::models::with_reader;

const PICTURE: &str = "tests/specimens/specimen_p000_crop_a";
/// Ink is darker than this, of 255.
const INK: u8 = 120;

/// The first characters of the address, in pixels: left, top, width and height.
fn address(truth: &Truth) -> [f64; 4] {
    let glyphs = &truth.cards[0].fields["address"].chars[..8];
    let edge = |axis: usize, pick: fn(f64, f64) -> f64| {
        glyphs.iter().flat_map(|glyph| &glyph.polygon).map(|point| point[axis]).reduce(pick).unwrap()
    };
    let [left, top] = [0, 1].map(|axis| edge(axis, f64::min));
    [left, top, edge(0, f64::max) - left, edge(1, f64::max) - top]
}

/// Copies the ink of `part` to where its middle lies at `middle`, turned by `angle`; tells the pixels that it has drawn on.
fn copy(picture: &mut RgbImage, part: [f64; 4], middle: [f64; 2], angle: f64) -> Vec<[u32; 2]> {
    let source = picture.clone();
    let [left, top, width, height] = part;
    let (sin, cos) = angle.to_radians().sin_cos();
    let mut drawn = Vec::new();
    for (x, y, pixel) in picture.enumerate_pixels_mut() {
        let [across, down] = [f64::from(x) - middle[0], f64::from(y) - middle[1]];
        let [u, v] = [across * cos + down * sin, down * cos - across * sin];
        if u.abs() < width / 2.0 && v.abs() < height / 2.0 {
            let [u, v] = [left + width / 2.0 + u, top + height / 2.0 + v];
            let ink = *source.get_pixel(u as u32, v as u32);
            if ink.0.iter().all(|value| *value < INK) {
                *pixel = ink;
                drawn.push([x, y]);
            }
        }
    }
    drawn
}

/// How much of what was drawn the masks of the redacted picture hide, from 0 to 1; the picture is the card itself.
fn hidden(scan: &Value, drawn: &[[u32; 2]], size: [u32; 2]) -> f64 {
    let shown: [u32; 2] = serde_json::from_value(scan["size"].clone()).unwrap();
    let boxes = scan["masked"].as_array().unwrap().iter();
    let boxes: Vec<[u32; 4]> =
        boxes.map(|mask| serde_json::from_value(mask["box"].clone()).unwrap()).collect();
    let is_hidden = |pixel: &&[u32; 2]| {
        let at = [0, 1].map(|axis| pixel[axis] * shown[axis] / size[axis]);
        let covers = |[x, y, w, h]: &[u32; 4]| (*x..x + w).contains(&at[0]) && (*y..y + h).contains(&at[1]);
        boxes.iter().any(covers)
    };
    drawn.iter().filter(is_hidden).count() as f64 / drawn.len() as f64
}

#[test]
fn an_address_over_the_face_or_beside_the_name_is_hidden_or_asked_about() {
    let truth = Truth::read(Path::new(&format!("{PICTURE}.json")));
    let clean = image::open(format!("{PICTURE}.jpg")).unwrap().to_rgb8();
    let size = [clean.width(), clean.height()];
    let on_card = |u: f64, v: f64| [u * f64::from(size[0]), v * f64::from(size[1])];
    let folder = tempfile::tempdir().unwrap();
    for (name, middle, angle) in [
        ("slanted", on_card(0.78, 0.40), -60.0),
        ("down", on_card(0.78, 0.40), 50.0),
        ("upside", on_card(0.46, 0.06), 180.0),
        ("behind", on_card(0.52, 0.14), 0.0),
    ] {
        let mut picture = clean.clone();
        let drawn = copy(&mut picture, address(&truth), middle, angle);
        assert!(drawn.len() > 1000, "{name}: {}", drawn.len());
        let path = folder.path().join(format!("{name}.png"));
        picture.save(&path).unwrap();
        let line = format!("redact {} --out {} --json", path.display(), folder.path().display());
        let outcome = with_reader(&line).run();
        let object: Value = serde_json::from_str(&outcome.stdout).unwrap();
        let scan = &object["scans"][0];
        let share = if outcome.status == 0 { hidden(scan, &drawn, size) } else { 1.0 };
        assert!(share > 0.98, "{name}: {share} {}", outcome.stdout);
    }
}
