//! What a PNG of a map of 2,000 and of 10,000 cards with their links takes, against the encoder alone writing as many
//! pixels of a picture that was drawn before, in the same run. Both take turns, so that a busy machine slows both. A
//! ratio over its limit fails. Called by `cargo xtask bench pictures`, which names the file for the result in
//! `THROUGHLINE_BENCH`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a measurement that cannot be made has failed, and its result is a table to read"
)]

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};
use press::drawing::{self, Drawing};
use serde_json::{Value, json};
use std::io::{self, Write};
use std::sync::atomic::AtomicBool;
use std::time::Instant;

/// Long thin lines cost more than the pixels they cover; everything else is hidden behind the encoder on two cores.
const LIMIT: f64 = 12.0;
/// Rows of a drawn picture that the encoder alone writes over and over, so that it has something to press.
const ROWS: usize = 512;

fn main() {
    let mut results = Vec::new();
    println!("cards    pixels       drawn and written   encoder alone   ratio   limit");
    for (cards, times) in [(2_000, 3), (10_000, 1)] {
        let drawing = map(cards);
        let (width, height) = (drawing.width as usize, drawing.height as usize);
        let sample = rows(&drawing);
        let mut ratios = Vec::new();
        let mut shown = (0.0, 0.0);
        for _ in 0..times {
            let begun = Instant::now();
            let raster = drawing::png(&drawing, 1).unwrap();
            raster
                .write(io::sink(), &AtomicBool::new(false), |_| ())
                .unwrap();
            let drawn = begun.elapsed().as_secs_f64();
            let begun = Instant::now();
            encode(width, height, &sample);
            let bare = begun.elapsed().as_secs_f64();
            ratios.push(drawn / bare);
            shown = (drawn, bare);
        }
        ratios.sort_by(f64::total_cmp);
        let ratio = ratios[ratios.len() / 2];
        let pixels = width * height / 1_000_000;
        println!(
            "{cards:<8} {pixels:>4} million {:>14.1} s {:>15.1} s {ratio:>8.2} {LIMIT:>7}",
            shown.0, shown.1
        );
        results.push(json!({ "cards": cards, "pixels": width * height, "drawn_s": shown.0, "encoder_s": shown.1, "ratio": ratio, "limit": LIMIT }));
    }
    if let Some(file) = std::env::var_os("THROUGHLINE_BENCH") {
        std::fs::write(file, serde_json::to_vec_pretty(&results).unwrap()).unwrap();
    }
    assert!(
        results
            .iter()
            .all(|it| it["ratio"].as_f64().unwrap() <= LIMIT),
        "a picture takes longer than its limit"
    );
}

/// Cards in rows as a large map has them, and links that reach from a card to one some rows above.
fn map(cards: usize) -> Drawing {
    let across = if cards > 5_000 { 60 } else { 35 };
    let (w, h) = (264.0, 132.0);
    let place = |n: usize| {
        (
            (n % across) as f64 * w + 12.0,
            (n / across) as f64 * h + 12.0,
        )
    };
    let stroke = |color: &str, width: f64| json!({ "color": color, "width": width, "dash": [], "round_cap": true, "round_join": false });
    let look = |fill: Value, stroke: Value| json!({ "fill": fill, "stroke": stroke, "clip": null, "shadow": null });
    let mut under =
        vec![json!({ "rect": [0, 0, 0, across as f64 * w, (cards / across + 1) as f64 * h, 0] })];
    // Fifty links share a path, as on the screen.
    for batch in 0..cards / 50 {
        let mut path = String::new();
        for n in batch * 50..batch * 50 + 50 {
            let (x0, y0) = place(n);
            let (x1, y1) = place((n * 7919) % across + (n / across).saturating_sub(20) * across);
            let mid = (y0 - y1) * 0.45;
            path += &format!(
                "M{} {y0}C{} {} {} {} {} {}",
                x0 + 120.0,
                x0 + 120.0,
                y0 - mid,
                x1 + 120.0,
                y1 + 88.0 + mid,
                x1 + 120.0,
                y1 + 88.0
            );
        }
        under.push(json!({ "path": [2 + batch % 2, path] }));
    }
    let mut groups = vec![json!({ "id": null, "title": "", "items": under })];
    for n in 0..cards {
        let (x, y) = place(n);
        groups.push(json!({ "id": format!("e{n}"), "title": "A card", "items": [
            { "rect": [1, x, y, 240, 88, 6] },
            { "disc": [4, x + 20.0, y + 20.0, 5] },
            { "rect": [5, x + 14.0, y + 70.0, 100, 5, 2.5] },
            { "text": [0, x + 14.0, y + 42.0, 0, 0, format!("Renew quay queues {n}")] },
            { "text": [1, x + 14.0, y + 60.0, 0, 0, "before the summer of 2028"] },
            { "text": [1, x + 130.0, y + 76.0, 0, 0, "16 %, off track"] },
        ] }));
    }
    serde_json::from_value(json!({
        "width": across as f64 * w, "height": (cards / across + 1) as f64 * h, "paper": "#f6f5f1", "title": "A map", "lang": "en",
        "looks": [
            look(json!({ "plain": "#eef4f1" }), Value::Null),
            look(json!({ "plain": "#ffffff" }), stroke("#e4e1da", 1.0)),
            look(Value::Null, stroke("#53504a39", 1.25)),
            look(Value::Null, stroke("#53504a43", 2.5)),
            look(json!({ "plain": "#bd830a" }), Value::Null),
            look(json!({ "hatch": ["#8f8a80", 1] }), Value::Null),
        ],
        "types": [
            { "size": 13, "weight": 550, "color": "#1c1b19", "anchor": "start", "clip": null },
            { "size": 12, "weight": 400, "color": "#53504a", "anchor": "start", "clip": null },
        ],
        "clips": [], "groups": groups,
    }))
    .unwrap()
}

/// The first rows of the picture, as its file has them.
fn rows(drawing: &Drawing) -> Vec<u8> {
    let mut first = drawing.clone();
    first.height = ROWS as f64;
    let mut bytes = Vec::new();
    let raster = drawing::png(&first, 1).unwrap();
    raster
        .write(&mut bytes, &AtomicBool::new(false), |_| ())
        .unwrap();
    let mut reader = png::Decoder::new(io::Cursor::new(bytes))
        .read_info()
        .unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    pixels
}

fn encode(width: usize, height: usize, sample: &[u8]) {
    let mut encoder = Encoder::new(io::sink(), width as u32, height as u32);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_color(ColorType::Rgb);
    encoder.set_deflate_compression(DeflateCompression::Level(2));
    encoder.set_filter(Filter::Up);
    let mut writer = encoder.write_header().unwrap();
    let mut stream = writer.stream_writer().unwrap();
    let mut left = width * height * 3;
    while left > 0 {
        let part = left.min(sample.len());
        stream.write_all(&sample[..part]).unwrap();
        left -= part;
    }
    stream.finish().unwrap();
}
