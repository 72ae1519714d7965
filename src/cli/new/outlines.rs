//! Outlines that may be the card's, each drawn over the picture, for a person to pick from.
//!
//! The page names the picture's own file: nothing of it is copied, and the page goes when the person has chosen.

use std::fs;
use std::path::{Path, PathBuf};

use unfreeze::delivery::{Overwrite, write_new};
use unfreeze::evidence::{Quad, Side};

use super::Dialogue;
use super::ask::{Asked, Choice, Reply};
use crate::cli::report::Failure;

/// Lets the person pick one of the outlines, and say where the card's top is.
pub(super) fn pick(
    dialogue: &Dialogue,
    picture: &Path,
    size: [u32; 2],
    outlines: &[Quad],
    side: Side,
) -> Asked<Quad> {
    let page = dialogue.draft.folder().join(format!("unfreeze-outlines-{}.html", side.name()));
    let page = Page::write(dialogue, page, picture, size, outlines)?;
    dialogue.open(&page.path)?;
    let texts = dialogue.session.texts();
    let number = |at: usize| texts.format("outline-number", &[("number", (at + 1).into())]);
    let mut options: Vec<String> = (0..outlines.len()).map(number).collect();
    options.push(texts.get("outline-none"));
    let label = texts.get("outline-which");
    let choice = Choice { label: &label, options: &options, start: 0 };
    let picked = match dialogue.ask.choose(&choice, &dialogue.session)? {
        Reply::Given(place) => outlines.get(place),
        Reply::Back => None,
    };
    let Some(picked) = picked else { return Ok(Reply::Back) };
    let label = texts.get("outline-top");
    let options = [texts.get("outline-top-arrow"), texts.get("outline-top-other")];
    let choice = Choice { label: &label, options: &options, start: 0 };
    Ok(match dialogue.ask.choose(&choice, &dialogue.session)? {
        Reply::Given(0) => Reply::Given(*picked),
        Reply::Given(_) => {
            let mut corners = picked.corners();
            corners.rotate_left(2);
            Quad::new(corners).map_or(Reply::Back, Reply::Given)
        }
        Reply::Back => Reply::Back,
    })
}

/// The page on disk, as long as it is looked at.
struct Page<'a> {
    path: PathBuf,
    dialogue: &'a Dialogue,
}

impl<'a> Page<'a> {
    fn write(
        dialogue: &'a Dialogue,
        path: PathBuf,
        picture: &Path,
        size: [u32; 2],
        outlines: &[Quad],
    ) -> Result<Self, Failure> {
        let texts = dialogue.session.texts();
        let figures: String = outlines
            .iter()
            .enumerate()
            .map(|(at, quad)| {
                let [outline, arrow] = shape(quad);
                let name = texts.format("outline-number", &[("number", (at + 1).into())]);
                let values = [("{name}", name), ("{outline}", outline), ("{arrow}", arrow)];
                filled(include_str!("../../../templates/outline.html"), values)
            })
            .collect();
        let [width, height] = size.map(|length| length.to_string());
        let page = filled(
            include_str!("../../../templates/outlines.html"),
            [
                ("{figures}", figures),
                ("{lang}", texts.lang().tag().to_owned()),
                ("{title}", texts.get("outline-title")),
                ("{how}", texts.get("outline-how")),
                ("{alt}", texts.get("outline-alt")),
                ("{width}", width),
                ("{height}", height),
                ("{picture}", address(picture)),
            ],
        );
        let interrupt = dialogue.session.interrupt();
        interrupt.doom(Some(path.clone()));
        write_new(&path, page.as_bytes(), Overwrite::Force)?;
        Ok(Self { path, dialogue })
    }
}

impl Drop for Page<'_> {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
        self.dialogue.session.interrupt().doom(None);
    }
}

fn filled<const N: usize>(template: &str, values: [(&str, String); N]) -> String {
    values.into_iter().fold(template.to_owned(), |page, (name, value)| page.replace(name, &value))
}

/// The paths of an outline, and of an arrow from its middle to what is taken for the top.
fn shape(quad: &Quad) -> [String; 2] {
    let corners = quad.corners();
    let path = |points: &[[i32; 2]]| {
        let points: Vec<String> = points.iter().map(|[x, y]| format!("{x},{y}")).collect();
        format!("M{}", points.join(" "))
    };
    let middle = [0, 1].map(|axis| corners.iter().map(|corner| corner[axis]).sum::<i32>() / 4);
    let top = [0, 1].map(|axis| (corners[0][axis] + corners[1][axis]) / 2);
    let [dx, dy] = [0, 1].map(|axis| (top[axis] - middle[axis]) / 6);
    let [left, right] = [[-dx - dy, dx - dy], [dy - dx, -dx - dy]].map(|[x, y]| [top[0] + x, top[1] + y]);
    [path(&corners) + "Z", format!("{} {}", path(&[middle, top]), path(&[left, top, right]))]
}

/// A file's address (RFC 8089), every byte that may mean something else spelt out (RFC 3986 §2.1).
fn address(file: &Path) -> String {
    let path = file.display().to_string().replace('\\', "/");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte);
    let spelt = path
        .bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") });
    let root = if path.starts_with('/') { "" } else { "/" };
    format!("file://{root}{}", spelt.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_nothing_that_ends_it() {
        assert_eq!(address(Path::new("/home/lu/图 \"1\".jpg")), "file:///home/lu/%E5%9B%BE%20%221%22.jpg");
        assert_eq!(address(Path::new("C:\\scans\\a#1.jpg")), "file:///C:/scans/a%231.jpg");
    }

    #[test]
    fn an_arrow_points_to_the_top() {
        let quad: Quad = "100,100 400,100 400,290 100,290".parse().unwrap();
        let [outline, arrow] = shape(&quad);
        assert_eq!(outline, "M100,100 400,100 400,290 100,290Z");
        assert_eq!(arrow, "M250,195 250,100 M265,115 250,100 235,115");
    }
}
