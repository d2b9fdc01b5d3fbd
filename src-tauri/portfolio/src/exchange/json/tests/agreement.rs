//! What the published schema accepts is what is read. A second program that knows all of JSON Schema judges the same
//! documents: exports as they are, and records with every one of their fields made wrong in many ways.
//!
//! Three things are beyond a schema and are the reader's alone: whole numbers written with a fraction (`3.0`),
//! amounts of more digits than are held exactly, and whether ids, references and expectations fit together.

use super::super::form::Incoming;
use super::super::read::as_published;
use super::super::schema::{PUBLISHED, Schema};
use super::super::{SCHEMA, arbitrary, write};
use crate::model::ElementKind;
use jsonschema::Validator;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

fn second_opinion() -> Validator {
    let schema: Value = serde_json::from_str(PUBLISHED).unwrap();
    jsonschema::options()
        .with_draft(jsonschema::Draft::Draft202012)
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
}

/// Whether we accept it; the types must then take what the schema lets through.
fn first_opinion(document: &Value) -> bool {
    let text = document.to_string();
    match as_published("x.json", &text) {
        Ok(()) => {
            let typed = serde_json::from_str::<Incoming>(&text);
            assert!(typed.is_ok(), "{:?}\n{text}", typed.err());
            true
        }
        Err(error) => {
            assert!(!error.faults.is_empty(), "{error}\n{text}");
            false
        }
    }
}

/// Values that are right somewhere and wrong nearly everywhere.
fn values() -> Vec<Value> {
    let gap = |reason: &str| json!({"missing": {"reason": reason, "said": ""}});
    let mut all: Vec<Value> = [
        "",
        " ",
        "x",
        "EUR",
        "€",
        "E U",
        "1.5",
        "-3",
        "0",
        "0.00",
        "1.",
        "2026-12-31",
        "2026-02-30",
        "2026-1-1",
        "26-12-31",
        "2026-12-31T18:00:00Z",
        "2026-12-31 18:00:00Z",
        "2026-12-31T25:00:00Z",
        "2026-12-31T18:00:00+02:00",
        "2026-12-31T18:00:00.123456789Z",
        "active",
        "driver",
        "helps",
        "unknown",
        "a/b",
        "é",
    ]
    .map(Value::from)
    .to_vec();
    all.push("y".repeat(129).into());
    all.push("z".repeat(301).into());
    all.extend([
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(3),
        json!(6),
        json!(-1),
        json!(1.5),
        json!(4_294_967_296_u64),
        json!(-9_000_000_000_i64),
        json!([]),
        json!(["x"]),
        json!([null]),
        json!({}),
        json!({"known": "x"}),
        json!({"known": 2}),
        json!({"known": null}),
        json!({"known": "2026-12-31"}),
        json!({"known": {"amount": "1.5", "currency": "EUR"}}),
        json!({"known": {"amount": 1.5, "currency": "EUR"}}),
        json!({"known": 2, "missing": {"reason": "unknown", "said": ""}}),
        json!({"missing": null}),
        json!({"missing": {"reason": "unknown"}}),
        gap("unknown"),
        gap("nobody"),
    ]);
    all
}

/// Pointers of all values inside a value.
fn inside(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut child = |step: &str, value: &Value| {
        let at = format!("{at}/{}", step.replace('~', "~0").replace('/', "~1"));
        inside(value, &at, found);
        found.push(at);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(name, it)| child(name, it)),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(at, it)| child(&at.to_string(), it)),
        _ => {}
    }
}

fn alone(list: &str, record: Value) -> Value {
    let mut document = Map::new();
    document.insert("schema".to_owned(), SCHEMA.into());
    let of_list = if list == "settings" {
        record
    } else {
        json!([record])
    };
    document.insert(list.to_owned(), of_list);
    Value::Object(document)
}

