//! The order of linked cards in their bands: sweeps along the links in both directions, the best one kept.
//!
//! Cards are numbers here, columns are distances. A sweep moves each card to the mean of its neighbours above
//! (or below) and sorts the band; the order with the fewest crossings wins, the order found at first included,
//! so that a map which is good already stays as it is.

use super::column;
use super::cross::{self, Span};

/// Sweeps down and up; more changes next to nothing.
const ROUNDS: usize = 4;
/// Passes that pull cards towards their neighbours when the order stands.
const PULLS: usize = 3;

#[derive(Debug)]
struct Card {
    band: usize,
    /// Column of a card placed by hand.
    fixed: Option<f64>,
    /// Where it stood, left to right, then top to bottom.
    before: Option<(f64, f64)>,
    above: Vec<usize>,
    aside: Vec<usize>,
    below: Vec<usize>,
    x: f64,
}

impl Card {
    fn is_linked(&self) -> bool {
        !(self.above.is_empty() && self.aside.is_empty() && self.below.is_empty())
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
    Both,
}

/// The cards of one map.
#[derive(Debug)]
pub(super) struct Map {
    columns: usize,
    cards: Vec<Card>,
    /// Cards that the sweeps may move, in order, by band.
    bands: Vec<Vec<usize>>,
    /// Cards that stand in the calm grid, by band.
    loose: Vec<Vec<usize>>,
}

impl Map {
    pub(super) fn new(columns: usize, bands: usize) -> Self {
        Self {
            columns,
            cards: Vec::new(),
            bands: vec![Vec::new(); bands],
            loose: vec![Vec::new(); bands],
        }
    }

    pub(super) fn add(
        &mut self,
        band: usize,
        fixed: Option<f64>,
        before: Option<(f64, f64)>,
    ) -> usize {
        self.cards.push(Card {
            band,
            fixed,
            before,
            above: Vec::new(),
            aside: Vec::new(),
            below: Vec::new(),
            x: fixed.unwrap_or(0.0),
        });
        self.cards.len() - 1
    }

    /// Joins two cards, in whichever direction the link goes.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        match self.cards[a].band.cmp(&self.cards[b].band) {
            std::cmp::Ordering::Equal => {
                self.cards[a].aside.push(b);
                self.cards[b].aside.push(a);
            }
            std::cmp::Ordering::Greater => {
                self.cards[a].above.push(b);
                self.cards[b].below.push(a);
            }
            std::cmp::Ordering::Less => {
                self.cards[a].below.push(b);
                self.cards[b].above.push(a);
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.cards.len()
    }

    /// Settles which cards are swept, in which order, and their columns.
    pub(super) fn order(&mut self) {
        self.divide();
        self.spread_all();
        let mut best = (self.crossings(), self.bands.clone());
        for _ in 0..ROUNDS {
            if best.0 == 0 {
                break;
            }
            for side in [Side::Above, Side::Below] {
                self.sweep(side);
                let crossings = self.crossings();
                if crossings < best.0 {
                    best = (crossings, self.bands.clone());
                }
            }
        }
        self.bands = best.1;
        self.spread_all();
        for _ in 0..PULLS {
            for band in 0..self.bands.len() {
                self.pull(band);
            }
        }
    }

    /// Swept cards of a band, each with its column; several share a column where the band wraps.
    pub(super) fn columns_of(&self, band: usize) -> impl Iterator<Item = (usize, u32)> {
        let wishes = self.wishes(band);
        let columns = column::assign(&wishes, self.columns);
        self.bands[band]
            .chunks(self.rows(band))
            .zip(columns)
            .flat_map(|(stack, column)| stack.iter().map(move |card| (*card, column)))
    }

    /// Cards of a band without a link, when there are too many to stand beside the others.
    pub(super) fn loose_of(&self, band: usize) -> impl Iterator<Item = usize> + '_ {
        self.loose[band].iter().copied()
    }

