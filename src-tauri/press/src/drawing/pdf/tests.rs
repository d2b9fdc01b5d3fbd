//! Pages are read again and held against the drawings that the page of the application made: every kind of canvas,
//! every part of it, with paper and without.

#![allow(clippy::unwrap_used)]

use super::*;
use std::collections::HashMap;
use std::path::Path as File;

static GO_ON: AtomicBool = AtomicBool::new(false);

/// What a page shows, in its order: where, in points from the top left, and which words.
#[derive(Debug)]
enum Mark {
    Shape(f64, f64),
    Words(f64, f64, String),
}

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
    written(pages, &mut bytes, &GO_ON, |_| (), settings).unwrap();
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
    assert!(text.contains("/Title"));
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

#[test]
fn words_in_every_script_are_written_or_left_out_but_break_nothing() {
    let (_, mut picture) = drawings().swap_remove(0);
    for words in [
        "مترو الأنفاق",
        "交通网络",
        "Ferry 🚢👩‍👩‍👧",
        "a\u{202e}b\u{200d}\u{0301}",
        "\u{e000}",
    ] {
        picture.groups[0]
            .items
            .push(Item::Text(0, 20.0, 60.0, 90.0, 0.0, words.to_owned()));
    }
    assert!(bytes(&[on_a4(picture)]).starts_with("%PDF-"));
}

#[test]
fn writing_tells_how_far_it_is_and_stops_when_it_is_told() {
    let (_, picture) = drawings().swap_remove(0);
    let pages = vec![on_a4(picture); 4];
    let mut parts = Vec::new();
    pdf(&pages, &mut io::sink(), &GO_ON, |part| parts.push(part)).unwrap();
    assert!(parts.len() > 3 && parts.is_sorted());
    let stop = AtomicBool::new(false);
    let mut to = Vec::new();
    let broken = pdf(&pages, &mut to, &stop, |_| {
        stop.store(true, Ordering::Relaxed)
    });
    assert_eq!(broken.unwrap_err().kind(), io::ErrorKind::Interrupted);
    assert!(to.is_empty());
}

/// Reads the one page of a file whose streams are not packed.
fn marks(text: &str, height: f64) -> Vec<Mark> {
    let letters = letters_of(text);
    let number = after(text, "/Contents ")
        .unwrap()
        .split(' ')
        .next()
        .unwrap();
    let content = object(text, number);
    let content = content.split("stream\n").nth(1).unwrap();
    let mut marks = Vec::new();
    let (mut at, mut kept) = ([1.0, 0.0, 0.0, 1.0, 0.0, 0.0], Vec::new());
    let (mut begin, mut font) = (None, "");
    for line in content.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let number = |n: usize| words[n].parse::<f64>().unwrap();
        match *words.last().unwrap() {
            "q" => kept.push(at),
            "Q" => at = kept.pop().unwrap(),
            "cm" => at = times(at, [0, 1, 2, 3, 4, 5].map(number)),
            "m" => {
                let [x, y] = [0, 1].map(number);
                begin.get_or_insert((at[0] * x + at[2] * y + at[4], at[1] * x + at[3] * y + at[5]));
            }
            "n" => begin = None,
            "f" | "S" | "B" | "f*" | "B*" => {
                let (x, y) = begin.take().unwrap();
                marks.push(Mark::Shape(x, height - y));
            }
            "Tf" => font = words[0],
            "Tj" | "TJ" => {
                let said = said(line, &letters[font]);
                marks.push(Mark::Words(at[4], height - at[5], said));
            }
            _ => {}
        }
    }
    marks
}

fn times(m: [f64; 6], n: [f64; 6]) -> [f64; 6] {
    [
        m[0] * n[0] + m[2] * n[1],
        m[1] * n[0] + m[3] * n[1],
        m[0] * n[2] + m[2] * n[3],
        m[1] * n[2] + m[3] * n[3],
        m[0] * n[4] + m[2] * n[5] + m[4],
        m[1] * n[4] + m[3] * n[5] + m[5],
    ]
}

/// Which letters the signs of each typeface stand for, by its name on the page.
fn letters_of(text: &str) -> HashMap<String, HashMap<u16, String>> {
    let fonts = after(text, "/Font <<").unwrap().split(">>").next().unwrap();
    let named = fonts.lines().filter_map(|it| it.trim().split_once(' '));
    let read = |(name, number): (&str, &str)| {
        let font = object(text, number.split(' ').next().unwrap());
        let map = after(font, "/ToUnicode ").unwrap();
        let map = object(text, map.split(' ').next().unwrap());
        let pairs = map
            .lines()
            .filter_map(|it| it.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"));
        let unit = |it: &str| u16::from_str_radix(it, 16).unwrap();
        let pair = |(sign, letter): (&str, &str)| {
            let units: Vec<u16> = (0..letter.len() / 4)
                .map(|n| unit(&letter[4 * n..4 * n + 4]))
                .collect();
            (unit(sign), String::from_utf16(&units).unwrap())
        };
        (
            name.to_owned(),
            pairs.filter(|it| it.0.len() == 4).map(pair).collect(),
        )
    };
    named.map(read).collect()
}

/// The words of one line of signs: `[(\000\001) 35 (\000\002)] TJ`.
fn said(line: &str, letters: &HashMap<u16, String>) -> String {
    let mut bytes = Vec::new();
    let mut inside = false;
    let mut all = line.chars().peekable();
    while let Some(c) = all.next() {
        match c {
            '(' if !inside => inside = true,
            ')' if inside => inside = false,
            '\\' if inside => match all.next().unwrap() {
                'n' => bytes.push(10),
                'r' => bytes.push(13),
                't' => bytes.push(9),
                'b' => bytes.push(8),
                'f' => bytes.push(12),
                digit if digit.is_ascii_digit() => {
                    let octal: String = [digit, all.next().unwrap(), all.next().unwrap()]
                        .iter()
                        .collect();
                    bytes.push(u8::from_str_radix(&octal, 8).unwrap());
                }
                other => bytes.push(other as u8),
            },
            c if inside => bytes.push(c as u8),
            _ => {}
        }
    }
    let signs = bytes
        .chunks_exact(2)
        .map(|it| u16::from_be_bytes([it[0], it[1]]));
    signs.map(|sign| letters[&sign].as_str()).collect()
}

fn object<'a>(text: &'a str, number: &str) -> &'a str {
    let begin = format!("\n{number} 0 obj\n");
    after(text, &begin)
        .unwrap()
        .split("\nendobj")
        .next()
        .unwrap()
}

fn after<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    text.split_once(mark).map(|it| it.1)
}
