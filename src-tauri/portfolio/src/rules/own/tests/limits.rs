//! Each bound at its limit and one beyond.

use super::super::bounds::{
    LONGEST_EVIDENCE, LONGEST_LIST, LONGEST_TEXT, MOST_BRACKETS, MOST_EVIDENCE, PREVIEWED,
    STEPS_PER_ELEMENT,
};
use super::*;

/// Whether a condition about one initiative comes out as true, or what is wrong with it.
fn asked(drawing: &str, when: &str) -> std::result::Result<bool, String> {
    let preview = preview(&with(drawing, &[]), as_of(), Lang::En, &work(when));
    match preview.fault {
        Some(fault) => Err(fault.message),
        None => Ok(preview.hits > 0),
    }
}

const ONE: &str = "initiative a \"A\"";

/// An objective with so many initiatives.
fn wide(count: usize) -> String {
    format!("objective o \"O\"\n{count}x initiative i \"I\" state=active -> o")
}

#[test]
fn an_expression_may_be_as_long_as_it_says_and_no_longer() {
    let padded = |length: usize| {
        let text = "true";
        format!("{text}{}", " ".repeat(length - text.len()))
    };
    let most = OwnRule::LONGEST_SOURCE;
    assert_eq!(asked(ONE, &padded(most)), Ok(true));
    assert_eq!(
        asked(ONE, &padded(most + 1)),
        Err(format!("the expression is longer than {most} characters"))
    );
    // Characters are counted, not bytes.
    let accented = format!("'{}' != ''", "é".repeat(most - 8));
    assert_eq!(accented.chars().count(), most);
    assert_eq!(asked(ONE, &accented), Ok(true));
}

#[test]
fn brackets_may_stand_inside_each_other_as_deep_as_the_parser_goes() {
    let deep = |depth: usize| format!("{}true{}", "(".repeat(depth), ")".repeat(depth));
    let goes = |depth: usize| asked(ONE, &deep(depth)).is_ok();
    let deepest = (1..=usize::from(MOST_BRACKETS) + 1)
        .filter(|it| goes(*it))
        .max();
    let deepest = deepest.unwrap();
    assert!(deepest >= 30, "only {deepest} brackets can be read");
    assert!((1..=deepest).all(goes));
    assert_eq!(
        asked(ONE, &deep(usize::from(MOST_BRACKETS) + 1)),
        Err("the expression is nested too deeply".to_owned())
    );
}

#[test]
fn a_list_of_a_thousand_is_seen_as_a_whole_and_one_more_is_cut_and_said() {
    for (count, rows) in [(LONGEST_LIST, 0), (LONGEST_LIST + 1, 1)] {
        let rule = rule(
            "X001",
            ElementKind::Objective,
            "size(down) == 1000 && has(element.title)",
        );
        let all = found(&with(&wide(count), &[rule]));
        assert_eq!(all.len(), 1);
        let cut = all[0]
            .evidence
            .iter()
            .filter(|it| it.text.starts_with("Only"));
        assert_eq!(cut.count(), rows, "{count}");
    }
}

#[test]
fn the_latest_reports_are_kept_when_there_are_too_many() {
    let mut drawing = "initiative a \"A\"\n".to_owned();
    let first = Date::from_ymd_opt(2020, 1, 1).unwrap();
    for n in 0..=LONGEST_LIST {
        let day = first + chrono::Days::new(u64::try_from(n).unwrap());
        drawing.push_str(&format!("status a {day} it green percent={}\n", n % 100));
    }
    let when = "size(reports) == 1000 && reports[0].date == \"2020-01-02\"";
    let all = found(&with(&drawing, &[work(when)]));
    assert_eq!(all.len(), 1);
    let rows: Vec<&str> = all[0].evidence.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(rows, ["Only 1000 of 1001 in “reports” were looked at"]);
}