/// Every way to spoil what stands at a pointer: another value, none, and another member beside it.
fn spoilt(record: &Value, pointer: &str, dice: &mut TestRunner) -> Vec<Value> {
    let mut all: Vec<Value> = Vec::new();
    for value in values() {
        // Half of them, so that it takes half the time.
        if dice.rng().random::<bool>() {
            let mut changed = record.clone();
            *changed.pointer_mut(pointer).unwrap() = value;
            all.push(changed);
        }
    }
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let mut changed = record.clone();
    match changed.pointer_mut(parent).unwrap() {
        Value::Object(members) => {
            let name = name.replace("~1", "/").replace("~0", "~");
            let value = members.remove(&name);
            all.push(changed.clone());
            if let Some(Value::Object(members)) = changed.pointer_mut(parent) {
                members.insert(format!("{name}_"), value.unwrap_or_default());
                all.push(changed);
            }
        }
        Value::Array(items) => {
            items.push(Value::Null);
            all.push(changed);
        }
        _ => {}
    }
    all
}

/// `kind/field` of every field that the schema names for elements, and `list/field` for the other lists.
fn fields() -> BTreeSet<String> {
    let schema: Value = serde_json::from_str(PUBLISHED).unwrap();
    let mut all = BTreeSet::new();
    for (list, of) in schema["properties"].as_object().unwrap() {
        let items = of["items"]["$ref"].as_str().unwrap_or_default();
        let items = schema
            .pointer(items.trim_start_matches('#'))
            .filter(|_| !items.is_empty());
        let shapes = match items.map(|it| &it["oneOf"]) {
            Some(Value::Array(all)) => all.clone(),
            _ => items.into_iter().cloned().collect(),
        };
        for shape in shapes {
            let kind = shape["properties"]["kind"]["const"]
                .as_str()
                .unwrap_or(list);
            let names = shape["properties"].as_object().unwrap().keys();
            all.extend(names.map(|name| format!("{kind}/{name}")));
        }
    }
    all
}

