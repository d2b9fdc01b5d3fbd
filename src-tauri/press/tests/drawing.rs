//! Pictures from outside: the same bytes each time, words that stay words, and bounds that hold.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use portfolio::Code;
use portfolio::model::Lang;
use press::drawing::{self, Drawing, Item};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::atomic::AtomicBool;

/// One of everything that can be drawn.
fn everything() -> Value {
    let stroke = |color: &str, width: f64, dash: Value| json!({ "color": color, "width": width, "dash": dash, "round_cap": true, "round_join": true });
    let look = |fill: Value, stroke: Value| json!({ "fill": fill, "stroke": stroke, "clip": null, "shadow": null });
    let mut shaded = look(json!({ "plain": "#ffffff" }), json!(null));
    shaded["shadow"] = json!({ "color": "#1c1b1912", "blur": 24, "dx": 0, "dy": 8 });
    let mut clipped = look(json!({ "plain": "#1a3bf21a" }), json!(null));
    clipped["clip"] = json!(0);
    json!({
        "width": 320, "height": 160.5, "paper": "#f6f5f1", "title": "Valmere <Transit> & \"Ferries\"", "lang": "fr",
        "looks": [
            look(json!({ "plain": "#ffffff" }), stroke("#e4e1da", 1.0, json!([]))),
            look(json!({ "hatch": ["#8f8a80", 2.5] }), json!(null)),
            look(json!(null), stroke("#1a3bf280", 2.6, json!([0.1, 6]))),
            shaded,
            clipped,
        ],
        "types": [
            { "size": 13, "weight": 550, "color": "#1c1b19", "anchor": "start", "clip": null },
            { "size": 12.25, "weight": 400, "color": "#1c1b194d", "anchor": "end", "clip": 0 },
        ],
        "clips": ["M0 0L300 0L300 150L0 150Z"],
        "groups": [
            { "id": null, "title": "", "items": [{ "rect": [3, 20, 20, 240, 88, 6] }] },
            { "id": "0197a3c2-7b1e", "title": "Initiative: Billettique < 2 s & fiable", "items": [
                { "rect": [0, 20.5, 20.25, 240, 88, 6] },
                { "rect": [1, 35, 80, 100, 5, 2.5] },
                { "disc": [4, 240, 80.126, 4.5] },
                { "path": [2, "M140 108C140 130 200 110 200 140M0 0L-5 12.5"] },
                { "text": [0, 35, 42, 151.37, 0, "Billettique < 2 s & fiable"] },
                { "text": [1, 250, 66, 18.5, -90, "E\u{0}3\nx"] },
            ] },
            { "id": "0197a3c2-7b1e", "title": "The same again", "items": [{ "disc": [0, 1, 1, 1] }] },
            { "id": "\" onload=\"alert(1)", "title": "", "items": [] },
        ],
    })
}

fn read(value: &Value) -> Drawing {
    serde_json::from_value(value.clone()).unwrap()
}

