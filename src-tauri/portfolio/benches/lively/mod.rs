//! A portfolio in which every rule has something to look at: whys, owners, budgets, states, reports of two sides,
//! decisions, readings, expectations. Links stay mostly within a branch, as they do where a portfolio follows the
//! structure of an organisation. The same on every machine.

use crate::large::Dice;
use chrono::{Days, Months, TimeZone};
use portfolio::model::{
    Confidence, Contribution, Currency, Date, Detail, Direction, Element, ElementId, ElementKind,
    Expectation, IndicatorKind, InitiativeState, Lens, Link, LinkDetail, LinkId, LinkState, Money,
    Nature, Portfolio, Reading, ReadingId, Record, Source, SourceId, Status, StatusId,
    StatusReport, Strength, known,
};
use rust_decimal::Decimal;

/// How many of each kind at size 1.
const ELEMENTS: [(ElementKind, usize); 12] = [
    (ElementKind::Driver, 20),
    (ElementKind::Priority, 12),
    (ElementKind::Objective, 120),
    (ElementKind::Outcome, 500),
    (ElementKind::Change, 600),
    (ElementKind::Capability, 600),
    (ElementKind::Initiative, 2_000),
    (ElementKind::System, 500),
    (ElementKind::Indicator, 1_000),
    (ElementKind::Assumption, 100),
    (ElementKind::Decision, 300),
    (ElementKind::Person, 100),
];
const LINKS: usize = 20_000;
const READINGS: usize = 100_000;
const REPORTS: usize = 6_000;

fn start() -> Date {
    Date::from_ymd_opt(2024, 11, 22).unwrap()
}

fn day(dice: &mut Dice, within: usize) -> Date {
    start() + Days::new(u64::try_from(dice.below(within)).unwrap())
}

fn id(kind: ElementKind, number: usize) -> ElementId {
    ElementId::new(format!("{kind:?}-{number}").to_lowercase())
}

fn fill(element: &mut Element, dice: &mut Dice) {
    if dice.below(5) > 0 {
        element.owner = known(format!("Person number {}", dice.below(100)));
    }
    if dice.below(3) > 0 {
        element.why.text = format!(
            "Travellers lose {} minutes a day at the counter",
            dice.below(90)
        );
        element.why.for_whom = "Travellers".to_owned();
        element.why.reviewed_on = Some(day(dice, 730));
    }
    match &mut element.detail {
        Detail::Objective(it) => {
            it.weight = known(f64::from(u32::try_from(1 + dice.below(20)).unwrap()));
            it.horizon = known(day(dice, 1_800));
        }
        Detail::Outcome(it) => {
            it.business_owner = known(format!("Person number {}", dice.below(100)));
            it.expected_value = known(money(1 + dice.below(900)));
        }
        Detail::Initiative(it) => {
            let states = [
                InitiativeState::Active,
                InitiativeState::Active,
                InitiativeState::Planned,
                InitiativeState::Delivered,
            ];
            it.state = known(states[dice.below(4)]);
            it.start = known(day(dice, 500));
            it.end = known(day(dice, 1_200));
            it.budget = known(money(10 + dice.below(4_000)));
            it.percent_complete = known(f64::from(u32::try_from(dice.below(101)).unwrap()));
        }
        Detail::Indicator(it) => {
            let kinds = [
                IndicatorKind::Activity,
                IndicatorKind::Output,
                IndicatorKind::Adoption,
                IndicatorKind::Outcome,
                IndicatorKind::Impact,
            ];
            it.indicator_kind = known(kinds[dice.below(5)]);
            it.unit = known("minutes".to_owned());
            it.direction = known(Direction::Down);
            it.every_days = known(30);
            if dice.below(4) > 0 {
                it.baseline = known(100.0);
                it.baseline_on = known(day(dice, 300));
                it.target = known(60.0);
                it.target_on = known(day(dice, 400) + Months::new(24));
            }
        }
        Detail::Decision(it) => {
            it.forum = known(format!("Board {}", dice.below(6)));
            it.decided_on = known(day(dice, 730));
            it.rationale = known("It brings more than what it replaces".to_owned());
        }
        _ => {}
    }
}

fn money(thousands: usize) -> Money {
    Money {
        amount: Decimal::from(thousands * 1_000),
        currency: Currency::parse("EUR").unwrap(),
    }
}

