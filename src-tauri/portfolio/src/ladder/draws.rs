//! The one figure, if one is demanded: the share of strategic weight that is at least measured, with how far it moves when
//! weights and confidences are taken as roughly as people give them.
//!
//! In each of 1,000 draws every weight is multiplied by something between 0.75 and 1.25, and every confidence lies anywhere
//! in the range of its word, halfway to its neighbours on the scale. Only sufficiency depends on confidence, so nothing but
//! the sums of promises is made again. The draws are the same on every run.

use super::level::{Answer, Need, ObjectiveScore, Rung};
use super::stage::tidy;
use super::sufficiency::Sum;
use crate::model::{Confidence, LinkId};
use crate::rules::Context;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

pub const DRAWS: u32 = 1_000;
/// Half the width in which a weight is drawn.
const WEIGHT: f64 = 0.25;
/// Share of the draws that the interval leaves out at each end: nine in ten lie within.
const TAIL: f64 = 0.05;

/// The share of strategic weight that is at least measured.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Type)]
pub struct Measured {
    /// 0 to 1.
    pub share: f64,
    /// Nine in ten draws lie between these.
    pub low: f64,
    pub high: f64,
    /// The share of weight of which this cannot be told.
    pub unknown: f64,
    pub draws: u32,
}

/// An objective that is measured if what is promised is enough.
struct Held {
    weight: usize,
    /// For each indicator, what is promised as place of the link and share of what is left.
    sums: Vec<Vec<(usize, f64)>>,
}

/// `None` when no objective has a weight.
pub(super) fn measured(
    ctx: &Context<'_>,
    objectives: &[ObjectiveScore],
    sums: &[Vec<Sum<'_>>],
) -> Option<Measured> {
    let weighted = || objectives.iter().filter_map(|it| Some((it, it.weight?)));
    let total: f64 = weighted().map(|(_, weight)| weight).sum();
    if total <= 0.0 {
        return None;
    }
    let share = |held: &dyn Fn(&ObjectiveScore) -> bool| -> f64 {
        let some = weighted().filter(|(it, _)| held(it));
        tidy(some.map(|(_, weight)| weight).sum::<f64>() / total)
    };
    let point = share(&|it| it.floor >= Rung::Measured);
    let unknown = share(&|it| it.floor < Rung::Measured && it.ceiling >= Rung::Measured);

    let weights: Vec<f64> = weighted().map(|(_, weight)| weight).collect();
    let mut places: BTreeMap<&LinkId, usize> = BTreeMap::new();
    let mut ranges: Vec<(f64, f64)> = Vec::new();
    let mut held: Vec<Held> = Vec::new();
    let with_sums = objectives
        .iter()
        .zip(sums)
        .filter(|(it, _)| it.weight.is_some());
    for (weight, (objective, sums)) in with_sums.enumerate() {
        if objective.floor_if(Need::Sufficiency, Answer::Holds) < Rung::Measured {
            continue;
        }
        let open = sums.iter().filter(|it| !it.reached);
        let sums = open.map(|sum| {
            let terms = sum.terms.iter().map(|(link, middle, word)| {
                let place = *places.entry(link).or_insert_with(|| {
                    ranges.push(range(ctx, *word));
                    ranges.len() - 1
                });
                (place, *middle)
            });
            terms.collect()
        });
        held.push(Held {
            weight,
            sums: sums.collect(),
        });
    }
    let mut shares = draw(&weights, &ranges, &held);
    shares.sort_by(f64::total_cmp);
    let at = |share: f64| quantile(&shares, share);
    Some(Measured {
        share: point,
        low: at(TAIL).min(point),
        high: at(1.0 - TAIL).max(point),
        unknown,
        draws: DRAWS,
    })
}

fn draw(weights: &[f64], ranges: &[(f64, f64)], held: &[Held]) -> Vec<f64> {
    let mut dice = Dice(0x7468_7275); // The letters of the program's name.
    let mut confidence = vec![0.0; ranges.len()];
    let mut drawn = vec![0.0; weights.len()];
    (0..DRAWS)
        .map(|_| {
            for (to, weight) in drawn.iter_mut().zip(weights) {
                *to = weight * dice.between(1.0 - WEIGHT, 1.0 + WEIGHT);
            }
            for (to, (low, high)) in confidence.iter_mut().zip(ranges) {
                *to = dice.between(*low, *high);
            }
            let enough = |terms: &Vec<(usize, f64)>| {
                let sum: f64 = terms.iter().map(|(at, it)| confidence[*at] * it).sum();
                sum >= 1.0 - 1e-9
            };
            let measured = held.iter().filter(|it| it.sums.iter().all(enough));
            tidy(measured.map(|it| drawn[it.weight]).sum::<f64>() / drawn.iter().sum::<f64>())
        })
        .collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a place among a thousand"
)]
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    let place = (share * last as f64).round() as usize;
    sorted.get(place.min(last)).copied().unwrap_or(0.0)
}

