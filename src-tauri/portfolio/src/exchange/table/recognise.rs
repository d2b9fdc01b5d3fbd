//! One reading of a file: which sheet holds the table, where its header is, what its columns and rows are.
//! Everything that previews and imports say is derived from this, so that they can never disagree.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::body::{self, RowKind};
use super::columns::{self, Choice};
use super::conventions::{self, Conventions};
use super::error::{Fault, ReadError};
use super::grid::{Book, GridRow, Sheet};
use super::header::{self, HeaderRows, TableColumn};
use super::mapping::{Mapping, Role};
use super::profile::{self, Profile};
use super::sniff::{self, Kind};

/// Why a sheet is read or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename = "SheetVerdict", rename_all = "snake_case")]
pub enum Verdict {
    /// The table of initiatives.
    Table,
    /// Also a table, but another one looks more like initiatives.
    OtherTable,
    /// A few columns that explain names or ratings.
    Legend,
    /// Sentences rather than rows.
    Prose,
    Empty,
    Unreadable,
}

/// A table found in a sheet.
#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) header: Option<HeaderRows>,
    pub(super) columns: Vec<TableColumn>,
    pub(super) profiles: Vec<Profile>,
    pub(super) choices: Vec<Choice>,
    pub(super) kinds: BTreeMap<u32, RowKind>,
    score: f64,
}

impl Table {
    pub(super) fn count(&self, kind: RowKind) -> u32 {
        self.kinds.values().filter(|k| **k == kind).count() as u32
    }

    pub(super) fn role(&self, role: Role) -> Option<(usize, &TableColumn)> {
        let at = self.choices.iter().position(|c| c.role == role)?;
        self.columns.get(at).map(|c| (at, c))
    }
}

/// A file, read under a mapping.
#[derive(Debug, Clone)]
pub(super) struct Recognised {
    pub(super) file: String,
    pub(super) bytes: u32,
    pub(super) sha256: String,
    pub(super) book: Book,
    pub(super) verdicts: Vec<Verdict>,
    /// Index of the sheet that is shown.
    pub(super) chosen: Option<usize>,
    /// Whether it holds a table of initiatives.
    pub(super) sure: bool,
    pub(super) table: Option<Table>,
    pub(super) conventions: Conventions,
}

impl Recognised {
    pub(super) fn sheet(&self) -> Option<&Sheet> {
        self.chosen.and_then(|at| self.book.sheets.get(at))
    }
}

/// Reads and recognises a file.
///
/// # Errors
/// When the file cannot be read at all, or the mapping names a sheet that is not there.
pub(super) fn recognise(
    bytes: &[u8],
    file: &str,
    mapping: &Mapping,
) -> Result<Recognised, ReadError> {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let fail = |fault| ReadError::new(name, fault);
    let book = read(bytes, name, mapping).map_err(fail)?;
    let wanted = match &mapping.sheet {
        // A file of one sheet needs no name; text tables are called after their file, which changes every month.
        _ if book.sheets.len() == 1 => None,
        None => None,
        Some(wanted) => {
            let at = book.sheets.iter().position(|s| s.name == *wanted);
            Some(at.ok_or_else(|| fail(Fault::NoSuchSheet(wanted.clone())))?)
        }
    };
    let none = Mapping::default();
    let mut tables: Vec<Option<Table>> = book.sheets.iter().map(|s| table(s, &none)).collect();
    let sure = wanted.or_else(|| best(&book, &tables));
    // Without a sure table the fullest sheet is shown, so that the user can say what is what.
    let chosen = sure.or_else(|| fullest(&book, &tables));
    // Choices about columns and rows belong to the chosen sheet; the others are judged as they are.
    if *mapping != none
        && let Some(at) = chosen
        && let (Some(sheet), Some(slot)) = (book.sheets.get(at), tables.get_mut(at))
    {
        *slot = table(sheet, mapping);
    }
    let told = mapping.roles.values().any(|r| *r == Role::Title);
    let sure = sure.or(chosen.filter(|_| told));
    let verdicts = book
        .sheets
        .iter()
        .zip(&tables)
        .enumerate()
        .map(|(at, (s, t))| verdict(s, t.as_ref(), Some(at) == sure))
        .collect();
    let table = chosen
        .and_then(|at| tables.get_mut(at))
        .and_then(Option::take);
    let conventions = match (chosen.and_then(|at| book.sheets.get(at)), &table) {
        (Some(sheet), Some(table)) => {
            let rows = data_rows(sheet, table);
            conventions::decide(
                sheet,
                table.header,
                &table.columns,
                &table.choices,
                &rows,
                mapping,
            )
        }
        _ => Conventions::default(),
    };
    let has_titles = table
        .as_ref()
        .is_some_and(|t| t.role(Role::Title).is_some() && t.count(RowKind::Data) > 0);
    Ok(Recognised {
        file: name.to_owned(),
        bytes: u32::try_from(bytes.len()).unwrap_or(u32::MAX),
        sha256: Sha256::digest(bytes)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect(),
        book,
        verdicts,
        chosen,
        sure: sure.is_some() && has_titles,
        table,
        conventions,
    })
}

fn read(bytes: &[u8], name: &str, mapping: &Mapping) -> Result<Book, Fault> {
    match sniff::sniff(bytes)? {
        Kind::Xlsx => super::xlsx::read(bytes),
        Kind::Ods => super::ods::read(bytes),
        Kind::Text => super::delimited::read(bytes, name, mapping),
    }
}

