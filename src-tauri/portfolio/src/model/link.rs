//! Links between elements. A contribution is an object that people accept or dispute, not an arrow.

use super::{Date, ElementId, LinkId};
use serde::{Deserialize, Serialize};
use specta::Type;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    #[default]
    Helps,
    Harms,
}

/// How much of the effect, in words.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    Marginal,
    Weak,
    Moderate,
    Strong,
    Decisive,
}

/// How sure people are, in words.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    Guess,
    Doubtful,
    Plausible,
    Likely,
    Certain,
}

/// A link that nobody has accepted counts for nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum LinkState {
    #[default]
    Proposed,
    Accepted,
    Disputed,
    Retired,
}

/// How far one contribution is expected to move an indicator at its target date, in the unit of the indicator and
/// with the sign of the movement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Expectation {
    /// The indicator that is moved; the one that measures the receiving element when it has only one.
    #[serde(default)]
    pub indicator: Option<ElementId>,
    pub likely: f64,
    /// The ends of what is thought possible, as numbers: where less is better, `low` is the hopeful one. Both are
    /// `likely` when nobody gave them.
    #[serde(default)]
    pub low: Option<f64>,
    #[serde(default)]
    pub high: Option<f64>,
}

impl Expectation {
    /// Whether all numbers are finite and the likely one lies between the ends.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        let (low, high) = (
            self.low.unwrap_or(self.likely),
            self.high.unwrap_or(self.likely),
        );
        low.is_finite() && high.is_finite() && low <= self.likely && self.likely <= high
    }
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(default)]
pub struct Contribution {
    /// How the one moves the other, in a sentence.
    pub mechanism: String,
    pub sign: Sign,
    pub strength: Option<Strength>,
    pub confidence: Option<Confidence>,
    pub lag_days: Option<u32>,
    /// Share of the effort that goes this way, 0 to 1.
    pub share: Option<f64>,
    pub expects: Option<Expectation>,
    pub state: LinkState,
    /// Who claims it, and since when.
    pub proposed_by: String,
    pub proposed_on: Option<Date>,
    pub accepted_by: String,
    pub valid_from: Option<Date>,
    pub valid_until: Option<Date>,
    pub evidence: String,
    /// The assumptions that it rests on.
    pub assumptions: Vec<ElementId>,
}

/// What a link means and what it carries. Read "from … to".
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LinkDetail {
    /// A lower level contributes to a higher one.
    Contribution(Contribution),
    /// An element exists because of a driver, priority or objective.
    Because,
    /// A tree within one kind.
    PartOf,
    /// An indicator measures an element.
    Measures,
    DependsOn {
        needed_by: Option<Date>,
    },
    /// An element rests on an assumption.
    RestsOn,
    ConflictsWith {
        guard_rail: Option<ElementId>,
    },
    /// A decision cites an element.
    Cites,
}

/// The names of [`LinkDetail`] without their contents.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    Contribution,
    Because,
    PartOf,
    Measures,
    DependsOn,
    RestsOn,
    ConflictsWith,
    Cites,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Link {
    pub id: LinkId,
    pub from: ElementId,
    pub to: ElementId,
    #[serde(flatten)]
    pub detail: LinkDetail,
}

impl LinkDetail {
    #[must_use]
    pub fn kind(&self) -> LinkKind {
        match self {
            Self::Contribution(_) => LinkKind::Contribution,
            Self::Because => LinkKind::Because,
            Self::PartOf => LinkKind::PartOf,
            Self::Measures => LinkKind::Measures,
            Self::DependsOn { .. } => LinkKind::DependsOn,
            Self::RestsOn => LinkKind::RestsOn,
            Self::ConflictsWith { .. } => LinkKind::ConflictsWith,
            Self::Cites => LinkKind::Cites,
        }
    }
}

impl Link {
    #[must_use]
    pub fn kind(&self) -> LinkKind {
        self.detail.kind()
    }

    /// Whether the link counts: every kind but a contribution does at once, a contribution once accepted.
    #[must_use]
    pub fn counts(&self) -> bool {
        match &self.detail {
            LinkDetail::Contribution(contribution) => contribution.state == LinkState::Accepted,
            _ => true,
        }
    }
}
