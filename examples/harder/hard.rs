//! Photographs that are hard to read.

use std::f64::consts::TAU;

use image::imageops;

use crate::camera::Place;
use crate::cover;
use crate::dice::Dice;
use crate::ground;
use crate::kinds::{Made, made, one, weathered};
use crate::pages;
use crate::person::{self, Person};
use crate::scene::{Odd, Scene, Shot, card, side};
use crate::sheet::{CARD, Sheet};
use crate::stock::Stock;
use crate::weather::Weather;

/// What makes a photograph hard.
pub(crate) const HARD: [&str; 18] = [
    "finger_corner",
    "finger_field",
    "finger_field",
    "sleeve",
    "glare",
    "glare",
    "steep",
    "motion",
    "low_light",
    "white_on_white",
    "bend",
    "screen",
    "small",
    "partly_out",
    "stamp",
    "note",
    "clutter",
    "card_on_form",
];

/// A photograph of one of these kinds.
pub(crate) fn hard(kind: &str, dice: &mut Dice, stock: &Stock) -> Made {
    let mut shot = Shot::ordinary(dice);
    shot.wide = dice.between(700.0, 1300.0);
    let mut weather = Weather::photo(dice);
    match kind {
        "steep" => shot.tilt = dice.between(25.0, 42.0f64).to_radians(),
        "bend" => {
            shot.bend = dice.between(1.0, 3.0);
            shot.tilt = dice.between(0.1, 0.5);
        }
        "small" => {
            shot.wide = dice.between(400.0, 600.0);
            shot.share = dice.between(0.25, 0.55);
        }
        "motion" => weather.motion = dice.between(2.0, 9.0),
        "low_light" => {
            weather.exposure = dice.between(0.25, 0.5);
            weather.noise = dice.between(8.0, 22.0);
        }
        _ => (),
    }
    let scene = match kind {
        "white_on_white" => white(dice, stock, &shot),
        "screen" => screen(dice, stock),
        "clutter" => {
            let (mut scene, _) = one(dice, stock, &shot, Odd::Nothing);
            let (laid, sheet) = scene.things.remove(0);
            let size = [scene.canvas.picture.width(), scene.canvas.picture.height()];
            let mut other = Scene::new(ground::clutter(dice, size), scene.canvas.view);
            other.tags = scene.tags;
            other.lay(sheet, laid.place, 0.4);
            other
        }
        "card_on_form" => on_form(dice, stock, &shot),
        _ => one(dice, stock, &shot, Odd::Nothing).0,
    };
    let mut scene = scene;
    covered(dice, &mut scene, kind, &mut weather);
    let mut made = weathered(dice, made(scene, "hard", kind), &weather);
    if made.1.lacks() {
        made.1.tier = "ask";
    }
    if kind == "partly_out" { cut(dice, made) } else { made }
}

/// What lies over the card, and which lamp shines on it.
fn covered(dice: &mut Dice, scene: &mut Scene, kind: &str, weather: &mut Weather) {
    let (laid, sheet) = scene.things.pop().unwrap();
    let fields: Vec<_> = sheet.values.values().filter(|value| !value.glyphs.is_empty()).collect();
    let field = *dice.of(&fields);
    let glyph = dice.of(&field.glyphs).outline;
    let part = [(glyph[0][0] + glyph[2][0]) / 2.0 / CARD[0], (glyph[0][1] + glyph[2][1]) / 2.0 / CARD[1]];
    match kind {
        "finger_corner" => {
            for _ in 0..dice.whole(1, 2) {
                cover::corner(dice, &mut scene.canvas, &laid);
            }
        }
        "finger_field" => cover::touch(dice, &mut scene.canvas, &laid, part),
        "sleeve" => cover::sleeve(dice, &mut scene.canvas, &laid),
        "stamp" => cover::stamp(dice, &mut scene.canvas, &laid, part),
        "glare" => {
            let [x, y] = cover::spot(&laid, [dice.between(0.0, 1.0), dice.between(0.0, 1.0)]);
            weather.lamp = scene.canvas.view.see([x, y, 0.0]);
            weather.glare = [dice.between(90.0, 320.0), dice.between(0.03, 0.12)];
        }
        _ => (),
    }
    let own = sheet.values.get("number").map(|value| value.text.clone());
    let place = laid.place;
    scene.things.push((laid, sheet));
    if kind == "note" {
        let number = own.unwrap_or_else(|| Person::new(dice).number);
        let name = person::name(dice);
        let note = pages::note(dice, 8.0, &name, &number);
        // Beside the card or a little over one of its long edges.
        let away = CARD[1] / 2.0 + note.size[1] / 2.0 + dice.between(-6.0, 4.0);
        let along = CARD[0] / 2.0 + dice.around(25.0);
        let ends = [-away, away].map(|away| place.on_table(CARD, [along, CARD[1] / 2.0 + away]));
        // Where there is more room.
        let [above, below] = ends.map(|[x, y, _]| x.hypot(y));
        let [x, y, _] = ends[usize::from(below < above)];
        let turn = place.angle() + dice.around(0.15);
        scene.lay(note, Place::new([x, y], turn, 0.0), 0.3);
    }
}

