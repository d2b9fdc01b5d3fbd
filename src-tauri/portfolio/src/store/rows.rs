//! Records to rows and back.

use super::{fault, history::text};
use crate::error::Result;
use crate::model::{
    CanvasId, Diff, ElementId, Grade, Nature, Noun, Placement, PlacementId, Portfolio, Reading,
    ReadingId, Record, Rows, SourceId,
};
use rusqlite::{Connection, OptionalExtension, Row, params, types::Type};
use serde::de::DeserializeOwned;
use std::path::Path;

/// Writes a diff: first what is added or replaced, in an order in which nobody refers to a row that is not
/// there yet; then what is removed, the other way round.
pub(super) fn write(db: &Connection, diff: &Diff) -> rusqlite::Result<()> {
    let mut puts: Vec<&Record> = diff
        .changes
        .iter()
        .filter_map(|it| it.after.as_ref())
        .collect();
    puts.sort_by_key(|it| it.noun());
    for record in puts {
        put(db, record)?;
    }
    let mut gone: Vec<&Record> = diff
        .changes
        .iter()
        .filter(|it| it.after.is_none())
        .filter_map(|it| it.before.as_ref())
        .collect();
    gone.sort_by_key(|it| std::cmp::Reverse(it.noun()));
    for record in gone {
        remove(db, record)?;
    }
    Ok(())
}

fn put(db: &Connection, record: &Record) -> rusqlite::Result<()> {
    let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
        db.prepare_cached(sql)?.execute(values).map(drop)
    };
    match record {
        Record::Settings(it) => run(
            "INSERT INTO settings (one, body) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET body = ?1",
            params![text(it)?],
        ),
        Record::Source(it) => run(
            "INSERT INTO source (id, body) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET body = ?2",
            params![it.id.as_str(), text(it)?],
        ),
        Record::Element(it) => run(
            "INSERT INTO element (id, kind, body) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET kind = ?2, body = ?3",
            params![it.id.as_str(), word(&it.kind())?, text(it)?],
        ),
        Record::Canvas(it) => run(
            "INSERT INTO canvas (id, body) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET body = ?2",
            params![it.id.as_str(), text(it)?],
        ),
        Record::Link(it) => run(
            "INSERT INTO link (id, kind, from_id, to_id, body) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET kind = ?2, from_id = ?3, to_id = ?4, body = ?5",
            params![it.id.as_str(), word(&it.kind())?, it.from.as_str(), it.to.as_str(), text(it)?],
        ),
        Record::Placement(it) => run(
            "INSERT INTO placement (id, canvas_id, element_id, x, y, pinned, locked) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (id) DO UPDATE SET canvas_id = ?2, element_id = ?3, x = ?4, y = ?5, pinned = ?6, locked = ?7",
            params![it.id.as_str(), it.canvas.as_str(), it.element.as_str(), it.x, it.y, it.pinned, it.locked],
        ),
        Record::Note(it) => run(
            "INSERT INTO note (id, canvas_id, body) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET canvas_id = ?2, body = ?3",
            params![it.id.as_str(), it.canvas.as_str(), text(it)?],
        ),
        Record::Reading(it) => run(
            "INSERT INTO reading (id, indicator_id, source_id, period, value, nature, recorded_at, recorded_by, comment, grade)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT (id) DO UPDATE SET indicator_id = ?2, source_id = ?3, period = ?4, value = ?5,
               nature = ?6, recorded_at = ?7, recorded_by = ?8, comment = ?9, grade = ?10",
            params![
                it.id.as_str(),
                it.indicator.as_str(),
                it.source.as_ref().map(SourceId::as_str),
                it.period.to_string(),
                it.value,
                word(&it.nature)?,
                it.recorded_at.to_rfc3339(),
                it.recorded_by,
                it.comment,
                it.grade.as_ref().map(word).transpose()?
            ],
        ),
        Record::StatusReport(it) => run(
            "INSERT INTO status_report (id, element_id, source_id, body) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET element_id = ?2, source_id = ?3, body = ?4",
            params![it.id.as_str(), it.element.as_str(), it.source.as_ref().map(SourceId::as_str), text(it)?],
        ),
        Record::Import(it) => run(
            "INSERT INTO import (id, source_id, body) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET source_id = ?2, body = ?3",
            params![it.id.as_str(), it.source.as_str(), text(it)?],
        ),
        Record::Waiver(it) => run(
            "INSERT INTO waiver (id, subject, body) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET subject = ?2, body = ?3",
            params![it.id.as_str(), it.subject.as_str(), text(it)?],
        ),
        Record::OwnRule(it) => run(
            "INSERT INTO own_rule (id, code, body) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET code = ?2, body = ?3",
            params![it.id.as_str(), it.code, text(it)?],
        ),
    }
}

