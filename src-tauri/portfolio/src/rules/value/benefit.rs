//! The benefit that is still to be had from work, in one currency, as far as it is known.

use crate::model::{
    Confidence, Currency, Element, ElementKind, Known, LinkDetail, Maybe, Money, Outcome, Reason,
    ValueType,
};
use crate::rules::Context;
use crate::rules::missing::{Lack, Missing};
use crate::rules::words::{quoted, say};
use rust_decimal::prelude::ToPrimitive;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};

/// What one outcome still brings.
pub(super) struct Part<'a> {
    pub(super) outcome: &'a Element,
    pub(super) value: &'a Money,
    /// At most; below zero for a disadvantage.
    pub(super) high: f64,
}

/// What all outcomes of an initiative still bring, with the ends of what is possible.
pub(super) struct Benefit<'a> {
    pub(super) parts: Vec<Part<'a>>,
    pub(super) low: f64,
    /// `None` when a value is not known at all.
    pub(super) high: Option<f64>,
    pub(super) missing: Vec<Missing>,
}

/// The benefit that an initiative and its parts lead to. `None` where the question is not asked: there is no outcome
/// with a value, or one that is not to be valued in money.
pub(super) fn benefit<'a>(
    ctx: &Context<'a>,
    number: usize,
    currency: &Currency,
) -> Option<Benefit<'a>> {
    let mut found = Benefit {
        parts: Vec::new(),
        low: 0.0,
        high: Some(0.0),
        missing: Vec::new(),
    };
    let outcomes = outcomes(ctx, number);
    let values = || outcomes.iter().filter_map(|n| ctx.element(*n).outcome());
    let valued = values().any(|it| matches!(value_of(it), Value::Known(_)));
    if !valued || values().any(|it| matches!(value_of(it), Value::Beside)) {
        return None;
    }
    let sureness = sureness(ctx, number, &outcomes);
    for n in outcomes {
        let element = ctx.element(n);
        if let Value::Known(value) = value_of(element.outcome()?) {
            let sure = sureness.get(&n).copied().flatten();
            found.add(ctx, n, value, currency, sure);
        } else {
            found.high = None;
            let lacks = Missing::of(Lack::ExpectedValue, element, ctx.lang);
            found.missing.push(lacks);
        }
    }
    Some(found)
}

/// The outcomes that an initiative or its parts lead to.
fn outcomes(ctx: &Context<'_>, number: usize) -> Vec<usize> {
    let mut found = ctx.above_of_kind(number, ElementKind::Outcome);
    for part in ctx.parts(number) {
        for n in ctx.above_of_kind(part, ElementKind::Outcome) {
            if !found.contains(&n) {
                found.push(n);
            }
        }
    }
    found
}

enum Value<'a> {
    Known(&'a Money),
    /// Nobody has said.
    Open,
    /// Its value lies beside money.
    Beside,
}

fn value_of(outcome: &Outcome) -> Value<'_> {
    let kind = outcome.value_type.value();
    match &outcome.expected_value {
        Some(Maybe::Known(value)) => Value::Known(value),
        Some(Maybe::Missing(gap)) if gap.reason == Reason::NotRequired => Value::Beside,
        _ if kind.is_some_and(|it| *it != ValueType::Financial) => Value::Beside,
        _ => Value::Open,
    }
}

impl<'a> Benefit<'a> {
    fn add(
        &mut self,
        ctx: &Context<'a>,
        number: usize,
        value: &'a Money,
        currency: &Currency,
        sure: Option<f64>,
    ) {
        let element = ctx.element(number);
        let worth = ctx.worth_in(value, currency).and_then(|it| it.to_f64());
        let Some(worth) = worth else {
            let other = &value.currency;
            self.high = None;
            let rate = say!(
                ctx,
                "rate from {other} to {currency}",
                "taux de {other} en {currency}"
            );
            let rate = Missing::said(Lack::Rate, None, rate);
            // Several outcomes may miss the same one.
            if !self.missing.contains(&rate) {
                self.missing.push(rate);
            }
            return;
        };
        let (low, high) = sure.map(|it| (it, it)).unwrap_or_else(|| {
            let name = quoted(&element.title, ctx.lang);
            let text = say!(
                ctx,
                "confidence of the contributions on the way to {name}",
                "confiance dans les contributions qui mènent à {name}"
            );
            let lacks = Missing::said(Lack::Confidence, element, text);
            self.missing.push(lacks);
            (0.0, ctx.confidence(Confidence::Certain))
        });
        let left = worth * still_to_come(ctx, number, element);
        let harmful = element.outcome().is_some_and(|it| it.harmful);
        let (low, high) = if harmful {
            (-left.abs() * high, -left.abs() * low)
        } else {
            (left * low, left * high)
        };
        self.parts.push(Part {
            outcome: element,
            value,
            high,
        });
        self.low += low;
        self.high = self.high.map(|sum| sum + high);
    }
}

/// How sure the least sure contribution is on a shortest way from work or one of its parts to each of these outcomes;
/// `None` where one of them does not say.
fn sureness(ctx: &Context<'_>, number: usize, outcomes: &[usize]) -> HashMap<usize, Option<f64>> {
    let starts: Vec<usize> = std::iter::once(number).chain(ctx.parts(number)).collect();
    let mut found: HashMap<usize, Option<f64>> = HashMap::new();
    found.extend(starts.iter().map(|n| (*n, Some(1.0))));
    let mut queue = VecDeque::from(starts);
    let mut left = outcomes.len();
    while left > 0
        && let Some(at) = queue.pop_front()
    {
        let so_far = found.get(&at).copied().flatten();
        for step in ctx.up(at) {
            if let Entry::Vacant(place) = found.entry(step.to) {
                let sure = match &step.link.detail {
                    LinkDetail::Contribution(it) => it.confidence.map(|word| ctx.confidence(word)),
                    _ => Some(1.0),
                };
                place.insert(so_far.zip(sure).map(|(one, other)| one.min(other)));
                queue.push_back(step.to);
                left -= usize::from(outcomes.contains(&step.to));
            }
        }
    }
    found
}

/// The share of an outcome that is not there yet, by the indicator of its own that has moved farthest.
fn still_to_come(ctx: &Context<'_>, number: usize, element: &Element) -> f64 {
    let realised = element.outcome().and_then(|it| it.realised_on.value());
    if realised.is_some_and(|day| *day <= ctx.as_of) {
        return 0.0;
    }
    let proofs = ctx.proofs(number);
    let moved = proofs.iter().filter_map(|n| {
        let series = ctx.series(*n)?;
        series.share_of_target(series.last()?.value)
    });
    1.0 - moved.fold(0.0, f64::max).min(1.0)
}
