//! M403: a benefit was to be checked or has shown a poor result, and nobody has decided anything since.

use super::delivered_without_effect::{ENOUGH, points, rows};
use super::delivery::{Delivery, delivery};
use super::effect::{Effect, Effects, effects};
use super::moved::has_effect;
use crate::model::{Date, Detail, Element, ElementKind, Known, LinkKind, Maybe, Reason};
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Family, Report, Severity};
use chrono::Days;

const WITHIN: Threshold = Threshold {
    name: "decision_within",
    value: 30.0,
    unit: Said {
        en: "days",
        fr: "jours",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M403",
    name: "no-decision-on-result",
    family: Family::Agile,
    severity: Severity::High,
    title: Said {
        en: "Results that nobody has decided on",
        fr: "Résultats sans décision",
    },
    what: Said {
        en: "The review date of an outcome passed more than {decision_within} days ago, or a delivered initiative has shown less than {least_share} % of the \
             expected movement for more than {decision_within} days, and no decision since, or in the {decision_within} days before, cites it, the work that \
             leads to it or the result it leads to. An outcome declared to have come true is closed. Cannot tell when a decision that cites it has no date.",
        fr: "La date de revue d’un résultat est passée depuis plus de {decision_within} jours, ou une initiative livrée montre depuis plus de {decision_within} jours \
             moins de {least_share} % de l’évolution attendue, et aucune décision prise depuis, ou dans les {decision_within} jours précédents, ne cite ni elle, \
             ni le travail qui y mène, ni le résultat visé. Un résultat déclaré atteint est clos. Indécidable quand une décision qui le cite n’a pas de date.",
    },
    why: Said {
        en: "Measuring without deciding is the most expensive way to know. A review that ends without a ruling tells everybody \
             that results have no consequences.",
        fr: "Mesurer sans décider est la façon la plus chère de savoir. Une revue qui s’achève sans arbitrage apprend à tous que les \
             résultats n’ont pas de conséquences.",
    },
    how: Said {
        en: "Put it on the agenda of the next session with the figures, and record what was ruled: go on, change or stop.",
        fr: "Mettez-le à l’ordre du jour de la prochaine séance avec les chiffres, et notez l’arbitrage : poursuivre, changer ou arrêter.",
    },
    thresholds: &[WITHIN, ENOUGH],
    footing: Footing {
        needs: Said {
            en: "an outcome whose review is over, or delivered work with a plan and a value since then",
            fr: "un résultat dont la revue est passée, ou du travail livré, avec un plan et un relevé depuis",
        },
        there_is: |ctx| {
            let is_due = |n| {
                let outcome = ctx.element(n).outcome();
                outcome.is_some_and(|it| {
                    let open = it.realised_on.value().is_none();
                    open && it.review_on.value().is_some_and(|day| *day < ctx.as_of)
                })
            };
            some_of(ctx, &[ElementKind::Outcome], is_due)
                || some_of(ctx, &[ElementKind::Initiative], |n| has_effect(ctx, n))
        },
    },
    check: Check::Each(&[ElementKind::Outcome, ElementKind::Initiative], check),
    cases: include_str!("no_decision_on_result.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let days = report.days(&WITHIN);
    if let Detail::Outcome(it) = &ctx.element(number).detail {
        let due = it
            .review_on
            .value()
            .filter(|_| it.realised_on.value().is_none());
        if let Some(due) = due.filter(|due| (ctx.as_of - **due).num_days() > days) {
            let leading = ctx.initiatives_of(number);
            let asked = [&[number], leading.as_slice()].concat();
            judge(ctx, &asked, *due, days, report, || {
                overdue(ctx, number, *due)
            });
        }
        return;
    }
    let Delivery::On(delivered) = delivery(ctx, number) else {
        return;
    };
    if (ctx.as_of - delivered).num_days() <= days {
        return;
    }
    let enough = report.value(&ENOUGH) / 100.0;
    if let Effects::Best(it) = effects(ctx, number, delivered, enough)
        && let Some(since) = it.poor_since
        && (ctx.as_of - since).num_days() > days
    {
        let mut asked = vec![number];
        asked.extend(it.proof.way.iter().map(|step| step.to));
        asked.extend(ctx.number(&it.proof.element.id));
        judge(ctx, &asked, since, days, report, || {
            poor(ctx, number, since, &it)
        });
    }
}

/// Adds the fault, unless somebody decided in time, or may have.
fn judge<'a>(
    ctx: &Context<'a>,
    asked: &[usize],
    since: Date,
    days: i64,
    report: &mut Report<'_, 'a>,
    fault: impl FnOnce() -> Verdict<'a>,
) {
    let before = Days::new(u64::try_from(days).unwrap_or(0));
    let from = since.checked_sub_days(before).unwrap_or(since);
    let mut taken = asked.iter().flat_map(|n| ctx.decisions_on(*n));
    if taken.any(|(date, ..)| date >= from) {
        return;
    }
    match asked.iter().find_map(|n| undated(ctx, *n)) {
        Some(decision) => report.add(cannot_tell(ctx, ctx.element(asked[0]), decision)),
        None => report.add(fault()),
    }
}

/// A decision on an element of which nothing tells the day.
fn undated<'a>(ctx: &Context<'a>, number: usize) -> Option<&'a Element> {
    let mut citing = ctx.linked_to(number, LinkKind::Cites);
    citing.find_map(|(n, _)| {
        let element = ctx.element(n);
        let day = &element.decision()?.decided_on;
        let open = match day {
            None => true,
            Some(Maybe::Missing(gap)) => gap.reason != Reason::NotRequired,
            Some(Maybe::Known(_)) => false,
        };
        open.then_some(element)
    })
}

