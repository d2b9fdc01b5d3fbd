//! Circles of reasons: elements that exist because of each other.

use super::Context;
use crate::model::{Link, LinkKind};
use std::collections::{HashMap, VecDeque};

fn is_reason(link: &Link) -> bool {
    matches!(link.kind(), LinkKind::Because | LinkKind::Contribution)
}

/// One shortest circle for each knot of elements that justify each other, as elements with the link out of each.
pub(super) fn circles<'a>(ctx: &Context<'a>) -> Vec<Vec<(usize, &'a Link)>> {
    let knots = knots(ctx);
    let mut first: HashMap<usize, usize> = HashMap::new();
    let mut size: HashMap<usize, usize> = HashMap::new();
    for (n, knot) in knots.iter().enumerate() {
        first.entry(*knot).or_insert(n);
        *size.entry(*knot).or_default() += 1;
    }
    let mut starts: Vec<usize> = first
        .into_iter()
        .filter(|(knot, _)| size.get(knot).is_some_and(|it| *it > 1))
        .map(|(_, n)| n)
        .collect();
    starts.sort_unstable();
    starts
        .into_iter()
        .filter_map(|start| circle(ctx, &knots, start))
        .collect()
}

/// The shortest way from `start` back to itself inside its knot.
fn circle<'a>(ctx: &Context<'a>, knots: &[usize], start: usize) -> Option<Vec<(usize, &'a Link)>> {
    let mut came: HashMap<usize, (usize, &Link)> = HashMap::new();
    let mut queue = VecDeque::from([start]);
    'search: while let Some(at) = queue.pop_front() {
        for step in ctx.up(at).iter().filter(|it| is_reason(it.link)) {
            if knots[step.to] == knots[start] && !came.contains_key(&step.to) {
                came.insert(step.to, (at, step.link));
                if step.to == start {
                    break 'search;
                }
                queue.push_back(step.to);
            }
        }
    }
    let mut steps = Vec::new();
    let mut at = start;
    loop {
        let (from, link) = *came.get(&at)?;
        steps.push((from, link));
        at = from;
        if at == start {
            steps.reverse();
            return Some(steps);
        }
    }
}

/// The strongly connected part of each element (Kosaraju's two passes, without recursion).
fn knots(ctx: &Context<'_>) -> Vec<usize> {
    let mut up = vec![Vec::new(); ctx.len()];
    let mut down = vec![Vec::new(); ctx.len()];
    for n in ctx.numbers() {
        for to in ctx.reasons(n) {
            up[n].push(to);
            down[to].push(n);
        }
    }
    let mut order = Vec::with_capacity(ctx.len());
    let mut seen = vec![false; ctx.len()];
    for start in 0..ctx.len() {
        if seen[start] {
            continue;
        }
        seen[start] = true;
        let mut stack = vec![(start, 0)];
        while let Some((at, next)) = stack.pop() {
            match up[at].get(next) {
                Some(to) => {
                    stack.push((at, next + 1));
                    if !seen[*to] {
                        seen[*to] = true;
                        stack.push((*to, 0));
                    }
                }
                None => order.push(at),
            }
        }
    }
    let mut knot = vec![usize::MAX; ctx.len()];
    for start in order.into_iter().rev() {
        if knot[start] != usize::MAX {
            continue;
        }
        knot[start] = start;
        let mut stack = vec![start];
        while let Some(at) = stack.pop() {
            for to in &down[at] {
                if knot[*to] == usize::MAX {
                    knot[*to] = start;
                    stack.push(*to);
                }
            }
        }
    }
    knot
}
