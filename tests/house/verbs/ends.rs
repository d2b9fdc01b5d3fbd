//! Which kinds each kind of link joins: all pairs, so that none is let in or shut out unseen. And which fields each
//! kind of element has, read off the fields themselves.

use crate::fields::patches;
use crate::told;
use portfolio::Code;
use portfolio::edit::{self, Edit, Patch};
use portfolio::model::{Element, ElementId, ElementKind, LinkId, LinkKind, Portfolio, Record};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Two elements of each kind: `driver` and `driver2`.
fn two_of_each() -> Portfolio {
    let of = |kind: ElementKind, name: String| {
        let title = format!("The {name}");
        Record::Element(Element::new(ElementId::new(name), kind, title))
    };
    Portfolio::from_records(ElementKind::ALL.into_iter().flat_map(|kind| {
        let name = told::word(&kind);
        [of(kind, name.clone()), of(kind, format!("{name}2"))]
    }))
}

/// From each kind the kinds that a link may lead to.
fn ends(kind: LinkKind) -> BTreeMap<String, Vec<String>> {
    let portfolio = two_of_each();
    let mut ends: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for from in ElementKind::ALL {
        for to in ElementKind::ALL {
            let link = Edit::Connect {
                id: LinkId::new("l"),
                from: ElementId::new(told::word(&from)),
                to: ElementId::new(format!("{}2", told::word(&to))),
                kind,
            };
            match edit::apply(&mut portfolio.clone(), &[link]) {
                Ok(_) => ends
                    .entry(told::word(&from))
                    .or_default()
                    .push(told::word(&to)),
                Err(error) => assert_eq!(error.code, Code::NotAllowed, "{kind:?} {from:?} {to:?}"),
            }
        }
    }
    ends
}

fn names(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

const ALL: &str = "driver priority objective outcome change capability initiative system team indicator \
                   assumption decision person term";

#[test]
fn a_contribution_leads_from_each_step_to_every_step_above_it() {
    let chain = "driver priority objective outcome change capability initiative";
    let mut expected: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let line = names(chain);
    for (at, from) in line.iter().enumerate().skip(1) {
        expected.insert(from.clone(), line[..at].to_vec());
    }
    for ground in ["system", "team"] {
        expected.insert(ground.to_owned(), line.clone());
    }
    assert_eq!(ends(LinkKind::Contribution), expected);
}

#[test]
fn every_other_kind_of_link_joins_these_kinds_and_no_others() {
    for (kind, from, to) in [
        (LinkKind::Because, ALL, "driver priority objective"),
        (
            LinkKind::Measures,
            "indicator",
            "objective outcome change capability initiative",
        ),
        (
            LinkKind::DependsOn,
            "initiative",
            "capability initiative system",
        ),
        (LinkKind::RestsOn, ALL, "assumption"),
        (LinkKind::ConflictsWith, "objective", "objective"),
        (LinkKind::Cites, "decision", ALL),
    ] {
        let expected: BTreeMap<_, _> = names(from).into_iter().map(|it| (it, names(to))).collect();
        assert_eq!(ends(kind), expected, "{kind:?}");
    }
    let same: BTreeMap<_, _> = names(ALL)
        .into_iter()
        .map(|it| (it.clone(), vec![it]))
        .collect();
    assert_eq!(ends(LinkKind::PartOf), same);
}

#[test]
fn every_field_of_a_kind_can_be_set_and_a_field_of_another_kind_is_refused() {
    let common: BTreeSet<String> = names("title description owner tags why external_keys")
        .into_iter()
        .collect();
    for kind in ElementKind::ALL {
        let portfolio = two_of_each();
        let id = ElementId::new(told::word(&kind));
        let element = portfolio.element(&id).unwrap();
        let Value::Object(own) = serde_json::to_value(&element.detail).unwrap() else {
            panic!("{kind:?} has no fields")
        };
        let own: BTreeSet<String> = own.keys().filter(|it| *it != "kind").cloned().collect();
        let mut settable = BTreeSet::new();
        // The value 1 fits every field that has bounds.
        for patch in patches("Other", 1.0, 0).into_iter().map(in_bounds) {
            let field = serde_json::to_value(&patch).unwrap()["field"]
                .as_str()
                .unwrap()
                .to_owned();
            let edit = Edit::Set {
                element: id.clone(),
                patch,
            };
            match edit::apply(&mut portfolio.clone(), &[edit]) {
                Ok(_) => drop(settable.insert(field)),
                Err(error) => {
                    assert_eq!(error.code, Code::NotAllowed, "{field} of {kind:?}: {error}")
                }
            }
        }
        let expected: BTreeSet<String> = own.union(&common).cloned().collect();
        assert_eq!(settable, expected, "{kind:?}");
    }
}

fn in_bounds(patch: Patch) -> Patch {
    let one = portfolio::model::known(1);
    match patch {
        Patch::Importance(_) => Patch::Importance(one),
        Patch::MaturityNow(_) => Patch::MaturityNow(one),
        Patch::MaturityTarget(_) => Patch::MaturityTarget(one),
        other => other,
    }
}

#[test]
fn a_set_field_says_what_was_given_and_no_other_field_changes() {
    for kind in ElementKind::ALL {
        let start = two_of_each();
        let id = ElementId::new(told::word(&kind));
        for at in 0..3 {
            for patch in patches("Other", 1.0, at).into_iter().map(in_bounds) {
                let said = serde_json::to_value(&patch).unwrap();
                let mut portfolio = start.clone();
                let edit = Edit::Set {
                    element: id.clone(),
                    patch,
                };
                let Ok(diff) = edit::apply(&mut portfolio, &[edit]) else {
                    continue;
                };
                let field = said["field"].as_str().unwrap();
                let changed = told::diff(&diff);
                let own = |line: &String| {
                    line.starts_with(&format!("~ element {id} {field}: "))
                        || line.starts_with(&format!("~ element {id} {field}."))
                };
                // A person who is renamed is renamed elsewhere too; nobody is called so here.
                assert!(changed.iter().all(own), "{field}: {changed:?}");
                let now = serde_json::to_value(portfolio.element(&id).unwrap()).unwrap();
                let tags = matches!(field, "tags" | "synonyms");
                assert!(
                    tags || now[field] == said["value"],
                    "{field}: {} {}",
                    now[field],
                    said["value"]
                );
            }
        }
    }
}
