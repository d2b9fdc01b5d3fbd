//! Every kind of canvas, made from the gallery on the sample: each shows something at once, leaves as a page
//! of paper, one as a picture and one to the printer, and undo takes a canvas away again without an element.

use serde_json::{Value, json};

use crate::driver::App;
use crate::page::{records, start};
use crate::stage::Stage;

/// Kinds on which cards stand, and those that are diagrams.
const MAPS: [&str; 3] = ["strategy_map", "scorecard", "benefits_map"];
const DIAGRAMS: [&str; 4] = [
    "x_matrix",
    "capability_map",
    "trajectory",
    "delivery_outcome",
];

/// A dialogue of the system cannot be driven: the page is told that this path was chosen in it. Everything after, the
/// writing of the file above all, is the real way.
const CHOSEN: &str = "const [path] = arguments; const real = window.fetch;\
    window.fetch = (to, ...rest) => decodeURIComponent(String(to?.url ?? to)).endsWith('plugin:dialog|save')\
      ? Promise.resolve(new Response(JSON.stringify(path),\
          { headers: { 'content-type': 'application/json', 'Tauri-Response': 'ok' } }))\
      : real(to, ...rest);";

/// Presses the choice that says this.
const PRESS: &str = "const [said] = arguments;\
    [...document.querySelectorAll('[data-testid=picture] [role=radio]')]\
      .find((it) => it.textContent.trim() === said).click();";

#[test]
fn every_kind_of_canvas_is_made_shown_pictured_and_taken_back() {
    let stage = Stage::set("canvases");
    let app = start(&stage, &[]);
    app.the("start-sample").click();
    app.the("canvas");
    let before = app.view();
    let (canvases, elements) = (count(&before, "canvas"), count(&before, "element"));

    for kind in MAPS {
        make(&app, kind);
        app.until_true(&format!("cards stand on {kind} and it says so"), || {
            stands(&app.view(), kind) > 0 && app.all("canvas-empty").is_empty()
        });
        app.the("canvas");
        app.settle();
        stage.picture(kind);
        page(&stage, &app, kind);
    }
    for kind in DIAGRAMS {
        make(&app, kind);
        app.until_true(&format!("{kind} is drawn"), || {
            let chart = app.the("chart");
            let marks = chart
                .attribute("data-count")
                .and_then(|it| it.parse::<usize>().ok());
            chart.attribute("data-kind").as_deref() == Some(kind) && marks > Some(0)
        });
        app.settle();
        stage.picture(kind);
        page(&stage, &app, kind);
        if kind == "capability_map" {
            picture(&stage, &app);
            print(&stage, &app);
        }
    }
    make(&app, "free");
    app.the("canvas-empty");
    app.settle();
    stage.picture("free");
    assert_eq!(count(&app.view(), "canvas"), canvases + 8);

    app.the("undo").click();
    app.until_true("the canvas is gone", || {
        count(&app.view(), "canvas") == canvases + 7
    });
    app.until_true("the canvas before it is shown", || {
        app.all("chart")
            .first()
            .is_some_and(|it| it.attribute("data-kind").as_deref() == Some("delivery_outcome"))
    });
    app.the("redo").click();
    app.until_true("it returns", || {
        count(&app.view(), "canvas") == canvases + 8 && !app.all("canvas-empty").is_empty()
    });
    assert_eq!(
        count(&app.view(), "element"),
        elements,
        "no element came or went"
    );
    app.close();
}

/// Makes a canvas of that kind from the gallery; the window turns to it.
pub(crate) fn make(app: &App<'_>, kind: &str) {
    let known = count(&app.view(), "canvas");
    app.the("canvas-switch").click();
    app.the("menu-new-canvas").click();
    app.the(&format!("kind-{kind}")).click();
    app.the("canvas-make").click();
    app.until_true(&format!("a canvas of the kind {kind} is kept"), || {
        let view = app.view();
        count(&view, "canvas") == known + 1
            && records(&view, "canvas").iter().any(|it| it["kind"] == kind)
    });
    app.until_true("the gallery is gone", || app.all("gallery").is_empty());
}

/// Keeps the diagram in sight as a picture, which holds the titles of what it shows.
fn picture(stage: &Stage, app: &App<'_>) {
    let path = stage.home().join("capabilities.svg");
    app.script(CHOSEN, json!([path])).expect("the page listens");
    app.the("menu").click();
    app.the("menu-picture").click();
    app.the("picture");
    app.script(PRESS, json!(["SVG"])).expect("it is a choice");
    app.the("picture-save").click();
    let svg = app.until("the picture is written", || {
        std::fs::read_to_string(&path)
            .ok()
            .filter(|it| it.trim_end().ends_with("</svg>"))
    });
    let view = app.view();
    let capability = crate::page::elements(&view, "capability")
        .into_iter()
        .find_map(|it| it["title"].as_str().map(str::to_owned))
        .expect("the sample has capabilities");
    let first = capability.split(' ').next().unwrap_or_default();
    assert!(svg.contains(first), "“{capability}” stands in the picture");
    app.until_true("the question is gone", || app.all("picture").is_empty());
}

/// Keeps the canvas in sight as a page, which stays among the pictures to be looked at.
fn page(stage: &Stage, app: &App<'_>, kind: &str) {
    let path = stage.kept(&format!("{kind}.pdf"));
    app.script(CHOSEN, json!([path])).expect("the page listens");
    app.the("menu").click();
    app.the("menu-picture").click();
    app.the("picture");
    app.script(PRESS, json!(["PDF"])).expect("it is a choice");
    app.settle();
    if kind == MAPS[0] {
        stage.picture("asked");
    }
    app.the("picture-save").click();
    app.until_true("the page is written and the question gone", || {
        path.is_file() && app.all("picture").is_empty()
    });
    let bytes = std::fs::read(&path).expect("it can be read");
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 5_000, "{kind}");
}

/// Prints the canvas in sight: the program that shows PDF files gets its pages.
fn print(stage: &Stage, app: &App<'_>) {
    let shown = stage.home().join("shown.pdf");
    stage.stand_in("xdg-open", &format!("exec cp \"$1\" '{}'", shown.display()));
    app.the("menu").click();
    app.the("menu-picture").click();
    app.the("picture-print").click();
    app.until_true("the pages are shown and the question gone", || {
        shown.is_file() && app.all("picture").is_empty()
    });
    stage.picture("printed");
}

/// How many cards have a place on the canvas of that kind which was made last.
fn stands(view: &Value, kind: &str) -> usize {
    let canvases = records(view, "canvas");
    let made = canvases.iter().filter(|it| it["kind"] == kind);
    let places = records(view, "placement");
    made.map(|it| {
        let on = |place: &&&Value| place["canvas"] == it["id"];
        places.iter().filter(on).count()
    })
    .min()
    .unwrap_or(0)
}

fn count(view: &Value, kind: &str) -> usize {
    records(view, kind).len()
}
