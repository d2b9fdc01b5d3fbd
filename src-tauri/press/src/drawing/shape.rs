//! Shapes of a drawing as outlines in units, from which the pixels of a strip are counted. What lies above and below
//! the strip is left out where that changes nothing.

use super::outline::{Span, span};
use super::{Item, Look, Outline, Stroke};
use resvg::tiny_skia::{self, LineCap, LineJoin, Path, PathBuilder, Rect, StrokeDash};

/// The control point of a quarter of a circle.
const KAPPA: f64 = 0.552_284_749_8;
/// How far, in pixels, a curve may lie from the lines that it is followed with.
const TOLERANCE: f64 = 0.05;

/// The outline of a shape, moved up by as much as is given so that small numbers stay exact far down.
#[allow(clippy::cast_possible_truncation)]
pub(super) fn outline(
    item: &Item,
    look: &Look,
    seen: Span,
    reach: f64,
    up: f64,
    scale: f64,
) -> Option<Path> {
    match item {
        Item::Rect(_, x, y, w, h, r) => rounded(*x, *y - up, *w, *h, *r),
        Item::Disc(_, x, y, r) => PathBuilder::from_circle(*x as f32, (*y - up) as f32, *r as f32),
        Item::Path(_, outline) => {
            // An area needs its whole outline, a line only the parts that come near.
            if look.fill.is_none() {
                let mut path = PathBuilder::new();
                let seen = seen.wider(reach);
                let dashed = look.stroke.as_ref().is_some_and(|it| !it.dash.is_empty());
                for part in outline.parts().filter(|it| span(it).meets(seen)) {
                    if dashed || part.ends_with('Z') {
                        follow(part, up, &mut path);
                    } else {
                        follow_near(part, seen, up, scale, &mut path);
                    }
                }
                path.finish()
            } else {
                follow_all(outline, up)
            }
        }
        Item::Text(..) => None,
    }
}

/// The whole outline of a shape.
#[allow(clippy::cast_possible_truncation)]
pub(super) fn whole(item: &Item) -> Option<Path> {
    match item {
        Item::Rect(_, x, y, w, h, r) => rounded(*x, *y, *w, *h, *r),
        Item::Disc(_, x, y, r) => PathBuilder::from_circle(*x as f32, *y as f32, *r as f32),
        Item::Path(_, outline) => follow_all(outline, 0.0),
        Item::Text(..) => None,
    }
}

/// A whole outline, moved up.
pub(super) fn follow_all(outline: &Outline, up: f64) -> Option<Path> {
    let mut path = PathBuilder::new();
    follow(outline.text(), up, &mut path);
    path.finish()
}

/// The outline of what a pen draws along another one.
#[allow(clippy::cast_possible_truncation)]
pub(super) fn drawn(path: &Path, pen: &Stroke, scale: f32) -> Option<Path> {
    let dash: Vec<_> = pen.dash.iter().map(|it| *it as f32).collect();
    let twice = if dash.len() % 2 == 1 { 2 } else { 1 };
    let stroke = tiny_skia::Stroke {
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
        dash: StrokeDash::new(dash.repeat(twice), 0.0),
    };
    match &stroke.dash {
        Some(dash) => path.dash(dash, scale)?.stroke(&stroke, scale),
        None => path.stroke(&stroke, scale),
    }
}

