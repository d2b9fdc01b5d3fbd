//! Tables in: the workbooks and text tables that people have.
//!
//! Bytes → `sniff` (what is it?) → a reader per format (`xlsx`, `ods`, `delimited`) → `grid` (sparse, bounded, typed) →
//! `recognise` (`header`, `columns`, `body`, `conventions`) → `assemble` (typed [`Rows`]) → [`Preview`].
//!
//! Invariants: nothing is written; no clock, no path, no edit, no store; every reader stops at the caps of `limits`;
//! arbitrary bytes give an error or a grid, never a panic. Words that recognise things are data in `dictionary`.

mod archive;
mod assemble;
mod assume;
mod assume_kept;
mod assume_values;
mod body;
mod cell;
mod columns;
mod conventions;
mod counts;
mod date;
mod delimited;
mod dictionary;
mod error;
mod grid;
mod header;
mod hidden;
mod likeness;
mod limits;
mod list_day;
mod mapping;
mod number;
mod ods;
mod preview;
mod problem;
mod profile;
mod recognise;
mod rows;
mod sniff;
mod text;
mod typed;
mod unit;
mod words;
mod xlsx;

#[cfg(test)]
mod tests;

pub use assume::{About, Alternative, Assumption};
pub use body::RowKind;
pub use counts::Counts;
pub use error::{Counted, Fault, Found, ReadError};
pub use grid::Format;
pub use limits::MAX_FILE_BYTES;
pub use mapping::{Encoding, Mapping, Role, Scale, Separator};
pub use preview::{
    ColumnFacts, FileFacts, Mark, MaybeSame, Preview, PreviewCell, PreviewRow, RoleGuess,
    SCHEMA as INSPECT_SCHEMA, SheetFacts, TableFacts,
};
pub use problem::{Gravity, Problem, ProblemCode};
pub use recognise::Verdict;
pub use rows::{Rating, Row, Rows, SetAside};

use crate::error::Result;
use crate::model::Lang;

/// Refuses a file by its size alone, so that a caller need not load 200 MB to be told that it is too much.
///
/// # Errors
/// `TooLarge` beyond [`MAX_FILE_BYTES`], `NothingToImport` for an empty file.
pub fn check_size(bytes: u64, file_name: &str) -> Result<()> {
    let fault = if bytes == 0 {
        Fault::Empty
    } else if bytes > MAX_FILE_BYTES as u64 {
        Fault::TooBig {
            bytes,
            limit: MAX_FILE_BYTES as u64,
        }
    } else {
        return Ok(());
    };
    Err(ReadError::new(file_name, fault).into())
}

/// Says what an import of these bytes would recognise. `file_name` is only named and never opened.
///
/// # Errors
/// When the file cannot be read at all; each cause has its own message and remedy.
pub fn preview(bytes: &[u8], file_name: &str, mapping: &Mapping, lang: Lang) -> Result<Preview> {
    let found = recognise::recognise(bytes, file_name, mapping)?;
    let rows = assemble::rows(&found, mapping);
    Ok(preview::preview(&found, &rows, mapping, lang))
}

/// Reads the initiatives of a file under a mapping.
///
/// # Errors
/// When the file cannot be read, or holds no table with titles (`NothingToImport`).
pub fn read_rows(bytes: &[u8], file_name: &str, mapping: &Mapping) -> Result<Rows> {
    let found = recognise::recognise(bytes, file_name, mapping)?;
    let rows = assemble::rows(&found, mapping);
    if rows.rows.is_empty() {
        return Err(ReadError::new(&found.file, Fault::NoTable).into());
    }
    Ok(rows)
}
