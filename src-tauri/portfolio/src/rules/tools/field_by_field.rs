//! What two sources say of one initiative, side by side.

use super::last_reports::{Last, reports};
use crate::model::{Date, InitiativeState, Known, Lens};
use crate::rules::report::row;
use crate::rules::words::{day, money, say};
use crate::rules::{Context, Evidence};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// From where on two sides differ.
pub(super) struct Sides {
    pub(super) days: i64,
    /// Share of the larger budget.
    pub(super) budget: f64,
    /// Days within which two reports speak of the same time.
    pub(super) reports: i64,
}

/// One field, as each of the two tells it.
pub(super) struct Difference {
    pub(super) field: &'static str,
    pub(super) one: Evidence,
    pub(super) other: Evidence,
}

/// The fields in which two initiatives differ that are the same.
pub(super) fn differences(ctx: &Context<'_>, a: usize, b: usize, sides: &Sides) -> Vec<Difference> {
    let mut found = Vec::new();
    let (Some(one), Some(other)) = (ctx.element(a).initiative(), ctx.element(b).initiative())
    else {
        return found;
    };
    if let (Some(x), Some(y)) = (one.state.value(), other.state.value())
        && stage(*x) != stage(*y)
    {
        let told = |it| row(state(ctx, it));
        found.push(difference(ctx, ("state", "état"), told(*x), told(*y)));
    }
    for lens in [Lens::It, Lens::Business] {
        let (mine, theirs) = (reports(ctx, a, lens), reports(ctx, b, lens));
        let newest = |all: &[Last<'_>]| {
            all.iter()
                .enumerate()
                .max_by_key(|(_, it)| it.date)
                .map(|(n, _)| n)
        };
        if let (Some(x), Some(y)) = (newest(&mine), newest(&theirs))
            && mine[x].differs(&theirs[y], sides.reports)
        {
            let (x, y) = (&mine[x], &theirs[y]);
            let rows = (x.row(ctx, ctx.element(a)), y.row(ctx, ctx.element(b)));
            let names = match lens {
                Lens::It => ("status from IT", "avancement vu de l’informatique"),
                Lens::Business => ("status from the business", "avancement vu du métier"),
            };
            found.push(difference(ctx, names, rows.0, rows.1));
        }
    }
    let apart = |x: &Date, y: &Date| (*x - *y).num_days().abs() > sides.days;
    if let (Some(x), Some(y)) = (one.start.value(), other.start.value())
        && apart(x, y)
    {
        let told = |it: &Date| {
            let date = day(*it, ctx.lang);
            row(say!(ctx, "Start: {date}", "Début : {date}"))
        };
        found.push(difference(ctx, ("start", "début"), told(x), told(y)));
    }
    if let (Some(x), Some(y)) = (one.end.value(), other.end.value())
        && apart(x, y)
    {
        let told = |it: &Date| {
            let date = day(*it, ctx.lang);
            row(say!(ctx, "End: {date}", "Fin : {date}"))
        };
        found.push(difference(ctx, ("end", "fin"), told(x), told(y)));
    }
    if let (Some(x), Some(y)) = (ctx.budget(a), ctx.budget(b))
        && x.currency == y.currency
        && apart_by(x.amount, y.amount) > sides.budget
    {
        let told = |it| {
            let sum = money(it, ctx.lang);
            row(say!(ctx, "Budget: {sum}", "Budget : {sum}"))
        };
        found.push(difference(ctx, ("budget", "budget"), told(x), told(y)));
    }
    found
}

/// How far two amounts lie apart, as a share of the larger one.
fn apart_by(one: Decimal, other: Decimal) -> f64 {
    let share = (one - other).abs().checked_div(one.max(other));
    share.and_then(|it| it.to_f64()).unwrap_or_default()
}

fn difference(
    ctx: &Context<'_>,
    names: (&'static str, &'static str),
    one: Evidence,
    other: Evidence,
) -> Difference {
    let field = match ctx.lang {
        crate::model::Lang::En => names.0,
        crate::model::Lang::Fr => names.1,
    };
    Difference { field, one, other }
}

/// Not begun, under way, done or given up: finer steps differ from tool to tool without meaning anything.
fn stage(state: InitiativeState) -> u8 {
    match state {
        InitiativeState::Idea | InitiativeState::Planned => 0,
        InitiativeState::Active | InitiativeState::Paused => 1,
        InitiativeState::Delivered => 2,
        InitiativeState::Stopped => 3,
    }
}

fn state(ctx: &Context<'_>, state: InitiativeState) -> String {
    match state {
        InitiativeState::Idea => say!(ctx, "State: idea", "État : idée"),
        InitiativeState::Planned => say!(ctx, "State: planned", "État : planifiée"),
        InitiativeState::Active => say!(ctx, "State: active", "État : en cours"),
        InitiativeState::Paused => say!(ctx, "State: paused", "État : suspendue"),
        InitiativeState::Delivered => say!(ctx, "State: delivered", "État : livrée"),
        InitiativeState::Stopped => say!(ctx, "State: stopped", "État : arrêtée"),
    }
}
