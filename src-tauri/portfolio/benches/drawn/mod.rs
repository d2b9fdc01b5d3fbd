//! Seeded maps of any size, and what a layout of them looks like: drawn as cards and straight links, and measured.

use portfolio::layout::{CARD_HEIGHT, CARD_WIDTH, Place};
use portfolio::model::{
    CanvasKind, Contribution, Element, ElementId, ElementKind as K, Link, LinkDetail, LinkId,
    LinkState, Portfolio, Record,
};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const KINDS: [(K, usize); 8] = [
    (K::Driver, 3),
    (K::Priority, 3),
    (K::Objective, 10),
    (K::Outcome, 13),
    (K::Change, 12),
    (K::Capability, 15),
    (K::Initiative, 30),
    (K::System, 14),
];

/// A small linear congruential generator: the same portfolio on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// Six levels, two links a card; `stray` of a hundred lead anywhere, the others to a card of the same family above.
pub(crate) fn seeded(count: usize, stray: usize) -> Portfolio {
    let mut dice = Dice(2026);
    let mut records = Vec::new();
    let mut levels: Vec<Vec<ElementId>> = Vec::new();
    for (kind, share) in KINDS {
        let many = (count * share / 100).max(2);
        let ids: Vec<ElementId> = (0..many)
            .map(|n| ElementId::new(format!("{kind:?}-{:04}", n * 7_919 % 10_000)))
            .collect();
        records.extend(
            ids.iter()
                .map(|id| Record::Element(Element::new(id.clone(), kind, id.to_string()))),
        );
        levels.push(ids);
    }
    let mut number = 0;
    for lower in 1..levels.len() {
        for n in 0..levels[lower].len() {
            for _ in 0..2 {
                let leap = usize::from(lower > 1 && dice.below(20) == 0);
                let upper = &levels[lower - 1 - leap];
                let family = n * upper.len() / levels[lower].len() + dice.below(2);
                let to = if dice.below(100) < stray {
                    dice.below(upper.len())
                } else {
                    family.min(upper.len() - 1)
                };
                records.push(Record::Link(Link {
                    id: LinkId::new(format!("link-{number}")),
                    from: levels[lower][n].clone(),
                    to: upper[to].clone(),
                    detail: LinkDetail::Contribution(Contribution {
                        state: LinkState::Accepted,
                        ..Contribution::default()
                    }),
                }));
                number += 1;
            }
        }
    }
    Portfolio::from_records(records)
}

/// Cards at their places in the world, bands under or beside each other.
pub(crate) struct Picture {
    across: bool,
    cards: BTreeMap<ElementId, (f64, f64, usize)>,
    links: Vec<((f64, f64), (f64, f64))>,
    bands: Vec<f64>,
}

impl Picture {
    pub(crate) fn new(portfolio: &Portfolio, kind: CanvasKind, places: &[Place]) -> Self {
        let across = kind == CanvasKind::BenefitsMap;
        let band = |id: &ElementId| {
            let element = portfolio.element(id).unwrap();
            if kind == CanvasKind::Scorecard {
                return match &element.detail {
                    portfolio::model::Detail::Objective(it) => {
                        let known = it.perspective.as_ref().and_then(|it| it.known().copied());
                        known.map_or(4, |it| it as usize)
                    }
                    _ => 5,
                };
            }
            K::ALL.iter().position(|it| *it == element.kind()).unwrap()
        };
        let mut deep = vec![0.0_f64; K::ALL.len()];
        for it in places {
            let end = if across {
                it.x + CARD_WIDTH + 60.0
            } else {
                it.y + CARD_HEIGHT + 16.0
            };
            let n = band(&it.element);
            deep[n] = deep[n].max(end);
        }
        let tops: Vec<f64> = deep
            .iter()
            .scan(0.0, |sum, it| {
                let top = *sum;
                *sum += it;
                Some(top)
            })
            .collect();
        let cards: BTreeMap<ElementId, (f64, f64, usize)> = places
            .iter()
            .map(|it| {
                let n = band(&it.element);
                let (dx, dy) = if across {
                    (tops[n], 0.0)
                } else {
                    (0.0, tops[n])
                };
                (it.element.clone(), (it.x + dx, it.y + dy, n))
            })
            .collect();
        let mut links = Vec::new();
        for link in portfolio.links() {
            let drawn = matches!(
                link.detail,
                LinkDetail::Contribution(_) | LinkDetail::Because | LinkDetail::PartOf
            );
            let (Some(from), Some(to)) = (cards.get(&link.from), cards.get(&link.to)) else {
                continue;
            };
            if !drawn || from.2 == to.2 {
                continue;
            }
            let (upper, lower) = if from.2 < to.2 {
                (from, to)
            } else {
                (to, from)
            };
            links.push(if across {
                let y = CARD_HEIGHT / 2.0;
                ((upper.0 + CARD_WIDTH, upper.1 + y), (lower.0, lower.1 + y))
            } else {
                let x = CARD_WIDTH / 2.0;
                ((upper.0 + x, upper.1 + CARD_HEIGHT), (lower.0 + x, lower.1))
            });
        }
        Self {
            across,
            cards,
            links,
            bands: tops,
        }
    }

