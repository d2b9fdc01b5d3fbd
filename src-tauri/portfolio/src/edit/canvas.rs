//! Canvases themselves: made, named, copied, removed, and the frames on them.

use super::{Draft, element, map, refusal};
use crate::error::Result;
use crate::model::{Canvas, CanvasId, CanvasKind, Frame, FrameId, NoteId, Record};
use std::collections::BTreeSet;

/// As many frames as a presentation of an hour can show.
const MOST_FRAMES: usize = 200;

pub(super) fn get<'a>(draft: &'a Draft<'_>, id: &CanvasId) -> Result<&'a Canvas> {
    draft
        .portfolio()
        .canvas(id)
        .ok_or_else(|| refusal::not_found(id.as_str()))
}

fn titled(title: &str) -> Result<String> {
    let title = element::one_line(title);
    if title.is_empty() {
        return Err(refusal::no_title());
    }
    Ok(title)
}

fn free(draft: &Draft<'_>, id: &CanvasId) -> Result<()> {
    if id.is_well_formed() && draft.portfolio().canvas(id).is_none() {
        Ok(())
    } else {
        Err(refusal::bad_id(id.as_str()))
    }
}

pub(super) fn add(
    draft: &mut Draft<'_>,
    id: &CanvasId,
    kind: CanvasKind,
    title: &str,
) -> Result<()> {
    free(draft, id)?;
    let title = titled(title)?;
    draft.put(Record::Canvas(Canvas {
        id: id.clone(),
        title,
        kind,
        frames: Vec::new(),
    }));
    map::tidy(draft, id)
}

/// A canvas as it came from a file. The one of the same id on which nothing stands yet takes its name.
pub(super) fn insert(draft: &mut Draft<'_>, canvas: &Canvas) -> Result<()> {
    let portfolio = draft.portfolio();
    let is_used = portfolio.canvas(&canvas.id).is_some()
        && (portfolio.placements().any(|it| it.canvas == canvas.id)
            || portfolio.notes().any(|it| it.canvas == canvas.id));
    if !canvas.id.is_well_formed() || is_used {
        return Err(refusal::bad_id(canvas.id.as_str()));
    }
    sane_frames(&canvas.frames)?;
    draft.put(Record::Canvas(canvas.clone()));
    Ok(())
}

pub(super) fn rename(draft: &mut Draft<'_>, id: &CanvasId, title: &str) -> Result<()> {
    let canvas = Canvas {
        title: titled(title)?,
        ..get(draft, id)?.clone()
    };
    draft.put(Record::Canvas(canvas));
    Ok(())
}

pub(super) fn copy(
    draft: &mut Draft<'_>,
    from: &CanvasId,
    id: &CanvasId,
    title: &str,
) -> Result<()> {
    free(draft, id)?;
    let original = get(draft, from)?.clone();
    let portfolio = draft.portfolio();
    let places: Vec<Record> = portfolio
        .placements()
        .filter(|it| it.canvas == *from)
        .cloned()
        .map(|mut it| {
            it.id = map::place_id(id, &it.element);
            it.canvas = id.clone();
            Record::Placement(it)
        })
        .collect();
    // Notes are nobody else's: the copies are named after the canvas that they lie on.
    let notes: Vec<Record> = portfolio
        .notes()
        .filter(|it| it.canvas == *from)
        .cloned()
        .enumerate()
        .map(|(n, mut it)| {
            it.id = NoteId::new(format!("{id}.note{n}"));
            it.canvas = id.clone();
            Record::Note(it)
        })
        .collect();
    let frames = original.frames.iter().enumerate();
    let frames = frames.map(|(n, frame)| Frame {
        id: FrameId::new(format!("{id}.frame{n}")),
        ..frame.clone()
    });
    let canvas = Canvas {
        id: id.clone(),
        title: titled(title)?,
        kind: original.kind,
        frames: frames.collect(),
    };
    draft.put(Record::Canvas(canvas));
    for record in places.into_iter().chain(notes) {
        draft.put(record);
    }
    Ok(())
}

pub(super) fn remove(draft: &mut Draft<'_>, id: &CanvasId) -> Result<()> {
    let canvas = get(draft, id)?.clone();
    let portfolio = draft.portfolio();
    if portfolio.canvases().count() == 1 {
        return Err(refusal::last_canvas(&canvas.title));
    }
    let places = portfolio.placements().filter(|it| it.canvas == *id);
    let notes = portfolio.notes().filter(|it| it.canvas == *id);
    let gone: Vec<Record> = places
        .cloned()
        .map(Record::Placement)
        .chain(notes.cloned().map(Record::Note))
        .collect();
    for record in gone {
        draft.take(record);
    }
    draft.take(Record::Canvas(canvas));
    Ok(())
}

pub(super) fn set_frames(draft: &mut Draft<'_>, id: &CanvasId, frames: &[Frame]) -> Result<()> {
    sane_frames(frames)?;
    let canvas = Canvas {
        frames: frames
            .iter()
            .map(|it| Frame {
                title: element::one_line(&it.title),
                ..it.clone()
            })
            .collect(),
        ..get(draft, id)?.clone()
    };
    draft.put(Record::Canvas(canvas));
    Ok(())
}

fn sane_frames(frames: &[Frame]) -> Result<()> {
    if frames.len() > MOST_FRAMES {
        return Err(refusal::out_of_range(
            "a canvas has at most 200 frames",
            "un canevas a au plus 200 cadres",
        ));
    }
    let mut ids = BTreeSet::new();
    for frame in frames {
        if !frame.id.is_well_formed() || !ids.insert(&frame.id) {
            return Err(refusal::bad_id(frame.id.as_str()));
        }
        map::sane(frame.x, frame.y)?;
        map::sane(frame.width, frame.height)?;
        if frame.width < 1.0 || frame.height < 1.0 {
            return Err(refusal::out_of_range(
                "a frame has a width and a height",
                "un cadre a une largeur et une hauteur",
            ));
        }
    }
    Ok(())
}
