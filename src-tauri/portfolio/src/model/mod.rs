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
mod reference;
mod rule;
mod settings;
mod why;

pub use canvas::{Canvas, CanvasKind, Frame, Note, NotePaper, Placement, Standing};
pub use diff::{Change, Diff};
pub use element::{
    Archived, Assumption, Capability, Category, Change as BusinessChange, Choice, Decision, Detail,
    Direction, Driver, Element, ElementKind, ExternalKey, Fate, Indicator, IndicatorKind,
    Initiative, InitiativeForm, InitiativeState, Level, Objective, Outcome, PaceLayer, Person,
    Perspective, Priority, Ruling, Side, System, Team, Term, ValueType,
};
pub use evidence::{
    Grade, ImportRecord, Lens, Nature, Reading, Source, Status, StatusReport, Waiver,
};
pub(crate) use id::well_formed;
pub use id::{
    CanvasId, ElementId, FrameId, ImportId, LinkId, NoteId, PlacementId, ReadingId, RecordId,
    RuleId, SourceId, StatusId, WaiverId,
};
pub use lang::Lang;
pub use link::{
    Confidence, Contribution, Expectation, Link, LinkDetail, LinkKind, LinkState, Sign, Strength,
};
pub use maybe::{Field, Gap, Known, Maybe, Reason, known};
pub use money::{Currency, Money};
pub use portfolio::Portfolio;
pub(crate) use portfolio::Rows;
pub use record::{Noun, Record};
pub use reference::{Reference, Want};
pub use rule::OwnRule;
pub use settings::{Cycle, FiscalYear, Rate, RuleSetting, Settings, Severity};
pub use why::Why;

/// A calendar date without time zone.
pub type Date = chrono::NaiveDate;
/// A moment, always UTC.
pub type Instant = chrono::DateTime<chrono::Utc>;
