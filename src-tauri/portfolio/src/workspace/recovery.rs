//! A damaged file: what can be read of it goes into a copy beside it, with a report. The file stays as it is.

use super::three_way::{RecordName, named};
use super::{Workspace, first_canvas, free};
use crate::error::{Code, Error, Result, Words};
use crate::exchange::json;
use crate::model::{
    Canvas, CanvasId, Change, Diff, Lang, Noun, Portfolio, Record, RecordId, Reference, Settings,
};
use crate::store::{Salvage, Step, Store, salvage};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;
use std::collections::btree_map::{BTreeMap, Entry};
use std::path::{Path, PathBuf};

/// What came of the records of one sort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Salvaged {
    pub noun: Noun,
    /// Records that are in the copy.
    pub read: u32,
    /// Those among them whose row was lost and which the history still knew.
    pub from_history: u32,
    /// Records that are known to have been there.
    pub lost: u32,
    /// Part of the table cannot even be counted: there may have been more.
    pub at_least: bool,
}

/// What was recovered, and what was not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Recovery {
    pub file: String,
    /// Where the copy lies.
    pub copy: String,
    pub kinds: Vec<Salvaged>,
    /// What could be read and was left out, because what it belongs to is lost.
    pub dropped: Vec<RecordName>,
    /// Readings that stand without their grade, which could not be read.
    pub ungraded: Vec<RecordName>,
    /// Steps that can still be taken back, and steps that can not.
    pub steps: u32,
    pub steps_lost: u32,
}

type Key = (Noun, RecordId);

impl Workspace {
    /// Reads what can be read of a damaged file into a new one: `to`, or a free name beside it.
    ///
    /// # Errors
    /// `FileDamaged` when nothing can be read, `FileExists` and what keeps the copy from being written; the damaged
    /// file is untouched in every case.
    pub fn recover(path: &Path, to: Option<&Path>, lang: Lang) -> Result<(Self, Recovery)> {
        let to: PathBuf = to.map_or_else(|| free::recovered(path, lang), Path::to_owned);
        let found = salvage(path, &to)?;
        let mut rescue = Rescue::begin(found);
        if rescue.records.is_empty() {
            return Err(nothing_left(path));
        }
        rescue.complete(path, lang);
        rescue.let_go();
        let ungraded = rescue.ungraded();
        let mut read: BTreeMap<Noun, u32> = BTreeMap::new();
        for (noun, _) in rescue.records.keys() {
            *read.entry(*noun).or_default() += 1;
        }
        let portfolio = Portfolio::from_records(rescue.records.into_values());
        let steps = usable(&portfolio, &rescue.steps);
        let mut store = Store::create(&to)?;
        if let Err(error) =
            store.seed_with(&Diff::between(&Portfolio::default(), &portfolio), steps)
        {
            drop(store);
            let _ = std::fs::remove_file(&to);
            return Err(error);
        }
        let count = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        let kinds = Noun::ALL
            .into_iter()
            .map(|noun| Salvaged {
                noun,
                read: *read.get(&noun).unwrap_or(&0),
                from_history: *rescue.from_history.get(&noun).unwrap_or(&0),
                lost: *rescue.lost.get(&noun).unwrap_or(&0),
                at_least: rescue.broken.contains(&noun),
            })
            .filter(|it| it.read + it.lost > 0 || it.at_least)
            .collect();
        let recovery = Recovery {
            file: path.display().to_string(),
            copy: to.display().to_string(),
            kinds,
            dropped: rescue.dropped,
            ungraded,
            steps: count(steps.len()),
            steps_lost: rescue.steps_lost + count(rescue.steps.len() - steps.len()),
        };
        Ok((Self::of(store, lang)?, recovery))
    }
}

struct Rescue {
    records: BTreeMap<Key, Record>,
    from_history: BTreeMap<Noun, u32>,
    lost: BTreeMap<Noun, u32>,
    broken: BTreeSet<Noun>,
    dropped: Vec<RecordName>,
    /// Readings whose grade could not be read, and which no step knew either.
    ungraded: Vec<Key>,
    steps: Vec<Step>,
    steps_lost: u32,
}

impl Rescue {
    /// Rows as they were read; one that is lost is taken from the last step that wrote it.
    fn begin(found: Salvage) -> Self {
        let mut records: BTreeMap<Key, Record> = BTreeMap::new();
        let mut lost: BTreeMap<Noun, BTreeSet<String>> = found.lost;
        for record in found.records {
            let key = (record.noun(), record.id());
            if json::is_sound(&record) {
                records.insert(key, record);
            } else {
                let ids = lost.entry(key.0).or_default();
                ids.insert(key.1.as_str().to_owned());
            }
        }
        let mut last: BTreeMap<Key, Option<&Record>> = BTreeMap::new();
        for step in &found.steps {
            for change in &step.diff.changes {
                if let Some(it) = change.after.as_ref().or(change.before.as_ref()) {
                    last.insert((it.noun(), it.id()), change.after.as_ref());
                }
            }
        }
        let mut from_history: BTreeMap<Noun, u32> = BTreeMap::new();
        for (key, record) in last {
            if let Some(record) = record
                && json::is_sound(record)
                && !records.contains_key(&key)
            {
                if let Some(ids) = lost.get_mut(&key.0) {
                    ids.remove(key.1.as_str());
                }
                *from_history.entry(key.0).or_default() += 1;
                records.insert(key, record.clone());
            }
        }
        let mut ungraded: Vec<Key> = Vec::new();
        for record in found.ungraded {
            let key = (record.noun(), record.id());
            if let Entry::Vacant(free) = records.entry(key.clone())
                && json::is_sound(&record)
            {
                free.insert(record);
                ungraded.push(key);
            }
        }
        Self {
            records,
            ungraded,
            from_history,
            lost: lost
                .into_iter()
                .map(|(noun, ids)| (noun, u32::try_from(ids.len()).unwrap_or(u32::MAX)))
                .collect(),
            broken: found.broken,
            dropped: Vec::new(),
            steps: found.steps,
            steps_lost: found.steps_lost,
        }
    }

