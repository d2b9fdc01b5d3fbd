//! The engine from outside: in which order findings stand, what somebody lives with, and what is told after a step.

use portfolio::edit::{self, Edit, Patch};
use portfolio::fixture::draw;
use portfolio::model::{
    Change, Date, Diff, ElementId, Lang, Portfolio, Record, RuleSetting, Settings, Severity,
    Waiver, WaiverId,
};
use portfolio::rules::{
    Coverage, Engine, Finding, FindingsChange, Outcome, RULES, heads, run, run_all,
};
use std::collections::BTreeSet;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// What is found in a drawing on its day.
pub(crate) fn found(drawing: &str) -> Vec<Finding> {
    let drawing = draw(drawing).unwrap();
    run_all(&drawing.portfolio(), drawing.as_of, Lang::En)
}

/// The finding of a rule about a subject.
pub(crate) fn of<'f>(findings: &'f [Finding], code: &str, subject: &str) -> Option<&'f Finding> {
    findings.iter().find(|it| {
        let about = it.subject.as_ref().map(|it| it.id.as_str());
        it.code == code && about == Some(subject)
    })
}

const LIVED_WITH: &str = r#"
    as_of 2026-11-22
    objective  o "O" why="W"
    initiative i "I" state=active why="W"
    initiative j "J" state=active why="W"
"#;

#[test]
fn a_finding_that_somebody_lives_with_is_set_aside_until_its_last_day() {
    for (until, lives) in [
        ("2026-11-22", true),
        ("2026-11-21", false),
        ("2027-01-01", true),
    ] {
        let text = format!(
            "{LIVED_WITH}\nwaive D103 i \"Moves in spring\" by=Ann on=2026-10-01 until={until}"
        );
        let drawing = draw(&text).unwrap();
        let portfolio = drawing.portfolio();
        let all = run_all(&portfolio, drawing.as_of, Lang::En);
        assert_eq!(
            of(&all, "D103", "i").unwrap().accepted.is_some(),
            lives,
            "{until}"
        );
        assert!(
            of(&all, "D103", "j").unwrap().accepted.is_none(),
            "of one element only"
        );
        let open = run(&portfolio, drawing.as_of, Lang::En);
        assert_eq!(of(&open, "D103", "i").is_none(), lives, "{until}");
        assert!(of(&open, "D103", "j").is_some());
    }
    let endless = found(&format!("{LIVED_WITH}\nwaive D103 i \"For good\""));
    assert!(of(&endless, "D103", "i").unwrap().accepted.is_some());
}

#[test]
fn living_with_one_fault_excuses_no_other() {
    for line in [
        "waive D102 i \"Another rule\"",
        "waive D103 o \"Another element\"",
    ] {
        let all = found(&format!("{LIVED_WITH}\n{line}"));
        assert!(of(&all, "D103", "i").unwrap().accepted.is_none(), "{line}");
    }
}

#[test]
fn what_is_told_once_of_the_whole_is_lived_with_under_the_name_of_its_settings() {
    let list = "as_of 2026-11-22\n5x initiative i \"I\" state=active";
    let whole = |all: &[Finding]| {
        let mut about: Vec<_> = all.iter().filter(|it| it.subject.is_none()).collect();
        about.retain(|it| it.code == "D103" || it.code == "M501");
        about
            .iter()
            .map(|it| (it.code.clone(), it.accepted.is_some()))
            .collect::<Vec<_>>()
    };
    let told = |first| vec![("D103".to_owned(), first), ("M501".to_owned(), false)];
    let mut before = whole(&found(list));
    before.sort();
    assert_eq!(before, told(false));
    let waived = format!("{list}\nwaive D103 settings \"No objective before the term\" by=Ann");
    let mut after = whole(&found(&waived));
    after.sort();
    assert_eq!(after, told(true));
    // Once there is an objective, each row stands for itself, and nobody lives with that yet.
    let all = found(&format!("{waived}\nobjective o \"O\" why=\"W\""));
    assert!(of(&all, "D103", "i1").unwrap().accepted.is_none());
}

#[test]
fn living_with_what_is_told_of_the_whole_is_heard_of_at_once() {
    let drawing = draw("5x initiative i \"I\" state=active").unwrap();
    let mut portfolio = drawing.portfolio();
    let mut engine = Engine::new(&portfolio, drawing.as_of, Lang::En);
    let waiver = Waiver {
        id: WaiverId::new("w"),
        code: "D103".into(),
        subject: Settings::record_id(),
        reason: "No objective before the term".into(),
        person: "Ann".into(),
        on: drawing.as_of,
        until: None,
    };
    let diff = edit::apply(&mut portfolio, &[Edit::Waive { waiver }]).unwrap();
    let change = engine.update(&portfolio, &diff);
    let keys: Vec<&str> = change.now.iter().map(|it| it.key.as_str()).collect();
    assert_eq!(keys, ["D103:portfolio"]);
    assert!(change.now[0].accepted.is_some() && change.gone.is_empty());
}

