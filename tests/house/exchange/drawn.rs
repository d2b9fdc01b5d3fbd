//! Workbooks drawn in text, under `tests/fixtures/imports/drawn`: what stands in the sheets and, below `----`, what must
//! come of it. Each is made as .xlsx and as .ods, and both are read alike. With `THROUGHLINE_BLESS=1` what stands below
//! the line is written anew, to be reviewed as a diff.
//!
//! ```text
//! sheet Projects              (hidden) behind it where it is
//! merge A1:D1
//! hide 6                      a row by its number, a column by its letter
//! 4 | Project name | Owner | Budget | End
//! 5 | Tide display |       | =12.5  | @2026-03-31
//! ```
//!
//! A cell is a text, `=12.5` a number, `=%0.45` a share, `=£1200` pounds, `@2026-03-31` a day and `!#REF!` an error;
//! `\n` stands for a line end, `#` begins a remark.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use portfolio::exchange::{Mapping, Preview, Row, RowKind, preview, read_rows};
use portfolio::model::{Date, Lang, Maybe};
use serde_json::Value;

use crate::workbook::{Content, Sheet, Style, ods, xlsx};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/imports/drawn")
}

/// The sheets of a drawing.
pub(crate) fn sheets(drawing: &str) -> Vec<Sheet> {
    let mut all: Vec<Sheet> = Vec::new();
    for line in drawing.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix("sheet ") {
            let mut sheet = Sheet::new(name.trim_end_matches("(hidden)").trim());
            sheet.hidden = name.ends_with("(hidden)");
            all.push(sheet);
            continue;
        }
        let sheet = all.last_mut().expect("a sheet comes first");
        if let Some(range) = line.strip_prefix("merge ") {
            sheet.merge(range);
            continue;
        }
        if let Some(place) = line.strip_prefix("hide ") {
            sheet.hides.push(place.to_owned());
            continue;
        }
        let (row, cells) = line.split_once('|').expect(line);
        let row: u32 = row.trim().parse().expect(line);
        for (column, text) in cells.split('|').map(str::trim).enumerate() {
            if !text.is_empty() {
                sheet.put(row, u32::try_from(column).unwrap(), content(text));
            }
        }
    }
    all
}

fn content(text: &str) -> Content {
    let number = |text: &str, style| Content::Number(text.parse().expect(text), style);
    if let Some(day) = text.strip_prefix('@') {
        let day: Date = day.parse().expect(text);
        let from = Date::from_ymd_opt(1899, 12, 30).unwrap();
        return Content::Number((day - from).num_days() as f64, Style::Date);
    }
    if let Some(error) = text.strip_prefix('!') {
        return Content::Error(Box::leak(error.to_owned().into_boxed_str()));
    }
    match text.strip_prefix('=') {
        Some(share) if share.starts_with('%') => number(&share[1..], Style::Percent),
        Some(sum) if sum.starts_with('£') => number(&sum[2..], Style::Pounds),
        Some(plain) => number(plain, Style::General),
        None => Content::Text(text.replace("\\n", "\n")),
    }
}

/// A field in a word or two: its value, or the reason with the words that stood there.
fn said(value: &Value) -> String {
    match value {
        Value::String(text) => text.replace('\n', "\\n"),
        Value::Object(it) if it.contains_key("known") => said(&it["known"]),
        Value::Object(it) if it.contains_key("missing") => {
            let gap = &it["missing"];
            format!("({}: {})", said(&gap["reason"]), said(&gap["said"]))
        }
        Value::Object(it) if it.contains_key("amount") => {
            format!("{} {}", said(&it["amount"]), said(&it["currency"]))
        }
        other => other.to_string().trim_end_matches(".0").to_owned(),
    }
}

fn row(row: &Row) -> String {
    let mut out = format!("{} {}", row.number, row.title);
    let value = serde_json::to_value(row).unwrap();
    for (name, field) in value.as_object().unwrap() {
        match (name.as_str(), field) {
            ("number" | "title", _) | (_, Value::Null) => {}
            ("ratings", _) => {
                for it in &row.ratings {
                    let status = it.status.map_or("no rating".to_owned(), |it| {
                        format!("{it:?}").to_lowercase()
                    });
                    let lens = format!("{:?}", it.lens).to_lowercase();
                    write!(out, "\n    {lens}: {status}, “{}”", it.said).unwrap();
                }
            }
            ("extra", _) => {
                for (header, text) in &row.extra {
                    write!(out, "\n    “{header}”: {}", text.replace('\n', "\\n")).unwrap();
                }
            }
            (_, Value::Array(all)) => {
                let all: Vec<String> = all.iter().map(said).collect();
                if !all.is_empty() {
                    write!(out, "\n    {name}: {}", all.join("; ")).unwrap();
                }
            }
            (_, field) => write!(out, "\n    {name}: {}", said(field)).unwrap(),
        }
    }
    out
}

