//! One element that is several: each part takes its share of what can be counted, exactly, and all the links.
//!
//! The element that is split keeps its id, its history, readings, reports and external keys, and the share that
//! the parts do not take. Amounts add up to what they were.

use super::{Draft, Part, element, map, refusal};
use crate::error::Result;
use crate::model::{
    Detail, Element, ElementId, Expectation, Field, Link, LinkDetail, LinkId, Maybe, Money, Record,
};
use rust_decimal::Decimal;

pub(super) fn split(draft: &mut Draft<'_>, id: &ElementId, parts: &[Part]) -> Result<()> {
    let whole = element::get(draft, id)?.clone();
    let taken: Decimal = parts.iter().map(|it| it.share).sum();
    if parts.is_empty() || parts.iter().any(|it| it.share <= Decimal::ZERO) || taken >= Decimal::ONE
    {
        return Err(refusal::out_of_range(
            "shares are greater than zero and leave something to the first part",
            "les parts sont supérieures à zéro et laissent quelque chose à la première",
        ));
    }
    let links: Vec<Link> = element::touching(draft, id).cloned().collect();
    let mut rest = whole.clone();
    for part in parts {
        let mut piece = Element {
            id: part.id.clone(),
            title: part.title.clone(),
            external_keys: Vec::new(),
            ..whole.clone()
        };
        divide(
            &whole.detail,
            &mut piece.detail,
            &mut rest.detail,
            part.share,
        );
        element::insert(draft, &piece)?;
        for (at, link) in links.iter().enumerate() {
            draft.put(Record::Link(copied(link, id, part, at)));
        }
    }
    draft.put(Record::Element(rest));
    for link in links.iter().filter(|it| it.from == *id) {
        draft.put(Record::Link(expecting(link.clone(), Decimal::ONE - taken)));
    }
    let ids: Vec<ElementId> = parts.iter().map(|it| it.id.clone()).collect();
    map::put_everywhere(draft, &ids)
}

fn copied(link: &Link, whole: &ElementId, part: &Part, at: usize) -> Link {
    let end = |it: &ElementId| {
        if it == whole {
            part.id.clone()
        } else {
            it.clone()
        }
    };
    let mut copy = Link {
        id: LinkId::new(format!("{}.{at}", part.id)),
        from: end(&link.from),
        to: end(&link.to),
        detail: link.detail.clone(),
    };
    // An effort that came in as a share is shared on; what goes out is a share of the part's own effort.
    if let LinkDetail::Contribution(it) = &mut copy.detail
        && link.to == *whole
    {
        it.share = None;
        it.expects = None;
        return copy;
    }
    expecting(copy, part.share)
}

/// A link that is expected to do a share of what it was: together the parts move no more than the whole.
fn expecting(mut link: Link, share: Decimal) -> Link {
    if let LinkDetail::Contribution(it) = &mut link.detail
        && let Some(expects) = &mut it.expects
    {
        let share = f64::try_from(share).unwrap_or(0.0);
        *expects = Expectation {
            indicator: expects.indicator.take(),
            likely: expects.likely * share,
            low: expects.low.map(|it| it * share),
            high: expects.high.map(|it| it * share),
        };
    }
    link
}

/// Amounts of the part, and what is left; dates, words and states are the same in all.
fn divide(whole: &Detail, part: &mut Detail, rest: &mut Detail, share: Decimal) {
    match (whole, part, rest) {
        (Detail::Initiative(all), Detail::Initiative(part), Detail::Initiative(rest)) => {
            money(&all.budget, &mut part.budget, &mut rest.budget, share);
            money(&all.spent, &mut part.spent, &mut rest.spent, share);
        }
        (Detail::Outcome(all), Detail::Outcome(part), Detail::Outcome(rest)) => money(
            &all.expected_value,
            &mut part.expected_value,
            &mut rest.expected_value,
            share,
        ),
        (Detail::System(all), Detail::System(part), Detail::System(rest)) => {
            money(&all.cost, &mut part.cost, &mut rest.cost, share);
        }
        (Detail::Objective(all), Detail::Objective(part), Detail::Objective(rest)) => {
            points(&all.weight, &mut part.weight, &mut rest.weight, share);
        }
        (Detail::Team(all), Detail::Team(part), Detail::Team(rest)) => {
            points(&all.capacity, &mut part.capacity, &mut rest.capacity, share);
        }
        // A rank is for one only.
        (_, Detail::Priority(part), _) => part.rank = None,
        _ => {}
    }
}

fn money(all: &Field<Money>, part: &mut Field<Money>, rest: &mut Field<Money>, share: Decimal) {
    if let (Some(Maybe::Known(all)), Some(Maybe::Known(part)), Some(Maybe::Known(rest))) =
        (all, part, rest)
    {
        // Rounded to cents on the part only; the rest takes the difference, so that the sum stays exact.
        part.amount = (all.amount * share).round_dp(2).normalize();
        rest.amount = (rest.amount - part.amount).normalize();
    }
}

fn points(all: &Field<f64>, part: &mut Field<f64>, rest: &mut Field<f64>, share: Decimal) {
    if let (Some(Maybe::Known(all)), Some(Maybe::Known(part)), Some(Maybe::Known(rest))) =
        (all, part, rest)
    {
        let share = f64::try_from(share).unwrap_or(0.0);
        *part = all * share;
        *rest -= *part;
    }
}
