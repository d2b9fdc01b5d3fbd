//! `cargo xtask test [--fast]`: every check, the quick ones first, with a table of times and one closing line.
//!
//! A step runs unless one that it needs did not pass; so one call shows all that is wrong. Every step that
//! compiles the desktop application comes after `--fast` has ended.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::fault::Fault;
use crate::packages::Need;
use crate::place::Place;
use crate::spawn::{cargo, counted, loudly};
use crate::system::System;
use crate::tally::Tally;
use crate::{build, node, packages};

/// The crates that need no desktop.
const HEADLESS: [&str; 8] = [
    "--package",
    "portfolio",
    "--package",
    "press",
    "--package",
    "thru",
    "--package",
    "xtask",
];
/// The application with Tauri's mock runtime, which its tests need.
const APPLICATION: [&str; 4] = ["--package", "throughline", "--features", "test"];
/// After these words clippy's warnings are errors.
const STRICT: [&str; 3] = ["--", "-D", "warnings"];
/// After these words the test programs print what passed tests said, which names the tests that were skipped.
const OUTSPOKEN: [&str; 2] = ["--", "--show-output"];

enum Outcome {
    Passed,
    Failed(Fault),
    Skipped,
}

#[derive(Default)]
struct Report {
    steps: Vec<(&'static str, Outcome, Duration)>,
    tally: Tally,
}

/// # Errors
/// None of its own: what fails is in the report and in the exit status.
pub(crate) fn test(place: &Place, fast: bool) -> Result<ExitCode, Fault> {
    let mut report = Report::default();
    headless(place, &mut report);
    interface(place, &mut report);
    if fast {
        for name in [
            "app: packages",
            "app: clippy",
            "app: tests",
            "app: build",
            "app: journeys",
        ] {
            report.leave_out(name, "--fast");
        }
    } else {
        desktop(place, &mut report);
    }
    Ok(report.close())
}

fn headless(place: &Place, report: &mut Report) {
    let root = &place.root;
    report.step("format", &[], |_| {
        loudly(cargo(root).args(["fmt", "--all", "--check"]))
    });
    report.step("compiler", &[], |_| packages::ensure(&[Need::Compile]));
    report.step("house: clippy", &["compiler"], |_| {
        loudly(
            cargo(root)
                .arg("clippy")
                .args(HEADLESS)
                .arg("--all-targets")
                .args(STRICT),
        )?;
        // No test that runs by default, so `--all-targets` leaves it out.
        loudly(
            cargo(root)
                .args(["clippy", "--package", "xtask", "--test", "e2e"])
                .args(STRICT),
        )
    });
    report.step("house: tests", &["compiler"], |tally| {
        counted(
            cargo(root)
                .args(["test", "--no-fail-fast"])
                .args(HEADLESS)
                .args(OUTSPOKEN),
            tally,
        )
    });
    report.step("house: docs", &["compiler"], |_| {
        loudly(
            cargo(root)
                .args(["doc", "--no-deps"])
                .args(HEADLESS)
                .env("RUSTDOCFLAGS", "-D warnings"),
        )
    });
}

fn interface(place: &Place, report: &mut Report) {
    let ui = place.ui();
    let npm = |words: &[&str]| node::npm(&ui, words);
    report.step("ui: packages", &[], |_| node::ensure(&ui));
    report.step("ui: lint", &["ui: packages"], |_| {
        loudly(&mut npm(&["run", "lint"]))
    });
    report.step("ui: types", &["ui: packages"], |_| {
        loudly(&mut npm(&["run", "check"]))
    });
    report.step("ui: tests", &["ui: packages"], |tally| {
        counted(npm(&["test"]).env("NO_COLOR", "1"), tally)
    });
    report.step("ui: build", &["ui: packages"], |_| build::interface(place));
}

fn desktop(place: &Place, report: &mut Report) {
    let root = &place.root;
    report.step("app: packages", &[], |_| {
        packages::ensure(&[Need::Compile, Need::Desktop])
    });
    report.step("app: clippy", &["app: packages"], |_| {
        build::placeholder(place)?;
        loudly(
            cargo(root)
                .arg("clippy")
                .args(APPLICATION)
                .arg("--all-targets")
                .args(STRICT),
        )
    });
    report.step("app: tests", &["app: packages"], |tally| {
        build::placeholder(place)?;
        counted(
            cargo(root)
                .args(["test", "--no-fail-fast"])
                .args(APPLICATION)
                .args(OUTSPOKEN),
            tally,
        )
    });
    report.step("app: build", &["app: packages", "ui: build"], |_| {
        build::application(place).map(|_| ())
    });
    if System::here().is_linux() {
        report.step("app: journeys", &["app: build"], |tally| {
            journeys(place, tally)
        });
    } else {
        report.leave_out(
            "app: journeys",
            "they are driven through WebKitWebDriver, which only Linux has",
        );
    }
}

/// The journeys on the application just built. The pictures they take stay in `target/e2e`.
fn journeys(place: &Place, tally: &mut Tally) -> Result<(), Fault> {
    packages::ensure(&[Need::Journeys])?;
    counted(
        cargo(&place.root)
            .args(["test", "--package", "xtask", "--test", "e2e"])
            .args(OUTSPOKEN)
            .env("THROUGHLINE_APP", place.built("throughline"))
            .env(
                "THROUGHLINE_PICTURES",
                place.root.join("target").join("e2e"),
            ),
        tally,
    )
}

impl Report {
    fn step(
        &mut self,
        name: &'static str,
        needs: &[&str],
        work: impl FnOnce(&mut Tally) -> Result<(), Fault>,
    ) {
        let missing = self
            .steps
            .iter()
            .find(|(step, outcome, _)| needs.contains(step) && !matches!(outcome, Outcome::Passed));
        if let Some((step, _, _)) = missing {
            let reason = format!("`{step}` did not pass");
            return self.leave_out(name, &reason);
        }
        println!("\n── {name}");
        let failed_before = self.tally.failed();
        let start = Instant::now();
        let outcome = match work(&mut self.tally) {
            Ok(()) => Outcome::Passed,
            Err(fault) => {
                println!("{fault}");
                if self.tally.failed() == failed_before {
                    // No test runner counted this failure, so the sum would look clean.
                    self.tally.fail();
                }
                Outcome::Failed(fault)
            }
        };
        self.steps.push((name, outcome, start.elapsed()));
    }

