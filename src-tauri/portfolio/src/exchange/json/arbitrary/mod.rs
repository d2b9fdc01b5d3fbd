//! Portfolios by chance, in which every reference lands.

mod around;
mod detail;
mod link;
mod settings;

use crate::model::{
    Archived, Currency, Date, Element, ElementId, ElementKind, ExternalKey, Field, Instant, Link,
    LinkId, Maybe, Money, Portfolio, Reason, Record, Why,
};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

fn text() -> BoxedStrategy<String> {
    prop_oneof![
        Just(String::new()),
        "[a-zàé<>&\"'\\\\ €\u{202f}\n]{1,12}",
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

pub(super) fn portfolio() -> BoxedStrategy<Portfolio> {
    (2usize..6)
        .prop_flat_map(|count| {
            let elements: Vec<_> = (0..count).map(element).collect();
            let links: Vec<_> = (0..count)
                .map(|at| {
                    (link::detail(), 0..count, 0..count).prop_map(move |(detail, from, to)| {
                        Record::Link(Link {
                            id: LinkId::new(format!("l{at}")),
                            from: ElementId::new(format!("e{from}")),
                            to: ElementId::new(format!("e{to}")),
                            detail,
                        })
                    })
                })
                .collect();
            (elements, links, around::around(), settings::settings())
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
