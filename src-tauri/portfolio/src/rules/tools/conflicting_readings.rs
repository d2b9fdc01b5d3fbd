//! M301: one indicator, one period, two sources, two values.

use crate::model::{Date, ElementKind, Known, LinkKind, Reading, SourceId};
use crate::rules::context::agree;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::figures::{measured, speaker};
use crate::rules::footing::{Footing, some_of};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Series, Severity};
use std::collections::BTreeMap;

const TOLERANCE: Threshold = Threshold {
    name: "tolerance",
    value: 2.0,
    unit: Said {
        en: "% of the larger value",
        fr: "% de la plus grande valeur",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M301",
    name: "conflicting-readings",
    family: Family::Tools,
    severity: Severity::High,
    title: Said {
        en: "Two sources, two values for the same indicator",
        fr: "Deux sources, deux valeurs pour un même indicateur",
    },
    what: Said {
        en: "Two sources give confirmed values of one indicator for the same period, and they differ by more than {tolerance} % of the \
             larger one and by more than half of the last digit written. What was typed here counts as a source of its own. \
             Of two values from one source the one recorded last counts: the first was corrected.",
        fr: "Deux sources donnent, pour la même période, des valeurs confirmées d’un même indicateur qui s’écartent de plus de \
             {tolerance} % de la plus grande et de plus de la moitié du dernier chiffre écrit. Ce qui a été saisi ici compte comme une \
             source. De deux valeurs d’une même source, la dernière enregistrée l’emporte : la première a été corrigée.",
    },
    why: Said {
        en: "A meeting that argues about which figure is right decides nothing. And behind two values there are mostly two \
             definitions, so that each side steers by an indicator that the other does not know.",
        fr: "Une réunion qui débat du bon chiffre ne décide de rien. Et derrière deux valeurs se cachent presque toujours deux \
             définitions : chacun pilote alors avec un indicateur que l’autre ne connaît pas.",
    },
    how: Said {
        en: "Say which source counts for this indicator and why, and remove the other value. If both are right, they count \
             different things: make two indicators of them, each with its definition.",
        fr: "Dites quelle source fait foi pour cet indicateur, et pourquoi, puis supprimez l’autre valeur. Si les deux sont \
             justes, elles ne comptent pas la même chose : faites-en deux indicateurs, chacun avec sa définition.",
    },
    thresholds: &[TOLERANCE],
    footing: Footing {
        needs: Said {
            en: "an indicator with values of two sources for one period",
            fr: "un indicateur avec les relevés de deux sources pour une même période",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Indicator], |n| {
                let two = |it: &[&Reading]| it.windows(2).any(|it| it[0].source != it[1].source);
                let series = ctx.series(n);
                series.is_some_and(|it| it.actuals.chunk_by(|a, b| a.period == b.period).any(two))
            })
        },
    },
    check: Check::Each(&[ElementKind::Indicator], check),
    cases: include_str!("conflicting_readings.cases"),
};

/// Two values that do not agree, the smaller first.
type Pair<'a> = (&'a Reading, &'a Reading);

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let Some(series) = ctx.series(number) else {
        return;
    };
    let mut conflicts = conflicts(&series, report.value(&TOLERANCE) / 100.0);
    conflicts.reverse();
    let Some((period, (low, high))) = conflicts.first() else {
        return;
    };
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let date = day(*period, ctx.lang);
    let value = |it: &Reading| measured(it.value, series.indicator, ctx.lang);
    let (less, more) = (value(low), value(high));
    let (one, other) = (
        speaker(ctx, low.source.as_ref()),
        speaker(ctx, high.source.as_ref()),
    );
    let rows = conflicts
        .iter()
        .flat_map(|(_, (low, high))| [*low, *high])
        .take(MOST_ROWS)
        .map(|it| {
            let value = value(it);
            row(say!(ctx, "Value: {value}", "Valeur : {value}"))
                .of(element)
                .on(Some(it.period))
                .from(ctx.source_title(it.source.as_ref()))
        });
    report.add(
        Verdict::violated(element)
            .says(say!(
                ctx,
                "For {date}, {name} is {less} according to {one} and {more} according to {other}.",
                "Au {date}, {name} vaut {less} selon {one} et {more} selon {other}."
            ))
            .advises(say!(
                ctx,
                "Decide whether {one} or {other} counts and remove the other value, or make two indicators of them.",
                "Décidez ce qui fait foi, {one} ou {other}, et supprimez l’autre valeur, ou faites-en deux indicateurs."
            ))
            .shows(rows)
            .shows(count_row(ctx, conflicts.len()))
            .shows([definition_row(ctx, &series).of(element)])
            .relates(ctx.linked_from(number, LinkKind::Measures).map(|(n, _)| ctx.element(n))),
    );
}

/// The periods in which the smallest and the largest value of any source do not agree, oldest first.
fn conflicts<'a>(series: &Series<'a>, tolerance: f64) -> Vec<(Date, Pair<'a>)> {
    let same_period = series.actuals.chunk_by(|a, b| a.period == b.period);
    same_period
        .filter(|it| it.len() > 1)
        .filter_map(|values| {
            // Recorded last stands last, and takes the place of what its source said before.
            let last: BTreeMap<Option<&SourceId>, &'a Reading> =
                values.iter().map(|it| (it.source.as_ref(), *it)).collect();
            let by_value = |a: &&&Reading, b: &&&Reading| a.value.total_cmp(&b.value);
            let low = *last.values().min_by(by_value)?;
            let high = *last.values().max_by(by_value)?;
            (!agree(low.value, high.value, tolerance)).then_some((low.period, (low, high)))
        })
        .collect()
}

fn count_row(ctx: &Context<'_>, periods: usize) -> Option<Evidence> {
    (periods > 1).then(|| {
        row(say!(
            ctx,
            "The sources differ in {periods} periods",
            "Les sources divergent sur {periods} périodes"
        ))
    })
}

fn definition_row(ctx: &Context<'_>, series: &Series<'_>) -> Evidence {
    match series.indicator.definition.value().map(|it| it.trim()) {
        Some(text) if !text.is_empty() => {
            let text = quoted(text, ctx.lang);
            row(say!(ctx, "Definition: {text}", "Définition : {text}"))
        }
        _ => row(say!(
            ctx,
            "No definition says what is counted",
            "Aucune définition ne dit ce qui est compté"
        )),
    }
}
