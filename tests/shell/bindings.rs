//! The committed TypeScript is what the Rust types say now.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Line endings may differ with the system; nothing else may.
fn text(path: &Path) -> String {
    fs::read_to_string(path)
        .unwrap_or_default()
        .replace("\r\n", "\n")
}

fn made() -> String {
    let folder = tempfile::tempdir().unwrap();
    let made = folder.path().join("bindings.ts");
    throughline::bindings::export(&made).unwrap();
    text(&made)
}

/// The names of all commands, as the page calls them.
pub(crate) fn commands() -> BTreeSet<String> {
    let made = made();
    let calls = made
        .lines()
        .filter_map(|line| line.split_once("__TAURI_INVOKE<"));
    calls
        .filter_map(|(_, call)| call.split_once(">(\"")?.1.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn bindings_are_fresh() {
    let committed = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/api/bindings.ts");
    let made = made();
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        fs::write(&committed, &made).unwrap();
    }
    assert!(
        text(&committed) == made,
        "ui/src/api/bindings.ts is stale. Make it anew with \
         `UPDATE_BINDINGS=1 cargo test -p throughline --features test --test shell bindings`."
    );
}

#[test]
fn no_field_is_optional_and_no_plain_number_may_be_null() {
    let made = made();
    let block = |name: &str| {
        let start = made.find(&format!("export type {name} = ")).unwrap();
        made[start..].split_once(";\n\n").unwrap().0.to_owned()
    };
    assert!(!block("Element").contains("?:"), "{}", block("Element"));
    assert!(
        block("Placement").contains("x: number,"),
        "{}",
        block("Placement")
    );
    assert!(
        block("Contribution").contains("share: number | null,"),
        "{}",
        block("Contribution")
    );
}
