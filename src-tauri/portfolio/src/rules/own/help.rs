//! What the editor of a rule offers: every field, list and function, from the tables that the rules run on.

use super::cel;
use super::fields::{Field, Shape, VARIABLES};
use super::table::FIELDS;
use crate::model::{ElementKind, Lang};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Something that a rule can name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Usable {
    /// As it is written: `element.budget.amount`, `below`, `days(today, element.end) < 30`.
    pub written: String,
    /// What it is.
    pub says: String,
    /// The words that a field can have, when they are few.
    pub words: Vec<String>,
}

/// What can be used in a rule for elements of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RuleHelp {
    pub fields: Vec<Usable>,
    pub lists: Vec<Usable>,
    pub functions: Vec<Usable>,
}

/// What can be used in a rule for elements of a kind, in one language.
#[must_use]
pub fn rule_help(kind: ElementKind, lang: Lang) -> RuleHelp {
    let lists = VARIABLES.iter().map(|it| plain(it.name, it.says.get(lang)));
    let functions = cel::functions().map(|(_, usage, says)| plain(usage, says.get(lang)));
    RuleHelp {
        fields: FIELDS
            .iter()
            .filter(|it| it.is_of(kind))
            .flat_map(|it| fields(it, lang))
            .collect(),
        lists: lists.collect(),
        functions: functions.collect(),
    }
}

fn plain(written: &str, says: &str) -> Usable {
    Usable {
        written: written.to_owned(),
        says: says.to_owned(),
        words: Vec::new(),
    }
}

fn fields(field: &Field, lang: Lang) -> Vec<Usable> {
    let (name, label) = (field.name, field.label.get(lang));
    let whole = format!("element.{name}");
    match field.shape {
        Shape::Parts(parts) => parts
            .iter()
            .map(|part| plain(&format!("{whole}.{part}"), &format!("{label} ({part})")))
            .collect(),
        Shape::Columns => vec![plain(&format!("{whole}[\"…\"]"), label)],
        Shape::Choice(words) => vec![Usable {
            words: words.iter().map(|it| (*it).to_owned()).collect(),
            ..plain(&whole, label)
        }],
        Shape::Truth | Shape::Number | Shape::Text | Shape::Day | Shape::Texts => {
            let kind = match (field.shape, lang) {
                (Shape::Truth, Lang::En) => "true or false",
                (Shape::Truth, Lang::Fr) => "vrai ou faux",
                (Shape::Number, Lang::En) => "number",
                (Shape::Number, Lang::Fr) => "nombre",
                (Shape::Day, Lang::En) => "date, like \"2026-11-22\"",
                (Shape::Day, Lang::Fr) => "date, comme \"2026-11-22\"",
                (Shape::Texts, Lang::En) => "list of texts",
                (Shape::Texts, Lang::Fr) => "liste de textes",
                (_, Lang::En) => "text",
                (_, Lang::Fr) => "texte",
            };
            vec![plain(&whole, &format!("{label} ({kind})"))]
        }
    }
}
