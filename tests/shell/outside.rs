//! A file that is in use, that others change or that is damaged, as the page meets it.

use crate::application::{self, Application};
use serde_json::{Value, json};
use std::fs;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tauri::Listener;

fn opened() -> Application {
    let app = application::start();
    app.call(
        "create",
        json!({ "path": app.path("a.thru"), "title": "Valmere Transit" }),
    )
    .unwrap();
    add(&app, "first").unwrap();
    app
}

fn add(app: &Application, id: &str) -> Result<Value, Value> {
    let edit =
        json!({ "type": "add_element", "id": id, "kind": "initiative", "title": id, "spot": null });
    app.call(
        "edit",
        json!({ "session": app.session(), "edits": [edit], "origin": { "from": "typed" } }),
    )
}

fn open(app: &Application, path: &str, read_only: bool) -> Result<Value, Value> {
    app.call("open", json!({ "path": path, "readOnly": read_only }))
}

/// One of the ways in which what has grown apart becomes one again.
fn decide(app: &Application, way: &str) -> Result<Value, Value> {
    app.call(way, json!({ "session": app.session() }))
}

fn ids(view: &Value) -> Vec<&str> {
    let records = view["records"].as_array().unwrap().iter();
    records
        .filter(|it| it["type"] == "element")
        .filter_map(|it| it["record"]["id"].as_str())
        .collect()
}

/// Somebody else, who works on a copy of the file and puts it in the place of the file.
fn elsewhere(app: &Application, id: &str) {
    let copy = app.path("copy.thru");
    fs::copy(app.path("a.thru"), &copy).unwrap();
    let other = application::start();
    open(&other, &copy, false).unwrap();
    add(&other, id).unwrap();
    other.call("close", json!({})).unwrap();
    fs::rename(copy, app.path("a.thru")).unwrap();
}

fn hearing(app: &Application, event: &str) -> Receiver<Value> {
    hearing_in(app, "main", event)
}

fn hearing_in(app: &Application, label: &str, event: &str) -> Receiver<Value> {
    let (told, heard) = channel();
    app.window(label).listen(event, move |event| {
        let _ = told.send(serde_json::from_str(event.payload()).unwrap());
    });
    heard
}

const SOON: Duration = Duration::from_secs(20);

#[test]
fn a_file_in_use_is_refused_with_who_has_it_and_since_when_and_can_be_read() {
    let app = opened();
    let other = application::start();
    let path = app.path("a.thru");
    let refusal = open(&other, &path, false).unwrap_err();
    assert_eq!(refusal["code"], "file_in_use");
    assert!(!refusal["owner"]["computer"].as_str().unwrap().is_empty());
    let since = refusal["owner"]["since"].as_str().unwrap();
    assert_eq!(since.len(), "2026-11-26 09:12".len(), "{since}");

    let view = open(&other, &path, true).unwrap();
    assert!(view["read_only"].is_string());
    assert_eq!(add(&other, "b").unwrap_err()["code"], "read_only");
    assert_eq!(
        open(&other, &path, false).unwrap_err()["code"],
        "file_in_use"
    );
    app.call("close", json!({})).unwrap();
    assert_eq!(
        open(&other, &path, false).unwrap()["read_only"],
        Value::Null
    );
    add(&other, "b").unwrap();
}

#[test]
fn a_refusal_that_is_not_about_a_file_in_use_names_nobody() {
    let app = application::start();
    let refusal = app.call("view", json!({})).unwrap_err();
    assert_eq!(refusal["owner"], Value::Null);
}

#[test]
fn a_change_outside_is_told_without_being_asked_and_merged_as_one_step() {
    let app = opened();
    let heard = hearing(&app, "grown-apart");
    elsewhere(&app, "theirs");
    let event = heard.recv_timeout(SOON).unwrap();
    assert_eq!(event["apart"]["found"], "forked");
    assert_eq!(event["apart"]["theirs"], 1);

    assert_eq!(add(&app, "mine").unwrap_err()["code"], "changed_outside");
    let apart = app.call("look", json!({})).unwrap();
    assert_eq!(apart["waiting"], true);
    let done = decide(&app, "reconcile").unwrap();
    assert_eq!(done["refused"], Value::Null);
    assert_eq!(done["changed"]["revision"], 2);
    let view = app.call("view", json!({})).unwrap();
    assert_eq!(ids(&view), ["first", "mine", "theirs"]);
    assert_eq!(app.call("look", json!({})).unwrap(), Value::Null);
}

#[test]
fn what_was_done_here_goes_on_in_a_copy_and_the_file_is_left_to_the_others() {
    let app = opened();
    elsewhere(&app, "theirs");
    let view = decide(&app, "keep_copy").unwrap();
    assert_eq!(ids(&view), ["first"]);
    let path = view["path"].as_str().unwrap();
    assert!(path.contains("a (copy, "), "{path}");
    add(&app, "mine").unwrap();
    let other = application::start();
    let theirs = open(&other, &app.path("a.thru"), false).unwrap();
    assert_eq!(ids(&theirs), ["first", "theirs"]);
    let start = app.call("start", json!({})).unwrap();
    assert_eq!(start["recent"][0]["path"], path);
}

