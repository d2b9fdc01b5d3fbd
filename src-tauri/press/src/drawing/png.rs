//! A drawing as PNG, drawn in strips from top to bottom and written as a stream: a picture of ten thousand cards
//! takes no more memory than one of a hundred.

use super::outline::Span;
use super::svg::{Pens, strip};
use super::{Color, Drawing, fonts};
use ::png::{BitDepth, ColorType, Compression, Encoder, PixelDimensions, Unit};
use portfolio::error::Words;
use portfolio::{Code, Error, Result};
use resvg::tiny_skia::{self, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb::Database};
use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::Arc;
use std::thread;

/// Most pixels of a picture: ten thousand cards, four pixels for each one of the screen.
const MOST: u64 = 8_000_000_000;
/// Pixels of one strip.
const STRIP: u32 = 6_000_000;
/// Fewest rows that are drawn at once: `resvg` cuts a shadow off where it reaches farther than twice as many.
const FEWEST: u32 = 128;
/// Beyond as many pixels speed of writing counts more than the size of the file.
const LARGE: u64 = 150_000_000;
/// Pixels in a metre for pictures that are not enlarged: 96 in an inch.
const DENSITY: u32 = 3780;

/// A drawing with the number of pixels it will have.
#[derive(Debug)]
pub struct Raster<'a> {
    drawing: &'a Drawing,
    scale: u32,
    width: u32,
    height: u32,
}

/// Plans a picture of a drawing that was checked, with 1 to 4 pixels for each one of the screen.
///
/// # Errors
/// `TooLarge`, with the scale that fits; `BadValue` for a scale that is none of these.
pub fn png(drawing: &Drawing, scale: u8) -> Result<Raster<'_>> {
    if !(1..=4).contains(&scale) {
        return Err(no_scale());
    }
    let raster = Raster::of(drawing, scale);
    if raster.pixels() <= MOST {
        return Ok(raster);
    }
    let fits = (1..scale)
        .rev()
        .find(|it| Raster::of(drawing, *it).pixels() <= MOST);
    Err(too_large(&raster, fits))
}

impl<'a> Raster<'a> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn of(drawing: &'a Drawing, scale: u8) -> Self {
        let side = |units: f64| (units * f64::from(scale)).ceil().max(1.0) as u32;
        Self {
            drawing,
            scale: u32::from(scale),
            width: side(drawing.width),
            height: side(drawing.height),
        }
    }

    fn pixels(&self) -> u64 {
        u64::from(self.width) * u64::from(self.height)
    }

    /// Writes the picture.
    ///
    /// # Errors
    /// What kept it from being written.
    pub fn write(&self, to: impl Write) -> io::Result<()> {
        self.write_in(to, (STRIP / self.width).max(FEWEST))
    }

    /// In strips of so many rows.
    fn write_in(&self, to: impl Write, rows: u32) -> io::Result<()> {
        let mut encoder = Encoder::new(to, self.width, self.height);
        encoder.set_depth(BitDepth::Eight);
        let opaque = self.drawing.paper.is_some();
        encoder.set_color(if opaque {
            ColorType::Rgb
        } else {
            ColorType::Rgba
        });
        encoder.set_compression(if self.pixels() > LARGE {
            Compression::Fast
        } else {
            Compression::Balanced
        });
        encoder.set_pixel_dims(Some(PixelDimensions {
            xppu: DENSITY * self.scale,
            yppu: DENSITY * self.scale,
            unit: Unit::Meter,
        }));
        let mut writer = encoder.write_header()?;
        let mut stream = writer.stream_writer()?;
        let painter = &Painter::of(self);
        let hands = thread::available_parallelism().map_or(1, |it| it.get().min(6));
        let mut tops = (0..self.height).step_by(rows as usize);
        thread::scope(|scope| {
            let mut begin = || {
                let top = tops.next()?;
                let rows = rows.min(self.height - top);
                Some(scope.spawn(move || painter.strip(top, rows)))
            };
            let mut ahead: VecDeque<_> = (0..hands).map_while(|_| begin()).collect();
            while let Some(first) = ahead.pop_front() {
                let strip = first
                    .join()
                    .unwrap_or_else(|_| Err(io::Error::other("a strip could not be drawn")))?;
                // The next one is drawn while this one is written.
                ahead.extend(begin());
                stream.write_all(&strip)?;
            }
            io::Result::Ok(())
        })?;
        stream.finish()?;
        Ok(writer.finish()?)
    }
}

