//! Why the score changed between two states: readings, links, weights, scope, rules.
//!
//! The newer state is built from the older one in that order, and each cause has what its step does to the bars; so the
//! parts add up to the whole. Both states are judged by the rules of this program. Targets, baselines and kinds of
//! indicators are what readings are held against: their part is within that of the readings, and told apart, because
//! a score that rises by an easier target has not risen by a reading. So is the passing of time, which makes readings
//! older. Where links or scope explain more than half of an improvement, it is said.

use super::level::{ObjectiveScore, Rung};
use super::replay::{Replay, STEPS, Step};
use super::stage::tidy;
use super::traces::{self, Trace};
use super::{Bar, CONFLICTS, Score, Standing};
use crate::model::{Currency, Date, ElementId, Lang, Portfolio};
use crate::rules::{Context, Finding, RULES, run_one};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, VecDeque};
use std::num::NonZero;
use std::thread::ScopedJoinHandle;

/// What can change a score.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename = "ScoreCause", rename_all = "snake_case")]
pub enum Cause {
    Readings,
    Links,
    Weights,
    /// Objectives and work that came or went.
    Scope,
    Rules,
}

impl Cause {
    pub const ALL: [Self; 5] = [
        Self::Readings,
        Self::Links,
        Self::Weights,
        Self::Scope,
        Self::Rules,
    ];

    fn of(step: Step) -> Self {
        match step {
            Step::Observed | Step::Yardsticks => Self::Readings,
            Step::Links => Self::Links,
            Step::Weights => Self::Weights,
            Step::Scope => Self::Scope,
            Step::Rules => Self::Rules,
        }
    }
}

/// The shares of a bar, or how far they moved: the six levels from below, then what cannot be told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename = "ScoreShares")]
pub struct Shares {
    /// `None` for strategic weight.
    pub currency: Option<Currency>,
    pub levels: Vec<f64>,
}

/// The figures that are explained, or how far they moved.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename = "ScoreProfile")]
pub struct Profile {
    /// Share of strategic weight that is at least measured, and at least proven.
    pub measured: f64,
    pub proven: f64,
    pub bars: Vec<Shares>,
}

/// What one cause did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename = "ScoreEffect")]
pub struct Effect {
    pub cause: Cause,
    pub moved: Profile,
}

/// An objective that changed its level by one cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LevelChange {
    pub objective: ElementId,
    pub cause: Cause,
    /// `None` when it was not there, or could not be told; `there` tells which.
    pub before: Stand,
    pub after: Stand,
}

/// Where an objective stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(
    rename = "ScoreStand",
    rename_all = "snake_case",
    tag = "is",
    content = "level"
)]
pub enum Stand {
    Absent,
    Unknown,
    At(Rung),
}

impl Stand {
    fn of(objective: Option<&ObjectiveScore>) -> Self {
        match objective.map(|it| it.level) {
            None => Self::Absent,
            Some(None) => Self::Unknown,
            Some(Some(level)) => Self::At(level),
        }
    }
}

/// A change between two states, explained.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ScoreChange {
    pub before: Profile,
    pub after: Profile,
    /// One for each cause, in the order in which they were taken over.
    pub effects: Vec<Effect>,
    /// The part of the readings that comes from other targets, baselines and indicators.
    pub yardsticks: Profile,
    pub moves: Vec<LevelChange>,
    /// What a reader should look at, whatever it did to the score.
    pub traces: Vec<Trace>,
    /// Said when links or scope explain more than half of an improvement.
    pub warning: Option<String>,
}

/// A portfolio at a date.
#[derive(Debug, Clone, Copy)]
pub struct State<'a> {
    pub portfolio: &'a Portfolio,
    pub as_of: Date,
}

/// What a state of the way is compared by.
struct Stood {
    profile: Profile,
    objectives: Vec<ObjectiveScore>,
}