#[test]
fn the_heaviest_stands_first_and_what_is_equal_by_weight_money_and_key() {
    let all = found(
        r#"
        objective  a "A" weight=5 why="W"
        objective  b "B" weight=9 why="W"
        objective  c "C" weight=86 why="W"
        initiative x "X" state=active budget="10 EUR" why="W"
        initiative y "Y" state=active budget="30 EUR" why="W"
        initiative z "Z" state=active budget="30 EUR" why="W"
        initiative w "W" state=active budget="9930 EUR" why="W" -> c
        "#,
    );
    assert!(all.windows(2).all(|it| it[0].severity >= it[1].severity));
    let order = |code: &str| {
        let some = all.iter().filter(|it| it.code == code);
        some.filter_map(|it| it.subject.as_ref())
            .map(|it| it.id.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(order("D102"), "b a");
    assert_eq!(order("D103"), "y z x");
    for pair in all.windows(2).filter(|it| it[0].severity == it[1].severity) {
        assert!(
            pair[0].result <= pair[1].result,
            "what is violated comes before what cannot be told"
        );
    }
}

/// A finding of a cause, as far as grouping looks at it.
fn caused(key: &str, cause: Option<&str>, result: Outcome) -> Finding {
    let mut it = found("initiative i \"I\" state=active").remove(0);
    it.key = key.to_owned();
    it.cause = cause.map(str::to_owned);
    it.result = result;
    it
}

#[test]
fn of_one_cause_the_first_violation_is_the_head_and_the_others_follow_it() {
    use Outcome::{CannotTell, Violated};
    for (findings, expected) in [
        (
            vec![("a", None, Violated), ("b", None, CannotTell)],
            vec![None, None],
        ),
        (
            vec![("a", Some("k"), Violated), ("b", Some("k"), Violated)],
            vec![None, Some("a")],
        ),
        (
            vec![("a", Some("k"), CannotTell), ("b", Some("k"), Violated)],
            vec![Some("b"), None],
        ),
        (
            vec![
                ("a", Some("k"), CannotTell),
                ("b", Some("k"), Violated),
                ("c", Some("k"), Violated),
                ("d", Some("l"), Violated),
            ],
            vec![Some("b"), None, Some("b"), None],
        ),
        (
            vec![("a", Some("k"), CannotTell), ("b", Some("k"), CannotTell)],
            vec![None, Some("a")],
        ),
    ] {
        let all: Vec<Finding> = findings
            .iter()
            .map(|(key, cause, result)| caused(key, *cause, *result))
            .collect();
        assert_eq!(heads(&all), expected, "{findings:?}");
    }
    assert!(heads(&[]).is_empty());
}

#[test]
fn a_rule_that_finds_data_missing_wherever_it_looks_has_decided_nothing() {
    let drawing = r#"
        objective  a "Withheld" why="W"
        initiative w "One" state=active budget=withheld:nfp why="W" -> a
        setting D103.off M501.off
    "#;
    let all = found(drawing);
    let settings = draw(drawing).unwrap().portfolio().settings().clone();
    let coverage = Coverage::of(&all, &settings, None);
    assert_eq!(coverage.off, ["D103", "M501"]);
    assert_eq!(coverage.rules as usize, RULES.len() - 2);
    assert!(coverage.undecided.contains(&"D102".to_owned()));
    assert_eq!(
        coverage.decided as usize,
        RULES.len() - 2 - coverage.undecided.len()
    );
    // One violation is a decision, whatever else the rule cannot tell.
    let both = format!("{drawing}\nobjective b \"Nothing leads here\" why=\"W\"");
    assert!(
        !Coverage::of(&found(&both), &settings, None)
            .undecided
            .contains(&"D102".to_owned())
    );
    let none = Coverage::of(&[], &Default::default(), None);
    assert_eq!((none.rules, none.decided), (none.decided, none.rules));
}

#[test]
fn a_check_before_everything_and_one_long_after_are_checks() {
    for rule in RULES {
        for case in rule.cases() {
            let portfolio = draw(case.portfolio).unwrap().portfolio();
            for as_of in ["0001-01-01", "1900-01-01", "2500-12-31", "9999-12-31"] {
                for it in run(&portfolio, day(as_of), Lang::Fr) {
                    assert!(it.message.ends_with('.'), "{} on {as_of}", it.key);
                }
            }
        }
    }
}

/// The findings before and after a step, and what the engine told of it.
fn step(drawing: &str, edit: &Edit) -> (Vec<Finding>, FindingsChange, Vec<Finding>) {
    let drawing = draw(drawing).unwrap();
    let mut portfolio = drawing.portfolio();
    let mut engine = Engine::new(&portfolio, drawing.as_of, Lang::En);
    let before = engine.findings();
    let diff = edit::apply(&mut portfolio, std::slice::from_ref(edit)).unwrap();
    let change = engine.update(&portfolio, &diff);
    assert_eq!(
        engine.findings(),
        run_all(&portfolio, drawing.as_of, Lang::En)
    );
    (before, change, engine.findings())
}

#[test]
fn after_a_step_only_what_is_new_different_or_gone_is_told() {
    let drawing = r#"
        objective  o "O" why="W"
        initiative i "I" state=active budget="10 EUR" why="W" -> o
        initiative j "J" state=active budget="90 EUR" why="W"
    "#;
    let (_, change, _) = step(
        drawing,
        &Edit::SetTitle {
            title: "A new name".to_owned(),
        },
    );
    assert_eq!(
        change,
        FindingsChange::default(),
        "the name of the portfolio concerns no rule"
    );
    let archive = Edit::Archive {
        elements: vec![ElementId::new("j")],
        on: day("2026-11-22"),
        reason: String::new(),
    };
    let (before, change, after) = step(drawing, &archive);
    assert!(of(&before, "D103", "j").is_some() && of(&after, "D103", "j").is_none());
    assert!(change.gone.contains(&"D103:j".to_owned()));
    assert!(
        change
            .now
            .iter()
            .all(|it| it.subject.as_ref().is_none_or(|it| it.id.as_str() != "j"))
    );
    let renamed = Edit::Set {
        element: ElementId::new("j"),
        patch: Patch::Title("Another title".into()),
    };
    let (_, change, _) = step(drawing, &renamed);
    let again = of(&change.now, "D103", "j").unwrap();
    assert!(again.message.contains("Another title"));
    assert!(
        change.gone.is_empty(),
        "a finding that says something else is the same finding"
    );
    let off = Edit::SetRule {
        code: "D103".to_owned(),
        setting: RuleSetting {
            off: true,
            ..RuleSetting::default()
        },
    };
    let (before, change, _) = step(drawing, &off);
    let gone: BTreeSet<&String> = change.gone.iter().collect();
    assert_eq!(
        gone,
        before
            .iter()
            .filter(|it| it.code == "D103")
            .map(|it| &it.key)
            .collect()
    );
}

#[test]
fn what_is_no_longer_large_weighs_less_though_nobody_touched_it() {
    let drawing = r#"
        objective  o "O" why="W"
        initiative i "I" state=active budget="10 EUR" why="W"
        initiative j "J" state=idea budget="10000 EUR" why="W" -> o
    "#;
    let known = portfolio::model::known(portfolio::model::InitiativeState::Active);
    let open = Edit::Set {
        element: ElementId::new("j"),
        patch: Patch::State(known),
    };
    let (before, change, after) = step(drawing, &open);
    assert_eq!(of(&before, "D103", "i").unwrap().severity, Severity::High);
    assert_eq!(of(&after, "D103", "i").unwrap().severity, Severity::Medium);
    assert!(
        change.now.iter().any(|it| it.key == "D103:i"),
        "and that is told"
    );
}

#[test]
fn another_date_or_language_is_another_run_with_the_same_keys() {
    let drawing = draw(LIVED_WITH).unwrap();
    let portfolio = drawing.portfolio();
    let mut engine = Engine::new(&portfolio, drawing.as_of, Lang::En);
    assert!(engine.is_of(drawing.as_of, Lang::En) && !engine.is_of(drawing.as_of, Lang::Fr));
    let keys = |all: &[Finding]| all.iter().map(|it| it.key.clone()).collect::<Vec<_>>();
    let english = engine.findings();
    let change = engine.rerun(&portfolio, drawing.as_of, Lang::Fr);
    assert!(engine.is_of(drawing.as_of, Lang::Fr));
    assert_eq!(keys(&english), keys(&engine.findings()));
    assert!(change.gone.is_empty() && change.now.len() == english.len());
    let nothing = engine.rerun(&portfolio, drawing.as_of, Lang::Fr);
    assert_eq!(nothing, FindingsChange::default());
}

#[test]
fn whoever_starts_or_stops_living_with_a_finding_is_told_of_it() {
    let drawing = draw(&format!("{LIVED_WITH}\nwaive D103 i \"Known\"")).unwrap();
    let waiver = drawing
        .records
        .iter()
        .find(|it| matches!(it, Record::Waiver(_)))
        .unwrap()
        .clone();
    let without = Portfolio::from_records(
        drawing
            .records
            .iter()
            .filter(|it| !matches!(it, Record::Waiver(_)))
            .cloned(),
    );
    let mut portfolio = without.clone();
    let mut engine = Engine::new(&portfolio, drawing.as_of, Lang::En);
    let granted = Diff {
        changes: vec![Change {
            before: None,
            after: Some(waiver),
        }],
    };
    for (diff, accepted) in [(granted.clone(), true), (granted.inverse(), false)] {
        portfolio.apply(&diff);
        let change = engine.update(&portfolio, &diff);
        let told: Vec<(&str, bool)> = change
            .now
            .iter()
            .map(|it| (it.key.as_str(), it.accepted.is_some()))
            .collect();
        assert_eq!(told, [("D103:i", accepted)]);
    }
}
