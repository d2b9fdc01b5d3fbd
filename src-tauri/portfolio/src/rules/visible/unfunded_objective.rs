//! D102: an objective that no funded, active initiative leads to.

use crate::model::{Element, ElementKind, Initiative, InitiativeState, Maybe, Reason};
use crate::rules::report::{Verdict, accept_only, is_proposed, row};
use crate::rules::rule::{Case, Rule, Said};
use crate::rules::words::{number, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use std::collections::BTreeSet;

/// Rows of evidence about initiatives; the rest is found on the canvas.
const MOST_ROWS: usize = 6;

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
    cases: CASES,
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
    let waiting = || {
        ctx.portfolio
            .links_to(&element.id)
            .filter(|it| is_proposed(it))
    };
    let proposed: Vec<Evidence> = waiting()
        .take(MOST_ROWS)
        .filter_map(|link| {
            let from = quoted(&ctx.portfolio.element(&link.from)?.title, ctx.lang);
            Some(
                row(say!(
                    ctx,
                    "The contribution of {from} is only proposed",
                    "La contribution de {from} n’est que proposée"
                ))
                .by(link),
            )
        })
        .collect();
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
    let rows: Vec<Evidence> = leading.iter().map(|it| why_not(ctx, it)).collect();
    Verdict::violated(element)
        .says(message)
        .advises(say!(
            ctx,
            "Draw a contribution from an active initiative that has a budget, or retire the objective for this cycle.",
            "Tracez une contribution depuis une initiative active dotée d’un budget, ou retirez l’objectif pour ce cycle."
        ))
        .shows(rows)
        .shows(proposed)
        .relates(leading)
        .fixed_by(accept_only(waiting().filter(|link| {
            ctx.portfolio
                .element(&link.from)
                .and_then(|from| ctx.number(&from.id))
                .is_some_and(|from| ctx.budget(from).is_some())
        })))
}

/// Why an initiative on the path does not fund the objective.
fn why_not<'a>(ctx: &Context<'a>, element: &'a Element) -> Evidence {
    let name = quoted(&element.title, ctx.lang);
    let state = element.initiative().and_then(|it| it.state.as_ref());
    let text = match state.and_then(Maybe::known) {
        Some(InitiativeState::Delivered) => {
            say!(ctx, "{name} is delivered", "{name} est livrée")
        }
        Some(InitiativeState::Stopped) => say!(ctx, "{name} is stopped", "{name} est arrêtée"),
        Some(InitiativeState::Idea) => {
            say!(
                ctx,
                "{name} is still an idea",
                "{name} n’est encore qu’une idée"
            )
        }
        _ => say!(ctx, "{name} has no budget", "{name} n’a pas de budget"),
    };
    row(text).imported(ctx, element)
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
    let rows: Vec<Evidence> = leading.iter().map(|it| gap(ctx, it)).collect();
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

fn gap<'a>(ctx: &Context<'a>, element: &'a Element) -> Evidence {
    let name = quoted(&element.title, ctx.lang);
    let text = match element.initiative().and_then(|it| it.budget.as_ref()) {
        Some(Maybe::Missing(gap)) => {
            let why = crate::rules::report::gap_words(ctx, gap.reason, &gap.said);
            say!(ctx, "Budget of {name}: {why}", "Budget de {name} : {why}")
        }
        _ => say!(
            ctx,
            "Budget of {name}: not filled in",
            "Budget de {name} : non renseigné"
        ),
    };
    row(text).imported(ctx, element)
}

const CASES: &[Case] = &[
    Case {
        name: "an_objective_that_nothing_leads_to_is_unfunded",
        portfolio: r#"
            objective  wait "Wait under 20 minutes"
            objective  clean "Fewer infections"  # D102:high
            initiative desk "Self check-in desks" state=active budget="400 k EUR" -> wait
        "#,
    },
    Case {
        name: "the_way_may_be_long_and_the_money_may_be_the_programmes",
        portfolio: r#"
            objective  wait  "Wait under 20 minutes"
            outcome    early "Arrivals are spread" -> wait
            initiative all   "Front door programme" state=active budget="2 M EUR"
            initiative desk  "Self check-in desks"  state=active part_of all -> early
        "#,
    },
    Case {
        name: "only_open_work_with_money_above_zero_counts",
        portfolio: r#"
            objective  a "By delivered work"  # D102
            objective  b "By an idea"  # D102
            objective  c "By unpaid work"  # D102
            objective  d "By paid work"
            initiative w "Delivered" state=delivered budget="1 EUR" -> a
            initiative x "Idea"      state=idea      budget="1 EUR" -> b
            initiative y "Unpaid"    state=planned   budget="0 EUR" -> c
            initiative z "Paid"      state=planned   budget="1 EUR" -> d
        "#,
    },
    Case {
        name: "a_withheld_or_empty_budget_does_not_decide",
        portfolio: r#"
            objective  a "Withheld"  # D102?
            objective  b "Never filled in"  # D102?
            objective  c "Not required"  # D102
            objective  d "One known suffices"
            initiative w "One"   state=active budget=withheld:nfp -> a -> d
            initiative x "Two"   state=active -> b
            initiative y "Three" state=active budget=not_required:n/a -> c
            initiative z "Four"  state=active budget="1 EUR" -> d
        "#,
    },
    Case {
        name: "a_proposed_contribution_does_not_fund",
        portfolio: r#"
            objective  wait "Wait under 20 minutes"  # D102
            initiative desk "Self check-in desks" state=active budget="400 k EUR" ~> wait
        "#,
    },
];
