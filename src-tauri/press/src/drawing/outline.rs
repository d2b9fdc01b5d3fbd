//! An outline: a path of moves, lines and curves in absolute coordinates, kept as it was written once it was checked.
//! Only `M`, `L`, `Q`, `C` and `Z` with plain numbers pass, so that it can stand in a picture as it is.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use specta::Type;

/// No coordinate lies farther out.
const FARTHEST: f64 = 1e7;

#[derive(Debug, Clone, PartialEq, Type)]
pub struct Outline(#[specta(type = String)] Box<str>);

/// What part of the height something takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Span {
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Span {
    pub(super) const NOTHING: Self = Self {
        top: f64::INFINITY,
        bottom: f64::NEG_INFINITY,
    };

    pub(super) fn take(&mut self, y: f64) {
        self.top = self.top.min(y);
        self.bottom = self.bottom.max(y);
    }

    pub(super) fn wider(self, by: f64) -> Self {
        Self {
            top: self.top - by,
            bottom: self.bottom + by,
        }
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.top <= other.bottom && self.bottom >= other.top
    }
}

impl Outline {
    /// Reads an outline; `None` when it is not one.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut at = 0;
        let mut begun = false;
        while at < text.len() {
            let (step, after) = step(text, at)?;
            begun |= step.letter == b'M';
            if !begun {
                return None;
            }
            at = after;
        }
        begun.then(|| Self(text.into()))
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }

    pub(super) fn span(&self) -> Span {
        span(&self.0)
    }

    /// Its parts, each from one move to the next.
    pub(super) fn parts(&self) -> impl Iterator<Item = &str> {
        let text = &self.0;
        let starts = text.match_indices('M').map(|(at, _)| at);
        let ends = text
            .match_indices('M')
            .skip(1)
            .map(|(at, _)| at)
            .chain([text.len()]);
        starts.zip(ends).filter_map(|(from, to)| text.get(from..to))
    }
}

/// Tells the steps of a checked outline, each by its letter with its numbers.
pub(super) fn steps(text: &str, mut told: impl FnMut(u8, [f64; 6])) {
    let mut at = 0;
    while let Some((step, after)) = step(text, at) {
        told(step.letter, step.numbers);
        at = after;
    }
}

/// The part of the height that a checked outline can reach: that of its points, within which its curves stay.
pub(super) fn span(text: &str) -> Span {
    let mut span = Span::NOTHING;
    let mut at = 0;
    while let Some((step, after)) = step(text, at) {
        step.heights(&mut span);
        at = after;
        if at >= text.len() {
            break;
        }
    }
    span
}

struct Step {
    letter: u8,
    numbers: [f64; 6],
}

impl Step {
    fn heights(&self, span: &mut Span) {
        for pair in self.numbers.chunks_exact(2).take(count(self.letter) / 2) {
            if let [_, y] = pair {
                span.take(*y);
            }
        }
    }
}

fn count(letter: u8) -> usize {
    match letter {
        b'M' | b'L' => 2,
        b'Q' => 4,
        b'C' => 6,
        _ => 0,
    }
}

/// The step that begins at a place, and where the next one does.
fn step(text: &str, at: usize) -> Option<(Step, usize)> {
    let bytes = text.as_bytes();
    let letter = *bytes.get(at)?;
    if !matches!(letter, b'M' | b'L' | b'Q' | b'C' | b'Z') {
        return None;
    }
    let mut at = at + 1;
    let mut numbers = [0.0; 6];
    for number in numbers.iter_mut().take(count(letter)) {
        if bytes.get(at) == Some(&b' ') {
            at += 1;
        }
        let from = at;
        while bytes
            .get(at)
            .is_some_and(|it| it.is_ascii_digit() || *it == b'.' || (*it == b'-' && at == from))
        {
            at += 1;
        }
        *number = text.get(from..at)?.parse().ok()?;
        if f64::abs(*number) > FARTHEST {
            return None;
        }
    }
    Some((Step { letter, numbers }, at))
}

impl Serialize for Outline {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Outline {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(from)?;
        Self::read(&text).ok_or_else(|| serde::de::Error::custom("not an outline"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn an_outline_is_moves_lines_and_curves() {
        let outline = Outline::read("M0 1L10-5C1 2 3 4 5.5 60Q1 1 2 2ZM7 8").unwrap();
        assert_eq!(
            outline.span(),
            Span {
                top: -5.0,
                bottom: 60.0
            }
        );
        let parts: Vec<_> = outline.parts().collect();
        assert_eq!(parts, ["M0 1L10-5C1 2 3 4 5.5 60Q1 1 2 2Z", "M7 8"]);
    }

    #[test]
    fn nothing_else_passes() {
        for text in [
            "",
            "L1 1",
            "M1",
            "M1 2 3",
            "M1 2l3 4",
            "M1e9 2",
            "M99999999 2",
            "MNaN 2",
            "M1 2\"/><script>",
            "M1 2A1 1 0 0 0 1 1",
            "M1..2 3",
            "M- 3",
            "M1 2é",
        ] {
            assert!(Outline::read(text).is_none(), "{text}");
        }
    }
}
