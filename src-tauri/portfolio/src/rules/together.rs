//! Initiatives that share one fault, for a rule that says it once of the portfolio: how many they are, what they spend,
//! and the largest by name.

use super::evidence::MOST_ROWS;
use super::report::{Verdict, row};
use super::words::{listed, money, quoted, say};
use super::{Context, Evidence};
use crate::model::{Currency, Money};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

pub(super) struct Together {
    /// The largest share of the active budget first.
    numbers: Vec<usize>,
    money: Vec<Money>,
}

impl Together {
    pub(super) fn of(ctx: &Context<'_>, mut numbers: Vec<usize>) -> Self {
        let share = |n: &usize| (*n, ctx.active_share(*n).unwrap_or_default());
        let shares: BTreeMap<usize, f64> = numbers.iter().map(share).collect();
        numbers.sort_by(|a, b| shares[b].total_cmp(&shares[a]).then(a.cmp(b)));
        let mut sums: BTreeMap<&Currency, Decimal> = BTreeMap::new();
        for n in &numbers {
            // What lies inside a whole that is told as well was counted with it.
            let inside = ctx
                .wholes(*n)
                .any(|it| shares.contains_key(&it) && ctx.budget(it).is_some());
            if let Some(budget) = ctx.budget(*n).filter(|_| !inside) {
                let sum = sums.entry(&budget.currency).or_default();
                *sum = sum.saturating_add(budget.amount);
            }
        }
        let money = sums.into_iter().map(|(currency, amount)| Money {
            amount,
            currency: currency.clone(),
        });
        Self {
            money: money.collect(),
            numbers,
        }
    }

    pub(super) fn count(&self) -> usize {
        self.numbers.len()
    }

    pub(super) fn numbers(&self) -> &[usize] {
        &self.numbers
    }

    pub(super) fn money(&self) -> &[Money] {
        &self.money
    }

    /// What they spend, each currency by itself; `None` when no budget is known.
    pub(super) fn spend(&self, ctx: &Context<'_>) -> Option<String> {
        let sums: Vec<String> = self.money.iter().map(|it| money(it, ctx.lang)).collect();
        (!sums.is_empty()).then(|| listed(&sums, ctx.lang))
    }

    /// The verdict with all of them named, the largest as evidence.
    pub(super) fn shown<'a>(&self, ctx: &Context<'a>, verdict: Verdict<'a>) -> Verdict<'a> {
        verdict
            .shows(self.rows(ctx))
            .relates(self.numbers.iter().map(|n| ctx.element(*n)))
            .stakes(self.money.iter().cloned())
    }

    fn rows(&self, ctx: &Context<'_>) -> Vec<Evidence> {
        let largest = self.numbers.iter().take(MOST_ROWS);
        largest
            .map(|n| {
                let element = ctx.element(*n);
                let name = quoted(&element.title, ctx.lang);
                let text = match ctx.budget(*n).map(|it| money(it, ctx.lang)) {
                    Some(sum) => say!(ctx, "{name}: {sum}", "{name} : {sum}"),
                    None => name,
                };
                row(text).of(element)
            })
            .collect()
    }
}
