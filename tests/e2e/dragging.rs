//! Elements dragged onto a free canvas: from the outline beside it, and from the table by way of the rail.

use serde_json::Value;

use crate::canvases::make;
use crate::driver::{App, keys};
use crate::page::{elements, records, start};
use crate::stage::Stage;

#[test]
fn elements_are_dragged_from_the_outline_and_from_the_table_onto_a_canvas() {
    let stage = Stage::set("dragging");
    let app = start(&stage, &[]);
    app.the("start-sample").click();
    app.the("canvas");
    make(&app, "free");
    app.the("canvas-empty");
    let view = app.view();
    let driver = id(&elements(&view, "driver"));
    let initiative = id(&elements(&view, "initiative"));

    app.the("toggle-outline").click();
    app.the("outline-panel");
    app.settle();
    let row = app.middle(&format!("[data-testid='outline-{driver}']"));
    let canvas = app.middle(".map-place");
    app.carry(row, canvas);
    app.the("carried");
    stage.picture("1-carried");
    app.set_down(canvas, canvas);
    app.until_true("it lies on the canvas", || placed(&app) == [driver.clone()]);
    app.until_true("nothing is carried", || app.all("carried").is_empty());

    app.the("nav-table").click();
    let sign = format!("[data-row='{initiative}'] .table-glyph");
    app.until_true("the table stands", || !app.select(&sign).is_empty());
    app.settle();
    let rail = app.middle("[data-testid='nav-map']");
    app.carry(app.middle(&sign), rail);
    app.the("canvas");
    app.settle();
    let below = (canvas.0, canvas.1 + 120);
    app.set_down(rail, below);
    app.until_true("both lie there", || {
        placed(&app) == [driver.clone(), initiative.clone()]
    });
    app.settle();
    stage.picture("2-both");

    app.chord(&[keys::CONTROL, "z"]);
    app.until_true("undo takes the second off again", || {
        placed(&app) == [driver.clone()]
    });
    app.close();
}

fn id(elements: &[&Value]) -> String {
    elements
        .first()
        .and_then(|it| it["id"].as_str())
        .expect("the sample has one")
        .to_owned()
}

/// What lies on the free canvas, from the top.
fn placed(app: &App<'_>) -> Vec<String> {
    let view = app.view();
    let free = records(&view, "canvas")
        .into_iter()
        .find(|it| it["kind"] == "free")
        .map(|it| it["id"].clone());
    let mut places: Vec<&Value> = records(&view, "placement")
        .into_iter()
        .filter(|it| Some(&it["canvas"]) == free.as_ref())
        .collect();
    places.sort_by_key(|it| it["y"].as_f64().map(|y| y.round() as i64));
    places
        .iter()
        .filter_map(|it| it["element"].as_str().map(str::to_owned))
        .collect()
}
