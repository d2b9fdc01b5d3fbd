//! What can still be read of a damaged file: row by row, each row for itself. The damaged file is never opened; a
//! copy of it is, because opening may already write.
//!
//! Which rows there should be is asked of everything that knows: the table from its beginning and from its end, the
//! indices, and (by whoever calls) the history. A row that is known and cannot be read is told as lost.

use super::history::{self, Step};
use super::{fault, header, lock, outline, rows};
use crate::error::{Code, Result};
use crate::model::{Noun, Record};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What was read, and what is known to be missing.
#[derive(Debug, Default)]
pub struct Salvage {
    pub records: Vec<Record>,
    /// Readings of which everything but the grade can be read.
    pub ungraded: Vec<Record>,
    /// Ids of rows that are there and cannot be read.
    pub lost: BTreeMap<Noun, BTreeSet<String>>,
    /// Tables that cannot be walked from one end to the other: there may have been more.
    pub broken: BTreeSet<Noun>,
    /// The latest steps that stand, oldest first, with no step between them that cannot be read.
    pub steps: Vec<Step>,
    /// Steps before them, which cannot be told without the one that is missing.
    pub steps_lost: u32,
}

/// No table of ours has more rows than this for each byte of its file; a damaged tree may lead in circles.
const BYTES_OF_A_ROW: u64 = 8;

/// Indices: of what, its name, the column it is made of, and what that column names.
const INDICES: [(&str, Noun, &str, &str, Noun); 10] = [
    ("link", Noun::Link, "link_from", "from_id", Noun::Element),
    ("link", Noun::Link, "link_to", "to_id", Noun::Element),
    (
        "placement",
        Noun::Placement,
        "placement_canvas",
        "canvas_id",
        Noun::Canvas,
    ),
    (
        "placement",
        Noun::Placement,
        "placement_element",
        "element_id",
        Noun::Element,
    ),
    ("note", Noun::Note, "note_canvas", "canvas_id", Noun::Canvas),
    (
        "reading",
        Noun::Reading,
        "reading_indicator",
        "indicator_id",
        Noun::Element,
    ),
    (
        "reading",
        Noun::Reading,
        "reading_source",
        "source_id",
        Noun::Source,
    ),
    (
        "status_report",
        Noun::StatusReport,
        "status_report_element",
        "element_id",
        Noun::Element,
    ),
    (
        "status_report",
        Noun::StatusReport,
        "status_report_source",
        "source_id",
        Noun::Source,
    ),
    (
        "import",
        Noun::Import,
        "import_source",
        "source_id",
        Noun::Source,
    ),
];

fn table(noun: Noun) -> &'static str {
    match noun {
        Noun::Settings => "settings",
        Noun::Source => "source",
        Noun::Element => "element",
        Noun::Canvas => "canvas",
        Noun::Link => "link",
        Noun::Placement => "placement",
        Noun::Note => "note",
        Noun::Reading => "reading",
        Noun::StatusReport => "status_report",
        Noun::Import => "import",
        Noun::Waiver => "waiver",
        Noun::OwnRule => "own_rule",
    }
}

/// Reads what can be read. `room` is a path beside which working copies may lie for the time being.
///
/// # Errors
/// `FileUnreadable` or `DiskFailed` when there is no file or no room for a copy; `NotAPortfolio` and `FileTooNew`, of
/// which nothing could be told; `FileDamaged` when not even the list of tables can be read.
pub fn salvage(path: &Path, room: &Path) -> Result<Salvage> {
    match header::read(path) {
        Err(error) if error.code != Code::FileDamaged => return Err(error),
        _ => {}
    }
    let copy = lock::beside(room, "salvage");
    let fresh = lock::beside(room, "fresh");
    let read = working_copies(path, &copy, &fresh);
    for left in [&copy, &journal(&copy), &fresh] {
        let _ = fs::remove_file(left);
    }
    read
}

/// With the journal of a writer that was killed, without it, with a header made anew, and with the list of tables
/// that files have which this program makes: the first that can be read counts.
fn working_copies(path: &Path, copy: &Path, fresh: &Path) -> Result<Salvage> {
    let io = |error: std::io::Error| fault::io(path, &error);
    let begin = || {
        let _ = fs::remove_file(journal(copy));
        fs::copy(path, copy).map_err(io)
    };
    begin()?;
    if fs::copy(journal(path), journal(copy)).is_ok() {
        outline::count_pages(copy).map_err(io)?;
        if let Some(found) = read(copy) {
            return Ok(found);
        }
    }
    for way in [outline::count_pages, outline::new_header] {
        begin()?;
        way(copy).map_err(io)?;
        if let Some(found) = read(copy) {
            return Ok(found);
        }
    }
    begin()?;
    let known = super::make_empty(fresh)
        .and_then(|db| outline::of(&db).map_err(|it| fault::sql(path, &it)))?;
    outline::lay_over(copy, fresh, &known).map_err(io)?;
    read(copy).ok_or_else(|| fault::damaged(path))
}

fn journal(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    name.into()
}