fn remove(db: &Connection, record: &Record) -> rusqlite::Result<()> {
    let sql = match record {
        Record::Settings(_) => return db.execute("DELETE FROM settings", []).map(drop),
        Record::Source(_) => "DELETE FROM source WHERE id = ?1",
        Record::Element(_) => "DELETE FROM element WHERE id = ?1",
        Record::Canvas(_) => "DELETE FROM canvas WHERE id = ?1",
        Record::Link(_) => "DELETE FROM link WHERE id = ?1",
        Record::Placement(_) => "DELETE FROM placement WHERE id = ?1",
        Record::Note(_) => "DELETE FROM note WHERE id = ?1",
        Record::Reading(_) => "DELETE FROM reading WHERE id = ?1",
        Record::StatusReport(_) => "DELETE FROM status_report WHERE id = ?1",
        Record::Import(_) => "DELETE FROM import WHERE id = ?1",
        Record::Waiver(_) => "DELETE FROM waiver WHERE id = ?1",
        Record::OwnRule(_) => "DELETE FROM own_rule WHERE id = ?1",
    };
    db.prepare_cached(sql)?
        .execute([record.id().as_str()])
        .map(drop)
}

/// A unit variant as the word that it is in JSON.
fn word<T: serde::Serialize>(value: &T) -> rusqlite::Result<String> {
    Ok(text(value)?.trim_matches('"').to_owned())
}

fn not_understood(
    column: usize,
) -> impl FnOnce(Box<dyn std::error::Error + Send + Sync + 'static>) -> rusqlite::Error {
    move |error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error)
}

fn body<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<T> {
    record(row.get_ref(0)?.as_str()?)
}

fn understood<T: DeserializeOwned>(bodies: &[String]) -> rusqlite::Result<Vec<T>> {
    bodies.iter().map(|body| record(body)).collect()
}

fn record<T: DeserializeOwned>(body: &str) -> rusqlite::Result<T> {
    // A list would be taken for the fields in their order, and an empty one for a record that says nothing.
    if !body.trim_start().starts_with('{') {
        return Err(not_understood(0)("a record is an object".into()));
    }
    serde_json::from_str(body).map_err(|error| not_understood(0)(Box::new(error)))
}

fn placement(row: &Row<'_>) -> rusqlite::Result<Placement> {
    Ok(Placement {
        id: PlacementId::new(row.get_ref(0)?.as_str()?),
        canvas: CanvasId::new(row.get_ref(1)?.as_str()?),
        element: ElementId::new(row.get_ref(2)?.as_str()?),
        x: row.get(3)?,
        y: row.get(4)?,
        pinned: row.get(5)?,
        locked: row.get(6)?,
    })
}

fn reading(row: &Row<'_>) -> rusqlite::Result<Reading> {
    let period = row.get_ref(3)?.as_str()?;
    let at = row.get_ref(6)?.as_str()?;
    let nature = match row.get_ref(5)?.as_str()? {
        "baseline" => Nature::Baseline,
        "actual" => Nature::Actual,
        "forecast" => Nature::Forecast,
        "target" => Nature::Target,
        other => return Err(not_understood(5)(format!("no such nature: {other}").into())),
    };
    Ok(Reading {
        id: ReadingId::new(row.get_ref(0)?.as_str()?),
        indicator: ElementId::new(row.get_ref(1)?.as_str()?),
        source: row.get_ref(2)?.as_str_or_null()?.map(SourceId::new),
        period: period
            .parse()
            .map_err(|error| not_understood(3)(Box::new(error)))?,
        value: row.get(4)?,
        nature,
        recorded_at: at
            .parse()
            .map_err(|error| not_understood(6)(Box::new(error)))?,
        recorded_by: row.get(7)?,
        comment: row.get(8)?,
        grade: grade(row, 9)?,
    })
}

