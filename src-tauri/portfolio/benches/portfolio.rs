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

mod large;

use portfolio::edit::{Edit, Patch};
use portfolio::model::{ElementId, ElementKind, Lang};
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use std::path::Path;
use std::time::{Duration, Instant};

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
    let portfolio = large::portfolio(LINKS, 0);
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
