//! `thru`: Throughline without a window. Arguments in; the workspace or the press does the work; text or JSON out.
//!
//! One file per subcommand, each with its arguments and its answer. Exit status: 0 done, 1 findings at or above
//! `--fail-on`, 2 wrong usage, unusable input, or a gate with a rule that could not be run.

mod args;
mod check;
mod export;
mod failure;
mod findings;
mod gate;
mod import;
mod imported;
mod inspect;
mod mapping;
mod myths;
mod new;
mod recover;
mod roles;
mod rule;
mod sarif;
mod score;
mod since;
mod snapshot;
mod terminal;
mod untold;
mod verdicts;

use std::process::ExitCode;

fn main() -> ExitCode {
    args::run(std::env::args_os().collect())
}
