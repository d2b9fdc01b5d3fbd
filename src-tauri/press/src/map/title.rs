//! A title on a card.

/// Letters on one line.
const LETTERS: usize = 25;
/// Lines of a title.
const LINES: usize = 2;

/// A title on at most two lines, broken between words; what does not fit is left to the tooltip.
pub(super) fn wrapped(title: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    let mut words = title.split_whitespace().peekable();
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
            wrapped("Patients are seen on the day they arrive"),
            ["Patients are seen on the", "day they arrive"]
        );
        let long = wrapped("Every patient who arrives is seen by somebody who can decide at once");
        assert_eq!(long.len(), 2);
        assert!(long[1].ends_with('…'));
    }
}
