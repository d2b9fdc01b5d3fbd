//! Headers one by one: what a name of a column makes of it, before its values are looked at.

use super::super::columns::{assign, header_strength};
use super::super::dictionary as dict;
use super::super::header::TableColumn;
use super::super::mapping::{Mapping, Role};
use super::super::profile::Profile;
use super::each;
use std::collections::BTreeSet;

fn named(role: Role) -> String {
    serde_json::to_value(role)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

/// The roles that a lone column of this name could take, best first.
fn roles(header: &str) -> Vec<Role> {
    let column = TableColumn {
        at: vec![0],
        header: header.to_owned(),
    };
    let choices = assign(&[column], &[Profile::default()], &[], &Mapping::default());
    let it = choices.into_iter().next().unwrap();
    let others = it
        .alternatives
        .into_iter()
        .filter(|(_, score)| *score >= 45);
    std::iter::once(it.role)
        .chain(others.map(|(role, _)| role))
        .collect()
}

#[test]
fn a_header_is_recognised_by_its_words_and_a_near_miss_is_left_alone() {
    each(include_str!("headers.cases"), |header| {
        roles(header)
            .into_iter()
            .map(named)
            .collect::<Vec<_>>()
            .join(", ")
    });
}

/// The ways in which one and the same name is written.
fn dressed(phrase: &str) -> Vec<String> {
    let title: Vec<String> = phrase
        .split(' ')
        .map(|word| word[..1].to_uppercase() + &word[1..])
        .collect();
    vec![
        phrase.to_owned(),
        phrase.to_uppercase(),
        title.join(" "),
        title.join("\n"),
        phrase.replace(' ', "_"),
        format!("{phrase} *"),
        format!("{phrase} :"),
        format!("{phrase} (see note 3)"),
        format!("  {phrase}  "),
    ]
}

#[test]
fn every_name_in_the_dictionary_is_sure_of_its_role_however_it_is_dressed() {
    for (role, weight, phrases) in dict::HEADERS {
        for phrase in *phrases {
            for header in dressed(phrase) {
                let strength = header_strength(&header);
                assert!(strength >= *weight, "{header:?} of {role:?}: {strength}");
            }
            // Whichever role is surer may win, and a role below 57 alone is no match at all.
            let possible = roles(phrase);
            assert!(
                possible.contains(role) || *weight < 57,
                "{phrase} is {possible:?} and not {role:?}"
            );
        }
    }
}

#[test]
fn a_name_stands_once_for_a_role_so_that_one_weight_counts() {
    let mut seen = BTreeSet::new();
    for (role, _, phrases) in dict::HEADERS {
        for phrase in *phrases {
            assert!(
                seen.insert((*role, *phrase)),
                "{phrase} stands twice for {role:?}"
            );
        }
    }
}

#[test]
fn a_name_that_counts_only_alone_says_nothing_inside_a_longer_one() {
    for word in dict::ALONE {
        let alone = header_strength(word);
        if alone == 0 {
            continue;
        }
        let inside = format!("zebra {word} zebra");
        assert!(header_strength(&inside) < alone, "{word}");
    }
}

#[test]
fn a_header_of_a_whole_paragraph_is_no_header() {
    assert!(header_strength("Owner") > 90);
    assert_eq!(
        header_strength(&format!("Owner {}", "of this and that ".repeat(30))),
        0
    );
}
