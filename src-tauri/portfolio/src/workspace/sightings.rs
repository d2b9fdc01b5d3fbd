//! Since when the rules see what they see, and how much they saw on which day.
//!
//! Only the rules of today are noted, in a file that can be written: a look at another date, or by somebody who only
//! reads, leaves no trace.

use super::Workspace;
use crate::error::Result;
use crate::model::Date;
use crate::rules::{self, Engine, Finding, FindingsChange, Tally};
use crate::store::{DayNote, Notes, Sighting, Store};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, HashSet};

/// What the rules saw on one day, as it stood at the end of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SeenDay {
    pub day: Date,
    /// The edition of the rules, because another one may see more.
    pub pack: String,
    #[serde(flatten)]
    pub tally: Tally,
}

/// What is known of the findings of a portfolio.
#[derive(Debug, Default)]
pub(super) struct Sightings {
    known: BTreeMap<String, Sighting>,
    /// The day up to which `known` follows the findings.
    day: Option<Date>,
    /// Keys that differ from what the store was told.
    untold: HashSet<String>,
    /// The day and the revision that the store was last told of.
    told: Option<(Date, u32)>,
}

impl Sightings {
    /// What a file knows. One that cannot be read knows nothing, and everything is seen for the first time.
    pub(super) fn of(store: &Store) -> Self {
        let days = store.day_notes().unwrap_or_default();
        Self {
            known: store.sightings().unwrap_or_default(),
            told: days.last().map(|it| (it.day, 0)),
            ..Self::default()
        }
    }

    /// Other rules are run from now on: what they say is looked at again as a whole.
    pub(super) fn begin_anew(&mut self) {
        self.day = None;
    }

    /// The revision after this one has the same portfolio: what was told of this one holds for it.
    pub(super) fn stands_after(&mut self, revision: u32) {
        if let Some((_, told)) = &mut self.told
            && *told == revision
        {
            *told += 1;
        }
    }

    /// Says of each finding since when it is known; one that is new is known since today.
    fn date(&self, findings: &mut [Finding], as_of: Date) {
        for finding in findings {
            let known = self.known.get(&finding.key);
            let known = known.filter(|it| it.gone.is_none_or(|gone| gone >= as_of));
            finding.first_seen = Some(known.map_or(as_of, |it| it.first.min(as_of)));
        }
    }

    /// Follows to another day or for the first time: everything is looked at.
    fn begin(&mut self, engine: &Engine, today: Date) {
        if self.day == Some(today) {
            return;
        }
        self.day = Some(today);
        let keys: HashSet<&str> = engine.unsorted().map(|it| it.key.as_str()).collect();
        for key in &keys {
            self.see(key, today);
        }
        let gone: Vec<String> = self
            .known
            .iter()
            .filter(|(key, it)| it.gone.is_none() && !keys.contains(key.as_str()))
            .map(|(key, _)| key.clone())
            .collect();
        for key in gone {
            self.miss(&key, today);
        }
    }

    fn see(&mut self, key: &str, today: Date) {
        match self.known.get_mut(key) {
            Some(Sighting { gone: None, .. }) => return,
            // Mended and broken again within a day: it is as old as it was.
            Some(it) if it.gone == Some(today) => it.gone = None,
            _ => {
                let (first, gone) = (today, None);
                self.known.insert(key.to_owned(), Sighting { first, gone });
            }
        }
        self.untold.insert(key.to_owned());
    }

    fn miss(&mut self, key: &str, today: Date) {
        if let Some(it) = self.known.get_mut(key) {
            it.gone = Some(today);
            self.untold.insert(key.to_owned());
        }
    }

    fn notes(&mut self) -> BTreeMap<String, Sighting> {
        self.untold
            .drain()
            .filter_map(|key| self.known.get(&key).map(|it| (key, *it)))
            .collect()
    }
}

impl Workspace {
    /// Dates findings, and notes those of today.
    pub(super) fn dated(&self, engine: &Engine, mut findings: Vec<Finding>) -> Vec<Finding> {
        let mut sightings = self.sightings.borrow_mut();
        let sightings = sightings.get_or_insert_with(|| Sightings::of(&self.store));
        if self.as_of.is_none() {
            sightings.begin(engine, self.as_of());
        }
        sightings.date(&mut findings, self.as_of());
        findings
    }

    /// Dates and notes what a step changed in the findings.
    pub(super) fn followed(&self, engine: &Engine, change: FindingsChange) -> FindingsChange {
        {
            let mut sightings = self.sightings.borrow_mut();
            let sightings = sightings.get_or_insert_with(|| Sightings::of(&self.store));
            if self.as_of.is_none() && sightings.day == Some(self.as_of()) {
                for finding in &change.now {
                    sightings.see(&finding.key, self.as_of());
                }
                for key in &change.gone {
                    sightings.miss(key, self.as_of());
                }
            }
        }
        FindingsChange {
            now: self.dated(engine, change.now),
            ..change
        }
    }

    /// Hands what was seen to the store, which writes it with the next step or when the file is closed.
    pub(super) fn note_sightings(&mut self) {
        let Some(sightings) = self.sightings.get_mut() else {
            return;
        };
        let (Some(engine), Some(day)) = (self.engine.get_mut(), sightings.day) else {
            return;
        };
        let now = Some((day, self.revision));
        if sightings.untold.is_empty() && sightings.told == now {
            return;
        }
        sightings.told = now;
        let body = serde_json::to_string(&Tally::of(engine.unsorted())).unwrap_or_default();
        let pack = rules::PACK.to_owned();
        self.store.note(Notes {
            sightings: sightings.notes(),
            day: Some(DayNote { day, pack, body }),
        });
    }

    /// What the rules saw on the days on which this portfolio was worked on, the oldest first, today last.
    ///
    /// # Errors
    /// `FileDamaged` when the file cannot be read.
    pub fn seen_days(&self) -> Result<Vec<SeenDay>> {
        let notes = self.store.day_notes()?;
        let mut days: Vec<SeenDay> = notes
            .into_iter()
            .filter(|it| it.day < self.as_of())
            .filter_map(|it| {
                let tally = serde_json::from_str(&it.body).ok()?;
                let (day, pack) = (it.day, it.pack);
                Some(SeenDay { day, pack, tally })
            })
            .collect();
        let mut engine = self.engine.borrow_mut();
        let engine = self.fresh(&mut engine);
        days.push(SeenDay {
            day: self.as_of(),
            pack: rules::PACK.to_owned(),
            tally: Tally::of(engine.unsorted()),
        });
        Ok(days)
    }
}
