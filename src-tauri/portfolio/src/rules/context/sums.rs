//! Sums over the whole portfolio, kept part by part: after an edit only the parts of what changed are made again.
//! A verdict that reads a sum is judged again only when its value has changed.

use super::turns::TURNS;
use super::{Context, reads};
use crate::model::{Currency, ElementKind, Initiative, Maybe, Money, Settings};
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use std::collections::BTreeMap;

/// What an element adds to a sum: under which name (a currency code, or a word of the rule), and how much.
pub(in crate::rules) type Part<'a> = Option<(&'a str, Decimal)>;

/// A sum over all elements.
#[derive(Debug)]
pub(in crate::rules) struct Sum {
    /// Its place in [`SUMS`].
    pub(in crate::rules) place: usize,
    /// What one element adds.
    pub(in crate::rules) part: for<'a> fn(&Context<'a>, usize) -> Part<'a>,
}

/// Budgets of open initiatives by currency, a part inside a budgeted whole counted once.
pub(in crate::rules) const ACTIVE_BUDGET: Sum = Sum {
    place: 0,
    part: active_budget,
};

/// Points of all objectives.
pub(super) const WEIGHT: Sum = Sum {
    place: 1,
    part: |ctx, n| {
        let weight = ctx.weight(ctx.element(n))?;
        Some(("points", Decimal::from_f64(weight)?))
    },
};

/// How many objectives there are, with points and without.
pub(in crate::rules) const OBJECTIVES: Sum = Sum {
    place: 4,
    part: |ctx, n| {
        let weighted = ctx.weight(ctx.element(n)).is_some();
        let name = if weighted { "weighted" } else { "unweighted" };
        (ctx.kind(n) == ElementKind::Objective).then_some((name, Decimal::ONE))
    },
};

/// How many budgets [`ACTIVE_BUDGET`] is made of, by currency.
pub(super) const BUDGETS: Sum = Sum {
    place: 5,
    part: |ctx, n| active_budget(ctx, n).map(|(currency, _)| (currency, Decimal::ONE)),
};

/// Every sum; its place in the list is its number.
pub(in crate::rules) const SUMS: &[&Sum] = &[
    &ACTIVE_BUDGET,
    &WEIGHT,
    &crate::rules::visible::orphan_initiative::ORPHANS,
    &crate::rules::why::mandatory_without_reference::MANDATORY,
    &OBJECTIVES,
    &BUDGETS,
    &crate::rules::why::no_why::WHYS,
    &crate::rules::ground::silent::SIGNS,
];

fn active_budget<'a>(ctx: &Context<'a>, number: usize) -> Part<'a> {
    ctx.active_initiative(number)?;
    ctx.own_budget(number)
}

pub(in crate::rules) fn known_budget(initiative: &Initiative) -> Option<&Money> {
    initiative
        .budget
        .as_ref()
        .and_then(Maybe::known)
        .filter(|money| money.amount > Decimal::ZERO)
}

/// The values of all sums.
#[derive(Debug, Default, Clone, PartialEq)]
pub(in crate::rules) struct Sums(Vec<BTreeMap<String, Decimal>>);

impl Sums {
    /// Adds up the parts of all elements that are not archived.
    pub(super) fn of(ctx: &Context<'_>) -> Self {
        let mut sums = Self::default();
        for n in 0..ctx.len() {
            for sum in SUMS {
                if ctx.elements[n].archived.is_none() {
                    sums.add(sum.place, (sum.part)(ctx, n));
                }
            }
        }
        sums
    }

    pub(in crate::rules) fn add(&mut self, place: usize, part: Part<'_>) {
        self.0.resize(SUMS.len(), BTreeMap::new());
        if let Some((name, amount)) = part {
            match self.0[place].get_mut(name) {
                Some(sum) => *sum = sum.saturating_add(amount),
                None => drop(self.0[place].insert(name.to_owned(), amount)),
            }
        }
    }

