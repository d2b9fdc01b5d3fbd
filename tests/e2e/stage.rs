//! What a journey plays on: a virtual display of its own, folders of its own, a place for its pictures.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// A display and a home for one journey. Both are gone when it ends, the pictures stay.
pub(crate) struct Stage {
    name: &'static str,
    server: Child,
    display: String,
    home: TempDir,
    pictures: PathBuf,
}

impl Stage {
    /// Starts a display of 1280 × 800, the smallest window that must show everything.
    pub(crate) fn set(name: &'static str) -> Self {
        Self::of_size(name, "1280x800x24")
    }

    /// Starts a display on which two such windows stand side by side.
    pub(crate) fn set_wide(name: &'static str) -> Self {
        Self::of_size(name, "2576x816x24")
    }

    fn of_size(name: &'static str, screen: &str) -> Self {
        // `-displayfd` lets the server itself choose a number that is free, without a race.
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                screen,
                "-nolisten",
                "tcp",
            ])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb starts (package xvfb)");
        let mut number = String::new();
        let output = server.stdout.take().expect("its output was asked for");
        BufReader::new(output)
            .read_line(&mut number)
            .expect("Xvfb names its display");
        assert!(
            !number.trim().is_empty(),
            "Xvfb ended before it named a display"
        );

        let pictures = pictures().join(name);
        // Pictures of an earlier run would be taken for this one's.
        std::fs::remove_dir_all(&pictures).ok();
        std::fs::create_dir_all(&pictures).expect("a folder for the pictures");
        Self {
            name,
            server,
            display: format!(":{}", number.trim()),
            home: TempDir::new().expect("a folder for the journey"),
            pictures,
        }
    }

    /// The journey's own folder, where its portfolios lie.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// A copy of a committed fixture in the journey's own folder.
    pub(crate) fn prop(&self, fixture: &str) -> PathBuf {
        let source = root().join("tests/fixtures").join(fixture);
        let copy = self
            .home()
            .join(source.file_name().expect("a fixture is a file"));
        std::fs::copy(&source, &copy)
            .unwrap_or_else(|cause| panic!("{}: {cause}", source.display()));
        copy
    }

    /// Lets a program see this stage and nothing of the machine around it.
    pub(crate) fn dress(&self, command: &mut Command) {
        let folder = |name: &str| {
            let folder = self.home().join(name);
            std::fs::create_dir_all(&folder).expect("a folder in the journey's own");
            folder
        };
        command
            .env("DISPLAY", &self.display)
            .env("GDK_BACKEND", "x11")
            .env("LANG", "C.UTF-8")
            .env("LANGUAGE", "en")
            .env("HOME", self.home())
            .env("XDG_CONFIG_HOME", folder("config"))
            .env("XDG_DATA_HOME", folder("data"))
            .env("XDG_CACHE_HOME", folder("cache"))
            .env("XDG_RUNTIME_DIR", folder("runtime"))
            .env("NO_AT_BRIDGE", "1")
            // What a journey puts there stands in for a program of the system.
            .env("PATH", with_own(folder("bin")))
            .env_remove("WAYLAND_DISPLAY")
            // Another journey's application must not be taken for this one's first instance.
            .env_remove("DBUS_SESSION_BUS_ADDRESS");
    }

    /// A path among the pictures, for a file that the journey itself makes.
    pub(crate) fn kept(&self, file: &str) -> PathBuf {
        self.pictures.join(file)
    }

    /// Lets a script stand in for the program of that name.
    pub(crate) fn stand_in(&self, program: &str, script: &str) {
        let path = self.home().join("bin").join(program);
        std::fs::create_dir_all(path.with_file_name("")).expect("a folder for programs");
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("the script is written");
        let right = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(&path, right).expect("it can be started");
    }

    /// Takes a picture of the whole display. The driver's own screenshots hang with software rendering.
    pub(crate) fn picture(&self, name: &str) {
        let file = self.pictures.join(format!("{name}.png"));
        let taken = Command::new("timeout")
            .args(["20", "import", "-display", &self.display, "-window", "root"])
            .arg(&file)
            .status();
        match taken {
            Ok(status) if status.success() => println!("picture: {}", file.display()),
            other => println!("no picture {name} of {}: {other:?}", self.name),
        }
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

fn with_own(folder: PathBuf) -> std::ffi::OsString {
    let all = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder).chain(std::env::split_paths(&all));
    std::env::join_paths(folders).expect("a folder is a path")
}

/// The top of the source tree.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("the crate stands two folders below the root")
        .to_path_buf()
}

/// Where the pictures go: `THROUGHLINE_PICTURES`, or `target/e2e`.
fn pictures() -> PathBuf {
    std::env::var_os("THROUGHLINE_PICTURES")
        .map_or_else(|| root().join("target/e2e"), PathBuf::from)
}
