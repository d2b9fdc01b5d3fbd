//! A file that somebody else changes while it is open here: looking at it, and keeping what is known of its past.

use super::{Store, Trail, fault, header, history, lock};
use crate::error::Result;
use crate::model::Diff;
use header::Seen;
use std::path::Path;

impl Store {
    /// Opens what now lies at the path, with the lock that is held already. This store stays as it is.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn again(&self) -> Result<Self> {
        Self::connected(&self.path, self.lock.clone(), self.read_only.clone())
    }

    /// Opens what now lies at the path, only to look at it.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn glance(&self) -> Result<Self> {
        let read_only = self.read_only.clone();
        let why = read_only.unwrap_or_else(|| fault::asked_read_only(&self.path));
        Self::connected(&self.path, None, Some(why))
    }

    /// The steps that led to what is in memory.
    pub fn trail(&self) -> &Trail {
        &self.trail
    }

    /// # Errors
    /// `ChangedOutside` when the file is no longer the one that was read or written last.
    pub fn unchanged(&self) -> Result<()> {
        self.seen.check(&self.db, &self.path)
    }

    /// What the file looks like now.
    ///
    /// # Errors
    /// `ChangedOutside` when it is not there.
    pub fn seen_now(&self) -> Result<Seen> {
        Seen::now(&self.db, &self.path)
    }

    /// Whether the file of this connection was only put aside (another took its name, or it was removed): then its
    /// own state and history can be read until it is closed. One that was written over is lost.
    pub fn lives_on(&self) -> bool {
        self.seen.is_replaced(&self.path) && Trail::read(&self.db).is_ok_and(|it| it == self.trail)
    }

    /// What leads from the state of this file to the one just after so many steps of its trail.
    ///
    /// # Errors
    /// `FileDamaged` when the history cannot be read.
    pub fn way_to(&self, steps: usize) -> Result<Vec<Diff>> {
        history::way_to(&self.db, &self.trail, steps)
            .map_err(|error| fault::sql(&self.path, &error))
    }

    /// Writes this file with its history to another path, as this connection sees it.
    ///
    /// # Errors
    /// `FileExists`, `ReadOnly`, `DiskFailed`; then nothing is left behind.
    pub fn copy_to(&self, path: &Path) -> Result<()> {
        if path.exists() {
            return Err(fault::exists(path));
        }
        let unfinished = lock::beside(path, "new");
        let _ = std::fs::remove_file(&unfinished);
        let made = self
            .db
            .execute("VACUUM INTO ?1", [unfinished.to_string_lossy()])
            .map_err(|error| match error.sqlite_error_code() {
                Some(rusqlite::ErrorCode::CannotOpen) => fault::cannot_create(path),
                _ => fault::sql(path, &error),
            })
            .and_then(|_| {
                std::fs::rename(&unfinished, path).map_err(|error| fault::io(path, &error))
            });
        if made.is_err() {
            let _ = std::fs::remove_file(&unfinished);
        }
        made
    }
}
