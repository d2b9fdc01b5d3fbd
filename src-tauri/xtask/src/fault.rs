//! Why a task could not be done, in words for the person at the terminal, and the exit status that goes with it.

use std::fmt;
use std::process::ExitCode;

/// A task that could not be done. The text says what happened and what to do.
#[derive(Debug)]
pub(crate) struct Fault {
    said: String,
    status: u8,
}

impl Fault {
    /// Something on this machine or in the tree is not as it must be: exit status 1.
    pub(crate) fn new(said: impl Into<String>) -> Self {
        Self {
            said: said.into(),
            status: 1,
        }
    }

    /// The command was called in a way it does not understand: exit status 2.
    pub(crate) fn usage(said: impl Into<String>) -> Self {
        Self {
            said: said.into(),
            status: 2,
        }
    }

    pub(crate) fn code(&self) -> ExitCode {
        ExitCode::from(self.status)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.said)
    }
}
