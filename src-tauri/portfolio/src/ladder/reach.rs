//! How far every element leads to every objective, in one pass over the ways from above to below.
//!
//! f, the **contribution flow** of a path, is the product of strength × confidence along it; f(i, o) is the largest
//! over all paths from i to o, so a path drawn twice adds nothing. The **share** of i that goes to o is divided at
//! every fork, so all shares of i together are never more than one: spraying links only dilutes. Beside both goes
//! what a level may rest on: whether some path is explained at every step, agreed at every step, and passes through
//! an outcome or a change.

use super::ways::{Way, Ways};
use crate::model::{ElementKind, Level, LinkKind};
use crate::rules::Context;

/// How one element leads to one objective.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Reach {
    /// Place of the objective among the objectives.
    pub(super) goal: usize,
    /// f with the words that were given, and with the most that missing words could say.
    pub(super) low: f64,
    pub(super) high: f64,
    /// Share that comes here first, before any other objective.
    pub(super) first: f64,
    /// Share that comes here, also through other objectives.
    pub(super) all: f64,
    /// Some path has a mechanism at every step.
    pub(super) explained: bool,
    /// Days from here to the effect on the quickest sound path; `None` without one.
    pub(super) sound: Option<u32>,
    /// The same on sound paths through an outcome or a change.
    pub(super) full: Option<u32>,
}

/// Where all elements lead.
#[derive(Debug)]
pub(super) struct Reaches {
    /// The objectives by their numbers, in the order of the ids.
    pub(super) goals: Vec<usize>,
    /// By element, in the order of the goals.
    of: Vec<Vec<Reach>>,
    /// Elements whose shares add up to more than one, which were scaled down.
    pub(super) oversold: Vec<usize>,
    /// Elements with several ways that do not say how their effort is shared, which was divided evenly.
    pub(super) even: Vec<usize>,
}

impl Reaches {
    pub(super) fn of(ctx: &Context<'_>, ways: &Ways<'_>) -> Self {
        let goals: Vec<usize> = ctx
            .of_kind(ElementKind::Objective)
            .map(|(n, _)| n)
            .collect();
        let mut place = vec![None; ctx.len()];
        for (at, n) in goals.iter().enumerate() {
            place[*n] = Some(at);
        }
        let mut all = Self {
            of: vec![Vec::new(); ctx.len()],
            oversold: Vec::new(),
            even: Vec::new(),
            goals,
        };
        let mut slots = vec![usize::MAX; all.goals.len()];
        for n in ways.order.iter().copied() {
            let shares = all.shares(n, ways.up(n), &place);
            let mut found: Vec<Reach> = Vec::new();
            for (way, share) in ways.up(n).iter().zip(shares) {
                let value = ctx.kind(way.to).level() == Some(Level::Value);
                let own = place[way.to].map(|goal| Reach {
                    goal,
                    low: 1.0,
                    high: 1.0,
                    first: 1.0,
                    all: 1.0,
                    explained: true,
                    sound: Some(0),
                    full: None,
                });
                for seen in own.into_iter().chain(all.of[way.to].iter().copied()) {
                    // What has come to one objective does not come first to another.
                    let passed = own.is_some() && Some(seen.goal) != place[way.to];
                    let step = along(way, share, seen, value, passed);
                    match found.get_mut(slots[seen.goal]) {
                        Some(before) => merge(before, step),
                        None => {
                            slots[seen.goal] = found.len();
                            found.push(step);
                        }
                    }
                }
            }
            for reach in &found {
                slots[reach.goal] = usize::MAX;
            }
            found.sort_unstable_by_key(|it| it.goal);
            all.of[n] = found;
        }
        all.oversold.sort_unstable();
        all.even.sort_unstable();
        all
    }

    /// Where an element leads, in the order of the objectives.
    pub(super) fn from(&self, number: usize) -> &[Reach] {
        &self.of[number]
    }

    pub(super) fn leads(&self, number: usize) -> bool {
        !self.of[number].is_empty()
    }

    /// The share of each way: as given and scaled down to one; what is left of it evenly among the others that lead to an
    /// objective. Contributions come first; only who has none shares by its whole, and then by its reasons.
    fn shares(&mut self, n: usize, ways: &[Way<'_>], place: &[Option<usize>]) -> Vec<f64> {
        let leads = |way: &&Way<'_>| place[way.to].is_some() || !self.of[way.to].is_empty();
        let kind = [LinkKind::Contribution, LinkKind::PartOf, LinkKind::Because]
            .into_iter()
            .find(|kind| ways.iter().filter(leads).any(|way| way.kind == *kind));
        let Some(kind) = kind else {
            return vec![0.0; ways.len()];
        };
        let of_kind = || ways.iter().filter(|way| way.kind == kind);
        let given: f64 = of_kind().filter_map(|way| way.share).sum();
        let silent = of_kind()
            .filter(leads)
            .filter(|way| way.share.is_none())
            .count();
        if given > 1.0 + 1e-9 {
            self.oversold.push(n);
        }
        if silent > 1 {
            self.even.push(n);
        }
        let scale = 1.0 / given.max(1.0);
        let rest = (1.0 - given).max(0.0) / f64::from(u32::try_from(silent.max(1)).unwrap_or(1));
        ways.iter()
            .map(|way| match way.share {
                _ if way.kind != kind => 0.0,
                Some(share) => share * scale,
                None if leads(&way) => rest,
                None => 0.0,
            })
            .collect()
    }
}

fn along(way: &Way<'_>, share: f64, seen: Reach, value: bool, passed: bool) -> Reach {
    let later = |lag: u32| lag.saturating_add(way.lag);
    let sound = way.is_sound();
    Reach {
        goal: seen.goal,
        low: way.low * seen.low,
        high: way.high * seen.high,
        first: if passed { 0.0 } else { share * seen.first },
        all: share * seen.all,
        explained: way.explained && seen.explained,
        sound: seen.sound.filter(|_| sound).map(later),
        full: if value { seen.sound } else { seen.full }
            .filter(|_| sound)
            .map(later),
    }
}

/// Two ways to the same objective: the better of each, and the shares of both.
fn merge(one: &mut Reach, other: Reach) {
    let quicker = |a: Option<u32>, b: Option<u32>| a.into_iter().chain(b).min();
    *one = Reach {
        goal: one.goal,
        low: one.low.max(other.low),
        high: one.high.max(other.high),
        first: one.first + other.first,
        all: one.all + other.all,
        explained: one.explained || other.explained,
        sound: quicker(one.sound, other.sound),
        full: quicker(one.full, other.full),
    };
}
