//! `cargo xtask`: the two commands of the README (`run` and `test`) and `bench`.
//!
//! This file owns the words of the command line and the exit status, nothing else. The crate uses the
//! standard library only, so that it compiles in a second on a machine that has nothing but Rust.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this is a program for a terminal: what it prints is its result"
)]

mod bench;
mod build;
mod fault;
mod node;
mod packages;
mod place;
mod run;
mod spawn;
mod system;
mod tally;
mod test;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use fault::Fault;
use place::Place;

const USAGE: &str = "\
usage: cargo xtask run [FILE]      set up, build and open Throughline, on FILE (.thru, .xlsx, .csv, …) if given;
                                  without a display the same job is done by the command line `thru`
       cargo xtask test [--fast]   set up and run every check; --fast stops before those that need the desktop parts
       cargo xtask bench [NAME]    run the benchmarks, or one of them; results in target/bench/NAME.json";

enum Task {
    Run { file: Option<PathBuf> },
    Test { fast: bool },
    Bench { name: Option<String> },
    Help,
}

fn main() -> ExitCode {
    let outcome = parse(std::env::args_os().skip(1).collect()).and_then(perform);
    match outcome {
        Ok(code) => code,
        Err(fault) => {
            eprintln!("{fault}");
            fault.code()
        }
    }
}

fn parse(words: Vec<OsString>) -> Result<Task, Fault> {
    let mut words = words.into_iter();
    let Some(verb) = words.next() else {
        return Ok(Task::Help);
    };
    let argument = words.next();
    if let Some(extra) = words.next() {
        return Err(unknown(&extra));
    }
    match (verb.to_str(), argument) {
        (Some("run"), file) => Ok(Task::Run {
            file: file.map(PathBuf::from),
        }),
        (Some("test"), None) => Ok(Task::Test { fast: false }),
        (Some("test"), Some(flag)) if flag == "--fast" => Ok(Task::Test { fast: true }),
        (Some("bench"), None) => Ok(Task::Bench { name: None }),
        (Some("bench"), Some(name)) => match name.into_string() {
            Ok(name) => Ok(Task::Bench { name: Some(name) }),
            Err(name) => Err(unknown(&name)),
        },
        (Some("help" | "--help" | "-h"), None) => Ok(Task::Help),
        (_, Some(argument)) => Err(unknown(&argument)),
        (_, None) => Err(unknown(&verb)),
    }
}

fn unknown(word: &std::ffi::OsStr) -> Fault {
    Fault::usage(format!(
        "xtask does not know `{}`.\n{USAGE}",
        word.display()
    ))
}

fn perform(task: Task) -> Result<ExitCode, Fault> {
    match task {
        Task::Help => {
            println!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        Task::Run { file } => run::run(&Place::find()?, file),
        Task::Test { fast } => test::test(&Place::find()?, fast),
        Task::Bench { name } => bench::bench(&Place::find()?, name.as_deref()),
    }
}
