//! One canvas as it is laid out: its cards as numbers, what they belong to, what was placed by hand, and whether a
//! layout is worth more than how the map stands.

use super::Place;
use super::bands::{Axis, Bands};
use super::blocks::{self, Places};
use super::field;
use super::grid;
use super::ground::Ground;
use super::order::Map;
use super::rack::Rack;
use super::themes::themes;
use crate::model::{CanvasId, ElementId, ElementKind, LinkDetail, LinkState, Portfolio};
use std::collections::BTreeMap;

/// As many cards are taken in at a glance; a map with more is cut into strips.
const GLANCE: usize = 250;
/// A theme with more than this share of all cards is told by its objectives, so that its strip fits on a screen.
const SHARE: usize = 3;
/// A map is laid out afresh where that leaves less than this of its tangle and size: a small one sooner than one in
/// which many cards would have to be looked for again.
const WORTH: f64 = 0.9;
const WORTH_LARGE: f64 = 0.66;
/// As often a map is kept or laid out afresh until nothing changes; twice is usual.
const ROUNDS: usize = 12;
/// Beyond it a place is absurd, and nobody would find the card.
const FARTHEST: f64 = 1_000_000.0;

/// What a canvas holds, as the layout sees it.
pub(super) struct Sheet<'a> {
    pub(super) axis: Axis,
    pub(super) map: Map,
    pub(super) ground: Vec<Ground>,
    ids: Vec<&'a ElementId>,
    themes: Vec<Option<usize>>,
    is_large: bool,
}

impl<'a> Sheet<'a> {
    /// All elements that have a band, as they stand on a canvas.
    pub(super) fn new(portfolio: &'a Portfolio, bands: Bands, canvas: &CanvasId) -> Self {
        let mut stood: BTreeMap<&ElementId, (f64, f64, bool)> = BTreeMap::new();
        for it in portfolio.placements().filter(|it| it.canvas == *canvas) {
            stood.insert(&it.element, (it.x, it.y, it.pinned || it.locked));
        }
        let live = portfolio.elements().filter(|it| it.archived.is_none());
        let all: Vec<&ElementId> = live.map(|it| &it.id).collect();
        Self::drawn(portfolio, bands, &all, &stood)
    }

