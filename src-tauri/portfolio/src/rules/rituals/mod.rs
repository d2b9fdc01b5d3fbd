//! Myth 1: we share rituals, so we are aligned.

pub(crate) mod decisions;
mod untold_points;
mod vocabulary;

pub(super) mod everything_first;
pub(super) mod forum_without_objectives;
pub(super) mod no_trajectory;
pub(super) mod planned_together_aimed_apart;
pub(super) mod urgency_alone;
