//! Cards of a large map in blocks: each theme together in every band, one block under another within its strip.
//!
//! Once from scratch, by sweeps; and once from how a map stands, where a card keeps its cell in its block as long as
//! it belongs there, and others fill the cells that are free. What fills no row of its strip shares a block at the
//! top of it. Cards without a theme stand in a calm grid below.

use super::bands::Axis;
use super::ground::Ground;
use super::order::{Block, Map};
use super::rack::Rack;
use super::strips::{self, Strips};
use std::collections::{BTreeMap, BTreeSet};

/// Where each card stands, along and across; `None` for those that were not laid out.
pub(super) type Places = Vec<Option<(f64, f64)>>;

/// Steps across that make a row; an alley between two blocks is one.
const STEPS: u32 = 3;

/// A column of the whole map and a row of the block.
type Cell = (usize, usize);

/// Cards of one band that stand together.
struct Part {
    band: usize,
    left: usize,
    width: usize,
    strip: Option<usize>,
    cards: Vec<usize>,
}

/// From scratch; themes and cards begin in the order in which they stood.
pub(super) fn afresh(
    map: &mut Map,
    axis: Axis,
    themes: &[Option<usize>],
    ground: &[Ground],
) -> Places {
    // Ordered as one field first, so that themes begin where links pull their cards.
    map.order();
    let strips = strips::cut(map, axis, themes);
    let rank = |theme: usize, _: &[usize]| f64_of(strips.rank[&theme]);
    let parts = parts(map, themes, &strips, rank);
    let blocks: Vec<Block> = parts
        .iter()
        .map(|it| {
            let mut cards = it.cards.clone();
            map.as_they_stood(&mut cards);
            Block {
                left: it.left,
                width: it.width,
                cards,
            }
        })
        .collect();
    map.order_in(blocks);
    let mut wishes: Vec<Option<Cell>> = vec![None; themes.len()];
    for (n, _) in parts
        .iter()
        .enumerate()
        .filter(|(_, it)| it.strip.is_some())
    {
        let mut next: BTreeMap<u32, usize> = BTreeMap::new();
        for (card, column) in map.columns_of(n) {
            let row = next.entry(column).or_default();
            wishes[card] = Some((column as usize, *row));
            *row += 1;
        }
    }
    lay(axis, &strips.rack, &parts, ground, |part, _, _| {
        part.cards.iter().map(|it| (*it, wishes[*it])).collect()
    })
}

/// As it stands, and only what does not belong where it stands is moved. `None` where no strips can be told.
pub(super) fn kept(
    map: &Map,
    axis: Axis,
    themes: &[Option<usize>],
    ground: &[Ground],
    at: &Places,
) -> Option<Places> {
    let strips = strips::read(map, axis, themes, at)?;
    let lowest = |_: usize, cards: &[usize]| {
        let over: Vec<f64> = cards.iter().filter_map(|it| Some(at[*it]?.1)).collect();
        if over.is_empty() {
            return f64::MAX;
        }
        over.iter().sum::<f64>() / f64_of(over.len())
    };
    let parts = parts(map, themes, &strips, lowest);
    let pitch = axis.pitch().1;
    let rack = &strips.rack;
    Some(lay(axis, rack, &parts, ground, |part, top, rows| {
        let stood: Vec<(usize, Option<(usize, f64)>)> = part
            .cards
            .iter()
            .map(|card| {
                let cell = at[*card].and_then(|(along, across)| {
                    let column = rack.column(along)?;
                    let mine = (part.left..part.left + part.width).contains(&column);
                    mine.then_some((column, across))
                });
                (*card, cell)
            })
            .collect();
        // The block may have been pushed down or pulled up as a whole.
        let row = |across: f64, top: f64| whole((across - top) / pitch).filter(|it| *it < rows);
        let fits = |top: f64| {
            let cells = stood.iter().filter_map(|(_, it)| *it);
            cells
                .filter(|(_, across)| row(*across, top).is_some())
                .count()
        };
        let mut tops: Vec<f64> = stood.iter().filter_map(|(_, it)| Some((*it)?.1)).collect();
        tops.sort_by(f64::total_cmp);
        tops.dedup();
        let mut best = (fits(top), top);
        for other in tops {
            let fit = fits(other);
            if fit > best.0 {
                best = (fit, other);
            }
        }
        let cell = |(column, across): (usize, f64)| Some((column, row(across, best.1)?));
        stood
            .into_iter()
            .map(|(card, it)| (card, it.and_then(cell)))
            .collect()
    }))
}

