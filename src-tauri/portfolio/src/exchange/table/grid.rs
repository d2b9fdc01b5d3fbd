//! What every reader returns: sheets of typed cells, sparse, bounded by one budget for the whole file.
//! Knows nothing of headers, roles or meaning.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::error::{Counted, Fault};
use super::limits;

/// One cell's content as the file states it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Text(String),
    Number(f64),
    /// A number shown as a percentage; 0.45 means 45 %.
    Percent(f64),
    Date(NaiveDate),
    Bool(bool),
    /// A formula's error such as `#REF!`.
    Error(String),
}

impl Value {
    /// The content as a person would read it in the sheet.
    pub(super) fn raw(&self) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Number(number) => super::number::plain(*number),
            Value::Percent(number) => format!("{} %", super::number::plain(*number * 100.0)),
            Value::Date(date) => date.format("%Y-%m-%d").to_string(),
            Value::Bool(true) => "TRUE".to_owned(),
            Value::Bool(false) => "FALSE".to_owned(),
            Value::Error(text) => text.clone(),
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// A row that holds at least one cell. `number` counts from 1 as spreadsheet programs do.
#[derive(Debug, Clone, Default)]
pub(super) struct GridRow {
    pub(super) number: u32,
    /// Sorted by column (0 is A).
    pub(super) cells: Vec<(u16, Value)>,
}

impl GridRow {
    pub(super) fn get(&self, column: u16) -> Option<&Value> {
        let at = self.cells.binary_search_by_key(&column, |(c, _)| *c).ok()?;
        self.cells.get(at).map(|(_, value)| value)
    }
}

/// A merged range, rows counted from 1 and columns from 0, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merge {
    pub(super) top: u32,
    pub(super) bottom: u32,
    pub(super) left: u16,
    pub(super) right: u16,
}

/// One sheet. Rows are sorted by number and never empty.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    pub(super) hidden: bool,
    pub(super) rows: Vec<GridRow>,
    pub(super) merges: Vec<Merge>,
    /// Cells that a vertical merge filled: (row number, column).
    pub(super) spread: BTreeSet<(u32, u16)>,
    /// Rows and columns that the sheet does not show, filled or not.
    pub(super) not_shown: super::hidden::Hidden,
    /// Money formats seen per column, as (column, currency).
    pub(super) currencies: Vec<(u16, String)>,
    /// Why this sheet could not be read, when it could not.
    pub(super) unreadable: Option<String>,
    /// Rows whose width differs from the header's (text tables): (row number, cells, expected).
    pub(super) ragged: Vec<(u32, u32, u32)>,
    /// Cells cut at the longest text that is kept: (row number, column).
    pub(super) cut: Vec<(u32, u16)>,
}

impl Sheet {
    /// Distinct columns with content, ascending.
    pub(super) fn columns(&self) -> Vec<u16> {
        let mut seen = BTreeSet::new();
        for row in &self.rows {
            seen.extend(row.cells.iter().map(|(c, _)| *c));
        }
        seen.into_iter().collect()
    }

    pub(super) fn row(&self, number: u32) -> Option<&GridRow> {
        let at = self.rows.binary_search_by_key(&number, |r| r.number).ok()?;
        self.rows.get(at)
    }

    /// Gives the cells below the top of each vertical merge the value that the merge shows.
    pub(super) fn spread_down(&mut self) {
        let (mut filled, mut seen) = (0_usize, 0_usize);
        for merge in self.merges.clone() {
            if merge.bottom <= merge.top {
                continue;
            }
            let Some(value) = self.row(merge.top).and_then(|r| r.get(merge.left)).cloned() else {
                continue;
            };
            let first = self.rows.partition_point(|r| r.number <= merge.top);
            for row in self
                .rows
                .iter_mut()
                .skip(first)
                .take_while(|r| r.number <= merge.bottom)
            {
                seen += 1;
                if filled >= limits::MAX_SPREAD || seen >= limits::MAX_SPREAD * 4 {
                    return;
                }
                if let Err(at) = row.cells.binary_search_by_key(&merge.left, |(c, _)| *c) {
                    row.cells.insert(at, (merge.left, value.clone()));
                    self.spread.insert((row.number, merge.left));
                    filled += 1;
                }
            }
        }
    }
}

/// The container a table came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    Xlsx,
    Ods,
    Text,
}

/// A file's sheets in their order.
#[derive(Debug, Clone)]
pub(super) struct Book {
    pub(super) format: Format,
    pub(super) sheets: Vec<Sheet>,
    /// For text tables: how the bytes were read.
    pub(super) text: Option<TextFacts>,
}

