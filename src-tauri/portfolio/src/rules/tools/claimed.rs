//! What contributions promise to one indicator, taken together: who claims how much, each effect counted once.

use crate::model::{Element, InitiativeState, Known, LinkDetail};
use crate::rules::{Context, Step};
use std::collections::BTreeMap;

/// By indicator, then by giver: the largest claim.
pub(super) fn by_indicator(ctx: &Context<'_>) -> BTreeMap<usize, BTreeMap<usize, f64>> {
    let mut claims: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
    for (n, element) in ctx.elements() {
        let told = ctx.claims(n);
        for claim in told.iter().filter(|_| is_meant(element)) {
            let by_giver = claims.entry(claim.indicator).or_default();
            let largest = by_giver.entry(n).or_default();
            if claim.likely.abs() > largest.abs() {
                *largest = claim.likely;
            }
        }
    }
    claims
}

fn is_meant(element: &Element) -> bool {
    let state = element.initiative().and_then(|it| it.state.value());
    !matches!(
        state,
        Some(InitiativeState::Idea | InitiativeState::Stopped)
    )
}

/// The claims that do not lead on to another claim on the same indicator.
pub(super) fn outermost(
    ctx: &Context<'_>,
    claims: &BTreeMap<usize, f64>,
    counts: impl Fn(f64) -> bool,
) -> Vec<(usize, f64)> {
    let counted = || claims.iter().filter(|(_, likely)| counts(**likely));
    counted()
        .filter(|(n, _)| {
            !ctx.above(**n)
                .iter()
                .any(|it| counted().any(|(other, _)| other == it))
        })
        .map(|(n, likely)| (*n, *likely))
        .collect()
}

/// The contribution by which a giver claims so much.
pub(super) fn step_of<'a>(
    ctx: &Context<'a>,
    giver: usize,
    indicator: usize,
    likely: f64,
) -> Option<Step<'a>> {
    ctx.contributions_up(giver).find(|step| {
        matches!(&step.link.detail, LinkDetail::Contribution(it) if it.expects.as_ref().is_some_and(|expects| {
            (expects.likely - likely).abs() < f64::EPSILON && ctx.moved(step.to, expects) == Some(indicator)
        }))
    })
}
