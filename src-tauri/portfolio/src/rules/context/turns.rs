//! What the portfolio as a whole is or is not, told by its sums: whether it has an objective at all, whether nearly
//! nobody writes why. While such a thing holds a rule says it once instead of row by row. Whoever asks is judged again
//! when the answer turns, not whenever a sum changes.

use super::{Context, Sums, reads};
use crate::model::Settings;
use crate::rules::rule::Threshold;

/// A yes or no about the whole.
#[derive(Debug)]
pub(in crate::rules) struct Turn {
    /// Its place in [`TURNS`].
    pub(in crate::rules) place: usize,
    pub(in crate::rules) holds: fn(&Sums, &Settings) -> bool,
}

/// Every turn; its place in the list is its number.
pub(in crate::rules) const TURNS: &[&Turn] = &[
    &crate::rules::visible::orphan_initiative::NO_OBJECTIVE,
    &crate::rules::why::no_why::HARDLY_ANY_WHY,
    &crate::rules::ground::silent::MOSTLY_UNDATED,
    &crate::rules::ground::silent::MOSTLY_SILENT,
];

impl Context<'_> {
    pub(in crate::rules) fn turned(&self, turn: &Turn) -> bool {
        self.reads.see(reads::turn(turn.place));
        (turn.holds)(&self.sums, self.settings())
    }
}

/// The value of a threshold as the portfolio sets it for a rule, or as it is by default.
pub(in crate::rules) fn set_for(settings: &Settings, code: &str, threshold: &Threshold) -> f64 {
    let own = settings.rules.get(code);
    own.and_then(|it| it.parameters.get(threshold.name))
        .copied()
        .unwrap_or(threshold.value)
}
