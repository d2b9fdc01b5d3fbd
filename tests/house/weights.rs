//! How heavy a finding is: by its rule, by what is at stake, and by what the portfolio sets.

use crate::engine::{found, of};
use portfolio::fixture::draw;
use portfolio::model::{Lang, Record, RuleSetting, Severity};
use portfolio::rules::{Outcome, RULES, run};

fn severity(drawing: &str, code: &str, subject: &str) -> Option<Severity> {
    of(&found(drawing), code, subject).map(|it| it.severity)
}

#[test]
fn what_is_at_stake_raises_a_finding_by_one_step_from_a_tenth_on() {
    // Twenty others, so that a tenth is far more than the equal share.
    let work = |budget: &str| {
        format!(
            "initiative i \"I\" state=active budget=\"{budget} EUR\"\n\
             20x initiative rest \"Rest\" state=active budget=\"45 EUR\" why=\"Law\""
        )
    };
    for (budget, expected) in [
        ("100", Severity::Blocker),
        ("99", Severity::High),
        ("1", Severity::High),
    ] {
        assert_eq!(
            severity(&work(budget), "M501", "i"),
            Some(expected),
            "{budget}"
        );
    }
    let goal = |weight: &str| {
        format!(
            "objective o \"O\" weight={weight}\n20x objective rest \"Rest\" weight=4.5 why=\"Law\""
        )
    };
    assert_eq!(severity(&goal("10"), "M501", "o"), Some(Severity::Blocker));
    assert_eq!(severity(&goal("9.9"), "M501", "o"), Some(Severity::High));
}

#[test]
fn what_carries_no_more_than_its_equals_is_not_raised() {
    // Of eight, the equal share is an eighth and one and a half times of it three sixteenths.
    let goal = |weight: &str| {
        format!(
            "objective o \"O\" weight={weight}\n7x objective rest \"Rest\" weight=13 why=\"Law\"\n\
             objective none \"Without points\" why=\"Law\""
        )
    };
    assert_eq!(severity(&goal("13"), "M501", "o"), Some(Severity::High));
    assert_eq!(severity(&goal("20.9"), "M501", "o"), Some(Severity::High));
    assert_eq!(severity(&goal("21"), "M501", "o"), Some(Severity::Blocker));
    // Only budgets of one currency are compared, and only those that are known.
    let work = |budget: &str| {
        format!(
            "initiative i \"I\" state=active budget=\"{budget} EUR\"\n\
             initiative j \"J\" state=active budget=\"25 EUR\" why=\"Law\"\n\
             initiative k \"K\" state=active budget=\"25 EUR\" why=\"Law\"\n\
             9x initiative usd \"Elsewhere\" state=active budget=\"1 USD\" why=\"Law\"\n\
             9x initiative none \"Without\" state=active budget=withheld:nfp why=\"Law\""
        )
    };
    assert_eq!(severity(&work("49"), "M501", "i"), Some(Severity::High));
    assert_eq!(severity(&work("50"), "M501", "i"), Some(Severity::Blocker));
    let alone = "initiative i \"I\" state=active budget=\"9 M EUR\"";
    assert_eq!(severity(alone, "M501", "i"), Some(Severity::High));
}

#[test]
fn an_idea_weighs_one_step_less_until_it_has_money() {
    for (fields, expected) in [
        ("state=active", Severity::High),
        ("state=idea", Severity::Medium),
        ("state=idea budget=\"0 EUR\"", Severity::Medium),
        ("state=idea budget=unknown:tbd", Severity::Medium),
        ("state=idea budget=\"1 EUR\"", Severity::High),
    ] {
        let drawing = format!("initiative i \"I\" {fields}\nsystem s \"S\" -> i");
        assert_eq!(severity(&drawing, "M503", "i"), Some(expected), "{fields}");
    }
}

#[test]
fn who_cannot_tell_accuses_nobody_whatever_is_at_stake_or_set() {
    let drawing = r#"
        objective  a "Withheld" weight=100
        initiative w "One" state=active budget=withheld:nfp -> a
        setting D102.severity=blocker
    "#;
    let all = found(drawing);
    let it = of(&all, "D102", "a").unwrap();
    assert_eq!(
        (it.result, it.severity),
        (Outcome::CannotTell, Severity::Info)
    );
    assert!(!it.missing.is_empty());
}

#[test]
fn a_portfolio_sets_how_heavy_a_rule_is_and_switches_it_off() {
    let drawing =
        |setting: &str| format!("objective o \"O\"\ninitiative i \"I\" state=active\n{setting}");
    assert_eq!(severity(&drawing(""), "D103", "i"), Some(Severity::Medium));
    for (word, expected) in [
        ("info", Severity::Info),
        ("low", Severity::Low),
        ("blocker", Severity::Blocker),
    ] {
        let set = drawing(&format!("setting D103.severity={word}"));
        assert_eq!(severity(&set, "D103", "i"), Some(expected));
    }
    assert_eq!(severity(&drawing("setting D103.off"), "D103", "i"), None);
    assert!(severity(&drawing("setting D103.off"), "M501", "i").is_some());
}

#[test]
fn thresholds_set_out_of_all_range_are_a_verdict_and_no_fall() {
    let objectives = |count: usize, setting: &str| {
        let drawing = format!("{count}x objective o \"Objective\" why=\"W\"\nsetting {setting}");
        let all = found(&drawing);
        all.iter()
            .any(|it| it.code == "D104" && it.subject.is_none())
    };
    let name = RULES
        .iter()
        .find(|it| it.code == "D104")
        .and_then(|it| it.thresholds.iter().find(|it| it.value == 24.0))
        .unwrap()
        .name;
    let set = |value: &str| format!("D104.{name}={value}");
    assert!(objectives(25, &set("24")) && !objectives(24, &set("24")));
    assert!(objectives(3, &set("2")) && !objectives(3, &set("3")));
    // Less than none is none, and half a one is rounded.
    assert!(objectives(1, &set("-5")) && objectives(1, &set("0")));
    assert!(objectives(3, &set("2.4")) && !objectives(3, &set("2.5")));
    assert!(!objectives(30, &set("1e300")));
    // A name that the rule does not know changes nothing, and a rule that nobody knows is no rule.
    assert!(objectives(25, "D104.unheard_of=1") && !objectives(24, "D104.unheard_of=1"));
    assert!(!objectives(24, "Z999.severity=high"));
}

/// Every threshold of every rule at values that nobody would set.
#[test]
fn no_setting_makes_a_rule_fall() {
    let drawings: Vec<&str> = RULES
        .iter()
        .flat_map(|it| it.cases().take(1))
        .map(|it| it.portfolio)
        .collect();
    for value in [-1e18, -1.0, 0.0, 0.5, 1e18] {
        for text in &drawings {
            let mut drawing = draw(text).unwrap();
            let mut settings = drawing.portfolio().settings().clone();
            for rule in RULES {
                let setting: &mut RuleSetting =
                    settings.rules.entry(rule.code.to_owned()).or_default();
                for it in rule.thresholds {
                    setting.parameters.insert(it.name.to_owned(), value);
                }
            }
            drawing
                .records
                .retain(|it| !matches!(it, Record::Settings(_)));
            drawing.records.push(Record::Settings(settings));
            for finding in run(&drawing.portfolio(), drawing.as_of, Lang::En) {
                assert!(
                    !finding.message.contains("NaN"),
                    "{value}: {}",
                    finding.message
                );
            }
        }
    }
}
