//! Two windows of one program on one portfolio: what is done in one stands in the other, and can be taken back
//! there; when one opens, closes or turns to another language, the other follows; when one is gone, the other works.

use serde_json::{Value, json};

use crate::driver::{App, keys};
use crate::page::{elements, start};
use crate::stage::Stage;

const TITLE: &str = "Every ferry electric";

#[test]
fn two_windows_on_one_portfolio_stay_in_step() {
    let stage = Stage::set_wide("two-windows");
    let app = start(&stage, &[]);
    app.the("start-sample").click();
    app.the("canvas");
    let one = only(&app.windows());
    app.chord(&[keys::CONTROL, keys::SHIFT, "n"]);
    let two = app.until("a second window is open", || {
        app.windows().into_iter().find(|it| *it != one)
    });

    app.turn_to(&two);
    let count = shown(&app);
    let cards = || shown(&app);
    app.place((1288, 8), (1280, 800));
    app.turn_to(&one);
    app.place((0, 8), (1280, 800));
    assert_eq!(cards(), count, "both show the same portfolio");
    app.settle();
    stage.picture("1-side-by-side");

    app.turn_to(&two);
    app.the("add-objective").click();
    app.until_true("the new card's title is being edited", || {
        !app.select(".tl-canvas-title").is_empty()
    });
    app.type_text(TITLE);
    app.chord(&[keys::ENTER]);
    app.until_true("the card has its name", || named(&app));
    app.settle();
    let last = undo_name(&app);
    app.turn_to(&one);
    app.until_true("the first window shows what the second added", || {
        cards() == count + 1
    });
    app.until_true("and offers to take its last step back", || {
        undo_name(&app) == last
    });
    app.settle();
    stage.picture("2-added-in-one-shown-in-both");
    app.the("undo").click();
    app.until_true("the name is taken back", || {
        !named(&app) && undo_name(&app) != last
    });
    app.the("undo").click();
    app.turn_to(&two);
    app.until_true("the second shows that the first took it back", || {
        cards() == count
    });
    assert!(app.the("redo").is_enabled(), "and can do it again");

    follow_in_look(&stage, &app, &one, &two);
    follow_what_is_open(&stage, &app, &one, &two);

    app.turn_to(&one);
    app.close_window();
    assert_eq!(only(&app.windows()), two, "the other one stays");
    app.turn_to(&two);
    app.the("add-objective").click();
    let view = app.until("the window that is left can be worked in", || {
        let view = app.view();
        (view["revision"] != 0).then_some(view)
    });
    assert_ne!(view["steps"]["undo"], Value::Null);
    app.close();
}

/// Language and theme chosen in one window hold in the other.
fn follow_in_look(stage: &Stage, app: &App<'_>, one: &str, two: &str) {
    app.turn_to(one);
    for entry in ["menu-lang-fr", "menu-theme-dark"] {
        app.the("menu").click();
        app.the(entry).click();
    }
    app.turn_to(two);
    let look = || {
        app.script(
            "const { lang, dataset } = document.documentElement; return [lang, dataset.theme]",
            json!([]),
        )
    };
    app.until_true("the other window speaks French in the dark", || {
        look() == Ok(json!(["fr", "dark"]))
    });
    app.settle();
    stage.picture("3-language-and-theme");
}

/// Closing and opening in one window shows in the other.
fn follow_what_is_open(stage: &Stage, app: &App<'_>, one: &str, two: &str) {
    let first = text(&app.view()["path"]);
    app.turn_to(one);
    app.focus("[data-testid=canvas] [role=listbox]");
    app.chord(&[keys::CONTROL, "w"]);
    app.the("start-sample");
    app.turn_to(two);
    app.the("start-sample").click();
    app.the("canvas");
    app.turn_to(one);
    app.the("canvas");
    let second = app.view();
    assert_ne!(text(&second["path"]), first, "it is another file");

    // A dialogue of the system cannot be driven: the one window asks past the interface, the other shows it.
    let opened = app
        .invoke("open", json!({ "path": first, "readOnly": false }))
        .expect("the first file opens again");
    app.turn_to(two);
    app.until_true("the other window shows the other portfolio", || {
        app.script("return document.title", json!([]))
            .is_ok_and(|title| text(&title).starts_with(&title_in(&opened)))
            && shown(app) == placed(&opened)
    });
    let late = json!({ "session": second["session"] });
    let refusal = app
        .invoke("undo", late)
        .expect_err("the earlier portfolio was put away");
    assert!(refusal.contains("other_portfolio"), "{refusal}");
    // The page that asked past itself is loaded anew, as it would be by its own way.
    app.turn_to(one);
    app.script("location.reload()", json!([])).ok();
    app.until_true("both show it", || {
        app.script("return document.title", json!([]))
            .is_ok_and(|title| text(&title).starts_with(&title_in(&opened)))
            && !app.all("canvas").is_empty()
    });
    app.settle();
    stage.picture("4-another-portfolio");
}

/// How many elements the map in the window says it was given.
fn shown(app: &App<'_>) -> usize {
    let count = app.the("canvas").attribute("data-count");
    count.and_then(|it| it.parse().ok()).unwrap_or_default()
}

fn placed(view: &Value) -> usize {
    crate::page::records(view, "element").len()
}

fn title_in(view: &Value) -> String {
    let settings = crate::page::records(view, "settings");
    settings
        .first()
        .map(|it| text(&it["title"]))
        .unwrap_or_default()
}

fn named(app: &App<'_>) -> bool {
    let view = app.view();
    elements(&view, "objective")
        .iter()
        .any(|it| it["title"] == TITLE)
}

fn undo_name(app: &App<'_>) -> String {
    app.the("undo").attribute("aria-label").unwrap_or_default()
}

fn only(windows: &[String]) -> String {
    let [window] = windows else {
        panic!("{} windows are open, not one", windows.len());
    };
    window.clone()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
