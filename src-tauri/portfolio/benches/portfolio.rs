//! What the house takes for a portfolio far larger than most: 10,000 elements and 20,000 links.
//!
//! Each figure is held against a limit that a person would notice; the ratio is what counts, and one above 1
//! fails. Called by `cargo xtask bench portfolio`, which names the file for the result in `THROUGHLINE_BENCH`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement that cannot be made has failed, and its result is a table to read"
)]

use portfolio::edit::{Edit, Patch};
use portfolio::model::{
    Contribution, Element, ElementId, ElementKind, Lang, Link, LinkDetail, LinkId, LinkState,
    Portfolio, Record,
};
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use std::path::Path;
use std::time::{Duration, Instant};

/// How many of each kind: a portfolio of a group of companies, six levels deep.
const ELEMENTS: [(ElementKind, usize); 8] = [
    (ElementKind::Driver, 40),
    (ElementKind::Priority, 60),
    (ElementKind::Objective, 400),
    (ElementKind::Outcome, 1_000),
    (ElementKind::Change, 1_500),
    (ElementKind::Capability, 1_500),
    (ElementKind::Initiative, 4_500),
    (ElementKind::System, 1_000),
];
const LINKS: usize = 20_000;
const REPEATS: usize = 15;

/// An answer within this time feels like one's own hand.
const AT_ONCE: Duration = Duration::from_millis(100);
/// Within this time nobody loses the thread.
const SHORTLY: Duration = Duration::from_secs(1);
/// Longer than this needs a sign of progress.
const ONE_WAIT: Duration = Duration::from_secs(3);

struct Figure {
    name: &'static str,
    took: Duration,
    limit: Duration,
}

impl Figure {
    fn ratio(&self) -> f64 {
        self.took.as_secs_f64() / self.limit.as_secs_f64()
    }
}

/// A small linear congruential generator: the same portfolio on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

fn large_portfolio() -> Portfolio {
    let mut dice = Dice(2026);
    let mut records = Vec::new();
    let mut levels: Vec<Vec<ElementId>> = Vec::new();
    for (kind, count) in ELEMENTS {
        let ids: Vec<ElementId> = (0..count)
            .map(|number| ElementId::new(format!("{kind:?}-{number}").to_lowercase()))
            .collect();
        records.extend(ids.iter().enumerate().map(|(number, id)| {
            Record::Element(Element::new(
                id.clone(),
                kind,
                format!("{kind:?} number {number}"),
            ))
        }));
        levels.push(ids);
    }
    for number in 0..LINKS {
        // From a lower level to the one above it; one in twenty leaps over a level.
        let lower = 1 + dice.below(levels.len() - 1);
        let leap = usize::from(lower > 1 && dice.below(20) == 0);
        let (from, to) = (&levels[lower], &levels[lower - 1 - leap]);
        records.push(Record::Link(Link {
            id: LinkId::new(format!("link-{number}")),
            from: from[dice.below(from.len())].clone(),
            to: to[dice.below(to.len())].clone(),
            detail: LinkDetail::Contribution(Contribution {
                mechanism: "is used by those who do the work".to_owned(),
                state: LinkState::Accepted,
                ..Contribution::default()
            }),
        }));
    }
    Portfolio::from_records(records)
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

/// The middle one of several times.
fn median(mut work: impl FnMut(usize)) -> Duration {
    let mut times: Vec<Duration> = (0..REPEATS)
        .map(|number| timed(|| work(number)).1)
        .collect();
    times.sort();
    times[REPEATS / 2]
}

fn rename(number: usize) -> Edit {
    Edit::Set {
        element: ElementId::new(format!("initiative-{number}")),
        patch: Patch::Title(format!("Another name, the {number}th")),
    }
}

fn measure(path: &Path) -> Vec<Figure> {
    let portfolio = large_portfolio();
    let (workspace, created) =
        timed(|| Workspace::create_from(path, &portfolio, Lang::En).unwrap());
    workspace.close().unwrap();
    let (mut workspace, opened) =
        timed(|| Workspace::open(path, Access::ReadWrite, Lang::En).unwrap());
    let (_, viewed) = timed(|| workspace.view().unwrap());
    let judged = median(|_| drop(workspace.findings()));
    let edited = median(|number| drop(workspace.apply(&[rename(number)]).unwrap()));
    let undone = median(|_| drop(workspace.undo().unwrap()));
    let many: Vec<Edit> = (0..1_000)
        .map(|number| Edit::AddElement {
            id: ElementId::new(format!("new-{number}")),
            kind: ElementKind::Initiative,
            title: format!("A new initiative, number {number}"),
            spot: None,
        })
        .collect();
    let (_, imported) = timed(|| workspace.apply(&many).unwrap());
    workspace.close().unwrap();

    let figure = |name, took, limit| Figure { name, took, limit };
    vec![
        figure("write the whole file", created, ONE_WAIT),
        figure("open the file", opened, SHORTLY),
        figure("all records and findings for a window", viewed, SHORTLY),
        figure("run every rule", judged, AT_ONCE),
        figure("rename one element, saved and judged", edited, AT_ONCE),
        figure("take it back", undone, AT_ONCE),
        figure("add 1,000 initiatives in one step", imported, SHORTLY),
    ]
}

fn main() {
    let folder = tempfile::TempDir::new().unwrap();
    let figures = measure(&folder.path().join("large.thru"));

    println!(
        "{:<40} {:>10} {:>10} {:>7}",
        "10,000 elements, 20,000 links", "ms", "limit ms", "ratio"
    );
    for figure in &figures {
        println!(
            "{:<40} {:>10.1} {:>10} {:>7.2}",
            figure.name,
            figure.took.as_secs_f64() * 1000.0,
            figure.limit.as_millis(),
            figure.ratio()
        );
    }
    if let Some(path) = std::env::var_os("THROUGHLINE_BENCH") {
        let rows: Vec<serde_json::Value> = figures
            .iter()
            .map(|figure| {
                serde_json::json!({
                    "name": figure.name,
                    "ms": figure.took.as_secs_f64() * 1000.0,
                    "limit_ms": figure.limit.as_secs_f64() * 1000.0,
                    "ratio": figure.ratio(),
                })
            })
            .collect();
        let result = serde_json::json!({ "schema": "throughline.bench/1", "name": "portfolio", "figures": rows });
        std::fs::write(path, format!("{result:#}\n")).unwrap();
    }
    let over: Vec<&str> = figures
        .iter()
        .filter(|figure| figure.ratio() > 1.0)
        .map(|figure| figure.name)
        .collect();
    assert!(over.is_empty(), "over the limit: {}", over.join(", "));
}
