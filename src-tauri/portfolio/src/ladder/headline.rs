//! The two bars: strategic weight and active budget by level, with what cannot be told as a width of its own.
//!
//! Importance and money weigh, counts of objects never do. An objective without points and work without a budget have no
//! width; they stand beside the bar by name. Money goes with the level of the objective that it first comes to, and with
//! *linked* at most where no sound path leads there: spending is not proven by a line to something that is.

use super::flow::{Flow, astray, money};
use super::level::{ObjectiveScore, Rung};
use super::reach::Reaches;
use crate::model::{Currency, ElementId, Money};
use crate::rules::Context;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeSet;

/// One level of a bar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename = "ScoreSegment")]
pub struct Segment {
    /// `None` for what cannot be told.
    pub level: Option<Rung>,
    /// 0 to 1.
    pub share: f64,
    /// Whole percent; those of a bar add up to 100.
    pub percent: u32,
    pub amount: Option<Money>,
    /// The objectives or initiatives behind it.
    pub elements: Vec<ElementId>,
}

/// A whole by level, the lowest first and the unknown last. Every level has its segment, however small.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename = "ScoreBar")]
pub struct Bar {
    /// The active budget of one currency; `None` for the bar of strategic weight.
    pub total: Option<Money>,
    pub segments: Vec<Segment>,
    /// Objectives without points or work without a budget: they have no width.
    pub without_width: Vec<ElementId>,
}

/// What is added up for a bar before it is rounded.
#[derive(Default)]
struct Pile {
    widths: [f64; 7],
    elements: [BTreeSet<ElementId>; 7],
}

impl Pile {
    fn add(&mut self, level: Option<Rung>, width: f64, element: &ElementId) {
        let place = level.map_or(6, |it| usize::from(it.number()));
        self.widths[place] += width;
        self.elements[place].insert(element.clone());
    }

    fn bar(self, total: Option<Money>, without_width: Vec<ElementId>) -> Bar {
        let whole: f64 = self.widths.iter().sum();
        let shares = self
            .widths
            .map(|it| if whole > 0.0 { it / whole } else { 0.0 });
        let levels = Rung::ALL.into_iter().map(Some).chain([None]);
        let currency = total.as_ref().map(|it| it.currency.clone());
        let segments = levels
            .zip(shares)
            .zip(percents(&shares))
            .zip(self.widths)
            .zip(self.elements)
            .map(|((((level, share), percent), width), elements)| Segment {
                level,
                share,
                percent,
                amount: currency.as_ref().map(|it| money(width, it)),
                elements: elements.into_iter().collect(),
            })
            .collect();
        Bar {
            total,
            segments,
            without_width,
        }
    }
}

impl Bar {
    /// The segment of a level, or of what cannot be told.
    #[must_use]
    pub fn segment(&self, level: Option<Rung>) -> Option<&Segment> {
        self.segments.iter().find(|it| it.level == level)
    }
}

/// Strategic weight by level.
pub(super) fn by_weight(objectives: &[ObjectiveScore]) -> Bar {
    let mut pile = Pile::default();
    let mut without = Vec::new();
    for it in objectives {
        match it.weight {
            Some(weight) => pile.add(it.level, weight, &it.objective.id),
            None => without.push(it.objective.id.clone()),
        }
    }
    pile.bar(None, without)
}

/// Active budget by level, a bar for each currency; unknown budgets stand beside the first, or alone.
pub(super) fn by_money(
    ctx: &Context<'_>,
    reaches: &Reaches,
    flow: &Flow<'_>,
    objectives: &[ObjectiveScore],
) -> Vec<Bar> {
    let mut unbudgeted: Vec<ElementId> = flow
        .unbudgeted
        .iter()
        .map(|n| ctx.element(*n).id.clone())
        .collect();
    let mut bars = Vec::new();
    for (code, total) in &flow.totals {
        let mut pile = Pile::default();
        for parcel in flow.parcels.iter().filter(|it| it.currency == *code) {
            let id = &ctx.element(parcel.from).id;
            if parcel.untold {
                pile.add(None, parcel.amount, id);
                continue;
            }
            let all = reaches.from(parcel.from);
            for reach in all.iter().filter(|it| it.first > 0.0) {
                let goal = &objectives[reach.goal];
                let level = if reach.full.is_some() {
                    goal.level
                } else {
                    // Whatever the objective is, this money is no more than linked to it.
                    let most = |it: Rung| it.min(Rung::Linked);
                    (most(goal.floor) == most(goal.ceiling)).then(|| most(goal.floor))
                };
                pile.add(level, parcel.amount * reach.first, id);
            }
            let astray = astray(all);
            if astray > 0.0 {
                pile.add(Some(Rung::Unlinked), parcel.amount * astray, id);
            }
        }
        let Some(currency) = Currency::parse(code) else {
            continue;
        };
        let total = Money {
            amount: *total,
            currency,
        };
        bars.push(pile.bar(Some(total), std::mem::take(&mut unbudgeted)));
    }
    if !unbudgeted.is_empty() {
        bars.push(Pile::default().bar(None, unbudgeted));
    }
    bars
}

/// Shares of a whole as whole percent that add up to 100: rounded down, and what is left to the largest remainders, the
/// earlier first. All zero stays all zero.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share is between nought and one"
)]
pub fn percents(shares: &[f64]) -> Vec<u32> {
    let points: Vec<f64> = shares.iter().map(|it| it.max(0.0) * 100.0).collect();
    // A hair below a whole number is that number.
    let mut whole: Vec<u32> = points.iter().map(|it| (it + 1e-9).floor() as u32).collect();
    if points.iter().sum::<f64>() < 1.0 {
        return whole;
    }
    let rest = |at: &usize| points[*at] - f64::from(whole[*at]);
    let mut order: Vec<usize> = (0..points.len()).collect();
    order.sort_by(|a, b| rest(b).total_cmp(&rest(a)).then(a.cmp(b)));
    let missing = 100_u32.saturating_sub(whole.iter().sum());
    for at in order.into_iter().take(missing as usize) {
        whole[at] += 1;
    }
    whole
}

/// The share of a total that an amount is.
pub(super) fn share_of(amount: &Money, total: &Money) -> f64 {
    let share = amount.amount.checked_div(total.amount);
    share.and_then(|it| it.to_f64()).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::percents;

    #[test]
    fn whole_percents_add_up_and_the_largest_remainders_get_what_is_left() {
        assert_eq!(percents(&[1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0]), [34, 33, 33]);
        assert_eq!(percents(&[0.275, 0.305, 0.42]), [28, 30, 42]);
        assert_eq!(percents(&[0.0, 1.0]), [0, 100]);
        assert_eq!(percents(&[0.0, 0.0]), [0, 0]);
    }

    #[test]
    fn a_whole_number_that_is_not_quite_one_in_binary_stays_one() {
        assert_eq!(percents(&[0.29, 0.57, 0.14]), [29, 57, 14]);
    }
}
