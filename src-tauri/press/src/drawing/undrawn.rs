//! The letters of a drawing that no typeface here has. A box stands in their place in pixels and on paper, where somebody
//! has to be told; words of an SVG are set by whoever opens it.

use super::letters::Letters;
use super::{Drawing, Item, fonts};
use resvg::usvg::Node;
use resvg::usvg::fontdb::Database;
use std::collections::BTreeSet;
use std::io;
use std::sync::Arc;

/// The sign of every typeface for what it has no sign for.
pub(super) const MISSING: u32 = 0;

/// Letters that are drawn as a box, each once, in their order in the alphabet of all scripts.
///
/// # Errors
/// What kept the words from being set.
pub fn undrawn<'a>(drawings: impl IntoIterator<Item = &'a Drawing>) -> io::Result<Vec<String>> {
    let mut told = BTreeSet::new();
    let mut asked = BTreeSet::new();
    for drawing in drawings {
        told.append(&mut missing(drawing, &fonts::of(drawing), &mut asked)?);
    }
    Ok(told.into_iter().collect())
}

/// Letters of a drawing that none of these typefaces has. A letter is asked for once, in the words that it is met in first:
/// so a map of ten thousand cards is not set again.
pub(super) fn missing(
    drawing: &Drawing,
    typefaces: &Arc<Database>,
    asked: &mut BTreeSet<char>,
) -> io::Result<BTreeSet<String>> {
    let items = drawing.groups.iter().flat_map(|group| &group.items);
    let items: Vec<&Item> = items.filter(|item| asks(item, asked)).collect();
    let mut missing = BTreeSet::new();
    if !items.is_empty() {
        let set = Letters::of(drawing, items.into_iter().enumerate(), typefaces)?;
        for (_, node) in set.all() {
            gather(node, &mut missing);
        }
    }
    Ok(missing)
}

/// Whether it holds a letter that was not met before.
fn asks(item: &Item, asked: &mut BTreeSet<char>) -> bool {
    let Item::Text(.., words) = item else {
        return false;
    };
    let before = asked.len();
    asked.extend(words.chars().filter(|it| is_doubtful(*it)));
    asked.len() > before
}

/// What is surely in our typeface needs no question.
fn is_doubtful(letter: char) -> bool {
    !matches!(u32::from(letter), 0x20..=0x7E | 0xA0..=0x148 | 0x14A..=0x17F)
}

fn gather(node: &Node, missing: &mut BTreeSet<String>) {
    match node {
        Node::Group(group) => {
            for child in group.children() {
                gather(child, missing);
            }
        }
        Node::Text(text) => {
            let spans = text.layouted().iter().filter(|it| it.visible);
            for glyph in spans.flat_map(|it| &it.positioned_glyphs) {
                let letter = glyph.text.trim();
                if glyph.id.0 == MISSING && !letter.is_empty() {
                    missing.insert(letter.to_owned());
                }
            }
        }
        Node::Path(_) | Node::Image(_) => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn saying(words: &[&str]) -> Drawing {
        let items: Vec<_> = words
            .iter()
            .map(|it| serde_json::json!({ "text": [0, 20, 60, 90, 0, it] }))
            .collect();
        serde_json::from_value(serde_json::json!({
            "width": 300, "height": 200, "paper": null, "title": "A map", "lang": "en", "clips": [], "looks": [],
            "types": [{ "size": 13, "weight": 550, "color": "#1c1b19", "anchor": "start", "clip": null }],
            "groups": [{ "id": null, "title": "", "items": items }],
        }))
        .unwrap()
    }

    #[test]
    fn letters_that_no_typeface_has_are_told_each_once_and_others_are_not() {
        let first = saying(&[
            "Ferry \u{10fffd}",
            "à quai \u{10fffd}",
            "Паром, Πλοία — “100 %”",
        ]);
        let second = saying(&["\u{10fffd} again", "and \u{10fffc}"]);
        assert_eq!(
            undrawn([&first, &second]).unwrap(),
            ["\u{10fffc}", "\u{10fffd}"]
        );
    }

    /// Letters of blocks that our typeface has in part only, and of others.
    const FOREIGN: [&str; 6] = ["x ∈ X", "Α ⇄ Β", "ἁγνός", "∀", "ԥ", "交"];

    /// Which typefaces there are differs by computer; that all of them were asked does not.
    #[test]
    fn a_letter_is_missing_only_where_every_typeface_of_this_computer_was_asked() {
        for words in FOREIGN {
            let drawing = saying(&[words]);
            let all = missing(&drawing, &fonts::all(), &mut BTreeSet::new()).unwrap();
            let all: Vec<String> = all.into_iter().collect();
            assert_eq!(undrawn([&drawing]).unwrap(), all, "{words}");
            assert!(Arc::ptr_eq(&fonts::of(&drawing), &fonts::all()), "{words}");
        }
    }

    #[test]
    fn what_is_told_does_not_depend_on_the_order_of_pages() {
        let pages = FOREIGN.map(|words| saying(&[words]));
        let together = saying(&FOREIGN);
        for page in &pages {
            let told = undrawn([page, &together]).unwrap();
            assert_eq!(told, undrawn([&together, page]).unwrap());
        }
    }

    #[test]
    fn words_that_our_typeface_has_ask_for_no_other() {
        let words = [
            "Ferry, à l’œuvre — Übergröße 100 %",
            "Паром, Πλοία, Phà Tiếng Việt",
            "Cafe\u{301} → ∞ ≥ 3 • 4 €",
            "soft\u{ad}hyphen, joined\u{200d}, \u{2009}thin",
        ];
        let drawing = saying(&words);
        assert!(!Arc::ptr_eq(&fonts::of(&drawing), &fonts::all()));
    }

    #[test]
    fn nothing_is_told_of_words_that_are_all_drawn() {
        let words = [
            "Ferry, à l’œuvre — Übergröße 100 %",
            "Phà Tiếng Việt",
            "Cafe\u{301}",
            "",
        ];
        assert_eq!(undrawn([&saying(&words)]).unwrap(), [""; 0]);
    }
}
