//! Every kind of canvas × every part × with paper and without, as SVG and as PNG of one and of four pixels: shapes and
//! words are held against the drawing, whose own test holds it against the screen (`ui/src/canvas/record/kinds.test.ts`).

#![allow(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]

use press::drawing::{self, Anchor, Color, Drawing, Item, Look, Paint};
use resvg::usvg::roxmltree::{self, Node};
use std::sync::atomic::AtomicBool;

const KINDS: [&str; 8] = [
    "strategy_map",
    "scorecard",
    "benefits_map",
    "x_matrix",
    "capability_map",
    "trajectory",
    "delivery_outcome",
    "free",
];

fn each(mut told: impl FnMut(&str, Drawing)) {
    for kind in KINDS {
        for part in ["whole", "frame", "selection"] {
            for ground in ["paper", "clear"] {
                let name = format!("{kind}.{part}.{ground}");
                let path = format!("{}/tests/drawings/{name}.json", env!("CARGO_MANIFEST_DIR"));
                let text = std::fs::read(path).unwrap();
                let drawing: Drawing = serde_json::from_slice(&text).unwrap();
                drawing.check().unwrap();
                assert_eq!(drawing.paper.is_some(), ground == "paper", "{name}");
                told(&name, drawing);
            }
        }
    }
}

