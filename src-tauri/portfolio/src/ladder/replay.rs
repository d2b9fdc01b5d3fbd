//! One state of a portfolio turned into another step by step, each step of one cause.
//!
//! Readings first, then what they are held against, links, weights, scope, rules. A record is changed only as far as the
//! step goes: an element takes over some of its fields in one step and the rest in another. Links and indicators that hang
//! on work or objectives that came or went come and go with them: that is scope. After the last step the state is the
//! newer one, so what the steps do adds up to the whole.

use crate::model::{
    Change, Detail, Diff, Element, ElementId, ElementKind, Initiative, Link, LinkKind, Portfolio,
    Record,
};
use std::collections::BTreeSet;

/// What a step takes over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// Readings, reports, sources and imports, and the facts about work; with them the date.
    Observed,
    /// Indicators: their targets, baselines, kinds, and what they measure.
    Yardsticks,
    /// Links, whys, owners, decisions: what people claim and agree.
    Links,
    /// Points, ranks and budgets.
    Weights,
    /// What is on the line at all.
    Scope,
    /// Settings and findings that somebody lives with; and what weighs nothing.
    Rules,
}

pub(super) const STEPS: [Step; 6] = [
    Step::Observed,
    Step::Yardsticks,
    Step::Links,
    Step::Weights,
    Step::Scope,
    Step::Rules,
];

/// What differs between two states, to be taken over step by step.
#[derive(Debug)]
pub(super) struct Replay {
    /// Records that differ, each with the step in which it comes or goes as a whole; an element that is in both states is
    /// taken over field by field.
    pending: Vec<(Step, Change)>,
    /// Elements in both states, as they are in the newer one.
    mixed: Vec<Element>,
}

impl Replay {
    pub(super) fn between(old: &Portfolio, new: &Portfolio) -> Self {
        let scope = Scope::between(old, new);
        let mut pending = Vec::new();
        let mut mixed = Vec::new();
        for change in Diff::between(old, new).changes {
            match (&change.before, &change.after) {
                (Some(Record::Element(was)), Some(Record::Element(is)))
                    if was.kind() == is.kind() =>
                {
                    mixed.push(is.clone());
                }
                _ => pending.push((scope.step(&change), change)),
            }
        }
        Self { pending, mixed }
    }

    /// Takes over what belongs to a step; tells whether that was anything.
    pub(super) fn take(&self, step: Step, portfolio: &mut Portfolio) -> bool {
        let whole = self.pending.iter().filter(|(it, _)| *it == step);
        let mut changes: Vec<Change> = whole.map(|(_, change)| change.clone()).collect();
        for newer in &self.mixed {
            let Some(before) = portfolio.element(&newer.id) else {
                continue;
            };
            let after = mix(before, newer, step);
            if *before != after {
                changes.push(Change {
                    before: Some(Record::Element(before.clone())),
                    after: Some(Record::Element(after)),
                });
            }
        }
        let some = !changes.is_empty();
        portfolio.apply(&Diff { changes });
        some
    }
}

