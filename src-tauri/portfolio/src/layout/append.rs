//! Places for new cards on a map that stands: nobody else moves.

use super::Place;
use super::bands::Bands;
use super::grid::{self, Grid};
use super::rack::Rack;
use super::sheet::{Sheet, neighbours};
use crate::model::{CanvasId, ElementId, Portfolio};
use std::collections::{BTreeMap, BTreeSet};

/// Free places in their bands for elements that have none yet. Nobody else moves.
#[must_use]
pub fn append(portfolio: &Portfolio, canvas: &CanvasId, elements: &[ElementId]) -> Vec<Place> {
    let Some(bands) = bands_of(portfolio, canvas) else {
        return Vec::new();
    };
    let stood = standing(portfolio, canvas);
    let mut seen = BTreeSet::new();
    let new: Vec<&ElementId> = elements
        .iter()
        .filter(|id| !stood.contains_key(id) && seen.insert(*id))
        .collect();
    if stood.is_empty() {
        return Sheet::of(portfolio, bands, &new).tidied();
    }
    let axis = bands.axis();
    let rack = Rack::read(axis, stood.values().map(|place| axis.turn(*place).0))
        .filter(|it| it.strips() > 1);
    let columns = rack.as_ref().map_or_else(
        || {
            let shown = new.iter().copied().chain(stood.keys().copied());
            grid::columns(axis, &counts(portfolio, bands, shown))
        },
        |it| it.columns,
    );
    let mut grids: Vec<Grid> = vec![Grid::on(axis, rack.as_ref()); bands.count()];
    for (id, (x, y)) in &stood {
        if let Some(band) = band_of(portfolio, bands, id) {
            grids[band].block(*x, *y);
        }
    }
    let rack = rack.unwrap_or_else(|| Rack::plain(axis, columns));
    let mut at: BTreeMap<&ElementId, f64> = stood
        .iter()
        .map(|(id, place)| (*id, rack.near(axis.turn(*place).0)))
        .filter(|(_, along)| along.is_finite())
        .collect();
    let mut places = Vec::new();
    for id in new {
        let Some(band) = band_of(portfolio, bands, id) else {
            continue;
        };
        let near: Vec<f64> = neighbours(portfolio, id)
            .filter_map(|other| at.get(other).copied())
            .collect();
        let grid = &mut grids[band];
        let cell = grid.place(&near, columns);
        at.insert(id, cell.x());
        let (x, y) = grid.corner(cell);
        places.push(Place {
            element: id.clone(),
            x,
            y,
        });
    }
    places
}

pub(super) fn bands_of(portfolio: &Portfolio, canvas: &CanvasId) -> Option<Bands> {
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
