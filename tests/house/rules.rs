//! Tests over the list of rules: every case, every text, one order.

use portfolio::fixture::{self, Expected};
use portfolio::model::{Date, Lang, Portfolio, Record};
use portfolio::rules::{
    self, Case, Context, Engine, Family, Finding, Outcome, RULES, Rule, Severity, run, run_one,
};
use std::collections::BTreeSet;

/// Where the file of each rule stands, as the compiler saw it.
pub(crate) fn file_of(rule: &Rule) -> std::path::PathBuf {
    let family = match rule.family {
        Family::Why => "why",
        Family::Rituals => "rituals",
        Family::Progress => "progress",
        Family::Tools => "tools",
        Family::Agile => "agile",
        Family::Visible => "visible",
        Family::Common => "common",
        Family::Ground => "ground",
        Family::Value => "value",
        Family::Own => "own",
    };
    std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("src/rules")
        .join(family)
        .join(format!("{}.rs", rule.name.replace('-', "_")))
}

#[test]
fn codes_are_well_formed_unique_and_sorted() {
    for pair in RULES.windows(2) {
        assert!(
            pair[0].code < pair[1].code,
            "{} {}",
            pair[0].code,
            pair[1].code
        );
    }
    for rule in RULES {
        let (letter, digits) = rule.code.split_at(1);
        assert!(["M", "D"].contains(&letter), "{}", rule.code);
        assert!(digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()));
    }
}

#[test]
fn a_rule_stands_in_the_file_of_its_name_and_family() {
    for rule in RULES {
        let text = std::fs::read_to_string(file_of(rule)).unwrap();
        assert!(
            text.contains(&format!("code: \"{}\"", rule.code)),
            "{}",
            rule.name
        );
    }
}

#[test]
fn every_text_is_written_in_both_languages() {
    for rule in RULES {
        let texts = [rule.title, rule.what, rule.why, rule.how];
        let thresholds = rule.thresholds.iter().flat_map(|it| [it.unit, it.source]);
        for said in texts.into_iter().chain(thresholds) {
            assert!(
                !said.en.trim().is_empty() && !said.fr.trim().is_empty(),
                "{}",
                rule.code
            );
            for text in [said.en, said.fr] {
                assert!(
                    !text.contains("  ") && !text.contains('\n'),
                    "{}: {text}",
                    rule.code
                );
            }
        }
        for said in [rule.what, rule.why, rule.how] {
            assert_ne!(said.en, said.fr);
            assert!(
                said.en.ends_with('.') && said.fr.ends_with('.'),
                "{}",
                rule.code
            );
        }
        let names: BTreeSet<&str> = rule.thresholds.iter().map(|it| it.name).collect();
        assert_eq!(names.len(), rule.thresholds.len());
    }
}

