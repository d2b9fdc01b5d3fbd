//! The command line as a user has it: the built program, real files, exit statuses, words on both outputs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails should say where"
)]

mod desk;

use desk::Desk;
use serde_json::Value;
#[cfg(unix)]
use std::process::Stdio;

const TABLE: &str = "\
Project name,Owner,State,RAG,RAG date,End,Budget (k€)
Night clinic,A. Rey,In delivery,Green,2026-06-20,2027-06-30,1200
Roof repair,B. Sole,In delivery,Amber,2026-06-15,Ongoing,nfp
";

#[test]
fn help_lists_only_what_works_and_speaks_both_languages() {
    let desk = Desk::new();
    let english = desk.ok(&["--help"]);
    let french = desk.ok(&["--help", "--lang", "fr"]);
    for command in [
        "new", "inspect", "import", "check", "score", "myths", "rule", "snapshot", "export",
        "recover",
    ] {
        let listed = |help: &str| {
            help.lines()
                .any(|line| line.trim_start().starts_with(command))
        };
        assert!(listed(&english) && listed(&french), "{command}");
        let own = desk.ok(&[command, "--help"]);
        assert!(own.contains("--lang"), "{command}");
        assert_ne!(own, desk.ok(&[command, "--help", "--lang=fr"]), "{command}");
    }
    for absent in ["suggest", "diff", "verify", "sarif"] {
        assert!(!english.contains(absent), "{absent}");
    }
    assert!(french.contains("Commandes"));
}

#[test]
fn wrong_usage_exits_with_two_and_tells_on_standard_error() {
    let desk = Desk::harbour();
    for args in [
        &["fly"][..],
        &[],
        &["check"],
        &["check", "p.thru", "--as-of", "yesterday"],
        &["check", "p.thru", "--fail-on", "sometimes"],
        &["check", "p.thru", "--select", "X999"],
        &["check", "absent.thru"],
        &["rule", "X999"],
        &["score", "absent.thru"],
        &["score", "p.thru", "--as-of", "yesterday"],
        &["snapshot", "p.thru", "--to", "x.docx"],
        &["export", "p.thru", "--to", "x.csv"],
        &["inspect", "absent.csv"],
        &["new", "p.thru"],
    ] {
        let answer = desk.run(args);
        assert_eq!(answer.status, 2, "{args:?}");
        assert!(!answer.err.is_empty() && answer.out.is_empty(), "{args:?}");
        assert!(!answer.err.contains("panicked"), "{args:?}");
    }
}

#[test]
fn fail_on_decides_between_nought_and_one() {
    let desk = Desk::harbour();
    let status = |args: &[&str]| {
        let mut all = vec!["check", "p.thru", "--as-of", "2026-06-30"];
        all.extend(args);
        desk.run(&all).status
    };
    assert_eq!(status(&[]), 0);
    assert_eq!(status(&["--fail-on", "never"]), 0);
    assert_eq!(status(&["--fail-on", "low"]), 1);
    assert_eq!(status(&["--fail-on", "high"]), 1);
    assert_eq!(status(&["--fail-on", "low", "--select", "D102"]), 0);
    // The ferry has no why: a rule by its name, and the answer the same in JSON.
    assert_eq!(
        status(&[
            "--fail-on",
            "high",
            "--select",
            "no-why",
            "--format",
            "json"
        ]),
        1
    );
}

#[test]
fn what_cannot_be_told_never_fails_a_check() {
    let desk = Desk::harbour();
    let findings = desk.json(&["check", "p.thru", "--select", "D304", "--format", "json"]);
    assert_eq!(findings["findings"][0]["result"], "cannot_tell");
    assert_eq!(
        desk.run(&["check", "p.thru", "--select", "D304", "--fail-on", "low"])
            .status,
        0
    );
}

