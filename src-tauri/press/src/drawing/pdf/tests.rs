//! Pages are read again and held against the drawings that the page of the application made: every kind of canvas,
//! every part of it, with paper and without.

#![allow(clippy::unwrap_used)]

use super::reader::{Mark, marks};
use super::*;
use std::path::Path as File;

static GO_ON: AtomicBool = AtomicBool::new(false);

fn drawings() -> Vec<(String, Drawing)> {
    let folder = File::new(env!("CARGO_MANIFEST_DIR")).join("tests/drawings");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path());
    let read = |path: std::path::PathBuf| {
        let text = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().display().to_string();
        (name, serde_json::from_slice(&text).unwrap())
    };
    files.map(read).collect()
}

fn on_a4(picture: Drawing) -> Page {
    Page {
        width: 297.0,
        height: 210.0,
        picture,
        foot: None,
    }
}

fn bytes(pages: &[Page]) -> String {
    let settings = SerializeSettings {
        compress_content_streams: false,
        ascii_compatible: true,
        ..SerializeSettings::default()
    };
    let mut bytes = Vec::new();
    written("The canvas", pages, &mut bytes, &GO_ON, |_| (), settings).unwrap();
    bytes.iter().map(|it| char::from(*it)).collect()
}

#[test]
fn pages_have_every_shape_and_word_where_the_drawing_has_it() {
    let all = drawings();
    assert_eq!(all.len(), 8 * 3 * 2, "every kind, part and ground");
    for (name, drawing) in all {
        let (w, h) = (297.0 * POINTS, 210.0 * POINTS);
        let margin = MARGIN * POINTS;
        let (wide, high) = (w - 2.0 * margin, h - 2.0 * margin);
        let scale = (wide / drawing.width).min(high / drawing.height).min(1.5);
        let left = (w - drawing.width * scale) / 2.0;
        let top = (h - drawing.height * scale) / 2.0;
        let text = bytes(&[on_a4(drawing.clone())]);
        let marks = marks(&text, h);
        let mut marks = marks.iter().skip(usize::from(drawing.paper.is_some()));
        for item in items(&drawing) {
            let wanted = match item {
                Item::Text(setting, x, y, width, turn, words) => {
                    let mut said = String::new();
                    let wanted: String = words.split_whitespace().collect();
                    let mut first = None;
                    while said != wanted {
                        let Some(Mark::Words(x, y, run)) = marks.next() else {
                            panic!("{name}: {words:?} is not on the page, only {said:?}");
                        };
                        first.get_or_insert((*x, *y));
                        said.extend(run.split_whitespace());
                    }
                    let back = match drawing.types[*setting as usize].anchor {
                        crate::drawing::Anchor::Start => 0.0,
                        crate::drawing::Anchor::Middle => width / 2.0,
                        crate::drawing::Anchor::End => *width,
                    };
                    let (sin, cos) = turn.to_radians().sin_cos();
                    let at = (
                        left + (x - back * cos) * scale,
                        top + (y - back * sin) * scale,
                    );
                    let (x, y) = first.unwrap();
                    // Half of what parts letters lies before the first one.
                    let off = (x - at.0).hypot(y - at.1) / scale;
                    assert!(off < 3.0, "{name}: {words:?} is {off} away");
                    continue;
                }
                Item::Rect(look, ..) | Item::Disc(look, ..) | Item::Path(look, ..) => {
                    let look = &drawing.looks[*look as usize];
                    let inked = look.fill.is_some()
                        || look.stroke.as_ref().is_some_and(|it| it.width > 0.0);
                    // A line from a point to itself leaves no ink.
                    whole(item)
                        .filter(|it| inked && it.bounds().width().max(it.bounds().height()) > 0.0)
                }
            };
            let Some(PathSegment::MoveTo(begin)) = wanted.and_then(|it| it.segments().next())
            else {
                continue;
            };
            let Some(Mark::Shape(x, y)) = marks.next() else {
                panic!("{name}: {item:?} is not on the page");
            };
            let at = (
                left + f64::from(begin.x) * scale,
                top + f64::from(begin.y) * scale,
            );
            let off = (x - at.0).hypot(y - at.1);
            assert!(off < 0.1, "{name}: {item:?} is {off} points away");
        }
        assert_eq!(marks.count(), 0, "{name}: nothing else is on the page");
    }
}

#[test]
fn each_frame_is_a_page_with_its_foot_as_large_as_on_the_screen() {
    let (_, picture) = drawings().swap_remove(0);
    let mut foot = picture.clone();
    (foot.width, foot.height, foot.paper) = (1_000.0, 44.0, None);
    foot.groups.truncate(1);
    foot.groups[0].items = vec![Item::Text(0, 16.0, 26.0, 80.0, 0.0, "As of today".into())];
    let pages = vec![
        Page {
            foot: Some(foot),
            ..on_a4(picture)
        };
        3
    ];
    check(&pages).unwrap();
    let text = bytes(&pages);
    assert_eq!(text.matches("/Type /Page\n").count(), 3);
    assert_eq!(text.matches("0.75 0 0 -0.75 ").count() % 3, 0);
    assert!(
        text.contains("0.75 0 0 -0.75 "),
        "three quarters of a point are a pixel"
    );
}

