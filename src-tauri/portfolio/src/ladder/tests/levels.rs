//! One portfolio climbs the ladder; take one thing away, and it stands where that was needed.

use super::{of, scored, stands};
use crate::ladder::{Answer, CoveredPart, Need, Rung};

/// An objective that is sustained. Each test changes a piece of it.
pub(super) const BEST: &str = r#"
as_of 2026-11-22
source     reg  "Register"
import     reg  2026-11-02
objective  wait "Wait under 20 minutes" weight=30 owner="A. Rey" why="People leave unseen"
outcome    early "Arrivals are spread" owner="B. Sole" -> wait (mechanism="Fewer come at once" by="A. Rey" strength=decisive confidence=certain)
initiative desk "Check-in desks" state=delivered delivered_on=2025-06-30 budget="400 k EUR" owner="C. Dot" -> early (mechanism="People book" by="B. Sole" strength=strong confidence=likely lag=30)
initiative app  "Booking app" state=active budget="100 k EUR" owner="C. Dot" -> early (mechanism="People book" by="B. Sole" strength=strong confidence=certain expects=-20..-15..-10 on=min)
indicator  min  "Minutes waited" indicator_kind=outcome unit=min direction=down every_days=30 definition="Door to doctor" baseline=60 baseline_on=2025-01-01 target=30 target_on=2027-01-01 measures wait
reading    min 2026-07-31 39 source=reg id=july
reading    min 2026-08-31 38 source=reg id=august
reading    min 2026-09-30 38 source=reg id=september
reading    min 2026-10-31 32 source=reg id=october
"#;

/// The best with something put in another's place, wherever it stands.
pub(super) fn but(from: &str, to: &str) -> String {
    swap(BEST, from, to)
}

pub(super) fn swap(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from} is not drawn");
    text.replace(from, to)
}

#[track_caller]
pub(super) fn keeps(text: &str, level: Rung, limit: Need) {
    assert_eq!(stands(text), (Some(level), Some(limit)));
}

/// It cannot be told whether the need is met.
#[track_caller]
pub(super) fn leaves_open(text: &str, limit: Need) {
    assert_eq!(stands(text), (None, Some(limit)));
    let score = scored(text);
    let stage = of(&score, "wait").stage(limit).unwrap();
    assert_eq!(stage.answer, Answer::CannotTell);
    assert!(!stage.missing.is_empty(), "it names what is missing");
}

const DESK: &str =
    r#"-> early (mechanism="People book" by="B. Sole" strength=strong confidence=likely lag=30)"#;
const APP: &str = r#"-> early (mechanism="People book" by="B. Sole" strength=strong confidence=certain expects=-20..-15..-10 on=min)"#;

#[test]
fn everything_in_place_is_sustained() {
    let score = scored(BEST);
    let it = of(&score, "wait");
    assert_eq!((it.level, it.limit), (Some(Rung::Sustained), None));
    assert!(it.stages.iter().all(|stage| stage.lift.is_empty()));
}

#[test]
fn without_an_accepted_path_from_work_it_is_unlinked() {
    let text = swap(&but(DESK, ""), APP, "");
    keeps(&text, Rung::Unlinked, Need::Path);
    let text = swap(&but("-> early (", "~> early ("), "-> wait (", "~> wait (");
    keeps(&text, Rung::Unlinked, Need::Path);
}

#[test]
fn ideas_and_stopped_work_are_no_path() {
    let text = swap(
        &but("state=delivered", "state=stopped"),
        "state=active",
        "state=idea",
    );
    keeps(&text, Rung::Unlinked, Need::Path);
}

#[test]
fn a_contribution_that_is_over_is_no_path() {
    let text = swap(
        &but("lag=30)", "until=2026-11-21)"),
        "on=min)",
        "on=min until=2026-11-21)",
    );
    keeps(&text, Rung::Unlinked, Need::Path);
    let last = text.replace("until=2026-11-21", "until=2026-11-22");
    assert_ne!(stands(&last).0, Some(Rung::Unlinked));
}

