//! Edits by chance: numbers where a user would point at something, turned into what is there.

use crate::fields::{link_patch, patch};
use portfolio::edit::{Edit, Move, Part, Spot};
use portfolio::model::{
    Canvas, CanvasId, CanvasKind, Currency, Cycle, Date, Element, ElementId, ElementKind,
    FiscalYear, Frame, FrameId, ImportId, ImportRecord, Instant, Lens, Link, LinkDetail, LinkId,
    LinkKind, Money, Nature, Note, NoteId, NotePaper, OwnRule, Placement, PlacementId, Portfolio,
    Rate, Reading, ReadingId, RecordId, RuleId, RuleSetting, Settings, Severity, Source, SourceId,
    Status, StatusId, StatusReport, Waiver, WaiverId, known,
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

#[derive(Debug, Clone)]
pub(crate) struct Roll {
    /// 0 takes a step back, 1 does one again.
    pub(crate) turn: u8,
    verb: usize,
    pub(crate) at: [usize; 3],
    pub(crate) text: String,
    pub(crate) number: f64,
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
pub(crate) const VERBS: usize = 44;

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
        Edit::SetRule { .. } => 31,
        Edit::PutOwnRule { .. } => 32,
        Edit::RemoveOwnRule { .. } => 33,
        Edit::InsertNote { .. } => 34,
        Edit::Unplace { .. } => 35,
        Edit::Lock { .. } => 36,
        Edit::AddCanvas { .. } => 37,
        Edit::RenameCanvas { .. } => 38,
        Edit::CopyCanvas { .. } => 39,
        Edit::RemoveCanvas { .. } => 40,
        Edit::SetFrames { .. } => 41,
        Edit::PutNotes { .. } => 42,
        Edit::RemoveNotes { .. } => 43,
    }
}

pub(crate) fn nth<T>(all: impl Iterator<Item = T>, at: usize) -> Option<T> {
    let mut all: Vec<T> = all.collect();
    (!all.is_empty()).then(|| all.swap_remove(at % all.len()))
}

pub(crate) fn element(portfolio: &Portfolio, at: usize) -> Option<ElementId> {
    nth(portfolio.elements().map(|it| it.id.clone()), at)
}

pub(crate) fn of_kind(portfolio: &Portfolio, kind: ElementKind, at: usize) -> Option<ElementId> {
    nth(portfolio.of_kind(kind).map(|it| it.id.clone()), at)
}

fn link(portfolio: &Portfolio, at: usize) -> Option<LinkId> {
    nth(portfolio.links().map(|it| it.id.clone()), at)
}

pub(crate) fn date() -> Date {
    Date::from_ymd_opt(2026, 11, 23).unwrap()
}

fn instant() -> Instant {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

pub(crate) fn money() -> Money {
    Money {
        amount: Decimal::new(123_457, 2),
        currency: Currency::parse("EUR").unwrap(),
    }
}

/// Conditions of rules of one's own: of the element alone, of its neighbours, of all below it, and one that is wrong.
pub(crate) const OWN: [&str; 5] = [
    "!has(element.owner)",
    "up.exists(it, it.kind == 'objective' && !has(it.owner))",
    "size(below) > 2 && below.all(it, has(it.owner))",
    "indicators.exists(it, has(it.last) && it.last < 50)",
    "element.nothing == 1",
];

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
        percent: roll.at[2].is_multiple_of(2).then_some(roll.number),
        source: nth(portfolio.sources().map(|it| it.id.clone()), roll.at[1]),
    })
}

fn canvas(portfolio: &Portfolio, at: usize) -> Option<CanvasId> {
    nth(portfolio.canvases().map(|it| it.id.clone()), at)
}

