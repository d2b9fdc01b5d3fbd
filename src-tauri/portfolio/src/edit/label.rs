//! What a step is called when it is offered for undo. Words are made by whoever shows it.

use super::{Edit, Patch, element};
use crate::model::{CanvasId, ElementId, ElementKind, Portfolio};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::mem::discriminant;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Verb {
    Add,
    Change,
    Rename,
    WriteWhy,
    Remove,
    Connect,
    ChangeLink,
    Disconnect,
    Move,
    Tidy,
    /// Cards were taken off a canvas.
    TakeOff,
    Lock,
    Unlock,
    /// Frames of a canvas were drawn, moved or named.
    SetFrames,
    WriteNote,
    RemoveNote,
    Import,
    Create,
    /// Readings or reports were added or changed.
    Record,
    RemoveRecords,
    Archive,
    Restore,
    Merge,
    Split,
    Accept,
    Withdraw,
    Settings,
    SetRule,
    /// A rule of one's own was written or changed.
    WriteRule,
    RemoveRule,
    /// What was done here was brought together with what somebody else wrote into the file.
    Reconcile,
}

/// How a step came about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum Origin {
    /// Somebody did it by hand.
    #[default]
    Typed,
    /// Pasted from a spreadsheet.
    Pasted,
    /// Read from a file.
    Imported,
    /// Done here while somebody else changed the file, and brought together with that.
    Merged,
    /// The fix that a rule offered.
    Fixed {
        /// Code of the rule, as `D103`.
        rule: String,
    },
}

/// A step in the words of the model: verb, what it was done to, how many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Label {
    pub verb: Verb,
    /// The kind of the element concerned, when all are of one kind.
    pub kind: Option<ElementKind>,
    /// The title of the element concerned, the file of an import, the portfolio, the code of a rule.
    pub title: String,
    pub count: u32,
    #[serde(default)]
    pub origin: Origin,
    /// The field of an element, by its name in a [`Patch`], when the step changed that one alone. Steps of earlier
    /// releases do not say it.
    #[serde(default)]
    pub field: Option<String>,
}

impl Label {
    #[must_use]
    pub fn new(verb: Verb, title: impl Into<String>) -> Self {
        Self {
            verb,
            kind: None,
            title: title.into(),
            count: 1,
            origin: Origin::Typed,
            field: None,
        }
    }

    /// The label of a batch: its first edit names it, because the others follow from it (a ghost made real adds
    /// an element and then links it).
    #[must_use]
    pub fn of(edits: &[Edit], portfolio: &Portfolio) -> Self {
        let mut label = edits.first().map_or_else(
            || Self::new(Verb::Change, portfolio.settings().title.clone()),
            |first| Self::of_one(first, portfolio),
        );
        if edits.len() > 1 {
            let same = edits
                .iter()
                .filter(|it| Self::of_one(it, portfolio).verb == label.verb)
                .count();
            if same == edits.len() {
                label.count = u32::try_from(same).unwrap_or(u32::MAX).max(label.count);
            }
        }
        if label.verb == Verb::Change {
            label.field = one_field(edits);
        }
        label
    }

