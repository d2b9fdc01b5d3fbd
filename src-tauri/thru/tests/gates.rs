//! What a check says of itself: which rules it ran, what somebody accepted, and that a gate never passes on a rule that
//! stood still.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails should say where"
)]

mod desk;

use desk::{Answer, Desk, FERRY};
use serde_json::Value;

/// The harbour with its one ferry, whose missing why somebody lives with, and some rules of its own.
fn harbour(rules: &str) -> (Desk, String) {
    let desk = Desk::new();
    let more = format!(
        r#""settings": {{"rules": {{"D402": {{"off": true}}}}}},
  "waivers": [{{"id": "w", "code": "M501", "subject": "ship", "reason": "The mayor knows", "person": "A. Mayor",
    "on": "2026-06-01", "until": "2027-06-01"}}],
  "own_rules": [{rules}],
  "elements":"#
    );
    desk.write("ferry.json", &FERRY.replace("\"elements\":", &more));
    desk.ok(&["new", "p.thru"]);
    let told = plain(&desk.ok(&["import", "p.thru", "ferry.json"]));
    (desk, told)
}

/// A figure stays with its unit by a space of its own.
fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn own(code: &str, when: &str) -> String {
    format!(
        r#"{{"id": "{code}", "code": "{code}", "name": "own-{}", "title": "Own", "applies_to": "initiative",
    "when": "{when}", "message": "{{title}} is wrong.", "severity": "high"}}"#,
        code.to_lowercase()
    )
}

fn check(desk: &Desk, args: &[&str]) -> Answer {
    let mut all = vec!["check", "p.thru", "--as-of", "2026-06-30"];
    all.extend(args);
    let answer = desk.run(&all);
    Answer {
        out: plain(&answer.out),
        ..answer
    }
}

fn json(desk: &Desk, args: &[&str]) -> Value {
    let mut all = args.to_vec();
    all.extend(["--format", "json"]);
    serde_json::from_str(&check(desk, &all).out).unwrap()
}

#[test]
fn what_somebody_accepted_fails_no_gate_and_is_told_of_everywhere() {
    let (desk, _) = harbour("");
    let lived_with = check(&desk, &["--select", "M501", "--fail-on", "low"]);
    assert_eq!(lived_with.status, 0, "{}", lived_with.out);
    let told = &lived_with.out;
    assert!(told.contains("1 finding, which is accepted."), "{told}");
    // Living with a fault does not make its rule hold.
    assert!(
        told.contains("Of 1 rule 1 found something and 0 hold."),
        "{told}"
    );
    assert!(check(&desk, &[]).out.contains("; 1 more is accepted"));
    assert!(
        check(&desk, &["--lang", "fr"])
            .out
            .contains("1 autre est accepté")
    );
    let answer = json(&desk, &[]);
    assert_eq!(answer["coverage"]["accepted"], 1);
    assert_eq!(answer["accepted"][0]["key"], "M501:ship");
    assert_eq!(answer["accepted"][0]["by"], "A. Mayor");
    let later = [
        "check",
        "p.thru",
        "--as-of",
        "2027-06-30",
        "--format",
        "json",
    ];
    let mut later = desk.json(&later);
    let (found, holds) = (&answer["coverage"]["found"], &answer["coverage"]["holds"]);
    let over = later["coverage"].take();
    assert_eq!(
        (&over["accepted"], &over["found"], &over["holds"]),
        (&Value::from(0), found, holds)
    );

    desk.ok(&[
        "snapshot",
        "p.thru",
        "--as-of",
        "2026-06-30",
        "--to",
        "s.md",
        "--to",
        "s.html",
        "--to",
        "s.json",
    ]);
    for name in ["s.md", "s.html"] {
        assert!(
            plain(&desk.read(name)).contains("1 accepted (1 high)"),
            "{name}"
        );
    }
    let data: Value = serde_json::from_str(&desk.read("s.json")).unwrap();
    assert_eq!(data["figures"]["accepted"]["high"], 1);
}

#[test]
fn an_import_names_the_accepted_findings_and_the_rules_that_come_along() {
    let (desk, told) = harbour(&own("X001", "true"));
    assert!(told.contains("1 accepted finding taken over"), "{told}");
    assert!(
        told.contains("1 rule taken over, off until accepted"),
        "{told}"
    );
    desk.ok(&["new", "q.thru"]);
    let dry = plain(&desk.ok(&[
        "import",
        "q.thru",
        "ferry.json",
        "--dry-run",
        "--lang",
        "fr",
    ]));
    assert!(dry.contains("1 constat accepté à reprendre"), "{dry}");
    let dry = desk.json(&[
        "import",
        "q.thru",
        "ferry.json",
        "--dry-run",
        "--format",
        "json",
    ]);
    assert_eq!(dry["sources"][0]["accepted"], 1);
    assert_eq!(dry["sources"][0]["own_rules"], 1);
}

