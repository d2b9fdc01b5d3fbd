//! Files of every format that was ever written are opened by this program, with their history.

use portfolio::edit::{Edit, Patch};
use portfolio::model::{ElementId, ElementKind, Lang, LinkId, LinkKind, Maybe, Reason};
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use std::path::{Path, PathBuf};

fn databases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/databases")
}

/// Every stored file, oldest format first.
fn stored() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(databases())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

#[test]
fn every_old_file_opens_with_its_records_and_its_history() {
    let files = stored();
    assert!(!files.is_empty(), "write the first with WRITE_DATABASE=1");
    for file in files {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("old.thru");
        std::fs::copy(&file, &copy).unwrap();
        let mut workspace = Workspace::open(&copy, Access::ReadWrite, Lang::En).unwrap();
        let portfolio = workspace.portfolio();
        assert_eq!(
            portfolio.settings().title,
            "Old clinic",
            "{}",
            file.display()
        );
        assert_eq!(
            (portfolio.elements().count(), portfolio.links().count()),
            (2, 1)
        );
        let night = portfolio.element(&ElementId::new("night")).unwrap();
        assert_eq!(
            night.initiative().unwrap().budget,
            Some(Maybe::missing(Reason::Withheld, "nfp"))
        );
        workspace.undo().unwrap();
        assert_eq!(
            workspace
                .portfolio()
                .element(&ElementId::new("night"))
                .unwrap()
                .initiative()
                .unwrap()
                .budget,
            None
        );
        workspace.redo().unwrap();
        workspace.close().unwrap();
    }
}

fn old(folder: &Path) -> PathBuf {
    let copy = folder.join("old.thru");
    std::fs::copy(&stored()[0], &copy).unwrap();
    copy
}

fn migrate(file: &Path) {
    let workspace = Workspace::open(file, Access::ReadWrite, Lang::En).unwrap();
    workspace.close().unwrap();
}

#[test]
fn an_older_file_is_kept_beside_as_it_was_before_it_is_migrated() {
    let folder = tempfile::tempdir().unwrap();
    let file = old(folder.path());
    let before = std::fs::read(&file).unwrap();
    migrate(&file);
    assert_ne!(std::fs::read(&file).unwrap(), before);
    let backup = folder.path().join("old.v1.thru");
    assert_eq!(std::fs::read(&backup).unwrap(), before);
    migrate(&file);
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 2, "a file of today needs no backup");
}

#[test]
fn a_backup_is_never_written_over_by_that_of_another_content() {
    let folder = tempfile::tempdir().unwrap();
    let first = folder.path().join("old.v1.thru");
    std::fs::write(&first, "a backup of something else").unwrap();
    let file = old(folder.path());
    let before = std::fs::read(&file).unwrap();
    migrate(&file);
    let second = folder.path().join("old.v1 2.thru");
    assert_eq!(
        std::fs::read(&first).unwrap(),
        b"a backup of something else"
    );
    assert_eq!(std::fs::read(&second).unwrap(), before);
    // The same file once more, put back from somewhere, needs no third.
    old(folder.path());
    migrate(&file);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn an_older_file_that_cannot_be_kept_or_is_only_read_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = old(folder.path());
    let before = std::fs::read(&file).unwrap();
    let error = Workspace::open(&file, Access::ReadOnly, Lang::En).unwrap_err();
    assert_eq!(error.code, portfolio::Code::ReadOnly);
    assert_eq!(std::fs::read(&file).unwrap(), before);
    // Nothing can be written where a folder has the name of the unfinished copy.
    std::fs::create_dir(folder.path().join(".old.v1.thru.new")).unwrap();
    assert!(Workspace::open(&file, Access::ReadWrite, Lang::En).is_err());
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

/// Run once with `WRITE_DATABASE=1` when the format changes, before the change: the file is then kept for ever.
#[test]
fn the_format_of_today_is_kept_when_asked() {
    if std::env::var_os("WRITE_DATABASE").is_none() {
        assert!(!stored().is_empty());
        return;
    }
    std::fs::create_dir_all(databases()).unwrap();
    let number = stored().len() + 1;
    let path = databases().join(format!("{number:04}.thru"));
    let mut workspace = Workspace::create(&path, "Old clinic", Lang::En).unwrap();
    let id = |name: &str| ElementId::new(name);
    let add = |name: &str, kind| Edit::AddElement {
        id: id(name),
        kind,
        title: name.to_owned(),
        spot: None,
    };
    workspace
        .apply(&[
            add("waits", ElementKind::Objective),
            add("night", ElementKind::Initiative),
            Edit::Connect {
                id: LinkId::new("link"),
                from: id("night"),
                to: id("waits"),
                kind: LinkKind::Contribution,
            },
        ])
        .unwrap();
    let withheld = Patch::Budget(Some(Maybe::missing(Reason::Withheld, "nfp")));
    workspace
        .apply(&[Edit::Set {
            element: id("night"),
            patch: withheld,
        }])
        .unwrap();
    workspace.close().unwrap();
}
