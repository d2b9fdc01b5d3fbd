//! What the rules saw on the days on which they ran. These are observations and no records: no step of the history
//! touches them, and undo does not take them back.
//!
//! They wait in memory and are written with the next step, or when the file is closed, so that looking at a portfolio
//! does not change its file and an edit stays one transaction. A program that is killed loses what it noted since its
//! last step, and sees it anew the next time.

use super::{Store, fault};
use crate::error::Result;
use crate::model::Date;
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

/// What the rules saw on one day, as it stood when it was noted last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DayNote {
    pub day: Date,
    /// The edition of the rules, because another one may see more.
    pub pack: String,
    /// The figures of the day, as whoever noted them writes them.
    pub body: String,
}

/// Since when a finding is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sighting {
    pub first: Date,
    /// The day on which it was found to be gone.
    pub gone: Option<Date>,
}

/// What is to be written of a day.
#[derive(Debug, Clone, Default)]
pub(crate) struct Notes {
    pub sightings: BTreeMap<String, Sighting>,
    pub day: Option<DayNote>,
}

impl Notes {
    fn is_empty(&self) -> bool {
        self.sightings.is_empty() && self.day.is_none()
    }

    pub(super) fn write(&self, db: &Connection) -> rusqlite::Result<()> {
        if let Some(day) = &self.day {
            db.prepare_cached("DELETE FROM sighting WHERE gone < ?1")?
                .execute([day.day.to_string()])?;
            db.prepare_cached(
                "INSERT OR REPLACE INTO check_day (day, pack, body) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![day.day.to_string(), day.pack, day.body])?;
        }
        let mut put = db.prepare_cached(
            "INSERT OR REPLACE INTO sighting (key, first, gone) VALUES (?1, ?2, ?3)",
        )?;
        for (key, it) in &self.sightings {
            put.execute(params![
                key,
                it.first.to_string(),
                it.gone.map(|day| day.to_string())
            ])?;
        }
        Ok(())
    }
}

impl Store {
    /// Every sighting by the key of its finding. What cannot be read was never seen.
    ///
    /// # Errors
    /// `FileDamaged` when the table cannot be read.
    pub(crate) fn sightings(&self) -> Result<BTreeMap<String, Sighting>> {
        let read = || -> rusqlite::Result<BTreeMap<String, Sighting>> {
            let mut rows = self.db.prepare("SELECT key, first, gone FROM sighting")?;
            let rows = rows.query_map([], |row| {
                let (first, gone): (String, Option<String>) = (row.get(1)?, row.get(2)?);
                let gone = gone.map(|it| it.parse::<Date>()).transpose();
                let sighting = first
                    .parse::<Date>()
                    .and_then(|first| gone.map(|gone| Sighting { first, gone }));
                Ok((row.get::<_, String>(0)?, sighting))
            })?;
            rows.filter_map(|row| match row {
                Ok((key, Ok(sighting))) => Some(Ok((key, sighting))),
                Ok((_, Err(_))) => None,
                Err(error) => Some(Err(error)),
            })
            .collect()
        };
        read().map_err(|error| fault::sql(&self.path, &error))
    }

    /// The notes of the days, the oldest first. One whose day cannot be read is left out.
    ///
    /// # Errors
    /// `FileDamaged` when the table cannot be read.
    pub(crate) fn day_notes(&self) -> Result<Vec<DayNote>> {
        let read = || -> rusqlite::Result<Vec<DayNote>> {
            let mut rows = self
                .db
                .prepare("SELECT day, pack, body FROM check_day ORDER BY day")?;
            let rows = rows.query_map([], |row| {
                let day = row.get::<_, String>(0)?.parse::<Date>().ok();
                let (pack, body) = (row.get(1)?, row.get(2)?);
                Ok(day.map(|day| DayNote { day, pack, body }))
            })?;
            rows.filter_map(rusqlite::Result::transpose).collect()
        };
        read().map_err(|error| fault::sql(&self.path, &error))
    }

    /// Takes a note, to be written with the next step or when the file is closed.
    pub(crate) fn note(&mut self, notes: Notes) {
        if self.read_only.is_none() {
            self.notes.sightings.extend(notes.sightings);
            self.notes.day = notes.day.or(self.notes.day.take());
        }
    }

    /// Writes what waits. That it cannot be written costs an observation and nothing else.
    pub(super) fn write_notes(&mut self) {
        let notes = std::mem::take(&mut self.notes);
        if notes.is_empty() || self.unchanged().is_err() {
            return;
        }
        let written = self.db.transaction().and_then(|change| {
            notes.write(&change)?;
            change.commit()
        });
        drop(written);
    }
}
