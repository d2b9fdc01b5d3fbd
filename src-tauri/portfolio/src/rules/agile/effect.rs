//! What a delivered initiative has moved so far, against what it was to move until then.
//!
//! What its own contributions claim counts before anything else; where they claim nothing, the way of its indicators
//! from baseline to target does. A movement is expected in a straight line between the days of the two.

use super::delivery::{Proof, proof, proofs};
use crate::model::{Date, Direction, Element, Known, LinkDetail, LinkKind, Reading};
use crate::rules::{Context, Series};

/// One result against its plan.
pub(super) struct Effect<'a> {
    pub(super) proof: Proof<'a>,
    pub(super) reading: &'a Reading,
    pub(super) baseline: f64,
    /// The movement that was expected by the day of the reading.
    pub(super) expected: f64,
    /// The share of it that has come; below zero when it went the other way.
    pub(super) share: f64,
    /// Since when the values that can show something have all been below the threshold.
    pub(super) poor_since: Option<Date>,
}

/// What is known of all results of an initiative.
pub(super) enum Effects<'a> {
    /// Nothing was read yet that could show anything, or nothing was to move.
    Unread,
    /// Fields that are missing, as indicator and the field's name in the model.
    Untold(Vec<(&'a Element, &'static str)>),
    /// The best one.
    Best(Box<Effect<'a>>),
}

pub(super) fn effects<'a>(
    ctx: &Context<'a>,
    number: usize,
    delivered: Date,
    enough: f64,
) -> Effects<'a> {
    let mut wanted = claims(ctx, number);
    if wanted.is_empty() {
        wanted.extend(proofs(ctx, number).into_iter().map(|it| (it, None)));
    }
    let mut best: Option<Effect<'a>> = None;
    let mut untold = Vec::new();
    for (proof, claim) in wanted {
        let hold = proof.series.indicator.direction.value() == Some(&Direction::Hold);
        let readings = telling(&proof, delivered);
        let (Some(reading), false) = (readings.last().copied(), hold) else {
            continue;
        };
        match plan(&proof.series, claim) {
            Err(field) => untold.push((proof.element, field)),
            Ok(plan) => {
                let share = |it: &Reading| plan.share(it);
                let poor = readings.iter().rev();
                let poor = poor.take_while(|it| share(it).is_some_and(|part| part < enough));
                let poor_since = poor
                    .last()
                    .map(|it| it.recorded_at.date_naive().max(it.period));
                let Some((share, expected)) = share(reading).zip(plan.expected(reading.period))
                else {
                    continue;
                };
                if best.as_ref().is_none_or(|it| share > it.share) {
                    let baseline = plan.from;
                    best = Some(Effect {
                        proof,
                        reading,
                        baseline,
                        expected,
                        share,
                        poor_since,
                    });
                }
            }
        }
    }
    match best {
        Some(best) => Effects::Best(Box::new(best)),
        None if untold.is_empty() => Effects::Unread,
        None => Effects::Untold(untold),
    }
}

/// Confirmed values from the day on which the delivery can show.
fn telling<'p, 'a>(proof: &'p Proof<'a>, delivered: Date) -> &'p [&'a Reading] {
    let all = &proof.series.actuals;
    let from = proof.shows_from(delivered);
    let first = all.partition_point(|it| it.period < from);
    &all[first..]
}

/// What the contributions of an element claim to move, with the indicator.
fn claims<'a>(ctx: &Context<'a>, number: usize) -> Vec<(Proof<'a>, Option<f64>)> {
    let mut found = Vec::new();
    for step in ctx.contributions_up(number) {
        let LinkDetail::Contribution(it) = &step.link.detail else {
            continue;
        };
        let Some(expects) = &it.expects else {
            continue;
        };
        let named = expects.indicator.as_ref().and_then(|id| ctx.number(id));
        let indicator = named.or_else(|| {
            let mut all = ctx.linked_to(step.to, LinkKind::Measures);
            let only = all.next();
            only.filter(|_| all.next().is_none()).map(|(n, _)| n)
        });
        if let Some(mut proof) = indicator.and_then(|n| proof(ctx, number, n)) {
            if proof.way.is_empty() {
                proof.lag = i64::from(it.lag_days.unwrap_or(0));
                proof.way = vec![step];
            }
            found.push((proof, Some(expects.likely)));
        }
    }
    found
}

/// The whole movement, and the days between which it is to come.
struct Plan {
    from: f64,
    whole: f64,
    start: Date,
    end: Date,
}

/// The plan of an indicator, or the first field that it misses.
fn plan(series: &Series<'_>, claim: Option<f64>) -> Result<Plan, &'static str> {
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
    fn expected(&self, day: Date) -> Option<f64> {
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

    fn share(&self, reading: &Reading) -> Option<f64> {
        Some((reading.value - self.from) / self.expected(reading.period)?)
    }
}
