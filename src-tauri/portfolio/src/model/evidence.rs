//! What was observed and where it came from: readings, status reports, sources, imports.

use super::{
    Date, ElementId, Field, ImportId, Instant, ReadingId, RecordId, SourceId, StatusId, WaiverId,
};
use serde::{Deserialize, Serialize};
use specta::Type;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    Baseline,
    Actual,
    Forecast,
    Target,
}

/// One value of an indicator for a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Reading {
    pub id: ReadingId,
    pub indicator: ElementId,
    /// Last day of the period that the value speaks of.
    pub period: Date,
    pub value: f64,
    pub nature: Nature,
    pub source: Option<SourceId>,
    pub recorded_at: Instant,
    pub recorded_by: String,
    pub comment: String,
    /// How good the evidence is, when somebody judged it; otherwise it follows from where it came from.
    #[serde(default)]
    pub grade: Option<Grade>,
}

/// How good a piece of evidence is, E0 to E4.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// E0: somebody said so.
    Assertion,
    /// E1: people who are named judged it together.
    Judgement,
    /// E2: read by hand, with source and definition.
    Manual,
    /// E3: read from a system, with the record of its import.
    Imported,
    /// E4: a second, independent source says the same, or there is a comparison.
    Corroborated,
}

/// From which side a status was given. Both are kept side by side; neither overwrites the other.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Lens {
    It,
    Business,
}

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Green,
    Amber,
    Red,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct StatusReport {
    pub id: StatusId,
    pub element: ElementId,
    /// Empty when the source gives a rating without a date.
    #[serde(default)]
    pub date: Field<Date>,
    pub lens: Lens,
    /// `None` when the words could not be placed on the three steps, or when none was given.
    pub status: Option<Status>,
    /// The words of the source, unchanged ("Medium High").
    pub said: String,
    pub comment: String,
    /// How far the work is said to be, 0 to 100.
    #[serde(default)]
    pub percent: Option<f64>,
    pub source: Option<SourceId>,
}

/// Where data comes from: a workbook, a tool, a person's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Source {
    pub id: SourceId,
    pub title: String,
    /// What it holds and what it leaves out.
    #[serde(default)]
    pub description: String,
    /// Who answers for what it says.
    #[serde(default)]
    pub owner: Field<String>,
    /// Days between two deliveries, as agreed.
    #[serde(default)]
    pub every_days: Field<u32>,
}

/// A finding that somebody lives with, with a reason and for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Waiver {
    pub id: WaiverId,
    /// Code of the rule, as `D103`.
    #[serde(default)]
    pub code: String,
    /// The element or link that the finding is about; the settings, where it is told once of the whole portfolio.
    pub subject: RecordId,
    #[serde(default)]
    pub reason: String,
    /// Who accepted it.
    #[serde(default)]
    pub person: String,
    pub on: Date,
    /// Last day on which it holds; without end when `None`.
    #[serde(default)]
    pub until: Option<Date>,
}

impl Waiver {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.on <= day && self.until.is_none_or(|last| day <= last)
    }
}

/// One import that was carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportRecord {
    pub id: ImportId,
    pub source: SourceId,
    pub at: Instant,
    /// File name without its folder.
    pub file: String,
    /// SHA-256 of the file, in hexadecimal.
    pub hash: String,
    pub sheet: String,
    /// Elements created.
    pub created: u32,
    /// Rows set aside because nothing could be made of them, as "row 12: no title".
    pub quarantined: Vec<String>,
    /// Rows left out on purpose (totals, blank lines, repeated headers).
    pub ignored: u32,
}
