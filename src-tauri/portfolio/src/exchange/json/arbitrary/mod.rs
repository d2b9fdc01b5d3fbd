//! Portfolios by chance, in which every reference lands.

mod detail;

use crate::model::{
    Archived, Canvas, CanvasId, CanvasKind, Confidence, Contribution, Currency, Date, Element,
    ElementId, ElementKind, ExternalKey, Field, FiscalYear, Grade, ImportId, ImportRecord, Instant,
    Lens, Link, LinkDetail, LinkId, LinkState, Maybe, Money, Nature, Placement, PlacementId,
    Portfolio, Rate, Reading, ReadingId, Reason, Record, Settings, Sign, Source, SourceId, Status,
    StatusId, StatusReport, Strength, Waiver, WaiverId, Why,
};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

fn text() -> BoxedStrategy<String> {
    prop_oneof![
        Just(String::new()),
        "[a-zàé<>&\"'\\\\ €\u{202f}\n]{1,12}",
        any::<String>()
    ]
    .boxed()
}

fn date() -> BoxedStrategy<Date> {
    (0i32..200_000)
        .prop_filter_map("a day of the calendar", |days| {
            Date::from_num_days_from_ce_opt(700_000 + days)
        })
        .boxed()
}

fn moment() -> BoxedStrategy<Instant> {
    (0i64..4_000_000_000, 0u32..1_000_000_000)
        .prop_filter_map("a moment", |(seconds, nanos)| {
            Instant::from_timestamp(seconds, nanos)
        })
        .boxed()
}

fn number() -> BoxedStrategy<f64> {
    prop_oneof![Just(0.0), -1e6..1e6, any::<f64>()]
        .prop_filter("JSON knows only finite numbers", |n| n.is_finite())
        .boxed()
}

fn money() -> BoxedStrategy<Money> {
    (any::<i64>(), 0u32..6, select(vec!["EUR", "AUD", "$", "£"]))
        .prop_filter_map("a currency", |(digits, scale, currency)| {
            Some(Money {
                amount: Decimal::new(digits, scale),
                currency: Currency::parse(currency)?,
            })
        })
        .boxed()
}

fn field<T: Clone + std::fmt::Debug + 'static>(known: BoxedStrategy<T>) -> BoxedStrategy<Field<T>> {
    let reason = select(vec![
        Reason::Withheld,
        Reason::NotRequired,
        Reason::NotReported,
        Reason::Unknown,
    ]);
    prop_oneof![
        Just(None),
        known.prop_map(|value| Some(Maybe::Known(value))),
        (reason, text()).prop_map(|(reason, said)| Some(Maybe::missing(reason, said))),
    ]
    .boxed()
}

fn maybe<T: Clone + std::fmt::Debug + 'static>(all: &[T]) -> BoxedStrategy<Option<T>> {
    proptest::option::of(select(all.to_vec())).boxed()
}

fn day() -> BoxedStrategy<Option<Date>> {
    proptest::option::of(date()).boxed()
}

fn why() -> BoxedStrategy<Why> {
    (
        (text(), text(), text(), day()),
        (text(), text(), day(), day()),
    )
        .prop_map(
            |((text, for_whom, change, until), (author, accepted_by, accepted_on, reviewed_on))| {
                Why {
                    text,
                    for_whom,
                    change,
                    proof: None,
                    until,
                    author,
                    accepted_by,
                    accepted_on,
                    reviewed_on,
                }
            },
        )
        .boxed()
}

