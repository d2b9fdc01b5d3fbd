//! D108: priorities whose share of the money is far from their share of the strategic weight.

use super::allocation::{Lot, lots};
use crate::model::{Element, Money};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::Footing;
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{money, percent, points, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

const POINTS: Said = Said {
    en: "points",
    fr: "points",
};
const APART: Threshold = Threshold {
    name: "mismatch_points",
    value: 15.0,
    unit: POINTS,
    source: OURS,
};
const FACTOR: Threshold = Threshold {
    name: "mismatch_factor",
    value: 2.0,
    unit: Said {
        en: "times the other share",
        fr: "fois l’autre part",
    },
    source: OURS,
};
const LEAST: Threshold = Threshold {
    name: "factor_from_points",
    value: 5.0,
    unit: POINTS,
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D108",
    name: "money-off-weight",
    family: Family::Visible,
    severity: Severity::High,
    title: Said {
        en: "Money that does not follow the weight",
        fr: "Un budget qui ne suit pas les poids",
    },
    what: Said {
        en: "A priority whose share of the active budget that reaches priorities differs from the share of its objectives in the \
             strategic weight by more than {mismatch_points} points, or by more than a factor of {mismatch_factor} where at least {factor_from_points} points lie between them. A \
             budget is split by the shares of effort of its contributions, else equally over the priorities it reaches; other \
             currencies by the declared rates. Cannot tell when an objective of the priority has no weight, or when it gets too little and \
             work that leads to it has no known budget.",
        fr: "Une priorité dont la part dans le budget actif qui atteint des priorités s’écarte de la part de ses objectifs dans le \
             poids stratégique de plus de {mismatch_points} points, ou de plus d’un facteur {mismatch_factor} si au moins {factor_from_points} points les séparent. Un budget est \
             réparti selon les parts d’effort de ses contributions, sinon également entre les priorités atteintes ; les autres \
             monnaies, selon les taux déclarés. Indécidable si un objectif de la priorité n’a pas de poids, ou si elle reçoit trop peu \
             et qu’un travail qui y mène n’a pas de budget connu.",
    },
    why: Said {
        en: "The weights say what the strategy is; the budget says what it will be. Where the two part, the organisation follows \
             the money and goes on explaining the weights.",
        fr: "Les poids disent ce qu’est la stratégie ; le budget dit ce qu’elle sera. Quand les deux divergent, l’organisation suit \
             l’argent et continue d’expliquer les poids.",
    },
    how: Said {
        en: "Move money at the next arbitration, beginning with the largest initiative on the heavy side, or change the weight and \
             say so. A difference that is meant, as for an investment that comes first, is accepted with its reason.",
        fr: "Déplacez de l’argent au prochain arbitrage, à commencer par la plus grosse initiative du côté trop doté, ou changez le \
             poids et dites-le. Un écart voulu, comme pour un investissement préalable, s’accepte avec sa raison.",
    },
    thresholds: &[APART, FACTOR, LEAST],
    footing: Footing {
        needs: Said {
            en: "at least two priorities, points on their objectives, and budgets of the work that leads to them",
            fr: "au moins deux priorités, des points sur leurs objectifs, et les budgets du travail qui y mène",
        },
        there_is: |ctx| weighed_and_paid(&lots(ctx)).is_some(),
    },
    check: Check::Whole(check),
    cases: include_str!("money_off_weight.cases"),
};

/// What all lots have together, where there is something to compare. One priority has everything whatever it weighs.
fn weighed_and_paid(lots: &[Lot<'_>]) -> Option<(f64, f64)> {
    let money: f64 = lots.iter().map(|it| it.money).sum();
    let weight: f64 = lots.iter().map(|it| it.weight).sum();
    (lots.len() > 1 && money > 0.0 && weight > 0.0).then_some((money, weight))
}

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let lots = lots(ctx);
    let Some((money, weight)) = weighed_and_paid(&lots) else {
        return;
    };
    let (apart, factor) = (report.value(&APART), report.value(&FACTOR));
    let least = report.value(&LEAST);
    for lot in &lots {
        let (paid, weighs) = (lot.money / money, lot.weight / weight);
        let points = (paid - weighs).abs() * 100.0;
        let far = paid.max(weighs) > paid.min(weighs) * factor + 1e-9;
        if points <= apart + 1e-9 && (points < least - 1e-9 || !far) {
            continue;
        }
        let poor = paid < weighs;
        report.add(
            if !lot.unweighted.is_empty() || (poor && !lot.unpriced.is_empty()) {
                cannot_tell(ctx, lot, poor)
            } else {
                violated(ctx, lot, paid, weighs)
            },
        );
    }
}

fn violated<'a>(ctx: &Context<'a>, lot: &Lot<'a>, paid: f64, weighs: f64) -> Verdict<'a> {
    let element = ctx.element(lot.priority);
    let name = quoted(&element.title, ctx.lang);
    let sum = lot.sum();
    let (total, points) = (money(&sum, ctx.lang), points(lot.weight, ctx.lang));
    let [paid_said, weighs_said] = [paid, weighs].map(|it| percent(it, ctx.lang));
    let advice = if paid < weighs {
        say!(
            ctx,
            "Move money to {name} until it has about {weighs_said}, or lower the weight of its objectives.",
            "Déplacez de l’argent vers {name} jusqu’à {weighs_said} environ, ou baissez le poids de ses objectifs."
        )
    } else {
        say!(
            ctx,
            "Move money away from {name} until it has about {weighs_said}, or raise the weight of its objectives.",
            "Retirez de l’argent à {name} jusqu’à {weighs_said} environ, ou augmentez le poids de ses objectifs."
        )
    };
    let bars = [
        row(say!(
            ctx,
            "Money: {total}, {paid_said} of what reaches priorities",
            "Argent : {total}, soit {paid_said} de ce qui atteint des priorités"
        )),
        row(say!(
            ctx,
            "Weight: {points}, {weighs_said} of what priorities weigh",
            "Poids : {points}, soit {weighs_said} du poids des priorités"
        )),
    ];
    let parts = lot.parts.iter().take(MOST_ROWS);
    let rows = parts.map(|(n, amount)| part_row(ctx, ctx.element(*n), &lot.money_of(*amount)));
    Verdict::violated(element)
        .says(say!(
            ctx,
            "{name} has {weighs_said} of the strategic weight and {paid_said} of the money that reaches priorities.",
            "{name} a {weighs_said} du poids stratégique et {paid_said} de l’argent qui atteint des priorités."
        ))
        .advises(advice)
        .shows(bars.into_iter().map(|it| it.of(element)))
        .shows(rows)
        .relates(lot.parts.iter().map(|(n, _)| ctx.element(*n)))
        .stakes([sum])
}

fn part_row(ctx: &Context<'_>, element: &Element, amount: &Money) -> Evidence {
    let name = quoted(&element.title, ctx.lang);
    let sum = money(amount, ctx.lang);
    row(say!(ctx, "{name}: {sum} of it", "{name} : {sum}")).of(element)
}

fn cannot_tell<'a>(ctx: &Context<'a>, lot: &Lot<'a>, poor: bool) -> Verdict<'a> {
    let element = ctx.element(lot.priority);
    let name = quoted(&element.title, ctx.lang);
    let lacks = |field| move |n: &usize| Missing::of(field, ctx.element(*n), ctx.lang);
    let weights = lot.unweighted.iter().map(lacks(Lack::Weight));
    let unpriced = lot.unpriced.iter().filter(|_| poor);
    let budgets = unpriced.map(lacks(Lack::Budget));
    let missing = weights.take(MOST_ROWS).chain(budgets.take(MOST_ROWS));
    Verdict::cannot_tell(element, missing.collect())
        .says(say!(
            ctx,
            "Whether the money follows the weight of {name} cannot be told.",
            "On ne peut dire si le budget suit le poids de {name}."
        ))
        .advises(say!(
            ctx,
            "Weigh all objectives of {name}, and fill in the budgets of the work that leads to it.",
            "Pesez tous les objectifs de {name} et renseignez le budget des travaux qui y mènent."
        ))
}