#[test]
fn what_is_counted_is_what_was_selected() {
    let (desk, _) = harbour("");
    let two = json(&desk, &["--select", "D101,m501"]);
    let coverage = &two["coverage"];
    assert_eq!(
        (&coverage["rules"], &coverage["found"]),
        (&Value::from(2), &Value::from(2))
    );
    assert_eq!(
        (&coverage["holds"], &coverage["idle"]),
        (&Value::from(0), &Value::from(Vec::<Value>::new()))
    );
}

#[test]
fn a_rule_that_was_asked_for_and_did_not_run_is_no_gate_that_was_passed() {
    let rules = [
        own("X001", "true"),
        own("X002", "neighbours.size() >"),
        own("X003", "1 / 0 > 1"),
    ];
    let (desk, _) = harbour(&rules.join(", "));
    for (args, says) in [
        (
            vec!["--select", "X001"],
            "Rule X001 was not run: it came with the file",
        ),
        (
            vec!["--select", "X002", "--accept-rules"],
            "Rule X002 (Own) could not be run",
        ),
        (
            vec!["--select", "D101,D402"],
            "Rule D402 was not run: it is switched off",
        ),
        (vec!["--select", "X009"], "There is no rule “X009”"),
        (
            vec!["--select", "X003", "--accept-rules"],
            "Rule X003 (Own) could not be run on 1",
        ),
        (
            vec!["--accept-rules", "--select", "X003,D402", "--lang", "fr"],
            "La règle D402 n’a pas été exécutée",
        ),
    ] {
        let mut gate = args.clone();
        gate.extend(["--fail-on", "low"]);
        let answer = check(&desk, &gate);
        assert_eq!(answer.status, 2, "{args:?}: {}", answer.out);
        assert!(answer.err.contains(says), "{args:?}: {}", answer.err);
    }
    // By its name, and accepted, it closes the gate.
    let named = [
        "--select",
        "own-x001",
        "--accept-rules",
        "--fail-on",
        "high",
    ];
    assert_eq!(check(&desk, &named).status, 1);
}

#[test]
fn a_rule_that_is_on_and_cannot_be_run_is_told_with_its_reason_and_lets_no_gate_pass() {
    let (desk, _) = harbour(&own("X002", "nobody.size() > 1"));
    let plain = check(&desk, &["--accept-rules"]);
    assert_eq!(plain.status, 0);
    assert!(
        plain
            .out
            .contains("Rule X002 (Own) could not be run: there is nothing called “nobody”"),
        "{}",
        plain.out
    );
    assert!(
        plain.out.contains("not run, or only in part: X002"),
        "{}",
        plain.out
    );
    assert!(!plain.out.contains("questions wait"), "{}", plain.out);
    let answer = json(&desk, &["--accept-rules"]);
    assert_eq!(answer["coverage"]["failed"][0]["code"], "X002");
    assert_eq!(answer["coverage"]["failed"][0]["in_part"], false);
    let gate = check(&desk, &["--accept-rules", "--fail-on", "blocker"]);
    assert_eq!(gate.status, 2, "{}", gate.out);
    assert!(
        gate.err.contains("The gate cannot be passed"),
        "{}",
        gate.err
    );
    // A violation closes it as ever, and what is not accepted is not meant to run.
    assert_eq!(
        check(&desk, &["--accept-rules", "--fail-on", "low"]).status,
        1
    );
    assert_eq!(check(&desk, &["--fail-on", "blocker"]).status, 0);
}

#[test]
fn a_day_is_written_as_the_help_says() {
    let (desk, _) = harbour("");
    for day in [
        "2026-2-3",
        "2026-02-3",
        " 2026-02-03",
        "2026-02-30",
        "+2026-02-03",
    ] {
        let answer = desk.run(&["check", "p.thru", "--as-of", day]);
        assert_eq!(answer.status, 2, "{day}");
        assert!(answer.err.contains("YYYY-MM-DD"), "{}", answer.err);
    }
    assert_eq!(
        desk.run(&["check", "p.thru", "--as-of", "2026-02-03"])
            .status,
        0
    );
}

#[test]
fn a_threshold_that_a_rule_does_not_have_or_cannot_have_is_refused_at_the_door() {
    for (set, says) in [
        (
            r#""orphan_budget_share": -5"#,
            "“orphan_budget_share” of D103 is a finite number, zero or above",
        ),
        (
            r#""orphan_share": 5"#,
            "The rule D103 has no threshold “orphan_share”",
        ),
    ] {
        let desk = Desk::new();
        let settings = format!(
            r#""settings": {{"rules": {{"D103": {{"parameters": {{{set}}}}}}}}}, "elements":"#
        );
        desk.write("ferry.json", &FERRY.replace("\"elements\":", &settings));
        desk.ok(&["new", "p.thru"]);
        for args in [
            &["import", "p.thru", "ferry.json", "--dry-run"][..],
            &["import", "p.thru", "ferry.json"],
        ] {
            let answer = desk.run(args);
            assert_eq!(answer.status, 2, "{}", answer.out);
            assert!(answer.err.contains(says), "{}", answer.err);
        }
    }
}
