//! An attack on blurred digits that is known to work, tried on every style of mask.
//!
//! Whoever knows the font and the place renders every number that is possible, blurs it, and takes the one that fits
//! best (S. Hill, Z. Zhou, L. Saul, H. Shacham, PETS 2016). Print that was really blurred is read back in this way.

use ab_glyph::{Font as _, FontRef, PxScale, point};
use image::{GrayImage, ImageFormat, Luma, RgbImage, imageops};
use unfreeze::evidence::{Order, Preset, Quad, Reason, Redacted, Scan, Side, Style};

use super::evidence::{file, layout, order, pixels};
use super::promise::Dice;

const FONT: &[u8] = include_bytes!("../../templates/fonts/DejaVuSansMono-ascii.ttf");
const SIZE: [u32; 2] = [864, 544];
const GROUND: u8 = 205;
/// Where the last four digits are printed, in pixels: the first one's left, the baseline, from digit to digit, the em.
const PRINT: [f32; 4] = [675.0, 482.0, 28.0, 32.0];
/// What the attacker looks at: left, top, width and height; all of it lies under the number's mask.
const SIGHT: [u32; 4] = [640, 440, 184, 64];
const SIGMAS: [f32; 4] = [3.0, 5.0, 8.0, 12.0];

type Digits = [usize; 4];

fn any_digits(dice: &mut Dice) -> Digits {
    [0; 4].map(|_: i32| dice.number(0, 9) as usize)
}

/// Prints a digit at one of the four places.
fn print(card: &mut GrayImage, place: usize, digit: usize) {
    let font = FontRef::try_from_slice(FONT).unwrap();
    let [left, baseline, pitch, em] = PRINT;
    let scale = PxScale::from(em * font.height_unscaled() / font.units_per_em().unwrap());
    let at = point(left + pitch * place as f32, baseline);
    let glyph = font.glyph_id(char::from(b'0' + digit as u8)).with_scale_and_position(scale, at);
    let outline = font.outline_glyph(glyph).unwrap();
    let origin = outline.px_bounds().min;
    outline.draw(|dx, dy, cover| {
        let Luma([value]) = card.get_pixel_mut(origin.x as u32 + dx, origin.y as u32 + dy);
        *value = (f32::from(*value) * (1.0 - 0.85 * cover.clamp(0.0, 1.0))).round() as u8;
    });
}

fn card(digits: &[usize]) -> GrayImage {
    let mut card = GrayImage::from_pixel(SIZE[0], SIZE[1], Luma([GROUND]));
    digits.iter().enumerate().for_each(|(place, digit)| print(&mut card, place, *digit));
    card
}

