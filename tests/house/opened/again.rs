//! The same table once more: what is here stays as it is, what is new comes in, and both are counted.

use super::{Desk, next_day};
use portfolio::edit::{Edit, Origin, Patch};
use portfolio::exchange::Mapping;
use portfolio::model::{Element, ElementKind, Lang, LinkKind};
use portfolio::workspace::{ImportReport, Workspace};
use std::path::Path;

const HEAD: &str = "Ref,Project name,Owner,Parent project,Objective,RAG\n";

fn import(workspace: &mut Workspace, path: &Path) -> ImportReport {
    let done = workspace.import(path, &Mapping::default(), Some("Register"));
    done.unwrap().report
}

fn counts(report: &ImportReport) -> (u32, u32) {
    (report.created, report.already_there)
}

fn initiatives(workspace: &Workspace) -> Vec<String> {
    let all = workspace.portfolio().of_kind(ElementKind::Initiative);
    let mut titles: Vec<String> = all.map(|it| it.title.clone()).collect();
    titles.sort();
    titles
}

fn titled<'a>(workspace: &'a Workspace, title: &str) -> &'a Element {
    workspace
        .portfolio()
        .elements()
        .find(|it| it.title == title)
        .unwrap()
}

fn table(rows: &[&str]) -> String {
    format!("{HEAD}{}\n", rows.join("\n"))
}

#[test]
fn a_row_with_another_title_is_the_same_when_its_key_is() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let first = desk.file(
        "a.csv",
        &table(&["P-1,Night clinic,Ann,,,", "P-2,Roof,Bo,,,"]),
    );
    assert_eq!(counts(&import(&mut workspace, &first)), (2, 0));
    let second = desk.file(
        "b.csv",
        &table(&["P-1,Clinic at night,Cy,,,", "P-2,Roof,Bo,,,"]),
    );
    assert_eq!(counts(&import(&mut workspace, &second)), (0, 2));
    assert_eq!(
        initiatives(&workspace),
        ["Desks", "Night clinic", "Roof"],
        "and keeps what it says"
    );
}

#[test]
fn an_initiative_that_was_renamed_here_is_found_by_its_key() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let path = desk.file("a.csv", &table(&["P-1,Night clinic,Ann,,,"]));
    import(&mut workspace, &path);
    let id = titled(&workspace, "Night clinic").id.clone();
    let patch = Patch::Title("Clinic for the night".to_owned());
    workspace
        .apply(&[Edit::Set { element: id, patch }])
        .unwrap();
    assert_eq!(counts(&import(&mut workspace, &path)), (0, 1));
    assert_eq!(initiatives(&workspace), ["Clinic for the night", "Desks"]);
}

#[test]
fn without_a_key_a_title_is_the_same_in_any_case_and_spacing() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let rows = |title: &str| format!("Project name,Owner\n{title},Ann\n");
    let path = desk.file("a.csv", &rows("Night clinic"));
    assert_eq!(counts(&import(&mut workspace, &path)), (1, 0));
    for title in ["NIGHT CLINIC", "  night   clinic ", "Night Clinic"] {
        let path = desk.file("b.csv", &rows(title));
        assert_eq!(counts(&import(&mut workspace, &path)), (0, 1), "{title:?}");
    }
    let path = desk.file("c.csv", &rows("Night clinics"));
    assert_eq!(counts(&import(&mut workspace, &path)), (1, 0));
}

#[test]
fn what_was_typed_here_is_found_by_its_title_before_the_source_gave_it_a_key() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let path = desk.file("a.csv", &table(&["P-9,desks,Ann,,,", "P-8,Roof,Bo,,,"]));
    assert_eq!(counts(&import(&mut workspace, &path)), (1, 1));
    assert_eq!(initiatives(&workspace), ["Desks", "Roof"]);
}

#[test]
fn another_source_has_keys_of_its_own() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let path = desk.file("a.csv", &table(&["P-1,Night clinic,Ann,,,"]));
    import(&mut workspace, &path);
    let other = desk.file(
        "b.csv",
        &table(&["P-1,Roof,Bo,,,", "P-2,Night clinic,Ann,,,"]),
    );
    let done = workspace
        .import(&other, &Mapping::default(), Some("Jira"))
        .unwrap();
    assert_eq!(
        counts(&done.report),
        (1, 1),
        "the clinic by its title, the roof not by the key of another"
    );
    assert_eq!(
        workspace.portfolio().sources().count(),
        2,
        "the register was known by its title"
    );
}

