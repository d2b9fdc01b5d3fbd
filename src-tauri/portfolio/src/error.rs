//! What can go wrong, told so that a caller can react and a person knows what to do.
//!
//! A [`Code`] exists only when somebody reacts to it. Every error says what happened, what was kept and what
//! to do, in both languages; it never says where in the program it happened.

use crate::model::Lang;
use serde::{Deserialize, Serialize};
use specta::Type;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What the caller can react to. The user interface has one presentation line for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// A record named by the edit is not (or no longer) in the portfolio.
    NotFound,
    /// The same link stands already.
    AlreadyLinked,
    /// The id is already in use or is not a well-formed id.
    BadId,
    /// The link or field is not meant for that kind of element.
    NotAllowed,
    /// A value is outside what the field can hold.
    BadValue,
    /// There is nothing to undo or redo.
    NothingToUndo,
    /// No portfolio is open.
    NoPortfolio,
    /// Another portfolio is open now than the one that was meant.
    OtherPortfolio,
    /// The file was written by a newer Throughline.
    FileTooNew,
    /// The file is not a Throughline portfolio.
    NotAPortfolio,
    /// The file is damaged.
    FileDamaged,
    /// Another program or person holds the file.
    FileInUse,
    /// The file or its folder cannot be written.
    ReadOnly,
    /// The file changed outside since it was opened.
    ChangedOutside,
    /// The file or folder does not exist or cannot be read.
    FileUnreadable,
    /// A file of that name is already there.
    FileExists,
    /// The disk is full or failed.
    DiskFailed,
    /// The imported file is protected by a password.
    PasswordProtected,
    /// The imported file is larger than what is read.
    TooLarge,
    /// The imported file is empty or holds no table.
    NothingToImport,
    /// The imported file is not what its name says, or is cut off.
    NotReadable,
    /// A fault of Throughline itself.
    Internal,
}

/// One text in each language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub en: String,
    pub fr: String,
}

impl Words {
    pub fn new(en: impl Into<String>, fr: impl Into<String>) -> Self {
        Self {
            en: en.into(),
            fr: fr.into(),
        }
    }

    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
    }
}

/// One fault of a text document, with its place as an editor shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// JSON pointer (RFC 6901) of what it is about; empty for the whole document.
    pub pointer: String,
    pub words: Words,
}

/// Who has a file open, since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Owner {
    pub computer: String,
    pub process: u32,
    /// Local date and time there, as `2026-11-26 09:12`.
    pub since: String,
}

/// A refusal: nothing was changed by the operation that returned it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", message.en)]
pub struct Error {
    pub code: Code,
    /// What happened and what was kept.
    pub message: Box<Words>,
    /// What to do now.
    pub hint: Box<Words>,
    /// For a text document, its faults in their order; the message tells the first.
    pub faults: Vec<Fault>,
    /// Who has the file that is in use, when that is known.
    pub owner: Option<Box<Owner>>,
}

impl Error {
    #[must_use]
    pub fn new(code: Code, message: Words, hint: Words) -> Self {
        Self {
            code,
            message: Box::new(message),
            hint: Box::new(hint),
            faults: Vec::new(),
            owner: None,
        }
    }
}
