//! What several rules about progress look at and show: indicators by kind, ratings, values, and the work under way.

use crate::model::{
    Date, ElementKind, IndicatorKind, InitiativeState, Known, Lens, Status, StatusReport,
};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::row;
use crate::rules::rule::Said;
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence};
use std::collections::HashSet;

/// The indicators of an element and of those elements that lead to it and are of a wanted kind, each once.
pub(super) fn measuring(
    ctx: &Context<'_>,
    at: usize,
    wanted: impl Fn(ElementKind) -> bool,
) -> Vec<usize> {
    let below = ctx.below(at);
    let around = below.iter().copied().filter(|n| wanted(ctx.kind(*n)));
    let mut seen = HashSet::new();
    let all = std::iter::once(at).chain(around);
    all.flat_map(|n| ctx.indicators(n))
        .filter(|n| seen.insert(*n))
        .collect()
}

pub(super) fn kind_row(ctx: &Context<'_>, indicator: usize) -> Evidence {
    let said = match ctx.indicator_kind(indicator) {
        Some(IndicatorKind::Activity) => ("activity", "activité"),
        Some(IndicatorKind::Output) => ("output", "production"),
        Some(IndicatorKind::Adoption) => ("adoption", "adoption"),
        Some(IndicatorKind::Outcome) => ("outcome", "résultat"),
        Some(IndicatorKind::Impact) => ("impact", "impact"),
        None => (
            "what it measures is not said",
            "ce qu’il mesure n’est pas dit",
        ),
    };
    let (en, fr) = said;
    let word = Said { en, fr }.get(ctx.lang);
    let element = ctx.element(indicator);
    let name = quoted(&element.title, ctx.lang);
    row(say!(ctx, "{name}: {word}", "{name} : {word}")).imported(ctx, element)
}

/// The field that tells what an indicator measures, as a missing one.
pub(super) fn kind_of(ctx: &Context<'_>, indicator: usize) -> Missing {
    let element = ctx.element(indicator);
    let name = quoted(&element.title, ctx.lang);
    let text = say!(ctx, "what {name} measures", "ce que mesure {name}");
    Missing::said(Lack::IndicatorKind, element, text)
}

pub(super) fn status_word(ctx: &Context<'_>, status: Status) -> &'static str {
    let (en, fr) = match status {
        Status::Green => ("green", "au vert"),
        Status::Amber => ("amber", "à l’orange"),
        Status::Red => ("red", "au rouge"),
    };
    Said { en, fr }.get(ctx.lang)
}

/// Who said what of an element, with the words of the source.
pub(super) fn status_row(ctx: &Context<'_>, at: usize, report: &StatusReport) -> Evidence {
    let element = ctx.element(at);
    let name = quoted(&element.title, ctx.lang);
    let word = report.status.map_or("", |it| status_word(ctx, it));
    let mut text = match report.lens {
        Lens::It => say!(
            ctx,
            "IT rates {name} {word}",
            "L’informatique voit {name} {word}"
        ),
        Lens::Business => say!(
            ctx,
            "The business rates {name} {word}",
            "Le métier voit {name} {word}"
        ),
    };
    for said in [&report.said, &report.comment] {
        if !said.trim().is_empty() {
            let said = quoted(said.trim(), ctx.lang);
            text.push_str(&say!(ctx, ", {said}", ", {said}"));
        }
    }
    row(text)
        .of(element)
        .on(report.date.value().copied())
        .from(ctx.source_title(report.source.as_ref()))
}

/// The rating by which the delivery of an element is judged: that of IT, else that of the business.
pub(super) fn said_row(ctx: &Context<'_>, at: usize) -> Option<Evidence> {
    let mut sides = [Lens::It, Lens::Business].into_iter();
    let report = sides.find_map(|side| ctx.report_of(at, side))?;
    Some(status_row(ctx, at, report))
}

/// The rating of an element, as a missing field.
pub(super) fn rating_of(ctx: &Context<'_>, at: usize) -> Missing {
    Missing::of(Lack::Status, ctx.element(at), ctx.lang)
}

/// Whether an initiative has not begun: planned, or starting later than the check.
pub(super) fn is_to_come(ctx: &Context<'_>, at: usize) -> bool {
    let later = |date: &Date| *date > ctx.as_of;
    ctx.active_initiative(at).is_some_and(|it| {
        it.state.value() == Some(&InitiativeState::Planned) || it.start.value().is_some_and(later)
    })
}

/// Whether an initiative is open and has begun.
pub(super) fn is_under_way(ctx: &Context<'_>, at: usize) -> bool {
    ctx.active_initiative(at).is_some() && !is_to_come(ctx, at)
}

/// The initiatives on a path to an objective whose money was or is meant for it.
pub(super) fn contributing(ctx: &Context<'_>, number: usize) -> Vec<usize> {
    let all = ctx.initiatives_of(number);
    let meant = all.iter().copied().filter(|n| {
        let initiative = ctx.element(*n).initiative();
        initiative.is_some_and(|it| {
            !matches!(
                it.state.value(),
                Some(InitiativeState::Idea | InitiativeState::Stopped)
            )
        })
    });
    meant.collect()
}