fn element(number: usize) -> BoxedStrategy<Element> {
    let keys = vec(
        (text(), text()).prop_map(|(source, key)| ExternalKey { source, key }),
        0..3,
    );
    let kind = select(ElementKind::ALL.to_vec()).prop_flat_map(detail::detail);
    (
        ("[A-Z<&]{1,8}", text(), field(text()), vec(text(), 0..3)),
        why(),
        keys,
        (
            btree_map(text(), text(), 0..3),
            proptest::option::of((date(), text()).prop_map(|(on, reason)| Archived { on, reason })),
        ),
        kind,
    )
        .prop_map(
            move |(
                (title, description, owner, tags),
                why,
                external_keys,
                (extra, archived),
                detail,
            )| Element {
                id: ElementId::new(format!("e{number}")),
                title,
                description,
                owner,
                tags,
                why,
                external_keys,
                extra,
                archived,
                detail,
            },
        )
        .boxed()
}

fn link_detail() -> BoxedStrategy<LinkDetail> {
    use LinkState::{Accepted, Disputed, Proposed, Retired};
    let state = select(vec![Proposed, Accepted, Disputed, Retired]);
    let contribution = (
        text(),
        select(vec![Sign::Helps, Sign::Harms]),
        maybe(&[
            Strength::Marginal,
            Strength::Weak,
            Strength::Moderate,
            Strength::Strong,
            Strength::Decisive,
        ]),
        state,
        proptest::option::of(0.0..=1.0),
        (day(), day(), text(), text(), any::<bool>()),
        (
            maybe(&[
                Confidence::Guess,
                Confidence::Doubtful,
                Confidence::Plausible,
                Confidence::Likely,
                Confidence::Certain,
            ]),
            proptest::option::of(any::<u32>()),
        ),
    )
        .prop_map(
            |(
                mechanism,
                sign,
                strength,
                state,
                share,
                (valid_from, valid_until, accepted_by, evidence, rests),
                (confidence, lag_days),
            )| {
                LinkDetail::Contribution(Contribution {
                    mechanism,
                    sign,
                    strength,
                    confidence,
                    lag_days,
                    share,
                    state,
                    accepted_by,
                    valid_from,
                    valid_until,
                    evidence,
                    assumptions: rests
                        .then(|| ElementId::new("belief"))
                        .into_iter()
                        .collect(),
                })
            },
        );
    prop_oneof![
        contribution,
        select(vec![
            LinkDetail::Because,
            LinkDetail::PartOf,
            LinkDetail::Measures,
            LinkDetail::RestsOn,
            LinkDetail::Cites
        ]),
        day().prop_map(|needed_by| LinkDetail::DependsOn { needed_by }),
        any::<bool>().prop_map(|watched| LinkDetail::ConflictsWith {
            guard_rail: watched.then(|| ElementId::new("e0")),
        }),
    ]
    .boxed()
}