    /// What a portfolio cannot be without: its title and a map, under the name by which cards stand on it.
    fn complete(&mut self, path: &Path, lang: Lang) {
        let settings = Record::Settings(Settings::default());
        let key = (Noun::Settings, settings.id());
        let title = path.file_stem().unwrap_or_default().to_string_lossy();
        if let Record::Settings(it) = self.records.entry(key).or_insert(settings)
            && it.title.trim().is_empty()
        {
            it.title = title.into_owned();
        }
        let first = first_canvas(lang);
        let mut wanted: BTreeSet<RecordId> = self
            .records
            .values()
            .filter_map(|it| match it {
                Record::Placement(it) => Some(RecordId::from(&it.canvas)),
                Record::Note(it) => Some(RecordId::from(&it.canvas)),
                _ => None,
            })
            .filter(RecordId::is_well_formed)
            .collect();
        if !self.records.keys().any(|(noun, _)| *noun == Noun::Canvas) && wanted.is_empty() {
            wanted.insert(RecordId::from(&first.id));
        }
        for id in wanted {
            let canvas = Canvas {
                id: CanvasId::new(id.as_str()),
                ..first.clone()
            };
            self.records
                .entry((Noun::Canvas, id))
                .or_insert(Record::Canvas(canvas));
        }
    }

    /// Lets go of what no longer has its ends, and of mentions of what is not there, until all holds together.
    fn let_go(&mut self) {
        loop {
            let mut changed: Vec<(Key, Option<Record>)> = Vec::new();
            for (key, record) in &self.records {
                let there = |it: Reference<'_>| self.has(&it);
                if record.references().into_iter().all(there) {
                    continue;
                }
                changed.push((key.clone(), record.clone().standing(there)));
            }
            if changed.is_empty() {
                return;
            }
            let known = Portfolio::from_records(self.records.values().cloned());
            for (key, record) in changed {
                let before = match record {
                    Some(record) => {
                        self.records.insert(key, record);
                        continue;
                    }
                    None => self.records.remove(&key),
                };
                // A place is no statement; it goes with its card.
                self.dropped.extend(
                    before
                        .filter(|it| it.noun() != Noun::Placement)
                        .map(|it| named(&it, &[&known])),
                );
            }
        }
    }

    /// By their names: readings that stand without their grade.
    fn ungraded(&self) -> Vec<RecordName> {
        let known = Portfolio::from_records(self.records.values().cloned());
        let stand = self.ungraded.iter().filter_map(|it| self.records.get(it));
        stand.map(|it| named(it, &[&known])).collect()
    }

    fn has(&self, wanted: &Reference<'_>) -> bool {
        let id = RecordId::new(wanted.id);
        let at = |noun| self.records.get(&(noun, id.clone()));
        wanted
            .want
            .nouns()
            .iter()
            .filter_map(|noun| at(*noun))
            .any(|it| wanted.want.meets(it))
    }
}

/// The last steps that can be taken back one after the other from what was recovered.
fn usable<'a>(portfolio: &Portfolio, steps: &'a [Step]) -> &'a [Step] {
    let mut then = portfolio.clone();
    let mut from = steps.len();
    while let Some(step) = from.checked_sub(1).and_then(|at| steps.get(at)) {
        let stands = step.diff.changes.iter().all(|change| match change {
            Change {
                after: Some(record),
                ..
            } => then.current(record).as_ref() == Some(record),
            Change {
                before: Some(record),
                ..
            } => then.current(record).is_none(),
            _ => true,
        });
        if !stands {
            break;
        }
        then.apply(&step.diff.inverse());
        if !step.diff.changes.iter().all(|it| fits(&then, it)) {
            break;
        }
        from -= 1;
    }
    steps.get(from..).unwrap_or_default()
}

/// Whether a change that was taken back left everything with its ends.
fn fits(then: &Portfolio, change: &Change) -> bool {
    match change {
        Change {
            before: Some(record),
            ..
        } => record
            .references()
            .iter()
            .all(|it| !it.needed || then.has(it)),
        Change {
            after: Some(Record::Element(it)),
            ..
        } => {
            then.links_from(&it.id).next().is_none()
                && then.links_to(&it.id).next().is_none()
                && then.placements_of(&it.id).next().is_none()
                && then.readings_of(&it.id).next().is_none()
                && then.statuses_of(&it.id).next().is_none()
        }
        Change {
            after: Some(Record::Canvas(it)),
            ..
        } => then.placements().all(|place| place.canvas != it.id),
        Change {
            after: Some(Record::Source(it)),
            ..
        } => {
            then.readings().all(|of| of.source.as_ref() != Some(&it.id))
                && then.statuses().all(|of| of.source.as_ref() != Some(&it.id))
                && then.imports().all(|of| of.source != it.id)
        }
        _ => true,
    }
}

fn nothing_left(path: &Path) -> Error {
    let file = path.display();
    Error::new(
        Code::FileDamaged,
        Words::new(
            format!("Nothing could be read of {file}. It was left as it is, and no copy was made."),
            format!(
                "Rien n’a pu être lu dans {file}. Il n’a pas été touché, et aucune copie n’a été faite."
            ),
        ),
        Words::new(
            "Open an earlier copy of it, for instance from a backup or the history of a synced folder.",
            "Ouvrez une copie antérieure, par exemple depuis une sauvegarde ou l’historique d’un dossier synchronisé.",
        ),
    )
}