#[test]
fn theirs_can_be_taken() {
    let app = opened();
    elsewhere(&app, "theirs");
    let changed = decide(&app, "take_theirs").unwrap();
    assert_eq!(changed["revision"], 2);
    assert_eq!(
        ids(&app.call("view", json!({})).unwrap()),
        ["first", "theirs"]
    );
}

#[test]
fn who_only_reads_is_shown_what_others_write() {
    let app = opened();
    let reader = application::start();
    open(&reader, &app.path("a.thru"), true).unwrap();
    let heard = hearing(&reader, "changed-elsewhere");
    add(&app, "second").unwrap();
    let event = heard.recv_timeout(SOON).unwrap();
    assert_eq!(event["origin"], "file");
    assert_eq!(event["changed"]["revision"], 1);
    assert_eq!(
        ids(&reader.call("view", json!({})).unwrap()),
        ["first", "second"]
    );
}

#[test]
fn a_damaged_file_is_recovered_into_a_copy_that_is_open_then() {
    let app = opened();
    app.call("close", json!({})).unwrap();
    let path = app.path("a.thru");
    let mut bytes = fs::read(&path).unwrap();
    bytes.truncate(bytes.len() - 5000);
    fs::write(&path, &bytes).unwrap();
    assert_eq!(
        open(&app, &path, false).unwrap_err()["code"],
        "file_damaged"
    );
    let done = app.call("recover", json!({ "path": path })).unwrap();
    assert_eq!(done["view"]["path"], app.path("a (recovered).thru"));
    assert_eq!(ids(&done["view"]), ["first"]);
    assert_eq!(done["recovery"]["kinds"][0]["noun"], "settings");
    assert_eq!(fs::read(&path).unwrap(), bytes);
    add(&app, "second").unwrap();
}

/// Two windows on a file that somebody else changed, after an edit in the first has met that; the second has heard.
fn two_apart() -> (Application, Receiver<Value>) {
    let app = opened();
    app.call("new_window", json!({})).unwrap();
    let apart = hearing_in(&app, "window-2", "grown-apart");
    elsewhere(&app, "theirs");
    add(&app, "mine").unwrap_err();
    app.call("look", json!({})).unwrap();
    while apart.recv_timeout(SOON).unwrap()["apart"]["waiting"] != true {}
    (app, apart)
}

/// What is one again stays one portfolio to the other windows, so that they keep their place.
#[test]
fn the_other_windows_hear_as_one_change_that_the_file_and_what_is_open_are_one_again() {
    for way in ["reconcile", "take_theirs"] {
        let (app, apart) = two_apart();
        let changes = hearing_in(&app, "window-2", "changed-elsewhere");
        let before = app.call("view", json!({})).unwrap();
        decide(&app, way).unwrap();
        assert_eq!(apart.recv_timeout(SOON).unwrap()["apart"], Value::Null);
        let heard = changes.recv_timeout(SOON).unwrap();
        let now = app.call_in("window-2", "view", json!({})).unwrap();
        assert_eq!(heard["session"], before["session"], "{way}");
        assert_eq!(now["session"], before["session"], "{way}");
        assert_eq!(heard["changed"]["revision"], now["revision"], "{way}");
        assert_eq!(before["revision"].as_u64().unwrap() + 1, now["revision"]);
    }
}

#[test]
fn the_other_windows_go_along_into_a_copy_which_is_another_portfolio() {
    let (app, _apart) = two_apart();
    let moved = hearing_in(&app, "window-2", "desk-changed");
    let before = app.session();
    let view = decide(&app, "keep_copy").unwrap();
    assert!(moved.recv_timeout(SOON).is_ok());
    let there = app.call_in("window-2", "view", json!({})).unwrap();
    assert_eq!(there, view);
    assert_eq!(view["session"].as_u64().unwrap(), before + 1);
}

#[test]
fn the_other_windows_may_change_too_what_was_only_read_before() {
    let app = opened();
    let reader = application::start();
    let path = app.path("a.thru");
    open(&reader, &path, true).unwrap();
    reader.call("new_window", json!({})).unwrap();
    let before = reader.call("view", json!({})).unwrap();
    app.call("close", json!({})).unwrap();
    let moved = hearing_in(&reader, "window-2", "desk-changed");
    open(&reader, &path, false).unwrap();
    assert!(moved.recv_timeout(SOON).is_ok());
    let now = reader.call_in("window-2", "view", json!({})).unwrap();
    assert_eq!(now["read_only"], Value::Null);
    assert_eq!(now["session"], before["session"]);
    assert!(now["revision"].as_u64() > before["revision"].as_u64());
}