/// What hangs on elements: everything names element `e0`, the indicator `gauge`, the source `s` or canvas `c`.
fn around() -> BoxedStrategy<Vec<Record>> {
    let reading = (
        date(),
        number(),
        select(vec![
            Nature::Baseline,
            Nature::Actual,
            Nature::Forecast,
            Nature::Target,
        ]),
        moment(),
        (text(), text()),
        (
            any::<bool>(),
            maybe(&[
                Grade::Assertion,
                Grade::Judgement,
                Grade::Manual,
                Grade::Imported,
                Grade::Corroborated,
            ]),
        ),
    )
        .prop_map(
            |(period, value, nature, recorded_at, (recorded_by, comment), (sourced, grade))| {
                Record::Reading(Reading {
                    id: ReadingId::new("r"),
                    indicator: ElementId::new("gauge"),
                    period,
                    value,
                    nature,
                    source: sourced.then(|| SourceId::new("s")),
                    recorded_at,
                    recorded_by,
                    comment,
                    grade,
                })
            },
        );
    let status = (
        field(date()),
        select(vec![Lens::It, Lens::Business]),
        maybe(&[Status::Green, Status::Amber, Status::Red]),
        text(),
        (text(), any::<bool>()),
    )
        .prop_map(|(date, lens, status, said, (comment, sourced))| {
            Record::StatusReport(StatusReport {
                id: StatusId::new("t"),
                element: ElementId::new("e0"),
                date,
                lens,
                status,
                said,
                comment,
                source: sourced.then(|| SourceId::new("s")),
            })
        });
    let import = (
        moment(),
        (text(), text(), text()),
        vec(text(), 0..3),
        any::<u32>(),
        any::<u32>(),
    )
        .prop_map(|(at, (file, hash, sheet), quarantined, created, ignored)| {
            Record::Import(ImportRecord {
                id: ImportId::new("i"),
                source: SourceId::new("s"),
                at,
                file,
                hash,
                sheet,
                created,
                quarantined,
                ignored,
            })
        });
    let canvas = text().prop_map(|title| {
        Record::Canvas(Canvas {
            id: CanvasId::new("c"),
            title,
            kind: CanvasKind::StrategyMap,
        })
    });
    let place = (number(), number(), any::<bool>()).prop_map(|(x, y, pinned)| {
        Record::Placement(Placement {
            id: PlacementId::new("c.e0"),
            canvas: CanvasId::new("c"),
            element: ElementId::new("e0"),
            x,
            y,
            pinned,
        })
    });
    let source = (text(), text(), field(text())).prop_map(|(title, description, owner)| {
        Record::Source(Source {
            id: SourceId::new("s"),
            title,
            description,
            owner,
        })
    });
    let waiver = (text(), text(), text(), date(), (day(), any::<bool>())).prop_map(
        |(code, reason, person, on, (until, of_link))| {
            Record::Waiver(Waiver {
                id: WaiverId::new("w"),
                code,
                subject: if of_link {
                    (&LinkId::new("l0")).into()
                } else {
                    (&ElementId::new("e0")).into()
                },
                reason,
                person,
                on,
                until,
            })
        },
    );
    (reading, status, import, canvas, place, source, waiver)
        .prop_map(|(a, b, c, d, e, f, g)| vec![a, b, c, d, e, f, g])
        .boxed()
}

fn settings() -> BoxedStrategy<Settings> {
    let currency =
        || select(vec!["EUR", "AUD", "$"]).prop_filter_map("a currency", Currency::parse);
    let rate = (currency(), currency(), 1i64..1_000_000, day(), text()).prop_map(
        |(from, to, rate, on, source)| Rate {
            from,
            to,
            rate: Decimal::new(rate, 3),
            on,
            source,
        },
    );
    let year = (1u8..=12, 1u8..=28).prop_map(|(month, day)| FiscalYear { month, day });
    (
        text(),
        proptest::option::of(currency()),
        vec(rate, 0..3),
        year,
    )
        .prop_map(|(title, currency, rates, fiscal_year)| Settings {
            title,
            currency,
            rates,
            fiscal_year,
        })
        .boxed()
}

pub(super) fn portfolio() -> BoxedStrategy<Portfolio> {
    (2usize..6)
        .prop_flat_map(|count| {
            let elements: Vec<_> = (0..count).map(element).collect();
            let links: Vec<_> = (0..count)
                .map(|at| {
                    (link_detail(), 0..count, 0..count).prop_map(move |(detail, from, to)| {
                        Record::Link(Link {
                            id: LinkId::new(format!("l{at}")),
                            from: ElementId::new(format!("e{from}")),
                            to: ElementId::new(format!("e{to}")),
                            detail,
                        })
                    })
                })
                .collect();
            (elements, links, around(), settings())
        })
        .prop_map(|(elements, links, around, settings)| {
            let gauge = Element::new(ElementId::new("gauge"), ElementKind::Indicator, "Gauge");
            let belief = Element::new(ElementId::new("belief"), ElementKind::Assumption, "Belief");
            let mut records = vec![
                Record::Settings(settings),
                Record::Element(gauge),
                Record::Element(belief),
            ];
            records.extend(elements.into_iter().map(|mut element| {
                element.why.proof = Some(ElementId::new("gauge"));
                Record::Element(element)
            }));
            records.extend(links);
            records.extend(around);
            Portfolio::from_records(records)
        })
        .boxed()
}
