//! Rules of one's own from one portfolio to another: which codes they get, what is there already, what is refused,
//! and that nothing of a pack runs before somebody has read it.

use crate::drawn_rule::{desk, put, rule};
use portfolio::Code;
use portfolio::edit::{Edit, Origin};
use portfolio::model::{Lang, OwnRule, RuleId, Severity};
use portfolio::rules::Running;
use portfolio::workspace::{PackStep, Workspace};
use std::path::PathBuf;
use tempfile::TempDir;

/// Two portfolios in one folder: one that gives a pack and one that takes it.
struct Desk {
    folder: TempDir,
    to: Workspace,
}

impl Desk {
    fn new(here: &[OwnRule]) -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("to.thru");
        let mut to = Workspace::create(&path, "Hospital", Lang::En).unwrap();
        let edits: Vec<Edit> = std::iter::once(desk())
            .chain(here.iter().cloned().map(put))
            .collect();
        to.apply_from(&edits, Origin::Imported).unwrap();
        Self { folder, to }
    }

    fn pack(&self, rules: &[OwnRule]) -> PathBuf {
        let path = self.folder.path().join("from.thru");
        let _ = std::fs::remove_file(&path);
        let mut from = Workspace::create(&path, "Harbour", Lang::En).unwrap();
        let edits: Vec<Edit> = rules.iter().cloned().map(put).collect();
        from.apply(&edits).unwrap();
        let pack = self.folder.path().join("pack.json");
        std::fs::write(&pack, from.write_pack(&[]).unwrap()).unwrap();
        from.close().unwrap();
        pack
    }

    /// Codes with the ids of the rules that stand here.
    fn codes(&self) -> Vec<(String, String)> {
        let all = self.to.portfolio().own_rules();
        let mut all: Vec<_> = all.map(|it| (it.code.clone(), it.id.to_string())).collect();
        all.sort();
        all
    }

    fn running(&self) -> Vec<Running> {
        self.to.own_rules().iter().map(|it| it.running).collect()
    }
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter()
        .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
        .collect()
}

#[test]
fn a_code_that_another_rule_has_here_becomes_the_next_free_one() {
    let mut desk = Desk::new(&[rule("h1", "X001", "true"), rule("h3", "X003", "true")]);
    let pack = desk.pack(&[
        rule("p1", "X001", "false"),
        rule("p2", "X002", "false"),
        rule("p3", "X003", "false"),
    ]);
    let rows = desk.to.preview_pack(&pack).unwrap();
    let told: Vec<_> = rows
        .iter()
        .map(|it| (it.rule.code.as_str(), it.code_was.as_deref(), it.step))
        .collect();
    // X002 goes to the first that needs one; the rule that had it in the pack gets another.
    assert_eq!(
        told,
        [
            ("X002", Some("X001"), PackStep::New),
            ("X004", Some("X002"), PackStep::New),
            ("X005", Some("X003"), PackStep::New),
        ]
    );
    desk.to.import_pack(&pack, &[]).unwrap();
    assert_eq!(
        desk.codes(),
        pairs(&[
            ("X001", "h1"),
            ("X002", "p1"),
            ("X003", "h3"),
            ("X004", "p2"),
            ("X005", "p3")
        ])
    );
    // Taken a second time everything is there, under the codes that it has here.
    let again = desk.to.import_pack(&pack, &[]).unwrap();
    assert_eq!((again.taken, again.already_there), (0, 3));
    assert_eq!(desk.codes().len(), 5);
}

#[test]
fn two_rules_that_have_swapped_their_codes_meanwhile_are_both_taken() {
    let mut desk = Desk::new(&[rule("a", "X001", "true"), rule("b", "X002", "true")]);
    let pack = desk.pack(&[rule("a", "X002", "false"), rule("b", "X001", "false")]);
    let done = desk.to.import_pack(&pack, &[]).unwrap();
    assert_eq!(done.taken, 2);
    let codes = desk.codes();
    assert_eq!(codes.len(), 2);
    assert_ne!(codes[0].0, codes[1].0);
    assert!(desk.to.portfolio().own_rules().all(|it| it.when == "false"));
}

#[test]
fn only_what_was_chosen_is_taken_and_an_unknown_choice_takes_nothing() {
    let mut desk = Desk::new(&[]);
    let pack = desk.pack(&[rule("a", "X001", "true"), rule("b", "X002", "true")]);
    let done = desk.to.import_pack(&pack, &[RuleId::new("b")]).unwrap();
    assert_eq!((done.taken, done.file.as_str()), (1, "pack.json"));
    assert_eq!(desk.codes(), pairs(&[("X002", "b")]));
    let done = desk
        .to
        .import_pack(&pack, &[RuleId::new("nobody")])
        .unwrap();
    assert_eq!((done.taken, done.already_there), (0, 1));
    assert_eq!(desk.codes(), pairs(&[("X002", "b")]));
}

