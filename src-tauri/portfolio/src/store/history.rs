//! The steps that were done, with what takes them back. Survives a restart.

use crate::edit::Label;
use crate::model::{Diff, Instant};
use rusqlite::{Connection, OptionalExtension, Row, params, types::Type as Column};
use serde::{Deserialize, Serialize};
use specta::Type;

/// One step of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub seq: i64,
    pub at: Instant,
    pub label: Label,
    /// What the step did, forwards.
    pub diff: Diff,
}

fn parsed<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Column::Text, Box::new(error))
    })
}

pub(super) fn text<T: serde::Serialize>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

pub(super) fn add(
    db: &Connection,
    diff: &Diff,
    label: &Label,
    at: Instant,
) -> rusqlite::Result<()> {
    db.execute("DELETE FROM step WHERE undone = 1", [])?;
    db.prepare_cached("INSERT INTO step (at, label, diff) VALUES (?1, ?2, ?3)")?
        .execute(params![at.to_rfc3339(), text(label)?, text(diff)?])?;
    Ok(())
}

/// The steps that a file knows, oldest first, each by its number and its moment: two files that begin alike were
/// one file so far. Steps that wait to be done again belong to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail(Vec<(i64, String)>);

impl Trail {
    pub(super) fn read(db: &Connection) -> rusqlite::Result<Self> {
        db.prepare("SELECT seq, at FROM step ORDER BY seq")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()
            .map(Self)
    }

    /// Takes up the step that was just added, in the place of those that were undone.
    pub(super) fn follow(&mut self, db: &Connection) -> rusqlite::Result<()> {
        let last: (i64, String) = db
            .prepare_cached("SELECT seq, at FROM step ORDER BY seq DESC LIMIT 1")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let stay = self.0.partition_point(|(seq, _)| *seq < last.0);
        self.0.truncate(stay);
        self.0.push(last);
        Ok(())
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many steps two trails share from their beginning.
    #[must_use]
    pub fn shared(&self, other: &Self) -> usize {
        let pairs = self.0.iter().zip(&other.0);
        pairs.take_while(|(one, other)| one == other).count()
    }

    /// The number of the step at a place; 0 before the first.
    fn number(&self, steps: usize) -> i64 {
        steps
            .checked_sub(1)
            .and_then(|at| self.0.get(at))
            .map_or(0, |(seq, _)| *seq)
    }
}

/// What leads from the state that stands to the one just after so many steps of a trail: steps after it are taken
/// back, steps before it that were undone are done again.
pub(super) fn way_to(db: &Connection, trail: &Trail, steps: usize) -> rusqlite::Result<Vec<Diff>> {
    let seq = trail.number(steps);
    let mut way: Vec<Diff> = db
        .prepare_cached("SELECT diff FROM step WHERE seq > ?1 AND undone = 0 ORDER BY seq DESC")?
        .query_map([seq], |row| parsed::<Diff>(row, 0))?
        .map(|diff| diff.map(|it| it.inverse()))
        .collect::<rusqlite::Result<_>>()?;
    let again = db
        .prepare_cached("SELECT diff FROM step WHERE seq <= ?1 AND undone = 1 ORDER BY seq")?
        .query_map([seq], |row| parsed(row, 0))?
        .collect::<rusqlite::Result<Vec<Diff>>>()?;
    way.extend(again);
    Ok(way)
}

pub(super) fn mark(db: &Connection, step: &Step, undone: bool) -> rusqlite::Result<()> {
    db.execute(
        "UPDATE step SET undone = ?2 WHERE seq = ?1",
        params![step.seq, undone],
    )?;
    Ok(())
}

fn step(row: &Row<'_>) -> rusqlite::Result<Step> {
    Ok(Step {
        seq: row.get(0)?,
        label: parsed(row, 1)?,
        diff: parsed(row, 2)?,
        at: instant(row, 3)?,
    })
}

fn instant(row: &Row<'_>, column: usize) -> rusqlite::Result<Instant> {
    let at: String = row.get(column)?;
    at.parse().map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Column::Text, Box::new(error))
    })
}

