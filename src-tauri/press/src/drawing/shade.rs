//! The shadow that a shape casts: what it covers, blurred. Only the part near a strip is made.

use super::Shadow;
use super::cells::Cells;
use resvg::tiny_skia::{Path, Transform};

/// How much of each pixel lies in the shadow, in rows of so many from a corner that may lie outside of the strip.
pub(super) struct Shade {
    pub(super) left: i64,
    pub(super) top: i64,
    pub(super) width: usize,
    pub(super) cover: Vec<f32>,
}

/// `None` when no part of it falls into a window of so many columns and rows, whose corner is the origin.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss
)]
pub(super) fn shade<'a>(
    shadow: &Shadow,
    casts: impl Iterator<Item = &'a Path> + Clone,
    scale: f32,
    window: (usize, usize),
) -> Option<Shade> {
    let spread = shadow.blur as f32 * 0.5 * scale;
    let margin = (spread * 3.0).ceil() + 1.0;
    let (dx, dy) = (shadow.dx as f32 * scale, shadow.dy as f32 * scale);
    let bounds = casts
        .clone()
        .map(|it| it.bounds())
        .reduce(|a, b| a.join(&b).unwrap_or(a))?;
    let left = (bounds.left() * scale + dx - margin).floor().max(-margin);
    let top = (bounds.top() * scale + dy - margin).floor().max(-margin);
    let right = (bounds.right() * scale + dx + margin)
        .ceil()
        .min(window.0 as f32 + margin);
    let bottom = (bounds.bottom() * scale + dy + margin)
        .ceil()
        .min(window.1 as f32 + margin);
    if right <= left || bottom <= top {
        return None;
    }
    let (width, rows) = ((right - left) as usize, (bottom - top) as usize);
    let mut cells = Cells::new(width as u32, rows as u32);
    let to_pixels = Transform::from_scale(scale, scale).post_translate(dx - left, dy - top);
    let mut cover = vec![0.0; width * rows];
    for path in casts {
        cells.add(path, to_pixels);
        cells.runs(|y, from, to, part| {
            for under in cover
                .get_mut(y * width + from..y * width + to)
                .into_iter()
                .flatten()
            {
                *under = 1.0 - (1.0 - *under) * (1.0 - part);
            }
        });
    }
    // Three boxes, one after another, are as good as the bell that is asked for.
    let side = (spread * 3.0 * (2.0 * std::f32::consts::PI).sqrt() / 4.0 + 0.5) as usize;
    // An even box leans to one side, the next one to the other, and the last is odd.
    let boxes = if side.is_multiple_of(2) {
        [
            (side, side / 2),
            (side, (side / 2).saturating_sub(1)),
            (side + 1, side / 2),
        ]
    } else {
        [(side, side / 2); 3]
    };
    for (side, before) in boxes.into_iter().filter(|_| side > 1) {
        blur(&mut cover, (width, 1), side, before);
        blur(&mut cover, (rows, width), side, before);
    }
    Some(Shade {
        left: left as i64,
        top: top as i64,
        width,
        cover,
    })
}

/// Makes each pixel the mean of so many around it, along lines of so many pixels that lie so far apart.
#[allow(clippy::cast_precision_loss)]
fn blur(cover: &mut [f32], (length, step): (usize, usize), side: usize, before: usize) {
    let lines = cover.len() / length;
    let mut line = vec![0.0_f32; length];
    for n in 0..lines {
        let begin = if step == 1 { n * length } else { n };
        for (at, kept) in line.iter_mut().enumerate() {
            *kept = cover.get(begin + at * step).copied().unwrap_or(0.0);
        }
        let at = |index: isize| {
            usize::try_from(index)
                .ok()
                .and_then(|it| line.get(it))
                .copied()
                .unwrap_or(0.0)
        };
        let signed = |value: usize| isize::try_from(value).unwrap_or(isize::MAX);
        let mut sum: f32 = (0..side).map(|it| at(signed(it) - signed(before))).sum();
        for index in 0..length {
            if let Some(out) = cover.get_mut(begin + index * step) {
                *out = (sum / side as f32).max(0.0);
            }
            let from = signed(index) - signed(before);
            sum += at(from + signed(side)) - at(from);
        }
    }
}