fn svg(drawing: &Drawing) -> String {
    let mut bytes = Vec::new();
    drawing::svg(drawing, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_drawing_gives_the_bytes_that_were_looked_at() {
    let drawing = read(&everything());
    drawing.check().unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/drawing.svg");
    let made = svg(&drawing);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        made == golden,
        "the picture changed; look at it, then UPDATE_GOLDEN=1:\n{made}"
    );
}

#[test]
fn what_people_wrote_stays_words() {
    let made = svg(&read(&everything()));
    assert!(made.contains("Billettique &lt; 2 s &amp; fiable"));
    assert!(made.contains(
        "<title id=\"picture\">Valmere &lt;Transit&gt; &amp; &quot;Ferries&quot;</title>"
    ));
    assert!(
        made.contains(">E3 x</text>"),
        "control characters are no XML"
    );
    assert!(!made.contains("onload=\""));
    assert_eq!(
        made.matches("id=\"r-0197a3c2-7b1e\"").count(),
        1,
        "an id stands once"
    );
}

#[test]
fn a_drawing_can_be_sent_and_read_again() {
    let drawing = read(&everything());
    let sent = serde_json::to_value(&drawing).unwrap();
    assert_eq!(read(&sent), drawing);
}

#[test]
fn what_is_no_drawing_is_not_read() {
    let broken: [(&str, Value); 9] = [
        ("/paper", json!("url(#evil)")),
        ("/paper", json!("red")),
        ("/width", json!(null)),
        ("/width", json!("NaN")),
        ("/clips/0", json!("M0 0\"/><script>")),
        ("/clips/0", json!("")),
        ("/groups/1/items/3", json!({ "path": [2, "M1 2Lx"] })),
        (
            "/groups/1/items/3",
            json!({ "image": [2, "file:///etc/passwd"] }),
        ),
        ("/groups/1/items/3", json!({ "rect": [2, 1, 2] })),
    ];
    for (at, value) in broken {
        let mut drawing = everything();
        *drawing.pointer_mut(at).unwrap() = value.clone();
        assert!(
            serde_json::from_value::<Drawing>(drawing).is_err(),
            "{at} {value}"
        );
    }
}

#[test]
fn numbers_that_cannot_be_drawn_with_are_refused() {
    let broken: [(&str, Value); 14] = [
        ("/width", json!(0)),
        ("/height", json!(-5)),
        ("/groups/1/items/0/rect/0", json!(99)),
        ("/groups/1/items/0/rect/1", json!(1e300)),
        ("/groups/1/items/0/rect/3", json!(-1)),
        ("/groups/1/items/4/text/0", json!(2)),
        ("/groups/1/items/4/text/4", json!(1e9)),
        ("/groups/1/items/4/text/5", json!("x".repeat(5_000))),
        ("/looks/0/clip", json!(1)),
        ("/looks/2/stroke/dash", json!([0, 0])),
        ("/looks/2/stroke/dash", json!(vec![1; 100])),
        ("/looks/2/stroke/width", json!(1e9)),
        ("/types/0/size", json!(0)),
        ("/types/0/weight", json!(0)),
    ];
    for (at, value) in broken {
        let mut drawing = everything();
        *drawing.pointer_mut(at).unwrap() = value.clone();
        let error = read(&drawing).check().unwrap_err();
        assert_eq!(error.code, Code::BadValue, "{at} {value}");
        for lang in [Lang::En, Lang::Fr] {
            assert!(!error.hint.get(lang).is_empty());
        }
    }
    let mut drawing = read(&everything());
    drawing.width = f64::NAN;
    assert!(drawing.check().is_err());
    drawing.width = f64::INFINITY;
    assert!(drawing.check().is_err());
}

#[test]
fn more_than_any_program_opens_is_refused_before_it_is_drawn() {
    let mut drawing = read(&everything());
    drawing.width = 1e8;
    assert_eq!(drawing.check().unwrap_err().code, Code::TooLarge);
    let mut drawing = read(&everything());
    drawing.groups[1].items = vec![Item::Disc(0, 1.0, 1.0, 1.0); 2_000_001];
    assert_eq!(drawing.check().unwrap_err().code, Code::TooLarge);
}

#[test]
fn a_picture_of_pixels_has_the_size_that_was_asked_for() {
    let mut drawing = read(&everything());
    for (scale, paper, color) in [(1, true, 2), (3, false, 6)] {
        if !paper {
            drawing.paper = None;
        }
        let mut bytes = Vec::new();
        drawing::png(&drawing, scale)
            .unwrap()
            .write(&mut bytes, &AtomicBool::new(false), |_| ())
            .unwrap();
        assert_eq!(&bytes[1..4], b"PNG");
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        assert_eq!(
            (side(16), side(20)),
            (
                320 * u32::from(scale),
                (160.5 * f64::from(scale)).ceil() as u32
            )
        );
        assert_eq!(
            bytes[25], color,
            "with paper there is nothing to see through"
        );
    }
}

#[test]
fn a_picture_that_is_stopped_leaves_the_file_that_was_there_and_no_other() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stopped-picture");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("map.png");
    std::fs::write(&path, "mine").unwrap();
    let mut drawing = read(&everything());
    (drawing.width, drawing.height) = (3_000.0, 3_000.0);
    let raster = drawing::png(&drawing, 1).unwrap();
    let stop = AtomicBool::new(false);
    let stopped = portfolio::exchange::save_with(&path, |file| {
        raster.write(file, &stop, |_| {
            stop.store(true, std::sync::atomic::Ordering::Relaxed);
        })
    });
    assert!(stopped.is_err());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
}

#[test]
fn words_in_every_script_are_drawn_or_left_out_but_break_nothing() {
    let mut drawing = read(&everything());
    for words in [
        "مترو الأنفاق",
        "תחבורה ציבורית",
        "交通网络 東京",
        "Ferry 🚢👩‍👩‍👧",
        "a\u{202e}b\u{200d}\u{0301}",
        "\u{fffd}\u{e000}",
    ] {
        drawing.groups[1]
            .items
            .push(Item::Text(0, 20.0, 60.0, 90.0, 0.0, words.to_owned()));
    }
    drawing.check().unwrap();
    assert!(svg(&drawing).contains("מ") || svg(&drawing).contains("ת"));
    let mut bytes = Vec::new();
    let raster = drawing::png(&drawing, 2).unwrap();
    raster
        .write(&mut bytes, &AtomicBool::new(false), |_| ())
        .unwrap();
    assert_eq!(&bytes[1..4], b"PNG");
}
