//! How much a rule of one's own may take. Each bound is far above what a sensible rule needs and far below what
//! anybody would notice.

use std::time::Duration;

/// Deepest nesting of `all`, `exists`, `map` and `filter`. Two look at pairs; three would look at a thousand million
/// triples in a list of a thousand.
pub(super) const MOST_MACROS: usize = 2;

/// Deepest nesting of an expression as a tree: what is deeper was not written by a person.
pub(super) const MOST_DEPTH: usize = 100;

/// Deepest nesting of brackets, calls and conditions in the text, which the parser itself holds.
pub(super) const MOST_BRACKETS: u16 = 40;

/// Longest list that is shown to a rule. What is cut off is said in the finding.
pub(super) const LONGEST_LIST: usize = 1_000;

/// Steps that an expression may take on one element: an element of a list looked at is a step, and so are 64
/// characters of a text made. A rule over all neighbours of the largest element takes a few hundred.
pub(super) const STEPS_PER_ELEMENT: u32 = 20_000;

/// Steps that a rule may take over the whole portfolio. The same on every machine, so that a rule is not on here and
/// off there.
pub(super) const STEPS_IN_ALL: u64 = 4_000_000;

/// Longest text that an expression may make, in bytes.
pub(super) const LONGEST_TEXT: usize = 10_000;

/// Most rows of evidence that are taken from a list, and the longest of them in characters.
pub(super) const MOST_EVIDENCE: usize = 6;
pub(super) const LONGEST_EVIDENCE: usize = 300;

/// Memory that a pattern may take once it is read, in bytes. Patterns are matched in time linear in the text.
pub(super) const LARGEST_PATTERN: usize = 200_000;

/// Time that one rule may take for one run over the portfolio; looked at before every list that is walked through.
/// The steps come first on any usual machine; this is for a machine that is not. A program built for debugging is
/// ten times slower.
pub(super) const DEADLINE: Duration =
    Duration::from_millis(if cfg!(debug_assertions) { 2_000 } else { 200 });

/// How long beyond the deadline a worker is waited for before it is given up, in case something that we do not know
/// of does not end.
pub(super) const GRACE: Duration = Duration::from_millis(if cfg!(debug_assertions) {
    10_000
} else {
    1_000
});

/// Stack of the worker. The parser takes up to 8 MB for the deepest text of the longest length when built for
/// debugging; memory that is not touched costs nothing.
pub(super) const STACK: usize = 32 << 20;

/// Findings that a preview shows.
pub(super) const PREVIEWED: usize = 20;
