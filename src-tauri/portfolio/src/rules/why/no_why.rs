//! M501: active work, an objective or a priority of which nobody has written why it exists.

use super::nobody_writes::whole;
use super::withheld;
use crate::model::{Element, ElementKind, Initiative, InitiativeState, LinkKind, Maybe};
use crate::rules::context::{Sum, Turn, set_for};
use crate::rules::evidence::budget_row;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::is_withheld;
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{money, points, quoted, say};
use crate::rules::{Context, Family, Report, Severity};
use rust_decimal::Decimal;

const FEWEST: Threshold = Threshold {
    name: "fewest_without_why",
    value: 5.0,
    unit: Said {
        en: "initiatives without a why",
        fr: "initiatives sans pourquoi",
    },
    source: OURS,
};
const SHARE: Threshold = Threshold {
    name: "share_without_why",
    value: 90.0,
    unit: Said {
        en: "% of the initiatives",
        fr: "% des initiatives",
    },
    source: OURS,
};

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
        en: "An objective, a priority or an open initiative with an empty why card and no link to a reason, or an idea \
             whose budget is already approved. A because link to a driver, a priority or an objective counts as a why. Where \
             at least {fewest_without_why} initiatives, and {share_without_why} % of all, have none, it is said once of the portfolio instead of each. \
             Cannot tell when the budget of an idea is withheld.",
        fr: "Un objectif, une priorité ou une initiative ouverte dont la carte du pourquoi est vide et qu’aucun lien ne \
             rattache à une raison, ou une idée au budget déjà accordé. Un lien « parce que » vers un moteur, une priorité \
             ou un objectif vaut pourquoi. Si au moins {fewest_without_why} initiatives, et {share_without_why} % de toutes, n’en ont pas, on le dit une fois \
             du portefeuille et non de chacune. Ne peut trancher si le budget d’une idée n’est pas communiqué.",
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
    thresholds: &[FEWEST, SHARE],
    footing: Footing {
        needs: Said {
            en: "priorities, objectives or work under way",
            fr: "des priorités, des objectifs ou du travail en cours",
        },
        there_is: |ctx| {
            let kinds = [
                ElementKind::Priority,
                ElementKind::Objective,
                ElementKind::Initiative,
            ];
            some_of(ctx, &kinds, |n| is_concerned(ctx, n))
        },
    },
    check: Check::Both(
        &[
            ElementKind::Priority,
            ElementKind::Objective,
            ElementKind::Initiative,
        ],
        each,
        whole,
    ),
    cases: include_str!("no_why.cases"),
};

/// Initiatives that should have a why, by whether they have one.
pub(in crate::rules) const WHYS: Sum = Sum {
    place: 6,
    part: |ctx, n| {
        let initiative = ctx.kind(n) == ElementKind::Initiative;
        let name = if has_why(ctx, n) {
            "written"
        } else {
            "missing"
        };
        (initiative && is_concerned(ctx, n)).then_some((name, Decimal::ONE))
    },
};

/// Nobody writes why here: a habit of the portfolio and no fault of single rows.
pub(in crate::rules) const HARDLY_ANY_WHY: Turn = Turn {
    place: 1,
    holds: |sums, settings| {
        let set = |threshold| set_for(settings, RULE.code, threshold);
        sums.is_most(&WHYS, "missing", &["written"], set(&FEWEST), set(&SHARE))
    },
};

pub(super) fn is_concerned(ctx: &Context<'_>, number: usize) -> bool {
    match ctx.element(number).initiative() {
        None => true,
        Some(it) if is_idea(it) => ctx.budget(number).is_some(),
        Some(_) => ctx.active_initiative(number).is_some(),
    }
}

pub(super) fn has_why(ctx: &Context<'_>, number: usize) -> bool {
    let mut up = ctx.up(number).iter();
    !ctx.element(number).why.is_empty() || up.any(|it| it.link.kind() == LinkKind::Because)
}

fn each<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    let is_told = element.kind() == ElementKind::Initiative && ctx.turned(&HARDLY_ANY_WHY);
    if is_told || has_why(ctx, number) {
        return;
    }
    if is_concerned(ctx, number) {
        report.add(violated(ctx, number, element));
    } else if element.initiative().is_some_and(may_have_money) {
        report.add(withheld::budget(ctx, element));
    }
}

fn is_idea(initiative: &Initiative) -> bool {
    matches!(&initiative.state, Some(Maybe::Known(InitiativeState::Idea)))
}

/// An idea of whose money somebody keeps silent.
fn may_have_money(initiative: &Initiative) -> bool {
    is_idea(initiative) && is_withheld(&initiative.budget)
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
            "Write for whom it is done and what changes for them, or link it to the driver that it answers.",
            "Écrivez pour qui et ce qui changera, ou tracez un lien « parce que » vers son moteur."
        ))
        .shows([empty.imported(ctx, element)])
        .shows(budget_row(ctx, n))
        .stakes(budget.cloned())
        .caused_by(element, "why")
}
