//! D304 where nothing bears a date: of one initiative, and said once where the list itself carries none.

use super::mostly_silent::late;
use super::silence::speaking;
use super::silent::MOSTLY_UNDATED;
use crate::model::{Element, Maybe};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::together::Together;
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Report};

pub(super) fn whole<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    if !ctx.turned(&MOSTLY_UNDATED) {
        return;
    }
    let open = ctx.active().map(|(n, ..)| n);
    let undated = open.filter(|n| speaking(ctx, *n).is_some() && ctx.heard_on(*n).is_none());
    report.add(all_undated(ctx, &Together::of(ctx, undated.collect())));
}

fn all_undated<'a>(ctx: &Context<'a>, them: &Together) -> Verdict<'a> {
    let count = them.count();
    let missing = them.numbers().iter().map(|n| {
        let element = ctx.element(*n);
        Missing::of(Lack::StatusDate, element, ctx.lang)
    });
    let missing = missing.collect();
    let verdict = Verdict::cannot_tell_of_all("undated", missing)
        .says(say!(
            ctx,
            "How long {count} open initiatives have been silent cannot be told: nothing about them bears a date.",
            "Impossible de dire depuis quand {count} initiatives ouvertes sont sans nouvelles : rien n’y porte de date."
        ))
        .advises(say!(
            ctx,
            "Give the list the date of its ratings when it is imported, or record a dated status of the largest.",
            "Donnez à la liste la date de ses évaluations lors de l’import, ou notez un point d’avancement daté des plus coûteuses."
        ));
    them.shown(ctx, verdict.shows(late(ctx, them)))
}

pub(super) fn one_undated<'a>(
    ctx: &Context<'a>,
    number: usize,
    element: &'a Element,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let mut missing = Vec::new();
    let mut rows = Vec::new();
    for report in ctx.statuses(number) {
        if report.date.as_ref().and_then(Maybe::known).is_none() {
            let (field, text) = undated(ctx, report.said.trim());
            missing.push(Missing::said(Lack::StatusDate, element, field));
            rows.push(row(text).of(element));
        }
    }
    if missing.is_empty() {
        let text = say!(
            ctx,
            "dated status report of {name}",
            "point d’avancement daté de {name}"
        );
        missing.push(Missing::said(Lack::StatusDate, element, text));
    }
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "How long {name} has been silent cannot be told: nothing about it bears a date.",
            "Impossible de dire depuis quand {name} est sans nouvelles : rien n’y porte de date."
        ))
        .advises(say!(
            ctx,
            "Record one dated status report, or import a list that carries the date of its ratings.",
            "Notez un point d’avancement daté, ou importez une liste qui porte la date de ses évaluations."
        ))
        .shows(rows)
}

/// The day that a report lacks, as a missing field and as a row; by its words, where it has any.
fn undated(ctx: &Context<'_>, said: &str) -> (String, String) {
    if said.is_empty() {
        let field = say!(
            ctx,
            "date of a status report",
            "date d’un point d’avancement"
        );
        let text = say!(
            ctx,
            "Status report without a date",
            "Point d’avancement sans date"
        );
        return (field, text);
    }
    let said = quoted(said, ctx.lang);
    let field = say!(
        ctx,
        "date of the status report {said}",
        "date du point d’avancement {said}"
    );
    let text = say!(
        ctx,
        "Status report {said} without a date",
        "Point d’avancement {said} sans date"
    );
    (field, text)
}
