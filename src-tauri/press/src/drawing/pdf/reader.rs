//! Reads a page of a PDF again, for the tests: which shapes and words are on it, in their order, and where. Only as much of
//! the format as is written here is understood, and only where its streams are not packed.

#![allow(clippy::unwrap_used)]

use std::collections::HashMap;

/// What a page shows, in its order: where, in points from the top left, and which words.
#[derive(Debug)]
pub(super) enum Mark {
    Shape(f64, f64),
    Words(f64, f64, String),
}

/// Reads the one page of a file whose streams are not packed.
pub(super) fn marks(text: &str, height: f64) -> Vec<Mark> {
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
    // What signs stand for where their typeface does not say it.
    let mut instead: Option<String> = None;
    for line in content.lines() {
        if let Some(words) = line.trim().strip_prefix("/ActualText ") {
            instead = Some(units(words.trim_matches(['<', '>', '(', ')'])));
            continue;
        }
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
            "EMC" => instead = None,
            "Tj" | "TJ" => {
                let said = match &mut instead {
                    Some(words) => std::mem::take(words),
                    None => said(line, &letters[font]),
                };
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
        let pair = |(sign, letter): (&str, &str)| {
            let sign = u16::from_str_radix(sign, 16).unwrap();
            (sign, units(letter))
        };
        (
            name.to_owned(),
            pairs.filter(|it| it.0.len() == 4).map(pair).collect(),
        )
    };
    named.map(read).collect()
}

/// Letters by their numbers, four digits each; the sign that says which way round they are is none.
fn units(digits: &str) -> String {
    let number = |n: usize| u16::from_str_radix(&digits[4 * n..4 * n + 4], 16).unwrap();
    let all = (0..digits.len() / 4).map(number);
    let units: Vec<u16> = all.filter(|it| *it != 0xFEFF).collect();
    String::from_utf16(&units).unwrap()
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
