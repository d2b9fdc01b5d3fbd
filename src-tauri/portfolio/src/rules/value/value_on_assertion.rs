//! D406: most of the value that is claimed rests on what somebody says, not on what somebody read.

use super::withheld;
use crate::model::{Currency, Element, ElementKind, Grade, Known, Lang, Money, Nature};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{money, percent, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

const WEAK: Threshold = Threshold {
    name: "value_on_weak_evidence",
    value: 50.0,
    unit: Said {
        en: "% of the value claimed",
        fr: "% de la valeur annoncée",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D406",
    name: "value-on-assertion",
    family: Family::Value,
    severity: Severity::High,
    title: Said {
        en: "Value that rests on assertion",
        fr: "Valeur fondée sur des affirmations",
    },
    what: Said {
        en: "More than {value_on_weak_evidence} % of the expected value of all outcomes, currency by currency, rests on evidence of the two lowest \
             grades: nobody has read anything, or the latest reading of what proves the outcome has no source or only a shared \
             judgement behind it. A baseline counts as a reading until the first value comes. Outcomes without a value and those that \
             do harm claim nothing. Cannot tell when the value of an outcome on such evidence is withheld and the others do not exceed that share.",
        fr: "Plus de {value_on_weak_evidence} % de la valeur attendue de tous les résultats, monnaie par monnaie, repose sur des preuves des deux plus \
             bas niveaux : personne n’a rien relevé, ou le dernier relevé de ce qui prouve le résultat est sans source ou tient à \
             un jugement partagé. Une valeur de départ vaut relevé jusqu’à la première mesure. Les résultats sans valeur et ceux \
             qui nuisent n’annoncent rien. Ne peut trancher si la valeur d’un résultat ainsi prouvé n’est pas communiquée et que \
             les autres ne dépassent pas cette part.",
    },
    why: Said {
        en: "A total of benefits is as good as the evidence under its largest lines. If most of it was only ever said, the first \
             question of an auditor takes the whole sum away, and the measured part with it.",
        fr: "Un total de bénéfices vaut ce que valent les preuves de ses plus grosses lignes. Si l’essentiel n’a jamais été que \
             dit, la première question d’un contrôleur emporte toute la somme, et avec elle la part mesurée.",
    },
    how: Said {
        en: "Plan the measurement of the largest lines first: an outcome indicator with a definition and a source, read before the \
             work starts. Show the rest apart, as an estimate.",
        fr: "Planifiez d’abord la mesure des plus grosses lignes : un indicateur de résultat avec définition et source, relevé \
             avant le début du travail. Présentez le reste à part, comme une estimation.",
    },
    thresholds: &[WEAK],
    footing: Footing {
        needs: Said {
            en: "outcomes with an expected value",
            fr: "des résultats attendus chiffrés",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Outcome], |n| {
                claimed(ctx.element(n)).is_some()
            })
        },
    },
    check: Check::Whole(check),
    cases: include_str!("value_on_assertion.cases"),
};

struct Claim<'a> {
    outcome: &'a Element,
    value: &'a Money,
    grade: Grade,
}

/// What an outcome is said to be worth.
fn claimed(outcome: &Element) -> Option<&Money> {
    let claimed = outcome.outcome().filter(|it| !it.harmful);
    let value = claimed.and_then(|it| it.expected_value.value());
    value.filter(|it| it.amount > Decimal::ZERO)
}

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let mut claims: BTreeMap<&Currency, Vec<Claim<'a>>> = BTreeMap::new();
    for (n, outcome) in ctx.of_kind(ElementKind::Outcome) {
        if let Some(value) = claimed(outcome) {
            let grade = grade(ctx, n);
            claims.entry(&value.currency).or_default().push(Claim {
                outcome,
                value,
                grade,
            });
        }
    }
    let most = report.value(&WEAK) / 100.0;
    let mut told = false;
    for (currency, mut claims) in claims {
        claims.sort_by_key(|it| std::cmp::Reverse(it.value.amount));
        let weak = |grade: Grade| grade <= Grade::Judgement;
        let (total, part) = (sum(&claims, |_| true), sum(&claims, weak));
        let share = part.checked_div(total).and_then(|it| it.to_f64());
        if let Some(share) = share.filter(|it| *it > most) {
            claims.retain(|it| weak(it.grade));
            report.add(violated(ctx, currency, &claims, [part, total], share));
            told = true;
        }
    }
    if !told {
        let all = ctx.of_kind(ElementKind::Outcome);
        let helpful = all.filter(|(_, it)| it.outcome().is_some_and(|it| !it.harmful));
        let unread = helpful.filter(|(n, _)| grade(ctx, *n) <= Grade::Judgement);
        withheld::values(ctx, unread.map(|(_, it)| it), report);
    }
}