#[test]
fn findings_as_json_hold_what_is_promised() {
    let desk = Desk::harbour();
    let args = [
        "check",
        "p.thru",
        "--as-of",
        "2026-06-30",
        "--format",
        "json",
    ];
    let document = desk.json(&args);
    assert_eq!(document["schema"], "throughline.findings/1");
    assert_eq!(document["as_of"], "2026-06-30");
    assert_eq!(document["title"], "Harbour");
    let finding = document["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["code"] == "M501")
        .unwrap();
    assert_eq!(finding["name"], "no-why");
    assert_eq!(finding["result"], "violated");
    assert_eq!(finding["subject"]["id"], "ship");
    assert_eq!(finding["subject"]["kind"], "initiative");
    assert_eq!(finding["subject"]["title"], "New ferry");
    assert_eq!(finding["first_seen"], "2026-06-30", "nobody saw it before");
    for key in [
        "severity", "related", "message", "evidence", "advice", "missing",
    ] {
        assert!(!finding[key].is_null(), "{key}");
    }
    assert_eq!(desk.ok(&args), desk.ok(&args));
}

/// What the standard asks for and readers of results rely on. Its schema is not ours to hand on; what it forbids above all
/// are properties that it does not name, so those are listed here object by object, and with them what the prose asks.
#[test]
fn findings_as_sarif_are_what_a_pipeline_reads() {
    let desk = Desk::harbour();
    let waived = desk::FERRY.replace(
        "\"links\"",
        r#""waivers": [{"id": "w", "code": "M501", "subject": "ship", "reason": "Until the board meets", "person": "A. Rey", "on": "2026-01-02"}], "links""#,
    );
    desk.write("waived.json", &waived);
    desk.run(&["import", "p.thru", "waived.json"]);
    desk.write("pack.json", PACK);
    desk.run(&["import", "p.thru", "pack.json"]);
    let args = ["check", "p.thru", "--accept-rules", "--format", "sarif"];
    let document: Value = serde_json::from_str(&desk.run(&args).out).unwrap();
    let named = |object: &Value, allowed: &[&str]| {
        for key in object.as_object().unwrap().keys() {
            assert!(allowed.contains(&key.as_str()), "{key} in {object}");
        }
    };
    named(&document, &["$schema", "version", "runs"]);
    assert_eq!(document["version"], "2.1.0");
    let run = &document["runs"][0];
    named(run, &["tool", "columnKind", "properties", "results"]);
    let driver = &run["tool"]["driver"];
    named(driver, &["name", "version", "language", "rules"]);
    assert_eq!(driver["language"], "en");
    let list = |value: &Value| value.as_array().unwrap().clone();
    let (rules, results) = (list(&driver["rules"]), list(&run["results"]));
    assert!(rules.len() > 58 && !results.is_empty());
    let mut codes: Vec<String> = rules.iter().map(|it| it["id"].to_string()).collect();
    codes.dedup();
    assert_eq!(codes.len(), rules.len(), "a rule is described once");
    for rule in &rules {
        let texts = ["shortDescription", "fullDescription", "help"];
        for text in texts
            .map(|it| &rule[it])
            .into_iter()
            .filter(|it| !it.is_null())
        {
            named(text, &["text"]);
            assert!(text["text"].is_string(), "{rule}");
        }
        named(
            rule,
            &[
                &["id", "name", "defaultConfiguration", "properties"][..],
                &texts,
            ]
            .concat(),
        );
    }
    for it in &results {
        named(
            it,
            &[
                "ruleId",
                "kind",
                "level",
                "message",
                "locations",
                "partialFingerprints",
                "properties",
                "suppressions",
            ],
        );
        assert!(rules.iter().any(|rule| rule["id"] == it["ruleId"]), "{it}");
        let levels: &[&str] = match it["kind"].as_str() {
            Some("fail") => &["error", "warning", "note"],
            Some("open") => &["none"],
            other => panic!("{other:?}"),
        };
        assert!(levels.iter().any(|level| it["level"] == *level), "{it}");
        assert!(!it["message"]["text"].as_str().unwrap().is_empty());
        let place = &it["locations"][0];
        named(place, &["physicalLocation", "logicalLocations"]);
        assert_eq!(
            place["physicalLocation"],
            serde_json::json!({ "artifactLocation": { "uri": "p.thru" }, "region": { "startLine": 1 } })
        );
        if let Some(logical) = place["logicalLocations"].as_array() {
            named(&logical[0], &["name", "fullyQualifiedName", "kind"]);
        }
        let waived = it["ruleId"] == "M501" && place["logicalLocations"][0]["name"] == "New ferry";
        let suppressions = if waived {
            serde_json::json!([{ "kind": "external", "justification": "Until the board meets (A. Rey)" }])
        } else {
            serde_json::json!([])
        };
        assert_eq!(it["suppressions"], suppressions);
    }
    assert!(
        results
            .iter()
            .any(|it| it["suppressions"] != serde_json::json!([]))
    );
    let key = |it: &Value| it["partialFingerprints"]["throughlineKey/v1"].to_string();
    let keys: std::collections::BTreeSet<String> = results.iter().map(key).collect();
    assert_eq!(
        keys.len(),
        results.len(),
        "every result is found again by its key"
    );
    assert!(results.iter().any(|it| it["ruleId"] == "X001"));
    let french = [&args[..], &["--lang", "fr"]].concat();
    let french: Value = serde_json::from_str(&desk.run(&french).out).unwrap();
    assert_eq!(french["runs"][0]["tool"]["driver"]["language"], "fr");
}

#[test]
fn the_text_of_a_check_is_plain_where_nobody_looks() {
    let desk = Desk::harbour();
    let text = desk.ok(&["check", "p.thru", "--as-of", "2026-06-30"]);
    assert!(
        text.starts_with("Harbour  as of 30\u{a0}June\u{a0}2026, rule pack "),
        "{text}"
    );
    assert!(
        text.contains("  M501  ") && text.contains("“New ferry”"),
        "{text}"
    );
    assert!(!text.contains('\u{1b}'), "{text}");
    let french = desk.ok(&["check", "p.thru", "--as-of", "2026-06-30", "--lang", "fr"]);
    assert!(
        french.contains("« New ferry »") || french.contains("«\u{a0}New ferry\u{a0}»"),
        "{french}"
    );
}

#[test]
fn a_table_is_inspected_foretold_and_imported() {
    let desk = Desk::new();
    desk.write("projects.csv", TABLE);
    desk.ok(&["new", "p.thru", "--title", "Clinic"]);
    let before = desk.json(&["inspect", "projects.csv", "--format", "json"]);
    assert_eq!(before["counts"]["initiatives"], 2);
    assert!(
        desk.ok(&["inspect", "projects.csv"])
            .contains("Night clinic")
    );
    let foretold = desk.json(&[
        "import",
        "p.thru",
        "projects.csv",
        "--dry-run",
        "--format",
        "json",
    ]);
    assert_eq!(foretold["dry_run"], true);
    assert_eq!(foretold["sources"][0]["created"], 2);
    desk.ok(&["export", "p.thru", "--to", "empty.json"]);
    assert!(!desk.read("empty.json").contains("Night clinic"));
    let done = desk.json(&[
        "import",
        "p.thru",
        "projects.csv",
        "--source",
        "List",
        "--format",
        "json",
    ]);
    assert_eq!(done["sources"][0]["created"], 2);
    desk.ok(&["export", "p.thru", "--to", "full.json"]);
    let full: Value = serde_json::from_str(&desk.read("full.json")).unwrap();
    assert_eq!(full["sources"][0]["title"], "List");
    let repair = full["elements"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["title"] == "Roof repair");
    assert_eq!(repair.unwrap()["budget"]["missing"]["said"], "nfp");
}

#[test]
fn a_mapping_is_read_as_toml_and_as_json() {
    let desk = Desk::new();
    desk.write("projects.csv", TABLE);
    desk.write(
        "m.toml",
        "currency = \"GBP\"\n[roles]\nB = \"extra_field\"\n",
    );
    desk.write(
        "m.json",
        r#"{"currency": "GBP", "roles": {"B": "extra_field"}}"#,
    );
    let with = |mapping: &str| {
        desk.json(&[
            "inspect",
            "projects.csv",
            "--mapping",
            mapping,
            "--format",
            "json",
        ])
    };
    let roles = |document: &Value| document["columns"][1]["role"].clone();
    assert_eq!(roles(&with("m.toml")), "extra_field");
    assert_eq!(with("m.toml"), with("m.json"));
    desk.write("bad.toml", "colour = 3\n");
    let refused = desk.run(&["inspect", "projects.csv", "--mapping", "bad.toml"]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("colour") && refused.err.contains("Nothing was read"));
}

#[test]
fn the_day_of_a_list_is_taken_from_the_mapping_and_told() {
    let desk = Desk::new();
    desk.write(
        "list.csv",
        "Project,Owner,RAG\nNight clinic,A. Rey,Green\nRoof repair,B. Sole,Red\n",
    );
    desk.write("m.toml", "as_of = \"2023-03-31\"\n");
    desk.ok(&["new", "p.thru"]);
    let asked = desk.ok(&["inspect", "list.csv"]);
    assert!(asked.contains("? Which day is this list of?"), "{asked}");
    let answered = desk.ok(&["inspect", "list.csv", "--mapping", "m.toml"]);
    assert!(answered.contains("31 March 2023"), "{answered}");
    let told = desk.ok(&["import", "p.thru", "list.csv", "--mapping", "m.toml"]);
    assert!(told.contains("are of 2023-03-31"), "{told}");
}

#[test]
fn what_was_imported_before_a_fault_is_named() {
    let desk = Desk::new();
    desk.write("projects.csv", TABLE);
    desk.write("empty.csv", "");
    desk.ok(&["new", "p.thru"]);
    let answer = desk.run(&["import", "p.thru", "projects.csv", "empty.csv"]);
    assert_eq!(answer.status, 2);
    assert!(answer.err.contains("empty.csv"), "{}", answer.err);
    assert!(
        answer
            .err
            .contains("Imported before and kept: projects.csv."),
        "{}",
        answer.err
    );
}

#[test]
fn snapshots_are_written_in_every_form_at_once_and_alike_each_time() {
    let desk = Desk::harbour();
    let all = [
        "snapshot",
        "p.thru",
        "--as-of",
        "2026-06-30",
        "--to",
        "s.html",
        "--to",
        "s.md",
        "--to",
        "s.json",
    ];
    desk.ok(&all);
    let first = [desk.read("s.html"), desk.read("s.md"), desk.read("s.json")];
    desk.ok(&all);
    assert_eq!(
        first,
        [desk.read("s.html"), desk.read("s.md"), desk.read("s.json")]
    );
    let data: Value = serde_json::from_str(&first[2]).unwrap();
    let hash = data["hash"].as_str().unwrap();
    assert!(first[0].contains(hash) && first[1].contains(hash));
    assert!(!first[0].contains("://"));
}

#[test]
fn one_wrong_target_leaves_no_snapshot_behind() {
    let desk = Desk::harbour();
    assert_eq!(
        desk.run(&["snapshot", "p.thru", "--to", "s.html", "--to", "s.pdf"])
            .status,
        2
    );
    assert!(!desk.path("s.html").exists());
}

#[test]
fn the_sample_opens_and_is_checked_in_both_languages() {
    let desk = Desk::new();
    for lang in ["en", "fr"] {
        let name = format!("{lang}.thru");
        desk.ok(&["new", &name, "--sample", "--lang", lang]);
        let document = desk.json(&[
            "check",
            &name,
            "--as-of",
            "2026-11-20",
            "--format",
            "json",
            "--lang",
            lang,
        ]);
        assert!(document["findings"].as_array().unwrap().len() > 5);
    }
}

#[test]
fn rules_are_listed_and_explained() {
    let desk = Desk::new();
    let list = desk.ok(&["rule"]);
    for code in [
        "D101", "D102", "D103", "D104", "D304", "M501", "M502", "M510",
    ] {
        assert!(list.contains(code), "{code}");
        assert!(
            desk.ok(&["rule", code]).contains("Why it matters"),
            "{code}"
        );
    }
    assert_eq!(
        desk.json(&["rule", "--format", "json"])["schema"],
        "throughline.rules/1"
    );
}

#[cfg(unix)]
#[test]
fn a_damaged_portfolio_is_recovered_into_a_copy_and_told_of_in_text_and_json() {
    let desk = Desk::harbour();
    let path = desk.path("p.thru");
    let mut bytes = std::fs::read(&path).unwrap();
    let whole = bytes.len();
    bytes[whole / 2..whole / 2 + 40].fill(0xA5);
    bytes.truncate(whole - 5000);
    std::fs::write(&path, &bytes).unwrap();
    assert_eq!(desk.run(&["check", "p.thru"]).status, 2);
    let told = desk.ok(&["recover", "p.thru"]);
    assert!(told.contains("p (recovered).thru"), "{told}");
    assert!(told.contains("elements"), "{told}");
    desk.ok(&["check", "p (recovered).thru"]);
    let json = desk.json(&["recover", "p.thru", "--to", "c.thru", "--format", "json"]);
    assert!(json["copy"].as_str().unwrap().ends_with("c.thru"));
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
    let told = desk.run(&["recover", "p.thru", "--to", "c.thru", "--lang", "fr"]);
    assert_eq!(told.status, 2);
    assert!(told.err.contains("existe déjà"), "{}", told.err);
}

#[test]
fn a_reader_that_closes_the_pipe_is_no_fault() {
    let desk = Desk::new();
    desk.ok(&["new", "p.thru", "--sample"]);
    for args in [
        &["check", "p.thru", "--format", "json"][..],
        &["rule"],
        &["--help"],
    ] {
        let mut child = desk
            .command(args)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let answer = child.wait_with_output().unwrap();
        assert_eq!(String::from_utf8_lossy(&answer.stderr), "", "{args:?}");
        assert_eq!(answer.status.code(), Some(0), "{args:?}");
    }
}

const PACK: &str = r#"{
  "schema": "throughline.rules/1",
  "rules": [{
    "id": "r1", "code": "X001", "name": "dear", "title": "Dear work", "applies_to": "initiative",
    "when": "element.budget.amount > 1000000", "message": "{title} costs {budget}.", "severity": "high"
  }]
}"#;