    fn divide(&mut self) {
        for band in 0..self.bands.len() {
            let all = (0..self.cards.len())
                .filter(|n| self.cards[*n].band == band && self.cards[*n].fixed.is_none());
            let (mut linked, loose): (Vec<usize>, Vec<usize>) =
                all.partition(|n| self.cards[*n].is_linked());
            // Who stood somewhere keeps the order; who is new comes after, in the order of the ids.
            linked.sort_by(|a, b| {
                let key = |n: &usize| self.cards[*n].before.unwrap_or((f64::MAX, f64::MAX));
                let (a, b) = (key(a), key(b));
                a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
            });
            if linked.len() + loose.len() <= self.columns {
                linked.extend(loose);
            } else {
                self.loose[band] = loose;
            }
            self.bands[band] = linked;
        }
    }

    fn rows(&self, band: usize) -> usize {
        self.bands[band].len().div_ceil(self.columns).max(1)
    }

    /// Columns evenly around the middle, in the order of the band.
    fn spread(&mut self, band: usize) {
        let rows = self.rows(band);
        let stacks = self.bands[band].len().div_ceil(rows);
        #[expect(clippy::cast_precision_loss, reason = "counts of cards are small")]
        for (place, card) in self.bands[band].iter().enumerate() {
            let left = (self.columns - stacks) as f64 / 2.0;
            self.cards[*card].x = left + (place / rows) as f64;
        }
    }

    fn spread_all(&mut self) {
        for band in 0..self.bands.len() {
            self.spread(band);
        }
    }

    /// The mean of a card's neighbours on a side, those of its own band included.
    fn mean(&self, card: usize, side: Side) -> Option<f64> {
        let it = &self.cards[card];
        let above = (side != Side::Below).then_some(&it.above);
        let below = (side != Side::Above).then_some(&it.below);
        let near = above.into_iter().chain(below).chain([&it.aside]).flatten();
        let (mut sum, mut count) = (0.0, 0_u32);
        for other in near {
            sum += self.cards[*other].x;
            count += 1;
        }
        (count > 0).then(|| sum / f64::from(count))
    }

    fn sweep(&mut self, side: Side) {
        let down = side == Side::Above;
        for step in 0..self.bands.len() {
            let band = if down {
                step
            } else {
                self.bands.len() - 1 - step
            };
            let mut keyed: Vec<(f64, usize)> = self.bands[band]
                .iter()
                .map(|card| (self.mean(*card, side).unwrap_or(self.cards[*card].x), *card))
                .collect();
            // Stable: equals keep the order in which they stood.
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            self.bands[band] = keyed.into_iter().map(|(_, card)| card).collect();
            self.spread(band);
        }
    }

    /// What each stack of a band wants: the mean wish of its cards.
    fn wishes(&self, band: usize) -> Vec<f64> {
        self.bands[band]
            .chunks(self.rows(band))
            .map(|stack| {
                #[expect(clippy::cast_precision_loss, reason = "counts of cards are small")]
                let count = stack.len() as f64;
                let wish = |card: &usize| self.mean(*card, Side::Both);
                let sum: f64 = stack
                    .iter()
                    .map(|card| wish(card).unwrap_or(self.cards[*card].x))
                    .sum();
                sum / count
            })
            .collect()
    }

    fn pull(&mut self, band: usize) {
        let columns: Vec<(usize, u32)> = self.columns_of(band).collect();
        for (card, column) in columns {
            self.cards[card].x = f64::from(column);
        }
    }

    fn crossings(&self) -> u64 {
        let spans: Vec<Span> = self
            .cards
            .iter()
            .flat_map(|card| {
                card.below.iter().map(|other| {
                    let other = &self.cards[*other];
                    Span {
                        top: (card.band, card.x),
                        bottom: (other.band, other.x),
                    }
                })
            })
            .collect();
        cross::count(&spans, self.bands.len())
    }
}