#[test]
fn a_rule_may_take_its_steps_and_not_one_more() {
    // A list is paid for when it is walked through: 1 for itself and 1 for each in it.
    let pairs = |count: usize| {
        let portfolio = with(&wide(count), &[]);
        let when = "down.all(a, down.all(b, true))";
        let rule = rule("X001", ElementKind::Objective, when);
        preview(&portfolio, as_of(), Lang::En, &rule)
    };
    let steps = |count: usize| (1 + count) + count * (1 + count);
    let fits = (1..)
        .take_while(|it| steps(*it) <= STEPS_PER_ELEMENT as usize)
        .max()
        .unwrap();
    assert_eq!(pairs(fits).fault, None);
    assert_eq!(pairs(fits).hits, 1);
    let fault = pairs(fits + 1).fault.unwrap().message;
    assert!(fault.contains("20000 steps on one element"), "{fault}");
}

#[test]
fn a_text_may_grow_to_its_bound_and_not_beyond() {
    let half = "x".repeat(LONGEST_TEXT / 2);
    let just = format!("initiative a \"A\" description=\"{half}\"");
    let when = "size(element.description + element.description) == 10000";
    assert_eq!(asked(&just, when), Ok(true));
    let more = format!("initiative a \"A\" description=\"{half}x\"");
    let said = asked(&more, "element.description + element.description != ''").unwrap_err();
    assert!(said.contains("switched off"), "{said}");
}

#[test]
fn evidence_is_cut_in_rows_and_in_characters() {
    let long = "é".repeat(LONGEST_EVIDENCE + 1);
    let mut rule = work("true");
    rule.evidence = format!("['{long}','2','3','4','5','6','7']");
    let all = found(&with(ONE, &[rule]));
    assert_eq!(all[0].evidence.len(), MOST_EVIDENCE);
    assert_eq!(all[0].evidence[0].text.chars().count(), LONGEST_EVIDENCE);
    let exact = "é".repeat(LONGEST_EVIDENCE);
    let mut rule = work("true");
    rule.evidence = format!("['{exact}']");
    assert_eq!(found(&with(ONE, &[rule]))[0].evidence[0].text, exact);
}

#[test]
fn a_preview_counts_all_and_shows_the_first() {
    for (count, shown) in [(PREVIEWED, PREVIEWED), (PREVIEWED + 1, PREVIEWED)] {
        let portfolio = with(&wide(count), &[]);
        let preview = preview(&portfolio, as_of(), Lang::En, &work("true"));
        assert_eq!(preview.hits as usize, count);
        assert_eq!(preview.of as usize, count);
        assert_eq!(preview.first.len(), shown);
    }
}

#[test]
fn a_preview_shows_what_is_violated_before_what_cannot_be_told() {
    let drawing = "initiative a \"A\"\ninitiative b \"B\" owner=Ann\ninitiative c \"C\" owner=Bo\ninitiative d \"D\" archived=2026-10-01 owner=Ann";
    let preview = preview(
        &with(drawing, &[]),
        as_of(),
        Lang::En,
        &work("element.owner == 'Ann'"),
    );
    let counts = (preview.hits, preview.holds, preview.cannot_tell, preview.of);
    assert_eq!(counts, (1, 1, 1, 3));
    let order: Vec<&str> = preview
        .first
        .iter()
        .map(|it| it.subject.as_ref().unwrap().id.as_str())
        .collect();
    assert_eq!(order, ["b", "a"]);
}

#[test]
fn a_hundred_rules_run_and_the_next_waits() {
    let rules: Vec<OwnRule> = (1..=MOST_RULES + 1)
        .map(|n| rule(&format!("X{n:03}"), ElementKind::Initiative, "true"))
        .collect();
    let portfolio = with(ONE, &rules);
    let engine = Engine::with_own(&portfolio, as_of(), Lang::En, Accepted::all(&portfolio));
    let states = engine.own_rules();
    let on = states.iter().filter(|it| it.running == Running::On).count();
    assert_eq!(
        (on, states[MOST_RULES].running),
        (MOST_RULES, Running::TooMany)
    );
    // One that is off makes room.
    let mut rules = rules;
    rules[0].off = true;
    let portfolio = with(ONE, &rules);
    let engine = Engine::with_own(&portfolio, as_of(), Lang::En, Accepted::all(&portfolio));
    assert!(
        engine
            .own_rules()
            .iter()
            .all(|it| it.running != Running::TooMany)
    );
}
