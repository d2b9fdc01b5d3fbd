//! D304 said once: where most of the work that bears a date is silent, the list has gone quiet and no single row.
//! How it stands with each of the largest is in the rows.

use super::silence::{passed, silent_since, speaking};
use super::silent::{LONG_SILENT, MOSTLY_SILENT};
use crate::model::Date;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::report::{Verdict, row};
use crate::rules::signs::{Sign, last_sign};
use crate::rules::together::Together;
use crate::rules::words::{day, money, quoted, say};
use crate::rules::{Context, Evidence, Report, Severity};
use std::collections::BTreeMap;

pub(super) fn whole<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    if !ctx.turned(&MOSTLY_SILENT) {
        return;
    }
    let silent = ctx.active().map(|(n, ..)| n);
    let since: BTreeMap<usize, Date> = silent
        .filter_map(|n| Some((n, silent_since(ctx, n)?)))
        .collect();
    let (Some(first), Some(latest)) = (since.values().min(), since.values().max()) else {
        return;
    };
    let (first, latest) = (*first, *latest);
    let them = Together::of(ctx, since.into_keys().collect());
    let long = (ctx.as_of - first).num_days() > report.days(&LONG_SILENT);
    let severity = if long {
        Severity::High
    } else {
        Severity::Medium
    };
    let largest = them.numbers().iter().take(MOST_ROWS);
    let rows = largest.filter_map(|n| Some(one(ctx, *n, &last_sign(ctx, *n)?)));
    let verdict = Verdict::violated_by_all("silent")
        .at(severity)
        .says(message(ctx, &them, first, latest))
        .advises(say!(
            ctx,
            "Ask for one dated line on each, the largest first, and close what is over.",
            "Demandez pour chacune une ligne d’avancement datée, les plus coûteuses d’abord, et clôturez ce qui est terminé."
        ))
        .shows(late(ctx, &them))
        .shows(rows)
        .relates(them.numbers().iter().map(|n| ctx.element(*n)))
        .stakes(them.money().iter().cloned());
    report.add(verdict);
}

fn message(ctx: &Context<'_>, them: &Together, first: Date, latest: Date) -> String {
    let count = them.count();
    let since = day(latest, ctx.lang);
    let since = match them.spend(ctx) {
        Some(sum) => say!(
            ctx,
            "Nothing has been heard of {count} open initiatives, which spend {sum}, since {since}",
            "Aucune nouvelle de {count} initiatives ouvertes, qui dépensent {sum}, depuis le {since}"
        ),
        None => say!(
            ctx,
            "Nothing has been heard of {count} open initiatives since {since}",
            "Aucune nouvelle de {count} initiatives ouvertes depuis le {since}"
        ),
    };
    if first == latest {
        return format!("{since}.");
    }
    let first = day(first, ctx.lang);
    say!(
        ctx,
        "{since}; of some since {first}.",
        "{since} ; de certaines depuis le {first}."
    )
}

/// How many of them should be over.
pub(super) fn late(ctx: &Context<'_>, them: &Together) -> Option<Evidence> {
    let open = them.numbers().iter();
    let late = open.filter_map(|n| passed(ctx, speaking(ctx, *n)?)).count();
    (late > 0).then(|| {
        row(say!(
            ctx,
            "Past their end date: {late}",
            "Date de fin dépassée : {late}"
        ))
    })
}

/// What it costs, since when it is silent, and when it should have been over.
fn one(ctx: &Context<'_>, number: usize, sign: &Sign) -> Evidence {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let name = match ctx.budget(number).map(|it| money(it, ctx.lang)) {
        Some(sum) => say!(ctx, "{name}: {sum}", "{name} : {sum}"),
        None => name,
    };
    let since = day(sign.date, ctx.lang);
    let end = speaking(ctx, number).and_then(|it| passed(ctx, it));
    let text = match end.map(|it| day(it, ctx.lang)) {
        Some(end) => say!(
            ctx,
            "{name}, silent since {since}, was to end on {end}",
            "{name}, sans nouvelles depuis le {since}, devait s’achever le {end}"
        ),
        None => say!(
            ctx,
            "{name}, silent since {since}",
            "{name}, sans nouvelles depuis le {since}"
        ),
    };
    Evidence {
        text,
        date: None,
        ..sign.row.clone()
    }
}
