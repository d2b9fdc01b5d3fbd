//! Rows and figures about contributions: who claims what, how far it is to move an indicator, how sure that is.

use super::context::{Balance, Promise};
use super::report::row;
use super::words::{day, quoted, say};
use super::{Context, Evidence};
use crate::model::{
    Confidence, Contribution, Element, InitiativeState, Known, Lang, Link, LinkDetail, LinkState,
    Strength,
};

/// The contribution of a link, when somebody stands by it on the date of the check: it is not retired, not over and
/// does not begin later. It may still wait for acceptance or be disputed.
pub(super) fn claim<'a>(ctx: &Context<'_>, link: &'a Link) -> Option<&'a Contribution> {
    let LinkDetail::Contribution(it) = &link.detail else {
        return None;
    };
    let runs = it.valid_from.is_none_or(|day| day <= ctx.as_of)
        && it.valid_until.is_none_or(|day| day >= ctx.as_of);
    (runs && it.state != LinkState::Retired).then_some(it)
}

/// Whether an element is work that was stopped: it claims and harms nothing any more.
pub(super) fn is_stopped(element: &Element) -> bool {
    let initiative = element.initiative();
    initiative.is_some_and(|it| it.state.value() == Some(&InitiativeState::Stopped))
}

/// Who claims a contribution and since when.
pub(super) fn claim_row(ctx: &Context<'_>, link: &Link, it: &Contribution) -> Evidence {
    let title = |id| ctx.by_id(id).map_or("", |it| it.title.as_str());
    let from = quoted(title(&link.from), ctx.lang);
    let to = quoted(title(&link.to), ctx.lang);
    let mut text = match it.state {
        LinkState::Disputed => say!(
            ctx,
            "{from} to {to}: disputed",
            "De {from} à {to} : contestée"
        ),
        LinkState::Accepted => say!(
            ctx,
            "{from} to {to}: accepted",
            "De {from} à {to} : acceptée"
        ),
        LinkState::Proposed | LinkState::Retired => say!(
            ctx,
            "{from} to {to}: proposed",
            "De {from} à {to} : proposée"
        ),
    };
    if let Some(date) = it.proposed_on {
        let date = day(date, ctx.lang);
        text.push_str(&say!(ctx, ", claimed on {date}", ", annoncée le {date}"));
    }
    if !it.proposed_by.trim().is_empty() {
        let who = it.proposed_by.trim();
        text.push_str(&say!(ctx, " by {who}", " par {who}"));
    }
    row(text).by(link).on(it.proposed_on)
}

/// A value in three figures, in the unit of its indicator.
pub(super) fn figure(ctx: &Context<'_>, indicator: usize, value: f64) -> String {
    let unit = ctx.element(indicator).indicator().and_then(|it| {
        let unit = it.unit.value()?.trim();
        (!unit.is_empty()).then_some(unit)
    });
    let figure = short(value, ctx.lang);
    match unit {
        Some(unit) => format!("{figure}\u{a0}{unit}"),
        None => figure,
    }
}

/// The same with its sign, as a movement.
pub(super) fn movement(ctx: &Context<'_>, indicator: usize, value: f64) -> String {
    let figure = figure(ctx, indicator, value);
    if value > 0.0 {
        format!("+{figure}")
    } else {
        figure
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the logarithm of a number is small"
)]
fn short(value: f64, lang: Lang) -> String {
    let size = value.abs().log10().floor();
    let places = if size.is_finite() {
        (2 - size as i32).clamp(0, 6)
    } else {
        0
    };
    let scale = 10_f64.powi(places);
    // Adding zero turns a rounded -0 into 0.
    let text = format!("{}", (value * scale).round() / scale + 0.0);
    let text = match lang {
        Lang::En => text,
        Lang::Fr => text.replace('.', ","),
    };
    text.replace('-', "−")
}

