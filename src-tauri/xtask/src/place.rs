//! Where things stand: the root of the source tree and the folder cargo builds into.

use std::path::{Path, PathBuf};

use crate::fault::Fault;

/// The folders every task works in.
#[derive(Debug)]
pub(crate) struct Place {
    /// The top of the source tree.
    pub(crate) root: PathBuf,
    /// Cargo's target folder: `CARGO_TARGET_DIR` if set, else `target` in the root.
    pub(crate) target: PathBuf,
}

impl Place {
    /// # Errors
    /// When the tree that this program was compiled from is gone.
    pub(crate) fn find() -> Result<Self, Fault> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here
            .ancestors()
            .nth(2)
            .filter(|root| root.join("Cargo.toml").is_file())
            .ok_or_else(|| {
                Fault::new(format!(
                    "The source tree around {} is gone; run `cargo xtask` inside a clone of Throughline.",
                    here.display()
                ))
            })?
            .to_path_buf();
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(chosen) => root.join(chosen),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    pub(crate) fn ui(&self) -> PathBuf {
        self.root.join("ui")
    }

    /// A program that cargo built with the development profile.
    pub(crate) fn built(&self, name: &str) -> PathBuf {
        self.target
            .join("debug")
            .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }
}
