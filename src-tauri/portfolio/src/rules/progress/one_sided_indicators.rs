//! M210: an objective that is only measured by results, or only by use.

use crate::model::{ElementKind, IndicatorKind};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::progress::rows::{kind_of, kind_row};
use crate::rules::report::Verdict;
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{all_of, quoted, say};
use crate::rules::{Context, Family, Report, Severity};
use std::collections::BTreeSet;

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M210",
    name: "one-sided-indicators",
    family: Family::Progress,
    severity: Severity::Medium,
    title: Said {
        en: "Objectives measured too late or too early",
        fr: "Objectifs mesurés trop tard ou trop tôt",
    },
    what: Said {
        en: "An objective of which all indicators, its own and those of everything that leads to it, speak of outcome or impact, \
             so that nothing tells early; or where some speak of adoption and none of outcome or impact, so that nothing tells \
             in the end. Cannot tell when indicators that do not say what they measure could fill the gap. An objective whose \
             indicators all count work is another rule’s business.",
        fr: "Un objectif dont tous les indicateurs, les siens et ceux de tout ce qui y mène, parlent de résultat ou d’impact, si \
             bien que rien n’alerte à temps ; ou dont certains parlent d’adoption et aucun de résultat ni d’impact, si bien que \
             rien ne conclut. Indécidable quand des indicateurs dont on ignore ce qu’ils mesurent pourraient combler le manque. \
             L’objectif dont tous les indicateurs comptent du travail relève d’une autre règle.",
    },
    why: Said {
        en: "A result is known when it is too late to steer; use is known early and proves nothing by itself. Only both together \
             tell whether the idea behind the work holds.",
        fr: "Un résultat se connaît quand il est trop tard pour piloter ; l’usage se connaît tôt et ne prouve rien à lui seul. Seuls \
             les deux ensemble disent si l’idée derrière le travail tient.",
    },
    how: Said {
        en: "Beside each indicator of result put one of who uses what was delivered, measured on the change or the initiative; \
             beside each indicator of use, the result it is to bring.",
        fr: "À côté de chaque indicateur de résultat, mettez-en un sur ceux qui se servent de ce qui est livré, mesuré sur le \
             changement ou l’initiative ; à côté de chaque indicateur d’adoption, le résultat qu’il doit amener.",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "indicators of use, outcome or impact of an objective or of what leads to it",
            fr: "des indicateurs d’usage, de résultat ou d’impact sur un objectif ou ce qui y mène",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Objective], |n| {
                let below = ctx.below(n);
                let mut around = std::iter::once(n).chain(below.iter().copied());
                let tells = |it: &usize| ctx.indicator_kind(*it) >= Some(IndicatorKind::Adoption);
                around.any(|at| ctx.indicators(at).iter().any(tells))
            })
        },
    },
    check: Check::Each(&[ElementKind::Objective], check),
    cases: include_str!("one_sided_indicators.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let (mut late, mut early, mut unknown) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut work = false;
    for n in std::iter::once(number).chain(ctx.below(number).iter().copied()) {
        for indicator in ctx.indicators(n) {
            match ctx.indicator_kind(indicator) {
                Some(IndicatorKind::Outcome | IndicatorKind::Impact) => late.insert(indicator),
                Some(IndicatorKind::Adoption) => early.insert(indicator),
                Some(IndicatorKind::Activity | IndicatorKind::Output) => {
                    work = true;
                    continue;
                }
                None => unknown.insert(indicator),
            };
        }
        // Enough is known: there is something that tells late and something that tells before.
        if !late.is_empty() && (work || !early.is_empty()) {
            return;
        }
    }
    let too_early = late.is_empty() && !early.is_empty();
    let too_late = !late.is_empty();
    let listed = |all: BTreeSet<usize>| all.into_iter().collect::<Vec<_>>();
    if !too_late && !too_early {
        return;
    }
    report.add(if !unknown.is_empty() {
        cannot_tell(ctx, number, &listed(unknown))
    } else if too_late {
        violated(ctx, number, &listed(late), false)
    } else {
        violated(ctx, number, &listed(early), true).caused_by(ctx.element(number), "proof")
    });
}

fn violated<'a>(
    ctx: &Context<'a>,
    number: usize,
    indicators: &[usize],
    too_early: bool,
) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let count = indicators.len();
    let every = all_of(count, ctx.lang);
    let first = indicators.first().map(|n| ctx.element(*n));
    let only = quoted(first.map_or("", |it| it.title.as_str()), ctx.lang);
    let message = match (too_early, count) {
        (false, 1) => say!(
            ctx,
            "The objective {name} is measured by a result alone, {only}; nothing will tell early that it goes wrong.",
            "L’objectif {name} n’est mesuré que par un résultat, {only} ; rien n’alertera à temps s’il déraille."
        ),
        (false, _) => say!(
            ctx,
            "{every} indicators of the objective {name} are results; nothing will tell early that it goes wrong.",
            "{every} indicateurs de l’objectif {name} sont des résultats ; rien n’alertera à temps s’il déraille."
        ),
        (true, 1) => say!(
            ctx,
            "The objective {name} is measured by use alone, {only}; nothing will show whether it was reached.",
            "L’objectif {name} n’est mesuré que par l’usage, {only} ; rien ne montrera s’il est atteint."
        ),
        (true, _) => say!(
            ctx,
            "{count} indicators of the objective {name} speak of use and none of the result; nothing will show whether it was reached.",
            "{count} indicateurs de l’objectif {name} parlent d’usage et aucun du résultat ; rien ne montrera s’il est atteint."
        ),
    };
    let advice = if too_early {
        say!(
            ctx,
            "Add the outcome that this use is to bring, with an indicator, its baseline and its target.",
            "Ajoutez le résultat que cet usage doit amener, avec un indicateur, son départ et sa cible."
        )
    } else {
        say!(
            ctx,
            "Measure the adoption of the change or the initiative that is to move it.",
            "Mesurez l’adoption du changement ou de l’initiative qui doit le faire bouger."
        )
    };
    Verdict::violated(element)
        .says(message)
        .advises(advice)
        .shows(indicators.iter().take(MOST_ROWS).map(|n| kind_row(ctx, *n)))
        .relates(indicators.iter().map(|n| ctx.element(*n)))
}

fn cannot_tell<'a>(ctx: &Context<'a>, number: usize, unknown: &[usize]) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    Verdict::cannot_tell(element, unknown.iter().map(|n| kind_of(ctx, *n)).collect())
        .says(say!(
            ctx,
            "Whether the objective {name} is measured early and in the end cannot be told: some of its indicators do not say what they measure.",
            "On ne peut dire si l’objectif {name} est mesuré à temps et jusqu’au bout : certains de ses indicateurs ne disent pas ce qu’ils mesurent."
        ))
        .advises(say!(
            ctx,
            "Say of each of these indicators whether it measures adoption, outcome or something else.",
            "Dites de chacun de ces indicateurs s’il mesure une adoption, un résultat ou autre chose."
        ))
        .shows(unknown.iter().take(MOST_ROWS).map(|n| kind_row(ctx, *n)))
        .relates(unknown.iter().map(|n| ctx.element(*n)))
}
