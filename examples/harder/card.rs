//! Draws the two sides of a card that never was: places of the published drawings, moved a little; all the rest by chance.

use crate::artwork;
use crate::dice::Dice;
use crate::pen::{Pen, faces};
use crate::person::Person;
use crate::sheet::{CARD, RADIUS, Sheet};
use crate::truth::Glyph;

/// Where a drawing puts its print, in parts of the card; `templates/documents/cn-resident-id.toml` names the drawings.
struct Plan {
    name: &'static str,
    /// Middles of the rows: name, sex, birth, first line of the address, number.
    rows: [f64; 5],
    labels: [f64; 2],
    ethnicity_label: [f64; 2],
    number_label: [f64; 2],
    /// Left edges: name, sex, ethnicity, year, month, day, address.
    lefts: [f64; 7],
    /// Middles of 年, 月 and 日.
    units: [f64; 3],
    /// Middles of the number's first and last characters.
    number: [f64; 2],
    /// Ems of the name, of the other values and of the number, and the lines of an address, in millimetres.
    sizes: [f64; 4],
    portrait: [f64; 4],
    /// Middles of the first and last characters, and the row: country, title, authority's label, validity's label.
    emblem: [[f64; 3]; 4],
    authority: f64,
}

const PLANS: [Plan; 3] = [
    Plan {
        name: "S",
        rows: [0.130, 0.261, 0.381, 0.502, 0.855],
        labels: [0.084, 0.124],
        ethnicity_label: [0.310, 0.357],
        number_label: [0.086, 0.276],
        lefts: [0.175, 0.175, 0.386, 0.176, 0.328, 0.415, 0.176],
        units: [0.295, 0.387, 0.481],
        number: [0.361, 0.890],
        sizes: [3.5, 3.0, 4.1, 4.1],
        portrait: [0.629, 0.157, 0.949, 0.757],
        emblem: [[0.373, 0.804, 0.164], [0.371, 0.815, 0.368], [0.271, 0.377, 0.730], [0.271, 0.377, 0.861]],
        authority: 0.425,
    },
    Plan {
        name: "A",
        rows: [0.205, 0.322, 0.438, 0.553, 0.858],
        labels: [0.094, 0.138],
        ethnicity_label: [0.3182, 0.363],
        number_label: [0.094, 0.251],
        lefts: [0.182, 0.182, 0.394, 0.182, 0.342, 0.440, 0.182],
        units: [0.315, 0.415, 0.518],
        number: [0.361, 0.757],
        sizes: [3.27, 2.75, 3.0, 4.4],
        portrait: [0.644, 0.168, 0.909, 0.734],
        emblem: [[0.384, 0.847, 0.168], [0.348, 0.878, 0.342], [0.254, 0.355, 0.740], [0.254, 0.355, 0.861]],
        authority: 0.407,
    },
    Plan {
        name: "B",
        rows: [0.165, 0.285, 0.415, 0.520, 0.833],
        labels: [0.094, 0.138],
        ethnicity_label: [0.314, 0.360],
        number_label: [0.092, 0.258],
        lefts: [0.209, 0.209, 0.403, 0.205, 0.346, 0.440, 0.203],
        units: [0.315, 0.415, 0.518],
        number: [0.364, 0.863],
        sizes: [3.3, 2.8, 3.7, 4.3],
        portrait: [0.643, 0.152, 0.929, 0.709],
        emblem: [[0.384, 0.847, 0.168], [0.348, 0.878, 0.342], [0.254, 0.355, 0.730], [0.254, 0.355, 0.861]],
        authority: 0.407,
    },
];
/// How far the values and the labels may lie from their places, in millimetres, and how much larger they may be.
const VALUE: f64 = 0.8;
const LABEL: f64 = 0.5;
const LARGER: f64 = 0.08;
/// How much of an address stands on a line, in ems.
const LINE: f64 = 11.0;

/// One card: its drawing, inks and faces.
pub(crate) struct Printer<'a> {
    plan: &'static Plan,
    person: &'a Person,
    scale: f64,
    label: [u8; 3],
    ink: [u8; 3],
    /// Whether a second script stands under every row, so that the rows move.
    is_bilingual: bool,
}

