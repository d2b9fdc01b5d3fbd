//! The file: one SQLite database for each portfolio, and the only SQL in the house.
//!
//! A diff is written in one transaction together with its history row, so that what is on disk is always a
//! state that somebody saw. The rollback journal is used, not a write-ahead log, because it leaves no side
//! file after a normal close and is safe on synced folders.

mod apart;
mod backup;
mod fault;
mod header;
mod history;
mod lock;
mod outline;
mod rows;
mod salvage;
mod sightings;

pub use header::Seen;
pub use history::{Moment, Step, Trail};
pub use lock::computer;
pub use salvage::{Salvage, salvage};
pub(crate) use sightings::{DayNote, Notes, Sighting};

use crate::edit::Label;
use crate::error::{Code, Error, Result, Words};
use crate::model::{Diff, Instant, Portfolio};
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use rusqlite_migration::{M, Migrations};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The schema, one file for each version. Files are only ever added.
const STEPS: &[M<'static>] = &[
    M::up(include_str!("migrations/0001_first.sql")),
    M::up(include_str!("migrations/0002_whole.sql")),
    M::up(include_str!("migrations/0003_rules.sql")),
    M::up(include_str!("migrations/0004_canvases.sql")),
];

/// The version that this program writes.
const VERSION: u32 = 4;

/// "THRU" in the header of the database.
const APPLICATION_ID: u32 = 0x5448_5255;

/// Whether a file is opened to be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    ReadWrite,
    ReadOnly,
}

/// An open portfolio file.
#[derive(Debug)]
pub struct Store {
    db: Connection,
    path: PathBuf,
    /// Held as long as the file is open for writing.
    lock: Option<Arc<lock::Lock>>,
    /// Why the file cannot be written, when it cannot.
    read_only: Option<Words>,
    /// What the file looked like when this program last read or wrote it.
    seen: header::Seen,
    /// The steps that led to what is in memory, also when the file goes another way.
    trail: Trail,
    /// What the rules saw and is not yet in the file.
    notes: Notes,
}

impl Store {
    /// Makes a new file with an empty portfolio and opens it.
    ///
    /// # Errors
    /// `FileExists`, `ReadOnly`, `FileUnreadable` or `DiskFailed`; then no file is left behind.
    pub fn create(path: &Path) -> Result<Self> {
        if path.exists() {
            return Err(fault::exists(path));
        }
        let unfinished = lock::beside(path, "new");
        let made = make(&unfinished, path);
        if made.is_err() {
            // The half-made file is of no use to anybody; that it may not even exist is no second fault.
            let _ = std::fs::remove_file(&unfinished);
        }
        made?;
        Self::open(path, Access::ReadWrite)
    }

    /// Opens a file. When it cannot be written it is opened for reading, and [`Store::read_only`] says why.
    ///
    /// # Errors
    /// `NotAPortfolio`, `FileTooNew`, `FileDamaged`, `FileUnreadable`, `FileInUse`; the file is untouched.
    pub fn open(path: &Path, access: Access) -> Result<Self> {
        header::read(path)?;
        let (lock, read_only) = match access {
            Access::ReadOnly => (None, Some(fault::asked_read_only(path))),
            Access::ReadWrite => match lock::Lock::take(path)? {
                lock::Taken::Held(lock) => (Some(Arc::new(lock)), None),
                lock::Taken::ReadOnly => (None, Some(fault::cannot_write(path))),
            },
        };
        Self::connected(path, lock, read_only)
    }