/// What every strip needs, made once.
struct Painter<'a> {
    drawing: &'a Drawing,
    scale: u32,
    width: u32,
    pens: Pens,
    spans: Vec<Span>,
    fonts: Arc<Database>,
}

impl<'a> Painter<'a> {
    fn of(raster: &Raster<'a>) -> Self {
        let drawing = raster.drawing;
        let items = drawing.groups.iter().flat_map(|group| &group.items);
        Self {
            drawing,
            scale: raster.scale,
            width: raster.width,
            pens: Pens::of(drawing, fonts::named_weight),
            spans: items.map(|item| drawing.span_of(item)).collect(),
            fonts: fonts::of(drawing),
        }
    }

    /// The bytes of some rows.
    #[allow(clippy::cast_precision_loss)]
    fn strip(&self, top: u32, rows: u32) -> io::Result<Vec<u8>> {
        let scale = f64::from(self.scale);
        let seen = Span {
            top: f64::from(top) / scale - 1.0,
            bottom: f64::from(top + rows) / scale + 1.0,
        };
        let text = strip(self.drawing, &self.pens, &self.spans, seen)?;
        let options = Options {
            fontdb: Arc::clone(&self.fonts),
            font_family: "Inter".to_owned(),
            ..Options::default()
        };
        let tree = Tree::from_data(&text, &options).map_err(io::Error::other)?;
        let mut pixels = Pixmap::new(self.width, rows.max(FEWEST))
            .ok_or_else(|| io::Error::other("there is no memory for a strip"))?;
        if let Some(paper) = self.drawing.paper {
            pixels.fill(solid(paper));
        }
        let to_pixels = Transform::from_translate(0.0, -(top as f32))
            .pre_scale(self.scale as f32, self.scale as f32);
        resvg::render(&tree, to_pixels, &mut pixels.as_mut());
        let wanted = self.width as usize * rows as usize * 4;
        if self.drawing.paper.is_none() {
            let mut bytes = pixels.take_demultiplied();
            bytes.truncate(wanted);
            return Ok(bytes);
        }
        let opaque = pixels
            .data()
            .chunks_exact(4)
            .take(wanted / 4)
            .filter_map(|it| it.first_chunk::<3>());
        Ok(opaque.flatten().copied().collect())
    }
}

fn solid(color: Color) -> tiny_skia::Color {
    let [r, g, b, _] = color.bytes();
    tiny_skia::Color::from_rgba8(r, g, b, 255)
}

fn no_scale() -> Error {
    Error::new(
        Code::BadValue,
        Words::new(
            "A picture has one to four pixels for each one of the screen. Nothing was written.",
            "Une image a de un à quatre pixels pour chaque pixel de l’écran. Rien n’a été écrit.",
        ),
        Words::new("Choose 1×, 2×, 3× or 4×.", "Choisissez 1×, 2×, 3× ou 4×."),
    )
}

