//! Where files go on this computer, and names for new files that take nobody's place.

use crate::viewer::Viewer;
use portfolio::error::Words;
use portfolio::{Code, Error, Result};
use std::fs;
use std::path::{Path, PathBuf};

/// Longest file name made from a title, in characters: every file system takes it, with a number added.
const LONGEST: usize = 80;

/// The folders of this user.
#[derive(Debug, Clone)]
pub struct Places {
    /// What the application remembers.
    pub config: PathBuf,
    /// Where people look for their documents.
    pub documents: PathBuf,
    /// Pages on their way to a printer.
    pub prints: PathBuf,
    /// The program that opens a file with whatever is meant for it.
    pub opener: PathBuf,
}

impl Places {
    pub(crate) fn viewer(&self) -> Viewer {
        Viewer {
            opener: self.opener.clone(),
            folder: self.prints.clone(),
        }
    }
}

impl Places {
    /// A path for a new portfolio made from a file: beside it, or among the documents when that folder cannot
    /// be written (a mail attachment, a read-only share).
    ///
    /// # Errors
    /// `ReadOnly` when neither folder can be written.
    pub fn beside(&self, source: &Path) -> Result<PathBuf> {
        let stem = source
            .file_stem()
            .map(|it| it.to_string_lossy())
            .unwrap_or_default();
        let folder = source.parent().filter(|it| writable(it));
        match folder {
            Some(folder) => Ok(free(folder, &stem, "thru")),
            None => self.in_documents(&stem),
        }
    }

    /// A path for a new portfolio among the documents.
    ///
    /// # Errors
    /// `ReadOnly` when that folder cannot be made or written.
    pub fn in_documents(&self, title: &str) -> Result<PathBuf> {
        let _ = fs::create_dir_all(&self.documents);
        if writable(&self.documents) {
            Ok(free(&self.documents, title, "thru"))
        } else {
            Err(nowhere(&self.documents))
        }
    }
}

/// Whether a file can be made beside another one.
pub(crate) fn takes_files(beside: &Path) -> bool {
    beside.parent().is_some_and(writable)
}

/// Whether a file can be made in a folder is known only by making one.
fn writable(folder: &Path) -> bool {
    let probe = folder.join(format!(".throughline-{}", std::process::id()));
    let made = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&probe)
        .is_ok();
    if made {
        let _ = fs::remove_file(&probe);
    }
    made
}

/// `Title.thru`, or `Title 2.thru` when that is taken, and so on.
pub(crate) fn free(folder: &Path, title: &str, ending: &str) -> PathBuf {
    let stem = file_stem(title);
    let mut path = folder.join(format!("{stem}.{ending}"));
    let mut number = 2_u32;
    // `exists` is false for a dangling link; making the file would then fail and say so.
    while path.exists() {
        path = folder.join(format!("{stem} {number}.{ending}"));
        number += 1;
    }
    path
}

/// A title as a file name on every system.
fn file_stem(title: &str) -> String {
    let clean: String = title
        .chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                ' '
            } else {
                c
            }
        })
        .take(LONGEST)
        .collect();
    let clean = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let clean = clean.trim_matches('.').trim();
    if clean.is_empty() {
        "Portfolio".to_owned()
    } else {
        clean.to_owned()
    }
}

fn nowhere(folder: &Path) -> Error {
    let folder = folder.display();
    Error::new(
        Code::ReadOnly,
        Words::new(
            format!("No new file can be made in “{folder}”. Nothing was created."),
            format!("Aucun fichier ne peut être créé dans « {folder} ». Rien n’a été créé."),
        ),
        Words::new(
            "Make a new portfolio and choose a folder you may write to.",
            "Créez un portefeuille et choisissez un dossier où vous pouvez écrire.",
        ),
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn places(root: &Path) -> Places {
        Places {
            config: root.join("config"),
            documents: root.join("documents"),
            prints: root.join("prints"),
            opener: PathBuf::new(),
        }
    }

    #[test]
    fn a_new_portfolio_stands_beside_its_source() {
        let root = tempfile::tempdir().unwrap();
        let path = places(root.path())
            .beside(&root.path().join("Projects 2026.xlsx"))
            .unwrap();
        assert_eq!(path, root.path().join("Projects 2026.thru"));
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        let root = tempfile::tempdir().unwrap();
        for taken in ["a.thru", "a 2.thru"] {
            fs::write(root.path().join(taken), "").unwrap();
        }
        let path = places(root.path())
            .beside(&root.path().join("a.csv"))
            .unwrap();
        assert_eq!(path, root.path().join("a 3.thru"));
    }

    #[test]
    fn a_source_in_a_folder_that_cannot_be_written_goes_to_the_documents() {
        let root = tempfile::tempdir().unwrap();
        let path = places(root.path())
            .beside(&root.path().join("gone/Budget.csv"))
            .unwrap();
        assert_eq!(path, root.path().join("documents/Budget.thru"));
    }

    #[test]
    fn without_any_folder_to_write_to_it_says_so() {
        let root = tempfile::tempdir().unwrap();
        fs::write(root.path().join("documents"), "a file in the way").unwrap();
        let error = places(root.path()).in_documents("x").unwrap_err();
        assert_eq!(error.code, Code::ReadOnly);
    }

    #[test]
    fn a_title_becomes_a_file_name_on_every_system() {
        assert_eq!(file_stem("Vision 2030: win/lose?"), "Vision 2030 win lose");
        assert_eq!(file_stem(" .. "), "Portfolio");
        assert_eq!(file_stem("Santé & mobilité"), "Santé & mobilité");
        assert!(file_stem(&"x".repeat(400)).len() <= LONGEST);
    }

    #[test]
    fn no_probe_is_left_behind() {
        let root = tempfile::tempdir().unwrap();
        assert!(writable(root.path()));
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 0);
    }
}
