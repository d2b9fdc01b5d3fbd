//! What indicators say: confirmed values against the way from baseline to target, their age and their grade.
//!
//! Thresholds here are shared by rules and ladder. "On track" from 0.8 of the planned movement and "at risk" from
//! 0.5 are ours; a value is stale after 1.5 times its period and 10 days (ours).

use super::Context;
use crate::model::{
    Date, Direction, ElementKind, Grade, Indicator, IndicatorKind, Known, LinkKind, Nature, Reading,
};
use chrono::Datelike;
use std::collections::HashSet;
use std::sync::Arc;

/// Share of the planned movement from which a change is on track.
pub(in crate::rules) const ON_TRACK: f64 = 0.8;
/// Share of the planned movement from which a change is at risk and not off track.
pub(in crate::rules) const AT_RISK: f64 = 0.5;
/// Two values of one period agree when they differ by no more than this share of the larger one.
pub(in crate::rules) const TOLERANCE: f64 = 0.02;

/// Where a measured change stands against its plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    OnTrack,
    AtRisk,
    OffTrack,
}

/// The values of one indicator until the date of the check.
#[derive(Debug)]
pub struct Series<'a> {
    pub indicator: &'a Indicator,
    /// Confirmed values, oldest period first; of one period the one recorded last stands last. The value of a month that
    /// is not over yet counts: whoever records November in the last days of it has measured November.
    pub actuals: Vec<&'a Reading>,
    /// Value and day from which the change is counted.
    pub baseline: Option<(f64, Option<Date>)>,
    /// Value and day that the change is to reach.
    pub target: Option<(f64, Option<Date>)>,
    as_of: Date,
}

impl<'a> Series<'a> {
    /// The latest confirmed value.
    #[must_use]
    pub fn last(&self) -> Option<&'a Reading> {
        self.actuals.last().copied()
    }

    /// The value that a straight way from baseline to target has on a day; `None` without both and their days.
    #[must_use]
    pub fn planned_at(&self, day: Date) -> Option<f64> {
        let (from, (to, end)) = (self.baseline?, self.target?);
        let (start, end) = (from.1?, end?);
        let whole = days(start, end);
        if whole <= 0.0 {
            return Some(to);
        }
        let gone = (days(start, day) / whole).clamp(0.0, 1.0);
        Some(from.0 + (to - from.0) * gone)
    }

    /// R: the movement since the baseline as a share of the movement planned until then, between 0 and 1.2. An
    /// indicator that is to hold has 1 within its tolerance and 0 outside it.
    #[must_use]
    pub fn realised(&self, reading: &Reading) -> Option<f64> {
        let (from, _) = self.baseline?;
        if self.indicator.direction.value() == Some(&Direction::Hold) {
            let room = self
                .indicator
                .tolerance
                .value()
                .copied()
                .unwrap_or(from.abs() * TOLERANCE);
            return Some(if (reading.value - from).abs() <= room {
                1.0
            } else {
                0.0
            });
        }
        let planned = self.planned_at(reading.period)? - from;
        if planned.abs() < f64::EPSILON {
            return None;
        }
        Some(((reading.value - from) / planned).clamp(0.0, 1.2))
    }

    /// The movement since the baseline as a share of the whole way to the target; may be negative or above 1.
    #[must_use]
    pub fn share_of_target(&self, value: f64) -> Option<f64> {
        let (from, (to, _)) = (self.baseline?.0, self.target?);
        let whole = to - from;
        (whole.abs() > f64::EPSILON).then(|| (value - from) / whole)
    }

    /// Days after which a value is stale: 1.5 times the period and 10 days; `None` when no period is known.
    #[must_use]
    pub fn stale_after(&self) -> Option<f64> {
        let period = self.indicator.every_days.value()?;
        Some(f64::from(*period) * 1.5 + 10.0)
    }

    /// Whether the latest value still speaks; `None` when there is none or no period is known.
    #[must_use]
    pub fn is_fresh(&self) -> Option<bool> {
        Some(days(self.last()?.period, self.as_of) <= self.stale_after()?)
    }

    /// The latest value against its plan, when it is fresh (or its period is not known) and a plan is there.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        if self.is_fresh() == Some(false) {
            return None;
        }
        self.standing_at(self.last()?)
    }

    /// One value against the plan of its own day, however old it is.
    #[must_use]
    pub fn standing_at(&self, reading: &Reading) -> Option<Standing> {
        self.realised(reading).map(|share| {
            if share >= ON_TRACK {
                Standing::OnTrack
            } else if share >= AT_RISK {
                Standing::AtRisk
            } else {
                Standing::OffTrack
            }
        })
    }

    /// The fields without which the indicator proves nothing, by their names in the model.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        let it = self.indicator;
        [
            ("baseline", self.baseline.is_none()),
            ("target", self.target.is_none()),
            (
                "target_on",
                self.target.is_some_and(|(_, day)| day.is_none()),
            ),
            ("direction", it.direction.value().is_none()),
            (
                "unit",
                it.unit.value().is_none_or(|unit| unit.trim().is_empty()),
            ),
            ("every_days", it.every_days.value().is_none()),
        ]
        .into_iter()
        .filter_map(|(name, absent)| absent.then_some(name))
        .collect()
    }
}

