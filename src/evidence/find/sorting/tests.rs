use super::*;
use crate::evidence::find::anchor::anchors;
use crate::evidence::warp::Placement;

/// A line by its box in millimetres.
fn line(text: &str, [left, top, right, bottom]: [f64; 4], confidence: f32) -> Line {
    let count = text.chars().count() as f64;
    let glyph = |(at, character)| Glyph { character, at: (at as f64 + 0.5) / count, confidence };
    let quad = [[left, top], [right, top], [right, bottom], [left, bottom]];
    let quad = quad.map(|corner| corner.map(|value| value * 10.0));
    Line { quad, glyphs: text.chars().enumerate().map(glyph).collect() }
}

/// An emblem's side with its printed words and an authority, and what else is told.
fn sorted(others: Vec<Line>) -> (Reading, Vec<Reason>) {
    let mut lines = vec![
        line("中华人民共和国", [28.85, 6.4, 71.9, 11.3], 0.99),
        line("居民身份证", [27.0, 16.0, 74.5, 23.8], 0.99),
        line("签发机关", [21.7, 37.4, 33.8, 41.4], 0.99),
        line("浦坞市公安局", [36.0, 37.4, 60.0, 41.4], 0.99),
    ];
    lines.extend(others);
    let layout = Layout::named("cn-resident-id").unwrap();
    let anchors = anchors(&lines, layout, Side::Emblem);
    let card = Placement::new([[0, 0], [856, 0], [856, 540], [0, 540]]);
    let outline = Outline::of_labels(card, &anchors, layout.labels(Side::Emblem)).unwrap();
    Sorting::of(&lines, &anchors, &outline, layout, Side::Emblem).judged(Side::Emblem)
}

fn validity(confidence: f32) -> Vec<Line> {
    let mut value = line("2016.09.02-2026.09.02", [35.5, 44.5, 66.0, 48.5], 0.99);
    value.glyphs[3].confidence = confidence;
    vec![line("有效期限", [21.7, 44.5, 33.8, 48.5], 0.99), value]
}

#[test]
fn a_digit_of_a_term_may_be_less_sure_but_not_guessed() {
    for (confidence, reasons) in [(0.99, vec![]), (0.35, vec![]), (0.2, vec![Reason::Unread])] {
        let (reading, doubts) = sorted(validity(confidence));
        assert_eq!(doubts, reasons, "{confidence}");
        assert_eq!(reading.strange.is_empty(), reasons.is_empty(), "{confidence}");
    }
}

#[test]
fn a_single_character_that_was_not_read_between_label_and_field_is_nothing() {
    for (between, confidence, is_hidden) in [("一", 0.3, false), ("一", 0.9, true), ("一二", 0.3, true)] {
        let count = between.chars().count();
        let mut row =
            line(&format!("有效期限{between}2016.09.02-2026.09.02"), [21.7, 44.5, 66.0, 48.5], 0.99);
        for (at, glyph) in row.glyphs.iter_mut().enumerate() {
            // Where they are printed, in millimetres.
            let middle = match at {
                0..4 => 23.2 + 3.0 * at as f64,
                _ if at < 4 + count => 34.7 + (at - 4) as f64,
                _ => 36.2 + 1.45 * (at - 4 - count) as f64,
            };
            glyph.at = (middle - 21.7) / 44.3;
        }
        row.glyphs[4..4 + count].iter_mut().for_each(|glyph| glyph.confidence = confidence);
        assert_eq!(sorted(vec![row]).0.strange.is_empty(), !is_hidden, "{between} {confidence}");
    }
}

#[test]
fn a_huge_box_is_hidden_beside_the_rows_and_is_no_second_script() {
    let mut lines = validity(0.99);
    // A pattern that is taken for one vast character, over the beginnings of both labels.
    lines.push(line("C", [0.5, 17.0, 26.0, 53.0], 0.2));
    let (reading, doubts) = sorted(lines);
    assert_eq!(doubts, []);
    let is_hidden =
        |x: f64, y: f64| reading.strange.iter().any(|part| covers(*part, [x / CARD[0], y / CARD[1]]));
    assert!(is_hidden(8.0, 30.0) && is_hidden(24.0, 30.0) && is_hidden(24.0, 52.0));
    assert!(!is_hidden(23.5, 39.4) && !is_hidden(23.5, 46.5));
}

#[test]
fn only_what_two_lines_share_was_read_twice() {
    for (right, begin, is_hidden) in [(36.8, 35.5, false), (36.8, 38.0, true), (36.8, 36.9, true)] {
        let mut lines = validity(0.99);
        lines[0] = line("有效期限人", [21.7, 44.5, right, 48.5], 0.99);
        lines[1] = line("2016.09.02-2026.09.02", [begin, 44.5, 66.0, 48.5], 0.99);
        assert_eq!(sorted(lines).0.strange.is_empty(), !is_hidden, "{right} {begin}");
    }
    // Two characters are more than a piece.
    let mut lines = validity(0.99);
    lines[0] = line("有效期限人民", [21.7, 44.5, 39.8, 48.5], 0.99);
    assert!(!sorted(lines).0.strange.is_empty());
}

