//! What a merge has to tell, so that nothing is lost silently: each remark names a record as people know it.

use crate::model::{ElementKind, Noun, Portfolio, Record, RecordId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A record as people know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RecordName {
    pub noun: Noun,
    pub id: RecordId,
    /// The kind of an element.
    pub kind: Option<ElementKind>,
    /// Its title, or the titles of what it joins or belongs to.
    pub title: String,
}

/// One of the two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum By {
    Mine,
    Theirs,
}

/// One thing in which both sides could not be followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Remark {
    /// Both changed one field: theirs stands, mine is told here.
    Both {
        of: RecordName,
        /// As `budget` or `why.text`.
        field: String,
        mine: String,
        theirs: String,
    },
    /// One side removed what the other changed or still uses: it stays.
    Stays { of: RecordName, removed: By },
    /// Mine cannot stand beside theirs and was left out.
    LeftOut { of: RecordName },
}

/// Names a record by the titles of the first portfolio that knows what it belongs to.
pub(in crate::workspace) fn named(record: &Record, among: &[&Portfolio]) -> RecordName {
    let element = |id| {
        among
            .iter()
            .find_map(|it| it.element(id))
            .map_or_else(|| id.to_string(), |it| it.title.clone())
    };
    let title = match record {
        Record::Settings(it) => it.title.clone(),
        Record::Source(it) => it.title.clone(),
        Record::Element(it) => it.title.clone(),
        Record::Canvas(it) => it.title.clone(),
        Record::Link(it) => format!("{} → {}", element(&it.from), element(&it.to)),
        Record::Placement(it) => element(&it.element),
        Record::Note(it) => it.text.clone(),
        Record::Reading(it) => format!("{}, {}", element(&it.indicator), it.period),
        Record::StatusReport(it) => element(&it.element),
        Record::Import(it) => it.file.clone(),
        Record::Waiver(it) => it.code.clone(),
        Record::OwnRule(it) => it.code.clone(),
    };
    RecordName {
        noun: record.noun(),
        id: record.id(),
        kind: match record {
            Record::Element(it) => Some(it.kind()),
            _ => None,
        },
        title,
    }
}
