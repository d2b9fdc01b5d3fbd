//! How many findings there are: the figures that are kept of a day.

use super::finding::{Family, Finding, Outcome, Severity};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// Findings of one family and severity that nobody lives with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Counted {
    pub family: Family,
    pub severity: Severity,
    pub count: u32,
}

/// What the rules saw, in figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Tally {
    /// By family, then severity; none of nought.
    pub open: Vec<Counted>,
    /// Verdicts for which data were missing.
    pub cannot_tell: u32,
    /// Findings that somebody lives with.
    pub accepted: u32,
}

impl Tally {
    /// Counts findings; an accepted one counts as accepted only.
    pub fn of<'f>(findings: impl Iterator<Item = &'f Finding>) -> Self {
        let mut open: BTreeMap<(Family, Severity), u32> = BTreeMap::new();
        let mut tally = Self::default();
        for finding in findings {
            if finding.accepted.is_some() {
                tally.accepted += 1;
            } else if finding.result == Outcome::CannotTell {
                tally.cannot_tell += 1;
            } else {
                *open.entry((finding.family, finding.severity)).or_default() += 1;
            }
        }
        tally.open = open
            .into_iter()
            .map(|((family, severity), count)| Counted {
                family,
                severity,
                count,
            })
            .collect();
        tally
    }
}
