//! The file on the desk while others change it, and files that are damaged: what the page is told, and what it may
//! ask for.

use super::Desk;
use portfolio::Result;
use portfolio::workspace::{Apart, Changed, Found, Look, Reconciled, Recovery, View, Workspace};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;

/// Something that the page did not ask for.
#[derive(Debug, Clone, PartialEq)]
pub enum News {
    /// A file that is only read here was changed, and what is shown with it.
    Followed { session: u32, changed: Box<Changed> },
    /// The file and what is open here have grown apart, or (`None`) are one again.
    Apart(Option<Apart>),
}

/// What was recovered of a damaged file, opened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Recovered {
    pub view: View,
    pub recovery: Recovery,
}

/// What was seen and told last, so that the page hears of each change once.
#[derive(Debug, Default)]
pub(super) struct Watch {
    seen: Option<Apart>,
    told: Option<Apart>,
}

impl Desk {
    /// Looks at the file by itself, now and then; cheap while nothing has changed. A file that is not there or cannot
    /// be read may be on its way: it is told when it is seen so twice.
    pub fn watch(&mut self) -> Option<News> {
        let now = match self.workspace.as_mut()?.look() {
            Look::Followed(changed) => {
                let session = self.session;
                let changed = Box::new(changed);
                return Some(News::Followed { session, changed });
            }
            Look::Apart(apart) => Some(apart),
            Look::Same => None,
        };
        let settled = match &now {
            Some(apart) if matches!(apart.found, Found::Gone | Found::Unreadable) => {
                now == self.watch.seen
            }
            _ => true,
        };
        self.watch.seen.clone_from(&now);
        if !settled || now == self.watch.told {
            return None;
        }
        self.watch.told.clone_from(&now);
        Some(News::Apart(now))
    }

    /// Looks at the file because somebody wants to know. What they hear, everybody has to be told.
    ///
    /// # Errors
    /// `NoPortfolio`.
    pub fn look(&mut self) -> Result<News> {
        let session = self.session;
        let now = match self.open_one()?.look() {
            Look::Apart(apart) => Some(apart),
            Look::Same => None,
            Look::Followed(changed) => {
                let changed = Box::new(changed);
                return Ok(News::Followed { session, changed });
            }
        };
        self.watch.told.clone_from(&now);
        Ok(News::Apart(now))
    }

    /// # Errors
    /// `OtherPortfolio`, and as [`Workspace::reconcile`].
    pub fn reconcile(&mut self, session: u32) -> Result<Reconciled> {
        let done = self.meant(session)?.reconcile()?;
        self.watch = Watch::default();
        Ok(done)
    }

    /// # Errors
    /// `OtherPortfolio`, and as [`Workspace::take_theirs`].
    pub fn take_theirs(&mut self, session: u32) -> Result<Changed> {
        let changed = self.meant(session)?.take_theirs()?;
        self.watch = Watch::default();
        Ok(changed)
    }

    /// Goes on in a copy beside the file, or among the documents where nothing can be written beside it.
    ///
    /// # Errors
    /// `OtherPortfolio`, and as [`Workspace::part`].
    pub fn keep_copy(&mut self, session: u32) -> Result<View> {
        let beside = self.meant(session)?.copy_path();
        let to = if crate::places::takes_files(&beside) {
            beside
        } else {
            let stem = beside.file_stem().unwrap_or_default().to_string_lossy();
            self.places.in_documents(&stem)?
        };
        let view = self.meant(session)?.part(&to)?;
        self.session += 1;
        self.watch = Watch::default();
        if let Some(workspace) = self.workspace.take() {
            self.remember(&workspace);
            self.workspace = Some(workspace);
        }
        Ok(self.named(view))
    }

    /// Reads what can be read of a damaged file into a copy beside it (or among the documents) and opens that.
    ///
    /// # Errors
    /// As [`Workspace::recover`]; then the open portfolio stays open.
    pub fn recover(&mut self, path: &Path) -> Result<Recovered> {
        let documents;
        let to = if crate::places::takes_files(path) {
            None
        } else {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            documents = self.places.in_documents(&stem)?;
            Some(documents.as_path())
        };
        let (workspace, recovery) = Workspace::recover(path, to, self.lang)?;
        let view = self.lay_out(workspace)?;
        Ok(Recovered { view, recovery })
    }
}
