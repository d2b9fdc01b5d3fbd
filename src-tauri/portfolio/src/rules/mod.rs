//! The alignment rules: pure functions from portfolio and date to findings.
//!
//! One file per rule, in a folder per family; [`RULES`] is the only list. A rule sees a [`Context`] and fills a
//! [`Report`]; it reads no clock, keeps nothing and changes nothing. The same portfolio, date, language and
//! pack give the same findings in the same order. A verdict is *holds* (no finding), *violated* or *cannot
//! tell*; what is missing is never guessed.

mod catalogue;
mod circles;
mod context;
mod engine;
mod evidence;
mod finding;
mod ground;
mod own;
mod report;
mod rule;
mod signs;
mod tokens;
mod visible;
mod why;
mod words;

pub use catalogue::{PACK, document};
pub use context::{Context, Series, Standing, Step};
pub use engine::{Engine, FindingsChange};
pub use finding::{Evidence, Family, Finding, Named, Outcome, Parameter, RuleText, Severity};
pub use own::{
    Accepted, OwnState, RuleFault, RuleHelp, RulePlace, RulePreview, Running, Usable, fingerprint,
    own_text, preview, rule_help,
};
pub use report::Report;
pub use rule::{Case, Check, Rule, Said, Threshold};
pub use words::money;

use crate::model::{Date, Lang, Portfolio};

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
    let mut findings = run_all(portfolio, as_of, lang);
    findings.retain(|it| it.accepted.is_none());
    findings
}

/// As [`run`], with what somebody accepted.
#[must_use]
pub fn run_all(portfolio: &Portfolio, as_of: Date, lang: Lang) -> Vec<Finding> {
    Engine::new(portfolio, as_of, lang).findings()
}

/// As [`run_all`], with the rules of one's own that may be run here.
#[must_use]
pub fn run_with(portfolio: &Portfolio, as_of: Date, lang: Lang, own: &Accepted) -> Vec<Finding> {
    Engine::with_own(portfolio, as_of, lang, own.clone()).findings()
}

/// What one rule says, the heaviest first.
#[must_use]
pub fn run_one(rule: &'static Rule, ctx: &Context<'_>) -> Vec<Finding> {
    report::sorted(said(rule, ctx))
}

fn said(rule: &'static Rule, ctx: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if engine::is_off(ctx, rule) {
        return findings;
    }
    if let Check::Each(kinds, check) | Check::Both(kinds, check, _) = rule.check {
        let mut report = Report::new(ctx, rule);
        for (n, _) in ctx.elements().filter(|(_, it)| kinds.contains(&it.kind())) {
            check(ctx, n, &mut report);
        }
        findings.append(&mut report.into_findings());
    }
    if let Check::Whole(check) | Check::Both(_, _, check) = rule.check {
        findings.append(&mut engine::of_whole(ctx, rule, check));
    }
    findings
}

/// Every rule as it is explained to a person, in the order of the codes.
#[must_use]
pub fn catalog(lang: Lang) -> Vec<RuleText> {
    RULES.iter().map(|rule| rule.text(lang)).collect()
}