#[test]
fn a_file_is_called_by_its_canvas_and_each_of_several_pages_by_its_frame() {
    let (_, picture) = drawings().swap_remove(0);
    let named = |title: &str| {
        on_a4(Drawing {
            title: title.to_owned(),
            ..picture.clone()
        })
    };
    let text = bytes(&[named("Why we sail"), named("What we do")]);
    assert_eq!(titles(&text), ["Why we sail", "What we do", "The canvas"]);
    let text = bytes(&[named("The whole of it")]);
    assert_eq!(titles(&text), ["The canvas"], "one page needs no contents");
}

/// Every title in a file in its order: what one finds pages by, then what it is called itself.
fn titles(text: &str) -> Vec<String> {
    let said = text.split("/Title (").skip(1);
    said.map(|it| it.split(')').next().unwrap().to_owned())
        .collect()
}

#[test]
fn a_page_that_no_printer_has_is_refused() {
    let (_, picture) = drawings().swap_remove(0);
    for side in [0.0, -5.0, 1e300, f64::NAN, f64::INFINITY] {
        let page = Page {
            width: side,
            ..on_a4(picture.clone())
        };
        assert_eq!(check(&[page]).unwrap_err().code, Code::BadValue, "{side}");
    }
    assert_eq!(check(&[]).unwrap_err().code, Code::BadValue);
}

/// A file of nothing but these words.
fn saying(words: &str) -> String {
    let (_, mut picture) = drawings().swap_remove(0);
    let spoken = Item::Text(0, 20.0, 60.0, 90.0, 0.0, words.to_owned());
    (picture.paper, picture.groups) = (None, vec![picture.groups.swap_remove(0)]);
    picture.groups[0].items = vec![spoken];
    bytes(&[on_a4(picture)])
}

/// What one copies from a file, in the order in which it is written.
fn copied(text: &str) -> String {
    let said = marks(text, 0.0).into_iter().map(|mark| match mark {
        Mark::Words(.., words) => words,
        Mark::Shape(..) => panic!("only words were drawn"),
    });
    said.collect()
}

#[test]
fn words_in_the_scripts_of_our_typeface_are_drawn_with_it_and_copied_as_they_were_written() {
    for words in [
        "Ferry, à l’œuvre — Übergröße 100 %",
        "Łódź, Çeşme, Ørsted",
        "Паром до Києва",
        "Πλοία στο λιμάνι",
        "Phà Tiếng Việt",
        "Cafe\u{301}",
    ] {
        let text = saying(words);
        assert_eq!(copied(&text), words);
        assert!(!text.contains(MISSING), "{words} has a letter missing");
        assert_eq!(
            text.matches("/ToUnicode").count(),
            1,
            "one typeface: {words}"
        );
        assert!(text.contains("+Inter"), "{words}");
    }
}

/// How the box is written that stands for a letter which no typeface has.
const MISSING: &str = "\\000\\000";

/// Which typefaces there are differs by computer; what is copied does not.
#[test]
fn words_in_every_other_script_can_be_copied_also_where_no_typeface_has_their_letters() {
    for words in [
        "مترو الأنفاق",
        "交通网络",
        "a\u{202e}b\u{200d}\u{0301}",
        "\u{e000}",
        "\u{10fffd}",
        "\u{10fffd}\u{10fffd} 交",
    ] {
        let text = saying(words);
        // What runs from right to left is written as it stands, from left to right.
        let sorted = |text: &str| {
            let mut letters: Vec<char> = text.chars().collect();
            letters.sort_unstable();
            letters
        };
        assert_eq!(sorted(&copied(&text)), sorted(words), "{words:?}");
    }
    assert!(
        saying("\u{10fffd}").contains(MISSING),
        "nobody has this one"
    );
}

#[test]
fn writing_tells_how_far_it_is_and_stops_when_it_is_told() {
    let (_, picture) = drawings().swap_remove(0);
    let pages = vec![on_a4(picture); 4];
    let mut parts = Vec::new();
    pdf("Map", &pages, &mut io::sink(), &GO_ON, |part| {
        parts.push(part)
    })
    .unwrap();
    assert!(parts.len() > 3 && parts.is_sorted());
    let stop = AtomicBool::new(false);
    let mut to = Vec::new();
    let broken = pdf("Map", &pages, &mut to, &stop, |_| {
        stop.store(true, Ordering::Relaxed)
    });
    assert_eq!(broken.unwrap_err().kind(), io::ErrorKind::Interrupted);
    assert!(to.is_empty());
}
