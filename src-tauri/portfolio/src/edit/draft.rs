//! A draft: the portfolio as it would be, kept beside the one that stands. Dropping it undoes everything.

use crate::model::{Change, Diff, Portfolio, Record};

#[derive(Debug)]
pub struct Draft<'a> {
    start: &'a Portfolio,
    /// Copied on the first change only, so that a refused batch costs nothing.
    now: Option<Portfolio>,
    changes: Vec<Change>,
}

impl<'a> Draft<'a> {
    #[must_use]
    pub fn new(start: &'a Portfolio) -> Self {
        Self {
            start,
            now: None,
            changes: Vec::new(),
        }
    }

    /// The portfolio with all changes of this draft so far.
    pub fn portfolio(&self) -> &Portfolio {
        self.now.as_ref().unwrap_or(self.start)
    }

    /// Adds or replaces a record.
    pub fn put(&mut self, record: Record) {
        let before = self.portfolio().current(&record);
        self.changes.push(Change {
            before,
            after: Some(record.clone()),
        });
        self.now().put(record);
    }

    /// Takes a record out.
    pub fn take(&mut self, record: Record) {
        self.now().remove(&record);
        self.changes.push(Change {
            before: Some(record),
            after: None,
        });
    }

    #[must_use]
    pub fn finish(self) -> Diff {
        Diff::squash(self.changes)
    }

    fn now(&mut self) -> &mut Portfolio {
        let start = self.start;
        self.now.get_or_insert_with(|| start.clone())
    }
}