fn overdue<'a>(ctx: &Context<'a>, number: usize, due: Date) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let date = day(due, ctx.lang);
    let planned = row(say!(ctx, "Review planned", "Revue prévue"));
    let leading = ctx.initiatives_of(number);
    Verdict::violated(element)
        .says(say!(
            ctx,
            "{name} was to be reviewed on {date}, and nothing has been decided on it since.",
            "{name} devait être revu le {date}, et rien n’a été décidé depuis à son sujet."
        ))
        .advises(say!(
            ctx,
            "Hold the review of {name} and record the decision, or mark it as realised with its evidence.",
            "Tenez la revue de {name} et notez la décision, ou déclarez le résultat atteint, preuve à l’appui."
        ))
        .shows([planned.of(element).on(Some(due))])
        .relates(leading.iter().take(6).map(|n| ctx.element(*n)))
        .stakes(element.outcome().and_then(|it| it.expected_value.value()).cloned())
}

fn poor<'a>(ctx: &Context<'a>, number: usize, since: Date, effect: &Effect<'a>) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let indicator = quoted(&effect.proof.element.title, ctx.lang);
    let share = points(ctx, effect.share.max(0.0));
    let date = day(since, ctx.lang);
    Verdict::violated(element)
        .says(say!(
            ctx,
            "It is known since {date} that {name} does not move {indicator} ({share} of what was expected), and nothing has been decided.",
            "On sait depuis le {date} que {name} ne fait pas bouger {indicator} ({share} de l’attendu), et rien n’a été décidé."
        ))
        .advises(say!(
            ctx,
            "Record a decision on {name}: persevere, change the way or stop.",
            "Notez une décision sur {name} : persévérer, changer de voie ou arrêter."
        ))
        .shows(rows(ctx, effect))
        .relates([effect.proof.element])
        .stakes(ctx.budget(number).cloned())
        .along(effect.proof.way.iter().map(|step| step.link))
        .caused_by(element, "result")
}

fn cannot_tell<'a>(ctx: &Context<'a>, element: &'a Element, decision: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let decided = quoted(&decision.title, ctx.lang);
    let text = say!(
        ctx,
        "date of the decision {decided}",
        "date de la décision {decided}"
    );
    let missing = vec![Missing::said(Lack::DecidedOn, decision, text)];
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "Whether the result of {name} was decided on cannot be told: {decided} bears no date.",
            "On ne peut dire si l’on a tranché sur le résultat de {name} : {decided} ne porte pas de date."
        ))
        .advises(say!(ctx, "Fill in the day of {decided}.", "Renseignez le jour de {decided}."))
        .relates([decision])
}
