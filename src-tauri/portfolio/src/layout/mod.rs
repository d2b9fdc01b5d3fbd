//! Where cards stand on a canvas that has bands: lines that wrap, cards near what they serve.
//!
//! Pure functions from portfolio to places. A card placed by hand is never moved; a new card takes a free place
//! and moves nobody. Linked cards are ordered by sweeps along the links and stand in columns; cards without a
//! link stand in a calm grid, in the order in which they came. Sizes are world units (pixels at zoom 1).

mod bands;
mod column;
mod cross;
mod grid;
mod order;

use crate::model::{CanvasId, ElementId, LinkDetail, LinkState, Portfolio};
use bands::{Axis, Bands};
use grid::{Cell, Grid};
use order::Map;
use std::collections::{BTreeMap, BTreeSet};

/// Width of a card.
pub const CARD_WIDTH: f64 = 240.0;
/// Height of a card.
pub const CARD_HEIGHT: f64 = 88.0;
/// Distance between the left edges of neighbours.
pub const PITCH_X: f64 = 264.0;
/// Distance between the top edges of rows; leaves room for curves and labels.
pub const PITCH_Y: f64 = 132.0;
/// Left edge of the first column.
pub const MARGIN_X: f64 = 40.0;
/// Top edge of the first row of a band, counted from the top of the band.
pub const MARGIN_Y: f64 = 28.0;

/// A place for an element, counted from the top of its band, or from its left where bands stand side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub element: ElementId,
    pub x: f64,
    pub y: f64,
}

/// Places for every card that was not placed by hand, each near what it serves and what serves it. None on a canvas
/// on which nothing is laid out.
#[must_use]
pub fn tidy(portfolio: &Portfolio, canvas: &CanvasId) -> Vec<Place> {
    let Some(bands) = bands_of(portfolio, canvas) else {
        return Vec::new();
    };
    let stood = standing(portfolio, canvas);
    let held: BTreeMap<&ElementId, (f64, f64)> = portfolio
        .placements()
        .filter(|it| it.canvas == *canvas && (it.pinned || it.locked))
        .map(|it| (&it.element, (it.x, it.y)))
        .collect();
    let live = portfolio.elements().filter(|it| it.archived.is_none());
    let all: Vec<&ElementId> = live.map(|it| &it.id).collect();
    arrange(portfolio, bands, &all, &stood, &held)
}

/// Free places in their bands for elements that have none yet. Nobody else moves.
#[must_use]
pub fn append(portfolio: &Portfolio, canvas: &CanvasId, elements: &[ElementId]) -> Vec<Place> {
    let Some(bands) = bands_of(portfolio, canvas) else {
        return Vec::new();
    };
    let axis = bands.axis();
    let stood = standing(portfolio, canvas);
    let mut seen = BTreeSet::new();
    let new: Vec<&ElementId> = elements
        .iter()
        .filter(|id| !stood.contains_key(id) && seen.insert(*id))
        .collect();
    if stood.is_empty() {
        return arrange(portfolio, bands, &new, &stood, &BTreeMap::new());
    }
    let shown = new.iter().copied().chain(stood.keys().copied());
    let columns = grid::columns(axis, &counts(portfolio, bands, shown));
    let mut grids: Vec<Grid> = vec![Grid::new(axis); bands.count()];
    for (id, (x, y)) in &stood {
        if let Some(band) = band_of(portfolio, bands, id) {
            grids[band].block(*x, *y);
        }
    }
    let mut at: BTreeMap<&ElementId, f64> = stood
        .iter()
        .map(|(id, place)| (*id, grid::column_at(axis, *place)))
        .collect();
    let mut places = Vec::new();
    for id in new {
        let Some(band) = band_of(portfolio, bands, id) else {
            continue;
        };
        let near: Vec<f64> = neighbours(portfolio, id)
            .filter_map(|other| at.get(other).copied())
            .collect();
        let cell = if near.is_empty() {
            grids[band].first_free(columns)
        } else {
            #[expect(clippy::cast_precision_loss, reason = "an element has few links")]
            let wish = near.iter().sum::<f64>() / near.len() as f64;
            grids[band].nearest_free(wish, columns)
        };
        grids[band].take(cell);
        at.insert(id, cell.x());
        places.push(place(axis, id, cell));
    }
    places
}

