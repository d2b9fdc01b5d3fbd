//! M203: a result that comes although most of the money meant for it is red or has not begun.

use crate::model::{ElementKind, Lang, Status};
use crate::rules::evidence::{MOST_ROWS, unknown_budget};
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::progress::{
    proofs::reading_row,
    rows::{contributing, is_to_come},
};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{money, percent, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity, Standing};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

const IDLE: Threshold = Threshold {
    name: "idle_budget_share",
    value: 50.0,
    unit: Said {
        en: "% of the contributing budget",
        fr: "% du budget qui y contribue",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M203",
    name: "result-without-the-work",
    family: Family::Progress,
    severity: Severity::High,
    title: Said {
        en: "Results that come without the work",
        fr: "Résultats qui viennent sans le travail",
    },
    what: Said {
        en: "An objective whose outcome indicators are all on track by fresh readings, and were already at their reading of an \
             earlier cycle, while at least {idle_budget_share} % of the budget of the initiatives on a path to it is red or has not begun. \
             Budgets are compared within each currency; stopped work and ideas are left out, delivered work is not. Cannot \
             tell when no budget on the path is known.",
        fr: "Un objectif dont tous les indicateurs de résultat sont en bonne voie d’après des relevés frais, et l’étaient déjà au \
             relevé d’un cycle précédent, alors qu’au moins {idle_budget_share} % du budget des initiatives qui y mènent est au rouge ou n’a pas \
             commencé. Les budgets se comparent dans chaque monnaie ; le travail arrêté et les idées sont exclus, le travail \
             livré compte. Indécidable quand aucun budget du chemin n’est connu.",
    },
    why: Said {
        en: "If the result comes anyway, something else brings it. The money may be free for an objective that needs it, and \
             whoever claims the result for this work will claim it wrongly.",
        fr: "Si le résultat vient quand même, c’est autre chose qui l’amène. L’argent est peut-être disponible pour un objectif qui \
             en a besoin, et l’attribuer à ce travail serait une erreur.",
    },
    how: Said {
        en: "Ask what really moved the indicator and whether the rest of the work is still needed. If not, it is a candidate to \
             stop; if so, write what would be lost without it.",
        fr: "Cherchez ce qui a vraiment fait bouger l’indicateur et si le reste du travail est encore nécessaire. Sinon, c’est un \
             candidat à l’arrêt ; si oui, écrivez ce qu’on perdrait sans lui.",
    },
    thresholds: &[IDLE],
    footing: Footing {
        needs: Said {
            en: "an objective with an outcome indicator that has baseline, target and a fresh value, and work that leads to it",
            fr: "un objectif avec un indicateur de résultat doté d’un départ, d’une cible et d’un relevé récent, et du travail qui y mène",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Objective], |n| {
                ctx.standing_of(n).is_some() && !contributing(ctx, n).is_empty()
            })
        },
    },
    check: Check::Each(&[ElementKind::Objective], check),
    cases: include_str!("result_without_the_work.cases"),
};

/// Money of one currency on the way to an objective.
#[derive(Default)]
struct Purse {
    all: Decimal,
    idle: Decimal,
}

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    if ctx.standing_of(number) != Some(Standing::OnTrack) || !was_on_track(ctx, number) {
        return;
    }
    let team: Vec<usize> = contributing(ctx, number);
    let idle: Vec<usize> = team.iter().copied().filter(|n| is_idle(ctx, *n)).collect();
    let mut purses: BTreeMap<&str, Purse> = BTreeMap::new();
    for n in team.iter().copied() {
        // A part of a whole that is here with its own budget is paid from it.
        let inside = ctx
            .wholes(n)
            .any(|whole| team.contains(&whole) && ctx.budget(whole).is_some());
        if let Some(budget) = ctx.budget(n).filter(|_| !inside) {
            let purse = purses.entry(budget.currency.as_str()).or_default();
            purse.all = purse.all.saturating_add(budget.amount);
            if idle.contains(&n) {
                purse.idle = purse.idle.saturating_add(budget.amount);
            }
        }
    }
    let share = |it: &Purse| it.idle.checked_div(it.all).and_then(|it| it.to_f64());
    let least = report.value(&IDLE) / 100.0;
    let lowest = purses.values().filter_map(share).fold(1.0, f64::min);
    if idle.is_empty() || lowest < least {
        return;
    }
    // Without any budget the share is still known when all of the work is idle.
    report.add(if purses.is_empty() && idle.len() < team.len() {
        cannot_tell(ctx, number, &team)
    } else {
        let share = (!purses.is_empty()).then_some(lowest);
        violated(ctx, number, &idle, share)
    });
}

