//! How the things on a table come into a picture: a pinhole, sheets that lie turned or bent, and what covers what.

use image::RgbImage;

use crate::sheet::{Sheet, mix};
use crate::truth::{self, Card, Char, Field};

/// What lies nearest the camera where nothing but the ground is, and where an opaque thing covers all.
const GROUND: u8 = 0;
const COVER: u8 = 255;
/// Steps by which a point of a bent sheet is found.
const STEPS: usize = 4;
/// How finely it is looked at how much of a glyph is seen.
const GRID: usize = 6;

/// A pinhole that looks at the table's origin; the table's unit is the millimetre.
#[derive(Clone, Copy)]
pub(crate) struct View {
    middle: [f64; 2],
    focal: f64,
    far: f64,
    turn: [[f64; 3]; 3],
}

impl View {
    /// As a scanner sees it: `scale` pixels show a millimetre.
    pub(crate) fn flat(size: [u32; 2], scale: f64) -> Self {
        Self::new(size, scale, 1.0, 0.0, 0.0)
    }

    /// `scale` pixels show a millimetre in the middle; the lens' focal length is a part of the longer side; the table is
    /// tilted by an angle round an axis on it.
    pub(crate) fn new(size: [u32; 2], scale: f64, lens: f64, tilt: f64, axis: f64) -> Self {
        let size = size.map(f64::from);
        let focal = size[0].max(size[1]) * lens;
        let [c, s] = [tilt.cos(), tilt.sin()];
        let [x, y] = [axis.cos(), axis.sin()];
        // Rodrigues' rotation about an axis that lies on the table.
        let turn = [
            [c + x * x * (1.0 - c), x * y * (1.0 - c), y * s],
            [x * y * (1.0 - c), c + y * y * (1.0 - c), -x * s],
            [-y * s, x * s, c],
        ];
        Self { middle: size.map(|length| length / 2.0), focal, far: focal / scale, turn }
    }

    /// Where a point is seen; the last coordinate is how far it is above the table.
    pub(crate) fn see(&self, [x, y, z]: [f64; 3]) -> [f64; 2] {
        let [x, y, z] = self.turn.map(|row| row[0] * x + row[1] * y - row[2] * z);
        let scale = self.focal / (z + self.far);
        [self.middle[0] + x * scale, self.middle[1] + y * scale]
    }

    /// The point of the table that is seen there.
    pub(crate) fn table(&self, [u, v]: [f64; 2]) -> [f64; 2] {
        let ray = [(u - self.middle[0]) / self.focal, (v - self.middle[1]) / self.focal, 1.0];
        let back = |axis: usize| (0..3).map(|row| self.turn[row][axis] * ray[row]).sum::<f64>();
        // In the table's frame the camera is as far behind the origin as the table's own axes say.
        let eye = [0, 1, 2].map(|axis| -self.turn[2][axis] * self.far);
        let times = -eye[2] / back(2);
        [eye[0] + back(0) * times, eye[1] + back(1) * times]
    }
}

/// How a sheet lies on the table.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    /// The place of its middle.
    pub(crate) at: [f64; 2],
    /// Cosine and sine of its turn.
    turn: [f64; 2],
    /// How high its middle stands up, in millimetres.
    bend: f64,
}

impl Place {
    pub(crate) fn new(at: [f64; 2], turn: f64, bend: f64) -> Self {
        Self { at, turn: [turn.cos(), turn.sin()], bend }
    }

    pub(crate) fn angle(&self) -> f64 {
        self.turn[1].atan2(self.turn[0])
    }

    /// A point of the sheet on the table, and its height.
    pub(crate) fn on_table(&self, size: [f64; 2], [x, y]: [f64; 2]) -> [f64; 3] {
        let [c, s] = self.turn;
        let high = self.bend * (1.0 - (x / size[0] * 2.0 - 1.0).powi(2));
        let [x, y] = [x - size[0] / 2.0, y - size[1] / 2.0];
        [self.at[0] + x * c - y * s, self.at[1] + x * s + y * c, high]
    }

    pub(crate) fn of_table(&self, size: [f64; 2], [x, y]: [f64; 2]) -> [f64; 2] {
        let [c, s] = self.turn;
        let [x, y] = [x - self.at[0], y - self.at[1]];
        [x * c + y * s + size[0] / 2.0, y * c - x * s + size[1] / 2.0]
    }
}

/// A picture that things are laid into, one over the other.
pub(crate) struct Canvas {
    pub(crate) picture: RgbImage,
    pub(crate) view: View,
    owner: Vec<u8>,
    laid: u8,
}

/// A sheet that was laid into a picture.
pub(crate) struct Laid {
    pub(crate) place: Place,
    pub(crate) size: [f64; 2],
    id: u8,
}

impl Canvas {
    pub(crate) fn new(ground: RgbImage, view: View) -> Self {
        let owner = vec![GROUND; (ground.width() * ground.height()) as usize];
        Self { picture: ground, view, owner, laid: GROUND }
    }

