//! Rules of one's own in a file: they travel, they can be undone, and they run only where somebody accepted them.

use crate::drawn_rule::{desk, put, rule};
use portfolio::Code;
use portfolio::edit::{Edit, Origin, Verb};
use portfolio::model::{Lang, RuleId};
use portfolio::rules::{Family, Running};
use portfolio::store::Access;
use portfolio::workspace::{PackStep, Workspace};
use tempfile::TempDir;

fn start(folder: &TempDir) -> Workspace {
    let path = folder.path().join("a.thru");
    Workspace::create(&path, "Harbour", Lang::En).unwrap()
}

/// How many findings rules of one's own have made.
fn own(workspace: &Workspace) -> usize {
    let all = workspace.findings();
    all.iter().filter(|it| it.family == Family::Own).count()
}

fn running(workspace: &Workspace) -> Vec<Running> {
    workspace.own_rules().iter().map(|it| it.running).collect()
}

#[test]
fn what_is_typed_here_runs_at_once_and_what_a_file_brings_waits() {
    let folder = TempDir::new().unwrap();
    let mut here = start(&folder);
    let typed = put(rule("r1", "X001", "!has(element.owner)"));
    here.apply(&[desk(), typed]).unwrap();
    assert_eq!(own(&here), 1);
    let path = here.path().to_owned();
    let accepted = here.accepted().clone();
    here.close().unwrap();

    // Another machine opens the same file.
    let mut there = Workspace::open(&path, Access::ReadWrite, Lang::En).unwrap();
    assert_eq!(own(&there), 0);
    assert_eq!(running(&there), [Running::NotAccepted]);
    // Words may be changed without accepting what is run.
    let mut renamed = rule("r1", "X001", "!has(element.owner)");
    renamed.title = "Without an owner".to_owned();
    there.apply(&[put(renamed)]).unwrap();
    assert_eq!(running(&there), [Running::NotAccepted]);
    there.accept_rules(&[RuleId::new("r1")]);
    assert_eq!(own(&there), 1);
    there.close().unwrap();

    // The first machine has remembered what it accepted.
    let mut again = Workspace::open(&path, Access::ReadWrite, Lang::En).unwrap();
    again.set_accepted(accepted);
    assert_eq!(own(&again), 1);
}

#[test]
fn a_rule_is_written_changed_and_removed_as_steps_that_can_be_undone() {
    let folder = TempDir::new().unwrap();
    let mut workspace = start(&folder);
    workspace.apply(&[desk()]).unwrap();
    let changed = workspace.apply(&[put(rule("r1", "X001", "true"))]).unwrap();
    let label = changed.steps.undo.unwrap();
    assert_eq!(
        (label.verb, label.title.as_str()),
        (Verb::WriteRule, "X001")
    );
    workspace
        .apply(&[put(rule("r1", "X001", "false"))])
        .unwrap();
    assert_eq!(own(&workspace), 0);
    workspace.undo().unwrap();
    assert_eq!(own(&workspace), 1);
    let changed = workspace
        .apply(&[Edit::RemoveOwnRule {
            rule: RuleId::new("r1"),
        }])
        .unwrap();
    assert_eq!(changed.steps.undo.unwrap().verb, Verb::RemoveRule);
    assert_eq!(workspace.portfolio().own_rules().count(), 0);
    workspace.undo().unwrap();
    assert_eq!(own(&workspace), 1);
}

#[test]
fn a_rule_that_is_not_well_formed_is_refused() {
    let folder = TempDir::new().unwrap();
    let mut workspace = start(&folder);
    workspace.apply(&[put(rule("r1", "X001", "true"))]).unwrap();
    let mut nameless = rule("r2", "X002", "true");
    nameless.name = "No Owner".to_owned();
    let mut mute = rule("r2", "X002", "true");
    mute.message = " ".to_owned();
    for (rule, code) in [
        (rule("r2", "X001", "true"), Code::BadId),
        (rule("r2", "D103", "true"), Code::BadId),
        (rule("r 2", "X002", "true"), Code::BadId),
        (rule("r2", "X002", ""), Code::BadValue),
        (rule("r2", "X002", &"x".repeat(2_001)), Code::BadValue),
        (nameless, Code::BadId),
        (mute, Code::BadValue),
    ] {
        assert_eq!(workspace.apply(&[put(rule)]).unwrap_err().code, code);
    }
    // Two rules may swap their codes in one step only by way of a third: a code is never used twice.
    assert_eq!(workspace.portfolio().own_rules().count(), 1);
    assert_eq!(workspace.accepted().iter().count(), 1);
}

#[test]
fn a_pack_is_previewed_taken_over_as_one_step_and_off() {
    let folder = TempDir::new().unwrap();
    let mut from = start(&folder);
    let (one, two) = (rule("r1", "X001", "true"), rule("r2", "X002", "true"));
    from.apply(&[put(one), put(two)]).unwrap();
    let pack = folder.path().join("pack.json");
    std::fs::write(&pack, from.write_pack(&[]).unwrap()).unwrap();
    from.close().unwrap();

    let path = folder.path().join("b.thru");
    let mut to = Workspace::create(&path, "Hospital", Lang::En).unwrap();
    let other = rule("other", "X001", "false");
    let stands = rule("r2", "X002", "false");
    to.apply_from(&[desk(), put(other), put(stands)], Origin::Imported)
        .unwrap();
    let rows = to.preview_pack(&pack).unwrap();
    let told: Vec<_> = rows
        .iter()
        .map(|it| (it.step, it.rule.code.as_str(), it.code_was.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (PackStep::New, "X003", Some("X001")),
            (PackStep::Replaces, "X002", None)
        ]
    );
    let done = to.import_pack(&pack, &[RuleId::new("r1")]).unwrap();
    assert_eq!((done.taken, done.already_there), (1, 0));
    assert_eq!(own(&to), 0);
    assert_eq!(running(&to), [Running::NotAccepted; 3]);
    let rows = to.preview_pack(&pack).unwrap();
    assert_eq!(rows[0].step, PackStep::AlreadyThere);
    to.accept_rules(&[RuleId::new("r1")]);
    assert_eq!(own(&to), 1);
    to.undo().unwrap();
    assert_eq!(to.portfolio().own_rules().count(), 2);
}

#[test]
fn a_whole_document_brings_its_rules_along_and_they_are_off() {
    let folder = TempDir::new().unwrap();
    let mut from = start(&folder);
    from.apply(&[desk(), put(rule("r1", "X001", "true"))])
        .unwrap();
    let text = portfolio::exchange::json::write(from.portfolio()).unwrap();
    let document = folder.path().join("whole.json");
    std::fs::write(&document, text).unwrap();
    let path = folder.path().join("b.thru");
    let mut to = Workspace::create(&path, "Other", Lang::En).unwrap();
    to.import_document(&document).unwrap();
    assert_eq!(running(&to), [Running::NotAccepted]);
    assert_eq!(own(&to), 0);
}
