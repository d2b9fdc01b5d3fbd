//! Where cards stand on a strategy map: fixed bands by kind, rows that wrap, cards near what they serve.
//!
//! Pure functions from portfolio to places. A card placed by hand is never moved; a new card takes the first
//! free place and moves nobody. Sizes are world units (pixels at zoom 1).

use crate::model::{CanvasId, ElementId, ElementKind, LinkKind, Placement, Portfolio};
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
/// Columns of a map that holds little, so that it fills a laptop screen without scrolling sideways.
const FEWEST_COLUMNS: usize = 6;
/// Columns of the largest map; beyond it rows are added.
const MOST_COLUMNS: usize = 24;

/// A place for an element; `y` counts from the top of the band of its kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    pub element: ElementId,
    pub x: f64,
    pub y: f64,
}

/// Columns for the fullest band of `cards` cards: about the shape of a screen when shown whole.
fn columns(cards: usize) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "counts of cards are small and positive"
    )]
    let wide = (cards as f64 * PITCH_Y / PITCH_X * 1.6).sqrt().ceil() as usize;
    wide.clamp(FEWEST_COLUMNS, MOST_COLUMNS)
}

fn at(slot: usize, columns: usize) -> (f64, f64) {
    #[expect(clippy::cast_precision_loss, reason = "counts of cards are small")]
    let (column, row) = ((slot % columns) as f64, (slot / columns) as f64);
    (MARGIN_X + column * PITCH_X, MARGIN_Y + row * PITCH_Y)
}

fn overlaps(a: (f64, f64), b: (f64, f64)) -> bool {
    (a.0 - b.0).abs() < PITCH_X - 8.0 && (a.1 - b.1).abs() < PITCH_Y - 16.0
}

/// First free slots of the bands for elements that have no place yet. Nobody else moves.
#[must_use]
pub fn append(portfolio: &Portfolio, canvas: &CanvasId, elements: &[ElementId]) -> Vec<Place> {
    let mut taken = taken(portfolio, canvas, |_| true);
    let fullest = fullest_band(portfolio, elements);
    let columns = columns(fullest);
    let mut next: BTreeMap<ElementKind, usize> = BTreeMap::new();
    let mut places = Vec::new();
    for id in elements {
        let Some(kind) = portfolio.element(id).map(crate::model::Element::kind) else {
            continue;
        };
        if kind.level().is_none() {
            continue;
        }
        let band = taken.entry(kind).or_default();
        let slot = next.entry(kind).or_default();
        let (x, y) = first_free(band, slot, columns);
        band.push((x, y));
        places.push(Place {
            element: id.clone(),
            x,
            y,
        });
    }
    places
}

/// Places for every card that was not placed by hand: rows ordered so that each stands near what it serves.
#[must_use]
pub fn tidy(portfolio: &Portfolio, canvas: &CanvasId) -> Vec<Place> {
    let mut taken = taken(portfolio, canvas, |placement| placement.pinned);
    let pinned: BTreeSet<&ElementId> = portfolio
        .placements()
        .filter(|it| it.canvas == *canvas && it.pinned)
        .map(|it| &it.element)
        .collect();
    let columns = columns(fullest_band(portfolio, &[]));
    let mut centre: BTreeMap<&ElementId, f64> = portfolio
        .placements()
        .filter(|it| it.canvas == *canvas)
        .map(|it| (&it.element, it.x))
        .collect();
    let mut places = Vec::new();
    for kind in ElementKind::ALL
        .into_iter()
        .filter(|kind| kind.level().is_some())
    {
        let mut cards: Vec<(&ElementId, f64, f64)> = portfolio
            .of_kind(kind)
            .filter(|element| !pinned.contains(&element.id))
            .map(|element| {
                let stood = centre.get(&element.id).copied().unwrap_or(f64::MAX);
                (
                    &element.id,
                    barycentre(portfolio, &centre, &element.id).unwrap_or(f64::MAX),
                    stood,
                )
            })
            .collect();
        cards.sort_by(|a, b| {
            a.1.total_cmp(&b.1)
                .then(a.2.total_cmp(&b.2))
                .then(a.0.cmp(b.0))
        });
        let band = taken.entry(kind).or_default();
        let mut slot = 0;
        for (id, _, _) in cards {
            let (x, y) = first_free(band, &mut slot, columns);
            band.push((x, y));
            centre.insert(id, x);
            places.push(Place {
                element: id.clone(),
                x,
                y,
            });
        }
    }
    places
}

fn taken(
    portfolio: &Portfolio,
    canvas: &CanvasId,
    keep: impl Fn(&Placement) -> bool,
) -> BTreeMap<ElementKind, Vec<(f64, f64)>> {
    let mut taken: BTreeMap<ElementKind, Vec<(f64, f64)>> = BTreeMap::new();
    for placement in portfolio
        .placements()
        .filter(|it| it.canvas == *canvas && keep(it))
    {
        if let Some(element) = portfolio.element(&placement.element) {
            taken
                .entry(element.kind())
                .or_default()
                .push((placement.x, placement.y));
        }
    }
    taken
}

fn first_free(band: &[(f64, f64)], slot: &mut usize, columns: usize) -> (f64, f64) {
    loop {
        let place = at(*slot, columns);
        *slot += 1;
        if !band.iter().any(|other| overlaps(*other, place)) {
            return place;
        }
    }
}

fn fullest_band(portfolio: &Portfolio, more: &[ElementId]) -> usize {
    let mut counts: BTreeMap<ElementKind, usize> = BTreeMap::new();
    for element in portfolio
        .elements()
        .filter(|it| it.kind().level().is_some())
    {
        *counts.entry(element.kind()).or_default() += 1;
    }
    counts.values().copied().max().unwrap_or(0).max(more.len())
}

/// Mean position of what a card serves, above it on the line.
fn barycentre(
    portfolio: &Portfolio,
    centre: &BTreeMap<&ElementId, f64>,
    id: &ElementId,
) -> Option<f64> {
    let mut sum = 0.0;
    let mut count = 0.0;
    for link in portfolio.links_from(id).filter(|link| {
        matches!(
            link.kind(),
            LinkKind::Contribution | LinkKind::Because | LinkKind::PartOf
        )
    }) {
        if let Some(x) = centre.get(&link.to) {
            sum += x;
            count += 1.0;
        }
    }
    (count > 0.0).then(|| sum / count)
}