#[test]
fn without_a_why_it_is_unlinked_and_a_reason_drawn_is_one() {
    let text = but(r#" why="People leave unseen""#, "");
    keeps(&text, Rung::Unlinked, Need::Why);
    let text = format!(
        "{}driver age \"Older patients\"\n",
        swap(&text, "owner=\"A. Rey\"", "owner=\"A. Rey\" because age")
    );
    assert_eq!(stands(&text).0, Some(Rung::Sustained));
}

#[test]
fn without_an_owner_it_is_unlinked_and_one_that_is_withheld_cannot_be_told() {
    let owner = r#"weight=30 owner="A. Rey""#;
    keeps(&but(owner, "weight=30"), Rung::Unlinked, Need::Owner);
    keeps(
        &but(owner, "weight=30 owner=\" \""),
        Rung::Unlinked,
        Need::Owner,
    );
    leaves_open(&but(owner, "weight=30 owner=withheld:nfp"), Need::Owner);
}

#[test]
fn a_reason_alone_links_and_makes_nothing_plausible() {
    let text = swap(&but(DESK, "because wait"), APP, "because wait");
    keeps(&text, Rung::Linked, Need::Mechanism);
}

#[test]
fn without_a_mechanism_at_every_step_it_is_only_linked() {
    keeps(
        &but(r#"mechanism="Fewer come at once" "#, ""),
        Rung::Linked,
        Need::Mechanism,
    );
    keeps(
        &but(r#"mechanism="People book""#, "mechanism=\" \""),
        Rung::Linked,
        Need::Mechanism,
    );
    let score = scored(&but(r#"mechanism="Fewer come at once" "#, ""));
    let stage = of(&score, "wait").stage(Need::Mechanism).unwrap();
    let links: Vec<&str> = stage
        .evidence
        .iter()
        .filter_map(|it| Some(it.link.as_ref()?.as_str()))
        .collect();
    assert_eq!(links, ["early..wait"], "it names the link");
}

#[test]
fn what_one_person_claims_and_accepts_is_only_linked() {
    // The owner of the lower end claims it where nobody is named.
    keeps(
        &but(r#"by="A. Rey""#, r#"by="b.  sole""#),
        Rung::Linked,
        Need::Agreement,
    );
    keeps(
        &but(r#"by="A. Rey""#, r#"by="A. Rey" claimed_by="A. Rey""#),
        Rung::Linked,
        Need::Agreement,
    );
    // Nobody is named, and one person owns both ends.
    let text = swap(
        &but(r#" by="A. Rey""#, ""),
        r#"owner="B. Sole""#,
        r#"owner="A. Rey""#,
    );
    keeps(&text, Rung::Linked, Need::Agreement);
    // Another accepted what one person owns at both ends.
    let text = swap(
        &but(r#"by="A. Rey""#, r#"by="The board""#),
        r#"owner="B. Sole""#,
        r#"owner="A. Rey""#,
    );
    assert_ne!(stands(&text).1, Some(Need::Agreement));
}

#[test]
fn work_that_leaps_to_the_objective_is_only_linked() {
    let text = swap(
        &but(
            "-> early (mechanism=\"People book\" by=\"B. Sole\"",
            "-> wait (mechanism=\"People book\" by=\"A. Rey\"",
        ),
        "on=min",
        "on=min",
    );
    keeps(&text, Rung::Linked, Need::Step);
}

#[test]
fn a_leap_beside_a_full_path_does_no_harm() {
    let text = but(
        "lag=30)",
        "lag=30) -> wait (mechanism=\"Directly\" by=\"A. Rey\")",
    );
    assert_eq!(stands(&text).0, Some(Rung::Sustained));
}

#[test]
fn promises_have_to_cover_what_is_left() {
    // Two minutes are left, and nine tenths of what is certain counts.
    let expects = |text: &str| but("expects=-20..-15..-10", text);
    assert_eq!(stands(&expects("expects=-2.23")).0, Some(Rung::Sustained));
    keeps(&expects("expects=-2.22"), Rung::Linked, Need::Sufficiency);
    keeps(&expects("expects=15"), Rung::Linked, Need::Sufficiency);
}

#[test]
fn sufficiency_is_judged_at_the_middle_of_the_interval_and_not_at_the_likely_value() {
    let expects = |text: &str| but("expects=-20..-15..-10", text);
    assert_eq!(
        stands(&expects("expects=-4.2..-1..-0.5")).0,
        Some(Rung::Sustained)
    );
    keeps(
        &expects("expects=-4..-3.9..-0.2"),
        Rung::Linked,
        Need::Sufficiency,
    );
    let score = scored(&expects("expects=-4..-3.9..-0.2"));
    let it = of(&score, "wait").sufficiency.unwrap();
    assert!(
        (it.low - 0.09).abs() < 1e-9 && (it.high - 1.8).abs() < 1e-9,
        "{it:?}"
    );
    assert!((it.middle - 0.945).abs() < 1e-9 && it.complete);
}

#[test]
fn promises_that_nobody_made_leave_it_open() {
    leaves_open(&but(" expects=-20..-15..-10 on=min", ""), Need::Sufficiency);
    leaves_open(
        &but("confidence=certain expects", "expects"),
        Need::Sufficiency,
    );
    leaves_open(
        &but("target=30 target_on=2027-01-01 ", ""),
        Need::Sufficiency,
    );
    let score = scored(&but(" expects=-20..-15..-10 on=min", ""));
    let it = of(&score, "wait");
    assert_eq!((it.floor, it.ceiling), (Rung::Linked, Rung::Sustained));
}

#[test]
fn enough_is_enough_even_where_others_say_nothing() {
    let silent = format!(
        "{BEST}initiative more \"More\" state=active -> early (mechanism=\"Also\" by=\"B. Sole\")\n"
    );
    assert_eq!(stands(&silent).0, Some(Rung::Sustained));
}

#[test]
fn a_target_that_is_reached_needs_no_promise() {
    let text = swap(
        &but(" expects=-20..-15..-10 on=min", ""),
        "10-31 32",
        "10-31 29",
    );
    assert_eq!(stands(&text).0, Some(Rung::Sustained));
}

#[test]
fn without_an_outcome_indicator_it_is_linked_or_plausible_and_no_more() {
    let text = but("indicator_kind=outcome", "indicator_kind=output");
    leaves_open(&text, Need::Sufficiency);
    let score = scored(&text);
    let it = of(&score, "wait");
    assert_eq!((it.floor, it.ceiling), (Rung::Linked, Rung::Plausible));
    assert_eq!(it.stage(Need::Indicator).unwrap().answer, Answer::Fails);
}

#[test]
fn an_indicator_of_unknown_kind_leaves_it_open() {
    let score = scored(&but("indicator_kind=outcome ", ""));
    let it = of(&score, "wait");
    assert_eq!(
        it.stage(Need::Indicator).unwrap().answer,
        Answer::CannotTell
    );
}

#[test]
fn an_objective_without_indicators_is_judged_by_those_of_its_sound_outcomes() {
    let text = but("measures wait", "measures early");
    assert_eq!(stands(&text).0, Some(Rung::Sustained));
    let harmful = swap(
        &text,
        "owner=\"B. Sole\" ->",
        "owner=\"B. Sole\" harmful=true ->",
    );
    assert_ne!(stands(&harmful).0, Some(Rung::Sustained));
}

#[test]
fn the_weakest_indicator_decides() {
    let text = format!(
        "{BEST}indicator left \"Left unseen\" indicator_kind=outcome direction=down every_days=30 baseline=9 target=3 measures wait\nreading left 2026-10-31 3 source=reg id=left1\n"
    );
    let score = scored(&text);
    let it = of(&score, "wait");
    assert_eq!(
        (it.level, it.limit),
        (Some(Rung::Measured), Some(Need::Movement))
    );
}

#[test]
fn coverage_shows_money_and_enabler_and_limits_nothing() {
    let answer = |text: &str, part| {
        let score = scored(text);
        of(&score, "wait")
            .coverage
            .iter()
            .find(|it| it.part == part)
            .unwrap()
            .answer
    };
    assert_eq!(answer(BEST, CoveredPart::Funding), Answer::Holds);
    assert_eq!(answer(BEST, CoveredPart::Enabler), Answer::Fails);
    assert_eq!(answer(BEST, CoveredPart::Change), Answer::Fails);
    assert_eq!(answer(BEST, CoveredPart::Indicator), Answer::Holds);
    let unknown = but("budget=\"100 k EUR\"", "budget=withheld:nfp");
    assert_eq!(answer(&unknown, CoveredPart::Funding), Answer::CannotTell);
    let none = but("budget=\"100 k EUR\"", "budget=\"0 EUR\"");
    assert_eq!(answer(&none, CoveredPart::Funding), Answer::Fails);
    assert_eq!(stands(&none).0, Some(Rung::Sustained));
}
