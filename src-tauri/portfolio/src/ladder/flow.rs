//! Money on its way: how much of the active budget plausibly reaches which objective, and how much leaks.
//!
//! The flow to o is Σ over initiatives of budget × share(i, o) × f(i, o). What is left of the budget leaks: through doubt
//! and weakness of the links, or because nothing leads to an objective. Where a strength or a confidence is not said the
//! flow lies between two amounts, and the difference is shown as unknown. Splitting or merging initiatives changes
//! nothing, because the flow is a sum over budgets. Amounts are estimates and added as such; budgets stay exact.

use super::reach::{Reach, Reaches};
use super::ways::Ways;
use crate::model::{Currency, ElementId, Maybe, Money};
use crate::rules::Context;
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// Half a cent: less is the noise of binary sums.
const NOTHING: f64 = 0.005;

/// What one initiative sends to one objective.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename = "MoneyStream")]
pub struct Stream {
    pub initiative: ElementId,
    /// The part of its budget that is meant for the objective.
    pub meant: Money,
    /// f: what of it plausibly arrives, 0 to 1; a range where a strength or a confidence is not said.
    pub low: f64,
    pub high: f64,
}

/// Money on its way to one objective, in one currency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Inflow {
    /// The parts of budgets that are meant for the objective.
    pub meant: Money,
    /// What of it plausibly arrives, with what is said and with the most that is not said.
    pub low: Money,
    pub high: Money,
    /// The largest first.
    pub streams: Vec<Stream>,
}

/// The active budget of one currency: where it goes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Spend {
    /// All active budgets, a part inside a budgeted whole counted once.
    pub total: Money,
    /// What plausibly reaches an objective, with what is said.
    pub reaches: Money,
    /// What may reach one, for all that is not said.
    pub unknown: Money,
    /// What certainly does not.
    pub leaks: Money,
    /// What of it has no way to any objective.
    pub nowhere: Money,
    /// The initiatives that spend what has no way.
    pub nowhere_by: Vec<ElementId>,
}

/// A part of a budget on its way from the work that spends it.
#[derive(Debug, Clone)]
pub(super) struct Parcel<'a> {
    pub(super) from: usize,
    pub(super) currency: &'a str,
    pub(super) amount: f64,
    /// It goes through parts of which nobody says what each costs: it cannot be told where it comes.
    pub(super) untold: bool,
}

/// What one initiative sends to one objective, before it is told.
#[derive(Debug, Clone, Copy)]
struct Sent {
    meant: f64,
    low: f64,
    high: f64,
}

/// All money of active work.
#[derive(Debug)]
pub(super) struct Flow<'a> {
    pub(super) parcels: Vec<Parcel<'a>>,
    /// Active budgets by currency, exact.
    pub(super) totals: BTreeMap<&'a str, Decimal>,
    /// Active work whose budget is not known and that no budgeted whole holds.
    pub(super) unbudgeted: Vec<usize>,
}

impl<'a> Flow<'a> {
    pub(super) fn of(ctx: &'a Context<'_>, ways: &Ways<'_>, reaches: &Reaches) -> Self {
        let mut flow = Self {
            parcels: Vec::new(),
            totals: BTreeMap::new(),
            unbudgeted: Vec::new(),
        };
        for (n, _, initiative) in ctx.active() {
            if let Some((currency, amount)) = ctx.own_budget(n) {
                *flow.totals.entry(currency).or_default() += amount;
                let amount = amount.to_f64().unwrap_or(0.0);
                let all = Parcel {
                    from: n,
                    currency,
                    amount,
                    untold: false,
                };
                flow.pay(ctx, ways, reaches, all);
                continue;
            }
            let untold = !matches!(initiative.budget, Some(Maybe::Known(_)));
            let inside = ctx.wholes(n).any(|it| ctx.budget(it).is_some());
            let parted = ways.parts(n).any(|it| ctx.budget(it).is_some());
            if untold && !inside && !parted {
                flow.unbudgeted.push(n);
            }
        }
        flow
    }

    /// A programme pays its parts what they are said to cost; what is left goes its own way. Where only its parts lead to
    /// an objective, nothing tells which of them the rest goes through. Circles of wholes are left out of the ways, so
    /// this ends.
    fn pay(&mut self, ctx: &'a Context<'_>, ways: &Ways<'_>, reaches: &Reaches, all: Parcel<'a>) {
        let costs: Vec<(usize, f64)> = ways
            .parts(all.from)
            .filter_map(|n| {
                let budget = ctx.budget(n)?;
                let same = budget.currency.as_str() == all.currency;
                same.then(|| (n, budget.amount.to_f64().unwrap_or(0.0)))
            })
            .collect();
        let cost: f64 = costs.iter().map(|(_, it)| it).sum();
        let scale = (all.amount / cost.max(f64::MIN_POSITIVE)).min(1.0);
        for (from, amount) in costs {
            let part = Parcel {
                from,
                amount: amount * scale,
                ..all
            };
            self.pay(ctx, ways, reaches, part);
        }
        let by_parts = || ways.parts(all.from).any(|it| leads(ways, reaches, it));
        let rest = all.amount - cost * scale;
        if rest > NOTHING {
            self.parcels.push(Parcel {
                amount: rest,
                untold: !reaches.leads(all.from) && by_parts(),
                ..all
            });
        }
    }

