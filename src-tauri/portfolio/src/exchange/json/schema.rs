//! The published schema, tried on real exports. Knows the few words of JSON Schema that the schema uses, and
//! takes an object that names its properties as closed, so that a field missing from the schema is found.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use serde_json::Value;

const PUBLISHED: &str = include_str!("../../../../../docs/portfolio.schema.json");

pub(super) fn accept(document: &str) -> Result<(), String> {
    let schema: Value = serde_json::from_str(PUBLISHED).unwrap();
    let document: Value = serde_json::from_str(document).unwrap();
    meets(&schema, &schema, &document).map_err(|(path, fault)| format!("{path}: {fault}"))
}

type Fault = (String, String);

fn meets(root: &Value, schema: &Value, value: &Value) -> Result<(), Fault> {
    let fault = |text: String| Err((String::new(), text));
    for (word, rule) in schema.as_object().unwrap() {
        match word.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" => {}
            "$ref" => {
                let pointer = rule.as_str().unwrap().strip_prefix('#').unwrap();
                meets(root, root.pointer(pointer).expect("a $ref lands"), value)?;
            }
            // Words about one type say nothing of another; "type" refuses that itself.
            "properties" | "additionalProperties" if !value.is_object() => {}
            "items" if !value.is_array() => {}
            "minLength" if !value.is_string() => {}
            "type" => {
                let fits = match rule.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "number" => value.is_number(),
                    "integer" => value.is_u64() || value.is_i64(),
                    other => panic!("type {other} is not known here"),
                };
                if !fits {
                    return fault(format!("{value} is no {rule}"));
                }
            }
            "const" => {
                if value != rule {
                    return fault(format!("{value} is not {rule}"));
                }
            }
            "enum" => {
                if !rule.as_array().unwrap().contains(value) {
                    return fault(format!("{value} is none of {rule}"));
                }
            }
            "minimum" => {
                if value.as_f64() < rule.as_f64() {
                    return fault(format!("{value} is less than {rule}"));
                }
            }
            "maximum" => {
                if value.as_f64() > rule.as_f64() {
                    return fault(format!("{value} is more than {rule}"));
                }
            }
            "minLength" => {
                if (value.as_str().unwrap().chars().count() as u64) < rule.as_u64().unwrap() {
                    return fault("text too short".to_owned());
                }
            }
            // Patterns are for other readers; ids, dates and amounts are checked by the reader's own types.
            "pattern" | "format" => {}
            "required" => {
                for key in rule.as_array().unwrap() {
                    if value.get(key.as_str().unwrap()).is_none() {
                        return fault(format!("{key} is missing"));
                    }
                }
            }
            "properties" => {
                for (key, inner) in value.as_object().unwrap() {
                    let Some(inner_schema) = rule.get(key) else {
                        return fault(format!("the schema does not know {key}"));
                    };
                    meets(root, inner_schema, inner)
                        .map_err(|(path, text)| (format!("/{key}{path}"), text))?;
                }
            }
            "additionalProperties" => {
                for (key, inner) in value.as_object().unwrap() {
                    meets(root, rule, inner)
                        .map_err(|(path, text)| (format!("/{key}{path}"), text))?;
                }
            }
            "items" => {
                for (at, inner) in value.as_array().unwrap().iter().enumerate() {
                    meets(root, rule, inner)
                        .map_err(|(path, text)| (format!("/{at}{path}"), text))?;
                }
            }
            "oneOf" => {
                let tried: Vec<_> = rule
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|one| meets(root, one, value))
                    .collect();
                match tried.iter().filter(|result| result.is_ok()).count() {
                    1 => {}
                    0 => {
                        // The alternative of the same kind says best what is wrong.
                        let best = tried
                            .into_iter()
                            .filter_map(Result::err)
                            .max_by_key(|(path, _)| path.len());
                        return Err(best.unwrap());
                    }
                    _ => return fault("more than one alternative fits".to_owned()),
                }
            }
            other => panic!("the schema uses {other}, which this test does not know"),
        }
    }
    Ok(())
}

#[test]
fn the_schema_refuses_what_is_not_a_portfolio() {
    let base = r#"{"schema":"throughline.portfolio/1","title":"T","elements":[]}"#;
    assert_eq!(accept(base), Ok(()));
    for wrong in [
        r#"{"schema":"throughline.portfolio/2","title":"T","elements":[]}"#,
        r#"{"schema":"throughline.portfolio/1","title":"T","elements":[{"id":"a","kind":"goal","title":"x"}]}"#,
        r#"{"schema":"throughline.portfolio/1","title":"T","elements":[{"id":"a","kind":"team"}]}"#,
        r#"{"schema":"throughline.portfolio/1","title":"T","elements":[{"id":"a","kind":"team","title":"x","budgt":1}]}"#,
        r#"{"schema":"throughline.portfolio/1","title":"T","elements":{},"links":[]}"#,
    ] {
        assert!(accept(wrong).is_err(), "{wrong}");
    }
}