/// A word of the scale of confidence.
pub(super) fn confidence(ctx: &Context<'_>, word: Confidence) -> String {
    let text = match (word, ctx.lang) {
        (Confidence::Guess, Lang::En) => "a guess",
        (Confidence::Guess, Lang::Fr) => "supposée",
        (Confidence::Doubtful, Lang::En) => "doubtful",
        (Confidence::Doubtful, Lang::Fr) => "douteuse",
        (Confidence::Plausible, _) => "plausible",
        (Confidence::Likely, Lang::En) => "likely",
        (Confidence::Likely, Lang::Fr) => "probable",
        (Confidence::Certain, Lang::En) => "certain",
        (Confidence::Certain, Lang::Fr) => "certaine",
    };
    text.to_owned()
}

/// A word of the scale of strength.
pub(super) fn strength(ctx: &Context<'_>, word: Strength) -> String {
    let text = match (word, ctx.lang) {
        (Strength::Marginal, Lang::En) => "marginal",
        (Strength::Marginal, Lang::Fr) => "marginale",
        (Strength::Weak, Lang::En) => "weak",
        (Strength::Weak, Lang::Fr) => "faible",
        (Strength::Moderate, Lang::En) => "moderate",
        (Strength::Moderate, Lang::Fr) => "modérée",
        (Strength::Strong, Lang::En) => "strong",
        (Strength::Strong, Lang::Fr) => "forte",
        (Strength::Decisive, Lang::En) => "decisive",
        (Strength::Decisive, Lang::Fr) => "décisive",
    };
    text.to_owned()
}

/// What one contribution promises, and what is left of it after its confidence.
pub(super) fn promise_row(ctx: &Context<'_>, indicator: usize, promise: &Promise<'_>) -> Evidence {
    let from = ctx.element(promise.from);
    let name = quoted(&from.title, ctx.lang);
    let whole = movement(ctx, indicator, promise.expected.likely);
    let word = match &promise.link.detail {
        LinkDetail::Contribution(it) => it.confidence,
        _ => None,
    };
    let text = match (word, promise.weighted) {
        (Some(word), Some(weighted)) => {
            let word = confidence(ctx, word);
            let counted = movement(ctx, indicator, weighted.likely);
            say!(
                ctx,
                "{name} is expected to bring {whole}; it is {word} and counts for {counted}",
                "{name} doit apporter {whole} ; contribution {word}, comptée pour {counted}"
            )
        }
        _ => say!(
            ctx,
            "{name} is expected to bring {whole}; nobody says how sure that is",
            "{name} doit apporter {whole} ; nul ne dit avec quelle confiance"
        ),
    };
    row(text).of(from).by(promise.link)
}

/// From where to where the indicator is to go, and until when.
pub(super) fn gap_row(ctx: &Context<'_>, balance: &Balance<'_>) -> Option<Evidence> {
    let indicator = ctx.element(balance.indicator);
    let name = quoted(&indicator.title, ctx.lang);
    let last = figure(ctx, balance.indicator, balance.last?);
    let target = figure(ctx, balance.indicator, balance.target?);
    let left = movement(ctx, balance.indicator, balance.left()?);
    let series = ctx.series(balance.indicator)?;
    let read = series.last();
    let text = match series.target.and_then(|(_, until)| until) {
        Some(until) => {
            let until = day(until, ctx.lang);
            say!(
                ctx,
                "{name} stands at {last} and is to be {target} by {until}: {left} is left",
                "{name} est à {last} et doit atteindre {target} le {until} : il reste {left}"
            )
        }
        None => say!(
            ctx,
            "{name} stands at {last} and is to be {target}: {left} is left",
            "{name} est à {last} et doit atteindre {target} : il reste {left}"
        ),
    };
    let source = ctx.source_title(read.and_then(|it| it.source.as_ref()));
    let date = read
        .map(|it| it.period)
        .or(series.baseline.and_then(|it| it.1));
    Some(row(text).of(indicator).on(date).from(source))
}
