//! M501: active work, an objective or a priority of which nobody has written why it exists.

use crate::model::{Element, ElementKind, Initiative, InitiativeState, LinkKind, Maybe};
use crate::rules::evidence::budget_row;
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{money, points, quoted, say};
use crate::rules::{Context, Family, Report, Severity};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M501",
    name: "no-why",
    family: Family::Why,
    severity: Severity::High,
    title: Said {
        en: "Nobody has written why",
        fr: "Personne n’a écrit pourquoi",
    },
    what: Said {
        en: "An objective, a priority or an active initiative with an empty why card and no link to a reason, or an idea \
             whose budget is already approved. A because link to a driver, a priority or an objective counts as a why.",
        fr: "Un objectif, une priorité ou une initiative active dont la carte du pourquoi est vide et qu’aucun lien ne \
             rattache à une raison, ou une idée au budget déjà accordé. Un lien « parce que » vers un moteur, une priorité \
             ou un objectif vaut pourquoi.",
    },
    why: Said {
        en: "A why that is only in people’s heads differs from head to head and leaves with its owner. Without it nobody can \
             tell a good reason to go on from a habit.",
        fr: "Un pourquoi resté dans les têtes diffère d’une tête à l’autre et s’en va avec son porteur. Sans lui, rien ne \
             distingue une bonne raison de continuer d’une habitude.",
    },
    how: Said {
        en: "Fill in the why card: for whom, what changes for them, what will prove it, until when. Or link it to the driver it answers.",
        fr: "Remplissez la carte du pourquoi : pour qui, ce qui change, ce qui le prouvera, jusqu’à quand. Ou reliez-la au moteur auquel elle répond.",
    },
    thresholds: &[],
    check: Check::Each(
        &[
            ElementKind::Priority,
            ElementKind::Objective,
            ElementKind::Initiative,
        ],
        check,
    ),
    cases: include_str!("no_why.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    let concerned = match element.initiative() {
        None => true,
        Some(it) if is_idea(it) => ctx.budget(number).is_some(),
        Some(_) => ctx.active_initiative(number).is_some(),
    };
    let has_reason = || {
        let mut up = ctx.up(number).iter();
        up.any(|it| it.link.kind() == LinkKind::Because)
    };
    if concerned && element.why.is_empty() && !has_reason() {
        report.add(violated(ctx, number, element));
    }
}

fn is_idea(initiative: &Initiative) -> bool {
    matches!(&initiative.state, Some(Maybe::Known(InitiativeState::Idea)))
}

fn violated<'a>(ctx: &Context<'a>, n: usize, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let budget = ctx.budget(n);
    let sum = budget.map(|it| money(it, ctx.lang));
    let points = ctx.weight(element).map(|it| points(it, ctx.lang));
    let message = match (element.kind(), sum, points) {
        (ElementKind::Priority, ..) => say!(
            ctx,
            "Nobody has written why {name} is a priority.",
            "Personne n’a écrit pourquoi {name} est une priorité."
        ),
        (ElementKind::Objective, _, Some(points)) => say!(
            ctx,
            "The objective {name} weighs {points} and nobody has written why.",
            "L’objectif {name} pèse {points} et personne n’a écrit pourquoi."
        ),
        (ElementKind::Objective, ..) => say!(
            ctx,
            "Nobody has written why {name} is an objective.",
            "Personne n’a écrit pourquoi {name} est un objectif."
        ),
        (_, Some(sum), _) if element.initiative().is_some_and(is_idea) => say!(
            ctx,
            "{name} is an idea with {sum} approved, and nobody has written why.",
            "{name} n’est qu’une idée, {sum} lui sont accordés, et personne n’a écrit pourquoi."
        ),
        (_, Some(sum), _) => say!(
            ctx,
            "{name} spends {sum} and nobody has written why.",
            "{name} dépense {sum} et personne n’a écrit pourquoi."
        ),
        _ => say!(
            ctx,
            "Nobody has written why {name} is done.",
            "Personne n’a écrit pourquoi {name} est engagée."
        ),
    };
    let empty = row(say!(
        ctx,
        "The why card is empty and no link names a reason",
        "La carte du pourquoi est vide et aucun lien ne nomme de raison"
    ));
    Verdict::violated(element)
        .says(message)
        .advises(say!(
            ctx,
            "Write for whom it is done and what changes for them, or draw a because link to its driver.",
            "Écrivez pour qui et ce qui changera, ou tracez un lien « parce que » vers son moteur."
        ))
        .shows([empty.imported(ctx, element)])
        .shows(budget_row(ctx, n))
        .stakes(budget.cloned())
        .caused_by(element, "why")
}
