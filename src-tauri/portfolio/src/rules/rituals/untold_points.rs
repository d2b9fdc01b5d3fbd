//! M105 where too few objectives tell their points, and others have some that are withheld.

use crate::model::{Detail, Element, ElementKind};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::missing::{Lack, Missing, is_withheld};
use crate::rules::report::Verdict;
use crate::rules::words::say;
use crate::rules::{Context, Report};

/// `told`: how many objectives tell their points; `fewest`: how many must, for the split to be judged.
pub(super) fn untold_points<'a>(
    ctx: &Context<'a>,
    (told, fewest): (usize, usize),
    report: &mut Report<'_, 'a>,
) {
    let objectives = ctx.of_kind(ElementKind::Objective).map(|(_, it)| it);
    let hidden =
        |it: &&'a Element| matches!(&it.detail, Detail::Objective(it) if is_withheld(&it.weight));
    let hidden: Vec<&Element> = objectives.filter(hidden).collect();
    let (some, all) = (hidden.len(), told + hidden.len());
    if hidden.is_empty() || all < fewest {
        return;
    }
    let shown = hidden.iter().take(MOST_ROWS);
    let missing = shown.map(|it| Missing::of(Lack::Weight, it, ctx.lang).withheld());
    report.add(
        Verdict::cannot_tell_of_all("weights", missing.collect())
            .says(say!(
                ctx,
                "Whether points put any of {all} objectives first cannot be told: those of {some} are withheld.",
                "On ne peut dire si les points font passer en premier l’un des {all} objectifs : ceux de {some} ne sont pas communiqués."
            ))
            .advises(say!(
                ctx,
                "Ask for the points of the objectives, or for their order.",
                "Demandez les points des objectifs, ou leur ordre."
            ))
            .relates(hidden),
    );
}
