//! What lies over a card: fingers, a sleeve, a stamp.

use std::f64::consts::{FRAC_PI_2, TAU};

use crate::camera::{Canvas, Laid};
use crate::dice::Dice;

/// A finger is longer than any picture shows.
const LENGTH: f64 = 160.0;

/// A finger whose tip lies there and that comes from that way; places on the table in millimetres.
pub(crate) fn finger(dice: &mut Dice, canvas: &mut Canvas, [x, y]: [f64; 2], way: f64) {
    let radius = dice.between(6.5, 9.5);
    let red = dice.between(120.0, 240.0);
    let skin = [red, red * dice.between(0.68, 0.8), red * dice.between(0.52, 0.68)];
    let [c, s] = [way.cos(), way.sin()];
    let has_nail = dice.chance(0.6);
    let along = |[px, py]: [f64; 2]| [(px - x) * c + (py - y) * s, (py - y) * c - (px - x) * s];
    let corner = |a: f64, b: f64| [x + a * c - b * s, y + a * s + b * c];
    let wide = radius * 1.5;
    let ends = [corner(-4.0, -wide), corner(-4.0, wide), corner(LENGTH, wide), corner(LENGTH, -wide)];
    // Its shadow first, which hides nothing.
    canvas.over(&ends, false, &|at| {
        let [a, b] = along([at[0] - 1.5, at[1] - 1.5]);
        let far = (a - radius).min(0.0).hypot(b) - radius;
        (far < 3.0 && a < LENGTH).then_some(([20; 3], 0.35 * (1.0 - far.max(0.0) / 3.0)))
    });
    canvas.over(&ends, true, &|at| {
        let [a, b] = along(at);
        let near = (a - radius).min(0.0);
        let far = near.hypot(b) / (radius * (1.0 + 0.1 * (a / 40.0).min(1.0)));
        if far > 1.0 || a > LENGTH {
            return None;
        }
        let nail = ((a - radius * 0.75) / (radius * 0.62)).hypot(b / (radius * 0.55));
        let fold = if (a - radius * 3.0).abs() < 0.5 { 0.85 } else { 1.0 };
        let light = (1.06 - 0.4 * far * far) * fold;
        let nail = has_nail && nail < 1.0;
        let tint = if nail { [1.08, 1.12, 1.15] } else { [1.0; 3] };
        let ink = [0, 1, 2].map(|c| (skin[c] * light * tint[c]).clamp(0.0, 255.0) as u8);
        Some((ink, ((1.0 - far) * radius * 4.0).clamp(0.0, 1.0)))
    });
}

/// The point of the table under a point of a card, in parts of it.
pub(crate) fn spot(card: &Laid, part: [f64; 2]) -> [f64; 2] {
    let [x, y, _] = card.place.on_table(card.size, [part[0] * card.size[0], part[1] * card.size[1]]);
    [x, y]
}

/// A finger that comes from the nearest edge of the card and whose tip lies on this part of it.
pub(crate) fn touch(dice: &mut Dice, canvas: &mut Canvas, card: &Laid, part: [f64; 2]) {
    let [u, v] = part;
    let from = [(u, [-0.3, v]), (1.0 - u, [1.3, v]), (v, [u, -0.3]), (1.0 - v, [u, 1.3])];
    let nearest = from.iter().min_by(|a, b| a.0.total_cmp(&b.0)).map_or(part, |(_, at)| *at);
    let [tip, origin] = [spot(card, part), spot(card, nearest)];
    let way = (origin[1] - tip[1]).atan2(origin[0] - tip[0]) + dice.around(0.5);
    finger(dice, canvas, tip, way);
}

/// A sleeve of hazy plastic, a little larger than the card, that shines along its edges and in streaks.
pub(crate) fn sleeve(dice: &mut Dice, canvas: &mut Canvas, card: &Laid) {
    let [w, h] = card.size;
    let rim = dice.between(2.0, 6.0);
    let [haze, shine] = [dice.between(0.04, 0.16), dice.between(0.3, 0.8)];
    let [streak, at, slope] = [dice.between(0.1, 0.4), dice.between(0.0, w), dice.around(0.6)];
    let width = dice.between(3.0, 12.0);
    let place = card.place;
    let corner = |x: f64, y: f64| {
        let [x, y, _] = place.on_table([w, h], [x, y]);
        [x, y]
    };
    let ends = [corner(-rim, -rim), corner(w + rim, -rim), corner(w + rim, h + rim), corner(-rim, h + rim)];
    canvas.over(&ends, false, &|point| {
        let [x, y] = place.of_table([w, h], point);
        let inside = (x + rim).min(w + rim - x).min(y + rim).min(h + rim - y);
        if inside < 0.0 {
            return None;
        }
        let edge = if inside < 0.7 { shine } else { 0.0 };
        let weld = if (inside - rim * 0.6).abs() < 0.25 { shine * 0.6 } else { 0.0 };
        let line = streak * (-((x + slope * y - at) / width).powi(2)).exp();
        Some(([246, 248, 250], (haze + line).max(edge).max(weld).min(0.95)))
    });
}

/// A translucent red stamp over a part of a card.
pub(crate) fn stamp(dice: &mut Dice, canvas: &mut Canvas, card: &Laid, part: [f64; 2]) {
    let [x, y] = spot(card, part);
    let radius = dice.between(13.0, 21.0);
    let strength = dice.between(0.35, 0.75);
    let turn = dice.between(0.0, TAU);
    let letters: Vec<f64> = (0..11).map(|_| dice.between(1.5, 4.5)).collect();
    let corner = |a: f64, b: f64| [x + a * radius, y + b * radius];
    let ends = [corner(-1.0, -1.0), corner(1.0, -1.0), corner(1.0, 1.0), corner(-1.0, 1.0)];
    canvas.over(&ends, false, &|[px, py]| {
        let (far, way) = ((px - x).hypot(py - y) / radius, (py - y).atan2(px - x) + turn);
        let star = 0.26 + 0.1 * (way * 5.0).cos();
        // Characters round the rim, that nobody can read.
        let place = (way.rem_euclid(TAU)) / TAU * 14.0;
        let letter = letters.get(place as usize).is_some_and(|bend| {
            let [a, b] = [place.fract() * 2.0 - 1.0, (far - 0.72) / 0.14];
            let stroke = (a * bend * 2.0).sin() * (b * bend + bend).cos();
            a.abs() < 0.7 && b.abs() < 1.0 && (stroke.abs() < 0.3 || (b * bend * 1.7).sin().abs() < 0.25)
        });
        let ink = (far > 0.93 && far < 1.0) || far < star || letter;
        ink.then_some(([205, 30, 40], strength))
    });
}

/// A way straight out of the card through one of its corners, and that corner's place a little inside it.
pub(crate) fn corner(dice: &mut Dice, canvas: &mut Canvas, card: &Laid) {
    let [right, low] = [dice.chance(0.5), dice.chance(0.5)];
    let end = |far: bool, inside: f64| if far { 1.0 - inside } else { inside };
    let part = [end(right, dice.between(-0.02, 0.08)), end(low, dice.between(-0.02, 0.1))];
    let [tip, origin] = [spot(card, part), spot(card, [end(right, -0.5), end(low, -0.5)])];
    let way = (origin[1] - tip[1]).atan2(origin[0] - tip[0]) + dice.around(FRAC_PI_2 / 3.0);
    finger(dice, canvas, tip, way);
}