/// The rows that are initiatives.
pub(super) fn data_rows<'a>(sheet: &'a Sheet, table: &Table) -> Vec<&'a GridRow> {
    sheet
        .rows
        .iter()
        .filter(|r| table.kinds.get(&r.number) == Some(&RowKind::Data))
        .collect()
}

fn table(sheet: &Sheet, mapping: &Mapping) -> Option<Table> {
    if sheet.rows.is_empty() {
        return None;
    }
    let header = match mapping.header_row {
        Some(0) => None,
        Some(row) => header::chosen(sheet, row),
        None => header::locate(sheet),
    };
    let columns = header::columns(sheet, header);
    let first = header.map_or(0, |h| h.last + 1);
    let body: Vec<&GridRow> = sheet.rows.iter().filter(|r| r.number >= first).collect();
    let look = |rows: &[&GridRow]| -> (Vec<Profile>, Vec<Choice>) {
        let profiles: Vec<Profile> = columns.iter().map(|c| profile::profile(c, rows)).collect();
        let choices = columns::assign(&columns, &profiles, rows, mapping);
        (profiles, choices)
    };
    let (_, choices) = look(&body);
    let kinds = body::classify(sheet, header, &columns, &choices, mapping);
    // A second look, now without totals, notes and headings.
    let rows: Vec<&GridRow> = body
        .into_iter()
        .filter(|r| kinds.get(&r.number) == Some(&RowKind::Data))
        .collect();
    let (profiles, choices) = if rows.is_empty() {
        look(&[])
    } else {
        look(&rows)
    };
    let kinds = body::classify(sheet, header, &columns, &choices, mapping);
    let mut table = Table {
        header,
        columns,
        profiles,
        choices,
        kinds,
        score: 0.0,
    };
    table.score = score(sheet, &table);
    Some(table)
}

/// How much a table looks like a list of initiatives.
fn score(sheet: &Sheet, table: &Table) -> f64 {
    let roles: f64 = table
        .choices
        .iter()
        .filter(|c| !matches!(c.role, Role::ExtraField | Role::Ignore))
        .map(|c| f64::from(c.confidence) / 100.0 * if c.role == Role::Title { 2.0 } else { 1.0 })
        .sum();
    let rows = f64::from(table.count(RowKind::Data));
    let title = if table.role(Role::Title).is_some() {
        0.0
    } else {
        -100.0
    };
    roles + (1.0 + rows).ln() - if sheet.hidden { 3.0 } else { 0.0 } + title
}

fn best(book: &Book, tables: &[Option<Table>]) -> Option<usize> {
    let single = book.sheets.len() == 1;
    let mut best: Option<(f64, usize)> = None;
    for (at, table) in tables.iter().enumerate() {
        let Some(table) = table else { continue };
        let Some(sheet) = book.sheets.get(at) else {
            continue;
        };
        let titled = table.role(Role::Title).is_some() && table.count(RowKind::Data) > 0;
        let sure = titled && !on_its_side(sheet, table);
        let enough = single || table.score >= 3.0;
        if sure && enough && best.is_none_or(|(b, _)| table.score > b) {
            best = Some((table.score, at));
        }
    }
    best.map(|(_, at)| at)
}

/// Do names of columns stand where titles should? Then the list is turned on its side, and its fields are no initiatives.
fn on_its_side(sheet: &Sheet, table: &Table) -> bool {
    let Some((_, titles)) = table.role(Role::Title) else {
        return false;
    };
    let rows = data_rows(sheet, table);
    let named = rows.iter().filter(|row| {
        let title = titles.cell(row).and_then(|(_, value)| value.text());
        title.is_some_and(|text| columns::header_strength(text) >= 80)
    });
    rows.len() >= 2 && named.count() * 3 >= rows.len() * 2
}

fn fullest(book: &Book, tables: &[Option<Table>]) -> Option<usize> {
    let cells = |s: &Sheet| s.rows.iter().map(|r| r.cells.len()).sum::<usize>();
    let shown = book.sheets.iter().zip(tables).enumerate();
    shown
        .filter(|(_, (_, t))| t.is_some())
        .max_by_key(|(at, (s, _))| (!s.hidden, cells(s), std::cmp::Reverse(*at)))
        .map(|(at, _)| at)
}

fn verdict(sheet: &Sheet, table: Option<&Table>, chosen: bool) -> Verdict {
    if sheet.unreadable.is_some() {
        return Verdict::Unreadable;
    }
    if chosen {
        return Verdict::Table;
    }
    let Some(table) = table else {
        return Verdict::Empty;
    };
    let texts: Vec<usize> = sheet
        .rows
        .iter()
        .flat_map(|r| r.cells.iter())
        .filter_map(|(_, v)| v.text())
        .map(|t| t.chars().count())
        .collect();
    let long = texts.iter().filter(|n| **n > 160).count();
    let roles = table
        .choices
        .iter()
        .filter(|c| c.role != Role::ExtraField && c.confidence >= 60)
        .count();
    if long * 3 > texts.len() || (long >= 3 && roles <= 4 && table.role(Role::Budget).is_none()) {
        Verdict::Prose
    } else if table.columns.len() <= 3 && roles <= 2 {
        Verdict::Legend
    } else {
        Verdict::OtherTable
    }
}