    /// Pairs of straight links that cross on the paper.
    pub(crate) fn crossings(&self) -> u64 {
        type P = (f64, f64);
        let side = |a: P, b: P, c: P| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
        let mut sum = 0;
        for (n, a) in self.links.iter().enumerate() {
            for b in &self.links[..n] {
                if a.0.1.max(a.1.1) < b.0.1.min(b.1.1) || b.0.1.max(b.1.1) < a.0.1.min(a.1.1) {
                    continue;
                }
                let apart = side(a.0, a.1, b.0) * side(a.0, a.1, b.1) < 0.0;
                if apart && side(b.0, b.1, a.0) * side(b.0, b.1, a.1) < 0.0 {
                    sum += 1;
                }
            }
        }
        sum
    }

    /// How far links run along their bands, in the mean.
    pub(crate) fn length(&self) -> f64 {
        let run = |(a, b): &((f64, f64), (f64, f64))| {
            if self.across {
                (a.1 - b.1).abs()
            } else {
                (a.0 - b.0).abs()
            }
        };
        self.links.iter().map(run).sum::<f64>() / self.links.len().max(1) as f64
    }

    pub(crate) fn size(&self) -> (f64, f64) {
        self.cards
            .values()
            .fold((0.0, 0.0), |(w, h): (f64, f64), (x, y, _)| {
                (w.max(x + CARD_WIDTH + 40.0), h.max(y + CARD_HEIGHT + 16.0))
            })
    }

    pub(crate) fn svg(&self) -> String {
        const INK: [&str; 9] = [
            "#8a6d3b", "#7a4fa3", "#2f6fb0", "#2f8f6b", "#6b8f2f", "#b0702f", "#4a5568", "#718096",
            "#a0aec0",
        ];
        let (w, h) = self.size();
        let mut svg = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {w} {h}' width='{w}' height='{h}'><rect width='{w}' height='{h}' fill='#fff'/>"
        );
        for top in &self.bands {
            let line = if self.across {
                (*top, 0.0, *top, h)
            } else {
                (0.0, *top, w, *top)
            };
            let _ = write!(
                svg,
                "<path d='M{} {}L{} {}' stroke='#ccc' stroke-width='3'/>",
                line.0, line.1, line.2, line.3
            );
        }
        for (a, b) in &self.links {
            let (c, d) = if self.across {
                let x = f64::midpoint(a.0, b.0);
                ((x, a.1), (x, b.1))
            } else {
                let y = f64::midpoint(a.1, b.1);
                ((a.0, y), (b.0, y))
            };
            let _ = write!(
                svg,
                "<path d='M{} {}C{} {} {} {} {} {}' fill='none' stroke='#445' stroke-opacity='.35' stroke-width='2'/>",
                a.0, a.1, c.0, c.1, d.0, d.1, b.0, b.1
            );
        }
        for (id, (x, y, band)) in &self.cards {
            let _ = write!(
                svg,
                "<rect x='{x}' y='{y}' width='{CARD_WIDTH}' height='{CARD_HEIGHT}' rx='8' fill='#fff' stroke='{ink}' stroke-width='3'/><rect x='{x}' y='{y}' width='12' height='{CARD_HEIGHT}' fill='{ink}'/><text x='{}' y='{}' font-size='22' font-family='sans-serif'>{id}</text>",
                x + 22.0,
                y + 50.0,
                ink = INK[*band % INK.len()],
            );
        }
        svg + "</svg>"
    }
}
