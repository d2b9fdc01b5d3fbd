//! Documents out and in again, and every fault of one told with its line: in words, and as JSON where that was asked.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails should say where"
)]

mod desk;

use desk::{Desk, FERRY};
use serde_json::Value;

#[test]
fn errors_say_what_was_kept_in_the_language_that_was_asked_for() {
    let desk = Desk::harbour();
    desk.write("cut.json", &FERRY[..200]);
    let english = desk.run(&["import", "p.thru", "cut.json"]);
    assert_eq!(english.status, 2);
    assert!(
        english.err.starts_with("error: “cut.json”, line 6"),
        "{}",
        english.err
    );
    assert!(english.err.contains("Nothing was imported."));
    let french = desk.run(&["import", "p.thru", "cut.json", "--lang", "fr"]);
    assert!(
        french
            .err
            .starts_with("erreur\u{a0}: «\u{a0}cut.json\u{a0}», ligne 6"),
        "{}",
        french.err
    );
}

#[test]
fn a_portfolio_goes_out_and_comes_back_with_the_same_bytes() {
    let desk = Desk::harbour();
    desk.ok(&["export", "p.thru", "--to", "one.json"]);
    desk.ok(&["new", "q.thru"]);
    desk.ok(&["import", "q.thru", "one.json"]);
    desk.ok(&["export", "q.thru", "--to", "two.json"]);
    assert_eq!(desk.read("one.json"), desk.read("two.json"));
    assert!(desk.read("one.json").contains("\"title\": \"Harbour\""));
}

#[test]
fn a_document_is_added_once_and_never_over_something_else() {
    let desk = Desk::harbour();
    let again = desk.json(&["import", "p.thru", "ferry.json", "--format", "json"]);
    assert_eq!(again["schema"], "throughline.import/1");
    assert_eq!(again["sources"][0]["created"], 0);
    assert_eq!(again["sources"][0]["already_there"], 3);
    desk.write("other.json", &FERRY.replace("New ferry", "Old ferry"));
    let refused = desk.run(&["import", "p.thru", "other.json"]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("“ship”") && refused.err.contains("Nothing was imported."));
}

/// A document of one record of each kind and of every reason why a value can be missing.
const EVERYTHING: &str = r##"{
  "schema": "throughline.portfolio/1",
  "title": "Quay & <harbour>",
  "settings": {
    "currency": "EUR",
    "fiscal_year": {"month": 4, "day": 1},
    "rates": [{"from": "AUD", "to": "EUR", "rate": "0.61", "on": "2026-01-02", "source": "Central bank"}]
  },
  "elements": [
    {"id": "d", "kind": "driver", "title": "Water rises", "valid_from": "2025-01-01", "reference": {"missing": {"reason": "unknown", "said": "tbd"}}},
    {"id": "p", "kind": "priority", "title": "Stay dry", "rank": 1},
    {"id": "o", "kind": "objective", "title": "Quay one metre higher", "weight": 62.5, "why": {"text": "Or it floods", "proof": "k", "until": "2030-12-31"}},
    {"id": "v", "kind": "outcome", "title": "No flooded street", "expected_value": {"known": {"amount": "-12.50", "currency": "$"}}, "harmful": true},
    {"id": "c", "kind": "change", "title": "Gates are closed early", "change_owner": "A. Rey"},
    {"id": "a", "kind": "capability", "title": "Forecast", "importance": 5, "maturity_now": {"missing": {"reason": "not_reported", "said": ""}}},
    {"id": "i", "kind": "initiative", "title": "Raise the quay", "state": "active", "budget": {"missing": {"reason": "withheld", "said": "nfp"}}, "end": {"missing": {"reason": "not_required", "said": "Ongoing"}}, "extra": {"Port": "", "Zone": "é\u202f€"}, "external_keys": [{"source": "Register", "key": "7"}], "tags": ["sea", ""]},
    {"id": "s", "kind": "system", "title": "Gauge network", "cost": {"known": {"amount": "79228162514264337593543950335", "currency": "EUR"}}},
    {"id": "t", "kind": "team", "title": "Harbour works", "side": "business", "capacity": 0.1},
    {"id": "k", "kind": "indicator", "title": "Floods in a year", "direction": "down", "every_days": 30, "population": "All streets"},
    {"id": "b", "kind": "assumption", "title": "The sea rises 4 mm", "reviewed_on": "2026-01-01"},
    {"id": "e", "kind": "decision", "title": "Stone, not sand", "sides": ["business", "it"], "options": ["Sand", {"title": "Stone", "fate": "chosen", "reason": "Lasts"}], "premises": ["r"]},
    {"id": "h", "kind": "person", "title": "A. Rey", "role": "Harbour master"},
    {"id": "g", "kind": "term", "title": "Freeboard", "synonyms": ["clearance"], "archived": {"on": "2026-02-01", "reason": "Old word"}}
  ],
  "links": [
    {"id": "l1", "kind": "contribution", "from": "i", "to": "o", "sign": "harms", "strength": "decisive", "confidence": "guess", "lag_days": 90, "share": 0.25, "state": "disputed", "assumptions": ["b"], "valid_from": "2026-01-01"},
    {"id": "l2", "kind": "because", "from": "i", "to": "d"},
    {"id": "l3", "kind": "measures", "from": "k", "to": "o"},
    {"id": "l4", "kind": "depends_on", "from": "i", "to": "s", "needed_by": "2027-01-01"},
    {"id": "l5", "kind": "rests_on", "from": "o", "to": "b"},
    {"id": "l6", "kind": "cites", "from": "e", "to": "i"}
  ],
  "canvases": [{"id": "map", "title": "Our map", "kind": "strategy_map"}, {"id": "two", "title": "Second", "kind": "strategy_map"}],
  "placements": [{"id": "map.i", "canvas": "map", "element": "i", "x": 12.5, "y": 0.0, "pinned": true}],
  "readings": [{"id": "r", "indicator": "k", "period": "2026-06-30", "value": -0.1, "nature": "forecast", "source": "src", "recorded_at": "2026-07-02T08:00:00.123456789Z", "recorded_by": "B. Sole", "grade": "imported"}],
  "status_reports": [{"id": "sr", "element": "i", "date": {"missing": {"reason": "unknown", "said": "?"}}, "lens": "it", "status": "amber", "said": "Medium High", "source": "src"}],
  "sources": [{"id": "src", "title": "Register", "owner": "A. Rey"}],
  "imports": [{"id": "im", "source": "src", "at": "2026-07-02T08:00:00Z", "file": "register.xlsx", "hash": "00ff", "sheet": "All", "created": 3, "quarantined": ["row 12: no title"], "ignored": 2}],
  "waivers": [{"id": "w", "code": "D103", "subject": "l2", "reason": "Known", "person": "A. Rey", "on": "2026-01-01", "until": "2026-12-31"}]
}"##;

