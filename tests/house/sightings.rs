//! Findings have an age, which the file remembers from day to day.

use chrono::Days;
use portfolio::edit::Edit;
use portfolio::model::{Date, ElementId, ElementKind, Lang};
use portfolio::rules::Tally;
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use rusqlite::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn desk() -> Edit {
    Edit::AddElement {
        id: ElementId::new("desk"),
        kind: ElementKind::Initiative,
        title: "Check-in desks".to_owned(),
        spot: None,
    }
}

fn put_away() -> Edit {
    Edit::Archive {
        elements: vec![ElementId::new("desk")],
        on: chrono::Local::now().date_naive(),
        reason: "Postponed".to_owned(),
    }
}

fn open(path: &Path) -> Workspace {
    Workspace::open(path, Access::ReadWrite, Lang::En).unwrap()
}

/// A file with one initiative that has come from nowhere, looked at and put away.
fn aim() -> Edit {
    Edit::AddElement {
        id: ElementId::new("aim"),
        kind: ElementKind::Objective,
        title: "Ships leave on time".to_owned(),
        spot: None,
    }
}

fn start(folder: &TempDir) -> PathBuf {
    let path = folder.path().join("a.thru");
    let mut workspace = Workspace::create(&path, "Harbour", Lang::En).unwrap();
    // With an aim, so that work which leads to none is told one by one.
    workspace.apply(&[aim(), desk()]).unwrap();
    assert!(!workspace.findings().is_empty());
    workspace.close().unwrap();
    path
}

/// Turns the clock of what a file remembers back, because nobody can turn the one of the machine.
fn days_ago(path: &Path, days: u64) -> Date {
    let then = chrono::Local::now().date_naive() - Days::new(days);
    let db = Connection::open(path).unwrap();
    let day = then.to_string();
    db.execute("UPDATE sighting SET first = ?1", [&day])
        .unwrap();
    db.execute(
        "UPDATE sighting SET gone = ?1 WHERE gone IS NOT NULL",
        [&day],
    )
    .unwrap();
    db.execute("UPDATE check_day SET day = ?1", [&day]).unwrap();
    then
}

/// Days go by over a file that lies closed.
fn days_go_by(path: &Path, days: u64) {
    let db = Connection::open(path).unwrap();
    let earlier = format!("-{days} days");
    for sql in [
        "UPDATE sighting SET first = date(first, ?1), gone = date(gone, ?1)",
        "UPDATE check_day SET day = date(day, ?1)",
    ] {
        db.execute(sql, [&earlier]).unwrap();
    }
}

fn first_seen(workspace: &Workspace, key: &str) -> Option<Date> {
    let all = workspace.findings();
    all.iter().find(|it| it.key == key)?.first_seen
}

#[test]
fn a_finding_is_as_old_as_the_day_on_which_it_was_first_seen() {
    let folder = TempDir::new().unwrap();
    let path = start(&folder);
    let then = days_ago(&path, 12);
    let workspace = open(&path);
    assert_eq!(first_seen(&workspace, "M501:desk"), Some(then));
}

#[test]
fn a_finding_that_a_step_brings_is_of_today() {
    let folder = TempDir::new().unwrap();
    let path = start(&folder);
    let then = days_ago(&path, 12);
    let mut workspace = open(&path);
    let known = workspace.findings().len();
    let gate = Edit::AddElement {
        id: ElementId::new("gate"),
        kind: ElementKind::Initiative,
        title: "Gates".to_owned(),
        spot: None,
    };
    let changed = workspace.apply(&[gate]).unwrap();
    assert!(workspace.findings().len() > known);
    let today = workspace.as_of();
    let told = changed.findings.now.iter();
    let told: Vec<Option<Date>> = told
        .filter(|it| it.key == "M501:gate")
        .map(|it| it.first_seen)
        .collect();
    assert_eq!(told, [Some(today)]);
    assert_eq!(first_seen(&workspace, "M501:desk"), Some(then));
}

#[test]
fn what_is_mended_and_broken_again_within_a_day_is_as_old_as_it_was() {
    let folder = TempDir::new().unwrap();
    let path = start(&folder);
    let then = days_ago(&path, 12);
    let mut workspace = open(&path);
    workspace.findings();
    workspace.apply(&[put_away()]).unwrap();
    assert_eq!(first_seen(&workspace, "M501:desk"), None);
    workspace.close().unwrap();
    let mut workspace = open(&path);
    workspace.undo().unwrap();
    assert_eq!(first_seen(&workspace, "M501:desk"), Some(then));
}

#[test]
fn what_comes_back_on_another_day_is_new() {
    let folder = TempDir::new().unwrap();
    let path = start(&folder);
    let mut workspace = open(&path);
    workspace.findings();
    workspace.apply(&[put_away()]).unwrap();
    workspace.close().unwrap();
    days_ago(&path, 3);
    let mut workspace = open(&path);
    workspace.undo().unwrap();
    let today = workspace.as_of();
    assert_eq!(first_seen(&workspace, "M501:desk"), Some(today));
}

#[test]
fn looking_at_a_portfolio_a_second_time_on_a_day_does_not_touch_its_file() {
    let folder = TempDir::new().unwrap();
    let path = start(&folder);
    let before = fs::read(&path).unwrap();
    let workspace = open(&path);
    assert!(!workspace.findings().is_empty());
    workspace.close().unwrap();
    assert!(fs::read(&path).unwrap() == before, "the file was written");
}

