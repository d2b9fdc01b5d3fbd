//! How active money and strategic weight are distributed over the priorities.

use crate::model::{Currency, ElementKind, Maybe, Money, Reason};
use crate::rules::Context;
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use std::collections::BTreeMap;

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
    let shares = ctx.allotted(number);
    let budget = ctx.budget(number);
    let inside = ctx.wholes(number).any(|it| ctx.budget(it).is_some());
    if shares.is_empty() || inside {
        return;
    }
    let amount = budget.and_then(|it| ctx.worth_in(it, currency)?.to_f64());
    for (priority, share) in shares.iter() {
        let Some(lot) = lots.get_mut(priority) else {
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

#[expect(clippy::cast_precision_loss, reason = "a portfolio has few priorities")]
fn count(of: usize) -> f64 {
    of as f64
}
