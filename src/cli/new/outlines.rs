//! Outlines that may be the card's, drawn over the picture for a person to pick from.
//!
//! The page names the picture's own file: nothing of it is copied, and the page goes when the person has chosen.

use std::fs;
use std::path::{Path, PathBuf};

use unfreeze::delivery::{Overwrite, write_new};
use unfreeze::evidence::{Quad, Side};

use super::Dialogue;
use super::ask::{Asked, Choice, Reply};
use crate::cli::report::Failure;

/// Colours that can be told apart on any ground, by most eyes (M. Okabe, K. Ito, "Color Universal Design", 2008).
const COLOURS: [&str; 5] = ["#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00"];

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
        let [width, height] = size.map(|length| length.to_string());
        let shapes: String = outlines.iter().enumerate().map(|(at, quad)| shape(at, quad, size)).collect();
        let values = [
            ("{lang}", texts.lang().tag().to_owned()),
            ("{title}", texts.get("outline-title")),
            ("{how}", texts.get("outline-how")),
            ("{alt}", texts.get("outline-alt")),
            ("{picture}", address(picture)),
            ("{width}", width),
            ("{height}", height),
            ("{shapes}", shapes),
        ];
        let page = values
            .into_iter()
            .fold(include_str!("../../../templates/outlines.html").to_owned(), |page, (name, value)| {
                page.replace(name, &value)
            });
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

/// An outline with its number, and an arrow from its middle to what is taken for the top.
fn shape(at: usize, quad: &Quad, size: [u32; 2]) -> String {
    let colour = COLOURS[at % COLOURS.len()];
    let corners = quad.corners();
    let points = corners.map(|[x, y]| format!("{x},{y}")).join(" ");
    let middle = [0, 1].map(|axis| corners.iter().map(|corner| corner[axis]).sum::<i32>() / 4);
    let top = [0, 1].map(|axis| (corners[0][axis] + corners[1][axis]) / 2);
    let line = |from: [i32; 2], to: [i32; 2]| {
        let ([x, y], [u, v]) = (from, to);
        format!("<polygon points=\"{x},{y} {u},{v}\" stroke=\"{colour}\"/>\n")
    };
    let [dx, dy] = [0, 1].map(|axis| (top[axis] - middle[axis]) / 6);
    let wings = [[-dx - dy, dx - dy], [dy - dx, -dx - dy]].map(|[x, y]| line(top, [top[0] + x, top[1] + y]));
    let letters = size[0].max(size[1]) / 20;
    let [x, y] = middle;
    format!(
        "<polygon points=\"{points}\" stroke=\"{colour}\"/>\n{}{}{}<text x=\"{x}\" y=\"{y}\" font-size=\"{letters}\" \
         stroke-width=\"{}\" fill=\"{colour}\">{}</text>\n",
        line(middle, top),
        wings[0],
        wings[1],
        letters / 5,
        at + 1
    )
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
    fn an_outline_has_its_number_and_its_top() {
        let quad: Quad = "100,100 400,100 400,290 100,290".parse().unwrap();
        let drawn = shape(1, &quad, [800, 600]);
        assert!(drawn.contains("points=\"100,100 400,100 400,290 100,290\""), "{drawn}");
        assert!(drawn.contains("points=\"250,195 250,100\"") && drawn.contains(">2</text>"), "{drawn}");
    }
}
