//! Demand 2: one framework between decision and execution.

pub(super) mod conflict;
pub(super) mod contribution_not_agreed;
mod enabler;
pub(super) mod insufficient;
pub(super) mod leap;
pub(super) mod spray;
pub(super) mod unready_enabler;
