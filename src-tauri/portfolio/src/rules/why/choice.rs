//! What is known of how a decision was taken: its options, its reason and the work that it is about.

use crate::model::{Decision, Element, ElementKind, LinkKind, Maybe, Reason};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::report::row;
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence};

/// What is known of a reason.
#[derive(PartialEq, Eq)]
pub(super) enum Told {
    Yes,
    No,
    Withheld,
}

pub(super) fn rationale(decision: &Decision) -> Told {
    match &decision.rationale {
        Some(Maybe::Known(text)) if !text.trim().is_empty() => Told::Yes,
        Some(Maybe::Missing(gap)) if gap.reason == Reason::Withheld => Told::Withheld,
        _ => Told::No,
    }
}

/// The work that a decision is about.
pub(super) fn cited<'a>(ctx: &Context<'a>, number: usize) -> Vec<&'a Element> {
    ctx.linked_from(number, LinkKind::Cites)
        .filter(|(n, _)| ctx.kind(*n) == ElementKind::Initiative)
        .map(|(n, _)| ctx.element(n))
        .collect()
}

/// What a decision has in the place of a choice and of a reason.
pub(super) fn lacking(
    ctx: &Context<'_>,
    decision: &Decision,
    chosen: bool,
    reasoned: bool,
) -> Vec<Evidence> {
    let mut rows = Vec::new();
    if !chosen {
        rows.extend(decision.options.iter().take(MOST_ROWS).map(|it| {
            let option = quoted(&it.title, ctx.lang);
            row(say!(ctx, "Chosen: {option}", "Retenue : {option}"))
        }));
        if rows.is_empty() {
            let none = say!(ctx, "No option is noted", "Aucune option n’est notée");
            rows.push(row(none));
        }
    }
    if !reasoned {
        let none = say!(ctx, "No rationale is noted", "Aucun motif n’est noté");
        rows.push(row(none));
    }
    rows
}
