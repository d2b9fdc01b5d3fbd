//! Which of the stages that lead from a reason to a result are there: the drawing shows the gap.
//!
//! Coverage says what exists; the ladder says what follows. Why, owner, indicator and change also limit a level; money
//! and enabler are shown and limit none, because the levels are defined without them.

use super::level::{Answer, Need, Stage};
use super::reach::Reach;
use super::ways::Ways;
use crate::model::{ElementId, ElementKind, Known, LinkKind, Maybe};
use crate::rules::Context;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A stage of the line from reason to result.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum CoveredPart {
    Why,
    Owner,
    /// An outcome indicator with baseline and target.
    Indicator,
    /// A change in what people do.
    Change,
    /// Open work with a budget.
    Funding,
    /// A capability or a system that makes the change possible.
    Enabler,
}

/// Whether a stage is there, and which elements fill it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Covered {
    pub part: CoveredPart,
    pub answer: Answer,
    pub by: Vec<ElementId>,
}

/// Elements that are named for one stage; the rest is found on the canvas.
const NAMED: usize = 12;

pub(super) fn of(
    ctx: &Context<'_>,
    ways: &Ways<'_>,
    goal: usize,
    work: &[(usize, Reach)],
    judged: &[usize],
    stages: &[Stage],
) -> Vec<Covered> {
    let answer = |need| {
        let stage = stages.iter().find(|it| it.need == need);
        stage.map_or(Answer::CannotTell, |it| it.answer)
    };
    let named = |all: &mut dyn Iterator<Item = usize>| -> Vec<ElementId> {
        all.take(NAMED).map(|n| ctx.element(n).id.clone()).collect()
    };
    let covered = |part, by: Vec<ElementId>| Covered {
        part,
        answer: Answer::of(!by.is_empty()),
        by,
    };
    let below = below(ways, goal);
    let of_kind = |kinds: &[ElementKind]| -> Vec<usize> {
        let some = below.iter().copied();
        some.filter(|n| kinds.contains(&ctx.kind(*n))).collect()
    };
    let planned = judged.iter().copied().filter(|n| {
        let series = ctx.series(*n);
        series.is_some_and(|it| it.baseline.is_some() && it.target.is_some())
    });
    let open: Vec<usize> = work
        .iter()
        .map(|(n, _)| *n)
        .filter(|n| ctx.active_initiative(*n).is_some())
        .collect();
    let funded = |n: &usize| {
        ctx.budget(*n).is_some() || ctx.wholes(*n).any(|whole| ctx.budget(whole).is_some())
    };
    let mut money = covered(
        CoveredPart::Funding,
        named(&mut open.iter().copied().filter(funded)),
    );
    if money.by.is_empty() && open.iter().any(|n| untold_budget(ctx, *n)) {
        money.answer = Answer::CannotTell;
    }
    let depended = open.iter().flat_map(|n| {
        let needs = ctx.linked_from(*n, LinkKind::DependsOn);
        needs.map(|(n, _)| n)
    });
    let mut enablers = of_kind(&[ElementKind::Capability, ElementKind::System]);
    enablers.extend(depended.filter(|n| ctx.kind(*n) != ElementKind::Initiative));
    enablers.sort_unstable();
    enablers.dedup();
    vec![
        Covered {
            part: CoveredPart::Why,
            answer: answer(Need::Why),
            by: Vec::new(),
        },
        Covered {
            part: CoveredPart::Owner,
            answer: answer(Need::Owner),
            by: Vec::new(),
        },
        covered(CoveredPart::Indicator, named(&mut planned.into_iter())),
        covered(
            CoveredPart::Change,
            named(&mut of_kind(&[ElementKind::Change]).into_iter()),
        ),
        money,
        covered(CoveredPart::Enabler, named(&mut enablers.into_iter())),
    ]
}

/// Whether nothing tells if work has money: the field is empty or was not given.
fn untold_budget(ctx: &Context<'_>, number: usize) -> bool {
    let budget = ctx
        .element(number)
        .initiative()
        .map(|it| it.budget.as_ref());
    match budget.flatten() {
        Some(Maybe::Known(_)) => false,
        Some(Maybe::Missing(gap)) => gap.reason != crate::model::Reason::NotRequired,
        None => true,
    }
}

/// Everything below an objective by any way, nearest first.
fn below(ways: &Ways<'_>, goal: usize) -> Vec<usize> {
    let mut found = vec![goal];
    let mut seen = std::collections::HashSet::from([goal]);
    let mut next = 0;
    while let Some(at) = found.get(next).copied() {
        next += 1;
        for (from, _) in ways.down(at) {
            if seen.insert(*from) {
                found.push(*from);
            }
        }
    }
    found
}

/// Whether a field was never filled or need not be; `CannotTell` when it has a value that was not given.
pub(super) fn absent<T>(field: &crate::model::Field<T>) -> Answer {
    match (field.value(), field) {
        (Some(_), _) => Answer::Holds,
        (None, Some(Maybe::Missing(gap))) if gap.reason != crate::model::Reason::NotRequired => {
            Answer::CannotTell
        }
        (None, _) => Answer::Fails,
    }
}
