//! What the house adds to SQLite: opening 10,000 elements, 30,000 links and 100,000 readings against reading the
//! same rows raw, and one edit from command to committed against the bare transaction of the same rows.
//!
//! Both sides of a ratio are measured in turns in the same run, on the same file system. A ratio over its limit
//! fails. Called by `cargo xtask bench file`, which names the file for the result in `THROUGHLINE_BENCH`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement that cannot be made has failed, and its result is a table to read"
)]

mod large;
mod raw;

use portfolio::edit::{self, Edit, Label};
use portfolio::model::{Lang, Portfolio};
use portfolio::store::{Access, Store};
use portfolio::workspace::Workspace;
use rusqlite::{Connection, TransactionBehavior, params};
use std::path::Path;
use std::time::{Duration, Instant};

const LINKS: usize = 30_000;
const READINGS: usize = 100_000;
const OPENED: usize = 9;
const EDITED: usize = 101;

/// Times of the two sides, taken in turns.
struct Pair {
    name: &'static str,
    peer: &'static str,
    limit: f64,
    ours: Vec<Duration>,
    theirs: Vec<Duration>,
}

impl Pair {
    fn ratio(&self) -> f64 {
        middle(&self.ours) / middle(&self.theirs)
    }
}

/// The median in milliseconds.
fn middle(times: &[Duration]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort();
    sorted[sorted.len() / 2].as_secs_f64() * 1000.0
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}

fn opening(path: &Path) -> Pair {
    let mut pair = Pair {
        name: "open and read the whole portfolio",
        peer: "the same rows read raw by rusqlite",
        limit: 3.0,
        ours: Vec::new(),
        theirs: Vec::new(),
    };
    for _ in 0..OPENED {
        let (rows, took) = timed(|| raw::read(path));
        assert!(rows > 140_000);
        pair.theirs.push(took);
        let (workspace, took) =
            timed(|| Workspace::open(path, Access::ReadWrite, Lang::En).unwrap());
        assert_eq!(workspace.portfolio().readings().count(), READINGS);
        pair.ours.push(took);
        workspace.close().unwrap();
    }
    pair
}

/// One edit as the window sends it, carried out, and on disk.
fn edit_ours(store: &mut Store, portfolio: &mut Portfolio, number: usize) {
    let command = format!(
        r#"[{{"type":"set","element":"initiative-{number}","patch":{{"field":"title","value":"Another name, the {number}th"}}}}]"#
    );
    let edits: Vec<Edit> = serde_json::from_str(&command).unwrap();
    let label = Label::of(&edits, portfolio);
    let diff = edit::apply(portfolio, &edits).unwrap();
    store.commit(&diff, &label, chrono::Utc::now()).unwrap();
}

/// The rows of the last step, written once more by hand.
fn edit_bare(db: &mut Connection, number: usize) {
    let (body, label, diff): (String, String, String) = db
        .query_row(
            "SELECT element.body, step.label, step.diff FROM element, step WHERE element.id = ?1 ORDER BY seq DESC LIMIT 1",
            [format!("initiative-{number}")],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .unwrap();
    let start = Instant::now();
    let change = db
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .unwrap();
    change
        .prepare_cached("UPDATE element SET kind = ?2, body = ?3 WHERE id = ?1")
        .unwrap()
        .execute(params![format!("initiative-{number}"), "initiative", body])
        .unwrap();
    change
        .prepare_cached("INSERT INTO step (at, label, diff) VALUES (?1, ?2, ?3)")
        .unwrap()
        .execute(params!["2026-10-01T08:00:00+00:00", label, diff])
        .unwrap();
    change.commit().unwrap();
    BARE.with(|it| it.set(start.elapsed()));
}

thread_local! {
    /// How long the transaction alone took, without finding the rows for it.
    static BARE: std::cell::Cell<Duration> = const { std::cell::Cell::new(Duration::ZERO) };
}

fn editing(path: &Path, other: &Path) -> Pair {
    let mut pair = Pair {
        name: "one edit, from command to committed",
        peer: "the bare transaction of the same rows",
        limit: 2.0,
        ours: Vec::new(),
        theirs: Vec::new(),
    };
    let mut store = Store::open(path, Access::ReadWrite).unwrap();
    let mut portfolio = store.load().unwrap();
    // A copy of the file, so that neither side waits for the other's locks.
    edit_ours(&mut store, &mut portfolio, 0);
    store.close().unwrap();
    std::fs::copy(path, other).unwrap();
    let mut db = Connection::open(other).unwrap();
    db.pragma_update(None, "foreign_keys", true).unwrap();
    let mut store = Store::open(path, Access::ReadWrite).unwrap();
    for number in 1..=EDITED {
        let ((), took) = timed(|| edit_ours(&mut store, &mut portfolio, number));
        pair.ours.push(took);
        edit_bare(&mut db, number);
        pair.theirs.push(BARE.with(std::cell::Cell::get));
    }
    store.close().unwrap();
    pair
}

fn main() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("large.thru");
    Workspace::create_from(&path, &large::portfolio(LINKS, READINGS), Lang::En)
        .unwrap()
        .close()
        .unwrap();
    let pairs = [
        opening(&path),
        editing(&path, &folder.path().join("bare.thru")),
    ];

    println!(
        "{:<47} {:>9} {:>9} {:>7} {:>7}  peer",
        "10,000 elements, 30,000 links, 100,000 readings", "ms", "peer ms", "ratio", "limit"
    );
    for pair in &pairs {
        println!(
            "{:<47} {:>9.2} {:>9.2} {:>7.2} {:>7.1}  {}",
            pair.name,
            middle(&pair.ours),
            middle(&pair.theirs),
            pair.ratio(),
            pair.limit,
            pair.peer
        );
    }
    if let Some(path) = std::env::var_os("THROUGHLINE_BENCH") {
        let rows: Vec<serde_json::Value> = pairs
            .iter()
            .map(|pair| {
                serde_json::json!({
                    "name": pair.name,
                    "peer": pair.peer,
                    "ms": middle(&pair.ours),
                    "peer_ms": middle(&pair.theirs),
                    "ratio": pair.ratio(),
                    "limit": pair.limit,
                })
            })
            .collect();
        let result =
            serde_json::json!({ "schema": "throughline.bench/1", "name": "file", "figures": rows });
        std::fs::write(path, format!("{result:#}\n")).unwrap();
    }
    let over: Vec<&str> = pairs
        .iter()
        .filter(|pair| pair.ratio() > pair.limit)
        .map(|pair| pair.name)
        .collect();
    assert!(over.is_empty(), "over the limit: {}", over.join(", "));
}
