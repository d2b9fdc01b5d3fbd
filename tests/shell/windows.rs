//! Several windows of one program: how they come about, and what each hears of the others.

use crate::application::{self, Application, ask};
use serde_json::{Value, json};
use std::fs;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tauri::test::MockRuntime;
use tauri::{Listener, Manager, WebviewWindow};

const WAIT: Duration = Duration::from_secs(5);

/// Two windows on one portfolio.
fn two() -> Application {
    let app = application::start();
    create(&app, "a.thru");
    app.call("new_window", json!({})).unwrap();
    app
}

fn create(app: &Application, name: &str) {
    app.call(
        "create",
        json!({ "path": app.path(name), "title": "Valmere Transit" }),
    )
    .unwrap();
}

fn edit(window: &WebviewWindow<MockRuntime>, session: u64, edit: &Value) -> Result<Value, Value> {
    ask(
        window,
        "edit",
        json!({ "session": session, "edits": [edit], "origin": { "from": "typed" } }),
    )
}

fn add(id: &str) -> Value {
    json!({ "type": "add_element", "id": id, "kind": "initiative", "title": id, "spot": null })
}

fn heard(app: &Application, label: &str, event: &str) -> Receiver<Value> {
    let (told, heard) = channel();
    app.window(label).listen(event, move |event| {
        // Who no longer listens has heard enough.
        let _ = told.send(serde_json::from_str(event.payload()).unwrap());
    });
    heard
}

fn next(heard: &Receiver<Value>) -> Value {
    heard.recv_timeout(WAIT).unwrap()
}

#[test]
fn a_new_window_gets_the_next_free_name_and_starts_on_the_open_portfolio() {
    let app = two();
    app.call("set_language", json!({ "lang": "fr" })).unwrap();
    app.call_in("window-2", "new_window", json!({})).unwrap();
    for label in ["window-2", "window-3"] {
        let start = app.call_in(label, "start", json!({})).unwrap();
        assert_eq!(
            (&start["open"], &start["language"]),
            (&json!(true), &json!("fr"))
        );
        assert_eq!(
            app.call_in(label, "view", json!({})),
            app.call("view", json!({}))
        );
    }
    let mut labels: Vec<String> = app.app.webview_windows().into_keys().collect();
    labels.sort();
    assert_eq!(labels, ["main", "window-2", "window-3"]);
}

#[test]
fn a_window_answers_whether_it_filled_the_screen_before_it_was_asked_to() {
    let app = two();
    for full in [json!(null), json!(true), json!(false)] {
        let was = app.call_in("window-2", "fill_screen", json!({ "full": full }));
        assert_eq!(was.unwrap(), json!(false));
    }
}

#[test]
fn another_window_is_told_what_changed_and_by_whom_and_the_same_one_is_not() {
    let app = two();
    let (here, there) = (
        heard(&app, "main", "changed-elsewhere"),
        heard(&app, "window-2", "changed-elsewhere"),
    );
    edit(&app.window, 1, &add("a")).unwrap();
    let event = next(&there);
    assert_eq!(event["origin"], "main");
    assert_eq!(event["session"], 1);
    assert_eq!(event["changed"]["revision"], 1);
    app.call_in("window-2", "undo", json!({ "session": 1 }))
        .unwrap();
    let event = next(&here);
    assert_eq!(event["origin"], "window-2");
    assert_eq!(event["changed"]["revision"], 2);
    assert_eq!(event["changed"]["steps"]["redo"]["title"], "a");
    assert!(here.try_recv().is_err() && there.try_recv().is_err());
}

#[test]
fn an_import_is_told_to_the_other_windows_as_the_one_step_that_it_is() {
    let app = two();
    let table = app.path("projects.csv");
    fs::write(
        &table,
        "Project,Owner\nOne Ticket app,L. Petrov\nDepot charging,J. Lindqvist\n",
    )
    .unwrap();
    let there = heard(&app, "main", "changed-elsewhere");
    app.call_in(
        "window-2",
        "import",
        json!({ "session": 1, "path": table, "mapping": null }),
    )
    .unwrap();
    assert_eq!(next(&there)["changed"]["steps"]["undo"]["verb"], "import");
}