    fn leave_out(&mut self, name: &'static str, reason: &str) {
        self.tally.skip(format!("{name}: {reason}"));
        self.steps.push((name, Outcome::Skipped, Duration::ZERO));
    }

    /// Prints what was skipped, the table of times, what failed, and the sum on a line of its own.
    fn close(&self) -> ExitCode {
        println!();
        for name in self.tally.skipped() {
            println!("skipped  {name}");
        }
        println!();
        for (name, outcome, took) in &self.steps {
            let word = match outcome {
                Outcome::Passed => "ok",
                Outcome::Failed(_) => "FAILED",
                Outcome::Skipped => "skipped",
            };
            println!("{name:<20} {word:<8} {:>7.1} s", took.as_secs_f64());
        }
        let total: Duration = self.steps.iter().map(|(_, _, took)| *took).sum();
        println!("{:<29} {:>7.1} s\n", "total", total.as_secs_f64());
        for (name, outcome, _) in &self.steps {
            if let Outcome::Failed(fault) = outcome {
                println!("FAILED  {name}: {fault}");
            }
        }
        let (passed, failed) = (self.tally.passed(), self.tally.failed());
        println!(
            "{passed} passed, {failed} failed, {} skipped",
            self.tally.skipped().len()
        );
        if failed == 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Report};
    use crate::fault::Fault;

    #[test]
    fn a_step_whose_need_failed_is_skipped_and_named() {
        let mut report = Report::default();
        report.step("build", &[], |_| Err(Fault::new("no")));
        report.step("journeys", &["build"], |_| Ok(()));
        assert!(matches!(report.steps[1].1, Outcome::Skipped));
        assert_eq!(report.tally.skipped(), ["journeys: `build` did not pass"]);
    }

    #[test]
    fn a_failed_check_without_tests_counts_as_one_failure() {
        let mut report = Report::default();
        report.step("format", &[], |_| Err(Fault::new("no")));
        assert_eq!(report.tally.failed(), 1);
    }

    #[test]
    fn failed_tests_are_not_counted_a_second_time_for_their_step() {
        let mut report = Report::default();
        report.step("tests", &[], |tally| {
            tally.read("test result: FAILED. 3 passed; 2 failed; 0 ignored");
            Err(Fault::new("no"))
        });
        assert_eq!(report.tally.failed(), 2);
    }
}
