//! Places of cards on canvases.

use super::{Draft, Move, Spot, canvas, element, refusal};
use crate::error::Result;
use crate::layout;
use crate::model::{CanvasId, CanvasKind, ElementId, Placement, PlacementId, Record, Standing};

/// The one place of an element on a canvas has a name that follows from both.
pub(super) fn place_id(canvas: &CanvasId, element: &ElementId) -> PlacementId {
    PlacementId::new(format!("{canvas}.{element}"))
}

/// Farthest a card may stand from the origin; beyond it numbers lose whole pixels and nobody finds it again.
const FARTHEST: f64 = 1_000_000.0;

/// Whether a place is one that somebody can find.
pub(super) fn sane(x: f64, y: f64) -> Result<()> {
    if x.is_finite() && y.is_finite() && x.abs() <= FARTHEST && y.abs() <= FARTHEST {
        Ok(())
    } else {
        Err(refusal::out_of_range(
            "a place is within a million pixels",
            "une position tient dans un million de pixels",
        ))
    }
}

/// A place as it is stored: where bands lie under each other nothing stands above the top of its own, and where they
/// stand side by side nothing left of it.
fn fitted(draft: &Draft<'_>, id: &CanvasId, x: f64, y: f64) -> Result<(f64, f64)> {
    sane(x, y)?;
    Ok(match canvas::get(draft, id)?.kind {
        CanvasKind::BenefitsMap => (x.max(0.0), y),
        kind if kind.standing() == Standing::Bands => (x, y.max(0.0)),
        _ => (x, y),
    })
}

pub(super) fn insert_placement(draft: &mut Draft<'_>, placement: &Placement) -> Result<()> {
    element::get(draft, &placement.element)?;
    let (x, y) = fitted(draft, &placement.canvas, placement.x, placement.y)?;
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
    let (x, y) = fitted(draft, &spot.canvas, spot.x, spot.y)?;
    let place = layout::Place {
        element: id.clone(),
        x,
        y,
    };
    draft.put(Record::Placement(placed(&spot.canvas, place, true)));
    Ok(())
}

/// New cards on the first free places of their bands, on every canvas that is laid out.
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
        locked: false,
    }
}

/// The place of an element on a canvas, if it has one.
fn found<'a>(
    draft: &'a Draft<'_>,
    canvas: &CanvasId,
    element: &ElementId,
) -> Option<&'a Placement> {
    draft.portfolio().placement(&place_id(canvas, element))
}

/// Moves cards by hand. On a canvas where records say where things stand there is nothing to move.
pub(super) fn place(draft: &mut Draft<'_>, id: &CanvasId, moves: &[Move]) -> Result<()> {
    for step in moves {
        let card = element::get(draft, &step.element)?;
        if found(draft, id, &step.element).is_some_and(|it| it.locked) {
            return Err(refusal::locked(&card.title));
        }
        let (x, y) = fitted(draft, id, step.x, step.y)?;
        let spot = layout::Place {
            element: step.element.clone(),
            x,
            y,
        };
        draft.put(Record::Placement(placed(id, spot, true)));
    }
    Ok(())
}

/// An objective that is seen from another perspective takes the first free place there; the height at which it stood
/// meant another band.
pub(super) fn change_band(draft: &mut Draft<'_>, id: &ElementId) {
    let cards: Vec<CanvasId> = draft
        .portfolio()
        .canvases()
        .filter(|it| it.kind == CanvasKind::Scorecard)
        .map(|it| it.id.clone())
        .collect();
    for canvas in cards {
        let Some(place) = found(draft, &canvas, id).cloned() else {
            continue;
        };
        draft.take(Record::Placement(place));
        for spot in layout::append(draft.portfolio(), &canvas, std::slice::from_ref(id)) {
            draft.put(Record::Placement(placed(&canvas, spot, false)));
        }
    }
}

pub(super) fn unplace(draft: &mut Draft<'_>, id: &CanvasId, elements: &[ElementId]) -> Result<()> {
    let canvas = canvas::get(draft, id)?;
    if canvas.kind.standing() != Standing::Anywhere {
        return Err(refusal::shows_all(&canvas.title));
    }
    for element in elements {
        if let Some(place) = found(draft, id, element).cloned() {
            draft.take(Record::Placement(place));
        }
    }
    Ok(())
}

pub(super) fn lock(
    draft: &mut Draft<'_>,
    id: &CanvasId,
    elements: &[ElementId],
    locked: bool,
) -> Result<()> {
    canvas::get(draft, id)?;
    for element in elements {
        let place = found(draft, id, element).cloned();
        let place = place.ok_or_else(|| refusal::not_found(element.as_str()))?;
        draft.put(Record::Placement(Placement { locked, ..place }));
    }
    Ok(())
}

/// Lays out every card that nobody put where it stands.
pub(super) fn tidy(draft: &mut Draft<'_>, id: &CanvasId) -> Result<()> {
    canvas::get(draft, id)?;
    for spot in layout::tidy(draft.portfolio(), id) {
        draft.put(Record::Placement(placed(id, spot, false)));
    }
    Ok(())
}
