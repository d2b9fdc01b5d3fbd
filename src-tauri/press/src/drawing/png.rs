//! A drawing as PNG, drawn in strips from top to bottom on all cores and written as a stream: a picture of ten thousand
//! cards takes no more memory than one of a hundred. It can be told to stop.

use super::Drawing;
use super::painter::Painter;
use ::png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter, PixelDimensions, Unit};
use portfolio::error::Words;
use portfolio::{Code, Error, Result};
use std::collections::VecDeque;
use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

/// Most pixels of a picture: ten thousand cards, four pixels for each one of the screen.
const MOST: u64 = 8_000_000_000;
/// Pixels of one strip.
const STRIP: u32 = 2_000_000;
/// Fewest rows that are drawn at once: what reaches into many strips is outlined in each.
const FEWEST: u32 = 48;
/// How hard pixels are pressed, of nine. More makes files a tenth smaller and takes three times as long.
const EFFORT: u8 = 2;
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

    /// Writes the picture and tells, now and then, which part of it is done. When `stop` becomes true it breaks off.
    ///
    /// # Errors
    /// What kept it from being written; `Interrupted` when it was told to stop.
    pub fn write(
        &self,
        to: impl Write,
        stop: &AtomicBool,
        told: impl FnMut(f64),
    ) -> io::Result<()> {
        self.write_in(to, (STRIP / self.width).max(FEWEST), stop, told)
    }

    /// In strips of so many rows.
    fn write_in(
        &self,
        to: impl Write,
        rows: u32,
        stop: &AtomicBool,
        mut told: impl FnMut(f64),
    ) -> io::Result<()> {
        let mut writer = self.encoder(to).write_header()?;
        let mut stream = writer.stream_writer()?;
        let painter = &Painter::of(self.drawing, self.scale, self.width);
        let hands = thread::available_parallelism().map_or(1, |it| it.get().min(6));
        let mut tops = (0..self.height).step_by(rows as usize);
        thread::scope(|scope| {
            let mut begin = || {
                let top = tops.next()?;
                let rows = rows.min(self.height - top);
                Some(scope.spawn(move || painter.strip(top, rows, stop)))
            };
            let mut ahead: VecDeque<_> = (0..hands).map_while(|_| begin()).collect();
            let mut done = 0;
            while let Some(first) = ahead.pop_front() {
                let strip = first
                    .join()
                    .unwrap_or_else(|_| Err(io::Error::other("a strip could not be drawn")));
                let strip = strip?;
                // The next one is drawn while this one is written.
                ahead.extend(begin());
                for part in strip.chunks(1 << 20) {
                    if stop.load(Ordering::Relaxed) {
                        return Err(io::ErrorKind::Interrupted.into());
                    }
                    stream.write_all(part)?;
                }
                done += 1;
                told((f64::from(done * rows) / f64::from(self.height)).min(1.0));
            }
            io::Result::Ok(())
        })?;
        stream.finish()?;
        Ok(writer.finish()?)
    }

    fn encoder<W: Write>(&self, to: W) -> Encoder<'_, W> {
        let mut encoder = Encoder::new(to, self.width, self.height);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_color(if self.drawing.paper.is_some() {
            ColorType::Rgb
        } else {
            ColorType::Rgba
        });
        encoder.set_deflate_compression(DeflateCompression::Level(EFFORT));
        encoder.set_filter(Filter::Up);
        encoder.set_pixel_dims(Some(PixelDimensions {
            xppu: DENSITY * self.scale,
            yppu: DENSITY * self.scale,
            unit: Unit::Meter,
        }));
        encoder
    }
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
    use crate::drawing::{fonts, svg};
    use resvg::tiny_skia::{Color, Pixmap, Transform};
    use resvg::usvg::{Options, Tree};
    use serde_json::json;

    static GO_ON: AtomicBool = AtomicBool::new(false);

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
            raster.write_in(&mut strips, 50, &GO_ON, |_| ()).unwrap();
            raster.write_in(&mut whole, 220, &GO_ON, |_| ()).unwrap();
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

    /// The same SVG as it is saved, drawn by another renderer.
    #[test]
    fn pixels_and_svg_of_a_drawing_show_the_same() {
        let mut drawing = drawing(260.0, 110.0);
        drawing.clips = vec![crate::drawing::Outline::read("M0 0L60 0L60 110L0 110Z").unwrap()];
        drawing.types.push(drawing.types.first().unwrap().clone());
        drawing.types[1].clip = Some(0);
        drawing.groups[0].items.push(crate::drawing::Item::Text(
            1,
            40.0,
            90.0,
            70.0,
            0.0,
            "Cut off here".into(),
        ));
        let mut svg_text = Vec::new();
        svg(&drawing, &mut svg_text).unwrap();
        let svg_text = String::from_utf8(svg_text).unwrap();
        let options = Options {
            fontdb: fonts::of(&drawing),
            font_family: "Inter".to_owned(),
            ..Options::default()
        };
        // The face of 550 is called 500, because only hundreds are looked for.
        let svg_text = svg_text.replace("font-weight=\"550\"", "font-weight=\"500\"");
        let tree = Tree::from_str(&svg_text, &options).unwrap();
        for scale in 1..=4_u8 {
            let raster = png(&drawing, scale).unwrap();
            let mut bytes = Vec::new();
            raster.write(&mut bytes, &GO_ON, |_| ()).unwrap();
            let mut other = Pixmap::new(raster.width, raster.height).unwrap();
            other.fill(Color::WHITE);
            let grown = Transform::from_scale(f32::from(scale), f32::from(scale));
            resvg::render(&tree, grown, &mut other.as_mut());
            let ours = decoded(&bytes);
            let theirs = other.data().chunks_exact(4).flat_map(|it| &it[..3]);
            let apart: u64 = ours
                .iter()
                .zip(theirs)
                .map(|(a, b)| u64::from(a.abs_diff(*b)))
                .sum();
            #[allow(clippy::cast_precision_loss)]
            let mean = apart as f64 / ours.len() as f64;
            assert!(mean < 1.0, "{scale}×: {mean}");
        }
    }

    #[test]
    fn a_picture_tells_how_far_it_is_and_stops_when_it_is_told() {
        let drawing = drawing(3_000.0, 3_000.0);
        let raster = png(&drawing, 1).unwrap();
        let mut parts = Vec::new();
        raster
            .write(io::sink(), &GO_ON, |part| parts.push(part))
            .unwrap();
        assert!(parts.len() > 2 && parts.is_sorted());
        assert!((parts.last().unwrap() - 1.0).abs() < 1e-9);
        let stop = AtomicBool::new(false);
        let mut told = 0;
        let broken = raster.write(io::sink(), &stop, |_| {
            told += 1;
            stop.store(true, Ordering::Relaxed);
        });
        assert_eq!(broken.unwrap_err().kind(), io::ErrorKind::Interrupted);
        assert_eq!(told, 1);
    }
}
