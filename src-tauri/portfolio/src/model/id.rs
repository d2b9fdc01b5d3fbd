//! Names of records: short text, unique in one portfolio, never reused.
//!
//! Whoever creates a record brings the id (a version 7 UUID in text), so that one batch of edits can create an
//! element and link to it, and so that edits stay pure functions. The text is shared, not copied: an id stands in
//! several look-ups of every portfolio.

use serde::{Deserialize, Serialize};
use specta::Type;
use std::fmt;
use std::sync::Arc;

/// The id of any record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct RecordId(#[specta(type = String)] Arc<str>);

/// Longest id that is accepted from outside.
const LONGEST: usize = 128;

/// Whether the text is 1 to 128 letters, digits, `-`, `_` or `.`.
pub(crate) fn well_formed(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= LONGEST
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}

impl RecordId {
    /// The settings record, of which there is exactly one.
    pub(super) fn of_settings() -> Self {
        Self("settings".into())
    }

    pub fn new(text: impl Into<Arc<str>>) -> Self {
        Self(text.into())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the text is 1 to 128 letters, digits, `-`, `_` or `.`.
    #[must_use]
    pub fn is_well_formed(&self) -> bool {
        well_formed(&self.0)
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
        #[serde(transparent)]
        pub struct $name(#[specta(type = String)] Arc<str>);

        impl $name {
            pub fn new(text: impl Into<Arc<str>>) -> Self {
                Self(text.into())
            }

            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Whether the text is 1 to 128 letters, digits, `-`, `_` or `.`.
            #[must_use]
            pub fn is_well_formed(&self) -> bool {
                well_formed(&self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<$name> for RecordId {
            fn from(id: $name) -> Self {
                Self(id.0)
            }
        }

        impl From<&$name> for RecordId {
            fn from(id: &$name) -> Self {
                Self(Arc::clone(&id.0))
            }
        }
    )+};
}

ids! {
    /// An element: a driver, an objective, an initiative, an indicator …
    ElementId,
    /// A link between two elements.
    LinkId,
    CanvasId,
    /// The place of one element on one canvas.
    PlacementId,
    /// A part of a canvas that is shown whole.
    FrameId,
    /// Words on a canvas that are no element yet.
    NoteId,
    /// One value of one indicator for one period.
    ReadingId,
    /// One status report of one element.
    StatusId,
    /// Where data comes from.
    SourceId,
    /// One import that was carried out.
    ImportId,
    /// A finding that somebody lives with.
    WaiverId,
    /// A rule that somebody wrote.
    RuleId,
}
