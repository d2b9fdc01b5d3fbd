//! Signs of life: what about an element bears a date.

use super::report::row;
use super::words::say;
use super::{Context, Evidence};
use crate::model::{Date, Detail, Known, LinkKind, SourceId};

/// A dated sign of life.
pub(super) struct Sign {
    pub(super) date: Date,
    pub(super) row: Evidence,
}

/// The youngest sign that is not later than the date of the check; on one day, the first in the list below. The
/// import of a list is none: a row may be carried from month to month without anybody having looked at it.
pub(super) fn last_sign(ctx: &Context<'_>, number: usize) -> Option<Sign> {
    let element = ctx.element(number);
    let source = |id: &Option<SourceId>| ctx.source_title(id.as_ref());
    let statuses = ctx.statuses(number).filter_map(|it| {
        let text = say!(ctx, "Last status report", "Dernier point d’avancement");
        Some((*it.date.as_ref()?.known()?, text, source(&it.source), None))
    });
    let readings = ctx
        .linked_to(number, LinkKind::Measures)
        .flat_map(|(n, link)| ctx.readings(n).map(move |it| (link, it)))
        .map(|(link, it)| {
            let text = say!(ctx, "Last reading", "Dernier relevé");
            let date = it.recorded_at.date_naive();
            (date, text, source(&it.source), Some(link))
        });
    let decisions = ctx
        .linked_to(number, LinkKind::Cites)
        .filter_map(|(n, link)| match &ctx.element(n).detail {
            Detail::Decision(it) => {
                let text = say!(ctx, "Last decision", "Dernière décision");
                Some((*it.decided_on.value()?, text, "", Some(link)))
            }
            _ => None,
        });
    let review = element.why.reviewed_on.map(|date| {
        let text = say!(
            ctx,
            "Last review of its why",
            "Dernière relecture du pourquoi"
        );
        (date, text, "", None)
    });
    statuses
        .chain(readings)
        .chain(decisions)
        .chain(review)
        .filter(|(date, ..)| *date <= ctx.as_of)
        .reduce(|last, next| if next.0 > last.0 { next } else { last })
        .map(|(date, text, title, link)| {
            let row = row(text).of(element).on(Some(date)).from(title);
            let row = match link {
                Some(link) => row.by(link),
                None => row,
            };
            Sign { date, row }
        })
}
