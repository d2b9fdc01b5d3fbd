//! How much of each pixel an outline covers, as exactly as areas are. A map of ten thousand cards is mostly long thin
//! lines, so only the pixels that an edge crosses are kept, row by row, and what lies between them is told as one run.
//! What winds around a pixel more than once covers it once.

use resvg::tiny_skia::{Path, PathSegment, Point, Transform};
use std::ops::Range;

/// How far, in pixels, a curve may lie from the lines it is drawn with.
const TOLERANCE: f32 = 0.03;
const MOST_LINES: f32 = 400.0;
/// Begins after every row and ends before it, so that any row can be taken in.
const NO_ROWS: Range<usize> = Range {
    start: usize::MAX,
    end: 0,
};
/// Less than this of a pixel is not seen.
const NOTHING: f32 = 1.0 / 512.0;

/// What the edges do to one pixel: how far they go down in it, and how much of that lies left of them.
#[derive(Clone, Copy)]
struct Cell {
    x: u32,
    down: f32,
    left: f32,
}

/// The pixels that edges cross in a window of so many columns and rows, whose corner is the origin.
pub(super) struct Cells {
    width: u32,
    rows: Vec<Vec<Cell>>,
    /// The rows that hold something.
    used: Range<usize>,
}

impl Cells {
    pub(super) fn new(width: u32, rows: u32) -> Self {
        Self {
            width,
            rows: vec![Vec::new(); rows as usize],
            used: NO_ROWS,
        }
    }

    pub(super) fn height(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn add(&mut self, path: &Path, to_pixels: Transform) {
        let at = |mut point: Point| {
            to_pixels.map_point(&mut point);
            point
        };
        let mut begun = Point::zero();
        let mut last = Point::zero();
        for segment in path.segments() {
            match segment {
                PathSegment::MoveTo(to) => {
                    self.line(last, begun);
                    begun = at(to);
                    last = begun;
                }
                PathSegment::LineTo(to) => {
                    let to = at(to);
                    self.line(last, to);
                    last = to;
                }
                PathSegment::QuadTo(a, to) => {
                    let (a, to) = (at(a), at(to));
                    if self.is_seen(&[last, a, to]) {
                        let bend = off(last, a, to);
                        self.curve(last, (bend / (4.0 * TOLERANCE)).sqrt(), to, |t| {
                            let s = 1.0 - t;
                            mix(&[(last, s * s), (a, 2.0 * s * t), (to, t * t)])
                        });
                    }
                    last = to;
                }
                PathSegment::CubicTo(a, b, to) => {
                    let (a, b, to) = (at(a), at(b), at(to));
                    if self.is_seen(&[last, a, b, to]) {
                        let bend = off(last, a, b).max(off(a, b, to));
                        self.curve(last, (bend * 0.75 / TOLERANCE).sqrt(), to, |t| {
                            let s = 1.0 - t;
                            let weights = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
                            let [p, q, r, u] = weights;
                            mix(&[(last, p), (a, q), (b, r), (to, u)])
                        });
                    }
                    last = to;
                }
                PathSegment::Close => {
                    self.line(last, begun);
                    last = begun;
                }
            }
        }
        self.line(last, begun);
    }

    /// Tells, from top to bottom and from left to right, runs of pixels that are covered alike, and forgets them.
    pub(super) fn runs(&mut self, mut told: impl FnMut(usize, usize, usize, f32)) {
        let used = std::mem::replace(&mut self.used, NO_ROWS);
        for y in used {
            let Some(row) = self.rows.get_mut(y) else {
                continue;
            };
            row.sort_unstable_by_key(|it| it.x);
            let mut carried = 0.0_f32;
            let mut from = 0_u32;
            let mut cells = row.iter().peekable();
            while let Some(first) = cells.next() {
                let cover = carried.abs().min(1.0);
                if first.x > from && cover > NOTHING {
                    told(y, from as usize, first.x as usize, cover);
                }
                let (mut down, mut left) = (first.down, first.left);
                while let Some(more) = cells.next_if(|it| it.x == first.x) {
                    down += more.down;
                    left += more.left;
                }
                let cover = (carried + down - left).abs().min(1.0);
                if cover > NOTHING && first.x < self.width {
                    told(y, first.x as usize, first.x as usize + 1, cover);
                }
                carried += down;
                from = first.x + 1;
            }
            let cover = carried.abs().min(1.0);
            if from < self.width && cover > NOTHING {
                told(y, from as usize, self.width as usize, cover);
            }
            row.clear();
        }
    }

    /// Whether something with these corners can cover a pixel here; what lies left of the window can.
    #[allow(clippy::cast_precision_loss)]
    fn is_seen(&self, corners: &[Point]) -> bool {
        let (rows, width) = (self.rows.len() as f32, self.width as f32);
        corners.iter().any(|it| it.y > 0.0)
            && corners.iter().any(|it| it.y < rows)
            && corners.iter().any(|it| it.x < width)
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn curve(&mut self, from: Point, lines: f32, to: Point, at: impl Fn(f32) -> Point) {
        // No number at all counts as one line.
        let lines = lines.clamp(1.0, MOST_LINES).ceil();
        let mut last = from;
        for n in 1..lines as u16 {
            let next = at(f32::from(n) / lines);
            self.line(last, next);
            last = next;
        }
        self.line(last, to);
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss
    )]
    fn line(&mut self, from: Point, to: Point) {
        if from.y == to.y || !self.is_seen(&[from, to]) {
            return;
        }
        let (sign, top, bottom) = if from.y < to.y {
            (1.0, from, to)
        } else {
            (-1.0, to, from)
        };
        let slope = (bottom.x - top.x) / (bottom.y - top.y);
        if !slope.is_finite() {
            return;
        }
        let y0 = top.y.max(0.0);
        let y1 = bottom.y.min(self.rows.len() as f32);
        let first = y0 as usize;
        let past = (y1.ceil() as usize).min(self.rows.len());
        self.used = self.used.start.min(first)..self.used.end.max(past);
        let x_at = |y: f32| top.x + (y - top.y) * slope;
        let mut y = y0;
        let mut x = x_at(y0);
        for row in first..past {
            let next = ((row + 1) as f32).min(y1);
            let x_next = if next == bottom.y {
                bottom.x
            } else {
                x_at(next)
            };
            if next > y {
                self.edge(row, x, x_next, (next - y) * sign);
            }
            (y, x) = (next, x_next);
        }
    }

    /// A piece of an edge within one row.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss
    )]
    fn edge(&mut self, row: usize, x0: f32, x1: f32, down: f32) {
        let Some(cells) = self.rows.get_mut(row) else {
            return;
        };
        let (left, right) = if x0 < x1 { (x0, x1) } else { (x1, x0) };
        if left >= self.width as f32 {
            return;
        }
        // Left of the window it counts where the window begins.
        if right <= 0.0 {
            cells.push(Cell {
                x: 0,
                down,
                left: 0.0,
            });
            return;
        }
        let column = left.max(0.0) as u32;
        if left >= 0.0 && right <= (column + 1) as f32 {
            let within = (left + right) * 0.5 - column as f32;
            cells.push(Cell {
                x: column,
                down,
                left: down * within,
            });
            return;
        }
        let steep = down / (right - left);
        let mut at = left;
        if left < 0.0 {
            cells.push(Cell {
                x: 0,
                down: -left * steep,
                left: 0.0,
            });
            at = 0.0;
        }
        let end = right.min(self.width as f32);
        let mut column = column;
        while at < end {
            let next = ((column + 1) as f32).min(end);
            let part = (next - at) * steep;
            let within = (at + next) * 0.5 - column as f32;
            cells.push(Cell {
                x: column,
                down: part,
                left: part * within,
            });
            at = next;
            column += 1;
        }
    }
}