/// How much darker than the ground each pixel in sight is, less the mean.
fn seen(picture: &GrayImage) -> Vec<f32> {
    let [left, top, width, height] = SIGHT;
    let sight = imageops::crop_imm(picture, left, top, width, height).to_image();
    let dark: Vec<f32> = sight.pixels().map(|pixel| f32::from(GROUND) - f32::from(pixel.0[0])).collect();
    let mean = dark.iter().sum::<f32>() / dark.len() as f32;
    dark.into_iter().map(|value| value - mean).collect()
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// One guess at how print was made unreadable: all digits at all places as they would look then.
struct Guess {
    looks: Vec<Vec<f32>>,
    products: Vec<f32>,
}

impl Guess {
    fn blurred(sigma: f32) -> Self {
        let look = |index: usize| {
            let mut card = card(&[]);
            print(&mut card, index / 10, index % 10);
            seen(&imageops::blur(&card, sigma))
        };
        let looks: Vec<_> = (0..40).map(look).collect();
        let products = looks.iter().flat_map(|one| looks.iter().map(|other| dot(one, other))).collect();
        Self { looks, products }
    }

    /// Of all ten thousand numbers the one with the least squares, whatever the contrast; and how well it fits.
    fn best(&self, seen: &[f32]) -> (f32, Digits) {
        let match_: Vec<f32> = self.looks.iter().map(|look| dot(look, seen)).collect();
        let fit = |digits: Digits| {
            let at = [0, 1, 2, 3].map(|place| 10 * place + digits[place]);
            let along: f32 = at.iter().map(|index| match_[*index]).sum();
            let length: f32 = at.iter().flat_map(|a| at.iter().map(|b| self.products[40 * *a + *b])).sum();
            along.max(0.0) * along / length
        };
        let all = (0..10_000).map(|number| [number / 1000, number / 100 % 10, number / 10 % 10, number % 10]);
        all.map(|digits| (fit(digits), digits)).max_by(|a, b| a.0.total_cmp(&b.0)).unwrap()
    }
}

/// How many digits of a picture the attacker, who tries every strength of blur, gets right.
fn recovered(guesses: &[Guess], picture: &GrayImage, digits: Digits) -> usize {
    let seen = seen(picture);
    let (_, best) = guesses.iter().map(|guess| guess.best(&seen)).max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
    (0..4).filter(|place| best[*place] == digits[*place]).count()
}

fn redact(card: GrayImage, style: Style) -> Redacted {
    let scan = Scan::read(&file(card, ImageFormat::Png)).unwrap();
    let corners: Quad = scan.whole();
    let order = Order { style, tell: None, ..order(corners, Preset::Standard) };
    scan.redact(&order).unwrap()
}

fn gray(picture: RgbImage) -> GrayImage {
    imageops::grayscale(&picture)
}

fn guesses() -> Vec<Guess> {
    SIGMAS.map(Guess::blurred).into()
}

#[test]
fn the_attack_reads_what_is_really_blurred() {
    let (guesses, mut dice) = (guesses(), Dice(1));
    let mut right = 0;
    for number in 0..40 {
        let digits = any_digits(&mut dice);
        let blurred = imageops::blur(&card(&digits), SIGMAS[number % 4]);
        let copy = gray(pixels(&file(blurred, ImageFormat::Jpeg)));
        right += recovered(&guesses, &copy, digits);
    }
    assert!(right > 144, "{right} of 160");
}

#[test]
fn the_attack_reads_nothing_from_any_style() {
    let (guesses, mut dice) = (guesses(), Dice(2));
    let masks = layout().masks(Side::Portrait, Preset::Standard, SIZE);
    let number = masks.iter().find(|mask| mask.field == "number").unwrap().area;
    assert!(number[0] <= SIGHT[0] && number[0] + number[2] >= SIGHT[0] + SIGHT[2], "{number:?}");
    assert!(number[1] <= SIGHT[1] && number[1] + number[3] >= SIGHT[1] + SIGHT[3], "{number:?}");
    for style in Style::ALL {
        let unprinted = redact(card(&[]), style);
        let mut right = 0;
        for _ in 0..12 {
            let digits = any_digits(&mut dice);
            let redacted = redact(card(&digits), style);
            // The masks are the field's, not the text's, and the picture is the one of a card without a number.
            assert_eq!(redacted.masks(), masks);
            assert!(redacted.bytes() == unprinted.bytes(), "{style:?}");
            right += recovered(&guesses, &gray(pixels(redacted.bytes())), digits);
        }
        // Chance is a tenth.
        assert!(right <= 48 / 5, "{style:?}: {right} of 48");
    }
}

/// Of these samplings the decoder carries chroma further than a block: the promise does not hold from file to file, so a
/// person is told.
#[test]
fn a_sampling_that_no_camera_writes_is_told() {
    use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
    let reasons = |sampling| {
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, 90);
        encoder.set_sampling_factor(sampling);
        encoder.encode(&[128; 864 * 544 * 3], 864, 544, ColorType::Rgb).unwrap();
        let scan = Scan::read(&bytes).unwrap();
        let order = order(scan.whole(), Preset::Standard);
        scan.redact(&order).unwrap().reasons().to_vec()
    };
    for usual in [SamplingFactor::F_1_1, SamplingFactor::F_2_1, SamplingFactor::F_2_2, SamplingFactor::F_4_1]
    {
        assert_eq!(reasons(usual), [Reason::Unseen]);
    }
    for odd in [SamplingFactor::F_4_2, SamplingFactor::F_1_4, SamplingFactor::F_2_4] {
        assert_eq!(reasons(odd), [Reason::Unseen, Reason::Traces]);
    }
}
