//! What was delivered when, and the indicators that should show it from when on.

use crate::model::{Date, Element, ElementKind, InitiativeState, Known, LinkDetail, LinkKind};
use crate::rules::{Context, Series, Step};
use chrono::Days;
use std::sync::Arc;

/// Whether and when an initiative was delivered.
pub(super) enum Delivery {
    No,
    On(Date),
    /// It is said to be delivered and nothing tells when.
    Untold,
}

pub(super) fn delivery(ctx: &Context<'_>, number: usize) -> Delivery {
    let Some(it) = ctx.element(number).initiative() else {
        return Delivery::No;
    };
    let state = it.state.value();
    if state == Some(&InitiativeState::Stopped) {
        return Delivery::No;
    }
    match ctx.delivered_on(number) {
        Some(day) => Delivery::On(day),
        None if state == Some(&InitiativeState::Delivered)
            && it.delivered_on.value().is_none()
            && it.end.value().is_none() =>
        {
            Delivery::Untold
        }
        None => Delivery::No,
    }
}

/// An indicator that should show what an initiative brought.
pub(super) struct Proof<'a> {
    pub(super) element: &'a Element,
    pub(super) series: Arc<Series<'a>>,
    /// Days after delivery from which it can show anything: what the contributions on the way to it say together.
    pub(super) lag: i64,
    /// From the initiative to what the indicator measures.
    pub(super) way: Vec<Step<'a>>,
}

impl Proof<'_> {
    /// The first day whose value can show what was delivered.
    pub(super) fn shows_from(&self, delivered: Date) -> Date {
        let lag = Days::new(u64::try_from(self.lag).unwrap_or(0));
        delivered.checked_add_days(lag).unwrap_or(delivered)
    }

    /// Whether there is a confirmed value that can show what was delivered.
    pub(super) fn is_read(&self, delivered: Date) -> bool {
        let last = self.series.last();
        last.is_some_and(|it| it.period >= self.shows_from(delivered))
    }
}

/// The outcome and impact indicators of an initiative and of the outcomes and objectives it leads to, nearest first.
pub(super) fn proofs<'a>(ctx: &Context<'a>, number: usize) -> Vec<Proof<'a>> {
    let mut found: Vec<Proof<'a>> = ctx
        .proofs(number)
        .iter()
        .filter_map(|indicator| proof(ctx, number, *indicator))
        .collect();
    found.sort_by_key(|it| it.way.len());
    found
}

/// An indicator as the proof of an initiative, by the shortest way to something that it measures.
pub(super) fn proof<'a>(ctx: &Context<'a>, number: usize, indicator: usize) -> Option<Proof<'a>> {
    let measured = ctx.linked_from(indicator, LinkKind::Measures);
    let way = measured
        .filter_map(|(n, _)| ctx.path(number, n))
        .min_by_key(Vec::len)
        .unwrap_or_default();
    Some(Proof {
        element: ctx.element(indicator),
        series: ctx.series(indicator)?,
        lag: lag(&way),
        way,
    })
}

/// What the contributions on a way say of the time until an effect shows, in days.
pub(super) fn lag(way: &[Step<'_>]) -> i64 {
    let lags = way.iter().map(|step| match &step.link.detail {
        LinkDetail::Contribution(it) => i64::from(it.lag_days.unwrap_or(0)),
        _ => 0,
    });
    lags.sum()
}

/// Whether a proof of an initiative has a confirmed value that can show what was delivered.
pub(super) fn is_measured(ctx: &Context<'_>, number: usize, delivered: Date) -> bool {
    let proofs = ctx.proofs(number);
    let mut fresh = proofs.iter().filter(|n| {
        let series = ctx.series(**n);
        let last = series.and_then(|it| it.last().map(|last| last.period));
        last.is_some_and(|day| day >= delivered)
    });
    fresh.any(|n| proof(ctx, number, *n).is_some_and(|it| it.is_read(delivered)))
}

/// The nearest outcome or objective that an element leads to.
pub(super) fn nearest_result(ctx: &Context<'_>, number: usize) -> Option<usize> {
    let above = ctx.above(number);
    let mut all = above.iter().copied();
    all.find(|n| matches!(ctx.kind(*n), ElementKind::Outcome | ElementKind::Objective))
}

/// The day of the first value of an indicator, baseline or confirmed.
pub(super) fn first(series: &Series<'_>) -> Option<Date> {
    let baseline = series.baseline.and_then(|(_, day)| day);
    let read = series.actuals.first().map(|it| it.period);
    baseline.into_iter().chain(read).min()
}

/// Whether an indicator was first read before the work could show in it. What is read every month need not be read on
/// the day of the start: its first reading after it is the state before the change, unless work was over by then.
pub(super) fn is_in_time(
    series: &Series<'_>,
    start: Option<Date>,
    delivered: Option<Date>,
) -> bool {
    let (Some(begin), Some(day)) = (start.or(delivered), first(series)) else {
        return false;
    };
    let interval = series.indicator.every_days.value().copied().unwrap_or(0);
    let grace = start.map_or(0, |_| i64::from(interval));
    day <= begin || ((day - begin).num_days() <= grace && delivered.is_none_or(|it| day <= it))
}
