//! What a portfolio is: data only, no input or output, no clock.
//!
//! One file per noun. [`record::Record`] is the closed list of what can be stored; [`portfolio::Portfolio`]
//! holds all records with their look-ups; [`diff::Diff`] is the only way a portfolio changes.

mod canvas;
mod diff;
mod element;
mod evidence;
mod id;
mod lang;
mod link;
mod maybe;
mod money;
mod portfolio;
mod record;
mod why;

pub use canvas::{Canvas, CanvasKind, Placement};
pub use diff::{Change, Diff};
pub use element::{
    Assumption, Capability, Category, Change as BusinessChange, Decision, Detail, Direction,
    Driver, Element, ElementKind, ExternalKey, Indicator, IndicatorKind, Initiative,
    InitiativeForm, InitiativeState, Level, Objective, Outcome, PaceLayer, Priority, Side, System,
    Team, ValueType,
};
pub use evidence::{ImportRecord, Lens, Nature, Reading, Source, Status, StatusReport};
pub use id::{
    CanvasId, ElementId, ImportId, LinkId, PlacementId, ReadingId, RecordId, SourceId, StatusId,
};
pub use lang::Lang;
pub use link::{Confidence, Contribution, Link, LinkDetail, LinkKind, LinkState, Sign, Strength};
pub use maybe::{Field, Gap, Maybe, Reason};
pub use money::{Currency, Money};
pub use portfolio::{Portfolio, Settings};
pub use record::Record;
pub use why::Why;

/// A calendar date without time zone.
pub type Date = chrono::NaiveDate;
/// A moment, always UTC.
pub type Instant = chrono::DateTime<chrono::Utc>;
