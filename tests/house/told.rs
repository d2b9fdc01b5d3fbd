//! What changed, in lines that a person can read: one for each record that came or went, one for each field that
//! has another value. The tests that draw their portfolios say in these lines what must come of them.
//!
//! ```text
//! = rename objective "Wait less"
//! + link new from: "desk", to: "wait", kind: "contribution", sign: "helps", state: "accepted"
//! - reading r1
//! ~ element desk budget: 100 EUR → withheld "nfp"
//! ```

use portfolio::edit::Label;
use portfolio::model::{Change, Diff, Record};
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The lines of a diff, in the order of nouns and ids.
pub(crate) fn diff(diff: &Diff) -> Vec<String> {
    let mut changes: Vec<&Change> = diff.changes.iter().collect();
    changes.sort_by_key(|it| {
        let record = it.after.as_ref().or(it.before.as_ref()).unwrap();
        (record.noun(), record.id())
    });
    changes.into_iter().flat_map(change).collect()
}

fn change(it: &Change) -> Vec<String> {
    match (&it.before, &it.after) {
        (Some(before), Some(after)) => replaced(before, after),
        (Some(gone), None) => vec![format!("- {} {}", word(&gone.noun()), gone.id())],
        (None, Some(new)) => {
            let fields = fields(new)
                .into_iter()
                .filter(|(name, value)| name != "id" && !is_open(value))
                .map(|(name, value)| format!("{name}: {}", plain(&value)));
            let fields = fields.collect::<Vec<_>>().join(", ");
            vec![format!("+ {} {} {fields}", word(&new.noun()), new.id())]
        }
        (None, None) => vec!["a change of nothing".to_owned()],
    }
}

fn replaced(before: &Record, after: &Record) -> Vec<String> {
    let (was, now) = (flat(before), flat(after));
    let names: BTreeSet<&String> = was.keys().chain(now.keys()).collect();
    let mut lines = Vec::new();
    for name in names {
        let of = |fields: &Map<String, Value>| plain(fields.get(name).unwrap_or(&Value::Null));
        let (was, now) = (of(&was), of(&now));
        if was != now {
            let (noun, id) = (word(&after.noun()), after.id());
            lines.push(format!("~ {noun} {id} {name}: {was} → {now}"));
        }
    }
    lines
}

/// The name of an enum's variant as files hold it.
pub(crate) fn word<T: serde::Serialize>(value: &T) -> String {
    let word = serde_json::to_value(value).unwrap();
    word.as_str().unwrap().to_owned()
}

pub(crate) fn fields(record: &Record) -> Map<String, Value> {
    match serde_json::to_value(record).unwrap()["record"].take() {
        Value::Object(fields) => fields,
        other => panic!("{other}"),
    }
}

/// Fields with those of the why card and of what an import kept beside them.
fn flat(record: &Record) -> Map<String, Value> {
    let mut all = Map::new();
    for (name, value) in fields(record) {
        match value {
            Value::Object(inner) if matches!(name.as_str(), "why" | "extra" | "rules") => {
                all.extend(
                    inner
                        .into_iter()
                        .map(|(it, value)| (format!("{name}.{it}"), value)),
                );
            }
            value => drop(all.insert(name, value)),
        }
    }
    all
}

fn is_open(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(is_open),
        _ => false,
    }
}

/// A value as a drawing would write it.
pub(crate) fn plain(value: &Value) -> String {
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
    match value {
        Value::Null => "none".to_owned(),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(plain).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) => match (fields.get("known"), fields.get("missing")) {
            (Some(known), _) => plain(known),
            (_, Some(gap)) => format!("{} {:?}", text(gap.get("reason")), text(gap.get("said"))),
            _ if fields.contains_key("amount") => {
                format!(
                    "{} {}",
                    text(fields.get("amount")),
                    text(fields.get("currency"))
                )
            }
            _ => {
                let all = fields.iter().filter(|(_, value)| !is_open(value));
                let all: Vec<String> = all
                    .map(|(name, it)| format!("{name}: {}", plain(it)))
                    .collect();
                format!("{{{}}}", all.join(", "))
            }
        },
        Value::String(text) => format!("\"{}\"", text.replace('\n', "\\n")),
        other => other.to_string(),
    }
}

/// What the step is called in the history.
pub(crate) fn label(label: &Label) -> String {
    let kind = label
        .kind
        .map(|it| format!(" {}", word(&it)))
        .unwrap_or_default();
    let count = match label.count {
        1 => String::new(),
        count => format!(" ×{count}"),
    };
    format!("= {}{kind} \"{}\"{count}", word(&label.verb), label.title)
}
