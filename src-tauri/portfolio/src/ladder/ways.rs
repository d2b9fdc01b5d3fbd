//! The ways that the ladder walks: counting links towards why, each with what it is worth as evidence.
//!
//! What counts as a link is asked of the rules' own context, so that a level and a finding cannot disagree. A
//! contribution carries flow and claims; `part_of` hands both on unchanged; `because` only says that something is
//! linked. Links inside a circle are left out, and whatever they would carry with them; what an objective is judged by
//! is found with them all the same, so that nobody rids it of a bad indicator by closing a circle.

use crate::model::{Contribution, Element, ElementId, Known, Link, LinkDetail, LinkKind};
use crate::rules::{Context, Step};
use std::collections::HashMap;

/// A counting link, seen from its lower end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Way<'a> {
    pub(super) to: usize,
    pub(super) link: &'a Link,
    pub(super) kind: LinkKind,
    /// Strength times confidence. Where one of the words is missing it lies between `low` and `high`: none and all.
    pub(super) low: f64,
    pub(super) high: f64,
    /// Share of the effort, 0 to 1, where it was given.
    pub(super) share: Option<f64>,
    /// Somebody wrote how the one moves the other.
    pub(super) explained: bool,
    /// It was accepted by somebody else than who claims it.
    pub(super) agreed: bool,
    pub(super) lag: u32,
}

impl Way<'_> {
    /// Whether a level above *linked* may rest on it.
    pub(super) fn is_sound(&self) -> bool {
        self.explained && self.agreed
    }
}

/// All ways of a portfolio.
#[derive(Debug)]
pub(super) struct Ways<'a> {
    up: Vec<Vec<Way<'a>>>,
    down: Vec<Vec<(usize, Way<'a>)>>,
    /// What leads to each element by one sound link, inside a circle or not.
    sound: Vec<Vec<usize>>,
    /// Every element, those above first.
    pub(super) order: Vec<usize>,
    /// Elements that lead to each other, each circle once, in the order of the ids.
    pub(super) circles: Vec<Vec<usize>>,
}

impl<'a> Ways<'a> {
    pub(super) fn of(ctx: &Context<'a>) -> Self {
        let owners = Owners::of(ctx);
        let mut up: Vec<Vec<Way<'a>>> = vec![Vec::new(); ctx.len()];
        for (n, _) in ctx.elements() {
            up[n] = ctx
                .up(n)
                .iter()
                .map(|step| way(ctx, step.to, step.link, &owners))
                .collect();
        }
        let mut sound = vec![Vec::new(); up.len()];
        for (n, own) in up.iter().enumerate() {
            for way in own.iter().filter(|it| it.is_sound()) {
                sound[way.to].push(n);
            }
        }
        let knots = knots(&up);
        let mut of_knot = vec![0; up.len()];
        for (number, knot) in knots.iter().enumerate() {
            for n in knot {
                of_knot[*n] = number;
            }
        }
        let mut down = vec![Vec::new(); up.len()];
        let mut circles = Vec::new();
        for knot in &knots {
            for n in knot {
                let before = up[*n].len();
                up[*n].retain(|way| of_knot[way.to] != of_knot[*n]);
                // A link from an element to itself is a circle of one.
                if knot.len() == 1 && up[*n].len() < before {
                    circles.push(knot.clone());
                }
                for way in &up[*n] {
                    down[way.to].push((*n, *way));
                }
            }
            if knot.len() > 1 {
                circles.push(knot.clone());
            }
        }
        for circle in &mut circles {
            circle.sort_unstable();
        }
        circles.sort_unstable();
        Self {
            up,
            down,
            sound,
            order: knots.into_iter().flatten().collect(),
            circles,
        }
    }

    /// Ways from an element towards why.
    pub(super) fn up(&self, number: usize) -> &[Way<'a>] {
        &self.up[number]
    }

    /// Ways to an element, each with the element that it comes from.
    pub(super) fn down(&self, number: usize) -> &[(usize, Way<'a>)] {
        &self.down[number]
    }

    /// The parts of a programme.
    pub(super) fn parts(&self, number: usize) -> impl Iterator<Item = usize> + '_ {
        let parts = self.down[number].iter();
        parts
            .filter(|(_, way)| way.kind == LinkKind::PartOf)
            .map(|(n, _)| *n)
    }

    /// What leads to an element by one sound link.
    pub(super) fn soundly_under(&self, number: usize) -> &[usize] {
        &self.sound[number]
    }

