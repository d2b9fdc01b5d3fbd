//! The program that shows a PDF on this computer. Printing is left to it: it knows the printers, and shows the page before
//! it costs paper. What is printed lies in a folder of ours that nobody else may read, where only the last pages stay, and
//! not even those when the application ends or starts again.

use crate::{bundle, places};
use portfolio::error::Words;
use portfolio::{Code, Error, Result, exchange};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// So long it may take to say that there is no such program; whoever shows the file runs on.
const PATIENCE: Duration = Duration::from_secs(3);

/// So long a program may take until it has read what it was given, however soon somebody quits.
pub(crate) const OPENING: Duration = Duration::from_secs(60);

#[derive(Debug, Clone)]
pub(crate) struct Viewer {
    pub(crate) opener: PathBuf,
    pub(crate) folder: PathBuf,
}

/// One window after the other: making room for new pages would take away those that another one is still writing.
static TURN: Mutex<()> = Mutex::new(());

impl Viewer {
    /// Has pages written where only the last ones stay, and opens them. Answers where they are.
    pub(crate) fn print(
        &self,
        name: &str,
        write: impl FnOnce(&Path) -> Result<()>,
    ) -> Result<PathBuf> {
        let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let path = self.place(name)?;
        write(&path)?;
        self.show(&path)?;
        Ok(path)
    }

    /// A path for pages that are to be shown. Earlier ones go, where the system lets go of what somebody looks at.
    fn place(&self, name: &str) -> Result<PathBuf> {
        self.clear(Duration::ZERO);
        make_private(&self.folder)?;
        // Windows takes a comma for the end of the path.
        Ok(places::free(&self.folder, &name.replace(',', " "), "pdf"))
    }

    /// Takes pages away that have lain there for so long.
    pub(crate) fn clear(&self, age: Duration) {
        for old in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let written = old.metadata().and_then(|it| it.modified());
            // A clock that was set back says nothing about age.
            let lain = written.ok().and_then(|it| it.elapsed().ok());
            if lain.is_none_or(|it| it >= age) {
                let _ = fs::remove_file(old.path());
            }
        }
    }

    /// Opens a file with whatever is meant for it.
    fn show(&self, path: &Path) -> Result<()> {
        let mut command = Command::new(&self.opener);
        command.arg(path).stdin(Stdio::null());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        bundle::leave(&mut command);
        let mut child = command.spawn().map_err(|_| no_viewer())?;
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            match child.try_wait() {
                Ok(Some(status)) if is_refusal(status) => return Err(no_viewer()),
                Ok(Some(_)) => return Ok(()),
                Ok(None) => thread::sleep(Duration::from_millis(20)),
                Err(_) => break,
            }
        }
        // Some are the program itself, which is waited for so that nothing of it is left when it ends.
        thread::spawn(move || child.wait());
        Ok(())
    }
}

/// Makes a folder that is its owner's alone, also where it was there already.
fn make_private(folder: &Path) -> Result<()> {
    let not_written = |cause: io::Error| exchange::not_written(folder, &cause);
    fs::create_dir_all(folder).map_err(not_written)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let shut = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
        shut.map_err(|cause| match cause.kind() {
            // It is somebody else's.
            io::ErrorKind::PermissionDenied => not_private(folder),
            _ => not_written(cause),
        })?;
        // Some file systems take it and leave everything as it was.
        let now = fs::metadata(folder).map_err(not_written)?;
        if now.permissions().mode() & 0o077 != 0 {
            return Err(not_private(folder));
        }
    }
    Ok(())
}

/// Windows answers with a number that says nothing.
fn is_refusal(status: ExitStatus) -> bool {
    !cfg!(windows) && !status.success()
}

/// What opens files on this system.
pub(crate) fn opener() -> PathBuf {
    PathBuf::from(if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    })
}

fn not_private(folder: &Path) -> Error {
    let folder = folder.display();
    Error::new(
        Code::ReadOnly,
        Words::new(
            format!(
                "The folder for printed pages, {folder}, cannot be kept from other people on this computer. Nothing was printed and no page was written; the portfolio is as it was."
            ),
            format!(
                "Le dossier des pages imprimées, {folder}, ne peut pas être fermé aux autres personnes de cet ordinateur. Rien n’a été imprimé et aucune page n’a été écrite ; le portefeuille est inchangé."
            ),
        ),
        Words::new(
            "Make the folder your own or remove it, then print again; or save the pages as PDF where you choose and print that file.",
            "Rendez-vous propriétaire du dossier ou supprimez-le, puis imprimez de nouveau ; ou enregistrez les pages en PDF à l’endroit de votre choix et imprimez ce fichier.",
        ),
    )
}

