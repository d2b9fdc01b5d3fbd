//! Decisions as the rules about rituals see them: by forum, by what they cite, by their reasons.

use crate::model::{Date, Decision, Element, ElementKind, Fate, Known, LinkKind, Ruling};
use crate::rules::Context;
use crate::rules::rituals::vocabulary::{spoken_of, tagged};
use std::collections::{BTreeMap, BTreeSet};

/// The decisions of one forum that are not operational.
#[derive(Default)]
pub(crate) struct Forum<'a> {
    pub(crate) title: &'a str,
    pub(crate) dated: Vec<(Date, usize)>,
    pub(crate) undated: Vec<usize>,
}

impl Forum<'_> {
    /// The decisions of the latest sessions, oldest first; a session is a day on which something was decided.
    pub(super) fn recent(&self, sessions: usize) -> &[(Date, usize)] {
        let days: BTreeSet<Date> = self.dated.iter().map(|(date, _)| *date).collect();
        let since = days.iter().rev().take(sessions).next_back();
        let first = self.dated.partition_point(|(date, _)| Some(date) < since);
        self.dated.get(first..).unwrap_or_default()
    }
}

/// Forums by their names, whatever the case; the dated decisions of each stand in the order of their dates.
pub(crate) fn forums<'a>(ctx: &Context<'a>) -> BTreeMap<String, Forum<'a>> {
    let mut all: BTreeMap<String, Forum<'a>> = BTreeMap::new();
    for (n, element) in ctx.of_kind(ElementKind::Decision) {
        let forum = element.decision().and_then(|it| it.forum.value());
        let title = forum.map_or("", |it| it.trim());
        if title.is_empty() || tagged(&element.tags).contains("operational") {
            continue;
        }
        let forum = all.entry(title.to_lowercase()).or_default();
        forum.title = title;
        match decided_on(element) {
            Some(date) if date <= ctx.as_of => forum.dated.push((date, n)),
            Some(_) => {}
            None => forum.undated.push(n),
        }
    }
    all.values_mut().for_each(|it| it.dated.sort_unstable());
    all
}

pub(super) fn decided_on(element: &Element) -> Option<Date> {
    element.decision()?.decided_on.value().copied()
}

/// Whether a decision cites what it is to reach.
pub(crate) fn cites_an_aim(ctx: &Context<'_>, number: usize) -> bool {
    let aims = [
        ElementKind::Priority,
        ElementKind::Objective,
        ElementKind::Outcome,
    ];
    let mut cited = ctx.linked_from(number, LinkKind::Cites);
    cited.any(|(n, _)| aims.contains(&ctx.kind(n)))
}

/// Whether a decision changes which work is done, or in which order.
pub(super) fn sets_priorities(decision: &Decision) -> bool {
    let rulings = [Ruling::Start, Ruling::Stop, Ruling::Reprioritise];
    decision
        .ruling
        .value()
        .is_some_and(|it| rulings.contains(it))
}

/// What is known of the reason of a decision.
pub(super) enum Reason {
    /// Nothing but these; whether tags say so.
    Weak(Vec<&'static str>, bool),
    Better,
    Unsaid,
}

/// What a decision gives as its reason: by its tags where they say so, else by the words of its rationale.
pub(super) fn reason(ctx: &Context<'_>, number: usize, decision: &Decision) -> Reason {
    if cites_an_aim(ctx, number) {
        return Reason::Better;
    }
    let weak = |kinds: &BTreeSet<&'static str>| -> Vec<&'static str> {
        let known = ["urgency", "capacity", "feasibility"];
        known.into_iter().filter(|it| kinds.contains(it)).collect()
    };
    let tags = tagged(&ctx.element(number).tags);
    let has_value = tags.contains("value");
    if has_value || !weak(&tags).is_empty() {
        return if has_value {
            Reason::Better
        } else {
            Reason::Weak(weak(&tags), true)
        };
    }
    let text = rationale(decision);
    let kinds = spoken_of(&text);
    match weak(&kinds) {
        _ if text.trim().is_empty() => Reason::Unsaid,
        found if found.is_empty() || kinds.contains("value") => Reason::Better,
        found => Reason::Weak(found, false),
    }
}

/// What was written as the reason: the rationale, and why the chosen option was chosen.
pub(super) fn rationale(decision: &Decision) -> String {
    let chosen = decision.options.iter().filter(|it| it.fate == Fate::Chosen);
    let mut text = decision.rationale.value().cloned().unwrap_or_default();
    for option in chosen {
        text.push(' ');
        text.push_str(&option.reason);
    }
    text
}
