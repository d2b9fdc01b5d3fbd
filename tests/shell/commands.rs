//! Every command is registered, answers, and refuses in one shape.

use crate::application::{self, Application};
use crate::bindings;
use crate::pictures::{TOLD, drawing, pages};
use serde_json::{Value, json};
use std::fs;

const PROJECTS: &str = "\
Project,Owner,Start,End,Budget (EUR)
One Ticket app,L. Petrov,2026-01-05,2026-12-18,4100000
Depot charging,J. Lindqvist,2025-09-01,2027-06-30,18400000
Headway control room,S. Brandt,2026-03-02,nfp,6800000
";

fn opened() -> Application {
    let app = application::start();
    app.call(
        "create",
        json!({ "path": app.path("a.thru"), "title": "Valmere Transit" }),
    )
    .unwrap();
    app
}

fn add(id: &str) -> Value {
    json!({ "type": "add_element", "id": id, "kind": "initiative", "title": id, "spot": null })
}

fn edit(app: &Application, edits: &[Value]) -> Result<Value, Value> {
    app.call(
        "edit",
        json!({ "session": app.session(), "edits": edits, "origin": { "from": "typed" } }),
    )
}

fn undo(app: &Application) -> Value {
    app.call("undo", json!({ "session": app.session() }))
        .unwrap()
}

/// Every command once, in an order in which each can succeed.
#[test]
fn every_command_is_registered_and_answers() {
    let app = application::start();
    let path = app.path("a.thru");
    let table = app.path("projects.csv");
    fs::write(&table, PROJECTS).unwrap();
    let script = [
        ("start", json!({})),
        ("about", json!({})),
        ("pending", json!({})),
        (
            "create_beside",
            json!({ "source": app.path("projects.csv") }),
        ),
        (
            "create",
            json!({ "path": path, "title": "Valmere Transit" }),
        ),
        ("view", json!({})),
        (
            "edit",
            json!({ "session": 1, "edits": [add("a")], "origin": { "from": "typed" } }),
        ),
        ("history", json!({ "before": null, "most": 10 })),
        ("past", json!({ "seq": 0 })),
        ("undo", json!({ "session": 1 })),
        ("redo", json!({ "session": 1 })),
        ("preview_import", json!({ "path": table, "mapping": null })),
        (
            "import",
            json!({ "session": 1, "path": table, "mapping": null }),
        ),
        ("rule_catalog", json!({})),
        ("rule_help", json!({ "kind": "initiative" })),
        ("preview_rule", json!({ "rule": own_rule() })),
        (
            "edit",
            json!({ "session": 1, "edits": [{ "type": "put_own_rule", "rule": own_rule() }], "origin": { "from": "typed" } }),
        ),
        ("own_rules", json!({})),
        ("accept_rules", json!({ "session": 1, "rules": ["r1"] })),
        (
            "export_rules",
            json!({ "path": app.path("rules.json"), "rules": [] }),
        ),
        ("preview_rules", json!({ "path": app.path("rules.json") })),
        (
            "import_rules",
            json!({ "session": 1, "path": app.path("rules.json"), "rules": [] }),
        ),
        ("idle_rules", json!({})),
        ("judge_as_of", json!({ "session": 1, "day": "2026-08-31" })),
        ("trend", json!({})),
        (
            "judge",
            json!({ "key": "D103:a", "code": "D103", "verdict": "noise" }),
        ),
        ("judged", json!({})),
        ("score", json!({})),
        ("objective_score", json!({ "objective": "none" })),
        ("score_since", json!({ "day": "2026-01-31" })),
        ("myths", json!({})),
        ("save_snapshot", json!({ "path": app.path("a.html") })),
        ("export", json!({ "path": app.path("a.json") })),
        (
            "export_picture",
            json!({ "path": app.path("a"), "drawing": drawing(100), "form": { "type": "png", "scale": 2 }, "told": TOLD }),
        ),
        ("stop_picture", json!({})),
        (
            "export_pages",
            json!({ "path": app.path("a"), "title": "A", "pages": pages(), "told": TOLD }),
        ),
        (
            "print_pages",
            json!({ "title": "A", "pages": pages(), "told": TOLD }),
        ),
        ("set_language", json!({ "lang": "fr" })),
        ("new_window", json!({})),
        ("fill_screen", json!({ "full": true })),
        ("close", json!({})),
        ("open", json!({ "path": path, "readOnly": false })),
        ("look", json!({})),
        ("reconcile", json!({ "session": 2 })),
        ("take_theirs", json!({ "session": 2 })),
        ("keep_copy", json!({ "session": 2 })),
        ("recover", json!({ "path": path })),
        ("open_sample", json!({})),
    ];
    for (command, arguments) in &script {
        let answer = app.call(command, arguments.clone());
        assert!(answer.is_ok(), "{command}: {answer:?}");
    }
    for name in bindings::commands() {
        assert!(
            script.iter().any(|(command, _)| **command == *name),
            "{name} is not called here"
        );
    }
}

