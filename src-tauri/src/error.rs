//! A refusal as the page receives it: a code to react to, and words in the language of the window.

use portfolio::error::Owner;
use portfolio::model::Lang;
use portfolio::{Code, Error};
use serde::{Deserialize, Serialize};
use specta::Type;

/// The error of every command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Failure {
    pub code: Code,
    /// What happened and what was kept.
    pub message: String,
    /// What to do now.
    pub hint: String,
    /// Who has the file that is in use, when that is known.
    pub owner: Option<Owner>,
}

impl Failure {
    #[must_use]
    pub fn told(error: &Error, lang: Lang) -> Self {
        Self {
            code: error.code,
            message: error.message.get(lang).to_owned(),
            hint: error.hint.get(lang).to_owned(),
            owner: error.owner.as_deref().cloned(),
        }
    }
}

pub(crate) type Answer<T> = Result<T, Failure>;
