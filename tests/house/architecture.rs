//! Who may import whom, as ARCHITECTURE.md draws it. The tables are the drawing; a test per sentence holds it.

use crate::sources::{Source, files, room_of, root};

const HOUSE: &str = "src-tauri/portfolio/src";
const UI: &str = "ui/src";

/// Each room of the headless crate and the rooms that it may name. Errors may be named everywhere.
const ROOMS: &[(&str, &[&str])] = &[
    ("model", &[]),
    // A new element finds its free place by the layout, which is plain geometry.
    ("edit", &["model", "layout"]),
    // The plain value `Edit` only: a finding's fix.
    ("rules", &["model", "edit"]),
    ("ladder", &["model", "rules"]),
    ("myths", &["model", "rules"]),
    ("layout", &["model"]),
    // The plain value `Label` only: what a step in the history is called.
    ("store", &["model", "edit"]),
    ("exchange", &["model"]),
    // The drawing of a portfolio for tests says which findings it expects.
    ("fixture", &["model", "rules"]),
    ("error", &["model"]),
    (
        "workspace",
        &[
            "model", "edit", "rules", "ladder", "myths", "layout", "store", "exchange",
        ],
    ),
    (
        "lib",
        &[
            "model",
            "edit",
            "rules",
            "ladder",
            "myths",
            "layout",
            "store",
            "exchange",
            "workspace",
        ],
    ),
];
const ERRORS: [&str; 4] = ["error", "Error", "Code", "Result"];

/// Each folder of the interface and the folders that it may import.
const FOLDERS: &[(&str, &[&str])] = &[
    ("api", &[]),
    ("model", &["api"]),
    // The canvas says which words it needs; it never fetches them.
    ("words", &["api", "canvas"]),
    ("kit", &[]),
    ("canvas", &["api", "model", "kit"]),
    ("panels", &["api", "model", "kit", "words"]),
    (
        "shell",
        &["api", "model", "kit", "words", "canvas", "panels"],
    ),
    ("main", &["api", "model", "kit", "words", "shell"]),
];

/// Asserts that no source breaks the sentence, naming every one that does.
fn hold(sentence: &str, sources: &[Source], broken: impl Fn(&Source) -> Option<String>) {
    let faults: Vec<String> = sources
        .iter()
        .filter_map(|source| broken(source).map(|what| format!("  {}: {what}", source.path)))
        .collect();
    assert!(faults.is_empty(), "{sentence}\n{}", faults.join("\n"));
}

fn names_any(source: &Source, words: &[&str]) -> Option<String> {
    let code = source.code();
    let word = words.iter().find(|word| code.contains(**word))?;
    Some(format!("names {word}"))
}

