//! D101: a priority that no objective serves, or an objective that serves no priority.

use crate::model::{Element, ElementKind};
use crate::rules::report::{Verdict, accept_only, is_proposed, row};
use crate::rules::rule::{Case, Rule, Said};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

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
        fr: "Une priorité sans objectif est un slogan : rien ne dit quand elle est atteinte. Un objectif sans priorité \
             concurrence les autres sans pouvoir gagner ni perdre.",
    },
    how: Said {
        en: "Give the priority one objective that can be measured, attach the objective to the priority it serves, or retire it.",
        fr: "Donnez à la priorité un objectif mesurable, rattachez l’objectif à la priorité qu’il sert, ou retirez-le.",
    },
    thresholds: &[],
    check,
    cases: CASES,
};

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let with_priority = ctx.steps_below(ctx.of_kind(ElementKind::Priority).map(|(n, _)| n));
    let with_objective = ctx.steps_above(ctx.of_kind(ElementKind::Objective).map(|(n, _)| n));
    for (n, element) in ctx.of_kind(ElementKind::Priority) {
        if with_objective[n].is_none() {
            report.add(priority(ctx, element));
        }
    }
    for (n, element) in ctx.of_kind(ElementKind::Objective) {
        if with_priority[n].is_none() {
            report.add(objective(ctx, element));
        }
    }
}

fn priority<'a>(ctx: &Context<'a>, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let waiting = || {
        ctx.portfolio.links_to(&element.id).filter(|link| {
            ctx.portfolio
                .element(&link.from)
                .is_some_and(|from| from.kind() == ElementKind::Objective)
        })
    };
    let rows: Vec<Evidence> = waiting()
        .filter(|link| is_proposed(link))
        .filter_map(|link| {
            let from = quoted(&ctx.portfolio.element(&link.from)?.title, ctx.lang);
            Some(
                row(say!(
                    ctx,
                    "{from} is proposed for it and not accepted",
                    "{from} est proposé et n’est pas accepté"
                ))
                .by(link),
            )
        })
        .collect();
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
        .shows(rows)
        .fixed_by(accept_only(waiting()))
}

fn objective<'a>(ctx: &Context<'a>, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let waiting = || {
        ctx.portfolio.links_from(&element.id).filter(|link| {
            ctx.portfolio
                .element(&link.to)
                .is_some_and(|to| to.kind() == ElementKind::Priority)
        })
    };
    let rows: Vec<Evidence> = waiting()
        .filter(|link| is_proposed(link))
        .filter_map(|link| {
            let to = quoted(&ctx.portfolio.element(&link.to)?.title, ctx.lang);
            Some(
                row(say!(
                    ctx,
                    "Its contribution to {to} is only proposed",
                    "Sa contribution à {to} n’est que proposée"
                ))
                .by(link),
            )
        })
        .collect();
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
        .shows(rows)
        .fixed_by(accept_only(waiting()))
}

const CASES: &[Case] = &[
    Case {
        name: "each_without_the_other_is_told",
        portfolio: r#"
            priority  safe  "Safer care"  # D101:high
            objective wait  "Wait under 20 minutes"  # D101:high
        "#,
    },
    Case {
        name: "an_accepted_contribution_joins_them",
        portfolio: r#"
            priority  fast  "Faster care"
            objective wait  "Wait under 20 minutes" -> fast
        "#,
    },
    Case {
        name: "a_reason_joins_them_as_well",
        portfolio: r#"
            priority  fast  "Faster care"
            objective wait  "Wait under 20 minutes" because fast
        "#,
    },
    Case {
        name: "a_part_serves_what_its_whole_serves",
        portfolio: r#"
            priority  fast  "Faster care"
            objective wait  "Wait under 20 minutes" -> fast
            objective night "Wait at night under 30 minutes" part_of wait
        "#,
    },
    Case {
        name: "a_proposed_contribution_joins_nothing",
        portfolio: r#"
            priority  fast  "Faster care"  # D101
            objective wait  "Wait under 20 minutes" ~> fast  # D101
        "#,
    },
    Case {
        name: "a_tenth_of_the_weight_makes_it_worse",
        portfolio: r#"
            priority  fast  "Faster care"
            objective wait  "Wait under 20 minutes" weight=81 -> fast
            objective a     "Light alone" weight=9   # D101:high
            objective b     "Heavy alone" weight=10  # D101:blocker
        "#,
    },
];
