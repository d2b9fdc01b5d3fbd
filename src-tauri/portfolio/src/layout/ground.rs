//! What was placed by hand in a band, and whether a card would touch it.

use super::bands::Axis;
use super::grid::SLACK;
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
pub(super) struct Ground {
    axis: Axis,
    cards: usize,
    /// Cards by tiles as large as the distance between cards: a card can touch only those of its own and the next.
    tiles: BTreeMap<(i64, i64), Vec<(f64, f64)>>,
}

impl Ground {
    /// The ground of one band of a map of so many cards.
    pub(super) fn new(axis: Axis, cards: usize) -> Self {
        Self {
            axis,
            cards,
            tiles: BTreeMap::new(),
        }
    }

    /// How many cards the map has.
    pub(super) fn cards(&self) -> usize {
        self.cards
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "a saturated tile is far away"
    )]
    fn tile(&self, place: (f64, f64)) -> (i64, i64) {
        let pitch = self.axis.pitch();
        let tile = |at: f64, pitch: f64| (at / pitch).floor().clamp(-1e9, 1e9) as i64;
        (tile(place.0, pitch.0), tile(place.1, pitch.1))
    }

    /// Keeps others away from a card at this place, along and across.
    pub(super) fn block(&mut self, place: (f64, f64)) {
        if place.0.is_finite() && place.1.is_finite() {
            self.tiles.entry(self.tile(place)).or_default().push(place);
        }
    }

    pub(super) fn is_free(&self, place: (f64, f64)) -> bool {
        let pitch = self.axis.pitch();
        let (column, row) = self.tile(place);
        let near = |other: &(f64, f64)| {
            (other.0 - place.0).abs() < pitch.0 - SLACK.0
                && (other.1 - place.1).abs() < pitch.1 - SLACK.1
        };
        let around =
            (column - 1..=column + 1).flat_map(|a| (row - 1..=row + 1).map(move |b| (a, b)));
        !around
            .filter_map(|tile| self.tiles.get(&tile))
            .any(|cards| cards.iter().any(near))
    }
}
