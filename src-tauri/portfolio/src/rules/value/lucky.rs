//! D408: a result that moved before anything that was to bring it about was delivered or adopted.

use super::early::{Move, done_by, first_move, in_use_by, move_row};
use crate::model::{ElementKind, IndicatorKind, InitiativeState, Known};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{day, percent, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

const MOVED: Threshold = Threshold {
    name: "movement",
    value: 25.0,
    unit: Said {
        en: "% of the way to the target",
        fr: "% du chemin vers la cible",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D408",
    name: "lucky",
    family: Family::Value,
    severity: Severity::Medium,
    title: Said {
        en: "Results that came before the work",
        fr: "Résultats venus avant le travail",
    },
    what: Said {
        en: "An outcome or objective whose own outcome indicator had moved {movement} % of the way from baseline to target on a day on \
             which none of the initiatives that lead to it was delivered and none of the changes was adopted, by their dates or \
             by an indicator of adoption. Cannot tell when a delivery or an adoption has no date, or a product that had begun may have \
             been released before.",
        fr: "Un résultat ou un objectif dont l’indicateur de résultat avait parcouru {movement} % du chemin vers la cible un jour où aucune \
             des initiatives qui y mènent n’était livrée et aucun des changements adopté, d’après leurs dates ou un indicateur \
             d’adoption. Indécidable si une livraison ou une adoption n’est pas datée, ou si un produit déjà commencé a pu être mis \
             en service avant.",
    },
    why: Said {
        en: "What moved before the work was there moved for another reason. Whoever claims it will be asked for it again when the \
             season, the law or the neighbour that brought it is gone.",
        fr: "Ce qui a bougé avant que le travail soit là a bougé pour une autre raison. Qui s’en attribue le mérite devra en rendre \
             compte quand la saison, la loi ou le voisin qui l’a amené aura disparu.",
    },
    how: Said {
        en: "Do not claim this part of the movement. Find out what caused it, and take a new baseline just before the first delivery.",
        fr: "Ne revendiquez pas cette part du mouvement. Cherchez ce qui l’a causée et prenez une nouvelle valeur de départ juste \
             avant la première livraison.",
    },
    thresholds: &[MOVED],
    footing: Footing {
        needs: Said {
            en: "an outcome indicator with a plan and values, and work or changes that lead to what it measures",
            fr: "un indicateur de résultat avec un plan et des relevés, et du travail ou des changements qui mènent à ce qu’il mesure",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Objective, ElementKind::Outcome], |n| {
                let is_read = ctx.indicators(n).into_iter().any(|it| is_read(ctx, it));
                is_read && ctx.below(n).iter().any(|it| works(ctx, *it))
            })
        },
    },
    check: Check::Each(&[ElementKind::Objective, ElementKind::Outcome], check),
    cases: include_str!("lucky.cases"),
};

/// Whether an indicator proves something and has a value that can be held against its way to the target.
fn is_read(ctx: &Context<'_>, indicator: usize) -> bool {
    let proves = ctx.indicator_kind(indicator) >= Some(IndicatorKind::Outcome);
    let Some(series) = ctx.series(indicator).filter(|_| proves) else {
        return false;
    };
    let start = series.baseline.and_then(|(_, day)| day);
    let mut after = series.actuals.iter();
    after.any(|it| {
        start.is_none_or(|day| it.period > day) && series.share_of_target(it.value).is_some()
    })
}

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let enough = report.value(&MOVED) / 100.0;
    let indicators = ctx.indicators(number).into_iter();
    let moves = indicators.filter_map(|n| first_move(ctx, n, enough));
    let Some(early) = moves.min_by_key(|it| (it.reading.period, it.indicator)) else {
        return;
    };
    let on = early.reading.period;
    let below = ctx.below(number);
    let mut contributors = Vec::new();
    let mut open = Vec::new();
    for n in below.iter().copied().filter(|n| works(ctx, *n)) {
        match done_by(ctx, n, on) {
            Some(true) => return,
            Some(false) => {}
            None => open.push(n),
        }
        contributors.push(n);
    }
    if contributors.is_empty() || contributors.iter().any(|n| in_use_by(ctx, *n, on)) {
        return;
    }
    report.add(if open.is_empty() {
        violated(ctx, number, &early, &contributors)
    } else {
        cannot_tell(ctx, number, &early, &open)
    });
}

/// Whether an element is a change, or work that was begun or is planned.
fn works(ctx: &Context<'_>, number: usize) -> bool {
    match ctx.kind(number) {
        ElementKind::Change => true,
        ElementKind::Initiative => {
            let it = ctx.element(number).initiative();
            let state = it.and_then(|it| it.state.value());
            let none = [InitiativeState::Stopped, InitiativeState::Idea];
            !state.is_some_and(|state| none.contains(state))
        }
        _ => false,
    }
}

fn done_row(ctx: &Context<'_>, number: usize) -> Evidence {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let adopted = element
        .change()
        .and_then(|it| it.adoption_date.value().copied());
    let date = ctx.delivered_on(number).or(adopted);
    let text = match date.map(|it| day(it, ctx.lang)) {
        Some(on) => say!(ctx, "{name}: only on {on}", "{name} : seulement le {on}"),
        None => say!(
            ctx,
            "{name}: not delivered yet",
            "{name} : pas encore livrée"
        ),
    };
    row(text).of(element).on(date)
}

fn violated<'a>(
    ctx: &Context<'a>,
    number: usize,
    early: &Move<'a>,
    contributors: &[usize],
) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let share = percent(early.share, ctx.lang);
    let on = day(early.reading.period, ctx.lang);
    let rows = contributors
        .iter()
        .take(MOST_ROWS)
        .map(|n| done_row(ctx, *n));
    Verdict::violated(element)
        .says(say!(
            ctx,
            "{name} had gone {share} of the way by {on}, before anything that leads to it was delivered or adopted.",
            "{name} avait parcouru {share} du chemin le {on}, avant que rien de ce qui y mène ne soit livré ou adopté."
        ))
        .advises(say!(
            ctx,
            "Find out what moved it, and set a new baseline on {on} or later, just before the first delivery.",
            "Cherchez ce qui l’a fait bouger et posez une nouvelle valeur de départ, au plus tôt le {on}, juste avant la première livraison."
        ))
        .shows([move_row(ctx, early)])
        .shows(rows)
        .relates([ctx.element(early.indicator)])
        .relates(contributors.iter().map(|n| ctx.element(*n)))
}

fn cannot_tell<'a>(
    ctx: &Context<'a>,
    number: usize,
    early: &Move<'a>,
    open: &[usize],
) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let missing = open.iter().take(MOST_ROWS).map(|n| {
        let field = match ctx.kind(*n) {
            ElementKind::Change => Lack::AdoptionDate,
            _ => Lack::DeliveredOn,
        };
        Missing::of(field, ctx.element(*n), ctx.lang)
    });
    Verdict::cannot_tell(element, missing.collect())
        .says(say!(
            ctx,
            "Whether {name} moved because of the work or before it cannot be told.",
            "On ne peut dire si {name} a bougé grâce au travail ou avant lui."
        ))
        .advises(say!(
            ctx,
            "Write when the work was delivered and the change adopted.",
            "Notez quand le travail a été livré et le changement adopté."
        ))
        .shows([move_row(ctx, early)])
        .relates(open.iter().map(|n| ctx.element(*n)))
}