fn own_rule() -> Value {
    json!({
        "id": "r1", "code": "X001", "name": "no-owner", "title": "No owner", "applies_to": "initiative",
        "when": "!has(element.owner)", "message": "{title} has no owner.", "evidence": "", "advice": "Name one.",
        "severity": "high", "written_by": "PMO", "off": false
    })
}

#[test]
fn a_rule_that_is_typed_is_run_and_one_that_comes_with_a_pack_waits_until_it_is_accepted() {
    let app = opened();
    let put = json!({ "type": "put_own_rule", "rule": own_rule() });
    let changed = edit(&app, &[add("a"), put]).unwrap();
    // A change tells what is new in the findings, a view tells all of them.
    let speaks = |answer: &Value| {
        let all = answer["findings"]["now"].as_array();
        let all = all.or_else(|| answer["findings"].as_array()).unwrap();
        all.iter().any(|it| it["code"] == "X001")
    };
    assert!(speaks(&changed));
    let pack = app.path("rules.json");
    app.call("export_rules", json!({ "path": pack, "rules": [] }))
        .unwrap();
    edit(&app, &[json!({ "type": "remove_own_rule", "rule": "r1" })]).unwrap();
    let text = fs::read_to_string(&pack).unwrap();
    fs::write(
        &pack,
        text.replace("!has(element.owner)", "!has(element.budget)"),
    )
    .unwrap();

    let rows = app.call("preview_rules", json!({ "path": pack })).unwrap();
    assert_eq!(rows[0]["step"], "new");
    let changed = app
        .call(
            "import_rules",
            json!({ "session": 1, "path": pack, "rules": [] }),
        )
        .unwrap();
    assert!(!speaks(&changed));
    assert_eq!(
        app.call("own_rules", json!({})).unwrap()[0]["running"],
        "not_accepted"
    );
    let view = app
        .call("accept_rules", json!({ "session": 1, "rules": ["r1"] }))
        .unwrap();
    assert!(speaks(&view));
}

#[test]
fn another_day_is_judged_until_today_is_asked_for_again_and_one_that_cannot_be_is_refused_in_words()
{
    let app = opened();
    let before = edit(&app, &[add("a")]).unwrap();
    let today = app.call("view", json!({})).unwrap()["as_of"].clone();
    let judge = |day: Value| app.call("judge_as_of", json!({ "session": 1, "day": day }));
    let then = judge(json!("2026-08-31")).unwrap();
    assert_eq!(then["as_of"], "2026-08-31");
    assert!(!then["findings"].as_array().unwrap().is_empty());
    assert!(then["revision"].as_u64() > before["revision"].as_u64());
    assert_eq!(app.call("score", json!({})).unwrap()["as_of"], "2026-08-31");
    let refusal = judge(json!("1066-10-14")).unwrap_err();
    assert_eq!(refusal["code"], "bad_value");
    assert!(!refusal["hint"].as_str().unwrap().is_empty());
    assert_eq!(app.call("view", json!({})).unwrap()["as_of"], "2026-08-31");
    assert_eq!(then["as_of_chosen"], true);
    let back = judge(Value::Null).unwrap();
    assert_eq!(
        (&back["as_of"], &back["as_of_chosen"]),
        (&today, &json!(false))
    );
}

#[test]
fn a_refusal_has_a_code_a_message_and_a_hint_in_the_language_of_the_window() {
    let app = application::start();
    for command in ["view", "undo", "redo"] {
        let refusal = app.call(command, json!({ "session": 1 })).unwrap_err();
        assert_eq!(refusal["code"], "no_portfolio", "{command}");
        assert_eq!(refusal["message"], "No portfolio is open.");
        assert!(!refusal["hint"].as_str().unwrap().is_empty());
    }
    app.call("set_language", json!({ "lang": "fr" })).unwrap();
    let refusal = edit(&app, &[add("a")]).unwrap_err();
    assert_eq!(refusal["message"], "Aucun portefeuille n’est ouvert.");
}