#[test]
fn an_svg_has_every_shape_and_word_of_the_drawing_in_its_place_and_order() {
    each(|name, drawing| {
        let mut bytes = Vec::new();
        drawing::svg(&drawing, &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let read = roxmltree::Document::parse(&text).unwrap();
        let root = read.root_element();
        assert!(near(number(root, "width"), drawing.width), "{name}");
        assert!(near(number(root, "height"), drawing.height), "{name}");
        let ground = root.children().any(|it| it.has_tag_name("rect"));
        assert_eq!(ground, drawing.paper.is_some(), "{name}");
        let mut groups = root.children().filter(|it| it.has_tag_name("g"));
        for group in &drawing.groups {
            let shown = groups.next().unwrap();
            let mut shown = shown.children().filter(|it| it.is_element());
            if !group.title.is_empty() {
                assert_eq!(shown.next().unwrap().text(), Some(group.title.as_str()));
            }
            for item in &group.items {
                let node = shown.next().unwrap();
                assert!(
                    is_shown(item, &drawing, node),
                    "{name}: {item:?} is {node:?}"
                );
            }
            assert!(shown.next().is_none(), "{name}: {}", group.title);
        }
        assert!(groups.next().is_none(), "{name}");
    });
}

fn is_shown(item: &Item, drawing: &Drawing, node: Node<'_, '_>) -> bool {
    let has = |pairs: &[(&str, f64)]| {
        pairs
            .iter()
            .all(|(at, value)| near(number(node, at), *value))
    };
    let looks = |look: &Look| {
        let fill = match &look.fill {
            None => node.attribute("fill") == Some("none"),
            Some(Paint::Plain(color)) => node.attribute("fill") == Some(&rgb(*color)),
            Some(Paint::Hatch(..)) => node
                .attribute("fill")
                .is_some_and(|it| it.starts_with("url(#h")),
        };
        let stroke = look.stroke.as_ref().map(|it| rgb(it.color));
        fill && node.attribute("stroke") == stroke.as_deref()
    };
    match item {
        Item::Rect(n, x, y, w, h, r) => {
            let at = [
                ("x", *x),
                ("y", *y),
                ("width", *w),
                ("height", *h),
                ("rx", *r),
            ];
            node.has_tag_name("rect") && has(&at) && looks(&drawing.looks[*n as usize])
        }
        Item::Disc(n, x, y, r) => {
            let at = [("cx", *x), ("cy", *y), ("r", *r)];
            node.has_tag_name("circle") && has(&at) && looks(&drawing.looks[*n as usize])
        }
        Item::Path(n, outline) => {
            let d = serde_json::to_value(outline).unwrap();
            node.has_tag_name("path")
                && node.attribute("d") == d.as_str()
                && looks(&drawing.looks[*n as usize])
        }
        Item::Text(n, x, y, width, turn, words) => {
            let setting = &drawing.types[*n as usize];
            let wide = *width < 1.0 || words.chars().count() < 2 || has(&[("textLength", *width)]);
            let turned = *turn == 0.0
                || node
                    .attribute("transform")
                    .is_some_and(|it| it.starts_with("rotate("));
            node.has_tag_name("text")
                && has(&[("x", *x), ("y", *y), ("font-size", setting.size)])
                && wide
                && turned
                && node.attribute("fill") == Some(&rgb(setting.color))
                && node.text() == Some(words)
        }
    }
}

#[test]
fn a_png_has_the_areas_and_words_of_the_drawing_where_they_belong() {
    each(|name, drawing| look_at(name, &drawing, 1));
}

#[test]
fn a_png_four_times_as_large_has_them_there_too() {
    // The whole is four times as large by the same code, and many more pixels.
    each(|name, drawing| {
        if name.ends_with("frame.paper") || name.ends_with("selection.clear") {
            look_at(name, &drawing, 4);
        }
    });
}

fn look_at(name: &str, drawing: &Drawing, scale: u8) {
    let picture = Picture::of(drawing, scale);
    let areas = picture.areas(drawing, name);
    let words = picture.words(drawing, name);
    assert!(
        words > 0 && areas + words > 1,
        "{name}: {areas} areas and {words} words were looked at"
    );
}

struct Picture {
    pixels: Vec<u8>,
    width: usize,
    deep: usize,
    scale: f64,
}

/// Left, top, right and bottom, in units.
type Corners = [f64; 4];

impl Picture {
    fn of(drawing: &Drawing, scale: u8) -> Self {
        let mut bytes = Vec::new();
        drawing::png(drawing, scale)
            .unwrap()
            .write(&mut bytes, &AtomicBool::new(false), |_| ())
            .unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes))
            .read_info()
            .unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let told = reader.next_frame(&mut pixels).unwrap();
        let side = |units: f64| (units * f64::from(scale)).ceil() as u32;
        assert_eq!(told.width, side(drawing.width));
        assert_eq!(told.height, side(drawing.height));
        Self {
            pixels,
            width: told.width as usize,
            deep: if drawing.paper.is_some() { 3 } else { 4 },
            scale: f64::from(scale),
        }
    }

    fn at(&self, x: f64, y: f64) -> Option<&[u8]> {
        if x < 0.0 || y < 0.0 || x * self.scale >= self.width as f64 {
            return None;
        }
        let place = (y * self.scale) as usize * self.width + (x * self.scale) as usize;
        self.pixels.get(place * self.deep..(place + 1) * self.deep)
    }

    fn shows(&self, x: f64, y: f64, color: Color, off: u8) -> bool {
        let wanted = hex(color);
        self.at(x, y).is_some_and(|it| {
            it.iter()
                .zip([wanted[0], wanted[1], wanted[2], 255])
                .all(|(a, b)| a.abs_diff(b) <= off)
        })
    }

    /// Near their corners, areas have their colour, as far as nothing lies over them there.
    fn areas(&self, drawing: &Drawing, name: &str) -> usize {
        let items: Vec<&Item> = drawing.groups.iter().flat_map(|it| &it.items).collect();
        let mut looked = 0;
        for (n, item) in items.iter().enumerate() {
            let Item::Rect(look, x, y, w, h, r) = *item else {
                continue;
            };
            let look = &drawing.looks[*look as usize];
            let Some(Paint::Plain(color)) = &look.fill else {
                continue;
            };
            let edge = look.stroke.as_ref().map_or(0.0, |it| it.width / 2.0);
            let within = 1.5 + edge + r * 0.3;
            if hex(*color)[3] < 255 || look.clip.is_some() || *w < 4.0 * within || *h < 4.0 * within
            {
                continue;
            }
            for (x, y) in [
                (x + within, y + within),
                (x + w - within, y + within),
                (x + within, y + h - within),
                (x + w - within, y + h - within),
            ] {
                let is_over = |it: &&Item| {
                    let [x0, y0, x1, y1] = corners(it, drawing);
                    x >= x0 && x <= x1 && y >= y0 && y <= y1
                };
                let is_beyond = x < 0.0 || y < 0.0 || x > drawing.width || y > drawing.height;
                if is_beyond || items[n + 1..].iter().any(is_over) {
                    continue;
                }
                assert!(
                    self.shows(x, y, *color, 2),
                    "{name}: {item:?} at {x} {y}: {:?}",
                    self.at(x, y)
                );
                looked += 1;
            }
        }
        looked
    }

    /// At both ends of its width, a line of words has ink of its colour.
    fn words(&self, drawing: &Drawing, name: &str) -> usize {
        // Thin letters cover a pixel of the screen in part, and fill smaller ones.
        let thin = if self.scale > 1.0 { 40 } else { 110 };
        let mut looked = 0;
        let items: Vec<&Item> = drawing.groups.iter().flat_map(|it| &it.items).collect();
        for (place, item) in items.iter().enumerate() {
            let Item::Text(n, x, y, width, turn, words) = item else {
                continue;
            };
            let setting = &drawing.types[*n as usize];
            let [_, _, _, alpha] = hex(setting.color);
            if alpha < 255 || *turn != 0.0 || setting.clip.is_some() || words.chars().count() < 3 {
                continue;
            }
            let left = match setting.anchor {
                Anchor::Start => *x,
                Anchor::Middle => x - width / 2.0,
                Anchor::End => x - width,
            };
            let right = left + width;
            if left < 0.0 || right > drawing.width || *y - setting.size < 0.0 || *y > drawing.height
            {
                continue;
            }
            let covers = |it: &&Item| {
                let [x0, y0, x1, y1] = corners(it, drawing);
                x0 < right && x1 > left && y0 < *y && y1 > y - setting.size
            };
            if items[place + 1..].iter().any(covers) {
                continue;
            }
            for (from, to) in [
                (left - 1.0, left + setting.size),
                (right - setting.size - 2.0, right + 1.0),
            ] {
                let step = 0.5 / self.scale.min(2.0);
                let mut best = u16::MAX;
                let mut at = from;
                while at < to {
                    let mut down = y - setting.size;
                    while down < y + 0.3 * setting.size {
                        if let Some(pixel) = self.at(at, down) {
                            let ink = hex(setting.color);
                            let off = pixel
                                .iter()
                                .zip(ink)
                                .map(|(a, b)| u16::from(a.abs_diff(b)))
                                .max();
                            best = best.min(off.unwrap_or(u16::MAX));
                        }
                        down += step;
                    }
                    at += step;
                }
                assert!(
                    best < thin,
                    "{name}: no ink of {words:?} from {from} to {to}, {best} off"
                );
            }
            looked += 1;
        }
        looked
    }
}