fn bands_of(portfolio: &Portfolio, canvas: &CanvasId) -> Option<Bands> {
    Bands::of(portfolio.canvas(canvas)?.kind)
}

fn standing<'a>(
    portfolio: &'a Portfolio,
    canvas: &CanvasId,
) -> BTreeMap<&'a ElementId, (f64, f64)> {
    portfolio
        .placements()
        .filter(|it| it.canvas == *canvas)
        .map(|it| (&it.element, (it.x, it.y)))
        .collect()
}

fn place(axis: Axis, id: &ElementId, cell: Cell) -> Place {
    let (x, y) = cell.corner(axis);
    Place {
        element: id.clone(),
        x,
        y,
    }
}

fn band_of(portfolio: &Portfolio, bands: Bands, id: &ElementId) -> Option<usize> {
    bands.band(portfolio.element(id)?)
}

fn counts<'a>(
    portfolio: &Portfolio,
    bands: Bands,
    ids: impl Iterator<Item = &'a ElementId>,
) -> Vec<usize> {
    let mut counts = vec![0; bands.count()];
    for band in ids.filter_map(|id| band_of(portfolio, bands, id)) {
        counts[band] += 1;
    }
    counts
}

/// What a card should stand near: the other ends of the links that the map draws as its line.
fn neighbours<'a>(
    portfolio: &'a Portfolio,
    id: &'a ElementId,
) -> impl Iterator<Item = &'a ElementId> {
    let up = portfolio.links_from(id).filter(|it| draws(&it.detail));
    let down = portfolio.links_to(id).filter(|it| draws(&it.detail));
    up.map(|it| &it.to).chain(down.map(|it| &it.from))
}

fn draws(detail: &LinkDetail) -> bool {
    match detail {
        LinkDetail::Contribution(it) => it.state != LinkState::Retired,
        LinkDetail::Because | LinkDetail::PartOf => true,
        _ => false,
    }
}

/// Lays elements out from the order in which they stood, around the cards that stay where they are.
fn arrange(
    portfolio: &Portfolio,
    bands: Bands,
    ids: &[&ElementId],
    stood: &BTreeMap<&ElementId, (f64, f64)>,
    held: &BTreeMap<&ElementId, (f64, f64)>,
) -> Vec<Place> {
    let axis = bands.axis();
    let columns = grid::columns(axis, &counts(portfolio, bands, ids.iter().copied()));
    let mut map = Map::new(columns, bands.count());
    let mut number: BTreeMap<&ElementId, usize> = BTreeMap::new();
    for id in ids {
        if let Some(band) = band_of(portfolio, bands, id) {
            let fixed = held.get(id).map(|place| grid::column_at(axis, *place));
            let before = stood.get(id).map(|place| axis.turn(*place));
            number.insert(id, map.add(band, fixed, before));
        }
    }
    for (id, n) in &number {
        for link in portfolio.links_from(id).filter(|it| draws(&it.detail)) {
            if let Some(to) = number.get(&link.to) {
                map.join(*n, *to);
            }
        }
    }
    map.order();
    let mut grids: Vec<Grid> = vec![Grid::new(axis); bands.count()];
    for (id, (x, y)) in held {
        if let Some(band) = band_of(portfolio, bands, id) {
            grids[band].block(*x, *y);
        }
    }
    let mut places = vec![None; map.len()];
    for (band, grid) in grids.iter_mut().enumerate() {
        for (card, column) in map.columns_of(band) {
            let cell = grid.top_of(column);
            grid.take(cell);
            places[card] = Some(cell);
        }
        grid.new_row();
        for card in map.loose_of(band) {
            let cell = grid.first_free(columns);
            grid.take(cell);
            places[card] = Some(cell);
        }
    }
    // Columns that are read from the top begin there; rows stay in the middle of the screen.
    let lift = match axis {
        Axis::Columns if held.is_empty() => places.iter().flatten().map(|it| it.column).min(),
        _ => None,
    };
    let lift = lift.unwrap_or(0);
    number
        .into_iter()
        .filter_map(|(id, n)| {
            let cell: Cell = places[n]?;
            let column = cell.column - lift;
            Some(place(axis, id, Cell { column, ..cell }))
        })
        .collect()
}

#[cfg(test)]
mod tests;
