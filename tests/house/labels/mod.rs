//! What the steps of the history are called, for every verb in both languages: the label that an edit makes, in the words of
//! the catalogues that the window shows it in.
//!
//! A case draws a portfolio, does something to it (`>`, as in the cases of the verbs), and holds the words in English (`=`)
//! and in French (`~`).

use crate::verbs::before;
use crate::verbs::script::cases;
use portfolio::edit::{Label, Verb};
use std::collections::{BTreeMap, BTreeSet};

const EN: &str = include_str!("../../../ui/src/words/en/shell.ts");
const FR: &str = include_str!("../../../ui/src/words/fr/shell.ts");

/// The messages of a catalogue whose names begin with `step.`.
fn steps(catalogue: &str) -> BTreeMap<&str, &str> {
    let mut found = BTreeMap::new();
    for rest in catalogue.split("\"step.").skip(1) {
        let (name, rest) = rest.split_once('"').expect("a name ends");
        let (_, rest) = rest.split_once('"').expect("a message begins");
        let (message, _) = rest.split_once('"').expect("a message ends");
        found.insert(name, message);
    }
    found
}

/// A message with its places filled in; of a choice the branch that is named, or `other`.
fn filled(message: &str, with: &BTreeMap<&str, String>) -> String {
    let mut text = String::new();
    let mut rest = message;
    while let Some((before, inner)) = rest.split_once('{') {
        text.push_str(before);
        let end = end_of(inner);
        let (place, after) = (&inner[..end], &inner[end + 1..]);
        match place.split_once(", select, ") {
            None => text.push_str(with.get(place).unwrap_or_else(|| panic!("no {place}"))),
            Some((name, branches)) => {
                let branches = branches_of(branches);
                let branch = branches.get(with[name].as_str());
                let branch = branch.or_else(|| branches.get("other")).expect("a branch");
                text.push_str(&filled(branch, with));
            }
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

/// Where the bracket closes that was opened before this text.
fn end_of(text: &str) -> usize {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    panic!("a bracket is not closed: {text}")
}

fn branches_of(text: &str) -> BTreeMap<&str, &str> {
    let mut found = BTreeMap::new();
    let mut rest = text;
    while let Some((name, inner)) = rest.split_once('{') {
        let end = end_of(inner);
        found.insert(name.trim(), &inner[..end]);
        rest = &inner[end + 1..];
    }
    found
}

fn word(of: impl serde::Serialize) -> String {
    let value = serde_json::to_value(of).unwrap();
    value.as_str().unwrap().to_owned()
}

/// As the window says it: one thing by its verb, several by their number.
fn said(label: &Label, catalogue: &str) -> String {
    let steps = steps(catalogue);
    let verb = word(label.verb);
    let with = BTreeMap::from([
        ("verb", verb.clone()),
        ("count", label.count.to_string()),
        ("title", label.title.clone()),
        ("kind", label.kind.map_or("none".to_owned(), word)),
    ]);
    let name = if label.count > 1 {
        "many"
    } else {
        verb.as_str()
    };
    let message = steps
        .get(name)
        .unwrap_or_else(|| panic!("no words for {name}"));
    filled(message, &with)
        .replace('\u{a0}', " ")
        .trim()
        .to_owned()
}

#[test]
fn a_step_is_called_by_what_was_done_in_both_languages() {
    let mut wrong = Vec::new();
    let mut verbs = BTreeSet::new();
    for case in cases(include_str!("labels.cases")) {
        let start = before(&case);
        let label = Label::of(&case.edits, &start);
        verbs.insert(word(label.verb));
        let found = [
            format!("= {}", said(&label, EN)),
            format!("~ {}", said(&label, FR)),
        ];
        if case.expected != found {
            wrong.push(format!("{}\n{}", case.name, found.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // The rest are steps that no single edit makes; they stand in the table below.
    assert_eq!(verbs.len(), 23, "{verbs:?}");
}

#[test]
fn steps_that_no_edit_makes_have_their_words_too() {
    let label = |verb, count| Label {
        count,
        ..Label::new(verb, "harbour.csv")
    };
    for (label, en, fr) in [
        (
            label(Verb::Create, 1),
            "create “harbour.csv”",
            "créer « harbour.csv »",
        ),
        (
            label(Verb::Import, 1),
            "import harbour.csv",
            "importer harbour.csv",
        ),
        (
            label(Verb::Import, 91),
            "import harbour.csv (91 items)",
            "importer harbour.csv (91 éléments)",
        ),
        (
            label(Verb::Reconcile, 1),
            "merge with what the file held",
            "fusionner avec ce que contenait le fichier",
        ),
        (
            label(Verb::Reconcile, 4),
            "merge 4 changes with what the file held",
            "fusionner 4 modifications avec ce que contenait le fichier",
        ),
        (
            label(Verb::Tidy, 3),
            "make 3 changes",
            "faire 3 modifications",
        ),
    ] {
        assert_eq!(said(&label, EN), en);
        assert_eq!(said(&label, FR), fr);
    }
}

#[test]
fn the_catalogues_have_the_same_steps() {
    let names = |of| -> Vec<&str> { steps(of).into_keys().collect() };
    assert_eq!(names(EN), names(FR));
    assert_eq!(names(EN).len(), 32, "every verb, and many of one");
}
