//! How an indicator was to move: how far, and between which days, in a straight line.

use crate::model::{Date, Known, Reading};
use crate::rules::Series;

/// The whole movement, and the days between which it is to come.
pub(super) struct Plan {
    pub(super) from: f64,
    whole: f64,
    pub(super) start: Date,
    end: Date,
}

/// The plan of an indicator, or the first field that it misses.
pub(super) fn plan(series: &Series<'_>, claim: Option<f64>) -> Result<Plan, &'static str> {
    let (from, start) = series.baseline.ok_or("baseline")?;
    let target = series.target;
    let whole = claim.or(target.map(|(to, _)| to - from)).ok_or("target")?;
    let end = target
        .and_then(|(_, end)| end)
        .or(series.indicator.target_on.value().copied());
    Ok(Plan {
        from,
        whole,
        start: start.ok_or("baseline_on")?,
        end: end.ok_or("target_on")?,
    })
}

impl Plan {
    /// The movement that a straight way from start to end has brought by a day.
    pub(super) fn expected(&self, day: Date) -> Option<f64> {
        #[expect(
            clippy::cast_precision_loss,
            reason = "days between calendar dates are few"
        )]
        let days = |from: Date, to: Date| (to - from).num_days() as f64;
        let all = days(self.start, self.end);
        let gone = if all > 0.0 {
            (days(self.start, day) / all).clamp(0.0, 1.0)
        } else {
            1.0
        };
        let expected = self.whole * gone;
        (expected.abs() > f64::EPSILON).then_some(expected)
    }

    /// The share of it that a value shows; below zero when it went the other way, `None` before anything was expected.
    pub(super) fn share(&self, reading: &Reading) -> Option<f64> {
        Some((reading.value - self.from) / self.expected(reading.period)?)
    }
}
