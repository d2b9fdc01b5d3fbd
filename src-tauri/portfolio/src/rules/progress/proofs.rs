//! What the outcome indicators of an element tell: how far they have come, which is late, and what they lack.

use crate::model::{Date, Direction, ElementKind, Known};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::row;
use crate::rules::words::{day, number, percent, quoted, say};
use crate::rules::{Context, Evidence, Standing};

/// The latest value of an indicator beside the one that was planned for its day.
pub(super) fn reading_row(ctx: &Context<'_>, indicator: usize) -> Option<Evidence> {
    let series = ctx.series(indicator)?;
    let last = series.last()?;
    let element = ctx.element(indicator);
    let name = quoted(&element.title, ctx.lang);
    let unit = series.indicator.unit.value().map(|it| it.trim());
    let with_unit = |value: f64| match unit.filter(|it| !it.is_empty()) {
        Some(unit) => format!("{}\u{a0}{unit}", number(value, ctx.lang)),
        None => number(value, ctx.lang),
    };
    let value = with_unit(last.value);
    let text = match series.planned_at(last.period).map(with_unit) {
        Some(planned) => say!(
            ctx,
            "{name}: {value}, planned for that day {planned}",
            "{name} : {value}, prévu à cette date {planned}"
        ),
        None => say!(ctx, "{name}: {value}", "{name} : {value}"),
    };
    Some(
        row(text)
            .of(element)
            .on(Some(last.period))
            .from(ctx.source_title(last.source.as_ref())),
    )
}

/// How far an indicator has come by its latest value, as the rest of a sentence.
pub(super) fn moved(ctx: &Context<'_>, indicator: usize) -> Option<String> {
    let series = ctx.series(indicator)?;
    let last = series.last()?;
    let realised = series.realised(last)?;
    let name = quoted(&ctx.element(indicator).title, ctx.lang);
    let hold = series.indicator.direction.value() == Some(&Direction::Hold);
    Some(if hold && realised < 1.0 {
        say!(
            ctx,
            "{name} has left its tolerance",
            "{name} est sorti de sa tolérance"
        )
    } else if hold {
        say!(ctx, "{name} holds its level", "{name} tient son niveau")
    } else if realised > 0.0 {
        let share = percent(realised, ctx.lang);
        let on = day(last.period, ctx.lang);
        say!(
            ctx,
            "{name} has moved {share} of the way planned for {on}",
            "{name} a fait {share} du chemin prévu pour le {on}"
        )
    } else if series.baseline.is_some_and(|(from, _)| from == last.value) {
        say!(ctx, "{name} has not moved", "{name} n’a pas bougé")
    } else {
        say!(
            ctx,
            "{name} has moved away from its target",
            "{name} s’est éloigné de sa cible"
        )
    })
}

/// The proof of an element that is off its way by a value that is fresh for sure.
pub(super) fn late(ctx: &Context<'_>, number: usize) -> Option<usize> {
    let proofs = ctx.proofs(number);
    let mut all = proofs.iter().copied();
    all.find(|n| {
        ctx.series(*n).is_some_and(|it| {
            it.standing() == Some(Standing::OffTrack) && it.is_fresh() == Some(true)
        })
    })
}

/// Outcomes that should have been reviewed by now and indicators that should have reached their target, on which
/// nothing has been read since; the longest overdue first.
pub(super) fn overdue(ctx: &Context<'_>, number: usize) -> Vec<(usize, Date)> {
    let mut found = Vec::new();
    let is_read = |n: usize, due: Date| {
        let last = ctx.series(n).and_then(|it| Some(it.last()?.period));
        last.is_some_and(|date| date >= due)
    };
    for n in ctx.above_of_kind(number, ElementKind::Outcome) {
        let element = ctx.element(n);
        let outcome = element
            .outcome()
            .filter(|it| it.realised_on.value().is_none());
        if let Some(due) = outcome.and_then(|it| it.review_on.value().copied())
            && ctx.indicators(n).into_iter().all(|it| !is_read(it, due))
        {
            found.push((n, due));
        }
    }
    for n in ctx.proofs(number).iter().copied() {
        if let Some(due) = ctx.series(n).and_then(|it| it.target?.1)
            && !is_read(n, due)
        {
            found.push((n, due));
        }
    }
    found.retain(|(_, due)| *due < ctx.as_of);
    found.sort_by_key(|(n, due)| (*due, *n));
    found
}

/// The fields without which an indicator proves nothing, by their names in the model.
pub(super) fn lacking(ctx: &Context<'_>, number: usize) -> Vec<&'static str> {
    let Some(series) = ctx.series(number) else {
        return Vec::new();
    };
    let holds = series.indicator.direction.value() == Some(&Direction::Hold);
    let mut fields = series.missing();
    if holds {
        fields.retain(|it| !it.starts_with("target"));
    } else if series.baseline.is_some_and(|(_, day)| day.is_none()) {
        fields.insert(0, "baseline_on");
    }
    fields
}

/// Fields of an indicator in the words of a reader.
pub(super) fn field_names(ctx: &Context<'_>, fields: &[&str]) -> Vec<String> {
    let name = |field: &str| Lack::of_model(field).name().get(ctx.lang).to_owned();
    fields.iter().map(|it| name(it)).collect()
}

/// What one indicator lacks to tell how it stands today.
pub(super) fn gaps(ctx: &Context<'_>, indicator: usize) -> Vec<Missing> {
    let mut fields: Vec<Lack> = lacking(ctx, indicator)
        .into_iter()
        .map(Lack::of_model)
        .collect();
    if fields.is_empty() {
        fields.push(Lack::Reading);
    }
    let element = ctx.element(indicator);
    let all = fields.into_iter();
    all.map(|it| Missing::of(it, element, ctx.lang)).collect()
}