/// A portrait's side with its labels, that of the name told by itself.
fn sorted_portrait(name: Vec<Line>) -> (Reading, Vec<Reason>) {
    let mut lines = name;
    lines.extend([
        line("性别", [6.2, 13.2, 14.8, 17.3], 0.99),
        line("民族", [24.9, 13.2, 33.5, 17.3], 0.99),
        line("出生", [6.2, 20.0, 14.8, 24.1], 0.99),
        line("住址", [6.2, 26.4, 14.8, 30.5], 0.99),
        line("公民身份号码", [6.2, 43.0, 24.0, 47.0], 0.99),
    ]);
    let layout = Layout::named("cn-resident-id").unwrap();
    let anchors = anchors(&lines, layout, Side::Portrait);
    let card = Placement::new([[0, 0], [856, 0], [856, 540], [0, 540]]);
    let outline = Outline::of_labels(card, &anchors, layout.labels(Side::Portrait)).unwrap();
    Sorting::of(&lines, &anchors, &outline, layout, Side::Portrait).judged(Side::Portrait)
}

#[test]
fn a_piece_of_the_name_behind_its_label_is_not_a_character_more() {
    // As the detector finds the name behind its label: it takes a piece of it along, or not.
    for (label, right, begin, count) in
        [("姓名", 14.8, 17.2, 5), ("姓名行", 21.0, 17.0, 5), ("姓名行", 20.6, 21.4, 6)]
    {
        let name = line("德克雅合努", [begin, 6.8, begin + 17.0, 10.9], 0.99);
        let (reading, doubts) = sorted_portrait(vec![line(label, [6.2, 6.8, right, 10.9], 0.99), name]);
        assert_eq!(reading.name, count, "{label} {begin}");
        assert_eq!(doubts.contains(&Reason::Strange), count > 5);
    }
}

#[test]
fn a_huge_box_over_the_face_is_hidden_beside_the_rows() {
    let name =
        || vec![line("姓名", [6.2, 6.8, 14.8, 10.9], 0.99), line("贺梓霞", [17.0, 6.8, 28.0, 10.9], 0.99)];
    let is_hidden = |reading: &Reading, x: f64, y: f64| {
        reading.strange.iter().any(|part| covers(*part, [x / CARD[0], y / CARD[1]]))
    };
    let mut lines = name();
    lines.push(line("", [18.5, 0.5, 89.0, 23.0], 0.0));
    let (reading, doubts) = sorted_portrait(lines);
    assert!(!doubts.contains(&Reason::Strange) && reading.face);
    assert!(is_hidden(&reading, 40.0, 3.0) && !is_hidden(&reading, 24.0, 8.8));
    // One that is only as high as print may be lies over the name.
    let mut lines = name();
    lines.push(line("", [18.5, 4.0, 89.0, 13.5], 0.0));
    assert!(is_hidden(&sorted_portrait(lines).0, 24.0, 8.8));
}

#[test]
fn one_rare_character_of_a_name_may_be_guessed_where_two_others_are_sure() {
    for (name, others, confidence, count) in
        [("覃婷燕", 0.99, 0.2, 3), ("覃婷燕", 0.99, 0.1, 2), ("覃婷燕", 0.8, 0.2, 2), ("覃燕", 0.99, 0.2, 1)]
    {
        let mut name = line(name, [17.0, 6.8, 28.0, 10.9], others);
        name.glyphs[0].confidence = confidence;
        let (reading, doubts) = sorted_portrait(vec![line("姓名", [6.2, 6.8, 14.8, 10.9], 0.99), name]);
        assert_eq!(reading.name, count, "{others} {confidence}");
        assert_eq!(doubts.contains(&Reason::Unread), count < 2);
    }
}

#[test]
fn a_character_of_a_label_that_is_found_once_more_is_nothing() {
    for (again, left, doubts) in [
        ("期", 27.4, vec![]),
        // Another one over it, and the same one elsewhere, where it tells nothing.
        ("人", 27.4, vec![Reason::Strange]),
        ("期", 5.0, vec![]),
    ] {
        let mut lines = validity(0.99);
        lines[0].glyphs[2].confidence = 0.5;
        lines.push(line(again, [left, 44.9, left + 3.4, 48.3], 0.99));
        let (reading, found) = sorted(lines);
        assert_eq!(found, doubts, "{again} {left}");
        assert_eq!(reading.strange.is_empty(), again == "期" && left > 20.0, "{again} {left}");
    }
}

#[test]
fn rows_that_nobody_reads_are_a_second_script() {
    let row = |top: f64| line("xyzwxyzw", [5.0, top, 30.0, top + 3.5], 0.2);
    for (rows, asks) in [(vec![27.0], false), (vec![27.0, 31.6], true)] {
        let lines = rows.iter().map(|top| row(*top)).chain(validity(0.99)).collect();
        let (reading, doubts) = sorted(lines);
        assert_eq!(reading.strange.len(), rows.len());
        assert_eq!(doubts.contains(&Reason::Strange), asks, "{rows:?}");
    }
}
