//! What rules of one's own find.

use super::*;
use Outcome::{CannotTell, Violated};

const HARBOUR: &str = r#"
    objective  wait "Wait under 20 minutes" owner=Nadia weight=60
    objective  cost "Costs down" weight=40
    initiative desk "Check-in desks" state=active owner=Amélie budget="400 k EUR" start=2026-01-01 end=2026-12-31 -> wait
    initiative lake "Data lake" state=active budget="2.4M EUR" end=2027-06-30 -> cost
    initiative idea "An idea" state=idea
    indicator  used "Desks in use" indicator_kind=adoption baseline=0 baseline_on=2026-01-01 target=100 target_on=2026-12-31 every_days=30 measures desk
    reading    used 2026-10-31 12
    status     desk 2026-10-30 it green "On track"
    status     desk 2026-10-30 business red "Nobody uses it"
"#;

#[test]
fn a_rule_fires_holds_and_cannot_tell() {
    let rule = work("element.budget.amount > 1000000");
    assert_eq!(
        verdicts(HARBOUR, rule),
        [("idea".into(), CannotTell), ("lake".into(), Violated)]
    );
}

#[test]
fn a_missing_field_is_named_and_one_that_is_asked_for_is_no_error() {
    let finding = &found(&with(HARBOUR, &[work("element.owner == \"Nadia\"")]))[0];
    assert_eq!(missing_words(&finding.missing), "owner");
    assert_eq!(finding.severity, Severity::Info);
    assert_eq!(
        verdicts(HARBOUR, work("!has(element.owner)")),
        [("idea".into(), Violated), ("lake".into(), Violated)]
    );
}

#[test]
fn a_missing_field_of_another_element_is_named_with_its_title() {
    let all = found(&with(
        HARBOUR,
        &[work("up.exists(it, it.owner == 'Nadia')")],
    ));
    let finding = all.iter().find(|it| it.result == CannotTell).unwrap();
    assert_eq!(missing_words(&finding.missing), "owner of “Costs down”");
    assert_eq!(finding.missing[0].field, Lack::Owner);
}

#[test]
fn dates_compare_and_count() {
    for (when, who) in [
        ("has(element.end) && element.end < \"2027-01-01\"", "desk"),
        ("has(element.end) && days(today, element.end) > 100", "lake"),
        (
            "has(element.start) && year(element.start) == 2026 && month(element.start) == 1",
            "desk",
        ),
        (
            "has(element.end) && element.end < plus_days(today, 60)",
            "desk",
        ),
    ] {
        assert_eq!(
            verdicts(HARBOUR, work(when)),
            [(who.into(), Violated)],
            "{when}"
        );
    }
}

#[test]
fn the_line_and_what_measures_it_can_be_looked_at() {
    for (kind, when, who) in [
        (
            ElementKind::Initiative,
            "up.exists(it, it.weight > 50)",
            "desk",
        ),
        (ElementKind::Initiative, "size(up) == 0", "idea"),
        (
            ElementKind::Initiative,
            "above.exists(it, it.title == \"Costs down\")",
            "lake",
        ),
        (
            ElementKind::Objective,
            "down.exists(it, has(it.owner) && it.owner == \"Amélie\")",
            "wait",
        ),
        (
            ElementKind::Objective,
            "below.filter(it, it.kind == \"initiative\" && it.budget.amount > 1000000).size() == 1",
            "cost",
        ),
        (
            ElementKind::Initiative,
            "indicators.exists(it, it.last < it.target / 2 && it.fresh && it.standing == \"off_track\")",
            "desk",
        ),
        (
            ElementKind::Initiative,
            "reports.exists(it, it.lens == \"business\" && it.status == \"red\")",
            "desk",
        ),
        (
            ElementKind::Initiative,
            "has(element.status) && element.status == \"green\" && element.status_business == \"red\"",
            "desk",
        ),
    ] {
        let rule = rule("X001", kind, when);
        assert_eq!(verdicts(HARBOUR, rule), [(who.into(), Violated)], "{when}");
    }
}

