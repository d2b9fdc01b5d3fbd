//! Canvases and places on them.

use super::{Draft, Move, Spot, element, refusal};
use crate::error::Result;
use crate::layout;
use crate::model::{Canvas, CanvasId, ElementId, Placement, PlacementId, Record};

/// The one place of an element on a canvas has a name that follows from both.
fn place_id(canvas: &CanvasId, element: &ElementId) -> PlacementId {
    PlacementId::new(format!("{canvas}.{element}"))
}

fn canvas<'a>(draft: &'a Draft<'_>, id: &CanvasId) -> Result<&'a Canvas> {
    draft
        .portfolio()
        .canvas(id)
        .ok_or_else(|| refusal::not_found(id.as_str()))
}

/// Farthest a card may stand from the origin; beyond it numbers lose whole pixels and nobody finds it again.
const FARTHEST: f64 = 1_000_000.0;

fn sane(x: f64, y: f64) -> Result<(f64, f64)> {
    if x.is_finite() && y.is_finite() && x.abs() <= FARTHEST && y.abs() <= FARTHEST {
        Ok((x, y.max(0.0)))
    } else {
        Err(refusal::out_of_range(
            "a place is within a million pixels",
            "une position tient dans un million de pixels",
        ))
    }
}

/// A canvas as it came from a file. The one of the same id on which nothing stands yet takes its name.
pub(super) fn insert_canvas(draft: &mut Draft<'_>, canvas: &Canvas) -> Result<()> {
    let portfolio = draft.portfolio();
    let is_used = portfolio.canvas(&canvas.id).is_some()
        && portfolio.placements().any(|it| it.canvas == canvas.id);
    if !canvas.id.is_well_formed() || is_used {
        return Err(refusal::bad_id(canvas.id.as_str()));
    }
    draft.put(Record::Canvas(canvas.clone()));
    Ok(())
}

pub(super) fn insert_placement(draft: &mut Draft<'_>, placement: &Placement) -> Result<()> {
    canvas(draft, &placement.canvas)?;
    element::get(draft, &placement.element)?;
    let (x, y) = sane(placement.x, placement.y)?;
    let id = place_id(&placement.canvas, &placement.element);
    draft.put(Record::Placement(Placement {
        id,
        x,
        y,
        ..placement.clone()
    }));
    Ok(())
}

/// A new card where the user asked for it.
pub(super) fn put_at(draft: &mut Draft<'_>, id: &ElementId, spot: &Spot) -> Result<()> {
    canvas(draft, &spot.canvas)?;
    let (x, y) = sane(spot.x, spot.y)?;
    draft.put(Record::Placement(Placement {
        id: place_id(&spot.canvas, id),
        canvas: spot.canvas.clone(),
        element: id.clone(),
        x,
        y,
        pinned: true,
    }));
    Ok(())
}

/// New cards on the first free places of their bands, on every canvas.
pub(super) fn put_everywhere(draft: &mut Draft<'_>, ids: &[ElementId]) -> Result<()> {
    for id in ids {
        element::get(draft, id)?;
    }
    let canvases: Vec<CanvasId> = draft
        .portfolio()
        .canvases()
        .map(|it| it.id.clone())
        .collect();
    for canvas in canvases {
        for spot in layout::append(draft.portfolio(), &canvas, ids) {
            draft.put(Record::Placement(placed(&canvas, spot, false)));
        }
    }
    Ok(())
}

fn placed(canvas: &CanvasId, spot: layout::Place, pinned: bool) -> Placement {
    Placement {
        id: place_id(canvas, &spot.element),
        canvas: canvas.clone(),
        element: spot.element,
        x: spot.x,
        y: spot.y,
        pinned,
    }
}

pub(super) fn place(draft: &mut Draft<'_>, id: &CanvasId, moves: &[Move]) -> Result<()> {
    canvas(draft, id)?;
    for step in moves {
        element::get(draft, &step.element)?;
        let (x, y) = sane(step.x, step.y)?;
        let spot = layout::Place {
            element: step.element.clone(),
            x,
            y,
        };
        draft.put(Record::Placement(placed(id, spot, true)));
    }
    Ok(())
}

pub(super) fn tidy(draft: &mut Draft<'_>, id: &CanvasId) -> Result<()> {
    canvas(draft, id)?;
    for spot in layout::tidy(draft.portfolio(), id) {
        draft.put(Record::Placement(placed(id, spot, false)));
    }
    Ok(())
}
