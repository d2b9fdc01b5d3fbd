//! D306: a value that leaps away from those before it, without a word.

use super::changes::{one_a_period, usual};
use super::from_nothing::from_nothing;
use crate::model::{Element, ElementKind, Reading};
use crate::rules::context::agree;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::figures::measured;
use crate::rules::footing::{Footing, some_of};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Series, Severity};

const USUAL: Threshold = Threshold {
    name: "times_the_usual_change",
    value: 3.0,
    unit: Said {
        en: "times the median size of the other changes",
        fr: "fois l’ampleur médiane des autres évolutions",
    },
    source: OURS,
};
const SHARE: Threshold = Threshold {
    name: "change",
    value: 30.0,
    unit: Said {
        en: "% of the value before",
        fr: "% de la valeur précédente",
    },
    source: OURS,
};
const HISTORY: Threshold = Threshold {
    name: "other_changes",
    value: 5.0,
    unit: Said {
        en: "other changes, to know what is usual",
        fr: "autres évolutions, pour savoir ce qui est habituel",
    },
    source: OURS,
};
const CYCLES: Threshold = Threshold {
    name: "cycles",
    value: 3.0,
    unit: Said {
        en: "cycles, the running one included",
        fr: "cycles, celui en cours compris",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D306",
    name: "unexplained-jump",
    family: Family::Ground,
    severity: Severity::Medium,
    title: Said {
        en: "Values that jump without a word",
        fr: "Valeurs qui sautent sans un mot",
    },
    what: Said {
        en: "The last confirmed value of an indicator, or one of the last {cycles} cycles, jumps and bears no comment. It jumps when its \
             change from the value before is more than {times_the_usual_change} times the usual one, the median size of the other changes; where \
             fewer than {other_changes} of these are known, or most are none, when it is more than {change} % of the value before. A difference \
             within rounding is no jump, nor is one that the plan foresaw. Cannot tell when the value before is zero and nothing says what is usual.",
        fr: "La dernière valeur confirmée d’un indicateur, ou l’une de celles des {cycles} derniers cycles, fait un saut et ne porte aucun \
             commentaire. Il y a saut quand l’évolution depuis la valeur précédente dépasse {times_the_usual_change} fois l’évolution habituelle, soit \
             l’ampleur médiane des autres ; quand on en connaît moins de {other_changes}, ou que la plupart sont nulles, quand elle dépasse \
             {change} % de la valeur précédente. Un écart d’arrondi n’est pas un saut, ni une évolution que le plan prévoyait. \
             Ne peut trancher si la valeur précédente est nulle et que rien ne dit ce qui est habituel.",
    },
    why: Said {
        en: "A jump is either news or an error, and both are worth a sentence. Without it the next meeting guesses, or nobody looks and the error stays.",
        fr: "Un saut est une nouvelle ou une erreur, et l’une comme l’autre mérite une phrase. Sans elle, la réunion suivante devine, ou personne ne regarde et l’erreur reste.",
    },
    how: Said {
        en: "Ask whoever recorded it what happened and write it beside the value, or correct the value.",
        fr: "Demandez à qui l’a enregistrée ce qui s’est passé et notez-le à côté de la valeur, ou corrigez-la.",
    },
    thresholds: &[USUAL, SHARE, HISTORY, CYCLES],
    footing: Footing {
        needs: Said {
            en: "indicators with confirmed values of two periods",
            fr: "des indicateurs avec des relevés de deux périodes",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Indicator], |n| {
                ctx.series(n).is_some_and(|it| one_a_period(&it).len() > 1)
            })
        },
    },
    check: Check::Each(&[ElementKind::Indicator], check),
    cases: include_str!("unexplained_jump.cases"),
};

/// A value that jumped, with the one before it.
struct Jump<'a> {
    before: &'a Reading,
    after: &'a Reading,
}

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let Some(series) = ctx.series(number) else {
        return;
    };
    let values = one_a_period(&series);
    let changes: Vec<f64> = values
        .windows(2)
        .map(|it| it[1].value - it[0].value)
        .collect();
    let cycles = i32::try_from(report.days(&CYCLES)).unwrap_or(i32::MAX);
    let (mut jumps, mut unsure) = (Vec::new(), None);
    for (n, change) in changes.iter().enumerate() {
        let (before, after) = (values[n], values[n + 1]);
        let looked_at = n + 1 == changes.len() || ctx.in_last_cycles(after.period, cycles);
        if !looked_at || !after.comment.trim().is_empty() || agree(before.value, after.value, 0.02)
        {
            continue;
        }
        let others = [&changes[..n], &changes[n + 1..]].concat();
        let usual = usual(&others).filter(|it| *it > 0.0 && others.len() >= report.count(&HISTORY));
        let limit = match usual {
            Some(usual) => usual * report.value(&USUAL),
            None => before.value.abs() * report.value(&SHARE) / 100.0,
        };
        let jumped = limit > 0.0 && change.abs() > limit;
        let from_nothing = usual.is_none() && before.value == 0.0;
        if (jumped || from_nothing) && !is_foreseen(&series, before, after) {
            if jumped {
                jumps.push(Jump { before, after });
            } else {
                unsure = Some(after);
            }
        }
    }
    jumps.reverse();
    if let Some(last) = jumps.first() {
        report.add(violated(ctx, ctx.element(number), &series, last, &jumps));
    } else if let Some(after) = unsure {
        report.add(from_nothing(ctx, ctx.element(number), &series, after));
    }
}

/// Whether the plan foresaw as much for that time.
fn is_foreseen(series: &Series<'_>, before: &Reading, after: &Reading) -> bool {
    let planned = series
        .planned_at(after.period)
        .zip(series.planned_at(before.period));
    let change = after.value - before.value;
    planned
        .is_some_and(|(to, from)| change * (to - from) > 0.0 && change.abs() <= (to - from).abs())
}

fn violated<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    series: &Series<'a>,
    last: &Jump<'a>,
    jumps: &[Jump<'a>],
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let value = |it: &Reading| measured(it.value, series.indicator, ctx.lang);
    let (from, to) = (value(last.before), value(last.after));
    let (since, date) = (
        day(last.before.period, ctx.lang),
        day(last.after.period, ctx.lang),
    );
    let rows = jumps.iter().take(MOST_ROWS / 2).flat_map(|jump| {
        [jump.after, jump.before].map(|it| value_row(ctx, element, it, &value(it)))
    });
    Verdict::violated(element)
        .says(say!(
            ctx,
            "{name} leapt from {from} on {since} to {to} on {date}, and nobody wrote why.",
            "{name} a sauté de {from} au {since} à {to} au {date}, et personne n’a écrit pourquoi."
        ))
        .advises(say!(
            ctx,
            "Write beside the value of {date} what happened, or correct it.",
            "Notez à côté de la valeur du {date} ce qui s’est passé, ou corrigez-la."
        ))
        .shows(rows)
}

fn value_row(ctx: &Context<'_>, element: &Element, reading: &Reading, value: &str) -> Evidence {
    let by = reading.recorded_by.trim();
    let text = if by.is_empty() {
        say!(ctx, "Value: {value}", "Valeur : {value}")
    } else {
        say!(
            ctx,
            "Value: {value}, recorded by {by}",
            "Valeur : {value}, enregistrée par {by}"
        )
    };
    row(text)
        .of(element)
        .on(Some(reading.period))
        .from(ctx.source_title(reading.source.as_ref()))
}
