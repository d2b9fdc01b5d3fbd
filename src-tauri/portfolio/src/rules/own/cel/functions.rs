//! The functions of rules of one's own: what CEL brings and we let through, and a few of ours. None of them reads or
//! writes anything.

use super::counted::{add, divide, keep, multiply, subtract, walk};
use super::dates::{days, lower, month, plus_days, year};
use crate::rules::rule::Said;
use cel::Env;
use cel::common::types::{DYN_TYPE, INT_TYPE, STRING_TYPE, Type};
use std::sync::Arc;

/// A function as it is offered in the editor.
pub(super) struct Offered {
    pub(super) name: &'static str,
    pub(super) usage: &'static str,
    pub(super) says: Said,
}

const fn offered(
    name: &'static str,
    usage: &'static str,
    en: &'static str,
    fr: &'static str,
) -> Offered {
    Offered {
        name,
        usage,
        says: Said { en, fr },
    }
}

/// Every function that a rule may call. Whatever else the crate knows is refused before anything is run.
pub(super) const FUNCTIONS: &[Offered] = &[
    offered(
        "has",
        "has(element.owner)",
        "Whether a field is filled",
        "Si un champ est rempli",
    ),
    offered(
        "exists",
        "below.exists(it, it.kind == \"initiative\")",
        "Whether some of a list are so",
        "Si certains éléments d’une liste vérifient la condition",
    ),
    offered(
        "all",
        "down.all(it, has(it.owner))",
        "Whether all of a list are so; an empty list is",
        "Si tous les éléments d’une liste la vérifient ; une liste vide la vérifie",
    ),
    offered(
        "exists_one",
        "up.exists_one(it, it.kind == \"objective\")",
        "Whether exactly one of a list is so",
        "Si exactement un élément d’une liste la vérifie",
    ),
    offered(
        "filter",
        "below.filter(it, it.kind == \"team\")",
        "Those of a list that are so",
        "Ceux d’une liste qui la vérifient",
    ),
    offered(
        "map",
        "below.map(it, it.title)",
        "Something of each of a list",
        "Quelque chose de chacun d’une liste",
    ),
    offered(
        "size",
        "size(indicators) == 0",
        "How many there are, or how long a text is",
        "Combien il y en a, ou la longueur d’un texte",
    ),
    offered(
        "contains",
        "element.title.contains(\"CRM\")",
        "Whether a text is part of another",
        "Si un texte en contient un autre",
    ),
    offered(
        "startsWith",
        "element.title.startsWith(\"P-\")",
        "Whether a text begins so",
        "Si un texte commence ainsi",
    ),
    offered(
        "endsWith",
        "element.title.endsWith(\"(copy)\")",
        "Whether a text ends so",
        "Si un texte finit ainsi",
    ),
    offered(
        "matches",
        "element.title.matches(\"^P[0-9]{3} \")",
        "Whether a text fits a pattern that is written out",
        "Si un texte correspond à un motif écrit en toutes lettres",
    ),
    offered(
        "lower",
        "lower(element.owner) == \"pmo\"",
        "A text in small letters",
        "Un texte en minuscules",
    ),
    offered(
        "days",
        "days(today, element.end) < 30",
        "Days from one date to another; negative when it lies before",
        "Jours d’une date à une autre ; négatif si elle est antérieure",
    ),
    offered(
        "plus_days",
        "element.end < plus_days(today, 30)",
        "The date so many days later",
        "La date tant de jours plus tard",
    ),
    offered(
        "year",
        "year(element.end) == 2027",
        "The year of a date",
        "L’année d’une date",
    ),
    offered(
        "month",
        "month(element.end) == 12",
        "The month of a date, 1 to 12",
        "Le mois d’une date, de 1 à 12",
    ),
    offered(
        "string",
        "string(element.rank)",
        "A value as text",
        "Une valeur en texte",
    ),
    offered(
        "int",
        "int(element.percent_complete)",
        "A value as a whole number",
        "Une valeur en nombre entier",
    ),
    offered(
        "double",
        "double(size(down)) / 2",
        "A value as a number with decimals",
        "Une valeur en nombre à virgule",
    ),
];

/// Names that the gate puts in the place of what was written, none of which can be written.
pub(super) const ADD: &str = "@add";
pub(super) const SUBTRACT: &str = "@subtract";
pub(super) const MULTIPLY: &str = "@multiply";
pub(super) const DIVIDE: &str = "@divide";
pub(super) const WALK: &str = "@walk";
pub(super) const KEEP: &str = "@keep";
pub(super) const MATCHES: &str = "@matches";

/// The environment of every rule: what CEL brings, and ours.
///
/// # Errors
/// Never, as long as no two functions of ours have one name; a test holds it.
pub(super) fn environment() -> Result<Arc<Env>, cel::DeclarationError> {
    type Ours = (
        &'static str,
        &'static [Type],
        cel::common::functions::Function,
    );
    const OURS: &[Ours] = &[
        (ADD, &[DYN_TYPE, DYN_TYPE], add),
        (SUBTRACT, &[DYN_TYPE, DYN_TYPE], subtract),
        (MULTIPLY, &[DYN_TYPE, DYN_TYPE], multiply),
        (DIVIDE, &[DYN_TYPE, DYN_TYPE], divide),
        (WALK, &[DYN_TYPE], walk),
        (KEEP, &[DYN_TYPE], keep),
        ("days", &[STRING_TYPE, STRING_TYPE], days),
        ("plus_days", &[STRING_TYPE, INT_TYPE], plus_days),
        ("year", &[STRING_TYPE], year),
        ("month", &[STRING_TYPE], month),
        ("lower", &[STRING_TYPE], lower),
    ];
    let mut env = Env::stdlib().with_optional_support(false);
    for (name, takes, does) in OURS {
        let takes = takes.iter().map(Type::to_owned).collect();
        env.add_overload(name, name, takes, *does)?;
    }
    Ok(Arc::new(env))
}
