//! The letters of a drawing that no typeface here has. A box stands in their place in pixels and on paper, where somebody
//! has to be told; words of an SVG are set by whoever opens it.

use super::letters::Letters;
use super::{Drawing, Item, fonts};
use resvg::usvg::Node;
use std::collections::BTreeSet;
use std::io;

/// The sign of every typeface for what it has no sign for.
pub(super) const MISSING: u32 = 0;

/// Letters that are drawn as a box, each once, in their order in the alphabet of all scripts.
///
/// # Errors
/// What kept the words from being set.
pub fn undrawn<'a>(drawings: impl IntoIterator<Item = &'a Drawing>) -> io::Result<Vec<String>> {
    let mut missing = BTreeSet::new();
    let mut asked = BTreeSet::new();
    for drawing in drawings {
        // A letter is asked for once, in the words that it is met in first: so a map of ten thousand cards is not set again.
        let items = drawing.groups.iter().flat_map(|group| &group.items);
        let items: Vec<&Item> = items.filter(|item| asks(item, &mut asked)).collect();
        if items.is_empty() {
            continue;
        }
        let typefaces = fonts::of(drawing);
        let set = Letters::of(drawing, items.into_iter().enumerate(), &typefaces)?;
        for (_, node) in set.all() {
            gather(node, &mut missing);
        }
    }
    Ok(missing.into_iter().collect())
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
    !matches!(u32::from(letter), 0x20..=0x17F)
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
