//! The alignment rules: pure functions from portfolio and date to findings.
//!
//! One file per rule, in a folder per family; [`RULES`] is the only list. A rule sees a [`Context`] and fills a
//! [`Report`]; it reads no clock, keeps nothing and changes nothing. The same portfolio, date, language and
//! pack give the same findings in the same order. A verdict is *holds* (no finding), *violated* or *cannot
//! tell*; what is missing is never guessed.

mod catalogue;
mod circles;
mod context;
mod evidence;
mod finding;
mod ground;
mod report;
mod rule;
mod signs;
mod tokens;
mod visible;
mod why;
mod words;

pub use catalogue::{PACK, document};
pub use context::{Context, Step};
pub use finding::{Evidence, Family, Finding, Named, Outcome, Parameter, RuleText, Severity};
pub use report::Report;
pub use rule::{Case, Rule, Said, Threshold};
pub use words::money;

use crate::model::{Date, Lang, Portfolio};
use std::collections::BTreeSet;

/// Every rule, in the order of the codes.
pub const RULES: &[&Rule] = &[
    &visible::priority_or_objective_alone::RULE,
    &visible::unfunded_objective::RULE,
    &visible::orphan_initiative::RULE,
    &visible::too_many::RULE,
    &ground::silent::RULE,
    &why::no_why::RULE,
    &why::circular::RULE,
    &why::mandatory_without_reference::RULE,
];

/// What the rules say of a portfolio at a date, the heaviest first; not what somebody accepted for that day.
#[must_use]
pub fn run(portfolio: &Portfolio, as_of: Date, lang: Lang) -> Vec<Finding> {
    let ctx = Context::new(portfolio, as_of, lang);
    let mut findings = Vec::new();
    for rule in RULES {
        findings.append(&mut said(rule, &ctx));
    }
    let accepted: BTreeSet<(&str, &str)> = portfolio
        .waivers()
        .filter(|it| it.holds_on(as_of))
        .map(|it| (it.code.as_str(), it.subject.as_str()))
        .collect();
    findings.retain(|it| {
        it.subject
            .as_ref()
            .is_none_or(|subject| !accepted.contains(&(it.code.as_str(), subject.id.as_str())))
    });
    report::sorted(findings)
}

/// What one rule says, the heaviest first.
#[must_use]
pub fn run_one(rule: &'static Rule, ctx: &Context<'_>) -> Vec<Finding> {
    report::sorted(said(rule, ctx))
}

fn said(rule: &'static Rule, ctx: &Context<'_>) -> Vec<Finding> {
    let mut report = Report::new(ctx, rule);
    (rule.check)(ctx, &mut report);
    report.into_findings()
}

/// Every rule as it is explained to a person, in the order of the codes.
#[must_use]
pub fn catalog(lang: Lang) -> Vec<RuleText> {
    RULES.iter().map(|rule| rule.text(lang)).collect()
}
