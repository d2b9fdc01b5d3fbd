//! A file that somebody drops: read within bounds, and named in every error.

use crate::error::{Code, Error, Result, Words};
use crate::exchange;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// A file in memory with its name, without its folder.
#[derive(Debug)]
pub(super) struct Incoming {
    pub(super) bytes: Vec<u8>,
    pub(super) name: String,
}

/// # Errors
/// `FileUnreadable`, or `TooLarge` and `NothingToImport` by size alone, before anything is loaded.
pub(super) fn read(path: &Path) -> Result<Incoming> {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let cannot = |cause: &std::io::Error| unreadable(path, cause);
    let facts = std::fs::metadata(path).map_err(|cause| cannot(&cause))?;
    if facts.is_dir() {
        return Err(a_folder(path));
    }
    exchange::check_size(facts.len(), &name)?;
    let mut bytes = Vec::new();
    // One byte more than allowed, so that a file that grew in the meantime is noticed.
    let most = exchange::MAX_FILE_BYTES as u64 + 1;
    File::open(path)
        .and_then(|file| file.take(most).read_to_end(&mut bytes))
        .map_err(|cause| cannot(&cause))?;
    exchange::check_size(bytes.len() as u64, &name)?;
    Ok(Incoming { bytes, name })
}

fn unreadable(path: &Path, cause: &std::io::Error) -> Error {
    let file = path.display();
    let (hint_en, hint_fr) = if cause.kind() == std::io::ErrorKind::NotFound {
        (
            "Check the name, or that the drive or share is connected.",
            "Vérifiez le nom, ou que le disque ou le partage est connecté.",
        )
    } else {
        (
            "Close it in other programs and check that you may read it.",
            "Fermez-le dans les autres logiciels et vérifiez que vous pouvez le lire.",
        )
    };
    Error::new(
        Code::FileUnreadable,
        Words::new(
            format!("{file} could not be read ({cause}). Nothing was imported."),
            format!("{file} n’a pas pu être lu ({cause}). Rien n’a été importé."),
        ),
        Words::new(hint_en, hint_fr),
    )
}

fn a_folder(path: &Path) -> Error {
    let file = path.display();
    Error::new(
        Code::FileUnreadable,
        Words::new(
            format!("{file} is a folder. Nothing was imported."),
            format!("{file} est un dossier. Rien n’a été importé."),
        ),
        Words::new(
            "Drop the files one by one.",
            "Déposez les fichiers un par un.",
        ),
    )
}
