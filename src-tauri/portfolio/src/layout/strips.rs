//! How a large map is cut into strips: which themes stand beside each other, and how many columns each strip gets.

use super::bands::Axis;
use super::grid;
use super::order::Map;
use super::rack::Rack;
use std::collections::{BTreeMap, BTreeSet};

/// A strip is at least so wide, in columns, in the mean: narrower ones would be more alley than map.
const LEAST: usize = 3;
/// Rounds in which themes that are linked move together, and in which neighbours change places.
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
pub(super) fn cut(
    map: &Map,
    axis: Axis,
    themes: &[Option<usize>],
    at: impl Fn(usize) -> Option<f64>,
) -> Strips {
    let counts = counts(map, themes);
    let order = order(map, themes, &counts, at);
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
    let parts = parts(&order, &counts, columns);
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

/// Themes from left to right: from where they stand, those that are linked moved together.
fn order(
    map: &Map,
    themes: &[Option<usize>],
    counts: &BTreeMap<usize, Vec<usize>>,
    at: impl Fn(usize) -> Option<f64>,
) -> Vec<usize> {
    let mut sums: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    let mut ties: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
    for (card, theme) in themes.iter().enumerate() {
        let Some(theme) = theme.filter(|it| counts.contains_key(it)) else {
            continue;
        };
        if let Some(along) = at(card) {
            let sum = sums.entry(theme).or_default();
            *sum = (sum.0 + along, sum.1 + 1.0);
        }
        for other in map.near(card).filter_map(|it| themes[it]) {
            if other != theme && counts.contains_key(&other) {
                *ties.entry(theme).or_default().entry(other).or_default() += 1.0;
            }
        }
    }
    let mean = |theme: &usize| sums.get(theme).map_or(f64::MAX, |(sum, count)| sum / count);
    let mut order: Vec<usize> = counts.keys().copied().collect();
    order.sort_by(|a, b| mean(a).total_cmp(&mean(b)).then(a.cmp(b)));
    let mut best = (stretch(&order, &ties), order.clone());
    for _ in 0..ROUNDS {
        let place = places(&order);
        let pull = |theme: &usize| {
            let near = ties.get(theme).into_iter().flatten();
            let (sum, count) = near.fold((place[theme], 1.0), |(sum, count), (other, tie)| {
                (sum + tie * place[other], count + tie)
            });
            (sum / count + place[theme]) / 2.0
        };
        order.sort_by(|a, b| pull(a).total_cmp(&pull(b)));
        swap(&mut order, &ties);
        let now = stretch(&order, &ties);
        if now < best.0 {
            best = (now, order.clone());
        }
    }
    best.1
}

type Ties = BTreeMap<usize, BTreeMap<usize, f64>>;

#[expect(clippy::cast_precision_loss, reason = "themes are few")]
fn places(order: &[usize]) -> BTreeMap<usize, f64> {
    let places = order.iter().enumerate().map(|(n, it)| (*it, n as f64));
    places.collect()
}

fn stretch(order: &[usize], ties: &Ties) -> f64 {
    let place = places(order);
    let of = |(theme, near): (&usize, &BTreeMap<usize, f64>)| -> f64 {
        let far = near.iter().map(|(it, tie)| tie * (place[it] - place[theme]).abs());
        far.sum()
    };
    ties.iter().map(of).sum()
}

/// Neighbours change places where that brings what is linked together.
fn swap(order: &mut [usize], ties: &Ties) {
    let none = BTreeMap::new();
    let mut place = places(order);
    for n in 1..order.len() {
        let (a, b) = (order[n - 1], order[n]);
        let gain = |theme: usize, other: usize, step: f64| -> f64 {
            let near = ties.get(&theme).unwrap_or(&none).iter();
            let apart = near.filter(|(it, _)| **it != other).map(|(it, tie)| {
                tie * ((place[it] - place[&theme] - step).abs() - (place[it] - place[&theme]).abs())
            });
            apart.sum()
        };
        if gain(a, b, 1.0) + gain(b, a, -1.0) < -1e-9 {
            order.swap(n - 1, n);
            place.insert(a, place[&a] + 1.0);
            place.insert(b, place[&b] - 1.0);
        }
    }
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
            votes.entry(*theme).or_insert_with(|| vec![0; rack.strips()])[rack.strip_of(column)] += 1;
        }
    }
    let mut load = vec![0; rack.strips()];
    let mut of: BTreeMap<usize, usize> = BTreeMap::new();
    let weight = |theme: &usize| counts[theme].iter().sum::<usize>();
    for theme in counts.keys() {
        if let Some(votes) = votes.get(theme) {
            let strip = (0..votes.len()).rev().max_by_key(|it| votes[*it]).unwrap_or(0);
            load[strip] += weight(theme);
            of.insert(*theme, strip);
        }
    }
    let new: BTreeSet<usize> = counts.keys().filter(|it| !of.contains_key(it)).copied().collect();
    for theme in new {
        let room = |strip: &usize| load[*strip] / rack.strip(*strip).1.max(1);
        let strip = (0..load.len()).min_by_key(room).unwrap_or(0);
        load[strip] += weight(&theme);
        of.insert(theme, strip);
    }
    let rank = of.keys().map(|theme| (*theme, *theme)).collect();
    Some(Strips { rack, of, rank })
}
