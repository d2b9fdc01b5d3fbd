//! M303: two sources that tell different things of the same initiative.

use super::field_by_field::{Difference, Sides, differences};
use super::last_reports::{contradiction, reports};
use super::twins::twins;
use crate::model::{Element, ElementKind, Lens};
use crate::rules::context::set_for;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::Verdict;
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

const DAYS: Said = Said {
    en: "days",
    fr: "jours",
};
const NAME: Threshold = Threshold {
    name: "same_words",
    value: 80.0,
    unit: Said {
        en: "% of the words of the longer name",
        fr: "% des mots du plus long des deux noms",
    },
    source: OURS,
};
const DATES: Threshold = Threshold {
    name: "days_apart",
    value: 14.0,
    unit: DAYS,
    source: OURS,
};
const BUDGET: Threshold = Threshold {
    name: "budget_apart",
    value: 5.0,
    unit: Said {
        en: "% of the larger budget",
        fr: "% du plus grand budget",
    },
    source: OURS,
};
const REPORTS: Threshold = Threshold {
    name: "reports_within",
    value: 31.0,
    unit: DAYS,
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M303",
    name: "conflicting-sources",
    family: Family::Tools,
    severity: Severity::Medium,
    title: Said {
        en: "Sources that disagree on the same initiative",
        fr: "Sources en désaccord sur une même initiative",
    },
    what: Said {
        en: "The last status reports of two sources on one initiative, given by the same side and at most {reports_within} days apart, do not \
             agree. Or two initiatives known to different sources are the same, by a key that has letters in it or by at \
             least {same_words} % of the words of the longer name, and differ in state, in status, by more than {days_apart} days in a date or by \
             more than {budget_apart} % in a budget of the same currency. A report without a date is as old as the last import of its \
             source; cannot tell when there is none.",
        fr: "Les derniers points d’avancement de deux sources sur une même initiative, donnés du même côté à {reports_within} jours d’écart au \
             plus, ne concordent pas. Ou bien deux initiatives connues de sources différentes sont la même, par une clé qui \
             contient des lettres ou par au moins {same_words} % des mots du plus long des deux noms, et diffèrent par l’état, par \
             l’avancement, de plus de {days_apart} jours sur une date ou de plus de {budget_apart} % sur un budget de même devise. Un point sans date \
             a l’âge du dernier import de sa source ; indécidable s’il n’y en a pas.",
    },
    why: Said {
        en: "Whoever opens one tool sees another project than whoever opens the other. Each of them is right, and together they \
             plan two different years.",
        fr: "Qui ouvre un outil ne voit pas le même projet que qui ouvre l’autre. Chacun a raison chez soi, et ensemble ils \
             préparent deux années différentes.",
    },
    how: Said {
        en: "Name for each field the source that counts, correct the other one, and merge the two initiatives into one that bears both keys.",
        fr: "Désignez pour chaque champ la source qui fait foi, corrigez l’autre, et fusionnez les deux initiatives en une seule qui porte les deux clés.",
    },
    thresholds: &[NAME, DATES, BUDGET, REPORTS],
    footing: Footing {
        needs: Said {
            en: "an initiative of which two sources speak",
            fr: "une initiative dont parlent deux sources",
        },
        there_is: |ctx| {
            let twice = |n| {
                [Lens::It, Lens::Business]
                    .iter()
                    .any(|it| reports(ctx, n, *it).len() > 1)
            };
            let least = set_for(ctx.settings(), RULE.code, &NAME) / 100.0;
            some_of(ctx, &[ElementKind::Initiative], |n| {
                ctx.sources_of(n).len() > 1 && twice(n)
            }) || !twins(ctx, least).is_empty()
        },
    },
    check: Check::Both(&[ElementKind::Initiative], one, two),
    cases: include_str!("conflicting_sources.cases"),
};

