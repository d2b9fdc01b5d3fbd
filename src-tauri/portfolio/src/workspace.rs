//! One open portfolio: the façade that the shell and the command line see.

use crate::edit::Label;
use crate::model::{Diff, Record};
use crate::rules::Finding;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What may be undone and redone now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Steps {
    pub undo: Option<Label>,
    pub redo: Option<Label>,
}

/// The answer to every change, and the event that other windows get.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Changed {
    /// Counts the states of this session; a mirror applies the diff only to the revision before.
    pub revision: u32,
    pub diff: Diff,
    pub findings: Vec<Finding>,
    pub steps: Steps,
}

/// Everything that a window needs to show a portfolio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct View {
    pub path: String,
    /// The file may be looked at and not changed, for the reason given by the message.
    pub read_only: Option<String>,
    pub revision: u32,
    pub records: Vec<Record>,
    pub findings: Vec<Finding>,
    pub steps: Steps,
    /// The date for which the rules were run.
    pub as_of: crate::model::Date,
    /// Version of the rule pack.
    pub pack: String,
}
