//! What an import would do, for the import screen and for `thru inspect`: nothing here is written anywhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::assume::{self, Assumption};
use super::body::RowKind;
use super::counts::{Counts, counts};
use super::grid::{Format, Sheet};
use super::limits;
use super::mapping::{Mapping, Role};
use super::problem::{Gravity, Problem};
use super::recognise::{Recognised, Table, Verdict};
use super::rows::Rows;
use super::text::shorten;
use crate::error::Words;
use crate::model::{Date, Lang};

/// Version of the shape below.
pub const SCHEMA: &str = "throughline.inspect/1";

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct FileFacts {
    pub name: String,
    pub format: Format,
    pub bytes: u32,
    pub sha256: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct SheetFacts {
    pub name: String,
    /// Rows with content.
    pub rows: u32,
    pub columns: u32,
    pub hidden: bool,
    pub verdict: Verdict,
    /// The verdict in words.
    pub why: String,
    pub chosen: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct TableFacts {
    pub sheet: String,
    /// First and last row of column names; absent when there is no header.
    pub header: Option<(u32, u32)>,
    pub first_row: u32,
    pub last_row: u32,
}

/// A role a column could have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct RoleGuess {
    pub role: Role,
    /// 0 to 100.
    pub confidence: u8,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ColumnFacts {
    pub letter: String,
    pub header: String,
    pub role: Role,
    /// 0 to 100; 100 for extra fields, which are kept as they are.
    pub confidence: u8,
    /// Worth a look before importing.
    pub check: bool,
    /// Chosen by the user.
    pub given: bool,
    /// Unit of an amount, such as `k EUR`; empty elsewhere.
    pub unit: String,
    pub examples: Vec<String>,
    pub filled: u32,
    pub alternatives: Vec<RoleGuess>,
}

/// How a cell of the preview is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    None,
    /// Filled from the merged cell above.
    Spread,
    Warning,
    Error,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct PreviewCell {
    pub text: String,
    pub mark: Mark,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct PreviewRow {
    pub number: u32,
    pub kind: RowKind,
    /// One cell per column of `columns`.
    pub cells: Vec<PreviewCell>,
}

/// Two rows whose titles may name one initiative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct MaybeSame {
    pub first: u32,
    pub second: u32,
    pub title: String,
}

/// Everything that was recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Preview {
    pub schema: String,
    pub file: FileFacts,
    pub sheets: Vec<SheetFacts>,
    /// Absent when no table of initiatives was recognised; the fullest sheet is shown then.
    pub table: Option<TableFacts>,
    pub columns: Vec<ColumnFacts>,
    pub assumptions: Vec<Assumption>,
    /// The first problems, gravest first; `counts.problems` has all.
    pub problems: Vec<Problem>,
    pub counts: Counts,
    /// The first rows of the sheet as they stand.
    pub rows: Vec<PreviewRow>,
    pub maybe_same: Vec<MaybeSame>,
    /// The day that ratings without one of their own get.
    pub as_of: Option<Date>,
    /// The choices this preview was made under.
    pub mapping: Mapping,
}

/// Says what was recognised and typed, in a language.
pub(super) fn preview(found: &Recognised, rows: &Rows, mapping: &Mapping, lang: Lang) -> Preview {
    let table = found.table.as_ref();
    let sheet = found.sheet();
    let mut problems = rows.problems.clone();
    problems.sort_by_key(|p| (p.severity, p.row.unwrap_or(0)));
    let counts = counts(rows, table);
    problems.truncate(limits::MAX_PROBLEMS);
    for problem in &mut problems {
        problem.message = problem.message(lang);
    }
    Preview {
        schema: SCHEMA.to_owned(),
        file: FileFacts {
            name: found.file.clone(),
            format: found.book.format,
            bytes: found.bytes,
            sha256: found.sha256.clone(),
        },
        sheets: sheets(found, lang),
        table: table
            .zip(sheet)
            .filter(|_| found.sure)
            .map(|(t, s)| facts(t, s)),
        columns: table.map(|t| columns(t, found)).unwrap_or_default(),
        assumptions: assume::assumptions(found, rows, mapping, lang),
        counts,
        rows: sheet
            .map(|s| shown(s, table, &rows.problems))
            .unwrap_or_default(),
        problems,
        maybe_same: same(rows),
        as_of: rows.as_of,
        mapping: mapping.clone(),
    }
}

fn same(rows: &Rows) -> Vec<MaybeSame> {
    let title = |n: u32| {
        rows.rows
            .iter()
            .find(|r| r.number == n)
            .map(|r| r.title.clone())
            .unwrap_or_default()
    };
    rows.maybe_same
        .iter()
        .take(limits::MAX_PROBLEMS)
        .map(|(a, b)| MaybeSame {
            first: *a,
            second: *b,
            title: title(*b),
        })
        .collect()
}

fn sheets(found: &Recognised, lang: Lang) -> Vec<SheetFacts> {
    let all = found.book.sheets.iter().zip(&found.verdicts).enumerate();
    all.map(|(at, (sheet, verdict))| SheetFacts {
        name: sheet.name.clone(),
        rows: sheet.rows.len() as u32,
        columns: sheet.columns().len() as u32,
        hidden: sheet.hidden,
        verdict: *verdict,
        why: verdict_words(*verdict).get(lang).to_owned(),
        chosen: found.chosen == Some(at),
    })
    .collect()
}

fn verdict_words(verdict: Verdict) -> Words {
    match verdict {
        Verdict::Table => Words::new("the table of initiatives", "le tableau des initiatives"),
        Verdict::OtherTable => Words::new(
            "another table; it looks less like initiatives",
            "un autre tableau, qui ressemble moins à des initiatives",
        ),
        Verdict::Legend => Words::new(
            "explains names or ratings",
            "explique des noms ou des notations",
        ),
        Verdict::Prose => Words::new(
            "text to read, not a list of initiatives",
            "du texte à lire, pas une liste d’initiatives",
        ),
        Verdict::Empty => Words::new("empty", "vide"),
        Verdict::Unreadable => Words::new("damaged, could not be read", "endommagée, illisible"),
    }
}

fn facts(table: &Table, sheet: &Sheet) -> TableFacts {
    let data = || {
        table
            .kinds
            .iter()
            .filter(|(_, k)| **k == RowKind::Data)
            .map(|(n, _)| *n)
    };
    TableFacts {
        sheet: sheet.name.clone(),
        header: table.header.map(|h| (h.first, h.last)),
        first_row: data().min().unwrap_or(0),
        last_row: data().max().unwrap_or(0),
    }
}

fn columns(table: &Table, found: &Recognised) -> Vec<ColumnFacts> {
    let all = table
        .columns
        .iter()
        .zip(&table.profiles)
        .zip(&table.choices)
        .enumerate();
    all.map(|(at, ((column, profile), choice))| {
        let unit = found.conventions.units.get(&at).map(|u| {
            let scale = match u.scale {
                super::mapping::Scale::Ones => "",
                super::mapping::Scale::Thousands => "k",
                super::mapping::Scale::Millions => "m",
                super::mapping::Scale::Billions => "bn",
            };
            format!("{scale} {}", u.currency).trim().to_owned()
        });
        ColumnFacts {
            letter: column.letter(),
            header: column.header.clone(),
            role: choice.role,
            confidence: choice.confidence,
            check: choice.confidence < 70,
            given: choice.given,
            unit: unit.unwrap_or_default(),
            examples: profile
                .examples
                .iter()
                .map(|e| shorten(e, limits::MAX_PREVIEW_TEXT))
                .collect(),
            filled: profile.filled,
            alternatives: choice
                .alternatives
                .iter()
                .map(|(role, confidence)| RoleGuess {
                    role: *role,
                    confidence: *confidence,
                })
                .collect(),
        }
    })
    .collect()
}

fn shown(sheet: &Sheet, table: Option<&Table>, problems: &[Problem]) -> Vec<PreviewRow> {
    let mut marks: BTreeMap<&str, Mark> = BTreeMap::new();
    for problem in problems {
        let mark = match problem.severity {
            Gravity::Error => Mark::Error,
            Gravity::Warning => Mark::Warning,
            Gravity::Note => continue,
        };
        if let Some(cell) = &problem.cell {
            let old = marks.entry(cell).or_insert(mark);
            if mark == Mark::Error {
                *old = mark;
            }
        }
    }
    let Some(table) = table else {
        return Vec::new();
    };
    sheet
        .rows
        .iter()
        .take(limits::MAX_PREVIEW_ROWS)
        .map(|row| PreviewRow {
            number: row.number,
            kind: table
                .kinds
                .get(&row.number)
                .copied()
                .unwrap_or(RowKind::Above),
            cells: table
                .columns
                .iter()
                .map(|column| {
                    let Some((at, value)) = column.cell(row) else {
                        return PreviewCell {
                            text: String::new(),
                            mark: Mark::None,
                        };
                    };
                    let address = format!("{}{}", super::grid::letter(at), row.number);
                    let spread = sheet.spread.contains(&(row.number, at));
                    let mark = marks.get(address.as_str()).copied().unwrap_or(if spread {
                        Mark::Spread
                    } else {
                        Mark::None
                    });
                    PreviewCell {
                        text: shorten(&value.raw(), limits::MAX_PREVIEW_TEXT),
                        mark,
                    }
                })
                .collect(),
        })
        .collect()
}
