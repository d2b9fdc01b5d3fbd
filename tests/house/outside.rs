//! Somebody else changes the file while it is open here: noticed, merged or parted, never written over.

use portfolio::edit::{Edit, Patch, Verb};
use portfolio::model::{ElementId, ElementKind, Lang, LinkId, LinkKind, Portfolio, known};
use portfolio::store::Access;
use portfolio::workspace::three_way::{By, Remark};
use portfolio::workspace::{Apart, Found, Look, Workspace};
use portfolio::{Code, exchange::json};
use std::path::{Path, PathBuf};

fn open(path: &Path) -> Workspace {
    Workspace::open(path, Access::ReadWrite, Lang::En).unwrap()
}

fn id(name: &str) -> ElementId {
    ElementId::new(name)
}

fn add(name: &str, kind: ElementKind) -> Edit {
    Edit::AddElement {
        id: id(name),
        kind,
        title: name.to_owned(),
        spot: None,
    }
}

fn rename(name: &str, title: &str) -> Edit {
    Edit::Set {
        element: id(name),
        patch: Patch::Title(title.to_owned()),
    }
}

fn owned(name: &str, owner: &str) -> Edit {
    Edit::Set {
        element: id(name),
        patch: Patch::Owner(known(owner.to_owned())),
    }
}

fn remove(name: &str) -> Edit {
    Edit::Remove {
        elements: vec![id(name)],
    }
}

fn title(workspace: &Workspace, name: &str) -> String {
    let element = workspace.portfolio().element(&id(name));
    element.map(|it| it.title.clone()).unwrap_or_default()
}

/// How the other state comes to lie at the path.
#[derive(Clone, Copy, PartialEq)]
enum Arrival {
    /// A synced folder puts another file in its place.
    Replaced,
    /// A program writes over it.
    WrittenOver,
}

struct Fork {
    folder: tempfile::TempDir,
    path: PathBuf,
    mine: Workspace,
}

impl Fork {
    /// A portfolio with `goal` and `work`, open here; somebody else has a copy of the file.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.thru");
        let mut mine = Workspace::create(&path, "A", Lang::En).unwrap();
        mine.apply(&[
            add("goal", ElementKind::Objective),
            add("work", ElementKind::Initiative),
        ])
        .unwrap();
        std::fs::copy(&path, folder.path().join("b.thru")).unwrap();
        Self { folder, path, mine }
    }

    fn theirs(&self) -> Workspace {
        open(&self.folder.path().join("b.thru"))
    }

    fn they(&self, edits: &[Edit]) {
        let mut theirs = self.theirs();
        theirs.apply(edits).unwrap();
        theirs.close().unwrap();
    }

    fn arrives(&self, how: Arrival) {
        let other = self.folder.path().join("b.thru");
        match how {
            Arrival::Replaced => std::fs::rename(&other, &self.path).unwrap(),
            Arrival::WrittenOver => {
                std::fs::write(&self.path, std::fs::read(&other).unwrap()).unwrap();
            }
        }
    }

    fn look(&mut self) -> Apart {
        match self.mine.look() {
            Look::Apart(apart) => apart,
            other => panic!("{other:?}"),
        }
    }

    /// What the file holds now, and that it is in order.
    fn on_disk(&self) -> Portfolio {
        let reader = Workspace::open(&self.path, Access::ReadOnly, Lang::En).unwrap();
        holds(reader.portfolio());
        reader.portfolio().clone()
    }
}

fn holds(portfolio: &Portfolio) {
    let text = json::write(portfolio).unwrap();
    json::read("check.json", text.as_bytes()).unwrap();
}

