//! The promise of redaction, tried on random cases: what lies under the masks makes no difference, byte for byte.
//!
//! Each case is a page of anything with a document anywhere on it, written by a random camera. A second page differs
//! only where the masks of the first lie, and is written in the same way.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::resume_unwind;
use std::thread;

use image::metadata::Orientation;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use unfreeze::evidence::{
    Hiding, Mask, Order, Preset, Quad, RedactError, Redacted, Scan, Side, Style, Watermark, WatermarkText,
    Window,
};

use super::evidence::layout;

const CASES: u64 = 260;
/// Of these, so many at least must have been drawn; the others have a document that is too small or turned.
const LEAST: u32 = 200;

/// The same throws on every machine: S. Vigna's `splitmix64`.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut value = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        value ^ (value >> 31)
    }

    /// From `least` to `most`, both included.
    pub(crate) fn number(&mut self, least: i32, most: i32) -> i32 {
        least + (self.throw() % (most - least + 1) as u64) as i32
    }

    fn one_in(&mut self, n: i32) -> bool {
        self.number(1, n) == 1
    }

    pub(crate) fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[(self.throw() % choices.len() as u64) as usize]
    }
}

/// The file format, and what a camera can choose in it.
#[derive(Clone, Copy, Debug)]
enum Camera {
    Png,
    PngGray,
    JpegGray { quality: u8 },
    Jpeg { quality: u8, sampling: SamplingFactor, progressive: bool },
}

impl Camera {
    /// What cameras and programs write. Chroma of an eighth and chroma quartered downwards are left out: nobody writes
    /// them, and the decoder carries them further than a coded unit and two pixels.
    const SAMPLINGS: [SamplingFactor; 6] = [
        SamplingFactor::F_1_1,
        SamplingFactor::F_2_1,
        SamplingFactor::F_1_2,
        SamplingFactor::F_2_2,
        SamplingFactor::F_2_2,
        SamplingFactor::F_4_1,
    ];

    fn any(dice: &mut Dice) -> Self {
        let quality = dice.number(30, 98) as u8;
        match dice.number(0, 9) {
            0 => Self::Png,
            1 => Self::PngGray,
            2 => Self::JpegGray { quality },
            _ => {
                let sampling = dice.one_of(&Self::SAMPLINGS);
                Self::Jpeg { quality, sampling, progressive: dice.one_in(4) }
            }
        }
    }

    /// What is counted: each kind of file must have come up.
    fn kind(self) -> String {
        match self {
            Self::Png => "png".to_owned(),
            Self::PngGray => "png gray".to_owned(),
            Self::JpegGray { .. } => "jpeg gray".to_owned(),
            Self::Jpeg { sampling, .. } => format!("jpeg {sampling:?}"),
        }
    }

    /// `exif` is the number of an orientation, which a JPEG file can tell.
    fn write(self, shown: &RgbImage, exif: u8) -> Vec<u8> {
        let mut bytes = Vec::new();
        match self {
            Self::Png => shown.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap(),
            Self::PngGray => {
                let gray = DynamicImage::ImageRgb8(shown.clone()).into_luma8();
                gray.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
            }
            Self::JpegGray { quality } => {
                let gray = stored(shown, exif).into_luma8();
                let [width, height] = [gray.width(), gray.height()].map(|length| length as u16);
                let mut encoder = Encoder::new(&mut bytes, quality);
                encoder.add_exif_metadata(&tiff(exif)).unwrap();
                encoder.encode(&gray, width, height, ColorType::Luma).unwrap();
            }
            Self::Jpeg { quality, sampling, progressive } => {
                let picture = stored(shown, exif).into_rgb8();
                let [width, height] = [picture.width(), picture.height()].map(|length| length as u16);
                let mut encoder = Encoder::new(&mut bytes, quality);
                encoder.set_sampling_factor(sampling);
                encoder.set_progressive(progressive);
                encoder.add_exif_metadata(&tiff(exif)).unwrap();
                encoder.encode(&picture, width, height, ColorType::Rgb).unwrap();
            }
        }
        bytes
    }
}