#[test]
fn every_kind_of_record_goes_out_and_comes_back_with_the_same_bytes() {
    let desk = Desk::new();
    desk.write("all.json", EVERYTHING);
    desk.ok(&["new", "p.thru", "--lang", "fr"]);
    desk.ok(&["import", "p.thru", "all.json"]);
    desk.ok(&["export", "p.thru", "--to", "one.json"]);
    desk.ok(&["new", "q.thru"]);
    desk.ok(&["import", "q.thru", "one.json"]);
    desk.ok(&["export", "q.thru", "--to", "two.json"]);
    let one = desk.read("one.json");
    assert_eq!(one, desk.read("two.json"));
    // And what was written by hand is all in it.
    let (ours, theirs): (Value, Value) = (
        serde_json::from_str(&one).unwrap(),
        serde_json::from_str(EVERYTHING).unwrap(),
    );
    for (name, list) in theirs.as_object().unwrap() {
        match list {
            Value::Array(list) => {
                assert_eq!(ours[name].as_array().unwrap().len(), list.len(), "{name}");
            }
            value => assert_eq!(ours[name], *value, "{name}"),
        }
    }
    for word in [
        "nfp",
        "Ongoing",
        "not_reported",
        "Our map",
        "row 12: no title",
        "0.123456789",
        "Old word",
    ] {
        assert!(one.contains(word.trim_start_matches("0.")), "{word}");
    }
}

/// Asserts that a document is refused and that the portfolio is as it was.
fn refused(desk: &Desk, args: &[&str], text: &[u8]) -> desk::Answer {
    desk.ok(&["export", "p.thru", "--to", "before.json"]);
    std::fs::write(desk.path("x.json"), text).unwrap();
    let mut all = vec!["import", "p.thru", "x.json"];
    all.extend(args);
    let answer = desk.run(&all);
    assert_eq!(
        (answer.status, answer.out.as_str()),
        (2, ""),
        "{}",
        answer.err
    );
    assert!(!answer.err.contains("panicked"), "{}", answer.err);
    desk.ok(&["export", "p.thru", "--to", "after.json"]);
    assert_eq!(desk.read("before.json"), desk.read("after.json"));
    answer
}

fn faulty() -> String {
    FERRY
        .replace("objective", "goal")
        .replace("EUR", "euros")
        .replace("\"state\": \"accepted\"", "\"stat\": \"accepted\"")
}

