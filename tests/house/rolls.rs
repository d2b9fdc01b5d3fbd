//! Edits by chance: numbers where a user would point at something, turned into what is there.

use portfolio::edit::{Edit, LinkPatch, Move, Part, Patch, Spot};
use portfolio::model::{
    Canvas, CanvasId, CanvasKind, Category, Choice, Confidence, Currency, Date, Direction, Element,
    ElementId, ElementKind, ExternalKey, Fate, Field, FiscalYear, ImportId, ImportRecord,
    IndicatorKind, InitiativeForm, InitiativeState, Instant, Lens, Link, LinkDetail, LinkId,
    LinkKind, LinkState, Maybe, Money, Nature, PaceLayer, Placement, PlacementId, Portfolio, Rate,
    Reading, ReadingId, Reason, RecordId, Settings, Side, Sign, Source, SourceId, Status, StatusId,
    StatusReport, Strength, ValueType, Waiver, WaiverId, Why, known,
};
use proptest::prelude::*;
use rust_decimal::Decimal;

#[derive(Debug, Clone)]
pub(crate) struct Roll {
    /// 0 takes a step back, 1 does one again.
    pub(crate) turn: u8,
    verb: usize,
    at: [usize; 3],
    text: String,
    number: f64,
}

pub(crate) fn rolls() -> impl Strategy<Value = Roll> {
    let verb =
        prop_oneof![3 => Just(0), 3 => Just(11), 3 => Just(9), 3 => Just(12), 14 => 0..VERBS];
    let at = proptest::array::uniform3(0..1000_usize);
    (0..16_u8, verb, at, "[ a-zé’<]{0,12}", -5.0..105.0).prop_map(
        |(turn, verb, at, text, number)| Roll {
            turn,
            verb,
            at,
            text,
            number,
        },
    )
}

/// How many verbs there are.
pub(crate) const VERBS: usize = 31;

/// The number of a verb. Without a wildcard, so that a new verb does not compile until it is rolled too.
pub(crate) fn verb(edit: &Edit) -> usize {
    match edit {
        Edit::AddElement { .. } => 0,
        Edit::InsertElement { .. } => 1,
        Edit::InsertLink { .. } => 2,
        Edit::InsertReading { .. } => 3,
        Edit::InsertStatus { .. } => 4,
        Edit::InsertSource { .. } => 5,
        Edit::InsertImport { .. } => 6,
        Edit::InsertCanvas { .. } => 7,
        Edit::InsertPlacement { .. } => 8,
        Edit::Set { .. } => 9,
        Edit::Remove { .. } => 10,
        Edit::Connect { .. } => 11,
        Edit::SetLink { .. } => 12,
        Edit::Disconnect { .. } => 13,
        Edit::Place { .. } => 14,
        Edit::PutOnMaps { .. } => 15,
        Edit::Tidy { .. } => 16,
        Edit::SetTitle { .. } => 17,
        Edit::SetSettings { .. } => 18,
        Edit::SetReading { .. } => 19,
        Edit::RemoveReadings { .. } => 20,
        Edit::SetStatus { .. } => 21,
        Edit::RemoveStatuses { .. } => 22,
        Edit::SetSource { .. } => 23,
        Edit::RemoveSource { .. } => 24,
        Edit::Archive { .. } => 25,
        Edit::Restore { .. } => 26,
        Edit::Merge { .. } => 27,
        Edit::Split { .. } => 28,
        Edit::Waive { .. } => 29,
        Edit::Unwaive { .. } => 30,
    }
}

fn nth<T>(all: impl Iterator<Item = T>, at: usize) -> Option<T> {
    let mut all: Vec<T> = all.collect();
    (!all.is_empty()).then(|| all.swap_remove(at % all.len()))
}

fn element(portfolio: &Portfolio, at: usize) -> Option<ElementId> {
    nth(portfolio.elements().map(|it| it.id.clone()), at)
}

fn of_kind(portfolio: &Portfolio, kind: ElementKind, at: usize) -> Option<ElementId> {
    nth(portfolio.of_kind(kind).map(|it| it.id.clone()), at)
}

fn link(portfolio: &Portfolio, at: usize) -> Option<LinkId> {
    nth(portfolio.links().map(|it| it.id.clone()), at)
}

fn date() -> Date {
    Date::from_ymd_opt(2026, 11, 23).unwrap()
}

