//! What a fault against the schema is called, in both languages: what stands there, and what must.

use super::schema::{Schema, Type};
use super::tree::Tree;
use crate::error::Words;

/// Longest piece of a document that is repeated in an error.
const LONGEST: usize = 60;

/// A text from a document, short and without what would steer a terminal.
pub(super) fn shortened(text: &str) -> String {
    let mut letters = text.chars().filter(|it| !it.is_control());
    let mut short: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

/// What may stand in a place, as a list of possibilities.
pub(super) struct Expected(Vec<Words>);

impl Expected {
    pub(super) fn of(schema: &Schema) -> Self {
        let of_text = schema
            .pattern
            .map(|it| it.expected())
            .or_else(|| schema.format.map(|it| it.expected()));
        if let Some((en, fr)) = of_text {
            return Self(vec![Words::new(en, fr)]);
        }
        if let Some(word) = &schema.constant {
            return Self::one_of([word.as_str()]);
        }
        if !schema.choices.is_empty() {
            return Self::one_of(schema.choices.iter().flatten().map(String::as_str));
        }
        // {"known": …} and {"missing": …} say themselves what they are.
        if let ([name], true) = (schema.required.as_slice(), schema.properties.len() == 1) {
            let shape = format!("{{\"{name}\": …}}");
            return Self(vec![Words::new(shape.clone(), shape)]);
        }
        let types = schema.types.all().iter();
        Self(types.filter_map(|it| noun(*it)).collect())
    }

    pub(super) fn any<'s>(alternatives: impl Iterator<Item = &'s Schema>) -> Self {
        Self(alternatives.flat_map(|it| Self::of(it).0).collect())
    }

    pub(super) fn one_of<'s>(words: impl IntoIterator<Item = &'s str>) -> Self {
        let quoted = |word| Words::new(format!("“{word}”"), format!("« {word} »"));
        Self(words.into_iter().map(quoted).collect())
    }

    pub(super) fn between(least: Option<f64>, most: Option<f64>) -> Self {
        let words = match (least, most) {
            (Some(least), Some(most)) => Words::new(
                format!("from {least} to {most}"),
                format!("de {least} à {most}"),
            ),
            (Some(least), None) => {
                Words::new(format!("{least} or more"), format!("{least} ou plus"))
            }
            (None, Some(most)) => Words::new(format!("{most} or less"), format!("{most} ou moins")),
            (None, None) => return Self(Vec::new()),
        };
        Self(vec![words])
    }

    pub(super) fn shorter(most: usize) -> Self {
        Self(vec![Words::new(
            format!("a text of at most {most} characters"),
            format!("un texte de {most} caractères au plus"),
        )])
    }

    fn words(&self) -> Words {
        let join = |of: fn(&Words) -> &str, or: &str| {
            let all: Vec<&str> = self.0.iter().map(of).collect();
            match all.split_last() {
                Some((last, rest)) if !rest.is_empty() => {
                    format!("{} {or} {last}", rest.join(", "))
                }
                Some((last, _)) => (*last).to_owned(),
                None => String::new(),
            }
        };
        Words::new(join(|it| &it.en, "or"), join(|it| &it.fr, "ou"))
    }
}

fn noun(of: Type) -> Option<Words> {
    let (en, fr) = match of {
        Type::Null => return None,
        Type::Boolean => ("true or false", "true ou false"),
        Type::Integer => ("a whole number", "un nombre entier"),
        Type::Number => ("a number", "un nombre"),
        Type::String => ("a text", "un texte"),
        Type::Array => ("a list [ ]", "une liste [ ]"),
        Type::Object => ("an object { }", "un objet { }"),
    };
    Some(Words::new(en, fr))
}

fn shown(value: &Tree<'_>) -> Words {
    let same = |text: String| Words::new(text.clone(), text);
    match value {
        Tree::Null => same("null".to_owned()),
        Tree::Bool(value) => same(value.to_string()),
        Tree::Number { value, .. } => same(value.to_string()),
        Tree::Text(text) if text.is_empty() => Words::new("an empty text", "un texte vide"),
        Tree::Text(text) => {
            let text = shortened(text);
            Words::new(format!("“{text}”"), format!("« {text} »"))
        }
        Tree::List(_) => Words::new("a list", "une liste"),
        Tree::Object(_) => Words::new("an object", "un objet"),
    }
}

pub(super) fn wrong(name: &str, value: &Tree<'_>, expected: &Expected) -> Words {
    let (name, value, must) = (shortened(name), shown(value), expected.words());
    Words::new(
        format!("“{name}” is {}; it must be {}", value.en, must.en),
        format!("« {name} » est {} ; il faut {}", value.fr, must.fr),
    )
}

pub(super) fn missing(name: &str) -> Words {
    Words::new(
        format!("“{name}” is missing in what begins here"),
        format!("« {name} » manque à ce qui commence ici"),
    )
}

pub(super) fn unknown(name: &str) -> Words {
    let name = shortened(name);
    Words::new(
        format!("“{name}” is no property that can stand here, and would be lost"),
        format!("« {name} » n’est pas une propriété prévue ici, et serait perdu"),
    )
}

pub(super) fn twice(name: &str) -> Words {
    let name = shortened(name);
    Words::new(
        format!("“{name}” stands twice in the same object, so that one of the two would be lost"),
        format!("« {name} » figure deux fois dans le même objet : l’un des deux serait perdu"),
    )
}

/// The name of a member that may not be called so.
pub(super) fn misnamed(name: &str, expected: Option<&Expected>) -> Words {
    let (name, must) = (shortened(name), expected.map(Expected::words));
    let must = must.unwrap_or_else(|| Words::new("", ""));
    Words::new(
        format!(
            "“{name}” is no name that can stand here; it must be {}",
            must.en
        ),
        format!(
            "« {name} » n’est pas un nom possible ici ; il faut {}",
            must.fr
        ),
    )
}
