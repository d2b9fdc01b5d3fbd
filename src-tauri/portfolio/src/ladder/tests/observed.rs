//! What readings prove: one thing taken away from an objective that is sustained, and where it stands then.

use super::levels::{but, keeps, leaves_open, swap};
use super::stands;
use crate::ladder::{Need, Rung};

#[test]
fn without_a_baseline_it_is_plausible() {
    let baseline = "baseline=60 baseline_on=2025-01-01 ";
    keeps(&but(baseline, ""), Rung::Plausible, Need::Baseline);
    leaves_open(&but(baseline, "baseline=withheld:nfp "), Need::Baseline);
}

/// Where readings do not count, the whole way is left: promises have to cover it.
fn enough(text: &str) -> String {
    swap(text, "expects=-20..-15..-10", "expects=-40")
}

#[test]
fn a_reading_without_source_or_definition_measures_nothing() {
    let unsourced = enough(&but(" source=reg", ""));
    keeps(&unsourced, Rung::Plausible, Need::Reading);
    let typed = enough(&but("import     reg  2026-11-02\n", ""));
    keeps(
        &swap(&typed, "definition=\"Door to doctor\" ", ""),
        Rung::Plausible,
        Need::Reading,
    );
}

#[test]
fn a_reading_without_source_is_an_assertion_whatever_it_says_of_itself() {
    let text = enough(&but(" source=reg", " grade=corroborated"));
    keeps(&text, Rung::Plausible, Need::Reading);
}

#[test]
fn a_reading_supports_for_three_periods() {
    // Ninety days after the last of October.
    let at = |day: &str| but("as_of 2026-11-22", &format!("as_of {day}"));
    assert_eq!(stands(&at("2027-01-29")).0, Some(Rung::Sustained));
    keeps(&at("2027-01-30"), Rung::Plausible, Need::Reading);
    leaves_open(&but("every_days=30 ", ""), Need::Reading);
}

#[test]
fn only_a_reading_after_delivery_and_lag_proves() {
    // Delivered on 30 June 2025; the last reading is of 31 October 2026, 488 days later.
    assert_ne!(stands(&but("lag=30", "lag=488")).1, Some(Need::Delivery));
    keeps(&but("lag=30", "lag=489"), Rung::Measured, Need::Delivery);
    let active = but("state=delivered delivered_on=2025-06-30", "state=active");
    keeps(&active, Rung::Measured, Need::Delivery);
    leaves_open(
        &but("state=delivered delivered_on=2025-06-30", "state=delivered"),
        Need::Delivery,
    );
}

#[test]
fn a_manual_reading_measures_and_does_not_prove() {
    let typed = but("import     reg  2026-11-02\n", "");
    keeps(&typed, Rung::Measured, Need::Proof);
    let seconded = format!(
        "{typed}source paper \"Paper list\"\nreading min 2026-10-31 32 source=paper id=second\n"
    );
    assert_eq!(
        stands(&seconded),
        (Some(Rung::Proven), Some(Need::Duration))
    );
}

#[test]
fn eight_tenths_of_the_planned_movement_prove() {
    // Planned until then are 27.49 minutes of 30.
    let last = |value: &str| but("10-31 32", &format!("10-31 {value}"));
    assert_eq!(stands(&enough(&last("38"))).0, Some(Rung::Sustained));
    keeps(&enough(&last("38.1")), Rung::Measured, Need::Movement);
}

#[test]
fn a_newer_reading_cannot_be_passed_over() {
    // A better one from last month does not help where a typed one of today says less.
    let text = format!(
        "{}source paper \"Paper list\"\nreading min 2026-11-15 50 source=paper id=worse\n",
        but("expects=-20..-15..-10", "expects=-40")
    );
    keeps(&text, Rung::Measured, Need::Movement);
}

#[test]
fn four_readings_or_twelve_months_sustain() {
    let july = "reading    min 2026-07-31 39 source=reg id=july\n";
    keeps(&but(july, ""), Rung::Proven, Need::Duration);
    let year = "reading    min 2025-10-31 48 source=reg id=before\n";
    assert_eq!(stands(&but(july, year)).0, Some(Rung::Sustained));
    let less = "reading    min 2025-11-30 48 source=reg id=before\n";
    let three = swap(
        &but(july, less),
        "reading    min 2026-08-31 38 source=reg id=august\n",
        "",
    );
    keeps(&three, Rung::Proven, Need::Duration);
    // One that was off plan breaks it.
    keeps(&but("08-31 38", "08-31 45"), Rung::Proven, Need::Duration);
}

#[test]
fn an_indicator_that_is_to_hold_has_nothing_left_to_do() {
    let text = swap(
        &but("direction=down", "direction=hold"),
        "baseline=60",
        "baseline=33",
    );
    let text = swap(
        &swap(&text, "target=30 target_on=2027-01-01", "tolerance=7"),
        " expects=-20..-15..-10 on=min",
        "",
    );
    assert_eq!(stands(&text).0, Some(Rung::Sustained));
    keeps(
        &swap(&text, "tolerance=7", "tolerance=0.5"),
        Rung::Measured,
        Need::Movement,
    );
}
