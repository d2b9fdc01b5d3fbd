//! What readers of the score rely on. Drawn portfolios show each level and each missing stage; random ones hold the
//! properties that keep the score from being gamed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails should say where"
)]

mod cases;
mod changes;
mod conflicts;
mod interval;
mod levels;
mod money;
mod observed;
mod properties;
mod reported;
mod sketch;
mod view;

use super::{Need, ObjectiveScore, Rung, Score};
use crate::fixture::draw;
use crate::model::Lang;

/// The score of a drawing.
pub(super) fn scored(text: &str) -> Score {
    let drawing = draw(text).unwrap_or_else(|fault| panic!("{fault}"));
    super::of(&drawing.portfolio(), drawing.as_of, Lang::En)
}

pub(super) fn of<'s>(score: &'s Score, id: &str) -> &'s ObjectiveScore {
    let mut all = score.objectives.iter();
    all.find(|it| it.objective.id.as_str() == id)
        .unwrap_or_else(|| panic!("no objective {id}"))
}

/// The level of the objective `wait` and what keeps it there; the level is `None` when it cannot be told.
pub(super) fn stands(text: &str) -> (Option<Rung>, Option<Need>) {
    let score = scored(text);
    let it = of(&score, "wait");
    (it.level, it.limit)
}
