//! How much of what matters and of the money the findings of a belief touch. Importance and money weigh, counts stand beside.

use crate::model::{Currency, ElementId, ElementKind, LinkKind, Money};
use crate::rules::{Context, Finding, Named};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};

use super::MOST;

/// Active budget of one currency that is touched.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct MoneyShare {
    pub amount: Money,
    /// Of the active budget in that currency, 0 to 1.
    pub share: f64,
}

/// What the findings of a belief touch.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct Concerned {
    pub objectives: Vec<ElementId>,
    pub objectives_count: u32,
    pub initiatives: Vec<ElementId>,
    pub initiatives_count: u32,
    /// Share of strategic weight, 0 to 1; `None` when no objective has a weight.
    pub weight: Option<f64>,
    /// One for each currency with something touched.
    pub money: Vec<MoneyShare>,
    /// A finding is about the portfolio as a whole.
    pub whole: bool,
    /// The larger of the shares, 0 to 1: what the judgement turns on.
    pub extent: f64,
}

impl Concerned {
    pub(super) fn of(ctx: &Context<'_>, findings: &[&Finding]) -> Self {
        let (mut goals, mut work) = (BTreeSet::new(), BTreeSet::new());
        let mut whole = false;
        for finding in findings {
            let related = finding.related.iter();
            let named: Vec<&Named> = match &finding.subject {
                // Money at stake in something that has no budget is that of the work it speaks of.
                Some(it) if it.kind != ElementKind::Initiative && !finding.money.is_empty() => {
                    let work = related.filter(|it| it.kind == ElementKind::Initiative);
                    std::iter::once(it).chain(work).collect()
                }
                Some(it) => vec![it],
                None => related.collect(),
            };
            let mut known = false;
            for n in named.iter().filter_map(|it| ctx.number(&it.id)) {
                known |= touch(ctx, n, &mut goals, &mut work);
            }
            whole |= finding.subject.is_none() && !known;
        }
        // A sum of nothing is minus nought, until nought is added.
        let points: f64 = goals
            .iter()
            .filter_map(|n| ctx.weight(ctx.element(*n)))
            .sum();
        let all = ctx.strategic_weight();
        let weight = (all > 0.0).then(|| points / all + 0.0);
        let money = money(ctx, &work);
        let shares = money.iter().map(|it| it.share).chain(weight);
        let by_share = shares.fold(0.0, f64::max);
        let extent = if whole {
            1.0
        } else if weight.is_none() && ctx.active_budget().next().is_none() {
            let of = ctx.of_kind(ElementKind::Objective).count() + ctx.active().count();
            ratio(goals.len() + work.len(), of)
        } else {
            by_share
        };
        let ids = |all: &BTreeSet<usize>| {
            let some = all.iter().take(MOST);
            some.map(|n| ctx.element(*n).id.clone()).collect()
        };
        let count = |all: &BTreeSet<usize>| u32::try_from(all.len()).unwrap_or(u32::MAX);
        Self {
            objectives: ids(&goals),
            objectives_count: count(&goals),
            initiatives: ids(&work),
            initiatives_count: count(&work),
            weight,
            money,
            whole,
            extent,
        }
    }
}

/// Counts what an element stands for: itself, or the objectives that it leads to or measures. Whether that is anything.
fn touch(
    ctx: &Context<'_>,
    n: usize,
    goals: &mut BTreeSet<usize>,
    work: &mut BTreeSet<usize>,
) -> bool {
    let through = match ctx.kind(n) {
        ElementKind::Objective => {
            goals.insert(n);
            return true;
        }
        ElementKind::Initiative => {
            work.insert(n);
            return true;
        }
        ElementKind::Outcome | ElementKind::Change | ElementKind::Capability => {
            let all = ctx.objectives_of(n);
            goals.extend(all.iter().copied());
            return !all.is_empty();
        }
        ElementKind::Priority => ctx.below_of_kind(n, ElementKind::Objective),
        ElementKind::Indicator => ends(ctx, n, LinkKind::Measures),
        ElementKind::Decision => ends(ctx, n, LinkKind::Cites),
        _ => return false,
    };
    let mut found = false;
    for to in through {
        if !matches!(
            ctx.kind(to),
            ElementKind::Indicator | ElementKind::Decision | ElementKind::Priority
        ) {
            found |= touch(ctx, to, goals, work);
        }
    }
    found
}

fn ends(ctx: &Context<'_>, n: usize, kind: LinkKind) -> Vec<usize> {
    ctx.linked_from(n, kind).map(|(n, _)| n).collect()
}

fn money(ctx: &Context<'_>, work: &BTreeSet<usize>) -> Vec<MoneyShare> {
    let mut sums: BTreeMap<&str, Decimal> = BTreeMap::new();
    let active = work
        .iter()
        .filter(|n| ctx.active_initiative(**n).is_some())
        // A part whose programme is touched as well is counted with it.
        .filter(|n| {
            !ctx.wholes(**n)
                .any(|whole| work.contains(&whole) && ctx.budget(whole).is_some())
        });
    for budget in active.filter_map(|n| ctx.budget(*n)) {
        *sums.entry(budget.currency.as_str()).or_default() += budget.amount;
    }
    let shares = sums.into_iter().filter_map(|(code, amount)| {
        let money = Money {
            amount,
            currency: Currency::parse(code)?,
        };
        let share = ctx.budget_share(&money)?.min(1.0);
        Some(MoneyShare {
            amount: money,
            share,
        })
    });
    shares.collect()
}

pub(super) fn ratio(part: usize, of: usize) -> f64 {
    let number = |count: usize| Decimal::from(count).to_f64().unwrap_or(0.0);
    if of == 0 {
        0.0
    } else {
        number(part) / number(of)
    }
}
