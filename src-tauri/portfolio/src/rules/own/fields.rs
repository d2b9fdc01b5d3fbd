//! What a rule of one's own can name: fields, by the table of them, and variables. One table makes both the values
//! and the help in the editor, so that the two cannot drift apart.

use super::fact::{Fact, Inner, Thing};
use super::table::{FIELDS, parts, said, status, text, word};
use crate::model::ElementKind;
use crate::rules::Context;
use crate::rules::rule::Said;
use std::sync::Arc;

/// What the value of a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Truth,
    Number,
    Text,
    Day,
    /// One of a few words.
    Choice(&'static [&'static str]),
    /// A list of texts.
    Texts,
    /// Parts with names of their own.
    Parts(&'static [&'static str]),
    /// Parts whose names stand in the portfolio: columns of an import.
    Columns,
}

/// One field.
pub(super) struct Field {
    pub(super) name: &'static str,
    /// What a person calls it, without an article.
    pub(super) label: Said,
    /// The kinds that have it; every kind when empty.
    pub(super) kinds: &'static [ElementKind],
    pub(super) shape: Shape,
    pub(super) read: fn(&Context<'_>, usize) -> Option<Fact>,
}

impl Field {
    pub(super) fn is_of(&self, kind: ElementKind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

/// A variable that holds a list of things.
pub(super) struct Variable {
    pub(super) name: &'static str,
    pub(super) says: Said,
}

/// How many lists there are.
pub(super) const LISTS: usize = 6;

/// The lists, in the order in which a scene holds them.
pub(super) const VARIABLES: [Variable; LISTS] = [
    Variable {
        name: "up",
        says: said(
            "Elements that it contributes to directly, by accepted contributions",
            "Les éléments auxquels il contribue directement, par des contributions acceptées",
        ),
    },
    Variable {
        name: "down",
        says: said(
            "Elements that contribute to it directly, by accepted contributions",
            "Les éléments qui y contribuent directement, par des contributions acceptées",
        ),
    },
    Variable {
        name: "above",
        says: said(
            "Everything that it leads to, nearest first",
            "Tout ce à quoi il mène, du plus proche au plus lointain",
        ),
    },
    Variable {
        name: "below",
        says: said(
            "Everything that leads to it, nearest first",
            "Tout ce qui y mène, du plus proche au plus lointain",
        ),
    },
    Variable {
        name: "indicators",
        says: said(
            "Indicators that measure it",
            "Les indicateurs qui le mesurent",
        ),
    },
    Variable {
        name: "reports",
        says: said(
            "Its dated status reports, oldest first: date, lens, status, said, comment, percent",
            "Ses rapports d’état datés, du plus ancien au plus récent : date, lens, status, said, comment, percent",
        ),
    },
];

/// The fields of one report.
pub(super) fn report(date: crate::model::Date, it: &crate::model::StatusReport) -> Thing {
    let fact = parts(
        "reports.",
        vec![
            ("date", Some(Fact::Day(date))),
            ("lens", word(&it.lens)),
            ("status", status(it.status)),
            ("said", text(&it.said)),
            ("comment", text(&it.comment)),
            ("percent", it.percent.map(Fact::Number)),
        ],
    );
    match fact {
        Fact::Thing(thing) => thing,
        _ => Thing(Arc::new(Inner {
            id: "".into(),
            within: "",
            other: false,
            fields: Vec::new(),
        })),
    }
}

/// The bit of a field of that name; none when there is no such field.
pub(super) fn bit(name: &str) -> u128 {
    let place = FIELDS.iter().position(|it| it.name == name);
    place.map_or(0, |place| 1 << place)
}

/// What is known of an element in the fields that are needed; `other` when it is not the one that is judged.
pub(super) fn thing(ctx: &Context<'_>, n: usize, needed: u128, other: bool) -> Thing {
    let element = ctx.element(n);
    let kind = element.kind();
    Thing(Arc::new(Inner {
        id: element.id.as_str().into(),
        within: "",
        other,
        fields: FIELDS
            .iter()
            .zip(NAMES.iter())
            .enumerate()
            .filter(|(place, (field, _))| needed & (1 << place) != 0 && field.is_of(kind))
            .filter_map(|(_, (field, name))| Some((Arc::clone(name), (field.read)(ctx, n)?)))
            .collect(),
    }))
}

/// Names are shared, not copied for every element; in the order of the fields.
static NAMES: std::sync::LazyLock<Vec<Arc<str>>> =
    std::sync::LazyLock::new(|| FIELDS.iter().map(|it| it.name.into()).collect());

/// The field of that name that a kind has.
pub(super) fn of_kind(kind: ElementKind, name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|it| it.name == name && it.is_of(kind))
}

/// A field of that name, of whatever kind.
pub(super) fn any(name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|it| it.name == name)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::Detail;

    /// Fields of the model that a rule does not see, each for a reason.
    const NOT_SEEN: [(&str, &str); 1] =
        [("premises", "ids of readings, which no expression can read")];

    #[test]
    fn every_field_of_the_model_can_be_named() {
        for kind in ElementKind::ALL {
            let empty = serde_json::to_value(Detail::empty(kind)).unwrap();
            for name in empty.as_object().unwrap().keys().filter(|it| *it != "kind") {
                let unseen = NOT_SEEN.iter().any(|(it, _)| it == name);
                assert!(unseen || of_kind(kind, name).is_some(), "{kind:?}.{name}");
            }
        }
    }

    #[test]
    fn every_field_has_a_bit_of_its_own() {
        assert!(FIELDS.len() <= 128);
        let mut bits: Vec<u128> = FIELDS.iter().map(|it| bit(it.name)).collect();
        bits.sort_unstable();
        bits.dedup();
        assert_eq!(bits.len(), FIELDS.len(), "a name stands twice");
        assert_eq!(bit("nothing"), 0);
    }

    #[test]
    fn a_name_means_one_thing_in_one_kind() {
        for kind in ElementKind::ALL {
            let mut names: Vec<&str> = FIELDS
                .iter()
                .filter(|it| it.is_of(kind))
                .map(|it| it.name)
                .collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "{kind:?}");
        }
    }

    #[test]
    fn labels_are_written_in_both_languages() {
        for field in FIELDS {
            assert!(
                !field.label.en.is_empty() && !field.label.fr.is_empty(),
                "{}",
                field.name
            );
        }
    }
}
