//! How an indicator moves from one period to the next, and what change of it is usual.

use crate::model::Reading;
use crate::rules::Series;

/// Of one period the value recorded last.
pub(super) fn one_a_period<'a>(series: &Series<'a>) -> Vec<&'a Reading> {
    let same_period = series.actuals.chunk_by(|a, b| a.period == b.period);
    same_period.filter_map(|it| it.last().copied()).collect()
}

/// The median of the sizes of changes.
pub(super) fn usual(changes: &[f64]) -> Option<f64> {
    let mut sizes: Vec<f64> = changes.iter().map(|it| it.abs()).collect();
    sizes.sort_by(f64::total_cmp);
    let middle = sizes.len() / 2;
    let upper = *sizes.get(middle)?;
    if sizes.len() % 2 == 1 {
        return Some(upper);
    }
    Some((sizes.get(middle.checked_sub(1)?)? + upper) / 2.0)
}
