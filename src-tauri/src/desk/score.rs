//! The honest score and the myths at the desk.

use super::Desk;
use portfolio::Result;
use portfolio::ladder::{ObjectiveScore, ScoreView};
use portfolio::model::{Date, ElementId};
use portfolio::myths::Myths;
use portfolio::workspace::ScoreSince;

impl Desk {
    /// # Errors
    /// `NoPortfolio`.
    pub fn score(&self) -> Result<ScoreView> {
        Ok(self.lying_open()?.score().view())
    }

    /// # Errors
    /// `NoPortfolio`.
    pub fn objective_score(&self, objective: &ElementId) -> Result<Option<ObjectiveScore>> {
        Ok(self.lying_open()?.objective_score(objective))
    }

    /// # Errors
    /// `NoPortfolio`, or what kept the history from being read.
    pub fn score_since(&self, day: Date) -> Result<ScoreSince> {
        self.lying_open()?.score_since(day)
    }

    /// # Errors
    /// `NoPortfolio`.
    pub fn myths(&self) -> Result<Myths> {
        Ok(self.lying_open()?.myths())
    }
}