#[test]
fn a_pack_of_named_rules_holds_those_only() {
    let desk = Desk::new(&[
        rule("a", "X001", "true"),
        rule("b", "X002", "true"),
        rule("c", "X003", "true"),
    ]);
    let text = desk
        .to
        .write_pack(&[RuleId::new("c"), RuleId::new("a"), RuleId::new("nobody")])
        .unwrap();
    assert!(text.contains("\"X001\"") && text.contains("\"X003\"") && !text.contains("\"X002\""));
    // The same rules give the same bytes, in whatever order they were named.
    assert_eq!(
        text,
        desk.to
            .write_pack(&[RuleId::new("a"), RuleId::new("c")])
            .unwrap()
    );
}

#[test]
fn whoever_switched_a_rule_off_sends_it_off() {
    let mut off = rule("a", "X001", "true");
    off.off = true;
    let mut desk = Desk::new(&[]);
    let pack = desk.pack(&[off]);
    desk.to.import_pack(&pack, &[]).unwrap();
    assert_eq!(desk.running(), [Running::Off]);
    desk.to.accept_rules(&[RuleId::new("a")]);
    assert_eq!(desk.running(), [Running::Off]);
    assert!(desk.to.findings().iter().all(|it| it.code != "X001"));
}

#[test]
fn a_rule_that_cannot_be_read_is_taken_and_told_once_it_is_accepted() {
    let mut desk = Desk::new(&[]);
    let pack = desk.pack(&[rule("a", "X001", "element.nothing == 1")]);
    desk.to.import_pack(&pack, &[]).unwrap();
    assert_eq!(desk.running(), [Running::NotAccepted]);
    assert!(
        desk.to.findings().iter().all(|it| it.code != "X001"),
        "it is not even read"
    );
    desk.to.accept_rules(&[RuleId::new("a")]);
    assert_eq!(desk.running(), [Running::Faulty]);
    let all = desk.to.findings();
    let told = all.iter().find(|it| it.code == "X001").unwrap();
    assert!(
        told.message.contains("no field “nothing”"),
        "{}",
        told.message
    );
}

#[test]
fn replacing_what_a_rule_asks_takes_its_acceptance_and_replacing_its_words_does_not() {
    let mut desk = Desk::new(&[rule("a", "X001", "true")]);
    desk.to.accept_rules(&[RuleId::new("a")]);
    assert_eq!(desk.running(), [Running::On]);
    let mut words = rule("a", "X001", "true");
    words.title = "Without an owner".to_owned();
    words.severity = Severity::Low;
    let pack = desk.pack(&[words]);
    assert_eq!(
        desk.to.preview_pack(&pack).unwrap()[0].step,
        PackStep::Replaces
    );
    desk.to.import_pack(&pack, &[]).unwrap();
    assert_eq!(desk.running(), [Running::On]);
    let mut asks = rule("a", "X001", "true");
    asks.evidence = "[element.title]".to_owned();
    let pack = desk.pack(&[asks]);
    desk.to.import_pack(&pack, &[]).unwrap();
    assert_eq!(desk.running(), [Running::NotAccepted]);
    // Undone, what was accepted stands again.
    desk.to.undo().unwrap();
    assert_eq!(desk.running(), [Running::On]);
}

#[test]
fn a_pack_that_is_refused_leaves_everything_as_it_was() {
    let mut desk = Desk::new(&[rule("a", "X001", "true")]);
    let before = desk.codes();
    let path = desk.folder.path().join("wrong.json");
    let good = desk.to.write_pack(&[]).unwrap();
    for (text, code) in [
        (String::new(), Code::NothingToImport),
        ("{}".to_owned(), Code::NotReadable),
        (
            good.replace("throughline.rules/1", "throughline.rules/2"),
            Code::FileTooNew,
        ),
        (good.replace("\"X001\"", "\"D103\""), Code::BadValue),
        (
            good.replace("\"initiative\"", "\"project\""),
            Code::NotReadable,
        ),
        (good.replace("\"no-owner\"", "\"No Owner\""), Code::BadValue),
    ] {
        std::fs::write(&path, &text).unwrap();
        assert_eq!(
            desk.to.preview_pack(&path).unwrap_err().code,
            code,
            "{text}"
        );
        let error = desk.to.import_pack(&path, &[]).unwrap_err();
        assert_eq!(error.code, code);
        assert!(
            error.message.en.contains("wrong.json"),
            "{}",
            error.message.en
        );
        assert_eq!(desk.codes(), before);
    }
    let missing = desk.folder.path().join("nowhere.json");
    assert!(desk.to.preview_pack(&missing).is_err());
}

#[test]
fn a_pack_is_one_step_back_and_one_step_forth() {
    let mut desk = Desk::new(&[]);
    let many: Vec<OwnRule> = (1..=20)
        .map(|n| rule(&format!("r{n}"), &format!("X{n:03}"), "true"))
        .collect();
    let pack = desk.pack(&many);
    desk.to.import_pack(&pack, &[]).unwrap();
    assert_eq!(desk.codes().len(), 20);
    desk.to.undo().unwrap();
    assert_eq!(desk.codes().len(), 0);
    desk.to.redo().unwrap();
    assert_eq!(desk.codes().len(), 20);
    assert_eq!(desk.running(), [Running::NotAccepted; 20]);
}
