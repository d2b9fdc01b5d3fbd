//! How a large map is cut into strips: which themes stand beside each other, and how many columns each strip gets.

use super::bands::Axis;
use super::grid;
use super::order::Map;
use super::rack::Rack;
use std::collections::{BTreeMap, BTreeSet};

/// A strip is at least so wide, in columns, in the mean: narrower ones would be more alley than map.
const LEAST: usize = 3;
/// Rounds in which themes move towards those that they are linked with.
const ROUNDS: usize = 12;

/// Strips, and on which of them a theme stands.
#[derive(Debug)]
pub(super) struct Strips {
    pub(super) rack: Rack,
    pub(super) of: BTreeMap<usize, usize>,
    /// From left to right, and then from top to bottom.
    pub(super) rank: BTreeMap<usize, usize>,
}

/// How many free cards of each theme stand in each band.
pub(super) fn counts(map: &Map, themes: &[Option<usize>]) -> BTreeMap<usize, Vec<usize>> {
    let mut counts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (card, theme) in themes.iter().enumerate() {
        if let Some(theme) = theme.filter(|_| map.is_free(card)) {
            counts.entry(theme).or_insert_with(|| vec![0; map.bands()])[map.band(card)] += 1;
        }
    }
    counts
}

/// Strips that give the whole map the shape of a screen.
pub(super) fn cut(map: &Map, axis: Axis, themes: &[Option<usize>]) -> Strips {
    let counts = counts(map, themes);
    let order = order(map, themes, &counts);
    let mut loose = vec![0_usize; map.bands()];
    for (card, theme) in themes.iter().enumerate() {
        if theme.is_none() && map.is_free(card) {
            loose[map.band(card)] += 1;
        }
    }
    let columns = grid::fitting(axis, |columns| {
        let parts = parts(&order, &counts, columns);
        let rows = (0..map.bands()).map(|band| {
            let rows = parts.iter().map(|it| it.load[band].div_ceil(it.width));
            rows.max().unwrap_or(0) + loose[band].div_ceil(columns)
        });
        (parts.iter().map(|it| it.width).sum(), rows.collect())
    });
    let mut parts = parts(&order, &counts, columns);
    level(&mut parts);
    let widths: Vec<usize> = parts.iter().map(|it| it.width).collect();
    let ranks = order.iter().enumerate().map(|(n, theme)| (*theme, n));
    Strips {
        rack: Rack::of(axis, &widths),
        rank: ranks.collect(),
        of: parts
            .iter()
            .enumerate()
            .flat_map(|(n, it)| it.themes.iter().map(move |theme| (*theme, n)))
            .collect(),
    }
}

/// Themes that share a strip, what they put into each band, and its columns.
struct Part {
    themes: Vec<usize>,
    load: Vec<usize>,
    width: usize,
}

/// Neighbours together, in parts of about equal weight; columns as the weight is.
fn parts(order: &[usize], counts: &BTreeMap<usize, Vec<usize>>, columns: usize) -> Vec<Part> {
    let weight = |theme: &usize| counts[theme].iter().sum::<usize>();
    let total = order.iter().map(weight).sum::<usize>().max(1);
    let many = (columns / LEAST).clamp(1, order.len().max(1));
    let mut parts: Vec<Part> = Vec::new();
    let (mut sum, mut last) = (0, usize::MAX);
    for (n, theme) in order.iter().enumerate() {
        let middle = 2 * sum + weight(theme);
        // No part stays empty where there are themes for all.
        let part = (middle * many / (2 * total)).max((many + n).saturating_sub(order.len()));
        if part != last {
            let load = vec![0; counts[theme].len()];
            parts.push(Part {
                themes: Vec::new(),
                load,
                width: 0,
            });
            last = part;
        }
        if let Some(it) = parts.last_mut() {
            it.themes.push(*theme);
            for (band, count) in counts[theme].iter().enumerate() {
                it.load[band] += count;
            }
        }
        sum += weight(theme);
    }
    for it in &mut parts {
        let share = it.load.iter().sum::<usize>() * columns;
        let most = it.load.iter().max().copied().unwrap_or(1);
        it.width = ((share + total / 2) / total).max(2).min(most.max(1));
    }
    parts
}

