//! Signs of life: what about an element bears a date.

use super::report::row;
use super::words::say;
use super::{Context, Evidence};
use crate::model::{Date, Detail, Known, Link, LinkKind, SourceId};

/// A dated sign of life.
pub(super) struct Sign {
    pub(super) date: Date,
    pub(super) row: Evidence,
}

/// What a sign is, before anybody asks for its words: there may be thousands of readings, and one is shown.
enum What<'a> {
    Status(Option<&'a SourceId>),
    Reading(&'a Link, Option<&'a SourceId>),
    Decision(&'a Link),
    Review,
}

/// The youngest sign that is not later than the date of the check; on one day, the first in the list below. The
/// import of a list is none: a row may be carried from month to month without anybody having looked at it.
pub(super) fn last_sign(ctx: &Context<'_>, number: usize) -> Option<Sign> {
    let (date, what) = last(ctx, number)?;
    let title = |source| ctx.source_title(source);
    let (text, title, link) = match what {
        What::Status(source) => {
            let text = say!(ctx, "Last status report", "Dernier point d’avancement");
            (text, title(source), None)
        }
        What::Reading(link, source) => {
            let text = say!(ctx, "Last reading", "Dernier relevé");
            (text, title(source), Some(link))
        }
        What::Decision(link) => {
            let text = say!(ctx, "Last decision", "Dernière décision");
            (text, "", Some(link))
        }
        What::Review => {
            let text = say!(
                ctx,
                "Last review of its why",
                "Dernière relecture du pourquoi"
            );
            (text, "", None)
        }
    };
    let row = row(text).of(ctx.element(number)).on(Some(date)).from(title);
    let row = match link {
        Some(link) => row.by(link),
        None => row,
    };
    Some(Sign { date, row })
}

/// The day of [`last_sign`].
pub(super) fn last_day(ctx: &Context<'_>, number: usize) -> Option<Date> {
    last(ctx, number).map(|(date, _)| date)
}

fn last<'a>(ctx: &Context<'a>, number: usize) -> Option<(Date, What<'a>)> {
    let statuses = ctx.statuses(number).filter_map(|it| {
        let date = *it.date.as_ref()?.known()?;
        Some((date, What::Status(it.source.as_ref())))
    });
    let readings = ctx
        .linked_to(number, LinkKind::Measures)
        .flat_map(|(n, link)| ctx.readings(n).map(move |it| (link, it)))
        .map(|(link, it)| {
            let date = it.recorded_at.date_naive();
            (date, What::Reading(link, it.source.as_ref()))
        });
    let decisions = ctx
        .linked_to(number, LinkKind::Cites)
        .filter_map(|(n, link)| match &ctx.element(n).detail {
            Detail::Decision(it) => Some((*it.decided_on.value()?, What::Decision(link))),
            _ => None,
        });
    let review = ctx.element(number).why.reviewed_on;
    statuses
        .chain(readings)
        .chain(decisions)
        .chain(review.map(|date| (date, What::Review)))
        .filter(|(date, _)| *date <= ctx.as_of)
        .reduce(|last, next| if next.0 > last.0 { next } else { last })
}
