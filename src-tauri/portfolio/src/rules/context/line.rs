//! The line: who leads where along counting links, up towards why and down towards the ground.

use super::{Context, reads};
use crate::model::{
    Date, Detail, Element, ElementId, ElementKind, Known, Link, LinkDetail, LinkKind, Sign,
};
use std::collections::{HashMap, HashSet, VecDeque};
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
            self.portfolio
                .links_from(&self.elements[number].id)
                .filter(|link| counts(link, self.as_of))
                .filter_map(|link| {
                    Some(Step {
                        to: self.place(&link.to)?,
                        link,
                    })
                })
                .collect()
        })
    }

    /// Counting links to an element, seen towards the ground.
    #[must_use]
    pub fn down(&self, number: usize) -> &[Step<'a>] {
        self.see(number);
        self.down[number].get_or_init(|| {
            self.portfolio
                .links_to(&self.elements[number].id)
                .filter(|link| counts(link, self.as_of))
                .filter_map(|link| {
                    Some(Step {
                        to: self.place(&link.from)?,
                        link,
                    })
                })
                .collect()
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

    /// Where counting links lead from an element. Only looks at where it stands, not at what it says.
    fn ways_up(&self, number: usize) -> Arc<Vec<Way>> {
        self.facts.ways_up.get(number, &self.reads, || {
            self.reads.see(reads::stands(number));
            let links = self.portfolio.links_from(&self.elements[number].id);
            self.ways(links.map(|link| (link, &link.to)))
        })
    }

    fn ways_down(&self, number: usize) -> Arc<Vec<Way>> {
        self.facts.ways_down.get(number, &self.reads, || {
            self.reads.see(reads::stands(number));
            let links = self.portfolio.links_to(&self.elements[number].id);
            self.ways(links.map(|link| (link, &link.from)))
        })
    }

    fn ways<'l>(&self, links: impl Iterator<Item = (&'l Link, &'l ElementId)>) -> Vec<Way> {
        links
            .filter(|(link, _)| counts(link, self.as_of))
            .filter_map(|(link, to)| {
                Some(Way {
                    to: self.place(to)?,
                    kind: link.kind(),
                })
            })
            .collect()
    }

    /// Everything that an element leads to, nearest first, without itself.
    #[must_use]
    pub fn above(&self, number: usize) -> Arc<Vec<usize>> {
        self.facts.above.get(number, &self.reads, || {
            self.spread(&[number], |n| self.ways_up(n))
        })
    }

    /// Everything that leads to an element, nearest first, without itself.
    #[must_use]
    pub fn below(&self, number: usize) -> Arc<Vec<usize>> {
        self.facts.below.get(number, &self.reads, || {
            self.spread(&[number], |n| self.ways_down(n))
        })
    }

    fn spread(&self, starts: &[usize], ways: impl Fn(usize) -> Arc<Vec<Way>>) -> Vec<usize> {
        let mut seen: HashSet<usize> = starts.iter().copied().collect();
        let mut queue: VecDeque<usize> = starts.iter().copied().collect();
        let mut found = Vec::new();
        while let Some(at) = queue.pop_front() {
            for way in ways(at).iter() {
                if seen.insert(way.to) {
                    found.push(way.to);
                    queue.push_back(way.to);
                }
            }
        }
        found
    }

    /// The objectives that an element serves, nearest first: those it leads to, and those its parts lead to.
    #[must_use]
    pub fn objectives_of(&self, number: usize) -> Arc<Vec<usize>> {
        self.facts.objectives.get(number, &self.reads, || {
            let mut starts = vec![number];
            starts.extend(self.parts(number));
            let mut found = self.spread(&starts, |n| self.ways_up(n));
            found.retain(|n| self.elements[*n].kind() == ElementKind::Objective);
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
        let mut seen = HashSet::from([number]);
        let mut ring = vec![number];
        for steps in 1.. {
            let mut next = Vec::new();
            for at in ring {
                for way in self.ways_up(at).iter() {
                    if self.kind(way.to) == kind {
                        return Some((way.to, steps));
                    }
                    if seen.insert(way.to) {
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
        let mut came: HashMap<usize, (usize, Step<'a>)> = HashMap::new();
        let mut queue = VecDeque::from([from]);
        while let Some(at) = queue.pop_front() {
            if at == to {
                break;
            }
            for step in self.up(at) {
                if step.to != from && !came.contains_key(&step.to) {
                    came.insert(step.to, (at, *step));
                    queue.push_back(step.to);
                }
            }
        }
        let mut steps = Vec::new();
        let mut at = to;
        while at != from {
            let (before, step) = *came.get(&at)?;
            steps.push(step);
            at = before;
        }
        steps.reverse();
        Some(steps)
    }

    /// Steps from the nearest of `starts`, going towards the ground; `None` where there is no way.
    #[must_use]
    pub fn steps_below(&self, starts: impl IntoIterator<Item = usize>) -> Vec<Option<u32>> {
        self.walk(starts, |n| self.ways_down(n))
    }

    /// Steps from the nearest of `starts`, going towards why; `None` where there is no way.
    #[must_use]
    pub fn steps_above(&self, starts: impl IntoIterator<Item = usize>) -> Vec<Option<u32>> {
        self.walk(starts, |n| self.ways_up(n))
    }

    fn walk(
        &self,
        starts: impl IntoIterator<Item = usize>,
        ways: impl Fn(usize) -> Arc<Vec<Way>>,
    ) -> Vec<Option<u32>> {
        let mut steps = vec![None; self.len()];
        let mut queue = VecDeque::new();
        for start in starts {
            if steps[start].is_none() {
                steps[start] = Some(0);
                queue.push_back((start, 0));
            }
        }
        while let Some((at, far)) = queue.pop_front() {
            for way in ways(at).iter() {
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
        let ways = self.ways_up(number);
        let reasons = ways.iter().filter(|way| way.kind != LinkKind::PartOf);
        reasons.map(|way| way.to).collect()
    }

    /// The programmes that an element is a part of, nearest first.
    pub fn wholes(&self, number: usize) -> impl Iterator<Item = usize> + '_ {
        let mut seen = vec![number];
        let mut at = number;
        std::iter::from_fn(move || {
            let ways = self.ways_up(at);
            let next = ways.iter().find(|way| way.kind == LinkKind::PartOf)?.to;
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
        let mut found = Vec::new();
        let mut seen = HashSet::from([number]);
        let mut queue = VecDeque::from([number]);
        while let Some(at) = queue.pop_front() {
            for way in self.ways_down(at).iter() {
                if way.kind == LinkKind::PartOf && seen.insert(way.to) {
                    found.push(way.to);
                    queue.push_back(way.to);
                }
            }
        }
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
        self.links_from(number)
            .filter(move |link| link.kind() == kind)
            .filter_map(|link| Some((self.place(&link.to)?, link)))
    }

    /// The elements at the other ends of the links of a kind that end at an element.
    pub fn linked_to(
        &self,
        number: usize,
        kind: LinkKind,
    ) -> impl Iterator<Item = (usize, &'a Link)> + '_ {
        self.links_to(number)
            .filter(move |link| link.kind() == kind)
            .filter_map(|link| Some((self.place(&link.from)?, link)))
    }

    /// The two ends of a link, lower first, when both are there.
    #[must_use]
    pub fn ends(&self, link: &Link) -> Option<(&'a Element, &'a Element)> {
        Some((self.by_id(&link.from)?, self.by_id(&link.to)?))
    }
}
