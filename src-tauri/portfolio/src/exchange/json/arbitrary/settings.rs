//! Settings by chance.

use super::{day, maybe, number, text};
use crate::model::{Currency, Cycle, FiscalYear, Rate, RuleSetting, Settings, Severity};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

fn rule() -> BoxedStrategy<RuleSetting> {
    (
        any::<bool>(),
        maybe(&[
            Severity::Info,
            Severity::Low,
            Severity::Medium,
            Severity::High,
            Severity::Blocker,
        ]),
        btree_map("[a-z_]{1,8}", number(), 0..3),
    )
        .prop_map(|(off, severity, parameters)| RuleSetting {
            off,
            severity,
            parameters,
        })
        .boxed()
}

pub(super) fn settings() -> BoxedStrategy<Settings> {
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
        select(vec![Cycle::Month, Cycle::Quarter]),
        btree_map("[A-Z][0-9]{3}", rule(), 0..3),
    )
        .prop_map(
            |(title, currency, rates, fiscal_year, cycle, rules)| Settings {
                title,
                currency,
                rates,
                fiscal_year,
                cycle,
                rules,
            },
        )
        .boxed()
}
