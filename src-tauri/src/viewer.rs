//! The program that shows a PDF on this computer. Printing is left to it: it knows the printers, and shows the page before
//! it costs paper. What is printed lies in a folder of ours, where only the last pages stay.

use crate::places;
use portfolio::error::Words;
use portfolio::{Code, Error, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// So long it may take to say that there is no such program; whoever shows the file runs on.
const PATIENCE: Duration = Duration::from_secs(3);

#[derive(Debug, Clone)]
pub(crate) struct Viewer {
    pub(crate) opener: PathBuf,
    pub(crate) folder: PathBuf,
}

impl Viewer {
    /// A path for pages that are to be shown. Earlier ones go, unless somebody still looks at them and holds them.
    pub(crate) fn place(&self, name: &str) -> Result<PathBuf> {
        for old in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let _ = fs::remove_file(old.path());
        }
        let _ = fs::create_dir_all(&self.folder);
        Ok(places::free(&self.folder, name, "pdf"))
    }

    /// Opens a file with whatever is meant for it.
    pub(crate) fn show(&self, path: &Path) -> Result<()> {
        let mut command = Command::new(&self.opener);
        command.arg(path).stdin(Stdio::null());
        command.stdout(Stdio::null()).stderr(Stdio::null());
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
