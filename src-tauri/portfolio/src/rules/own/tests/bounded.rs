//! That no rule takes more than its bounds, whatever is written.

use super::super::expression::{Purpose, compile};
use super::*;
use proptest::prelude::*;

/// 1,200 initiatives on one objective.
fn large() -> String {
    let mut text = "objective o \"O\"\n".to_owned();
    for n in 0..1_200 {
        text.push_str(&format!("initiative i{n} \"I{n}\" state=active -> o\n"));
    }
    text
}

/// Reads an expression on a thread with the stack of the worker.
fn reads(source: &str) -> bool {
    let source = source.to_owned();
    std::thread::Builder::new()
        .stack_size(super::super::bounds::STACK)
        .spawn(move || compile(&source, ElementKind::Initiative, Purpose::Condition).is_ok())
        .unwrap()
        .join()
        .unwrap()
}

#[test]
fn three_loops_inside_each_other_are_refused_and_two_are_not() {
    let (said, _) = fault("up.all(a, up.all(b, up.all(c, true)))");
    assert_eq!(
        said,
        "all, exists, map and filter may stand 2 inside each other, no more"
    );
    assert!(reads("up.all(a, up.all(b, true))"));
    assert!(reads(
        "up.filter(a, true).filter(b, true).map(c, c.title).exists(d, d == 'x')"
    ));
}

#[test]
fn a_runaway_rule_is_switched_off_and_the_rest_completes() {
    let runaway = rule(
        "X001",
        ElementKind::Objective,
        "down.all(a, down.all(b, a.id != b.id || true))",
    );
    let good = rule("X002", ElementKind::Objective, "size(down) > 5");
    let portfolio = with(&large(), &[runaway, good]);
    let begun = Instant::now();
    let all = run_with(&portfolio, as_of(), Lang::En, &Accepted::all(&portfolio));
    assert!(begun.elapsed() < Duration::from_secs(20));
    let own: Vec<&Finding> = all.iter().filter(|it| it.code.starts_with('X')).collect();
    assert_eq!(own.len(), 2);
    assert_eq!(
        (own[0].code.as_str(), own[0].result),
        ("X002", Outcome::Violated)
    );
    assert_eq!(
        own[1].message,
        "Rule X001 (Some fault) takes more than 20000 steps on one element and was switched off. The rest of the check is complete."
    );
    assert!(
        all.iter()
            .any(|it| it.code == "D103" || it.code == "M501" || it.subject.is_some())
    );
    let engine = Engine::with_own(&portfolio, as_of(), Lang::En, Accepted::all(&portfolio));
    assert_eq!(engine.own_rules()[0].running, Running::SwitchedOff);
}

#[test]
fn steps_over_the_whole_portfolio_are_bounded_too_and_what_was_found_is_taken_back() {
    // Each takes a part of what it may; together they take too much.
    let greedy = work(
        "[1,2,3,4,5,6,7,8,9,10].all(a, [1,2,3,4,5,6,7,8,9,10,1,2,3,4,5,6,7,8,9,10,1,2,3,4,5,6,7,8,9,10,1,2,3,4,5,6,7,8,9,10,1,2,3,4,5,6,7,8,9,10,1,2,3,4,5,6,7,8,9,10,1,2,3,4,5,6,7,8,9,10,1,2,3,4,5,6,7,8,9,10,1,2,3,4,5,6,7,8,9,10,1,2,3,4,5,6,7,8,9,10,1,2,3,4,5,6,7,8,9,10].map(b, [b,b,b,b,b,b,b,b,b,b]).size() > 0)",
    );
    let portfolio = with(&large(), &[greedy]);
    let own: Vec<Finding> = found(&portfolio);
    assert_eq!(
        own.len(),
        1,
        "{:?}",
        own.iter().map(|it| &it.message).collect::<Vec<_>>()
    );
    assert!(own[0].subject.is_none());
    assert!(
        own[0].message.contains("switched off"),
        "{}",
        own[0].message
    );
}

#[test]
fn values_that_double_are_stopped_before_they_fill_the_memory() {
    for (seed, grow) in [
        ("[1]", "[a,a]"),
        ("['aaaaaaaa']", "a+a"),
        ("[[1]]", "a+a"),
        ("['aaaaaaaa']", "lower(a+a)+a"),
    ] {
        let chain = format!(".map(a,{grow})").repeat(30);
        let (said, _) = fault(&format!("{seed}{chain}.size() == 0"));
        assert!(said.contains("switched off"), "{grow}: {said}");
    }
}

#[test]
fn a_list_that_is_too_long_is_cut_and_says_so() {
    let rule = rule("X001", ElementKind::Objective, "size(down) == 1000");
    let all = found(&with(&large(), &[rule]));
    let rows: Vec<&str> = all[0].evidence.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(rows, ["Only 1000 of 1200 in “down” were looked at"]);
}

