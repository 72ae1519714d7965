//! Cards of the same size that are no identity card.

use crate::artwork;
use crate::dice::Dice;
use crate::pen::{Pen, faces};
use crate::person::{self, Person};
use crate::sheet::{CARD, RADIUS, Sheet};

fn blank(dice: &mut Dice, scale: f64) -> Sheet {
    let mut card = Sheet::plain(CARD, scale, [255; 3]);
    card.radius = RADIUS;
    artwork::guilloche(dice, &mut card);
    card
}

/// A bank's card: a chip and sixteen digits.
pub(crate) fn bank(dice: &mut Dice, scale: f64) -> Sheet {
    let mut card = Sheet::plain(CARD, scale, dice.colour(30.0, 200.0));
    card.radius = RADIUS;
    let ink = if dice.chance(0.5) { [240; 3] } else { [20; 3] };
    card.fill([9.0, 19.0, 20.0, 28.0], [212, 180, 96]);
    let number: Vec<String> = (0..4).map(|_| dice.digits(4)).collect();
    let digits = Pen::new(dice.of(&faces().digits), 5.4, ink);
    digits.write(&mut card, &number.join(" "), [9.0, 34.0], 0.2);
    let pen = Pen::any(4.4, ink, dice);
    pen.write(&mut card, "云泉银行 储蓄卡", [9.0, 9.0], 0.4);
    Pen { em: 2.8, ..pen }.write(&mut card, "有效期限 VALID THRU 09/31", [34.0, 42.0], 0.1);
    card
}

/// Somebody's name, firm and address.
pub(crate) fn business(dice: &mut Dice, scale: f64) -> Sheet {
    let mut card = Sheet::plain([90.0, 54.0], scale, dice.colour(225.0, 255.0));
    let ink = dice.colour(10.0, 80.0);
    let pen = Pen::any(3.0, ink, dice);
    let name = person::name(dice);
    Pen { em: 5.5, ..pen }.write(&mut card, &name, [9.0, 15.0], 0.6);
    pen.write(&mut card, "销售经理", [40.0, 16.0], 0.2);
    pen.write(&mut card, "云泉市松石商贸有限公司", [9.0, 28.0], 0.0);
    let address = person::address(dice);
    pen.write(&mut card, &format!("住址 {address}"), [9.0, 35.0], 0.0);
    pen.write(&mut card, &format!("手机 139{}", dice.digits(8)), [9.0, 42.0], 0.0);
    card
}

/// A driver's licence: some labels are those of an identity card, others are not.
pub(crate) fn driver(dice: &mut Dice, scale: f64) -> Sheet {
    let person = Person::new(dice);
    let mut card = blank(dice, scale);
    let ink = dice.colour(10.0, 60.0);
    Pen::any(4.0, ink, dice).write(&mut card, "机动车驾驶证", [24.0, 6.0], 0.6);
    let label = Pen::any(2.2, ink, dice);
    let value = Pen::any(2.7, ink, dice);
    artwork::portrait(dice, &mut card, [62.0, 28.0, 82.0, 51.0]);
    let birth = format!("{}-{:02}-{:02}", person.birth[0], person.birth[1], person.birth[2]);
    let rows = [
        ("证号", person.number.as_str(), [6.0, 12.0]),
        ("姓名", person.name.as_str(), [6.0, 18.0]),
        ("性别", person.sex, [38.0, 18.0]),
        ("国籍", "中国", [56.0, 18.0]),
        ("住址", person.address.as_str(), [6.0, 24.0]),
        ("出生日期", birth.as_str(), [6.0, 32.0]),
        ("初次领证日期", "2015-06-30", [6.0, 38.0]),
        ("准驾车型", "C1", [6.0, 44.0]),
        ("有效期限", person.validity.as_str(), [6.0, 50.0]),
    ];
    for (text, content, [x, y]) in rows {
        label.write(&mut card, text, [x, y], 0.0);
        let left = x + label.em * text.chars().count() as f64 + 1.5;
        let glyphs = value.write(&mut card, content, [left, y], 0.0);
        if text == "证号" {
            card.keep("number", content, glyphs);
        }
    }
    card
}

/// A foreigner's permit: bilingual labels, in other places.
pub(crate) fn permit(dice: &mut Dice, scale: f64) -> Sheet {
    let person = Person::new(dice);
    let mut card = blank(dice, scale);
    let ink = dice.colour(10.0, 60.0);
    let title = Pen::any(3.6, ink, dice);
    title.write(&mut card, "中华人民共和国", [24.0, 5.0], 0.3);
    title.write(&mut card, "外国人永久居留身份证", [18.0, 10.0], 0.3);
    let label = Pen::any(2.1, dice.colour(40.0, 130.0), dice);
    let value = Pen::any(2.7, ink, dice);
    artwork::portrait(dice, &mut card, [5.0, 15.0, 28.0, 45.0]);
    let birth = format!("{}.{:02}.{:02}", person.birth[0], person.birth[1], person.birth[2]);
    let rows = [
        ("姓名 Name", person.name.as_str(), [32.0, 16.0]),
        ("性别 Sex", person.sex, [32.0, 23.0]),
        ("出生日期 Date of Birth", birth.as_str(), [52.0, 23.0]),
        ("国籍 Nationality", "UTO", [32.0, 30.0]),
        ("有效期限 Period of Validity", person.validity.as_str(), [32.0, 37.0]),
        ("签发机关 Issuing Authority", person.authority.as_str(), [32.0, 44.0]),
        ("证件号码 ID No.", person.number.as_str(), [6.0, 51.0]),
    ];
    for (text, content, [x, y]) in rows {
        label.write(&mut card, text, [x, y], 0.0);
        let below = if x < 10.0 { [x + 20.0, y] } else { [x, y + 3.2] };
        let glyphs = value.write(&mut card, content, below, 0.0);
        if text.starts_with("证件") {
            card.keep("number", content, glyphs);
        }
    }
    card
}