#[test]
fn a_change_outside_is_noticed_while_nothing_is_typed_and_what_both_did_is_merged_as_one_step() {
    for how in [Arrival::Replaced, Arrival::WrittenOver] {
        let mut fork = Fork::new();
        assert_eq!(fork.mine.look(), Look::Same);
        fork.mine.apply(&[rename("goal", "Mine")]).unwrap();
        fork.they(&[rename("work", "Theirs"), add("new", ElementKind::Driver)]);
        fork.arrives(how);

        let apart = fork.look();
        assert_eq!(
            (apart.found, apart.mine, apart.theirs),
            (Found::Forked, 1, 1)
        );
        assert_eq!(fork.look(), apart, "and stays noticed until it is settled");

        let done = fork.mine.reconcile().unwrap();
        assert_eq!(done.remarks, []);
        assert_eq!(done.written, 1);
        assert_eq!(title(&fork.mine, "goal"), "Mine");
        assert_eq!(title(&fork.mine, "work"), "Theirs");
        assert!(fork.mine.portfolio().element(&id("new")).is_some());
        assert_eq!(fork.on_disk(), *fork.mine.portfolio());
        let label = done.changed.steps.undo.unwrap();
        assert_eq!(label.verb, Verb::Reconcile);

        assert_eq!(fork.mine.look(), Look::Same);
        fork.mine.undo().unwrap();
        assert_eq!(title(&fork.mine, "goal"), "goal");
        assert_eq!(title(&fork.mine, "work"), "Theirs");
        fork.mine.redo().unwrap();
        fork.mine.apply(&[rename("goal", "Again")]).unwrap();
        assert_eq!(fork.on_disk(), *fork.mine.portfolio());
    }
}

/// The number of commits is then the same on both sides, so that the header alone tells nothing.
#[test]
fn a_file_written_over_by_one_that_is_as_old_is_noticed_too() {
    let mut fork = Fork::new();
    fork.mine.apply(&[rename("goal", "Mine")]).unwrap();
    fork.they(&[rename("goal", "Othr")]);
    fork.arrives(Arrival::WrittenOver);
    let refused = fork.mine.apply(&[owned("goal", "Ada")]).unwrap_err();
    assert_eq!(refused.code, Code::ChangedOutside);
    assert_eq!(
        fork.on_disk().element(&id("goal")).unwrap().title,
        "Othr",
        "nothing is written over"
    );
}

#[test]
fn the_edit_that_was_refused_waits_and_is_carried_out_after_the_merge() {
    let mut fork = Fork::new();
    fork.they(&[rename("work", "Theirs")]);
    fork.arrives(Arrival::Replaced);
    let refused = fork.mine.apply(&[owned("goal", "Ada")]).unwrap_err();
    assert_eq!(refused.code, Code::ChangedOutside);
    let apart = fork.look();
    assert!(apart.waiting);
    assert_eq!((apart.mine, apart.theirs), (0, 1));

    let done = fork.mine.reconcile().unwrap();
    assert_eq!((done.written, done.refused), (0, None));
    let disk = fork.on_disk();
    assert_eq!(
        disk.element(&id("goal")).unwrap().owner,
        known("Ada".to_owned())
    );
    assert_eq!(disk.element(&id("work")).unwrap().title, "Theirs");
    assert_eq!(done.changed.revision, 2, "one change for whoever looks on");
}

#[test]
fn a_waiting_edit_that_no_longer_makes_sense_says_so() {
    let mut fork = Fork::new();
    fork.they(&[remove("goal")]);
    fork.arrives(Arrival::Replaced);
    fork.mine.apply(&[owned("goal", "Ada")]).unwrap_err();
    let done = fork.mine.reconcile().unwrap();
    assert!(done.refused.unwrap().contains("goal"));
    assert!(fork.on_disk().element(&id("goal")).is_none());
}

