//! Pictures and pages as the page asks for them: what is written where, and what is said where nothing can be.

use crate::application;
use serde_json::{Value, json};
use std::fs;

/// Where the page hears how far a picture is.
pub(crate) const TOLD: &str = "__CHANNEL__:1";

/// One sheet of A4 with a foot.
pub(crate) fn pages() -> Value {
    json!([{ "width": 297, "height": 210, "picture": drawing(100), "foot": drawing(100) }])
}

/// A picture of one card.
pub(crate) fn drawing(width: u32) -> Value {
    json!({
        "width": width, "height": 50, "paper": "#f6f5f1", "title": "Valmere Transit", "lang": "en",
        "looks": [{ "fill": { "plain": "#1a3bf2" }, "stroke": null, "clip": null, "shadow": null }],
        "types": [{ "size": 13, "weight": 550, "color": "#1c1b19", "anchor": "start", "clip": null }],
        "clips": [],
        "groups": [{ "id": "a", "title": "A card", "items": [
            { "rect": [0, 10, 10, 80, 30, 6] }, { "text": [0, 15, 30, 40.5, 0, "A card"] }
        ] }],
    })
}

#[test]
fn a_picture_is_written_as_its_form_asks_and_its_path_is_told() {
    let app = application::start();
    let svg = app
        .call(
            "export_picture",
            json!({ "path": app.path("map"), "drawing": drawing(100), "form": { "type": "svg" }, "told": TOLD }),
        )
        .unwrap();
    assert_eq!(svg, json!({ "path": app.path("map.svg"), "undrawn": [] }));
    let text = fs::read_to_string(app.path("map.svg")).unwrap();
    assert!(text.contains("<title>A card</title>"));
    let png = json!({ "path": app.path("map.PNG"), "drawing": drawing(100), "form": { "type": "png", "scale": 4 }, "told": TOLD });
    assert_eq!(
        app.call("export_picture", png).unwrap()["path"],
        app.path("map.PNG")
    );
    assert!(
        fs::read(app.path("map.PNG"))
            .unwrap()
            .starts_with(b"\x89PNG")
    );
}

#[test]
fn a_picture_that_cannot_be_drawn_leaves_the_file_that_was_there() {
    let app = application::start();
    app.call("set_language", json!({ "lang": "fr" })).unwrap();
    fs::write(app.path("map.png"), "mine").unwrap();
    let ask = |width, scale| {
        let form = json!({ "type": "png", "scale": scale });
        app.call(
            "export_picture",
            json!({ "path": app.path("map.png"), "drawing": drawing(width), "form": form, "told": TOLD }),
        )
        .unwrap_err()
    };
    assert_eq!(ask(2_000_000, 1)["code"], "too_large");
    let failure = ask(100, 9);
    assert_eq!(failure["code"], "bad_value");
    assert!(
        failure["message"]
            .as_str()
            .unwrap()
            .contains("quatre pixels")
    );
    assert_eq!(fs::read_to_string(app.path("map.png")).unwrap(), "mine");
}