/// The last day of the month in which a day lies.
fn end_of_month(day: Date) -> Date {
    day.with_day(1)
        .and_then(|first| first.checked_add_months(chrono::Months::new(1)))
        .and_then(|next| next.pred_opt())
        .unwrap_or(day)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "days between calendar dates are small"
)]
fn days(from: Date, to: Date) -> f64 {
    (to - from).num_days() as f64
}

/// Whether two values of one period say the same, given how precisely they are written.
pub(in crate::rules) fn agree(one: f64, other: f64, tolerance: f64) -> bool {
    let room =
        (one.abs().max(other.abs()) * tolerance).max(half_a_digit(one).max(half_a_digit(other)));
    (one - other).abs() <= room + f64::EPSILON
}

/// Half of the last digit that a value is written with.
fn half_a_digit(value: f64) -> f64 {
    let text = value.to_string();
    let places = text.split_once('.').map_or(0, |(_, after)| after.len());
    0.5 * 10_f64.powi(-i32::try_from(places).unwrap_or(0))
}

impl<'a> Context<'a> {
    /// The values of an indicator. Of any other element an empty series would be asked for by mistake: `None`.
    #[must_use]
    pub fn series(&self, number: usize) -> Option<Arc<Series<'a>>> {
        let indicator = self.element(number).indicator()?;
        Some(self.series.get(number, &self.reads, || {
            let mut all: Vec<&Reading> = self.readings(number).collect();
            all.sort_by(|a, b| {
                (a.period, a.recorded_at, &a.id).cmp(&(b.period, b.recorded_at, &b.id))
            });
            let of = |nature| all.iter().copied().filter(move |it| it.nature == nature);
            let baseline = match indicator.baseline.value() {
                Some(value) => Some((*value, indicator.baseline_on.value().copied())),
                None => of(Nature::Baseline)
                    .next()
                    .map(|it| (it.value, Some(it.period))),
            };
            let target = match indicator.target.value() {
                Some(value) => Some((*value, indicator.target_on.value().copied())),
                None => of(Nature::Target)
                    .next_back()
                    .map(|it| (it.value, Some(it.period))),
            };
            Series {
                indicator,
                actuals: of(Nature::Actual)
                    .filter(|it| it.period <= end_of_month(self.as_of))
                    .collect(),
                baseline,
                target,
                as_of: self.as_of,
            }
        }))
    }

    /// The indicators that measure an element, and the one that its why card names as proof.
    #[must_use]
    pub fn indicators(&self, number: usize) -> Vec<usize> {
        let made = self.facts.indicators.get(number, &self.reads, || {
            let measuring = self.linked_to(number, LinkKind::Measures);
            let mut found: Vec<usize> = measuring.map(|(n, _)| n).collect();
            let proof = self.element(number).why.proof.as_ref();
            if let Some(proof) = proof.and_then(|id| self.number(id))
                && self.kind(proof) == ElementKind::Indicator
                && !found.contains(&proof)
            {
                found.push(proof);
            }
            found
        });
        made.to_vec()
    }

    /// The kind of an indicator, when somebody said it.
    #[must_use]
    pub fn indicator_kind(&self, number: usize) -> Option<IndicatorKind> {
        let indicator = self.element(number).indicator()?;
        indicator.indicator_kind.value().copied()
    }

    /// out(x): the outcome and impact indicators that prove an element. Of what directs (driver, priority,
    /// objective) its own and those of the objectives and outcomes below it; of an outcome its own; of anything
    /// that enables its own and those of the outcomes and objectives it leads to.
    #[must_use]
    pub fn proofs(&self, number: usize) -> Arc<Vec<usize>> {
        self.facts.proofs.get(number, &self.reads, || {
            let around = match self.kind(number) {
                ElementKind::Driver | ElementKind::Priority | ElementKind::Objective => {
                    self.below(number)
                }
                ElementKind::Outcome => Arc::default(),
                _ => self.above(number),
            };
            let results = around
                .iter()
                .copied()
                .filter(|n| matches!(self.kind(*n), ElementKind::Objective | ElementKind::Outcome));
            let (mut found, mut seen) = (Vec::new(), HashSet::new());
            for at in std::iter::once(number).chain(results) {
                for indicator in self.indicators(at) {
                    // Asked once each: an element may reach the same indicator over hundreds of results.
                    if seen.insert(indicator)
                        && self.indicator_kind(indicator) >= Some(IndicatorKind::Outcome)
                    {
                        found.push(indicator);
                    }
                }
            }
            found
        })
    }

    /// Where an indicator stands by its fresh latest value, when it has one and a plan.
    #[must_use]
    pub fn standing_by(&self, indicator: usize) -> Option<Standing> {
        *self.facts.standing.get(indicator, &self.reads, || {
            self.series(indicator).and_then(|it| it.standing())
        })
    }

    /// Where an element stands by the weakest of its proofs that has a fresh value and a plan.
    #[must_use]
    pub fn standing_of(&self, number: usize) -> Option<Standing> {
        let proofs = self.proofs(number);
        let judged = proofs.iter().filter_map(|n| self.standing_by(*n));
        judged.max()
    }

    /// How good the evidence of a reading is. A reading without a source is an assertion, or at best a judgement
    /// when somebody graded it so; one with a source follows from how it came: by an import, or by hand against a
    /// written definition. A second source that says the same for the period makes it corroborated.
    #[must_use]
    pub fn grade(&self, reading: &'a Reading) -> Grade {
        let Some(source) = &reading.source else {
            return reading
                .grade
                .map_or(Grade::Assertion, |it| it.min(Grade::Judgement));
        };
        let Some(number) = self.number(&reading.indicator) else {
            return Grade::Assertion;
        };
        let indicator = self.element(number).indicator();
        let defined = indicator.is_some_and(|it| {
            it.definition
                .value()
                .is_some_and(|text| !text.trim().is_empty())
        });
        let by_itself = reading.grade.unwrap_or_else(|| {
            if self.imports().any(|it| it.source == *source) {
                Grade::Imported
            } else if defined {
                Grade::Manual
            } else {
                Grade::Judgement
            }
        });
        let seconded = by_itself >= Grade::Manual
            && self.readings(number).any(|it| {
                it.nature == Nature::Actual
                    && it.period == reading.period
                    && it.source.as_ref().is_some_and(|other| other != source)
                    && agree(it.value, reading.value, TOLERANCE)
            });
        if seconded {
            Grade::Corroborated
        } else {
            by_itself
        }
    }
}
