//! Whether a document is what the published schema says, with every fault and its pointer.
//!
//! Of alternatives (`oneOf`) the one is tried that the value is meant to be: by its type and, among objects, by its
//! constant member (`kind`) or by the members that it requires (`known`, `missing`). So a fault is told where it is,
//! and not as "none of fourteen fits".

use super::fault::{Found, MOST};
use super::place::On;
use super::schema::{Others, Schema, Type};
use super::tree::Tree;
use super::wording::{self, Expected};
use crate::error::Words;
use std::borrow::Cow;
use std::collections::HashSet;

/// The faults in the order of the document, at most one more than [`MOST`].
pub(super) fn faults(root: &Schema, document: &Tree<'_>) -> Vec<Found> {
    let mut walk = Walk {
        root,
        path: Vec::new(),
        found: Vec::new(),
    };
    walk.value(root, document);
    walk.found
}

enum Step<'a> {
    Name(&'a str),
    At(usize),
}

struct Walk<'a> {
    root: &'a Schema,
    path: Vec<Step<'a>>,
    found: Vec<Found>,
}

impl<'a> Walk<'a> {
    fn value(&mut self, schema: &'a Schema, value: &'a Tree<'a>) {
        if self.found.len() > MOST {
            return;
        }
        let schema = schema.resolved(self.root);
        if !schema.one_of.is_empty() {
            return self.alternatives(&schema.one_of, value);
        }
        if !may_be(schema, value) {
            let expected = Expected::of(schema);
            return self.tell(On::Value, |it| wording::wrong(it, value, &expected));
        }
        match value {
            Tree::Text(text) => self.text(schema, text, value),
            Tree::Number { value: number, .. } => self.number(schema, *number, value),
            Tree::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    if let Some(schema) = &schema.items {
                        self.path.push(Step::At(at));
                        self.value(schema, item);
                        self.path.pop();
                    }
                }
            }
            Tree::Object(members) => self.members(schema, members),
            Tree::Null | Tree::Bool(_) => {}
        }
    }

    fn alternatives(&mut self, all: &'a [Schema], value: &'a Tree<'a>) {
        let root = self.root;
        let all = all.iter().map(|it| it.resolved(root));
        if let Some(meant) = all.clone().find(|it| is_meant(it, value)) {
            return self.value(meant, value);
        }
        let constants = || all.clone().flat_map(constants);
        match (value, constants().next()) {
            (Tree::Object(_), Some((name, _))) => match value.member(name) {
                None => self.tell(On::Value, |_| wording::missing(name)),
                Some(found) => {
                    let expected = Expected::one_of(constants().map(|(_, it)| it));
                    self.path.push(Step::Name(name));
                    self.tell(On::Value, |it| wording::wrong(it, found, &expected));
                    self.path.pop();
                }
            },
            _ => {
                let expected = Expected::any(all);
                self.tell(On::Value, |it| wording::wrong(it, value, &expected));
            }
        }
    }

    fn text(&mut self, schema: &Schema, text: &str, value: &Tree<'_>) {
        if !fits(schema, text) {
            let expected = match schema.max_length {
                Some(most) if schema.pattern.is_none_or(|it| it.is_met(text)) => {
                    Expected::shorter(most)
                }
                _ => Expected::of(schema),
            };
            self.tell(On::Value, |it| wording::wrong(it, value, &expected));
        }
    }

    fn number(&mut self, schema: &Schema, number: f64, value: &Tree<'_>) {
        if schema.minimum.is_some_and(|least| number < least)
            || schema.maximum.is_some_and(|most| number > most)
        {
            let expected = Expected::between(schema.minimum, schema.maximum);
            self.tell(On::Value, |it| wording::wrong(it, value, &expected));
        }
    }

    fn members(&mut self, schema: &'a Schema, members: &'a [(Cow<'a, str>, Tree<'a>)]) {
        let names = schema.property_names.as_ref();
        let names = names.map(|it| it.resolved(self.root));
        let mut seen: HashSet<&str> = HashSet::with_capacity(members.len());
        for (name, value) in members {
            self.path.push(Step::Name(name));
            let is_new = seen.insert(name);
            match (
                schema.properties.get(name.as_ref()),
                &schema.additional_properties,
            ) {
                _ if !is_new => self.tell(On::Name, wording::twice),
                _ if names.is_some_and(|it| !fits(it, name)) => {
                    let expected = names.map(Expected::of);
                    self.tell(On::Name, |it| wording::misnamed(it, expected.as_ref()));
                }
                (Some(schema), _) => self.value(schema, value),
                (None, Some(Others::Of(schema))) => self.value(schema, value),
                (None, Some(Others::Allowed(false))) => self.tell(On::Name, wording::unknown),
                (None, Some(Others::Allowed(true)) | None) => {}
            }
            self.path.pop();
        }
        for name in &schema.required {
            if !seen.contains(name.as_str()) {
                self.tell(On::Value, |_| wording::missing(name));
            }
        }
    }

    /// Notes a fault of where the walk is; it is called by the innermost name on the way.
    fn tell(&mut self, on: On, words: impl FnOnce(&str) -> Words) {
        if self.found.len() > MOST {
            return;
        }
        let name = self.path.iter().rev().find_map(|step| match step {
            Step::Name(name) => Some(*name),
            Step::At(_) => None,
        });
        let pointer = self.path.iter().map(|step| match step {
            Step::Name(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
            Step::At(at) => format!("/{at}"),
        });
        self.found.push(Found {
            pointer: pointer.collect(),
            on,
            words: words(name.unwrap_or_default()),
        });
    }
}

