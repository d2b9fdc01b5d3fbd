//! D207: work that leads straight to a priority or an objective, over the outcome and the change in between.

use crate::model::{ElementKind, Level};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity, Step};
use std::collections::HashSet;

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D207",
    name: "leap",
    family: Family::Common,
    severity: Severity::Medium,
    title: Said {
        en: "Leaps over the outcome",
        fr: "Sauts par-dessus le résultat",
    },
    what: Said {
        en: "A driver, a priority or an objective to which an accepted contribution leads straight from a capability, an open \
             initiative, a system or a team, when no outcome and no change lies on any way between the two. All leaps to one \
             aim are one finding. A short cut beside a full way is none.",
        fr: "Un moteur, une priorité ou un objectif auquel une contribution acceptée mène tout droit depuis une capacité, une \
             initiative ouverte, un système ou une équipe, sans qu’aucun résultat ni changement se trouve sur un chemin entre \
             les deux. Tous les sauts vers un même but font un seul constat. Un raccourci à côté d’un chemin complet n’en est pas un.",
    },
    why: Said {
        en: "Between a tool that works and a result that counts somebody has to do something differently. Where nobody names \
             whom and what, the link is a hope, and nobody is in charge of the step that decides.",
        fr: "Entre un outil qui marche et un résultat qui compte, quelqu’un doit agir autrement. Si l’on ne nomme ni qui ni quoi, \
             le lien est un espoir, et personne n’est chargé du pas qui décide.",
    },
    how: Said {
        en: "Insert the outcome that somebody will notice, and below it the change in what people do; then lead the work to the \
             change. One outcome often serves several initiatives.",
        fr: "Insérez le résultat que quelqu’un remarquera et, dessous, ce que les gens feront autrement ; puis reliez le travail \
             à ce changement. Un même résultat sert souvent plusieurs initiatives.",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "accepted contributions to drivers, priorities or objectives",
            fr: "des contributions acceptées à des moteurs, priorités ou objectifs",
        },
        there_is: |ctx| {
            some_of(ctx, &RECEIVERS, |n| {
                ctx.contributions_down(n).next().is_some()
            })
        },
    },
    check: Check::Each(&RECEIVERS, check),
    cases: include_str!("leap.cases"),
};

/// What directs, and should be reached by way of an outcome.
const RECEIVERS: [ElementKind; 3] = [
    ElementKind::Driver,
    ElementKind::Priority,
    ElementKind::Objective,
];

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let mut leaps: Vec<Step<'a>> = ctx.contributions_down(number).collect();
    leaps.retain(|step| starts_below_value(ctx, step.to));
    if leaps.is_empty() {
        return;
    }
    let below = ctx.below(number);
    let value = below.iter().copied();
    let value: HashSet<usize> = value
        .filter(|n| ctx.kind(*n).level() == Some(Level::Value))
        .collect();
    leaps.retain(|step| !ctx.above(step.to).iter().any(|n| value.contains(n)));
    if !leaps.is_empty() {
        report.add(violated(ctx, number, &leaps));
    }
}

/// Whether an element stands below outcomes and changes, and is not closed work or an idea.
fn starts_below_value(ctx: &Context<'_>, number: usize) -> bool {
    let kind = ctx.kind(number);
    let open = kind != ElementKind::Initiative || ctx.active_initiative(number).is_some();
    kind.level() > Some(Level::Value) && open
}

fn violated<'a>(ctx: &Context<'a>, number: usize, leaps: &[Step<'a>]) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let message = match leaps {
        [one] => {
            let from = quoted(&ctx.element(one.to).title, ctx.lang);
            say!(
                ctx,
                "{from} leads straight to {name}; no outcome or change in between says who notices what.",
                "{from} mène tout droit à {name} ; aucun résultat ni changement ne dit, entre les deux, qui remarquera quoi."
            )
        }
        many => {
            let count = many.len();
            say!(
                ctx,
                "{count} contributions lead straight to {name}; no outcome or change in between says who notices what.",
                "{count} contributions mènent tout droit à {name} ; aucun résultat ni changement ne dit, entre les deux, qui remarquera quoi."
            )
        }
    };
    let rows = leaps.iter().take(MOST_ROWS).map(|it| leap_row(ctx, it));
    Verdict::violated(element)
        .says(message)
        .advises(say!(
            ctx,
            "Insert the outcome that brings {name} closer, and lead the work to it or to a change below it.",
            "Insérez le résultat qui rapproche de {name}, et reliez-y le travail, ou au changement qui l’amène."
        ))
        .shows(rows)
        .relates(leaps.iter().map(|it| ctx.element(it.to)))
        .along(leaps.iter().map(|it| it.link))
}

fn leap_row(ctx: &Context<'_>, step: &Step<'_>) -> Evidence {
    let from = ctx.element(step.to);
    let name = quoted(&from.title, ctx.lang);
    let text = match from.kind() {
        ElementKind::Capability => say!(ctx, "Capability {name}", "Capacité {name}"),
        ElementKind::System => say!(ctx, "System {name}", "Système {name}"),
        ElementKind::Team => say!(ctx, "Team {name}", "Équipe {name}"),
        _ => say!(ctx, "Initiative {name}", "Initiative {name}"),
    };
    row(text).of(from).by(step.link)
}
