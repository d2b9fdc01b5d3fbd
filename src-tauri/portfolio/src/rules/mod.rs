//! The alignment rules: pure functions from portfolio and date to findings.
//!
//! One file per rule, in a folder per family; [`RULES`] is the only list. A rule sees a [`Context`] and fills a
//! [`Report`]; it reads no clock, keeps nothing and changes nothing. The same portfolio, date, language and
//! pack give the same findings in the same order. A verdict is *holds* (no finding), *violated* or *cannot
//! tell*; what is missing is never guessed.

mod agile;
mod catalogue;
mod cause;
mod changed;
mod circles;
mod common;
mod context;
mod engine;
mod evidence;
mod figures;
mod finding;
mod footing;
mod ground;
mod job;
mod missing;
mod own;
mod progress;
mod promised;
mod report;
pub(crate) mod rituals;
mod rule;
mod signs;
mod tally;
mod together;
mod tokens;
mod tools;
mod touched;
mod value;
mod visible;
mod waivers;
mod why;
pub(crate) mod words;

pub(crate) use agile::moved::has_moved;
pub use catalogue::{PACK, document};
pub use cause::{Coverage, Failed, Idle, heads, idle};
pub use changed::FindingsChange;
pub use context::{Balance, Basis, Context, Estimate, Promise, Series, Standing, Step};
pub use engine::Engine;
pub use finding::{Evidence, Family, Finding, Named, Outcome, Parameter, RuleText, Severity};
pub(crate) use footing::Ground;
pub use missing::{Lack, Missing, Way, missing_words};
pub use own::{
    Accepted, OwnState, RuleFault, RuleHelp, RulePart, RulePlace, RulePreview, Running, Usable,
    fingerprint, own_text, preview, rule_help,
};
pub use report::Report;
pub use rule::{Case, Check, Rule, Said, Threshold};
pub use tally::{Counted, Tally};
pub use words::money;

use crate::model::{Date, Lang, Portfolio, Settings};

/// Every rule, in the order of the codes.
pub const RULES: &[&Rule] = &[
    &visible::priority_or_objective_alone::RULE,
    &visible::unfunded_objective::RULE,
    &visible::orphan_initiative::RULE,
    &visible::too_many::RULE,
    &visible::money_off_weight::RULE,
    &common::contribution_not_agreed::RULE,
    &common::spray::RULE,
    &common::insufficient::RULE,
    &common::conflict::RULE,
    &common::leap::RULE,
    &common::unready_enabler::RULE,
    &ground::no_field_reading::RULE,
    &ground::silent::RULE,
    &ground::unexplained_jump::RULE,
    &ground::one_voice::RULE,
    &value::spend_without_benefit::RULE,
    &value::benefit_without_owner::RULE,
    &value::vague_benefit::RULE,
    &value::costs_more_than_it_brings::RULE,
    &value::value_on_assertion::RULE,
    &value::lucky::RULE,
    &rituals::forum_without_objectives::RULE,
    &rituals::urgency_alone::RULE,
    &rituals::no_trajectory::RULE,
    &rituals::everything_first::RULE,
    &rituals::planned_together_aimed_apart::RULE,
    &progress::only_work_measured::RULE,
    &progress::watermelon::RULE,
    &progress::result_without_the_work::RULE,
    &progress::sides_disagree::RULE,
    &progress::no_change_on_the_way::RULE,
    &progress::incomplete_indicator::RULE,
    &progress::stuck_at_ninety_percent::RULE,
    &progress::one_sided_indicators::RULE,
    &tools::conflicting_readings::RULE,
    &tools::conflicting_sources::RULE,
    &tools::island::RULE,
    &tools::local_comfort::RULE,
    &tools::stale_source::RULE,
    &tools::rows_set_aside::RULE,
    &tools::unused_indicator::RULE,
    &tools::overclaimed::RULE,
    &tools::mixed_aggregate::RULE,
    &agile::delivered_never_measured::RULE,
    &agile::delivered_without_effect::RULE,
    &agile::no_decision_on_result::RULE,
    &agile::started_without_hypothesis::RULE,
    &agile::baseline_after_start::RULE,
    &agile::no_benefit_review::RULE,
    &agile::supplier_owns_benefit::RULE,
    &agile::realised_on_say_so::RULE,
    &why::no_why::RULE,
    &why::circular::RULE,
    &why::means_without_end::RULE,
    &why::generic::RULE,
    &why::expired::RULE,
    &why::decided_without_choice::RULE,
    &why::mandatory_without_reference::RULE,
];

/// The names of the thresholds of a rule; none for one that is not ours.
#[must_use]
pub fn thresholds(code: &str) -> Vec<&'static str> {
    let rule = RULES.iter().find(|it| it.code == code);
    let all = rule.into_iter().flat_map(|it| it.thresholds);
    all.map(|it| it.name).collect()
}

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
    catalog_in(lang, &Settings::default())
}

/// The same, with the thresholds that are in force in a portfolio.
#[must_use]
pub fn catalog_in(lang: Lang, settings: &Settings) -> Vec<RuleText> {
    let all = RULES.iter();
    all.map(|rule| rule.text_in(lang, settings)).collect()
}