    /// The marks of what differs: of sums, and of what turns with them.
    pub(in crate::rules) fn changed<'s>(
        &'s self,
        other: &'s Self,
        settings: &'s Settings,
    ) -> impl Iterator<Item = u32> + 's {
        let sums = (0..SUMS.len()).filter(|place| self.0.get(*place) != other.0.get(*place));
        let turns = TURNS
            .iter()
            .filter(|it| (it.holds)(self, settings) != (it.holds)(other, settings));
        sums.map(reads::sum)
            .chain(turns.map(|it| reads::turn(it.place)))
    }

    /// What a sum is under one name; zero when nothing was added.
    pub(in crate::rules) fn of_name(&self, sum: &Sum, name: &str) -> Decimal {
        let values = self.0.get(sum.place);
        values
            .and_then(|it| it.get(name))
            .copied()
            .unwrap_or_default()
    }

    /// Whether a count is at least so many, and so many percent of it and the others.
    pub(in crate::rules) fn is_most(
        &self,
        sum: &Sum,
        one: &str,
        others: &[&str],
        fewest: f64,
        percent: f64,
    ) -> bool {
        let count = |name: &str| self.of_name(sum, name).to_f64().unwrap_or_default();
        let one = count(one);
        let other: f64 = others.iter().map(|it| count(it)).sum();
        one > 0.0 && one >= fewest && one * 100.0 >= percent * (one + other)
    }
}

impl<'a> Context<'a> {
    /// The amounts of a sum by name.
    pub(in crate::rules) fn sum(&self, sum: &Sum) -> impl Iterator<Item = (&str, Decimal)> + '_ {
        self.reads.see(reads::sum(sum.place));
        let values = self.sums.0.get(sum.place).into_iter().flatten();
        values.map(|(name, amount)| (name.as_str(), *amount))
    }

    /// What a sum is under one name; zero when nothing was added.
    #[must_use]
    pub(in crate::rules) fn sum_of(&self, sum: &Sum, name: &str) -> Decimal {
        self.reads.see(reads::sum(sum.place));
        self.sums.of_name(sum, name)
    }

    /// Active budget by currency.
    pub fn active_budget(&self) -> impl Iterator<Item = (&str, Decimal)> + '_ {
        self.sum(&ACTIVE_BUDGET)
    }

    /// The budget of an initiative that no whole around it holds already, as a part of a sum.
    #[must_use]
    pub fn own_budget(&self, number: usize) -> Part<'a> {
        let money = self.budget(number)?;
        let inside = self
            .wholes(number)
            .any(|whole| self.budget(whole).is_some());
        (!inside).then(|| (money.currency.as_str(), money.amount))
    }

    /// What an amount is worth in a currency, by the rate that the portfolio declares for the two; `None` without one.
    #[must_use]
    pub fn worth_in(&self, money: &Money, currency: &Currency) -> Option<Decimal> {
        if money.currency == *currency {
            return Some(money.amount);
        }
        let rates = &self.settings().rates;
        let pair = |from: &Currency, to: &Currency| {
            let rate = rates.iter().find(|it| it.from == *from && it.to == *to);
            rate.map(|it| it.rate)
        };
        match pair(&money.currency, currency) {
            Some(rate) => money.amount.checked_mul(rate),
            None => money.amount.checked_div(pair(currency, &money.currency)?),
        }
    }

    /// Share of an amount in the active budget of its currency, 0 to 1.
    #[must_use]
    pub fn budget_share(&self, money: &Money) -> Option<f64> {
        let total = self.sum_of(&ACTIVE_BUDGET, money.currency.as_str());
        money.amount.checked_div(total)?.to_f64()
    }

    /// Share of an open initiative in the active budget of its currency, 0 to 1.
    #[must_use]
    pub fn active_share(&self, number: usize) -> Option<f64> {
        self.active_initiative(number)
            .and_then(known_budget)
            .and_then(|money| self.budget_share(money))
    }

    /// Points of all objectives together.
    #[must_use]
    pub fn strategic_weight(&self) -> f64 {
        self.sum_of(&WEIGHT, "points").to_f64().unwrap_or_default()
    }
}