#[test]
fn of_one_field_that_both_changed_theirs_stands_and_mine_is_told() {
    let mut fork = Fork::new();
    fork.mine
        .apply(&[rename("goal", "Mine"), owned("goal", "Ada")])
        .unwrap();
    fork.they(&[rename("goal", "Theirs")]);
    fork.arrives(Arrival::Replaced);
    let done = fork.mine.reconcile().unwrap();
    assert_eq!(title(&fork.mine, "goal"), "Theirs");
    let element = fork.mine.portfolio().element(&id("goal")).unwrap();
    assert_eq!(element.owner, known("Ada".to_owned()));
    let [
        Remark::Both {
            of,
            field,
            mine,
            theirs,
        },
    ] = &done.remarks[..]
    else {
        panic!("{:?}", done.remarks);
    };
    assert_eq!((of.title.as_str(), field.as_str()), ("Theirs", "title"));
    assert_eq!((mine.as_str(), theirs.as_str()), ("Mine", "Theirs"));
}

#[test]
fn what_one_side_removed_and_the_other_changed_stays_with_what_hung_on_it() {
    for removed in [By::Mine, By::Theirs] {
        let mut fork = Fork::new();
        let link = Edit::Connect {
            id: LinkId::new("l"),
            from: id("work"),
            to: id("goal"),
            kind: LinkKind::Contribution,
        };
        fork.mine.apply(std::slice::from_ref(&link)).unwrap();
        std::fs::copy(&fork.path, fork.folder.path().join("b.thru")).unwrap();
        let (gone, kept) = ([remove("goal")], [owned("goal", "Ada")]);
        if removed == By::Mine {
            fork.mine.apply(&gone).unwrap();
            fork.they(&kept);
        } else {
            fork.mine.apply(&kept).unwrap();
            fork.they(&gone);
        }
        fork.arrives(Arrival::Replaced);
        let done = fork.mine.reconcile().unwrap();
        let [Remark::Stays { of, removed: by }] = &done.remarks[..] else {
            panic!("{:?}", done.remarks);
        };
        assert_eq!((of.title.as_str(), *by), ("goal", removed));
        let disk = fork.on_disk();
        assert_eq!(
            disk.element(&id("goal")).unwrap().owner,
            known("Ada".to_owned())
        );
        assert!(disk.link(&LinkId::new("l")).is_some());
        assert_eq!(disk.placements_of(&id("goal")).count(), 1);
    }
}

#[test]
fn an_element_that_the_other_side_newly_links_to_stays() {
    let mut fork = Fork::new();
    fork.mine.apply(&[remove("goal")]).unwrap();
    fork.they(&[Edit::Connect {
        id: LinkId::new("l"),
        from: id("work"),
        to: id("goal"),
        kind: LinkKind::Contribution,
    }]);
    fork.arrives(Arrival::Replaced);
    let done = fork.mine.reconcile().unwrap();
    assert_eq!(done.remarks.len(), 1);
    let disk = fork.on_disk();
    assert!(disk.element(&id("goal")).is_some() && disk.link(&LinkId::new("l")).is_some());
}

#[test]
fn the_same_link_drawn_on_both_sides_stands_once_and_a_circle_is_not_closed() {
    let link = |name: &str, from: &str, to: &str, kind| Edit::Connect {
        id: LinkId::new(name),
        from: id(from),
        to: id(to),
        kind,
    };
    let mut fork = Fork::new();
    let more = add("part", ElementKind::Initiative);
    fork.mine.apply(&[more]).unwrap();
    std::fs::copy(&fork.path, fork.folder.path().join("b.thru")).unwrap();
    fork.mine
        .apply(&[
            link("m1", "work", "goal", LinkKind::Contribution),
            link("m2", "work", "part", LinkKind::PartOf),
        ])
        .unwrap();
    fork.they(&[
        link("t1", "work", "goal", LinkKind::Contribution),
        link("t2", "part", "work", LinkKind::PartOf),
    ]);
    fork.arrives(Arrival::Replaced);
    let done = fork.mine.reconcile().unwrap();
    let links: Vec<&str> = fork
        .mine
        .portfolio()
        .links()
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(links, ["t1", "t2"]);
    let [Remark::LeftOut { of }] = &done.remarks[..] else {
        panic!("{:?}", done.remarks);
    };
    assert_eq!(of.title, "work → part");
}

