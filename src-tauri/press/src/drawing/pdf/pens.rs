//! How shapes and words of a drawing look on a page of a PDF: each look and setting once, by its number.

use crate::drawing::{Color, Drawing, Look, Paint, Stroke};
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{self, Fill, FillRule, LineCap, LineJoin, Pattern, StrokeDash};
use krilla::surface::Surface;

/// How an area is filled and its edge drawn.
type Pen = (Option<Fill>, Option<paint::Stroke>);

pub(super) struct Pens {
    looks: Vec<Option<Pen>>,
    types: Vec<Fill>,
}

impl Pens {
    pub(super) fn of(drawing: &Drawing, surface: &mut Surface<'_>) -> Self {
        Self {
            looks: drawing.looks.iter().map(|it| pen(it, surface)).collect(),
            types: drawing.types.iter().map(|it| plain(it.color)).collect(),
        }
    }

    /// None for what leaves no ink.
    pub(super) fn look(&self, number: u32) -> Option<Pen> {
        self.looks.get(number as usize)?.clone()
    }

    pub(super) fn setting(&self, number: u32) -> Option<Fill> {
        self.types.get(number as usize).cloned()
    }
}

fn pen(look: &Look, surface: &mut Surface<'_>) -> Option<Pen> {
    let fill = look.fill.as_ref().map(|it| match it {
        Paint::Plain(color) => plain(*color),
        Paint::Hatch(color, begin) => hatch(*color, *begin, surface),
    });
    let stroke = look.stroke.as_ref().and_then(stroke);
    (fill.is_some() || stroke.is_some()).then_some((fill, stroke))
}

pub(super) fn plain(color: Color) -> Fill {
    Fill {
        paint: ink(color).into(),
        opacity: opacity(color),
        rule: FillRule::NonZero,
    }
}

/// The same lines as on the screen: in a square of four, one from corner to corner and the neighbours' ends.
#[allow(clippy::cast_possible_truncation)]
fn hatch(color: Color, begin: f64, surface: &mut Surface<'_>) -> Fill {
    let mut lines = PathBuilder::new();
    for x in [-5.0, -1.0, 3.0] {
        lines.move_to(x, 5.0);
        lines.line_to(x + 6.0, -1.0);
    }
    let mut builder = surface.stream_builder();
    let mut square = builder.surface();
    square.set_fill(None);
    square.set_stroke(Some(paint::Stroke {
        paint: ink(color).into(),
        width: 1.0,
        ..paint::Stroke::default()
    }));
    if let Some(lines) = lines.finish() {
        square.draw_path(&lines);
    }
    square.finish();
    let pattern = Pattern {
        stream: builder.finish(),
        transform: Transform::from_translate(begin as f32, 0.0),
        width: 4.0,
        height: 4.0,
    };
    Fill {
        paint: pattern.into(),
        opacity: opacity(color),
        rule: FillRule::NonZero,
    }
}

#[allow(clippy::cast_possible_truncation)]
fn stroke(pen: &Stroke) -> Option<paint::Stroke> {
    if pen.width <= 0.0 {
        return None;
    }
    let array: Vec<f32> = pen.dash.iter().map(|it| *it as f32).collect();
    Some(paint::Stroke {
        paint: ink(pen.color).into(),
        width: pen.width as f32,
        miter_limit: 10.0,
        line_cap: if pen.round_cap {
            LineCap::Round
        } else {
            LineCap::Butt
        },
        line_join: if pen.round_join {
            LineJoin::Round
        } else {
            LineJoin::Miter
        },
        opacity: opacity(pen.color),
        dash: (!array.is_empty()).then_some(StrokeDash { array, offset: 0.0 }),
    })
}

fn ink(color: Color) -> rgb::Color {
    let [r, g, b, _] = color.bytes();
    rgb::Color::new(r, g, b)
}

fn opacity(color: Color) -> NormalizedF32 {
    NormalizedF32::new(f32::from(color.alpha()) / 255.0).unwrap_or(NormalizedF32::ONE)
}
