//! Priorities and objectives with the work and the money that reach each.

use crate::Frozen;
use crate::figures::sums;
use crate::format::{count, money, number};
use crate::reach::Reach;
use portfolio::model::{Detail, Element, ElementKind, Known, Lang};
use portfolio::rules::Finding;
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Goal {
    pub(crate) title: String,
    /// Titles of the priorities that it serves, by rank.
    pub(crate) priorities: Vec<String>,
    pub(crate) weight: String,
    /// Open initiatives that reach it.
    pub(crate) initiatives: String,
    pub(crate) reached: bool,
    /// Their budgets, one text for each currency.
    pub(crate) money: Vec<String>,
    pub(crate) has_why: bool,
    pub(crate) findings: usize,
}

/// The budget of the open initiatives that reach an objective, one text for each currency.
pub(crate) fn money_reaching(reach: &Reach<'_>, objective: &Element, lang: Lang) -> Vec<String> {
    let reaching = reach
        .active()
        .map(|(element, _)| element)
        .filter(|element| reach.reaches(&element.id, &objective.id));
    sums(reach, reaching)
        .into_iter()
        .map(|(currency, sum)| money(sum, currency, lang))
        .collect()
}

pub(crate) fn reaching(reach: &Reach<'_>, objective: &Element) -> usize {
    reach
        .active()
        .filter(|(element, _)| reach.reaches(&element.id, &objective.id))
        .count()
}

/// The priorities that an objective serves directly, the first rank first.
pub(crate) fn priorities_of<'a>(
    frozen: &'a Frozen,
    reach: &Reach<'_>,
    objective: &Element,
) -> Vec<&'a Element> {
    let mut found: Vec<&Element> = frozen
        .portfolio
        .links_from(&objective.id)
        .filter(|link| reach.carries(link))
        .filter_map(|link| frozen.portfolio.element(&link.to))
        .filter(|element| element.kind() == ElementKind::Priority)
        .collect();
    found.sort_by_key(|element| (rank(element), &element.id));
    found.dedup_by_key(|element| &element.id);
    found
}

pub(crate) fn rank(element: &Element) -> u32 {
    match &element.detail {
        Detail::Priority(it) => it.rank.value().copied().unwrap_or(u32::MAX),
        _ => u32::MAX,
    }
}

/// How many findings have an element as their subject.
pub(crate) fn findings_of(findings: &[Finding], element: &Element) -> usize {
    findings
        .iter()
        .filter(|it| {
            it.subject
                .as_ref()
                .is_some_and(|subject| subject.id == element.id)
        })
        .count()
}

/// Objectives, those of the first priority first, the heaviest first within one.
pub(crate) fn goals(frozen: &Frozen, reach: &Reach<'_>, lang: Lang) -> Vec<Goal> {
    let mut objectives: Vec<&Element> = frozen.portfolio.live(ElementKind::Objective).collect();
    objectives.sort_by(|a, b| {
        let first = |it| {
            priorities_of(frozen, reach, it)
                .first()
                .map_or((u32::MAX, None), |p| (rank(p), Some(&p.id)))
        };
        let (one, other) = (first(a), first(b));
        one.0
            .cmp(&other.0)
            .then_with(|| {
                one.1
                    .is_none()
                    .cmp(&other.1.is_none())
                    .then(one.1.cmp(&other.1))
            })
            .then_with(|| {
                b.weight()
                    .unwrap_or(-1.0)
                    .total_cmp(&a.weight().unwrap_or(-1.0))
            })
            .then_with(|| a.id.cmp(&b.id))
    });
    objectives
        .into_iter()
        .map(|objective| {
            let initiatives = reaching(reach, objective);
            Goal {
                title: objective.title.clone(),
                priorities: priorities_of(frozen, reach, objective)
                    .into_iter()
                    .map(|it| it.title.clone())
                    .collect(),
                weight: objective
                    .weight()
                    .map_or_else(String::new, |it| number(it, lang)),
                initiatives: count(initiatives, lang),
                reached: initiatives > 0,
                money: money_reaching(reach, objective, lang),
                has_why: !objective.why.is_empty(),
                findings: findings_of(&frozen.findings, objective),
            }
        })
        .collect()
}
