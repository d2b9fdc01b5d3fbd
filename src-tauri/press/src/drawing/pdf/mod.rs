//! Drawings as pages of a PDF: shapes as outlines, words as words in the typeface of the screen, which travels with the
//! file. Each picture is fitted into its page, and what says what it shows stands at the foot of the page at the size
//! it has on the screen, so that it is read however far the picture had to shrink. The file is called by what all its
//! pages are of; each of several pages is found by the name of its picture.
//!
//! Shadows are left out: only a selected card has one, and its ring says as much on paper.

mod pens;
#[cfg(test)]
mod reader;
#[cfg(test)]
mod tests;
mod words;

use super::letters::Letters;
use super::shape::{follow_all, whole};
use super::{Drawing, Item, fonts};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::FillRule;
use krilla::surface::Surface;
use krilla::{Document, SerializeSettings};
use pens::Pens;
use portfolio::error::Words;
use portfolio::model::Lang;
use portfolio::{Code, Error, Result};
use resvg::tiny_skia::{self, PathSegment};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use words::Faces;

/// One page, in millimetres.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Page {
    pub width: f64,
    pub height: f64,
    pub picture: Drawing,
    /// What stands below the picture, as large as on the screen.
    pub foot: Option<Drawing>,
}

/// What many printers leave white.
const MARGIN: f64 = 10.0;
const SMALLEST: f64 = 50.0;
/// Two hundred inches, beyond which readers of PDF show nothing.
const LARGEST: f64 = 5_080.0;
const MOST_PAGES: usize = 500;
/// A few cards do not become a poster.
const LARGEST_SCALE: f64 = 2.0;
/// Points of paper in a millimetre, and in a pixel of the screen.
const POINTS: f64 = 72.0 / 25.4;
const POINTS_OF_PIXEL: f64 = 0.75;
/// So many items have their words set at once.
const AT_ONCE: usize = 8_192;

/// Holds that the pages can be written.
///
/// # Errors
/// As [`Drawing::check`], and `BadValue` for a page that no printer has.
pub fn check(pages: &[Page]) -> Result<()> {
    let sides = pages.iter().flat_map(|page| [page.width, page.height]);
    if pages.is_empty()
        || pages.len() > MOST_PAGES
        || !sides
            .into_iter()
            .all(|it| (SMALLEST..=LARGEST).contains(&it))
    {
        return Err(no_page());
    }
    for page in pages {
        page.picture.check()?;
        page.foot.as_ref().map_or(Ok(()), Drawing::check)?;
    }
    Ok(())
}

/// Writes pages that were checked, and tells which part is done.
///
/// # Errors
/// `Interrupted` when it was told to stop, and what kept it from being written.
pub fn pdf(
    title: &str,
    pages: &[Page],
    to: &mut impl io::Write,
    stop: &AtomicBool,
    told: impl FnMut(f64),
) -> io::Result<()> {
    written(title, pages, to, stop, told, SerializeSettings::default())
}

fn written(
    title: &str,
    pages: &[Page],
    to: &mut impl io::Write,
    stop: &AtomicBool,
    mut told: impl FnMut(f64),
    settings: SerializeSettings,
) -> io::Result<()> {
    let all: usize = pages.iter().map(|page| items(&page.picture).count()).sum();
    let mut done = 0;
    let mut document = Document::new_with(settings);
    if let Some(Page { picture, .. }) = pages.first() {
        let lang = match picture.lang {
            Lang::En => "en",
            Lang::Fr => "fr",
        };
        let metadata = Metadata::new().title(title.to_owned());
        document.set_metadata(metadata.language(lang.to_owned()));
    }
    if pages.len() > 1 {
        document.set_outline(contents(pages));
    }
    let mut faces = Faces::default();
    for page in pages {
        let mut step = |more: usize| {
            done += more;
            // Packing it takes about as long as drawing it.
            told(0.5 * part(done, all));
            if stop.load(Ordering::Relaxed) {
                return Err(io::Error::from(io::ErrorKind::Interrupted));
            }
            Ok(())
        };
        one(page, &mut document, &mut faces, &mut step)?;
    }
    let bytes = document
        .finish()
        .map_err(|error| io::Error::other(format!("{error:?}")))?;
    if stop.load(Ordering::Relaxed) {
        return Err(io::ErrorKind::Interrupted.into());
    }
    to.write_all(&bytes)?;
    told(1.0);
    Ok(())
}

