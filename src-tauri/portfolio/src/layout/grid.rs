//! The cells of a band, which of them are taken, and how many columns a map should have.

use super::bands::Axis;
use super::rack::Rack;
use std::collections::HashSet;

/// Columns of a map that holds little, so that it fills a laptop screen without scrolling sideways.
const FEWEST_COLUMNS: usize = 5;
/// Columns of the largest map; beyond it rows are added.
const MOST_COLUMNS: usize = 64;
/// As many cards a column holds before it wraps, where bands stand side by side.
const COLUMN: usize = 14;
/// Width by height of a map that reads well when it is shown whole beside a panel, and of one that is read from left
/// to right when it has grown beyond one column a band.
const SHAPE: f64 = 1.5;
const WIDE: f64 = 3.0;
/// No column takes less than this of the width of all: the map draws a narrower one so wide.
const LEAST_SHARE: f64 = 0.1;
/// Height of an empty band, in rows: the map draws it as a slim strip.
const EMPTY: f64 = 0.33;
/// By how much less than the distance between cells a card placed by hand keeps others away, along and across.
pub(super) const SLACK: (f64, f64) = (8.0, 16.0);

/// A place of the grid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) struct Cell {
    pub(super) row: u32,
    pub(super) column: u32,
}

impl Cell {
    /// Left and top of its card.
    pub(super) fn corner(self, axis: Axis) -> (f64, f64) {
        let (along, across) = (axis.pitch(), axis.margin());
        axis.turn((
            across.0 + f64::from(self.column) * along.0,
            across.1 + f64::from(self.row) * along.1,
        ))
    }

    /// The column as a distance.
    pub(super) fn x(self) -> f64 {
        f64::from(self.column)
    }
}

/// As many columns as give the whole map the shape of a screen, if all of its cards stand one after another.
pub(super) fn columns(axis: Axis, counts: &[usize]) -> usize {
    fitting(axis, |columns| {
        let rows = counts.iter().map(|cards| cards.div_ceil(columns));
        (columns, rows.collect())
    })
}

/// As many columns as give the whole map the shape of a screen; of so many it takes some, and in each band some rows.
pub(super) fn fitting(axis: Axis, taken: impl Fn(usize) -> (usize, Vec<usize>)) -> usize {
    let (fewest, shape) = match axis {
        Axis::Rows => (FEWEST_COLUMNS, SHAPE),
        Axis::Columns => (COLUMN, WIDE),
    };
    let mut best = (f64::INFINITY, fewest);
    for columns in fewest..=MOST_COLUMNS {
        let (taken, rows) = taken(columns);
        let size = size(axis, taken, &rows);
        let off = (size.0 / size.1 / shape).ln().abs();
        if off < best.0 {
            best = (off, columns);
        }
    }
    best.1
}

/// Width and height of a map of so many columns, and of so many rows in each band.
#[expect(clippy::cast_precision_loss, reason = "counts of cards are small")]
pub(super) fn size(axis: Axis, columns: usize, rows: &[usize]) -> (f64, f64) {
    let pitch = axis.pitch();
    let rows: Vec<f64> = rows.iter().map(|it| (*it as f64).max(EMPTY)).collect();
    let across = match axis {
        Axis::Rows => rows.iter().sum(),
        Axis::Columns => breadth(rows),
    };
    axis.turn((columns as f64 * pitch.0, across * pitch.1))
}

/// The breadth of all columns, where none takes less than its share of it.
fn breadth(mut columns: Vec<f64>) -> f64 {
    columns.sort_by(f64::total_cmp);
    let mut rest: f64 = columns.iter().sum();
    let mut share = 1.0;
    for column in columns {
        if column >= rest / share * LEAST_SHARE {
            break;
        }
        rest -= column;
        share -= LEAST_SHARE;
    }
    rest / share
}

/// How wide a screen must be to show all of a map at its full size.
pub(super) fn shown(width: f64, height: f64) -> f64 {
    width.max(height * SHAPE)
}

/// The cells of one band that are taken.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    axis: Axis,
    /// Where there are alleys: the columns between them.
    rack: Option<Rack>,
    taken: HashSet<Cell>,
    /// Rows in use.
    rows: u32,
    /// Where the search for a free cell starts: everything before it in reading order is taken.
    next: Cell,
}

/// The first and last cell line that a card at `edge` comes too near to; `None` when all lie before the first.
fn lines(edge: f64, margin: f64, pitch: f64, clearance: f64) -> Option<(u32, u32)> {
    let first = ((edge - margin - clearance) / pitch).floor() + 1.0;
    let last = ((edge - margin + clearance) / pitch).ceil() - 1.0;
    if last < 0.0 || !last.is_finite() || last > 1e6 {
        return None;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "both lie between zero and a million"
    )]
    let lines = (first.max(0.0) as u32, last as u32);
    Some(lines)
}

