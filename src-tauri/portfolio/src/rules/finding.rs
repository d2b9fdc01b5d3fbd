//! What a rule says: the finding, its evidence and what would make it pass.

use super::missing::{Lack, Missing};
use crate::edit::Edit;
pub use crate::model::Severity;
use crate::model::{Date, Element, ElementId, ElementKind, LinkId, WaiverId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Which myth a rule tests or which demand it serves.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Root myth: the why is implicit.
    Why,
    /// Myth 1: we share rituals.
    Rituals,
    /// Myth 2: we track progress closely.
    Progress,
    /// Myth 3: our tools align us.
    Tools,
    /// Myth 4: we are agile, so continuously aligned.
    Agile,
    /// Demand 1: strategy visible and actionable.
    Visible,
    /// Demand 2: one framework between decision and execution.
    Common,
    /// Demand 3: steering connected to the ground.
    Ground,
    /// Demand 4: value managed, not activity.
    Value,
    /// Rules of one's own.
    Own,
}

/// A rule that holds makes no finding.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename = "Verdict", rename_all = "snake_case")]
pub enum Outcome {
    Violated,
    CannotTell,
}

/// An element named in a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
pub struct Named {
    pub id: ElementId,
    pub kind: ElementKind,
    pub title: String,
}

impl From<&Element> for Named {
    fn from(element: &Element) -> Self {
        Self {
            id: element.id.clone(),
            kind: element.kind(),
            title: element.title.clone(),
        }
    }
}

/// One row of evidence: what was seen, where and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Evidence {
    pub text: String,
    pub element: Option<ElementId>,
    pub link: Option<LinkId>,
    pub date: Option<Date>,
    /// Title of the source, empty when it was typed here.
    pub source: String,
}

/// What one rule says of one subject. The same portfolio, date and rule pack give the same bytes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Finding {
    /// Rule and subjects: the same finding keeps its key from run to run.
    pub key: String,
    pub code: String,
    /// The fault in kebab case: `orphan-initiative`.
    pub name: String,
    pub family: Family,
    pub severity: Severity,
    pub result: Outcome,
    /// `None` when the finding is about the portfolio as a whole.
    pub subject: Option<Named>,
    pub related: Vec<Named>,
    /// The fault in one sentence.
    pub message: String,
    pub evidence: Vec<Evidence>,
    /// What would make it pass.
    pub advice: String,
    /// What keeps the rule from deciding.
    pub missing: Vec<Missing>,
    /// Strategic points at stake.
    pub weight: Option<f64>,
    /// Money at stake as amounts by currency, never added across currencies.
    pub money: Vec<crate::model::Money>,
    /// What it comes from, as `id:field`, or `:field` of the whole; findings of one cause are shown as one.
    pub cause: Option<String>,
    /// The links to light up on a map, in order.
    pub path: Vec<LinkId>,
    /// The day on which it was first seen, as far as the portfolio's file knows.
    pub first_seen: Option<Date>,
    /// Somebody lives with it, for a reason and a time.
    pub accepted: Option<WaiverId>,
    /// Edits that put it right, when one way is unambiguous.
    pub fix: Option<Vec<Edit>>,
}

impl Finding {
    /// Whether it tells that a rule of one's own could not be run, and accuses nobody.
    #[must_use]
    pub fn is_of_its_rule(&self) -> bool {
        self.missing.iter().any(|it| it.field == Lack::Rule)
    }
}

/// A rule as it is explained, in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct RuleText {
    pub code: String,
    pub name: String,
    /// The fault as a heading above its findings.
    pub title: String,
    pub family: Family,
    pub severity: Severity,
    /// What it fires on.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// What to do about it.
    pub how: String,
    /// Parameters with name, value, unit and source.
    pub parameters: Vec<Parameter>,
}

/// A threshold of a rule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Parameter {
    pub name: String,
    /// The value that the rule brings, with its unit.
    pub value: String,
    pub default: f64,
    pub unit: String,
    pub source: String,
}