    fn of_one(edit: &Edit, portfolio: &Portfolio) -> Self {
        let of = |verb, id: &ElementId| match portfolio.element(id) {
            Some(element) => Self {
                kind: Some(element.kind()),
                ..Self::new(verb, element.title.clone())
            },
            None => Self::new(verb, ""),
        };
        let many = |label: Self, count: usize| Self {
            count: u32::try_from(count).unwrap_or(u32::MAX),
            ..label
        };
        let several = |verb, elements: &[ElementId]| {
            let first = elements.first();
            let label = first.map_or_else(|| Self::new(verb, ""), |id| of(verb, id));
            many(label, elements.len())
        };
        let on = |verb, canvas: &CanvasId| {
            let title = portfolio.canvas(canvas).map(|it| it.title.clone());
            Self::new(verb, title.unwrap_or_default())
        };
        match edit {
            Edit::AddElement { kind, title, .. } => Self {
                kind: Some(*kind),
                ..Self::new(Verb::Add, element::one_line(title))
            },
            Edit::InsertElement { element } => Self {
                kind: Some(element.kind()),
                ..Self::new(Verb::Add, element::one_line(&element.title))
            },
            Edit::InsertLink { link } => of(Verb::Connect, &link.from),
            Edit::InsertReading { reading } | Edit::SetReading { reading } => {
                of(Verb::Record, &reading.indicator)
            }
            Edit::InsertStatus { status } | Edit::SetStatus { status } => {
                of(Verb::Record, &status.element)
            }
            Edit::InsertSource { source } => Self::new(Verb::Add, source.title.clone()),
            Edit::InsertImport { import } => Self::new(Verb::Import, import.file.clone()),
            Edit::InsertCanvas { canvas } => Self::new(Verb::Add, canvas.title.clone()),
            Edit::InsertPlacement { placement } => of(Verb::Move, &placement.element),
            Edit::Set {
                element: id,
                patch: Patch::Title(_),
            } => of(Verb::Rename, id),
            Edit::Set {
                element: id,
                patch: Patch::Why(_),
            } => of(Verb::WriteWhy, id),
            Edit::Set { element: id, .. } => of(Verb::Change, id),
            Edit::Remove { elements } => several(Verb::Remove, elements),
            Edit::Connect { from, .. } => of(Verb::Connect, from),
            Edit::SetLink { link, .. } => portfolio.link(link).map_or_else(
                || Self::new(Verb::ChangeLink, ""),
                |it| of(Verb::ChangeLink, &it.from),
            ),
            Edit::Disconnect { links } => {
                let label = links.first().and_then(|id| portfolio.link(id)).map_or_else(
                    || Self::new(Verb::Disconnect, ""),
                    |it| of(Verb::Disconnect, &it.from),
                );
                many(label, links.len())
            }
            Edit::Place { moves, .. } => {
                let label = moves.first().map_or_else(
                    || Self::new(Verb::Move, ""),
                    |it| of(Verb::Move, &it.element),
                );
                many(label, moves.len())
            }
            Edit::PutOnMaps { elements } => several(Verb::Move, elements),
            Edit::Tidy { canvas } => on(Verb::Tidy, canvas),
            Edit::InsertNote { note } => Self::new(Verb::WriteNote, element::one_line(&note.text)),
            Edit::Unplace { elements, .. } => several(Verb::TakeOff, elements),
            Edit::Lock {
                elements, locked, ..
            } => several(if *locked { Verb::Lock } else { Verb::Unlock }, elements),
            Edit::AddCanvas { title, .. } | Edit::CopyCanvas { title, .. } => {
                Self::new(Verb::Add, element::one_line(title))
            }
            Edit::RenameCanvas { canvas, .. } => on(Verb::Rename, canvas),
            Edit::RemoveCanvas { canvas } => on(Verb::Remove, canvas),
            Edit::SetFrames { canvas, .. } => on(Verb::SetFrames, canvas),
            Edit::PutNotes { notes } => many(
                Self::new(
                    Verb::WriteNote,
                    notes
                        .first()
                        .map_or_else(String::new, |it| element::one_line(&it.text)),
                ),
                notes.len(),
            ),
            Edit::RemoveNotes { notes } => {
                let first = notes.first().and_then(|id| portfolio.note(id));
                let title = first.map_or_else(String::new, |it| element::one_line(&it.text));
                many(Self::new(Verb::RemoveNote, title), notes.len())
            }
            Edit::SetTitle { .. } => Self::new(Verb::Rename, portfolio.settings().title.clone()),
            Edit::SetSettings { .. } => {
                Self::new(Verb::Settings, portfolio.settings().title.clone())
            }
            Edit::SetRule { code, .. } => Self::new(Verb::SetRule, code.clone()),
            Edit::RemoveReadings { readings } => {
                let indicator = readings.first().and_then(|id| portfolio.reading(id));
                let label = indicator.map_or_else(
                    || Self::new(Verb::RemoveRecords, ""),
                    |it| of(Verb::RemoveRecords, &it.indicator),
                );
                many(label, readings.len())
            }
            Edit::RemoveStatuses { statuses } => {
                let subject = statuses.first().and_then(|id| portfolio.status(id));
                let label = subject.map_or_else(
                    || Self::new(Verb::RemoveRecords, ""),
                    |it| of(Verb::RemoveRecords, &it.element),
                );
                many(label, statuses.len())
            }
            Edit::SetSource { source } => Self::new(Verb::Change, source.title.clone()),
            Edit::RemoveSource { source } => Self::new(
                Verb::Remove,
                portfolio
                    .source(source)
                    .map(|it| it.title.clone())
                    .unwrap_or_default(),
            ),
            Edit::Archive { elements, .. } => several(Verb::Archive, elements),
            Edit::Restore { elements } => several(Verb::Restore, elements),
            Edit::Merge { into, from } => many(of(Verb::Merge, into), from.len() + 1),
            Edit::Split { element: id, parts } => many(of(Verb::Split, id), parts.len() + 1),
            Edit::Waive { waiver } => Self::new(Verb::Accept, waiver.code.clone()),
            Edit::Unwaive { waiver } => Self::new(
                Verb::Withdraw,
                portfolio
                    .waiver(waiver)
                    .map(|it| it.code.clone())
                    .unwrap_or_default(),
            ),
            Edit::PutOwnRule { rule } => Self::new(Verb::WriteRule, rule.code.clone()),
            Edit::RemoveOwnRule { rule } => Self::new(
                Verb::RemoveRule,
                portfolio
                    .own_rule(rule)
                    .map(|it| it.code.clone())
                    .unwrap_or_default(),
            ),
        }
    }
}

/// The field that all of these change.
fn one_field(edits: &[Edit]) -> Option<String> {
    let mut patches = edits.iter().map(|edit| match edit {
        Edit::Set { patch, .. } => Some(patch),
        _ => None,
    });
    let first = patches.next()??;
    let same = |it: Option<&Patch>| it.is_some_and(|it| discriminant(it) == discriminant(first));
    if !patches.all(same) {
        return None;
    }
    let named = serde_json::to_value(first).ok()?;
    Some(named.get("field")?.as_str()?.to_owned())
}
