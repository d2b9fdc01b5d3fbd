//! What can be learnt of a file before it is opened, so that a newer or foreign file stays untouched.

use super::{APPLICATION_ID, VERSION, fault, lock};
use crate::error::Result;
use rusqlite::Connection;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::SystemTime;

/// What the first hundred bytes say (SQLite file format, section 1.3).
#[derive(Debug, Clone, Copy)]
pub(super) struct Header {
    pub(super) version: u32,
}

fn number(bytes: &[u8], at: usize) -> u32 {
    bytes
        .iter()
        .skip(at)
        .take(4)
        .fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}

/// Where the number of commits stands.
const COMMITS: usize = 24;

/// # Errors
/// `FileUnreadable`, `NotAPortfolio`, `FileDamaged` or `FileTooNew`.
pub(super) fn read(path: &Path) -> Result<Header> {
    let mut bytes = Vec::with_capacity(100);
    let file = File::open(path).map_err(|error| fault::io(path, &error))?;
    file.take(100)
        .read_to_end(&mut bytes)
        .map_err(|error| fault::io(path, &error))?;
    let is_database = bytes.starts_with(b"SQLite format 3\0");
    if bytes.len() < 100 || number(&bytes, 68) != APPLICATION_ID {
        return Err(fault::not_a_portfolio(path));
    }
    if !is_database {
        return Err(fault::damaged(path));
    }
    let version = number(&bytes, 60);
    match version {
        0 => Err(fault::damaged(path)),
        _ if version > VERSION => Err(fault::too_new(path, version, VERSION)),
        _ => Ok(Header { version }),
    }
}

/// What identifies the state of a file, to notice a change made by somebody else. Cheap enough to look at often.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Changes when another connection commits. None while it cannot be told, because somebody writes.
    data_version: Option<i64>,
    /// Changes when the file is written over in place, which a connection need not notice by itself.
    length: u64,
    modified: Option<SystemTime>,
    commits: u32,
    /// Changes when the file is replaced by another of the same name.
    #[cfg(unix)]
    inode: u64,
}

impl Seen {
    pub(super) fn now(db: &Connection, path: &Path) -> Result<Self> {
        let gone = |_| fault::changed_outside(path);
        let data_version = db
            .query_row("PRAGMA data_version", [], |row| row.get(0))
            .ok();
        let facts = std::fs::metadata(path).map_err(gone)?;
        let mut head = Vec::with_capacity(COMMITS + 4);
        File::open(path)
            .and_then(|file| file.take(COMMITS as u64 + 4).read_to_end(&mut head))
            .map_err(gone)?;
        Ok(Self {
            data_version,
            length: facts.len(),
            modified: facts.modified().ok(),
            commits: number(&head, COMMITS),
            #[cfg(unix)]
            inode: std::os::unix::fs::MetadataExt::ino(&facts),
        })
    }

    /// Whether another file has the name now, or none. Not known on systems that do not let an open file go.
    pub(super) fn is_replaced(&self, path: &Path) -> bool {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            std::fs::metadata(path).map_or(true, |facts| facts.ino() != self.inode)
        }
        #[cfg(not(unix))]
        {
            let _ = path;
            false
        }
    }

    /// # Errors
    /// `ChangedOutside` when the file is no longer the one that was seen.
    pub(super) fn check(&self, db: &Connection, path: &Path) -> Result<()> {
        let now = Self::now(db, path)?;
        let busy = Self {
            data_version: None,
            ..self.clone()
        };
        if now == *self {
            Ok(())
        } else if now == busy {
            Err(fault::in_use(path, None, &lock::beside(path, "lock")))
        } else {
            Err(fault::changed_outside(path))
        }
    }
}