fn off(a: Point, b: Point, c: Point) -> f32 {
    (a.x - 2.0 * b.x + c.x).hypot(a.y - 2.0 * b.y + c.y)
}

fn mix(parts: &[(Point, f32)]) -> Point {
    parts.iter().fold(Point::zero(), |sum, (point, weight)| {
        Point::from_xy(sum.x + point.x * weight, sum.y + point.y * weight)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use resvg::tiny_skia::{PathBuilder, Rect};

    fn covered(cells: &mut Cells, width: usize, rows: usize) -> Vec<f32> {
        let mut all = vec![0.0; width * rows];
        cells.runs(|y, from, to, cover| all[y * width + from..y * width + to].fill(cover));
        all
    }

    fn rect(x: f32, y: f32, w: f32, h: f32) -> Path {
        PathBuilder::from_rect(Rect::from_xywh(x, y, w, h).unwrap())
    }

    #[test]
    fn a_pixel_is_covered_by_the_part_of_it_that_lies_inside() {
        let mut cells = Cells::new(4, 3);
        cells.add(&rect(0.5, 0.25, 2.0, 1.75), Transform::identity());
        let expected = [
            0.375, 0.75, 0.375, 0.0, 0.5, 1.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0,
        ];
        assert_eq!(covered(&mut cells, 4, 3), expected);
        assert_eq!(
            covered(&mut cells, 4, 3),
            [0.0; 12],
            "what was told is forgotten"
        );
    }

    #[test]
    fn what_reaches_beyond_the_window_covers_what_is_in_it() {
        let mut cells = Cells::new(3, 2);
        cells.add(&rect(-50.0, -50.0, 1000.0, 1000.0), Transform::identity());
        assert_eq!(covered(&mut cells, 3, 2), [1.0; 6]);
        for beside in [(-50.0, 0.0), (50.0, 0.0), (0.0, -50.0), (0.0, 50.0)] {
            cells.add(&rect(beside.0, beside.1, 20.0, 20.0), Transform::identity());
            assert_eq!(covered(&mut cells, 3, 2), [0.0; 6], "{beside:?}");
        }
    }

    #[test]
    fn a_disc_has_the_area_of_a_disc_wherever_it_lies() {
        for (x, y) in [(20.0, 20.0), (20.37, 19.81), (0.0, 20.0)] {
            let mut cells = Cells::new(40, 40);
            let disc = PathBuilder::from_circle(x, y, 15.0).unwrap();
            cells.add(&disc, Transform::identity());
            let area: f32 = covered(&mut cells, 40, 40).iter().sum();
            let share = if x == 0.0 { 0.5 } else { 1.0 };
            let wanted = std::f32::consts::PI * 225.0 * share;
            assert!((area - wanted).abs() < 1.5, "{area} {wanted}");
        }
    }

    #[test]
    fn what_is_covered_twice_is_covered_once_and_a_hole_stays_a_hole() {
        let mut cells = Cells::new(4, 1);
        cells.add(&rect(0.0, 0.0, 3.0, 1.0), Transform::identity());
        cells.add(&rect(1.0, 0.0, 3.0, 1.0), Transform::identity());
        assert_eq!(covered(&mut cells, 4, 1), [1.0; 4]);
        cells.add(&rect(0.0, 0.0, 4.0, 1.0), Transform::identity());
        // Mirrored, it winds the other way.
        let mirror = Transform::from_row(-1.0, 0.0, 0.0, 1.0, 3.0, 0.0);
        cells.add(&rect(0.0, 0.0, 2.0, 1.0), mirror);
        assert_eq!(covered(&mut cells, 4, 1), [1.0, 0.0, 0.0, 1.0]);
    }
}
