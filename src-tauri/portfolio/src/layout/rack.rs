//! The columns of a map and the alleys between them.
//!
//! A large map is cut into strips, each for what serves one theme, in every band at the same place; an alley keeps
//! them apart. Alleys are the memory of a tidy map: from where its cards stand the strips are read again, so that
//! tidying once more moves only what a change reached.

use super::bands::Axis;

/// An alley is this part of the distance between cards along a band.
const ALLEY: f64 = 0.25;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rack {
    axis: Axis,
    /// First column of each strip, the first strip included.
    starts: Vec<usize>,
    pub(super) columns: usize,
}

impl Rack {
    pub(super) fn plain(axis: Axis, columns: usize) -> Self {
        Self {
            axis,
            starts: vec![0],
            columns,
        }
    }

    pub(super) fn of(axis: Axis, widths: &[usize]) -> Self {
        let mut starts = vec![0];
        let mut columns = 0;
        for width in widths {
            columns += width;
            starts.push(columns);
        }
        starts.truncate(widths.len().max(1));
        Self {
            axis,
            starts,
            columns: columns.max(1),
        }
    }

    /// The strips on which most of these cards stand, told by the gaps between their columns. Cards that stand on no
    /// column are passed over. `None` where none stands on one.
    pub(super) fn read(axis: Axis, alongs: impl Iterator<Item = f64>) -> Option<Self> {
        let (pitch, margin) = (axis.pitch().0, axis.margin().0);
        let mut lines: Vec<i64> = alongs
            .filter_map(|it| quarter((it - margin) / (pitch * ALLEY)))
            .collect();
        lines.sort_unstable();
        lines.dedup();
        let mut rack = Self::plain(axis, 0);
        let mut before = -4;
        for line in lines {
            let step = line - before;
            match (step % 4, usize::try_from(step / 4)) {
                (0, Ok(columns)) => rack.columns += columns,
                (1, Ok(columns)) if columns > 0 && before >= 0 => {
                    rack.starts.push(rack.columns + columns - 1);
                    rack.columns += columns;
                }
                _ => continue,
            }
            before = line;
        }
        (rack.columns > 0).then_some(rack)
    }

    pub(super) fn strips(&self) -> usize {
        self.starts.len()
    }

    /// First column and number of columns.
    pub(super) fn strip(&self, number: usize) -> (usize, usize) {
        let start = self.starts[number];
        let end = self.starts.get(number + 1).unwrap_or(&self.columns);
        (start, end - start)
    }

    pub(super) fn strip_of(&self, column: usize) -> usize {
        self.starts.partition_point(|start| *start <= column) - 1
    }

    /// Where the cards of a column stand.
    #[expect(clippy::cast_precision_loss, reason = "columns are few")]
    pub(super) fn along(&self, column: usize) -> f64 {
        let alleys = self.strip_of(column) as f64;
        self.axis.margin().0 + (column as f64 + alleys * ALLEY) * self.axis.pitch().0
    }

    /// The column on which a card stands.
    pub(super) fn column(&self, along: f64) -> Option<usize> {
        let near = self.near(along).round();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "checked to be one of the columns"
        )]
        let column = (near >= 0.0 && near < self.columns as f64).then_some(near as usize)?;
        ((self.along(column) - along).abs() < 0.5).then_some(column)
    }

    /// The first and last column that a card comes nearer to than this.
    pub(super) fn touched(&self, along: f64, clearance: f64) -> Option<(u32, u32)> {
        let touched = |it: &usize| (self.along(*it) - along).abs() < clearance;
        let first = (0..self.columns).find(touched)?;
        let last = (first..self.columns).take_while(touched).last()?;
        Some((u32::try_from(first).ok()?, u32::try_from(last).ok()?))
    }

    /// Where a card lies, counted in columns; alleys are passed over.
    #[expect(clippy::cast_precision_loss, reason = "columns are few")]
    pub(super) fn near(&self, along: f64) -> f64 {
        let way = (along - self.axis.margin().0) / self.axis.pitch().0;
        let mut alleys = 0.0;
        for (n, start) in self.starts.iter().enumerate().skip(1) {
            if way >= *start as f64 + n as f64 * ALLEY - ALLEY / 2.0 {
                alleys = n as f64 * ALLEY;
            }
        }
        way - alleys
    }
}

/// A whole number of quarters, where it is one.
fn quarter(lines: f64) -> Option<i64> {
    let whole = lines.round();
    #[expect(clippy::cast_possible_truncation, reason = "checked to be small")]
    ((0.0..1e5).contains(&whole) && (whole - lines).abs() < 0.02).then_some(whole as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strips_are_read_again_from_where_cards_stand() {
        let rack = Rack::of(Axis::Rows, &[3, 2, 4]);
        let alongs: Vec<f64> = (0..9).map(|it| rack.along(it)).collect();
        assert_eq!(
            Rack::read(Axis::Rows, alongs.iter().copied()),
            Some(rack.clone())
        );
        let odd = alongs.iter().copied().chain([333.3, f64::NAN, 1e300]);
        assert_eq!(Rack::read(Axis::Rows, odd), Some(rack.clone()));
        for (column, along) in alongs.iter().enumerate() {
            assert_eq!(rack.column(*along), Some(column));
        }
        assert_eq!((rack.column(41.0), rack.column(90.0)), (None, None));
        assert_eq!(rack.strip(1), (3, 2));
    }

    #[test]
    fn a_map_without_alleys_is_one_strip() {
        let rack = Rack::plain(Axis::Rows, 9);
        assert_eq!(
            Rack::read(Axis::Rows, (0..9).map(|it| rack.along(it))),
            Some(rack)
        );
        assert_eq!(Rack::read(Axis::Rows, [f64::NAN, 1e300].into_iter()), None);
    }
}
