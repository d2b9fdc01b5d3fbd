//! What keeps an enabler from being ready: it has no money, it comes too late, or it is in trouble.

use crate::model::{Date, InitiativeState, Known, Lens, Maybe, Reason, Status};
use crate::rules::Context;
use crate::rules::missing::{Lack, Missing};
use crate::rules::words::{day, quoted, say};

/// What is wrong with an enabler, as the clause behind “which”.
pub(super) struct Fault<'a> {
    pub(super) clause: String,
    pub(super) date: Option<Date>,
    pub(super) source: &'a str,
}

impl Fault<'_> {
    fn new(clause: String, date: Option<Date>) -> Self {
        Self {
            clause,
            date,
            source: "",
        }
    }
}

/// What is known to be wrong with an enabler that is needed on a day, and the fields that keep one from knowing.
pub(super) fn faults<'a>(
    ctx: &Context<'a>,
    enabler: usize,
    need: Option<Date>,
) -> (Vec<Fault<'a>>, Vec<Missing>) {
    let mut missing = Vec::new();
    if is_delivered(ctx, enabler) {
        return (Vec::new(), missing);
    }
    let faults = [
        money(ctx, enabler, &mut missing),
        time(ctx, enabler, need, &mut missing),
        trouble(ctx, enabler),
    ];
    (faults.into_iter().flatten().collect(), missing)
}

fn is_delivered(ctx: &Context<'_>, number: usize) -> bool {
    let it = ctx.element(number).initiative();
    let said = it.is_some_and(|it| it.state.value() == Some(&InitiativeState::Delivered));
    said || ctx.delivered_on(number).is_some()
}

fn money<'a>(ctx: &Context<'a>, enabler: usize, missing: &mut Vec<Missing>) -> Option<Fault<'a>> {
    let element = ctx.element(enabler);
    let it = element.initiative()?;
    let state = it.state.value();
    let clause = if state == Some(&InitiativeState::Stopped) {
        say!(ctx, "is stopped", "est à l’arrêt")
    } else if std::iter::once(enabler)
        .chain(ctx.wholes(enabler))
        .any(|n| ctx.budget(n).is_some())
    {
        return None;
    } else {
        match &it.budget {
            Some(Maybe::Missing(gap)) if gap.reason == Reason::NotRequired => return None,
            Some(Maybe::Known(_)) => say!(ctx, "has no budget", "n’a pas de budget"),
            _ if state == Some(&InitiativeState::Idea) => say!(
                ctx,
                "is still an idea without a budget",
                "n’est encore qu’une idée sans budget"
            ),
            _ => {
                missing.push(Missing::of(Lack::Budget, element, ctx.lang));
                return None;
            }
        }
    };
    Some(Fault::new(clause, None))
}

fn time<'a>(
    ctx: &Context<'a>,
    enabler: usize,
    need: Option<Date>,
    missing: &mut Vec<Missing>,
) -> Option<Fault<'a>> {
    let element = ctx.element(enabler);
    let name = quoted(&element.title, ctx.lang);
    let ready = match element.system() {
        // A system that says nothing of its life is in use.
        Some(it) => Some(*it.live_from.value().filter(|day| **day > ctx.as_of)?),
        None => element.initiative()?.end.value().copied(),
    };
    let Some(need) = need else {
        let text = say!(
            ctx,
            "day on which {name} is needed",
            "jour où l’on a besoin de {name}"
        );
        missing.push(Missing::said(Lack::NeededOn, element, text));
        return None;
    };
    let needed = day(need, ctx.lang);
    match ready {
        Some(ready) if ready > need => {
            let on = day(ready, ctx.lang);
            let clause = match (ready - need).num_days() {
                1 => say!(
                    ctx,
                    "is ready only on {on} (a day after it is needed)",
                    "ne sera là que le {on} (un jour trop tard)"
                ),
                days => say!(
                    ctx,
                    "is ready only on {on} ({days} days after it is needed)",
                    "ne sera là que le {on} ({days} jours trop tard)"
                ),
            };
            Some(Fault::new(clause, Some(ready)))
        }
        _ if need < ctx.as_of => {
            let clause = say!(
                ctx,
                "was needed by {needed} and is not there",
                "devait servir dès le {needed} et n’est pas là"
            );
            Some(Fault::new(clause, Some(need)))
        }
        Some(_) => None,
        None => {
            missing.push(Missing::of(Lack::End, element, ctx.lang));
            None
        }
    }
}

fn trouble<'a>(ctx: &Context<'a>, enabler: usize) -> Option<Fault<'a>> {
    let report = [Lens::It, Lens::Business]
        .iter()
        .find_map(|it| ctx.report_of(enabler, *it))?;
    (report.status == Some(Status::Red)).then(|| Fault {
        clause: say!(ctx, "is reported red", "est au rouge"),
        date: report.date.value().copied(),
        source: ctx.source_title(report.source.as_ref()),
    })
}