/// Everything that was recognised, a line for each thing.
fn told(seen: &Preview, rows: &[Row]) -> String {
    let word = |value: Value| said(&value);
    let mut out = Vec::new();
    for it in &seen.sheets {
        let mark = if it.chosen { " *" } else { "" };
        out.push(format!("sheet {}: {}{mark}", it.name, it.why));
    }
    for it in &seen.columns {
        let role = word(serde_json::to_value(it.role).unwrap());
        let unit = if it.unit.is_empty() {
            String::new()
        } else {
            format!(" in {}", it.unit)
        };
        let check = if it.check { " ?" } else { "" };
        out.push(format!(
            "{} {} = {role}{unit}{check}",
            it.letter,
            it.header.replace('\n', "\\n")
        ));
    }
    for it in &seen.assumptions {
        if !it.choice.starts_with("case.") {
            let how = if it.decided { "read as" } else { "ask" };
            out.push(format!("{how} {} ({})", it.choice, it.evidence));
        }
    }
    out.extend(rows.iter().map(row));
    for it in seen
        .rows
        .iter()
        .filter(|it| !matches!(it.kind, RowKind::Data | RowKind::Header | RowKind::Above))
    {
        out.push(format!(
            "left out {} {}",
            it.number,
            word(serde_json::to_value(it.kind).unwrap())
        ));
    }
    for it in &seen.problems {
        let row = it.row.map(|row| format!("row {row}")).unwrap_or_default();
        out.push(format!(
            "problem {}: {}",
            it.cell.clone().unwrap_or(row),
            it.message
        ));
    }
    out.join("\n") + "\n"
}

fn read(bytes: &[u8], name: &str) -> String {
    let mapping = Mapping::default();
    let seen = preview(bytes, name, &mapping, Lang::En).unwrap();
    let rows = read_rows(bytes, name, &mapping)
        .map(|it| it.rows)
        .unwrap_or_default();
    told(&seen, &rows)
}

#[test]
fn every_drawn_workbook_is_read_as_it_says_in_both_formats() {
    let bless = std::env::var_os("THROUGHLINE_BLESS").is_some();
    let mut wrong = Vec::new();
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder())
        .unwrap()
        .map(|it| it.unwrap().path())
        .collect();
    files.sort();
    assert!(
        files.len() >= 12,
        "only {} drawings were found",
        files.len()
    );
    for path in files {
        let text = std::fs::read_to_string(&path)
            .unwrap()
            .replace("\r\n", "\n");
        let (drawing, expected) = text.split_once("\n----\n").expect("a line of dashes");
        let sheets = sheets(drawing);
        let tables: String = sheets.iter().map(Sheet::ods_table).collect();
        let found = read(&xlsx(&sheets, false), "case.xlsx");
        if bless {
            std::fs::write(&path, format!("{drawing}\n----\n{found}")).unwrap();
        } else if found != expected {
            wrong.push(format!(
                "{} is read differently now:\n{found}",
                path.display()
            ));
        }
        let twin = read(&ods(&tables), "case.ods");
        if twin != found {
            wrong.push(format!(
                "{} as .ods:\n{twin}\nas .xlsx:\n{found}",
                path.display()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A reason is told apart from an empty cell, whichever way a reader of the drawings looks at it.
#[test]
fn a_drawing_tells_an_empty_cell_from_a_reason() {
    let sheets =
        sheets("sheet S\n1 | Project name | Owner\n2 | Tide display |\n3 | Pier gates | tbd\n");
    let rows = read_rows(&xlsx(&sheets, false), "s.xlsx", &Mapping::default())
        .unwrap()
        .rows;
    assert_eq!(rows[0].owner, None);
    assert!(matches!(&rows[1].owner, Some(Maybe::Missing(_))));
}
