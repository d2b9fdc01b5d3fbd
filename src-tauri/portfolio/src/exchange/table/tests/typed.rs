//! One cell read as what its column means: a value, a reason, or a problem that keeps the words.

use super::super::conventions::{Ground, NO_CURRENCY, Unit};
use super::super::grid::Value;
use super::super::mapping::{Role, Scale};
use super::super::problem::ProblemCode;
use super::super::typed::{self, DateColumn, Typed};
use super::super::words;
use crate::model::{Maybe, Money, Reason};

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// What became of a cell: the value, the reason with its words, and the problem with its suggestion.
fn told<T>(typed: &Typed<T>, show: impl Fn(&T) -> String) -> String {
    let field = match &typed.field {
        Maybe::Known(value) => show(value),
        Maybe::Missing(gap) => format!("{:?}: {}", gap.reason, gap.said),
    };
    match &typed.trouble {
        None => field,
        Some((code, None)) => format!("{field} [{code:?}]"),
        Some((code, Some(other))) => format!("{field} [{code:?} {other}]"),
    }
}

fn date(value: &Value, role: Role, repair: bool) -> String {
    let how = DateColumn {
        role,
        day_first: true,
        fiscal_month: 4,
        repair,
    };
    told(&typed::date(value, how), ToString::to_string)
}

#[test]
fn a_date_column_reads_dates_serials_years_and_reasons() {
    let end = |value: &Value| date(value, Role::End, false);
    let day = crate::model::Date::from_ymd_opt(2026, 6, 30).unwrap();
    assert_eq!(end(&Value::Date(day)), "2026-06-30");
    assert_eq!(end(&Value::Number(46_203.0)), "2026-06-30");
    assert_eq!(
        end(&Value::Number(2026.0)),
        "2026-12-31 [MonthOnly 2026-12-31]"
    );
    assert_eq!(end(&Value::Number(12.0)), "Unknown: 12 [UnreadableDate]");
    assert_eq!(end(&Value::Bool(true)), "Unknown: TRUE [UnreadableDate]");
    assert_eq!(end(&Value::Percent(0.5)), "Unknown: 50 % [UnreadableDate]");
    assert_eq!(end(&text("Ongoing")), "NotRequired: Ongoing");
    assert_eq!(
        end(&text("Not yet agreed with\n the city")),
        "Unknown: Not yet agreed with the city"
    );
    assert_eq!(
        end(&text("end of March")),
        "Unknown: end of March [UnreadableDate]"
    );
    assert_eq!(
        end(&Value::Error("#REF!".to_owned())),
        "Unknown: #REF! [CellError]"
    );
}

#[test]
fn a_span_ends_where_an_end_is_meant_and_begins_where_a_start_is() {
    for (role, day) in [
        (Role::Start, "2026-07-01"),
        (Role::End, "2026-09-30"),
        (Role::DeliveredOn, "2026-09-30"),
        (Role::StatusDate, "2026-09-30"),
    ] {
        let expected = format!("{day} [MonthOnly {day}]");
        assert_eq!(date(&text("Q3 2026"), role, false), expected, "{role:?}");
    }
}

#[test]
fn an_impossible_day_is_repaired_only_where_the_user_accepted_it() {
    let wrong = text("31/11/2026");
    assert_eq!(
        date(&wrong, Role::End, false),
        "Unknown: 31/11/2026 [ImpossibleDate 2026-11-30]"
    );
    assert_eq!(date(&wrong, Role::End, true), "2026-11-30");
    // Where nothing near was meant there is nothing to accept.
    assert_eq!(
        date(&text("45/45/2026"), Role::End, true),
        "Unknown: 45/45/2026 [ImpossibleDate]"
    );
}

fn money(value: &Value, currency: &str, scale: Scale) -> String {
    let unit = Unit {
        currency: currency.to_owned(),
        currency_by: Ground::Header,
        scale,
        scale_by: Ground::Header,
        typical: 0.0,
    };
    told(&typed::money(value, &unit, None), |it: &Money| {
        format!("{} {}", it.amount, it.currency)
    })
}

#[test]
fn an_amount_takes_the_unit_of_its_column_unless_it_states_its_own() {
    let of = |value: &str| money(&text(value), "EUR", Scale::Thousands);
    assert_eq!(
        money(&Value::Number(4100.5), "EUR", Scale::Thousands),
        "4100500 EUR"
    );
    assert_eq!(of("12,5"), "12500 EUR");
    assert_eq!(of("12 M€"), "12000000 EUR");
    assert_eq!(of("(3)"), "-3000 EUR");
    assert_eq!(of("£3m"), "3000000 GBP [ForeignCurrency EUR]");
    assert_eq!(of("nfp"), "Withheld: nfp");
    assert_eq!(of("45 %"), "Unknown: 45 % [UnreadableNumber]");
    assert_eq!(of("about 5"), "Unknown: about 5 [UnreadableNumber]");
    assert_eq!(
        money(&Value::Bool(false), "EUR", Scale::Ones),
        "Unknown: FALSE [UnreadableNumber]"
    );
    assert_eq!(
        money(&Value::Percent(0.2), "EUR", Scale::Ones),
        "Unknown: 20 % [UnreadableNumber]"
    );
    assert_eq!(
        money(&Value::Number(f64::NAN), "EUR", Scale::Ones),
        "Unknown: NaN [UnreadableNumber]"
    );
}

