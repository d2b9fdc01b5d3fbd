//! The five parts of a hypothesis, and which of them an initiative leaves open.

use super::delivery::nearest_result;
use crate::model::{Detail, Element, ElementKind, Known, LinkDetail};
use crate::rules::words::say;
use crate::rules::{Context, Series};

/// A part of a hypothesis.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    ForWhom,
    Change,
    Indicator,
    Size,
    ByWhen,
}

impl Slot {
    pub(super) fn name(self, ctx: &Context<'_>) -> String {
        match self {
            Self::ForWhom => say!(ctx, "for whom", "pour qui"),
            Self::Change => say!(ctx, "what changes", "ce qui change"),
            Self::Indicator => say!(ctx, "an outcome indicator", "un indicateur de résultat"),
            Self::Size => say!(ctx, "how much", "de combien"),
            Self::ByWhen => say!(ctx, "by when", "pour quand"),
        }
    }
}

/// The parts that neither the card nor anything above it fills.
pub(super) fn open(ctx: &Context<'_>, number: usize) -> Vec<Slot> {
    let why = &ctx.element(number).why;
    let above = ctx.above(number);
    let any_above = |kinds: &[ElementKind], wanted: &dyn Fn(&Detail) -> bool| {
        let mut some = above.iter().filter(|n| kinds.contains(&ctx.kind(**n)));
        some.any(|n| wanted(&ctx.element(*n).detail))
    };
    let proofs = ctx.proofs(number);
    let any_proof = |wanted: &dyn Fn(&Series<'_>) -> bool| {
        let mut all = proofs.iter().filter_map(|n| ctx.series(*n));
        all.any(|it| wanted(&it))
    };
    let claims =
        |it: &LinkDetail| matches!(it, LinkDetail::Contribution(it) if it.expects.is_some());
    let all = [
        (
            Slot::ForWhom,
            !why.for_whom.trim().is_empty()
                || any_above(
                    &[ElementKind::Outcome],
                    &|it| matches!(it, Detail::Outcome(it) if it.beneficiary.value().is_some_and(|who| !who.trim().is_empty())),
                ),
        ),
        (
            Slot::Change,
            !why.change.trim().is_empty()
                || above
                    .iter()
                    .any(|n| matches!(ctx.kind(*n), ElementKind::Outcome | ElementKind::Change)),
        ),
        (Slot::Indicator, !proofs.is_empty()),
        (
            Slot::Size,
            any_proof(&|it| it.target.is_some())
                || ctx
                    .contributions_up(number)
                    .any(|it| claims(&it.link.detail)),
        ),
        (
            Slot::ByWhen,
            why.until.is_some()
                || any_proof(&|it| {
                    it.indicator.target_on.value().is_some()
                        || it.target.is_some_and(|(_, day)| day.is_some())
                })
                || any_above(
                    &[ElementKind::Objective],
                    &|it| matches!(it, Detail::Objective(it) if it.horizon.value().is_some()),
                ),
        ),
    ];
    all.into_iter()
        .filter_map(|(slot, filled)| (!filled).then_some(slot))
        .collect()
}

/// The one thing that, once there, fills most of the rest.
pub(super) fn root<'a>(
    ctx: &Context<'a>,
    number: usize,
    open: &[Slot],
) -> (&'a Element, &'static str) {
    let element = ctx.element(number);
    let proofs = ctx.proofs(number);
    let first = proofs.first().map(|n| ctx.element(*n));
    match first {
        _ if element.why.is_empty() => (element, "why"),
        None => {
            let goal = nearest_result(ctx, number).unwrap_or(number);
            (ctx.element(goal), "proof")
        }
        Some(proof) if open.contains(&Slot::Size) => (proof, "target"),
        Some(proof) if open.contains(&Slot::ByWhen) => (proof, "target_on"),
        Some(_) => (element, "hypothesis"),
    }
}
