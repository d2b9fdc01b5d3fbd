//! The closed list of what a portfolio stores.

use super::{
    Canvas, Element, ImportRecord, Link, OwnRule, Placement, Reading, RecordId, Settings, Source,
    StatusReport, Waiver,
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
    Reading(Reading),
    StatusReport(StatusReport),
    Source(Source),
    Import(ImportRecord),
    Waiver(Waiver),
    OwnRule(OwnRule),
    Settings(Settings),
}

impl Record {
    #[must_use]
    pub fn id(&self) -> RecordId {
        match self {
            Self::Element(it) => (&it.id).into(),
            Self::Link(it) => (&it.id).into(),
            Self::Canvas(it) => (&it.id).into(),
            Self::Placement(it) => (&it.id).into(),
            Self::Reading(it) => (&it.id).into(),
            Self::StatusReport(it) => (&it.id).into(),
            Self::Source(it) => (&it.id).into(),
            Self::Import(it) => (&it.id).into(),
            Self::Waiver(it) => (&it.id).into(),
            Self::OwnRule(it) => (&it.id).into(),
            Self::Settings(_) => Settings::record_id(),
        }
    }

    /// Records that others refer to come first, so that writing in this order never names an absent record.
    #[must_use]
    pub fn rank(&self) -> u8 {
        match self {
            Self::Settings(_) => 0,
            Self::Source(_) => 1,
            Self::Element(_) => 2,
            Self::Canvas(_) => 3,
            Self::Link(_) => 4,
            Self::Placement(_) => 5,
            Self::Reading(_) => 6,
            Self::StatusReport(_) => 7,
            Self::Import(_) => 8,
            Self::Waiver(_) => 9,
            Self::OwnRule(_) => 10,
        }
    }
}