/// Whether a text, or the name of a member, is as long as it may be and of the form that is asked for.
fn fits(schema: &Schema, text: &str) -> bool {
    letters_fit(schema, || text.chars().count())
        && schema.pattern.is_none_or(|it| it.is_met(text))
        && schema.format.is_none_or(|it| it.is_met(text))
}

fn letters_fit(schema: &Schema, letters: impl Fn() -> usize) -> bool {
    (schema.min_length == 0 && schema.max_length.is_none())
        || (schema.min_length..=schema.max_length.unwrap_or(usize::MAX)).contains(&letters())
}

/// Whether the value has a type that may stand there, and is one of the words where there is a list of them.
fn may_be(schema: &Schema, value: &Tree<'_>) -> bool {
    let types = schema.types.all();
    let is_word = match value {
        Tree::Text(text) => {
            schema.constant.as_deref().is_none_or(|it| it == text)
                && (schema.choices.is_empty()
                    || schema.choices.iter().any(|it| it.as_deref() == Some(text)))
        }
        Tree::Null => {
            schema.constant.is_none()
                && (schema.choices.is_empty() || schema.choices.contains(&None))
        }
        _ => schema.constant.is_none() && schema.choices.is_empty(),
    };
    is_word && (types.is_empty() || types.iter().any(|it| is_of(*it, value)))
}

fn is_of(wanted: Type, value: &Tree<'_>) -> bool {
    match (wanted, value) {
        (Type::Null, Tree::Null)
        | (Type::Boolean, Tree::Bool(_))
        | (Type::Number, Tree::Number { .. })
        | (Type::String, Tree::Text(_))
        | (Type::Array, Tree::List(_))
        | (Type::Object, Tree::Object(_)) => true,
        (Type::Integer, Tree::Number { whole, .. }) => *whole,
        _ => false,
    }
}

/// The members of an object that have one possible value, as `kind`.
fn constants(schema: &Schema) -> impl Iterator<Item = (&str, &str)> {
    schema
        .properties
        .iter()
        .filter_map(|(name, of)| Some((name.as_str(), of.constant.as_deref()?)))
}

/// Whether this is the alternative that the value is meant to be.
fn is_meant(schema: &Schema, value: &Tree<'_>) -> bool {
    let mut constants = constants(schema).peekable();
    may_be(schema, value)
        && if constants.peek().is_some() {
            constants.all(|(name, word)| value.member(name).and_then(Tree::text) == Some(word))
        } else {
            let mut required = schema.required.iter();
            required.all(|name| value.member(name).is_some())
        }
}
