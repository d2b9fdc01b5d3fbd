//! Which objectives each initiative reaches, along the line as the rules walk it.
//!
//! What counts as a link, as active and as a part is asked of the rules' own context, so that a snapshot and a
//! finding cannot disagree. A programme reaches what its parts reach.

use crate::Frozen;
use portfolio::model::{Element, ElementId, ElementKind, Initiative, Lang, Link};
use portfolio::rules::Context;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug)]
pub(crate) struct Reach<'a> {
    line: Context<'a>,
    /// The objectives reached, by initiative; an initiative that reaches none has no entry.
    objectives: BTreeMap<&'a ElementId, BTreeSet<&'a ElementId>>,
    active: BTreeSet<&'a ElementId>,
}

impl<'a> Reach<'a> {
    pub(crate) fn new(frozen: &'a Frozen) -> Self {
        // The language matters to sentences only, and none is made here.
        let line = Context::new(&frozen.portfolio, frozen.as_of, Lang::En);
        let mut objectives: BTreeMap<&ElementId, BTreeSet<&ElementId>> = BTreeMap::new();
        for (goal, objective) in line.of_kind(ElementKind::Objective) {
            let below = line.steps_below([goal]);
            for (number, initiative) in line.of_kind(ElementKind::Initiative) {
                if below.get(number).copied().flatten().is_none() {
                    continue;
                }
                let wholes = line.wholes(number).map(|whole| &line.element(whole).id);
                for id in std::iter::once(&initiative.id).chain(wholes) {
                    objectives.entry(id).or_default().insert(&objective.id);
                }
            }
        }
        let active = line.active().map(|(_, element, _)| &element.id).collect();
        Self {
            line,
            objectives,
            active,
        }
    }

    /// The objectives that an initiative reaches.
    pub(crate) fn of(&self, initiative: &ElementId) -> impl Iterator<Item = &'a ElementId> + '_ {
        self.objectives
            .get(initiative)
            .into_iter()
            .flatten()
            .copied()
    }

    pub(crate) fn reaches_any(&self, initiative: &ElementId) -> bool {
        self.objectives.contains_key(initiative)
    }

    pub(crate) fn reaches(&self, initiative: &ElementId, objective: &ElementId) -> bool {
        self.objectives
            .get(initiative)
            .is_some_and(|all| all.contains(objective))
    }

    /// Initiatives that are open, or of which nothing says that they are not.
    pub(crate) fn active(&self) -> impl Iterator<Item = (&'a Element, &'a Initiative)> + '_ {
        self.line.active().map(|(_, element, it)| (element, it))
    }

    pub(crate) fn is_active(&self, initiative: &ElementId) -> bool {
        self.active.contains(initiative)
    }

    /// Whether a link carries the line at the date.
    pub(crate) fn carries(&self, link: &Link) -> bool {
        self.line.number(&link.from).is_some_and(|from| {
            self.line
                .up(from)
                .iter()
                .any(|step| step.link.id == link.id)
        })
    }

    /// Whether the money of an initiative is already counted in a whole that it is a part of.
    pub(crate) fn is_inside_a_budget(&self, element: &Element) -> bool {
        self.line.number(&element.id).is_some_and(|number| {
            self.line
                .wholes(number)
                .any(|whole| self.line.budget(whole).is_some())
        })
    }
}
