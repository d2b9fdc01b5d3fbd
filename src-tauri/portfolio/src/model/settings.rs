//! What is said once for the whole portfolio. Travels in the file and can be undone like everything else.

use super::{Currency, Date, RecordId};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// How many units of one currency one unit of another is worth, as somebody declared it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Rate {
    pub from: Currency,
    pub to: Currency,
    /// Exact, greater than zero: 1 `from` = `rate` `to`.
    pub rate: Decimal,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Where the rate was taken from.
    #[serde(default)]
    pub source: String,
}

/// The day on which a fiscal year begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct FiscalYear {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 28, so that every year has it.
    pub day: u8,
}

impl Default for FiscalYear {
    fn default() -> Self {
        Self { month: 1, day: 1 }
    }
}

impl FiscalYear {
    /// Whether every year has such a day.
    #[must_use]
    pub fn is_valid(self) -> bool {
        (1..=12).contains(&self.month) && (1..=28).contains(&self.day)
    }
}

/// How much a finding weighs.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    Info,
    Low,
    Medium,
    High,
    Blocker,
}

impl Severity {
    /// One step up; a blocker stays a blocker.
    #[must_use]
    pub fn raised(self) -> Self {
        match self {
            Self::Info => Self::Low,
            Self::Low => Self::Medium,
            Self::Medium => Self::High,
            Self::High | Self::Blocker => Self::Blocker,
        }
    }

    /// One step down; information stays information.
    #[must_use]
    pub fn lowered(self) -> Self {
        match self {
            Self::Info | Self::Low => Self::Info,
            Self::Medium => Self::Low,
            Self::High => Self::Medium,
            Self::Blocker => Self::High,
        }
    }
}

/// How often the portfolio is looked at as a whole: the beat in which rules count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Cycle {
    #[default]
    Month,
    Quarter,
}

/// What a portfolio sets about one rule, in the place of the rule's own defaults.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct RuleSetting {
    /// The rule is not run.
    pub off: bool,
    pub severity: Option<Severity>,
    /// Thresholds by their names.
    pub parameters: BTreeMap<String, f64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Settings {
    /// The organisation or portfolio, as it should stand on a snapshot.
    pub title: String,
    /// The currency in which sums across currencies are told, when a rate leads there.
    pub currency: Option<Currency>,
    pub rates: Vec<Rate>,
    pub fiscal_year: FiscalYear,
    pub cycle: Cycle,
    /// By code, as `D103`.
    pub rules: BTreeMap<String, RuleSetting>,
}

impl Settings {
    /// The id of the one settings record.
    #[must_use]
    pub fn record_id() -> RecordId {
        RecordId::of_settings()
    }
}
