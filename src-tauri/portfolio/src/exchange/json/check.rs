//! Whether the records of a document hold together, which no schema can say: every id is used once, every reference
//! names a record of the right kind, and what a link expects is in order.

use super::fault::{Found, MOST};
use super::form::List;
use super::place::On;
use crate::error::Words;
use crate::model::{LinkDetail, Record, Reference, Want};
use std::collections::BTreeMap;

/// What a record is called in an error.
fn noun(record: &Record) -> (&'static str, &'static str) {
    match record {
        Record::Element(_) => ("element", "l’élément"),
        Record::Link(_) => ("link", "le lien"),
        Record::Canvas(_) => ("canvas", "le canevas"),
        Record::Placement(_) => ("placement", "le placement"),
        Record::Note(_) => ("note", "la note"),
        Record::Reading(_) => ("reading", "le relevé"),
        Record::StatusReport(_) => ("status report", "le rapport d’état"),
        Record::Source(_) => ("source", "la source"),
        Record::Import(_) => ("import", "l’import"),
        Record::Waiver(_) => ("waiver", "la dérogation"),
        Record::OwnRule(_) => ("rule", "la règle"),
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
    let mut codes: BTreeMap<&str, &Record> = BTreeMap::new();
    for (list, at, record) in all() {
        if let Record::OwnRule(rule) = record {
            match codes.get(rule.code.as_str()) {
                Some(other) => found.push(Found {
                    pointer: format!("/{list}/{at}/code"),
                    on: On::Value,
                    words: twice(&rule.code, other, record),
                }),
                None => drop(codes.insert(&rule.code, record)),
            }
        }
        for reference in record.references() {
            match known.get(reference.id) {
                Some(found) if reference.want.meets(found) => {}
                _ => found.push(Found {
                    pointer: format!("/{list}/{at}/{}", pointer(&reference)),
                    on: On::Value,
                    words: dangling(record, &reference),
                }),
            }
        }
        if let Some((field, words)) = disorder(record) {
            found.push(Found {
                pointer: format!("/{list}/{at}/{field}"),
                on: On::Value,
                words,
            });
        }
        if found.len() > MOST {
            break;
        }
    }
    found.truncate(MOST + 1);
    found
}

/// A field of a record that contradicts itself.
pub(super) fn disorder(record: &Record) -> Option<(&'static str, Words)> {
    let Record::Link(link) = record else {
        return None;
    };
    let LinkDetail::Contribution(it) = &link.detail else {
        return None;
    };
    let is_wrong = it.expects.iter().any(|it| !it.is_in_order());
    is_wrong.then(|| {
        let id = &link.id;
        let words = Words::new(
            format!("the link “{id}” expects a “likely” movement that is not between “low” and “high”"),
            format!("le lien « {id} » prévoit un mouvement « likely » qui n’est pas entre « low » et « high »"),
        );
        ("expects", words)
    })
}

fn pointer(reference: &Reference<'_>) -> String {
    let field = reference.field.replace('.', "/");
    match reference.at {
        Some(at) => format!("{field}/{at}"),
        None => field,
    }
}

fn wanted(want: Want) -> (&'static str, &'static str) {
    match want {
        Want::Element => ("element", "l’élément"),
        Want::Indicator => ("indicator", "l’indicateur"),
        Want::Assumption => ("assumption", "l’hypothèse"),
        Want::Reading => ("reading", "le relevé"),
        Want::Subject => (
            "element, link or “settings”",
            "l’élément, le lien ou « settings »",
        ),
        Want::Canvas => ("canvas", "le canevas"),
        Want::Source => ("source", "la source"),
    }
}

fn twice(id: &str, one: &Record, other: &Record) -> Words {
    let ((en_one, fr_one), (en_other, fr_other)) = (noun(one), noun(other));
    Words::new(
        format!("the id “{id}” is used twice, by one {en_one} and by one {en_other}"),
        format!("l’identifiant « {id} » sert deux fois, pour {fr_one} et pour {fr_other}"),
    )
}

fn dangling(record: &Record, reference: &Reference<'_>) -> Words {
    let ((en, fr), (en_want, fr_want)) = (noun(record), wanted(reference.want));
    let (id, field, target) = (record.id(), reference.field, reference.id);
    Words::new(
        format!(
            "the {en} “{id}” names in “{field}” the {en_want} “{target}”, which is not in the document"
        ),
        format!("{fr} « {id} » nomme dans « {field} » {fr_want} « {target} », absent du document"),
    )
}