impl Stood {
    /// Neither draws nor sentence, and of the rules only those that can cap a level: nothing else moves a bar.
    fn of(portfolio: &Portfolio, as_of: Date, lang: Lang) -> Self {
        let ctx = Context::new(portfolio, as_of, lang);
        let capping = RULES.iter().filter(|it| CONFLICTS.contains(&it.code));
        let findings: Vec<Finding> = capping.flat_map(|it| run_one(it, &ctx)).collect();
        let standing = Standing::of(&ctx, &findings);
        Self {
            profile: Profile::told(
                &standing.objectives,
                &standing.by_weight,
                &standing.by_money,
            ),
            objectives: standing.objectives,
        }
    }
}

/// More copies of a portfolio than this are not held at a time.
const MOST_THREADS: usize = 4;

/// How things stood at first and after each step, nothing where a step changed nothing. The states are judged side by side,
/// each on a copy of its own; what comes out does not depend on how many cores there are.
fn way(old: State<'_>, new: State<'_>, lang: Lang) -> (Stood, Vec<(Step, Option<Stood>)>) {
    let replay = Replay::between(old.portfolio, new.portfolio);
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    std::thread::scope(|scope| {
        let begin = scope.spawn(move || Stood::of(old.portfolio, old.as_of, lang));
        let mut portfolio = old.portfolio.clone();
        let mut as_of = old.as_of;
        let mut states: Vec<(Step, Option<Stood>)> = Vec::new();
        let mut open: VecDeque<(usize, ScopedJoinHandle<'_, Stood>)> = VecDeque::new();
        for (at, step) in STEPS.into_iter().enumerate() {
            let differs = replay.take(step, &mut portfolio) || as_of != new.as_of;
            as_of = new.as_of;
            states.push((step, None));
            if !differs {
                continue;
            }
            if open.len() + 1 >= cores.min(MOST_THREADS)
                && let Some((at, state)) = open.pop_front()
            {
                states[at].1 = Some(joined(state));
            }
            let copy = portfolio.clone();
            let state = scope.spawn(move || Stood::of(&copy, as_of, lang));
            open.push_back((at, state));
        }
        for (at, state) in open {
            states[at].1 = Some(joined(state));
        }
        (joined(begin), states)
    })
}

fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    // A fault is one wherever it happens.
    thread
        .join()
        .unwrap_or_else(|fault| std::panic::resume_unwind(fault))
}

/// Explains the way from one state to another.
#[must_use]
pub fn between(old: State<'_>, new: State<'_>, lang: Lang) -> ScoreChange {
    let (mut last, states) = way(old, new, lang);
    let before = last.profile.clone();
    let traces = traces::between(old, new, &last.objectives, lang);
    let mut effects: BTreeMap<Cause, Profile> = BTreeMap::new();
    let mut yardsticks = Profile::default();
    let mut moves = Vec::new();
    for (step, state) in states {
        let cause = Cause::of(step);
        let mut moved = last.profile.minus(&last.profile);
        if let Some(now) = state {
            moved = now.profile.minus(&last.profile);
            moves.extend(moves_between(&last, &now, cause));
            last = now;
        }
        if step == Step::Yardsticks {
            yardsticks = moved.clone();
        }
        let sum = effects.entry(cause).or_default();
        *sum = sum.plus(&moved);
    }
    let effects: Vec<Effect> = Cause::ALL
        .into_iter()
        .filter_map(|cause| {
            let moved = effects.remove(&cause)?;
            Some(Effect { cause, moved })
        })
        .collect();
    ScoreChange {
        warning: warning(&effects, lang),
        traces,
        before,
        after: last.profile,
        effects,
        yardsticks,
        moves,
    }
}

impl Profile {
    #[must_use]
    pub fn of(score: &Score) -> Self {
        Self::told(&score.objectives, &score.by_weight, &score.by_money)
    }

