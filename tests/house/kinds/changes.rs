//! Diffs: folded, turned round, and found between two portfolios.

use crate::rolls::{edit, rolls};
use crate::told;
use portfolio::edit;
use portfolio::fixture::draw;
use portfolio::model::{
    Change, Diff, Element, ElementId, ElementKind, Noun, Portfolio, Reading, ReadingId, Record,
    Settings,
};
use proptest::prelude::*;

fn element(id: &str, title: &str) -> Record {
    Record::Element(Element::new(
        ElementId::new(id),
        ElementKind::Indicator,
        title,
    ))
}

fn reading(id: &str, value: f64) -> Record {
    Record::Reading(Reading {
        id: ReadingId::new(id),
        indicator: ElementId::new("a"),
        period: "2026-09-30".parse().unwrap(),
        value,
        nature: portfolio::model::Nature::Actual,
        source: None,
        recorded_at: "2026-09-30T12:00:00Z".parse().unwrap(),
        recorded_by: String::new(),
        comment: String::new(),
        grade: None,
    })
}

fn change(before: Option<Record>, after: Option<Record>) -> Change {
    Change { before, after }
}

#[test]
fn a_record_changed_many_times_is_one_change_from_the_first_state_to_the_last() {
    let [one, two, three] = ["1", "2", "3"].map(|it| element("a", it));
    let diff = Diff::squash([
        change(Some(one.clone()), Some(two.clone())),
        change(Some(two), Some(three.clone())),
    ]);
    assert_eq!(diff.changes, [change(Some(one), Some(three))]);
}

#[test]
fn what_came_and_went_or_changed_and_changed_back_is_no_change() {
    let [one, two] = ["1", "2"].map(|it| element("a", it));
    for changes in [
        vec![
            change(None, Some(one.clone())),
            change(Some(one.clone()), None),
        ],
        vec![
            change(Some(one.clone()), Some(two.clone())),
            change(Some(two.clone()), Some(one.clone())),
        ],
        vec![
            change(Some(one.clone()), None),
            change(None, Some(one.clone())),
        ],
        vec![change(None, None)],
        vec![change(Some(one.clone()), Some(one))],
    ] {
        assert!(Diff::squash(changes.clone()).is_empty(), "{changes:?}");
    }
}

#[test]
fn what_was_changed_and_then_removed_is_removed_as_it_was_at_first() {
    let [one, two] = ["1", "2"].map(|it| element("a", it));
    let diff = Diff::squash([
        change(Some(one.clone()), Some(two.clone())),
        change(Some(two.clone()), None),
    ]);
    assert_eq!(diff.changes, [change(Some(one), None)]);
    let diff = Diff::squash([
        change(None, Some(two.clone())),
        change(Some(two.clone()), Some(element("a", "3"))),
    ]);
    assert_eq!(diff.changes, [change(None, Some(element("a", "3")))]);
}

#[test]
fn records_of_two_nouns_that_are_called_alike_are_two_changes() {
    let diff = Diff::squash([
        change(Some(reading("a", 1.0)), None),
        change(Some(element("a", "A")), None),
        change(
            Some(Record::Settings(Settings::default())),
            Some(Record::Settings(Settings {
                title: "T".to_owned(),
                ..Settings::default()
            })),
        ),
        change(None, Some(element("settings", "S"))),
    ]);
    let nouns: Vec<Noun> = diff
        .changes
        .iter()
        .map(|it| it.after.as_ref().or(it.before.as_ref()).unwrap().noun())
        .collect();
    assert_eq!(
        nouns,
        [Noun::Reading, Noun::Element, Noun::Settings, Noun::Element]
    );
}

#[test]
fn changes_stand_in_the_order_in_which_records_were_first_touched() {
    let diff = Diff::squash([
        change(None, Some(element("b", "1"))),
        change(None, Some(element("a", "1"))),
        change(Some(element("b", "1")), Some(element("b", "2"))),
    ]);
    assert_eq!(
        told::diff(&diff),
        [
            "+ element a kind: \"indicator\", title: \"1\"",
            "+ element b kind: \"indicator\", title: \"2\""
        ]
    );
    let order: Vec<String> = diff
        .changes
        .iter()
        .map(|it| it.after.as_ref().unwrap().id().to_string())
        .collect();
    assert_eq!(order, ["b", "a"]);
}

#[test]
fn a_diff_turned_round_twice_is_itself_and_the_last_change_is_taken_back_first() {
    let diff = Diff {
        changes: vec![
            change(None, Some(element("a", "A"))),
            change(Some(reading("r", 1.0)), None),
        ],
    };
    let back = diff.inverse();
    assert_eq!(
        back.changes,
        [
            change(None, Some(reading("r", 1.0))),
            change(Some(element("a", "A")), None)
        ]
    );
    assert_eq!(back.inverse(), diff);
    assert!(Diff::default().inverse().is_empty());
}

#[test]
fn between_two_portfolios_nothing_comes_before_what_it_names_and_goes_after_it() {
    let full = draw(
        r#"
        source     pmo "Register"
        objective  wait "Wait"
        indicator  mins "Minutes" measures wait
        reading    mins 2026-09-30 31 id=r1 source=pmo
        canvas     map "Map" shows=wait
        waive      D103 wait "Known" by=Ann
        "#,
    )
    .unwrap()
    .portfolio();
    let empty = Portfolio::default();
    let nouns = |diff: &Diff| -> Vec<Noun> {
        let records = diff
            .changes
            .iter()
            .filter_map(|it| it.after.as_ref().or(it.before.as_ref()));
        records.map(Record::noun).collect()
    };
    let there = Diff::between(&empty, &full);
    assert!(nouns(&there).is_sorted());
    let back = Diff::between(&full, &empty);
    assert!(nouns(&back).iter().rev().is_sorted());
    assert_eq!(there.changes.len(), back.changes.len());
    assert!(Diff::between(&full, &full).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn what_lies_between_two_portfolios_leads_from_one_to_the_other_and_back(
        here in proptest::collection::vec(rolls(), 0..40),
        there in proptest::collection::vec(rolls(), 0..40),
    ) {
        let played = |rolls: &[crate::rolls::Roll], serial: usize| {
            let mut portfolio = Portfolio::default();
            for (at, roll) in rolls.iter().enumerate() {
                if let Some(edit) = edit(roll, &portfolio, serial + at) {
                    let _ = edit::apply(&mut portfolio, &[edit]);
                }
            }
            portfolio
        };
        let (one, other) = (played(&here, 0), played(&there, 1000));
        let way = Diff::between(&one, &other);
        let mut portfolio = one.clone();
        portfolio.apply(&way);
        prop_assert!(portfolio == other);
        portfolio.apply(&way.inverse());
        prop_assert!(portfolio == one);
        // Whatever order edits touched records in, folding them gives the same way.
        let changes = way.changes.iter().cloned();
        prop_assert_eq!(Diff::squash(changes), way);
    }
}