#[test]
fn all_faults_of_a_document_are_told_with_their_lines() {
    let desk = Desk::harbour();
    let english = refused(&desk, &[], faulty().as_bytes()).err;
    let lines: Vec<&str> = english.lines().collect();
    assert!(
        lines[0]
            .starts_with("error: “x.json”, line 6, column 61: “currency” is “euros”; it must be"),
        "{english}"
    );
    assert!(lines[0].ends_with("This is the first of 3 faults. Nothing was imported."));
    assert!(
        lines[1].starts_with("       line 7, column 28: “kind” is “goal”; it must be “driver”,"),
        "{english}"
    );
    assert!(
        lines[2].starts_with("       line 10, column 79: “stat” is no property"),
        "{english}"
    );
    assert!(lines[3].contains("docs/portfolio.schema.json"));
    let french = refused(&desk, &["--lang", "fr"], faulty().as_bytes()).err;
    let lines: Vec<&str> = french.lines().collect();
    assert!(
        lines[0].starts_with(
            "erreur\u{a0}: «\u{a0}x.json\u{a0}», ligne 6, colonne 61\u{a0}: «\u{a0}currency\u{a0}» est «\u{a0}euros\u{a0}»"
        ),
        "{french}"
    );
    assert!(
        lines[1].starts_with(
            "         ligne 7, colonne 28\u{a0}: «\u{a0}kind\u{a0}» est «\u{a0}goal\u{a0}»"
        ),
        "{french}"
    );
    assert_eq!(lines.len(), 4);
    // A look at the document says the same.
    let looked = desk.run(&["inspect", "x.json"]);
    assert_eq!(looked.err, english);
    let foretold = refused(&desk, &["--dry-run"], faulty().as_bytes());
    assert_eq!(foretold.err, english);
}

#[test]
fn faults_are_json_where_json_was_asked_for() {
    let desk = Desk::harbour();
    let answer = refused(&desk, &["--format", "json"], faulty().as_bytes());
    let error: Value = serde_json::from_str(&answer.err).unwrap();
    assert_eq!(error["schema"], "throughline.error/1");
    assert_eq!(error["code"], "not_readable");
    let faults = error["faults"].as_array().unwrap();
    assert_eq!(faults.len(), 3);
    assert_eq!(faults[1]["line"], 7);
    assert_eq!(faults[1]["column"], 28);
    assert_eq!(faults[1]["pointer"], "/elements/1/kind");
    assert!(faults[1]["message"].as_str().unwrap().contains("“goal”"));
    for key in ["message", "hint"] {
        assert!(!error[key].as_str().unwrap().is_empty(), "{key}");
    }
    let absent = desk.run(&["check", "absent.thru", "--format", "json"]);
    let error: Value = serde_json::from_str(&absent.err).unwrap();
    assert_eq!(
        (absent.status, &error["faults"]),
        (2, &serde_json::json!([]))
    );
    // An export has no form of answering: its errors are words.
    let words = desk.run(&["export", "absent.thru", "--to", "x.json"]);
    assert!(words.err.starts_with("error: "));
}

#[test]
fn broken_documents_of_every_sort_leave_the_portfolio_alone() {
    let desk = Desk::harbour();
    let deep = format!(
        "{{\"schema\":\"throughline.portfolio/1\",\"x\":{}",
        "[".repeat(50_000)
    );
    let number = FERRY.replace("\"14000000\"", "1e400");
    let nan = FERRY.replace("\"14000000\"", "NaN");
    let half = FERRY.replace("Harbour", "\\ud800");
    let again = FERRY.replace(
        "\"title\": \"Harbour\"",
        "\"title\": \"A\", \"title\": \"B\"",
    );
    let crlf = faulty().replace('\n', "\r\n");
    let mut latin = FERRY.as_bytes().to_vec();
    latin[90] = 0xE9;
    let cases: [(&[u8], &str); 10] = [
        (b"", "“x.json” is empty"),
        (b"[]", "line 1, column 1: this is JSON but not a portfolio"),
        (deep.as_bytes(), "line 1, column "),
        (number.as_bytes(), "line 6, column "),
        (nan.as_bytes(), "line 6, column "),
        (half.as_bytes(), "line 3, column "),
        (again.as_bytes(), "line 3, column 17: “title” stands twice"),
        (crlf.as_bytes(), "line 7, column 28"),
        (&latin, "the byte E9 (number 91 of the file)"),
        (
            br#"{"schema": "throughline.portfolio/9"}"#,
            "line 1, column 12: it is written as throughline.portfolio/9",
        ),
    ];
    for (bytes, told) in cases {
        let answer = refused(&desk, &[], bytes);
        assert!(answer.err.contains(told), "{told}: {}", answer.err);
    }
}
