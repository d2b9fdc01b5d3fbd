//! Words by which the rules about rituals know what a tag or a reason speaks of; the lists are data.

use crate::rules::tokens::terms;
use std::collections::BTreeSet;
use std::sync::LazyLock;

const LISTS: &str = include_str!("vocabulary.txt");

/// A group and the words of one of its phrases, as they are compared.
type Phrase = (&'static str, Vec<String>);

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    let lines = LISTS.lines().filter(|line| !line.starts_with('#'));
    let groups = lines.filter_map(|line| line.split_once(':'));
    groups
        .flat_map(|(group, phrases)| phrases.split(',').map(move |it| (group, terms(it))))
        .filter(|(_, words)| !words.is_empty())
        .collect()
});

/// The groups of which a text holds a phrase.
pub(super) fn spoken_of(text: &str) -> BTreeSet<&'static str> {
    let text = terms(text);
    let holds = |words: &[String]| text.windows(words.len()).any(|it| it == words);
    let groups = PHRASES.iter().filter(|(_, words)| holds(words));
    groups.map(|(group, _)| *group).collect()
}

/// The groups to which tags belong. A tag of several words may hold a phrase; a single word must be the whole tag, so
/// that “critical path” is not “critical”.
pub(super) fn tagged(tags: &[String]) -> BTreeSet<&'static str> {
    let mut groups = BTreeSet::new();
    for tag in tags.iter().map(|it| terms(it)) {
        let is = |words: &[String]| match words {
            [only] => tag.as_slice() == [only.as_str()],
            _ => tag.windows(words.len()).any(|it| it == words),
        };
        groups.extend(
            PHRASES
                .iter()
                .filter(|(_, it)| is(it))
                .map(|(group, _)| *group),
        );
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(text: &str) -> Vec<&'static str> {
        spoken_of(text).into_iter().collect()
    }

    #[test]
    fn reasons_are_known_in_both_languages() {
        assert_eq!(
            groups("It was in a hurry: asap, and the team is free."),
            ["capacity", "urgency"]
        );
        assert_eq!(groups("L’équipe est disponible dès lundi"), ["capacity"]);
        assert_eq!(groups("Un gain rapide, déjà développé"), ["feasibility"]);
        assert_eq!(
            groups("Au plus vite : les patients attendent"),
            ["urgency", "value"]
        );
        assert!(groups("Free of charge, the chargers are freed").is_empty());
        assert!(groups("The board said so").is_empty());
    }

    #[test]
    fn a_tag_of_one_word_must_be_the_word() {
        let of = |tag: &str| tagged(&[tag.to_owned()]).into_iter().collect::<Vec<_>>();
        assert_eq!(of("Critical"), ["top"]);
        assert!(of("critical path").is_empty());
        assert_eq!(of("Top priority 2026"), ["top"]);
        assert!(of("low priority").is_empty());
        assert_eq!(of("Priorité élevée"), ["top"]);
        assert_eq!(of("Opérationnel"), ["operational"]);
    }

    #[test]
    fn every_group_is_spelt_as_the_rules_ask_for_it() {
        let named: BTreeSet<&str> = PHRASES.iter().map(|(group, _)| *group).collect();
        let asked = [
            "capacity",
            "feasibility",
            "operational",
            "top",
            "urgency",
            "value",
        ];
        assert_eq!(named.into_iter().collect::<Vec<_>>(), asked);
    }
}
