//! Indicators put together of others: what the parts are counted in, and what they had to say of the same period.

use crate::model::{Date, Element, Known, Maybe, Nature};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::figures::unit;
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Evidence, Report};
use std::collections::BTreeMap;

/// What mixes, with the sentence, the advice and the rows.
pub(super) fn violated<'a>(
    whole: &'a Element,
    facet: &str,
    says: String,
    advises: String,
    rows: impl Iterator<Item = Evidence>,
    parts: &[(usize, &'a Element)],
) -> Verdict<'a> {
    Verdict::violated(whole)
        .facet(facet)
        .says(says)
        .advises(advises)
        .shows(rows.take(MOST_ROWS))
        .relates(parts.iter().map(|(_, it)| *it))
}

pub(super) fn units<'a>(
    ctx: &Context<'a>,
    whole: &'a Element,
    parts: &[(usize, &'a Element)],
    report: &mut Report<'_, 'a>,
) {
    let given = |it: &'a Element| {
        let text = it.indicator()?.unit.value()?.trim();
        (!text.is_empty()).then_some(text)
    };
    let members = || std::iter::once(whole).chain(parts.iter().map(|(_, it)| *it));
    let told = whole.indicator().and_then(|it| it.definition.value());
    let told = told.map(String::as_str).unwrap_or_default();
    // What the definition names is converted into what it does not name.
    let left: BTreeMap<String, &str> = members()
        .filter_map(given)
        .filter(|it| !names(told, it))
        .map(|it| (unit(it), it))
        .collect();
    if left.len() < 2 {
        let blank: Vec<&Element> = members().filter(|it| given(it).is_none()).collect();
        if !blank.is_empty() && blank.len() <= parts.len() {
            report.add(without_unit(ctx, whole, &blank));
        }
        return;
    }
    let name = quoted(&whole.title, ctx.lang);
    let list: Vec<&str> = left.into_values().collect();
    let list = list.join(", ");
    let rows = members().filter_map(|it| {
        let (name, unit) = (quoted(&it.title, ctx.lang), given(it)?);
        Some(row(say!(ctx, "{name}: {unit}", "{name} : {unit}")).of(it))
    });
    let says = say!(
        ctx,
        "{name} puts different units together: {list}.",
        "{name} réunit des unités différentes : {list}."
    );
    let advises = say!(
        ctx,
        "Bring the parts to one unit, or write into the definition of {name} how each unit is converted.",
        "Ramenez les parties à une même unité, ou écrivez dans la définition de {name} comment chacune est convertie."
    );
    report.add(violated(whole, "unit", says, advises, rows, parts));
}

fn without_unit<'a>(ctx: &Context<'a>, whole: &'a Element, blank: &[&'a Element]) -> Verdict<'a> {
    let name = quoted(&whole.title, ctx.lang);
    let missing = blank.iter().take(MOST_ROWS).map(|it| {
        let lacks = Missing::of(Lack::Unit, it, ctx.lang);
        match it.indicator().and_then(|it| it.unit.as_ref()) {
            Some(Maybe::Missing(gap)) => lacks.because(gap),
            _ => lacks,
        }
    });
    Verdict::cannot_tell(whole, missing.collect())
        .facet("unit")
        .says(say!(
            ctx,
            "Whether {name} and its parts have one unit cannot be told: some do not say theirs.",
            "On ne peut dire si {name} et ses parties ont une même unité : certaines ne la donnent pas."
        ))
        .advises(say!(
            ctx,
            "Fill in the units that are missing.",
            "Renseignez les unités qui manquent."
        ))
        .relates(blank.iter().copied())
}

/// Whether a definition speaks of a unit.
fn names(definition: &str, named: &str) -> bool {
    let words = definition.split(|c: char| c.is_whitespace() || "()[],;:.=×*/".contains(c));
    let several = named.contains(char::is_whitespace);
    words.map(unit).any(|it| it == unit(named))
        || (several && definition.to_lowercase().contains(&named.to_lowercase()))
}

/// What the parts had to say of the period of the last value of the whole.
pub(super) fn values<'a>(
    ctx: &Context<'a>,
    number: usize,
    parts: &[(usize, &'a Element)],
    report: &mut Report<'_, 'a>,
) {
    let Some(last) = ctx.series(number).and_then(|it| it.last()) else {
        return;
    };
    let (whole, period) = (ctx.element(number), last.period);
    let (mut actual, mut forecast, mut earlier) = (Vec::new(), Vec::new(), Vec::new());
    for (n, part) in parts {
        let at = |nature| {
            ctx.readings(*n)
                .any(|it| it.period == period && it.nature == nature)
        };
        let before = ctx
            .series(*n)
            .and_then(|it| it.last())
            .filter(|it| it.period < period);
        if at(Nature::Actual) {
            actual.push((*part, period));
        } else if at(Nature::Forecast) {
            forecast.push((*part, period));
        } else if let Some(reading) = before {
            earlier.push((*part, reading.period));
        }
    }
    let name = quoted(&whole.title, ctx.lang);
    let date = day(period, ctx.lang);
    if !forecast.is_empty() && !actual.is_empty() {
        let guesses = titles(ctx, &forecast);
        let says = say!(
            ctx,
            "The value of {name} for {date} mixes confirmed values with a forecast of {guesses}.",
            "La valeur de {name} au {date} mêle des valeurs confirmées et une prévision de {guesses}."
        );
        let advises = say!(
            ctx,
            "Record the confirmed value of {guesses} for {date}, or record that of {name} as a forecast.",
            "Enregistrez la valeur confirmée de {guesses} au {date}, ou enregistrez celle de {name} comme prévision."
        );
        let rows = rows(ctx, &forecast, ("forecast", "prévision"));
        report.add(violated(whole, "nature", says, advises, rows, parts));
    }
    if !earlier.is_empty() && !actual.is_empty() {
        let old = titles(ctx, &earlier);
        let says = say!(
            ctx,
            "The value of {name} for {date} rests on earlier values of {old}.",
            "La valeur de {name} au {date} repose sur des valeurs antérieures de {old}."
        );
        let advises = say!(
            ctx,
            "Record the value of {old} for {date}, or give {name} only for periods that all parts have.",
            "Enregistrez la valeur de {old} au {date}, ou ne donnez {name} que pour les périodes où toutes les parties ont une valeur."
        );
        let rows = rows(ctx, &earlier, ("last value", "dernière valeur"));
        report.add(violated(whole, "period", says, advises, rows, parts));
    }
}

type Dated<'a> = (&'a Element, Date);

fn titles(ctx: &Context<'_>, parts: &[Dated<'_>]) -> String {
    let all: Vec<String> = parts
        .iter()
        .take(MOST_ROWS)
        .map(|(it, _)| quoted(&it.title, ctx.lang))
        .collect();
    all.join(", ")
}

fn rows<'a>(
    ctx: &Context<'a>,
    parts: &[Dated<'a>],
    what: (&str, &str),
) -> impl Iterator<Item = Evidence> {
    let (en, fr) = what;
    parts.iter().map(move |(it, date)| {
        let name = quoted(&it.title, ctx.lang);
        row(say!(ctx, "{name}: {en}", "{name} : {fr}"))
            .of(it)
            .on(Some(*date))
    })
}