    fn connected(
        path: &Path,
        lock: Option<Arc<lock::Lock>>,
        read_only: Option<Words>,
    ) -> Result<Self> {
        let found = header::read(path)?;
        let flags = match lock {
            Some(_) => OpenFlags::SQLITE_OPEN_READ_WRITE,
            None => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
        let mut db = connect(path, flags)?;
        check(&db, path)?;
        if found.version < VERSION {
            if lock.is_none() {
                return Err(fault::needs_upgrade(path));
            }
            backup::beside(path, found.version)?;
            migrate(&mut db, path)?;
        }
        if lock.is_some() {
            clear_journal(&db, path);
        }
        let seen = header::Seen::now(&db, path)?;
        let trail = Trail::read(&db).map_err(|error| fault::sql(path, &error))?;
        Ok(Self {
            db,
            path: path.to_owned(),
            lock,
            read_only,
            seen,
            trail,
            notes: Notes::default(),
        })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why the file cannot be written, when it cannot.
    pub fn read_only(&self) -> Option<&Words> {
        self.read_only.as_ref()
    }

    /// Reads every record.
    ///
    /// # Errors
    /// `FileDamaged` when a row cannot be understood.
    pub fn load(&self) -> Result<Portfolio> {
        rows::load(&self.db, &self.path)
    }

    /// Writes a diff and its history row, or neither. Steps that were undone are dropped.
    ///
    /// # Errors
    /// `ReadOnly`, `ChangedOutside`, `FileInUse`, `DiskFailed`; then the file is as before.
    pub fn commit(&mut self, diff: &Diff, label: &Label, at: Instant) -> Result<()> {
        self.write(diff, |db| history::add(db, diff, label, at))?;
        // The step is on disk; a trail that cannot follow is only shorter than it might be.
        let _ = self.trail.follow(&self.db);
        Ok(())
    }

    /// Writes the records of a new portfolio, with which its history begins.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn seed(&mut self, diff: &Diff) -> Result<()> {
        self.seed_with(diff, &[])
    }

    /// Writes the records of a new portfolio with the steps that led to them.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn seed_with(&mut self, diff: &Diff, steps: &[Step]) -> Result<()> {
        self.write(diff, |db| history::keep(db, steps))?;
        self.trail = Trail::read(&self.db).map_err(|error| fault::sql(&self.path, &error))?;
        Ok(())
    }

    /// The step that undo would take back.
    ///
    /// # Errors
    /// `FileDamaged` when the history cannot be read.
    pub fn to_undo(&self) -> Result<Option<history::Step>> {
        history::to_undo(&self.db).map_err(|error| fault::sql(&self.path, &error))
    }

    /// The step that redo would do again.
    ///
    /// # Errors
    /// `FileDamaged` when the history cannot be read.
    pub fn to_redo(&self) -> Result<Option<history::Step>> {
        history::to_redo(&self.db).map_err(|error| fault::sql(&self.path, &error))
    }

    /// Labels of what can be undone and redone.
    ///
    /// # Errors
    /// `FileDamaged` when the history cannot be read.
    pub fn labels(&self) -> Result<(Option<Label>, Option<Label>)> {
        history::labels(&self.db).map_err(|error| fault::sql(&self.path, &error))
    }

    /// The latest steps before a number (from the newest on when `None`), newest first.
    ///
    /// # Errors
    /// `FileDamaged` when the history cannot be read.
    pub fn moments(&self, before: Option<u32>, most: u32) -> Result<Vec<Moment>> {
        history::moments(&self.db, before, most).map_err(|error| fault::sql(&self.path, &error))
    }

    /// The number of the last step before a moment that stands; `None` when the history begins later.
    ///
    /// # Errors
    /// `FileDamaged` when the history cannot be read.
    pub fn last_before(&self, moment: Instant) -> Result<Option<u32>> {
        history::last_before(&self.db, moment).map_err(|error| fault::sql(&self.path, &error))
    }

    /// When the first step was done; `None` before any.
    ///
    /// # Errors
    /// `FileDamaged` when the history cannot be read.
    pub fn begins(&self) -> Result<Option<Instant>> {
        history::begins(&self.db).map_err(|error| fault::sql(&self.path, &error))
    }

    /// The diffs of the steps after a number that stand, newest first.
    ///
    /// # Errors
    /// `FileDamaged` when the history cannot be read.
    pub fn diffs_after(&self, seq: u32) -> Result<Vec<Diff>> {
        history::diffs_after(&self.db, seq).map_err(|error| fault::sql(&self.path, &error))
    }

    /// Writes the diff of a step that is undone or redone, and marks the step.
    ///
    /// # Errors
    /// As [`Store::commit`].
    pub fn replay(&mut self, step: &history::Step, diff: &Diff, undone: bool) -> Result<()> {
        self.write(diff, |db| history::mark(db, step, undone))
    }

