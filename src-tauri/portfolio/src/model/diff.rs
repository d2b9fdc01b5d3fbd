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
        let mut all = Compared::default();
        let settings = |it: &Portfolio| Some(Record::Settings(it.settings().clone()));
        if from.settings() != to.settings() {
            all.comes.push(Change {
                before: settings(from),
                after: settings(to),
            });
        }
        all.add(from.sources(), to.sources(), |it| &it.id, Record::Source);
        all.add(from.elements(), to.elements(), |it| &it.id, Record::Element);
        all.add(from.canvases(), to.canvases(), |it| &it.id, Record::Canvas);
        all.add(from.links(), to.links(), |it| &it.id, Record::Link);
        all.add(
            from.placements(),
            to.placements(),
            |it| &it.id,
            Record::Placement,
        );
        all.add(from.notes(), to.notes(), |it| &it.id, Record::Note);
        all.add(from.readings(), to.readings(), |it| &it.id, Record::Reading);
        all.add(
            from.statuses(),
            to.statuses(),
            |it| &it.id,
            Record::StatusReport,
        );
        all.add(from.imports(), to.imports(), |it| &it.id, Record::Import);
        all.add(from.waivers(), to.waivers(), |it| &it.id, Record::Waiver);
        all.add(
            from.own_rules(),
            to.own_rules(),
            |it| &it.id,
            Record::OwnRule,
        );
        let mut changes = all.comes;
        changes.extend(all.goes.into_iter().rev());
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

/// What differs, noun by noun; only that is copied, because two states of a portfolio are mostly the same.
#[derive(Default)]
struct Compared {
    comes: Vec<Change>,
    goes: Vec<Change>,
}

impl Compared {
    fn add<'a, T: PartialEq + Clone + 'a, I: Ord + 'a>(
        &mut self,
        from: impl Iterator<Item = &'a T>,
        to: impl Iterator<Item = &'a T>,
        id: fn(&T) -> &I,
        record: fn(T) -> Record,
    ) {
        let (mut from, mut to): (Vec<&T>, Vec<&T>) = (from.collect(), to.collect());
        from.sort_by(|a, b| id(a).cmp(id(b)));
        to.sort_by(|a, b| id(a).cmp(id(b)));
        let gone = |it: &T| Change {
            before: Some(record(it.clone())),
            after: None,
        };
        let mut from = from.into_iter().peekable();
        for after in to {
            while let Some(it) = from.next_if(|it| id(it) < id(after)) {
                self.goes.push(gone(it));
            }
            let before = from.next_if(|it| id(it) == id(after));
            if before != Some(after) {
                self.comes.push(Change {
                    before: before.cloned().map(record),
                    after: Some(record(after.clone())),
                });
            }
        }
        self.goes.extend(from.map(gone));
    }
}