#[test]
fn columns_of_an_import_tags_and_the_why_can_be_read() {
    let drawing =
        r#"initiative a "A" tags=legal,it extra.Sponsor="M. Weber" why="Law" for_whom=All"#;
    for when in [
        "\"legal\" in element.tags",
        "element.extra[\"Sponsor\"] == \"M. Weber\"",
        "element.extra.Sponsor.contains(\"Weber\")",
        "element[\"title\"] == \"A\"",
        "element[lower(\"TITLE\")] == \"A\"",
        "element.why.text == \"Law\" && !has(element.why.until)",
        "lower(element.title) == \"a\"",
    ] {
        assert_eq!(
            verdicts(drawing, work(when)),
            [("a".into(), Violated)],
            "{when}"
        );
    }
}

#[test]
fn whole_numbers_and_decimals_mix() {
    let drawing = r#"initiative a "A" budget="100 EUR" spent="90 EUR" percent_complete=50"#;
    for when in [
        "element.spent.amount * 2 > element.budget.amount",
        "element.percent_complete + 1 == 51",
        "1 + 0.5 == 1.5 && 3 / 2 == 1 && 3 / 2.0 == 1.5",
        "element.spent.amount / element.budget.amount == 0.9",
        "element.budget.currency == \"EUR\"",
        "size(down) + 1.5 > 1",
    ] {
        assert_eq!(
            verdicts(drawing, work(when)),
            [("a".into(), Violated)],
            "{when}"
        );
    }
}

#[test]
fn a_pattern_holds_names_to_a_convention() {
    let drawing = "initiative a \"P001 Desks\"\ninitiative b \"Lake\"";
    let rule = work("!element.title.matches(\"^P[0-9]{3} \")");
    assert_eq!(verdicts(drawing, rule), [("b".into(), Violated)]);
}

#[test]
fn the_message_is_filled_and_evidence_is_shown() {
    let mut rule = work("has(element.budget) && element.budget.amount > 1000000");
    rule.message = "{title} costs {budget}, ends on {end} and is owned by {owner}.".into();
    rule.evidence = "up.map(it, it.title + \": \" + string(it.weight))".into();
    rule.advice = "Cut it.".into();
    let finding = &found(&with(HARBOUR, &[rule.clone()]))[0];
    assert_eq!(
        finding.message,
        "“Data lake” costs 2.4\u{a0}M€, ends on 30\u{a0}Jun\u{a0}2027 and is owned by (not given)."
    );
    let shown =
        |it: &Finding| -> Vec<String> { it.evidence.iter().map(|row| row.text.clone()).collect() };
    // What the rule shows of itself, then what it saw.
    assert_eq!(shown(finding), ["Costs down: 40", "Budget: 2.4\u{a0}M€"]);
    assert_eq!(finding.money.len(), 1, "the budget is at stake");
    assert_eq!(finding.advice, "Cut it.");
    rule.evidence = String::new();
    rule.advice = String::new();
    let finding = &found(&with(HARBOUR, &[rule]))[0];
    assert_eq!(shown(finding), ["Budget: 2.4\u{a0}M€"]);
    assert_eq!(
        finding.advice,
        "Change what the rule objects to in “Data lake”: budget (now 2.4\u{a0}M€)."
    );
}

#[test]
fn a_fault_on_one_element_is_told_once_and_the_others_are_judged() {
    let drawing = "initiative a \"A\" tags=x\ninitiative b \"B\"\ninitiative c \"C\"";
    let rule = work("element.tags[0] == \"x\"");
    let all = found(&with(drawing, &[rule]));
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].subject.as_ref().unwrap().id.as_str(), "a");
    assert_eq!(
        all[1].message,
        "Rule X001 (Some fault) could not be run on 2 of its elements, first on “B”: a list has no element at that place."
    );
}

