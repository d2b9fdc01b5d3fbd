//! What indicators say: the series, the plan, its thresholds, its age.

use super::*;

/// An indicator that is to fall from 40 to 20 within the year 2026, measured each month.
const PLAN: &str = "indicator k \"Minutes\" indicator_kind=outcome unit=min direction=down every_days=30 baseline=40 baseline_on=2026-01-01 target=20 target_on=2026-12-31 measures o";

fn series<T>(rest: &str, ask: impl FnOnce(&Series<'_>) -> T) -> T {
    let drawing = format!("as_of 2026-11-22\nobjective o \"O\"\n{PLAN}\n{rest}");
    look(&drawing, |ctx| ask(&ctx.series(number(ctx, "k")).unwrap()))
}

/// Where the indicator stands after one reading of half way (day 182 of 364, where 30 is planned).
fn standing(value: &str) -> Option<Standing> {
    series(&format!("reading k 2026-07-02 {value}"), |it| {
        it.standing_at(it.last().unwrap())
    })
}

#[test]
fn a_plan_goes_straight_from_the_baseline_to_the_target_and_stays_there() {
    series("", |it| {
        for (on, planned) in [
            ("2025-06-01", 40.0),
            ("2026-01-01", 40.0),
            ("2026-07-02", 30.0),
            ("2026-12-31", 20.0),
            ("2027-06-01", 20.0),
        ] {
            assert!(near(it.planned_at(day(on)).unwrap(), planned), "{on}");
        }
    });
}

#[test]
fn a_plan_that_ends_before_it_begins_is_at_its_target() {
    let drawing = "indicator k \"K\" baseline=40 baseline_on=2026-06-01 target=20 target_on=2026-06-01\nreading k 2026-06-01 20";
    look(drawing, |ctx| {
        let it = ctx.series(number(ctx, "k")).unwrap();
        assert!(near(it.planned_at(day("2026-01-01")).unwrap(), 20.0));
    });
}

#[test]
fn a_change_is_on_track_from_four_fifths_of_its_plan_and_at_risk_from_a_half() {
    for (value, expected) in [
        ("30", Standing::OnTrack),
        ("32", Standing::OnTrack),
        ("32.1", Standing::AtRisk),
        ("35", Standing::AtRisk),
        ("35.1", Standing::OffTrack),
        ("40", Standing::OffTrack),
        ("47", Standing::OffTrack),
        ("10", Standing::OnTrack),
    ] {
        assert_eq!(standing(value), Some(expected), "{value}");
    }
}

#[test]
fn more_than_the_plan_counts_a_fifth_more_at_most_and_a_step_back_counts_nothing() {
    for (value, share) in [
        ("28", 1.2),
        ("5", 1.2),
        ("30", 1.0),
        ("38", 0.2),
        ("41", 0.0),
    ] {
        let found = series(&format!("reading k 2026-07-02 {value}"), |it| {
            it.realised(it.last().unwrap())
        });
        assert!(near(found.unwrap(), share), "{value} {found:?}");
    }
    // On the day of the baseline nothing is planned yet, so there is nothing to be a share of.
    let first = series("reading k 2026-01-01 39", |it| {
        it.realised(it.last().unwrap())
    });
    assert_eq!(first, None);
}

#[test]
fn what_is_to_hold_is_on_track_within_its_tolerance_and_off_it_beyond() {
    for (tolerance, value, on_track) in [
        ("tolerance=2", "42", true),
        ("tolerance=2", "42.01", false),
        ("tolerance=2", "38", true),
        // Without one two hundredths of the baseline are allowed.
        ("", "40.8", true),
        ("", "40.81", false),
    ] {
        let drawing = format!(
            "indicator k \"K\" direction=hold baseline=40 {tolerance} every_days=30\nreading k 2026-11-01 {value}"
        );
        let found = look(&drawing, |ctx| ctx.standing_by(number(ctx, "k")));
        let expected = if on_track {
            Standing::OnTrack
        } else {
            Standing::OffTrack
        };
        assert_eq!(found, Some(expected), "{tolerance} {value}");
    }
}

#[test]
fn a_value_speaks_for_one_and_a_half_periods_and_ten_days() {
    // 30 days: 55 days after the period it is still fresh.
    for (period, fresh) in [
        ("2026-09-28", true),
        ("2026-09-27", false),
        ("2026-11-22", true),
    ] {
        series(&format!("reading k {period} 22"), |it| {
            assert_eq!(it.stale_after(), Some(55.0));
            assert_eq!(it.is_fresh(), Some(fresh), "{period}");
            assert_eq!(
                it.standing().is_some(),
                fresh,
                "a stale value stands for nothing"
            );
        });
    }
    series("", |it| assert_eq!(it.is_fresh(), None));
    let unknown = "indicator k \"K\" baseline=40 baseline_on=2026-01-01 target=20 target_on=2026-12-31\nreading k 2026-02-01 39";
    look(unknown, |ctx| {
        let it = ctx.series(number(ctx, "k")).unwrap();
        assert_eq!(it.is_fresh(), None);
        assert!(it.standing().is_some(), "nobody said how often it is read");
    });
}

#[test]
fn the_value_of_a_month_that_is_not_over_counts_already() {
    series(
        "reading k 2026-10-31 26\nreading k 2026-11-30 24 id=now",
        |it| {
            assert_eq!(it.last().unwrap().id.as_str(), "now");
            assert_eq!(it.is_fresh(), Some(true));
        },
    );
}

#[test]
fn confirmed_values_stand_by_period_and_of_one_period_the_one_recorded_last_counts() {
    let rest = "\
reading k 2026-10-31 26 id=c
reading k 2026-09-30 28 id=b recorded=2026-11-01
reading k 2026-10-31 25 id=a recorded=2026-11-20
reading k 2026-12-01 10 id=later
reading k 2026-11-15 1 id=guess nature=forecast
reading k 2026-11-15 2 id=goal nature=target";
    series(rest, |it| {
        let order: Vec<&str> = it.actuals.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(order, ["b", "c", "a"]);
        assert!(near(it.last().unwrap().value, 25.0));
    });
}

#[test]
fn a_baseline_and_a_target_may_come_from_readings_where_the_indicator_names_none() {
    let drawing = r#"
        indicator k "K"
        reading   k 2026-03-01 38 nature=baseline
        reading   k 2026-01-01 40 nature=baseline
        reading   k 2026-12-31 20 nature=target
        reading   k 2027-12-31 15 nature=target
    "#;
    look(drawing, |ctx| {
        let it = ctx.series(number(ctx, "k")).unwrap();
        assert_eq!(
            it.baseline,
            Some((40.0, Some(day("2026-01-01")))),
            "the first"
        );
        assert_eq!(it.target, Some((15.0, Some(day("2027-12-31")))), "the last");
    });
    series("reading k 2026-03-01 38 nature=baseline", |it| {
        assert_eq!(
            it.baseline,
            Some((40.0, Some(day("2026-01-01")))),
            "what the indicator says comes first"
        );
    });
}

#[test]
fn a_share_of_the_whole_way_may_be_less_than_nothing_and_more_than_all() {
    series("", |it| {
        for (value, share) in [
            (40.0, 0.0),
            (30.0, 0.5),
            (20.0, 1.0),
            (15.0, 1.25),
            (44.0, -0.2),
        ] {
            assert!(near(it.share_of_target(value).unwrap(), share), "{value}");
        }
    });
    look("indicator k \"K\" baseline=20 target=20", |ctx| {
        assert_eq!(
            ctx.series(number(ctx, "k")).unwrap().share_of_target(20.0),
            None
        );
    });
}

#[test]
fn the_fields_without_which_nothing_is_proved_are_named() {
    for (fields, missing) in [
        ("", "baseline target direction unit every_days"),
        (
            "baseline=1 target=2 direction=up unit=min every_days=30",
            "target_on",
        ),
        (
            "baseline=1 target=2 target_on=2026-12-31 direction=up unit=\" \" every_days=30",
            "unit",
        ),
        (
            "baseline=unknown:tbd target=2 target_on=unknown:tbd direction=up unit=min every_days=unknown:?",
            "baseline target_on every_days",
        ),
        (
            "baseline=1 target=2 target_on=2026-12-31 direction=up unit=min every_days=30",
            "",
        ),
    ] {
        let drawing = format!("indicator k \"K\" {fields}");
        look(&drawing, |ctx| {
            assert_eq!(
                ctx.series(number(ctx, "k")).unwrap().missing().join(" "),
                missing,
                "{fields}"
            );
        });
    }
}

#[test]
fn two_values_agree_within_two_hundredths_or_half_of_the_last_digit_written() {
    for (one, other, same) in [
        (100.0, 98.0, true),
        (100.0, 97.9, false),
        (-100.0, -98.0, true),
        (3.0, 3.4, true),
        (3.0, 3.6, false),
        (3.5, 3.6, false),
        (0.0, 0.5, true),
        (0.25, 0.2, true),
        (0.25, 0.31, false),
        (0.0, 0.0, true),
    ] {
        assert_eq!(agree(one, other, 0.02), same, "{one} {other}");
        assert_eq!(agree(other, one, 0.02), same, "{other} {one}");
    }
}