/// A step by its number and whether it stands, for files of which not every row can be read.
pub(super) fn one(db: &Connection, seq: i64) -> rusqlite::Result<(Step, bool)> {
    db.prepare_cached("SELECT seq, label, diff, at, undone FROM step WHERE seq = ?1")?
        .query_row([seq], |row| Ok((step(row)?, !row.get::<_, bool>(4)?)))
}

/// Writes steps as they were, each under its own number.
pub(super) fn keep(db: &Connection, steps: &[Step]) -> rusqlite::Result<()> {
    for step in steps {
        db.prepare_cached("INSERT INTO step (seq, at, label, diff) VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![
                step.seq,
                step.at.to_rfc3339(),
                text(&step.label)?,
                text(&step.diff)?
            ])?;
    }
    Ok(())
}

const LAST_DONE: &str = "FROM step WHERE undone = 0 ORDER BY seq DESC LIMIT 1";
const FIRST_UNDONE: &str = "FROM step WHERE undone = 1 ORDER BY seq LIMIT 1";

pub(super) fn to_undo(db: &Connection) -> rusqlite::Result<Option<Step>> {
    db.query_row(
        &format!("SELECT seq, label, diff, at {LAST_DONE}"),
        [],
        step,
    )
    .optional()
}

pub(super) fn to_redo(db: &Connection) -> rusqlite::Result<Option<Step>> {
    db.query_row(
        &format!("SELECT seq, label, diff, at {FIRST_UNDONE}"),
        [],
        step,
    )
    .optional()
}

/// One line of the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Moment {
    /// Counts up; of two steps the later one has the larger number.
    pub seq: u32,
    pub at: Instant,
    pub label: Label,
    /// It was taken back and waits to be done again.
    pub undone: bool,
}

fn moment(row: &Row<'_>) -> rusqlite::Result<Moment> {
    Ok(Moment {
        seq: row.get(0)?,
        at: instant(row, 1)?,
        label: parsed(row, 2)?,
        undone: row.get(3)?,
    })
}

/// The latest steps before a number, newest first.
pub(super) fn moments(
    db: &Connection,
    before: Option<u32>,
    most: u32,
) -> rusqlite::Result<Vec<Moment>> {
    db.prepare_cached(
        "SELECT seq, at, label, undone FROM step WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2",
    )?
    .query_map(params![before.map_or(i64::MAX, i64::from), most], moment)?
    .collect()
}

/// The number of the last step before a moment that stands; `None` when the history begins later.
pub(super) fn last_before(db: &Connection, moment: Instant) -> rusqlite::Result<Option<u32>> {
    db.prepare_cached("SELECT MAX(seq) FROM step WHERE at < ?1 AND undone = 0")?
        .query_row([moment.to_rfc3339()], |row| row.get(0))
}

/// When the first step was done.
pub(super) fn begins(db: &Connection) -> rusqlite::Result<Option<Instant>> {
    db.prepare_cached("SELECT at FROM step ORDER BY seq LIMIT 1")?
        .query_row([], |row| instant(row, 0))
        .optional()
}

/// The diffs of all steps after a number that stand, newest first: taken back in this order they lead from now
/// to the state just after that step.
pub(super) fn diffs_after(db: &Connection, seq: u32) -> rusqlite::Result<Vec<Diff>> {
    db.prepare_cached("SELECT diff FROM step WHERE seq > ?1 AND undone = 0 ORDER BY seq DESC")?
        .query_map([seq], |row| parsed(row, 0))?
        .collect()
}

pub(super) fn labels(db: &Connection) -> rusqlite::Result<(Option<Label>, Option<Label>)> {
    let label = |of: &str| {
        db.prepare_cached(&format!("SELECT label {of}"))?
            .query_row([], |row| parsed(row, 0))
            .optional()
    };
    Ok((label(LAST_DONE)?, label(FIRST_UNDONE)?))
}
