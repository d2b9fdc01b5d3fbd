//! Myth 2: we track progress closely, so we are aligned.

mod proofs;
mod rows;
mod undated;

pub(super) mod incomplete_indicator;
pub(super) mod no_change_on_the_way;
pub(super) mod one_sided_indicators;
pub(super) mod only_work_measured;
pub(super) mod result_without_the_work;
pub(super) mod sides_disagree;
pub(super) mod stuck_at_ninety_percent;
pub(super) mod watermelon;
