//! What a rule of one's own is given to look at: plain values without a way back to the portfolio, so that they can
//! go to another thread and nothing that an expression does can reach a record.

use crate::model::{Date, Money};
use std::sync::Arc;

/// One value of a field. A field without a value is not there at all.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Fact {
    Truth(bool),
    Number(f64),
    Text(Arc<str>),
    /// Text in an expression, as `2026-11-22`: calendar dates without time zone compare as they read.
    Day(Date),
    Money(Money),
    Texts(Arc<[Arc<str>]>),
    Thing(Thing),
}

/// Something with fields: an element, its why card, a report.
#[derive(Debug, Clone)]
pub(super) struct Thing(pub(super) Arc<Inner>);

#[derive(Debug)]
pub(super) struct Inner {
    /// The id of an element; empty for what has none.
    pub(super) id: Arc<str>,
    /// What stands before the name of a field when it is missed: `why.`.
    pub(super) within: &'static str,
    /// An element that is not the one judged: what it misses is told with its name.
    pub(super) other: bool,
    pub(super) fields: Vec<(Arc<str>, Fact)>,
}

impl Thing {
    pub(super) fn get(&self, name: &str) -> Option<&Fact> {
        let found = self.0.fields.iter().find(|(it, _)| **it == *name);
        found.map(|(_, fact)| fact)
    }
}

impl PartialEq for Thing {
    /// An element is itself, whatever is known of it; anything else is what its fields say.
    fn eq(&self, other: &Self) -> bool {
        if self.0.id.is_empty() {
            Arc::ptr_eq(&self.0, &other.0) || self.0.fields == other.0.fields
        } else {
            self.0.id == other.0.id
        }
    }
}

/// A list of things, cut where it is too long.
#[derive(Debug, Clone, Default)]
pub(super) struct Things {
    pub(super) all: Arc<[Thing]>,
    /// How many there would be, when some were left out.
    pub(super) cut_from: Option<usize>,
}

/// Everything that the rules see when they judge one element. A variable that no rule asks for is not filled.
#[derive(Debug, Clone, Default)]
pub(super) struct Scene {
    pub(super) today: Option<Date>,
    pub(super) element: Option<Thing>,
    /// In the order of [`super::fields::VARIABLES`].
    pub(super) lists: [Option<Things>; super::fields::LISTS],
}

/// Which lists an expression names, and which fields of whatever it looks at: only those are collected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Needs {
    pub(super) lists: [bool; super::fields::LISTS],
    /// One bit for each field, in the order of the table.
    pub(super) fields: u128,
}

impl Needs {
    pub(super) fn or(mut self, other: Self) -> Self {
        for (one, more) in self.lists.iter_mut().zip(other.lists) {
            *one |= more;
        }
        self.fields |= other.fields;
        self
    }
}