fn too_large(raster: &Raster<'_>, fits: Option<u8>) -> Error {
    let Raster {
        scale,
        width,
        height,
        ..
    } = raster;
    let hint = match fits {
        Some(fits) => Words::new(
            format!("{fits}× fits. An SVG has no such limit and prints sharp at any size."),
            format!(
                "{fits}× convient. Un SVG n’a pas cette limite et s’imprime net à toute taille."
            ),
        ),
        None => Words::new(
            "Save it as SVG, which has no such limit, or only what is in view or selected.",
            "Enregistrez-la en SVG, qui n’a pas cette limite, ou seulement ce qui est affiché ou sélectionné.",
        ),
    };
    Error::new(
        Code::TooLarge,
        Words::new(
            format!(
                "At {scale}× this picture would have {width} × {height} pixels, more than are drawn. Nothing was written."
            ),
            format!(
                "À {scale}×, cette image aurait {width} × {height} pixels, plus que ce qui peut être dessiné. Rien n’a été écrit."
            ),
        ),
        hint,
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use serde_json::json;

    fn drawing(width: f64, height: f64) -> Drawing {
        let items = json!([
            { "rect": [0, 10, 10, 240, 88, 6] },
            { "disc": [1, 200, 60, 9] },
            { "path": [2, "M20 20C20 90 200 10 200 90M30 95L240 95"] },
            { "text": [0, 25, 40, 90, 0, "Permit portal 1"] },
            { "text": [0, 130, 70, 60, -30, "Turned"] },
        ]);
        serde_json::from_value(json!({
            "width": width, "height": height, "paper": "#f6f5f1", "title": "A map", "lang": "en",
            "looks": [
                { "fill": { "plain": "#ffffff" }, "stroke": { "color": "#e4e1da", "width": 1, "dash": [], "round_cap": false, "round_join": false }, "clip": null, "shadow": { "color": "#00000077", "blur": 24, "dx": 0, "dy": 8 } },
                { "fill": { "hatch": ["#8f8a80", 1] }, "stroke": null, "clip": null, "shadow": null },
                { "fill": null, "stroke": { "color": "#53504a80", "width": 2, "dash": [5, 4], "round_cap": true, "round_join": true }, "clip": null, "shadow": null },
            ],
            "types": [{ "size": 13, "weight": 550, "color": "#1c1b19", "anchor": "start", "clip": null }],
            "clips": [],
            "groups": [{ "id": "a", "title": "Permit portal", "items": items }],
        }))
        .unwrap()
    }

    fn decoded(bytes: &[u8]) -> Vec<u8> {
        let mut reader = ::png::Decoder::new(io::Cursor::new(bytes))
            .read_info()
            .unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        pixels
    }

    #[test]
    fn a_picture_drawn_in_strips_is_the_one_drawn_at_once() {
        for paper in [true, false] {
            let mut drawing = drawing(260.0, 110.0);
            if !paper {
                drawing.paper = None;
            }
            let raster = png(&drawing, 2).unwrap();
            let (mut strips, mut whole) = (Vec::new(), Vec::new());
            raster.write_in(&mut strips, 50).unwrap();
            raster.write_in(&mut whole, 220).unwrap();
            let (strips, whole) = (decoded(&strips), decoded(&whole));
            assert_eq!(strips.len(), whole.len());
            // Rounding may tip a point of an edge; a seam or something left out would be seen along a whole row.
            let apart = |least| {
                let pairs = strips.iter().zip(&whole);
                pairs.filter(|(a, b)| a.abs_diff(**b) > least).count()
            };
            assert!(
                apart(4) * 1000 < whole.len(),
                "{} of {}",
                apart(4),
                whole.len()
            );
            assert_eq!(apart(64), 0);
            assert!(whole.iter().any(|it| *it < 60), "nothing was drawn");
        }
    }

    #[test]
    fn a_picture_that_is_too_large_names_the_scale_that_fits() {
        let drawing = drawing(50_000.0, 50_000.0);
        assert!(png(&drawing, 1).is_ok());
        let error = png(&drawing, 4).unwrap_err();
        assert_eq!(error.code, Code::TooLarge);
        assert!(
            error
                .message
                .get(portfolio::model::Lang::En)
                .contains("200000 × 200000")
        );
        assert!(
            error
                .hint
                .get(portfolio::model::Lang::En)
                .starts_with("1× fits")
        );
        assert_eq!(png(&drawing, 5).unwrap_err().code, Code::BadValue);
        assert_eq!(png(&drawing, 0).unwrap_err().code, Code::BadValue);
    }
}
