//! Whether delivered work has moved anything, and as much as rule M402 asks for.

use super::delivered_without_effect::{ENOUGH, RULE};
use super::delivery::{Delivery, delivery};
use super::effect::{Effects, effects};
use crate::rules::Context;
use crate::rules::context::set_for;

/// The share that the best result of delivered work has moved, and how much is enough.
fn best(ctx: &Context<'_>, number: usize) -> Option<[f64; 2]> {
    let Delivery::On(delivered) = delivery(ctx, number) else {
        return None;
    };
    let enough = set_for(ctx.settings(), RULE.code, &ENOUGH) / 100.0;
    match effects(ctx, number, delivered, enough) {
        Effects::Best(it) => Some([it.share, enough]),
        _ => None,
    }
}

/// Whether something tells what delivered work has moved.
pub(super) fn has_effect(ctx: &Context<'_>, number: usize) -> bool {
    best(ctx, number).is_some()
}

/// Whether a result of delivered work has moved at least as much as this rule asks for.
pub(crate) fn has_moved(ctx: &Context<'_>, number: usize) -> bool {
    best(ctx, number).is_some_and(|[share, enough]| share >= enough)
}
