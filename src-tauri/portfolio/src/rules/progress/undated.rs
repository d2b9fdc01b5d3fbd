//! What M205 and M208 cannot tell of work on which somebody reported: in what state, or on what day.

use crate::model::{Initiative, Known, Lens, StatusReport};
use crate::rules::Context;
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::Verdict;
use crate::rules::words::{percent, quoted, say};

/// Whether a report was given in the cycle of the check or the one before, and not later.
fn is_recent(ctx: &Context<'_>, report: &StatusReport) -> bool {
    let day = report.date.value().copied();
    day.is_none_or(|day| day <= ctx.as_of && ctx.cycle_of(ctx.as_of) - ctx.cycle_of(day) <= 1)
}

/// What keeps the ratings of two sides, both of which reported, from being held against each other.
pub(super) fn unpaired<'a>(ctx: &Context<'a>, number: usize) -> Option<Verdict<'a>> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let mut missing = Vec::new();
    let mut rated = false;
    for side in [Lens::It, Lens::Business] {
        let by = match side {
            Lens::It => say!(ctx, "by IT", "par l’informatique"),
            Lens::Business => say!(ctx, "by the business", "par le métier"),
        };
        let latest = ctx.report_of(number, side);
        match latest.filter(|it| is_recent(ctx, it)) {
            Some(it) if it.date.value().is_some() => rated = true,
            Some(_) => {
                rated = true;
                let text = say!(
                    ctx,
                    "date of the rating of {name} {by}",
                    "date de l’évaluation de {name} {by}"
                );
                missing.push(Missing::said(Lack::StatusDate, element, text));
            }
            None => {
                let mut said = ctx.statuses(number).filter(|it| it.lens == side);
                if !said.any(|it| it.status.is_none() && is_recent(ctx, it)) {
                    return None;
                }
                let text = say!(ctx, "rating of {name} {by}", "évaluation de {name} {by}");
                missing.push(Missing::said(Lack::Status, element, text));
            }
        }
    }
    let told = rated && !missing.is_empty();
    told.then(|| {
        Verdict::cannot_tell(element, missing)
            .says(say!(
                ctx,
                "IT and business have both reported on {name}; whether they see it alike cannot be told.",
                "L’informatique et le métier ont tous deux rendu compte de {name} ; on ne peut dire s’ils voient la même chose."
            ))
            .advises(say!(
                ctx,
                "Supply what their reports leave out, and compare them once more.",
                "Complétez ce qui manque à leurs points d’avancement, puis comparez-les de nouveau."
            ))
    })
}

/// The percentage of work that no dated report gives one for.
pub(super) fn undated_percent(
    ctx: &Context<'_>,
    number: usize,
    initiative: &Initiative,
) -> Option<f64> {
    let undated = ctx.statuses(number).filter(|it| it.date.value().is_none());
    let said = undated.filter_map(|it| it.percent).reduce(f64::max);
    initiative.percent_complete.value().copied().or(said)
}

pub(super) fn since_when<'a>(ctx: &Context<'a>, number: usize, now: f64) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let now = percent(now / 100.0, ctx.lang);
    let text = say!(
        ctx,
        "dated status report of {name}",
        "point d’avancement daté de {name}"
    );
    let report = Missing::said(Lack::StatusDate, element, text);
    Verdict::cannot_tell(element, vec![report])
        .facet("percent")
        .says(say!(
            ctx,
            "{name} says {now} complete; since when cannot be told, for no dated report gives a percentage.",
            "{name} annonce {now} d’avancement ; on ne peut dire depuis quand, car aucun point daté ne donne de pourcentage."
        ))
        .advises(say!(
            ctx,
            "Record dated status reports with the percentage, or name what is still missing and deliver it.",
            "Notez des points d’avancement datés avec le pourcentage, ou nommez ce qui manque encore et livrez-le."
        ))
}
