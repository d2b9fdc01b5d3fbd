//! Node and the packages of the interface: the right version, and `npm ci` only when the lock file changed.

use std::path::Path;
use std::process::Command;

use crate::fault::Fault;
use crate::spawn::{loudly, quietly};
use crate::system::System;

/// The oldest Node that the interface's tools run on.
const OLDEST: u32 = 20;

/// An npm call in the interface's folder.
pub(crate) fn npm(ui: &Path, words: &[&str]) -> Command {
    // On Windows npm is a batch file, which is only found with its ending.
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(words).current_dir(ui);
    command
}

/// Checks Node and installs the interface's packages if the lock file is not the one they came from.
///
/// # Errors
/// When Node is missing or too old, or npm fails.
pub(crate) fn ensure(ui: &Path) -> Result<(), Fault> {
    let version = checked_version()?;
    let lock = std::fs::read_to_string(ui.join("package-lock.json"))
        .map_err(|cause| Fault::new(format!("ui/package-lock.json cannot be read: {cause}.")))?;
    // The packages hold binaries for one system and one Node, so the stamp names them beside the lock.
    let stamp = format!(
        "{version} {} {}\n{lock}",
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    let stamp_path = ui.join("node_modules").join(".throughline-stamp");
    if std::fs::read_to_string(&stamp_path).is_ok_and(|kept| kept == stamp) {
        return Ok(());
    }
    loudly(&mut npm(ui, &["ci", "--no-audit", "--no-fund"]))?;
    std::fs::write(&stamp_path, stamp).map_err(|cause| {
        Fault::new(format!(
            "{} cannot be written: {cause}.",
            stamp_path.display()
        ))
    })
}

fn checked_version() -> Result<String, Fault> {
    let Some(version) = quietly(Command::new("node").arg("--version")) else {
        return Err(Fault::new(format!(
            "Node is missing. Throughline's interface is built with Node {OLDEST} or newer, with npm.\n{}",
            where_from(System::here())
        )));
    };
    let version = version.trim().to_owned();
    match major(&version) {
        Some(found) if found >= OLDEST => Ok(version),
        _ => Err(Fault::new(format!(
            "Node {version} is too old. Throughline's interface is built with Node {OLDEST} or newer.\n{}",
            where_from(System::here())
        ))),
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn where_from(system: System) -> &'static str {
    match system {
        System::Debian | System::Ubuntu => {
            "Install it with\n  sudo apt-get install nodejs npm\nor, where that one is older, from nodejs.org."
        }
        System::Fedora => "Install it with\n  sudo dnf install nodejs nodejs-npm",
        System::Arch => "Install it with\n  sudo pacman -S --needed nodejs npm",
        System::MacOs => "Install it with\n  brew install node\nor from nodejs.org.",
        System::Windows => "Install it with\n  winget install --id OpenJS.NodeJS.LTS",
        System::OtherLinux => "Install it from your distribution or from nodejs.org.",
    }
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read_from_what_node_prints() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20.20.2"), None);
        assert_eq!(major(""), None);
    }
}
