//! Words of a text without case, accents, plural endings and words that say nothing, in English and French.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

/// Words that say nothing of why, a line for each group; a `#` starts a remark.
const STOP_WORDS: &str = include_str!("stop_words.txt");

static STOP: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    STOP_WORDS
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});

/// How much of a text only repeats another.
#[derive(Debug, PartialEq)]
pub(super) struct Overlap {
    /// Share of the words of the text, 0 to 1; 1 when it has no word that says anything.
    pub(super) share: f64,
    /// The repeated words as they stand in the text, in its order.
    pub(super) shared: Vec<String>,
}

/// The share of the telling words of `text` that `title` holds already.
pub(super) fn overlap(text: &str, title: &str) -> Overlap {
    let title = Title::of(title);
    let mut seen = BTreeSet::new();
    let mut shared = Vec::new();
    for word in words(text) {
        let folded = fold(word);
        if STOP.contains(folded.as_str()) || !seen.insert(stem(&folded)) {
            continue;
        }
        if title.has(&folded) {
            shared.push(word.to_lowercase());
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "texts have few words")]
    let share = if seen.is_empty() {
        1.0
    } else {
        shared.len() as f64 / seen.len() as f64
    };
    Overlap { share, shared }
}

/// The words of a title, to be found again in whatever form a text has them.
pub(super) struct Title(Vec<String>);

impl Title {
    pub(super) fn of(title: &str) -> Self {
        Self(words(title).map(|it| stem(&fold(it))).collect())
    }

    /// Whether a word, without accents, stands in the title or is of the family of one that does.
    pub(super) fn has(&self, folded: &str) -> bool {
        let word = stem(folded);
        self.0.iter().any(|it| *it == word || are_kin(it, &word))
    }
}

/// What may follow the root of a word in its family: migrate, migrating, migration, migrer.
const ENDINGS: [&str; 33] = [
    "", "e", "d", "ed", "er", "ing", "ion", "ation", "ate", "ated", "ating", "ment", "ement",
    "age", "ise", "ised", "iser", "ising", "isation", "ize", "ized", "izing", "ization", "ee",
    "ant", "eur", "or", "ir", "ic", "ique", "ance", "ure", "ive",
];
/// A shorter root is shared by chance.
const ROOT: usize = 4;

fn are_kin(one: &str, other: &str) -> bool {
    let ends = |word: &str, root: usize| ENDINGS.contains(&&word[root..]);
    let pairs = one.char_indices().zip(other.chars());
    let common = pairs.take_while(|((_, a), b)| a == b);
    let roots = common.map(|((at, letter), _)| at + letter.len_utf8());
    roots
        .filter(|root| *root >= ROOT)
        .any(|root| ends(one, root) && ends(other, root))
}

/// Whether a word without accents says nothing of why.
pub(super) fn is_stop_word(folded: &str) -> bool {
    STOP.contains(folded)
}

/// The words of a text in its order, each as it is compared.
pub(super) fn terms(text: &str) -> Vec<String> {
    words(text).map(|it| stem(&fold(it))).collect()
}

/// The words of a text that say something, each once, as they are compared.
pub(super) fn telling(text: &str) -> BTreeSet<String> {
    words(text)
        .map(fold)
        .filter(|it| !STOP.contains(it.as_str()))
        .map(|it| stem(&it))
        .collect()
}

pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Lower case without the accents of French.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'â' | 'ä' | 'á' | 'ã' => folded.push('a'),
            'ç' => folded.push('c'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' | 'í' => folded.push('i'),
            'ô' | 'ö' | 'ó' | 'õ' => folded.push('o'),
            'ù' | 'û' | 'ü' | 'ú' => folded.push('u'),
            'ÿ' => folded.push('y'),
            'ñ' => folded.push('n'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            // Combining accents of decomposed text.
            '\u{300}'..='\u{36f}' => {}
            other => folded.push(other),
        }
    }
    folded
}

/// Without the plural endings that English and French share; short words stay whole.
pub(super) fn stem(word: &str) -> String {
    let long = word.chars().count() > 3;
    match word.strip_suffix('s').or_else(|| word.strip_suffix('x')) {
        Some(short) if long && !short.ends_with('s') => short.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_plurals_do_not_tell_words_apart() {
        assert_eq!(stem(&fold("Systèmes")), "systeme");
        assert_eq!(fold("CŒUR"), "coeur");
        assert_eq!(fold("e\u{301}te\u{301}"), "ete");
        assert_eq!(stem("access"), "access");
        assert_eq!(stem("bus"), "bus");
    }

    #[test]
    fn stop_words_are_folded_and_stand_in_the_list_once() {
        let listed: Vec<&str> = STOP_WORDS
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::split_whitespace)
            .collect();
        assert_eq!(STOP.len(), listed.len());
        assert!(listed.iter().all(|word| fold(word) == **word));
    }

    #[test]
    fn words_of_one_family_are_the_same_in_a_title() {
        let title = Title::of("Migration du référentiel, contract management, care");
        assert!(
            ["migrer", "migrating", "manage", "contracts"]
                .iter()
                .all(|it| title.has(it))
        );
        assert!(
            !["contrast", "car", "manager2"]
                .iter()
                .any(|it| title.has(it))
        );
    }

    #[test]
    fn only_telling_words_are_counted_and_each_once() {
        let it = overlap("To deploy the bed board, the board", "Bed board");
        assert_eq!(it.shared, ["bed", "board"]);
        assert!((it.share - 1.0).abs() < f64::EPSILON);
    }

    #[test]
    fn a_text_of_other_words_shares_nothing() {
        let it = overlap("Nurses lose an hour a shift", "Bed board");
        assert!(it.shared.is_empty());
        assert!(it.share.abs() < f64::EPSILON);
    }
}