#[test]
fn what_is_nested_or_long_without_measure_is_refused_and_never_overflows_the_stack() {
    let half = OwnRule::LONGEST_SOURCE / 2;
    for wild in [
        "(".repeat(half) + "1" + &")".repeat(half - 1),
        "!".repeat(half * 2 - 4) + "true",
        "-".repeat(half * 2 - 1) + "1",
        "- ".repeat(half - 1) + "1",
        "today".to_owned() + &".a".repeat(half - 10),
        "1".to_owned() + &"+1".repeat(half - 1),
        "true?1:".repeat(half / 4) + "1",
        "[".repeat(half) + &"]".repeat(half),
        "true".to_owned() + &"&&true".repeat(half / 4),
        "f(".repeat(half / 2) + &")".repeat(half / 2),
        "today".to_owned() + &"[0]".repeat(half / 2),
        "{1:".repeat(half / 2) + "1" + &"}".repeat(half / 2),
        "\"".repeat(half),
        "\\".repeat(half),
        "a".repeat(half * 2),
        "9".repeat(half),
        "1e9999 > 1.0".to_owned(),
        "x".repeat(OwnRule::LONGEST_SOURCE + 1),
    ] {
        let portfolio = with("initiative a \"A\"", &[]);
        let begun = Instant::now();
        let _ = preview(&portfolio, as_of(), Lang::En, &work(&wild));
        assert!(begun.elapsed() < Duration::from_secs(10), "{}", &wild[..20]);
    }
}

#[test]
fn patterns_that_explode_elsewhere_do_not_here() {
    let long = "a".repeat(5_000);
    let drawing = format!("initiative a \"A\" description=\"{long}\"");
    for pattern in ["^(a+)+$x", "(a|a)*b", "(a*)*c", "(.*)(.*)(.*)(.*)(.*)d"] {
        let rule = work(&format!("element.description.matches('{pattern}')"));
        let begun = Instant::now();
        assert!(verdicts(&drawing, rule).is_empty());
        assert!(begun.elapsed() < Duration::from_secs(2), "{pattern}");
    }
    for large in [
        "(\\\\w{100}){100}",
        "a{1000}{1000}",
        "((((((((((((((((((((((a))))))))))))))))))))))",
    ] {
        let (said, _) = fault(&format!("element.title.matches('{large}')"));
        assert_eq!(
            said, "the pattern cannot be read, or is too large",
            "{large}"
        );
    }
}

#[test]
fn only_what_we_know_can_be_called() {
    for when in [
        "type(1) == int",
        "timestamp('2026-01-01T00:00:00Z') > 1",
        "dyn(1) == 1",
        "bytes('x') == b'x'",
        "optional.none() == 1",
        "up.?a == 1",
        "Foo{a: 1} == 1",
        "@walk(up) == 1",
        "duration('1s') == 1",
        "_a_(1) == 1",
    ] {
        let portfolio = with("initiative a \"A\"", &[]);
        let preview = preview(&portfolio, as_of(), Lang::En, &work(when));
        assert!(preview.fault.is_some(), "{when}");
        assert_eq!(preview.hits + preview.holds, 0, "{when}");
    }
}

fn atoms() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("element.title"),
        Just("element.budget.amount"),
        Just("element.budget"),
        Just("element"),
        Just("up"),
        Just("below"),
        Just("it"),
        Just("today"),
        Just("1"),
        Just("1.5"),
        Just("'é'"),
        Just("true"),
        Just("[]"),
        Just("element.tags"),
        Just("null"),
        Just("-1"),
        Just("2u"),
        Just("b'x'"),
    ]
    .prop_map(str::to_owned)
}

fn expressions() -> impl Strategy<Value = String> {
    atoms().prop_recursive(5, 40, 3, |inner| {
        let sign = prop_oneof![
            Just("+"),
            Just("-"),
            Just("*"),
            Just("/"),
            Just("%"),
            Just("=="),
            Just("<"),
            Just("&&"),
            Just("||"),
            Just(" in ")
        ];
        let word = prop_oneof![
            Just("exists"),
            Just("all"),
            Just("map"),
            Just("filter"),
            Just("exists_one")
        ];
        let function = prop_oneof![
            Just("size"),
            Just("string"),
            Just("int"),
            Just("double"),
            Just("lower"),
            Just("year"),
            Just("month"),
            Just("has")
        ];
        prop_oneof![
            (inner.clone(), sign, inner.clone()).prop_map(|(a, s, b)| format!("({a} {s} {b})")),
            (inner.clone(), word, inner.clone()).prop_map(|(a, w, b)| format!("{a}.{w}(it, {b})")),
            (function, inner.clone()).prop_map(|(f, a)| format!("{f}({a})")),
            (inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c)| format!("({a} ? {b} : {c})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("[{a}, {b}]")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a}[{b}]")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("days({a}, {b})")),
            inner.clone().prop_map(|a| format!("!{a}")),
            inner.prop_map(|a| format!("{a}.contains('x')")),
        ]
    })
}

/// Runs an expression for whatever comes of it and tells how long it took.
fn takes(when: &str) -> Duration {
    let portfolio = with(
        "objective o \"O\"\n3x initiative a \"A\" tags=x,y budget=\"1 EUR\" -> o",
        &[],
    );
    let begun = Instant::now();
    let mut rule = work(when);
    rule.evidence = when.to_owned();
    let _ = preview(&portfolio, as_of(), Lang::En, &rule);
    begun.elapsed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn expressions_by_chance_never_panic_or_hang(when in expressions()) {
        prop_assert!(takes(&when) < Duration::from_secs(8), "{}", when);
    }

    #[test]
    fn text_by_chance_never_panics_or_hangs(when in "\\PC{0,200}") {
        prop_assert!(takes(&when) < Duration::from_secs(8), "{}", when);
    }

    #[test]
    fn signs_by_chance_never_panic_or_hang(when in "[a-c0-9 .,()\\[\\]{}'\"?:!<>=&|+*/%$\\\\-]{0,120}") {
        prop_assert!(takes(&when) < Duration::from_secs(8), "{}", when);
    }
}
