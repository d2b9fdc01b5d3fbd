//! What the readings of one indicator show, and since when anything delivered can show in them.
//!
//! A reading counts from grade E2. The newest that counts says where the indicator stands, the newest of grade E3 proves
//! it; both have to keep R, so that neither a newer nor a better reading can be passed over. Whether *proven* has lasted
//! follows from the readings themselves, newest first, back to the first that breaks it.

use super::coverage::absent;
use super::freshness::freshness;
use super::level::{Answer, Missing};
use super::reach::Reach;
use super::stage::{field, later};
use crate::model::{Date, Element, Grade, Indicator, InitiativeState, Known, Reading};
use crate::rules::{Context, Series};
use chrono::Months;

/// R from which an outcome has moved as planned.
const AS_PLANNED: f64 = 0.8;
/// How long *proven* has to last to be *sustained*: so many months, or so many readings.
const MONTHS: u32 = 12;
pub(super) const READINGS: usize = 4;

/// When the first effect of delivered work can show.
pub(super) struct Delivery {
    pub(super) shows: Option<(Date, usize)>,
    /// Delivered, and nobody says when.
    pub(super) undated: Vec<usize>,
}

impl Delivery {
    /// Of the work that leads here by a sound path through an outcome or a change.
    pub(super) fn of(ctx: &Context<'_>, work: &[(usize, Reach)]) -> Self {
        let full = work.iter().filter_map(|(n, it)| Some((*n, it.full?)));
        let mut found = Self {
            shows: None,
            undated: Vec::new(),
        };
        for (n, lag) in full {
            let initiative = ctx.element(n).initiative();
            let state = initiative.and_then(|it| it.state.value());
            if let Some(day) = ctx.delivered_on(n) {
                let first = (later(day, lag), n);
                found.shows = Some(found.shows.map_or(first, |it| it.min(first)));
            } else if state == Some(&InitiativeState::Delivered)
                && initiative.is_some_and(|it| it.delivered_on.value().or(it.end.value()).is_none())
            {
                found.undated.push(n);
            }
        }
        found
    }

    pub(super) fn before(&self, day: Date) -> Answer {
        match self.shows {
            Some((first, _)) if first <= day => Answer::Holds,
            _ if !self.undated.is_empty() => Answer::CannotTell,
            _ => Answer::Fails,
        }
    }
}

/// One indicator with its readings that count.
pub(super) struct Shown<'a> {
    pub(super) element: &'a Element,
    pub(super) indicator: &'a Indicator,
    pub(super) series: std::sync::Arc<Series<'a>>,
    /// The newest of grade E2 or better, and of grade E3 or better.
    pub(super) newest: Option<(&'a Reading, Grade)>,
    pub(super) proof: Option<(&'a Reading, Grade)>,
}

impl<'a> Shown<'a> {
    pub(super) fn of(ctx: &Context<'a>, number: usize) -> Option<Self> {
        let element = ctx.element(number);
        let series = ctx.series(number)?;
        let graded = |least: Grade| {
            let newest_first = series.actuals.iter().rev().copied();
            let mut graded = newest_first.map(|it| (it, ctx.grade(it)));
            graded.find(|(_, grade)| *grade >= least)
        };
        let (newest, proof) = (graded(Grade::Manual), graded(Grade::Imported));
        Some(Self {
            element,
            indicator: element.indicator()?,
            series,
            newest,
            proof,
        })
    }

    pub(super) fn baseline(&self) -> Answer {
        if self.series.baseline.is_some() {
            Answer::Holds
        } else {
            absent(&self.indicator.baseline)
        }
    }

    pub(super) fn fresh(&self, ctx: &Context<'_>, reading: Option<(&'a Reading, Grade)>) -> Answer {
        let Some((reading, _)) = reading else {
            return Answer::Fails;
        };
        match freshness(reading, self.indicator, ctx.as_of) {
            Some(share) => Answer::of(share > 0.0),
            None => Answer::CannotTell,
        }
    }

    pub(super) fn realised(&self) -> Option<f64> {
        self.series.realised(self.newest?.0)
    }

    /// Whether the newest reading and the one that proves are as planned. A plan that was not given cannot be told;
    /// one that nobody made holds nothing.
    pub(super) fn moved(&self) -> Answer {
        let Some(((newest, _), (proof, _))) = self.newest.zip(self.proof) else {
            return Answer::Fails;
        };
        let as_planned = |it| self.series.realised(it).map(|it| it >= AS_PLANNED - 1e-9);
        match (as_planned(newest), as_planned(proof)) {
            (Some(one), Some(other)) => Answer::of(one && other),
            (Some(false), _) | (_, Some(false)) => Answer::Fails,
            _ => self.planned(),
        }
    }

    /// Why there is no R: the worst of what a plan needs, or no movement was planned yet.
    fn planned(&self) -> Answer {
        let it = self.indicator;
        let needs = [
            absent(&it.baseline),
            absent(&it.baseline_on),
            absent(&it.target),
            absent(&it.target_on),
        ];
        match Answer::all(needs) {
            Answer::Holds => Answer::Fails,
            worst => worst,
        }
    }

    /// The fields for want of which there is no plan to hold a reading against.
    pub(super) fn unplanned(&self, ctx: &Context<'_>) -> Vec<Missing> {
        if self.realised().is_some() {
            return Vec::new();
        }
        let it = self.indicator;
        let needs = [
            ("baseline", self.baseline()),
            ("baseline_on", absent(&it.baseline_on)),
            ("target", absent(&it.target)),
            ("target_on", absent(&it.target_on)),
        ];
        let absent = needs.into_iter().filter(|(_, it)| *it != Answer::Holds);
        absent
            .map(|(name, _)| field(ctx, self.element, name))
            .collect()
    }

    /// The readings that keep it proven, newest first, until the first that breaks it. Where it is left `open`, what
    /// cannot be told of the plan or of the delivery breaks nothing.
    pub(super) fn lasting(
        &self,
        ctx: &Context<'a>,
        delivery: &Delivery,
        open: bool,
    ) -> Vec<&'a Reading> {
        let may = |answer| answer == Answer::Holds || open && answer == Answer::CannotTell;
        let mut found: Vec<&Reading> = Vec::new();
        for reading in self.series.actuals.iter().rev().copied() {
            let grade = ctx.grade(reading);
            if grade < Grade::Manual {
                continue;
            }
            let planned = match self.series.realised(reading) {
                Some(it) => Answer::of(it >= AS_PLANNED - 1e-9),
                None => self.planned(),
            };
            let holds = may(planned) && may(delivery.before(reading.period));
            if !holds || is_lasting(&found) {
                break;
            }
            let again = found.last().is_some_and(|it| it.period == reading.period);
            if grade >= Grade::Imported && !again {
                found.push(reading);
            }
        }
        found
    }
}

/// Whether readings, newest first, reach over the months or are enough of them.
pub(super) fn is_lasting(readings: &[&Reading]) -> bool {
    let long = readings
        .first()
        .zip(readings.last())
        .is_some_and(|(newest, oldest)| {
            let year = oldest.period.checked_add_months(Months::new(MONTHS));
            year.is_some_and(|year| year <= newest.period)
        });
    long || readings.len() >= READINGS
}