fn no_viewer() -> Error {
    Error::new(
        Code::Internal,
        Words::new(
            "No program that shows PDF files answered. Nothing was printed.",
            "Aucun programme affichant les fichiers PDF n’a répondu. Rien n’a été imprimé.",
        ),
        Words::new(
            "Save the picture as PDF and print it from a program of your choice.",
            "Enregistrez l’image en PDF et imprimez-la depuis le programme de votre choix.",
        ),
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn viewer(folder: &Path) -> Viewer {
        Viewer {
            opener: if cfg!(windows) { "where" } else { "true" }.into(),
            folder: folder.join("prints"),
        }
    }

    #[test]
    fn two_windows_that_print_at_once_take_nothing_away_from_each_other() {
        let home = tempfile::tempdir().unwrap();
        let window = || {
            for _ in 0..20 {
                let written = viewer(home.path()).print("Map", |path| {
                    exchange::save_with(path, |file| {
                        thread::sleep(Duration::from_millis(2));
                        std::io::Write::write_all(file, b"%PDF-")
                    })
                });
                written.unwrap();
            }
        };
        thread::scope(|scope| {
            let other = scope.spawn(window);
            window();
            other.join().unwrap();
        });
        let left = fs::read_dir(home.path().join("prints")).unwrap();
        assert_eq!(left.count(), 1);
    }

    fn files(home: &Path) -> usize {
        fs::read_dir(home.join("prints")).unwrap().count()
    }

    #[test]
    fn pages_stay_as_long_as_a_program_takes_to_open_them_and_no_longer() {
        let home = tempfile::tempdir().unwrap();
        let viewer = viewer(home.path());
        viewer.clear(Duration::ZERO);
        let print = || viewer.print("Map", |path| exchange::save(path, b"x"));
        let path = print().unwrap();
        viewer.clear(OPENING);
        assert_eq!(files(home.path()), 1, "somebody quits at once");
        let file = fs::File::options().write(true).open(&path).unwrap();
        file.set_modified(std::time::SystemTime::now() - OPENING)
            .unwrap();
        viewer.clear(OPENING);
        assert_eq!(files(home.path()), 0, "somebody quits later");
        print().unwrap();
        viewer.clear(Duration::ZERO);
        assert_eq!(files(home.path()), 0, "it starts again");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_on_this_computer_may_look_at_pages() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("prints");
        let mode = || fs::metadata(&folder).unwrap().permissions().mode() & 0o777;
        let print = || viewer(home.path()).print("Map", |path| exchange::save(path, b"x"));
        print().unwrap();
        assert_eq!(mode(), 0o700);
        // As an earlier release left it.
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        print().unwrap();
        assert_eq!(mode(), 0o700);
    }

    /// What is told where pages cannot lie; none is written there.
    fn told(folder: &Path) -> Error {
        let viewer = Viewer {
            folder: folder.to_owned(),
            ..viewer(folder)
        };
        let mut asked = false;
        let printed = viewer.print("Map", |_| {
            asked = true;
            Ok(())
        });
        let error = printed.unwrap_err();
        let said = folder.display().to_string();
        assert!(error.message.en.contains(&said) && error.message.fr.contains(&said));
        assert!(!asked, "no page is written to {said}");
        error
    }

    /// The rights of this folder are the system's to set, whoever asks.
    #[cfg(target_os = "linux")]
    #[test]
    fn no_page_is_written_where_others_may_look_at_it() {
        let error = told(Path::new("/proc/self/task"));
        assert_eq!(error.code, Code::ReadOnly);
        assert!(error.message.en.contains("other people"));
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_told_with_its_cause() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("prints");
        // Somebody put a file where the folder belongs.
        fs::write(&folder, "").unwrap();
        let error = told(&folder);
        assert_eq!(error.code, Code::FileExists);
        let cause = fs::create_dir(&folder).unwrap_err().to_string();
        assert!(error.message.en.contains(&cause), "{}", error.message.en);
        assert_eq!(fs::read(&folder).unwrap(), b"", "it is left alone");
        // A folder within what is no folder.
        let error = told(&folder.join("pages"));
        assert!(!error.message.en.contains("other people"));
    }

    #[test]
    fn pages_have_a_name_that_every_system_opens() {
        let home = tempfile::tempdir().unwrap();
        let path = viewer(home.path()).print("../North, 2026", |path| exchange::save(path, b"x"));
        assert_eq!(path.unwrap(), home.path().join("prints/North 2026.pdf"));
    }
}
