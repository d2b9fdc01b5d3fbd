//! The verbs: everything that can be done to a portfolio, each a pure function from portfolio to diff or
//! refusal. One file per noun; this file holds the closed list and its one match.
//!
//! Whoever makes an edit brings the ids of what it creates. Nothing here reads a clock or a file.

mod draft;
mod element;
mod evidence;
mod field;
mod label;
mod link;
mod map;
mod refusal;

pub use draft::Draft;
pub use field::{LinkPatch, Patch};
pub use label::{Label, Verb};

use crate::error::Result;
use crate::model::{
    Canvas, CanvasId, Diff, Element, ElementId, ElementKind, ImportRecord, Link, LinkId, LinkKind,
    Placement, Portfolio, Reading, Source, StatusReport,
};
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
    /// Names the portfolio.
    SetTitle {
        title: String,
    },
}

/// Carries a batch out on a draft of the portfolio. On refusal nothing has happened.
///
/// # Errors
/// The first refusal, with its code.
pub fn apply(portfolio: &Portfolio, edits: &[Edit]) -> Result<Diff> {
    let mut draft = Draft::new(portfolio);
    for edit in edits {
        step(&mut draft, edit)?;
    }
    Ok(draft.finish())
}

fn step(draft: &mut Draft<'_>, edit: &Edit) -> Result<()> {
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
        Edit::InsertCanvas { canvas } => map::insert_canvas(draft, canvas),
        Edit::InsertPlacement { placement } => map::insert_placement(draft, placement),
        Edit::Set { element, patch } => element::set(draft, element, patch),
        Edit::Remove { elements } => element::remove(draft, elements),
        Edit::Connect { id, from, to, kind } => link::connect(draft, id, from, to, *kind),
        Edit::SetLink { link, patch } => link::set(draft, link, patch),
        Edit::Disconnect { links } => link::disconnect(draft, links),
        Edit::Place { canvas, moves } => map::place(draft, canvas, moves),
        Edit::PutOnMaps { elements } => map::put_everywhere(draft, elements),
        Edit::Tidy { canvas } => map::tidy(draft, canvas),
        Edit::SetTitle { title } => element::set_title(draft, title),
    }
}