fn allowed<'a>(table: &[(&str, &'a [&'a str])], room: &str) -> &'a [&'a str] {
    table
        .iter()
        .find(|(name, _)| *name == room)
        .map(|(_, may)| *may)
        .unwrap_or_else(|| {
            panic!("`{room}` is a new room: give it a line in this file and in ARCHITECTURE.md")
        })
}

#[test]
fn rooms_of_the_house_name_only_the_rooms_they_may() {
    let sources = files(HOUSE, &["rs"]);
    assert!(sources.len() > 20, "the house was not found");
    hold(
        "A room names another that it may not.",
        &sources,
        |source| {
            let room = source.room(HOUSE);
            let may = allowed(ROOMS, room);
            let mut may = may.to_vec();
            if source.path.contains("/tests/") {
                // Tests draw their portfolios, whatever the room.
                may.push("fixture");
            }
            source
                .rust_rooms()
                .into_iter()
                .find(|named| {
                    named != room
                        && !may.contains(&named.as_str())
                        && !ERRORS.contains(&named.as_str())
                })
                .map(|named| format!("{room} names {named}"))
        },
    );
}

#[test]
fn rules_name_the_plain_edit_but_never_the_draft() {
    hold(
        "A rule judges and proposes; it never edits.",
        &files(&format!("{HOUSE}/rules"), &["rs"]),
        |source| names_any(source, &["Draft", "edit::apply"]),
    );
}

#[test]
fn the_store_keeps_the_label_of_an_edit_and_knows_no_verb() {
    hold(
        "The store writes diffs; it never edits.",
        &files(&format!("{HOUSE}/store"), &["rs"]),
        |source| {
            let code = source.code();
            let named = code
                .split("edit::")
                .skip(1)
                .find(|rest| !rest.starts_with("Label"))?;
            Some(format!(
                "names edit::{}",
                named.lines().next().unwrap_or_default()
            ))
        },
    );
}

#[test]
fn only_the_store_names_the_database() {
    let mut sources = files(HOUSE, &["rs"]);
    sources.retain(|source| source.room(HOUSE) != "store");
    for folder in ["src-tauri/src", "src-tauri/press", "src-tauri/thru"] {
        sources.extend(files(folder, &["rs"]));
    }
    hold("SQL stands in the store alone.", &sources, |source| {
        names_any(source, &["rusqlite"])
    });
}

#[test]
fn no_clock_and_no_chance_below_the_workspace() {
    // The lock tells another program since when it is held, and a rule of one's own is switched off when it takes too
    // long: facts of the machine, not of the portfolio.
    let machine = [
        "store/lock.rs",
        "rules/own/watch.rs",
        "rules/own/tests/bounded.rs",
    ];
    let machine = machine.map(|it| format!("{HOUSE}/{it}"));
    let mut sources = files(HOUSE, &["rs"]);
    sources.retain(|source| source.room(HOUSE) != "workspace" && !machine.contains(&source.path));
    let words = [
        "SystemTime::now",
        "Instant::now",
        "Utc::now",
        "Local::now",
        "Uuid::now_v7",
        "Uuid::new_v4",
    ];
    hold("Time and ids are passed in.", &sources, |source| {
        names_any(source, &words)
    });
}

#[test]
fn only_the_application_package_depends_on_tauri() {
    let manifests = files("src-tauri", &["toml"]);
    let crates: Vec<Source> = manifests
        .into_iter()
        .filter(|source| source.path.ends_with("/Cargo.toml"))
        .collect();
    assert_eq!(crates.len(), 4, "portfolio, press, thru and xtask");
    hold(
        "Tauri stands in the root manifest alone.",
        &crates,
        |source| {
            let line = source.text.lines().find(|line| line.starts_with("tauri"))?;
            Some(format!("has `{line}`"))
        },
    );
    assert!(root().join("Cargo.toml").is_file());
}

#[test]
fn a_rule_and_its_footing_fit_on_two_hundred_and_thirty_lines() {
    // Rules stand in the folders of their families; what stands beside them, the context, and what runs rules of one's
    // own, is the engine. Thirty of the lines are for what a rule has to find before its silence says anything.
    let mut rules = files(&format!("{HOUSE}/rules"), &["rs"]);
    rules.retain(|source| {
        source.path[HOUSE.len()..].split('/').count() > 3
            && !source.path.contains("/context/")
            && !source.path.contains("/own/")
    });
    assert!(rules.len() > 8);
    hold("A rule is one idea.", &rules, |source| {
        let lines = source.text.lines().count();
        (lines > 230).then(|| format!("{lines} lines"))
    });
}

#[test]
fn folders_of_the_interface_import_only_the_folders_they_may() {
    // A test may take the real words where the code takes what it is given.
    let mut sources = files(UI, &["ts", "tsx"]);
    sources.retain(|source| !source.path.contains(".test."));
    hold(
        "A folder imports another that it may not.",
        &sources,
        |source| {
            // A test stands outside of what it tests.
            if source.path.contains(".test.") {
                return None;
            }
            let folder = source.room(UI);
            let may = allowed(FOLDERS, folder);
            source
                .imports()
                .iter()
                .filter_map(|import| import.strip_prefix(UI).map(room_of))
                .find(|named| *named != folder && !may.contains(named))
                .map(|named| format!("{folder} imports {named}"))
        },
    );
}

#[test]
fn only_the_api_folder_of_the_interface_names_tauri() {
    let mut sources = files(UI, &["ts", "tsx"]);
    sources.retain(|source| source.room(UI) != "api");
    hold("The host stands behind ui/src/api.", &sources, |source| {
        names_any(source, &["@tauri-apps", "__TAURI"])
    });
}

#[test]
fn no_type_check_of_the_interface_is_switched_off() {
    hold(
        "The type checker is right.",
        &files(UI, &["ts", "tsx"]),
        |source| {
            ["@ts-ignore", "@ts-nocheck", "@ts-expect-error"]
                .into_iter()
                .find(|mark| source.text.contains(mark))
                .map(str::to_owned)
        },
    );
}

#[test]
fn every_library_has_its_reason_and_licence_in_the_map() {
    let map = std::fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map");
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("the root manifest");
    let crates = manifest
        .split("[workspace.dependencies]")
        .nth(1)
        .and_then(|rest| rest.split("\n[").next())
        .expect("the shared dependencies")
        .lines()
        .filter(|line| !line.contains("path = "))
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.to_owned());
    let package = std::fs::read_to_string(root().join("ui/package.json")).expect("the interface");
    let package: serde_json::Value = serde_json::from_str(&package).expect("JSON");
    let packages = ["dependencies", "devDependencies"]
        .into_iter()
        .filter_map(|list| package[list].as_object())
        .flat_map(|list| list.keys().cloned());
    let untold: Vec<String> = crates
        .chain(packages)
        .filter(|name| !map.contains(&format!("`{name}`")))
        .collect();
    assert!(
        untold.is_empty(),
        "no line in ARCHITECTURE.md for {untold:?}"
    );
}
