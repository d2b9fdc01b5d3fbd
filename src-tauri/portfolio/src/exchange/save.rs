//! A whole text or document into a file: written beside and moved into place, so that a full disk or a crash
//! leaves the old file or the new one, never a half.

use crate::error::{Code, Error, Result, Words};
use std::fs::{self, File};
use std::io::{BufWriter, ErrorKind, Write};
use std::path::Path;

/// Writes a file, over one of the same name: whoever chose the path has agreed to that.
///
/// # Errors
/// `BadValue` for a path that names no file, `ReadOnly` where nothing may be written, `DiskFailed` for the rest;
/// a file that was there is kept.
pub fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    save_with(path, |file| file.write_all(bytes))
}

/// As [`save`], for what is too large to be held whole: written piece by piece by who makes it.
///
/// # Errors
/// As [`save`]; what the maker refuses counts as the disk's refusal.
pub fn save_with(
    path: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> std::io::Result<()>,
) -> Result<()> {
    let Some(name) = path.file_name() else {
        return Err(no_name(path));
    };
    let mut beside = std::ffi::OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}", std::process::id()));
    let beside = path.with_file_name(beside);
    let written = (|| {
        let mut file = BufWriter::new(File::create(&beside)?);
        write(&mut file)?;
        file.into_inner()
            .map_err(std::io::IntoInnerError::into_error)?
            .sync_all()?;
        fs::rename(&beside, path)
    })();
    written.map_err(|cause| {
        let _ = fs::remove_file(&beside);
        not_written(path, &cause)
    })
}

fn no_name(path: &Path) -> Error {
    let path = path.display();
    Error::new(
        Code::BadValue,
        Words::new(
            format!("“{path}” does not name a file. Nothing was written."),
            format!("« {path} » ne désigne pas un fichier. Rien n’a été écrit."),
        ),
        Words::new("Give a file name.", "Donnez un nom de fichier."),
    )
}

/// What is told of a file, or of a folder for it, that could not be written.
#[must_use]
pub fn not_written(path: &Path, cause: &std::io::Error) -> Error {
    let shown = path.display();
    let (code, hint) = match cause.kind() {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => (
            Code::ReadOnly,
            Words::new(
                "Choose a folder that you may write to.",
                "Choisissez un dossier où vous pouvez écrire.",
            ),
        ),
        ErrorKind::NotFound | ErrorKind::NotADirectory => (
            Code::FileUnreadable,
            Words::new(
                "Check that the folder is there and its drive or share is connected.",
                "Vérifiez que le dossier existe et que son disque ou partage est connecté.",
            ),
        ),
        ErrorKind::IsADirectory => (
            Code::FileExists,
            Words::new(
                "A folder has that name. Choose another one.",
                "Un dossier porte ce nom. Choisissez-en un autre.",
            ),
        ),
        ErrorKind::AlreadyExists => (
            Code::FileExists,
            Words::new(
                "Something else has that name. Move it away, then try again.",
                "Autre chose porte ce nom. Déplacez-le, puis réessayez.",
            ),
        ),
        _ => (
            Code::DiskFailed,
            Words::new(
                "Free some space or choose another place.",
                "Libérez de la place ou choisissez un autre emplacement.",
            ),
        ),
    };
    Error::new(
        code,
        Words::new(
            format!("“{shown}” could not be written ({cause}). What was there is kept."),
            format!(
                "« {shown} » n’a pas pu être écrit ({cause}). Ce qui s’y trouvait est conservé."
            ),
        ),
        hint,
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::model::Lang;

    #[test]
    fn a_file_is_written_over_the_old_one_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("board.html");
        save(&path, b"one").unwrap();
        save(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_made_piece_by_piece_and_breaks_off_leaves_the_old_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.png");
        save(&path, b"one").unwrap();
        let broken = save_with(&path, |file| {
            file.write_all(b"tw")?;
            Err(std::io::Error::other("no more"))
        });
        assert_eq!(broken.unwrap_err().code, Code::DiskFailed);
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_full_disk_is_said_and_keeps_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.pdf");
        save(&path, b"one").unwrap();
        let full = save_with(&path, |file| {
            file.write_all(b"tw")?;
            Err(ErrorKind::StorageFull.into())
        });
        let error = full.unwrap_err();
        assert_eq!(error.code, Code::DiskFailed);
        assert!(error.hint.get(Lang::En).starts_with("Free some space"));
        assert!(
            error
                .message
                .get(Lang::En)
                .ends_with("What was there is kept.")
        );
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_said_and_not_made() {
        let folder = tempfile::tempdir().unwrap();
        let error = save(&folder.path().join("gone/board.html"), b"x").unwrap_err();
        assert_eq!(error.code, Code::FileUnreadable);
        assert!(!folder.path().join("gone").exists());
    }

    #[test]
    fn a_folder_of_that_name_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("board.html")).unwrap();
        let error = save(&folder.path().join("board.html"), b"x").unwrap_err();
        assert_eq!(error.code, Code::FileExists);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_path_without_a_file_name_is_refused() {
        assert_eq!(save(Path::new("/"), b"x").unwrap_err().code, Code::BadValue);
    }
}