#[allow(clippy::cast_possible_truncation)]
fn rounded(x: f64, y: f64, w: f64, h: f64, r: f64) -> Option<Path> {
    let (a, b) = (r.min(w / 2.0), r.min(h / 2.0));
    if a <= 0.0 || b <= 0.0 {
        let rect = Rect::from_xywh(x as f32, y as f32, w as f32, h as f32)?;
        return Some(PathBuilder::from_rect(rect));
    }
    let (right, bottom) = (x + w, y + h);
    let (c, d) = (a * (1.0 - KAPPA), b * (1.0 - KAPPA));
    let mut path = PathBuilder::new();
    path.move_to((x + a) as f32, y as f32);
    let mut corner = |line: [f64; 2], curve: [f64; 6]| {
        let [lx, ly] = line.map(|it| it as f32);
        let [ax, ay, bx, by, x, y] = curve.map(|it| it as f32);
        path.line_to(lx, ly);
        path.cubic_to(ax, ay, bx, by, x, y);
    };
    corner([right - a, y], [right - c, y, right, y + d, right, y + b]);
    corner(
        [right, bottom - b],
        [right, bottom - d, right - c, bottom, right - a, bottom],
    );
    corner(
        [x + a, bottom],
        [x + c, bottom, x, bottom - d, x, bottom - b],
    );
    corner([x, y + b], [x, y + d, x + c, y, x + a, y]);
    path.close();
    path.finish()
}

/// Follows only what comes near: a link of ten thousand cards passes through hundreds of strips, and outlining all of
/// it in each would cost more than everything else.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn follow_near(text: &str, seen: Span, up: f64, scale: f64, path: &mut PathBuilder) {
    let mut last = [0.0, 0.0];
    let mut drawn = false;
    let mut line = |from: [f64; 2], to: [f64; 2], path: &mut PathBuilder| {
        let mut span = Span::NOTHING;
        span.take(from[1]);
        span.take(to[1]);
        let near = span.meets(seen);
        if near {
            if !drawn {
                path.move_to(from[0] as f32, (from[1] - up) as f32);
            }
            path.line_to(to[0] as f32, (to[1] - up) as f32);
        }
        drawn = near;
    };
    super::outline::steps(text, |letter, [a, b, c, d, e, f]| {
        let ([p, q], to) = match letter {
            b'M' => {
                last = [a, b];
                return;
            }
            b'Q' => ([[a, b], [a, b]], [c, d]),
            b'C' => ([[a, b], [c, d]], [e, f]),
            _ => {
                line(last, [a, b], path);
                last = [a, b];
                return;
            }
        };
        // A curve that bends once is one that bends twice, a third of the way each.
        let (p, q) = if letter == b'Q' {
            (third(last, p), third(to, q))
        } else {
            (p, q)
        };
        let bend = |i: usize| {
            (last[i] - 2.0 * p[i] + q[i])
                .abs()
                .max((p[i] - 2.0 * q[i] + to[i]).abs())
        };
        let lines = ((bend(0).hypot(bend(1)) * 0.75 * scale / TOLERANCE)
            .sqrt()
            .ceil())
        .clamp(1.0, 2_000.0) as u32;
        let begun = last;
        for n in 1..=lines {
            let t = f64::from(n) / f64::from(lines);
            let s = 1.0 - t;
            let at = |i: usize| {
                begun[i] * s * s * s + 3.0 * s * t * (p[i] * s + q[i] * t) + to[i] * t * t * t
            };
            let next = if n == lines { to } else { [at(0), at(1)] };
            line(last, next, path);
            last = next;
        }
    });
}

fn third([x, y]: [f64; 2], [a, b]: [f64; 2]) -> [f64; 2] {
    [x + (a - x) * 2.0 / 3.0, y + (b - y) * 2.0 / 3.0]
}

#[allow(clippy::cast_possible_truncation)]
fn follow(text: &str, up: f64, path: &mut PathBuilder) {
    super::outline::steps(text, |letter, [a, b, c, d, e, f]| {
        let x = |value: f64| value as f32;
        let y = |value: f64| (value - up) as f32;
        match letter {
            b'M' => path.move_to(x(a), y(b)),
            b'L' => path.line_to(x(a), y(b)),
            b'Q' => path.quad_to(x(a), y(b), x(c), y(d)),
            b'C' => path.cubic_to(x(a), y(b), x(c), y(d), x(e), y(f)),
            _ => path.close(),
        }
    });
}