/// `None` when not even the list of tables can be read, or none of them is ours.
fn read(copy: &Path) -> Option<Salvage> {
    let most = fs::metadata(copy).ok()?.len() / BYTES_OF_A_ROW;
    let db = super::connect(copy, rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE).ok()?;
    let ours: u32 = db
        .query_row(
            "SELECT count(*) FROM sqlite_schema WHERE name IN ('element', 'link', 'settings', 'step')",
            [],
            |row| row.get(0),
        )
        .ok()?;
    if ours == 0 {
        return None;
    }
    let mut found = Salvage::default();
    found.read_steps(&db, most);
    found.read_records(&db, most);
    Some(found)
}

impl Salvage {
    fn read_records(&mut self, db: &Connection, most: u64) {
        let mut known: BTreeMap<Noun, BTreeSet<String>> = BTreeMap::new();
        // What is only named may have been removed long ago: it is looked up, and lost only when a row says so.
        let mut named = self.named_in_steps();
        for noun in Noun::ALL {
            let key = if noun == Noun::Settings { "one" } else { "id" };
            let (keys, whole) = keys(db, table(noun), key, most);
            if !whole {
                self.broken.insert(noun);
            }
            let ids = keys.into_iter().map(|(id, _)| id);
            known.entry(noun).or_default().extend(ids);
        }
        for (table, noun, index, column, of) in INDICES {
            for (id, target) in entries(db, table, index, column, most).0 {
                known.entry(noun).or_default().insert(id);
                known.entry(of).or_default().extend(target);
            }
        }
        for noun in Noun::ALL {
            let sure = known.entry(noun).or_default();
            let maybe = named.remove(&noun).unwrap_or_default();
            for id in sure.iter().chain(maybe.difference(sure)) {
                let is_it = |it: &Record| noun == Noun::Settings || it.id().as_str() == id.as_str();
                let found = rows::one(db, noun, id).ok().flatten().filter(is_it);
                let ungraded = || rows::ungraded(db, id).ok().flatten();
                if let Some(record) = found {
                    self.records.push(record);
                } else if noun == Noun::Reading
                    && let Some((record, graded)) = ungraded().filter(|it| is_it(&it.0))
                {
                    let into = if graded {
                        &mut self.ungraded
                    } else {
                        &mut self.records
                    };
                    into.push(record);
                } else if sure.contains(id) {
                    self.lost.entry(noun).or_default().insert(id.clone());
                }
            }
        }
    }

    fn named_in_steps(&self) -> BTreeMap<Noun, BTreeSet<String>> {
        let mut named: BTreeMap<Noun, BTreeSet<String>> = BTreeMap::new();
        let changes = self.steps.iter().flat_map(|it| &it.diff.changes);
        for record in changes.filter_map(|it| it.after.as_ref()) {
            let ids = named.entry(record.noun()).or_default();
            ids.insert(record.id().as_str().to_owned());
        }
        named
    }

    fn read_steps(&mut self, db: &Connection, most: u64) {
        let numbers: BTreeSet<i64> = keys(db, "step", "seq", most)
            .0
            .into_iter()
            .filter_map(|(key, _)| key.parse().ok())
            .filter(|seq| u64::try_from(*seq).is_ok_and(|seq| (1..=most).contains(&seq)))
            .collect();
        let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else {
            return;
        };
        let mut next = *last;
        let mut steps = Vec::new();
        while next >= *first {
            match history::one(db, next) {
                Ok((step, true)) => steps.push(step),
                // Undone: it waits to be done again, and takes no part in what stands.
                Ok((_, false)) => {}
                Err(_) => break,
            }
            next -= 1;
        }
        steps.reverse();
        self.steps = steps;
        self.steps_lost = u32::try_from(next - first + 1).unwrap_or(0);
    }
}

/// Keys with what stands beside them, and whether those are all.
type Entries = (Vec<(String, Option<String>)>, bool);

/// The keys of a table, from its beginning and from its end as far as they come.
fn keys(db: &Connection, table: &str, key: &str, most: u64) -> Entries {
    let select =
        format!("SELECT CAST({key} AS TEXT), NULL FROM {table} NOT INDEXED ORDER BY {key}");
    both_ways(db, &select, most)
}

fn entries(db: &Connection, table: &str, index: &str, column: &str, most: u64) -> Entries {
    let select = format!("SELECT id, {column} FROM {table} INDEXED BY {index} ORDER BY {column}");
    both_ways(db, &select, most)
}

fn both_ways(db: &Connection, select: &str, most: u64) -> Entries {
    let mut found = Vec::new();
    for order in ["", " DESC"] {
        let Ok(mut statement) = db.prepare(&format!("{select}{order}")) else {
            continue;
        };
        let Ok(mut rows) = statement.query([]) else {
            continue;
        };
        let mut left = most;
        while left > 0 {
            left -= 1;
            match rows.next() {
                Ok(Some(row)) => {
                    if let Ok(id) = row.get(0) {
                        found.push((id, row.get(1).ok().flatten()));
                    }
                }
                Ok(None) => return (found, true),
                Err(_) => break,
            }
        }
    }
    (found, false)
}