#[test]
fn who_only_reads_or_looks_at_another_date_leaves_no_trace() {
    let folder = TempDir::new().unwrap();
    let path = start(&folder);
    let then = days_ago(&path, 12);
    let before = fs::read(&path).unwrap();
    let reader = Workspace::open(&path, Access::ReadOnly, Lang::En).unwrap();
    assert_eq!(first_seen(&reader, "M501:desk"), Some(then));
    reader.close().unwrap();
    let mut workspace = open(&path);
    workspace.set_as_of(then - Days::new(30));
    let earlier = workspace.as_of();
    assert_eq!(first_seen(&workspace, "M501:desk"), Some(earlier));
    workspace.close().unwrap();
    assert!(fs::read(&path).unwrap() == before, "the file was written");
}

#[test]
fn what_is_seen_under_another_day_is_noted_for_no_day_and_today_goes_on_as_it_was() {
    let folder = TempDir::new().unwrap();
    let path = start(&folder);
    let then = days_ago(&path, 12);
    let mut workspace = open(&path);
    let today = workspace.as_of();
    workspace.findings();
    workspace.judge_as_of(Some(then - Days::new(30))).unwrap();
    workspace.findings();
    workspace.apply(&[put_away()]).unwrap();
    workspace.close().unwrap();
    let db = Connection::open(&path).unwrap();
    let days = |sql: &str| -> Vec<String> {
        let mut rows = db.prepare(sql).unwrap();
        let rows = rows.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    };
    let noted = days("SELECT day FROM check_day ORDER BY day");
    assert_eq!(noted, [then.to_string(), today.to_string()]);
    let firsts = days("SELECT DISTINCT first FROM sighting");
    assert_eq!(firsts, [then.to_string()]);
    drop(db);

    let mut workspace = open(&path);
    workspace.judge_as_of(Some(then)).unwrap();
    workspace.undo().unwrap();
    workspace.judge_as_of(None).unwrap();
    assert_eq!(workspace.as_of(), today);
    assert_eq!(first_seen(&workspace, "D103:desk"), Some(then));
}

#[test]
fn going_to_another_day_and_back_does_not_touch_the_file() {
    let folder = TempDir::new().unwrap();
    let path = start(&folder);
    let before = fs::read(&path).unwrap();
    let mut workspace = open(&path);
    let whole = workspace.findings();
    let today = workspace.as_of();
    workspace.judge_as_of(Some(today - Days::new(400))).unwrap();
    workspace.findings();
    workspace.judge_as_of(Some(today)).unwrap();
    assert_eq!(workspace.findings(), whole);
    workspace.close().unwrap();
    assert!(fs::read(&path).unwrap() == before, "the file was written");
}

#[test]
fn the_trend_tells_each_day_of_work_and_ends_today() {
    let folder = TempDir::new().unwrap();
    let path = start(&folder);
    let then = days_ago(&path, 12);
    let mut workspace = open(&path);
    let before = Tally::of(workspace.all_findings().iter());
    workspace.apply(&[put_away()]).unwrap();
    let days = workspace.seen_days().unwrap();
    let told: Vec<Date> = days.iter().map(|it| it.day).collect();
    assert_eq!(told, [then, workspace.as_of()]);
    assert_eq!(days[0].tally, before);
    assert_eq!(days[1].tally, Tally::of(workspace.all_findings().iter()));
    assert_ne!(days[0].tally, days[1].tally);
    workspace.close().unwrap();
    let again = open(&path).seen_days().unwrap();
    assert_eq!(again, days);
}

/// Six weeks of work with a gap of three between two days on which anybody looked.
#[test]
fn a_file_that_was_worked_on_now_and_then_tells_its_trend_and_what_is_new_since_when() {
    let folder = TempDir::new().unwrap();
    let path = start(&folder);
    let gate = Edit::AddElement {
        id: ElementId::new("gate"),
        kind: ElementKind::Initiative,
        title: "Boarding gates".to_owned(),
        spot: None,
    };
    let mut tallies = vec![Tally::of(open(&path).all_findings().iter())];
    for (pause, step) in [(14, gate), (21, put_away())] {
        days_go_by(&path, pause);
        let mut workspace = open(&path);
        workspace.apply(&[step]).unwrap();
        tallies.push(Tally::of(workspace.all_findings().iter()));
        workspace.close().unwrap();
    }
    days_go_by(&path, 7);
    let workspace = open(&path);
    let today = workspace.as_of();
    tallies.push(Tally::of(workspace.all_findings().iter()));
    let days = workspace.seen_days().unwrap();
    let told: Vec<Date> = days.iter().map(|it| it.day).collect();
    let ago = |days| today - Days::new(days);
    assert_eq!(told, [ago(42), ago(28), ago(7), today]);
    let kept: Vec<Tally> = days.into_iter().map(|it| it.tally).collect();
    assert_eq!(kept, tallies);
    assert_ne!(kept[0], kept[1], "the gates brought findings with them");
    assert_eq!(kept[2], kept[3], "nothing was done since");
    assert_eq!(first_seen(&workspace, "D103:gate"), Some(ago(28)));
    assert_eq!(first_seen(&workspace, "D103:desk"), None, "it is put away");
}
