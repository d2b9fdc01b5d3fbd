//! What the score takes on 2,000 initiatives, 20,000 links and 100,000 readings: alone against a tenth of a second, with
//! the thousand draws, and how it grows up to ten times the size; and what it takes on twice as many to explain a change
//! that has every cause, against running the rules and scoring once. A ratio over its limit fails. Called by
//! `cargo xtask bench ladder`, which names the file for the result in `THROUGHLINE_BENCH`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement that cannot be made has failed, and its result is a table to read"
)]

#[allow(
    dead_code,
    reason = "each benchmark takes what it needs of the common ground"
)]
mod large;
mod lively;

use portfolio::ladder::change::{State, between};
use portfolio::ladder::score;
use portfolio::model::{Date, Detail, Lang, LinkDetail, Portfolio, Record, Strength, known};
use portfolio::rules::{Context, Finding, run_all};
use std::time::Instant;

/// What a person does not notice as a wait.
const LIMIT_MS: f64 = 100.0;
/// n log n, and look-ups by id that fall out of the cache at ten times the size.
const EXPONENT: f64 = 1.35;

/// Seven states against one with every rule and the draws: each needs only what moves a bar, on two cores at a time.
const EXPLAINED: f64 = 4.0;

fn as_of() -> Date {
    Date::from_ymd_opt(2026, 11, 22).unwrap()
}

/// The median in milliseconds of making the context, and of the score on it.
fn measure(portfolio: &Portfolio, findings: &[Finding], times: usize) -> (f64, f64) {
    let (mut contexts, mut scores) = (Vec::new(), Vec::new());
    for _ in 0..times {
        let start = Instant::now();
        let ctx = Context::new(portfolio, as_of(), Lang::En);
        contexts.push(start.elapsed());
        let start = Instant::now();
        let made = score(&ctx, findings);
        scores.push(start.elapsed());
        assert!(!made.objectives.is_empty());
    }
    let middle = |mut all: Vec<std::time::Duration>| {
        all.sort();
        all[all.len() / 2].as_secs_f64() * 1000.0
    };
    (middle(contexts), middle(scores))
}

/// The portfolio as it was a month ago: fewer readings, other targets, links, weights and work, and other settings.
fn earlier(portfolio: &Portfolio) -> Portfolio {
    let mut records = Vec::new();
    for (at, mut record) in portfolio.records().into_iter().enumerate() {
        let one_in = |many: usize| at % many == 0;
        match &mut record {
            Record::Reading(_) | Record::StatusReport(_) if one_in(25) => continue,
            Record::Link(it) if one_in(100) => {
                if let LinkDetail::Contribution(it) = &mut it.detail {
                    it.strength = Some(Strength::Weak);
                }
            }
            Record::Element(it) => match &mut it.detail {
                Detail::Indicator(it) if one_in(100) => it.target = known(80.0),
                Detail::Objective(it) if one_in(10) => it.weight = known(3.0),
                Detail::Initiative(_) if one_in(50) => continue,
                _ => {}
            },
            _ => {}
        }
        records.push(record);
    }
    // Links go with the work that they hang on.
    let there: std::collections::BTreeSet<String> = records
        .iter()
        .filter_map(|it| match it {
            Record::Element(it) => Some(it.id.as_str().to_owned()),
            _ => None,
        })
        .collect();
    let ends = |it: &Record| match it {
        Record::Link(it) => there.contains(it.from.as_str()) && there.contains(it.to.as_str()),
        Record::StatusReport(it) => there.contains(it.element.as_str()),
        _ => true,
    };
    records.retain(ends);
    Portfolio::from_records(records)
}

/// Seconds to run the rules and score once, and to explain what came of a month.
fn explained(now: &Portfolio) -> (f64, f64) {
    let then = earlier(now);
    let mut once = Vec::new();
    let mut changes = Vec::new();
    for _ in 0..3 {
        let start = Instant::now();
        let made = portfolio::ladder::of(now, as_of(), Lang::En);
        once.push(start.elapsed().as_secs_f64());
        assert!(!made.objectives.is_empty());
        let start = Instant::now();
        let old = State {
            portfolio: &then,
            as_of: as_of() - chrono::Months::new(1),
        };
        let new = State {
            portfolio: now,
            as_of: as_of(),
        };
        let change = between(old, new, Lang::En);
        changes.push(start.elapsed().as_secs_f64());
        assert!(!change.effects.is_empty());
    }
    let least = |all: &[f64]| all.iter().copied().fold(f64::INFINITY, f64::min);
    (least(&once), least(&changes))
}

fn main() {
    let (once, change) = explained(&lively::portfolio(2));
    println!("twice the size: rules and score once {once:.2} s, a month explained {change:.2} s");
    let one = lively::portfolio(1);
    let findings = run_all(&one, as_of(), Lang::En);
    let (context, own) = measure(&one, &findings, 15);
    let ten = lively::portfolio(10);
    let (_, larger) = measure(&ten, &run_all(&ten, as_of(), Lang::En), 3);
    let exponent = (larger / own).log10();
    println!(
        "context {context:.1} ms, score with draws {own:.1} ms, ten times the size {larger:.0} ms"
    );
    let figures = [
        ("the score with its thousand draws", own, "ms", LIMIT_MS),
        (
            "growth over ten times the size",
            exponent,
            "exponent",
            EXPONENT,
        ),
        // Not a peer: nobody else explains a score.
        (
            "a month explained, of all rules and a score",
            change / once,
            "times",
            EXPLAINED,
        ),
    ];
    let mut rows = Vec::new();
    for (name, value, unit, limit) in figures {
        let ratio = value / limit;
        println!("{name:<44} {value:>9.2} {unit:<9} {ratio:>6.2} of {limit}");
        rows.push(serde_json::json!({
            "name": name, "value": value, "unit": unit, "peer": format!("{limit} {unit}"), "ratio": ratio, "limit": 1.0,
        }));
    }
    if let Some(path) = std::env::var_os("THROUGHLINE_BENCH") {
        let result = serde_json::json!({ "schema": "throughline.bench/1", "name": "ladder", "figures": rows });
        std::fs::write(path, format!("{result:#}\n")).unwrap();
    }
    assert!(
        own <= LIMIT_MS && exponent <= EXPONENT && change / once <= EXPLAINED,
        "over the limit"
    );
}
