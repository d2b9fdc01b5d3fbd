//! The beat in which rules count, on the days on which it turns.

use super::*;

fn ask<T>(as_of: &str, settings: &str, ask: impl FnOnce(&Context<'_>) -> T) -> T {
    look(&format!("as_of {as_of}\n{settings}"), ask)
}

#[test]
fn months_are_counted_by_the_calendar_and_not_by_days() {
    ask("2026-03-01", "", |ctx| {
        for (date, cycles) in [
            ("2026-03-31", 0),
            ("2026-03-01", 0),
            ("2026-02-28", 1),
            ("2026-02-01", 1),
            ("2025-12-31", 3),
            ("2025-03-01", 12),
            ("2026-04-01", -1),
            ("2027-01-01", -10),
        ] {
            assert_eq!(ctx.cycles_since(day(date)), cycles, "{date}");
        }
    });
}

#[test]
fn quarters_are_those_of_the_fiscal_year() {
    for (settings, as_of, same, before) in [
        (
            "setting cycle=quarter",
            "2026-05-15",
            "2026-04-01",
            "2026-03-31",
        ),
        (
            "setting cycle=quarter fiscal_year=02-01",
            "2026-05-15",
            "2026-05-01",
            "2026-04-30",
        ),
        (
            "setting cycle=quarter fiscal_year=04-06",
            "2026-07-05",
            "2026-04-06",
            "2026-04-05",
        ),
        (
            "setting cycle=quarter fiscal_year=07-01",
            "2026-01-31",
            "2026-01-01",
            "2025-12-31",
        ),
        (
            "setting cycle=quarter fiscal_year=10-15",
            "2026-01-15",
            "2026-01-15",
            "2026-01-14",
        ),
    ] {
        ask(as_of, settings, |ctx| {
            assert_eq!(ctx.cycles_since(day(same)), 0, "{settings}");
            assert_eq!(ctx.cycles_since(day(before)), 1, "{settings}");
        });
    }
}

#[test]
fn the_running_cycle_is_one_of_the_last_and_a_day_to_come_is_not() {
    ask("2026-05-15", "", |ctx| {
        assert!(ctx.in_last_cycles(day("2026-05-15"), 1));
        assert!(ctx.in_last_cycles(day("2026-05-01"), 1));
        assert!(!ctx.in_last_cycles(day("2026-04-30"), 1));
        assert!(ctx.in_last_cycles(day("2026-04-01"), 2));
        assert!(
            !ctx.in_last_cycles(day("2026-05-16"), 3),
            "of the same month, and not yet there"
        );
        assert!(!ctx.in_last_cycles(day("2026-05-15"), 0));
    });
}

#[test]
fn a_cycle_ends_on_the_first_day_of_the_next() {
    for (settings, as_of, ahead, end) in [
        ("", "2026-12-31", 0, "2027-01-01"),
        ("", "2026-12-31", 1, "2027-02-01"),
        ("", "2026-01-31", 12, "2027-02-01"),
        ("setting cycle=quarter", "2026-11-22", 0, "2027-01-01"),
        (
            "setting cycle=quarter fiscal_year=04-06",
            "2026-04-05",
            0,
            "2026-04-06",
        ),
        (
            "setting cycle=quarter fiscal_year=04-06",
            "2026-04-06",
            0,
            "2026-07-06",
        ),
        (
            "setting cycle=quarter fiscal_year=11-01",
            "2026-11-22",
            1,
            "2027-05-01",
        ),
    ] {
        ask(as_of, settings, |ctx| {
            assert_eq!(
                ctx.end_of_cycle(ahead),
                day(end),
                "{settings} {as_of} {ahead}"
            );
        });
    }
}

#[test]
fn months_later_is_the_same_day_or_the_last_of_a_shorter_month() {
    for (as_of, months, later) in [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-11-22", 0, "2026-11-22"),
        ("2026-11-22", 14, "2028-01-22"),
    ] {
        ask(as_of, "", |ctx| {
            assert_eq!(ctx.months_later(months), day(later))
        });
    }
}

#[test]
fn a_date_before_everything_and_one_at_the_end_of_time_are_dates() {
    for as_of in ["0001-01-01", "9999-12-31", "-0044-03-15"] {
        for settings in ["", "setting cycle=quarter fiscal_year=04-06"] {
            ask(as_of, settings, |ctx| {
                assert_eq!(ctx.cycles_since(day(as_of)), 0);
                assert!(ctx.end_of_cycle(0) > day(as_of), "{as_of} {settings}");
                assert!(ctx.months_later(1) > day(as_of));
            });
        }
    }
}
