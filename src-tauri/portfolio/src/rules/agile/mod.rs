//! Myth 4: we are agile, so continuously aligned.

pub(super) mod baseline_after_start;
pub(super) mod delivered_never_measured;
pub(super) mod delivered_without_effect;
mod delivery;
mod effect;
mod hypothesis;
pub(crate) mod moved;
pub(super) mod no_benefit_review;
pub(super) mod no_decision_on_result;
mod open_bets;
mod plan;
pub(super) mod realised_on_say_so;
mod review;
pub(super) mod started_without_hypothesis;
pub(super) mod supplier_owns_benefit;
