//! Root myth: the why is implicit.

mod choice;
pub(super) mod circular;
pub(super) mod decided_without_choice;
pub(super) mod expired;
pub(super) mod generic;
mod grounds;
pub(super) mod mandatory_without_reference;
pub(super) mod means_without_end;
pub(super) mod no_why;
mod nobody_writes;
mod stock;
mod withheld;
