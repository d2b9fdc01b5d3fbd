//! M107: two initiatives that depend on each other and serve no common objective.

use crate::model::{Element, ElementKind, Link, LinkDetail, LinkKind};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_work};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity, Step};
use std::collections::HashSet;

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M107",
    name: "planned-together-aimed-apart",
    family: Family::Rituals,
    severity: Severity::Low,
    title: Said {
        en: "Planned together, aimed apart",
        fr: "Planifiées ensemble, sans but commun",
    },
    what: Said {
        en: "An open initiative that depends on another open one, where both lead to objectives and to no common one. \
             Initiatives that only share an increment are not seen: the model knows dependencies. Work that reaches no \
             objective at all is another rule’s business.",
        fr: "Une initiative ouverte qui dépend d’une autre, quand toutes deux mènent à des objectifs mais à aucun en commun. Celles \
             qui partagent seulement un incrément ne se voient pas : le modèle connaît les dépendances. Un travail qui \
             n’atteint aucun objectif relève d’une autre règle.",
    },
    why: Said {
        en: "A joint plan makes people meet, not want the same. When time gets short, each side will defend its own objective and \
             the dependency will be the first thing to slip.",
        fr: "Un plan commun fait se rencontrer les gens, il ne leur fait pas vouloir la même chose. Quand le temps manque, chacun \
             défend son objectif, et la dépendance glisse la première.",
    },
    how: Said {
        en: "Confirm with both owners that only their schedules meet, and agree who gives way; or link both to the aim they share.",
        fr: "Confirmez avec les deux responsables que seuls leurs calendriers se croisent, et convenez de qui cède ; ou reliez-les au \
             but qu’elles partagent.",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "dependencies between initiatives under way that lead to objectives",
            fr: "des dépendances entre initiatives en cours qui mènent à des objectifs",
        },
        there_is: |ctx| {
            some_work(ctx, |n| {
                let mut on = ctx.linked_from(n, LinkKind::DependsOn);
                on.any(|(other, _)| {
                    let both = other != n && ctx.active_initiative(other).is_some();
                    both && [n, other]
                        .iter()
                        .all(|it| !ctx.objectives_of(*it).is_empty())
                })
            })
        },
    },
    check: Check::Each(&[ElementKind::Initiative], check),
    cases: include_str!("planned_together_aimed_apart.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    if ctx.active_initiative(number).is_none() {
        return;
    }
    for (other, link) in ctx.linked_from(number, LinkKind::DependsOn) {
        if other == number || ctx.active_initiative(other).is_none() {
            continue;
        }
        // Of two that depend on each other one speaks.
        let mut back = ctx.linked_from(other, LinkKind::DependsOn);
        if other < number && back.any(|(n, _)| n == number) {
            continue;
        }
        let (own, others) = (ctx.objectives_of(number), ctx.objectives_of(other));
        let theirs: HashSet<usize> = others.iter().copied().collect();
        let apart = own.iter().all(|n| !theirs.contains(n));
        if apart && !own.is_empty() && !others.is_empty() {
            report.add(violated(ctx, number, other, link));
        }
    }
}

fn violated<'a>(ctx: &Context<'a>, number: usize, other: usize, link: &'a Link) -> Verdict<'a> {
    let (element, second) = (ctx.element(number), ctx.element(other));
    let name = quoted(&element.title, ctx.lang);
    let title = quoted(&second.title, ctx.lang);
    let by = match &link.detail {
        LinkDetail::DependsOn { needed_by } => *needed_by,
        _ => None,
    };
    let message = match by.map(|it| day(it, ctx.lang)) {
        Some(by) => say!(
            ctx,
            "{name} needs {title} by {by}, and the two serve no common objective.",
            "{name} a besoin de {title} pour le {by}, et les deux ne servent aucun objectif commun."
        ),
        None => say!(
            ctx,
            "{name} depends on {title}, and the two serve no common objective.",
            "{name} dépend de {title}, et les deux ne servent aucun objectif commun."
        ),
    };
    let path: Vec<&Link> = way(ctx, number)
        .into_iter()
        .map(|it| it.link)
        .chain([link])
        .chain(way(ctx, other).into_iter().map(|it| it.link))
        .collect();
    Verdict::violated(element)
        .facet(second.id.as_str())
        .says(message)
        .advises(say!(
            ctx,
            "Confirm that only their schedules meet and who gives way, or draw the contribution to the objective they share.",
            "Confirmez que seuls leurs calendriers se croisent et qui cède, ou tracez la contribution vers l’objectif qu’elles partagent."
        ))
        .shows(roots(ctx, number))
        .shows(roots(ctx, other))
        .relates([second])
        .along(path)
}

/// The shortest way to the nearest objective; none when only a part has one.
fn way<'a>(ctx: &Context<'a>, number: usize) -> Vec<Step<'a>> {
    let objectives = ctx.objectives_of(number);
    let nearest = objectives.first();
    nearest
        .and_then(|goal| ctx.path(number, *goal))
        .unwrap_or_default()
}

fn roots(ctx: &Context<'_>, number: usize) -> Vec<Evidence> {
    let name = quoted(&ctx.element(number).title, ctx.lang);
    let objectives = ctx.objectives_of(number);
    let row = |objective: &Element| {
        let goal = quoted(&objective.title, ctx.lang);
        row(say!(ctx, "{name} serves {goal}", "{name} sert {goal}")).of(objective)
    };
    let shown = objectives.iter().take(MOST_ROWS);
    shown.map(|n| row(ctx.element(*n))).collect()
}
