//! After any edit the findings that are kept fresh are those of a run from scratch.

use crate::rolls::{edit, rolls};
use crate::rules::{as_of, cases, together};
use portfolio::model::{Diff, ElementKind, Lang, OwnRule, Portfolio, Record, RuleId};
use portfolio::rules::{
    self, Accepted, Engine, Family, Finding, FindingsChange, Severity, run_with,
};
use std::collections::BTreeMap;

/// Chance that repeats itself: the same on every machine, and another one where `SEED` gives a number.
fn chance() -> (u64, proptest::test_runner::TestRng) {
    use proptest::test_runner::{RngAlgorithm, TestRng};

    let Ok(given) = std::env::var("SEED") else {
        return (0, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    };
    let seed: u64 = given.trim().parse().expect("SEED is a number");
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    (seed, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes))
}

/// Random edits over all verbs on drawn cases: what the engine keeps fresh is what a run from scratch says. The same
/// edits each time; `SEED=7 cargo test -p portfolio --test house findings_kept_fresh` plays others.
#[test]
fn findings_kept_fresh_over_random_edits_are_those_from_scratch() {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::{Config, TestRunner};

    let (seed, rng) = chance();
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let own = own_rules();
    let accepted: Accepted = own.iter().map(rules::fingerprint).collect();
    let here = own.into_iter().step_by(3).map(Record::OwnRule);
    // One case in four, of every rule: a run from scratch over all of them is slow.
    let drawn = together(cases().step_by(3));
    let mut portfolio = Portfolio::from_records(drawn.into_iter().chain(here));
    let size = portfolio.elements().count();
    assert!(
        size > 1_000,
        "{size} elements are not shared between threads"
    );
    let mut engine = Engine::with_own(&portfolio, as_of(), Lang::En, accepted.clone());
    let mut shown: BTreeMap<String, Finding> = by_key(engine.findings());
    let mut differed = 0;
    let mut from_own = 0;
    for serial in 0..600 {
        let roll = rolls().new_tree(&mut runner).unwrap().current();
        let Some(edit) = edit(&roll, &portfolio, serial) else {
            continue;
        };
        let Ok(diff) = portfolio::edit::apply(&mut portfolio, std::slice::from_ref(&edit)) else {
            continue;
        };
        let mut follow = |portfolio: &Portfolio, diff: &Diff| {
            let change = engine.update(portfolio, diff);
            differed += usize::from(change != FindingsChange::default());
            for key in &change.gone {
                assert!(
                    shown.remove(key).is_some(),
                    "SEED={seed}, edit {serial}: {key} was not there: {edit:?}"
                );
            }
            shown.extend(by_key(change.now));
        };
        follow(&portfolio, &diff);
        // One in three is taken back again, as undo does it.
        if serial % 3 == 0 {
            let back = diff.inverse();
            portfolio.apply(&back);
            follow(&portfolio, &back);
        }
        // A run from scratch costs a thousand times more: not after each.
        if serial % 5 == 0 {
            let scratch = run_with(&portfolio, as_of(), Lang::En, &accepted);
            from_own += usize::from(scratch.iter().any(|it| it.family == Family::Own));
            let place = format!("SEED={seed}, after edit {serial}: {edit:?}");
            assert_eq!(shown, by_key(scratch.clone()), "{place}");
            assert_eq!(engine.findings(), scratch, "{place}");
        }
    }
    assert!(
        differed > 100,
        "SEED={seed}: only {differed} edits changed a finding"
    );
    // Edits switch rules of one's own off or change them, some seeds early.
    assert!(
        from_own > 10,
        "SEED={seed}: rules of one's own spoke only {from_own} times"
    );
}

/// A rule of one's own for each condition that edits by chance may write, for each kind that they write it for.
fn own_rules() -> Vec<OwnRule> {
    let kinds = [ElementKind::Initiative, ElementKind::Objective];
    let all = crate::rolls::OWN.iter().enumerate();
    all.flat_map(|(n, when)| {
        kinds.map(|kind| OwnRule {
            id: RuleId::new(format!("own{n}{kind:?}")),
            code: format!("X9{}{n}", kind as usize),
            name: "by-chance".to_owned(),
            title: String::new(),
            applies_to: kind,
            when: (*when).to_owned(),
            message: "{title} is at fault.".to_owned(),
            evidence: "below.map(it, it.title)".to_owned(),
            advice: String::new(),
            severity: Severity::Medium,
            written_by: String::new(),
            off: false,
        })
    })
    .collect()
}

fn by_key(findings: Vec<Finding>) -> BTreeMap<String, Finding> {
    findings
        .into_iter()
        .map(|it| (it.key.clone(), it))
        .collect()
}