/// The picture as a camera stores it that tells this orientation.
fn stored(shown: &RgbImage, exif: u8) -> DynamicImage {
    let back = match Orientation::from_exif(exif).unwrap() {
        Orientation::Rotate90 => Orientation::Rotate270,
        Orientation::Rotate270 => Orientation::Rotate90,
        itself => itself,
    };
    let mut picture = DynamicImage::ImageRgb8(shown.clone());
    picture.apply_orientation(back);
    picture
}

/// An EXIF block that holds nothing but the orientation.
fn tiff(exif: u8) -> Vec<u8> {
    let mut bytes = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    bytes.extend([exif, 0, 0, 0, 0, 0, 0]);
    bytes
}

/// Most cases are of the cheap kind, a small document with covers; the known one is never drawn small.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Document {
    Known,
    Windows,
    Covers,
}

struct Case {
    page: RgbImage,
    corners: Quad,
    camera: Camera,
    exif: u8,
    side: Side,
    document: Document,
    windows: Vec<Window>,
    cover: Vec<Window>,
    preset: Preset,
    style: Style,
    told: bool,
    marked: bool,
}

impl Case {
    fn any(dice: &mut Dice) -> Self {
        let document = match dice.number(0, 11) {
            0 => Document::Known,
            1 => Document::Windows,
            _ => Document::Covers,
        };
        let (page, corners) = match document {
            Document::Known => {
                let page = [dice.number(500, 900), dice.number(350, 600)];
                (page, placed(dice, page, [300, page[0] * 21 / 20]))
            }
            Document::Windows => {
                let page = [dice.number(300, 500), dice.number(200, 350)];
                (page, upright(dice, page))
            }
            Document::Covers => {
                let page = [dice.number(240, 500), dice.number(200, 350)];
                (page, placed(dice, page, [180, 330]))
            }
        };
        let windows =
            |dice: &mut Dice, least| (least..dice.number(1, 4)).map(|_| window(dice, corners)).collect();
        let (shown, cover) = (windows(dice, 1), windows(dice, i32::from(document != Document::Covers)));
        Self {
            page: any_page(dice, page),
            corners,
            camera: Camera::any(dice),
            exif: if dice.one_in(3) { dice.number(2, 8) as u8 } else { 1 },
            side: dice.one_of(&Side::BOTH),
            document,
            windows: shown,
            cover,
            preset: dice.one_of(&Preset::ALL),
            style: dice.one_of(&Style::ALL),
            told: dice.one_in(2),
            marked: dice.one_in(4),
        }
    }

    fn redact(&self, page: &RgbImage, watermark: &Watermark) -> Result<Redacted, RedactError> {
        let hiding = match self.document {
            Document::Known => Hiding::Fields(layout()),
            Document::Windows => Hiding::AllBut(&self.windows),
            Document::Covers => Hiding::MaskedByHand,
        };
        let order = Order {
            side: self.side,
            corners: self.corners,
            hiding,
            cover: &self.cover,
            preset: self.preset,
            style: self.style,
            tell: self.told.then(|| "002X".parse().unwrap()),
            watermark: self.marked.then_some(watermark),
            found: None,
            vouched: &[],
        };
        Scan::read(&self.camera.write(page, self.exif)).unwrap().redact(&order)
    }

    /// The same page with something else under the masks.
    fn with_other_secrets(&self, dice: &mut Dice, masks: &[Mask], size: [u32; 2]) -> RgbImage {
        let outlines: Vec<_> =
            masks.iter().map(|mask| outline(self.corners.corners(), mask.area, size)).collect();
        let other = any_page(dice, [self.page.width() as i32, self.page.height() as i32]);
        RgbImage::from_fn(self.page.width(), self.page.height(), |x, y| {
            // A pixel is a square: it is hidden if anything of it is.
            let [x_, y_] = [x, y].map(f64::from);
            let points = [[0.5, 0.5], [0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]];
            let hidden = outlines
                .iter()
                .any(|figure| points.iter().any(|[right, down]| inside(figure, [x_ + right, y_ + down])));
            *if hidden { &other } else { &self.page }.get_pixel(x, y)
        })
    }
}

