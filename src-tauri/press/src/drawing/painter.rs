//! Draws some rows of a picture: each item that reaches into them, from the lowest to the topmost.

use super::cells::Cells;
use super::letters::{Letter, Letters, letters};
use super::outline::Span;
use super::shade::{Shade, shade};
use super::shape::{drawn, follow_all, outline};
use super::strip::{Ink, Strip};
use super::{Drawing, Item, Look, Paint, fonts};
use resvg::tiny_skia::{Path, Transform};
use resvg::usvg::fontdb::Database;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What every strip needs, made once.
pub(super) struct Painter<'a> {
    drawing: &'a Drawing,
    scale: u32,
    width: u32,
    spans: Vec<Span>,
    typefaces: Arc<Database>,
}

/// The parts of each row that show, with how much of them does.
type Shown = Vec<Vec<(usize, usize, f32)>>;

struct Hand<'a> {
    drawing: &'a Drawing,
    scale: f32,
    /// The height of the first row, in units and in pixels.
    up: f64,
    top: f32,
    seen: Span,
    strip: Strip,
    cells: Cells,
    /// Items that are clipped alike mostly follow each other.
    clip: Option<(u32, Shown)>,
}

impl<'a> Painter<'a> {
    pub(super) fn of(drawing: &'a Drawing, scale: u32, width: u32) -> Self {
        let items = drawing.groups.iter().flat_map(|group| &group.items);
        Self {
            drawing,
            scale,
            width,
            spans: items.map(|item| drawing.span_of(item)).collect(),
            typefaces: fonts::of(drawing),
        }
    }

    /// The bytes of some rows. Breaks off when it is told to.
    #[allow(clippy::cast_precision_loss)]
    pub(super) fn strip(&self, top: u32, rows: u32, stop: &AtomicBool) -> io::Result<Vec<u8>> {
        let scale = f64::from(self.scale);
        let seen = Span {
            top: f64::from(top) / scale - 1.0,
            bottom: f64::from(top + rows) / scale + 1.0,
        };
        let items = || {
            let all = self.drawing.groups.iter().flat_map(|group| &group.items);
            let near = all.zip(&self.spans).enumerate();
            near.filter_map(|(n, (item, span))| span.meets(seen).then_some((n, item)))
        };
        let set = Letters::of(self.drawing, items(), &self.typefaces)?;
        let mut words = set.all().peekable();
        let paper = self.drawing.paper;
        let mut hand = Hand {
            drawing: self.drawing,
            scale: self.scale as f32,
            up: f64::from(top) / scale,
            top: top as f32,
            seen,
            strip: Strip::new(self.width as usize, rows as usize, paper),
            cells: Cells::new(self.width, rows),
            clip: None,
        };
        for (n, item) in items() {
            if stop.load(Ordering::Relaxed) {
                return Err(io::ErrorKind::Interrupted.into());
            }
            if let Item::Text(setting, ..) = item {
                if let Some((_, node)) = words.next_if(|(number, _)| *number == n) {
                    letters(node, hand.scale, &mut |letter| {
                        hand.letter(*setting, letter)
                    });
                }
            } else {
                hand.shape(item);
            }
        }
        Ok(hand.strip.bytes(paper.is_some()))
    }
}

