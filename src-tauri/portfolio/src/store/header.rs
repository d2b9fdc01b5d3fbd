//! What can be learnt of a file before it is opened, so that a newer or foreign file stays untouched.

use super::{APPLICATION_ID, VERSION, fault};
use crate::error::Result;
use rusqlite::Connection;
use std::fs::File;
use std::io::Read;
use std::path::Path;

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

/// # Errors
/// `FileUnreadable`, `NotAPortfolio` or `FileTooNew`.
pub(super) fn read(path: &Path) -> Result<Header> {
    let mut bytes = Vec::with_capacity(100);
    let file = File::open(path).map_err(|error| fault::io(path, &error))?;
    file.take(100)
        .read_to_end(&mut bytes)
        .map_err(|error| fault::io(path, &error))?;
    if !bytes.starts_with(b"SQLite format 3\0")
        || bytes.len() < 100
        || number(&bytes, 68) != APPLICATION_ID
    {
        return Err(fault::not_a_portfolio(path));
    }
    let version = number(&bytes, 60);
    match version {
        0 => Err(fault::damaged(path)),
        _ if version > VERSION => Err(fault::too_new(path, version, VERSION)),
        _ => Ok(Header { version }),
    }
}

/// What identifies the state of a file, to notice a change made by somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    /// Changes when another connection commits.
    data_version: i64,
    /// Changes when the file is replaced by another of the same name.
    #[cfg(unix)]
    inode: u64,
}

impl Seen {
    pub(super) fn now(db: &Connection, path: &Path) -> Result<Self> {
        let data_version = db
            .query_row("PRAGMA data_version", [], |row| row.get(0))
            .map_err(|error| fault::sql(path, &error))?;
        #[cfg(unix)]
        let inode = {
            use std::os::unix::fs::MetadataExt;
            std::fs::metadata(path)
                .map_err(|_| fault::changed_outside(path))?
                .ino()
        };
        Ok(Self {
            data_version,
            #[cfg(unix)]
            inode,
        })
    }

    /// # Errors
    /// `ChangedOutside` when the file is no longer the one that was seen.
    pub(super) fn check(&self, db: &Connection, path: &Path) -> Result<()> {
        if *self == Self::now(db, path)? {
            Ok(())
        } else {
            Err(fault::changed_outside(path))
        }
    }
}