    /// Whether a claim may rest on a step towards the ground: its link is sound and in no circle.
    pub(super) fn is_sound(&self, step: &Step<'_>) -> bool {
        let mut own = self.up(step.to).iter();
        own.any(|way| way.link.id == step.link.id && way.is_sound())
    }
}

fn way<'a>(ctx: &Context<'a>, to: usize, link: &'a Link, owners: &Owners<'a>) -> Way<'a> {
    let whole = Way {
        to,
        link,
        kind: link.kind(),
        low: 1.0,
        high: 1.0,
        share: None,
        explained: true,
        agreed: true,
        lag: 0,
    };
    match &link.detail {
        LinkDetail::Contribution(it) => {
            let strength = it.strength.map(|word| ctx.strength(word));
            let confidence = it.confidence.map(|word| ctx.confidence(word));
            Way {
                low: strength.unwrap_or(0.0) * confidence.unwrap_or(0.0),
                high: strength.unwrap_or(1.0) * confidence.unwrap_or(1.0),
                share: it.share.filter(|it| it.is_finite()).map(|it| it.max(0.0)),
                explained: !it.mechanism.trim().is_empty(),
                agreed: !owners.accepts_itself(link, it),
                lag: it.lag_days.unwrap_or(0),
                ..whole
            }
        }
        LinkDetail::PartOf => whole,
        // A reason is no claim that anything moves.
        _ => Way {
            low: 0.0,
            high: 0.0,
            explained: false,
            ..whole
        },
    }
}

/// Who answers for each element, as names are compared.
struct Owners<'a>(HashMap<&'a ElementId, String>);

impl<'a> Owners<'a> {
    fn of(ctx: &Context<'a>) -> Self {
        let named = ctx.elements().filter_map(|(_, element)| {
            let name = comparable(owner(element)?);
            (!name.is_empty()).then_some((&element.id, name))
        });
        Self(named.collect())
    }

    /// Whether one person stands at both ends of a contribution: who claims it also accepted it, or owns both ends and
    /// nobody else accepted it. A claim without a name is that of the owner of its lower end.
    fn accepts_itself(&self, link: &Link, it: &Contribution) -> bool {
        let (from, to) = (self.0.get(&link.from), self.0.get(&link.to));
        let acceptor = comparable(&it.accepted_by);
        if acceptor.is_empty() {
            return from.is_some() && from == to;
        }
        let claimant = comparable(&it.proposed_by);
        if claimant.is_empty() {
            from == Some(&acceptor)
        } else {
            claimant == acceptor || (from == Some(&acceptor) && to == Some(&acceptor))
        }
    }
}

fn owner(element: &Element) -> Option<&String> {
    let of_kind = || {
        let change = element.change().and_then(|it| it.change_owner.value());
        change.or_else(|| element.outcome().and_then(|it| it.business_owner.value()))
    };
    element.owner.value().or_else(of_kind)
}

/// A name as it is compared with another, whatever its case and its spaces.
fn comparable(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

/// The strongly connected parts, those above first (Tarjan's pass, without recursion).
fn knots(up: &[Vec<Way<'_>>]) -> Vec<Vec<usize>> {
    const NEW: usize = usize::MAX;
    let mut found = Vec::new();
    let (mut index, mut low) = (vec![NEW; up.len()], vec![NEW; up.len()]);
    let mut held = vec![false; up.len()];
    let mut stack = Vec::new();
    let mut count = 0;
    for start in 0..up.len() {
        if index[start] != NEW {
            continue;
        }
        let mut walk = vec![(start, 0)];
        while let Some((at, next)) = walk.pop() {
            if next == 0 {
                (index[at], low[at]) = (count, count);
                count += 1;
                stack.push(at);
                held[at] = true;
            }
            if let Some(way) = up[at].get(next) {
                walk.push((at, next + 1));
                if index[way.to] == NEW {
                    walk.push((way.to, 0));
                } else if held[way.to] {
                    low[at] = low[at].min(index[way.to]);
                }
                continue;
            }
            if let Some((before, _)) = walk.last() {
                low[*before] = low[*before].min(low[at]);
            }
            if low[at] == index[at] {
                let mut knot = Vec::new();
                while let Some(n) = stack.pop() {
                    held[n] = false;
                    knot.push(n);
                    if n == at {
                        break;
                    }
                }
                found.push(knot);
            }
        }
    }
    found
}
