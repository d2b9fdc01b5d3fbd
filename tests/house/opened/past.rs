//! Looking back: the portfolio after any step is the one that was seen then, and looking changes nothing.

use super::{Desk, add, connect, id, next_day, remove, rename, set};
use crate::rolls::{edit, rolls};
use portfolio::edit::{Edit, Patch};
use portfolio::model::{ElementKind, Lang, LinkKind, Portfolio, known};
use portfolio::workspace::Workspace;
use proptest::prelude::*;

fn then(workspace: &Workspace, seq: u32) -> Portfolio {
    Portfolio::from_records(workspace.past(seq).unwrap().records)
}

fn newest(workspace: &Workspace) -> u32 {
    let moments = workspace.history(None, 1).unwrap();
    moments.first().map_or(0, |it| it.seq)
}

fn steps() -> Vec<Vec<Edit>> {
    vec![
        vec![rename("desk", "Check-in desks")],
        vec![
            add("next", ElementKind::Outcome, "Fewer leave"),
            connect("l", "desk", "next", LinkKind::Contribution),
        ],
        vec![set("desk", Patch::Owner(known("Ann".to_owned())))],
        vec![remove("mins")],
        vec![Edit::Archive {
            elements: vec![id("desk")],
            on: "2026-11-22".parse().unwrap(),
            reason: "Over".to_owned(),
        }],
        vec![remove("wait"), remove("next")],
    ]
}

#[test]
fn after_each_step_the_portfolio_is_the_one_that_was_seen_then_also_the_next_day() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let mut seen = vec![(0, workspace.portfolio().clone())];
    for edits in steps() {
        workspace.apply(&edits).unwrap();
        seen.push((newest(&workspace), workspace.portfolio().clone()));
    }
    for (seq, portfolio) in &seen {
        assert!(then(&workspace, *seq) == *portfolio, "after step {seq}");
    }
    let workspace = next_day(workspace);
    for (seq, portfolio) in &seen {
        assert!(
            then(&workspace, *seq) == *portfolio,
            "after step {seq}, the next day"
        );
    }
    assert!(
        *workspace.portfolio() == seen.last().unwrap().1,
        "looking back changes nothing"
    );
}

#[test]
fn what_was_taken_back_is_no_part_of_the_past_and_waits() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let before = workspace.portfolio().clone();
    for edits in steps() {
        workspace.apply(&edits).unwrap();
    }
    let last = newest(&workspace);
    for _ in steps() {
        workspace.undo().unwrap();
    }
    for seq in 0..=last {
        assert!(then(&workspace, seq) == before, "after step {seq}");
    }
    let moments = workspace.history(None, 99).unwrap();
    assert!(moments.iter().all(|it| it.undone));
    workspace.redo().unwrap();
    assert_eq!(
        then(&workspace, 1).element(&id("desk")).unwrap().title,
        "Check-in desks"
    );
    assert!(then(&workspace, 0) == before);
}

#[test]
fn the_past_is_judged_by_the_rules_and_the_date_of_today() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    workspace
        .apply(&[set("desk", Patch::Owner(known("Ann".to_owned())))])
        .unwrap();
    workspace.apply(&[remove("desk")]).unwrap();
    let view = workspace.past(1).unwrap();
    let now = workspace.view().unwrap();
    assert_eq!(
        (view.as_of, &view.pack, view.revision),
        (now.as_of, &now.pack, now.revision)
    );
    assert_eq!(view.steps, now.steps);
    let of_desk = |findings: &[portfolio::rules::Finding]| {
        let all = findings.iter().filter_map(|it| it.subject.as_ref());
        all.filter(|it| it.id.as_str() == "desk").count()
    };
    assert!(of_desk(&view.findings) > 0);
    assert_eq!(
        of_desk(&now.findings),
        0,
        "what is gone now is not judged now"
    );
    workspace.set_as_of("2027-11-22".parse().unwrap());
    assert_eq!(workspace.past(1).unwrap().as_of.to_string(), "2027-11-22");
}

#[test]
fn a_step_beyond_the_last_is_the_present() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    assert!(
        then(&workspace, 0) == *workspace.portfolio(),
        "without a step too"
    );
    workspace
        .apply(&[rename("desk", "Check-in desks")])
        .unwrap();
    for seq in [1, 2, 99, u32::MAX] {
        assert!(then(&workspace, seq) == *workspace.portfolio(), "{seq}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..ProptestConfig::default() })]

    #[test]
    fn after_any_edits_every_past_state_is_the_one_that_was_seen(
        rolls in proptest::collection::vec(rolls(), 20..60)
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.thru");
        let mut workspace = Workspace::create(&path, "Random", Lang::En).unwrap();
        let mut seen = vec![(0, workspace.portfolio().clone())];
        for (serial, roll) in rolls.iter().enumerate() {
            let Some(edit) = edit(roll, workspace.portfolio(), serial) else { continue };
            if workspace.apply(&[edit]).is_ok_and(|it| !it.diff.is_empty()) {
                seen.push((newest(&workspace), workspace.portfolio().clone()));
            }
        }
        for (seq, portfolio) in seen {
            prop_assert!(then(&workspace, seq) == portfolio, "after step {}", seq);
        }
    }
}
