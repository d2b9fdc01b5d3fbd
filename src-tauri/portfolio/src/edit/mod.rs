//! The verbs: everything that can be done to a portfolio, each a pure function from portfolio to diff or
//! refusal. One file per noun; this file holds the closed list and its one match.
//!
//! Whoever makes an edit brings the ids of what it creates. Nothing here reads a clock or a file.

mod canvas;
mod draft;
mod element;
mod evidence;
mod field;
mod label;
mod link;
mod map;
mod mention;
mod merge;
mod note;
mod person;
mod refusal;
mod rule;
mod set;
mod settings;
mod split;
mod whole;

pub use draft::Draft;
pub use field::{LinkPatch, Patch};
pub use label::{Label, Origin, Verb};

use crate::error::Result;
use crate::model::{
    Canvas, CanvasId, CanvasKind, Date, Diff, Element, ElementId, ElementKind, Frame, ImportRecord,
    Link, LinkId, LinkKind, Note, NoteId, OwnRule, Placement, Portfolio, Reading, ReadingId,
    RuleId, RuleSetting, Settings, Source, SourceId, StatusId, StatusReport, Waiver, WaiverId,
};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A place on a canvas; `y` counts from the top of the band of the element's kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Spot {
    pub canvas: CanvasId,
    pub x: f64,
    pub y: f64,
}

/// One card moved by hand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Move {
    pub element: ElementId,
    pub x: f64,
    pub y: f64,
}

/// A part that an element is split into.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Part {
    pub id: ElementId,
    pub title: String,
    /// Share of the amounts of the whole, more than 0 and less than 1.
    pub share: Decimal,
}

/// A user verb. A batch of edits is one step that is undone as one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Edit {
    /// A new element with a title; without a spot it is placed on every canvas that shows its kind.
    AddElement {
        id: ElementId,
        kind: ElementKind,
        title: String,
        spot: Option<Spot>,
    },
    /// A whole element, link, reading … as it came from a file.
    InsertElement {
        element: Box<Element>,
    },
    InsertLink {
        link: Box<Link>,
    },
    InsertReading {
        reading: Reading,
    },
    InsertStatus {
        status: StatusReport,
    },
    InsertSource {
        source: Source,
    },
    InsertImport {
        import: ImportRecord,
    },
    InsertCanvas {
        canvas: Canvas,
    },
    InsertPlacement {
        placement: Placement,
    },
    InsertNote {
        note: Note,
    },
    /// Sets one field of an element.
    Set {
        element: ElementId,
        patch: Patch,
    },
    /// Removes elements with their links, places, readings and reports.
    Remove {
        elements: Vec<ElementId>,
    },
    /// Draws a link. A contribution drawn by hand is accepted at once; imported ones start as proposed.
    Connect {
        id: LinkId,
        from: ElementId,
        to: ElementId,
        kind: LinkKind,
    },
    /// Sets one field of a contribution.
    SetLink {
        link: LinkId,
        patch: LinkPatch,
    },
    Disconnect {
        links: Vec<LinkId>,
    },
    /// Moves cards by hand; they stay where they were put.
    Place {
        canvas: CanvasId,
        moves: Vec<Move>,
    },
    /// Gives elements the first free places of their bands on every canvas; nobody else moves.
    PutOnMaps {
        elements: Vec<ElementId>,
    },
    /// Lays out all cards of a canvas that were not placed by hand.
    Tidy {
        canvas: CanvasId,
    },
    /// Takes cards off a canvas on which only what was put there stands. The elements stay.
    Unplace {
        canvas: CanvasId,
        elements: Vec<ElementId>,
    },
    /// Locked cards are moved by nobody until they are unlocked.
    Lock {
        canvas: CanvasId,
        elements: Vec<ElementId>,
        locked: bool,
    },
    /// A new canvas; where its kind is laid out, every element that it shows gets a place.
    AddCanvas {
        id: CanvasId,
        kind: CanvasKind,
        title: String,
    },
    RenameCanvas {
        canvas: CanvasId,
        title: String,
    },
    /// A canvas as it stands under another name, with its places, notes and frames.
    CopyCanvas {
        canvas: CanvasId,
        id: CanvasId,
        title: String,
    },
    /// Removes a canvas with its places and notes; no element goes. A portfolio keeps one canvas.
    RemoveCanvas {
        canvas: CanvasId,
    },
    /// All frames of a canvas, in the order in which they are shown.
    SetFrames {
        canvas: CanvasId,
        frames: Vec<Frame>,
    },
    /// Notes, new or in the place of those of the same ids.
    PutNotes {
        notes: Vec<Note>,
    },
    RemoveNotes {
        notes: Vec<NoteId>,
    },
    /// Names the portfolio.
    SetTitle {
        title: String,
    },
    /// Title, currency, rates, fiscal year, cycle and rules.
    SetSettings {
        settings: Box<Settings>,
    },
    /// What the portfolio sets about one rule; a setting that sets nothing gives the rule its own defaults back.
    SetRule {
        /// A letter and three digits, or the id of a rule of the user's own.
        code: String,
        setting: RuleSetting,
    },
    /// A reading, report or source in the place of the one of the same id.
    SetReading {
        reading: Reading,
    },
    RemoveReadings {
        readings: Vec<ReadingId>,
    },
    SetStatus {
        status: StatusReport,
    },
    RemoveStatuses {
        statuses: Vec<StatusId>,
    },
    SetSource {
        source: Source,
    },
    /// Only a source that nothing came from.
    RemoveSource {
        source: SourceId,
    },
    /// Puts elements away with all they have: shown and judged no more until they are restored.
    Archive {
        elements: Vec<ElementId>,
        on: Date,
        reason: String,
    },
    Restore {
        elements: Vec<ElementId>,
    },
    /// Several elements of one kind become one; links, readings and whatever mentions them move along.
    Merge {
        into: ElementId,
        from: Vec<ElementId>,
    },
    /// One element becomes several; each part takes its share of the amounts and all links.
    Split {
        element: ElementId,
        parts: Vec<Part>,
    },
    /// Accepts a finding, by somebody, for a reason and a time.
    Waive {
        waiver: Waiver,
    },
    Unwaive {
        waiver: WaiverId,
    },
    /// A rule of one's own, new or in the place of the one of the same id.
    PutOwnRule {
        rule: Box<OwnRule>,
    },
    RemoveOwnRule {
        rule: RuleId,
    },
}

