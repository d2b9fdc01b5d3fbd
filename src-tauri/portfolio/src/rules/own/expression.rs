//! What we ask of a language for rules of one's own. One implementation stands behind it ([`super::cel`]); nothing
//! else in the house names its crate.

use super::fact::{Needs, Scene};
use super::watch::Moment;
use crate::error::Words;
use crate::model::ElementKind;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What an expression is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Condition,
    Evidence,
}

/// Something wrong with a rule, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// Without a capital and without a full stop: it stands after a colon.
    pub(super) message: Words,
    pub(super) part: RulePart,
    /// Where in that part, when it is known.
    pub(super) place: Option<RulePlace>,
}

/// What of a rule is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum RulePart {
    When,
    Message,
    Evidence,
}

/// A place in a source, counted from 1 in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RulePlace {
    pub line: u32,
    pub column: u32,
}

impl Fault {
    pub(super) fn new(en: impl Into<String>, fr: impl Into<String>) -> Self {
        Self {
            message: Words::new(en, fr),
            part: RulePart::When,
            place: None,
        }
    }

    /// It stands in the evidence: said first, because a rule is read with its condition in mind.
    pub(super) fn in_evidence(self) -> Self {
        if self.part == RulePart::Evidence {
            return self;
        }
        Self {
            message: Words::new(
                format!("in the evidence, {}", self.message.en),
                format!("dans les éléments de preuve, {}", self.message.fr),
            ),
            part: RulePart::Evidence,
            ..self
        }
    }

    pub(super) fn at(mut self, place: Option<RulePlace>) -> Self {
        self.place = self.place.or(place);
        self
    }
}

/// Why an evaluation has no result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stop {
    /// A field is not filled: of the element judged, or of the one with this id.
    Missing { field: String, of: Option<String> },
    /// The rule is wrong, on this element at least.
    Fault(Fault),
    /// It took more steps than one element may take.
    Steps,
    /// It ran past its time.
    Late,
}

/// How far an evaluation may go.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub(super) steps: u32,
    pub(super) until: Moment,
}

/// An expression that was read and found to be within bounds.
pub(super) trait Expression: Send {
    /// The variables that it names.
    fn needs(&self) -> Needs;

    /// The fields of the element that it names, in the order in which it names them.
    fn looks_at(&self) -> &[&'static str];

    /// Whether the condition holds; the steps that it took are added to `steps`.
    fn is_true(&self, scene: &Scene, limits: Limits, steps: &mut u32) -> Result<bool, Stop>;

    /// The texts of a list; the steps that it took are added to `steps`.
    fn texts(&self, scene: &Scene, limits: Limits, steps: &mut u32) -> Result<Vec<String>, Stop>;
}

/// Reads an expression for elements of a kind.
///
/// # Errors
/// What is wrong with it, and where.
pub(super) fn compile(
    source: &str,
    kind: ElementKind,
    purpose: Purpose,
) -> Result<Box<dyn Expression>, Fault> {
    super::cel::compile(source, kind, purpose)
}
