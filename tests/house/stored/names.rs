//! Names and places of files as people give them: everything that a file can do, it can do under each.

use super::{names, open, read, tampered};
use portfolio::Code;
use portfolio::edit::Edit;
use portfolio::model::Lang;
use portfolio::workspace::Workspace;

fn renamed(title: &str) -> [Edit; 1] {
    [Edit::SetTitle {
        title: title.to_owned(),
    }]
}

const NAMES: [&str; 14] = [
    "My portfolio 2026.thru",
    "été — Stratégie (v2).thru",
    "東京病院.thru",
    "👩‍⚕️.thru",
    "100% done?.thru",
    "a#b&c=d.thru",
    "file:a.thru",
    "it's \"quoted\".thru",
    "'; DROP TABLE element; --.thru",
    "-rf.thru",
    "a.b.c.thru",
    ".hidden.thru",
    "no ending",
    "A.THRU",
];

#[test]
fn a_portfolio_of_any_name_is_made_changed_closed_and_opened_again() {
    for name in NAMES {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        let mut workspace = Workspace::create(&path, "Made", Lang::En).unwrap();
        workspace.apply(&renamed("Changed")).unwrap();
        workspace.close().unwrap();
        assert_eq!(names(folder.path()), [name], "and nothing beside it");
        let mut workspace = open(&path).unwrap();
        assert_eq!(workspace.portfolio().settings().title, "Changed");
        workspace.undo().unwrap();
        workspace.close().unwrap();
        assert_eq!(read(&path).settings().title, "Made", "{name}");
    }
}

#[test]
fn a_portfolio_of_any_name_can_be_parted_from_with_its_history() {
    for name in &NAMES[..7] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        let mut workspace = Workspace::create(&path, "Made", Lang::En).unwrap();
        workspace.apply(&renamed("Changed")).unwrap();
        std::fs::remove_file(&path).unwrap();
        let copy = workspace.copy_path();
        workspace.part(&copy).unwrap();
        assert_eq!(workspace.history(None, 9).unwrap().len(), 1, "{name}");
        workspace.undo().unwrap();
        assert_eq!(workspace.portfolio().settings().title, "Made");
        workspace.close().unwrap();
        let copy = copy.file_name().unwrap().to_string_lossy().into_owned();
        assert_eq!(names(folder.path()), [copy], "{name}");
    }
}

#[test]
fn a_damaged_portfolio_of_any_name_is_recovered_beside_it() {
    for name in &NAMES[7..] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        Workspace::create(&path, "Made", Lang::En)
            .unwrap()
            .close()
            .unwrap();
        tampered(&path, "DROP TABLE waiver");
        assert_eq!(open(&path).unwrap_err().code, Code::FileDamaged, "{name}");
        let (copy, report) = Workspace::recover(&path, None, Lang::Fr).unwrap();
        assert_eq!(copy.portfolio().settings().title, "Made");
        assert!(report.copy.ends_with("(récupéré).thru"), "{}", report.copy);
        assert!(report.file.ends_with(name), "{}", report.file);
        copy.close().unwrap();
        assert_eq!(names(folder.path()).len(), 2, "{name}");
    }
}

#[test]
fn folders_may_be_deep_and_have_any_name_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut deep = folder.path().to_owned();
    for _ in 0..12 {
        deep.push("Dossier très long d’un comité de portefeuille, 100 % à jour #1");
    }
    std::fs::create_dir_all(&deep).unwrap();
    let path = deep.join("a.thru");
    // SQLite itself ends at 512 bytes of a path on some systems: then nothing is made, and that is told.
    match Workspace::create(&path, "Deep", Lang::En) {
        Ok(workspace) => {
            workspace.close().unwrap();
            assert_eq!(read(&path).settings().title, "Deep");
            assert_eq!(names(&deep), ["a.thru"]);
        }
        Err(error) => {
            assert_eq!(super::told(&error, "a.thru"), Code::ReadOnly);
            assert_eq!(names(&deep), [""; 0]);
        }
    }
}

#[test]
fn a_name_that_the_system_refuses_is_told_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{}.thru", "x".repeat(300)));
    let error = Workspace::create(&path, "Long", Lang::En).unwrap_err();
    assert_eq!(super::told(&error, "xxx"), Code::ReadOnly);
    assert_eq!(names(folder.path()), [""; 0]);
    assert!(open(&path).is_err());
}

/// The lock and the unfinished file are named after it, and a name has 255 bytes at most.
#[test]
fn the_longest_name_that_a_system_takes_is_made_whole_or_not_at_all() {
    for length in 235..=250 {
        let folder = tempfile::tempdir().unwrap();
        let name = format!("{}.thru", "x".repeat(length));
        let path = folder.path().join(&name);
        match Workspace::create(&path, "Long", Lang::En) {
            Ok(workspace) => workspace.close().unwrap(),
            Err(error) => assert!(!error.message.en.is_empty()),
        }
        let left = names(folder.path());
        assert!(left.is_empty() || left == [name], "{length}: {left:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_portfolio_is_that_portfolio() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.thru");
    Workspace::create(&path, "Made", Lang::En)
        .unwrap()
        .close()
        .unwrap();
    let link = folder.path().join("link.thru");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let mut workspace = open(&link).unwrap();
    workspace.apply(&renamed("Changed")).unwrap();
    workspace.close().unwrap();
    assert_eq!(read(&path).settings().title, "Changed");
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    let dangling = folder.path().join("dangling.thru");
    std::os::unix::fs::symlink(folder.path().join("gone.thru"), &dangling).unwrap();
    assert_eq!(open(&dangling).unwrap_err().code, Code::FileUnreadable);
}
