//! Looks values up in the dictionary: reasons for missing values, ratings, states, categories, yes and no.
//! The words themselves live in `dictionary`.

use super::dictionary as dict;
use super::text::fold;
use crate::model::{Category, InitiativeState, Reason, Status};

/// The reason that a text gives instead of a value, or nothing when it may be a value.
/// `prose` allows long sentences as well; text columns keep their sentences.
pub(super) fn missing(text: &str, prose: bool) -> Option<Reason> {
    let trimmed = text.trim();
    if trimmed.chars().count() > 400 {
        return None;
    }
    if !trimmed.is_empty()
        && trimmed.chars().all(|c| {
            matches!(
                c,
                '-' | '–' | '—' | '?' | '.' | '…' | '_' | '/' | '*' | '\\' | ' '
            )
        })
    {
        return Some(Reason::Unknown);
    }
    let folded = fold(trimmed);
    if folded.is_empty() {
        return None;
    }
    if let Some(reason) = find(dict::NON_VALUES, &folded) {
        return Some(reason);
    }
    if !prose || trimmed.chars().count() < 8 {
        return None;
    }
    dict::NON_VALUE_PROSE
        .iter()
        .find(|(_, words)| words.iter().any(|w| holds(&folded, w)))
        .map(|(reason, _)| *reason)
}

/// Does the folded text hold the words, whole?
fn holds(folded: &str, words: &str) -> bool {
    folded.match_indices(words).any(|(at, found)| {
        let before = folded.as_bytes().get(..at).and_then(<[u8]>::last);
        let after = folded.as_bytes().get(at + found.len());
        before.is_none_or(|b| *b == b' ') && after.is_none_or(|b| *b == b' ')
    })
}

pub(super) fn rating(text: &str) -> Option<Status> {
    if text.len() > 80 {
        return None;
    }
    let folded = fold(text);
    if folded.is_empty() {
        return coloured(text);
    }
    // `2 - High risk`: the number is the scale's own and says nothing by itself.
    find(dict::RATINGS, &folded).or_else(|| {
        find(
            dict::RATINGS,
            folded.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' '),
        )
    })
}

/// A lone sign of a colour, with or without the mark that asks for it to be shown in colour.
fn coloured(text: &str) -> Option<Status> {
    find(dict::COLOURED, text.trim().trim_end_matches('\u{FE0F}'))
}

/// A rating that can hardly be anything else: used to recognise a column whose header says nothing.
pub(super) fn is_colour(text: &str) -> bool {
    if text.len() > 40 {
        return false;
    }
    let folded = fold(text);
    if folded.is_empty() {
        return coloured(text).is_some();
    }
    folded.split(' ').all(|w| {
        matches!(
            w,
            "green"
                | "amber"
                | "red"
                | "yellow"
                | "orange"
                | "vert"
                | "rouge"
                | "jaune"
                | "verte"
                | "g"
                | "a"
                | "r"
        )
    })
}

pub(super) fn state(text: &str) -> Option<InitiativeState> {
    if text.len() > 100 {
        return None;
    }
    let folded = fold(text);
    // `3 - In progress`, `En cours (phase 2)`: number and brackets are decoration.
    find(dict::STATES, &folded)
        .or_else(|| {
            find(
                dict::STATES,
                folded.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' '),
            )
        })
        .or_else(|| find(dict::STATES, &fold(&super::text::outside_brackets(text))))
}

pub(super) fn category(text: &str) -> Option<Category> {
    if text.len() > 60 {
        return None;
    }
    find(dict::CATEGORIES, &fold(text))
}

/// Yes or no, for ticks and their words; a lone `x` is a tick or a cross, and only its column can tell.
pub(super) fn yes_no(text: &str) -> Option<bool> {
    let low = text.trim().to_lowercase();
    if dict::YES.contains(&low.as_str()) {
        Some(true)
    } else if dict::NO.contains(&low.as_str()) {
        Some(false)
    } else {
        None
    }
}