impl Hand<'_> {
    fn letter(&mut self, setting: u32, letter: Letter<'_>) {
        let Some(setting) = self.drawing.types.get(setting as usize) else {
            return;
        };
        match letter {
            Letter::Outline(path, to_units) => {
                let to_pixels = to_units.post_scale(self.scale, self.scale);
                self.cells
                    .add(path, to_pixels.post_translate(0.0, -self.top));
                self.lay(&Ink::Plain(setting.color), setting.clip);
            }
            #[allow(clippy::cast_possible_truncation)]
            Letter::Picture { left, top, pixels } => {
                let top = top - f64::from(self.top);
                self.strip.stamp(pixels.as_ref(), left as i64, top as i64);
            }
        }
    }

    fn shape(&mut self, item: &Item) {
        let drawing = self.drawing;
        let (Item::Rect(number, ..) | Item::Disc(number, ..) | Item::Path(number, ..)) = item
        else {
            return;
        };
        let Some(look) = drawing.looks.get(*number as usize) else {
            return;
        };
        if look.fill.is_none() && look.stroke.is_none() {
            return;
        }
        let reach = drawing.reach(*number);
        let Some(path) = outline(item, look, self.seen, reach, self.up, f64::from(self.scale))
        else {
            return;
        };
        let line = look
            .stroke
            .as_ref()
            .and_then(|pen| Some((drawn(&path, pen, self.scale)?, pen.color)));
        self.shadow(look, &path, line.as_ref().map(|(line, _)| line));
        if let Some(fill) = &look.fill {
            self.add(&path);
            self.lay(&self.ink(fill), look.clip);
        }
        if let Some((line, color)) = line {
            self.add(&line);
            self.lay(&Ink::Plain(color), look.clip);
        }
    }

    fn shadow(&mut self, look: &Look, path: &Path, line: Option<&Path>) {
        let Some(shadow) = &look.shadow else { return };
        let casts = look.fill.is_some().then_some(path).into_iter().chain(line);
        let window = (self.strip.width, self.cells.height());
        let Some(Shade {
            left,
            top,
            width,
            cover,
        }) = shade(shadow, casts, self.scale, window)
        else {
            return;
        };
        self.show(look.clip);
        for (n, cover) in cover.into_iter().enumerate() {
            let (x, y) = (left + (n % width) as i64, top + (n / width) as i64);
            let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
                continue;
            };
            if x < window.0 && y < window.1 {
                let shown = self
                    .clip
                    .as_ref()
                    .filter(|_| look.clip.is_some())
                    .map(|(_, it)| it);
                cut(shown, y, (x, x + 1, cover), |from, to, cover| {
                    self.strip
                        .lay(y, from, to, cover, &Ink::Plain(shadow.color));
                });
            }
        }
    }

    fn ink(&self, paint: &Paint) -> Ink {
        match *paint {
            Paint::Plain(color) => Ink::Plain(color),
            #[allow(clippy::cast_possible_truncation)]
            Paint::Hatch(color, begin) => Ink::Hatch {
                color,
                begin: begin as f32,
                scale: self.scale,
                // Taken whole units apart, it stays exact far down.
                top: (f64::from(self.top) % (4.0 * f64::from(self.scale))) as f32,
            },
        }
    }

    fn add(&mut self, path: &Path) {
        self.cells
            .add(path, Transform::from_scale(self.scale, self.scale));
    }

    /// Lays ink where the cells are covered.
    fn lay(&mut self, ink: &Ink, clip: Option<u32>) {
        self.show(clip);
        let shown = self
            .clip
            .as_ref()
            .filter(|_| clip.is_some())
            .map(|(_, it)| it);
        let strip = &mut self.strip;
        self.cells.runs(|y, from, to, cover| {
            cut(shown, y, (from, to, cover), |from, to, cover| {
                strip.lay(y, from, to, cover, ink);
            });
        });
    }

    /// Finds what a clip shows, unless it is the last one again.
    fn show(&mut self, clip: Option<u32>) {
        let Some(number) = clip.filter(|it| self.clip.as_ref().is_none_or(|(last, _)| last != it))
        else {
            return;
        };
        let mut cells = Cells::new(
            u32::try_from(self.strip.width).unwrap_or(u32::MAX),
            self.cells.height() as u32,
        );
        let outline = self.drawing.clips.get(number as usize);
        if let Some(path) = outline.and_then(|it| follow_all(it, self.up)) {
            cells.add(&path, Transform::from_scale(self.scale, self.scale));
        }
        let mut shown: Shown = vec![Vec::new(); self.cells.height()];
        cells.runs(|y, from, to, cover| {
            if let Some(row) = shown.get_mut(y) {
                row.push((from, to, cover));
            }
        });
        self.clip = Some((number, shown));
    }
}

/// The parts of a run that show.
fn cut(
    shown: Option<&Shown>,
    y: usize,
    (from, to, cover): (usize, usize, f32),
    mut told: impl FnMut(usize, usize, f32),
) {
    let Some(shown) = shown else {
        told(from, to, cover);
        return;
    };
    for (left, right, part) in shown.get(y).into_iter().flatten() {
        let (from, to) = (from.max(*left), to.min(*right));
        if from < to {
            told(from, to, cover * part);
        }
    }
}