fn word(severity: Severity) -> String {
    serde_json::to_value(severity)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

/// What was found, in the terms of what was expected: a severity only where one was written.
fn told(findings: &[Finding], expected: &[Expected]) -> Vec<Expected> {
    let mut found: Vec<Expected> = findings
        .iter()
        .map(|finding| {
            let subject = finding.subject.as_ref().map(|it| it.id.clone());
            let asked = expected
                .iter()
                .any(|it| it.subject == subject && it.severity.is_some());
            Expected {
                subject,
                code: finding.code.clone(),
                undecided: finding.result == Outcome::CannotTell,
                severity: asked.then(|| word(finding.severity)),
            }
        })
        .collect();
    found.sort();
    found
}

#[test]
fn every_case_is_judged_as_drawn() {
    let mut wrong = Vec::new();
    for (rule, case) in cases() {
        let drawing = fixture::draw(case.portfolio)
            .unwrap_or_else(|why| panic!("{} {}: {why}", rule.code, case.name));
        let portfolio = drawing.portfolio();
        let ctx = Context::new(&portfolio, drawing.as_of, Lang::En);
        let mut expected = drawing.expected;
        expected.sort();
        let found = told(&run_one(rule, &ctx), &expected);
        if found != expected {
            wrong.push(format!(
                "{} {}\n  expected {expected:?}\n  found    {found:?}",
                rule.code, case.name
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn cases_have_names_of_their_own_and_judge_their_own_rule() {
    for rule in RULES {
        let names: BTreeSet<&str> = rule.cases().map(|it| it.name).collect();
        assert_eq!(names.len(), rule.cases().count(), "{}", rule.code);
        for case in rule.cases() {
            let drawing = fixture::draw(case.portfolio).unwrap();
            let mut expected = drawing.expected.iter();
            assert!(expected.all(|it| it.code == rule.code), "{}", case.name);
        }
    }
}

pub(crate) fn cases() -> impl Iterator<Item = (&'static Rule, Case)> {
    RULES
        .iter()
        .flat_map(|rule| rule.cases().map(move |case| (*rule, case)))
}

/// All cases in one portfolio, ids kept apart.
fn everything() -> Vec<Record> {
    together(cases())
}

/// Cases in one portfolio, ids kept apart.
pub(crate) fn together(cases: impl Iterator<Item = (&'static Rule, Case)>) -> Vec<Record> {
    let mut all = Vec::new();
    for (n, case) in cases.map(|(_, case)| case).enumerate() {
        for record in fixture::draw(case.portfolio).unwrap().records {
            // There is one record of settings, and each case has its own.
            if matches!(record, Record::Settings(_)) {
                continue;
            }
            let text = serde_json::to_string(&record).unwrap();
            let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
            rename(&mut value, n);
            all.push(serde_json::from_value(value).unwrap());
        }
    }
    all
}

/// Puts a number before everything that names a record.
fn rename(value: &mut serde_json::Value, n: usize) {
    const NAMES: [&str; 11] = [
        "id",
        "from",
        "to",
        "element",
        "canvas",
        "indicator",
        "source",
        "subject",
        "guard_rail",
        "proof",
        "premises",
    ];
    fn put(field: &mut serde_json::Value, n: usize) {
        match field {
            serde_json::Value::String(text) => *text = format!("c{n}.{text}"),
            serde_json::Value::Array(all) => all.iter_mut().for_each(|it| put(it, n)),
            _ => {}
        }
    }
    fn walk(fields: &mut serde_json::Map<String, serde_json::Value>, n: usize) {
        for (key, field) in fields {
            match field {
                _ if NAMES.contains(&key.as_str()) || key == "assumptions" => put(field, n),
                serde_json::Value::Object(inner) if key == "why" || key == "expects" => {
                    walk(inner, n)
                }
                _ => {}
            }
        }
    }
    if let Some(record) = value.get_mut("record").and_then(|it| it.as_object_mut()) {
        walk(record, n);
    }
}

pub(crate) fn as_of() -> Date {
    Date::from_ymd_opt(2026, 11, 22).unwrap()
}

#[test]
fn the_same_portfolio_gives_the_same_bytes_in_whatever_order_it_was_built() {
    let mut records = everything();
    let bytes = |records: &[Record], lang| {
        let portfolio = Portfolio::from_records(records.iter().cloned());
        serde_json::to_string(&run(&portfolio, as_of(), lang)).unwrap()
    };
    for lang in [Lang::En, Lang::Fr] {
        let first = bytes(&records, lang);
        assert!(first.len() > 10_000);
        assert_eq!(first, bytes(&records, lang));
        records.reverse();
        assert_eq!(first, bytes(&records, lang));
        let half = records.len() / 2;
        records.rotate_left(half);
        assert_eq!(first, bytes(&records, lang));
    }
}

#[test]
fn findings_are_complete_and_their_keys_unique() {
    let portfolio = Portfolio::from_records(everything());
    for lang in [Lang::En, Lang::Fr] {
        let findings = run(&portfolio, as_of(), lang);
        let keys: BTreeSet<&str> = findings.iter().map(|it| it.key.as_str()).collect();
        assert_eq!(keys.len(), findings.len());
        for it in &findings {
            assert!(
                it.message.ends_with('.') && it.advice.ends_with('.'),
                "{it:?}"
            );
            assert!(!it.message.contains('{'), "{it:?}");
            assert_eq!(
                it.result == Outcome::CannotTell,
                !it.missing.is_empty(),
                "{it:?}"
            );
            assert!(it.result == Outcome::Violated || it.severity == Severity::Info);
            assert!(
                it.evidence.iter().all(|row| !row.text.trim().is_empty()),
                "{it:?}"
            );
        }
        assert!(
            findings
                .windows(2)
                .all(|it| it[0].severity >= it[1].severity)
        );
    }
}

#[test]
fn keys_do_not_depend_on_the_language() {
    let portfolio = Portfolio::from_records(everything());
    let keys = |lang| -> Vec<String> {
        run(&portfolio, as_of(), lang)
            .into_iter()
            .map(|it| it.key)
            .collect()
    };
    assert_eq!(keys(Lang::En), keys(Lang::Fr));
}

#[test]
fn a_fix_makes_its_finding_disappear() {
    let portfolio = Portfolio::from_records(everything());
    let findings = run(&portfolio, as_of(), Lang::En);
    let fixable: Vec<&Finding> = findings.iter().filter(|it| it.fix.is_some()).collect();
    assert!(fixable.len() >= 3);
    for finding in fixable {
        let mut fixed = portfolio.clone();
        let edits = finding.fix.clone().unwrap();
        portfolio::edit::apply(&mut fixed, &edits).unwrap();
        let left = run(&fixed, as_of(), Lang::En);
        assert!(
            left.iter().all(|it| it.key != finding.key),
            "{}",
            finding.key
        );
    }
}

#[test]
fn an_empty_portfolio_has_no_findings() {
    assert!(run(&Portfolio::default(), as_of(), Lang::Fr).is_empty());
}

#[test]
fn a_message_speaks_in_the_words_and_figures_of_the_language() {
    let drawing = fixture::draw(
        r#"
        objective  wait "Wait under 20 minutes" why="x" owner=Ann
        initiative lake "Data lake, phase 2" budget="2.4M EUR" why="x"
        "#,
    )
    .unwrap();
    let portfolio = drawing.portfolio();
    let said = |lang| {
        let all = run(&portfolio, as_of(), lang);
        let orphan = all.iter().find(|it| it.code == "D103");
        orphan.unwrap().message.clone()
    };
    assert_eq!(
        said(Lang::En),
        "“Data lake, phase 2” spends 2.4\u{a0}M€ and reaches no objective."
    );
    assert_eq!(
        said(Lang::Fr),
        "«\u{a0}Data lake, phase 2\u{a0}» dépense 2,4\u{a0}M€ et n’atteint aucun objectif."
    );
}

#[test]
fn the_text_of_a_rule_names_the_values_in_force() {
    let named = |rule: &Rule| {
        let texts = [rule.what.en, rule.what.fr].into_iter();
        texts
            .map(|text| text.matches('{').count())
            .collect::<Vec<_>>()
    };
    for rule in RULES {
        for lang in [Lang::En, Lang::Fr] {
            assert!(!rule.text(lang).what.contains('{'), "{}", rule.code);
        }
        if rule.thresholds.is_empty() {
            assert_eq!(named(rule), [0, 0], "{}", rule.code);
        }
    }
    let drawing = fixture::draw("setting M401.first_check=90 M502.overlap=0.75").unwrap();
    let portfolio = drawing.portfolio();
    let what = |lang, code| {
        let all = rules::catalog_in(lang, portfolio.settings());
        all.into_iter().find(|it| it.code == code).unwrap().what
    };
    let usual = rules::catalog(Lang::En);
    let usual = usual.iter().find(|it| it.code == "M401").unwrap();
    assert!(
        usual
            .what
            .contains("more than 120 days ago (high from 365 days on)")
    );
    assert!(what(Lang::En, "M401").contains("more than 90 days ago (high from 365 days on)"));
    assert!(what(Lang::Fr, "M401").contains("plus de 90 jours"));
    assert!(what(Lang::Fr, "M502").contains("0,75"));
}

/// A list grows past each turn and back: what is said once and what is said of each follow one another.
#[test]
fn what_is_said_once_gives_way_to_what_is_said_of_each_and_comes_back() {
    use portfolio::edit::{Edit, Patch, apply};
    use portfolio::model::ElementId;

    let drawing = fixture::draw(
        r#"
        objective  wait "Wait under 20 minutes" why="x" archived=2026-10-01
        9x initiative a "Work" state=active budget="1 M EUR"
        initiative b "With a why" state=active budget="1 M EUR" why="One in nine leaves unseen"
        "#,
    )
    .unwrap();
    let mut portfolio = drawing.portfolio();
    let mut engine = Engine::new(&portfolio, as_of(), Lang::En);
    let count = |engine: &Engine, code: &str| {
        let all = engine.findings();
        let own: Vec<_> = all.iter().filter(|it| it.code == code).collect();
        let rows = own.iter().filter(|it| it.subject.is_some()).count();
        (own.len() - rows, rows)
    };
    let mut step = |engine: &mut Engine, edit: Edit| {
        let diff = apply(&mut portfolio, &[edit]).unwrap();
        let told = engine.update(&portfolio, &diff);
        assert_eq!(engine.findings(), run(&portfolio, as_of(), Lang::En));
        told
    };
    let why = |text: &str| Edit::Set {
        element: ElementId::new("a1"),
        patch: Patch::Why(Box::new(portfolio::model::Why {
            text: text.to_owned(),
            ..Default::default()
        })),
    };
    assert_eq!(count(&engine, "D103"), (1, 0));
    assert_eq!(count(&engine, "M501"), (1, 0));
    assert_eq!(count(&engine, "M405"), (1, 1));
    assert_eq!(count(&engine, "D304"), (1, 0));
    step(
        &mut engine,
        Edit::Restore {
            elements: vec![ElementId::new("wait")],
        },
    );
    assert_eq!(count(&engine, "D103"), (0, 10));
    step(&mut engine, why("One in nine leaves unseen"));
    assert_eq!(count(&engine, "M501"), (0, 8));
    assert_eq!(count(&engine, "M405"), (0, 10));
    step(&mut engine, why(""));
    assert_eq!(count(&engine, "M501"), (1, 0));
    assert_eq!(count(&engine, "M405"), (1, 1));
    // Beyond the turn an edit of one row wakes no other.
    step(&mut engine, why("One in nine leaves unseen"));
    let told = step(
        &mut engine,
        Edit::Set {
            element: ElementId::new("a2"),
            patch: Patch::Title("Another title".to_owned()),
        },
    );
    assert!(told.now.iter().all(|it| {
        let subject = it.subject.as_ref();
        subject.is_none_or(|it| it.id.as_str() == "a2")
    }));
}