#[test]
fn an_older_state_put_back_takes_nothing_away() {
    for how in [Arrival::Replaced, Arrival::WrittenOver] {
        let mut fork = Fork::new();
        fork.mine.apply(&[rename("goal", "Mine")]).unwrap();
        let mine = fork.mine.portfolio().clone();
        fork.arrives(how);
        let apart = fork.look();
        assert_eq!(
            (apart.found, apart.mine, apart.theirs),
            (Found::Forked, 1, 0)
        );
        fork.mine.reconcile().unwrap();
        assert_eq!(*fork.mine.portfolio(), mine);
        assert_eq!(fork.on_disk(), mine);
    }
}

#[test]
fn files_that_never_had_a_step_are_merged_when_they_began_alike_and_others_are_not() {
    for (how, same) in [
        (Arrival::WrittenOver, true),
        (Arrival::Replaced, true),
        (Arrival::Replaced, false),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.thru");
        let other = folder.path().join("b.thru");
        let mut mine = Workspace::create_sample(&path, Lang::En).unwrap();
        if same {
            std::fs::copy(&path, &other).unwrap();
        } else {
            drop(Workspace::create(&other, "Another", Lang::En).unwrap());
        }
        mine.apply(&[add("mine", ElementKind::Driver)]).unwrap();
        let mut theirs = open(&other);
        theirs.apply(&[add("theirs", ElementKind::Driver)]).unwrap();
        theirs.close().unwrap();
        let mut fork = Fork { folder, path, mine };
        let before = fork.mine.portfolio().clone();
        fork.arrives(how);
        let found = fork.look().found;
        if same {
            assert_eq!(found, Found::Forked);
            fork.mine.reconcile().unwrap();
            let merged = fork.on_disk();
            assert!(merged.element(&id("mine")).is_some());
            assert!(merged.element(&id("theirs")).is_some());
        } else {
            assert_eq!(found, Found::Stranger);
            let refused = fork.mine.reconcile().unwrap_err();
            assert_eq!(refused.code, Code::ChangedOutside);
            assert_eq!(*fork.mine.portfolio(), before);
            assert_eq!(fork.on_disk().settings().title, "Another");
        }
    }
}

#[test]
fn mine_can_be_kept_as_a_copy_beside_theirs_and_work_goes_on_there() {
    for how in [Arrival::Replaced, Arrival::WrittenOver] {
        let mut fork = Fork::new();
        fork.mine.apply(&[rename("goal", "Mine")]).unwrap();
        fork.they(&[rename("goal", "Theirs")]);
        fork.arrives(how);
        fork.mine.apply(&[owned("goal", "Ada")]).unwrap_err();
        let theirs = std::fs::read(&fork.path).unwrap();

        let to = fork.mine.copy_path();
        let view = fork.mine.part(&to).unwrap();
        assert_eq!(view.path, to.display().to_string());
        assert_eq!(std::fs::read(&fork.path).unwrap(), theirs);
        assert_eq!(title(&fork.mine, "goal"), "Mine");
        let element = fork.mine.portfolio().element(&id("goal")).unwrap();
        assert_eq!(element.owner, known("Ada".to_owned()));
        // A file that was only put aside gives its history along.
        let steps = fork.mine.history(None, 9).unwrap().len();
        assert_eq!(steps, if how == Arrival::Replaced { 3 } else { 1 });
        fork.mine.undo().unwrap();
        fork.mine.close_for_test();
        open(&to);
    }
}

trait Closing {
    fn close_for_test(&mut self);
}

impl Closing for Workspace {
    fn close_for_test(&mut self) {
        let empty = tempfile::tempdir().unwrap();
        let other = Workspace::create(&empty.path().join("x.thru"), "X", Lang::En).unwrap();
        std::mem::replace(self, other).close().unwrap();
    }
}

