//! Numbers, amounts and units one by one: what is written, and the exact decimal, currency and scale that it means.

use super::super::number::{self, Sign};
use super::super::unit;
use super::each;

fn read(text: &str, comma: Option<bool>) -> String {
    let Some(it) = number::parse(text, comma) else {
        return "unread".to_owned();
    };
    let mut told = it.value.to_string();
    told.extend(it.currency.map(|code| format!(" {code}")));
    told.extend(it.scale.map(|scale| format!(" {scale:?}").to_lowercase()));
    told.push_str(if it.percent { " %" } else { "" });
    told
}

/// What it means; `one or other` where a column of decimal commas reads it otherwise than one of decimal points.
fn told(text: &str) -> String {
    let (point, comma) = (read(text, Some(false)), read(text, Some(true)));
    if point == comma {
        point
    } else {
        format!("{point} or {comma}")
    }
}

#[test]
fn a_number_is_read_exactly_or_not_at_all() {
    each(include_str!("numbers.cases"), told);
}

#[test]
fn a_unit_is_taken_from_a_header_that_states_one_and_from_no_other() {
    each(include_str!("units.cases"), |text| {
        let (currency, scale) = unit::unit_of(text);
        let scale = scale.map(|it| format!("{it:?}").to_lowercase());
        let told: Vec<String> = currency.into_iter().chain(scale).collect();
        if told.is_empty() {
            "none".to_owned()
        } else {
            told.join(" ")
        }
    });
}

#[test]
fn a_format_of_cells_tells_shares_and_currencies() {
    for (code, percent, currency) in [
        ("General", false, None),
        ("0%", true, None),
        ("0.00 %;[Red]-0.00 %", true, None),
        // Only how positive numbers are shown counts.
        ("0;0%", false, None),
        ("[$€-40C]#,##0.00", false, Some("EUR")),
        ("#,##0 [$€-407]", false, Some("EUR")),
        ("[$CHF] #,##0", false, Some("CHF")),
        ("[$$-409]#,##0", false, Some("$")),
        ("[$-409]d mmm yyyy", false, None),
        ("\"£\"#,##0", false, Some("GBP")),
        ("¥#,##0", false, Some("¥")),
        ("#,##0 \"pieces\"", false, None),
    ] {
        let found = unit::cell_format(code);
        assert_eq!(
            (found.percent, found.currency.as_deref()),
            (percent, currency),
            "{code}"
        );
    }
}

#[test]
fn the_way_a_number_is_written_tells_the_decimal_sign_only_where_it_can() {
    for (text, sign) in [
        ("1234", Sign::None),
        ("1 234 k€", Sign::None),
        ("1,5", Sign::Comma),
        ("1,2345", Sign::Comma),
        ("1.5", Sign::Point),
        ("1,234", Sign::Open),
        ("12.345 €", Sign::Open),
        ("1.234,5", Sign::Comma),
        ("1,234.5", Sign::Point),
        ("1,234,567", Sign::Point),
        ("1.234.567", Sign::Comma),
        // The stop behind an abbreviation or a sentence is no sign of the number.
        ("1,5 M.", Sign::Comma),
        ("approx. 1,5", Sign::Comma),
    ] {
        assert_eq!(number::sign_of(text), sign, "{text}");
    }
}

#[test]
fn a_number_of_a_workbook_is_shown_as_the_workbook_shows_it() {
    for (number, shown) in [
        (0.1 + 0.2, "0.3"),
        (1.0 / 3.0, "0.333333333333333"),
        (1_250_000.5, "1250000.5"),
        (-0.0, "0"),
        (1e15, "1000000000000000"),
        (123_456_789_012_345.6, "123456789012346"),
        (1e-7, "0.0000001"),
        (f64::INFINITY, "inf"),
    ] {
        assert_eq!(number::plain(number), shown);
    }
    assert_eq!(number::decimal(f64::NAN), None);
    assert_eq!(number::decimal(1e40), None);
}