#[test]
fn a_rule_pack_is_taken_over_and_its_rules_run_only_when_they_are_accepted() {
    let desk = Desk::harbour();
    desk.write("pack.json", PACK);
    let dry = desk.run(&["import", "p.thru", "pack.json", "--dry-run"]);
    assert!(dry.out.contains("rule to take over"), "{}", dry.out);
    let told = desk.run(&["import", "p.thru", "pack.json"]);
    assert!(
        told.out.contains("rule taken over, off until accepted"),
        "{}",
        told.out
    );
    let again = desk.run(&["import", "p.thru", "pack.json", "--format", "json"]);
    let again: Value = serde_json::from_str(&again.out).unwrap();
    assert_eq!(again["sources"][0]["rules"], 0);
    assert_eq!(again["sources"][0]["already_there"], 1);

    let off = desk.run(&["check", "p.thru"]);
    assert!(!off.out.contains("Dear work"));
    assert!(
        off.out.contains("off, not accepted here: X001"),
        "{}",
        off.out
    );
    let on = desk.run(&["check", "p.thru", "--accept-rules"]);
    assert!(
        on.out.contains("Dear work") && !on.out.contains("off, not"),
        "{}",
        on.out
    );
    let one = desk.run(&[
        "check",
        "p.thru",
        "--accept-rules",
        "--select",
        "x001",
        "--format",
        "json",
    ]);
    let one: Value = serde_json::from_str(&one.out).unwrap();
    assert_eq!(one["findings"].as_array().unwrap().len(), 1);
    assert_eq!(one["findings"][0]["family"], "own");
    assert_eq!(one["coverage"]["not_accepted"], serde_json::json!([]));
}