#[test]
fn new_rows_beside_known_ones_come_in_and_hang_on_them() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let first = desk.file("a.csv", &table(&["P-1,Night clinic,Ann,,,"]));
    import(&mut workspace, &first);
    let second = desk.file(
        "b.csv",
        &table(&[
            "P-1,Night clinic,Ann,,,",
            "P-2,Phase two,Ann,Night clinic,Wait less,Red",
        ]),
    );
    let before = workspace.portfolio().clone();
    let report = import(&mut workspace, &second);
    assert_eq!((counts(&report), report.links_proposed), ((1, 1), 1));
    let portfolio = workspace.portfolio();
    let new = titled(&workspace, "Phase two").id.clone();
    let kinds: Vec<LinkKind> = portfolio
        .links_from(&new)
        .map(portfolio::model::Link::kind)
        .collect();
    assert!(
        kinds.contains(&LinkKind::PartOf) && kinds.contains(&LinkKind::Contribution),
        "{kinds:?}"
    );
    assert_eq!(portfolio.statuses_of(&new).count(), 1);
    let clinic = titled(&workspace, "Night clinic");
    assert!(
        before.element(&clinic.id) == Some(clinic),
        "what was here was not touched"
    );
    workspace.undo().unwrap();
    assert!(*workspace.portfolio() == before);
}

#[test]
fn a_preview_says_what_the_import_then_does_and_writes_nothing() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let path = desk.file(
        "a.csv",
        &table(&[
            "P-1,Desks,Ann,,,",
            "P-2,Roof,Bo,,,",
            ",,Cy,Desks,Wait less,Red",
        ]),
    );
    let before = workspace.view().unwrap();
    let (_, there) = workspace
        .preview(&path, &Mapping::default(), Lang::En)
        .unwrap();
    assert!(workspace.view().unwrap() == before);
    let done = workspace.import(&path, &Mapping::default(), None).unwrap();
    assert_eq!(done.report.already_there, there);
    assert_eq!((done.report.created, done.report.set_aside), (1, 1));
    let record = workspace.portfolio().imports().last().unwrap();
    assert_eq!(
        (
            record.created,
            record.quarantined.len(),
            record.file.as_str()
        ),
        (1, 1, "a.csv")
    );
}

#[test]
fn an_import_is_told_as_one_and_is_still_one_the_next_day() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let before = workspace.portfolio().clone();
    let path = desk.file(
        "Liste été.csv",
        &table(&["P-1,Night clinic,Ann,,,", "P-2,Roof,Bo,,,"]),
    );
    import(&mut workspace, &path);
    let there = workspace.portfolio().clone();
    let mut workspace = next_day(workspace);
    let label = workspace.view().unwrap().steps.undo.unwrap();
    assert_eq!(
        (label.origin, label.title.as_str(), label.count),
        (Origin::Imported, "Liste été.csv", 2)
    );
    workspace.undo().unwrap();
    assert!(*workspace.portfolio() == before);
    workspace.redo().unwrap();
    assert!(*workspace.portfolio() == there);
    assert_eq!(counts(&import(&mut workspace, &path)), (0, 2));
}

#[test]
fn what_was_taken_back_is_not_here_and_can_be_imported_once_more() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let path = desk.file("a.csv", &table(&["P-1,Night clinic,Ann,,,"]));
    import(&mut workspace, &path);
    workspace.undo().unwrap();
    assert_eq!(counts(&import(&mut workspace, &path)), (1, 0));
    assert_eq!(workspace.portfolio().imports().count(), 1);
}

#[test]
fn what_was_put_away_is_here_and_does_not_come_in_again() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let path = desk.file("a.csv", &table(&["P-1,Night clinic,Ann,,,"]));
    import(&mut workspace, &path);
    let clinic = titled(&workspace, "Night clinic").id.clone();
    let on = "2026-11-22".parse().unwrap();
    workspace
        .apply(&[Edit::Archive {
            elements: vec![clinic],
            on,
            reason: "Over".to_owned(),
        }])
        .unwrap();
    assert_eq!(counts(&import(&mut workspace, &path)), (0, 1));
    assert!(titled(&workspace, "Night clinic").archived.is_some());
}

#[test]
fn a_file_without_a_single_new_row_leaves_what_waits_to_be_done_again() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let path = desk.file("a.csv", &table(&["P-1,Desks,Ann,,,"]));
    let title = "Other".to_owned();
    workspace.apply(&[Edit::SetTitle { title }]).unwrap();
    workspace.undo().unwrap();
    let before = workspace.view().unwrap();
    assert_eq!(counts(&import(&mut workspace, &path)), (0, 1));
    assert!(workspace.view().unwrap() == before);
}
