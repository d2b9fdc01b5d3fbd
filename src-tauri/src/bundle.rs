//! What an AppImage sets for itself and no other program may inherit: with the libraries of the bundle before its own,
//! whatever opens a file may not even start. Elsewhere there is nothing to do.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the bundle is mounted, which its runtime tells.
const FOLDER: &str = "APPDIR";
/// What else its runtime tells about itself.
const OF_RUNTIME: [&str; 4] = [FOLDER, "APPIMAGE", "ARGV0", "OWD"];

/// Has a program started as from outside the bundle.
pub(crate) fn leave(command: &mut Command) {
    if !cfg!(target_os = "linux") {
        return;
    }
    let Some(folder) = env::var_os(FOLDER).filter(|it| !it.is_empty()) else {
        return;
    };
    for (name, value) in changes(Path::new(&folder), env::vars_os()) {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
}

/// The variables that lead into a folder, with what is left of each without it.
fn changes(
    folder: &Path,
    all: impl Iterator<Item = (OsString, OsString)>,
) -> Vec<(OsString, Option<OsString>)> {
    all.filter_map(|(name, value)| {
        if OF_RUNTIME.iter().any(|it| *it == name) {
            return Some((name, None));
        }
        Some((name, without(folder, &value)?))
    })
    .collect()
}

/// A list of paths without those in a folder, or nothing where no other is left; none where it has none of them.
fn without(folder: &Path, value: &OsStr) -> Option<Option<OsString>> {
    let paths: Vec<PathBuf> = env::split_paths(value).collect();
    if !paths.iter().any(|it| it.starts_with(folder)) {
        return None;
    }
    // An empty path is the folder somebody happens to be in, which nobody meant.
    let left: Vec<_> = paths
        .into_iter()
        .filter(|it| !it.starts_with(folder) && !it.as_os_str().is_empty())
        .collect();
    Some(env::join_paths(left).ok().filter(|it| !it.is_empty()))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_leads_into_the_bundle_is_not_handed_on_and_all_else_is() {
        let all = [
            ("APPDIR", "/tmp/.mount_a"),
            ("APPIMAGE", "/home/ada/Throughline.AppImage"),
            ("LD_LIBRARY_PATH", "/tmp/.mount_a/usr/lib:"),
            ("PATH", "/tmp/.mount_a/usr/bin:/usr/local/bin:/usr/bin"),
            ("XDG_DATA_DIRS", "/tmp/.mount_a/usr/share:/usr/share"),
            ("GTK_PATH", "/tmp/.mount_a/usr/lib/gtk-3.0"),
            ("HOME", "/home/ada"),
            ("MANPATH", ":/opt/man"),
            ("OTHER", "/tmp/.mount_abc/usr"),
        ];
        let all = all
            .iter()
            .map(|(name, value)| (OsString::from(name), OsString::from(value)));
        let changed: Vec<_> = changes(Path::new("/tmp/.mount_a"), all)
            .into_iter()
            .map(|(name, value)| {
                let text = |it: OsString| it.to_string_lossy().into_owned();
                (text(name), value.map(text))
            })
            .collect();
        let gone = |name: &str| (name.to_owned(), None);
        let left = |name: &str, value: &str| (name.to_owned(), Some(value.to_owned()));
        assert_eq!(
            changed,
            [
                gone("APPDIR"),
                gone("APPIMAGE"),
                gone("LD_LIBRARY_PATH"),
                left("PATH", "/usr/local/bin:/usr/bin"),
                left("XDG_DATA_DIRS", "/usr/share"),
                gone("GTK_PATH"),
            ]
        );
    }
}
