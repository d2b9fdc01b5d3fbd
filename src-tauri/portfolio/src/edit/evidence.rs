//! Readings, status reports, sources and imports as they come from files.

use super::{Draft, element, refusal, set};
use crate::error::Result;
use crate::model::{
    Detail, Element, ElementKind, ImportRecord, Reading, ReadingId, Record, Source, SourceId,
    StatusId, StatusReport,
};
use std::collections::BTreeSet;

fn known_source(draft: &Draft<'_>, source: Option<&SourceId>) -> Result<()> {
    match source {
        Some(id) if draft.portfolio().source(id).is_none() => Err(refusal::not_found(id.as_str())),
        _ => Ok(()),
    }
}

fn new_id(draft: &Draft<'_>, well_formed: bool, record: &Record) -> Result<()> {
    if well_formed && draft.portfolio().current(record).is_none() {
        Ok(())
    } else {
        Err(refusal::bad_id(record.id().as_str()))
    }
}

pub(super) fn insert_reading(draft: &mut Draft<'_>, reading: &Reading) -> Result<()> {
    let record = Record::Reading(reading.clone());
    new_id(draft, reading.id.is_well_formed(), &record)?;
    put_reading(draft, reading)
}

/// A reading in the place of the one of the same id.
pub(super) fn set_reading(draft: &mut Draft<'_>, reading: &Reading) -> Result<()> {
    match draft.portfolio().reading(&reading.id) {
        Some(_) => put_reading(draft, reading),
        None => Err(refusal::not_found(reading.id.as_str())),
    }
}

fn put_reading(draft: &mut Draft<'_>, reading: &Reading) -> Result<()> {
    known_source(draft, reading.source.as_ref())?;
    let indicator = element::get(draft, &reading.indicator)?;
    if indicator.kind() != ElementKind::Indicator {
        return Err(refusal::wrong_field(indicator));
    }
    if !reading.value.is_finite() {
        return Err(refusal::out_of_range(
            "a reading must be finite",
            "un relevé doit être fini",
        ));
    }
    draft.put(Record::Reading(reading.clone()));
    Ok(())
}

/// Decisions that relied on one of them rely on the rest.
pub(super) fn remove_readings(draft: &mut Draft<'_>, ids: &[ReadingId]) -> Result<()> {
    let gone: BTreeSet<&ReadingId> = ids.iter().collect();
    let relied: Vec<Element> = draft
        .portfolio()
        .of_kind(ElementKind::Decision)
        .filter(|it| premises(it).iter().any(|id| gone.contains(id)))
        .cloned()
        .collect();
    for mut element in relied {
        if let Detail::Decision(decision) = &mut element.detail {
            decision.premises.retain(|id| !gone.contains(id));
        }
        draft.put(Record::Element(element));
    }
    for id in ids {
        let reading = draft
            .portfolio()
            .reading(id)
            .cloned()
            .ok_or_else(|| refusal::not_found(id.as_str()))?;
        draft.take(Record::Reading(reading));
    }
    Ok(())
}

fn premises(decision: &Element) -> &[ReadingId] {
    match &decision.detail {
        Detail::Decision(it) => &it.premises,
        _ => &[],
    }
}

pub(super) fn insert_status(draft: &mut Draft<'_>, status: &StatusReport) -> Result<()> {
    let record = Record::StatusReport(status.clone());
    new_id(draft, status.id.is_well_formed(), &record)?;
    put_status(draft, status)
}

/// A report in the place of the one of the same id.
pub(super) fn set_status(draft: &mut Draft<'_>, status: &StatusReport) -> Result<()> {
    match draft.portfolio().status(&status.id) {
        Some(_) => put_status(draft, status),
        None => Err(refusal::not_found(status.id.as_str())),
    }
}

pub(super) fn remove_statuses(draft: &mut Draft<'_>, ids: &[StatusId]) -> Result<()> {
    for id in ids {
        let status = draft
            .portfolio()
            .status(id)
            .cloned()
            .ok_or_else(|| refusal::not_found(id.as_str()))?;
        draft.take(Record::StatusReport(status));
    }
    Ok(())
}

fn put_status(draft: &mut Draft<'_>, status: &StatusReport) -> Result<()> {
    known_source(draft, status.source.as_ref())?;
    element::get(draft, &status.element)?;
    if status
        .percent
        .is_some_and(|it| !(0.0..=100.0).contains(&it))
    {
        let (en, fr) = set::PERCENT;
        return Err(refusal::out_of_range(en, fr));
    }
    draft.put(Record::StatusReport(status.clone()));
    Ok(())
}

pub(super) fn insert_source(draft: &mut Draft<'_>, source: &Source) -> Result<()> {
    let record = Record::Source(source.clone());
    new_id(draft, source.id.is_well_formed(), &record)?;
    put_source(draft, source)
}

/// A source in the place of the one of the same id.
pub(super) fn set_source(draft: &mut Draft<'_>, source: &Source) -> Result<()> {
    known_source(draft, Some(&source.id))?;
    put_source(draft, source)
}

fn put_source(draft: &mut Draft<'_>, source: &Source) -> Result<()> {
    if source.title.trim().is_empty() {
        return Err(refusal::no_title());
    }
    set::period(&source.every_days)?;
    draft.put(Record::Source(source.clone()));
    Ok(())
}

/// Only a source that nothing came from can go.
pub(super) fn remove_source(draft: &mut Draft<'_>, id: &SourceId) -> Result<()> {
    let portfolio = draft.portfolio();
    let source = portfolio
        .source(id)
        .cloned()
        .ok_or_else(|| refusal::not_found(id.as_str()))?;
    let used = portfolio.imports().any(|it| it.source == *id)
        || portfolio
            .readings()
            .any(|it| it.source.as_ref() == Some(id))
        || portfolio
            .statuses()
            .any(|it| it.source.as_ref() == Some(id));
    if used {
        return Err(refusal::source_in_use(&source.title));
    }
    draft.take(Record::Source(source));
    Ok(())
}

pub(super) fn insert_import(draft: &mut Draft<'_>, import: &ImportRecord) -> Result<()> {
    let record = Record::Import(import.clone());
    new_id(draft, import.id.is_well_formed(), &record)?;
    known_source(draft, Some(&import.source))?;
    draft.put(record);
    Ok(())
}
