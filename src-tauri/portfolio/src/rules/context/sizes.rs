//! How large an element is among its like, no finer than rules tell it. Told beforehand for all, so that whoever asks is
//! judged again when the answer turns and not whenever a sum changes.

use super::sums::{ACTIVE_BUDGET, BUDGETS, OBJECTIVES, WEIGHT};
use super::{Context, is_active, known_budget, reads};
use crate::model::{Detail, Element};
use rust_decimal::prelude::ToPrimitive;

/// From this share of strategic weight or of active budget on, what is at stake raises a severity (ours).
const LARGE_SHARE: f64 = 0.10;
/// And only what carries so many times the equal share of its kind (ours): of eight objectives alike none stands out.
const LARGE_TIMES: f64 = 1.5;

/// How large an element is among its like.
#[derive(Debug, Default, Clone, Copy, PartialEq)]
pub(in crate::rules) struct Size {
    /// It carries so much weight or active budget that its faults weigh more.
    is_large: bool,
    /// Its share of the active budget in whole percent, or half a percent for anything below one.
    percent: Option<f64>,
}

/// Whether a change of these sums can make elements larger or smaller that say what they said.
pub(in crate::rules) fn are_sized_by(mark: u32) -> bool {
    [&ACTIVE_BUDGET, &BUDGETS, &OBJECTIVES, &WEIGHT]
        .iter()
        .any(|it| reads::sum(it.place) == mark)
}

impl Context<'_> {
    /// Whether the faults of an element weigh more, for the weight or the active budget that it carries.
    #[must_use]
    pub fn is_large(&self, element: &Element) -> bool {
        let number = self.number.get(element.id.as_str());
        number.is_some_and(|n| self.size(*n).is_large)
    }

    /// Share of an open initiative in the active budget of its currency as texts give it: in whole percent, and
    /// anything below one as half a percent. From 0 to 1.
    #[must_use]
    pub fn told_share(&self, number: usize) -> Option<f64> {
        Some(self.size(number).percent? / 100.0)
    }

    fn size(&self, number: usize) -> Size {
        self.see(number);
        match self.sizes.get() {
            Some(sizes) => sizes[number],
            None => self.size_now(number),
        }
    }

    /// As they are to be asked of the context from now on, by number.
    pub(in crate::rules) fn set_sizes(&mut self, sizes: Vec<Size>) {
        self.sizes = sizes.into();
    }

    /// The size by the sums of now.
    pub(in crate::rules) fn size_now(&self, number: usize) -> Size {
        let element = self.elements[number];
        match &element.detail {
            Detail::Objective(_) => {
                let share = self.weight(element).map(|it| it / self.strategic_weight());
                Size {
                    is_large: self.stands_out(share, &OBJECTIVES, "weighted"),
                    percent: None,
                }
            }
            Detail::Initiative(it) if is_active(it) => {
                let money = known_budget(it);
                let share = money.and_then(|it| self.budget_share(it));
                let name = money.map_or("", |it| it.currency.as_str());
                Size {
                    is_large: self.stands_out(share, &BUDGETS, name),
                    percent: share.map(whole_percent),
                }
            }
            _ => Size::default(),
        }
    }

    fn stands_out(&self, share: Option<f64>, count: &super::Sum, name: &str) -> bool {
        share.is_some_and(|share| {
            let all = self.sum_of(count, name).to_f64().unwrap_or_default();
            share >= LARGE_SHARE && share * all >= LARGE_TIMES
        })
    }
}

fn whole_percent(share: f64) -> f64 {
    let percent = share * 100.0;
    if percent > 0.0 && percent < 1.0 {
        return 0.5;
    }
    percent.round()
}
