//! Rules of one's own: conditions that a portfolio office writes in the application, without a new build.
//!
//! A condition is an expression in CEL over plain facts ([`fact`], named by [`fields`]), collected through the
//! context ([`scene`]) and run on a worker ([`worker`]) within bounds ([`bounds`]): a rule that takes too much is
//! switched off with a message, and the rest of the check completes. A rule that came with a file is not even read
//! until somebody accepts it on this machine ([`accepted`]). No expression can read or write anything but its facts.

mod accepted;
mod advice;
mod bounds;
mod cel;
mod expression;
mod fact;
mod fields;
mod help;
mod judge;
mod message;
mod preview;
mod scene;
mod table;
mod tell;
#[cfg(test)]
mod tests;
mod watch;
mod worker;

pub use accepted::{Accepted, fingerprint};
pub use expression::{RulePart, RulePlace};
pub use help::{RuleHelp, Usable, rule_help};
pub(super) use judge::Own;
pub use preview::{RuleFault, RulePreview, preview};
pub use tell::own_text;

use crate::model::RuleId;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Most rules that are run in one portfolio: far more than anybody keeps an eye on.
const MOST_RULES: usize = 100;

/// Whether a rule of one's own is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Running {
    On,
    /// Somebody switched it off.
    Off,
    /// It came with the file and nobody has accepted it on this machine.
    NotAccepted,
    /// Its expressions cannot be read.
    Faulty,
    /// It took too many steps or too much time.
    SwitchedOff,
    /// More rules are on than are run.
    TooMany,
}

/// A rule of one's own and whether it is run, for the coverage of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OwnState {
    pub rule: RuleId,
    pub code: String,
    pub name: String,
    pub running: Running,
}
