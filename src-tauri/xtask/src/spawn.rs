//! Starting other programs: loudly (their output is ours), quietly (we only read it), or counted (both).

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use crate::fault::Fault;
use crate::tally::Tally;

/// A cargo call in the root of the tree, with the very cargo that started this program.
pub(crate) fn cargo(root: &Path) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.current_dir(root);
    command
}

/// The call as a person would type it.
pub(crate) fn spelled(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(program.as_os_str());
    let mut line = name.to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

/// Runs the program with our own input and output.
///
/// # Errors
/// When it cannot be started or ends with another status than 0.
pub(crate) fn loudly(command: &mut Command) -> Result<(), Fault> {
    println!("$ {}", spelled(command));
    let status = command
        .status()
        .map_err(|cause| cannot_start(command, &cause))?;
    judged(command, status)
}

/// The program's standard output as text, if it could be started and ended well.
pub(crate) fn quietly(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs the program loudly and counts the closing lines of the test runners in its standard output.
///
/// # Errors
/// When it cannot be started or ends with another status than 0; its tests are counted either way.
pub(crate) fn counted(command: &mut Command, tally: &mut Tally) -> Result<(), Fault> {
    println!("$ {}", spelled(command));
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|cause| cannot_start(command, &cause))?;
    if let Some(output) = child.stdout.take() {
        let mut screen = std::io::stdout().lock();
        let mut reader = BufReader::new(output);
        let mut line = Vec::new();
        // Bytes, not text: a test may print what is not UTF-8. A closed screen is no reason to stop counting.
        while reader
            .read_until(b'\n', &mut line)
            .is_ok_and(|read| read > 0)
        {
            screen.write_all(&line).ok();
            tally.read(&String::from_utf8_lossy(&line));
            line.clear();
        }
    }
    let status = child
        .wait()
        .map_err(|cause| cannot_start(command, &cause))?;
    judged(command, status)
}

fn judged(command: &Command, status: ExitStatus) -> Result<(), Fault> {
    if status.success() {
        Ok(())
    } else {
        Err(Fault::new(format!(
            "`{}` ended with {status}.",
            spelled(command)
        )))
    }
}

fn cannot_start(command: &Command, cause: &std::io::Error) -> Fault {
    Fault::new(format!(
        "`{}` could not be started: {cause}.",
        spelled(command)
    ))
}

/// Whether a program of that name is on the search path.
pub(crate) fn on_path(name: &str) -> bool {
    find(name).is_some()
}

/// The whole path of a program on the search path.
pub(crate) fn find(name: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
}
