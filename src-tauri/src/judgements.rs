//! Which findings people here called useful and which noise: what shows a noisy rule before it is turned off or tuned.
//!
//! Kept on this machine and in no portfolio, because it is a remark about a rule and no fact of the organisation. As
//! [`crate::memory`], it is a comfort: what cannot be read or written costs the remark and nothing else.

use crate::memory::{read_small, write_whole};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::{Path, PathBuf};

/// More remarks than anybody makes; the oldest go first.
const KEPT: usize = 10_000;
/// Ten thousand of them with room to spare.
const LARGEST: u64 = 4 * 1024 * 1024;

/// What somebody thinks of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Usefulness {
    /// It was right to say so.
    Useful,
    /// True or not, nobody needs it.
    Noise,
}

/// One such remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Judged {
    /// The key of the finding, which is the same from run to run.
    pub key: String,
    /// The rule that made it.
    pub code: String,
    pub verdict: Usefulness,
}

#[derive(Debug)]
pub(crate) struct Judgements {
    file: PathBuf,
    kept: Vec<Judged>,
}

impl Judgements {
    #[must_use]
    pub(crate) fn recall(folder: &Path) -> Self {
        let file = folder.join("judgements.json");
        let mut kept: Vec<Judged> = read_small(&file, LARGEST).unwrap_or_default();
        kept.drain(..kept.len().saturating_sub(KEPT));
        Self { file, kept }
    }

    /// Every remark, the latest last.
    #[must_use]
    pub(crate) fn all(&self) -> &[Judged] {
        &self.kept
    }

    /// Notes what somebody thinks of a finding; `None` takes the remark back.
    pub(crate) fn judge(&mut self, key: &str, code: &str, verdict: Option<Usefulness>) {
        self.kept.retain(|it| it.key != key);
        if let Some(verdict) = verdict {
            let (key, code) = (key.to_owned(), code.to_owned());
            self.kept.push(Judged { key, code, verdict });
        }
        self.kept.drain(..self.kept.len().saturating_sub(KEPT));
        write_whole(&self.file, &self.kept);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn said(judgements: &Judgements) -> Vec<(&str, Usefulness)> {
        let all = judgements.all().iter();
        all.map(|it| (it.key.as_str(), it.verdict)).collect()
    }

    #[test]
    fn the_last_word_on_a_finding_stands_and_is_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let mut judgements = Judgements::recall(folder.path());
        judgements.judge("D103:a", "D103", Some(Usefulness::Useful));
        judgements.judge("D304:b", "D304", Some(Usefulness::Noise));
        judgements.judge("D103:a", "D103", Some(Usefulness::Noise));
        let again = Judgements::recall(folder.path());
        let want = [("D304:b", Usefulness::Noise), ("D103:a", Usefulness::Noise)];
        assert_eq!(said(&again), want);
    }

    #[test]
    fn a_remark_can_be_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let mut judgements = Judgements::recall(folder.path());
        judgements.judge("D103:a", "D103", Some(Usefulness::Useful));
        judgements.judge("D103:a", "D103", None);
        assert!(said(&Judgements::recall(folder.path())).is_empty());
    }

    #[test]
    fn a_damaged_file_counts_as_nothing_kept() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("judgements.json"), b"[{\"key\": \xff").unwrap();
        let mut judgements = Judgements::recall(folder.path());
        assert!(judgements.all().is_empty());
        judgements.judge("D103:a", "D103", Some(Usefulness::Useful));
        assert_eq!(said(&Judgements::recall(folder.path())).len(), 1);
    }
}