#[test]
fn an_edit_is_answered_with_what_changed_and_a_label_for_undo() {
    let app = opened();
    let changed = edit(&app, &[add("one-ticket")]).unwrap();
    assert_eq!(changed["revision"], 1);
    assert_eq!(changed["steps"]["undo"]["title"], "one-ticket");
    assert_eq!(
        changed["diff"]["changes"][0]["after"]["record"]["title"],
        "one-ticket"
    );
    let undone = undo(&app);
    assert_eq!(undone["steps"]["undo"], Value::Null);
    assert_eq!(undone["steps"]["redo"]["title"], "one-ticket");
}

#[test]
fn an_edit_that_cannot_be_refuses_the_whole_batch() {
    let app = opened();
    let before = app.call("view", json!({})).unwrap();
    let lost = json!({ "type": "remove", "elements": ["nobody"] });
    let refusal = edit(&app, &[add("a"), lost]).unwrap_err();
    assert_eq!(refusal["code"], "not_found");
    assert_eq!(app.call("view", json!({})).unwrap(), before);
}

#[test]
fn a_table_is_previewed_before_a_portfolio_is_open_and_imported_as_one_step() {
    let app = application::start();
    let table = app.path("projects.csv");
    fs::write(&table, PROJECTS).unwrap();
    let asked = json!({ "session": 1, "path": table, "mapping": null });
    let seen = app.call("preview_import", asked.clone()).unwrap();
    assert_eq!(seen["preview"]["counts"]["initiatives"], 3);
    assert_eq!(
        app.call("import", asked.clone()).unwrap_err()["code"],
        "no_portfolio"
    );

    app.call(
        "create",
        json!({ "path": app.path("a.thru"), "title": "Valmere Transit" }),
    )
    .unwrap();
    let imported = app.call("import", asked.clone()).unwrap();
    assert_eq!(imported["report"]["created"], 3);
    assert_eq!(imported["changed"]["steps"]["undo"]["verb"], "import");
    let again = app.call("preview_import", asked).unwrap();
    assert_eq!(again["already_there"], 3);
    let undone = undo(&app);
    assert_eq!(undone["steps"]["undo"], Value::Null);
}

#[test]
fn a_file_that_is_no_table_is_refused_with_its_name_and_changes_nothing() {
    let app = opened();
    let pdf = app.path("board.xlsx");
    fs::write(&pdf, "%PDF-1.7 nothing of a workbook").unwrap();
    let before = app.call("view", json!({})).unwrap();
    let refusal = app
        .call(
            "import",
            json!({ "session": 1, "path": pdf, "mapping": null }),
        )
        .unwrap_err();
    assert_eq!(refusal["code"], "not_readable");
    assert!(
        refusal["message"].as_str().unwrap().contains("board.xlsx"),
        "{refusal}"
    );
    assert_eq!(app.call("view", json!({})).unwrap(), before);
}

#[test]
fn the_sample_opens_as_a_file_of_its_own_each_time_in_the_language_of_the_window() {
    let app = application::start();
    let titles = |view: &Value| -> Vec<String> {
        let records = view["records"].as_array().unwrap().iter();
        records
            .map(|it| {
                it["record"]["title"]
                    .as_str()
                    .unwrap_or_default()
                    .to_owned()
            })
            .collect()
    };
    let english = app.call("open_sample", json!({})).unwrap();
    app.call("set_language", json!({ "lang": "fr" })).unwrap();
    let french = app.call("open_sample", json!({})).unwrap();
    assert_ne!(english["path"], french["path"]);
    assert!(fs::exists(english["path"].as_str().unwrap()).unwrap());
    assert_ne!(titles(&english), titles(&french));
    assert!(!english["findings"].as_array().unwrap().is_empty());
    let records = english["records"].as_array().unwrap();
    let placed = records
        .iter()
        .filter(|it| it["type"] == "placement")
        .count();
    assert!(placed > 40, "{placed} cards have a place on the map");
}

#[test]
fn a_snapshot_is_written_in_the_form_that_its_name_asks_for() {
    let app = opened();
    let page = |name: &str| {
        app.call("save_snapshot", json!({ "path": app.path(name) }))
            .unwrap();
        fs::read_to_string(app.path(name)).unwrap()
    };
    assert!(page("a.HTML").to_lowercase().starts_with("<!doctype html>"));
    assert!(page("a.md").starts_with('#'));
    assert!(serde_json::from_str::<Value>(&page("a.json")).is_ok());
    let refusal = app
        .call("save_snapshot", json!({ "path": app.path("a.docx") }))
        .unwrap_err();
    assert_eq!(refusal["code"], "bad_value");
    assert!(!fs::exists(app.path("a.docx")).unwrap());
}