/// A document of this width, least and most, anywhere on the page: turned, in perspective, and at times over the edge.
fn placed(dice: &mut Dice, [width, height]: [i32; 2], extent: [i32; 2]) -> Quad {
    loop {
        let across = f64::from(dice.number(extent[0], extent[1])) / 2.0;
        let along = across * f64::from(dice.number(50, 80)) / 100.0;
        let middle = [dice.number(width / 3, width * 2 / 3), dice.number(height / 3, height * 2 / 3)];
        let turn = if dice.one_in(4) { 0 } else { dice.number(0, 359) };
        let (sin, cos) = f64::from(turn).to_radians().sin_cos();
        let bend = dice.one_of(&[0, 8, 30, 60]);
        let corners = [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]].map(|[right, down]| {
            let [u, v] = [right * across, down * along];
            let at = [u * cos - v * sin, u * sin + v * cos];
            [0, 1].map(|axis| middle[axis] + at[axis].round() as i32 + dice.number(-bend, bend))
        });
        if let Some(quad) = Quad::new(corners) {
            return quad;
        }
    }
}

/// A document that stands square on the page, on any of its four sides: only then can it have windows.
fn upright(dice: &mut Dice, [width, height]: [i32; 2]) -> Quad {
    let [left, top] = [dice.number(-20, 60), dice.number(-20, 60)];
    let [right, bottom] = [dice.number(width - 80, width + 20), dice.number(height - 80, height + 20)];
    let mut corners = [[left, top], [right, top], [right, bottom], [left, bottom]];
    corners.rotate_left(dice.number(0, 3) as usize);
    Quad::new(corners).unwrap()
}

/// A window round some point of the document.
fn window(dice: &mut Dice, corners: Quad) -> Window {
    let shares = [0; 4].map(|_: i32| dice.number(1, 10));
    let point = [0, 1].map(|axis| {
        let sum: i32 = corners.corners().iter().zip(shares).map(|(corner, share)| corner[axis] * share).sum();
        sum / shares.iter().sum::<i32>()
    });
    let [across, along] = [dice.number(6, 120), dice.number(6, 60)];
    format!("{},{},{across},{along}", point[0] - across / 2, point[1] - along / 2).parse().unwrap()
}

/// A page of noise, of print, of one colour, or of a gradient.
fn any_page(dice: &mut Dice, [width, height]: [i32; 2]) -> RgbImage {
    let [width, height] = [width as u32, height as u32];
    let colour = |dice: &mut Dice| Rgb([0; 3].map(|_: u8| dice.number(0, 255) as u8));
    let (one, two) = (colour(dice), colour(dice));
    match dice.number(0, 4) {
        0 => RgbImage::from_pixel(width, height, one),
        1 => RgbImage::from_fn(width, height, |x, y| {
            let share = f64::from(x + 2 * y) / f64::from(width + 2 * height);
            Rgb([0, 1, 2].map(|at| (f64::from(one[at]) * (1.0 - share) + f64::from(two[at]) * share) as u8))
        }),
        2 => RgbImage::from_fn(width, height, |_, _| colour(dice)),
        _ => {
            let cell = dice.number(2, 9) as u32;
            let seed = dice.throw();
            RgbImage::from_fn(width, height, |x, y| {
                let place = u64::from(x / cell) << 32 | u64::from(y / cell);
                if Dice(seed ^ place).one_in(3) { one } else { two }
            })
        }
    }
}

