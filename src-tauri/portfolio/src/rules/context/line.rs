//! The line: who leads where along counting links, up towards why and down towards the ground.

use super::Context;
use super::reads::{Aspect, Marks, mark};
use crate::model::{Date, Detail, Element, ElementKind, Known, Link, LinkDetail, LinkKind, Sign};
use std::cell::{OnceCell, RefCell};
use std::collections::VecDeque;
use std::sync::Arc;

/// A counting link, seen from one end.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    pub to: usize,
    pub link: &'a Link,
}

/// A counting link without its text: where it leads, and what kind it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way {
    to: usize,
    kind: LinkKind,
}

/// Where counting links lead, and what lies above and below, as far as it was asked for.
#[derive(Debug, Default)]
pub(super) struct Line {
    up: Vec<OnceCell<Box<[Way]>>>,
    down: Vec<OnceCell<Box<[Way]>>>,
    above: Vec<OnceCell<Arc<Vec<usize>>>>,
    below: Vec<OnceCell<Arc<Vec<usize>>>>,
    met: RefCell<Met>,
}

/// Which elements a walk has met, and from where each was met first. Walks are counted, so that none need forget
/// where the one before it was.
#[derive(Debug, Default)]
struct Met {
    walk: u32,
    /// By element, the walk in which it was met last and the element before it.
    last: Vec<(u32, u32)>,
}

impl Met {
    fn begin(&mut self, starts: &[usize]) {
        self.walk += 1;
        for start in starts {
            self.is_new(*start, *start);
        }
    }

    /// Whether this walk has not met an element before; now it has.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a portfolio has fewer than a thousand million elements"
    )]
    fn is_new(&mut self, number: usize, before: usize) -> bool {
        let is_new = self.last[number].0 != self.walk;
        if is_new {
            self.last[number] = (self.walk, before as u32);
        }
        is_new
    }

    /// From where this walk came to an element.
    fn came(&self, number: usize) -> Option<usize> {
        let (walk, before) = self.last[number];
        (walk == self.walk).then_some(before as usize)
    }
}

impl Line {
    pub(super) fn new(len: usize) -> Self {
        fn cells<T>(len: usize) -> Vec<OnceCell<T>> {
            (0..len).map(|_| OnceCell::new()).collect()
        }
        Self {
            up: cells(len),
            down: cells(len),
            above: cells(len),
            below: cells(len),
            met: RefCell::new(Met {
                walk: 0,
                last: vec![(0, 0); len],
            }),
        }
    }

    /// Makes room for elements that came after all others.
    pub(super) fn grow(&mut self, len: usize) {
        self.up.resize_with(len, OnceCell::new);
        self.down.resize_with(len, OnceCell::new);
        self.above.resize_with(len, OnceCell::new);
        self.below.resize_with(len, OnceCell::new);
        self.met.get_mut().last.resize(len, (0, 0));
    }