/// Does the text hold a tick mark that is no letter of any language? A full circle or square is one only among its
/// like: it may as well be the last step of ○ ◔ ◑ ◕ ●.
pub(super) fn is_tick(text: &str) -> bool {
    let mut chars = text.trim().chars();
    matches!((chars.next(), chars.next()), (Some(c), None) if !c.is_alphanumeric() && !matches!(c, '●' | '■') && yes_no(text).is_some())
}

pub(super) fn is_cross(text: &str) -> bool {
    matches!(text.trim(), "x" | "X" | "×")
}

pub(super) fn is_total(text: &str) -> bool {
    if text.len() > 120 {
        return false;
    }
    let folded = fold(text);
    starts_with_any(&folded, dict::TOTALS)
        || dict::TOTALS
            .iter()
            .any(|t| folded.ends_with(&format!(" {t}")) && folded.len() < 60)
}

pub(super) fn is_footnote(text: &str) -> bool {
    let trimmed = text.trim_start();
    trimmed.starts_with(['*', '†', '‡', '¹', '²', '³', '©'])
        || starts_with_any(&fold(trimmed), dict::FOOTNOTES)
}

fn starts_with_any(folded: &str, words: &[&str]) -> bool {
    words.iter().any(|w| {
        folded
            .strip_prefix(w)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

fn find<T: Copy>(table: &[(T, &[&str])], folded: &str) -> Option<T> {
    table
        .iter()
        .find(|(_, words)| words.contains(&folded))
        .map(|(meaning, _)| *meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_kept_apart_from_a_value() {
        let cases = [
            ("nfp", Some(Reason::Withheld)),
            ("N/A", Some(Reason::NotRequired)),
            ("Ongoing", Some(Reason::NotRequired)),
            ("Not reported", Some(Reason::NotReported)),
            ("Unavailable", Some(Reason::NotReported)),
            ("tbd", Some(Reason::Unknown)),
            ("–", Some(Reason::Unknown)),
            ("à définir", Some(Reason::Unknown)),
            ("Non communiqué", Some(Reason::NotReported)),
            (
                "Exempt under Section 43 of the Freedom of Information Act 2000 (Commercial Interests)",
                Some(Reason::Withheld),
            ),
            (
                "NA\nThe project did not provide data",
                Some(Reason::NotReported),
            ),
            ("42", None),
            ("Amber", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(missing(text, true), expected, "{text}");
        }
        assert_eq!(
            missing("The old system is not available at night", false),
            None
        );
    }

    #[test]
    fn ratings_of_three_and_five_steps_become_three() {
        let cases = [
            ("Medium High", Some(Status::Green)),
            ("Amber/Green", Some(Status::Green)),
            ("Amber/red", Some(Status::Red)),
            ("AMBER", Some(Status::Amber)),
            ("Orange", Some(Status::Amber)),
            ("G", Some(Status::Green)),
            ("Medium Low", Some(Status::Red)),
            ("2 - High Risk", Some(Status::Red)),
            ("3", None),
            ("Unavailable", None),
        ];
        for (text, expected) in cases {
            assert_eq!(rating(text), expected, "{text}");
        }
    }

    #[test]
    fn totals_are_told_from_titles_by_their_first_or_last_words() {
        assert!(is_total("Total North depot"));
        assert!(is_total("Sous-total"));
        assert!(is_total("Grand total:"));
        assert!(is_total("TOTAL GÉNÉRAL"));
        assert!(!is_total("Totalling up the past"));
    }

    #[test]
    fn a_private_wingdings_character_is_a_tick() {
        assert!(is_tick("\u{F0FC}"));
        assert_eq!(yes_no("\u{F0FC}"), Some(true));
        assert_eq!(yes_no("Oui"), Some(true));
        assert!(!is_tick("y"));
    }
}