fn grade(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Grade>> {
    Ok(match row.get_ref(column)?.as_str_or_null()? {
        None => None,
        Some("assertion") => Some(Grade::Assertion),
        Some("judgement") => Some(Grade::Judgement),
        Some("manual") => Some(Grade::Manual),
        Some("imported") => Some(Grade::Imported),
        Some("corroborated") => Some(Grade::Corroborated),
        Some(other) => {
            return Err(not_understood(column)(
                format!("no such grade: {other}").into(),
            ));
        }
    })
}

fn all<T>(
    db: &Connection,
    sql: &str,
    row: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    db.prepare(sql)?.query_map([], row)?.collect()
}

const READING: &str = "SELECT id, indicator_id, source_id, period, value, nature, recorded_at, recorded_by, \
                       comment, grade FROM reading";
const PLACEMENT: &str = "SELECT id, canvas_id, element_id, x, y, pinned, locked FROM placement";

fn get<T>(
    db: &Connection,
    select: &str,
    id: &str,
    row: fn(&Row<'_>) -> rusqlite::Result<T>,
    record: fn(T) -> Record,
) -> rusqlite::Result<Option<Record>> {
    db.prepare_cached(&format!("{select} WHERE id = ?1"))?
        .query_row([id], row)
        .optional()
        .map(|it| it.map(record))
}

/// One record by its id, for files of which not every row can be read.
pub(super) fn one(db: &Connection, noun: Noun, id: &str) -> rusqlite::Result<Option<Record>> {
    match noun {
        Noun::Settings => db
            .query_row("SELECT body FROM settings", [], body)
            .optional()
            .map(|it| it.map(Record::Settings)),
        Noun::Source => get(db, "SELECT body FROM source", id, body, Record::Source),
        Noun::Element => get(db, "SELECT body FROM element", id, body, Record::Element),
        Noun::Canvas => get(db, "SELECT body FROM canvas", id, body, Record::Canvas),
        Noun::Link => get(db, "SELECT body FROM link", id, body, Record::Link),
        // Files before format 4 know no locks.
        Noun::Placement => match db.prepare("SELECT locked FROM placement") {
            Ok(_) => get(db, PLACEMENT, id, placement, Record::Placement),
            Err(_) => get(
                db,
                &PLACEMENT.replace("locked", "0"),
                id,
                placement,
                Record::Placement,
            ),
        },
        Noun::Note => get(db, "SELECT body FROM note", id, body, Record::Note),
        Noun::Reading => get(db, READING, id, reading, Record::Reading),
        Noun::StatusReport => get(
            db,
            "SELECT body FROM status_report",
            id,
            body,
            Record::StatusReport,
        ),
        Noun::Import => get(db, "SELECT body FROM import", id, body, Record::Import),
        Noun::Waiver => get(db, "SELECT body FROM waiver", id, body, Record::Waiver),
        Noun::OwnRule => get(db, "SELECT body FROM own_rule", id, body, Record::OwnRule),
    }
}

/// A reading without its grade, and whether it should have one: readings of format 1 have none.
pub(super) fn ungraded(db: &Connection, id: &str) -> rusqlite::Result<Option<(Record, bool)>> {
    let graded = db.prepare("SELECT grade FROM reading").is_ok();
    let select = READING.replace("grade", "NULL");
    let found = get(db, &select, id, reading, Record::Reading)?;
    Ok(found.map(|it| (it, graded)))
}

pub(super) fn load(db: &Connection, path: &Path) -> Result<Portfolio> {
    let read = || {
        let elements: Vec<String> = all(db, "SELECT body FROM element", |row| row.get(0))?;
        let links: Vec<String> = all(db, "SELECT body FROM link", |row| row.get(0))?;
        // Most of the JSON is understood while the other tables are still being read.
        std::thread::scope(|scope| {
            let bodies = scope.spawn(|| (understood(&elements), understood(&links)));
            let rows = Rows {
                settings: all(db, "SELECT body FROM settings", body)?
                    .pop()
                    .unwrap_or_default(),
                sources: all(db, "SELECT body FROM source", body)?,
                canvases: all(db, "SELECT body FROM canvas", body)?,
                placements: all(db, PLACEMENT, placement)?,
                notes: all(db, "SELECT body FROM note", body)?,
                readings: all(db, READING, reading)?,
                statuses: all(db, "SELECT body FROM status_report", body)?,
                imports: all(db, "SELECT body FROM import", body)?,
                waivers: all(db, "SELECT body FROM waiver", body)?,
                rules: all(db, "SELECT body FROM own_rule", body)?,
                ..Rows::default()
            };
            let (elements, links) = match bodies.join() {
                Ok((elements, links)) => (elements?, links?),
                Err(fault) => std::panic::resume_unwind(fault),
            };
            Ok(Portfolio::from_rows(Rows {
                elements,
                links,
                ..rows
            }))
        })
    };
    read().map_err(|error| fault::sql(path, &error))
}
