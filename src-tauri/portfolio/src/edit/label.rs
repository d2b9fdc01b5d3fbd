//! What a step is called when it is offered for undo. Words are made by whoever shows it.

use super::{Edit, Patch};
use crate::model::{ElementKind, Portfolio};
use serde::{Deserialize, Serialize};
use specta::Type;

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
    Import,
    Create,
}

/// A step in the words of the model: verb, what it was done to, how many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Label {
    pub verb: Verb,
    /// The kind of the element concerned, when all are of one kind.
    pub kind: Option<ElementKind>,
    /// The title of the element concerned, the file of an import, the portfolio.
    pub title: String,
    pub count: u32,
}

impl Label {
    #[must_use]
    pub fn new(verb: Verb, title: impl Into<String>) -> Self {
        Self {
            verb,
            kind: None,
            title: title.into(),
            count: 1,
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
        label
    }

    fn of_one(edit: &Edit, portfolio: &Portfolio) -> Self {
        let element = |verb, id| match portfolio.element(id) {
            Some(element) => Self {
                verb,
                kind: Some(element.kind()),
                title: element.title.clone(),
                count: 1,
            },
            None => Self::new(verb, ""),
        };
        let many = |label: Self, count: usize| Self {
            count: u32::try_from(count).unwrap_or(u32::MAX),
            ..label
        };
        match edit {
            Edit::AddElement { kind, title, .. } => Self {
                verb: Verb::Add,
                kind: Some(*kind),
                title: title.clone(),
                count: 1,
            },
            Edit::InsertElement { element } => Self {
                verb: Verb::Add,
                kind: Some(element.kind()),
                title: element.title.clone(),
                count: 1,
            },
            Edit::InsertLink { link } => element(Verb::Connect, &link.from),
            Edit::InsertReading { reading } => element(Verb::Change, &reading.indicator),
            Edit::InsertStatus { status } => element(Verb::Change, &status.element),
            Edit::InsertSource { source } => Self::new(Verb::Import, source.title.clone()),
            Edit::InsertImport { import } => Self::new(Verb::Import, import.file.clone()),
            Edit::InsertCanvas { canvas } => Self::new(Verb::Add, canvas.title.clone()),
            Edit::InsertPlacement { placement } => element(Verb::Move, &placement.element),
            Edit::Set {
                element: id,
                patch: Patch::Title(_),
            } => element(Verb::Rename, id),
            Edit::Set {
                element: id,
                patch: Patch::Why(_),
            } => element(Verb::WriteWhy, id),
            Edit::Set { element: id, .. } => element(Verb::Change, id),
            Edit::Remove { elements } => {
                let label = elements.first().map_or_else(
                    || Self::new(Verb::Remove, ""),
                    |id| element(Verb::Remove, id),
                );
                many(label, elements.len())
            }
            Edit::Connect { from, .. } => element(Verb::Connect, from),
            Edit::SetLink { link, .. } => portfolio.link(link).map_or_else(
                || Self::new(Verb::ChangeLink, ""),
                |it| element(Verb::ChangeLink, &it.from),
            ),
            Edit::Disconnect { links } => {
                let label = links.first().and_then(|id| portfolio.link(id)).map_or_else(
                    || Self::new(Verb::Disconnect, ""),
                    |it| element(Verb::Disconnect, &it.from),
                );
                many(label, links.len())
            }
            Edit::Place { moves, .. } => {
                let label = moves.first().map_or_else(
                    || Self::new(Verb::Move, ""),
                    |it| element(Verb::Move, &it.element),
                );
                many(label, moves.len())
            }
            Edit::PutOnMaps { elements } => {
                let label = elements
                    .first()
                    .map_or_else(|| Self::new(Verb::Move, ""), |id| element(Verb::Move, id));
                many(label, elements.len())
            }
            Edit::Tidy { canvas } => Self::new(
                Verb::Tidy,
                portfolio
                    .canvas(canvas)
                    .map(|it| it.title.clone())
                    .unwrap_or_default(),
            ),
            Edit::SetTitle { .. } => Self::new(Verb::Rename, portfolio.settings().title.clone()),
        }
    }
}
