//! What the drawn cases of every rule must show: all three answers, and both sides of each threshold.
//!
//! A rule that nothing can keep from deciding says so above its cases instead of drawing that answer. To a threshold
//! cases stand close: a verdict turns when it moves down by a hair and another when it moves up, and of a share one
//! stands exactly at it, so that neither a threshold that nothing reads nor a `>` in place of a `>=` stays unseen.
//! A case may set the other thresholds of its rule so that the one in question decides.

use portfolio::fixture::{self, Drawing};
use portfolio::model::{Lang, Portfolio, Record, Settings};
use portfolio::rules::{Context, Outcome, RULES, Rule, Severity, Threshold, run_one};

fn drawn(rule: &'static Rule) -> impl Iterator<Item = (&'static str, Drawing)> {
    rule.cases().map(move |case| {
        let drawing = fixture::draw(case.portfolio)
            .unwrap_or_else(|why| panic!("{} {}: {why}", rule.code, case.name));
        (case.name, drawing)
    })
}

#[test]
fn every_rule_has_a_case_that_fires_and_one_that_holds() {
    for rule in RULES {
        let expected = |undecided| {
            let mut all = drawn(rule).flat_map(|(_, it)| it.expected);
            all.any(|it| it.undecided == undecided)
        };
        assert!(expected(false), "{} never fires", rule.code);
        assert!(
            drawn(rule).any(|(_, it)| it.expected.is_empty()),
            "{} never holds",
            rule.code
        );
    }
}

#[test]
fn every_rule_has_a_case_in_which_it_cannot_tell_or_says_why_there_is_none() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let undecided = drawn(rule).any(|(_, it)| it.expected.iter().any(|it| it.undecided));
        match (undecided, rule.always_decides()) {
            (true, None) => {}
            (false, Some(reason)) => {
                for text in [reason.en, reason.fr] {
                    let whole = text.ends_with('.') && !text.contains("  ");
                    assert!(whole, "{} is no sentence: {text}", rule.code);
                }
                assert_ne!(reason.en, reason.fr, "{}", rule.code);
            }
            (true, Some(_)) => wrong.push(format!(
                "{} {} says that it always decides, and a case says that it cannot tell",
                rule.code, rule.name
            )),
            (false, None) => wrong.push(format!(
                "{} {} has neither a case in which it cannot tell nor, above its cases, why it always decides",
                rule.code, rule.name
            )),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A part of something, and not a count of days, items or steps.
fn is_share(threshold: &Threshold) -> bool {
    let unit = threshold.unit.en;
    threshold.value.fract() != 0.0 || unit.starts_with('%') || unit.starts_with("times")
}

/// How far a threshold moves to be past what stands close to it: one day, item or step, a tenth of a share.
fn hair(threshold: &Threshold) -> f64 {
    if is_share(threshold) {
        threshold.value / 10.0
    } else {
        1.0
    }
}

/// What the rule says, with a threshold at a value: which findings, how sure and how severe, not in which words.
fn verdicts(
    rule: &'static Rule,
    drawing: &Drawing,
    name: &str,
    value: f64,
) -> Vec<(String, Outcome, Severity)> {
    let portfolio = drawing.portfolio();
    let mut settings: Settings = portfolio.settings().clone();
    let own = settings.rules.entry(rule.code.to_owned()).or_default();
    own.parameters.insert(name.to_owned(), value);
    let others = drawing.records.iter().cloned();
    let others = others.filter(|it| !matches!(it, Record::Settings(_)));
    let portfolio = Portfolio::from_records(others.chain([Record::Settings(settings)]));
    let ctx = Context::new(&portfolio, drawing.as_of, Lang::En);
    let all = run_one(rule, &ctx).into_iter();
    all.map(|it| (it.key, it.result, it.severity)).collect()
}

/// Whether the case sets the threshold itself, and so does not stand at the value of the rule.
fn sets(rule: &Rule, drawing: &Drawing, name: &str) -> bool {
    let portfolio = drawing.portfolio();
    let own = portfolio.settings().rules.get(rule.code);
    own.is_some_and(|it| it.parameters.contains_key(name))
}

/// Whether a verdict of any case turns when a threshold moves by so much.
fn turns(rule: &'static Rule, threshold: &Threshold, by: f64) -> bool {
    let Threshold { name, value, .. } = *threshold;
    let mut cases = drawn(rule).filter(|(_, it)| !sets(rule, it, name));
    cases.any(|(_, it)| verdicts(rule, &it, name, value) != verdicts(rule, &it, name, value + by))
}

#[test]
fn on_each_side_of_every_threshold_a_case_stands_close_to_it() {
    let mut wrong = Vec::new();
    let each = RULES
        .iter()
        .flat_map(|rule| rule.thresholds.iter().map(move |it| (*rule, it)));
    for (rule, threshold) in each {
        let hair = hair(threshold);
        let here = format!("{} {} `{}`", rule.code, rule.name, threshold.name);
        for by in [-hair, hair] {
            if !turns(rule, threshold, by) {
                let to = threshold.value + by;
                wrong.push(format!("{here}: no verdict turns on the way to {to}"));
            }
        }
        // What counts in whole steps has a case at it, where it has one on each side.
        let grain = threshold.value * 1e-7;
        if is_share(threshold) && ![-grain, grain].iter().any(|by| turns(rule, threshold, *by)) {
            wrong.push(format!("{here}: no case stands exactly at it"));
        }
    }
    assert!(
        wrong.is_empty(),
        "Draw a case at the threshold and one a hair beyond:\n{}",
        wrong.join("\n")
    );
}
