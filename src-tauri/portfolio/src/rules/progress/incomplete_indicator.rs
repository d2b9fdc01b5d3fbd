//! M207: an outcome indicator without the fields that let it prove anything.

use crate::model::{Element, ElementKind, Field, Gap, IndicatorKind, Maybe, Reason};
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::progress::proofs::{field_names, lacking};
use crate::rules::report::{Verdict, gap_words, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{listed, number, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M207",
    name: "incomplete-indicator",
    family: Family::Progress,
    severity: Severity::High,
    title: Said {
        en: "Outcome indicators that can prove nothing",
        fr: "Indicateurs de résultat qui ne peuvent rien prouver",
    },
    what: Said {
        en: "An indicator of outcome or impact without a baseline and its date, a target and its date, a direction, a unit or an \
             interval between readings. An indicator that is to hold its level needs no target. A baseline or target may also \
             stand among its readings. Cannot tell when all that is missing exists and is withheld.",
        fr: "Un indicateur de résultat ou d’impact sans valeur de départ datée, sans cible datée, sans sens, sans unité ou sans \
             rythme de relevé. Un indicateur qui doit tenir son niveau n’a pas besoin de cible. Le départ et la cible peuvent \
             aussi figurer parmi les relevés. Indécidable quand tout ce qui manque existe mais n’est pas communiqué.",
    },
    why: Said {
        en: "Without a baseline nobody knows whether anything has moved; without a dated target nobody knows whether it has moved \
             enough. Once the work is delivered, the baseline can no longer be taken.",
        fr: "Sans valeur de départ, nul ne sait si quelque chose a bougé ; sans cible datée, nul ne sait si c’est assez. Une fois le \
             travail livré, la valeur de départ ne se relève plus.",
    },
    how: Said {
        en: "Fill in what is missing with whoever takes the readings. Where there is no baseline, take the last values from before \
             the work began, and write from when to when they run.",
        fr: "Complétez ce qui manque avec la personne qui fait les relevés. À défaut de valeur de départ, prenez les dernières \
             valeurs d’avant le début du travail, en notant la période qu’elles couvrent.",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "outcome or impact indicators",
            fr: "des indicateurs de résultat ou d’impact",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Indicator], |n| {
                ctx.indicator_kind(n) >= Some(IndicatorKind::Outcome)
            })
        },
    },
    check: Check::Each(&[ElementKind::Indicator], check),
    cases: include_str!("incomplete_indicator.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    if ctx.indicator_kind(number) < Some(IndicatorKind::Outcome) {
        return;
    }
    let fields = lacking(ctx, number);
    if fields.is_empty() {
        return;
    }
    let element = ctx.element(number);
    let withheld =
        |field: &&str| gap(element, field).is_some_and(|it| it.reason == Reason::Withheld);
    let verdict = if fields.iter().all(withheld) {
        cannot_tell(ctx, element, &fields)
    } else {
        violated(ctx, element, &fields)
    };
    let rows = fields.iter().map(|it| field_row(ctx, element, it));
    report.add(
        verdict
            .shows(rows)
            .shows(first_row(ctx, number, &fields))
            .relates(
                ctx.linked_from(number, crate::model::LinkKind::Measures)
                    .map(|(n, _)| ctx.element(n)),
            )
            .caused_by(element, "baseline"),
    );
}

/// Why a field is missing, when somebody said so.
fn gap<'a>(element: &'a Element, field: &str) -> Option<&'a Gap> {
    fn of<T>(field: &Field<T>) -> Option<&Gap> {
        match field {
            Some(Maybe::Missing(gap)) => Some(gap),
            _ => None,
        }
    }
    let it = element.indicator()?;
    match field {
        "baseline" => of(&it.baseline),
        "baseline_on" => of(&it.baseline_on),
        "target" => of(&it.target),
        "target_on" => of(&it.target_on),
        "direction" => of(&it.direction),
        "unit" => of(&it.unit),
        _ => of(&it.every_days),
    }
}

fn violated<'a>(ctx: &Context<'a>, element: &'a Element, fields: &[&str]) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let names = listed(&field_names(ctx, fields), ctx.lang);
    Verdict::violated(element)
        .says(say!(
            ctx,
            "{name} can prove nothing yet; it lacks: {names}.",
            "{name} ne peut encore rien prouver ; il lui manque : {names}."
        ))
        .advises(say!(ctx, "Fill in: {names}.", "Renseignez : {names}."))
}

fn cannot_tell<'a>(ctx: &Context<'a>, element: &'a Element, fields: &[&str]) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let names = field_names(ctx, fields);
    let missing = fields
        .iter()
        .map(|it| Missing::of(Lack::of_model(it), element, ctx.lang).withheld())
        .collect();
    let names = listed(&names, ctx.lang);
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "What {name} can prove cannot be told here; withheld: {names}.",
            "On ne peut dire ici ce que {name} permet de prouver ; non communiqué : {names}."
        ))
        .advises(say!(
            ctx,
            "Ask whoever takes the readings for it, or keep the proof with them and name where it stands.",
            "Demandez-le à la personne qui fait les relevés, ou laissez-lui la preuve en notant où elle se trouve."
        ))
}

fn field_row<'a>(ctx: &Context<'a>, element: &'a Element, field: &str) -> Evidence {
    let name = listed(&field_names(ctx, &[field]), ctx.lang);
    let said = match gap(element, field) {
        Some(gap) => gap_words(ctx, gap.reason, &gap.said),
        None => say!(ctx, "empty", "vide"),
    };
    row(say!(ctx, "{name}: {said}", "{name} : {said}")).imported(ctx, element)
}

/// The first confirmed value, from which a missing baseline can be taken.
fn first_row(ctx: &Context<'_>, number: usize, fields: &[&str]) -> Option<Evidence> {
    let series = ctx
        .series(number)
        .filter(|_| fields.contains(&"baseline"))?;
    let first = series.actuals.first()?;
    let value = self::number(first.value, ctx.lang);
    Some(
        row(say!(
            ctx,
            "First reading on record: {value}",
            "Premier relevé connu : {value}"
        ))
        .of(ctx.element(number))
        .on(Some(first.period))
        .from(ctx.source_title(first.source.as_ref())),
    )
}
