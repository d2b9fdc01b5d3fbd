//! The file while somebody else changes it: noticed, told, and brought together by one of three ways that somebody
//! chooses. Nothing of theirs is ever written over, and nothing of mine is given up unasked.

use super::three_way::{self, Remark};
use super::{Changed, View, Workspace, free, now};
use crate::edit::{Edit, Label, Origin, Verb};
use crate::error::{Code, Error, Result, Words};
use crate::model::{Diff, Portfolio};
use crate::rules::FindingsChange;
use crate::store::{Access, Seen, Store};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::{Path, PathBuf};

/// What lies at the path now, seen from what is open here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// Both have a past in common and can be merged.
    Forked,
    /// Another portfolio, or one without any step in common.
    Stranger,
    /// Something that cannot be read, or not as it is.
    Unreadable,
    /// Nothing: moved, deleted, or its drive is away.
    Gone,
}

/// How the file and what is open here have grown apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Apart {
    pub found: Found,
    /// Steps done here that the file lacks, and steps in the file that were not done here.
    pub mine: u32,
    pub theirs: u32,
    /// An edit that could not be written waits for what is decided.
    pub waiting: bool,
    /// Why it cannot be read, when it cannot.
    pub why: String,
}

/// What a look at the file found.
#[derive(Debug, Clone, PartialEq)]
pub enum Look {
    /// The file is as it was left here.
    Same,
    /// It is only read here, and what is shown went along with it.
    Followed(Changed),
    Apart(Apart),
}

/// The answer to a merge: one step on top of theirs, and what could not be followed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Reconciled {
    pub changed: Changed,
    /// Records of theirs that changed by it.
    pub written: u32,
    pub remarks: Vec<Remark>,
    /// Why the edit that waited could not be carried out, when it could not.
    pub refused: Option<String>,
}

/// What is remembered between two looks.
#[derive(Debug, Default)]
pub(super) struct Outside {
    /// Everything that was done to a portfolio that had no step yet when it was opened: taken back, it gives the one
    /// that others may have begun with too.
    since_begin: Option<Vec<Diff>>,
    /// The edit that could not be written.
    pub(super) waiting: Option<(Vec<Edit>, Label)>,
    /// What was seen last, so that a file that lies still is not read again.
    last: Option<(Seen, Apart)>,
}

impl Outside {
    pub(super) fn from_here(store: &Store) -> Self {
        Self {
            since_begin: store.trail().is_empty().then(Vec::new),
            ..Self::default()
        }
    }

    /// Takes note of what was done.
    pub(super) fn follow(&mut self, diff: &Diff) {
        if let Some(all) = &mut self.since_begin {
            all.push(diff.clone());
        }
    }
}

impl Workspace {
    /// Looks whether the file is still what was last read or written here. Cheap while nothing has changed.
    /// A file that is only read here is followed.
    pub fn look(&mut self) -> Look {
        match self.store.unchanged() {
            Err(error) if error.code == Code::ChangedOutside => {}
            // Busy for the moment: the next look will tell.
            _ => return Look::Same,
        }
        let seen = self.store.seen_now().ok();
        if let (Some(seen), Some((last, apart))) = (&seen, &self.outside.last)
            && seen == last
        {
            let waiting = self.outside.waiting.is_some();
            return Look::Apart(Apart {
                waiting,
                ..apart.clone()
            });
        }
        let found = self.store.glance().and_then(|it| Ok((it.load()?, it)));
        if self.store.read_only().is_some() {
            // What cannot be read now is on its way, or gone; what is shown stays until it can.
            return found.map_or(Look::Same, |(theirs, store)| self.go_along(store, theirs));
        }
        let apart = match found {
            Ok((theirs, store)) => {
                let same = theirs == self.portfolio && store.trail() == self.store.trail();
                if same && let Ok(store) = self.store.again() {
                    self.store = store;
                    self.outside.last = None;
                    self.outside.waiting = None;
                    return Look::Same;
                }
                self.compare(&store, &theirs)
            }
            Err(error) if error.code == Code::FileInUse => return Look::Same,
            Err(_) if !self.path().exists() => self.apart(Found::Gone, ""),
            Err(error) => self.apart(Found::Unreadable, error.message.get(self.lang)),
        };
        self.outside.last = seen.map(|seen| (seen, apart.clone()));
        Look::Apart(apart)
    }

    fn apart(&self, found: Found, why: &str) -> Apart {
        Apart {
            found,
            mine: 0,
            theirs: 0,
            waiting: self.outside.waiting.is_some(),
            why: why.to_owned(),
        }
    }

    fn compare(&self, store: &Store, theirs: &Portfolio) -> Apart {
        let count = |steps: usize| u32::try_from(steps).unwrap_or(u32::MAX);
        let (here, there) = (self.store.trail(), store.trail());
        let shared = here.shared(there);
        match self.common(store, theirs) {
            Ok(Some(_)) => Apart {
                mine: count(here.len() - shared),
                theirs: count(there.len() - shared),
                ..self.apart(Found::Forked, "")
            },
            Ok(None) => self.apart(Found::Stranger, ""),
            Err(error) => self.apart(Found::Unreadable, error.message.get(self.lang)),
        }
    }

    /// The newest state that was theirs and mine, when there was one.
    fn common(&self, store: &Store, theirs: &Portfolio) -> Result<Option<Portfolio>> {
        let shared = self.store.trail().shared(store.trail());
        let base = led(theirs, store.way_to(shared)?);
        if shared > 0 {
            return Ok(Some(base));
        }
        // No step tells that both were one file: then the portfolios before the first step have to be the same.
        let seed = if let Some(done) = &self.outside.since_begin {
            let way = done.iter().rev().map(Diff::inverse).collect();
            Some(led(&self.portfolio, way))
        } else if self.store.lives_on() {
            Some(led(&self.portfolio, self.store.way_to(0)?))
        } else {
            None
        };
        Ok(seed.filter(|it| *it == base))
    }

