//! A canvas in front of a room: two frames named as they are made, presented with the keys of a clicker and left again; and
//! its cards carried to a canvas of their own by the clipboard of the display.

use serde_json::{Value, json};

use crate::canvases::make;
use crate::driver::{App, keys};
use crate::page::{records, start};
use crate::stage::Stage;

const SAID: &str = "return document.querySelector('[data-testid=present-said]')?.textContent";
const SURFACE: &str = ".tl-canvas-surface";
const NAMES: [&str; 2] = ["The whole line", "What is asked of us"];

#[test]
fn a_canvas_is_presented_by_its_frames_and_its_cards_are_carried_to_another() {
    let stage = Stage::set("presenting");
    let app = start(&stage, &[]);
    app.the("start-sample").click();
    app.the("canvas");
    app.settle();
    let elements = records(&app.view(), "element").len();

    for (at, name) in NAMES.iter().enumerate() {
        app.focus(SURFACE);
        if at == 1 {
            app.chord(&[keys::DOWN]);
            app.chord(&[" "]);
        }
        app.chord(&[keys::SHIFT, "f"]);
        app.the("frame-draft");
        app.type_text(name);
        app.chord(&[keys::ENTER]);
        app.until_true(&format!("the frame “{name}” is kept"), || {
            titles(&app.view()) == NAMES[..=at]
        });
    }
    app.settle();
    stage.picture("1-framed");

    app.focus(SURFACE);
    app.chord(&[keys::F5]);
    app.the("presentation");
    until_said(&app, NAMES[0]);
    app.settle();
    stage.picture("2-first");
    app.chord(&[keys::PAGE_DOWN]);
    until_said(&app, NAMES[1]);
    app.settle();
    stage.picture("3-second");
    app.chord(&["b"]);
    let black = app.the("presentation");
    app.until_true("the screen is black", || {
        black.attribute("data-cover").as_deref() == Some("black")
    });
    app.chord(&[keys::PAGE_UP]);
    until_said(&app, NAMES[0]);
    app.chord(&[keys::ESCAPE]);
    app.until_true("the presentation is left", || {
        app.all("presentation").is_empty() && !app.all("undo").is_empty()
    });

    app.focus(SURFACE);
    app.chord(&[keys::CONTROL, "a"]);
    app.chord(&[keys::CONTROL, "c"]);
    make(&app, "free");
    app.the("canvas-empty");
    app.focus(SURFACE);
    app.chord(&[keys::CONTROL, "v"]);
    app.until_true("the cards lie on the free canvas", || {
        let view = app.view();
        let free = records(&view, "canvas")
            .into_iter()
            .find(|it| it["kind"] == "free");
        let id = free.map(|it| &it["id"]);
        let places = records(&view, "placement");
        places.iter().filter(|it| Some(&it["canvas"]) == id).count() > 10
    });
    assert_eq!(
        records(&app.view(), "element").len(),
        elements,
        "they are the same elements and no copies"
    );
    app.settle();
    stage.picture("4-carried");
    app.close();
}

/// The titles of all frames, in their order.
fn titles(view: &Value) -> Vec<String> {
    records(view, "canvas")
        .into_iter()
        .flat_map(|it| it["frames"].as_array().cloned().unwrap_or_default())
        .filter_map(|it| it["title"].as_str().map(str::to_owned))
        .collect()
}

/// Waits until this is told as what the room sees; it is read out and not shown, so that it has no visible text.
fn until_said(app: &App<'_>, title: &str) {
    app.until_true(&format!("“{title}” is shown"), || {
        app.script(SAID, json!([]))
            .is_ok_and(|said| said.as_str().is_some_and(|it| it.contains(title)))
    });
}