impl<'a> Printer<'a> {
    pub(crate) fn new(dice: &mut Dice, person: &'a Person, scale: f64) -> Self {
        let label = match dice.whole(0, 3) {
            0 => dice.colour(40.0, 110.0),
            _ => [dice.between(30.0, 110.0), dice.between(90.0, 140.0), dice.between(150.0, 210.0)]
                .map(|v| v as u8),
        };
        let ink = dice.colour(5.0, 50.0);
        Self { plan: dice.of(&PLANS), person, scale, label, ink, is_bilingual: false }
    }

    pub(crate) fn bilingual(mut self) -> Self {
        self.is_bilingual = true;
        self
    }

    /// The drawing's name.
    pub(crate) fn plan(&self) -> &'static str {
        self.plan.name
    }

    pub(crate) fn portrait(&self, dice: &mut Dice) -> Sheet {
        let (plan, person) = (self.plan, self.person);
        let mut card = self.blank(dice, "portrait");
        let place = plan.portrait;
        let moved = [dice.around(VALUE), dice.around(VALUE)];
        let place = [0, 1, 2, 3].map(|end| place[end] * CARD[end % 2] + moved[end % 2]);
        artwork::portrait(dice, &mut card, place);
        let row = |index: usize| {
            // A second script takes room: the rows are pressed together and begin higher.
            let row = if self.is_bilingual && index < 4 {
                [0.09, 0.225, 0.36, 0.495][index]
            } else {
                plan.rows[index]
            };
            row * CARD[1]
        };
        let label = self.label_pen(dice);
        let first = [plan.labels, plan.labels, plan.labels, plan.labels, plan.number_label];
        for (index, (text, ends)) in
            ["姓名", "性别", "出生", "住址", "公民身份号码"].into_iter().zip(first).enumerate()
        {
            self.label(dice, &mut card, &label, text, ends, row(index));
        }
        self.label(dice, &mut card, &label, "民族", plan.ethnicity_label, row(1));
        if self.is_bilingual {
            for index in 0..4 {
                let place = [plan.labels[0] * CARD[0], row(index) + 3.2];
                artwork::script(dice, &mut card, place, 24.0, self.ink);
            }
        }
        let value = self.pen(dice, plan.sizes[1]);
        let name = Pen { em: plan.sizes[0] * (1.0 + dice.around(LARGER)), ..value };
        let at = |dice: &mut Dice, left: f64, row: f64| {
            [left * CARD[0] + dice.around(VALUE), row + dice.around(VALUE)]
        };
        let place = at(dice, plan.lefts[0], row(0));
        let glyphs = name.write(&mut card, &person.name, place, 0.0);
        card.keep("name", &person.name, glyphs);
        let place = at(dice, plan.lefts[1], row(1));
        let glyphs = value.write(&mut card, person.sex, place, 0.0);
        card.keep("sex", person.sex, glyphs);
        let place = at(dice, plan.lefts[2], row(1));
        let glyphs = value.write(&mut card, person.ethnicity, place, 0.0);
        card.keep("ethnicity", person.ethnicity, glyphs);
        self.birth(dice, &mut card, &value, &label, row(2));
        let place = at(dice, plan.lefts[6], row(3));
        self.address(&mut card, &value, place);
        self.number(dice, &mut card, row(4));
        self.overprint(dice, &mut card, 3.2);
        card
    }

    pub(crate) fn emblem(&self, dice: &mut Dice) -> Sheet {
        let (plan, person) = (self.plan, self.person);
        let mut card = self.blank(dice, "emblem");
        artwork::badge(dice, &mut card, [0.163 * CARD[0], 0.255 * CARD[1]], 8.2);
        let title =
            Pen::any(5.4, if dice.chance(0.7) { dice.colour(5.0, 60.0) } else { [150, 40, 40] }, dice);
        let large = Pen { em: dice.between(7.0, 8.4), ..title };
        let [country, kind, authority, validity] = plan.emblem;
        self.label(dice, &mut card, &title, "中华人民共和国", [country[0], country[1]], country[2] * CARD[1]);
        self.label(dice, &mut card, &large, "居民身份证", [kind[0], kind[1]], kind[2] * CARD[1]);
        let label = self.label_pen(dice);
        let rows = [authority[2], validity[2]].map(|row| row * CARD[1]);
        self.label(dice, &mut card, &label, "签发机关", [authority[0], authority[1]], rows[0]);
        self.label(dice, &mut card, &label, "有效期限", [validity[0], validity[1]], rows[1]);
        let value = self.pen(dice, 2.8);
        let mut at = |row: f64| [plan.authority * CARD[0] + dice.around(VALUE), row + dice.around(VALUE)];
        let places = rows.map(&mut at);
        let glyphs = value.write(&mut card, &person.authority, places[0], 0.0);
        card.keep("authority", &person.authority, glyphs);
        let narrow = Pen { em: value.em * 0.9, ..value };
        let glyphs = narrow.write(&mut card, &person.validity, places[1], 0.05);
        card.keep("validity", &person.validity, glyphs);
        self.overprint(dice, &mut card, 29.0);
        card
    }

    fn blank(&self, dice: &mut Dice, side: &'static str) -> Sheet {
        let mut card = Sheet::plain(CARD, self.scale, [255; 3]);
        card.radius = RADIUS;
        card.side = side;
        artwork::guilloche(dice, &mut card);
        card
    }

    fn pen(&self, dice: &mut Dice, em: f64) -> Pen<'static> {
        Pen {
            strength: dice.between(0.82, 1.0),
            ..Pen::any(em * (1.0 + dice.around(LARGER)), self.ink, dice)
        }
    }

    fn label_pen(&self, dice: &mut Dice) -> Pen<'static> {
        Pen { ink: self.label, strength: dice.between(0.7, 1.0), ..self.pen(dice, 2.75) }
    }

    fn label(&self, dice: &mut Dice, card: &mut Sheet, pen: &Pen, text: &str, ends: [f64; 2], row: f64) {
        let aside = dice.around(LABEL);
        pen.spread(card, text, ends.map(|end| end * CARD[0] + aside), row + dice.around(LABEL));
    }

    fn birth(&self, dice: &mut Dice, card: &mut Sheet, value: &Pen, label: &Pen, row: f64) {
        let row = row + dice.around(VALUE);
        let aside = dice.around(VALUE);
        let (mut text, mut glyphs): (String, Vec<Glyph>) = Default::default();
        for (index, part) in self.person.birth.into_iter().enumerate() {
            let part = part.to_string();
            let unit = self.plan.units[index] * CARD[0] + aside - label.em / 2.0;
            let width: f64 = part.chars().map(|c| value.width(c)).sum();
            // A wide face must not reach into the character after it.
            let left = (self.plan.lefts[index + 3] * CARD[0] + aside).min(unit - width - 0.2);
            glyphs.extend(value.write(card, &part, [left, row], 0.0));
            label.write(card, ["年", "月", "日"][index], [unit, row], 0.0);
            text += &part;
        }
        card.keep("birth", &text, glyphs);
    }

    fn address(&self, card: &mut Sheet, value: &Pen, [left, mut row]: [f64; 2]) {
        let (mut along, mut glyphs) = (0.0, Vec::new());
        for c in self.person.address.chars() {
            let width = value.width(c);
            if along + width > LINE * value.em {
                (along, row) = (0.0, row + self.plan.sizes[3]);
            }
            glyphs.extend(value.write(card, c.encode_utf8(&mut [0; 4]), [left + along, row], 0.0));
            along += width;
        }
        card.keep("address", &self.person.address, glyphs);
    }

    fn number(&self, dice: &mut Dice, card: &mut Sheet, row: f64) {
        let em = self.plan.sizes[2] * (1.0 + dice.around(LARGER));
        let pen = Pen::new(dice.of(&faces().digits), em, self.ink);
        let aside = dice.around(VALUE);
        let [first, last] = self.plan.number.map(|end| end * CARD[0] + aside);
        let last = first + (last - first) * (self.person.number.len() - 1) as f64 / 17.0;
        let glyphs = pen.spread(card, &self.person.number, [first, last], row + dice.around(VALUE));
        card.keep("number", &self.person.number, glyphs);
    }

    /// The print that tells a specimen, on half of the cards: a reader must not need it. It stands `down` millimetres from
    /// the top, where a card has nothing else, as what stamps do to print is another question.
    fn overprint(&self, dice: &mut Dice, card: &mut Sheet, down: f64) {
        if dice.chance(0.5) {
            let ink = dice.colour(90.0, 170.0);
            let strength = dice.between(0.15, 0.35);
            let pen = Pen { strength, slant: 0.3, ..Pen::any(dice.between(3.0, 4.5), ink, dice) };
            pen.write(card, "SPECIMEN 样本", [dice.between(6.0, 30.0), down], 0.4);
        }
    }
}