/// An element with those fields of the newer one that belong to a step.
fn mix(before: &Element, newer: &Element, step: Step) -> Element {
    let mut mixed = before.clone();
    let around = newer.kind().level().is_none();
    match step {
        Step::Observed => match (&mut mixed.detail, &newer.detail) {
            (Detail::Initiative(to), Detail::Initiative(from)) => {
                let budget = to.budget.take();
                *to = Initiative {
                    budget,
                    ..from.clone()
                };
            }
            (to @ Detail::Capability(_), from) | (to @ Detail::System(_), from) => {
                *to = from.clone();
            }
            _ => {}
        },
        Step::Yardsticks if newer.kind() == ElementKind::Indicator => mixed = newer.clone(),
        Step::Yardsticks => {}
        Step::Links if around => mixed = newer.clone(),
        Step::Links => {
            let (detail, archived) = (mixed.detail, mixed.archived);
            mixed = Element {
                detail,
                archived,
                ..newer.clone()
            };
            match (&mut mixed.detail, &newer.detail) {
                (Detail::Objective(to), Detail::Objective(from)) => {
                    to.horizon = from.horizon.clone()
                }
                (Detail::Initiative(_) | Detail::Priority(_), _) => {}
                (to, from) => *to = from.clone(),
            }
        }
        Step::Weights => match (&mut mixed.detail, &newer.detail) {
            (Detail::Initiative(to), Detail::Initiative(from)) => to.budget = from.budget.clone(),
            (to @ (Detail::Objective(_) | Detail::Priority(_)), from) => *to = from.clone(),
            _ => {}
        },
        Step::Scope => mixed.archived = newer.archived.clone(),
        Step::Rules => mixed = newer.clone(),
    }
    mixed
}

/// What came and went on the line.
struct Scope {
    /// Elements of the line in one state only.
    moved: BTreeSet<ElementId>,
    /// Indicators in one state only, of which everything they measure is so too.
    along: BTreeSet<ElementId>,
}

impl Scope {
    fn between(old: &Portfolio, new: &Portfolio) -> Self {
        let in_one_only = |one: &Portfolio, other: &Portfolio| -> Vec<Element> {
            let gone = one.elements().filter(|it| {
                other
                    .element(&it.id)
                    .is_none_or(|is| is.kind() != it.kind())
            });
            gone.cloned().collect()
        };
        let sides = [(old, in_one_only(old, new)), (new, in_one_only(new, old))];
        let of_line = |it: &&Element| it.kind().level().is_some();
        let moved: BTreeSet<ElementId> = sides
            .iter()
            .flat_map(|(_, all)| all.iter().filter(of_line))
            .map(|it| it.id.clone())
            .collect();
        let mut along = BTreeSet::new();
        for (portfolio, all) in &sides {
            for it in all.iter().filter(|it| it.kind() == ElementKind::Indicator) {
                let mut measured = portfolio
                    .links_from(&it.id)
                    .filter(|link| link.kind() == LinkKind::Measures)
                    .peekable();
                if measured.peek().is_some() && measured.all(|link| moved.contains(&link.to)) {
                    along.insert(it.id.clone());
                }
            }
        }
        Self { moved, along }
    }

    /// The step in which a record comes, goes or changes as a whole.
    fn step(&self, change: &Change) -> Step {
        match change.after.as_ref().or(change.before.as_ref()) {
            Some(Record::Element(it)) => self.of_element(it),
            Some(Record::Link(it)) => self.of_link(it),
            Some(Record::Reading(it)) if self.along.contains(&it.indicator) => Step::Scope,
            Some(Record::StatusReport(it)) if self.moved.contains(&it.element) => Step::Scope,
            Some(
                Record::Reading(_)
                | Record::StatusReport(_)
                | Record::Source(_)
                | Record::Import(_),
            ) => Step::Observed,
            Some(
                Record::Settings(_)
                | Record::Waiver(_)
                | Record::Canvas(_)
                | Record::Placement(_)
                | Record::Note(_),
            )
            | Some(Record::OwnRule(_))
            | None => Step::Rules,
        }
    }

    fn of_element(&self, it: &Element) -> Step {
        match it.kind() {
            ElementKind::Indicator if self.along.contains(&it.id) => Step::Scope,
            ElementKind::Indicator => Step::Yardsticks,
            kind if kind.level().is_some() => Step::Scope,
            _ => Step::Links,
        }
    }

    fn of_link(&self, it: &Link) -> Step {
        let with = |id: &ElementId| self.moved.contains(id) || self.along.contains(id);
        if with(&it.from) || with(&it.to) {
            Step::Scope
        } else if it.kind() == LinkKind::Measures {
            Step::Yardsticks
        } else {
            Step::Links
        }
    }
}
