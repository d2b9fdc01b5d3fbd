//! D304: for how long work that should speak has been silent, and what is said of one initiative.

use super::silent::{RULE, SILENT};
use crate::model::{Date, Element, Initiative, Maybe, Money};
use crate::rules::context::set_for;
use crate::rules::report::{Verdict, row};
use crate::rules::signs::Sign;
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Evidence};

/// Since when work that should speak has been silent; `None` while it is not.
pub(super) fn silent_since(ctx: &Context<'_>, number: usize) -> Option<Date> {
    speaking(ctx, number)?;
    ctx.heard_on(number).filter(|it| is_silent(ctx, *it))
}

pub(super) fn days_since(ctx: &Context<'_>, last: Date) -> i64 {
    (ctx.as_of - last).num_days()
}

/// Whether the last sign of life lies too far back.
pub(super) fn is_silent(ctx: &Context<'_>, last: Date) -> bool {
    let most = set_for(ctx.settings(), RULE.code, &SILENT);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "thresholds on time are small"
    )]
    let most = most.round() as i64;
    days_since(ctx, last) > most
}

/// The initiative, when it is open and has begun, as far as anybody knows.
pub(super) fn speaking<'a>(ctx: &Context<'a>, number: usize) -> Option<&'a Initiative> {
    let initiative = ctx.active_initiative(number)?;
    (!starts_later(ctx, initiative)).then_some(initiative)
}

/// The end of open work, when it lies behind us.
pub(super) fn passed(ctx: &Context<'_>, initiative: &Initiative) -> Option<Date> {
    let end = initiative.end.as_ref().and_then(Maybe::known);
    end.copied().filter(|it| *it < ctx.as_of)
}

/// Whoever chases a silent initiative wants to know that it should be over.
pub(super) fn overdue(ctx: &Context<'_>, initiative: &Initiative) -> Option<Evidence> {
    let end = passed(ctx, initiative)?;
    let text = say!(ctx, "It was to end", "Elle devait s’achever");
    Some(row(text).on(Some(end)))
}

fn starts_later(ctx: &Context<'_>, initiative: &Initiative) -> bool {
    matches!(&initiative.start, Some(Maybe::Known(date)) if *date > ctx.as_of)
}

/// What is said of one of them.
pub(super) fn violated<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    days: i64,
    sign: Sign,
    budget: Option<&Money>,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let date = day(sign.date, ctx.lang);
    Verdict::violated(element)
        .says(say!(
            ctx,
            "Nothing has been heard of {name} for {days} days, since {date}.",
            "Aucune nouvelle de {name} depuis {days} jours, soit depuis le {date}."
        ))
        .advises(say!(
            ctx,
            "Record a status dated after {date}, or close it.",
            "Notez un point d’avancement postérieur au {date}, ou clôturez-la."
        ))
        .shows([sign.row])
        .stakes(budget.cloned())
}
