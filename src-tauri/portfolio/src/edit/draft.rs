//! A draft: changes made in place, taken back when it is dropped unfinished. A refused batch thus leaves the
//! portfolio as it was, and an accepted one costs what it touches and not a copy of everything.

use crate::model::{Change, Diff, Portfolio, Record};

#[derive(Debug)]
pub struct Draft<'a> {
    portfolio: &'a mut Portfolio,
    changes: Vec<Change>,
}

impl<'a> Draft<'a> {
    pub fn new(portfolio: &'a mut Portfolio) -> Self {
        Self {
            portfolio,
            changes: Vec::new(),
        }
    }

    /// The portfolio with all changes of this draft so far.
    pub fn portfolio(&self) -> &Portfolio {
        self.portfolio
    }

    /// Adds or replaces a record.
    pub fn put(&mut self, record: Record) {
        let before = self.portfolio.current(&record);
        self.portfolio.put(record.clone());
        self.changes.push(Change {
            before,
            after: Some(record),
        });
    }

    /// Takes a record out.
    pub fn take(&mut self, record: Record) {
        self.portfolio.remove(&record);
        self.changes.push(Change {
            before: Some(record),
            after: None,
        });
    }

    /// How many changes there are so far.
    pub fn count(&self) -> usize {
        self.changes.len()
    }

    /// The records that were not there before, from one change on.
    pub fn added(&self, since: usize) -> impl Iterator<Item = &Record> {
        let changes = self.changes.iter().skip(since);
        changes
            .filter(|it| it.before.is_none())
            .filter_map(|it| it.after.as_ref())
    }

    /// Keeps the changes.
    #[must_use]
    pub fn finish(mut self) -> Diff {
        Diff::squash(std::mem::take(&mut self.changes))
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        for Change { before, after } in self.changes.drain(..).rev() {
            match (before, after) {
                (Some(record), _) => self.portfolio.put(record),
                (None, Some(record)) => self.portfolio.remove(&record),
                (None, None) => {}
            }
        }
    }
}
