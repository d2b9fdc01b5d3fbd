//! What the application remembers between two runs: the files opened last, the language, and which rules that came with
//! files were accepted here.
//!
//! One small JSON file in the configuration folder. It is a comfort, never a condition: a missing, damaged or
//! unwritable file costs the comfort and nothing else, so nothing here returns an error.

use portfolio::model::Lang;
use portfolio::rules::Accepted;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// More than this nobody reads.
const KEPT: usize = 12;
/// Rules that somebody accepts in a lifetime.
const ACCEPTED: usize = 2_000;
/// A file that we wrote is a few kilobytes; anything far larger is not ours.
const LARGEST: u64 = 256 * 1024;

/// A portfolio opened before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Recent {
    pub path: String,
    pub title: String,
    /// When it was opened last, UTC in ISO 8601.
    pub opened: String,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    language: Option<Lang>,
    recent: Vec<Recent>,
    /// Fingerprints of rules of one's own that may be run, the latest last.
    accepted: Vec<String>,
}

#[derive(Debug)]
pub(crate) struct Memory {
    file: PathBuf,
    kept: Kept,
}

impl Memory {
    /// Reads what was kept in a folder; what cannot be read counts as nothing kept.
    #[must_use]
    pub(crate) fn recall(folder: &Path) -> Self {
        let file = folder.join("memory.json");
        let mut kept: Kept = read_small(&file, LARGEST).unwrap_or_default();
        kept.recent.truncate(KEPT);
        Self { file, kept }
    }

    #[must_use]
    pub(crate) fn language(&self) -> Option<Lang> {
        self.kept.language
    }

    pub(crate) fn set_language(&mut self, language: Lang) {
        if self.kept.language != Some(language) {
            self.kept.language = Some(language);
            self.write();
        }
    }

    /// The files opened last that are there now, the latest first. One on a drive that is away for the moment
    /// is not shown and not forgotten.
    #[must_use]
    pub(crate) fn recent(&self) -> Vec<Recent> {
        self.kept
            .recent
            .iter()
            .filter(|it| Path::new(&it.path).is_file())
            .cloned()
            .collect()
    }

    /// Notes that a file was opened or renamed.
    pub(crate) fn note(&mut self, recent: Recent) {
        self.kept.recent.retain(|it| it.path != recent.path);
        self.kept.recent.insert(0, recent);
        self.kept.recent.truncate(KEPT);
        self.write();
    }

    /// The rules that may be run on this machine.
    #[must_use]
    pub(crate) fn accepted(&self) -> Accepted {
        self.kept.accepted.iter().cloned().collect()
    }

    /// Remembers what was accepted. One that is forgotten in the course of years is asked for again.
    pub(crate) fn accept<'a>(&mut self, prints: impl Iterator<Item = &'a str>) {
        let known: BTreeSet<&str> = self.kept.accepted.iter().map(String::as_str).collect();
        let new: Vec<String> = prints
            .filter(|it| !known.contains(it))
            .map(str::to_owned)
            .collect();
        if new.is_empty() {
            return;
        }
        self.kept.accepted.extend(new);
        let over = self.kept.accepted.len().saturating_sub(ACCEPTED);
        self.kept.accepted.drain(..over);
        self.write();
    }

    fn write(&self) {
        write_whole(&self.file, &self.kept);
    }
}

/// Written beside and moved into place, so that a crash leaves the old file or the new one.
pub(crate) fn write_whole(file: &Path, kept: &impl Serialize) {
    let Ok(text) = serde_json::to_string_pretty(kept) else {
        return;
    };
    let beside = file.with_extension("json.new");
    if let Some(folder) = file.parent() {
        let _ = fs::create_dir_all(folder);
    }
    if fs::write(&beside, text).is_ok() {
        let _ = fs::rename(&beside, file);
    }
}

/// What a file of ours holds; `None` when it is missing, damaged or far larger than we would write it.
pub(crate) fn read_small<T: DeserializeOwned>(file: &Path, largest: u64) -> Option<T> {
    let mut text = String::new();
    fs::File::open(file)
        .ok()?
        .take(largest)
        .read_to_string(&mut text)
        .ok()?;
    serde_json::from_str(&text).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn recent(path: &Path) -> Recent {
        Recent {
            path: path.display().to_string(),
            title: "Valmere".to_owned(),
            opened: "2026-11-01T08:00:00Z".to_owned(),
        }
    }

    #[test]
    fn files_are_remembered_latest_first_and_once() {
        let folder = tempfile::tempdir().unwrap();
        let files: Vec<PathBuf> = (0..3)
            .map(|n| folder.path().join(format!("{n}.thru")))
            .collect();
        let mut memory = Memory::recall(folder.path());
        for file in &files {
            fs::write(file, "").unwrap();
            memory.note(recent(file));
        }
        memory.note(recent(&files[1]));
        let again = Memory::recall(folder.path()).recent();
        let names: Vec<&str> = again.iter().map(|it| it.path.as_str()).collect();
        let want: Vec<String> = [1, 2, 0]
            .iter()
            .map(|n| files[*n].display().to_string())
            .collect();
        assert_eq!(names, want);
    }

    #[test]
    fn accepted_rules_are_remembered_once_and_within_bounds() {
        let folder = tempfile::tempdir().unwrap();
        let mut memory = Memory::recall(folder.path());
        memory.accept(["a", "b"].into_iter());
        memory.accept(["b"].into_iter());
        let again = Memory::recall(folder.path());
        assert_eq!(again.kept.accepted, ["a", "b"]);
        let many: Vec<String> = (0..3_000).map(|n| format!("{n:064}")).collect();
        memory.accept(many.iter().map(String::as_str));
        let again = Memory::recall(folder.path());
        assert_eq!(again.kept.accepted.len(), ACCEPTED);
        assert_eq!(again.kept.accepted.last(), many.last());
    }

    #[test]
    fn the_list_is_bounded() {
        let folder = tempfile::tempdir().unwrap();
        let mut memory = Memory::recall(folder.path());
        for n in 0..40 {
            let file = folder.path().join(format!("{n}.thru"));
            fs::write(&file, "").unwrap();
            memory.note(recent(&file));
        }
        assert_eq!(memory.recent().len(), KEPT);
        assert_eq!(Memory::recall(folder.path()).recent().len(), KEPT);
    }

    #[test]
    fn a_file_that_is_away_is_not_shown_and_not_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("away.thru");
        let mut memory = Memory::recall(folder.path());
        memory.note(recent(&file));
        assert!(memory.recent().is_empty());
        fs::write(&file, "").unwrap();
        assert_eq!(memory.recent().len(), 1);
    }

    #[test]
    fn a_damaged_file_counts_as_nothing_kept_and_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(
            folder.path().join("memory.json"),
            b"{\"recent\": [ \xff\xfe",
        )
        .unwrap();
        let mut memory = Memory::recall(folder.path());
        assert_eq!(memory.language(), None);
        memory.set_language(Lang::Fr);
        assert_eq!(Memory::recall(folder.path()).language(), Some(Lang::Fr));
    }

    #[test]
    fn a_folder_that_cannot_be_written_costs_only_the_memory() {
        let folder = tempfile::tempdir().unwrap();
        let blocked = folder.path().join("file");
        fs::write(&blocked, "").unwrap();
        let mut memory = Memory::recall(&blocked);
        memory.set_language(Lang::Fr);
        assert_eq!(memory.language(), Some(Lang::Fr));
    }
}
