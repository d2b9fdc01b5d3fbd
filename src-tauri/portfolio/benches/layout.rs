//! What tidying a map costs and what comes of it: crossings and lengths of links on seeded portfolios, of links drawn
//! by chance and of links that mostly stay in the family.
//!
//! Called by `cargo xtask bench layout`. Where `THROUGHLINE_PICTURES` names a folder, each map is drawn there as SVG
//! and kept as a portfolio, to be looked at: figures do not tell whether a map reads.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    reason = "a measurement that cannot be made has failed, and its result is a table to read"
)]

mod drawn;

use drawn::{Picture, seeded};
use portfolio::edit::{self, Edit};
use portfolio::layout;
use portfolio::model::{Canvas, CanvasId, CanvasKind, ElementId, Lang, Portfolio, Record};
use portfolio::workspace::{Workspace, sample};
use std::time::{Duration, Instant};

/// Tidying 10,000 cards, on a machine of today.
const SHORTLY: Duration = Duration::from_secs(1);

fn map(kind: CanvasKind) -> Canvas {
    Canvas {
        id: CanvasId::new("map"),
        title: "Map".to_owned(),
        kind,
        frames: Vec::new(),
    }
}

/// Tidies a map on which nothing stands, then once more, then after a card was added; how long it took and how many
/// moved.
fn measure(name: &str, kind: CanvasKind, mut portfolio: Portfolio) -> Duration {
    let canvas = map(kind);
    let id = canvas.id.clone();
    if portfolio.canvas(&id).is_none() {
        let insert = Edit::InsertCanvas { canvas };
        edit::apply(&mut portfolio, &[insert]).unwrap();
    }
    let start = Instant::now();
    let places = layout::tidy(&portfolio, &id);
    let first = start.elapsed();
    let tidy = Edit::Tidy { canvas: id.clone() };
    edit::apply(&mut portfolio, std::slice::from_ref(&tidy)).unwrap();
    let start = Instant::now();
    let again = layout::tidy(&portfolio, &id);
    let second = start.elapsed();
    let picture = Picture::new(&portfolio, kind, &places);
    let moved = places.iter().zip(&again).filter(|(a, b)| a != b).count();
    println!(
        "{name:<24} {:>6} {:>9} {:>10.0} {:>6.0} × {:<6.0} {:>7.1} {:>7.1} {moved:>6}",
        places.len(),
        picture.crossings(),
        picture.length(),
        picture.size().0,
        picture.size().1,
        first.as_secs_f64() * 1000.0,
        second.as_secs_f64() * 1000.0,
    );
    if let Some(folder) = std::env::var_os("THROUGHLINE_PICTURES") {
        let file = std::path::Path::new(&folder).join(name.replace(' ', "-"));
        std::fs::write(file.with_extension("svg"), picture.svg()).unwrap();
        let kept = file.with_extension("thru");
        let kept = Workspace::create_from(&kept, &portfolio, Lang::En);
        kept.unwrap().close().unwrap();
    }
    first.max(second)
}

/// The sample on a canvas of its own.
fn hospital() -> Portfolio {
    let mut portfolio = sample(Lang::En).unwrap();
    let stale: Vec<Record> = portfolio
        .placements()
        .cloned()
        .map(Record::Placement)
        .collect();
    portfolio.apply(&portfolio::model::Diff {
        changes: stale
            .into_iter()
            .map(|it| portfolio::model::Change {
                before: Some(it),
                after: None,
            })
            .collect(),
    });
    portfolio
}

fn bare(count: usize) -> Portfolio {
    Portfolio::from_records(
        (0..count)
            .map(|n| {
                let id = ElementId::new(format!("i{n:03}"));
                let kind = portfolio::model::ElementKind::Initiative;
                Record::Element(portfolio::model::Element::new(id, kind, format!("I {n}")))
            })
            .collect::<Vec<_>>(),
    )
}

fn main() {
    println!(
        "{:<24} {:>6} {:>9} {:>10} {:>15} {:>7} {:>7} {:>6}",
        "map", "cards", "crossings", "aside px", "size", "ms", "again", "moved"
    );
    measure("sample", CanvasKind::StrategyMap, hospital());
    measure("sample benefits", CanvasKind::BenefitsMap, hospital());
    measure("sample scorecard", CanvasKind::Scorecard, hospital());
    measure("91 bare", CanvasKind::StrategyMap, bare(91));
    let mut worst = Duration::ZERO;
    for count in [200, 1_000, 5_000, 10_000] {
        for stray in [10, 100] {
            let name = format!("{count} of chance {stray} %");
            let took = measure(&name, CanvasKind::StrategyMap, seeded(count, stray));
            worst = worst.max(took);
        }
    }
    measure("1000 benefits", CanvasKind::BenefitsMap, seeded(1_000, 10));
    let ratio = worst.as_secs_f64() / SHORTLY.as_secs_f64();
    println!("the slowest against a second: {ratio:.2}");
    if let Some(path) = std::env::var_os("THROUGHLINE_BENCH") {
        let result =
            serde_json::json!({ "slowest_ms": worst.as_secs_f64() * 1000.0, "ratio": ratio });
        std::fs::write(path, result.to_string()).unwrap();
    }
    if ratio > 1.0 {
        std::process::exit(1);
    }
}
