//! The pictures that are there already: cards to be taken out of them, and pictures without a card.

use std::path::{Path, PathBuf};

use image::{Rgb, RgbImage, imageops};

use crate::dice::Dice;
use crate::meter;
use crate::sheet::{CARD, RADIUS, Sheet};
use crate::truth::{Glyph, Value};

/// Kinds of pictures whose card is whole, sharp, and stored as it is shown.
const KINDS: [&str; 7] = ["crop", "flatbed", "desk", "cloth", "paper", "wallpaper", "stamp"];
/// Larger files take longer to read than all the rest.
const MOST: u64 = 1_000_000;
/// Pixels for a millimetre of a card that is taken out of its picture.
const SCALE: f64 = 12.0;
/// The fields of a truth.
const FIELDS: [&str; 8] = ["name", "sex", "ethnicity", "birth", "address", "number", "authority", "validity"];

/// The pictures of a folder, by their truth.
pub(crate) struct Stock {
    cards: Vec<(PathBuf, meter::Truth)>,
    others: Vec<PathBuf>,
}

impl Stock {
    pub(crate) fn read(folder: &Path) -> Self {
        let mut paths: Vec<PathBuf> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
        paths.sort();
        let mut stock = Self { cards: Vec::new(), others: Vec::new() };
        for path in paths {
            let truth = meter::Truth::read(&path);
            let file = path.with_file_name(&truth.file);
            let readable = file.extension().is_some_and(|ending| ending == "jpg");
            if !readable || std::fs::metadata(&file).unwrap().len() > MOST {
                continue;
            }
            match truth.cards.len() {
                0 if truth.pages.is_empty() => stock.others.push(file),
                1 if truth.pages.is_empty() && KINDS.contains(&truth.kind.as_str()) => {
                    stock.cards.push((file, truth));
                }
                _ => (),
            }
        }
        stock
    }

    /// A card of this side, straightened; nothing if the folder has none.
    pub(crate) fn card(&self, dice: &mut Dice, side: &str) -> Option<Sheet> {
        let all: Vec<_> = self.cards.iter().filter(|(_, truth)| truth.cards[0].side == side).collect();
        if all.is_empty() {
            return None;
        }
        let (path, truth) = dice.of(&all);
        let picture = image::open(path).unwrap().into_rgb8();
        let corners = truth.cards[0].corners;
        let size = CARD.map(|length| (length * SCALE).round() as u32);
        let ends = [[0.0, 0.0], [CARD[0], 0.0], CARD, [0.0, CARD[1]]];
        let from = meter::projective(ends, corners);
        let to = meter::projective(corners, ends);
        let wide = (corners[0][0] - corners[1][0]).hypot(corners[0][1] - corners[1][1]);
        let fine = wide / f64::from(size[0]);
        let picture = if fine > 1.5 { imageops::blur(&picture, (fine * 0.4) as f32) } else { picture };
        let straight = RgbImage::from_fn(size[0], size[1], |x, y| {
            let [x, y] = from([x, y].map(|value| (f64::from(value) + 0.5) / SCALE));
            let ends = [picture.width(), picture.height()].map(|length| f64::from(length) - 1.0);
            let [x, y] = [(x - 0.5).clamp(0.0, ends[0]), (y - 0.5).clamp(0.0, ends[1])];
            imageops::interpolate_bilinear(&picture, x as f32, y as f32).unwrap_or(Rgb([128; 3]))
        });
        let mut sheet = Sheet::of(straight, CARD);
        sheet.radius = RADIUS + 0.3;
        sheet.side = if side == "portrait" { "portrait" } else { "emblem" };
        for name in FIELDS {
            let Some(field) = truth.cards[0].fields.get(name) else { continue };
            let glyphs = field.chars.iter().map(|glyph| {
                let outline = [0, 1, 2, 3].map(|index| to(glyph.polygon[index]));
                Glyph { c: glyph.c.chars().next().unwrap(), outline }
            });
            sheet.values.insert(name, Value { text: field.text.clone(), glyphs: glyphs.collect() });
        }
        Some(sheet)
    }

    /// A picture without any card or number.
    pub(crate) fn other(&self, dice: &mut Dice) -> Option<RgbImage> {
        (!self.others.is_empty()).then(|| image::open(dice.of(&self.others)).unwrap().into_rgb8())
    }
}
