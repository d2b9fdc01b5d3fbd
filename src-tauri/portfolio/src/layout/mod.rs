//! Where cards stand on a canvas that has bands: lines that wrap, cards near what they serve.
//!
//! Pure functions from portfolio to places. A card placed by hand is never moved; a new card takes a free place
//! and moves nobody. Linked cards are ordered by sweeps along the links and stand in columns; cards without a
//! link stand in a calm grid, in the order in which they came. A large map is cut into strips of what belongs together.
//! Sizes are world units (pixels at zoom 1).

mod append;
mod bands;
mod blocks;
mod column;
mod cross;
mod field;
mod grid;
mod ground;
mod order;
mod rack;
mod sheet;
mod strips;
mod themes;

use crate::model::{CanvasId, ElementId, Portfolio};
pub use append::append;
use sheet::Sheet;

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
///
/// A map that stands is kept, and only what does not belong where it stands is moved; it is laid out afresh, from its
/// present order, where that is so much better that it is worth looking for every card again.
#[must_use]
pub fn tidy(portfolio: &Portfolio, canvas: &CanvasId) -> Vec<Place> {
    let Some(bands) = append::bands_of(portfolio, canvas) else {
        return Vec::new();
    };
    let mut sheet = Sheet::new(portfolio, bands, canvas);
    sheet.tidied()
}

#[cfg(test)]
mod tests;
