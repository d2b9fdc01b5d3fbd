//! The why card: why an element exists, in the words of somebody who answers for it.

use super::{Date, ElementId};
use serde::{Deserialize, Serialize};
use specta::Type;

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Why {
    pub text: String,
    /// Who has something from it.
    pub for_whom: String,
    /// What they will notice.
    pub change: String,
    /// The indicator that will show it.
    pub proof: Option<ElementId>,
    pub until: Option<Date>,
    pub author: String,
    pub accepted_by: String,
    pub accepted_on: Option<Date>,
    pub reviewed_on: Option<Date>,
}

impl Why {
    /// Whether nothing at all was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}
