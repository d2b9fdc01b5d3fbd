//! What the figures of M305 serve, and what it cannot tell where nobody can say how that stands.

use crate::model::{ElementKind, Level};
use crate::rules::Context;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::Verdict;
use crate::rules::words::{quoted, say};
use std::collections::BTreeSet;

/// The objectives to which indicators lead; `None` when one measures a driver or a priority, above all objectives.
pub(super) fn reached(ctx: &Context<'_>, indicators: &[usize]) -> Option<BTreeSet<usize>> {
    let mut found = BTreeSet::new();
    for n in indicators {
        let wider = ctx.above(*n);
        for at in std::iter::once(n).chain(wider.iter()) {
            for measured in ctx.measures(*at).iter().copied() {
                match (ctx.kind(measured), ctx.kind(measured).level()) {
                    (ElementKind::Objective, _) => drop(found.insert(measured)),
                    (_, Some(Level::Why | Level::Direction)) => return None,
                    _ => found.extend(ctx.objectives_of(measured).iter().copied()),
                }
            }
        }
    }
    Some(found)
}

pub(super) fn missing(ctx: &Context<'_>, objectives: &BTreeSet<usize>) -> Vec<Missing> {
    let some = objectives.iter().take(MOST_ROWS);
    let standing = some.map(|n| {
        let objective = ctx.element(*n);
        let name = quoted(&objective.title, ctx.lang);
        let text = say!(ctx, "how {name} stands", "où en est {name}");
        Missing::said(Lack::Reading, objective, text)
    });
    standing.collect()
}

/// `verdict` is about whose `count` figures they are, called `name`.
pub(super) fn told<'a>(
    ctx: &Context<'a>,
    verdict: Verdict<'a>,
    (name, count): (&str, usize),
    objectives: &BTreeSet<usize>,
) -> Verdict<'a> {
    verdict
        .says(say!(
            ctx,
            "All {count} judged indicators of {name} are on track; whether what they serve is on track as well cannot be told.",
            "Les {count} indicateurs évalués de {name} sont en bonne voie ; on ne peut dire si ce qu’ils servent l’est aussi."
        ))
        .advises(say!(
            ctx,
            "Measure what they serve: an outcome indicator with a baseline, a target and a fresh value.",
            "Mesurez ce qu’ils servent : un indicateur de résultat avec départ, cible et valeur récente."
        ))
        .relates(objectives.iter().take(MOST_ROWS).map(|n| ctx.element(*n)))
}
