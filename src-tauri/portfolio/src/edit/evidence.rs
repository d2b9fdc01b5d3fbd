//! Readings, status reports, sources and imports as they come from files.

use super::{Draft, element, refusal};
use crate::error::Result;
use crate::model::{ElementKind, ImportRecord, Reading, Record, Source, SourceId, StatusReport};

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
    draft.put(record);
    Ok(())
}

pub(super) fn insert_status(draft: &mut Draft<'_>, status: &StatusReport) -> Result<()> {
    let record = Record::StatusReport(status.clone());
    new_id(draft, status.id.is_well_formed(), &record)?;
    known_source(draft, status.source.as_ref())?;
    element::get(draft, &status.element)?;
    draft.put(record);
    Ok(())
}

pub(super) fn insert_source(draft: &mut Draft<'_>, source: &Source) -> Result<()> {
    let record = Record::Source(source.clone());
    new_id(draft, source.id.is_well_formed(), &record)?;
    draft.put(record);
    Ok(())
}

pub(super) fn insert_import(draft: &mut Draft<'_>, import: &ImportRecord) -> Result<()> {
    let record = Record::Import(import.clone());
    new_id(draft, import.id.is_well_formed(), &record)?;
    known_source(draft, Some(&import.source))?;
    draft.put(record);
    Ok(())
}
