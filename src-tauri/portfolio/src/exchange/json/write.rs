//! Writing: keys in a fixed order, records in the order of their ids, nothing that says nothing.

use super::SCHEMA;
use super::form::{Outgoing, Rest};
use crate::error::{Code, Error, Result, Words};
use crate::model::Portfolio;
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::{Map, Value};

/// Keys that come before the others, in this order; the others follow by name.
const FIRST: [&str; 24] = [
    "schema",
    "id",
    "kind",
    "title",
    "settings",
    "elements",
    "links",
    "canvases",
    "placements",
    "notes",
    "readings",
    "status_reports",
    "sources",
    "imports",
    "waivers",
    "own_rules",
    "from",
    "to",
    "description",
    "owner",
    "tags",
    "why",
    "text",
    "amount",
];

/// A JSON value whose keys are written in one order, whatever map holds them.
#[derive(Debug, Clone, PartialEq)]
pub struct Canonical(Value);

impl Serialize for Canonical {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Ordered(&self.0).serialize(serializer)
    }
}

struct Ordered<'a>(&'a Value);

impl Serialize for Ordered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Object(map) => {
                let mut entries: Vec<(&String, &Value)> = map.iter().collect();
                entries.sort_by_key(|(key, _)| (rank(key), *key));
                let mut out = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    out.serialize_entry(key, &Ordered(value))?;
                }
                out.end()
            }
            Value::Array(items) => {
                let mut out = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    out.serialize_element(&Ordered(item))?;
                }
                out.end()
            }
            plain => plain.serialize(serializer),
        }
    }
}

fn rank(key: &str) -> usize {
    FIRST
        .iter()
        .position(|first| *first == key)
        .unwrap_or(FIRST.len())
}

/// The document of a portfolio, to be written alone or inside a larger one.
///
/// # Errors
/// [`Code::Internal`] when a record cannot be put into JSON, which no record of the model should do.
pub fn document(portfolio: &Portfolio) -> Result<Canonical> {
    let whole = Outgoing {
        schema: SCHEMA,
        title: &portfolio.settings().title,
        settings: Rest::of(portfolio.settings()),
        elements: portfolio.elements().collect(),
        links: portfolio.links().collect(),
        canvases: portfolio.canvases().collect(),
        placements: portfolio.placements().collect(),
        notes: portfolio.notes().collect(),
        readings: portfolio.readings().collect(),
        status_reports: portfolio.statuses().collect(),
        sources: portfolio.sources().collect(),
        imports: portfolio.imports().collect(),
        waivers: portfolio.waivers().collect(),
        own_rules: portfolio.own_rules().collect(),
    };
    let mut value = serde_json::to_value(&whole).map_err(|fault| not_written(&fault))?;
    let rules = value.pointer_mut("/settings/rules");
    for rule in rules
        .and_then(Value::as_object_mut)
        .into_iter()
        .flat_map(Map::values_mut)
        .filter_map(Value::as_object_mut)
    {
        rule.retain(|_, value| !says_nothing(value));
    }
    for list in value
        .as_object_mut()
        .into_iter()
        .flat_map(Map::values_mut)
        .filter_map(Value::as_array_mut)
    {
        for record in list.iter_mut().filter_map(Value::as_object_mut) {
            lighten(record);
        }
    }
    Ok(Canonical(value))
}

/// The whole file: two spaces, line feeds, one at the end.
///
/// # Errors
/// As [`document`].
pub fn write(portfolio: &Portfolio) -> Result<String> {
    let document = document(portfolio)?;
    let mut text = serde_json::to_string_pretty(&document).map_err(|fault| not_written(&fault))?;
    text.push('\n');
    Ok(text)
}

/// Leaves out what a reader fills in again: nothing, empty texts and lists. An id, a title and a nested value
/// such as `{"known": ""}` or an empty imported cell is always kept; only the why card and what is expected of a
/// link are looked into.
fn lighten(record: &mut Map<String, Value>) {
    for inner in ["why", "expects"] {
        if let Some(inner) = record.get_mut(inner).and_then(Value::as_object_mut) {
            inner.retain(|_, value| !says_nothing(value));
        }
    }
    record.retain(|key, value| key == "id" || key == "title" || !says_nothing(value));
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
        Value::Bool(true) | Value::Number(_) => false,
    }
}

fn not_written(fault: &serde_json::Error) -> Error {
    Error::new(
        Code::Internal,
        Words::new(
            format!("The portfolio could not be written as JSON ({fault}). Nothing was written."),
            format!("Le portefeuille n’a pas pu être écrit en JSON ({fault}). Rien n’a été écrit."),
        ),
        Words::new(
            "This is a fault of Throughline; please report it with this sentence.",
            "C’est un défaut de Throughline ; merci de le signaler avec cette phrase.",
        ),
    )
}
