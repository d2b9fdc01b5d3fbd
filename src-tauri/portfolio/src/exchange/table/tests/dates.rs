//! Dates one by one: what is written, and the day or the span of days that it means.

use super::super::date::{self, Edge, Reading, Resolved, Shape};
use super::each;

fn read(shape: Shape, day_first: bool, edge: Edge, fiscal_month: u32) -> String {
    let how = Reading {
        day_first,
        edge,
        fiscal_month,
    };
    match date::resolve(shape, how) {
        Resolved::Date { date, .. } => date.to_string(),
        Resolved::Impossible { nearest: Some(it) } => format!("impossible, {it}?"),
        Resolved::Impossible { nearest: None } => "impossible".to_owned(),
    }
}

/// The day; `one or other` where the order of day and month is open; `first..last` where only a span is named.
fn told(text: &str) -> String {
    let Some(shape) = date::shape(text) else {
        return "no date".to_owned();
    };
    let of = |day_first, edge| read(shape, day_first, edge, 4);
    let (day, month) = (of(true, Edge::Last), of(false, Edge::Last));
    if day != month {
        return format!("{day} or {month}");
    }
    let first = of(true, Edge::First);
    if first == day {
        day
    } else {
        format!("{first}..{day}")
    }
}

#[test]
fn a_date_is_read_as_it_was_meant_and_what_is_none_is_left_alone() {
    each(include_str!("dates.cases"), told);
}

#[test]
fn a_fiscal_year_lasts_twelve_months_from_whatever_month_it_starts_in() {
    for (text, month, span) in [
        ("2024/25", 1, "2024-01-01..2024-12-31"),
        ("2024/25", 4, "2024-04-01..2025-03-31"),
        ("2024/25", 7, "2024-07-01..2025-06-30"),
        ("2024/25", 10, "2024-10-01..2025-09-30"),
        // Named by the year in which it ends; one that starts in January ends in its own.
        ("FY25", 1, "2025-01-01..2025-12-31"),
        ("FY25", 4, "2024-04-01..2025-03-31"),
        ("FY25", 12, "2024-12-01..2025-11-30"),
        ("CY25", 4, "2025-01-01..2025-12-31"),
    ] {
        let shape = date::shape(text).unwrap();
        let first = read(shape, true, Edge::First, month);
        let last = read(shape, true, Edge::Last, month);
        assert_eq!(
            format!("{first}..{last}"),
            span,
            "{text} from month {month}"
        );
    }
}

#[test]
fn a_bare_number_is_a_day_only_between_1990_and_2100() {
    let day = |number| date::serial(number).map(|it| it.to_string());
    assert_eq!(day(32_873.0), None);
    assert_eq!(day(32_874.0).as_deref(), Some("1990-01-01"));
    assert_eq!(day(45_473.75).as_deref(), Some("2024-06-30"));
    assert_eq!(day(73_050.0).as_deref(), Some("2099-12-31"));
    assert_eq!(day(73_051.0), None);
    assert_eq!(day(f64::NAN), None);
    assert_eq!(day(-45_473.0), None);
}

#[test]
fn the_date_at_the_start_of_a_time_stamp_is_taken_and_a_cut_one_is_not() {
    let day = |text| date::iso(text).map(|it| it.to_string());
    assert_eq!(day("2026-06-30T08:14:00").as_deref(), Some("2026-06-30"));
    assert_eq!(day("  2026-06-30 ").as_deref(), Some("2026-06-30"));
    assert_eq!(day("2026-06-3"), None);
    assert_eq!(day("2026-02-30"), None);
    assert_eq!(day("2026-06-é0"), None);
}
