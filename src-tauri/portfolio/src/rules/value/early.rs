//! When a result first moved, and whether the work that leads to it was there by then.

use crate::model::{
    Date, Direction, IndicatorKind, InitiativeForm, InitiativeState, Known, Reading,
};
use crate::rules::promised::figure;
use crate::rules::report::row;
use crate::rules::words::{percent, quoted, say};
use crate::rules::{Context, Evidence};

/// An early movement: the indicator, the value that shows it, and the share of the way.
pub(super) struct Move<'a> {
    pub(super) indicator: usize,
    pub(super) reading: &'a Reading,
    pub(super) share: f64,
}

/// The first value after the baseline that shows so much of the way.
pub(super) fn first_move<'a>(ctx: &Context<'a>, indicator: usize, enough: f64) -> Option<Move<'a>> {
    let proves = ctx.indicator_kind(indicator) >= Some(IndicatorKind::Outcome);
    let series = ctx.series(indicator).filter(|_| proves)?;
    if series.indicator.direction.value() == Some(&Direction::Hold) {
        return None;
    }
    let start = series.baseline.and_then(|(_, day)| day);
    let after = |it: &&&Reading| start.is_none_or(|day| it.period > day);
    series.actuals.iter().filter(after).find_map(|reading| {
        let share = series.share_of_target(reading.value)?;
        (share >= enough - 1e-9).then_some(Move {
            indicator,
            reading,
            share,
        })
    })
}

/// Whether an initiative was delivered or a change adopted on a day by its dates; `None` when they do not tell.
pub(super) fn done_by(ctx: &Context<'_>, number: usize, on: Date) -> Option<bool> {
    let element = ctx.element(number);
    let Some(it) = element.initiative() else {
        return Some(*element.change()?.adoption_date.value()? <= on);
    };
    if let Some(day) = ctx.delivered_on(number) {
        return Some(day <= on);
    }
    let state = it.state.value();
    let begun =
        it.start.value().is_none_or(|day| *day <= on) && state != Some(&InitiativeState::Planned);
    let released = it.form.value() == Some(&InitiativeForm::Product) && begun;
    let undated = state == Some(&InitiativeState::Delivered);
    (!released && !undated).then_some(false)
}

/// Whether an indicator of adoption of an element had moved off its baseline on a day.
pub(super) fn in_use_by(ctx: &Context<'_>, number: usize, on: Date) -> bool {
    let indicators = ctx.indicators(number).into_iter();
    let adoption = indicators.filter(|n| ctx.indicator_kind(*n) == Some(IndicatorKind::Adoption));
    adoption.filter_map(|n| ctx.series(n)).any(|series| {
        let from = series.baseline.map_or(0.0, |(value, _)| value);
        let mut read = series.actuals.iter().filter(|it| it.period <= on);
        read.any(|it| (it.value - from).abs() > f64::EPSILON)
    })
}

pub(super) fn move_row(ctx: &Context<'_>, early: &Move<'_>) -> Evidence {
    let indicator = ctx.element(early.indicator);
    let name = quoted(&indicator.title, ctx.lang);
    let value = figure(ctx, early.indicator, early.reading.value);
    let share = percent(early.share, ctx.lang);
    let source = ctx.source_title(early.reading.source.as_ref());
    row(say!(
        ctx,
        "{name} stood at {value}, {share} of the way to its target",
        "{name} était à {value}, soit {share} du chemin vers la cible"
    ))
    .of(indicator)
    .on(Some(early.reading.period))
    .from(source)
}
