//! Text made comparable and made shown: what only looks like content goes, what says something stays.

use super::super::text::{fold, header_words, one_line, outside_brackets, shorten, tidy};
use super::super::words;

#[test]
fn what_only_looks_like_content_is_removed_and_lines_are_kept() {
    for (written, tidied) in [
        ("  North depot \t", "North depot"),
        ("\u{FEFF}Project", "Project"),
        ("\u{FEFF}\u{FEFF}Project", "Project"),
        ("Pro\u{AD}ject\u{200B}", "Project"),
        ("\u{202A}12\u{202C}", "12"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one_x000D_\ntwo", "one\n\ntwo"),
        ("a_x0009_b", "a b"),
        ("_x0041_ stays", "_x0041_ stays"),
        ("bell\u{7}", "bell"),
        ("tab\tinside", "tab\tinside"),
        ("\u{A0}\u{3000}\n", ""),
        ("\u{200B} \u{200B}", ""),
    ] {
        assert_eq!(tidy(written), tidied, "{written:?}");
    }
}

#[test]
fn case_accents_and_punctuation_do_not_tell_names_apart() {
    for (one, other) in [
        ("Échéance", "echeance"),
        ("E\u{301}che\u{301}ance", "ECHEANCE"),
        ("Maître d’ouvrage", "maitre d ouvrage"),
        ("Cœur de réseau", "COEUR DE RESEAU"),
        ("Straße", "STRASSE"),
        ("Project / Action", "project—action"),
        (" Start\n date ", "start date"),
    ] {
        assert_eq!(fold(one), fold(other));
    }
    assert_ne!(fold("Phase 1"), fold("Phase 2"));
    assert_eq!(fold("% complete!"), "% complete");
    assert_eq!(fold("🟢"), "");
    assert_eq!(fold("北京"), "北京");
}

#[test]
fn a_header_is_split_into_words_without_its_brackets() {
    for (header, split) in [
        ("Budget (k€, excl. VAT)", "budget"),
        ("projectStartDate", "project start date"),
        ("IPA_RAG_Rating", "ipa rag rating"),
        ("SROName", "sro name"),
        ("PROJECT", "project"),
        ("GMPP ID Number", "gmpp id number"),
        ("Start Date [planned] (dd/mm)", "start date"),
        // Where all of it stands in brackets there is nothing else to go by.
        ("(Owner)", "owner"),
        ("", ""),
        ("???", ""),
    ] {
        assert_eq!(header_words(header).join(" "), split, "{header}");
    }
}

#[test]
fn brackets_that_do_not_match_hide_no_more_than_they_open() {
    assert_eq!(outside_brackets("a (b [c] d) e"), "a  e");
    assert_eq!(outside_brackets("a) b"), "a b");
    assert_eq!(outside_brackets("a (b"), "a ");
}

#[test]
fn a_long_text_is_cut_between_characters_and_says_so() {
    assert_eq!(shorten("été", 3), "été");
    assert_eq!(shorten("étés", 3), "été…");
    assert_eq!(shorten("", 0), "");
    assert_eq!(shorten("🙂🙂", 1), "🙂…");
    assert_eq!(one_line(" a\n\u{A0} b\t c "), "a b c");
}

#[test]
fn sentences_are_reasons_only_where_a_value_and_no_text_is_expected() {
    let said = "The data was not provided by the department in time";
    assert!(words::missing(said, true).is_some());
    assert!(words::missing(said, false).is_none());
    // A sentence longer than any excuse is a text, whatever it holds.
    let long = format!("{said}. {}", "It goes on and on. ".repeat(30));
    assert!(words::missing(&long, true).is_none());
    // The words of an excuse count whole: a renowned data lake is no missing data.
    assert!(words::missing("Casino database renewal", true).is_none());
    assert!(words::missing("Uncommon no datacentre", true).is_none());
}

#[test]
fn a_long_cell_is_no_rating_no_state_no_category_and_no_total() {
    let pad = |word: &str, to: usize| format!("{word}{}", " ".repeat(to));
    assert!(words::rating(&pad("green", 75)).is_some());
    assert!(words::rating(&pad("green", 76)).is_none());
    assert!(words::state(&pad("done", 96)).is_some());
    assert!(words::state(&pad("done", 97)).is_none());
    assert!(words::category(&pad("run", 57)).is_some());
    assert!(words::category(&pad("run", 58)).is_none());
    assert!(words::is_total(&pad("total", 115)));
    assert!(!words::is_total(&pad("total", 116)));
}
