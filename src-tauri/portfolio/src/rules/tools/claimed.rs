//! What contributions promise to one indicator, taken together: who claims how much, each effect counted once.

use crate::model::{Element, InitiativeState, Known};
use crate::rules::Context;
use crate::rules::context::Claim;
use std::collections::BTreeMap;

/// By indicator, then by giver: the largest claim.
pub(super) fn by_indicator(ctx: &Context<'_>) -> BTreeMap<usize, BTreeMap<usize, Claim>> {
    let mut claims: BTreeMap<usize, BTreeMap<usize, Claim>> = BTreeMap::new();
    for (n, element) in ctx.elements() {
        let told = ctx.claims(n);
        for claim in told.iter().filter(|_| is_meant(element)) {
            let by_giver = claims.entry(claim.indicator).or_default();
            let largest = by_giver.entry(n).or_insert(*claim);
            if claim.likely.abs() > largest.likely.abs() {
                *largest = *claim;
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

/// The claims that are not part of another one: of a whole to which the giver belongs, or of something through which
/// the effect passes on its way to the indicator.
pub(super) fn outermost(
    ctx: &Context<'_>,
    claims: &BTreeMap<usize, Claim>,
    counts: impl Fn(f64) -> bool,
) -> Vec<(usize, Claim)> {
    let claimed = |n: &usize| claims.get(n).is_some_and(|it| counts(it.likely));
    let passes = |claim: &Claim| {
        claim
            .through
            .is_some_and(|at| claimed(&at) || ctx.above(at).iter().any(claimed))
    };
    claims
        .iter()
        .filter(|(n, claim)| {
            claimed(n) && !passes(claim) && !ctx.wholes(**n).any(|it| claimed(&it))
        })
        .map(|(n, claim)| (*n, *claim))
        .collect()
}
