//! Where work goes: the share of it for each priority.

use super::Context;
use crate::model::{ElementKind, LinkDetail};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

impl Context<'_> {
    /// The share of work that goes to each priority, 0 to 1, in the order of their numbers: along its contributions by
    /// their shares of effort, those without one taking equal parts of the rest; where none gives a share, equally over
    /// all priorities that it or its parts reach.
    pub(in crate::rules) fn allotted(&self, number: usize) -> Arc<Vec<(usize, f64)>> {
        self.facts.allotted.get(number, &self.reads, || {
            shares(self, number).into_iter().collect()
        })
    }
}

fn shares(ctx: &Context<'_>, number: usize) -> BTreeMap<usize, f64> {
    let priorities = |n: usize| -> BTreeSet<usize> {
        let itself = (ctx.kind(n) == ElementKind::Priority).then_some(n);
        let above = ctx.above_of_kind(n, ElementKind::Priority);
        above.into_iter().chain(itself).collect()
    };
    let given = |link: &crate::model::Link| match &link.detail {
        LinkDetail::Contribution(it) => it.share,
        _ => None,
    };
    let steps: Vec<_> = ctx.contributions_up(number).collect();
    let told: f64 = steps.iter().filter_map(|it| given(it.link)).sum();
    let silent = steps.iter().filter(|it| given(it.link).is_none()).count();
    let mut found: BTreeMap<usize, f64> = BTreeMap::new();
    let mut spread = |to: BTreeSet<usize>, share: f64| {
        let each = share / count(to.len().max(1));
        for priority in to {
            *found.entry(priority).or_default() += each;
        }
    };
    if told > 0.0 {
        let rest = (1.0 - told).max(0.0) / count(silent.max(1));
        for step in &steps {
            let share = given(step.link).unwrap_or(rest);
            spread(priorities(step.to), share / told.max(1.0));
        }
    } else {
        let own = std::iter::once(number).chain(ctx.parts(number));
        spread(own.flat_map(priorities).collect(), 1.0);
    }
    found.retain(|_, share| *share > 0.0);
    found
}

#[expect(clippy::cast_precision_loss, reason = "a portfolio has few priorities")]
fn count(of: usize) -> f64 {
    of as f64
}