#[test]
fn a_malformed_edit_is_refused_before_it_reaches_the_portfolio() {
    let app = opened();
    let refusal = edit(&app, &[json!({ "type": "drop_all_tables" })]).unwrap_err();
    assert!(
        refusal.as_str().unwrap().contains("drop_all_tables"),
        "{refusal}"
    );
}

#[test]
fn a_closed_portfolio_leaves_one_file_and_can_be_opened_again() {
    let app = opened();
    edit(&app, &[add("a")]).unwrap();
    app.call("close", json!({})).unwrap();
    let mut left: Vec<String> = fs::read_dir(app.home())
        .unwrap()
        .map(|it| it.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name != "config" && name != "documents")
        .collect();
    left.sort();
    assert_eq!(left, ["a.thru"]);
    let view = app
        .call(
            "open",
            json!({ "path": app.path("a.thru"), "readOnly": false }),
        )
        .unwrap();
    let kept = view["records"]
        .as_array()
        .unwrap()
        .iter()
        .any(|it| it["record"]["id"] == "a");
    assert!(kept);
}

#[test]
fn the_end_of_the_program_puts_the_portfolio_away() {
    let app = opened();
    app.finish();
    assert!(!app.home().join(".a.thru.lock").exists());
    assert!(app.home().join("a.thru").exists());
}

#[test]
fn opening_the_open_file_again_shows_it_and_does_not_find_it_in_use() {
    let app = opened();
    edit(&app, &[add("a")]).unwrap();
    let view = app
        .call(
            "open",
            json!({ "path": app.path("a.thru"), "readOnly": false }),
        )
        .unwrap();
    assert_eq!(view["revision"], 1);
    assert_eq!(view["read_only"], Value::Null);
}

#[test]
fn a_file_that_cannot_be_opened_leaves_the_open_one_open() {
    let app = opened();
    fs::write(
        app.path("b.thru"),
        "PK not a portfolio at all, but long enough to be looked at".repeat(40),
    )
    .unwrap();
    let refusal = app
        .call(
            "open",
            json!({ "path": app.path("b.thru"), "readOnly": false }),
        )
        .unwrap_err();
    assert_eq!(refusal["code"], "not_a_portfolio");
    assert!(refusal["message"].as_str().unwrap().contains("b.thru"));
    assert!(
        app.call("view", json!({})).unwrap()["path"]
            .as_str()
            .unwrap()
            .ends_with("a.thru")
    );
}

#[test]
fn the_start_knows_the_files_opened_last_and_the_language() {
    let app = opened();
    app.call("set_language", json!({ "lang": "fr" })).unwrap();
    let start = app.call("start", json!({})).unwrap();
    assert_eq!(start["recent"][0]["title"], "Valmere Transit");
    assert_eq!(start["recent"][0]["path"], app.path("a.thru"));
    assert_eq!(start["language"], "fr");
    assert_eq!(start["open"], true);
    assert_eq!(start["about"]["rendering"], "usual");
}

#[test]
fn a_portfolio_renamed_while_it_was_open_is_remembered_by_its_new_name() {
    let app = opened();
    edit(
        &app,
        &[json!({ "type": "set_title", "title": "Valmere Metro" })],
    )
    .unwrap();
    app.call("close", json!({})).unwrap();
    let start = app.call("start", json!({})).unwrap();
    assert_eq!(start["recent"][0]["title"], "Valmere Metro");
    assert_eq!(start["recent"].as_array().unwrap().len(), 1);
}

#[test]
fn a_file_given_by_the_system_is_told_once() {
    let app = application::start_with(Some("/data/from-outside.thru".into()));
    let start = app.call("start", json!({})).unwrap();
    assert_eq!(start["pending"], "/data/from-outside.thru");
    assert_eq!(
        app.call("start", json!({})).unwrap()["pending"],
        Value::Null
    );
}

#[test]
fn a_new_portfolio_beside_a_spreadsheet_takes_a_free_name() {
    let app = opened();
    let path = app
        .call("create_beside", json!({ "source": app.path("a.xlsx") }))
        .unwrap();
    assert_eq!(path, app.path("a 2.thru"));
}