    /// Closes the file; the lock goes with it and no side file is left.
    ///
    /// # Errors
    /// `DiskFailed` when the database cannot be closed.
    pub fn close(mut self) -> Result<()> {
        self.write_notes();
        let Self { db, path, lock, .. } = self;
        db.close().map_err(|(_, error)| fault::sql(&path, &error))?;
        drop(lock);
        Ok(())
    }

    fn write(
        &mut self,
        diff: &Diff,
        history: impl FnOnce(&Connection) -> rusqlite::Result<()>,
    ) -> Result<()> {
        if let Some(why) = &self.read_only {
            return Err(Error::new(
                Code::ReadOnly,
                why.clone(),
                fault::save_a_copy(),
            ));
        }
        self.unchanged()?;
        let done = (|| {
            let change = self
                .db
                .transaction_with_behavior(TransactionBehavior::Immediate)?;
            rows::write(&change, diff)?;
            history(&change)?;
            self.notes.write(&change)?;
            change.commit()
        })();
        done.map_err(|error| fault::sql(&self.path, &error))?;
        self.notes = Notes::default();
        // The step is on disk: what cannot be looked at now is noticed before the next one.
        if let Ok(seen) = header::Seen::now(&self.db, &self.path) {
            self.seen = seen;
        }
        Ok(())
    }
}

fn make(unfinished: &Path, path: &Path) -> Result<()> {
    let db = make_empty(unfinished).map_err(|error| match error.code {
        Code::DiskFailed => error,
        _ => fault::cannot_create(path),
    })?;
    db.close().map_err(|(_, error)| fault::sql(path, &error))?;
    std::fs::OpenOptions::new()
        .write(true)
        .open(unfinished)
        .and_then(|file| file.sync_all())
        .and_then(|()| std::fs::rename(unfinished, path))
        .map_err(|error| fault::io(path, &error))
}

/// A file with all tables and nothing in them. Nobody knows it yet: it has to be on the disk only when it gets its
/// name.
fn make_empty(path: &Path) -> Result<Connection> {
    let _ = std::fs::remove_file(path);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut db = connect(path, flags)?;
    db.pragma_update(None, "synchronous", "off")
        .and_then(|()| db.pragma_update(None, "application_id", APPLICATION_ID))
        .map_err(|error| fault::sql(path, &error))?;
    migrate(&mut db, path)?;
    Ok(db)
}

fn migrate(db: &mut Connection, path: &Path) -> Result<()> {
    Migrations::from_slice(STEPS)
        .to_latest(db)
        .map_err(|error| match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => fault::sql(path, &err),
            _ => fault::damaged(path),
        })
}

/// A writer that was killed before its journal had a header leaves one that takes nothing back. The next write
/// removes it; without one it would lie beside the file after a normal close, so the version is written once more.
fn clear_journal(db: &Connection, path: &Path) {
    let mut journal = path.as_os_str().to_owned();
    journal.push("-journal");
    if Path::new(&journal).exists() {
        // On a full disk the leftover stays, and harms nobody.
        let _ = db.pragma_update(None, "user_version", VERSION);
    }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let open = || {
        let db = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        // A portfolio comes from anywhere: nothing in its schema may run, and broken cells are found.
        db.pragma_update(None, "trusted_schema", false)?;
        db.pragma_update(None, "cell_size_check", true)?;
        db.pragma_update(None, "foreign_keys", true)?;
        db.busy_timeout(std::time::Duration::from_secs(2))?;
        Ok(db)
    };
    open().map_err(|error| fault::sql(path, &error))
}

/// Refuses what this program did not make: broken pages, triggers and views.
fn check(db: &Connection, path: &Path) -> Result<()> {
    let look = || {
        let sound: String = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        let foreign: u32 = db.query_row(
            "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')",
            [],
            |row| row.get(0),
        )?;
        Ok(sound == "ok" && foreign == 0)
    };
    match look() {
        Ok(true) => Ok(()),
        Ok(false) => Err(fault::damaged(path)),
        Err(error) => Err(fault::sql(path, &error)),
    }
}
