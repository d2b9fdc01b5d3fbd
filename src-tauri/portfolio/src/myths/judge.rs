//! From findings to one of four judgements.
//!
//! Rules weigh by their severity. Where those that could decide weigh less than half, nothing is said. Otherwise the
//! judgement turns on two figures: the *extent*, the larger of the shares of strategic weight and of active budget that
//! findings of medium severity or more touch, and the *breadth*, the weight of the rules that are violated among those that
//! could decide. The numbers are ours, and each answer names them.

use super::Myth;
use super::concerned::Concerned;
use crate::model::Lang;
use crate::rules::Ground;
use crate::rules::{Context, Finding, Outcome, Parameter, RULES, Rule, Said, Severity, Threshold};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

const OURS: Said = Said {
    en: "ours",
    fr: "de notre fait",
};
const DECIDABLE: Threshold = Threshold {
    name: "decidable",
    value: 50.0,
    unit: Said {
        en: "% of the weight of a belief’s rules must be able to decide",
        fr: "% du poids des règles d’une croyance doivent pouvoir trancher",
    },
    source: OURS,
};
const SEEN: Threshold = Threshold {
    name: "seen",
    value: 10.0,
    unit: Said {
        en: "% of weight or money touched, from which a belief is partly lived",
        fr: "% du poids ou de l’argent touchés, à partir desquels une croyance est vécue en partie",
    },
    source: OURS,
};
const LIVED: Threshold = Threshold {
    name: "lived",
    value: 50.0,
    unit: Said {
        en: "% of weight or money touched, from which a belief is lived",
        fr: "% du poids ou de l’argent touchés, à partir desquels une croyance est vécue",
    },
    source: OURS,
};
const BREADTH: Threshold = Threshold {
    name: "breadth",
    value: 33.0,
    unit: Said {
        en: "% of the weight of the deciding rules violated, from which a belief is lived",
        fr: "% du poids des règles qui ont tranché, enfreintes, à partir desquels une croyance est vécue",
    },
    source: OURS,
};

pub(super) fn parameters(lang: Lang) -> Vec<Parameter> {
    let all = [&DECIDABLE, &SEEN, &LIVED, &BREADTH];
    all.into_iter().map(|it| it.text(lang)).collect()
}

/// Whether an organisation lives a belief.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename = "MythJudgement", rename_all = "snake_case")]
pub enum Judgement {
    /// It shows in most of what matters or of the money, and in more than one way.
    Lived,
    PartlyLived,
    /// What could be looked at shows nothing of it, or very little.
    NotSeen,
    /// Too little data to say.
    CannotTell,
}

/// A rule that could not decide, with what is missing in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename = "UndecidedRule")]
pub struct Undecided {
    pub code: String,
    pub title: String,
    pub missing: Vec<String>,
}

/// A belief before it is told.
pub(super) struct Case<'f> {
    pub(super) judgement: Judgement,
    pub(super) concerned: Concerned,
    /// The heaviest first.
    pub(super) violated: Vec<&'f Finding>,
    pub(super) decided: Vec<String>,
    pub(super) undecided: Vec<Undecided>,
    pub(super) not_asked: Vec<String>,
}

/// Missing things named for one rule.
const MOST_MISSING: usize = 3;

impl<'f> Case<'f> {
    /// Judges a belief by the findings of its family.
    pub(super) fn of(ctx: &Context<'_>, ground: &Ground, myth: Myth, own: &[&'f Finding]) -> Self {
        let with = |code: &str, result| {
            let mut of_rule = own.iter().filter(|it| it.code == code);
            of_rule.any(|it| it.result == result)
        };
        let (mut decided, mut undecided, mut not_asked) = (Vec::new(), Vec::new(), Vec::new());
        let (mut whole, mut could, mut broken) = (0.0, 0.0, 0.0);
        for rule in RULES.iter().filter(|it| it.family == myth.family()) {
            let is_off = ctx.settings().rules.get(rule.code).is_some_and(|it| it.off);
            if is_off || ground.makes_moot(rule) {
                not_asked.push(rule.code.to_owned());
                continue;
            }
            whole += weight(rule);
            let violated = with(rule.code, Outcome::Violated);
            let stands = ground.bears(rule);
            if violated || stands && !with(rule.code, Outcome::CannotTell) {
                could += weight(rule);
                decided.push(rule.code.to_owned());
                if violated {
                    broken += weight(rule);
                }
            } else {
                undecided.push(Undecided {
                    code: rule.code.to_owned(),
                    title: rule.title.get(ctx.lang).to_owned(),
                    missing: missing(ctx, rule, stands, own),
                });
            }
        }
        let violated: Vec<&Finding> = own
            .iter()
            .copied()
            .filter(|it| it.result == Outcome::Violated)
            .collect();
        let weighty: Vec<&Finding> = violated
            .iter()
            .copied()
            .filter(|it| it.severity >= Severity::Medium)
            .collect();
        let concerned = Concerned::of(ctx, &weighty);
        let breadth = if could > 0.0 { broken / could } else { 0.0 };
        let judgement = if whole <= 0.0 || could / whole < DECIDABLE.value / 100.0 {
            Judgement::CannotTell
        } else if weighty.is_empty() || concerned.extent < SEEN.value / 100.0 {
            Judgement::NotSeen
        } else if concerned.extent >= LIVED.value / 100.0 && breadth >= BREADTH.value / 100.0 {
            Judgement::Lived
        } else {
            Judgement::PartlyLived
        };
        Self {
            judgement,
            concerned,
            violated,
            decided,
            undecided,
            not_asked,
        }
    }

    /// The three heaviest findings, each of another rule.
    pub(super) fn strongest(&self) -> Vec<&'f Finding> {
        let mut found: Vec<&Finding> = Vec::new();
        for finding in &self.violated {
            if found.iter().all(|it| it.code != finding.code) {
                found.push(finding);
            }
        }
        found.truncate(3);
        found
    }
}

fn weight(rule: &Rule) -> f64 {
    match rule.severity {
        Severity::Blocker => 4.0,
        Severity::High => 3.0,
        Severity::Medium => 2.0,
        Severity::Low | Severity::Info => 1.0,
    }
}

/// What there is none of, or else what was missing most often.
fn missing(ctx: &Context<'_>, rule: &Rule, stands: bool, own: &[&Finding]) -> Vec<String> {
    if !stands {
        return vec![rule.footing.needs.get(ctx.lang).to_owned()];
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let of_rule = own.iter().filter(|it| it.code == rule.code);
    for field in of_rule.flat_map(|it| &it.missing) {
        *counts.entry(&field.text).or_default() += 1;
    }
    let mut all: Vec<(&str, usize)> = counts.into_iter().collect();
    all.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let most = all.into_iter().take(MOST_MISSING);
    most.map(|(field, _)| field.to_owned()).collect()
}
