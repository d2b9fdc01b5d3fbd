//! Rules carried from one portfolio to another: what a pack would do is said before, and nothing runs unread.

use super::{Desk, opened};
use portfolio::Code;
use portfolio::edit::{Edit, Origin, Verb};
use portfolio::model::{ElementKind, Lang, OwnRule, RuleId, Severity};
use portfolio::rules::Running;
use portfolio::workspace::{PackStep, Workspace};

fn rule(id: &str, code: &str) -> OwnRule {
    OwnRule {
        id: RuleId::new(id),
        code: code.to_owned(),
        name: "no-owner".to_owned(),
        title: "Nobody owns it".to_owned(),
        applies_to: ElementKind::Initiative,
        when: "!has(element.owner)".to_owned(),
        message: "{title} has no owner.".to_owned(),
        evidence: String::new(),
        advice: String::new(),
        severity: Severity::High,
        written_by: "PMO".to_owned(),
        off: false,
    }
}

fn put(rule: OwnRule) -> Edit {
    Edit::PutOwnRule {
        rule: Box::new(rule),
    }
}

/// Code, step and earlier code of each row of a preview.
fn rows(workspace: &Workspace, path: &std::path::Path) -> Vec<(String, PackStep, Option<String>)> {
    let rows = workspace.preview_pack(path).unwrap();
    rows.into_iter()
        .map(|it| (it.rule.code, it.step, it.code_was))
        .collect()
}

#[test]
fn a_pack_holds_the_rules_that_were_chosen_and_all_of_them_when_none_was() {
    let desk = Desk::new();
    let mut from = desk.clinic();
    from.apply(&[
        put(rule("r1", "X001")),
        put(rule("r2", "X002")),
        put(rule("r3", "X003")),
    ])
    .unwrap();
    for (chosen, held) in [
        (&[][..], 3),
        (&["r2"], 1),
        (&["r3", "r1"], 2),
        (&["gone"], 0),
    ] {
        let ids: Vec<RuleId> = chosen.iter().map(|it| RuleId::new(*it)).collect();
        let text = from.write_pack(&ids).unwrap();
        let read = portfolio::exchange::read_pack("pack.json", text.as_bytes());
        assert_eq!(
            read.map(|it| it.len()).unwrap_or_default(),
            held,
            "{chosen:?}"
        );
    }
}

#[test]
fn what_is_here_and_says_the_same_is_there_already_even_under_another_code() {
    let desk = Desk::new();
    let mut from = desk.clinic();
    from.apply(&[put(rule("r1", "X001"))]).unwrap();
    let pack = desk.file("pack.json", &from.write_pack(&[]).unwrap());
    assert_eq!(
        rows(&from, &pack),
        [("X001".to_owned(), PackStep::AlreadyThere, None)]
    );
    from.apply(&[put(rule("r1", "X007"))]).unwrap();
    assert_eq!(
        rows(&from, &pack),
        [("X007".to_owned(), PackStep::AlreadyThere, None)]
    );
    let before = from.view().unwrap();
    let done = from.import_pack(&pack, &[]).unwrap();
    assert_eq!((done.taken, done.already_there), (0, 1));
    assert!(from.view().unwrap() == before, "nothing to do is no step");
}

#[test]
fn rules_of_one_pack_never_take_each_others_code() {
    let desk = Desk::new();
    let mut from = desk.clinic();
    from.apply(&[put(rule("r1", "X001")), put(rule("r2", "X002"))])
        .unwrap();
    let pack = desk.file("pack.json", &from.write_pack(&[]).unwrap());
    let mut to = Workspace::create(&desk.path("b.thru"), "Other", Lang::En).unwrap();
    to.apply(&[put(rule("here", "X001"))]).unwrap();
    let told = rows(&to, &pack);
    let codes: Vec<&str> = told.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(told[0].2.as_deref(), Some("X001"));
    let done = to.import_pack(&pack, &[]).unwrap();
    assert_eq!(done.taken, 2);
    let mut here: Vec<String> = to
        .portfolio()
        .own_rules()
        .map(|it| it.code.clone())
        .collect();
    here.sort();
    here.dedup();
    assert_eq!(here.len(), 3, "{here:?} after {codes:?}");
}

#[test]
fn an_imported_pack_is_one_step_called_after_its_file_and_taken_back_as_one() {
    let desk = Desk::new();
    let mut from = desk.clinic();
    from.apply(&[put(rule("r1", "X001")), put(rule("r2", "X002"))])
        .unwrap();
    let pack = desk.file("our rules.json", &from.write_pack(&[]).unwrap());
    let mut to = Workspace::create(&desk.path("b.thru"), "Other", Lang::En).unwrap();
    let done = to.import_pack(&pack, &[]).unwrap();
    let label = done.changed.steps.undo.unwrap();
    assert_eq!(
        (label.verb, label.title.as_str(), label.count, label.origin),
        (Verb::Import, "our rules.json", 2, Origin::Imported)
    );
    assert_eq!(done.file, "our rules.json");
    to.undo().unwrap();
    assert_eq!(to.portfolio().own_rules().count(), 0);
    to.redo().unwrap();
    let running: Vec<Running> = to.own_rules().iter().map(|it| it.running).collect();
    assert_eq!(
        running,
        [Running::NotAccepted; 2],
        "done again is not read either"
    );
}