#[test]
fn a_bare_dollar_is_the_dollar_of_its_column_and_no_other_currency() {
    assert_eq!(money(&text("$5"), "AUD", Scale::Ones), "5 AUD");
    assert_eq!(money(&text("$5"), "$", Scale::Ones), "5 $");
    assert_eq!(
        money(&text("$5"), "EUR", Scale::Ones),
        "5 $ [ForeignCurrency EUR]"
    );
    assert_eq!(
        money(&text("US$5"), "AUD", Scale::Ones),
        "5 USD [ForeignCurrency AUD]"
    );
    // Where the file states no currency at all, none is made up.
    assert_eq!(money(&text("5"), NO_CURRENCY, Scale::Ones), "5 ¤");
}

#[test]
fn an_amount_too_large_to_be_exact_is_kept_as_text() {
    let huge = "79228162514264337593543950335";
    assert_eq!(
        money(&text(huge), "EUR", Scale::Ones),
        format!("{huge} EUR")
    );
    assert_eq!(
        money(&text(huge), "EUR", Scale::Thousands),
        format!("Unknown: {huge} [UnreadableNumber]")
    );
}

#[test]
fn progress_is_between_nothing_and_all_of_it() {
    let of =
        |value: &Value, fraction| told(&typed::percent(value, fraction, None), ToString::to_string);
    for (value, fraction, expected) in [
        (Value::Percent(0.45), false, "45"),
        (Value::Percent(1.0 / 3.0), false, "33.333333"),
        (Value::Number(45.0), false, "45"),
        (Value::Number(0.45), true, "45"),
        (Value::Number(0.45), false, "0.45"),
        (text("0,5"), true, "50"),
        // Who writes the sign means it, also in a column of fractions.
        (text("0,5 %"), true, "0.5"),
        (text("100%"), false, "100"),
        (text("0"), false, "0"),
        (text("100.1"), false, "Unknown: 100.1 [PercentOutOfRange]"),
        (text("-1"), false, "Unknown: -1 [PercentOutOfRange]"),
        (
            Value::Percent(1.4),
            false,
            "Unknown: 140 % [PercentOutOfRange]",
        ),
        (text("half"), false, "Unknown: half [UnreadableNumber]"),
        (text("n/a"), false, "NotRequired: n/a"),
    ] {
        assert_eq!(of(&value, fraction), expected, "{value:?} {fraction}");
    }
}

#[test]
fn a_word_that_is_both_a_state_and_a_reason_is_the_state() {
    let state = |said: &str| {
        let typed = typed::word(&text(said), words::state, ProblemCode::UnreadableState);
        told(&typed, |it| format!("{it:?}"))
    };
    assert_eq!(state("Ongoing"), "Active");
    assert_eq!(state("En attente"), "Paused");
    assert_eq!(state("n/a"), "NotRequired: n/a");
    assert_eq!(state("Simmering"), "Unknown: Simmering [UnreadableState]");
}

#[test]
fn a_text_keeps_its_lines_only_where_lines_are_meant() {
    let value = text("Ana Ortiz\nBen  Cole");
    assert_eq!(
        typed::text(&value, false).field,
        Maybe::Known("Ana Ortiz Ben Cole".to_owned())
    );
    assert_eq!(
        typed::text(&value, true).field,
        Maybe::Known("Ana Ortiz\nBen  Cole".to_owned())
    );
    assert_eq!(
        typed::text(&Value::Number(7.0), false).field,
        Maybe::Known("7".to_owned())
    );
    let gap = typed::text(&text("tbd"), false).field;
    assert_eq!(gap, Maybe::missing(Reason::Unknown, "tbd"));
    // A sentence about what is not there yet is a text all the same.
    let told = typed::text(&text("Owner to be confirmed by the board"), false);
    assert!(matches!(told.field, Maybe::Known(_)));
}

#[test]
fn words_in_the_place_of_a_value_are_kept_short() {
    let long = format!("Exempt under section 43 {}", "and more ".repeat(38));
    let Maybe::Missing(gap) = typed::percent(&text(&long), false, None).field else {
        panic!("it gives a reason")
    };
    assert_eq!(gap.reason, Reason::Withheld);
    assert_eq!(gap.said.chars().count(), 301);
    assert!(gap.said.ends_with('…'));
}