    /// These elements, on a canvas on which nothing stands.
    pub(super) fn of(portfolio: &'a Portfolio, bands: Bands, ids: &[&'a ElementId]) -> Self {
        Self::drawn(portfolio, bands, ids, &BTreeMap::new())
    }

    fn drawn(
        portfolio: &'a Portfolio,
        bands: Bands,
        all: &[&'a ElementId],
        stood: &BTreeMap<&ElementId, (f64, f64, bool)>,
    ) -> Self {
        let axis = bands.axis();
        let cards: Vec<(&ElementId, usize)> = all
            .iter()
            .filter_map(|id| Some((*id, bands.band(portfolio.element(id)?)?)))
            .collect();
        let mut counts = vec![0; bands.count()];
        for (_, band) in &cards {
            counts[*band] += 1;
        }
        let columns = grid::columns(axis, &counts);
        // Alleys are left out here, so that a card held by hand pulls alike before and after strips are cut.
        let rack = Rack::plain(axis, columns);
        let mut map = Map::new(columns, bands.count());
        let mut ground = vec![Ground::new(axis, cards.len()); bands.count()];
        let mut number: BTreeMap<&ElementId, usize> = BTreeMap::new();
        for (id, band) in &cards {
            let place = stood.get(id).map(|it| (axis.turn((it.0, it.1)), it.2));
            let held = place.filter(|it| it.1).map(|it| it.0);
            let sane = |it: &(f64, f64)| it.0.abs() <= FARTHEST && it.1.abs() <= FARTHEST;
            if let Some(place) = held {
                ground[*band].block(place);
            }
            let near = held.map(|it| if sane(&it) { rack.near(it.0) } else { 0.0 });
            let before = place.map(|it| it.0).filter(sane);
            number.insert(id, map.add(*band, near, before));
        }
        for (id, n) in &number {
            for link in portfolio.links_from(id).filter(|it| draws(&it.detail)) {
                if let Some(to) = number.get(&link.to) {
                    map.join(*n, *to);
                }
            }
        }
        let themes = themes_of(portfolio, &cards, &number);
        let themed = themes.iter().filter(|it| it.is_some()).count();
        Self {
            axis,
            map,
            ground,
            ids: cards.into_iter().map(|(id, _)| id).collect(),
            themes,
            is_large: themed > GLANCE,
        }
    }

    /// Places for every card that was not placed by hand.
    pub(super) fn tidied(&mut self) -> Vec<Place> {
        let before: Places = (0..self.ids.len()).map(|it| self.map.before(it)).collect();
        let stands = (0..before.len()).any(|it| self.map.is_free(it) && before[it].is_some());
        let mut at = if stands { self.kept(&before) } else { None };
        // Where nothing stood nobody looks for a card again: whatever is better is taken.
        let worth = match (stands, self.is_large) {
            (false, _) => 1.0,
            (true, false) => WORTH,
            (true, true) => WORTH_LARGE,
        };
        for _ in 0..ROUNDS {
            let fresh = self.afresh(at.as_ref().unwrap_or(&before));
            let fresh = self.kept(&fresh).unwrap_or(fresh);
            let Some(now) = &at else {
                at = Some(fresh);
                continue;
            };
            if self.cost(&fresh) >= worth * self.cost(now) {
                break;
            }
            at = Some(fresh);
        }
        let at = at.unwrap_or_default();
        let placed = self.ids.iter().zip(at).filter_map(|(id, place)| {
            let (x, y) = self.axis.turn(place?);
            let element = (*id).clone();
            Some(Place { element, x, y })
        });
        placed.collect()
    }

    fn afresh(&mut self, at: &Places) -> Places {
        self.map.stand(at);
        if self.is_large {
            blocks::afresh(&mut self.map, self.axis, &self.themes, &self.ground)
        } else {
            field::afresh(self)
        }
    }

    /// As the map stands, mended until nothing is left to mend. `None` where it is to be laid out afresh anyway.
    fn kept(&self, at: &Places) -> Option<Places> {
        let mut at = at.clone();
        for _ in 0..ROUNDS {
            let next = if self.is_large {
                blocks::kept(&self.map, self.axis, &self.themes, &self.ground, &at)?
            } else {
                field::kept(self, &at)?
            };
            if next == at {
                break;
            }
            at = next;
        }
        Some(at)
    }

    /// What a reader pays: how tangled the links are, and how small all of it is when it is shown whole.
    fn cost(&mut self, at: &Places) -> f64 {
        let free = at.iter().flatten().copied();
        let rack = Rack::read(self.axis, free.map(|it| it.0))
            .unwrap_or_else(|| Rack::plain(self.axis, usize::MAX));
        let columns: Vec<Option<f64>> = at
            .iter()
            .map(|it| it.map(|(along, _)| rack.near(along)))
            .collect();
        let mut deep = vec![0.0_f64; self.map.bands()];
        let mut long = 0.0_f64;
        for (card, place) in at.iter().enumerate() {
            if let Some((along, across)) = place {
                long = long.max(*along);
                let band = &mut deep[self.map.band(card)];
                *band = band.max(across + self.axis.pitch().1);
            }
        }
        let (width, height) = self
            .axis
            .turn((long + self.axis.pitch().0, deep.iter().sum()));
        (1.0 + self.map.tangle(&columns)) * grid::shown(width, height)
    }
}

fn themes_of(
    portfolio: &Portfolio,
    cards: &[(&ElementId, usize)],
    number: &BTreeMap<&ElementId, usize>,
) -> Vec<Option<usize>> {
    // What is not on this canvas may still be what its cards serve: the priorities of a scorecard.
    let mut all = number.clone();
    let mut kinds: Vec<ElementKind> = cards
        .iter()
        .filter_map(|(id, _)| Some(portfolio.element(id)?.kind()))
        .collect();
    for element in portfolio.elements().filter(|it| it.archived.is_none()) {
        all.entry(&element.id).or_insert_with(|| {
            kinds.push(element.kind());
            kinds.len() - 1
        });
    }
    let mut up = vec![Vec::new(); kinds.len()];
    for (id, n) in &all {
        let links = portfolio.links_from(id).filter(|it| draws(&it.detail));
        up[*n] = links.filter_map(|it| all.get(&it.to).copied()).collect();
    }
    let mut themes = themes(&kinds, &up, cards.len() / SHARE);
    themes.truncate(cards.len());
    themes
}

/// What a card should stand near: the other ends of the links that the map draws as its line.
pub(super) fn neighbours<'a>(
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