/// What a reader shows beside the pages, to go to one of them.
fn contents(pages: &[Page]) -> Outline {
    let mut contents = Outline::new();
    for (n, page) in pages.iter().enumerate() {
        let top = XyzDestination::new(n, Point::from_xy(0.0, 0.0));
        contents.push_child(OutlineNode::new(page.picture.title.clone(), top));
    }
    contents
}

fn one(
    page: &Page,
    document: &mut Document,
    faces: &mut Faces,
    step: &mut dyn FnMut(usize) -> io::Result<()>,
) -> io::Result<()> {
    let (w, h) = (page.width * POINTS, page.height * POINTS);
    let settings = PageSettings::from_wh(short(w), short(h))
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    let mut sheet = document.start_page_with(settings);
    let mut surface = sheet.surface();
    if let Some(paper) = page.picture.paper {
        surface.set_fill(Some(pens::plain(paper)));
        surface.set_stroke(None);
        draw(
            &mut surface,
            tiny_skia::Rect::from_xywh(0.0, 0.0, short(w), short(h))
                .map(tiny_skia::PathBuilder::from_rect),
        );
    }
    let margin = MARGIN * POINTS;
    let (wide, mut high) = (w - 2.0 * margin, h - 2.0 * margin);
    if let Some(foot) = &page.foot {
        let scale = POINTS_OF_PIXEL
            .min(wide / foot.width)
            .min(0.5 * high / foot.height);
        high -= foot.height * scale;
        let at = Place {
            x: margin,
            y: margin + high,
            scale,
        };
        lay(foot, at, &mut surface, faces, &mut |_| Ok(()))?;
        high -= margin / 2.0;
    }
    let scale = (wide / page.picture.width)
        .min(high / page.picture.height)
        .min(LARGEST_SCALE * POINTS_OF_PIXEL);
    let at = Place {
        x: margin + (wide - page.picture.width * scale) / 2.0,
        y: margin + (high - page.picture.height * scale) / 2.0,
        scale,
    };
    lay(&page.picture, at, &mut surface, faces, step)?;
    surface.finish();
    sheet.finish();
    Ok(())
}

/// Where the corner of a drawing lies on its page, and how large one of its units is there, in points.
struct Place {
    x: f64,
    y: f64,
    scale: f64,
}

fn lay(
    drawing: &Drawing,
    at: Place,
    surface: &mut Surface<'_>,
    faces: &mut Faces,
    step: &mut dyn FnMut(usize) -> io::Result<()>,
) -> io::Result<()> {
    let scale = short(at.scale);
    let place = Transform::from_row(scale, 0.0, 0.0, scale, short(at.x), short(at.y));
    surface.push_transform(&place);
    let edge = tiny_skia::Rect::from_xywh(0.0, 0.0, short(drawing.width), short(drawing.height))
        .and_then(|it| outline_of(&tiny_skia::PathBuilder::from_rect(it)));
    let Some(edge) = edge else {
        surface.pop();
        return Ok(());
    };
    surface.push_clip_path(&edge, &FillRule::NonZero);
    let mut clip = None;
    let laid = lay_items(drawing, surface, faces, &mut clip, step);
    // What was begun on a page is ended, also when the rest is not wanted any more.
    if clip.is_some() {
        surface.pop();
    }
    surface.pop();
    surface.pop();
    laid
}

