//! What the page may do is as little as it needs.

use crate::{application, bindings};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tauri::WebviewWindowBuilder;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn config() -> Value {
    serde_json::from_str(&read("tauri.conf.json")).unwrap()
}

/// The names between quotation marks after `commands.allow`.
fn permitted() -> BTreeSet<String> {
    let file = read("src-tauri/permissions/commands.toml");
    let list = file
        .split_once("commands.allow = [")
        .unwrap()
        .1
        .split_once(']')
        .unwrap()
        .0;
    list.split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_permission_lists_every_command_and_no_other() {
    assert_eq!(permitted(), bindings::commands());
}

#[test]
fn the_page_loads_nothing_from_elsewhere_and_runs_no_inline_script() {
    let security = &config()["app"]["security"];
    let policy = security["csp"].as_str().unwrap();
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    for wanted in [
        "script-src 'self';",
        "style-src 'self';",
        "base-uri 'none'",
        "form-action 'none'",
    ] {
        assert!(policy.contains(wanted), "{wanted} is missing in {policy}");
    }
    for refused in ["unsafe-inline", "unsafe-eval", "https:", "*", "blob:"] {
        assert!(!policy.contains(refused), "{refused} stands in {policy}");
    }
    assert_eq!(security["freezePrototype"], true);
}

#[test]
fn the_capability_is_the_least_that_the_page_needs() {
    let capability: Value =
        serde_json::from_str(&read("src-tauri/capabilities/main.json")).unwrap();
    let wanted = json!([
        "core:event:allow-listen",
        "core:event:allow-unlisten",
        "dialog:allow-open",
        "dialog:allow-save",
        "commands"
    ]);
    assert_eq!(capability["permissions"], wanted);
    assert_eq!(capability["windows"], json!(["main", "window-*"]));
    assert!(capability.get("remote").is_none());
    assert_eq!(config()["app"]["security"]["capabilities"], json!(["main"]));
    let files =
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src-tauri/capabilities")).unwrap();
    assert_eq!(files.count(), 1);
}

#[test]
fn a_call_that_was_not_granted_is_refused() {
    let app = application::start();
    for command in [
        "plugin:window|set_title",
        "plugin:window|set_fullscreen",
        "plugin:event|emit",
        "plugin:fs|read_file",
        "plugin:dialog|message",
    ] {
        let refusal = app.call(command, json!({})).unwrap_err();
        assert!(
            refusal.as_str().unwrap().contains("not allowed"),
            "{command}: {refusal}"
        );
    }
}

#[test]
fn every_window_of_ours_may_ask_for_the_same_and_a_foreign_one_for_nothing() {
    let app = application::start();
    app.call("new_window", json!({})).unwrap();
    assert!(app.call_in("window-2", "start", json!({})).is_ok());
    WebviewWindowBuilder::new(&app.app, "stranger", Default::default())
        .build()
        .unwrap();
    for (label, command) in [
        ("window-2", "plugin:window|set_title"),
        ("window-2", "plugin:event|emit"),
        ("stranger", "start"),
        ("stranger", "plugin:event|listen"),
    ] {
        let refusal = app.call_in(label, command, json!({})).unwrap_err();
        assert!(
            refusal.as_str().unwrap().contains("not allowed"),
            "{command} in {label}: {refusal}"
        );
    }
}

#[test]
fn a_page_from_elsewhere_reaches_no_command() {
    let app = application::start();
    for command in bindings::commands() {
        let refusal = app
            .call_from("https://example.org/", &command, json!({}))
            .unwrap_err();
        assert!(
            refusal.as_str().unwrap().contains("not allowed"),
            "{command}: {refusal}"
        );
    }
}
