//! D101: a priority that no objective serves, or an objective that serves no priority.

use crate::model::{Element, ElementKind};
use crate::rules::evidence::proposed;
use crate::rules::footing::{Footing, some_of};
use crate::rules::report::{Verdict, accept_only};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Family, Report, Severity};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D101",
    name: "priority-or-objective-alone",
    family: Family::Visible,
    severity: Severity::High,
    title: Said {
        en: "Priorities and objectives without the other",
        fr: "Priorités et objectifs l’un sans l’autre",
    },
    what: Said {
        en: "A priority that no objective leads to, or an objective that leads to no priority.",
        fr: "Une priorité vers laquelle aucun objectif ne mène, ou un objectif qui ne mène à aucune priorité.",
    },
    why: Said {
        en: "A priority without an objective is a slogan: nothing says when it is reached. An objective without a \
             priority competes with the others and cannot win or lose.",
        fr: "Une priorité sans objectif est un slogan : rien ne dit quand elle est atteinte. Un objectif sans priorité \
             concurrence les autres sans pouvoir gagner ni perdre.",
    },
    how: Said {
        en: "Give the priority one objective that can be measured, attach the objective to the priority it serves, or retire it.",
        fr: "Donnez à la priorité un objectif mesurable, rattachez l’objectif à la priorité qu’il sert, ou retirez-le.",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "priorities or objectives",
            fr: "des priorités ou des objectifs",
        },
        there_is: |ctx| {
            some_of(
                ctx,
                &[ElementKind::Priority, ElementKind::Objective],
                |_| true,
            )
        },
    },
    check: Check::Each(&[ElementKind::Priority, ElementKind::Objective], check),
    cases: include_str!("priority_or_objective_alone.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    if element.kind() == ElementKind::Priority {
        if ctx.below_of_kind(number, ElementKind::Objective).is_empty() {
            report.add(priority(ctx, number, element));
        }
    } else if ctx.above_of_kind(number, ElementKind::Priority).is_empty() {
        report.add(objective(ctx, number, element));
    }
}

fn priority<'a>(ctx: &Context<'a>, number: usize, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let waiting = || {
        ctx.links_to(number).filter(|link| {
            ctx.by_id(&link.from)
                .is_some_and(|from| from.kind() == ElementKind::Objective)
        })
    };
    Verdict::violated(element)
        .says(say!(
            ctx,
            "No objective says when the priority {name} is reached.",
            "Aucun objectif ne dit quand la priorité {name} est atteinte."
        ))
        .advises(say!(
            ctx,
            "Draw a contribution from an objective that can be measured, or retire the priority.",
            "Tracez une contribution depuis un objectif mesurable, ou retirez la priorité."
        ))
        .shows(proposed(ctx, waiting()))
        .fixed_by(accept_only(waiting()))
}

fn objective<'a>(ctx: &Context<'a>, number: usize, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let waiting = || {
        ctx.links_from(number).filter(|link| {
            ctx.by_id(&link.to)
                .is_some_and(|to| to.kind() == ElementKind::Priority)
        })
    };
    Verdict::violated(element)
        .says(say!(
            ctx,
            "The objective {name} serves no priority.",
            "L’objectif {name} ne sert aucune priorité."
        ))
        .advises(say!(
            ctx,
            "Draw a contribution to the priority it serves, or retire the objective.",
            "Tracez une contribution vers la priorité qu’il sert, ou retirez l’objectif."
        ))
        .shows(proposed(ctx, waiting()))
        .fixed_by(accept_only(waiting()))
}