    pub(super) fn forget(&mut self, changed: &Marks) {
        for n in 0..self.up.len() {
            if changed.has(mark(n, Aspect::Ways)) {
                self.up[n].take();
                self.down[n].take();
            }
            if changed.has(mark(n, Aspect::Above)) {
                self.above[n].take();
            }
            if changed.has(mark(n, Aspect::Below)) {
                self.below[n].take();
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Towards {
    Why,
    Ground,
}

/// Whether a link carries the line at a date.
pub(in crate::rules) fn counts(link: &Link, as_of: Date) -> bool {
    match &link.detail {
        LinkDetail::Contribution(it) => {
            link.counts()
                && it.sign == Sign::Helps
                && it.valid_from.is_none_or(|date| date <= as_of)
                && it.valid_until.is_none_or(|date| date >= as_of)
        }
        LinkDetail::Because | LinkDetail::PartOf => true,
        _ => false,
    }
}

impl<'a> Context<'a> {
    /// Counting links from an element towards why.
    #[must_use]
    pub fn up(&self, number: usize) -> &[Step<'a>] {
        self.see(number);
        self.up[number].get_or_init(|| {
            let counting = self
                .ends_from(number)
                .iter()
                .filter(|(_, link)| counts(link, self.as_of));
            counting.map(|(to, link)| Step { to: *to, link }).collect()
        })
    }

    /// Counting links to an element, seen towards the ground.
    #[must_use]
    pub fn down(&self, number: usize) -> &[Step<'a>] {
        self.see(number);
        self.down[number].get_or_init(|| {
            let counting = self
                .ends_to(number)
                .iter()
                .filter(|(_, link)| counts(link, self.as_of));
            counting.map(|(to, link)| Step { to: *to, link }).collect()
        })
    }

    /// Counting contributions from an element towards why.
    pub fn contributions_up(&self, number: usize) -> impl Iterator<Item = Step<'a>> + '_ {
        let steps = self.up(number).iter().copied();
        steps.filter(|step| step.link.kind() == LinkKind::Contribution)
    }

    /// Counting contributions to an element.
    pub fn contributions_down(&self, number: usize) -> impl Iterator<Item = Step<'a>> + '_ {
        let steps = self.down(number).iter().copied();
        steps.filter(|step| step.link.kind() == LinkKind::Contribution)
    }

    /// Where counting links lead from an element. Notes nothing: whoever asks notes what it made of it.
    fn ways(&self, number: usize, towards: Towards) -> &[Way] {
        let (cell, starting) = match towards {
            Towards::Why => (&self.facts.line.up[number], true),
            Towards::Ground => (&self.facts.line.down[number], false),
        };
        cell.get_or_init(|| {
            let ends = self.ends(number, starting).iter();
            let counting = ends.filter(|(_, link)| counts(link, self.as_of));
            counting
                .map(|(to, link)| Way {
                    to: *to,
                    kind: link.kind(),
                })
                .collect()
        })
    }

    fn note(&self, number: usize, aspect: Aspect) {
        self.reads.see(mark(number, aspect));
    }

    /// Everything that an element leads to, nearest first, without itself.
    #[must_use]
    pub fn above(&self, number: usize) -> Arc<Vec<usize>> {
        self.note(number, Aspect::Above);
        let made = self.facts.line.above[number]
            .get_or_init(|| Arc::new(self.spread(&[number], Towards::Why)));
        Arc::clone(made)
    }

    /// Everything that leads to an element, nearest first, without itself.
    #[must_use]
    pub fn below(&self, number: usize) -> Arc<Vec<usize>> {
        self.note(number, Aspect::Below);
        let made = self.facts.line.below[number]
            .get_or_init(|| Arc::new(self.spread(&[number], Towards::Ground)));
        Arc::clone(made)
    }

    /// What is reached from some elements, nearest first, without them. Notes nothing.
    fn spread(&self, starts: &[usize], towards: Towards) -> Vec<usize> {
        let met = &mut *self.facts.line.met.borrow_mut();
        met.begin(starts);
        let mut found: Vec<usize> = starts.to_vec();
        let mut next = 0;
        while let Some(at) = found.get(next).copied() {
            next += 1;
            for way in self.ways(at, towards) {
                if met.is_new(way.to, at) {
                    found.push(way.to);
                }
            }
        }
        found.drain(..starts.len());
        found
    }

    /// After some elements lead elsewhere: marks whatever has others above or below it now. It is enough to walk the
    /// line as it is now, because the first link that a way has lost ends at one of these elements.
    pub(in crate::rules) fn mark_line(&self, changed: &mut Marks) {
        let starts: Vec<usize> = (0..self.len())
            .filter(|n| changed.has(mark(*n, Aspect::Ways)))
            .collect();
        if starts.is_empty() {
            return;
        }
        let walks = [
            (Towards::Ground, Aspect::Above),
            (Towards::Why, Aspect::Below),
        ];
        for (towards, aspect) in walks {
            for n in self
                .spread(&starts, towards)
                .into_iter()
                .chain(starts.iter().copied())
            {
                changed.add(mark(n, aspect));
            }
        }
    }

    /// The objectives that an element serves, nearest first: those it leads to, and those its parts lead to.
    #[must_use]
    pub fn objectives_of(&self, number: usize) -> Arc<Vec<usize>> {
        self.facts.objectives.get(number, &self.reads, || {
            let of = |all: &[usize]| -> Vec<usize> {
                let goals = all.iter().copied();
                goals
                    .filter(|n| self.kind(*n) == ElementKind::Objective)
                    .collect()
            };
            let mut found = of(&self.above(number));
            for part in self.parts(number) {
                for goal in of(&self.above(part)) {
                    if !found.contains(&goal) {
                        found.push(goal);
                    }
                }
            }
            found
        })
    }

    /// The initiatives that lead to an element, nearest first.
    #[must_use]
    pub fn initiatives_of(&self, number: usize) -> Arc<Vec<usize>> {
        self.facts.initiatives.get(number, &self.reads, || {
            let below = self.below(number);
            let all = below.iter().copied();
            all.filter(|n| self.elements[*n].kind() == ElementKind::Initiative)
                .collect()
        })
    }

    /// The elements of a kind among those that an element leads to.
    #[must_use]
    pub fn above_of_kind(&self, number: usize, kind: ElementKind) -> Vec<usize> {
        let all = self.above(number);
        let mut found = all
            .iter()
            .copied()
            .filter(|n| self.elements[*n].kind() == kind);
        found.by_ref().collect()
    }

    /// The elements of a kind among those that lead to an element.
    #[must_use]
    pub fn below_of_kind(&self, number: usize, kind: ElementKind) -> Vec<usize> {
        let all = self.below(number);
        let mut found = all
            .iter()
            .copied()
            .filter(|n| self.elements[*n].kind() == kind);
        found.by_ref().collect()
    }

    /// The nearest element of a kind that an element leads to, and how many steps away it is.
    #[must_use]
    pub fn nearest_above(&self, number: usize, kind: ElementKind) -> Option<(usize, usize)> {
        self.note(number, Aspect::Above);
        let met = &mut *self.facts.line.met.borrow_mut();
        met.begin(&[number]);
        let mut ring = vec![number];
        for steps in 1.. {
            let mut next = Vec::new();
            for at in ring {
                for way in self.ways(at, Towards::Why) {
                    if self.kind(way.to) == kind {
                        return Some((way.to, steps));
                    }
                    if met.is_new(way.to, at) {
                        next.push(way.to);
                    }
                }
            }
            if next.is_empty() {
                break;
            }
            ring = next;
        }
        None
    }

    /// One shortest way up from an element to another, as the steps from one to the next.
    #[must_use]
    pub fn path(&self, from: usize, to: usize) -> Option<Vec<Step<'a>>> {
        self.note(from, Aspect::Above);
        let met = &mut *self.facts.line.met.borrow_mut();
        met.begin(&[from]);
        let mut queue = VecDeque::from([from]);
        while let Some(at) = queue.pop_front() {
            if at == to {
                break;
            }
            for way in self.ways(at, Towards::Why) {
                if met.is_new(way.to, at) {
                    queue.push_back(way.to);
                }
            }
        }
        let mut steps = Vec::new();
        let mut at = to;
        while at != from {
            let before = met.came(at)?;
            steps.push(*self.up(before).iter().find(|step| step.to == at)?);
            at = before;
        }
        steps.reverse();
        Some(steps)
    }

    /// Steps from the nearest of `starts`, going towards the ground; `None` where there is no way.
    #[must_use]
    pub fn steps_below(&self, starts: impl IntoIterator<Item = usize>) -> Vec<Option<u32>> {
        let mut steps = vec![None; self.len()];
        let mut queue = VecDeque::new();
        for start in starts {
            if steps[start].is_none() {
                steps[start] = Some(0);
                queue.push_back((start, 0));
            }
        }
        while let Some((at, far)) = queue.pop_front() {
            self.note(at, Aspect::Ways);
            for way in self.ways(at, Towards::Ground) {
                if steps[way.to].is_none() {
                    steps[way.to] = Some(far + 1);
                    queue.push_back((way.to, far + 1));
                }
            }
        }
        steps
    }

    /// Where an element leads by `because` and contribution, as numbers.
    pub(in crate::rules) fn reasons(&self, number: usize) -> Vec<usize> {
        self.note(number, Aspect::Ways);
        let ways = self.ways(number, Towards::Why).iter();
        let reasons = ways.filter(|way| way.kind != LinkKind::PartOf);
        reasons.map(|way| way.to).collect()
    }

    /// The programmes that an element is a part of, nearest first.
    pub fn wholes(&self, number: usize) -> impl Iterator<Item = usize> + '_ {
        let mut seen = vec![number];
        let mut at = number;
        std::iter::from_fn(move || {
            self.note(at, Aspect::Ways);
            let mut ways = self.ways(at, Towards::Why).iter();
            let next = ways.find(|way| way.kind == LinkKind::PartOf)?.to;
            if seen.contains(&next) {
                return None;
            }
            seen.push(next);
            at = next;
            Some(next)
        })
    }

    /// Everything that is a part of an element, directly or through a part.
    #[must_use]
    pub fn parts(&self, number: usize) -> Vec<usize> {
        let met = &mut *self.facts.line.met.borrow_mut();
        met.begin(&[number]);
        let mut found = vec![number];
        let mut next = 0;
        while let Some(at) = found.get(next).copied() {
            next += 1;
            self.note(at, Aspect::Ways);
            for way in self.ways(at, Towards::Ground) {
                if way.kind == LinkKind::PartOf && met.is_new(way.to, at) {
                    found.push(way.to);
                }
            }
        }
        found.remove(0);
        found
    }

    /// Whether an element exists because of a driver that names a law, a contract or another reference.
    #[must_use]
    pub fn answers_a_reference(&self, number: usize) -> bool {
        self.up(number).iter().any(|step| {
            step.link.kind() == LinkKind::Because
                && matches!(&self.element(step.to).detail, Detail::Driver(it) if it.reference.value().is_some_and(|text| !text.trim().is_empty()))
        })
    }

    /// The elements at the other ends of the links of a kind that start at an element.
    pub fn linked_from(
        &self,
        number: usize,
        kind: LinkKind,
    ) -> impl Iterator<Item = (usize, &'a Link)> + '_ {
        let ends = self.ends_from(number).iter().copied();
        ends.filter(move |(_, link)| link.kind() == kind)
    }

    /// The elements at the other ends of the links of a kind that end at an element.
    pub fn linked_to(
        &self,
        number: usize,
        kind: LinkKind,
    ) -> impl Iterator<Item = (usize, &'a Link)> + '_ {
        let ends = self.ends_to(number).iter().copied();
        ends.filter(move |(_, link)| link.kind() == kind)
    }

    /// The two ends of a link, lower first, when both are there.
    #[must_use]
    pub fn both_ends(&self, link: &Link) -> Option<(&'a Element, &'a Element)> {
        Some((self.by_id(&link.from)?, self.by_id(&link.to)?))
    }
}