#[test]
fn changes_from_several_windows_are_heard_in_the_order_of_their_revisions() {
    let app = two();
    app.call("new_window", json!({})).unwrap();
    let there = heard(&app, "window-3", "changed-elsewhere");
    std::thread::scope(|scope| {
        for label in ["main", "window-2"] {
            let window = app.window(label);
            scope.spawn(move || {
                for n in 0..60 {
                    edit(&window, 1, &add(&format!("{label}-{n}"))).unwrap();
                }
            });
        }
    });
    let order: Vec<u64> = (0..120)
        .map(|_| next(&there)["changed"]["revision"].as_u64().unwrap())
        .collect();
    assert_eq!(order, (1..=120).collect::<Vec<_>>());
}

/// Whatever lays something else on the desk is followed by the windows that did not ask for it.
#[test]
fn the_other_windows_follow_when_another_portfolio_is_laid_on_the_desk() {
    let app = two();
    create(&app, "b.thru");
    let (here, there) = (
        heard(&app, "main", "desk-changed"),
        heard(&app, "window-2", "desk-changed"),
    );
    let steps = [
        (
            "open",
            json!({ "path": app.path("a.thru"), "readOnly": false }),
        ),
        (
            "create",
            json!({ "path": app.path("c.thru"), "title": "C" }),
        ),
        ("open_sample", json!({})),
        ("set_language", json!({ "lang": "fr" })),
        (
            "judge_as_of",
            json!({ "session": app.session() + 3, "day": "2026-08-31" }),
        ),
        ("close", json!({})),
    ];
    for (command, arguments) in steps {
        app.call(command, arguments).unwrap();
        assert!(there.recv_timeout(WAIT).is_ok(), "{command} is told");
    }
    assert!(here.try_recv().is_err());
    assert!(there.try_recv().is_err());
}

#[test]
fn what_could_not_be_opened_is_told_to_nobody() {
    let app = two();
    let there = heard(&app, "window-2", "desk-changed");
    app.call(
        "open",
        json!({ "path": app.path("nowhere.thru"), "readOnly": false }),
    )
    .unwrap_err();
    assert!(there.recv_timeout(Duration::from_millis(100)).is_err());
}

#[test]
fn a_change_meant_for_another_portfolio_is_refused_in_words_and_changes_nothing() {
    let app = two();
    let table = app.path("projects.csv");
    fs::write(&table, "Project,Owner\nOne Ticket app,L. Petrov\n").unwrap();
    let before = app.session();
    edit(&app.window, before, &add("a")).unwrap();
    create(&app, "b.thru");
    let now = app.call("view", json!({})).unwrap();
    assert_ne!(now["session"], before);
    let late = [
        (
            "edit",
            json!({ "session": before, "edits": [add("b")], "origin": { "from": "typed" } }),
        ),
        ("undo", json!({ "session": before })),
        ("redo", json!({ "session": before })),
        (
            "import",
            json!({ "session": before, "path": table, "mapping": null }),
        ),
        ("reconcile", json!({ "session": before })),
        ("take_theirs", json!({ "session": before })),
        ("keep_copy", json!({ "session": before })),
    ];
    for (command, arguments) in late {
        let refusal = app.call_in("window-2", command, arguments).unwrap_err();
        assert_eq!(refusal["code"], "other_portfolio", "{command}");
        let message = refusal["message"].as_str().unwrap();
        assert!(message.contains("Nothing was changed"), "{message}");
    }
    assert_eq!(app.call("view", json!({})).unwrap(), now);
}

#[test]
fn the_same_file_opened_again_later_is_another_session() {
    let app = two();
    let first = app.session();
    let path = json!({ "path": app.path("a.thru"), "readOnly": false });
    app.call("open", path.clone()).unwrap();
    assert_eq!(app.session(), first, "it lay open already");
    app.call("close", json!({})).unwrap();
    app.call("open", path).unwrap();
    assert_ne!(app.session(), first);
    let past = app.call("past", json!({ "seq": 0 })).unwrap();
    assert_eq!(past["session"], app.session());
}