/// How a text table was decoded and split.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TextFacts {
    pub(super) encoding: super::mapping::Encoding,
    /// A byte-order mark or valid UTF-8 leaves no doubt; Windows-1252 is an inference.
    pub(super) certain: bool,
    pub(super) separator: char,
    /// Cells whose accents had been encoded twice and were repaired: (before, after) of the first one, and how many.
    pub(super) repaired: Option<(String, String, u32)>,
}

/// Counts what a file puts into memory and stops it at the caps.
#[derive(Debug, Default)]
pub(super) struct Budget {
    cells: usize,
    bytes: usize,
}

impl Budget {
    /// Pays for one cell at `place`.
    ///
    /// # Errors
    /// `TooMany` when the file holds more cells or text than is read.
    pub(super) fn pay(&mut self, text_bytes: usize, place: &str) -> Result<(), Fault> {
        self.cells += 1;
        self.bytes += text_bytes;
        let over = if self.cells > limits::MAX_CELLS {
            Some((Counted::Cells, limits::MAX_CELLS))
        } else if self.bytes > limits::MAX_TEXT_BYTES {
            Some((Counted::Bytes, limits::MAX_TEXT_BYTES))
        } else {
            None
        };
        match over {
            Some((what, limit)) => Err(Fault::TooMany {
                place: place.to_owned(),
                what,
                limit: limit as u64,
            }),
            None => Ok(()),
        }
    }
}

/// Builds a sheet cell by cell, in any order of arrival.
#[derive(Debug, Default)]
pub(super) struct SheetBuilder {
    sheet: Sheet,
    sorted: bool,
}

impl SheetBuilder {
    pub(super) fn new(name: &str) -> Self {
        SheetBuilder {
            sheet: Sheet {
                name: name.to_owned(),
                ..Sheet::default()
            },
            sorted: true,
        }
    }

    /// Adds a cell; blank text is no cell.
    ///
    /// # Errors
    /// `TooMany` when the budget is spent.
    pub(super) fn put(
        &mut self,
        budget: &mut Budget,
        row: u32,
        column: u16,
        value: Value,
    ) -> Result<(), Fault> {
        let value = match value {
            Value::Text(text) => {
                let mut text = super::text::tidy(&text);
                if text.is_empty() {
                    return Ok(());
                }
                if text.len() > limits::MAX_CELL_BYTES {
                    let mut end = limits::MAX_CELL_BYTES;
                    while !text.is_char_boundary(end) {
                        end -= 1;
                    }
                    text.truncate(end);
                    self.sheet.cut.push((row, column));
                }
                budget.pay(text.len(), &self.sheet.name)?;
                Value::Text(text)
            }
            other => {
                budget.pay(0, &self.sheet.name)?;
                other
            }
        };
        match self.sheet.rows.last_mut() {
            Some(last) if last.number == row => {
                if last.cells.last().is_some_and(|(c, _)| *c >= column) {
                    self.sorted = false;
                }
                last.cells.push((column, value));
            }
            last => {
                if last.is_some_and(|l| l.number > row) {
                    self.sorted = false;
                }
                self.sheet.rows.push(GridRow {
                    number: row,
                    cells: vec![(column, value)],
                });
            }
        }
        Ok(())
    }

    /// The finished sheet, sorted, with vertical merges spread.
    ///
    /// # Errors
    /// `TooMany` when more columns are in use than are read.
    pub(super) fn finish(mut self, merges: Vec<Merge>) -> Result<Sheet, Fault> {
        if !self.sorted {
            let mut rows: Vec<GridRow> = Vec::new();
            self.sheet.rows.sort_by_key(|r| r.number);
            for row in self.sheet.rows.drain(..) {
                match rows.last_mut() {
                    Some(last) if last.number == row.number => last.cells.extend(row.cells),
                    _ => rows.push(row),
                }
            }
            for row in &mut rows {
                row.cells.sort_by_key(|(c, _)| *c);
                row.cells.dedup_by_key(|(c, _)| *c);
            }
            self.sheet.rows = rows;
        }
        let columns = self.sheet.columns().len();
        if columns > limits::MAX_COLUMNS {
            return Err(Fault::TooMany {
                place: self.sheet.name,
                what: Counted::Columns,
                limit: limits::MAX_COLUMNS as u64,
            });
        }
        self.sheet.merges = merges;
        self.sheet.merges.truncate(limits::MAX_MERGES);
        self.sheet.spread_down();
        Ok(self.sheet)
    }
}

/// `A`, `Z`, `AA` … for a column counted from 0.
#[must_use]
pub(super) fn letter(column: u16) -> String {
    let mut n = u32::from(column) + 1;
    let mut letters = Vec::new();
    while n > 0 {
        n -= 1;
        letters.push(char::from(b'A' + (n % 26) as u8));
        n /= 26;
    }
    letters.iter().rev().collect()
}
