//! From faults to a refusal: each with its line and column, the first of them in the message, all of them beside it.

use super::place::{On, Place, find};
use crate::error::{Code, Error, Fault, Words};

/// Faults of a document that are told at once.
pub(super) const MOST: usize = 20;

/// A fault and what it is about, before its place is looked up.
#[derive(Debug)]
pub(super) struct Found {
    /// JSON pointer (RFC 6901).
    pub(super) pointer: String,
    pub(super) on: On,
    pub(super) words: Words,
}

/// The refusal of a document with at least one fault.
pub(super) fn refusal(name: &str, text: &str, found: Vec<Found>) -> Error {
    let mut faults: Vec<Fault> = found
        .into_iter()
        .map(|it| {
            let place = Place::of(text.as_bytes(), find(text, &it.pointer, it.on));
            located(place, it.pointer, it.words)
        })
        .collect();
    faults.sort_by_key(|it| (it.line, it.column));
    told(name, faults)
}

/// The refusal of what cannot be read further than one place.
pub(super) fn at(name: &str, place: Place, words: Words) -> Error {
    told(name, vec![located(place, String::new(), words)])
}

fn located(place: Place, pointer: String, words: Words) -> Fault {
    Fault {
        line: place.line,
        column: place.column,
        pointer,
        words,
    }
}

fn told(name: &str, mut faults: Vec<Fault>) -> Error {
    let (more_en, more_fr) = match faults.len() {
        0 | 1 => (String::new(), String::new()),
        all @ 2..=MOST => (
            format!(" This is the first of {all} faults."),
            format!(" C’est la première de {all} erreurs."),
        ),
        _ => (
            format!(" This is the first of more than {MOST} faults."),
            format!(" C’est la première de plus de {MOST} erreurs."),
        ),
    };
    faults.truncate(MOST);
    let (place_en, place_fr) = faults.first().map_or_else(Default::default, |it| {
        let Fault {
            line,
            column,
            words,
            ..
        } = it;
        (
            format!(", line {line}, column {column}: {}.", words.en),
            format!(", ligne {line}, colonne {column} : {}.", words.fr),
        )
    });
    Error {
        faults,
        ..Error::new(
            Code::NotReadable,
            Words::new(
                format!("“{name}”{place_en}{more_en} Nothing was imported."),
                format!("« {name} »{place_fr}{more_fr} Rien n’a été importé."),
            ),
            Words::new(
                "Put it right at that place; docs/portfolio.schema.json says what is expected.",
                "Corrigez à cet endroit ; docs/portfolio.schema.json dit ce qui est attendu.",
            ),
        )
    }
}
