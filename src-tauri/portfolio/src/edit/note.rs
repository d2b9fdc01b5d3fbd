//! Sticky notes and comments.

use super::{Draft, canvas, element, map, refusal};
use crate::error::Result;
use crate::model::{Note, NoteId, Record};

/// As many letters as a note can hold; who has more to say has a description to say it in.
const LONGEST: usize = 2_000;

fn sane(draft: &Draft<'_>, note: &Note) -> Result<()> {
    if !note.id.is_well_formed() {
        return Err(refusal::bad_id(note.id.as_str()));
    }
    canvas::get(draft, &note.canvas)?;
    if let Some(about) = &note.about {
        element::get(draft, about)?;
    }
    map::sane(note.x, note.y)?;
    if note.text.chars().count() > LONGEST {
        return Err(refusal::out_of_range(
            "a note holds at most 2,000 letters",
            "une note contient au plus 2 000 lettres",
        ));
    }
    Ok(())
}

pub(super) fn insert(draft: &mut Draft<'_>, note: &Note) -> Result<()> {
    if draft.portfolio().note(&note.id).is_some() {
        return Err(refusal::bad_id(note.id.as_str()));
    }
    put(draft, std::slice::from_ref(note))
}

pub(super) fn put(draft: &mut Draft<'_>, notes: &[Note]) -> Result<()> {
    for note in notes {
        sane(draft, note)?;
        if let Some(stood) = draft.portfolio().note(&note.id)
            && stood.locked
            && note.locked
            && (stood.x, stood.y) != (note.x, note.y)
        {
            return Err(refusal::locked(&stood.text));
        }
        draft.put(Record::Note(note.clone()));
    }
    Ok(())
}

pub(super) fn remove(draft: &mut Draft<'_>, notes: &[NoteId]) -> Result<()> {
    for id in notes {
        let note = draft.portfolio().note(id).cloned();
        draft.take(Record::Note(
            note.ok_or_else(|| refusal::not_found(id.as_str()))?,
        ));
    }
    Ok(())
}
