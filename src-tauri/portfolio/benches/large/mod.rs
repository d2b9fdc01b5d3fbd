//! A portfolio far larger than most, the same on every machine: what all benchmarks of this crate are run on.

use chrono::Months;
use portfolio::model::{
    Contribution, Date, Element, ElementId, ElementKind, Link, LinkDetail, LinkId, LinkState,
    Nature, Portfolio, Reading, ReadingId, Record,
};

/// How many of each kind: a portfolio of a group of companies, six levels deep.
const ELEMENTS: [(ElementKind, usize); 9] = [
    (ElementKind::Driver, 40),
    (ElementKind::Priority, 60),
    (ElementKind::Objective, 400),
    (ElementKind::Outcome, 1_000),
    (ElementKind::Change, 1_500),
    (ElementKind::Capability, 1_500),
    (ElementKind::Initiative, 3_500),
    (ElementKind::System, 1_000),
    (ElementKind::Indicator, 1_000),
];
/// A small linear congruential generator: the same portfolio on every machine.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// A portfolio of 10,000 elements, with links from each level to the one above it, and readings of its indicators.
pub(crate) fn portfolio(links: usize, readings: usize) -> Portfolio {
    let mut dice = Dice(2026);
    let mut records = Vec::new();
    let mut levels: Vec<Vec<ElementId>> = Vec::new();
    let mut indicators = Vec::new();
    for (kind, count) in ELEMENTS {
        let ids: Vec<ElementId> = (0..count)
            .map(|number| ElementId::new(format!("{kind:?}-{number}").to_lowercase()))
            .collect();
        records.extend(ids.iter().enumerate().map(|(number, id)| {
            Record::Element(Element::new(
                id.clone(),
                kind,
                format!("{kind:?} number {number}"),
            ))
        }));
        if kind == ElementKind::Indicator {
            indicators = ids;
        } else {
            levels.push(ids);
        }
    }
    for number in 0..links {
        // From a lower level to the one above it; one in twenty leaps over a level.
        let lower = 1 + dice.below(levels.len() - 1);
        let leap = usize::from(lower > 1 && dice.below(20) == 0);
        let (from, to) = (&levels[lower], &levels[lower - 1 - leap]);
        records.push(Record::Link(Link {
            id: LinkId::new(format!("link-{number}")),
            from: from[dice.below(from.len())].clone(),
            to: to[dice.below(to.len())].clone(),
            detail: LinkDetail::Contribution(Contribution {
                mechanism: "is used by those who do the work".to_owned(),
                state: LinkState::Accepted,
                ..Contribution::default()
            }),
        }));
    }
    records.extend((0..readings).map(|number| {
        let indicator = &indicators[number % indicators.len()];
        Record::Reading(reading(number, indicator, &mut dice))
    }));
    Portfolio::from_records(records)
}

fn reading(number: usize, indicator: &ElementId, dice: &mut Dice) -> Reading {
    let month = Months::new(u32::try_from(number / 1_000).unwrap());
    Reading {
        id: ReadingId::new(format!("reading-{number}")),
        indicator: indicator.clone(),
        period: Date::from_ymd_opt(2018, 1, 31).unwrap() + month,
        value: f64::from(u32::try_from(dice.below(10_000)).unwrap()) / 100.0,
        nature: Nature::Actual,
        source: None,
        recorded_at: "2026-10-01T08:00:00Z".parse().unwrap(),
        recorded_by: "Ana Sol".to_owned(),
        comment: String::new(),
        grade: None,
    }
}
