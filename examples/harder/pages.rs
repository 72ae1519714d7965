//! Paper with print on it: forms and registers with the labels of a card, letters, notes.

use crate::dice::Dice;
use crate::pen::{Pen, faces};
use crate::person::{self, Person};
use crate::sheet::Sheet;
use crate::truth::Glyph;

pub(crate) const A4: [f64; 2] = [210.0, 297.0];
const INK: [u8; 3] = [25; 3];
const SENTENCES: [&str; 12] = [
    "兹证明以上复印件与原件一致",
    "本复印件仅供办理网店解冻申诉使用",
    "他用无效，再次复印无效",
    "申请人已阅读并同意上述条款",
    "请将本表连同有关材料一并寄回",
    "附件：营业执照副本复印件一份",
    "如有虚假，愿承担由此产生的一切责任",
    "经办人签字：        日期：    年   月   日",
    "以下空白",
    "联系电话：138 0000 0000",
    "业务受理编号 2026-WQ-00381",
    "本页为电子档案打印件，加盖公章后有效",
];

/// An empty page of this size.
pub(crate) fn blank(dice: &mut Dice, size: [f64; 2], scale: f64) -> Sheet {
    Sheet::plain(size, scale, dice.colour(240.0, 255.0))
}

/// Lines of print from this height to that one.
pub(crate) fn lines(dice: &mut Dice, page: &mut Sheet, [from, to]: [f64; 2]) {
    let pen = Pen::any(dice.between(3.2, 4.8), INK, dice);
    let [left, mut row] = [dice.between(14.0, 30.0), from];
    while row < to {
        let text = *dice.of(&SENTENCES);
        pen.write(page, text, [left, row], 0.0);
        row += pen.em * dice.between(1.6, 2.6);
    }
}

/// The glyphs of a number among others.
fn printed(page: &mut Sheet, pen: &Pen, number: &str, at: [f64; 2]) -> Vec<Glyph> {
    pen.write(page, number, at, 0.1)
}

/// A form with the labels of a card in a table, filled in.
pub(crate) fn form(dice: &mut Dice, scale: f64) -> Sheet {
    let person = Person::new(dice);
    let mut page = blank(dice, A4, scale);
    let title = Pen::any(7.0, INK, dice);
    let name = *dice.of(&["网店实名信息登记表", "入职人员信息登记表", "租赁合同附件", "学生信息采集表"]);
    title.write(&mut page, name, [60.0, 28.0], 1.0);
    let label = Pen::any(dice.between(3.6, 4.6), INK, dice);
    let value = Pen { ink: [dice.between(0.0, 60.0) as u8; 3], ..Pen::any(label.em, INK, dice) };
    let high = dice.between(10.0, 15.0);
    let [left, middle, right] = [20.0, 55.0, 190.0];
    let birth = person.birth;
    let birth = format!("{}年{}月{}日", birth[0], birth[1], birth[2]);
    let mut rows = [
        ("姓名", person.name.clone()),
        ("性别", person.sex.to_owned()),
        ("民族", person.ethnicity.to_owned()),
        ("出生", birth),
        ("住址", person.address.clone()),
        ("公民身份号码", person.number.clone()),
        ("签发机关", person.authority.clone()),
        ("有效期限", person.validity.clone()),
    ];
    if dice.chance(0.4) {
        let at = dice.whole(1, 5) as usize;
        rows.swap(0, at);
    }
    for (index, (text, content)) in rows.iter().enumerate() {
        let top = 45.0 + high * index as f64;
        page.frame([left, top, middle, top + high], 0.35, INK);
        page.frame([middle, top, right, top + high], 0.35, INK);
        let row = top + high / 2.0;
        label.write(&mut page, text, [left + 3.0, row], 0.2);
        let glyphs = printed(&mut page, &value, content, [middle + 4.0, row]);
        if *text == "公民身份号码" {
            page.keep("number", content, glyphs);
        }
    }
    lines(dice, &mut page, [45.0 + high * 9.0, 280.0]);
    page
}