/// Whether every proof that has a standing now was on track at its latest reading of an earlier cycle.
fn was_on_track(ctx: &Context<'_>, number: usize) -> bool {
    let proofs = ctx.proofs(number);
    let judged = proofs.iter().filter_map(|n| ctx.series(*n));
    judged.filter(|it| it.standing().is_some()).all(|series| {
        let now = series.last().map(|it| ctx.cycle_of(it.period));
        let mut past = series.actuals.iter().rev();
        let before = past.find(|it| Some(ctx.cycle_of(it.period)) < now);
        before.and_then(|it| series.standing_at(it)) == Some(Standing::OnTrack)
    })
}

fn is_idle(ctx: &Context<'_>, number: usize) -> bool {
    is_to_come(ctx, number)
        || ctx.active_initiative(number).is_some()
            && ctx.delivery_status(number) == Some(Status::Red)
}

fn idle_row(ctx: &Context<'_>, number: usize) -> Evidence {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let state = match (is_to_come(ctx, number), ctx.lang) {
        (true, Lang::En) => "not begun",
        (true, Lang::Fr) => "pas commencée",
        (false, Lang::En) => "red",
        (false, Lang::Fr) => "au rouge",
    };
    let text = match ctx.budget(number).map(|it| money(it, ctx.lang)) {
        Some(sum) => say!(ctx, "{name}: {state}, {sum}", "{name} : {state}, {sum}"),
        None => say!(ctx, "{name}: {state}", "{name} : {state}"),
    };
    row(text).imported(ctx, element)
}

fn violated<'a>(
    ctx: &Context<'a>,
    number: usize,
    idle: &[usize],
    share: Option<f64>,
) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let share = match share.map(|it| percent(it, ctx.lang)) {
        Some(share) => say!(
            ctx,
            "{share} of the budget meant for it",
            "{share} du budget qui lui est destiné"
        ),
        None => say!(
            ctx,
            "all of the work meant for it",
            "tout le travail qui lui est destiné"
        ),
    };
    let proofs = ctx.proofs(number);
    Verdict::violated(element)
        .says(say!(
            ctx,
            "The objective {name} has been on track for two readings, while {share} is red or has not begun.",
            "L’objectif {name} est en bonne voie depuis deux relevés, alors que {share} est au rouge ou n’a pas commencé."
        ))
        .advises(say!(
            ctx,
            "Ask what moved the indicator, and decide for each of these initiatives whether it is still needed.",
            "Cherchez ce qui a fait bouger l’indicateur, et décidez pour chacune de ces initiatives si elle reste nécessaire."
        ))
        .shows(proofs.iter().take(MOST_ROWS).filter_map(|n| reading_row(ctx, *n)))
        .shows(idle.iter().take(MOST_ROWS).map(|n| idle_row(ctx, *n)))
        .relates(idle.iter().map(|n| ctx.element(*n)))
        .stakes(idle.iter().filter_map(|n| ctx.budget(*n)).cloned())
}

fn cannot_tell<'a>(ctx: &Context<'a>, number: usize, team: &[usize]) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let missing = team
        .iter()
        .map(|n| Missing::of(Lack::Budget, ctx.element(*n), ctx.lang));
    Verdict::cannot_tell(element, missing.collect())
        .says(say!(
            ctx,
            "The objective {name} is on track while some of its work is red or has not begun; how much of it cannot be told without budgets.",
            "L’objectif {name} est en bonne voie alors qu’une partie de son travail est au rouge ou n’a pas commencé ; on ne peut dire quelle part sans budgets."
        ))
        .advises(say!(
            ctx,
            "Fill in the budgets of the initiatives that lead to it.",
            "Renseignez le budget des initiatives qui y mènent."
        ))
        .shows(team.iter().take(MOST_ROWS).map(|n| unknown_budget(ctx, ctx.element(*n))))
        .relates(team.iter().map(|n| ctx.element(*n)))
}
