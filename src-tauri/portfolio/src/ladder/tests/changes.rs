//! A change between two states: its parts, where each belongs, and what a reader is told beside the figures.

use super::levels::{BEST, but, swap};
use crate::fixture::draw;
use crate::ladder::change::{Cause, Effect, Profile, ScoreChange, Stand, State, between};
use crate::ladder::{Rung, TraceKind};
use crate::model::Lang;

fn change(old: &str, new: &str) -> ScoreChange {
    let (old, new) = (draw(old).unwrap(), draw(new).unwrap());
    let (was, is) = (old.portfolio(), new.portfolio());
    between(
        State {
            portfolio: &was,
            as_of: old.as_of,
        },
        State {
            portfolio: &is,
            as_of: new.as_of,
        },
        Lang::En,
    )
}

/// What each cause did to the share that is at least measured, in whole percent: readings, links, weights, scope, rules.
fn parts(change: &ScoreChange) -> Vec<i32> {
    let part = |it: &Effect| format!("{:.0}", it.moved.measured * 100.0).parse().unwrap();
    change.effects.iter().map(part).collect()
}

fn traced(change: &ScoreChange) -> Vec<TraceKind> {
    change.traces.iter().map(|it| it.kind).collect()
}

const READINGS: &str = "\
reading    min 2026-07-31 39 source=reg id=july
reading    min 2026-08-31 38 source=reg id=august
reading    min 2026-09-30 38 source=reg id=september
reading    min 2026-10-31 32 source=reg id=october
";

#[test]
fn readings_that_came_are_readings() {
    // Before them the promise has to cover the whole way.
    let enough = |text: &str| swap(text, "expects=-20..-15..-10", "expects=-40");
    let change = change(&enough(&but(READINGS, "")), &enough(BEST));
    assert_eq!(parts(&change), [100, 0, 0, 0, 0]);
    assert_eq!(change.warning, None);
    assert_eq!(
        (
            change.moves[0].cause,
            change.moves[0].before,
            change.moves[0].after
        ),
        (
            Cause::Readings,
            Stand::At(Rung::Plausible),
            Stand::At(Rung::Sustained)
        )
    );
}

#[test]
fn a_reading_may_be_called_like_its_objective() {
    let alike = |text: &str| swap(text, "id=october", "id=wait");
    let change = change(
        &alike(&swap(BEST, "weight=30", "weight=20")),
        &alike(&swap(BEST, " 32 ", " 39 ")),
    );
    let told = of(&draw(&alike(&swap(BEST, " 32 ", " 39 "))).unwrap());
    assert_eq!(change.after, told);
    assert_eq!(change.moves.len(), 1, "{:?}", change.moves);
}

fn of(drawing: &crate::fixture::Drawing) -> Profile {
    Profile::of(&crate::ladder::of(
        &drawing.portfolio(),
        drawing.as_of,
        Lang::En,
    ))
}