fn contribution(dice: &mut Dice) -> LinkDetail {
    LinkDetail::Contribution(Contribution {
        mechanism: if dice.below(3) > 0 {
            "Fewer people queue".to_owned()
        } else {
            String::new()
        },
        state: if dice.below(10) > 0 {
            LinkState::Accepted
        } else {
            LinkState::Proposed
        },
        strength: Some([Strength::Weak, Strength::Moderate, Strength::Strong][dice.below(3)]),
        confidence: Some([Confidence::Plausible, Confidence::Likely][dice.below(2)]),
        expects: (dice.below(2) == 0).then(|| Expectation {
            indicator: None,
            likely: -5.0,
            low: None,
            high: None,
        }),
        proposed_on: Some(day(dice, 730)),
        ..Contribution::default()
    })
}

/// So many times the base size.
pub(crate) fn portfolio(size: usize) -> Portfolio {
    let mut dice = Dice(2026);
    let mut records = Vec::new();
    let count = |kind: ElementKind| {
        ELEMENTS
            .iter()
            .find(|it| it.0 == kind)
            .map_or(0, |it| it.1 * size)
    };
    let sources: Vec<SourceId> = (0..4)
        .map(|n| SourceId::new(format!("source-{n}")))
        .collect();
    records.extend(sources.iter().enumerate().map(|(n, id)| {
        Record::Source(Source {
            id: id.clone(),
            title: format!("Source {n}"),
            description: String::new(),
            owner: None,
            every_days: known(30),
        })
    }));
    for (kind, _) in ELEMENTS {
        for number in 0..count(kind) {
            let mut element =
                Element::new(id(kind, number), kind, format!("{kind:?} number {number}"));
            fill(&mut element, &mut dice);
            records.push(Record::Element(element));
        }
    }
    use ElementKind as K;
    let line = [
        K::Driver,
        K::Priority,
        K::Objective,
        K::Outcome,
        K::Change,
        K::Capability,
        K::Initiative,
        K::System,
    ];
    for number in 0..LINKS * size {
        let (from, to, detail) = match dice.below(20) {
            0..=13 => {
                // Mostly from the work up, one step; one in twenty leaps.
                let lower = [1, 2, 3, 4, 5, 6, 6, 6, 7][dice.below(9)];
                let leap = usize::from(lower > 1 && dice.below(20) == 0);
                (line[lower], line[lower - 1 - leap], contribution(&mut dice))
            }
            14 => (
                K::Initiative,
                K::Initiative,
                LinkDetail::DependsOn { needed_by: None },
            ),
            15 => (
                K::Decision,
                [K::Objective, K::Initiative][dice.below(2)],
                LinkDetail::Cites,
            ),
            16 => (K::Initiative, K::Assumption, LinkDetail::RestsOn),
            17 => (K::Objective, K::Driver, LinkDetail::Because),
            _ => (
                K::Indicator,
                [K::Objective, K::Outcome, K::Initiative][dice.below(3)],
                LinkDetail::Measures,
            ),
        };
        // People link what lies near; one link in twenty goes anywhere in their division, one in two hundred
        // anywhere at all.
        let start = dice.below(count(from));
        let division = count(to) / size;
        let end = match dice.below(200) {
            0 => dice.below(count(to)),
            1..=10 => start * size / count(from) * division + dice.below(division),
            _ => (start * count(to) / count(from) + dice.below(3)).min(count(to) - 1),
        };
        let (from, to) = (id(from, start), id(to, end));
        if from != to {
            records.push(Record::Link(Link {
                id: LinkId::new(format!("link-{number}")),
                from,
                to,
                detail,
            }));
        }
    }
    let indicators = count(K::Indicator);
    for number in 0..READINGS * size {
        let period = start() + Months::new(u32::try_from(number / indicators % 24).unwrap());
        records.push(Record::Reading(Reading {
            id: ReadingId::new(format!("reading-{number}")),
            indicator: id(K::Indicator, number % indicators),
            period,
            value: 100.0 - f64::from(u32::try_from(dice.below(60)).unwrap()),
            nature: if dice.below(8) == 0 {
                Nature::Forecast
            } else {
                Nature::Actual
            },
            source: Some(sources[dice.below(4)].clone()),
            recorded_at: chrono::Utc.from_utc_datetime(&period.and_hms_opt(12, 0, 0).unwrap()),
            recorded_by: String::new(),
            comment: String::new(),
            grade: None,
        }));
    }
    for number in 0..REPORTS * size {
        records.push(Record::StatusReport(StatusReport {
            id: StatusId::new(format!("status-{number}")),
            element: id(K::Initiative, dice.below(count(K::Initiative))),
            date: known(day(&mut dice, 730)),
            lens: [Lens::It, Lens::It, Lens::Business][dice.below(3)],
            status: Some([Status::Green, Status::Green, Status::Amber, Status::Red][dice.below(4)]),
            said: String::new(),
            comment: String::new(),
            percent: None,
            source: Some(sources[dice.below(4)].clone()),
        }));
    }
    Portfolio::from_records(records)
}