#[test]
fn theirs_can_be_taken_and_is_shown_as_one_change() {
    let mut fork = Fork::new();
    fork.mine.apply(&[rename("goal", "Mine")]).unwrap();
    fork.they(&[rename("goal", "Theirs")]);
    fork.arrives(Arrival::Replaced);
    let changed = fork.mine.take_theirs().unwrap();
    assert_eq!(changed.revision, 3);
    assert_eq!(changed.diff.changes.len(), 1);
    assert_eq!(title(&fork.mine, "goal"), "Theirs");
    assert_eq!(fork.mine.look(), Look::Same);
}

#[test]
fn a_file_that_was_moved_away_is_said_to_be_gone_and_can_be_kept_as_a_copy() {
    let mut fork = Fork::new();
    let away = fork.folder.path().join("away.thru");
    std::fs::rename(&fork.path, &away).unwrap();
    assert_eq!(fork.look().found, Found::Gone);
    std::fs::rename(&away, &fork.path).unwrap();
    assert_eq!(fork.mine.look(), Look::Same, "it came back as it was");
    std::fs::rename(&fork.path, &away).unwrap();
    let to = fork.mine.copy_path();
    fork.mine.part(&to).unwrap();
    fork.mine.apply(&[rename("goal", "Goes on")]).unwrap();
}

#[test]
fn a_file_that_arrives_damaged_or_from_a_newer_throughline_is_not_merged_and_can_be_parted_from() {
    for version in [None, Some(999_u32)] {
        let mut fork = Fork::new();
        let mut bytes = std::fs::read(&fork.path).unwrap();
        match version {
            Some(version) => bytes[60..64].copy_from_slice(&version.to_be_bytes()),
            None => bytes.truncate(5000),
        }
        std::fs::write(&fork.path, &bytes).unwrap();
        let apart = fork.look();
        assert_eq!(apart.found, Found::Unreadable);
        assert!(!apart.why.is_empty());
        assert!(fork.mine.reconcile().is_err() && fork.mine.take_theirs().is_err());
        let to = fork.mine.copy_path();
        fork.mine.part(&to).unwrap();
        assert_eq!(title(&fork.mine, "goal"), "goal");
        assert_eq!(std::fs::read(&fork.path).unwrap(), bytes);
    }
}

#[test]
fn a_file_that_was_only_touched_or_replaced_by_the_same_is_no_change() {
    let mut fork = Fork::new();
    fork.arrives(Arrival::Replaced);
    assert_eq!(fork.mine.look(), Look::Same);
    let same = std::fs::read(&fork.path).unwrap();
    std::fs::write(&fork.path, same).unwrap();
    fork.mine.apply(&[rename("goal", "Goes on")]).unwrap();
    assert_eq!(fork.on_disk(), *fork.mine.portfolio());
    assert!(fork.mine.undo().is_ok());
}

#[test]
fn somebody_who_only_reads_follows_what_is_written() {
    let mut fork = Fork::new();
    let mut reader = Workspace::open(&fork.path, Access::ReadOnly, Lang::En).unwrap();
    assert_eq!(reader.look(), Look::Same);
    fork.mine.apply(&[rename("goal", "Newer")]).unwrap();
    let Look::Followed(changed) = reader.look() else {
        panic!("not followed");
    };
    assert_eq!((changed.revision, changed.diff.changes.len()), (1, 1));
    assert_eq!(title(&reader, "goal"), "Newer");
    assert_eq!(reader.look(), Look::Same);
    assert_eq!(
        reader.open_to_edit().unwrap_err().code,
        Code::FileInUse,
        "as long as it is open there"
    );
    fork.mine.close_for_test();
    assert_eq!(reader.open_to_edit().unwrap().read_only, None);
    reader.apply(&[rename("goal", "Mine now")]).unwrap();
}
