//! What was done, and the portfolio as it stood after any step. Looking back changes nothing.

use super::{View, Workspace};
use crate::error::Result;
use crate::model::Portfolio;
use crate::rules;
use crate::store::Moment;

/// Most steps that are told at once.
const MOST: u32 = 500;

impl Workspace {
    /// The latest steps before a number (from the newest on when `None`), newest first, at most 500 at once.
    ///
    /// # Errors
    /// `FileDamaged` when the history cannot be read.
    pub fn history(&self, before: Option<u32>, most: u32) -> Result<Vec<Moment>> {
        self.store.moments(before, most.min(MOST))
    }

    /// The portfolio as it stood just after a step (0: before the first one), judged by today's rules and date.
    ///
    /// # Errors
    /// `FileDamaged` when the history cannot be read.
    pub fn past(&self, seq: u32) -> Result<View> {
        let then = self.after(seq)?;
        Ok(View {
            records: then.records(),
            findings: rules::run_with(&then, self.as_of(), self.lang, &self.accepted),
            ..self.view()?
        })
    }

    /// The portfolio as it stood just after a step.
    pub(super) fn after(&self, seq: u32) -> Result<Portfolio> {
        let mut then = self.portfolio.clone();
        for diff in self.store.diffs_after(seq)? {
            then.apply(&diff.inverse());
        }
        Ok(then)
    }
}