#[test]
fn the_score_is_told_in_a_sentence_two_bars_and_what_would_lift_each_objective() {
    let desk = Desk::harbour();
    let english = desk.ok(&["score", "p.thru", "--as-of", "2026-11-22"]);
    let french = desk.ok(&["score", "p.thru", "--as-of", "2026-11-22", "--lang", "fr"]);
    for (text, sentence, lift) in [
        (
            &english,
            "The one objective has no weight: nothing says what matters most; all spend reaches an objective.",
            "→ Name who answers for it.",
        ),
        (
            &french,
            "L’unique objectif n’a pas de poids : rien ne dit ce qui compte le plus ; toute la dépense atteint un objectif.",
            "→ Nommez qui en répond.",
        ),
    ] {
        let text = text.replace('\u{a0}', " ");
        let flat: Vec<&str> = text.split_whitespace().collect();
        assert!(flat.join(" ").contains(sentence), "{text}");
        assert!(text.contains(lift), "{text}");
        assert!(!text.contains('\u{1b}'), "no colour where nobody looks");
    }
}

#[test]
fn the_score_as_json_holds_what_is_promised_and_is_the_same_each_time() {
    let desk = Desk::harbour();
    let ask = [
        "score",
        "p.thru",
        "--as-of",
        "2026-11-22",
        "--format",
        "json",
    ];
    let score = desk.json(&ask);
    assert_eq!(score["schema"], "throughline.score/1");
    assert_eq!(score["as_of"], "2026-11-22");
    assert_eq!(score["objectives"][0]["objective"]["id"], "hour");
    assert_eq!(score["objectives"][0]["level"], "unlinked");
    assert_eq!(score["objectives"][0]["limit"], "owner");
    assert_eq!(score["spend"][0]["total"]["amount"], "14000000");
    for key in [
        "title",
        "pack",
        "says",
        "sentence",
        "clauses",
        "by_weight",
        "by_money",
        "measured",
        "remarks",
    ] {
        assert!(score.get(key).is_some(), "{key}");
    }
    assert_eq!(desk.ok(&ask), desk.ok(&ask));
}

