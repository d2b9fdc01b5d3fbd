//! What a why stands on besides its words: drivers, and the assumptions behind it and behind its contributions.

use crate::model::{Date, Detail, Element, Field, Gap, Known, LinkDetail, LinkKind, Maybe, Reason};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, gap_words, row};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence};

/// Something behind a why, with the last day on which it holds.
pub(super) struct Ground<'a> {
    pub(super) element: &'a Element,
    until: &'a Field<Date>,
    pub(super) row: Evidence,
}

impl<'a> Ground<'a> {
    pub(super) fn until(&self) -> Option<Date> {
        self.until.value().copied()
    }

    /// The gap where a last day exists and is not given.
    pub(super) fn untold(&self) -> Option<&'a Gap> {
        match self.until {
            Some(Maybe::Missing(gap)) if gap.reason != Reason::NotRequired => Some(gap),
            _ => None,
        }
    }
}

/// The drivers that it names, and the assumptions that it and its counting contributions rest on.
pub(super) fn grounds<'a>(ctx: &Context<'a>, number: usize) -> Vec<Ground<'a>> {
    let drivers = ctx.linked_from(number, LinkKind::Because);
    let assumed = ctx.linked_from(number, LinkKind::RestsOn);
    let own = drivers.chain(assumed);
    let claims: Vec<_> = ctx.contributions_up(number).collect();
    let behind = claims.iter().flat_map(|step| {
        let assumptions = match &step.link.detail {
            LinkDetail::Contribution(it) => it.assumptions.as_slice(),
            _ => &[],
        };
        assumptions.iter().map(|id| (ctx.number(id), step.link))
    });
    own.map(|(n, link)| (Some(n), link))
        .chain(behind)
        .filter_map(|(n, link)| {
            let element = ctx.element(n?);
            let name = quoted(&element.title, ctx.lang);
            let (until, text) = match &element.detail {
                Detail::Driver(it) => {
                    (&it.valid_until, say!(ctx, "Driver {name}", "Moteur {name}"))
                }
                Detail::Assumption(it) => (
                    &it.valid_until,
                    say!(ctx, "Assumption {name}", "Hypothèse {name}"),
                ),
                _ => return None,
            };
            let row = row(text).of(element).by(link).on(until.value().copied());
            Some(Ground {
                element,
                until,
                row,
            })
        })
        .collect()
}

/// Whether a reason is left: a driver that still presses, or a priority or objective that it exists because of.
pub(super) fn another_stands(ctx: &Context<'_>, number: usize) -> bool {
    ctx.linked_from(number, LinkKind::Because)
        .any(|(n, _)| match &ctx.element(n).detail {
            Detail::Driver(it) => it.valid_until.value().is_none_or(|end| *end >= ctx.as_of),
            _ => true,
        })
}

/// The rule cannot tell, because the last day of a ground exists and is not given.
pub(super) fn end_untold<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    ground: &Ground<'a>,
    gap: &Gap,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let behind = quoted(&ground.element.title, ctx.lang);
    let said = gap_words(ctx, gap.reason, &gap.said);
    let missing = vec![Missing::of(Lack::ValidUntil, ground.element, ctx.lang).withheld()];
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "Whether the why of {name} still holds cannot be told: the last day of {behind} is not given ({said}).",
            "On ne peut dire si le pourquoi de {name} tient encore : la date de fin de {behind} n’est pas donnée ({said})."
        ))
        .advises(say!(
            ctx,
            "Fill in the last day of {behind}, or note that it has none.",
            "Renseignez la date de fin de {behind}, ou notez qu’il n’en a pas."
        ))
        .shows([ground.row.clone()])
        .caused_by(ground.element, "valid_until")
}
