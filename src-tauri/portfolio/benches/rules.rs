//! What the rules take: all of them on 2,000 initiatives, 20,000 links and 100,000 readings against reading the same
//! rows raw from SQLite; keeping the findings fresh after one edit against a frame of 16 ms; and how the time grows
//! up to ten times the size.
//!
//! Both sides of a ratio are measured in turns in the same run. A ratio over its limit fails. Called by
//! `cargo xtask bench rules`, which names the file for the result in `THROUGHLINE_BENCH`.
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
mod raw;

use portfolio::edit::{self, Edit, LinkPatch, Patch};
use portfolio::model::{
    Date, ElementId, ElementKind, InitiativeState, Lang, LinkId, LinkKind, LinkState, Money,
    OwnRule, Portfolio, RuleId, Severity, known,
};
use portfolio::rules::{Accepted, Engine};
use portfolio::workspace::Workspace;
use std::time::{Duration, Instant};

/// A frame of the screen at 60 Hz.
const FRAME_MS: f64 = 16.0;
const TIMES_RAW: f64 = 3.0;
const OWN_MS: f64 = 150.0;
/// n log n over a factor of ten grows as n to the power of 1.14 at these sizes; a little noise is allowed for.
const EXPONENT: f64 = 1.2;

struct Figure {
    name: String,
    value: f64,
    unit: &'static str,
    against: String,
    ratio: f64,
    limit: f64,
}

fn as_of() -> Date {
    Date::from_ymd_opt(2026, 11, 22).unwrap()
}

