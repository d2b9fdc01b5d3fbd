//! Steps: what they are called and how they came about, taken back and done again, today and the next day.

use super::{Desk, add, connect, id, next_day, remove, rename, set};
use crate::told;
use portfolio::Code;
use portfolio::edit::{Origin, Patch};
use portfolio::model::{ElementKind, LinkKind, known};
use portfolio::workspace::Workspace;

/// The history, newest first, as a list of lines; what was taken back is in brackets.
fn history(workspace: &Workspace) -> Vec<String> {
    let moments = workspace.history(None, 99).unwrap();
    let line = |it: &portfolio::store::Moment| {
        let label = told::label(&it.label);
        if it.undone {
            format!("({label})")
        } else {
            label
        }
    };
    moments.iter().map(line).collect()
}

#[test]
fn the_history_tells_every_step_in_the_words_of_then() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    workspace
        .apply(&[rename("desk", "Check-in desks")])
        .unwrap();
    workspace
        .apply(&[set("desk", Patch::Owner(known("Ann".to_owned())))])
        .unwrap();
    workspace
        .apply(&[
            add("a", ElementKind::Outcome, "Less"),
            connect("l", "desk", "a", LinkKind::Contribution),
        ])
        .unwrap();
    workspace.apply(&[remove("desk"), remove("a")]).unwrap();
    workspace.undo().unwrap();
    let told = [
        "(= remove initiative \"Check-in desks\" ×2)",
        "= add outcome \"Less\"",
        "= change initiative \"Check-in desks\"",
        "= rename initiative \"Desks\"",
    ];
    assert_eq!(history(&workspace), told);
    let workspace = next_day(workspace);
    assert_eq!(history(&workspace), told, "the next day too");
    let steps = workspace.view().unwrap().steps;
    assert_eq!(told::label(&steps.undo.unwrap()), told[1]);
    assert_eq!(format!("({})", told::label(&steps.redo.unwrap())), told[0]);
}

#[test]
fn a_long_history_is_told_page_by_page_without_a_gap() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    for n in 0..25 {
        workspace
            .apply(&[rename("desk", &format!("Title {n}"))])
            .unwrap();
    }
    let mut all = Vec::new();
    let mut before = None;
    for _ in 0..4 {
        let page = workspace.history(before, 10).unwrap();
        assert!(page.len() <= 10);
        before = page.last().map(|it| it.seq).or(before);
        all.extend(page.into_iter().map(|it| it.seq));
    }
    assert_eq!(all, (1..=25).rev().collect::<Vec<u32>>());
    assert_eq!(workspace.history(Some(1), 10).unwrap(), []);
    assert_eq!(workspace.history(None, 0).unwrap(), []);
    let moments = workspace.history(None, u32::MAX).unwrap();
    assert!(
        moments.windows(2).all(|it| it[0].at >= it[1].at),
        "the newest first"
    );
}

#[test]
fn how_a_step_came_about_is_kept_when_it_is_taken_back_and_done_again() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let origins = [
        Origin::Typed,
        Origin::Pasted,
        Origin::Imported,
        Origin::Merged,
        Origin::Fixed {
            rule: "D103".to_owned(),
        },
    ];
    for (n, origin) in origins.iter().enumerate() {
        let edit = rename("desk", &format!("Title {n}"));
        let changed = workspace.apply_from(&[edit], origin.clone()).unwrap();
        assert_eq!(changed.steps.undo.unwrap().origin, *origin);
    }
    let mut workspace = next_day(workspace);
    for origin in origins.iter().rev() {
        assert_eq!(
            workspace.view().unwrap().steps.undo.unwrap().origin,
            *origin
        );
        let changed = workspace.undo().unwrap();
        assert_eq!(changed.steps.redo.unwrap().origin, *origin);
    }
    for origin in &origins {
        assert_eq!(
            workspace.redo().unwrap().steps.undo.unwrap().origin,
            *origin
        );
    }
}

