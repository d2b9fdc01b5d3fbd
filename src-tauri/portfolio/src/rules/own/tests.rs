//! Rules of one's own from the outside of this folder: what they find, what they refuse, and that nothing runs away.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use super::*;
use crate::fixture;
use crate::model::{Date, ElementKind, Lang, OwnRule, Portfolio, Record, RuleId, Severity};
use crate::rules::{Engine, Finding, Lack, Outcome, RulePart, missing_words, run_with};
use std::time::{Duration, Instant};

mod asked;
mod bounded;
mod found;
mod limits;
mod told;
mod typed;

fn rule(code: &str, kind: ElementKind, when: &str) -> OwnRule {
    OwnRule {
        id: RuleId::new(code.to_lowercase()),
        code: code.to_owned(),
        name: "some-fault".to_owned(),
        title: "Some fault".to_owned(),
        applies_to: kind,
        when: when.to_owned(),
        message: "{title} is at fault.".to_owned(),
        evidence: String::new(),
        advice: String::new(),
        severity: Severity::Medium,
        written_by: String::new(),
        off: false,
    }
}

fn work(when: &str) -> OwnRule {
    rule("X001", ElementKind::Initiative, when)
}

fn as_of() -> Date {
    Date::from_ymd_opt(2026, 11, 22).unwrap()
}

/// A drawn portfolio with rules in it.
fn with(drawing: &str, rules: &[OwnRule]) -> Portfolio {
    let mut records = fixture::draw(drawing).unwrap().records;
    records.extend(rules.iter().cloned().map(Record::OwnRule));
    Portfolio::from_records(records)
}

/// What the rules of one's own say when all are accepted.
fn found(portfolio: &Portfolio) -> Vec<Finding> {
    let mut all = run_with(portfolio, as_of(), Lang::En, &Accepted::all(portfolio));
    all.retain(|it| it.code.starts_with('X'));
    all
}

/// Subjects with whether they violate, in order.
fn verdicts(drawing: &str, rule: OwnRule) -> Vec<(String, Outcome)> {
    let mut all: Vec<_> = found(&with(drawing, &[rule]))
        .into_iter()
        .filter_map(|it| Some((it.subject?.id.as_str().to_owned(), it.result)))
        .collect();
    all.sort();
    all
}

/// What is wrong with a condition about initiatives, in English, with line and column.
fn fault(when: &str) -> (String, Option<(u32, u32)>) {
    let portfolio = with("initiative a \"A\"", &[]);
    let fault = preview(&portfolio, as_of(), Lang::En, &work(when)).fault;
    let fault = fault.unwrap_or_else(|| panic!("no fault: {when}"));
    (fault.message, fault.place.map(|it| (it.line, it.column)))
}
