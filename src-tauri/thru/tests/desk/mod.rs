//! A folder with a built `thru` in it, as a user has them: real files, exit statuses, words on both outputs.
#![allow(dead_code, reason = "each test program uses its part of it")]

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

pub(crate) const FERRY: &str = r#"{
  "schema": "throughline.portfolio/1",
  "title": "Harbour",
  "elements": [
    {"id": "ship", "kind": "initiative", "title": "New ferry", "state": {"known": "active"},
     "budget": {"known": {"amount": "14000000", "currency": "EUR"}}},
    {"id": "hour", "kind": "objective", "title": "A crossing every hour",
     "why": {"text": "The island loses its doctor otherwise"}}
  ],
  "links": [{"id": "l", "kind": "contribution", "from": "ship", "to": "hour", "state": "accepted"}]
}"#;

pub(crate) struct Desk {
    folder: tempfile::TempDir,
}

pub(crate) struct Answer {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_thru"));
        command
            .current_dir(self.folder.path())
            .args(args)
            .stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Answer {
        self.command(args).output().unwrap().into()
    }

    /// Runs what must succeed without a word on standard error.
    pub(crate) fn ok(&self, args: &[&str]) -> String {
        let answer = self.run(args);
        assert_eq!(
            (answer.status, answer.err.as_str()),
            (0, ""),
            "{args:?}\n{}",
            answer.out
        );
        answer.out
    }

    pub(crate) fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.ok(args)).unwrap()
    }

    /// A portfolio with one ferry and one objective.
    pub(crate) fn harbour() -> Self {
        let desk = Self::new();
        desk.write("ferry.json", FERRY);
        desk.ok(&["new", "p.thru"]);
        desk.ok(&["import", "p.thru", "ferry.json"]);
        desk
    }
}
