//! Demand 4: value managed, not activity.

mod benefit;
pub(super) mod benefit_without_owner;
pub(super) mod costs_more_than_it_brings;
mod early;
pub(super) mod lucky;
pub(super) mod spend_without_benefit;
mod spending;
pub(super) mod vague_benefit;
pub(super) mod value_on_assertion;
mod withheld;
