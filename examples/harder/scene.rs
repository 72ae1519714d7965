//! What is laid before the camera: one scene for each kind of picture.

use std::f64::consts::{FRAC_PI_2, PI, TAU};

use image::RgbImage;

use crate::camera::{Canvas, Laid, Place, View};
use crate::card::Printer;
use crate::dice::Dice;
use crate::ground;
use crate::person::Person;
use crate::sheet::{CARD, Sheet};
use crate::stock::Stock;
use crate::truth::Card;

/// No sheet is drawn finer: pixels for a millimetre.
const FINEST: f64 = 18.0;
/// Of all cards, those that are taken out of the stock.
const OLD: f64 = 0.22;
/// The shorter side of the largest picture, in pixels.
const WIDEST: f64 = 3000.0;
/// A card lies this far from the picture's edge at least, in pixels.
const MARGIN: f64 = 6.0;

/// Things in a picture that is being made.
pub(crate) struct Scene {
    pub(crate) canvas: Canvas,
    pub(crate) things: Vec<(Laid, Sheet)>,
    pub(crate) tags: Vec<String>,
}

/// What is odd about a card.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Odd {
    Nothing,
    Bilingual,
    OldNumber,
    WrongCheck,
}

/// Sides to choose from: more is printed on the portrait's.
pub(crate) fn side(dice: &mut Dice) -> &'static str {
    if dice.chance(0.65) { "portrait" } else { "emblem" }
}

/// A card for this many pixels a millimetre.
pub(crate) fn card(
    dice: &mut Dice,
    stock: &Stock,
    side: &'static str,
    scale: f64,
    odd: Odd,
) -> (Sheet, Vec<String>) {
    if odd == Odd::Nothing
        && dice.chance(OLD)
        && let Some(sheet) = stock.card(dice, side)
    {
        return (sheet, vec!["specimen".to_owned()]);
    }
    let person = Person::new(dice);
    let person = match odd {
        Odd::OldNumber => person.with_old_number(),
        Odd::WrongCheck => person.with_wrong_check(dice),
        _ => person,
    };
    let printer = Printer::new(dice, &person, (scale * 1.15).min(FINEST));
    let printer = if odd == Odd::Bilingual { printer.bilingual() } else { printer };
    let tags = vec![format!("plan_{}", printer.plan())];
    let sheet = if side == "portrait" { printer.portrait(dice) } else { printer.emblem(dice) };
    (sheet, tags)
}

impl Scene {
    pub(crate) fn new(ground: RgbImage, view: View) -> Self {
        Self { canvas: Canvas::new(ground, view), things: Vec::new(), tags: Vec::new() }
    }

    pub(crate) fn lay(&mut self, sheet: Sheet, place: Place, shadow: f64) -> usize {
        let laid = self.canvas.lay(&sheet, place, shadow, &|_| [1.0; 3]);
        self.things.push((laid, sheet));
        self.things.len() - 1
    }

    /// The picture, the cards and the other numbers in it.
    pub(crate) fn finish(self) -> (RgbImage, Vec<Card>, Vec<Card>) {
        let all = self.things.iter().filter(|(_, sheet)| !sheet.values.is_empty());
        let all = all.map(|(laid, sheet)| self.canvas.truth(laid, sheet));
        let (pages, cards) = all.partition(|card| card.side == "page");
        (self.canvas.picture, cards, pages)
    }
}

/// A telephone's lens: its main one, or the picture cut to the middle as its zoom does; focal length in parts of the longer
/// side.
pub(crate) fn lens(dice: &mut Dice) -> f64 {
    dice.between(0.7, 1.5)
}

/// How a photograph is taken.
pub(crate) struct Shot {
    /// The card's width in pixels, about.
    pub(crate) wide: f64,
    /// The lens' focal length, in parts of the picture's longer side.
    pub(crate) lens: f64,
    pub(crate) tilt: f64,
    /// What part of the picture's shorter side a card that lies along it takes, about.
    pub(crate) share: f64,
    pub(crate) bend: f64,
}

impl Shot {
    pub(crate) fn ordinary(dice: &mut Dice) -> Self {
        let wide = match dice.whole(0, 19) {
            0 => dice.between(1700.0, 2400.0),
            1..=4 => dice.between(1200.0, 1600.0),
            _ => dice.between(720.0, 1250.0),
        };
        let tilt = dice.between(0.0, 25f64.to_radians());
        Self { wide, lens: lens(dice), tilt, share: dice.between(0.5, 0.95), bend: 0.0 }
    }

    /// The picture's size, the view, and a place where the card is wholly inside.
    pub(crate) fn aim(&self, dice: &mut Dice) -> ([u32; 2], View, Place) {
        let turn = match dice.whole(0, 5) {
            0 | 1 => dice.between(0.0, TAU),
            2 => dice.around(0.15) + PI,
            3 => dice.around(0.15) + FRAC_PI_2 * dice.whole(0, 3) as f64,
            _ => dice.around(0.15),
        };
        let axis = dice.between(0.0, TAU);
        let is_upright = dice.chance(0.5);
        let mut share = self.share.max(self.wide / WIDEST);
        loop {
            let short = (self.wide / share).round();
            let long = (short * 4.0 / 3.0).round();
            let size = if is_upright { [short, long] } else { [long, short] }.map(|length| length as u32);
            let view = View::new(size, self.wide / CARD[0], self.lens, self.tilt, axis);
            for _ in 0..24 {
                let reach = long / self.wide * CARD[0] * 0.14;
                let place = Place::new([dice.around(reach), dice.around(reach)], turn, self.bend);
                let ends = [[0.0, 0.0], [CARD[0], 0.0], CARD, [0.0, CARD[1]]];
                let inside = ends.iter().all(|end| {
                    let [x, y] = view.see(place.on_table(CARD, *end));
                    let [w, h] = size.map(f64::from);
                    x > MARGIN && y > MARGIN && x < w - MARGIN && y < h - MARGIN
                });
                if inside {
                    return (size, view, place);
                }
            }
            share *= 0.93;
        }
    }
}

/// A ground as people photograph on, and its name.
pub(crate) fn any_ground(dice: &mut Dice, stock: &Stock, size: [u32; 2]) -> (RgbImage, &'static str) {
    match dice.whole(0, 5) {
        0 | 1 => (ground::desk(dice, size), "desk"),
        2 => (ground::cloth(dice, size), "cloth"),
        3 => (ground::paper(dice, size, 150.0), "paper"),
        4 => {
            let colour = dice.dull(10.0, 230.0).map(|value| value as u8);
            (ground::plain(dice, size, colour), "plain")
        }
        _ => match stock.other(dice) {
            Some(picture) => (ground::photo(&picture, size), "texture"),
            None => (ground::cloth(dice, size), "cloth"),
        },
    }
}