#[test]
fn a_change_of_the_score_is_explained_since_a_day_or_a_copy_and_refused_where_nothing_is_known() {
    let desk = Desk::harbour();
    std::fs::copy(desk.path("p.thru"), desk.path("before.thru")).unwrap();
    let told = desk.run(&["score", "p.thru", "--since", "2001-01-01"]);
    assert_eq!(told.status, 2);
    assert!(told.err.contains("does not reach back"), "{}", told.err);
    let json = desk.json(&[
        "score",
        "p.thru",
        "--since",
        "before.thru",
        "--format",
        "json",
    ]);
    let effects = json["since"]["effects"].as_array().unwrap();
    assert_eq!(effects.len(), 5);
    assert_eq!(json["since"]["moves"], serde_json::json!([]));
    let french = desk.ok(&["score", "p.thru", "--since", "before.thru", "--lang", "fr"]);
    assert!(french.contains("périmètre"), "{french}");
}

#[test]
fn each_belief_is_judged_and_what_could_not_be_told_is_named() {
    let desk = Desk::harbour();
    let json = desk.json(&[
        "myths",
        "p.thru",
        "--as-of",
        "2026-11-22",
        "--format",
        "json",
    ]);
    assert_eq!(json["schema"], "throughline.myths/1");
    let myths = json["myths"].as_array().unwrap();
    let names: Vec<_> = myths
        .iter()
        .map(|it| it["myth"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["why", "rituals", "progress", "tools", "agile"]);
    assert_eq!(myths[1]["judgement"], "cannot_tell");
    assert!(
        !myths[1]["undecided"][0]["missing"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    let french = desk.ok(&["myths", "p.thru", "--lang", "fr"]);
    assert!(french.contains("Le pourquoi va de soi"), "{french}");
}