/// Reports of two sources on one initiative.
fn one<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    if ctx.sources_of(number).len() < 2 {
        return;
    }
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    for lens in [Lens::It, Lens::Business] {
        let all = reports(ctx, number, lens);
        let facet = match lens {
            Lens::It => "status.it",
            Lens::Business => "status.business",
        };
        let undated: Vec<Missing> = all
            .iter()
            .filter(|it| it.date.is_none())
            .map(|it| Missing::said(Lack::StatusDate, element, it.day_of(ctx, &name)))
            .collect();
        let differ = all.iter().any(|it| it.status != all[0].status);
        let rows = all.iter().take(MOST_ROWS).map(|it| it.row(ctx, element));
        if let Some((a, b)) = contradiction(&all, report.days(&REPORTS)) {
            let (one, other) = (a.said(ctx), b.said(ctx));
            report.add(
                Verdict::violated(element)
                    .facet(facet)
                    .says(say!(
                        ctx,
                        "{name} is {one} and {other}.",
                        "{name} est {one} et {other}."
                    ))
                    .advises(advice(ctx, a.source, b.source))
                    .shows(rows)
                    .stakes(ctx.budget(number).cloned()),
            );
        } else if differ && !undated.is_empty() {
            report.add(
                Verdict::cannot_tell(element, undated)
                    .facet(facet)
                    .says(say!(
                        ctx,
                        "Whether the sources of {name} contradict each other cannot be told: not all of their reports bear a date.",
                        "On ne peut dire si les sources de {name} se contredisent : tous leurs points d’avancement ne sont pas datés."
                    ))
                    .advises(say!(
                        ctx,
                        "Give these reports the day on which they held.",
                        "Donnez à ces points d’avancement le jour où ils valaient."
                    ))
                    .shows(rows),
            );
        }
    }
}

/// Two initiatives that are one.
fn two<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let sides = Sides {
        days: report.days(&DATES),
        budget: report.value(&BUDGET) / 100.0,
        reports: report.days(&REPORTS),
    };
    for (a, b) in twins(ctx, report.value(&NAME) / 100.0) {
        let found = differences(ctx, a, b, &sides);
        if !found.is_empty() {
            report.add(violated(ctx, a, b, found));
        }
    }
}

fn violated<'a>(ctx: &Context<'a>, a: usize, b: usize, found: Vec<Difference>) -> Verdict<'a> {
    let (element, twin): (&'a Element, &'a Element) = (ctx.element(a), ctx.element(b));
    let (sources, others) = (ctx.sources_of(a), ctx.sources_of(b));
    let first = |all: &[String]| all.first().cloned().unwrap_or_default();
    let (source, other) = (first(&sources), first(&others));
    let name = quoted(&element.title, ctx.lang);
    let (one, two) = (quoted(&source, ctx.lang), quoted(&other, ctx.lang));
    let fields: Vec<&str> = found.iter().map(|it| it.field).collect();
    let fields = fields.join(", ");
    let rows: Vec<Evidence> = found
        .into_iter()
        .flat_map(|it| {
            [
                it.one.of(element).from(&source),
                it.other.of(twin).from(&other),
            ]
        })
        .collect();
    Verdict::violated(element)
        .facet(&format!("same:{}", twin.id))
        .says(say!(
            ctx,
            "{name} stands in {one} and in {two}, which do not agree on: {fields}.",
            "{name} figure dans {one} et dans {two}, qui ne s’accordent pas sur : {fields}."
        ))
        .advises(advice(ctx, &source, &other))
        .shows(rows)
        .relates([twin])
        .stakes(
            [a, b]
                .into_iter()
                .filter_map(|n| ctx.budget(n).cloned())
                .take(1),
        )
}

fn advice(ctx: &Context<'_>, one: &str, other: &str) -> String {
    let (one, other) = (quoted(one, ctx.lang), quoted(other, ctx.lang));
    say!(
        ctx,
        "Decide for each field whether {one} or {other} counts, and correct what the other one says.",
        "Décidez, champ par champ, laquelle fait foi, {one} ou {other}, et corrigez l’autre."
    )
}
