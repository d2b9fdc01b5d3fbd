//! Who holds a portfolio: a small file beside it, locked by the operating system while the portfolio is open.
//!
//! The lock of a program that died is free again at once. On shares where locks do not reach other machines,
//! the name in the file still tells who has it open.

use super::fault;
use crate::error::{Owner, Result};
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};

/// The name of this computer, as others on the network know it.
#[must_use]
pub fn computer() -> String {
    gethostname::gethostname().to_string_lossy().into_owned()
}

fn here() -> Owner {
    Owner {
        computer: computer(),
        process: std::process::id(),
        since: chrono::Local::now().format("%Y-%m-%d %H:%M").to_string(),
    }
}

/// A hidden file beside a portfolio: `.NAME.thru.SUFFIX`.
pub(super) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{suffix}"))
}

#[derive(Debug)]
pub(super) struct Lock {
    file: Option<File>,
    path: PathBuf,
}

#[derive(Debug)]
pub(super) enum Taken {
    Held(Lock),
    /// The file or its folder cannot be written.
    ReadOnly,
}

fn forbidden(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
    )
}

impl Lock {
    /// # Errors
    /// `FileInUse`, naming who has it.
    pub(super) fn take(portfolio: &Path) -> Result<Taken> {
        match OpenOptions::new().read(true).write(true).open(portfolio) {
            Ok(_) => {}
            Err(error) if forbidden(error.kind()) => return Ok(Taken::ReadOnly),
            Err(error) => return Err(fault::io(portfolio, &error)),
        }
        let path = beside(portfolio, "lock");
        let opened = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path);
        let mut file = match opened {
            Ok(file) => file,
            Err(error) if forbidden(error.kind()) => return Ok(Taken::ReadOnly),
            Err(error) => return Err(fault::io(portfolio, &error)),
        };
        let here = here();
        let said = owner(&mut file);
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(fault::in_use(portfolio, said.as_ref(), &path));
            }
            // A file system without locks: the name in the file is all there is.
            Err(TryLockError::Error(_)) => {
                if let Some(other) = said.filter(|other| other.computer != here.computer) {
                    return Err(fault::in_use(portfolio, Some(&other), &path));
                }
            }
        }
        let written = serde_json::to_vec(&here)
            .map_err(std::io::Error::from)
            .and_then(|text| {
                file.set_len(0)?;
                file.rewind()?;
                file.write_all(&text)
            });
        written.map_err(|error| fault::io(portfolio, &error))?;
        Ok(Taken::Held(Self {
            file: Some(file),
            path,
        }))
    }
}

fn owner(file: &mut File) -> Option<Owner> {
    let mut text = String::new();
    file.take(4096).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still locked, so that nobody locks a file that is about to vanish; Windows refuses
        // that, and there the file goes right after. That it may be gone already is no fault.
        let early = std::fs::remove_file(&self.path);
        drop(self.file.take());
        if early.is_err() {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
