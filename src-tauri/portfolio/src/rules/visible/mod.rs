//! Demand 1: make strategy visible and actionable.

mod allocation;
mod crowded_maps;
pub(super) mod money_off_weight;
mod no_objective;
pub(super) mod orphan_initiative;
pub(super) mod priority_or_objective_alone;
pub(super) mod too_many;
pub(super) mod unfunded_objective;
