//! D102: an objective that no funded, active initiative leads to.

use crate::model::{Element, ElementKind, Initiative, Maybe, Reason};
use crate::rules::evidence::{MOST_ROWS, proposed, unknown_budget, unpaid};
use crate::rules::report::{Verdict, accept_only};
use crate::rules::rule::{Rule, Said};
use crate::rules::words::{number, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use std::collections::BTreeSet;

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D102",
    name: "unfunded-objective",
    family: Family::Visible,
    severity: Severity::High,
    title: Said {
        en: "Objectives that no funded work leads to",
        fr: "Objectifs sans travail financé",
    },
    what: Said {
        en: "An objective without any active initiative on a path to it that has a budget above zero, its own or its \
             programme’s. Cannot tell when the only initiatives on a path have a budget that is withheld or not filled in.",
        fr: "Un objectif vers lequel ne mène aucune initiative active dotée d’un budget, le sien ou celui de son programme. \
             Indécidable quand les seules initiatives qui y mènent ont un budget non communiqué ou non renseigné.",
    },
    why: Said {
        en: "An objective that nobody is paid to reach is a wish. It still takes room on the page and gives the \
             impression that something is being done.",
        fr: "Un objectif que personne n’est payé pour atteindre est un vœu. Il occupe pourtant la page et laisse croire \
             que quelque chose se fait.",
    },
    how: Said {
        en: "Fund an initiative that moves it, link the one that does, or retire the objective for this cycle.",
        fr: "Financez une initiative qui le fait avancer, reliez celle qui le fait déjà, ou retirez l’objectif pour ce cycle.",
    },
    thresholds: &[],
    check,
    cases: include_str!("unfunded_objective.cases"),
};

/// What is known of the money of an active initiative.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Funding {
    Funded,
    Unknown,
    None,
}

fn funding(ctx: &Context<'_>, number: usize, initiative: &Initiative) -> Funding {
    let by_programme = || ctx.wholes(number).any(|whole| ctx.budget(whole).is_some());
    match &initiative.budget {
        Some(Maybe::Known(_)) if ctx.budget(number).is_some() => Funding::Funded,
        Some(Maybe::Known(_)) => Funding::None,
        _ if by_programme() => Funding::Funded,
        Some(Maybe::Missing(gap)) if gap.reason == Reason::NotRequired => Funding::None,
        Some(Maybe::Missing(_)) | None => Funding::Unknown,
    }
}

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let money: Vec<(usize, Funding)> = ctx
        .active()
        .map(|(n, _, initiative)| (n, funding(ctx, n, initiative)))
        .collect();
    let with = |wanted: Funding| {
        let starts = money.iter().filter(|(_, it)| *it == wanted);
        ctx.steps_above(starts.map(|(n, _)| *n))
    };
    let (funded, unknown) = (with(Funding::Funded), with(Funding::Unknown));
    let undecided: BTreeSet<usize> = money
        .iter()
        .filter(|(_, it)| *it == Funding::Unknown)
        .map(|(n, _)| *n)
        .collect();
    for (n, element) in ctx.of_kind(ElementKind::Objective) {
        if funded[n].is_some() {
            continue;
        }
        report.add(if unknown[n].is_some() {
            cannot_tell(ctx, n, element, &undecided)
        } else {
            violated(ctx, n, element)
        });
    }
}

/// Initiatives that lead to an element, nearest first, at most [`MOST_ROWS`] that are wanted.
fn leading_to<'a>(
    ctx: &Context<'a>,
    number: usize,
    wanted: impl Fn(usize) -> bool,
) -> Vec<&'a Element> {
    let mut seen = BTreeSet::from([number]);
    let mut queue = std::collections::VecDeque::from([number]);
    let mut found = Vec::new();
    while let Some(at) = queue.pop_front() {
        if found.len() == MOST_ROWS {
            break;
        }
        if ctx.element(at).kind() == ElementKind::Initiative && wanted(at) {
            found.push(ctx.element(at));
        }
        for step in ctx.down(at) {
            if seen.insert(step.to) {
                queue.push_back(step.to);
            }
        }
    }
    found
}

fn violated<'a>(ctx: &Context<'a>, number_of: usize, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let leading = leading_to(ctx, number_of, |_| true);
    let waiting = || ctx.portfolio.links_to(&element.id);
    let message = match ctx.weight(element).map(|it| number(it, ctx.lang)) {
        Some(points) => say!(
            ctx,
            "The objective {name} weighs {points} points and no funded work leads to it.",
            "L’objectif {name} pèse {points} points et aucun travail financé n’y mène."
        ),
        None => say!(
            ctx,
            "No funded work leads to the objective {name}.",
            "Aucun travail financé ne mène à l’objectif {name}."
        ),
    };
    let rows: Vec<Evidence> = leading.iter().map(|it| unpaid(ctx, it)).collect();
    Verdict::violated(element)
        .says(message)
        .advises(say!(
            ctx,
            "Draw a contribution from an active initiative that has a budget, or retire the objective for this cycle.",
            "Tracez une contribution depuis une initiative active dotée d’un budget, ou retirez l’objectif pour ce cycle."
        ))
        .shows(rows)
        .shows(proposed(ctx, waiting()))
        .relates(leading)
        .fixed_by(accept_only(waiting().filter(|link| {
            ctx.portfolio
                .element(&link.from)
                .and_then(|from| ctx.number(&from.id))
                .is_some_and(|from| ctx.budget(from).is_some())
        })))
}

fn cannot_tell<'a>(
    ctx: &Context<'a>,
    number: usize,
    element: &'a Element,
    undecided: &BTreeSet<usize>,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let leading = leading_to(ctx, number, |n| undecided.contains(&n));
    let missing = leading
        .iter()
        .map(|it| {
            let title = quoted(&it.title, ctx.lang);
            say!(ctx, "budget of {title}", "budget de {title}")
        })
        .collect();
    let rows: Vec<Evidence> = leading.iter().map(|it| unknown_budget(ctx, it)).collect();
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "Whether the objective {name} is funded cannot be told: no budget on its path is known.",
            "On ne peut dire si l’objectif {name} est financé : aucun budget n’est connu sur son chemin."
        ))
        .advises(say!(
            ctx,
            "Fill in the budget of one initiative that leads to it, or of its programme.",
            "Renseignez le budget d’une initiative qui y mène, ou celui de son programme."
        ))
        .shows(rows)
        .relates(leading)
}
