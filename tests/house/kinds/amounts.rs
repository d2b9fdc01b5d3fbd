//! Money, currencies, rates, fiscal years and severities: what can be, and what is kept exactly.

use portfolio::model::{
    Currency, Cycle, Expectation, FiscalYear, InitiativeState, Money, Rate, RecordId, Settings,
    Severity, Waiver, WaiverId,
};
use rust_decimal::Decimal;

#[test]
fn a_currency_is_a_code_of_three_capitals_or_a_sign() {
    for good in [
        "EUR", "CHF", "XXX", "$", "€", "£", "¥", "₹", "元", " EUR ", "\tUSD\n",
    ] {
        let currency = Currency::parse(good).unwrap();
        assert_eq!(currency.as_str(), good.trim());
        assert_eq!(currency.to_string(), good.trim());
    }
    // A sign has no letters of the alphabet, because `kr` could be a slip for a code.
    for bad in [
        "", " ", "eur", "Eur", "EU", "EURO", "E R", "€ 5", "$$$$", "12", "EU1", "\u{0}", "a",
        "$\n$", "R$", "kr", "zł",
    ] {
        assert_eq!(Currency::parse(bad), None, "{bad:?}");
    }
    assert_ne!(
        Currency::parse("$"),
        Currency::parse("USD"),
        "a bare sign is no guess"
    );
}

#[test]
fn an_amount_is_written_as_text_with_all_its_digits_and_read_back_the_same() {
    for amount in [
        "0.10",
        "1234567.89",
        "-0.005",
        "79228162514264337593543950335",
    ] {
        let money = Money {
            amount: amount.parse().unwrap(),
            currency: Currency::parse("EUR").unwrap(),
        };
        let text = serde_json::to_string(&money).unwrap();
        assert_eq!(text, format!(r#"{{"amount":"{amount}","currency":"EUR"}}"#));
        let again: Money = serde_json::from_str(&text).unwrap();
        assert_eq!(again.amount.to_string(), amount);
    }
}

#[test]
fn what_is_no_exact_number_is_no_amount() {
    for bad in [
        r#""""#,
        r#""a lot""#,
        r#""1,5""#,
        r#""NaN""#,
        r#""inf""#,
        "null",
        "{}",
        r#""1e400""#,
    ] {
        let text = format!(r#"{{"amount":{bad},"currency":"EUR"}}"#);
        assert!(serde_json::from_str::<Money>(&text).is_err(), "{bad}");
    }
    assert!(
        serde_json::from_str::<Money>(r#"{"amount":"1"}"#).is_err(),
        "of no currency"
    );
}

/// A tenth cannot be written in binary: three of them are three tenths only where numbers are decimal.
#[test]
fn cents_add_up() {
    let cents: Decimal = std::iter::repeat_n(Decimal::new(1, 2), 100_000).sum();
    assert_eq!(cents, Decimal::new(1000, 0));
}

#[test]
fn a_fiscal_year_may_begin_on_every_day_that_every_year_has() {
    let days = (0..=40_u8).flat_map(|month| (0..=40_u8).map(move |day| FiscalYear { month, day }));
    let valid: Vec<FiscalYear> = days.filter(|it| it.is_valid()).collect();
    assert_eq!(valid.len(), 12 * 28);
    for it in valid {
        for year in [1900, 2000, 2023, 2024, 2100] {
            let date = chrono::NaiveDate::from_ymd_opt(year, it.month.into(), it.day.into());
            assert!(date.is_some(), "{it:?} of {year}");
        }
    }
    assert!(FiscalYear::default().is_valid());
    assert!(
        !FiscalYear {
            month: 255,
            day: 255
        }
        .is_valid()
    );
}

#[test]
fn a_rate_keeps_its_digits_and_may_be_written_without_day_and_source() {
    let rate: Rate =
        serde_json::from_str(r#"{"from":"USD","to":"EUR","rate":"0.9134500"}"#).unwrap();
    assert_eq!(
        (
            rate.rate.to_string().as_str(),
            rate.on,
            rate.source.as_str()
        ),
        ("0.9134500", None, "")
    );
    let text = serde_json::to_string(&rate).unwrap();
    assert!(!text.contains("\"on\""), "{text}");
    assert_eq!(serde_json::from_str::<Rate>(&text).unwrap(), rate);
}

#[test]
fn settings_that_say_nothing_are_a_calendar_year_looked_at_each_month() {
    let settings: Settings = serde_json::from_str("{}").unwrap();
    assert_eq!(settings, Settings::default());
    assert_eq!(settings.fiscal_year, FiscalYear { month: 1, day: 1 });
    assert_eq!(settings.cycle, Cycle::Month);
    assert_eq!(
        (
            settings.currency,
            settings.rates.len(),
            settings.rules.len()
        ),
        (None, 0, 0)
    );
}

#[test]
fn severities_go_up_and_down_one_by_one_and_end_at_both_ends() {
    use Severity::{Blocker, High, Info, Low, Medium};
    let all = [Info, Low, Medium, High, Blocker];
    for (at, severity) in all.into_iter().enumerate() {
        assert_eq!(severity.raised(), all[(at + 1).min(4)], "{severity:?}");
        assert_eq!(
            severity.lowered(),
            all[at.saturating_sub(1)],
            "{severity:?}"
        );
    }
    assert!(all.is_sorted(), "the heaviest is the greatest");
}

#[test]
fn money_and_attention_are_at_stake_from_the_plan_to_the_end() {
    use InitiativeState::{Active, Delivered, Idea, Paused, Planned, Stopped};
    for open in [Planned, Active, Paused] {
        assert!(open.is_open(), "{open:?}");
    }
    for closed in [Idea, Delivered, Stopped] {
        assert!(!closed.is_open(), "{closed:?}");
    }
}

#[test]
fn an_accepted_finding_holds_up_to_and_on_its_last_day() {
    let waiver = |until: Option<&str>| Waiver {
        id: WaiverId::new("w"),
        code: "D103".to_owned(),
        subject: RecordId::new("x"),
        reason: "Known".to_owned(),
        person: "Ann".to_owned(),
        on: "2026-11-22".parse().unwrap(),
        until: until.map(|it| it.parse().unwrap()),
    };
    let day = |text: &str| text.parse().unwrap();
    let until = waiver(Some("2027-02-28"));
    assert!(until.holds_on(day("2027-02-27")) && until.holds_on(day("2027-02-28")));
    assert!(!until.holds_on(day("2027-03-01")));
    assert!(
        waiver(None).holds_on(day("9999-12-31")),
        "without an end it always holds"
    );
}

#[test]
fn an_expectation_is_in_order_when_the_likely_lies_between_finite_ends() {
    let expects = |low: Option<f64>, likely: f64, high: Option<f64>| Expectation {
        indicator: None,
        likely,
        low,
        high,
    };
    for (low, likely, high, good) in [
        (None, 0.0, None, true),
        (Some(-1.0), 0.0, Some(1.0), true),
        (Some(0.0), 0.0, Some(0.0), true),
        (Some(1.0), 0.0, None, false),
        (None, 0.0, Some(-1.0), false),
        (Some(-1.0), 2.0, Some(1.0), false),
        (None, f64::NAN, None, false),
        (None, f64::INFINITY, None, false),
        (Some(f64::NEG_INFINITY), 0.0, None, false),
        (None, 0.0, Some(f64::INFINITY), false),
        (Some(f64::NAN), 0.0, None, false),
    ] {
        assert_eq!(
            expects(low, likely, high).is_in_order(),
            good,
            "{low:?} {likely} {high:?}"
        );
    }
}
