//! Measured values as they stand in a sentence, with their units, and when two units are the same.

use super::context::Origin;
use super::report::row;
use super::words::{quoted, say};
use super::{Context, Evidence};
use crate::model::{Indicator, Known, Lang, SourceId};

const NBSP: char = '\u{a0}';
/// Units that people write in several ways; the first of a line stands for the others.
const SAME: [&[&str]; 9] = [
    &["%", "percent", "per cent", "pct", "pour cent", "pourcent"],
    &["min", "minute", "minutes", "mn"],
    &["h", "hour", "hours", "heure", "heures"],
    &["day", "days", "d", "jour", "jours", "j"],
    &["month", "months", "mois"],
    &["eur", "€", "euro", "euros"],
    &["keur", "k€", "k eur"],
    &["meur", "m€", "m eur"],
    &["number", "count", "#", "nombre", "nb"],
];

/// A value as it was written, to four decimals, thousands apart: “12,400.5”, “−3”.
pub(super) fn figure(value: f64, lang: Lang) -> String {
    let rounded = (value * 10_000.0).round() / 10_000.0;
    let text = rounded.abs().to_string();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let (thousands, point) = match lang {
        Lang::En => (',', '.'),
        Lang::Fr => (NBSP, ','),
    };
    let mut figure = String::new();
    if rounded < 0.0 {
        figure.push('−');
    }
    for (n, digit) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n).is_multiple_of(3) {
            figure.push(thousands);
        }
        figure.push(digit);
    }
    if !rest.is_empty() {
        figure.push(point);
        figure.push_str(rest);
    }
    figure
}

/// A value of an indicator with its unit.
pub(super) fn measured(value: f64, indicator: &Indicator, lang: Lang) -> String {
    let figure = figure(value, lang);
    match indicator.unit.value().map(|it| it.trim()) {
        Some(unit) if !unit.is_empty() => format!("{figure}{NBSP}{unit}"),
        _ => figure,
    }
}

/// A unit as it is compared.
pub(super) fn unit(text: &str) -> String {
    let folded = text.trim().trim_end_matches('.').to_lowercase();
    let line = SAME.iter().find(|line| line.contains(&folded.as_str()));
    line.and_then(|line| line.first())
        .map_or(folded, |first| (*first).to_owned())
}

/// The last confirmed value of an indicator as a row of evidence, from its source; until there is one, its baseline.
pub(super) fn last_value(ctx: &Context<'_>, number: usize) -> Evidence {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let track = ctx.track(number);
    match (element.indicator(), &track.latest) {
        (Some(indicator), Some(last)) => {
            let value = measured(last.value, indicator, ctx.lang);
            row(say!(ctx, "{name}: {value}", "{name} : {value}"))
                .on(Some(last.period))
                .from(ctx.source_title(last.source.as_ref()))
        }
        (Some(indicator), None) if track.baseline.is_some() && track.start.is_some() => {
            let value = measured(track.baseline.unwrap_or_default(), indicator, ctx.lang);
            let (source, day) = match &track.start {
                Some((Origin::Source(source), day)) => (Some(source), Some(*day)),
                other => (None, other.as_ref().map(|(_, day)| *day)),
            };
            row(say!(
                ctx,
                "{name}: only a baseline, {value}",
                "{name} : un point de départ seulement, {value}"
            ))
            .on(day)
            .from(ctx.source_title(source))
        }
        _ => row(say!(
            ctx,
            "{name} was never read",
            "{name} n’a jamais été relevé"
        )),
    }
    .of(element)
}

/// Who said a value, behind “according to”.
pub(super) fn speaker(ctx: &Context<'_>, source: Option<&SourceId>) -> String {
    match ctx.source_title(source) {
        "" => say!(ctx, "what was typed here", "la saisie faite ici"),
        title => quoted(title, ctx.lang),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_grouped_and_local() {
        assert_eq!(figure(12_400.5, Lang::En), "12,400.5");
        assert_eq!(figure(-1_234_567.0, Lang::Fr), "−1\u{a0}234\u{a0}567");
        assert_eq!(figure(0.1 + 0.2, Lang::Fr), "0,3");
        assert_eq!(figure(-0.000_001, Lang::En), "0");
        assert_eq!(figure(999.0, Lang::En), "999");
    }

    #[test]
    fn units_are_the_same_however_they_are_written() {
        assert_eq!(unit(" Minutes "), unit("min."));
        assert_eq!(unit("pour cent"), unit("%"));
        assert_ne!(unit("k€"), unit("€"));
        assert_eq!(unit("Beds"), unit("beds"));
    }
}
