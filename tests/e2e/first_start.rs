//! The very first start: what is offered, and what a page may not ask of the machine.

use serde_json::json;

use crate::page::start;
use crate::stage::Stage;

#[test]
fn the_first_start_offers_a_file_the_sample_and_a_new_portfolio() {
    let stage = Stage::set("first-start");
    let app = start(&stage, &[]);
    for way in ["start-drop", "start-sample", "start-new"] {
        assert!(app.the(way).is_enabled(), "{way} can be used");
    }
    stage.picture("1-three-ways");
    app.close();
}

#[test]
fn the_sample_opens_with_findings_from_the_first_screen() {
    let stage = Stage::set("sample");
    let app = start(&stage, &[]);
    app.the("start-sample").click();
    app.the("canvas");
    let view = app.view();
    assert!(!view["records"].as_array().expect("records").is_empty());
    assert!(
        !view["findings"].as_array().expect("findings").is_empty(),
        "the sample tells a story with faults"
    );
    stage.picture("1-sample");
    app.close();
}

#[test]
fn a_page_may_call_our_commands_and_nothing_else_of_the_machine() {
    let stage = Stage::set("capability");
    let app = start(&stage, &[]);
    app.the("start-new");
    app.invoke("about", json!({}))
        .expect("a command of our own answers");
    // Each is a command that Tauri itself brings; none stands in the capability of the window.
    for foreign in [
        "plugin:window|set_title",
        "plugin:webview|create_webview",
        "plugin:path|resolve_directory",
    ] {
        let refusal = app
            .invoke(
                foreign,
                json!({ "label": "main", "value": "taken over", "directory": 1 }),
            )
            .expect_err(foreign);
        assert!(
            refusal.contains("not allowed"),
            "{foreign} was refused for another reason: {refusal}"
        );
    }
    app.close();
}
