//! Golden pairs: every `<case>.input.*` under `tests/fixtures/imports` is read, and what was recognised is compared with
//! `<case>.expected.json`. With `THROUGHLINE_BLESS=1` the expectations are written anew, to be reviewed as a diff.

use std::path::{Path, PathBuf};

use portfolio::exchange::{Mapping, preview, read_rows};
use portfolio::model::Lang;
use serde_json::{Value, json};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/imports")
}

/// What is compared: short enough to be read by a reviewer, complete enough to notice any change of meaning.
fn seen(bytes: &[u8], name: &str) -> Value {
    let mapping = Mapping::default();
    let preview = match preview(bytes, name, &mapping, Lang::En) {
        Ok(preview) => preview,
        Err(error) => {
            return json!({ "error": error.code, "message": error.message.en, "hint": error.hint.en });
        }
    };
    let rows = read_rows(bytes, name, &mapping)
        .map(|r| r.rows)
        .unwrap_or_default();
    let compact: Vec<Value> = rows
        .iter()
        .take(14)
        .map(|row| {
            let mut value = serde_json::to_value(row).unwrap();
            let fields = value.as_object_mut().unwrap();
            fields.retain(|_, v| !v.is_null() && v.as_array().is_none_or(|a| !a.is_empty()));
            value
        })
        .collect();
    json!({
        "sheets": preview.sheets.iter().map(|s| format!("{}: {}", s.name, s.why)).collect::<Vec<_>>(),
        "header": preview.table.as_ref().map(|t| t.header),
        "columns": preview.columns.iter().map(|c| {
            let role = serde_json::to_value(c.role).unwrap();
            format!("{} {} = {} {}{}", c.letter, c.header, role.as_str().unwrap(), c.confidence, if c.unit.is_empty() { String::new() } else { format!(" in {}", c.unit) })
        }).collect::<Vec<_>>(),
        "assumptions": preview.assumptions.iter().map(|a| format!("{}{} ({})", if a.decided { "" } else { "ASK: " }, a.choice, a.evidence)).collect::<Vec<_>>(),
        "problems": preview.problems.iter().map(|p| format!("{}: {}", p.cell.clone().or(p.row.map(|r| format!("row {r}"))).unwrap_or_default(), p.message)).collect::<Vec<_>>(),
        "left out": preview.rows.iter().filter(|r| serde_json::to_value(r.kind).unwrap() != "data").map(|r| format!("{} {}", r.number, serde_json::to_value(r.kind).unwrap().as_str().unwrap())).collect::<Vec<_>>(),
        "counts": preview.counts,
        "rows": compact,
    })
}

#[test]
fn every_fixture_is_read_as_expected() {
    let bless = std::env::var_os("THROUGHLINE_BLESS").is_some();
    let mut count = 0;
    let mut folders: Vec<PathBuf> = std::fs::read_dir(fixtures())
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.is_dir())
        .collect();
    folders.sort();
    for folder in folders {
        let mut inputs: Vec<PathBuf> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|e| e.unwrap().path())
            .collect();
        inputs.sort();
        for input in inputs {
            let name = input.file_name().unwrap().to_string_lossy().into_owned();
            let Some((case, _)) = name.split_once(".input.") else {
                continue;
            };
            count += 1;
            let found = seen(&std::fs::read(&input).unwrap(), &name);
            let expected = folder.join(format!("{case}.expected.json"));
            let text = serde_json::to_string_pretty(&found).unwrap() + "\n";
            if bless {
                std::fs::write(&expected, &text).unwrap();
                continue;
            }
            let wanted = std::fs::read_to_string(&expected)
                .unwrap_or_else(|_| panic!("{case} has no expectation"));
            assert!(
                wanted.replace("\r\n", "\n") == text,
                "{case} is read differently now:\n{text}"
            );
        }
    }
    assert!(count >= 12, "only {count} fixtures were found");
}

/// The parts of an archive, because two compressors may pack the same parts differently.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut content = Vec::new();
            std::io::Read::read_to_end(&mut part, &mut content).unwrap();
            (part.name().unwrap().into_owned(), content)
        })
        .collect()
}

#[test]
fn the_fixture_workbook_is_what_its_generator_makes() {
    let path = fixtures().join("xlsx/valmere-digital.input.xlsx");
    let made = crate::valmere::workbook();
    if std::env::var_os("THROUGHLINE_BLESS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let kept = std::fs::read(&path).unwrap();
    assert!(
        parts(&kept) == parts(&made),
        "run with THROUGHLINE_BLESS=1 and commit the workbook"
    );
}
