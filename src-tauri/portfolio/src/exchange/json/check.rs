//! Whether the records of a document hold together, which no schema can say: every id is used once, and every
//! reference names a record of the right kind.

use super::fault::{Found, MOST};
use super::form::List;
use super::place::On;
use crate::error::Words;
use crate::model::{Detail, ElementKind, LinkDetail, Record};
use std::collections::BTreeMap;

/// What a record is called in an error.
fn noun(record: &Record) -> (&'static str, &'static str) {
    match record {
        Record::Element(_) => ("element", "l’élément"),
        Record::Link(_) => ("link", "le lien"),
        Record::Canvas(_) => ("canvas", "le canevas"),
        Record::Placement(_) => ("placement", "le placement"),
        Record::Reading(_) => ("reading", "le relevé"),
        Record::StatusReport(_) => ("status report", "le rapport d’état"),
        Record::Source(_) => ("source", "la source"),
        Record::Import(_) => ("import", "l’import"),
        Record::Waiver(_) => ("waiver", "la dérogation"),
        Record::Settings(_) => ("settings", "les réglages"),
    }
}

/// The faults, at most one more than [`MOST`].
pub(super) fn faults(lists: &[List]) -> Vec<Found> {
    let all = || {
        lists.iter().flat_map(|(list, records)| {
            let numbered = records.iter().enumerate();
            numbered.map(move |(at, record)| (*list, at, record))
        })
    };
    let mut known: BTreeMap<String, &Record> = BTreeMap::new();
    let mut found = Vec::new();
    for (list, at, record) in all() {
        let id = record.id().as_str().to_owned();
        if let Some(other) = known.get(&id) {
            found.push(Found {
                pointer: format!("/{list}/{at}/id"),
                on: On::Value,
                words: twice(&id, other, record),
            });
        } else {
            known.insert(id, record);
        }
    }
    for (list, at, record) in all() {
        for reference in references(record) {
            match known.get(reference.id) {
                Some(found) if reference.want.meets(found) => {}
                _ => found.push(Found {
                    pointer: format!("/{list}/{at}/{}", reference.pointer()),
                    on: On::Value,
                    words: dangling(record, &reference),
                }),
            }
        }
        if found.len() > MOST {
            break;
        }
    }
    found.truncate(MOST + 1);
    found
}

#[derive(Clone, Copy)]
enum Want {
    Element,
    Indicator,
    Assumption,
    Reading,
    Canvas,
    Source,
    /// What a finding can be about.
    Subject,
}

impl Want {
    fn meets(self, record: &Record) -> bool {
        match (self, record) {
            (Self::Element, Record::Element(_))
            | (Self::Canvas, Record::Canvas(_))
            | (Self::Source, Record::Source(_))
            | (Self::Reading, Record::Reading(_))
            | (Self::Subject, Record::Element(_) | Record::Link(_)) => true,
            (Self::Assumption, Record::Element(it)) => it.kind() == ElementKind::Assumption,
            (Self::Indicator, Record::Element(it)) => it.kind() == ElementKind::Indicator,
            _ => false,
        }
    }

    fn noun(self) -> (&'static str, &'static str) {
        match self {
            Self::Element => ("element", "l’élément"),
            Self::Indicator => ("indicator", "l’indicateur"),
            Self::Assumption => ("assumption", "l’hypothèse"),
            Self::Reading => ("reading", "le relevé"),
            Self::Subject => ("element or link", "l’élément ou le lien"),
            Self::Canvas => ("canvas", "le canevas"),
            Self::Source => ("source", "la source"),
        }
    }
}

/// One id named by a record.
struct Reference<'a> {
    field: &'static str,
    /// Its number where the field is a list.
    at: Option<usize>,
    id: &'a str,
    want: Want,
}

impl Reference<'_> {
    fn pointer(&self) -> String {
        let field = self.field.replace('.', "/");
        match self.at {
            Some(at) => format!("{field}/{at}"),
            None => field,
        }
    }
}

fn references(record: &Record) -> Vec<Reference<'_>> {
    let to = |field, id, want| Reference {
        field,
        at: None,
        id,
        want,
    };
    let nth = |field, (at, id), want| Reference {
        at: Some(at),
        ..to(field, id, want)
    };
    match record {
        Record::Element(it) => {
            let proof = it.why.proof.iter();
            let mut all: Vec<_> = proof
                .map(|id| to("why.proof", id.as_str(), Want::Element))
                .collect();
            if let Detail::Decision(decision) = &it.detail {
                let premises = decision.premises.iter().map(|id| id.as_str()).enumerate();
                all.extend(premises.map(|it| nth("premises", it, Want::Reading)));
            }
            all
        }
        Record::Link(it) => {
            let mut all = vec![
                to("from", it.from.as_str(), Want::Element),
                to("to", it.to.as_str(), Want::Element),
            ];
            match &it.detail {
                LinkDetail::ConflictsWith { guard_rail } => {
                    let rail = guard_rail.iter();
                    all.extend(rail.map(|id| to("guard_rail", id.as_str(), Want::Element)));
                }
                LinkDetail::Contribution(it) => {
                    let beliefs = it.assumptions.iter().map(|id| id.as_str()).enumerate();
                    all.extend(beliefs.map(|it| nth("assumptions", it, Want::Assumption)));
                }
                _ => {}
            }
            all
        }
        Record::Placement(it) => vec![
            to("canvas", it.canvas.as_str(), Want::Canvas),
            to("element", it.element.as_str(), Want::Element),
        ],
        Record::Reading(it) => {
            let mut all = vec![to("indicator", it.indicator.as_str(), Want::Indicator)];
            let source = it.source.iter();
            all.extend(source.map(|id| to("source", id.as_str(), Want::Source)));
            all
        }
        Record::StatusReport(it) => {
            let mut all = vec![to("element", it.element.as_str(), Want::Element)];
            let source = it.source.iter();
            all.extend(source.map(|id| to("source", id.as_str(), Want::Source)));
            all
        }
        Record::Waiver(it) => vec![to("subject", it.subject.as_str(), Want::Subject)],
        Record::Import(it) => vec![to("source", it.source.as_str(), Want::Source)],
        Record::Canvas(_) | Record::Source(_) | Record::Settings(_) => Vec::new(),
    }
}

fn twice(id: &str, one: &Record, other: &Record) -> Words {
    let ((en_one, fr_one), (en_other, fr_other)) = (noun(one), noun(other));
    Words::new(
        format!("the id “{id}” is used twice, by one {en_one} and by one {en_other}"),
        format!("l’identifiant « {id} » sert deux fois, pour {fr_one} et pour {fr_other}"),
    )
}

fn dangling(record: &Record, reference: &Reference<'_>) -> Words {
    let ((en, fr), (en_want, fr_want)) = (noun(record), reference.want.noun());
    let (id, field, target) = (record.id(), reference.field, reference.id);
    Words::new(
        format!(
            "the {en} “{id}” names in “{field}” the {en_want} “{target}”, which is not in the document"
        ),
        format!("{fr} « {id} » nomme dans « {field} » {fr_want} « {target} », absent du document"),
    )
}
