//! D102: an objective that no funded, open initiative leads to.

use crate::model::{Element, ElementKind, Initiative, Maybe, Reason};
use crate::rules::evidence::{MOST_ROWS, proposed, unknown_budget, unpaid};
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, accept_only};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{points, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

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
        en: "An objective without any open initiative on a path to it that has a budget above zero, its own or its \
             programme’s. Cannot tell when the only initiatives on a path have a budget that is withheld or not filled in.",
        fr: "Un objectif vers lequel ne mène aucune initiative ouverte dotée d’un budget, le sien ou celui de son programme. \
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
    footing: Footing {
        needs: Said {
            en: "objectives",
            fr: "des objectifs",
        },
        there_is: |ctx| some_of(ctx, &[ElementKind::Objective], |_| true),
    },
    check: Check::Each(&[ElementKind::Objective], check),
    cases: include_str!("unfunded_objective.cases"),
};

/// What is known of the money of an open initiative.
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

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    let leading = ctx.initiatives_of(number);
    let funding_of = |n: usize| Some(funding(ctx, n, ctx.active_initiative(n)?));
    // One is enough, and the nearest are asked first.
    if leading
        .iter()
        .any(|n| funding_of(*n) == Some(Funding::Funded))
    {
        return;
    }
    let known: Vec<(usize, Funding)> = leading
        .iter()
        .filter_map(|n| Some((*n, funding_of(*n)?)))
        .collect();
    let first = |wanted: &dyn Fn(usize) -> bool| -> Vec<&'a Element> {
        let some = leading.iter().filter(|n| wanted(**n)).take(MOST_ROWS);
        some.map(|n| ctx.element(*n)).collect()
    };
    let undecided = |n: usize| known.contains(&(n, Funding::Unknown));
    report.add(if known.iter().any(|(_, it)| *it == Funding::Unknown) {
        cannot_tell(ctx, element, first(&undecided))
    } else {
        violated(ctx, number, element, first(&|_| true))
    });
}

fn violated<'a>(
    ctx: &Context<'a>,
    place: usize,
    element: &'a Element,
    leading: Vec<&'a Element>,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let waiting = || ctx.links_to(place);
    let message = match ctx.weight(element).map(|it| points(it, ctx.lang)) {
        Some(points) => say!(
            ctx,
            "The objective {name} weighs {points} and no funded work leads to it.",
            "L’objectif {name} pèse {points} et aucun travail financé n’y mène."
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
            "Draw a contribution from an open initiative that has a budget, or retire the objective for this cycle.",
            "Tracez une contribution depuis une initiative ouverte dotée d’un budget, ou retirez l’objectif pour ce cycle."
        ))
        .shows(rows)
        .shows(proposed(ctx, waiting()))
        .relates(leading)
        .fixed_by(accept_only(waiting().filter(|link| {
            ctx.number(&link.from)
                .is_some_and(|from| ctx.budget(from).is_some())
        })))
}

fn cannot_tell<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    leading: Vec<&'a Element>,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let missing = leading
        .iter()
        .map(|it| Missing::of(Lack::Budget, it, ctx.lang))
        .collect();
    let rows: Vec<Evidence> = leading.iter().map(|it| unknown_budget(ctx, it)).collect();
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "Whether the objective {name} is funded cannot be told: no budget on its path is known.",
            "On ne peut dire si l’objectif {name} est financé : aucun budget n’est connu sur son chemin."
        ))
        .advises(say!(
            ctx,
            "Fill in the budget of one initiative that leads to it, or of its programme.",
            "Renseignez le budget d’une initiative qui y mène, ou celui de son programme."
        ))
        .shows(rows)
        .relates(leading)
}