/// Lays down all items; `clip` is the one that is left open for the next.
fn lay_items(
    drawing: &Drawing,
    surface: &mut Surface<'_>,
    faces: &mut Faces,
    clip: &mut Option<u32>,
    step: &mut dyn FnMut(usize) -> io::Result<()>,
) -> io::Result<()> {
    let pens = Pens::of(drawing, surface);
    let typefaces = fonts::of(drawing);
    let all: Vec<&Item> = items(drawing).collect();
    for some in all.chunks(AT_ONCE) {
        let set = Letters::of(drawing, some.iter().copied().enumerate(), &typefaces)?;
        let mut words = set.all().peekable();
        for (n, item) in some.iter().enumerate() {
            show_through(drawing, drawing.clip_of(item), clip, surface);
            match item {
                Item::Text(setting, ..) => {
                    if let Some((_, node)) = words.next_if(|(number, _)| *number == n)
                        && let Some(fill) = pens.setting(*setting)
                    {
                        surface.set_fill(Some(fill));
                        surface.set_stroke(None);
                        faces.write(node, &typefaces, surface);
                    }
                }
                Item::Rect(look, ..) | Item::Disc(look, ..) | Item::Path(look, ..) => {
                    if let Some((fill, stroke)) = pens.look(*look) {
                        surface.set_fill(fill);
                        surface.set_stroke(stroke);
                        draw(surface, whole(item));
                    }
                }
            }
        }
        step(some.len())?;
    }
    Ok(())
}

/// Cuts off what lies beyond a clip, unless the last one did the same.
fn show_through(
    drawing: &Drawing,
    wanted: Option<u32>,
    clip: &mut Option<u32>,
    surface: &mut Surface<'_>,
) {
    if wanted == *clip {
        return;
    }
    if clip.take().is_some() {
        surface.pop();
    }
    let Some(number) = wanted else { return };
    let shown = drawing.clips.get(number as usize);
    let shown = shown.and_then(|it| follow_all(it, 0.0));
    // What shows nothing hides everything.
    if let Some(shown) = shown.and_then(|it| outline_of(&it)).or_else(nothing) {
        surface.push_clip_path(&shown, &FillRule::NonZero);
        *clip = wanted;
    }
}

impl Drawing {
    fn clip_of(&self, item: &Item) -> Option<u32> {
        match item {
            Item::Text(n, ..) => self.types.get(*n as usize)?.clip,
            Item::Rect(n, ..) | Item::Disc(n, ..) | Item::Path(n, ..) => {
                self.looks.get(*n as usize)?.clip
            }
        }
    }
}

fn items(drawing: &Drawing) -> impl Iterator<Item = &Item> {
    drawing.groups.iter().flat_map(|group| &group.items)
}

fn draw(surface: &mut Surface<'_>, path: Option<tiny_skia::Path>) {
    if let Some(path) = path.and_then(|it| outline_of(&it)) {
        surface.draw_path(&path);
    }
}

fn outline_of(path: &tiny_skia::Path) -> Option<Path> {
    let mut to = PathBuilder::new();
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(p) => to.move_to(p.x, p.y),
            PathSegment::LineTo(p) => to.line_to(p.x, p.y),
            PathSegment::QuadTo(a, p) => to.quad_to(a.x, a.y, p.x, p.y),
            PathSegment::CubicTo(a, b, p) => to.cubic_to(a.x, a.y, b.x, b.y, p.x, p.y),
            PathSegment::Close => to.close(),
        }
    }
    to.finish()
}

/// A box far outside every picture.
fn nothing() -> Option<Path> {
    let far = tiny_skia::Rect::from_xywh(-2.0, -2.0, 1.0, 1.0)?;
    outline_of(&tiny_skia::PathBuilder::from_rect(far))
}

#[allow(clippy::cast_precision_loss)]
fn part(done: usize, all: usize) -> f64 {
    done as f64 / all.max(1) as f64
}

#[allow(clippy::cast_possible_truncation)]
fn short(value: f64) -> f32 {
    value as f32
}

fn no_page() -> Error {
    Error::new(
        Code::BadValue,
        Words::new(
            "No printer has pages of this size or number. Nothing was written.",
            "Aucune imprimante n’a de pages de cette taille ou en ce nombre. Rien n’a été écrit.",
        ),
        Words::new(
            "Choose another paper, or fewer frames at once.",
            "Choisissez un autre papier, ou moins de cadres à la fois.",
        ),
    )
}
