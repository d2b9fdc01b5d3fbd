//! The rows of initiatives, typed: what the workspace turns into records. Names no record and no edit.

use serde::{Deserialize, Serialize};

use super::mapping::Scale;
use super::problem::Problem;
use crate::model::{Category, Date, Field, InitiativeState, Lens, Money, Status};

/// A rating with the words it was given in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rating {
    pub lens: Lens,
    /// `None` when the words could not be placed on the three steps.
    pub status: Option<Status>,
    pub said: String,
}

/// One initiative as the file tells it. `None` in a field: the cell is empty; `Missing`: the cell says why there is no value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Row in the sheet, counted from 1.
    pub number: u32,
    /// One line, never empty.
    pub title: String,
    pub description: Field<String>,
    pub owner: Field<String>,
    pub part_of: Field<String>,
    pub state: Field<InitiativeState>,
    /// At most one per lens. A lens whose cell gives a reason instead (`Unavailable`) has `status: None` and the words.
    pub ratings: Vec<Rating>,
    pub status_date: Field<Date>,
    pub start: Field<Date>,
    pub end: Field<Date>,
    pub delivered_on: Field<Date>,
    pub budget: Field<Money>,
    pub spent: Field<Money>,
    /// 0 to 100.
    pub percent_complete: Field<f64>,
    pub category: Field<Category>,
    pub reference: Field<String>,
    pub external_key: Option<String>,
    pub tags: Vec<String>,
    /// Titles of objectives; links to them are only ever proposed.
    pub contributes_to: Vec<String>,
    pub why: Field<String>,
    /// Everything else, by column name; also the words behind a mapped state or category and values that could not be read.
    pub extra: Vec<(String, String)>,
}

/// A row that was filled but is no initiative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    pub number: u32,
    /// The first words of the row.
    pub text: String,
}

/// Everything that an import needs, read under one mapping.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rows {
    /// File name without its folder.
    pub file: String,
    /// Hexadecimal SHA-256 of the file's bytes.
    pub sha256: String,
    pub sheet: String,
    pub rows: Vec<Row>,
    /// Rows with values but without a title.
    pub quarantined: Vec<SetAside>,
    /// Totals, repeated headers, headings, notes and rows the user skipped.
    pub ignored: u32,
    pub problems: Vec<Problem>,
    /// Pairs of row numbers whose titles may name the same initiative.
    pub maybe_same: Vec<(u32, u32)>,
    pub scale: Scale,
    /// The day of the list, where ratings got it.
    pub as_of: Option<Date>,
    /// Ratings without a day of their own.
    pub undated: u32,
}
