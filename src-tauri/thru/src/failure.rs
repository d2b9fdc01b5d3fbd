//! What goes wrong, told on standard error: what happened, where, what was kept, what to do. A program that asked
//! for JSON gets it as JSON.

use crate::terminal::clean;
use portfolio::error::{Code, Error, Words};
use portfolio::model::Lang;
use serde::Serialize;
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
                "C’est un défaut de Throughline ; merci de le signaler avec cette phrase.",
            ),
        ))
    }
}

const SCHEMA: &str = "throughline.error/1";

#[derive(Serialize)]
struct Told<'a> {
    schema: &'static str,
    code: Code,
    message: &'a str,
    hint: &'a str,
    /// Each fault of a document with its place; empty for other refusals.
    faults: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    line: usize,
    column: usize,
    /// RFC 6901.
    pointer: &'a str,
    message: &'a str,
}

/// Tells a failure and gives the exit status. A reader that closed the pipe has read enough.
pub(crate) fn tell(failure: &Failure, as_json: bool, lang: Lang) -> ExitCode {
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
        Failure::Refused(error) if as_json => {
            let _ = writeln!(stderr, "{}", json(error, lang));
        }
        Failure::Refused(error) => {
            let _ = writeln!(stderr, "{start}{}", error.message.get(lang));
            // The message has told the first.
            for fault in error.faults.iter().skip(1) {
                let (line, column) = (fault.line, fault.column);
                let place = match lang {
                    Lang::En => format!("line {line}, column {column}: "),
                    Lang::Fr => format!("ligne {line}, colonne {column}\u{a0}: "),
                };
                let _ = writeln!(stderr, "{gap}{place}{}.", clean(fault.words.get(lang)));
            }
            let hint = error.hint.get(lang);
            if !hint.is_empty() {
                let _ = writeln!(stderr, "{gap}{hint}");
            }
        }
    }
    ExitCode::from(2)
}

fn json(error: &Error, lang: Lang) -> String {
    let told = Told {
        schema: SCHEMA,
        code: error.code,
        message: error.message.get(lang),
        hint: error.hint.get(lang),
        faults: error
            .faults
            .iter()
            .map(|it| Place {
                line: it.line,
                column: it.column,
                pointer: &it.pointer,
                message: it.words.get(lang),
            })
            .collect(),
    };
    // Texts and numbers always become JSON; were it otherwise, the sentence is still told.
    serde_json::to_string_pretty(&told).unwrap_or_else(|_| error.message.get(lang).to_owned())
}
