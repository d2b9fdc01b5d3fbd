//! Findings over time, and in the eyes of the people at this desk.

use super::{Desk, nothing_open};
use crate::judgements::{Judged, Usefulness};
use portfolio::Result;
use portfolio::model::Date;
use portfolio::rules::Idle;
use portfolio::workspace::{SeenDay, View};

impl Desk {
    /// Judges the open portfolio as of another day, or (`None`) of today again. The day is forgotten when the portfolio
    /// is put away.
    ///
    /// # Errors
    /// `OtherPortfolio`, `BadValue` for a day that cannot be, or what kept the history from being read.
    pub fn judge_as_of(&mut self, session: u32, day: Option<Date>) -> Result<View> {
        self.meant(session)?.judge_as_of(day)?;
        self.view()
    }

    /// # Errors
    /// `NoPortfolio`, or `FileDamaged` when the file cannot be read.
    pub fn trend(&self) -> Result<Vec<SeenDay>> {
        let workspace = self.workspace.as_ref().ok_or_else(nothing_open)?;
        workspace.seen_days()
    }

    /// # Errors
    /// `NoPortfolio`.
    pub fn idle_rules(&self) -> Result<Vec<Idle>> {
        let workspace = self.workspace.as_ref().ok_or_else(nothing_open)?;
        Ok(workspace.idle_rules())
    }

    #[must_use]
    pub fn judged(&self) -> Vec<Judged> {
        self.judgements.all().to_vec()
    }

    pub fn judge(&mut self, key: &str, code: &str, verdict: Option<Usefulness>) {
        self.judgements.judge(key, code, verdict);
    }
}
