//! What was done between two states that a reader of the score should see, whatever it did to the figures: an easier target,
//! another baseline, another kind of indicator, a value of the past restated, an objective dropped, links accepted in bulk.
//!
//! The history of the file keeps every step with its date; two states alone show what came of them.

use super::ObjectiveScore;
use super::change::State;
use crate::model::{
    Element, ElementId, Indicator, Known, Lang, LinkDetail, LinkId, LinkState, Reading, ReadingId,
};
use crate::rules::words::quoted;
use serde::{Deserialize, Serialize};
use specta::Type;

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename = "ScoreTraceKind", rename_all = "snake_case")]
pub enum TraceKind {
    /// The target came nearer to the baseline, its day later, or the tolerance wider.
    TargetEased,
    BaselineMoved,
    /// An indicator speaks of something else than before.
    KindChanged,
    IndicatorRemoved,
    /// A value of a period that was already reported.
    Restated,
    ObjectiveRemoved,
    /// Contributions that came to count.
    LinksAccepted,
    /// Contributions that were added and count for nothing yet.
    LinksProposed,
    /// More findings than before are lived with.
    MoreSuppressed,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename = "ScoreTrace")]
pub struct Trace {
    pub kind: TraceKind,
    pub text: String,
    pub elements: Vec<ElementId>,
    pub links: Vec<LinkId>,
    pub readings: Vec<ReadingId>,
}

impl Trace {
    fn new(kind: TraceKind, text: String) -> Self {
        Self {
            kind,
            text,
            elements: Vec::new(),
            links: Vec::new(),
            readings: Vec::new(),
        }
    }

    fn of(mut self, element: &Element) -> Self {
        self.elements.push(element.id.clone());
        self
    }
}

fn say(lang: Lang, en: String, fr: String) -> String {
    match lang {
        Lang::En => en,
        Lang::Fr => fr,
    }
}

pub(super) fn between(
    old: State<'_>,
    new: State<'_>,
    before: &[ObjectiveScore],
    lang: Lang,
) -> Vec<Trace> {
    let mut all = indicators(old, new, lang);
    all.extend(restated(old, new, lang));
    all.extend(removed(new, before, lang));
    all.extend(links(old, new, lang));
    all.extend(suppressed(old, new, lang));
    all
}

fn is_there(state: State<'_>, id: &ElementId) -> bool {
    let element = state.portfolio.element(id);
    element.is_some_and(|it| it.archived.is_none())
}

fn indicators(old: State<'_>, new: State<'_>, lang: Lang) -> Vec<Trace> {
    let mut found = Vec::new();
    for element in old.portfolio.elements() {
        let Some(was) = element.indicator().filter(|_| element.archived.is_none()) else {
            continue;
        };
        let name = quoted(&element.title, lang);
        if !is_there(new, &element.id) {
            let text = say(
                lang,
                format!("{name} is measured no more."),
                format!("{name} n’est plus mesuré."),
            );
            found.push(Trace::new(TraceKind::IndicatorRemoved, text).of(element));
            continue;
        }
        let newer = new.portfolio.element(&element.id);
        let Some(is) = newer.and_then(Element::indicator) else {
            continue;
        };
        if was.indicator_kind.value() != is.indicator_kind.value() {
            let text = say(
                lang,
                format!("{name} is another kind of indicator than before."),
                format!("{name} n’est plus le même type d’indicateur."),
            );
            found.push(Trace::new(TraceKind::KindChanged, text).of(element));
        }
        if was.baseline.value() != is.baseline.value()
            || was.baseline_on.value() != is.baseline_on.value()
        {
            let text = say(
                lang,
                format!("The baseline of {name} was changed, or its day."),
                format!("La valeur de départ de {name} a changé, ou sa date."),
            );
            found.push(Trace::new(TraceKind::BaselineMoved, text).of(element));
        }
        if is_easier(was, is) {
            let text = say(
                lang,
                format!("The target of {name} was made easier after the fact."),
                format!("La cible de {name} a été assouplie après coup."),
            );
            found.push(Trace::new(TraceKind::TargetEased, text).of(element));
        }
    }
    found
}

/// Whether less is asked than before: less movement, more time, more room, or nothing any more.
fn is_easier(was: &Indicator, is: &Indicator) -> bool {
    let way = |it: &Indicator, baseline: &Indicator| {
        let from = baseline.baseline.value()?;
        Some(it.target.value()? - from)
    };
    let less = match (way(was, was), way(is, was)) {
        (Some(before), Some(after)) => after * before.signum() < before.abs() - 1e-9,
        (Some(_), None) => true,
        _ => false,
    };
    let later = match (was.target_on.value(), is.target_on.value()) {
        (Some(before), Some(after)) => after > before,
        (Some(_), None) => true,
        _ => false,
    };
    let room = |it: &Indicator| it.tolerance.value().copied().unwrap_or(0.0);
    less || later || room(is) > room(was)
}