#[test]
fn a_rule_that_cannot_be_read_is_told_and_the_others_are_run() {
    let wrong = work("element.budgt.amount > 1");
    let right = rule("X002", ElementKind::Initiative, "element.title == \"A\"");
    let portfolio = with("initiative a \"A\"", &[wrong, right]);
    let all = found(&portfolio);
    assert_eq!(all[0].code, "X002");
    assert_eq!(
        all[1].message,
        "Rule X001 (Some fault) could not be run: there is no field “budgt” here; perhaps “budget” is meant."
    );
    let engine = Engine::with_own(&portfolio, as_of(), Lang::En, Accepted::all(&portfolio));
    let states: Vec<Running> = engine.own_rules().iter().map(|it| it.running).collect();
    assert_eq!(states, [Running::Faulty, Running::On]);
}

#[test]
fn nothing_is_run_until_it_is_accepted_here() {
    let rule = work("true");
    let portfolio = with("initiative a \"A\"", std::slice::from_ref(&rule));
    let mut engine = Engine::new(&portfolio, as_of(), Lang::En);
    assert!(engine.findings().iter().all(|it| it.code != "X001"));
    assert_eq!(engine.own_rules()[0].running, Running::NotAccepted);

    let mut accepted = Accepted::default();
    accepted.accept(&rule);
    let change = engine.accept(&portfolio, accepted.clone());
    assert_eq!(change.now.len(), 1);
    assert_eq!(engine.own_rules()[0].running, Running::On);
    assert!(engine.findings().iter().any(|it| it.code == "X001"));

    // Whoever changes what it runs makes another rule of it; a new name is no such change.
    let mut other = rule.clone();
    other.name = "another-name".into();
    assert!(accepted.holds(&other));
    for change in [
        |it: &mut OwnRule| it.when = "false".into(),
        |it: &mut OwnRule| it.evidence = "[]".into(),
        |it: &mut OwnRule| it.applies_to = ElementKind::Team,
    ] {
        let mut other = rule.clone();
        change(&mut other);
        assert!(!accepted.holds(&other));
    }
}

#[test]
fn a_rule_is_off_when_its_author_or_the_portfolio_says_so() {
    let mut off = work("true");
    off.off = true;
    assert!(found(&with("initiative a \"A\"", &[off])).is_empty());
    let set = with("initiative a \"A\"\nsetting X001.off", &[work("true")]);
    assert!(found(&set).is_empty());
    let low = with(
        "initiative a \"A\"\nsetting X001.severity=low",
        &[work("true")],
    );
    assert_eq!(found(&low)[0].severity, Severity::Low);
}

#[test]
fn somebody_can_live_with_what_a_rule_finds() {
    let drawing = "initiative a \"A\"\nwaive X001 a \"Known\" by=Me";
    let all = found(&with(drawing, &[work("true")]));
    assert!(all[0].accepted.is_some());
}

#[test]
fn the_same_portfolio_gives_the_same_bytes() {
    let rules = [
        work("element.budget.amount > 1000000"),
        rule(
            "X002",
            ElementKind::Objective,
            "below.exists(it, it.owner == 'x')",
        ),
        rule("X003", ElementKind::Initiative, "element.tags[3] == 'x'"),
    ];
    let bytes = |lang| {
        let portfolio = with(HARBOUR, &rules);
        let all = run_with(&portfolio, as_of(), lang, &Accepted::all(&portfolio));
        serde_json::to_string(&all).unwrap()
    };
    for lang in [Lang::En, Lang::Fr] {
        assert_eq!(bytes(lang), bytes(lang));
    }
    assert_ne!(bytes(Lang::En), bytes(Lang::Fr));
}

#[test]
fn a_preview_counts_and_shows_what_would_be_found() {
    let portfolio = with(HARBOUR, &[]);
    let rule = work("element.budget.amount > 1000000");
    let preview = preview(&portfolio, as_of(), Lang::En, &rule);
    let counts = (preview.hits, preview.holds, preview.cannot_tell, preview.of);
    assert_eq!(counts, (1, 1, 1, 3));
    assert_eq!(preview.first.len(), 2);
    assert_eq!(preview.first[0].result, Violated);
    assert_eq!(preview.fault, None);
}
