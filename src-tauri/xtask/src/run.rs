//! `cargo xtask run [FILE]`: set up, build, open. Without a display, the same job through the command line.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::fault::Fault;
use crate::packages::Need;
use crate::place::Place;
use crate::spawn::loudly;
use crate::system::System;
use crate::{build, node, packages};

/// What the portfolio is called that is made when no file is given.
const SAMPLE: &str = "sample";

/// # Errors
/// When FILE is not there, something is missing on this machine, or a program that does the job fails.
pub(crate) fn run(place: &Place, file: Option<PathBuf>) -> Result<ExitCode, Fault> {
    let file = file.map(|file| checked(&file)).transpose()?;
    if System::here().has_display() {
        open(place, file.as_deref())
    } else {
        println!(
            "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.\n\
             The same job is done by Throughline's command line."
        );
        headless(place, file.as_deref())
    }
}

/// The file's absolute path, since the programs we start stand in another folder.
fn checked(file: &Path) -> Result<PathBuf, Fault> {
    if !file.is_file() {
        return Err(Fault::usage(format!(
            "There is no file {}. Nothing was built or changed; give the path of a portfolio (.thru) or of a table (.xlsx, .csv, …).",
            file.display()
        )));
    }
    std::path::absolute(file).map_err(|cause| Fault::usage(format!("{}: {cause}.", file.display())))
}

fn open(place: &Place, file: Option<&Path>) -> Result<ExitCode, Fault> {
    packages::ensure(&[Need::Compile, Need::Desktop])?;
    node::ensure(&place.ui())?;
    build::interface(place)?;
    let mut application = Command::new(build::application(place)?);
    if let Some(file) = file {
        application.arg(file);
    }
    loudly(&mut application)?;
    Ok(ExitCode::SUCCESS)
}

fn headless(place: &Place, file: Option<&Path>) -> Result<ExitCode, Fault> {
    packages::ensure(&[Need::Compile])?;
    let thru = build::command_line(place)?;
    let name = file
        .and_then(Path::file_stem)
        .map_or(SAMPLE.into(), OsStr::to_string_lossy);
    let folder = new_folder(&name)?;
    let page = folder.join(format!("{name}.html"));

    let portfolio = match file {
        Some(portfolio) if has_ending(portfolio, "thru") => portfolio.to_path_buf(),
        Some(source) => {
            let portfolio = folder.join(format!("{name}.thru"));
            loudly(Command::new(&thru).arg("new").arg(&portfolio))?;
            loudly(Command::new(&thru).arg("import").args([&portfolio, source]))?;
            portfolio
        }
        None => {
            let portfolio = folder.join(format!("{name}.thru"));
            loudly(
                Command::new(&thru)
                    .args(["new", "--sample"])
                    .arg(&portfolio),
            )?;
            portfolio
        }
    };
    loudly(Command::new(&thru).arg("check").arg(&portfolio))?;
    loudly(
        Command::new(&thru)
            .arg("snapshot")
            .arg(&portfolio)
            .arg("--to")
            .arg(&page),
    )?;
    println!("\nThe portfolio: {}", portfolio.display());
    println!(
        "The snapshot:  {}  (one file, opens in any browser)",
        page.display()
    );
    Ok(ExitCode::SUCCESS)
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

/// A folder that did not exist before, so that nothing of the user's is overwritten or littered.
fn new_folder(name: &str) -> Result<PathBuf, Fault> {
    let parent = std::env::temp_dir();
    for number in 1..10_000 {
        let folder = parent.join(format!("throughline-{name}-{number}"));
        match std::fs::create_dir(&folder) {
            Ok(()) => return Ok(folder),
            Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(cause) => {
                return Err(Fault::new(format!(
                    "{} cannot be made: {cause}.",
                    folder.display()
                )));
            }
        }
    }
    Err(Fault::new(format!(
        "{} is full of results of earlier runs (throughline-…); remove some.",
        parent.display()
    )))
}

#[cfg(test)]
mod tests {
    use super::{checked, has_ending};
    use std::path::Path;

    #[test]
    fn a_portfolio_is_known_by_its_ending_in_any_case() {
        assert!(has_ending(Path::new("a/Plan.THRU"), "thru"));
        assert!(!has_ending(Path::new("a/thru"), "thru"));
    }

    #[test]
    fn a_file_that_is_not_there_is_refused_before_anything_is_built() {
        let refusal = checked(Path::new("no/such/plan.xlsx")).err();
        assert!(refusal.is_some_and(|fault| fault.to_string().contains("no/such/plan.xlsx")));
    }
}
