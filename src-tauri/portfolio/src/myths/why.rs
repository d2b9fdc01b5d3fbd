//! The root: “the why is self-evident”. Its picture is everything that should have a why, by how good that why is.

use super::concerned::MoneyShare;
use super::{MOST, Words};
use crate::model::{Currency, ElementId, ElementKind, Money};
use crate::rules::{Context, Finding, Outcome, Said};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, HashMap};

pub(super) const WORDS: Words = Words {
    belief: Said {
        en: "The why is self-evident; everybody here knows it.",
        fr: "Le pourquoi va de soi ; chacun ici le connaît.",
    },
    lived: Said {
        en: "The why is taken for granted here",
        fr: "Le pourquoi va de soi ici",
    },
    partly: Said {
        en: "The why is written for one part of the portfolio and taken for granted in the other",
        fr: "Le pourquoi est écrit pour une partie du portefeuille et va de soi pour l’autre",
    },
    not_seen: Said {
        en: "The why is not taken for granted here",
        fr: "Le pourquoi ne va pas de soi ici",
    },
    cannot_tell: Said {
        en: "Whether the why is taken for granted cannot be told yet",
        fr: "On ne peut dire encore si le pourquoi va de soi",
    },
};

/// How good a why is, the worst first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename_all = "snake_case")]
pub enum WhyQuality {
    Missing,
    /// It leads back to itself, or ends in work instead of a reason.
    Circular,
    /// Stock words that would fit anything.
    Generic,
    /// What it rests on is over, or nobody has looked at it for long.
    Expired,
    Good,
}

/// What has a why of one quality.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct WhyShare {
    pub quality: WhyQuality,
    pub count: u32,
    /// Share of strategic weight, 0 to 1; `None` when no objective has a weight.
    pub weight: Option<f64>,
    pub money: Vec<MoneyShare>,
    pub elements: Vec<ElementId>,
}

/// Priorities, objectives and active initiatives by the quality of their why, the worst first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct WhyPicture {
    pub shares: Vec<WhyShare>,
}

const QUALITIES: [WhyQuality; 5] = [
    WhyQuality::Missing,
    WhyQuality::Circular,
    WhyQuality::Generic,
    WhyQuality::Expired,
    WhyQuality::Good,
];

fn quality(code: &str) -> Option<WhyQuality> {
    match code {
        "M501" => Some(WhyQuality::Missing),
        "M502" | "M503" => Some(WhyQuality::Circular),
        "M504" => Some(WhyQuality::Generic),
        "M506" => Some(WhyQuality::Expired),
        _ => None,
    }
}

pub(super) fn picture(ctx: &Context<'_>, findings: &[Finding]) -> WhyPicture {
    let mut worst: HashMap<&ElementId, WhyQuality> = HashMap::new();
    for finding in findings.iter().filter(|it| it.result == Outcome::Violated) {
        let Some(quality) = quality(&finding.code) else {
            continue;
        };
        // A circle, and what is said once of the whole, name their elements beside the subject.
        let of_several = finding.code == "M502" || finding.subject.is_none();
        let others = finding.related.iter().filter(|_| of_several);
        for it in finding.subject.iter().chain(others) {
            let known = worst.entry(&it.id).or_insert(quality);
            *known = quality.min(*known);
        }
    }
    let all = ctx.strategic_weight();
    let mut shares: Vec<WhyShare> = Vec::new();
    for quality in QUALITIES {
        let own: Vec<usize> = ctx
            .elements()
            .filter(|(n, it)| match it.kind() {
                ElementKind::Priority | ElementKind::Objective => true,
                ElementKind::Initiative => ctx.active_initiative(*n).is_some(),
                _ => false,
            })
            .filter(|(_, it)| {
                let said = worst.get(&it.id).copied();
                said.unwrap_or(WhyQuality::Good) == quality
            })
            .map(|(n, _)| n)
            .collect();
        // A sum of nothing is minus nought, until nought is added.
        let points: f64 = own.iter().filter_map(|n| ctx.weight(ctx.element(*n))).sum();
        shares.push(WhyShare {
            quality,
            count: u32::try_from(own.len()).unwrap_or(u32::MAX),
            weight: (all > 0.0).then(|| points / all + 0.0),
            money: money(ctx, &own),
            elements: own
                .iter()
                .take(MOST)
                .map(|n| ctx.element(*n).id.clone())
                .collect(),
        });
    }
    WhyPicture { shares }
}

fn money(ctx: &Context<'_>, own: &[usize]) -> Vec<MoneyShare> {
    let mut sums: BTreeMap<&str, Decimal> = BTreeMap::new();
    for (code, amount) in own.iter().filter_map(|n| ctx.own_budget(*n)) {
        *sums.entry(code).or_default() += amount;
    }
    let shares = sums.into_iter().filter_map(|(code, amount)| {
        let amount = Money {
            amount,
            currency: Currency::parse(code)?,
        };
        let share = ctx.budget_share(&amount)?;
        Some(MoneyShare { amount, share })
    });
    shares.collect()
}
