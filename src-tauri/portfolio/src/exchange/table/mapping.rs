//! The user's choices about a file. Everything is optional: what is not chosen is recognised.
//! Written and read as JSON, so that next month's file can be read the same way.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::Date;

/// What a column means for an initiative. Each is used by one column at most, except `Tags`, `ExtraField` and `Ignore`;
/// when the user gives one role to several columns, the first one that is filled counts.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Title,
    Description,
    Owner,
    PartOf,
    State,
    /// Status as those who deliver see it.
    Status,
    /// Status as those who asked for it see it.
    StatusBusiness,
    StatusDate,
    Start,
    End,
    DeliveredOn,
    Budget,
    Spent,
    PercentComplete,
    Category,
    /// The rule or law that makes a mandatory initiative mandatory.
    Reference,
    /// The identifier in the system the file came from.
    ExternalKey,
    Tags,
    ContributesTo,
    Why,
    ExtraField,
    Ignore,
}

impl Role {
    /// May several columns hold this role side by side?
    #[must_use]
    pub fn repeats(self) -> bool {
        matches!(self, Role::Tags | Role::ExtraField | Role::Ignore)
    }

    pub(super) fn is_date(self) -> bool {
        matches!(
            self,
            Role::StatusDate | Role::Start | Role::End | Role::DeliveredOn
        )
    }

    pub(super) fn is_money(self) -> bool {
        matches!(self, Role::Budget | Role::Spent)
    }
}

/// What one unit of a number stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    Ones,
    Thousands,
    Millions,
    Billions,
}

impl Scale {
    pub(super) fn factor(self) -> i64 {
        match self {
            Scale::Ones => 1,
            Scale::Thousands => 1_000,
            Scale::Millions => 1_000_000,
            Scale::Billions => 1_000_000_000,
        }
    }
}

/// How the bytes of a text table become letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    Utf8,
    Utf16,
    Windows1252,
}

/// What stands between two cells of a text table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum Separator {
    Comma,
    Semicolon,
    Tab,
    Pipe,
}

impl Separator {
    pub(super) const ALL: [Separator; 4] = [
        Separator::Comma,
        Separator::Semicolon,
        Separator::Tab,
        Separator::Pipe,
    ];

    pub(super) fn char(self) -> char {
        match self {
            Separator::Comma => ',',
            Separator::Semicolon => ';',
            Separator::Tab => '\t',
            Separator::Pipe => '|',
        }
    }
}

/// Choices that override the recognition. Rows count from 1, columns are letters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(default, deny_unknown_fields)]
pub struct Mapping {
    pub sheet: Option<String>,
    /// The (first) row of column names; 0 when there is none.
    pub header_row: Option<u32>,
    /// Column letter → role.
    pub roles: BTreeMap<String, Role>,
    /// Is `03/04/2026` the third of April?
    pub day_first: Option<bool>,
    /// Is a comma the decimal sign?
    pub decimal_comma: Option<bool>,
    pub scale: Option<Scale>,
    /// ISO code or bare symbol for amounts that do not carry their own.
    pub currency: Option<String>,
    /// First month (1 to 12) of a fiscal year such as `2024/25`.
    pub fiscal_month: Option<u8>,
    /// The day that the list speaks of: ratings without a day of their own get it.
    pub as_of: Option<Date>,
    /// Such ratings stay without a day, whatever the file names.
    pub undated: bool,
    pub encoding: Option<Encoding>,
    pub separator: Option<Separator>,
    /// Cells (such as `F9`) whose suggested repair is accepted.
    pub repairs: Vec<String>,
    /// Rows to leave out.
    pub skip_rows: Vec<u32>,
    /// Rows to read although they look like a total, a note or a heading.
    pub keep_rows: Vec<u32>,
}
