//! Bad files and bad moments: a clear error, and the file as it was.

use portfolio::edit::Edit;
use portfolio::model::{ElementId, ElementKind, Lang};
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use portfolio::{Code, Error};
use std::path::Path;

fn open(path: &Path) -> Result<Workspace, Error> {
    Workspace::open(path, Access::ReadWrite, Lang::En)
}

fn code(result: Result<Workspace, Error>) -> Code {
    result.expect_err("an error").code
}

fn add(id: &str) -> Edit {
    Edit::AddElement {
        id: ElementId::new(id),
        kind: ElementKind::Objective,
        title: id.to_owned(),
        spot: None,
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_closed_portfolio_is_one_file_and_nothing_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.thru");
    let mut workspace = Workspace::create(&path, "A", Lang::En).unwrap();
    workspace.apply(&[add("x")]).unwrap();
    workspace.close().unwrap();
    assert_eq!(names(folder.path()), ["a.thru"]);
}

#[test]
fn an_existing_file_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.thru");
    std::fs::write(&path, "precious").unwrap();
    assert_eq!(
        code(Workspace::create(&path, "A", Lang::En)),
        Code::FileExists
    );
    assert_eq!(std::fs::read(&path).unwrap(), b"precious");
}

#[test]
fn a_foreign_empty_or_missing_file_is_named_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    for (name, content, expected) in [
        ("empty.thru", &b""[..], Code::NotAPortfolio),
        ("prose.thru", b"Dear committee", Code::NotAPortfolio),
        (
            "other.thru",
            b"SQLite format 3\0 and then nothing",
            Code::NotAPortfolio,
        ),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        let error = open(&path).err().unwrap();
        assert_eq!(error.code, expected, "{name}");
        assert!(error.message.en.contains(name) && error.message.fr.contains(name));
        assert_eq!(std::fs::read(&path).unwrap(), content);
    }
    assert_eq!(
        code(open(&folder.path().join("gone.thru"))),
        Code::FileUnreadable
    );
}

#[test]
fn a_newer_file_is_refused_and_untouched() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.thru");
    Workspace::create(&path, "A", Lang::En)
        .unwrap()
        .close()
        .unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[60..64].copy_from_slice(&999_u32.to_be_bytes());
    std::fs::write(&path, &bytes).unwrap();
    assert_eq!(code(open(&path)), Code::FileTooNew);
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    assert_eq!(names(folder.path()), ["a.thru"]);
}

#[test]
fn a_truncated_or_scribbled_file_is_damaged_and_does_not_crash() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.thru");
    let mut workspace = Workspace::create(&path, "A", Lang::En).unwrap();
    for number in 0..50 {
        workspace.apply(&[add(&format!("x{number}"))]).unwrap();
    }
    workspace.close().unwrap();
    let whole = std::fs::read(&path).unwrap();
    for cut in [200, 4096, whole.len() / 2, whole.len() - 1000] {
        std::fs::write(&path, &whole[..cut]).unwrap();
        assert_eq!(code(open(&path)), Code::FileDamaged, "cut at {cut}");
    }
    for at in (4096..whole.len()).step_by(997) {
        let mut scribbled = whole.clone();
        let end = (at + 64).min(scribbled.len());
        scribbled[at..end].fill(0xA5);
        std::fs::write(&path, &scribbled).unwrap();
        // Some pages are free: then the file opens. Otherwise it says that it is damaged.
        if let Err(error) = open(&path) {
            assert_eq!(error.code, Code::FileDamaged, "scribbled at {at}: {error}");
        }
    }
}

#[test]
fn a_file_that_is_open_elsewhere_is_refused_by_name_and_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.thru");
    let mut first = Workspace::create(&path, "A", Lang::En).unwrap();
    let error = open(&path).err().unwrap();
    assert_eq!(error.code, Code::FileInUse);
    assert!(error.message.en.contains("is open on"), "{error}");

    let mut reader = Workspace::open(&path, Access::ReadOnly, Lang::En).unwrap();
    assert_eq!(
        reader.apply(&[add("y")]).err().unwrap().code,
        Code::ReadOnly
    );
    first.apply(&[add("x")]).unwrap();
    first.close().unwrap();
    open(&path).unwrap();
}

#[test]
fn a_lock_left_by_a_crash_is_taken_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.thru");
    Workspace::create(&path, "A", Lang::En)
        .unwrap()
        .close()
        .unwrap();
    std::fs::write(
        folder.path().join(".a.thru.lock"),
        r#"{"computer":"x","process":1,"since":"2026-01-01 09:12"}"#,
    )
    .unwrap();
    open(&path).unwrap().close().unwrap();
    assert_eq!(names(folder.path()), ["a.thru"]);
}

#[test]
fn a_change_made_outside_is_noticed_and_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.thru");
    let mut workspace = Workspace::create(&path, "A", Lang::En).unwrap();
    workspace.apply(&[add("x")]).unwrap();
    // A synced folder replaces the file by another of the same name.
    let other = folder.path().join("b.thru");
    Workspace::create(&other, "B", Lang::En)
        .unwrap()
        .close()
        .unwrap();
    std::fs::rename(&other, &path).unwrap();
    let before = workspace.portfolio().clone();
    assert_eq!(
        workspace.apply(&[add("y")]).err().unwrap().code,
        Code::ChangedOutside
    );
    assert_eq!(*workspace.portfolio(), before);
    drop(workspace);
    assert_eq!(open(&path).unwrap().portfolio().settings().title, "B");
}

#[test]
fn a_folder_that_is_missing_says_so_and_nothing_is_created() {
    let folder = tempfile::tempdir().unwrap();
    let error = Workspace::create(&folder.path().join("no/a.thru"), "A", Lang::Fr)
        .err()
        .unwrap();
    assert_eq!(error.code, Code::ReadOnly);
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_portfolio_without_a_title_is_refused_and_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let error = Workspace::create(&folder.path().join("a.thru"), "  ", Lang::En).unwrap_err();
    assert_eq!(error.code, Code::BadValue);
    assert!(names(folder.path()).is_empty());
}
