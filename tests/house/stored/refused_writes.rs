//! When the disk, the folder or somebody else refuses a write: what is on disk and in memory is what was there before,
//! and work goes on as soon as it can.

use super::{closed, names, open, read, told};
use portfolio::Code;
use portfolio::edit::Edit;
use portfolio::model::{Lang, Portfolio};
use portfolio::store::Access;
use portfolio::workspace::{Look, Workspace};
use rusqlite::Connection;
use std::path::Path;

fn renamed(title: &str) -> [Edit; 1] {
    [Edit::SetTitle {
        title: title.to_owned(),
    }]
}

/// A portfolio with two steps, the last of them taken back.
fn begun(folder: &Path) -> Workspace {
    let path = closed(folder, &Portfolio::default());
    let mut workspace = open(&path).unwrap();
    workspace.apply(&renamed("One")).unwrap();
    workspace.apply(&renamed("Two")).unwrap();
    workspace.undo().unwrap();
    workspace
}

#[test]
fn a_step_that_cannot_be_written_is_not_in_memory_either_and_works_once_it_can() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = begun(folder.path());
    // A folder that has the name of the journal: the database cannot begin to write.
    let journal = folder.path().join("a.thru-journal");
    std::fs::create_dir(&journal).unwrap();
    let before = workspace.portfolio().clone();
    let error = workspace.apply(&renamed("Three")).unwrap_err();
    told(&error, "a.thru");
    assert!(workspace.undo().is_err() && workspace.redo().is_err());
    assert_eq!(*workspace.portfolio(), before);
    std::fs::remove_dir(&journal).unwrap();
    let view = workspace.view().unwrap();
    assert_eq!(view.revision, 3, "no state was counted that nobody saw");
    assert!(view.steps.redo.is_some(), "what was undone still waits");
    workspace.redo().unwrap();
    workspace.apply(&renamed("Three")).unwrap();
    assert_eq!(read(workspace.path()).settings().title, "Three");
    assert_eq!(workspace.history(None, 9).unwrap().len(), 3);
}

#[test]
fn while_another_program_writes_nothing_is_lost_and_a_look_waits() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = begun(folder.path());
    let mut other = Connection::open(workspace.path()).unwrap();
    let writing = other
        .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
        .unwrap();
    let error = workspace.apply(&renamed("Three")).unwrap_err();
    assert_eq!(told(&error, "a.thru"), Code::FileInUse);
    assert_eq!(workspace.look(), Look::Same, "busy for the moment");
    assert_eq!(workspace.portfolio().settings().title, "One");
    writing.rollback().unwrap();
    drop(other);
    workspace.apply(&renamed("Three")).unwrap();
    assert_eq!(read(workspace.path()).settings().title, "Three");
}

#[test]
fn a_row_that_appeared_below_what_is_removed_is_noticed_and_not_swept_away() {
    let folder = tempfile::tempdir().unwrap();
    let drawing =
        portfolio::fixture::draw("objective wait \"Wait\"\ninitiative desk \"Desks\"").unwrap();
    let path = closed(folder.path(), &drawing.portfolio());
    let mut workspace = open(&path).unwrap();
    super::tampered(
        &path,
        r#"INSERT INTO link VALUES ('l', 'because', 'desk', 'wait', '{"id":"l","from":"desk","to":"wait","kind":"because"}')"#,
    );
    let wait = portfolio::model::ElementId::new("wait");
    let error = workspace
        .apply(&[Edit::Remove {
            elements: vec![wait.clone()],
        }])
        .unwrap_err();
    assert_eq!(error.code, Code::ChangedOutside);
    let disk = read(&path);
    assert!(disk.element(&wait).is_some() && disk.links().count() == 1);
}

#[test]
fn a_file_that_is_only_read_refuses_every_change_with_the_reason_and_a_way_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = begun(folder.path()).path().to_owned();
    let before = std::fs::read(&path).unwrap();
    for (lang, way) in [(Lang::En, "open the copy"), (Lang::Fr, "ouvrez la copie")] {
        let mut reader = Workspace::open(&path, Access::ReadOnly, lang).unwrap();
        let errors = [
            reader.apply(&renamed("Three")).unwrap_err(),
            reader.undo().unwrap_err(),
            reader.redo().unwrap_err(),
        ];
        for error in errors {
            assert_eq!(told(&error, "a.thru"), Code::ReadOnly);
            assert!(
                error.hint.get(lang).contains(way),
                "{}",
                error.hint.get(lang)
            );
        }
        assert_eq!(reader.portfolio().settings().title, "One");
        // A step that changes nothing is no change.
        assert!(reader.apply(&renamed("One")).is_ok());
    }
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

/// Whoever may do everything is not stopped by a folder that is protected, so that nothing can be tried.
#[cfg(unix)]
fn is_stopped_by(folder: &Path) -> bool {
    let probe = folder.join("probe");
    let made = std::fs::File::create(&probe).is_ok();
    let _ = std::fs::remove_file(&probe);
    !made
}

#[cfg(unix)]
fn protect(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
}

#[cfg(unix)]
#[test]
fn a_file_in_a_protected_folder_is_opened_for_reading_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &Portfolio::default());
    protect(folder.path(), 0o555);
    if is_stopped_by(folder.path()) {
        let mut workspace = open(&path).unwrap();
        let why = workspace.view().unwrap().read_only.unwrap();
        assert!(why.contains("protected against writing"), "{why}");
        assert_eq!(
            workspace.apply(&renamed("X")).unwrap_err().code,
            Code::ReadOnly
        );
        assert_eq!(workspace.look(), Look::Same);
        let new = folder.path().join("new.thru");
        let error = Workspace::create(&new, "New", Lang::En).unwrap_err();
        assert_eq!(told(&error, "new.thru"), Code::ReadOnly);
    }
    protect(folder.path(), 0o755);
    assert_eq!(names(folder.path()), ["a.thru"]);
}

#[cfg(unix)]
#[test]
fn a_protected_file_is_opened_for_reading_and_one_that_may_not_be_read_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = closed(folder.path(), &Portfolio::default());
    protect(&path, 0o444);
    let is_stopped = std::fs::OpenOptions::new().write(true).open(&path).is_err();
    if is_stopped {
        let workspace = open(&path).unwrap();
        assert!(workspace.is_read_only());
        assert_eq!(names(folder.path()), ["a.thru"], "without a lock");
        drop(workspace);
        protect(&path, 0o000);
        let error = open(&path).unwrap_err();
        assert_eq!(told(&error, "a.thru"), Code::FileUnreadable);
    }
    protect(&path, 0o644);
    assert!(!open(&path).unwrap().is_read_only());
}