/// The median in milliseconds.
fn middle(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1000.0
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

fn whole(figures: &mut Vec<Figure>) -> Portfolio {
    let portfolio = lively::portfolio(1);
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("rules.thru");
    Workspace::create_from(&path, &portfolio, Lang::En)
        .unwrap()
        .close()
        .unwrap();
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut count = 0;
    for _ in 0..9 {
        theirs.push(timed(|| raw::read(&path)).1);
        let (engine, took) = timed(|| Engine::new(&portfolio, as_of(), Lang::En));
        count = engine.findings().len();
        ours.push(took);
    }
    let (ours, theirs) = (middle(ours), middle(theirs));
    println!("{count} findings");
    figures.push(Figure {
        name: "run every rule".to_owned(),
        value: ours,
        unit: "ms",
        against: format!("{theirs:.1} ms, the same rows read raw by rusqlite"),
        ratio: ours / theirs,
        limit: TIMES_RAW,
    });
    portfolio
}

/// The edits of a day, in turns.
const KINDS: [&str; 6] = [
    "a name",
    "a state",
    "a mechanism",
    "a dispute",
    "a budget",
    "a new initiative",
];

fn day_of_edits(number: usize, claims: &[LinkId]) -> Edit {
    let element = ElementId::new(format!("initiative-{}", number * 7 % 2_000));
    let set = |patch| Edit::Set {
        element: element.clone(),
        patch,
    };
    match number % KINDS.len() {
        0 => set(Patch::Title(format!("Another name, the {number}th"))),
        1 => set(Patch::State(known(InitiativeState::Active))),
        2 => Edit::SetLink {
            link: claims[number * 31 % claims.len()].clone(),
            patch: LinkPatch::Mechanism(format!("Because of that, the {number}th")),
        },
        3 => Edit::SetLink {
            link: claims[number * 31 % claims.len()].clone(),
            patch: LinkPatch::State(LinkState::Disputed),
        },
        4 => set(Patch::Budget(known(Money {
            amount: rust_decimal::Decimal::from(number * 1000 + 1),
            currency: portfolio::model::Currency::parse("EUR").unwrap(),
        }))),
        _ => Edit::AddElement {
            // Ids sort by time: what is new comes last.
            id: ElementId::new(format!("z-{number:04}")),
            kind: portfolio::model::ElementKind::Initiative,
            title: format!("A new initiative, the {number}th"),
            spot: None,
        },
    }
}

fn one_edit(figures: &mut Vec<Figure>, portfolio: &mut Portfolio) {
    let mut engine = Engine::new(portfolio, as_of(), Lang::En);
    let claims: Vec<LinkId> = portfolio
        .links()
        .filter(|it| it.kind() == LinkKind::Contribution)
        .map(|it| it.id.clone())
        .collect();
    let mut times: Vec<Duration> = Vec::new();
    for number in 0..120 {
        let diff = edit::apply(portfolio, &[day_of_edits(number, &claims)]).unwrap();
        times.push(timed(|| drop(engine.update(portfolio, &diff))).1);
    }
    for (kind, name) in KINDS.iter().enumerate() {
        let alike: Vec<Duration> = times
            .iter()
            .skip(kind)
            .step_by(KINDS.len())
            .copied()
            .collect();
        let worst = alike.iter().max().unwrap().as_secs_f64() * 1000.0;
        println!(
            "one edit, {name}: {:.1} ms, at worst {worst:.1}",
            middle(alike)
        );
    }
    let ours = middle(times);
    figures.push(Figure {
        name: "findings fresh after one edit".to_owned(),
        value: ours,
        unit: "ms",
        against: format!("{FRAME_MS} ms, a frame"),
        ratio: ours / FRAME_MS,
        limit: 1.0,
    });
}

/// Rules as a portfolio office may write them: of the element, its neighbours, all below it, its indicators.
fn own_rules() -> Vec<OwnRule> {
    [
        (
            ElementKind::Initiative,
            "!has(element.owner) && element.budget.amount > 1000000",
        ),
        (
            ElementKind::Initiative,
            "element.end < plus_days(today, 90) && element.percent_complete < 50",
        ),
        (
            ElementKind::Initiative,
            "above.filter(it, it.kind == 'objective').all(it, !has(it.owner))",
        ),
        (
            ElementKind::Objective,
            "!below.exists(it, it.kind == 'initiative' && it.state == 'active')",
        ),
        (
            ElementKind::Initiative,
            "!element.title.matches('^[A-Z]') || indicators.exists(it, !has(it.last))",
        ),
    ]
    .into_iter()
    .enumerate()
    .map(|(n, (applies_to, when))| OwnRule {
        id: RuleId::new(format!("own-{n}")),
        code: format!("X00{n}"),
        name: "some-fault".to_owned(),
        title: "Some fault".to_owned(),
        applies_to,
        when: when.to_owned(),
        message: "{title} is at fault.".to_owned(),
        evidence: String::new(),
        advice: String::new(),
        severity: Severity::Medium,
        written_by: String::new(),
        off: false,
    })
    .collect()
}

/// What five rules of one's own add: to a whole run, and to what follows one edit.
fn own(figures: &mut Vec<Figure>) {
    let mut portfolio = lively::portfolio(1);
    let rules = own_rules().into_iter().map(|rule| Edit::PutOwnRule {
        rule: Box::new(rule),
    });
    edit::apply(&mut portfolio, &rules.collect::<Vec<_>>()).unwrap();
    let accepted = Accepted::all(&portfolio);
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for _ in 0..9 {
        without.push(timed(|| Engine::new(&portfolio, as_of(), Lang::En)).1);
        let run = || Engine::with_own(&portfolio, as_of(), Lang::En, accepted.clone());
        with.push(timed(run).1);
    }
    let (with, without) = (middle(with), middle(without));
    figures.push(Figure {
        name: "five rules of one's own as well".to_owned(),
        value: with - without,
        unit: "ms more",
        against: format!("{OWN_MS} ms, so that a whole check stays well within a second"),
        ratio: (with - without) / OWN_MS,
        limit: 1.0,
    });
    let mut engine = Engine::with_own(&portfolio, as_of(), Lang::En, accepted);
    let states: Vec<_> = engine
        .own_rules()
        .into_iter()
        .map(|it| it.running)
        .collect();
    assert!(
        states.iter().all(|it| *it == portfolio::rules::Running::On),
        "{states:?}"
    );
    println!(
        "{} findings with rules of one's own",
        engine.findings().len()
    );
    let claims: Vec<LinkId> = portfolio
        .links()
        .filter(|it| it.kind() == LinkKind::Contribution)
        .map(|it| it.id.clone())
        .collect();
    let mut times: Vec<Duration> = Vec::new();
    for number in 0..120 {
        let diff = edit::apply(&mut portfolio, &[day_of_edits(number, &claims)]).unwrap();
        times.push(timed(|| drop(engine.update(&portfolio, &diff))).1);
    }
    let ours = middle(times);
    figures.push(Figure {
        name: "fresh after one edit, with rules of one's own".to_owned(),
        value: ours,
        unit: "ms",
        against: format!("{FRAME_MS} ms, a frame"),
        ratio: ours / FRAME_MS,
        limit: 1.0,
    });
}

fn growth(figures: &mut Vec<Figure>) {
    let run = |size| {
        let portfolio = lively::portfolio(size);
        middle(
            (0..3)
                .map(|_| timed(|| drop(Engine::new(&portfolio, as_of(), Lang::En))).1)
                .collect(),
        )
    };
    let (one, ten) = (run(1), run(10));
    let exponent = (ten / one).log10();
    println!("ten times the size: {ten:.0} ms, exponent {exponent:.2}");
    figures.push(Figure {
        name: "growth over ten times the size".to_owned(),
        value: exponent,
        unit: "exponent",
        against: format!("{EXPONENT}, n log n at these sizes"),
        ratio: exponent / EXPONENT,
        limit: 1.0,
    });
}

fn main() {
    let mut figures = Vec::new();
    let mut portfolio = whole(&mut figures);
    one_edit(&mut figures, &mut portfolio);
    own(&mut figures);
    growth(&mut figures);
    println!(
        "{:<45} {:>9} {:<9} {:>6} {:>6}  against",
        "2,000 initiatives, 20,000 links, 100,000 readings", "", "", "ratio", "limit"
    );
    for it in &figures {
        println!(
            "{:<45} {:>9.2} {:<9} {:>6.2} {:>6.1}  {}",
            it.name, it.value, it.unit, it.ratio, it.limit, it.against
        );
    }
    if let Some(path) = std::env::var_os("THROUGHLINE_BENCH") {
        let rows: Vec<serde_json::Value> = figures
            .iter()
            .map(|it| {
                serde_json::json!({
                    "name": it.name, "value": it.value, "unit": it.unit, "peer": it.against,
                    "ratio": it.ratio, "limit": it.limit,
                })
            })
            .collect();
        let result = serde_json::json!({ "schema": "throughline.bench/1", "name": "rules", "figures": rows });
        std::fs::write(path, format!("{result:#}\n")).unwrap();
    }
    let over: Vec<&str> = figures
        .iter()
        .filter(|it| it.ratio > it.limit)
        .map(|it| it.name.as_str())
        .collect();
    assert!(over.is_empty(), "over the limit: {}", over.join(", "));
}