fn instant() -> Instant {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

fn money() -> Money {
    Money {
        amount: Decimal::new(123_457, 2),
        currency: Currency::parse("EUR").unwrap(),
    }
}

const LINKS: [LinkKind; 8] = [
    LinkKind::Contribution,
    LinkKind::Because,
    LinkKind::PartOf,
    LinkKind::Measures,
    LinkKind::DependsOn,
    LinkKind::RestsOn,
    LinkKind::ConflictsWith,
    LinkKind::Cites,
];

/// One patch for each field, with a value that is known, missing for a reason, or none.
pub(crate) fn patches(text: &str, number: f64, at: usize) -> Vec<Patch> {
    fn some<T>(value: T, at: usize) -> Field<T> {
        match at % 3 {
            0 => known(value),
            1 => Some(Maybe::missing(Reason::NotReported, "tbd")),
            _ => None,
        }
    }
    let words = || text.to_owned();
    let step = |from: usize| u8::try_from((at + from) % 6).unwrap();
    vec![
        Patch::Title(words()),
        Patch::Description(words()),
        Patch::Owner(some(words(), at)),
        Patch::Tags(vec![words(), "a".to_owned(), "a".to_owned()]),
        Patch::Why(Box::new(Why {
            text: words(),
            ..Why::default()
        })),
        Patch::ExternalKeys(vec![ExternalKey {
            source: "pmo".to_owned(),
            key: words(),
        }]),
        Patch::ValidFrom(some(date(), at)),
        Patch::ValidUntil(some(date(), at)),
        Patch::Reference(some(words(), at)),
        Patch::Rank(some(3, at)),
        Patch::Horizon(some(date(), at)),
        Patch::Weight(some(number, at)),
        Patch::Beneficiary(some(words(), at)),
        Patch::ValueType(some(ValueType::Financial, at)),
        Patch::ExpectedValue(some(money(), at)),
        Patch::BusinessOwner(some(words(), at)),
        Patch::AcceptedOn(some(date(), at)),
        Patch::Harmful(at.is_multiple_of(2)),
        Patch::ChangeOwner(some(words(), at)),
        Patch::AdoptionDate(some(date(), at)),
        Patch::Importance(some(step(0), at)),
        Patch::MaturityNow(some(step(1), at)),
        Patch::MaturityTarget(some(step(2), at)),
        Patch::PaceLayer(some(PaceLayer::Innovation, at)),
        Patch::Form(some(InitiativeForm::Epic, at)),
        Patch::State(some(InitiativeState::Paused, at)),
        Patch::Start(some(date(), at)),
        Patch::End(some(date(), at)),
        Patch::DeliveredOn(some(date(), at)),
        Patch::Budget(some(money(), at)),
        Patch::Spent(some(money(), at)),
        Patch::PercentComplete(some(number, at)),
        Patch::Category(some(Category::Run, at)),
        Patch::LiveFrom(some(date(), at)),
        Patch::LiveUntil(some(date(), at)),
        Patch::Cost(some(money(), at)),
        Patch::Side(some(Side::It, at)),
        Patch::Capacity(some(number, at)),
        Patch::Role(some(words(), at)),
        Patch::Unit(some(words(), at)),
        Patch::IndicatorKind(some(IndicatorKind::Impact, at)),
        Patch::Direction(some(Direction::Hold, at)),
        Patch::EveryDays(some(30, at)),
        Patch::Definition(some(words(), at)),
        Patch::Population(some(words(), at)),
        Patch::Baseline(some(number, at)),
        Patch::BaselineOn(some(date(), at)),
        Patch::Target(some(number, at)),
        Patch::TargetOn(some(date(), at)),
        Patch::Tolerance(some(number, at)),
        Patch::ReviewedOn(some(date(), at)),
        Patch::Forum(some(words(), at)),
        Patch::DecidedOn(some(date(), at)),
        Patch::Rationale(some(words(), at)),
        Patch::Options(vec![Choice {
            title: words(),
            fate: Fate::Postponed,
            reason: words(),
        }]),
        Patch::Sides(vec![Side::Business]),
        Patch::Premises(Vec::new()),
        Patch::Synonyms(vec![words()]),
    ]
}

fn patch(roll: &Roll, portfolio: &Portfolio) -> Patch {
    let mut all = patches(&roll.text, roll.number, roll.at[2]);
    let premise = nth(portfolio.readings().map(|it| it.id.clone()), roll.at[2]);
    all.push(Patch::Premises(premise.into_iter().collect()));
    all.push(Patch::Why(Box::new(Why {
        text: roll.text.clone(),
        proof: element(portfolio, roll.at[2]),
        ..Why::default()
    })));
    let at = roll.at[1] % all.len();
    all.swap_remove(at)
}

fn link_patch(roll: &Roll, portfolio: &Portfolio) -> LinkPatch {
    let words = || roll.text.clone();
    let at = roll.at[2];
    let mut all = vec![
        LinkPatch::Mechanism(words()),
        LinkPatch::Strength(Some(Strength::Strong)),
        LinkPatch::Confidence(Some(Confidence::Likely)),
        LinkPatch::Sign(Sign::Harms),
        LinkPatch::State(LinkState::Disputed),
        LinkPatch::LagDays(Some(90)),
        LinkPatch::Share(Some(roll.number / 100.0)),
        LinkPatch::AcceptedBy(words()),
        LinkPatch::ValidFrom(Some(date())),
        LinkPatch::ValidUntil(None),
        LinkPatch::Evidence(words()),
        LinkPatch::Assumptions(
            of_kind(portfolio, ElementKind::Assumption, at)
                .into_iter()
                .collect(),
        ),
        LinkPatch::NeededBy(Some(date())),
        LinkPatch::GuardRail(of_kind(portfolio, ElementKind::Indicator, at)),
    ];
    let at = roll.at[1] % all.len();
    all.swap_remove(at)
}

fn reading(roll: &Roll, portfolio: &Portfolio, id: String) -> Option<Reading> {
    Some(Reading {
        id: ReadingId::new(id),
        indicator: of_kind(portfolio, ElementKind::Indicator, roll.at[0])?,
        period: date(),
        value: roll.number,
        nature: Nature::Forecast,
        source: nth(portfolio.sources().map(|it| it.id.clone()), roll.at[1]),
        recorded_at: instant(),
        recorded_by: roll.text.clone(),
        comment: String::new(),
        grade: None,
    })
}

fn status(roll: &Roll, portfolio: &Portfolio, id: String) -> Option<StatusReport> {
    Some(StatusReport {
        id: StatusId::new(id),
        element: element(portfolio, roll.at[0])?,
        date: known(date()),
        lens: Lens::Business,
        status: Some(Status::Amber),
        said: roll.text.clone(),
        comment: String::new(),
        percent: None,
        source: nth(portfolio.sources().map(|it| it.id.clone()), roll.at[1]),
    })
}

fn source(roll: &Roll, id: String) -> Source {
    Source {
        id: SourceId::new(id),
        title: roll.text.clone(),
        description: roll.text.clone(),
        owner: None,
        every_days: None,
    }
}

/// The edit that a roll means here; `None` when there is nothing to do it to.
pub(crate) fn edit(roll: &Roll, portfolio: &Portfolio, serial: usize) -> Option<Edit> {
    let [a, b, c] = roll.at;
    let text = || roll.text.clone();
    let map = || CanvasId::new("map");
    let kind = ElementKind::ALL[a % ElementKind::ALL.len()];
    let new = |letter: &str| format!("{letter}{serial}");
    let one = || element(portfolio, a);
    Some(match roll.verb {
        0 => Edit::AddElement {
            id: ElementId::new(new("e")),
            kind,
            title: text(),
            spot: b.is_multiple_of(3).then(|| Spot {
                canvas: map(),
                x: 10.0,
                y: 20.0,
            }),
        },
        1 => Edit::InsertElement {
            element: Box::new(Element::new(ElementId::new(new("e")), kind, text())),
        },
        2 => Edit::InsertLink {
            link: Box::new(Link {
                id: LinkId::new(new("l")),
                from: one()?,
                to: element(portfolio, b)?,
                detail: LinkDetail::PartOf,
            }),
        },
        3 => Edit::InsertReading {
            reading: reading(roll, portfolio, new("r"))?,
        },
        4 => Edit::InsertStatus {
            status: status(roll, portfolio, new("t"))?,
        },
        5 => Edit::InsertSource {
            source: source(roll, new("s")),
        },
        6 => Edit::InsertImport {
            import: ImportRecord {
                id: ImportId::new(new("i")),
                source: nth(portfolio.sources().map(|it| it.id.clone()), a)?,
                at: instant(),
                file: text(),
                hash: String::new(),
                sheet: String::new(),
                created: 0,
                quarantined: vec![text()],
                ignored: 0,
            },
        },
        7 => Edit::InsertCanvas {
            canvas: Canvas {
                id: CanvasId::new(format!("c{}", a % 3)),
                title: text(),
                kind: CanvasKind::StrategyMap,
            },
        },
        8 => Edit::InsertPlacement {
            placement: Placement {
                id: PlacementId::new("any"),
                canvas: nth(portfolio.canvases().map(|it| it.id.clone()), a)?,
                element: element(portfolio, b)?,
                x: roll.number,
                y: roll.number,
                pinned: true,
            },
        },
        9 => Edit::Set {
            element: one()?,
            patch: patch(roll, portfolio),
        },
        10 => Edit::Remove {
            elements: vec![one()?],
        },
        11 => Edit::Connect {
            id: LinkId::new(new("l")),
            from: one()?,
            to: element(portfolio, b)?,
            kind: LINKS[c % LINKS.len()],
        },
        12 => Edit::SetLink {
            link: link(portfolio, a)?,
            patch: link_patch(roll, portfolio),
        },
        13 => Edit::Disconnect {
            links: vec![link(portfolio, a)?],
        },
        14 => Edit::Place {
            canvas: map(),
            moves: vec![Move {
                element: one()?,
                x: roll.number * 20_000.0,
                y: roll.number,
            }],
        },
        15 => Edit::PutOnMaps {
            elements: vec![one()?],
        },
        16 => Edit::Tidy { canvas: map() },
        17 => Edit::SetTitle { title: text() },
        18 => Edit::SetSettings {
            settings: Box::new(Settings {
                title: text(),
                currency: Currency::parse("EUR"),
                rates: vec![Rate {
                    from: Currency::parse("AUD")?,
                    to: Currency::parse("EUR")?,
                    rate: Decimal::new(i64::try_from(a).ok()?, 2),
                    on: Some(date()),
                    source: text(),
                }],
                fiscal_year: FiscalYear {
                    month: u8::try_from(b % 14).ok()?,
                    day: 1,
                },
                ..Settings::default()
            }),
        },
        19 => Edit::SetReading {
            reading: {
                let id = nth(portfolio.readings().map(|it| it.id.to_string()), c)?;
                reading(roll, portfolio, id)?
            },
        },
        20 => Edit::RemoveReadings {
            readings: vec![nth(portfolio.readings().map(|it| it.id.clone()), a)?],
        },
        21 => Edit::SetStatus {
            status: {
                let id = nth(portfolio.statuses().map(|it| it.id.to_string()), c)?;
                status(roll, portfolio, id)?
            },
        },
        22 => Edit::RemoveStatuses {
            statuses: vec![nth(portfolio.statuses().map(|it| it.id.clone()), a)?],
        },
        23 => Edit::SetSource {
            source: {
                let id = nth(portfolio.sources().map(|it| it.id.to_string()), c)?;
                source(roll, id)
            },
        },
        24 => Edit::RemoveSource {
            source: nth(portfolio.sources().map(|it| it.id.clone()), a)?,
        },
        25 => Edit::Archive {
            elements: vec![one()?],
            on: date(),
            reason: text(),
        },
        26 => Edit::Restore {
            elements: vec![one()?],
        },
        27 => {
            let into = one()?;
            let alike = portfolio.element(&into)?.kind();
            Edit::Merge {
                from: vec![of_kind(portfolio, alike, b)?],
                into,
            }
        }
        28 => Edit::Split {
            element: one()?,
            parts: vec![Part {
                id: ElementId::new(new("p")),
                title: text(),
                share: Decimal::new(i64::try_from(b % 110).ok()?, 2),
            }],
        },
        29 => Edit::Waive {
            waiver: Waiver {
                id: WaiverId::new(new("w")),
                code: "D103".to_owned(),
                subject: match link(portfolio, b) {
                    Some(link) if c.is_multiple_of(2) => RecordId::from(link),
                    _ => RecordId::from(one()?),
                },
                reason: text(),
                person: "A. Person".to_owned(),
                on: date(),
                until: Some(date()),
            },
        },
        _ => Edit::Unwaive {
            waiver: nth(portfolio.waivers().map(|it| it.id.clone()), a)?,
        },
    })
}
