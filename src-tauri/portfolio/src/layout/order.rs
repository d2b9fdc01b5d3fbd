//! The order of linked cards in their blocks: sweeps along the links in both directions, the best one kept.
//!
//! Cards are numbers here, columns are distances. A block is some columns of a band; where nothing is grouped it is
//! the whole band. A sweep moves each card to the mean of its neighbours above (or below) and sorts the block; the
//! order with the fewest crossings wins, the order found at first included, so that a map which is good already
//! stays as it is.

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

/// Some columns of a band and the cards that stand there, in order.
#[derive(Debug, Clone)]
pub(super) struct Block {
    pub(super) left: usize,
    pub(super) width: usize,
    pub(super) cards: Vec<usize>,
}

/// The cards of one map.
#[derive(Debug)]
pub(super) struct Map {
    columns: usize,
    bands: usize,
    cards: Vec<Card>,
    /// Cards that the sweeps may move, from the first band to the last.
    blocks: Vec<Block>,
    /// Cards that stand in the calm grid, by band.
    loose: Vec<Vec<usize>>,
}

impl Map {
    pub(super) fn new(columns: usize, bands: usize) -> Self {
        Self {
            columns,
            bands,
            cards: Vec::new(),
            blocks: Vec::new(),
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

    pub(super) fn bands(&self) -> usize {
        self.bands
    }

    pub(super) fn band(&self, card: usize) -> usize {
        self.cards[card].band
    }

    pub(super) fn is_free(&self, card: usize) -> bool {
        self.cards[card].fixed.is_none()
    }

    pub(super) fn is_linked(&self, card: usize) -> bool {
        self.cards[card].is_linked()
    }

    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    /// The column of a card placed by hand.
    pub(super) fn held_at(&self, card: usize) -> Option<f64> {
        self.cards[card].fixed
    }

    /// Where the sweeps have left a card, counted in columns.
    pub(super) fn x(&self, card: usize) -> f64 {
        self.cards[card].x
    }

    /// Cards that may be moved stand here from now on.
    pub(super) fn stand(&mut self, at: &[Option<(f64, f64)>]) {
        for (card, place) in self.cards.iter_mut().zip(at) {
            card.before = if card.fixed.is_some() {
                card.before
            } else {
                *place
            };
        }
    }

    /// Where it stood, along and across.
    pub(super) fn before(&self, card: usize) -> Option<(f64, f64)> {
        self.cards[card].before
    }

    pub(super) fn near(&self, card: usize) -> impl Iterator<Item = usize> {
        let it = &self.cards[card];
        it.above.iter().chain(&it.below).chain(&it.aside).copied()
    }

    /// Settles which cards are swept, in which order, and their columns, each band as one block.
    pub(super) fn order(&mut self) {
        self.divide();
        self.settle();
    }

    /// The order and the columns of cards in these blocks.
    pub(super) fn order_in(&mut self, blocks: Vec<Block>) {
        self.blocks = blocks;
        self.settle();
    }

    fn settle(&mut self) {
        self.spread_all();
        let mut best = (self.crossings(), self.blocks.clone());
        for _ in 0..ROUNDS {
            if best.0 == 0 {
                break;
            }
            for side in [Side::Above, Side::Below] {
                self.sweep(side);
                let crossings = self.crossings();
                if crossings < best.0 {
                    best = (crossings, self.blocks.clone());
                }
            }
        }
        self.blocks = best.1;
        self.spread_all();
        for _ in 0..PULLS {
            for block in 0..self.blocks.len() {
                self.pull(block);
            }
        }
    }

    /// Swept cards of a block, each with its column; several share a column where the block wraps.
    pub(super) fn columns_of(&self, block: usize) -> impl Iterator<Item = (usize, u32)> {
        let it = &self.blocks[block];
        let left = u32::try_from(it.left).unwrap_or(u32::MAX);
        let columns = column::assign(&self.wishes(block), it.width);
        it.cards
            .chunks(self.rows(block))
            .zip(columns)
            .flat_map(move |(stack, column)| stack.iter().map(move |card| (*card, left + column)))
    }

    /// Cards of a band without a link, when there are too many to stand beside the others.
    pub(super) fn loose_of(&self, band: usize) -> impl Iterator<Item = usize> + '_ {
        self.loose[band].iter().copied()
    }

    fn divide(&mut self) {
        self.blocks.clear();
        self.loose = vec![Vec::new(); self.bands];
        for band in 0..self.bands {
            let all = (0..self.cards.len())
                .filter(|n| self.cards[*n].band == band && self.cards[*n].fixed.is_none());
            let (mut linked, loose): (Vec<usize>, Vec<usize>) =
                all.partition(|n| self.cards[*n].is_linked());
            self.as_they_stood(&mut linked);
            if linked.len() + loose.len() <= self.columns {
                linked.extend(loose);
            } else {
                self.loose[band] = loose;
            }
            self.blocks.push(Block {
                left: 0,
                width: self.columns,
                cards: linked,
            });
        }
    }

    /// Who stood somewhere keeps the order; who is new comes after, in the order of the ids.
    pub(super) fn as_they_stood(&self, cards: &mut [usize]) {
        cards.sort_by(|a, b| {
            let key = |n: &usize| self.cards[*n].before.unwrap_or((f64::MAX, f64::MAX));
            let (a, b) = (key(a), key(b));
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        });
    }

    fn rows(&self, block: usize) -> usize {
        let it = &self.blocks[block];
        it.cards.len().div_ceil(it.width.max(1)).max(1)
    }

    /// Columns evenly around the middle of the block, in its order.
    fn spread(&mut self, block: usize) {
        let rows = self.rows(block);
        let it = &self.blocks[block];
        let stacks = it.cards.len().div_ceil(rows);
        #[expect(clippy::cast_precision_loss, reason = "counts of cards are small")]
        for (place, card) in it.cards.iter().enumerate() {
            let left = it.left as f64 + it.width.saturating_sub(stacks) as f64 / 2.0;
            self.cards[*card].x = left + (place / rows) as f64;
        }
    }

    fn spread_all(&mut self) {
        for block in 0..self.blocks.len() {
            self.spread(block);
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
        for step in 0..self.blocks.len() {
            let block = if down {
                step
            } else {
                self.blocks.len() - 1 - step
            };
            let mut keyed: Vec<(f64, usize)> = self.blocks[block]
                .cards
                .iter()
                .map(|card| (self.mean(*card, side).unwrap_or(self.cards[*card].x), *card))
                .collect();
            // Stable: equals keep the order in which they stood.
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            self.blocks[block].cards = keyed.into_iter().map(|(_, card)| card).collect();
            self.spread(block);
        }
    }

    /// What each stack of a block wants: the mean wish of its cards, counted from the left of the block.
    #[expect(clippy::cast_precision_loss, reason = "counts of cards are small")]
    fn wishes(&self, block: usize) -> Vec<f64> {
        let it = &self.blocks[block];
        it.cards
            .chunks(self.rows(block))
            .map(|stack| {
                let count = stack.len() as f64;
                let wish = |card: &usize| self.mean(*card, Side::Both);
                let sum: f64 = stack
                    .iter()
                    .map(|card| wish(card).unwrap_or(self.cards[*card].x))
                    .sum();
                sum / count - it.left as f64
            })
            .collect()
    }

    fn pull(&mut self, block: usize) {
        let columns: Vec<(usize, u32)> = self.columns_of(block).collect();
        for (card, column) in columns {
            self.cards[card].x = f64::from(column);
        }
    }

    /// What a map is like on which cards stand in these columns: how often links cross, and how far they run aside.
    pub(super) fn tangle(&mut self, columns: &[Option<f64>]) -> f64 {
        for (card, column) in self.cards.iter_mut().zip(columns) {
            card.x = column.or(card.fixed).unwrap_or(card.x);
        }
        let aside = |card: &Card| -> f64 {
            let below = card.below.iter().chain(&card.aside);
            below.map(|it| (self.cards[*it].x - card.x).abs()).sum()
        };
        let length: f64 = self.cards.iter().map(aside).sum();
        #[expect(clippy::cast_precision_loss, reason = "compared roughly")]
        let crossings = self.crossings() as f64;
        crossings + length
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
        cross::count(&spans, self.bands)
    }
}