/// Generous: where an item may leave ink.
fn corners(item: &Item, drawing: &Drawing) -> Corners {
    let pen = |look: u32| {
        let stroke = drawing.looks[look as usize].stroke.as_ref();
        stroke.map_or(0.0, |it| it.width) + 1.0
    };
    match item {
        Item::Rect(look, x, y, w, h, _) => {
            let pen = pen(*look);
            [x - pen, y - pen, x + w + pen, y + h + pen]
        }
        Item::Disc(look, x, y, r) => {
            let out = r + pen(*look);
            [x - out, y - out, x + out, y + out]
        }
        Item::Path(look, outline) => {
            let text = serde_json::to_value(outline).unwrap();
            let split = text
                .as_str()
                .unwrap()
                .split(|c: char| c.is_ascii_alphabetic() || c == ' ');
            let all: Vec<f64> = split.filter_map(|it| it.parse().ok()).collect();
            let pen = pen(*look);
            let mut corners = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
            for pair in all.chunks_exact(2) {
                corners[0] = corners[0].min(pair[0] - pen);
                corners[1] = corners[1].min(pair[1] - pen);
                corners[2] = corners[2].max(pair[0] + pen);
                corners[3] = corners[3].max(pair[1] + pen);
            }
            corners
        }
        Item::Text(n, x, y, width, turn, _) => {
            let size = drawing.types[*n as usize].size;
            let down = if *turn == 0.0 { 0.0 } else { *width };
            [
                x - width - size,
                y - size - down,
                x + width + size,
                y + size + down,
            ]
        }
    }
}

fn hex(color: Color) -> [u8; 4] {
    let text = color.to_string();
    let byte = |n: usize| u8::from_str_radix(text.get(n..n + 2).unwrap_or("ff"), 16).unwrap();
    [byte(1), byte(3), byte(5), byte(7)]
}

fn rgb(color: Color) -> String {
    color.to_string()[..7].to_owned()
}

/// An attribute that is not there is nothing.
fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).map_or(0.0, |it| it.parse().unwrap())
}

/// SVG is written with hundredths.
fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 0.0051
}
