//! The closed list of what a portfolio stores.

use super::{
    Canvas, Element, ImportRecord, Link, Note, OwnRule, Placement, Reading, RecordId, Settings,
    Source, StatusReport, Waiver,
};
use serde::{Deserialize, Serialize};
use specta::Type;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[expect(
    clippy::large_enum_variant,
    reason = "most records are elements; boxing them would only cost"
)]
#[serde(tag = "type", content = "record", rename_all = "snake_case")]
pub enum Record {
    Element(Element),
    Link(Link),
    Canvas(Canvas),
    Placement(Placement),
    Note(Note),
    Reading(Reading),
    StatusReport(StatusReport),
    Source(Source),
    Import(ImportRecord),
    Waiver(Waiver),
    OwnRule(OwnRule),
    Settings(Settings),
}

/// The names of [`Record`] without their contents, in an order in which nothing refers to what comes later:
/// writing in this order never names an absent record.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    Settings,
    Source,
    Element,
    Canvas,
    Link,
    Placement,
    Note,
    Reading,
    StatusReport,
    Import,
    Waiver,
    OwnRule,
}

impl Noun {
    /// Every noun, in their order.
    pub const ALL: [Self; 12] = [
        Self::Settings,
        Self::Source,
        Self::Element,
        Self::Canvas,
        Self::Link,
        Self::Placement,
        Self::Note,
        Self::Reading,
        Self::StatusReport,
        Self::Import,
        Self::Waiver,
        Self::OwnRule,
    ];
}

impl Record {
    #[must_use]
    pub fn id(&self) -> RecordId {
        match self {
            Self::Element(it) => (&it.id).into(),
            Self::Link(it) => (&it.id).into(),
            Self::Canvas(it) => (&it.id).into(),
            Self::Placement(it) => (&it.id).into(),
            Self::Note(it) => (&it.id).into(),
            Self::Reading(it) => (&it.id).into(),
            Self::StatusReport(it) => (&it.id).into(),
            Self::Source(it) => (&it.id).into(),
            Self::Import(it) => (&it.id).into(),
            Self::Waiver(it) => (&it.id).into(),
            Self::OwnRule(it) => (&it.id).into(),
            Self::Settings(_) => Settings::record_id(),
        }
    }

    #[must_use]
    pub fn noun(&self) -> Noun {
        match self {
            Self::Settings(_) => Noun::Settings,
            Self::Source(_) => Noun::Source,
            Self::Element(_) => Noun::Element,
            Self::Canvas(_) => Noun::Canvas,
            Self::Link(_) => Noun::Link,
            Self::Placement(_) => Noun::Placement,
            Self::Note(_) => Noun::Note,
            Self::Reading(_) => Noun::Reading,
            Self::StatusReport(_) => Noun::StatusReport,
            Self::Import(_) => Noun::Import,
            Self::Waiver(_) => Noun::Waiver,
            Self::OwnRule(_) => Noun::OwnRule,
        }
    }
}
