//! Stock words: what a why consists of when it could stand over any project. The words are data, in the lists beside
//! this file; what they cannot see is irony, a metaphor, or a sector in which a stock word has a meaning of its own.

use crate::rules::tokens::{Title, fold, is_stop_word, stem, words};
use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

static STOCK: LazyLock<List> = LazyLock::new(|| List::read(include_str!("stock_words.txt")));
static CHANGE: LazyLock<List> = LazyLock::new(|| List::read(include_str!("change_verbs.txt")));
static NAMING: LazyLock<List> = LazyLock::new(|| List::read(include_str!("naming_words.txt")));

/// Words of a list, whole or by their beginnings.
#[derive(Debug)]
struct List {
    whole: HashSet<String>,
    beginnings: HashSet<&'static str>,
}

impl List {
    /// One or more entries a line; `#` starts a remark, a star behind an entry stands for any ending.
    fn read(text: &'static str) -> Self {
        let (beginnings, whole): (Vec<_>, Vec<_>) =
            entries(text).partition(|entry| entry.ends_with('*'));
        Self {
            whole: whole.into_iter().map(stem).collect(),
            beginnings: beginnings
                .into_iter()
                .map(|entry| entry.trim_end_matches('*'))
                .collect(),
        }
    }

    fn has(&self, folded: &str) -> bool {
        self.whole.contains(stem(folded).as_str())
            || self.beginnings.contains(folded)
            || folded
                .char_indices()
                .any(|(end, _)| self.beginnings.contains(&folded[..end]))
    }
}

fn entries(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
}

/// What a text is made of.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Substance {
    /// Somebody, a measure, a figure or a pressure that it names and its title does not.
    pub(super) named: Vec<String>,
    /// Stock words, as they stand in the text.
    pub(super) stock: Vec<String>,
    /// Words that the title has already.
    pub(super) repeated: Vec<String>,
    /// Words of its own.
    pub(super) own: Vec<String>,
    /// A verb says which way something goes.
    pub(super) moves: bool,
}

impl Substance {
    pub(super) fn of(text: &str, title: &str) -> Self {
        let title = Title::of(title);
        let mut seen = BTreeSet::new();
        let mut found = Self::default();
        for word in words(text) {
            let folded = fold(word);
            if !seen.insert(stem(&folded)) {
                continue;
            }
            let place = if title.has(&folded) && !is_stop_word(&folded) {
                &mut found.repeated
            } else if NAMING.has(&folded) || word.contains(|c: char| c.is_ascii_digit()) {
                &mut found.named
            } else if is_stop_word(&folded) {
                continue;
            } else if CHANGE.has(&folded) {
                found.moves = true;
                continue;
            } else if STOCK.has(&folded) {
                &mut found.stock
            } else {
                &mut found.own
            };
            place.push(word.to_lowercase());
        }
        found
    }

    /// The share of its telling words that are stock words or stand in the title already, 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "texts have few words")]
    pub(super) fn stock_share(&self) -> f64 {
        let empty = (self.stock.len() + self.repeated.len()) as f64;
        let all = empty + self.own.len() as f64;
        if all > 0.0 { empty / all } else { 0.0 }
    }

    /// Whether it mostly says its title again.
    pub(super) fn repeats(&self) -> bool {
        self.repeated.len() > self.stock.len()
    }

    /// Whether it says, in words of its own, which way something goes.
    pub(super) fn says_what_changes(&self) -> bool {
        self.moves && !self.own.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_folded_and_stand_in_their_list_once() {
        for text in [
            include_str!("stock_words.txt"),
            include_str!("change_verbs.txt"),
            include_str!("naming_words.txt"),
        ] {
            let mut seen = BTreeSet::new();
            for entry in entries(text) {
                let word = entry.trim_end_matches('*');
                assert_eq!(fold(word), word);
                assert!(word.chars().all(char::is_alphanumeric), "{entry}");
                assert!(seen.insert(entry), "{entry} stands twice");
            }
        }
    }

    #[test]
    fn a_star_stands_for_any_ending_and_for_none() {
        let list = List::read("optimi* bail");
        assert!(
            ["optimi", "optimise", "optimisation"]
                .map(fold)
                .iter()
                .all(|it| list.has(it))
        );
        assert!(list.has("bails") && !list.has("baille") && !list.has("optim"));
    }

    #[test]
    fn what_the_title_says_already_names_nobody() {
        let it = Substance::of("Améliorer l’expérience patient", "Portail patient");
        assert!(it.named.is_empty());
        assert_eq!(it.repeated, ["patient"]);
        assert_eq!(
            Substance::of("Pour le patient", "Portail").named,
            ["patient"]
        );
    }
}