/// Columns go from strip to strip as long as that makes the whole map lower.
fn level(parts: &mut [Part]) {
    let bands = parts.first().map_or(0, |it| it.load.len());
    let height = |parts: &[Part]| -> usize {
        let rows = |band: usize| {
            parts
                .iter()
                .map(move |it| it.load[band].div_ceil(it.width))
                .max()
        };
        (0..bands).filter_map(rows).sum()
    };
    let mut now = height(parts);
    for _ in 0..2 * parts.len() {
        let mut best = None;
        for from in 0..parts.len() {
            for to in 0..parts.len() {
                if from == to || parts[from].width <= 2 {
                    continue;
                }
                parts[from].width -= 1;
                parts[to].width += 1;
                let other = height(parts);
                if other < now {
                    now = other;
                    best = Some((from, to));
                }
                parts[from].width += 1;
                parts[to].width -= 1;
            }
        }
        let Some((from, to)) = best else {
            break;
        };
        parts[from].width -= 1;
        parts[to].width += 1;
    }
}

/// Themes from left to right: as the sweeps have left their cards, and then nearer to those that they are linked with.
fn order(map: &Map, themes: &[Option<usize>], counts: &BTreeMap<usize, Vec<usize>>) -> Vec<usize> {
    let mut sums: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for (card, theme) in themes.iter().enumerate() {
        if let Some(theme) = theme.filter(|it| counts.contains_key(it)) {
            let sum = sums.entry(theme).or_default();
            *sum = (sum.0 + map.x(card), sum.1 + 1.0);
        }
    }
    let mut order: Vec<(f64, usize)> = sums
        .into_iter()
        .map(|(theme, (sum, count))| (sum / count, theme))
        .collect();
    let sorted = |order: &mut Vec<(f64, usize)>| {
        order.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    };
    sorted(&mut order);
    let ties = ties(map, themes);
    let mut best: (f64, Vec<usize>) = (f64::INFINITY, Vec::new());
    for _ in 0..ROUNDS {
        let place: BTreeMap<usize, f64> = (0_u32..)
            .zip(&order)
            .map(|(n, (_, theme))| (*theme, f64::from(n)))
            .collect();
        let mut stretch = 0.0;
        for (wish, theme) in &mut order {
            let own = place[theme];
            let (mut sum, mut count) = (own, 1.0);
            for (other, tie) in ties.get(theme).into_iter().flatten() {
                let there = place.get(other).copied().unwrap_or(own);
                stretch += tie * (there - own).abs();
                sum += tie * there;
                count += tie;
            }
            *wish = f64::midpoint(sum / count, own);
        }
        if stretch < best.0 {
            best = (stretch, order.iter().map(|it| it.1).collect());
        }
        sorted(&mut order);
    }
    best.1
}

/// How many links join each theme with each other one.
fn ties(map: &Map, themes: &[Option<usize>]) -> BTreeMap<usize, BTreeMap<usize, f64>> {
    let mut ties: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
    for (card, theme) in themes.iter().enumerate() {
        let Some(theme) = theme else { continue };
        for other in map.near(card).filter_map(|it| themes[it]) {
            if other != *theme {
                *ties.entry(*theme).or_default().entry(other).or_default() += 1.0;
            }
        }
    }
    ties
}

/// Strips as they stand, and each theme where most of its cards stand; a new theme where there is most room.
pub(super) fn read(
    map: &Map,
    axis: Axis,
    themes: &[Option<usize>],
    at: &[Option<(f64, f64)>],
) -> Option<Strips> {
    let free = |card: &usize| map.is_free(*card);
    let alongs = (0..at.len()).filter(free).filter_map(|it| Some(at[it]?.0));
    let counts = counts(map, themes);
    let rack = Rack::read(axis, alongs).filter(|it| it.strips() > 1 || counts.len() == 1)?;
    let mut votes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (card, theme) in themes.iter().enumerate().filter(|(card, _)| free(card)) {
        let column = at[card].and_then(|(along, _)| rack.column(along));
        if let (Some(theme), Some(column)) = (theme, column) {
            votes
                .entry(*theme)
                .or_insert_with(|| vec![0; rack.strips()])[rack.strip_of(column)] += 1;
        }
    }
    let mut load = vec![0; rack.strips()];
    let mut of: BTreeMap<usize, usize> = BTreeMap::new();
    let weight = |theme: &usize| counts[theme].iter().sum::<usize>();
    for theme in counts.keys() {
        if let Some(votes) = votes.get(theme) {
            let strip = (0..votes.len())
                .rev()
                .max_by_key(|it| votes[*it])
                .unwrap_or(0);
            load[strip] += weight(theme);
            of.insert(*theme, strip);
        }
    }
    let new: BTreeSet<usize> = counts
        .keys()
        .filter(|it| !of.contains_key(it))
        .copied()
        .collect();
    for theme in new {
        let room = |strip: &usize| load[*strip] / rack.strip(*strip).1.max(1);
        let strip = (0..load.len()).min_by_key(room).unwrap_or(0);
        load[strip] += weight(&theme);
        of.insert(theme, strip);
    }
    let rank = of.keys().map(|theme| (*theme, *theme)).collect();
    Some(Strips { rack, of, rank })
}
