use super::*;

/// Of no region, but right in its form.
const NUMBER: &str = "99010519491231004X";

/// What is read of a text whose spaces the reader leaves out.
fn read(text: &str) -> Vec<(Topic, String)> {
    let text = plain(text.chars().filter(|c| *c != ' '));
    let mut found = terms(&text);
    if let Some((topic, end)) = label(&text)
        && let Some(term) = value(topic, &text, end)
    {
        found.push(term);
    }
    found.into_iter().map(|term| (term.topic, term.text)).collect()
}

fn one(text: &str) -> Option<(Topic, String)> {
    let found = read(text);
    assert!(found.len() < 2, "{text}: {}", found.len());
    found.into_iter().next()
}

fn is(topic: Topic, text: &str) -> Option<(Topic, String)> {
    Some((topic, text.to_owned()))
}

#[test]
fn an_identity_number_is_found_however_it_is_written() {
    for text in [
        "99010519491231004X",
        "99010519491231004x号",
        "No.990105 1949 1231 004X",
        "９９０１０５１９４９１２３１００４Ｘ",
        "990105-19491231-004X",
        "99O1O5194912310O4X",
        "00099010519491231004X",
        "990105\u{2011}19491231\u{2009}004X",
    ] {
        let found = read(text);
        let numbers = found.iter().filter(|(topic, _)| *topic == Topic::IdentityNumber);
        assert_eq!(numbers.map(|(_, text)| text.as_str()).collect::<Vec<_>>(), [NUMBER], "{text}");
    }
}

#[test]
fn behind_its_word_a_misread_number_counts_and_the_older_one_too() {
    for text in
        ["身份证号码：990105194912310047", "ID card number: 99010519491231004", "公民身份号码110105491231002"]
    {
        let found = read(text);
        assert!(found.iter().any(|(topic, _)| *topic == Topic::IdentityNumber), "{text}");
    }
    for text in ["身份证号：990105********004X", "ID number 8190234455667788", "证件号码：110105491331002"]
    {
        assert!(read(text).iter().all(|(topic, _)| *topic != Topic::IdentityNumber), "{text}");
    }
}

#[test]
fn orders_codes_and_amounts_are_no_identity_numbers() {
    for text in [
        "8190234455667788",
        "819023445566778",
        "990105194912310047",
        "99010519491331004X",
        "2026112022001412345678901234",
        "¥1,234,567,890,123,456.00",
        "110105491231002",
    ] {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn phones_stand_alone_and_are_not_masked() {
    for text in [
        "13800138000",
        "联系电话：138-0013-8000",
        "Tel 138 0013 8000",
        "+86 13800138000",
        "008613800138000",
        "+86(138)00138000",
    ] {
        assert_eq!(one(text), is(Topic::Phone, "+8613800138000"), "{text}");
    }
    assert_eq!(one("Tel: +852 5123 4567"), is(Topic::Phone, "+85251234567"));
    assert_eq!(one("+44 20 7946 0123"), is(Topic::Phone, "+442079460123"));
    for text in [
        "138****8000",
        "113800138000",
        "LP13800138000",
        "12345678901",
        "(UTC+8)",
        "GMT+0800",
        "FN-13800138000",
    ] {
        assert_eq!(one(text), None, "{text}");
    }
}

#[test]
fn addresses_are_whole_or_none() {
    assert_eq!(one("Email:ops@example.com,"), is(Topic::Email, "ops@example.com"));
    assert_eq!(one("登录邮箱shop.a@mail.example.cn。"), is(Topic::Email, "shop.a@mail.example.cn"));
    for text in ["sh***@example.com", "@example", "a@b", "@ops"] {
        assert_eq!(one(text), None, "{text}");
    }
}

#[test]
fn a_word_names_the_number_behind_it() {
    for (text, topic, value) in [
        ("店铺 ID：1102345678", Topic::StoreId, "1102345678"),
        ("店铺IDStoreID1102345678", Topic::StoreId, "1102345678"),
        ("www.aliexpress.com/store/1102345678", Topic::StoreId, "1102345678"),
        ("通知编号 Notice no.: FN-20261120-000417", Topic::NoticeNumber, "FN-20261120-000417"),
        ("Case ID 77120034", Topic::NoticeNumber, "77120034"),
        ("订单号：8190234455667788", Topic::Order, "8190234455667788"),
        ("Order 8190234455667788 is held", Topic::Order, "8190234455667788"),
        ("物流单号 LP00123456789012", Topic::Tracking, "LP00123456789012"),
        ("RB123456785CN", Topic::Tracking, "RB123456785CN"),
    ] {
        assert_eq!(read(text).last().cloned(), is(topic, value), "{text}");
    }
    for text in [
        "店铺ID",
        "店铺：极光灯饰",
        "3笔订单须按时发货",
        "订单号：12",
        "StoreID:1234",
        "Order10",
        "RB123456785CN0",
    ] {
        assert_eq!(one(text), None, "{text}");
    }
}

#[test]
fn times_keep_the_zone_that_is_written() {
    for (text, time) in [
        ("2026-11-20 09:30", "2026-11-20 09:30"),
        ("2026/11/20 09:30:05", "2026-11-20 09:30:05"),
        ("2026年11月20日 9:30", "2026-11-20 09:30"),
        ("2026-11-20 09:30 (UTC+8)", "2026-11-20 09:30 +08:00"),
        ("2026-11-20T09:30:00+08:00", "2026-11-20 09:30:00 +08:00"),
        ("2026-11-20 09:30 GMT", "2026-11-20 09:30 +00:00"),
        ("2026.11.20 09:30 GMT-0700", "2026-11-20 09:30 -07:00"),
        ("北京时间：2026-11-20 09:30", "2026-11-20 09:30 +08:00"),
        ("2026-11-20 09:30（北京时间）", "2026-11-20 09:30 +08:00"),
        ("Nov 20, 2026 09:30 PST", "2026-11-20 09:30 -08:00"),
        ("20 November 2026, 5:30 PM", "2026-11-20 17:30"),
        ("November 2, 2026 12:05 am", "2026-11-02 00:05"),
        ("2026-1-2 9:30", "2026-01-02 09:30"),
    ] {
        assert_eq!(one(text), is(Topic::Time, time), "{text}");
    }
    // A day alone is no time, and some digits can be divided in two ways.
    for text in ["2026-11-20", "09:30", "2026-13-20 09:30", "2026-11-20 25:30", "2026-11-109:30", "1.2.3"] {
        assert_eq!(one(text), None, "{text}");
    }
    let frozen = read("冻结时间Frozenat2026-11-2009:30(UTC+8)");
    assert_eq!(frozen.last().cloned(), is(Topic::Frozen, "2026-11-20 09:30 +08:00"));
}