#[test]
fn pages_are_written_where_they_were_wanted_or_shown_where_they_are_printed() {
    let app = application::start();
    let asked =
        json!({ "path": app.path("map"), "title": "Valmere", "pages": pages(), "told": TOLD });
    assert_eq!(
        app.call("export_pages", asked).unwrap()["path"],
        app.path("map.pdf")
    );
    let pdf = fs::read(app.path("map.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    let print = json!({ "title": "Valmere: 2026", "pages": pages(), "told": TOLD });
    for _ in 0..2 {
        let shown = app.call("print_pages", print.clone()).unwrap();
        assert_eq!(shown["path"], app.path("prints/Valmere 2026.pdf"));
        assert_eq!(fs::read_dir(app.path("prints")).unwrap().count(), 1);
    }
}

#[test]
fn letters_that_no_typeface_has_are_told_of_pixels_and_pages_and_not_of_an_svg() {
    let app = application::start();
    let mut rare = drawing(100);
    rare["groups"][0]["items"][1]["text"][5] = json!("A card \u{10fffd}");
    let told = json!(["\u{10fffd}"]);
    let picture =
        |form| json!({ "path": app.path("map"), "drawing": rare, "form": form, "told": TOLD });
    let svg = app.call("export_picture", picture(json!({ "type": "svg" })));
    assert_eq!(svg.unwrap()["undrawn"], json!([]));
    let png = app.call(
        "export_picture",
        picture(json!({ "type": "png", "scale": 1 })),
    );
    assert_eq!(png.unwrap()["undrawn"], told);
    let mut all = pages();
    all[0]["picture"] = rare.clone();
    let asked = json!({ "path": app.path("map"), "title": "Rare", "pages": all, "told": TOLD });
    assert_eq!(app.call("export_pages", asked).unwrap()["undrawn"], told);
    let asked = json!({ "title": "Rare", "pages": all, "told": TOLD });
    assert_eq!(app.call("print_pages", asked).unwrap()["undrawn"], told);
}

#[test]
fn pages_of_the_last_time_are_gone_when_the_application_starts() {
    let home = tempfile::tempdir().unwrap();
    let prints = home.path().join("prints");
    fs::create_dir(&prints).unwrap();
    fs::write(prints.join("Map.pdf"), "secret").unwrap();
    let app = application::start_at(home, None, application::OPENER);
    assert_eq!(fs::read_dir(app.path("prints")).unwrap().count(), 0);
}

#[test]
fn where_nothing_shows_a_pdf_that_is_said() {
    // On Windows no program says that it refused.
    let refusing = if cfg!(windows) { None } else { Some("false") };
    for opener in refusing.into_iter().chain(["/nowhere/at/all"]) {
        let app = application::start_in(None, opener);
        let print = json!({ "title": "A", "pages": pages(), "told": TOLD });
        let failure = app.call("print_pages", print).unwrap_err();
        assert_eq!(failure["code"], "internal");
        assert!(failure["hint"].as_str().unwrap().contains("as PDF"));
    }
}

#[test]
fn what_cannot_be_drawn_is_said_in_words_and_keeps_the_file_that_was_there() {
    let app = application::start();
    app.call("set_language", json!({ "lang": "fr" })).unwrap();
    fs::write(app.path("map.svg"), "mine").unwrap();
    fs::write(app.path("map.pdf"), "mine").unwrap();
    // The page writes NaN and infinity as null.
    for (at, value) in [
        ("/width", json!(null)),
        ("/height", json!(1e300)),
        ("/groups/0/items/0/rect/1", json!(null)),
        ("/groups/0/items/0/rect/1", json!(1e300)),
        ("/groups/0/items/1/text/2", json!("far")),
        ("/paper", json!("red")),
    ] {
        let mut broken = drawing(100);
        *broken.pointer_mut(at).unwrap() = value.clone();
        let picture = json!({ "path": app.path("map.svg"), "drawing": broken, "form": { "type": "svg" }, "told": TOLD });
        let page = json!([{ "width": 297, "height": 210, "picture": broken, "foot": null }]);
        let page =
            json!({ "path": app.path("map.pdf"), "title": "A", "pages": page, "told": TOLD });
        for (command, asked) in [("export_picture", picture), ("export_pages", page)] {
            let failure = app.call(command, asked).unwrap_err();
            let code = failure["code"].as_str();
            assert!(
                matches!(code, Some("bad_value" | "too_large")),
                "{command} {at} {value}: {failure}"
            );
            let message = failure["message"].as_str().unwrap();
            assert!(message.contains("Rien n’a été écrit"), "{message}");
        }
    }
    let mut no_paper = pages();
    no_paper[0]["width"] = json!(1e300);
    let asked =
        json!({ "path": app.path("map.pdf"), "title": "A", "pages": no_paper, "told": TOLD });
    assert_eq!(
        app.call("export_pages", asked).unwrap_err()["code"],
        "bad_value"
    );
    for name in ["map.svg", "map.pdf"] {
        assert_eq!(fs::read_to_string(app.path(name)).unwrap(), "mine");
    }
}