/// Values of periods that were reported before: changed in place, given anew by the same source, or taken away.
fn restated(old: State<'_>, new: State<'_>, lang: Lang) -> Option<Trace> {
    let mut readings = Vec::new();
    for before in old.portfolio.readings() {
        let kept = new.portfolio.reading(&before.id);
        let stays = |now: &Reading| {
            now.value.total_cmp(&before.value).is_eq() && now.period == before.period
        };
        if !kept.is_some_and(stays) && is_there(new, &before.indicator) {
            readings.push(before.id.clone());
        }
    }
    for reading in new.portfolio.readings() {
        if old.portfolio.reading(&reading.id).is_some() {
            continue;
        }
        let all = old.portfolio.readings_of(&reading.indicator);
        let mut before = all
            .filter(|it| {
                it.period == reading.period
                    && it.nature == reading.nature
                    && it.source == reading.source
            })
            .peekable();
        if before.peek().is_some() && before.all(|it| it.value.total_cmp(&reading.value).is_ne()) {
            readings.push(reading.id.clone());
        }
    }
    readings.sort_unstable();
    readings.dedup();
    let count = readings.len();
    let text = say(
        lang,
        format!("Values of periods that were already reported were changed: {count}."),
        format!("Valeurs de périodes déjà rapportées qui ont changé : {count}."),
    );
    (count > 0).then(|| Trace {
        readings,
        ..Trace::new(TraceKind::Restated, text)
    })
}

/// Objectives that are no more, with where they stood.
fn removed(new: State<'_>, before: &[ObjectiveScore], lang: Lang) -> Vec<Trace> {
    let gone = before.iter().filter(|it| !is_there(new, &it.objective.id));
    gone.map(|it: &ObjectiveScore| {
        let name = quoted(&it.objective.title, lang);
        let stood = it.realised.map(|it| (it * 100.0).round());
        let text = match stood {
            Some(stood) => say(
                lang,
                format!("{name} was dropped at {stood}\u{a0}% of the movement planned until then."),
                format!("{name} a été abandonné à {stood}\u{a0}% du mouvement prévu à cette date."),
            ),
            None => say(
                lang,
                format!("{name} was dropped."),
                format!("{name} a été abandonné."),
            ),
        };
        let mut trace = Trace::new(TraceKind::ObjectiveRemoved, text);
        trace.elements.push(it.objective.id.clone());
        trace
    })
    .collect()
}

fn links(old: State<'_>, new: State<'_>, lang: Lang) -> Vec<Trace> {
    let (mut accepted, mut proposed) = (Vec::new(), Vec::new());
    let state = |detail: &LinkDetail| match detail {
        LinkDetail::Contribution(it) => Some(it.state),
        _ => None,
    };
    for link in new.portfolio.links() {
        let before = old
            .portfolio
            .link(&link.id)
            .and_then(|it| state(&it.detail));
        match (before, state(&link.detail)) {
            (before, Some(LinkState::Accepted)) if before != Some(LinkState::Accepted) => {
                accepted.push(link.id.clone());
            }
            (None, Some(LinkState::Proposed)) => proposed.push(link.id.clone()),
            _ => {}
        }
    }
    let count = |all: &[LinkId]| all.len();
    let (yes, not_yet) = (count(&accepted), count(&proposed));
    let said = [
        (
            TraceKind::LinksAccepted,
            say(
                lang,
                format!("Contributions that count now and did not before: {yes}."),
                format!("Contributions qui comptent désormais : {yes}."),
            ),
            accepted,
        ),
        (
            TraceKind::LinksProposed,
            say(
                lang,
                format!(
                    "Contributions that were added as proposals and count for nothing yet: {not_yet}."
                ),
                format!(
                    "Contributions ajoutées comme propositions, qui ne comptent pas encore : {not_yet}."
                ),
            ),
            proposed,
        ),
    ];
    said.into_iter()
        .filter(|(_, _, links)| !links.is_empty())
        .map(|(kind, text, links)| Trace {
            links,
            ..Trace::new(kind, text)
        })
        .collect()
}

fn suppressed(old: State<'_>, new: State<'_>, lang: Lang) -> Option<Trace> {
    let count = |state: State<'_>| {
        let held = state
            .portfolio
            .waivers()
            .filter(|it| it.holds_on(state.as_of));
        held.count()
    };
    let (before, after) = (count(old), count(new));
    let text = say(
        lang,
        format!("Findings that somebody lives with: {after}, {before} before."),
        format!("Constats avec lesquels quelqu’un vit : {after}, contre {before} auparavant."),
    );
    (after > before).then(|| Trace::new(TraceKind::MoreSuppressed, text))
}
