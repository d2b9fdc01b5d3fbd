//! What goes wrong, told on standard error: what happened, where, what was kept, what to do.

use portfolio::error::{Code, Error, Words};
use portfolio::model::Lang;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// How a subcommand ended when nothing went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Done,
    /// There are findings at or above `--fail-on`.
    Found,
}

#[derive(Debug)]
pub(crate) enum Failure {
    /// The house refused; nothing was changed by what it refused.
    Refused(Error),
    /// Standard output cannot be written.
    Output(std::io::Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Output(error)
    }
}

impl Failure {
    /// A wrong argument: what is wrong, and what is possible.
    pub(crate) fn wrong(message: Words, hint: Words) -> Self {
        Self::Refused(Error::new(Code::BadValue, message, hint))
    }

    pub(crate) fn not_json(fault: &serde_json::Error) -> Self {
        Self::Refused(Error::new(
            Code::Internal,
            Words::new(
                format!("The answer could not be written as JSON ({fault})."),
                format!("La réponse n’a pas pu être écrite en JSON ({fault})."),
            ),
            Words::new(
                "This is a fault of Throughline; please report it with this sentence.",
                "C’est un défaut de Throughline ; merci de le signaler avec cette phrase.",
            ),
        ))
    }
}

/// Tells a failure and gives the exit status. A reader that closed the pipe has read enough.
pub(crate) fn tell(failure: &Failure, lang: Lang) -> ExitCode {
    let mut stderr = std::io::stderr().lock();
    let (start, gap) = match lang {
        Lang::En => ("error: ", "       "),
        Lang::Fr => ("erreur\u{a0}: ", "         "),
    };
    // Where standard error is closed too there is nobody left to tell.
    match failure {
        Failure::Output(fault) if fault.kind() == ErrorKind::BrokenPipe => {
            return ExitCode::SUCCESS;
        }
        Failure::Output(fault) => {
            let _ = writeln!(stderr, "{start}{fault}");
        }
        Failure::Refused(error) => {
            let _ = writeln!(stderr, "{start}{}", error.message.get(lang));
            let hint = error.hint.get(lang);
            if !hint.is_empty() {
                let _ = writeln!(stderr, "{gap}{hint}");
            }
        }
    }
    ExitCode::from(2)
}