#[test]
fn a_rule_that_a_pack_replaces_runs_no_more_until_it_was_read_again() {
    let desk = Desk::new();
    let mut here = desk.clinic();
    here.apply(&[put(rule("r1", "X001"))]).unwrap();
    assert_eq!(here.own_rules()[0].running, Running::On);
    let mut other = rule("r1", "X001");
    other.when = "true".to_owned();
    let mut from = Workspace::create(&desk.path("b.thru"), "Other", Lang::En).unwrap();
    from.apply(&[put(other)]).unwrap();
    let pack = desk.file("pack.json", &from.write_pack(&[]).unwrap());
    assert_eq!(
        rows(&here, &pack),
        [("X001".to_owned(), PackStep::Replaces, None)]
    );
    here.import_pack(&pack, &[]).unwrap();
    assert_eq!(here.own_rules()[0].running, Running::NotAccepted);
    // Taken back, it is the one that was read.
    here.undo().unwrap();
    assert_eq!(here.own_rules()[0].running, Running::On);
}

#[test]
fn what_is_no_pack_is_refused_by_name_and_nothing_is_taken() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let before = workspace.view().unwrap();
    for (name, content) in [
        ("empty.json", ""),
        ("prose.json", "Dear committee"),
        ("list.json", "[]"),
        (
            "other.json",
            r#"{"schema":"throughline.portfolio/1","title":"x"}"#,
        ),
        (
            "cut.json",
            r#"{"schema":"throughline.rules/1","rules":[{"id":"r1""#,
        ),
    ] {
        let path = desk.file(name, content);
        let error = workspace.preview_pack(&path).unwrap_err();
        assert!(error.message.en.contains(name), "{error}");
        assert_ne!(error.message.en, error.message.fr);
        assert_eq!(workspace.import_pack(&path, &[]).unwrap_err(), error);
    }
    let error = workspace.preview_pack(&desk.path("gone.json")).unwrap_err();
    assert_eq!(error.code, Code::FileUnreadable);
    assert!(workspace.view().unwrap() == before);
}

#[test]
fn what_was_accepted_here_is_accepted_the_next_day_only_as_it_stood() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    workspace
        .apply(&[put(rule("r1", "X001")), put(rule("r2", "X002"))])
        .unwrap();
    let accepted = workspace.accepted().clone();
    let path = workspace.path().to_owned();
    workspace.close().unwrap();
    // Somebody else changes what one of them finds, and the words of the other.
    let mut other = opened(&path);
    let mut changed = rule("r1", "X001");
    changed.when = "true".to_owned();
    let mut renamed = rule("r2", "X002");
    renamed.title = "Without an owner".to_owned();
    other.apply(&[put(changed), put(renamed)]).unwrap();
    other.close().unwrap();
    let mut workspace = opened(&path);
    workspace.set_accepted(accepted);
    let running: Vec<Running> = workspace.own_rules().iter().map(|it| it.running).collect();
    assert_eq!(running, [Running::NotAccepted, Running::On]);
    assert_eq!(
        workspace.own_catalog().len(),
        1,
        "only what may run is explained"
    );
    workspace.accept_rules(&[RuleId::new("gone")]);
    assert_eq!(workspace.own_catalog().len(), 1);
    workspace.accept_rules(&[RuleId::new("r1")]);
    assert_eq!(workspace.own_catalog().len(), 2);
}

#[test]
fn a_rule_that_was_refused_is_not_accepted() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let before = workspace.accepted().clone();
    let broken = OwnRule {
        message: String::new(),
        ..rule("r2", "X002")
    };
    let edits = [put(rule("r1", "X001")), put(broken)];
    assert_eq!(workspace.apply(&edits).unwrap_err().code, Code::BadValue);
    assert_eq!(*workspace.accepted(), before);
    assert!(workspace.own_rules().is_empty());
}

#[test]
fn a_rule_that_is_switched_off_is_kept_and_neither_run_nor_explained() {
    let desk = Desk::new();
    let mut workspace = desk.clinic();
    let own = |workspace: &Workspace| {
        let all = workspace.findings();
        all.iter().filter(|it| it.code == "X001").count()
    };
    workspace.apply(&[put(rule("r1", "X001"))]).unwrap();
    assert_eq!((own(&workspace), workspace.own_catalog().len()), (1, 1));
    workspace
        .apply(&[put(OwnRule {
            off: true,
            ..rule("r1", "X001")
        })])
        .unwrap();
    assert_eq!((own(&workspace), workspace.own_catalog().len()), (0, 0));
    assert_eq!(workspace.own_rules().len(), 1);
    workspace.undo().unwrap();
    assert_eq!(own(&workspace), 1);
}
