//! What people write, word by word and number by number, and what must come of it. The tables stand in `.cases` files:
//! after `==` a sentence that says what the lines below it show, then what is written, `=>`, and what comes of it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod dates;
mod headers;
mod numbers;
mod text;
mod typed;
mod words;

/// Holds every line of a table against `judge`; all that differ are told at once. `\t`, `\n` and `\u{…}` stand for the
/// characters themselves, and blanks at either end of what is written are shown as `␠`.
fn each(table: &str, judge: impl Fn(&str) -> String) {
    let (mut heading, mut wrong, mut count) = ("", Vec::new(), 0);
    for line in table.lines().filter(|it| !it.trim().is_empty()) {
        if let Some(said) = line.strip_prefix("== ") {
            heading = said;
            continue;
        }
        let (written, expected) = line.split_once("=>").expect(line);
        let found = judge(&plain(written.trim()));
        count += 1;
        if found != expected.trim() {
            wrong.push(format!("{heading}\n  {} => {found}", written.trim()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 5, "the table holds only {count} lines");
}

fn plain(written: &str) -> String {
    let mut text = written
        .replace("\\n", "\n")
        .replace("\\t", "\t")
        .replace('␠', " ");
    while let Some(at) = text.find("\\u{") {
        let end = at + text[at..].find('}').unwrap();
        let code = u32::from_str_radix(&text[at + 3..end], 16).unwrap();
        text.replace_range(at..=end, &char::from_u32(code).unwrap().to_string());
    }
    text
}