/// Carries a batch out. On refusal the portfolio is as it was.
///
/// # Errors
/// The first refusal, with its code.
pub fn apply(portfolio: &mut Portfolio, edits: &[Edit]) -> Result<Diff> {
    let mut draft = Draft::new(portfolio);
    for edit in edits {
        step(&mut draft, edit)?;
    }
    whole::references(&draft)?;
    Ok(draft.finish())
}

/// The first edit of a batch that is refused; `None` where only all of them together are.
pub(crate) fn first_refused<'a>(portfolio: &mut Portfolio, edits: &'a [Edit]) -> Option<&'a Edit> {
    let mut draft = Draft::new(portfolio);
    edits.iter().find(|it| step(&mut draft, it).is_err())
}

fn step(draft: &mut Draft<'_>, edit: &Edit) -> Result<()> {
    let since = draft.count();
    carry_out(draft, edit)?;
    whole::ids(draft, since)
}

fn carry_out(draft: &mut Draft<'_>, edit: &Edit) -> Result<()> {
    match edit {
        Edit::AddElement {
            id,
            kind,
            title,
            spot,
        } => element::add(draft, id, *kind, title, spot.as_ref()),
        Edit::InsertElement { element } => element::insert(draft, element),
        Edit::InsertLink { link } => link::insert(draft, link),
        Edit::InsertReading { reading } => evidence::insert_reading(draft, reading),
        Edit::InsertStatus { status } => evidence::insert_status(draft, status),
        Edit::InsertSource { source } => evidence::insert_source(draft, source),
        Edit::InsertImport { import } => evidence::insert_import(draft, import),
        Edit::InsertCanvas { canvas } => canvas::insert(draft, canvas),
        Edit::InsertPlacement { placement } => map::insert_placement(draft, placement),
        Edit::InsertNote { note } => note::insert(draft, note),
        Edit::Set { element, patch } => set::set(draft, element, patch),
        Edit::Remove { elements } => element::remove(draft, elements),
        Edit::Connect { id, from, to, kind } => link::connect(draft, id, from, to, *kind),
        Edit::SetLink { link, patch } => link::set(draft, link, patch),
        Edit::Disconnect { links } => link::disconnect(draft, links),
        Edit::Place { canvas, moves } => map::place(draft, canvas, moves),
        Edit::PutOnMaps { elements } => map::put_everywhere(draft, elements),
        Edit::Tidy { canvas } => map::tidy(draft, canvas),
        Edit::Unplace { canvas, elements } => map::unplace(draft, canvas, elements),
        Edit::Lock {
            canvas,
            elements,
            locked,
        } => map::lock(draft, canvas, elements, *locked),
        Edit::AddCanvas { id, kind, title } => canvas::add(draft, id, *kind, title),
        Edit::RenameCanvas { canvas, title } => canvas::rename(draft, canvas, title),
        Edit::CopyCanvas { canvas, id, title } => canvas::copy(draft, canvas, id, title),
        Edit::RemoveCanvas { canvas } => canvas::remove(draft, canvas),
        Edit::SetFrames { canvas, frames } => canvas::set_frames(draft, canvas, frames),
        Edit::PutNotes { notes } => note::put(draft, notes),
        Edit::RemoveNotes { notes } => note::remove(draft, notes),
        Edit::SetTitle { title } => settings::set_title(draft, title),
        Edit::SetSettings { settings } => settings::set(draft, settings),
        Edit::SetRule { code, setting } => settings::set_rule(draft, code, setting),
        Edit::SetReading { reading } => evidence::set_reading(draft, reading),
        Edit::RemoveReadings { readings } => evidence::remove_readings(draft, readings),
        Edit::SetStatus { status } => evidence::set_status(draft, status),
        Edit::RemoveStatuses { statuses } => evidence::remove_statuses(draft, statuses),
        Edit::SetSource { source } => evidence::set_source(draft, source),
        Edit::RemoveSource { source } => evidence::remove_source(draft, source),
        Edit::Archive {
            elements,
            on,
            reason,
        } => element::archive(draft, elements, *on, reason),
        Edit::Restore { elements } => element::restore(draft, elements),
        Edit::Merge { into, from } => merge::merge(draft, into, from),
        Edit::Split { element, parts } => split::split(draft, element, parts),
        Edit::Waive { waiver } => settings::waive(draft, waiver),
        Edit::Unwaive { waiver } => settings::unwaive(draft, waiver),
        Edit::PutOwnRule { rule } => rule::put(draft, rule),
        Edit::RemoveOwnRule { rule } => rule::remove(draft, rule),
    }
}
