//! What changed in the findings from one state of a portfolio to the next.
//!
//! A finding is known by its key: one that says something else under the same key is told as new, one whose key
//! is no more as gone. Both lists are sorted, so that a step gives the same answer however it was judged.

use super::Finding;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;

/// What changed in the findings from one state of the portfolio to the next.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct FindingsChange {
    /// Keys of findings that are no more.
    pub gone: Vec<String>,
    /// Findings that are new or say something else than before, in their order.
    pub now: Vec<Finding>,
}

impl FindingsChange {
    /// What leads from one list of findings to another.
    #[must_use]
    pub fn between(old: Vec<Finding>, new: Vec<Finding>) -> Self {
        let mut old: HashMap<String, Finding> =
            old.into_iter().map(|it| (it.key.clone(), it)).collect();
        let mut change = Self::default();
        for finding in new {
            if old.remove(&finding.key).as_ref() != Some(&finding) {
                change.now.push(finding);
            }
        }
        change.gone = old.into_keys().collect();
        change.gone.sort_unstable();
        change
    }
}

/// Collects what is no more and what is new, unit by unit.
pub(super) struct Changes {
    gone: Vec<String>,
    now: Vec<Finding>,
}

impl Changes {
    pub(in crate::rules) fn new(gone: Vec<Finding>) -> Self {
        Self {
            gone: gone.into_iter().map(|it| it.key).collect(),
            now: Vec::new(),
        }
    }

    /// Puts findings in the place of others and notes what differs.
    pub(in crate::rules) fn replace(&mut self, old: &mut Vec<Finding>, new: Vec<Finding>) {
        for finding in &*old {
            if !new.iter().any(|it| it.key == finding.key) {
                self.gone.push(finding.key.clone());
            }
        }
        for finding in &new {
            if !old.contains(finding) {
                self.now.push(finding.clone());
            }
        }
        *old = new;
    }

    /// What changed; nothing where there was no run before.
    pub(in crate::rules) fn finish(mut self, fresh: bool) -> FindingsChange {
        if fresh {
            // Nobody compares with nothing.
            return FindingsChange::default();
        }
        self.gone.sort_unstable();
        FindingsChange {
            gone: self.gone,
            now: super::report::sorted(self.now),
        }
    }
}
