//! What is planned for the review of an outcome: when, by whom, and how long after the work on it delivers.

use crate::model::{Date, Element, Field, InitiativeState, Known, Maybe, Outcome, Reason};
use crate::rules::Context;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::missing::{Lack, Missing};
use crate::rules::words::say;

/// What a field tells that should be filled.
enum Answer<'a, T> {
    Given(&'a T),
    Missing,
    /// It exists, or need not exist, and is not told here.
    Withheld,
    NotRequired,
}

fn answer<T>(field: &Field<T>) -> Answer<'_, T> {
    match field {
        Some(Maybe::Known(value)) => Answer::Given(value),
        Some(Maybe::Missing(gap)) if gap.reason == Reason::Withheld => Answer::Withheld,
        Some(Maybe::Missing(gap)) if gap.reason == Reason::NotRequired => Answer::NotRequired,
        _ => Answer::Missing,
    }
}

/// What is wrong and what is not known, in words.
#[derive(Default)]
pub(super) struct Found {
    pub(super) faults: Vec<String>,
    pub(super) unknown: Vec<Missing>,
}

/// Initiatives on the way to an outcome that deliver or have delivered, with the day if it is known.
pub(super) fn work<'a>(ctx: &Context<'a>, number: usize) -> Vec<(&'a Element, Option<Date>)> {
    let leading = ctx.initiatives_of(number);
    let all = leading.iter().filter_map(|n| {
        let element = ctx.element(*n);
        let it = element.initiative()?;
        let idle = matches!(
            it.state.value(),
            Some(InitiativeState::Idea | InitiativeState::Stopped)
        );
        let day = it.delivered_on.value().or(it.end.value());
        (!idle).then_some((element, day.copied()))
    });
    all.collect()
}

/// What is wrong with the plan, and what of it is not known.
pub(super) fn look(
    ctx: &Context<'_>,
    element: &Element,
    outcome: &Outcome,
    work: &[(&Element, Option<Date>)],
    latest: i64,
) -> Found {
    let mut found = Found::default();
    match answer(&outcome.review_on) {
        Answer::Missing => found.faults.push(say!(
            ctx,
            "no review is planned",
            "aucune revue n’est prévue"
        )),
        Answer::Withheld => found
            .unknown
            .push(Missing::of(Lack::ReviewOn, element, ctx.lang).withheld()),
        Answer::NotRequired => {}
        Answer::Given(review) => match work.iter().filter_map(|(_, day)| *day).max() {
            Some(last) if (*review - last).num_days() > latest => {
                let days = (*review - last).num_days();
                found.faults.push(say!(
                    ctx,
                    "its review is planned {days} days after delivery",
                    "sa revue est prévue {days} jours après la livraison"
                ));
            }
            Some(_) => {}
            None => found.unknown.extend(
                work.iter()
                    .take(MOST_ROWS)
                    .map(|(it, _)| Missing::of(Lack::End, it, ctx.lang)),
            ),
        },
    }
    match answer(&outcome.reviewer) {
        Answer::Given(who) if !who.trim().is_empty() => {}
        Answer::Withheld => found
            .unknown
            .push(Missing::of(Lack::Reviewer, element, ctx.lang).withheld()),
        Answer::NotRequired => {}
        _ => found.faults.push(say!(
            ctx,
            "nobody is named to review it",
            "personne n’est chargé de la revue"
        )),
    }
    found
}
