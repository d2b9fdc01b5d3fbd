//! Random edits over all verbs: undo all is the start, redo all is the end, and memory, disk and document agree.

use crate::fields::patches;
use crate::rolls::{Roll, VERBS, edit, rolls, verb};
use portfolio::edit::{Edit, Patch};
use portfolio::exchange::json;
use portfolio::model::{ElementId, ElementKind, Lang, LinkId, LinkKind, Portfolio, Why};
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use std::collections::BTreeSet;

/// Plays rolls and hands back which verbs were carried out.
fn play(workspace: &mut Workspace, rolls: &[Roll], from: usize) -> BTreeSet<usize> {
    let mut done = BTreeSet::new();
    for (serial, roll) in rolls.iter().enumerate() {
        // Now and then somebody takes steps back and does some of them again.
        match roll.turn {
            0 => drop(workspace.undo()),
            1 => drop(workspace.redo()),
            _ => {
                let Some(edit) = edit(roll, workspace.portfolio(), from + serial) else {
                    continue;
                };
                let before = serial
                    .is_multiple_of(23)
                    .then(|| workspace.portfolio().clone());
                if workspace.apply(std::slice::from_ref(&edit)).is_ok() {
                    done.insert(verb(&edit));
                } else if let Some(before) = before {
                    assert_eq!(*workspace.portfolio(), before, "a refusal changes nothing");
                }
            }
        }
    }
    done
}

fn disk(workspace: &Workspace) -> Portfolio {
    let reader = Workspace::open(workspace.path(), Access::ReadOnly, Lang::En).unwrap();
    reader.portfolio().clone()
}

fn document(portfolio: &Portfolio) -> Portfolio {
    let text = json::write(portfolio).unwrap();
    let again = Portfolio::from_records(json::read("random.json", text.as_bytes()).unwrap());
    assert_eq!(json::write(&again).unwrap(), text, "the same bytes again");
    again
}

/// Each case plays on the file of the one before it, so that portfolios grow.
#[test]
fn ten_thousand_edits_over_all_verbs_can_be_taken_back_and_done_again() {
    let mut runner = TestRunner::new_with_rng(
        Config::default(),
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    );
    let mut carried_out = BTreeSet::new();
    for case in 0..20 {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("random.thru");
        let mut workspace = Workspace::create(&path, "Random", Lang::En).unwrap();
        let start = workspace.portfolio().clone();
        let strategy = proptest::collection::vec(rolls(), 500);
        let rolls = strategy.new_tree(&mut runner).unwrap().current();
        carried_out.append(&mut play(&mut workspace, &rolls, case * 1000));
        let end = workspace.portfolio().clone();
        assert_eq!(disk(&workspace), end);
        assert_eq!(document(&end), end);

        workspace.close().unwrap();
        let mut workspace = Workspace::open(&path, Access::ReadWrite, Lang::En).unwrap();
        assert_eq!(*workspace.portfolio(), end, "a restart loses nothing");
        let mut undone = 0;
        while workspace.undo().is_ok() {
            undone += 1;
        }
        assert_eq!(*workspace.portfolio(), start);
        assert_eq!(disk(&workspace), start);
        for _ in 0..undone {
            workspace.redo().unwrap();
        }
        assert_eq!(*workspace.portfolio(), end);
        assert_eq!(disk(&workspace), end);
    }
    let missing: Vec<usize> = (0..VERBS).filter(|it| !carried_out.contains(it)).collect();
    assert!(missing.is_empty(), "verbs never carried out: {missing:?}");
}

#[test]
fn the_rolls_know_every_field() {
    let fields: BTreeSet<String> = patches("x", 1.0, 0)
        .iter()
        .map(|it| serde_json::to_value(it).unwrap()["field"].to_string())
        .collect();
    let published = include_str!("../../ui/src/api/bindings.ts");
    let patch = published.split("export type Patch = ").nth(1).unwrap();
    let patch = patch.split(";\n\n").next().unwrap();
    assert_eq!(fields.len(), patch.matches("field: \"").count());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn any_few_edits_can_be_taken_back_one_by_one(
        rolls in proptest::collection::vec(rolls(), 1..40)
    ) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("random.thru");
        let mut workspace = Workspace::create(&path, "Random", Lang::En).unwrap();
        let mut states = vec![workspace.portfolio().clone()];
        for (serial, roll) in rolls.iter().enumerate() {
            let Some(edit) = edit(roll, workspace.portfolio(), serial) else { continue };
            if workspace.apply(&[edit]).is_ok_and(|it| !it.diff.is_empty()) {
                states.push(workspace.portfolio().clone());
            }
        }
        while let Some(state) = states.pop() {
            prop_assert_eq!(workspace.portfolio(), &state);
            prop_assert_eq!(workspace.undo().is_ok(), !states.is_empty());
        }
    }
}

#[test]
fn a_new_step_drops_what_was_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::create(&folder.path().join("a.thru"), "A", Lang::En).unwrap();
    let add = |id: &str, title: &str| Edit::AddElement {
        id: ElementId::new(id),
        kind: ElementKind::Objective,
        title: title.to_owned(),
        spot: None,
    };
    workspace.apply(&[add("a", "First")]).unwrap();
    workspace.undo().unwrap();
    workspace.apply(&[add("b", "Second")]).unwrap();
    assert!(workspace.redo().is_err());
    let label = workspace.view().unwrap().steps.undo.unwrap();
    assert_eq!(
        (label.kind, label.title.as_str()),
        (Some(ElementKind::Objective), "Second")
    );
}

#[test]
fn undo_restores_removed_links_places_and_what_mentioned_the_element() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::create(&folder.path().join("a.thru"), "A", Lang::En).unwrap();
    let id = |name: &str| ElementId::new(name);
    let add = |name: &str, kind| Edit::AddElement {
        id: id(name),
        kind,
        title: name.to_owned(),
        spot: None,
    };
    workspace
        .apply(&[
            add("goal", ElementKind::Objective),
            add("work", ElementKind::Initiative),
            add("measure", ElementKind::Indicator),
            Edit::Connect {
                id: LinkId::new("l1"),
                from: id("work"),
                to: id("goal"),
                kind: LinkKind::Contribution,
            },
            Edit::Connect {
                id: LinkId::new("l2"),
                from: id("measure"),
                to: id("goal"),
                kind: LinkKind::Measures,
            },
            Edit::Set {
                element: id("work"),
                patch: Patch::Why(Box::new(Why {
                    text: "So that".into(),
                    proof: Some(id("measure")),
                    ..Why::default()
                })),
            },
        ])
        .unwrap();
    let full = workspace.portfolio().clone();
    workspace
        .apply(&[Edit::Remove {
            elements: vec![id("measure"), id("goal")],
        }])
        .unwrap();
    assert_eq!(workspace.portfolio().links().count(), 0);
    assert_eq!(
        workspace
            .portfolio()
            .element(&id("work"))
            .unwrap()
            .why
            .proof,
        None
    );
    workspace.undo().unwrap();
    assert_eq!(*workspace.portfolio(), full);
}
