//! How active money and strategic weight are distributed over the priorities.

use crate::model::{Currency, ElementKind, LinkDetail, Maybe, Money, Reason};
use crate::rules::Context;
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use std::collections::{BTreeMap, BTreeSet};

/// What one priority has.
pub(super) struct Lot<'a> {
    pub(super) priority: usize,
    pub(super) money: f64,
    pub(super) weight: f64,
    /// The work that pays for it, the largest amount first.
    pub(super) parts: Vec<(usize, f64)>,
    /// Its objectives without a weight.
    pub(super) unweighted: Vec<usize>,
    /// Active work that leads to it and whose budget is not known, or not known in this currency.
    pub(super) unpriced: Vec<usize>,
    currency: &'a Currency,
}

impl Lot<'_> {
    pub(super) fn money_of(&self, amount: f64) -> Money {
        Money {
            amount: Decimal::from_f64(amount).unwrap_or_default().round_dp(2),
            currency: self.currency.clone(),
        }
    }

    pub(super) fn sum(&self) -> Money {
        self.money_of(self.money)
    }
}

/// The lots of all priorities; none while there is no money or no weight to compare.
pub(super) fn lots<'a>(ctx: &Context<'a>) -> Vec<Lot<'a>> {
    let priorities: Vec<usize> = ctx.of_kind(ElementKind::Priority).map(|it| it.0).collect();
    let Some(currency) = currency(ctx).filter(|_| !priorities.is_empty()) else {
        return Vec::new();
    };
    let mut lots: BTreeMap<usize, Lot<'a>> = priorities
        .into_iter()
        .map(|priority| {
            let lot = Lot {
                priority,
                money: 0.0,
                weight: 0.0,
                parts: Vec::new(),
                unweighted: Vec::new(),
                unpriced: Vec::new(),
                currency,
            };
            (priority, lot)
        })
        .collect();
    for (n, objective) in ctx.of_kind(ElementKind::Objective) {
        let reached = ctx.above_of_kind(n, ElementKind::Priority);
        let weight = ctx.weight(objective);
        let known = objective.weight().is_some();
        for priority in &reached {
            if let Some(lot) = lots.get_mut(priority) {
                lot.weight += weight.unwrap_or_default() / count(reached.len());
                lot.unweighted.extend((!known).then_some(n));
            }
        }
    }
    for (n, ..) in ctx.active() {
        pay(ctx, n, currency, &mut lots);
    }
    let mut lots: Vec<Lot<'a>> = lots.into_values().collect();
    for lot in &mut lots {
        lot.parts
            .sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    }
    lots
}

/// The currency of the portfolio, else the one in which most active work is paid.
fn currency<'a>(ctx: &Context<'a>) -> Option<&'a Currency> {
    let mut counts: BTreeMap<&'a Currency, usize> = BTreeMap::new();
    for (n, ..) in ctx.active() {
        if let Some(budget) = ctx.budget(n) {
            *counts.entry(&budget.currency).or_default() += 1;
        }
    }
    // Of equal counts the first in the order of the codes.
    let most = counts.iter().max_by(|a, b| a.1.cmp(b.1).then(b.0.cmp(a.0)));
    let most = most.map(|(currency, _)| *currency)?;
    Some(ctx.settings().currency.as_ref().unwrap_or(most))
}

/// Hands the budget of active work out to the priorities it leads to. What a budgeted whole holds already is not
/// handed out again.
fn pay(ctx: &Context<'_>, number: usize, currency: &Currency, lots: &mut BTreeMap<usize, Lot<'_>>) {
    let shares = shares(ctx, number);
    let budget = ctx.budget(number);
    let inside = ctx.wholes(number).any(|it| ctx.budget(it).is_some());
    if shares.is_empty() || inside {
        return;
    }
    let amount = budget.and_then(|it| ctx.worth_in(it, currency)?.to_f64());
    for (priority, share) in shares {
        let Some(lot) = lots.get_mut(&priority) else {
            continue;
        };
        match amount {
            Some(amount) => {
                lot.money += amount * share;
                lot.parts.push((number, amount * share));
            }
            None if budget.is_none() && needs_none(ctx, number) => {}
            None => lot.unpriced.push(number),
        }
    }
}

/// Work whose budget is zero or not required is priced: at nothing.
fn needs_none(ctx: &Context<'_>, number: usize) -> bool {
    match ctx
        .active_initiative(number)
        .and_then(|it| it.budget.as_ref())
    {
        Some(Maybe::Known(_)) => true,
        Some(Maybe::Missing(gap)) => gap.reason == Reason::NotRequired,
        None => false,
    }
}

/// The share of work that goes to each priority: along its contributions by their shares of effort, those without one
/// taking equal parts of the rest; where none gives a share, equally over all priorities that it or its parts reach.
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