    fn go_along(&mut self, store: Store, theirs: Portfolio) -> Look {
        if theirs == self.portfolio && store.trail() == self.store.trail() {
            self.store = store;
            return Look::Same;
        }
        Look::Followed(self.become_of(store, theirs))
    }

    /// Takes a state of the file over, as one change for those who mirror this workspace.
    fn become_of(&mut self, store: Store, portfolio: Portfolio) -> Changed {
        let diff = Diff::between(&self.portfolio, &portfolio);
        let waiting = self.outside.waiting.take();
        self.outside = Outside {
            waiting,
            ..Outside::from_here(&store)
        };
        self.sightings = std::cell::RefCell::new(None);
        self.store = store;
        self.portfolio = portfolio;
        self.revision += 1;
        self.changed(diff)
    }

    /// Brings both together: what was done here is written as one step on top of what the file holds, and the edit
    /// that waited is carried out after it.
    ///
    /// # Errors
    /// `ChangedOutside` when there is no past in common or the file changed once more, and what keeps it from
    /// being read or written; then nothing has changed.
    pub fn reconcile(&mut self) -> Result<Reconciled> {
        let mut store = self.store.again()?;
        let theirs = store.load()?;
        let base = self
            .common(&store, &theirs)?
            .ok_or_else(|| nothing_in_common(self.path()))?;
        let merged = three_way::merge(&base, &self.portfolio, &theirs);
        let diff = Diff::between(&theirs, &merged.portfolio);
        let written = u32::try_from(diff.changes.len()).unwrap_or(u32::MAX);
        if !diff.is_empty() {
            let label = Label {
                count: written,
                origin: Origin::Merged,
                ..Label::new(Verb::Reconcile, merged.portfolio.settings().title.clone())
            };
            store.commit(&diff, &label, now())?;
        }
        let before = self.portfolio.clone();
        let said = self.all_findings();
        let revision = self.revision + 1;
        self.become_of(store, merged.portfolio);
        let refused = match self.outside.waiting.take() {
            Some((edits, label)) => self.step(&edits, &label).err(),
            None => None,
        };
        // For those who mirror this workspace it is one change, whatever it took.
        self.revision = revision;
        let changed = Changed {
            findings: FindingsChange::between(said, self.all_findings()),
            ..self.changed(Diff::between(&before, &self.portfolio))
        };
        Ok(Reconciled {
            changed,
            written,
            remarks: merged.remarks,
            refused: refused.map(|it| it.message.get(self.lang).to_owned()),
        })
    }

    /// Shows what the file holds now; what was done here and is not in it is given up.
    ///
    /// # Errors
    /// What keeps the file from being read; then nothing has changed.
    pub fn take_theirs(&mut self) -> Result<Changed> {
        let store = self.store.again()?;
        let theirs = store.load()?;
        self.outside.waiting = None;
        Ok(self.become_of(store, theirs))
    }

    /// A free path beside the file for what is open here.
    #[must_use]
    pub fn copy_path(&self) -> PathBuf {
        free::copy(self.path(), self.lang)
    }

    /// Writes what is open here to a new file, with the edit that waited, and goes on with that one. Its history
    /// comes along where it can still be read.
    ///
    /// # Errors
    /// `FileExists`, or what keeps the copy from being written; then nothing has changed.
    pub fn part(&mut self, to: &Path) -> Result<View> {
        let mut copy = self.copied(to)?;
        if let Some((edits, label)) = &self.outside.waiting
            && let Err(error) = copy.step(edits, label)
        {
            drop(copy);
            let _ = std::fs::remove_file(to);
            return Err(error);
        }
        copy.as_of = self.as_of;
        *self = copy;
        self.view()
    }

    fn copied(&self, to: &Path) -> Result<Self> {
        if self.store.lives_on() && self.store.copy_to(to).is_ok() {
            match Self::open(to, Access::ReadWrite, self.lang) {
                Ok(copy) if copy.portfolio == self.portfolio => return Ok(copy),
                other => drop(other),
            }
            let _ = std::fs::remove_file(to);
        }
        Self::create_from(to, &self.portfolio, self.lang)
    }

    /// Opens the file again to change it, when it was only read.
    ///
    /// # Errors
    /// `FileInUse` and the others of [`Store::open`]; then it stays open for reading.
    pub fn open_to_edit(&mut self) -> Result<View> {
        let again = Self::open(self.path(), Access::ReadWrite, self.lang)?;
        let revision = self.revision + 1;
        let as_of = self.as_of;
        *self = Self {
            revision,
            as_of,
            ..again
        };
        self.view()
    }
}

fn led(from: &Portfolio, way: Vec<Diff>) -> Portfolio {
    let mut to = from.clone();
    for diff in way {
        to.apply(&diff);
    }
    to
}

fn nothing_in_common(path: &Path) -> Error {
    let file = path.display();
    Error::new(
        Code::ChangedOutside,
        Words::new(
            format!(
                "{file} now holds a portfolio that has no step in common with the open one. Nothing was changed."
            ),
            format!(
                "{file} contient désormais un portefeuille qui n’a aucune étape commune avec celui qui est ouvert. Rien n’a été modifié."
            ),
        ),
        Words::new(
            "Keep yours as a copy, or take what the file holds.",
            "Gardez votre version en copie, ou prenez celle du fichier.",
        ),
    )
}
