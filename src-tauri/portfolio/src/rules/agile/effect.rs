//! What a delivered initiative has moved so far, against what it was to move until then.
//!
//! What its own contributions claim counts before anything else; where they claim nothing, the way of its indicators
//! from baseline to target does.

use super::delivery::{Proof, lag, proof};
use super::plan::{Plan, plan};
use crate::model::{Date, Direction, Element, Known, LinkDetail, LinkKind, Reading};
use crate::rules::{Context, Step};

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
    /// Nothing but values against a baseline of this day, which was taken when the work was already delivered and may
    /// hold all of its effect.
    Late(&'a Element, Date),
    /// The best one.
    Best(Box<Effect<'a>>),
}

/// A result that could be judged, before the way to it was walked.
struct Candidate<'a> {
    wanted: Wanted<'a>,
    reading: &'a Reading,
    plan: Plan,
    share: f64,
}

pub(super) fn effects<'a>(
    ctx: &Context<'a>,
    number: usize,
    delivered: Date,
    enough: f64,
) -> Effects<'a> {
    let mut wanted = claims(ctx, number);
    if wanted.is_empty() {
        let proofs = ctx.proofs(number);
        wanted.extend(proofs.iter().map(|n| Wanted::of(*n)));
    }
    let (mut candidates, mut unplanned, mut late) = (Vec::new(), Vec::new(), Vec::new());
    for wanted in wanted {
        let Some(series) = ctx.series(wanted.indicator) else {
            continue;
        };
        let hold = series.indicator.direction.value() == Some(&Direction::Hold);
        let last = series.last().filter(|it| it.period >= delivered && !hold);
        let Some(reading) = last else {
            continue;
        };
        match plan(&series, wanted.claim) {
            Err(field) => unplanned.push((wanted, field)),
            Ok(plan) if plan.start > delivered => late.push((wanted, plan.start)),
            Ok(plan) => {
                if let Some(share) = plan.share(reading) {
                    candidates.push(Candidate {
                        wanted,
                        reading,
                        plan,
                        share,
                    });
                }
            }
        }
    }
    // Ways are walked last, from the best result on, until one is old enough to count.
    candidates.sort_by(|a, b| b.share.total_cmp(&a.share));
    for it in candidates {
        if let Some(proof) = it.wanted.walked(ctx, number, delivered) {
            return Effects::Best(Box::new(effect(
                proof, it.reading, &it.plan, delivered, enough,
            )));
        }
    }
    let told = unplanned.into_iter().filter_map(|(wanted, field)| {
        let proof = wanted.walked(ctx, number, delivered)?;
        Some((proof.element, field))
    });
    let untold: Vec<_> = told.collect();
    if !untold.is_empty() {
        return Effects::Untold(untold);
    }
    let mut late = late.into_iter().filter_map(|(wanted, start)| {
        let proof = wanted.walked(ctx, number, delivered)?;
        Some(Effects::Late(proof.element, start))
    });
    late.next().unwrap_or(Effects::Unread)
}

fn effect<'a>(
    proof: Proof<'a>,
    reading: &'a Reading,
    plan: &Plan,
    delivered: Date,
    enough: f64,
) -> Effect<'a> {
    let poor = telling(&proof, delivered).iter().rev();
    let poor = poor.take_while(|it| plan.share(it).is_some_and(|part| part < enough));
    let since = poor.last();
    Effect {
        reading,
        baseline: plan.from,
        expected: plan.expected(reading.period).unwrap_or_default(),
        share: plan.share(reading).unwrap_or_default(),
        poor_since: since.map(|it| it.recorded_at.date_naive().max(it.period)),
        proof,
    }
}

/// Confirmed values from the day on which the delivery can show.
fn telling<'p, 'a>(proof: &'p Proof<'a>, delivered: Date) -> &'p [&'a Reading] {
    let all = &proof.series.actuals;
    let from = proof.shows_from(delivered);
    let first = all.partition_point(|it| it.period < from);
    &all[first..]
}

/// An indicator that should move, by how much when somebody claims it, and through which contribution.
struct Wanted<'a> {
    indicator: usize,
    claim: Option<f64>,
    through: Option<Step<'a>>,
}

impl<'a> Wanted<'a> {
    fn of(indicator: usize) -> Self {
        Self {
            indicator,
            claim: None,
            through: None,
        }
    }

    /// The proof with the way to it, when its last value can show what was delivered.
    fn walked(&self, ctx: &Context<'a>, number: usize, delivered: Date) -> Option<Proof<'a>> {
        let mut proof = proof(ctx, number, self.indicator)?;
        if let (Some(step), true) = (self.through, proof.way.is_empty()) {
            proof.lag = lag(&[step]);
            proof.way = vec![step];
        }
        proof.is_read(delivered).then_some(proof)
    }
}

/// What the contributions of an element claim to move, with the indicator.
fn claims<'a>(ctx: &Context<'a>, number: usize) -> Vec<Wanted<'a>> {
    let claim = |step: Step<'a>| {
        let LinkDetail::Contribution(it) = &step.link.detail else {
            return None;
        };
        let expects = it.expects.as_ref()?;
        let named = expects.indicator.as_ref().and_then(|id| ctx.number(id));
        let indicator = named.or_else(|| {
            let mut all = ctx.linked_to(step.to, LinkKind::Measures);
            let only = all.next();
            only.filter(|_| all.next().is_none()).map(|(n, _)| n)
        });
        Some(Wanted {
            indicator: indicator?,
            claim: Some(expects.likely),
            through: Some(step),
        })
    };
    ctx.contributions_up(number).filter_map(claim).collect()
}
