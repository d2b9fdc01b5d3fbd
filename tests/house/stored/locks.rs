//! One portfolio, one writer: who has it is told, a lock that nobody holds stands in nobody's way, and none is left.

use super::{closed, names, open, told};
use portfolio::Code;
use portfolio::model::{Lang, Portfolio};
use portfolio::store::{Access, computer};
use portfolio::workspace::Workspace;
use std::path::{Path, PathBuf};

fn lock(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap().to_string_lossy();
    path.with_file_name(format!(".{name}.lock"))
}

#[test]
fn whoever_has_it_open_is_told_by_computer_process_and_moment() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &Portfolio::default());
    let first = open(&path).unwrap();
    let error = open(&path).unwrap_err();
    assert_eq!(told(&error, "a.thru"), Code::FileInUse);
    let owner = error.owner.clone().unwrap();
    assert_eq!(owner.computer, computer());
    assert_eq!(owner.process, std::process::id());
    assert_eq!(owner.since.len(), "2026-11-26 09:12".len());
    let told = format!("is open on {} since {}", owner.computer, owner.since);
    assert!(error.message.en.contains(&told), "{error}");
    let mark = lock(&path).display().to_string();
    assert!(error.hint.en.contains(&mark) && error.hint.fr.contains(&mark));
    first.close().unwrap();
    assert_eq!(names(folder.path()), ["a.thru"]);
}

#[test]
fn a_refused_second_opening_leaves_the_first_its_lock() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &Portfolio::default());
    let first = open(&path).unwrap();
    for _ in 0..3 {
        assert_eq!(open(&path).unwrap_err().code, Code::FileInUse);
        assert!(lock(&path).exists());
    }
    drop(first);
    open(&path).unwrap();
}

#[test]
fn any_number_of_readers_need_no_lock_and_take_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &Portfolio::default());
    let reader = || Workspace::open(&path, Access::ReadOnly, Lang::En).unwrap();
    let many = [reader(), reader(), reader()];
    assert_eq!(names(folder.path()), ["a.thru"]);
    let writer = open(&path).unwrap();
    assert!(many.iter().all(Workspace::is_read_only) && !writer.is_read_only());
    let why = many[0].view().unwrap().read_only.unwrap();
    assert!(why.contains("open for reading"), "{why}");
}

#[test]
fn what_stands_in_a_lock_that_nobody_holds_keeps_nobody_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &Portfolio::default());
    let far = r#"{"computer":"far-away","process":7,"since":"2026-01-01 09:12"}"#;
    let long = "x".repeat(100_000);
    for left in ["", "not JSON", "{}", far, long.as_str(), "\u{0}\u{1}"] {
        std::fs::write(lock(&path), left).unwrap();
        let workspace = open(&path).unwrap();
        // The lock now says who has it, and nothing of what stood there before.
        let said = std::fs::read_to_string(lock(&path)).unwrap();
        assert!(said.contains(&computer()) && said.ends_with('}'), "{said}");
        workspace.close().unwrap();
        assert_eq!(names(folder.path()), ["a.thru"]);
    }
}

#[test]
fn a_lock_that_is_held_and_says_nothing_keeps_out_without_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &Portfolio::default());
    let held = std::fs::File::create(lock(&path)).unwrap();
    held.lock().unwrap();
    let error = open(&path).unwrap_err();
    assert_eq!(
        (told(&error, "a.thru"), &error.owner),
        (Code::FileInUse, &None)
    );
    assert!(error.message.en.contains("another Throughline"), "{error}");
    held.unlock().unwrap();
    open(&path).unwrap().close().unwrap();
}

#[test]
fn a_lock_that_somebody_deletes_does_not_cost_what_is_being_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &Portfolio::default());
    let mut workspace = open(&path).unwrap();
    std::fs::remove_file(lock(&path)).unwrap();
    let title = "Still mine".to_owned();
    workspace
        .apply(&[portfolio::edit::Edit::SetTitle { title }])
        .unwrap();
    workspace.close().unwrap();
    assert_eq!(super::read(&path).settings().title, "Still mine");
    assert_eq!(names(folder.path()), ["a.thru"]);
}

#[test]
fn a_folder_in_the_place_of_the_lock_is_told_and_the_file_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &Portfolio::default());
    let before = std::fs::read(&path).unwrap();
    std::fs::create_dir(lock(&path)).unwrap();
    let error = open(&path).unwrap_err();
    assert_eq!(told(&error, "a.thru"), Code::FileUnreadable);
    assert_eq!(std::fs::read(&path).unwrap(), before);
    Workspace::open(&path, Access::ReadOnly, Lang::En).unwrap();
}

#[test]
fn two_portfolios_in_one_folder_do_not_lock_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let [one, other] = ["a.thru", "b.thru"]
        .map(|name| Workspace::create(&folder.path().join(name), name, Lang::En).unwrap());
    assert_eq!(
        names(folder.path()),
        [".a.thru.lock", ".b.thru.lock", "a.thru", "b.thru"]
    );
    one.close().unwrap();
    other.close().unwrap();
}

#[test]
fn a_file_that_cannot_be_opened_keeps_no_lock_behind() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &Portfolio::default());
    super::tampered(&path, "CREATE VIEW v AS SELECT * FROM element");
    assert_eq!(open(&path).unwrap_err().code, Code::FileDamaged);
    assert_eq!(names(folder.path()), ["a.thru"]);
}