fn sum(claims: &[Claim<'_>], counts: impl Fn(Grade) -> bool) -> Decimal {
    let some = claims.iter().filter(|it| counts(it.grade));
    some.fold(Decimal::ZERO, |sum, it| sum.saturating_add(it.value.amount))
}

/// The grade of the freshest proof of an outcome; of two of one day, the better one.
fn grade(ctx: &Context<'_>, number: usize) -> Grade {
    let proofs = ctx.proofs(number);
    let series: Vec<_> = proofs.iter().filter_map(|n| ctx.series(*n)).collect();
    let last = series.iter().filter_map(|it| Some(it.last()?.period)).max();
    if let Some(last) = last {
        let all = series.iter().flat_map(|it| it.actuals.iter().rev());
        let of_last = all.filter(|it| it.period == last);
        return of_last
            .map(|it| ctx.grade(it))
            .max()
            .unwrap_or(Grade::Assertion);
    }
    let all = proofs.iter().flat_map(|n| ctx.readings(*n));
    let baselines = all.filter(|it| it.nature == Nature::Baseline && it.period <= ctx.as_of);
    let graded = baselines.map(|it| (it.period, ctx.grade(it))).max();
    graded.map_or(Grade::Assertion, |(_, grade)| grade)
}

fn violated<'a>(
    ctx: &Context<'a>,
    currency: &Currency,
    weak: &[Claim<'a>],
    [part, total]: [Decimal; 2],
    share: f64,
) -> Verdict<'a> {
    let of = |amount| Money {
        amount,
        currency: currency.clone(),
    };
    let [part_said, total_said] = [part, total].map(|it| money(&of(it), ctx.lang));
    let said = percent(share, ctx.lang);
    let largest = weak.first().map_or("", |it| it.outcome.title.as_str());
    let largest = quoted(largest, ctx.lang);
    let rows = weak.iter().take(MOST_ROWS).map(|it| claim_row(ctx, it));
    Verdict::violated_by_all(currency.as_str())
        .says(say!(
            ctx,
            "{part_said} of {total_said} of value claimed, {said}, rests on what somebody said and not on a reading.",
            "{part_said} sur {total_said} de valeur annoncée, soit {said}, reposent sur des dires et non sur un relevé."
        ))
        .advises(say!(
            ctx,
            "Plan the measurement of the largest claims, beginning with {largest}.",
            "Planifiez la mesure des plus grosses annonces, à commencer par {largest}."
        ))
        .shows(rows)
        .relates(weak.iter().map(|it| it.outcome))
        .stakes([of(part)])
}

fn claim_row(ctx: &Context<'_>, claim: &Claim<'_>) -> Evidence {
    let name = quoted(&claim.outcome.title, ctx.lang);
    let value = money(claim.value, ctx.lang);
    let on = match (claim.grade, ctx.lang) {
        (Grade::Assertion, Lang::En) => "E0, somebody said so",
        (Grade::Assertion, Lang::Fr) => "E0, quelqu’un l’affirme",
        (_, Lang::En) => "E1, judged together",
        (_, Lang::Fr) => "E1, jugé ensemble",
    };
    row(say!(ctx, "{name}: {value}, {on}", "{name} : {value}, {on}")).of(claim.outcome)
}