/// A household register's page: the labels stand in cells side by side.
pub(crate) fn register(dice: &mut Dice, scale: f64) -> Sheet {
    let person = Person::new(dice);
    let mut page = Sheet::plain([143.0, 105.0], scale, dice.colour(225.0, 250.0));
    Pen::any(5.5, INK, dice).write(&mut page, "常住人口登记卡", [45.0, 9.0], 0.6);
    let label = Pen::any(3.2, INK, dice);
    let value = Pen::any(3.4, [20, 20, 60], dice);
    let birth = format!("{}年{:02}月{:02}日", person.birth[0], person.birth[1], person.birth[2]);
    let cells = [
        ("姓名", person.name.as_str(), [5.0, 18.0]),
        ("户主或与户主关系", "户主", [75.0, 18.0]),
        ("性别", person.sex, [5.0, 29.0]),
        ("民族", person.ethnicity, [75.0, 29.0]),
        ("出生日期", birth.as_str(), [5.0, 40.0]),
        ("籍贯", "云泉省", [75.0, 40.0]),
        ("住址", person.address.as_str(), [5.0, 51.0]),
        ("公民身份号码", person.number.as_str(), [5.0, 62.0]),
        ("文化程度", "大学本科", [5.0, 73.0]),
        ("婚姻状况", "未婚", [75.0, 73.0]),
    ];
    for (text, content, [x, y]) in cells {
        let wide = if ["住址", "公民身份号码"].contains(&text) { 133.0 } else { 66.0 };
        page.frame([x, y - 5.5, x + wide, y + 5.5], 0.3, INK);
        label.write(&mut page, text, [x + 1.5, y], 0.0);
        let glyphs = value.write(&mut page, content, [x + 30.0, y], 0.0);
        if text == "公民身份号码" {
            page.keep("number", content, glyphs);
        }
    }
    page
}

/// A business licence's look: a title, a code, and a column of labels that a card does not have.
pub(crate) fn licence(dice: &mut Dice, scale: f64) -> Sheet {
    let mut page = Sheet::plain([297.0, 210.0], scale, dice.colour(235.0, 252.0));
    page.frame([8.0, 8.0, 289.0, 202.0], 2.0, dice.colour(120.0, 200.0));
    Pen::any(18.0, INK, dice).write(&mut page, "营业执照", [95.0, 45.0], 6.0);
    let pen = Pen::any(5.2, INK, dice);
    let code = format!("统一社会信用代码 99{}MA{}X", dice.digits(6), dice.digits(7));
    pen.write(&mut page, &code, [25.0, 70.0], 0.2);
    let rows = [
        ("名称", "云泉市松石商贸有限公司".to_owned()),
        ("类型", "有限责任公司（自然人独资）".to_owned()),
        ("法定代表人", person::name(dice)),
        ("住所", person::address(dice)),
        ("成立日期", "2018年03月12日".to_owned()),
        ("营业期限", "2018年03月12日至长期".to_owned()),
        ("登记机关", "云泉市市场监督管理局".to_owned()),
    ];
    for (index, (label, value)) in rows.iter().enumerate() {
        let row = 88.0 + 14.0 * index as f64;
        pen.spread(&mut page, label, [28.0, 56.0], row);
        pen.write(&mut page, value, [70.0, row], 0.0);
    }
    page
}

/// A slip on which somebody wrote a name and a number by hand.
pub(crate) fn note(dice: &mut Dice, scale: f64, name: &str, number: &str) -> Sheet {
    let paper = *dice.of(&[[250, 240, 150], [248, 248, 244], [235, 240, 250], [250, 215, 220]]);
    let mut note = Sheet::plain([dice.between(60.0, 80.0), dice.between(28.0, 50.0)], scale, paper);
    let ink = *dice.of(&[[25, 35, 120], [30, 30, 34], [150, 25, 35]]);
    let slant = dice.between(0.15, f64::from(faces().slanted) + 0.1) as f32;
    let pen = Pen { slant, ..Pen::any(dice.between(3.8, 5.0), ink, dice) };
    pen.write(&mut note, &format!("{name} 身份证"), [5.0, 9.0], 0.2);
    let number_pen = Pen { slant, ..Pen::new(dice.of(&faces().digits), dice.between(4.0, 5.2), ink) };
    let glyphs = number_pen.write(&mut note, number, [5.0, 18.0], dice.around(0.2));
    note.keep("number", number, glyphs);
    note
}
