//! The file as it was before a migration, kept beside it. A backup that is there already is never written over.

use super::{fault, lock};
use crate::error::Result;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Keeps a file of an older format as `NAME.v1.thru`, or under a number behind it where another file has that name.
/// One that holds the same already is enough.
///
/// # Errors
/// `DiskFailed` or `FileUnreadable`; then nothing is left behind and nothing may be migrated.
pub(super) fn beside(path: &Path, version: u32) -> Result<PathBuf> {
    keep(path, version).map_err(|error| fault::io(path, &error))
}

fn keep(path: &Path, version: u32) -> io::Result<PathBuf> {
    let mut backup = path.with_extension(format!("v{version}.thru"));
    let mut number = 2_u32;
    while backup.exists() {
        if same(path, &backup)? {
            return Ok(backup);
        }
        backup = path.with_extension(format!("v{version} {number}.thru"));
        number += 1;
    }
    // A copy that is cut off by a full disk must not be taken for a backup.
    let unfinished = lock::beside(&backup, "new");
    let copied = fs::copy(path, &unfinished).and_then(|_| fs::rename(&unfinished, &backup));
    if copied.is_err() {
        let _ = fs::remove_file(&unfinished);
    }
    copied.map(|()| backup)
}

fn same(one: &Path, other: &Path) -> io::Result<bool> {
    if fs::metadata(one)?.len() != fs::metadata(other)?.len() {
        return Ok(false);
    }
    Ok(fs::read(one)? == fs::read(other)?)
}
