//! What is drawn on a card and says nothing: guilloches, a head and shoulders, a made-up badge, a script that is none.

use std::f64::consts::TAU;

use crate::dice::Dice;
use crate::sheet::Sheet;

/// Tinted paper with fine waves on it, or without.
pub(crate) fn guilloche(dice: &mut Dice, card: &mut Sheet) {
    let [left, right] = [dice.colour(205.0, 252.0), dice.colour(205.0, 252.0)];
    let size = card.size;
    let whole = [0.0, 0.0, size[0] + 1.0, size[1] + 1.0];
    card.fill(whole, left);
    card.paint(whole, |[x, _]| Some((right, (x / size[0]).clamp(0.0, 1.0))));
    if dice.chance(0.25) {
        return;
    }
    for _ in 0..dice.whole(1, 3) {
        let ink = dice.colour(110.0, 215.0);
        let pitch = dice.between(1.2, 3.5);
        let turn = dice.between(0.0, TAU);
        let [swing, wave] = [dice.between(0.3, 2.5), dice.between(8.0, 30.0)];
        let [thick, strength] = [dice.between(0.06, 0.2), dice.between(0.2, 0.6)];
        let [cosine, sine] = [turn.cos(), turn.sin()];
        card.paint(whole, move |[x, y]| {
            let [along, across] = [x * cosine + y * sine, y * cosine - x * sine];
            let line = (across + swing * (along * TAU / wave).sin()) / pitch;
            let far = (line - line.round()).abs() * pitch;
            (far < thick).then_some((ink, strength * (1.0 - far / thick)))
        });
    }
}

/// A shaded head and shoulders, or only shades of grey where a photograph would be: left, top, right, bottom in
/// millimetres.
pub(crate) fn portrait(dice: &mut Dice, card: &mut Sheet, [left, top, right, bottom]: [f64; 4]) {
    let [wide, high] = [right - left, bottom - top];
    let place = move |[x, y]: [f64; 2]| [(x - left) / wide * 2.0 - 1.0, (y - top) / high];
    let wall = dice.colour(175.0, 250.0);
    let fade = dice.between(0.0, 0.25);
    if dice.chance(0.7) {
        card.paint([left, top, right, bottom], move |at| {
            let [u, v] = place(at);
            let shade = fade * (v + u * 0.3).clamp(0.0, 1.0);
            Some((wall.map(|value| (f64::from(value) * (1.0 - shade)) as u8), 1.0))
        });
    }
    if dice.chance(0.15) {
        let [low, way] = [dice.between(60.0, 160.0), dice.between(0.0, TAU)];
        card.paint([left, top, right, bottom], move |at| {
            let [u, v] = place(at);
            let grey = low + 50.0 * (u * way.cos() + (v * 2.0 - 1.0) * way.sin());
            Some(([grey.clamp(0.0, 255.0) as u8; 3], 1.0))
        });
        return;
    }
    let (coat, skin) = (dice.colour(20.0, 150.0), dice.between(130.0, 235.0));
    let skin = [skin, skin * 0.82, skin * 0.7].map(|value| value as u8);
    let hair = dice.colour(10.0, 70.0);
    let [head, chin] = [dice.between(0.36, 0.46), dice.between(0.58, 0.66)];
    let light = dice.around(0.35);
    let crown = dice.between(0.1, 0.16);
    let long = dice.chance(0.4);
    let oval = |[u, v]: [f64; 2], [x, y]: [f64; 2], [a, b]: [f64; 2]| ((u - x) / a).hypot((v - y) / b);
    card.paint([left, top, right, bottom], move |at| {
        let [u, v] = place(at);
        let shade = |ink: [u8; 3], depth: f64| {
            let lit = 1.0 - 0.25 * depth + light * u;
            Some((ink.map(|value| (f64::from(value) * lit).clamp(0.0, 255.0) as u8), 1.0))
        };
        let middle = (crown + chin) / 2.0;
        let face = oval([u, v], [0.0, middle + 0.02], [head, (chin - crown) / 2.0]);
        if face < 1.0 && v > crown + 0.09 + 0.03 * (u * 6.0).cos() {
            let eyes = oval([u.abs(), v], [head * 0.42, middle], [0.07, 0.014]).min(oval(
                [u, v],
                [0.0, middle + 0.13],
                [0.14, 0.012],
            ));
            return shade(if eyes < 1.0 { hair } else { skin }, face);
        }
        let around = oval([u, v], [0.0, middle - 0.02], [head * 1.17, (chin - crown) / 2.0 + 0.03]);
        if around < 1.0 && (v < middle || long) {
            return shade(hair, around);
        }
        if u.abs() < 0.17 && v > chin - 0.06 && v < chin + 0.12 {
            return shade(skin, 0.8);
        }
        let body = oval([u, v], [0.0, 1.08], [0.98, 1.02 - chin]);
        if body < 1.0 { shade(coat, body) } else { None }
    });
}

/// A round badge that no state uses.
pub(crate) fn badge(dice: &mut Dice, card: &mut Sheet, [x, y]: [f64; 2], radius: f64) {
    let [ground, ring] = [dice.colour(110.0, 220.0), dice.colour(120.0, 240.0)];
    let red = dice.chance(0.6);
    let ground = if red { [190, 40, 35] } else { ground };
    let points = dice.whole(3, 9) as f64;
    let radius = radius * dice.between(0.85, 1.0);
    card.paint([x - radius, y - radius, x + radius, y + radius], move |[px, py]| {
        let [dx, dy] = [(px - x) / radius, (py - y) / radius];
        let (far, way) = (dx.hypot(dy), dy.atan2(dx));
        let star = 0.38 + 0.22 * (way * points).cos();
        match far {
            far if far > 1.0 => None,
            far if far > 0.86 || far < star => Some((ring, 0.95)),
            _ => Some((ground, 0.9)),
        }
    });
}

/// Strokes along a line that look like writing and are none.
pub(crate) fn script(dice: &mut Dice, card: &mut Sheet, [mut x, y]: [f64; 2], length: f64, ink: [u8; 3]) {
    let end = x + length;
    while x < end {
        let [wide, high] = [dice.between(0.7, 1.8), dice.between(0.5, 1.1)];
        let [phase, bend] = [dice.between(0.0, TAU), dice.between(1.5, 5.0)];
        card.paint([x, y - 1.3, x + wide, y + 1.3], move |[px, py]| {
            let wave = high * ((px - x) * bend + phase).sin();
            ((py - y - wave).abs() < 0.16 || (py - y).abs() < 0.1).then_some((ink, 0.9))
        });
        x += wide + if dice.chance(0.25) { 1.0 } else { 0.0 };
    }
}