/// A pale card on white paper.
fn white(dice: &mut Dice, stock: &Stock, shot: &Shot) -> Scene {
    let (size, view, place) = shot.aim(dice);
    let side = side(dice);
    let (mut sheet, tags) = card(dice, stock, side, shot.wide / CARD[0], Odd::Nothing);
    let pale = dice.between(0.55, 0.85);
    for pixel in sheet.picture.pixels_mut() {
        // What is light already becomes lighter; print stays.
        let light = pixel.0.iter().all(|value| *value > 150);
        if light {
            pixel.0 = pixel.0.map(|value| (f64::from(value) + (250.0 - f64::from(value)) * pale) as u8);
        }
    }
    let mut scene = Scene::new(ground::paper(dice, size, 238.0), view);
    scene.tags = tags;
    let shadow = dice.between(0.02, 0.25);
    scene.lay(sheet, place, shadow);
    scene
}

/// A card shown on a screen that is photographed: its pixels and the camera's make rings.
fn screen(dice: &mut Dice, stock: &Stock) -> Scene {
    let shot = Shot { tilt: dice.between(0.0, 0.3), ..Shot::ordinary(dice) };
    let shot = Shot { wide: shot.wide.min(1300.0), share: dice.between(0.55, 0.8), ..shot };
    let (size, view, place) = shot.aim(dice);
    let side = side(dice);
    let scale = shot.wide / CARD[0];
    let (sheet, tags) = card(dice, stock, side, scale, Odd::Nothing);
    let dark = dice.colour(0.0, 40.0);
    let mut scene = Scene::new(ground::plain(dice, size, dark), view);
    scene.tags = tags;
    let pitch = dice.between(2.2, 4.5) / scale;
    let depth = dice.between(0.08, 0.3) as f32;
    let look = |[x, y]: [f64; 2]| {
        let row = 1.0 - depth * 0.5 * (0.5 + 0.5 * (y / pitch * TAU).cos() as f32);
        [0.0, 1.0, 2.0].map(|part: f64| row * (1.0 + depth * ((x / pitch + part / 3.0) * TAU).cos() as f32))
    };
    let panel = Sheet::plain([190.0, 120.0], 2.0, dice.colour(5.0, 60.0));
    scene.canvas.lay(&panel, place, 0.0, &look);
    let laid = scene.canvas.lay(&sheet, place, 0.0, &look);
    scene.things.push((laid, sheet));
    scene
}

/// A card on a form that bears another copy of a number.
fn on_form(dice: &mut Dice, stock: &Stock, shot: &Shot) -> Scene {
    let shot = Shot { share: dice.between(0.3, 0.5), ..*shot };
    let (size, view, place) = shot.aim(dice);
    let scale = shot.wide / CARD[0];
    let form = pages::form(dice, (scale * 1.1).min(9.0));
    let side = side(dice);
    let (sheet, tags) = card(dice, stock, side, scale, Odd::Nothing);
    let mut scene = Scene::new(ground::desk(dice, size), view);
    scene.tags = tags;
    let at = [place.at[0] + dice.around(40.0), place.at[1] + dice.around(60.0)];
    let turn = place.angle() + dice.around(0.2);
    scene.lay(form, Place::new(at, turn, 0.0), 0.3);
    scene.lay(sheet, place, 0.4);
    scene
}

/// A picture whose frame cuts a part of the card away.
fn cut(dice: &mut Dice, (picture, mut truth): Made) -> Made {
    let corners = truth.cards[0].corners;
    let ends = |axis: usize| {
        let values = corners.map(|corner| corner[axis]);
        [values.iter().copied().fold(f64::MAX, f64::min), values.iter().copied().fold(f64::MIN, f64::max)]
    };
    let [left, right] = ends(0);
    let away = left + (right - left) * dice.between(0.02, 0.15);
    let from = away.max(0.0) as u32;
    let width = picture.width() - from;
    let part = imageops::crop_imm(&picture, from, 0, width, picture.height()).to_image();
    truth.moved(|[x, y]| [x - f64::from(from), y]);
    for card in &mut truth.cards {
        for glyph in card.fields.values_mut().flat_map(|field| &mut field.chars) {
            let inside = glyph.polygon.iter().filter(|point| point[0] >= 0.0).count();
            glyph.visible *= inside as f64 / 4.0;
        }
    }
    truth.oriented_size = [part.width(), part.height()];
    // A card that lies partly outside must not be confirmed.
    truth.tier = "ask";
    (part, truth)
}