    /// Lays a sheet; `look` changes its colour where it is seen, by the place on the sheet.
    pub(crate) fn lay(
        &mut self,
        sheet: &Sheet,
        place: Place,
        shadow: f64,
        look: &dyn Fn([f64; 2]) -> [f32; 3],
    ) -> Laid {
        self.laid += 1;
        let laid = Laid { place, size: sheet.size, id: self.laid };
        let [w, h] = sheet.size;
        let outline: Vec<[f64; 2]> = (0..=8)
            .flat_map(|step| [[w * f64::from(step) / 8.0, -4.0], [w * f64::from(step) / 8.0, h + 4.0]])
            .chain([[-4.0, -4.0], [w + 4.0, -4.0], [-4.0, h + 4.0], [w + 4.0, h + 4.0]])
            .map(|point| self.view.see(place.on_table(sheet.size, point)))
            .collect();
        let width = self.picture.width();
        let id = self.laid;
        let view = self.view;
        for (x, y) in area(&outline, &self.picture) {
            let at = laid.under(&view, [f64::from(x) + 0.5, f64::from(y) + 0.5]);
            // How far inside the rounded outline, in millimetres.
            let [dx, dy] = [
                (at[0] - w / 2.0).abs() - w / 2.0 + sheet.radius,
                (at[1] - h / 2.0).abs() - h / 2.0 + sheet.radius,
            ];
            let out = dx.max(0.0).hypot(dy.max(0.0)) + dx.max(dy).min(0.0) - sheet.radius;
            let pixel = self.picture.get_pixel_mut(x, y);
            let edge = (0.5 - out * view.focal / view.far).clamp(0.0, 1.0);
            if shadow > 0.0 && edge < 1.0 && out < 3.5 {
                mix(pixel, [0; 3], shadow * (-out.max(0.0) / 1.1).exp());
            }
            if edge > 0.0 {
                let (colour, light) = (sheet.at(at), look(at));
                mix(pixel, [0, 1, 2].map(|c| (colour[c] * light[c]).clamp(0.0, 255.0) as u8), edge);
                if edge > 0.5 {
                    self.owner[(y * width + x) as usize] = id;
                }
            }
        }
        laid
    }

    /// Changes the pixels near some points of the table: a colour and how much of it, by the place on the table. What is
    /// opaque covers what lies there.
    pub(crate) fn over(
        &mut self,
        points: &[[f64; 2]],
        covers: bool,
        paint: &dyn Fn([f64; 2]) -> Option<([u8; 3], f64)>,
    ) {
        let outline: Vec<[f64; 2]> = points.iter().map(|[x, y]| self.view.see([*x, *y, 0.0])).collect();
        let width = self.picture.width();
        for (x, y) in area(&outline, &self.picture) {
            let at = self.view.table([f64::from(x) + 0.5, f64::from(y) + 0.5]);
            if let Some((ink, share)) = paint(at) {
                mix(self.picture.get_pixel_mut(x, y), ink, share);
                if covers && share > 0.5 {
                    self.owner[(y * width + x) as usize] = COVER;
                }
            }
        }
    }

    /// What is true of a sheet in the picture, when everything lies where it should.
    pub(crate) fn truth(&self, laid: &Laid, sheet: &Sheet) -> Card {
        let see = |point: [f64; 2]| self.view.see(laid.place.on_table(sheet.size, point));
        let [w, h] = sheet.size;
        let fields = sheet.values.iter().map(|(name, value)| {
            let chars = value.glyphs.iter().map(|glyph| {
                let truth::Glyph { c, outline } = glyph;
                let polygon = outline.map(see);
                Char { c: *c, polygon, visible: self.visible(laid, *outline) }
            });
            (*name, Field { text: value.text.clone(), chars: chars.collect() })
        });
        Card {
            side: sheet.side,
            corners: [[0.0, 0.0], [w, 0.0], [w, h], [0.0, h]].map(see),
            fields: fields.collect(),
        }
    }

    /// How much of a rectangle on a sheet is inside the picture, with nothing over it.
    fn visible(&self, laid: &Laid, [[l, t], _, [r, b], _]: [[f64; 2]; 4]) -> f64 {
        let part = |index: usize| (index as f64 + 0.5) / GRID as f64;
        let seen = (0..GRID * GRID).filter(|index| {
            let point = [l + (r - l) * part(index % GRID), t + (b - t) * part(index / GRID)];
            let [x, y] = self.view.see(laid.place.on_table(laid.size, point));
            let [width, height] = [self.picture.width(), self.picture.height()].map(f64::from);
            let inside = x >= 0.0 && y >= 0.0 && x < width && y < height;
            inside && self.owner[y as usize * self.picture.width() as usize + x as usize] == laid.id
        });
        seen.count() as f64 / (GRID * GRID) as f64
    }
}

impl Laid {
    /// The point of the sheet that is seen there: of a bent one, by steps.
    fn under(&self, view: &View, pixel: [f64; 2]) -> [f64; 2] {
        let mut at = view.table(pixel);
        if self.place.bend != 0.0 {
            let aim = at;
            for _ in 0..STEPS {
                let point = self.place.on_table(self.size, self.place.of_table(self.size, at));
                let seen = view.table(view.see(point));
                at = [at[0] + aim[0] - seen[0], at[1] + aim[1] - seen[1]];
            }
        }
        self.place.of_table(self.size, at)
    }
}

/// The pixels of a picture in the bounds of some points.
fn area(points: &[[f64; 2]], picture: &RgbImage) -> impl Iterator<Item = (u32, u32)> + use<> {
    let ends = |axis: usize, limit: u32| {
        let values = points.iter().map(|point| point[axis]);
        let [least, most] = values.fold([f64::MAX, f64::MIN], |[a, b], value| [a.min(value), b.max(value)]);
        least.max(0.0) as u32..(most.ceil().max(0.0) as u32).min(limit)
    };
    let [columns, rows] = [ends(0, picture.width()), ends(1, picture.height())];
    rows.flat_map(move |y| columns.clone().map(move |x| (x, y)))
}
