//! The score as a window draws it: every figure with what it was counted from, small enough for thousands of objectives.
//!
//! Of each objective there is one line: where it stands and what keeps it from the next level. The rows that show it are
//! told at once for the heaviest objectives; all needs of one objective are asked for when somebody opens it.

use super::{
    Bar, Clause, Measured, Missing, Need, ObjectiveScore, Piece, Remark, Rung, Score, Spend,
    Sufficiency, plain,
};
use crate::model::Date;
use crate::rules::{Evidence, Named, PACK};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Objectives whose evidence is told at once, and things that a remark names.
const OPEN: usize = 200;

/// One objective on the ladder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ObjectiveLine {
    pub objective: Named,
    /// Points as they were given; `None` when nobody gave any.
    pub weight: Option<f64>,
    /// `None` when it cannot be told: somewhere between floor and ceiling.
    pub level: Option<Rung>,
    pub floor: Rung,
    pub ceiling: Rung,
    /// The need that keeps it from the level above `floor`; `None` at the top.
    pub limit: Option<Need>,
    /// What keeps it there, in a sentence; empty at the top.
    pub keeps: String,
    /// What would lift it; empty at the top.
    pub lift: String,
    /// What that rests on: elements, links, dates and sources. Left out (`cut`) beyond the heaviest objectives.
    pub evidence: Vec<Evidence>,
    pub missing: Vec<Missing>,
    pub cut: bool,
    pub sufficiency: Option<Sufficiency>,
    /// R of the weakest indicator, 0 to 1.2.
    pub realised: Option<f64>,
}

/// Everything that the drawn ladder needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ScoreView {
    pub as_of: Date,
    /// Version of the rule pack.
    pub pack: String,
    /// The sentence as one text.
    pub says: String,
    /// The sentence in runs; a figure names the elements behind it.
    pub sentence: Vec<Piece>,
    pub clauses: Vec<Clause>,
    /// Strategic weight by level, the unknown last.
    pub by_weight: Bar,
    /// Active budget by level, a bar for each currency.
    pub by_money: Vec<Bar>,
    /// The single figure with its interval; `None` when no objective has a weight.
    pub measured: Option<Measured>,
    /// What reaches an objective and what leaks, by currency.
    pub spend: Vec<Spend>,
    /// The heaviest first, those without a weight last.
    pub objectives: Vec<ObjectiveLine>,
    pub remarks: Vec<Remark>,
}

impl Score {
    /// What a window draws.
    #[must_use]
    pub fn view(self) -> ScoreView {
        let mut objectives = self.objectives;
        let weight = |it: &ObjectiveScore| it.weight.unwrap_or(-1.0);
        // The sort keeps the order of the ids among equals.
        objectives.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
        let lines = objectives.into_iter().enumerate();
        let mut remarks = self.remarks;
        for it in &mut remarks {
            it.elements.truncate(OPEN);
            it.links.truncate(OPEN);
            it.readings.truncate(OPEN);
        }
        ScoreView {
            as_of: self.as_of,
            pack: PACK.to_owned(),
            says: plain(&self.sentence),
            sentence: self.sentence,
            clauses: self.clauses,
            by_weight: self.by_weight,
            by_money: self.by_money,
            measured: self.measured,
            spend: self.spend,
            objectives: lines.map(|(place, it)| line(it, place >= OPEN)).collect(),
            remarks,
        }
    }
}

fn line(mut it: ObjectiveScore, cut: bool) -> ObjectiveLine {
    let own = it
        .stages
        .iter()
        .position(|stage| Some(stage.need) == it.limit);
    let stage = own.map(|at| it.stages.swap_remove(at));
    let (keeps, lift, evidence, missing) = stage.map_or_else(Default::default, |it| {
        (it.text, it.lift, it.evidence, it.missing)
    });
    let (evidence, missing) = if cut {
        (Vec::new(), Vec::new())
    } else {
        (evidence, missing)
    };
    ObjectiveLine {
        objective: it.objective,
        weight: it.weight,
        level: it.level,
        floor: it.floor,
        ceiling: it.ceiling,
        limit: it.limit,
        keeps,
        lift,
        evidence,
        missing,
        cut,
        sufficiency: it.sufficiency,
        realised: it.realised,
    }
}
