//! A value, or the reason why there is none. Missing is not zero and not empty text.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Why a value is missing although the field was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// It exists and is not disclosed ("nfp", "exempt").
    Withheld,
    /// It need not exist here ("N/A").
    NotRequired,
    /// It should exist and was not given ("Not reported").
    NotReported,
    /// Nobody knows yet ("tbd"), or the text could not be read as a value.
    Unknown,
}

/// The reason, with the words that stood in the place of the value.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct Gap {
    pub reason: Reason,
    pub said: String,
}

/// A value or the reason why it is missing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Maybe<T> {
    Known(T),
    Missing(Gap),
}

/// A field that can be missing: `None` was never filled, `Missing` was answered without a value.
pub type Field<T> = Option<Maybe<T>>;

impl<T> Maybe<T> {
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(value) => Some(value),
            Self::Missing(_) => None,
        }
    }

    pub fn missing(reason: Reason, said: impl Into<String>) -> Self {
        Self::Missing(Gap {
            reason,
            said: said.into(),
        })
    }
}