    /// Money on its way to each objective, in the order of the objectives.
    pub(super) fn inflows(&self, ctx: &Context<'_>, reaches: &Reaches) -> Vec<Vec<Inflow>> {
        let mut all: Vec<BTreeMap<&str, BTreeMap<usize, Sent>>> =
            vec![BTreeMap::new(); reaches.goals.len()];
        for parcel in self.parcels.iter().filter(|it| !it.untold) {
            for reach in reaches.from(parcel.from).iter().filter(|it| it.all > 0.0) {
                let own = all[reach.goal].entry(parcel.currency).or_default();
                let sent = own.entry(parcel.from).or_insert(Sent {
                    meant: 0.0,
                    low: reach.low,
                    high: reach.high,
                });
                sent.meant += parcel.amount * reach.all;
            }
        }
        all.into_iter()
            .map(|of_goal| {
                let by_currency = of_goal.into_iter();
                by_currency
                    .filter_map(|(currency, sent)| inflow(ctx, currency, sent))
                    .collect()
            })
            .collect()
    }

    /// What reaches objectives and what leaks, by currency.
    pub(super) fn spends(&self, ctx: &Context<'_>, reaches: &Reaches) -> Vec<Spend> {
        let mut found = Vec::new();
        for (code, total) in &self.totals {
            let own = self.parcels.iter().filter(|it| it.currency == *code);
            let (mut low, mut high, mut nowhere) = (0.0, 0.0, 0.0);
            let mut nowhere_by = Vec::new();
            for parcel in own {
                if parcel.untold {
                    high += parcel.amount;
                    continue;
                }
                let lost = parcel.amount * astray(reaches.from(parcel.from));
                if lost > NOTHING {
                    nowhere += lost;
                    nowhere_by.push(ctx.element(parcel.from).id.clone());
                }
                for Reach {
                    low: least,
                    high: most,
                    first,
                    ..
                } in reaches.from(parcel.from)
                {
                    low += parcel.amount * first * least;
                    high += parcel.amount * first * most;
                }
            }
            let Some(currency) = Currency::parse(code) else {
                continue;
            };
            let of = |amount: f64| money(amount, &currency);
            let (reaches, unknown) = (of(low), of(high - low));
            // What is left, so that the three are the total to the cent.
            let leaks = Money {
                amount: *total - reaches.amount - unknown.amount,
                currency: currency.clone(),
            };
            found.push(Spend {
                total: Money {
                    amount: *total,
                    currency: currency.clone(),
                },
                reaches,
                unknown,
                leaks,
                nowhere: of(nowhere),
                nowhere_by,
            });
        }
        found
    }
}

/// The share of an element that comes to no objective.
pub(super) fn astray(reaches: &[Reach]) -> f64 {
    let rest = 1.0 - reaches.iter().map(|it| it.first).sum::<f64>();
    if rest > 1e-9 { rest } else { 0.0 }
}

/// Whether work leads to an objective itself or through its parts.
fn leads(ways: &Ways<'_>, reaches: &Reaches, number: usize) -> bool {
    reaches.leads(number) || ways.parts(number).any(|it| leads(ways, reaches, it))
}

fn inflow(ctx: &Context<'_>, code: &str, sent: BTreeMap<usize, Sent>) -> Option<Inflow> {
    let currency = Currency::parse(code)?;
    let mut all: Vec<(usize, Sent)> = sent.into_iter().collect();
    all.sort_by(|(a, one), (b, other)| other.meant.total_cmp(&one.meant).then(a.cmp(b)));
    let sum = |of: fn(&Sent) -> f64| money(all.iter().map(|(_, it)| of(it)).sum(), &currency);
    Some(Inflow {
        meant: sum(|it| it.meant),
        low: sum(|it| it.meant * it.low),
        high: sum(|it| it.meant * it.high),
        streams: all
            .iter()
            .map(|(n, it)| Stream {
                initiative: ctx.element(*n).id.clone(),
                meant: money(it.meant, &currency),
                low: it.low,
                high: it.high,
            })
            .collect(),
    })
}

/// An estimate in cents.
pub(super) fn money(amount: f64, currency: &Currency) -> Money {
    Money {
        amount: Decimal::from_f64(amount)
            .unwrap_or_default()
            .round_dp(2)
            .normalize(),
        currency: currency.clone(),
    }
}
