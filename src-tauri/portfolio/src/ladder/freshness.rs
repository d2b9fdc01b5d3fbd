//! How much a reading still says: all of it until the next one is due, then half as much with every further period.
//!
//! A period is what the indicator says of itself (`every_days`), counted from the last day that the value speaks of.
//! Freshness is 1 in the first period, ½ in the second, ¼ in the third; beyond three periods the reading supports no
//! level any more. An indicator that does not say how often it is read has no freshness: that cannot be told.

use crate::model::{Date, Indicator, Known, Reading};

/// Periods after which a reading supports nothing.
pub(super) const PERIODS: u32 = 3;

/// 1 until the next reading is due, halved with every further period, 0 beyond `PERIODS`. `None` when no period is
/// known.
#[must_use]
pub fn freshness(reading: &Reading, indicator: &Indicator, as_of: Date) -> Option<f64> {
    let period = i64::from(*indicator.every_days.value()?).max(1);
    let age = (as_of - reading.period).num_days().max(0);
    // A day on which the next one is due is still within the period.
    let late = (age - 1).max(0) / period;
    Some(match u32::try_from(late) {
        Ok(late) if late < PERIODS => 0.5_f64.powi(i32::try_from(late).unwrap_or(0)),
        _ => 0.0,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Nature, ReadingId, known};

    fn after(days: i64) -> Option<f64> {
        let end: Date = "2026-06-30".parse().unwrap();
        let reading = Reading {
            id: ReadingId::new("r"),
            indicator: crate::model::ElementId::new("k"),
            period: end,
            value: 1.0,
            nature: Nature::Actual,
            source: None,
            recorded_at: chrono::DateTime::UNIX_EPOCH,
            recorded_by: String::new(),
            comment: String::new(),
            grade: None,
        };
        let indicator = Indicator {
            every_days: known(30),
            ..Indicator::default()
        };
        freshness(&reading, &indicator, end + chrono::TimeDelta::days(days))
    }

    #[test]
    fn a_reading_halves_with_every_period_after_it_was_due_and_ends_with_the_third() {
        let at: Vec<f64> = [0, 30, 31, 60, 61, 90, 91, 400]
            .map(|days| after(days).unwrap())
            .to_vec();
        assert_eq!(at, [1.0, 1.0, 0.5, 0.5, 0.25, 0.25, 0.0, 0.0]);
    }

    #[test]
    fn a_period_that_is_not_over_yet_is_fresh() {
        assert_eq!(after(-10), Some(1.0));
    }
}
