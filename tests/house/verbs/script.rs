//! Reading of drawn cases: what is drawn, what is done to it, and what is expected of it.
//!
//! ```text
//! == A title, one sentence
//! objective wait "Wait less"            lines of a drawing; those before the first title are part of every case
//! given connect id=l from=desk to=wait kind=contribution
//! > set wait owner "Ann"                a verb with its fields; several of them are one step
//! = change objective "Wait less"        the lines of `told`, all of them, in their order
//! ~ element wait owner: none → "Ann"
//! ! not_found “gone” is no longer …     or the refusal: its code and words
//! ? It may have been removed …          and what to do; `!fr` and `?fr` say the same in French
//! ```
//!
//! A value is JSON, or a bare word; `set` and `set_link` name the record, the field and its new value.

use portfolio::edit::Edit;
use serde_json::{Map, Value, json};

pub(crate) struct Case<'a> {
    pub(crate) name: &'a str,
    pub(crate) drawing: String,
    /// Done before, each a step of its own.
    pub(crate) given: Vec<Edit>,
    pub(crate) edits: Vec<Edit>,
    pub(crate) mine: Vec<Edit>,
    pub(crate) expected: Vec<&'a str>,
}

pub(crate) fn cases(text: &str) -> Vec<Case<'_>> {
    let mut common = String::new();
    let mut cases: Vec<Case<'_>> = Vec::new();
    for line in text.lines() {
        let line = line.trim();
        if let Some(name) = line.strip_prefix("== ") {
            cases.push(Case {
                name,
                drawing: common.clone(),
                given: Vec::new(),
                edits: Vec::new(),
                mine: Vec::new(),
                expected: Vec::new(),
            });
            continue;
        }
        let Some(case) = cases.last_mut() else {
            common.push_str(line);
            common.push('\n');
            continue;
        };
        let (mark, rest) = line.split_once(' ').unwrap_or((line, ""));
        match mark {
            "given" => case.given.push(edit(rest)),
            ">" | "theirs>" => case.edits.push(edit(rest)),
            "mine>" => case.mine.push(edit(rest)),
            "=" | "+" | "-" | "~" | "!" | "!fr" | "?" | "?fr" => case.expected.push(line),
            _ => {
                case.drawing.push_str(line);
                case.drawing.push('\n');
            }
        }
    }
    cases
}

/// One verb with its fields as an edit, read as the window sends it.
fn edit(line: &str) -> Edit {
    let tokens = tokens(line);
    let (verb, rest) = tokens.split_first().expect("a verb");
    let mut fields = Map::from_iter([("type".to_owned(), json!(verb))]);
    match (verb.as_str(), rest) {
        ("set" | "set_link", [of, field, value @ ..]) => {
            let subject = if verb == "set" { "element" } else { "link" };
            let patch = json!({ "field": field, "value": read(&value.join(" ")) });
            fields.extend([(subject.to_owned(), json!(of)), ("patch".to_owned(), patch)]);
        }
        _ => fields.extend(rest.iter().map(|it| {
            let (name, value) = it
                .split_once('=')
                .unwrap_or_else(|| panic!("{it} of {line}"));
            (name.to_owned(), read(value))
        })),
    }
    let value = Value::Object(fields);
    let edit: Edit = serde_json::from_value(value).unwrap_or_else(|why| panic!("{why}: {line}"));
    // What goes over the bridge comes back the same; a number that is none has no JSON.
    let again = serde_json::to_value(&edit).and_then(serde_json::from_value::<Edit>);
    assert_eq!(again.unwrap(), edit, "{line}");
    edit
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| json!(text))
}

/// Words parted by spaces, but not inside of quotes and brackets.
fn tokens(line: &str) -> Vec<String> {
    let (mut found, mut word, mut depth, mut quoted) = (Vec::new(), String::new(), 0, false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            '{' | '[' if !quoted => depth += 1,
            '}' | ']' if !quoted => depth -= 1,
            _ => {}
        }
        if letter == ' ' && depth == 0 && !quoted {
            found.push(std::mem::take(&mut word));
        } else {
            word.push(letter);
        }
    }
    found.push(word);
    found.retain(|it| !it.is_empty());
    found
}
