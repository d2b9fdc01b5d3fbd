//! The steps that were done, with what takes them back. Survives a restart.

use crate::edit::Label;
use crate::model::{Diff, Instant};
use rusqlite::{Connection, OptionalExtension, Row, params, types::Type as Column};
use serde::{Deserialize, Serialize};
use specta::Type;

/// One step of the history.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub(super) seq: i64,
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
    })
}

const LAST_DONE: &str = "FROM step WHERE undone = 0 ORDER BY seq DESC LIMIT 1";
const FIRST_UNDONE: &str = "FROM step WHERE undone = 1 ORDER BY seq LIMIT 1";

pub(super) fn to_undo(db: &Connection) -> rusqlite::Result<Option<Step>> {
    db.query_row(&format!("SELECT seq, label, diff {LAST_DONE}"), [], step)
        .optional()
}

pub(super) fn to_redo(db: &Connection) -> rusqlite::Result<Option<Step>> {
    db.query_row(&format!("SELECT seq, label, diff {FIRST_UNDONE}"), [], step)
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
    let at: String = row.get(1)?;
    Ok(Moment {
        seq: row.get(0)?,
        at: at.parse().map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(1, Column::Text, Box::new(error))
        })?,
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