/// The blocks of all bands and strips, from top to bottom by `key` of a theme and its cards, and what belongs to nothing.
fn parts(
    map: &Map,
    themes: &[Option<usize>],
    strips: &Strips,
    key: impl Fn(usize, &[usize]) -> f64,
) -> Vec<Part> {
    let mut cells: BTreeMap<(usize, usize), BTreeMap<usize, Vec<usize>>> = BTreeMap::new();
    let mut loose: Vec<Vec<usize>> = vec![Vec::new(); map.bands()];
    for (card, theme) in themes
        .iter()
        .enumerate()
        .filter(|(card, _)| map.is_free(*card))
    {
        match theme {
            Some(theme) => {
                let cell = cells.entry((map.band(card), strips.of[theme])).or_default();
                cell.entry(*theme).or_default().push(card);
            }
            None => loose[map.band(card)].push(card),
        }
    }
    let mut parts = Vec::new();
    for ((band, strip), groups) in cells {
        let (left, width) = strips.rack.strip(strip);
        let part = |cards: Vec<usize>| Part {
            band,
            left,
            width,
            strip: Some(strip),
            cards,
        };
        let (large, small): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|(_, it)| it.len() >= width);
        if !small.is_empty() {
            parts.push(part(small.into_iter().flat_map(|(_, it)| it).collect()));
        }
        let mut large: Vec<(f64, usize, Vec<usize>)> = large
            .into_iter()
            .map(|(theme, it)| (key(theme, &it), theme, it))
            .collect();
        large.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        parts.extend(large.into_iter().map(|(_, _, it)| part(it)));
    }
    for (band, cards) in loose
        .into_iter()
        .enumerate()
        .filter(|(_, it)| !it.is_empty())
    {
        parts.push(Part {
            band,
            left: 0,
            width: strips.rack.columns,
            strip: None,
            cards,
        });
    }
    parts
}

/// Gives every card a cell: the one it wishes, else the nearest one to it that is free.
fn lay(
    axis: Axis,
    rack: &Rack,
    parts: &[Part],
    ground: &[Ground],
    wishes: impl Fn(&Part, f64, usize) -> Vec<(usize, Option<Cell>)>,
) -> Places {
    let cards = ground.first().map_or(0, Ground::cards);
    let mut places: Places = vec![None; cards];
    let (margin, pitch) = (axis.margin().1, axis.pitch().1);
    let mut next: BTreeMap<(usize, usize), u32> = BTreeMap::new();
    for part in parts {
        let strips = 0..rack.strips();
        let over = match part.strip {
            Some(strip) => next.get(&(part.band, strip)).copied(),
            None => strips
                .filter_map(|it| next.get(&(part.band, it)).copied())
                .max(),
        };
        let steps = over.unwrap_or(0);
        let top = margin + f64::from(steps) * pitch / f64::from(STEPS);
        let place = |(column, row): Cell| (rack.along(column), top + f64_of(row) * pitch);
        // Whole rows, as many as it takes beside what was placed by hand.
        let mut free: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut rows = 0;
        while free.len() < part.cards.len() {
            for column in part.left..part.left + part.width {
                if ground[part.band].is_free(place((column, rows))) {
                    free.insert((rows, column));
                }
            }
            rows += 1;
        }
        let mut others = Vec::new();
        for (card, wish) in wishes(part, top, rows) {
            match wish {
                Some((column, row)) if free.remove(&(row, column)) => {
                    places[card] = Some(place((column, row)));
                }
                _ => others.push((card, wish)),
            }
        }
        for (card, wish) in others {
            let far = |(row, column): &(usize, usize)| {
                wish.map_or(0, |it| it.0.abs_diff(*column) + it.1.abs_diff(*row))
            };
            let Some(cell) = free.iter().min_by_key(|it| far(it)).copied() else {
                continue;
            };
            free.remove(&cell);
            places[card] = Some(place((cell.1, cell.0)));
        }
        if let Some(strip) = part.strip {
            let rows = u32::try_from(rows).unwrap_or(u32::MAX / STEPS - 1);
            next.insert((part.band, strip), steps + rows * STEPS + 1);
        }
    }
    places
}

/// A whole number that is not negative, where it is one.
fn whole(rows: f64) -> Option<usize> {
    let near = rows.round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be small"
    )]
    ((0.0..1e6).contains(&near) && (near - rows).abs() < 1e-3).then_some(near as usize)
}

#[expect(clippy::cast_precision_loss, reason = "counts of cards are small")]
fn f64_of(count: usize) -> f64 {
    count as f64
}