/// Where an area of the redacted picture lies on the page. Own arithmetic, so that a slip in the library's shows:
/// the map's eight numbers by elimination instead of a closed form.
fn outline(corners: [[i32; 2]; 4], [left, top, width, height]: [u32; 4], size: [u32; 2]) -> [[f64; 2]; 4] {
    let mut rows = Vec::new();
    for ([u, v], corner) in [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]].iter().zip(corners) {
        let [x, y] = corner.map(f64::from);
        rows.push([*u, *v, 1.0, 0.0, 0.0, 0.0, -u * x, -v * x, x]);
        rows.push([0.0, 0.0, 0.0, *u, *v, 1.0, -u * y, -v * y, y]);
    }
    for pivot in 0..8 {
        let most = (pivot..8).max_by(|a, b| rows[*a][pivot].abs().total_cmp(&rows[*b][pivot].abs())).unwrap();
        rows.swap(pivot, most);
        let lead = rows[pivot].map(|value: f64| value / rows[pivot][pivot]);
        rows[pivot] = lead;
        for (_, row) in rows.iter_mut().enumerate().filter(|(index, _)| *index != pivot) {
            let times = row[pivot];
            row.iter_mut().zip(lead).for_each(|(value, lead)| *value -= times * lead);
        }
    }
    let map: Vec<f64> = rows.iter().map(|row| row[8]).collect();
    [[left, top], [left + width, top], [left + width, top + height], [left, top + height]].map(|[x, y]| {
        let [u, v] = [f64::from(x) / f64::from(size[0]), f64::from(y) / f64::from(size[1])];
        let w = map[6] * u + map[7] * v + 1.0;
        [(map[0] * u + map[1] * v + map[2]) / w, (map[3] * u + map[4] * v + map[5]) / w]
    })
}

/// Whether a point lies within a convex figure that goes clockwise, edges left out.
fn inside(figure: &[[f64; 2]; 4], [x, y]: [f64; 2]) -> bool {
    (0..4).all(|index| {
        let (a, b) = (figure[index], figure[(index + 1) % 4]);
        (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]) > 1e-6
    })
}

/// What came of one case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing was to be drawn, or nothing was hidden.
    Idle,
    Kept,
    Broken,
}

fn tried(number: u64, watermark: &Watermark) -> (Outcome, Camera) {
    let mut dice = Dice(number);
    let case = Case::any(&mut dice);
    let first = match case.redact(&case.page, watermark) {
        Ok(first) => first,
        Err(RedactError::Unproved) => return (Outcome::Broken, case.camera),
        Err(_) => return (Outcome::Idle, case.camera),
    };
    let page = case.with_other_secrets(&mut dice, first.masks(), first.size());
    if page == case.page {
        return (Outcome::Idle, case.camera);
    }
    let second = case.redact(&page, watermark).unwrap_or_else(|error| panic!("case {number}: {error}"));
    let same = first.bytes() == second.bytes()
        && first.masks() == second.masks()
        && first.reasons() == second.reasons();
    (if same { Outcome::Kept } else { Outcome::Broken }, case.camera)
}

#[test]
fn what_lies_under_the_masks_makes_no_difference() {
    let text = WatermarkText::custom("for one purpose only").unwrap();
    let watermark = &Watermark::new(&text).unwrap();
    let half = |from: u64| {
        let tried = move |number| (number, tried(number, watermark));
        (from..CASES).step_by(2).map(tried).collect::<Vec<_>>()
    };
    let outcomes = thread::scope(|scope| {
        let threads = [0, 1].map(|from| scope.spawn(move || half(from)));
        threads.map(|thread| thread.join().unwrap_or_else(|panic| resume_unwind(panic))).concat()
    });
    let of = |wanted| outcomes.iter().filter(move |(_, (outcome, _))| *outcome == wanted);
    let broken: Vec<_> = of(Outcome::Broken).map(|(number, (_, camera))| (number, camera)).collect();
    assert!(broken.is_empty(), "{} broken: {broken:?}", broken.len());
    let mut count = BTreeMap::new();
    of(Outcome::Kept).for_each(|(_, (_, camera))| *count.entry(camera.kind()).or_insert(0) += 1);
    assert!(count.values().sum::<u32>() >= LEAST, "{count:?}");
    assert_eq!(count.len(), 8, "{count:?}");
}
