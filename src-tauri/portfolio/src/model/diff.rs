//! The only way a portfolio changes: records before and after.

use super::{Noun, Portfolio, Record, RecordId};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// One record added (no `before`), removed (no `after`) or replaced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Change {
    pub before: Option<Record>,
    pub after: Option<Record>,
}

impl Change {
    /// Of whom: an id is used once for each noun, and files may call an element and its reading alike.
    fn key(&self) -> Option<(Noun, RecordId)> {
        let record = self.after.as_ref().or(self.before.as_ref())?;
        Some((record.noun(), record.id()))
    }
}

/// What one step changed, at most one change for a record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct Diff {
    pub changes: Vec<Change>,
}

impl Diff {
    /// What leads from one portfolio to another: records that come or change in the order in which they can be
    /// put, then those that go, the other way round.
    #[must_use]
    pub fn between(from: &Portfolio, to: &Portfolio) -> Self {
        let keyed = |portfolio: &Portfolio| -> BTreeMap<(Noun, RecordId), Record> {
            let records = portfolio.records().into_iter();
            records.map(|it| ((it.noun(), it.id()), it)).collect()
        };
        let mut before = keyed(from);
        let mut changes = Vec::new();
        for (key, after) in keyed(to) {
            let before = before.remove(&key);
            if before.as_ref() != Some(&after) {
                changes.push(Change {
                    before,
                    after: Some(after),
                });
            }
        }
        changes.extend(before.into_values().rev().map(|gone| Change {
            before: Some(gone),
            after: None,
        }));
        Self { changes }
    }

    /// Folds changes in the order they happened: a record changed twice appears once, a record added and
    /// removed again does not appear.
    #[must_use]
    pub fn squash(changes: impl IntoIterator<Item = Change>) -> Self {
        let mut order: Vec<(Noun, RecordId)> = Vec::new();
        let mut folded: BTreeMap<(Noun, RecordId), Change> = BTreeMap::new();
        for change in changes {
            let Some(key) = change.key() else { continue };
            if let Some(earlier) = folded.get_mut(&key) {
                earlier.after = change.after;
            } else {
                order.push(key.clone());
                folded.insert(key, change);
            }
        }
        let changes = order
            .into_iter()
            .filter_map(|key| folded.remove(&key))
            .filter(|change| change.before != change.after)
            .collect();
        Self { changes }
    }

    /// The diff that takes it back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let changes = self
            .changes
            .iter()
            .rev()
            .map(|change| Change {
                before: change.after.clone(),
                after: change.before.clone(),
            })
            .collect();
        Self { changes }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}
