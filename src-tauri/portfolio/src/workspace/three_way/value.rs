//! One record that both sides changed: field by field over its written form.
//!
//! A field is a value and is taken whole (a date, an amount with its currency, a reason why something is missing);
//! only the why card, the columns kept from an import and the settings of rules are looked into. Lists of words or ids are sets: what one
//! side added comes in, what one side took out goes.

use crate::model::Record;
use serde_json::{Map, Value};

/// One field in which the two sides cannot both be followed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Contest {
    /// As `budget` or `why.text`.
    pub(super) field: String,
    pub(super) mine: Value,
    pub(super) theirs: Value,
}

/// Objects whose fields are fields of the record.
const DEEP: [&str; 3] = ["why", "extra", "rules"];
/// Fields that say what the other fields are: records that differ here are not mixed.
const KIND: &str = "kind";

/// The record that follows both sides. Where they contradict each other theirs stands, and the field is listed.
/// `None` where the two cannot be mixed at all.
pub(super) fn record(
    base: Option<&Record>,
    mine: &Record,
    theirs: &Record,
) -> Option<(Record, Vec<Contest>)> {
    let body = |record: &Record| match serde_json::to_value(record) {
        Ok(Value::Object(mut whole)) => match whole.remove("record") {
            Some(Value::Object(fields)) => Some(fields),
            _ => None,
        },
        _ => None,
    };
    let base = match base {
        Some(record) => Some(body(record)?),
        None => None,
    };
    let (mine, theirs, noun) = (body(mine)?, body(theirs)?, theirs.noun());
    if mine.get(KIND) != theirs.get(KIND) {
        return None;
    }
    let mut contests = Vec::new();
    let fields = object(base.as_ref(), &mine, &theirs, "", &mut contests);
    let whole = serde_json::json!({ "type": noun, "record": fields });
    Some((serde_json::from_value(whole).ok()?, contests))
}

/// Without a base, where both sides brought the same record, what a side leaves open says nothing against the other.
fn object(
    base: Option<&Map<String, Value>>,
    mine: &Map<String, Value>,
    theirs: &Map<String, Value>,
    within: &str,
    contests: &mut Vec<Contest>,
) -> Map<String, Value> {
    let mut merged = Map::new();
    let mut names: Vec<&String> = theirs.keys().collect();
    names.extend(mine.keys().filter(|it| !theirs.contains_key(*it)));
    for name in names {
        let was = base.and_then(|it| it.get(name));
        let (here, there) = (mine.get(name), theirs.get(name));
        let stayed = |it: Option<&Value>| it == was || base.is_none() && it.is_none_or(is_open);
        let field = if within.is_empty() {
            name.clone()
        } else {
            format!("{within}.{name}")
        };
        let value = if here == there || stayed(here) {
            there.cloned()
        } else if stayed(there) {
            here.cloned()
        } else if let (Some(Value::Object(here)), Some(Value::Object(there)), true) = (
            here,
            there,
            within.is_empty() && DEEP.contains(&name.as_str()),
        ) {
            let was = was.and_then(Value::as_object);
            Some(Value::Object(object(was, here, there, &field, contests)))
        } else if let Some(set) = set(was, here, there) {
            Some(set)
        } else {
            contests.push(Contest {
                field,
                mine: here.cloned().unwrap_or_default(),
                theirs: there.cloned().unwrap_or_default(),
            });
            there.cloned()
        };
        if let Some(value) = value {
            merged.insert(name.clone(), value);
        }
    }
    merged
}

fn is_open(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(is_open),
        Value::Bool(true) | Value::Number(_) => false,
    }
}

/// Lists of plain texts: theirs, without what mine took out, with what mine brought in.
fn set(base: Option<&Value>, mine: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
    fn texts(value: Option<&Value>) -> Option<Vec<&str>> {
        value?.as_array()?.iter().map(Value::as_str).collect()
    }
    let (mine, theirs) = (texts(mine)?, texts(theirs)?);
    let base = texts(base).unwrap_or_default();
    let stays = |it: &&&str| mine.contains(*it) || !base.contains(*it);
    let mut merged: Vec<&str> = theirs.iter().filter(stays).copied().collect();
    for text in mine {
        if !base.contains(&text) && !merged.contains(&text) {
            merged.push(text);
        }
    }
    Some(Value::from(merged))
}

/// A value as a person may read it: the words of a text, an amount with its currency, the words in place of a
/// value that is missing. Empty where nothing stands.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => match (fields.get("known"), fields.get("missing")) {
            (Some(known), _) => plain(known),
            (_, Some(gap)) => gap.get("said").map(plain).unwrap_or_default(),
            _ => fields
                .values()
                .filter(|it| !is_open(it))
                .map(plain)
                .collect::<Vec<_>>()
                .join(" "),
        },
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use serde_json::json;

    fn fields(value: Value) -> Map<String, Value> {
        value.as_object().unwrap().clone()
    }

    fn merged(base: Value, mine: Value, theirs: Value) -> (Value, Vec<Contest>) {
        let mut contests = Vec::new();
        let all = object(
            Some(&fields(base)),
            &fields(mine),
            &fields(theirs),
            "",
            &mut contests,
        );
        (Value::Object(all), contests)
    }

    #[test]
    fn two_fields_changed_on_two_sides_are_both_followed() {
        let (all, contests) = merged(
            json!({ "a": 1, "b": 1 }),
            json!({ "a": 2, "b": 1 }),
            json!({ "a": 1, "b": 3 }),
        );
        assert_eq!(all, json!({ "a": 2, "b": 3 }));
        assert!(contests.is_empty());
    }

    #[test]
    fn a_value_and_the_reason_why_it_is_missing_are_never_mixed() {
        let (all, contests) = merged(
            json!({ "budget": { "known": { "amount": "1", "currency": "EUR" } } }),
            json!({ "budget": { "missing": { "reason": "withheld", "said": "nfp" } } }),
            json!({ "budget": { "known": { "amount": "2", "currency": "USD" } } }),
        );
        assert_eq!(
            all,
            json!({ "budget": { "known": { "amount": "2", "currency": "USD" } } })
        );
        assert_eq!(contests.len(), 1);
        assert_eq!(plain(&contests[0].mine), "nfp");
        assert_eq!(plain(&contests[0].theirs), "2 USD");
    }

    #[test]
    fn the_why_card_is_merged_line_by_line_and_tags_as_a_set() {
        let (all, contests) = merged(
            json!({ "why": { "text": "a", "author": "x" }, "tags": ["one", "two"] }),
            json!({ "why": { "text": "b", "author": "x" }, "tags": ["two", "three"] }),
            json!({ "why": { "text": "a", "author": "y" }, "tags": ["one", "two", "four"] }),
        );
        assert_eq!(
            all,
            json!({ "why": { "text": "b", "author": "y" }, "tags": ["two", "four", "three"] })
        );
        assert!(contests.is_empty());
    }
}