    fn told(objectives: &[ObjectiveScore], by_weight: &Bar, by_money: &[Bar]) -> Self {
        let weight: f64 = objectives.iter().filter_map(|it| it.weight).sum();
        let at_least = |rung: Rung| -> f64 {
            let held = objectives.iter().filter(|it| it.floor >= rung);
            tidy(held.filter_map(|it| it.weight).sum::<f64>() / weight)
        };
        let share = |rung| if weight > 0.0 { at_least(rung) } else { 0.0 };
        let money = by_money.iter().filter(|it| it.total.is_some());
        let all = std::iter::once(by_weight).chain(money);
        Self {
            measured: share(Rung::Measured),
            proven: share(Rung::Proven),
            bars: all
                .map(|bar| Shares {
                    currency: bar.total.as_ref().map(|it| it.currency.clone()),
                    levels: bar.segments.iter().map(|it| it.share).collect(),
                })
                .collect(),
        }
    }

    fn plus(&self, other: &Self) -> Self {
        self.with(other, 1.0)
    }

    fn minus(&self, other: &Self) -> Self {
        self.with(other, -1.0)
    }

    /// A bar that is in one of them only is nought in the other.
    fn with(&self, other: &Self, sign: f64) -> Self {
        let mut bars = self.bars.clone();
        for its in &other.bars {
            let place = bars.iter().position(|it| it.currency == its.currency);
            let place = place.unwrap_or_else(|| {
                bars.push(Shares {
                    currency: its.currency.clone(),
                    levels: vec![0.0; its.levels.len()],
                });
                bars.len() - 1
            });
            for (to, level) in bars[place].levels.iter_mut().zip(&its.levels) {
                *to += sign * level;
            }
        }
        bars.sort_by(|a, b| a.currency.cmp(&b.currency));
        Self {
            measured: self.measured + sign * other.measured,
            proven: self.proven + sign * other.proven,
            bars,
        }
    }
}

fn moves_between(before: &Stood, after: &Stood, cause: Cause) -> Vec<LevelChange> {
    let of = |state: &Stood| -> BTreeMap<ElementId, Stand> {
        let all = state.objectives.iter();
        all.map(|it| (it.objective.id.clone(), Stand::of(Some(it))))
            .collect()
    };
    let (was, is) = (of(before), of(after));
    let ids: std::collections::BTreeSet<&ElementId> = was.keys().chain(is.keys()).collect();
    let place = |all: &BTreeMap<ElementId, Stand>, id: &ElementId| {
        all.get(id).copied().unwrap_or_else(|| Stand::of(None))
    };
    ids.into_iter()
        .map(|id| LevelChange {
            objective: id.clone(),
            cause,
            before: place(&was, id),
            after: place(&is, id),
        })
        .filter(|it| it.before != it.after)
        .collect()
}

/// More than half of an improvement by links and scope together is no progress on the ground.
fn warning(effects: &[Effect], lang: Lang) -> Option<String> {
    let figures: [fn(&Profile) -> f64; 2] = [|it| it.measured, |it| it.proven];
    let improved = figures.into_iter().find_map(|figure| {
        let whole: f64 = effects.iter().map(|it| figure(&it.moved)).sum();
        (whole > 1e-9).then_some((figure, whole))
    });
    let (figure, whole) = improved?;
    let of = |cause| {
        let some = effects.iter().filter(|it| it.cause == cause);
        some.map(|it| figure(&it.moved)).sum::<f64>()
    };
    let (links, scope) = (of(Cause::Links), of(Cause::Scope));
    if links + scope <= whole / 2.0 + 1e-12 {
        return None;
    }
    let text = match (links > 1e-12, scope > 1e-12, lang) {
        (true, false, Lang::En) => {
            "More than half of this improvement comes from links, not from what was observed."
        }
        (true, false, Lang::Fr) => {
            "Plus de la moitié de ce progrès vient de liens, non de ce qui a été observé."
        }
        (false, true, Lang::En) => {
            "More than half of this improvement comes from what was added or removed, not from what was observed."
        }
        (false, true, Lang::Fr) => {
            "Plus de la moitié de ce progrès vient d’ajouts ou de retraits, non de ce qui a été observé."
        }
        (_, _, Lang::En) => {
            "More than half of this improvement comes from links and from what was added or removed, not from what was observed."
        }
        (_, _, Lang::Fr) => {
            "Plus de la moitié de ce progrès vient de liens, d’ajouts ou de retraits, non de ce qui a été observé."
        }
    };
    Some(text.to_owned())
}