/// What a word of confidence may mean: halfway to its neighbours, as far to the other side at the ends of the scale.
fn range(ctx: &Context<'_>, word: Confidence) -> (f64, f64) {
    use Confidence::{Certain, Doubtful, Guess, Likely, Plausible};
    let scale = [Guess, Doubtful, Plausible, Likely, Certain].map(|it| ctx.confidence(it));
    let at = word as usize;
    let own = scale[at];
    let below = at.checked_sub(1).map(|it| (own - scale[it]) / 2.0);
    let above = scale.get(at + 1).map(|it| (it - own) / 2.0);
    let down = below.or(above).unwrap_or(0.0);
    let up = above.or(below).unwrap_or(0.0);
    let (low, high) = (own - down, own + up);
    (low.min(high).clamp(0.0, 1.0), low.max(high).clamp(0.0, 1.0))
}

/// A small generator (SplitMix64): the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        it ^ (it >> 31)
    }

    #[expect(clippy::cast_precision_loss, reason = "53 bits are kept")]
    fn between(&mut self, low: f64, high: f64) -> f64 {
        let unit = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        low + (high - low) * unit
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::{Lang, Portfolio};

    #[test]
    fn the_generator_gives_the_numbers_that_it_is_known_for() {
        let mut dice = Dice(0);
        assert_eq!(
            [dice.next(), dice.next(), dice.next()],
            [
                0xE220_A839_7B1D_CDAF,
                0x6E78_9E6A_A1B9_65F4,
                0x06C4_5D18_8009_454F
            ]
        );
    }

    #[test]
    fn what_is_drawn_lies_between_its_ends_and_all_over() {
        let mut dice = Dice(7);
        let drawn: Vec<f64> = (0..10_000).map(|_| dice.between(0.75, 1.25)).collect();
        assert!(drawn.iter().all(|it| (0.75..1.25).contains(it)));
        let mean = drawn.iter().sum::<f64>() / 10_000.0;
        assert!((mean - 1.0).abs() < 0.01, "{mean}");
        assert!(drawn.iter().any(|it| *it < 0.76) && drawn.iter().any(|it| *it > 1.24));
    }

    #[test]
    fn a_quantile_is_a_place_in_the_order() {
        let sorted: Vec<f64> = (0..=100).map(f64::from).collect();
        assert_eq!(quantile(&sorted, 0.0), 0.0);
        assert_eq!(quantile(&sorted, 0.05), 5.0);
        assert_eq!(quantile(&sorted, 0.95), 95.0);
        assert_eq!(quantile(&sorted, 1.0), 100.0);
        assert_eq!(quantile(&[3.0], 0.5), 3.0);
        assert_eq!(quantile(&[], 0.5), 0.0);
    }

    #[test]
    fn a_word_of_confidence_means_halfway_to_its_neighbours() {
        let portfolio = Portfolio::default();
        let ctx = Context::new(&portfolio, "2026-11-22".parse().unwrap(), Lang::En);
        for (word, low, high) in [
            (Confidence::Guess, 0.0, 0.2),
            (Confidence::Doubtful, 0.2, 0.4),
            (Confidence::Plausible, 0.4, 0.6),
            (Confidence::Likely, 0.6, 0.8),
            (Confidence::Certain, 0.8, 1.0),
        ] {
            let (from, to) = range(&ctx, word);
            assert!((from - low).abs() < 1e-9, "{word:?} from {from}");
            assert!((to - high).abs() < 1e-9, "{word:?} to {to}");
        }
    }
}