fn note(roll: &Roll, portfolio: &Portfolio, id: String) -> Option<Note> {
    Some(Note {
        id: NoteId::new(id),
        canvas: canvas(portfolio, roll.at[0])?,
        text: roll.text.clone(),
        x: roll.number,
        y: -roll.number,
        paper: NotePaper::Sky,
        about: roll.at[1]
            .is_multiple_of(2)
            .then(|| element(portfolio, roll.at[1]))
            .flatten(),
        by: roll.text.clone(),
        on: Some(date()),
        locked: roll.at[2].is_multiple_of(3),
    })
}

fn source(roll: &Roll, id: String) -> Source {
    Source {
        id: SourceId::new(id),
        title: roll.text.clone(),
        description: roll.text.clone(),
        owner: None,
        every_days: known(u32::try_from(roll.at[1] * 4).unwrap()),
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
                frames: Vec::new(),
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
                locked: false,
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
                cycle: if c.is_multiple_of(2) {
                    Cycle::Month
                } else {
                    Cycle::Quarter
                },
                rules: portfolio.settings().rules.clone(),
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
        30 => Edit::Unwaive {
            waiver: nth(portfolio.waivers().map(|it| it.id.clone()), a)?,
        },
        34 => Edit::InsertNote {
            note: note(roll, portfolio, new("n"))?,
        },
        35 => Edit::Unplace {
            canvas: canvas(portfolio, a)?,
            elements: vec![element(portfolio, b)?],
        },
        36 => Edit::Lock {
            canvas: canvas(portfolio, a)?,
            elements: vec![element(portfolio, b)?],
            locked: c.is_multiple_of(2),
        },
        37 => Edit::AddCanvas {
            id: CanvasId::new(format!("c{}", a % 5)),
            kind: CanvasKind::ALL[b % CanvasKind::ALL.len()],
            title: text(),
        },
        38 => Edit::RenameCanvas {
            canvas: canvas(portfolio, a)?,
            title: text(),
        },
        39 => Edit::CopyCanvas {
            canvas: canvas(portfolio, a)?,
            id: CanvasId::new(format!("c{}", b % 5)),
            title: text(),
        },
        40 => Edit::RemoveCanvas {
            canvas: canvas(portfolio, a)?,
        },
        41 => Edit::SetFrames {
            canvas: canvas(portfolio, a)?,
            frames: (0..b % 3)
                .map(|n| Frame {
                    id: FrameId::new(format!("f{n}")),
                    title: text(),
                    x: roll.number,
                    y: -roll.number,
                    width: roll.number + 3.0,
                    height: 100.0,
                })
                .collect(),
        },
        42 => Edit::PutNotes {
            notes: vec![note(roll, portfolio, format!("n{}", c % 7))?],
        },
        43 => Edit::RemoveNotes {
            notes: vec![nth(portfolio.notes().map(|it| it.id.clone()), a)?],
        },
        32 => Edit::PutOwnRule {
            rule: Box::new(OwnRule {
                id: RuleId::new(["r1", "r2", "r3"][a % 3]),
                code: format!("X00{}", b % 4),
                name: ["no-owner", "too-dear", "No name"][c % 3].to_owned(),
                title: text(),
                applies_to: [ElementKind::Initiative, ElementKind::Objective][b % 2],
                when: OWN[(a + c) % OWN.len()].to_owned(),
                message: "{title} is at fault.".to_owned(),
                evidence: "below.map(it, it.title)".to_owned(),
                advice: text(),
                severity: Severity::Medium,
                written_by: "A. Person".to_owned(),
                off: a.is_multiple_of(7),
            }),
        },
        33 => Edit::RemoveOwnRule {
            rule: nth(portfolio.own_rules().map(|it| it.id.clone()), a)?,
        },
        _ => Edit::SetRule {
            code: ["D103", "M501", "own-rule", "no rule"][a % 4].to_owned(),
            setting: RuleSetting {
                off: b.is_multiple_of(2),
                severity: b.is_multiple_of(3).then_some(Severity::Low),
                parameters: BTreeMap::from([("orphan_budget_share".to_owned(), roll.number)])
                    .into_iter()
                    .filter(|_| c.is_multiple_of(2))
                    .collect(),
            },
        },
    })
}
