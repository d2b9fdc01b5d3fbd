//! Words one by one: everything that a word in a cell may be taken for. Which of it counts, its column decides.

use super::super::dictionary as dict;
use super::super::words;
use super::each;
use std::collections::BTreeMap;

fn told(text: &str) -> String {
    let mut all = Vec::new();
    let mut add = |head: &str, what: String| all.push(format!("{head}{}", what.to_lowercase()));
    if let Some(it) = words::missing(text, true) {
        add("reason ", format!("{it:?}"));
    }
    if let Some(it) = words::rating(text) {
        add("rated ", format!("{it:?}"));
    }
    if let Some(it) = words::state(text) {
        add("state ", format!("{it:?}"));
    }
    if let Some(it) = words::category(text) {
        add("category ", format!("{it:?}"));
    }
    if let Some(it) = words::yes_no(text) {
        add("", if it { "yes" } else { "no" }.to_owned());
    }
    if words::is_total(text) {
        add("", "total".to_owned());
    }
    if words::is_footnote(text) {
        add("", "note".to_owned());
    }
    if all.is_empty() {
        "a text".to_owned()
    } else {
        all.join(", ")
    }
}

#[test]
fn a_word_is_taken_for_what_it_says_and_for_nothing_else() {
    each(include_str!("words.cases"), told);
}

/// The first meaning in the list would win without a word.
#[test]
fn no_word_has_two_meanings_in_one_list() {
    fn once<T: std::fmt::Debug>(table: &[(T, &[&str])], but: &[&str]) {
        let mut seen: BTreeMap<&str, String> = BTreeMap::new();
        for (meaning, words) in table {
            for word in *words {
                let before = seen.insert(word, format!("{meaning:?}"));
                let same = before.is_none_or(|it| it == format!("{meaning:?}"));
                assert!(same || but.contains(word), "{word} means two things");
            }
        }
    }
    once(dict::NON_VALUES, &[]);
    once(dict::RATINGS, &[]);
    once(dict::STATES, &[]);
    once(dict::CATEGORIES, &[]);
}

#[test]
fn a_colour_is_recognised_where_no_header_says_so_and_a_number_or_word_is_not() {
    for colour in [
        "Green",
        "amber/red",
        "R",
        "Vert",
        "ORANGE",
        "Red - Amber",
        "g",
    ] {
        assert!(words::is_colour(colour), "{colour}");
    }
    for other in [
        "",
        "–",
        "3",
        "High",
        "Green Lane depot",
        "on track",
        "greenish",
    ] {
        assert!(!words::is_colour(other), "{other}");
    }
    assert!(
        !words::is_colour(&"green ".repeat(7)),
        "a list is no rating"
    );
}

#[test]
fn a_tick_is_a_mark_and_no_letter() {
    for (mark, tick, cross) in [
        ("✓", true, false),
        ("\u{F0FC}", true, false),
        (" ☒ ", true, false),
        ("●", false, false),
        ("x", false, true),
        ("×", false, true),
        ("X", false, true),
        ("yes", false, false),
        ("y", false, false),
        ("✓✓", false, false),
        ("?", false, false),
    ] {
        assert_eq!(
            (words::is_tick(mark), words::is_cross(mark)),
            (tick, cross),
            "{mark}"
        );
    }
}