impl Grid {
    pub(super) fn new(axis: Axis) -> Self {
        Self {
            axis,
            rack: None,
            taken: HashSet::new(),
            rows: 0,
            next: Cell::default(),
        }
    }

    pub(super) fn on(axis: Axis, rack: Option<&Rack>) -> Self {
        Self {
            rack: rack.cloned(),
            ..Self::new(axis)
        }
    }

    /// Left and top of the card in a cell.
    pub(super) fn corner(&self, cell: Cell) -> (f64, f64) {
        match &self.rack {
            None => cell.corner(self.axis),
            Some(rack) => {
                let across = self.axis.turn(cell.corner(self.axis)).1;
                self.axis.turn((rack.along(cell.column as usize), across))
            }
        }
    }

    /// The cell in which a card stands.
    pub(super) fn cell_of(&self, place: (f64, f64)) -> Option<Cell> {
        let (margin, pitch) = (self.axis.margin(), self.axis.pitch());
        let (along, across) = self.axis.turn(place);
        let row = lines(across, margin.1, pitch.1, 0.5)?.0;
        let column = lines(along, margin.0, pitch.0, 0.5)?.0;
        let cell = Cell { row, column };
        let corner = cell.corner(self.axis);
        let off = (corner.0 - place.0).abs() + (corner.1 - place.1).abs();
        (off < 0.5).then_some(cell)
    }

    pub(super) fn is_taken(&self, cell: Cell) -> bool {
        self.taken.contains(&cell)
    }

    /// Keeps the cells free that a card anywhere in the band would touch.
    pub(super) fn block(&mut self, x: f64, y: f64) {
        let (margin, pitch) = (self.axis.margin(), self.axis.pitch());
        let (along, over) = self.axis.turn((x, y));
        let across = match &self.rack {
            None => lines(along, margin.0, pitch.0, pitch.0 - SLACK.0),
            Some(rack) => rack.touched(along, pitch.0 - SLACK.0),
        };
        let down = lines(over, margin.1, pitch.1, pitch.1 - SLACK.1);
        if let (Some((left, right)), Some((top, bottom))) = (across, down) {
            for row in top..=bottom {
                for column in left..=right {
                    self.taken.insert(Cell { row, column });
                }
            }
            self.rows = self.rows.max(bottom + 1);
        }
    }

    pub(super) fn take(&mut self, cell: Cell) {
        self.taken.insert(cell);
        self.rows = self.rows.max(cell.row + 1);
    }

    /// The first free cell in reading order.
    pub(super) fn first_free(&mut self, columns: usize) -> Cell {
        let columns = u32::try_from(columns).unwrap_or(u32::MAX);
        while self.next.column >= columns || self.taken.contains(&self.next) {
            self.next.column += 1;
            if self.next.column >= columns {
                self.next = Cell {
                    row: self.next.row + 1,
                    column: 0,
                };
            }
        }
        self.next
    }

    /// The free cell nearest to a column; a row further down counts as much as two columns aside.
    pub(super) fn nearest_free(&self, wish: f64, columns: usize) -> Cell {
        let columns = u32::try_from(columns).unwrap_or(u32::MAX);
        let mut best: Option<(f64, Cell)> = None;
        for row in 0..=self.rows {
            let down = 2.0 * f64::from(row);
            if best.is_some_and(|(cost, _)| cost <= down) {
                break;
            }
            for column in 0..columns {
                let cell = Cell { row, column };
                let cost = down + (cell.x() - wish).abs();
                if best.is_none_or(|(least, _)| cost < least) && !self.taken.contains(&cell) {
                    best = Some((cost, cell));
                }
            }
        }
        best.map_or(
            Cell {
                row: self.rows,
                column: 0,
            },
            |(_, cell)| cell,
        )
    }

    /// Takes the free cell nearest to what a card is linked with; without links the first one.
    pub(super) fn place(&mut self, near: &[f64], columns: usize) -> Cell {
        let cell = if near.is_empty() {
            self.first_free(columns)
        } else {
            #[expect(clippy::cast_precision_loss, reason = "an element has few links")]
            let wish = near.iter().sum::<f64>() / near.len() as f64;
            self.nearest_free(wish, columns)
        };
        self.take(cell);
        cell
    }

    /// The first free cell of a column.
    pub(super) fn top_of(&self, column: u32) -> Cell {
        let mut cell = Cell { row: 0, column };
        while self.taken.contains(&cell) {
            cell.row += 1;
        }
        cell
    }

    /// Searches in reading order start here.
    pub(super) fn start_at(&mut self, row: u32) {
        self.next = Cell { row, column: 0 };
    }

    pub(super) fn free(&mut self, cell: Cell) {
        self.taken.remove(&cell);
    }

    /// Later searches in reading order start below everything that stands.
    pub(super) fn new_row(&mut self) {
        self.next = Cell {
            row: self.rows,
            column: 0,
        };
    }
}
