//! What rules may look at, on small drawn portfolios: each fact on both sides of where it turns.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod calendar;
mod expectations;
mod line;
mod measures;
mod money;
mod proofs;
mod reports;
mod told;

use super::*;
use crate::fixture;

/// Asks something of a drawn portfolio.
fn look<T>(drawing: &str, ask: impl FnOnce(&Context<'_>) -> T) -> T {
    let drawing = fixture::draw(drawing).unwrap();
    let portfolio = drawing.portfolio();
    ask(&Context::new(&portfolio, drawing.as_of, Lang::En))
}

fn number(ctx: &Context<'_>, id: &str) -> usize {
    ctx.number(&ElementId::new(id)).expect(id)
}

/// The ids behind numbers, in their order.
fn ids(ctx: &Context<'_>, numbers: &[usize]) -> String {
    let all = numbers.iter().map(|n| ctx.element(*n).id.to_string());
    all.collect::<Vec<_>>().join(" ")
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Equal but for what binary figures lose.
fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}