#[test]
fn every_field_made_wrong_is_judged_alike_by_both() {
    let second = second_opinion();
    let mut dice = TestRunner::new_with_rng(
        Config::default(),
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let (mut spoilt_before, mut touched) = (BTreeSet::new(), BTreeSet::new());
    let (mut accepted, mut refused) = (0, 0);
    for _ in 0..80 {
        let portfolio = arbitrary::portfolio()
            .new_tree(&mut dice)
            .unwrap()
            .current();
        let document: Value = serde_json::from_str(&write(&portfolio).unwrap()).unwrap();
        for (list, records) in document.as_object().unwrap() {
            let records = match records {
                Value::Array(records) => records.clone(),
                Value::Object(_) => vec![records.clone()],
                _ => continue,
            };
            for record in records {
                // Canvases of all kinds have the same fields.
                let kind = record["kind"].as_str().filter(|_| list != "canvases");
                let kind = kind.unwrap_or(list).to_owned();
                let mut pointers = Vec::new();
                inside(&record, "", &mut pointers);
                for pointer in pointers {
                    let field = pointer.split('/').nth(1).unwrap();
                    touched.insert(format!("{kind}/{field}"));
                    let place: String = pointer.chars().filter(|it| !it.is_ascii_digit()).collect();
                    let is_extra = field == "extra";
                    if !spoilt_before.insert((
                        kind.clone(),
                        if is_extra { field.to_owned() } else { place },
                    )) {
                        continue;
                    }
                    for record in spoilt(&record, &pointer, &mut dice) {
                        let document = alone(list, record);
                        let (one, other) = (first_opinion(&document), second.is_valid(&document));
                        assert_eq!(one, other, "{list}{pointer}: {document}");
                        *(if one { &mut accepted } else { &mut refused }) += 1;
                    }
                }
            }
        }
    }
    assert!(accepted > 1000 && refused > 10_000, "{accepted} {refused}");
    let missed: Vec<_> = fields().difference(&touched).cloned().collect();
    assert!(missed.is_empty(), "never spoilt: {missed:?}");
}

#[test]
fn the_head_of_the_document_is_judged_alike_too() {
    let second = second_opinion();
    for name in [
        "title",
        "settings",
        "elements",
        "links",
        "canvases",
        "placements",
        "readings",
        "status_reports",
        "sources",
        "imports",
        "waivers",
        "records",
    ] {
        for value in values() {
            let mut document = Map::new();
            document.insert("schema".to_owned(), SCHEMA.into());
            document.insert(name.to_owned(), value);
            let document = Value::Object(document);
            assert_eq!(
                first_opinion(&document),
                second.is_valid(&document),
                "{document}"
            );
        }
    }
}

#[test]
fn names_that_are_free_are_judged_alike() {
    let second = second_opinion();
    let long = "n".repeat(129);
    for name in ["D103", "a.b-c_d", "", "no rule", "é", "a/b", &long] {
        for document in [
            alone("settings", json!({"rules": {name: {}}})),
            alone(
                "settings",
                json!({"rules": {"D103": {"parameters": {name: 3}}}}),
            ),
            alone(
                "elements",
                json!({"id": "a", "kind": "team", "title": "T", "extra": {name: ""}}),
            ),
        ] {
            let judged = first_opinion(&document);
            assert_eq!(judged, second.is_valid(&document), "{document}");
        }
    }
}

#[test]
fn every_kind_of_element_can_be_written_with_nothing_but_its_name() {
    let second = second_opinion();
    for kind in ElementKind::ALL {
        let kind = serde_json::to_value(kind).unwrap();
        let document = alone("elements", json!({"id": "a", "kind": kind, "title": "T"}));
        assert!(
            first_opinion(&document) && second.is_valid(&document),
            "{kind}"
        );
    }
}

/// Words that stand beside `$ref` or `oneOf` and say something would not be looked at.
#[test]
fn the_schema_is_written_in_the_way_it_is_read() {
    fn look(schema: &Value, root: &Value) {
        let Value::Object(words) = schema else { return };
        if let Some(Value::String(reference)) = words.get("$ref") {
            let target = root
                .pointer(reference.trim_start_matches('#'))
                .expect(reference);
            assert!(target.get("$ref").is_none(), "{reference} refers further");
        }
        if words.contains_key("$ref") || words.contains_key("oneOf") {
            let others = words
                .keys()
                .filter(|it| !["$ref", "oneOf", "description"].contains(&it.as_str()));
            assert_eq!(others.count(), 0, "{schema}");
        }
        // Nothing is lost: an object names its members and takes no other, or takes all.
        if words.get("type") == Some(&json!("object")) {
            assert!(words.contains_key("additionalProperties"), "{schema}");
        }
        for (word, inner) in words {
            match (word.as_str(), inner) {
                ("properties" | "$defs", Value::Object(all)) => {
                    all.values().for_each(|it| look(it, root))
                }
                ("oneOf", Value::Array(all)) => all.iter().for_each(|it| look(it, root)),
                ("items" | "additionalProperties" | "propertyNames", inner) => look(inner, root),
                _ => {}
            }
        }
    }
    let schema: Value = serde_json::from_str(PUBLISHED).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    assert!(serde_json::from_str::<Schema>(PUBLISHED).is_ok());
    look(&schema, &schema);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn both_accept_every_export(portfolio in arbitrary::portfolio()) {
        let text = write(&portfolio).unwrap();
        let document: Value = serde_json::from_str(&text).unwrap();
        prop_assert!(second_opinion().is_valid(&document));
        prop_assert!(first_opinion(&document));
    }

    #[test]
    fn both_judge_any_text_alike_as_an_id_a_currency_an_amount_or_a_moment(
        text in r"[-0-9A-Za-z._€$ T:Z+]{0,24}|[A-Z]{3}|[0-9.]{1,9}|[€$£]{1,4}|[0-9]{4}-[01][0-9]-[0-3][0-9](T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\.[0-9]{1,4})?(Z|[-+][0-2][0-9]:[0-6][0-9]))?"
    ) {
        let second = second_opinion();
        for document in [
            alone("canvases", json!({"id": text})),
            alone("settings", json!({"currency": text})),
            alone("settings", json!({"rates": [{"from": "EUR", "to": "$", "rate": text}]})),
            alone("elements", json!({"id": "a", "kind": "system", "title": "T",
                "cost": {"known": {"amount": text, "currency": "EUR"}}})),
            alone("elements", json!({"id": "a", "kind": "system", "title": "T", "live_from": text})),
            alone("imports", json!({"id": "i", "source": "s", "at": text})),
        ] {
            prop_assert_eq!(first_opinion(&document), second.is_valid(&document), "{}", document);
        }
    }
}