#[test]
fn a_mechanism_that_was_written_is_a_link_and_more_than_half_by_links_is_said() {
    let change = change(&but(r#"mechanism="Fewer come at once" "#, ""), BEST);
    assert_eq!(parts(&change), [0, 100, 0, 0, 0]);
    assert!(
        change
            .warning
            .as_ref()
            .is_some_and(|it| it.contains("links"))
    );
}

#[test]
fn points_are_weights() {
    let two = format!("{BEST}objective o \"O\" weight=30\n");
    let change = change(&two, &swap(&two, "weight=30 owner", "weight=90 owner"));
    assert_eq!(parts(&change), [0, 0, 25, 0, 0]);
    assert_eq!(change.warning, None);
}

#[test]
fn a_red_objective_that_is_dropped_is_scope_and_is_named() {
    let red = format!(
        "{BEST}objective red \"Red\" weight=90 owner=\"A\" why=\"w\"\nindicator bad \"Bad\" indicator_kind=outcome direction=down every_days=30 definition=\"d\" baseline=60 baseline_on=2025-01-01 target=30 target_on=2027-01-01 measures red\nreading bad 2026-10-31 59 source=reg id=bad1\n"
    );
    let change = change(&red, BEST);
    assert_eq!(parts(&change), [0, 0, 0, 75, 0]);
    assert!(
        change
            .warning
            .as_ref()
            .is_some_and(|it| it.contains("added or removed"))
    );
    assert!(traced(&change).contains(&TraceKind::ObjectiveRemoved));
    let text = &change
        .traces
        .iter()
        .find(|it| it.kind == TraceKind::ObjectiveRemoved)
        .unwrap()
        .text;
    assert!(text.contains("4\u{a0}%"), "it says where it stood: {text}");
}

#[test]
fn an_objective_that_is_put_away_is_scope_too() {
    let two = format!("{BEST}objective o \"O\" weight=30\n");
    let change = change(&two, &swap(&two, "\"O\"", "\"O\" archived=2026-11-01"));
    assert_eq!(parts(&change), [0, 0, 0, 50, 0]);
    assert!(traced(&change).contains(&TraceKind::ObjectiveRemoved));
}

#[test]
fn new_work_with_its_links_is_scope() {
    let before = swap(
        BEST,
        BEST.lines()
            .find(|it| it.starts_with("initiative app"))
            .unwrap(),
        "",
    );
    let change = change(&before, BEST);
    assert_eq!(parts(&change), [0, 0, 0, 100, 0]);
}

#[test]
fn an_easier_target_is_told_apart_from_readings() {
    let slow = but("10-31 32", "10-31 45");
    let slow = swap(&slow, "expects=-20..-15..-10", "expects=-40");
    let eased = swap(&slow, "target=30 ", "target=46 ");
    let change = change(&slow, &eased);
    assert_eq!(traced(&change), [TraceKind::TargetEased]);
    let proven = |it: &Effect| it.moved.proven;
    assert!(
        (proven(&change.effects[0]) - 1.0).abs() < 1e-9,
        "it is within the part of the readings"
    );
    assert!(
        (change.yardsticks.proven - 1.0).abs() < 1e-9,
        "and all of that part"
    );
}

#[test]
fn more_time_and_more_room_are_easier_and_less_is_not() {
    let kinds = |from: &str, to: &str| traced(&change(BEST, &but(from, to)));
    assert_eq!(
        kinds("target_on=2027-01-01", "target_on=2027-02-01"),
        [TraceKind::TargetEased]
    );
    assert_eq!(
        kinds("target_on=2027-01-01", "target_on=2027-01-01 tolerance=3"),
        [TraceKind::TargetEased]
    );
    assert_eq!(kinds("target=30", "target=31"), [TraceKind::TargetEased]);
    assert_eq!(kinds("target=30", "target=29"), []);
    assert_eq!(kinds("target_on=2027-01-01", "target_on=2026-12-01"), []);
}

#[test]
fn another_baseline_and_another_kind_are_told() {
    let kinds = |from: &str, to: &str| traced(&change(BEST, &but(from, to)));
    assert_eq!(
        kinds("baseline_on=2025-01-01", "baseline_on=2025-03-01"),
        [TraceKind::BaselineMoved]
    );
    assert_eq!(
        kinds("indicator_kind=outcome", "indicator_kind=impact"),
        [TraceKind::KindChanged]
    );
    let gone = change(&format!("{BEST}indicator x \"X\" measures wait\n"), BEST);
    assert_eq!(traced(&gone), [TraceKind::IndicatorRemoved]);
}

#[test]
fn a_value_of_the_past_that_changed_is_told_in_every_way_it_can_change() {
    let restated = [TraceKind::Restated];
    assert_eq!(
        traced(&change(BEST, &but("08-31 38", "08-31 37"))),
        restated
    );
    assert_eq!(
        traced(&change(
            BEST,
            &but("reading    min 2026-08-31 38 source=reg id=august\n", "")
        )),
        restated
    );
    let anew = format!("{BEST}reading min 2026-08-31 36 source=reg recorded=2026-11-01 id=later\n");
    assert_eq!(traced(&change(BEST, &anew)), restated);
    let next = format!("{BEST}reading min 2026-11-15 32 source=reg id=next\n");
    assert_eq!(traced(&change(BEST, &next)), []);
}

#[test]
fn five_hundred_imported_links_count_for_nothing_and_are_told() {
    let old = format!("{BEST}objective o \"O\" weight=30 owner=\"A\" why=\"w\"\n");
    let mut new = old.clone();
    for n in 0..500 {
        new.push_str(&format!("system s{n} \"S\" ~> desk (mechanism=\"m\")\n"));
    }
    let change = change(&old, &new);
    assert_eq!(parts(&change), [0, 0, 0, 0, 0]);
    let trace = change
        .traces
        .iter()
        .find(|it| it.kind == TraceKind::LinksProposed)
        .unwrap();
    assert_eq!(trace.links.len(), 500);
}

#[test]
fn time_that_passes_ages_readings() {
    let change = change(BEST, &but("as_of 2026-11-22", "as_of 2027-06-01"));
    assert_eq!(parts(&change), [-100, 0, 0, 0, 0]);
}

#[test]
fn settings_are_rules() {
    let barely = but("expects=-20..-15..-10", "expects=-2.23");
    let change = change(
        &barely,
        &format!("{barely}setting D204.confidence_certain=0.8\n"),
    );
    assert_eq!(parts(&change), [0, 0, 0, 0, -100]);
}

#[test]
fn more_findings_lived_with_are_told() {
    let change = change(BEST, &format!("{BEST}waive D103 app \"Later\"\n"));
    assert_eq!(traced(&change), [TraceKind::MoreSuppressed]);
}
