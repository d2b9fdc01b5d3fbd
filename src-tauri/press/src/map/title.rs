//! A title on a card.

/// Letters on one line.
const LETTERS: usize = 24;
/// Lines of a title.
const LINES: usize = 3;

/// A title on at most three lines, broken between words; what does not fit is left to the tooltip.
pub(super) fn wrapped(title: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    // Ordinary spaces only: a figure stays with its unit.
    let mut words = title
        .split([' ', '\n', '\t'])
        .filter(|it| !it.is_empty())
        .peekable();
    while let Some(word) = words.next() {
        let full = lines.len() == LINES;
        let Some(line) = lines.last_mut() else { break };
        let fits = line.chars().count() + word.chars().count()
            < LETTERS - usize::from(full && words.peek().is_some());
        if line.is_empty() {
            line.extend(word.chars().take(LETTERS));
        } else if fits {
            line.push(' ');
            line.push_str(word);
        } else if full {
            line.push('…');
            break;
        } else {
            lines.push(word.chars().take(LETTERS).collect());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_broken_between_words_and_marked_when_it_is_longer() {
        assert_eq!(wrapped("Wait under 20 minutes"), ["Wait under 20 minutes"]);
        assert_eq!(
            wrapped("Nurse turnover below 10\u{a0}%"),
            ["Nurse turnover below", "10\u{a0}%"]
        );
        assert_eq!(
            wrapped("Patients are seen on the day they arrive"),
            ["Patients are seen on the", "day they arrive"]
        );
        let long = wrapped(
            "Every patient who arrives in any of our eleven houses is seen by somebody who can decide at once",
        );
        assert_eq!(long.len(), 3);
        assert!(long[2].ends_with('…'));
    }
}
