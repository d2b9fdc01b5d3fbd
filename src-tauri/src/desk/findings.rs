//! Findings over time, and in the eyes of the people at this desk.

use super::{Desk, nothing_open};
use crate::judgements::{Judged, Usefulness};
use portfolio::Result;
use portfolio::rules::Idle;
use portfolio::workspace::SeenDay;

impl Desk {
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
