//! D104 of maps: how many objectives each strategy map shows.

use super::too_many::{FAR_TOO_MANY, MANY};
use crate::model::{Canvas, CanvasKind, ElementKind};
use crate::rules::report::{Verdict, row};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Report, Severity};

/// Counts on each map; where no map shows an objective, in the portfolio.
/// Counts on each map; where no map shows an objective, in the portfolio.
pub(super) fn objectives_on_maps<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let objectives: Vec<usize> = ctx
        .of_kind(ElementKind::Objective)
        .map(|(n, _)| n)
        .collect();
    let on = |map: &Canvas| {
        let stands = |n: &&usize| ctx.placements(**n).any(|it| it.canvas == map.id);
        objectives.iter().filter(stands).count()
    };
    // Other kinds of canvas show the same objectives again.
    let maps = ctx
        .canvases()
        .filter(|it| it.kind == CanvasKind::StrategyMap);
    let counts = maps.map(|it| (Some(it), on(it))).filter(|(_, it)| *it > 0);
    let mut counts: Vec<(Option<&Canvas>, usize)> = counts.collect();
    if counts.is_empty() {
        counts.push((None, objectives.len()));
    }
    let most = report.count(&MANY);
    for (canvas, count) in counts.into_iter().filter(|(_, it)| *it > most) {
        let message = match canvas {
            Some(canvas) => {
                let name = quoted(&canvas.title, ctx.lang);
                say!(
                    ctx,
                    "The map {name} shows {count} objectives.",
                    "La carte {name} montre {count} objectifs."
                )
            }
            None => say!(
                ctx,
                "The portfolio has {count} objectives.",
                "Le portefeuille compte {count} objectifs."
            ),
        };
        let verdict = Verdict::violated_by_all(canvas.map_or("portfolio", |it| it.id.as_str()))
            .says(message)
            .advises(say!(
                ctx,
                "Bring them under themes until at most {most} remain, or split the map.",
                "Rassemblez-les par thème jusqu’à {most} au plus, ou partagez la carte."
            ))
            .shows([row(say!(
                ctx,
                "{count} objectives; at most {most} are readable",
                "{count} objectifs ; {most} au plus restent lisibles"
            ))]);
        report.add(if count > report.count(&FAR_TOO_MANY) {
            verdict.at(Severity::High)
        } else {
            verdict
        });
    }
}