#[test]
fn steps_taken_back_before_the_evening_can_be_done_again_the_next_morning() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    for title in ["One", "Two", "Three"] {
        workspace.apply(&[rename("desk", title)]).unwrap();
    }
    workspace.undo().unwrap();
    workspace.undo().unwrap();
    let title = |workspace: &Workspace| {
        workspace
            .portfolio()
            .element(&id("desk"))
            .unwrap()
            .title
            .clone()
    };
    let mut workspace = next_day(workspace);
    assert_eq!(title(&workspace), "One");
    workspace.redo().unwrap();
    let mut workspace = next_day(workspace);
    assert_eq!(title(&workspace), "Two");
    workspace.redo().unwrap();
    assert_eq!(title(&workspace), "Three");
    assert_eq!(workspace.redo().unwrap_err().code, Code::NothingToUndo);
}

#[test]
fn a_new_step_drops_what_waited_for_good_also_from_the_history() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    for title in ["One", "Two", "Three"] {
        workspace.apply(&[rename("desk", title)]).unwrap();
    }
    workspace.undo().unwrap();
    workspace.undo().unwrap();
    workspace.apply(&[rename("desk", "Other")]).unwrap();
    let mut workspace = next_day(workspace);
    assert_eq!(
        history(&workspace),
        [
            "= rename initiative \"One\"",
            "= rename initiative \"Desks\""
        ]
    );
    assert_eq!(workspace.redo().unwrap_err().code, Code::NothingToUndo);
    workspace.undo().unwrap();
    assert_eq!(
        workspace.portfolio().element(&id("desk")).unwrap().title,
        "One"
    );
}

#[test]
fn where_there_is_nothing_to_take_back_that_is_said_and_nothing_counts() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    for _ in 0..2 {
        let error = workspace.undo().unwrap_err();
        assert_eq!(error.code, Code::NothingToUndo);
        assert!(
            error.message.fr.contains("Il n’y a rien à annuler"),
            "{}",
            error.message.fr
        );
        assert_eq!(workspace.redo().unwrap_err().code, Code::NothingToUndo);
    }
    assert_eq!(workspace.view().unwrap().revision, 0);
}

#[test]
fn a_refused_or_empty_step_leaves_no_trace() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    workspace.apply(&[rename("desk", "One")]).unwrap();
    workspace.undo().unwrap();
    let before = workspace.view().unwrap();
    let refused = [rename("wait", "Halfway"), rename("gone", "Nowhere")];
    assert_eq!(workspace.apply(&refused).unwrap_err().code, Code::NotFound);
    let nothing = [rename("wait", "Other"), rename("wait", "Wait less")];
    let changed = workspace.apply(&nothing).unwrap();
    assert!(changed.diff.is_empty() && changed.revision == before.revision);
    assert!(workspace.apply(&[]).unwrap().diff.is_empty());
    assert!(
        workspace.view().unwrap() == before,
        "what waits still waits"
    );
    workspace.redo().unwrap();
}

#[test]
fn every_change_counts_one_and_carries_exactly_what_a_mirror_needs() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let mut mirror = workspace.portfolio().clone();
    let mut revision = 0;
    let mut follow = |workspace: &Workspace, changed: portfolio::workspace::Changed| {
        revision += 1;
        assert_eq!(changed.revision, revision);
        mirror.apply(&changed.diff);
        assert!(mirror == *workspace.portfolio());
    };
    for edits in [
        vec![rename("desk", "One")],
        vec![remove("wait")],
        vec![add("w", ElementKind::Objective, "W")],
    ] {
        let changed = workspace.apply(&edits).unwrap();
        follow(&workspace, changed);
    }
    for _ in 0..3 {
        let changed = workspace.undo().unwrap();
        follow(&workspace, changed);
    }
    for _ in 0..2 {
        let changed = workspace.redo().unwrap();
        follow(&workspace, changed);
    }
}

#[test]
fn findings_change_with_each_step_and_come_back_with_it() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let codes = |workspace: &Workspace| {
        let mut codes: Vec<String> = workspace
            .findings()
            .iter()
            .map(|it| it.code.clone())
            .collect();
        codes.sort();
        codes
    };
    let before = codes(&workspace);
    workspace.apply(&[remove("wait")]).unwrap();
    let after = codes(&workspace);
    assert_ne!(after, before, "an initiative without an objective is told");
    workspace.undo().unwrap();
    assert_eq!(codes(&workspace), before);
    let mut workspace = next_day(workspace);
    workspace.redo().unwrap();
    assert_eq!(codes(&workspace), after);
}
