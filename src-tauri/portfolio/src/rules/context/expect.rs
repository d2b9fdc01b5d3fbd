//! What contributions promise, weighted by how sure people are, against what is left to do.
//!
//! People say strength and confidence in five words each; here alone the words are numbers. The numbers are ours, and
//! a portfolio sets them with D204, the rule that weighs with them; every other rule and the ladder follow.
//!
//! **Sufficiency** of an objective: the sum of the expected movements of open work, each times its confidence, divided
//! by the movement that is left from the latest value to the target. It is judged at the **middle** between the low and
//! the high estimates, by D204 and by the ladder alike. Missing is not zero: where work does not say how far it moves
//! the indicator, the sum is only a lower bound. What it may rest on is its [`Basis`]: D204 takes what people say, the
//! ladder only values that are evidence and links that are sound. Where all is both, the two cannot disagree.

use super::{Context, Step};
use crate::model::{
    Confidence, Date, Direction, ElementKind, Expectation, Grade, IndicatorKind, Known, Link,
    LinkDetail, LinkKind, Strength,
};
use crate::rules::rule::{OURS, Said, Threshold};
use chrono::Days;
use std::cell::OnceCell;
use std::collections::HashSet;

/// The rule whose settings hold the scales.
const SCALES: &str = "D204";

const fn step(name: &'static str, value: f64, unit: Said) -> Threshold {
    Threshold {
        name,
        value,
        unit,
        source: OURS,
    }
}

const SURE: Said = Said {
    en: "of the expected effect",
    fr: "de l’effet attendu",
};
/// What each word of [`Confidence`] leaves of an expected effect, in its order.
pub(in crate::rules) const CONFIDENCES: [Threshold; 5] = [
    step("confidence_guess", 0.1, SURE),
    step("confidence_doubtful", 0.3, SURE),
    step("confidence_plausible", 0.5, SURE),
    step("confidence_likely", 0.7, SURE),
    step("confidence_certain", 0.9, SURE),
];

const CARRIED: Said = Said {
    en: "of the whole effect",
    fr: "de l’effet total",
};
/// How much of the effect above it each word of [`Strength`] stands for, in its order.
pub(in crate::rules) const STRENGTHS: [Threshold; 5] = [
    step("strength_marginal", 0.1, CARRIED),
    step("strength_weak", 0.25, CARRIED),
    step("strength_moderate", 0.5, CARRIED),
    step("strength_strong", 0.75, CARRIED),
    step("strength_decisive", 1.0, CARRIED),
];

/// A figure with the ends of what is thought possible; `low` is the smaller number.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Estimate {
    pub low: f64,
    pub likely: f64,
    pub high: f64,
}

impl Estimate {
    fn of(expects: &Expectation) -> Self {
        Self {
            low: expects.low.unwrap_or(expects.likely),
            likely: expects.likely,
            high: expects.high.unwrap_or(expects.likely),
        }
    }

    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            likely: self.likely + other.likely,
            high: self.high + other.high,
        }
    }

    /// Halfway between low and high: what is judged by.
    #[must_use]
    pub fn middle(self) -> f64 {
        f64::midpoint(self.low, self.high)
    }

    #[must_use]
    pub fn times(self, by: f64) -> Self {
        let (one, other) = (self.low * by, self.high * by);
        Self {
            low: one.min(other),
            likely: self.likely * by,
            high: one.max(other),
        }
    }
}

/// A contribution that says how far it moves an indicator.
#[derive(Debug, Clone, Copy)]
pub struct Promise<'a> {
    /// Who promises.
    pub from: usize,
    pub link: &'a Link,
    /// As it was given, in the unit of the indicator.
    pub expected: Estimate,
    /// Times its confidence; `None` when nobody said how sure it is.
    pub weighted: Option<Estimate>,
}

/// What a balance may rest on.
pub struct Basis<'f, 'a> {
    /// The least evidence of a value from which is counted what is left.
    pub least: Grade,
    /// The links along which work and promises count; all that carry the line when there is no such test.
    pub sound: Option<&'f dyn Fn(&Step<'a>) -> bool>,
}

impl Basis<'_, '_> {
    /// Whatever people say.
    pub const SAID: Self = Basis {
        least: Grade::Assertion,
        sound: None,
    };
}

impl std::fmt::Debug for Basis<'_, '_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let least = self.least;
        write!(f, "Basis({least:?}, {})", self.sound.is_some())
    }
}

/// What is left to do on one indicator, and what open work promises to do about it.
#[derive(Debug)]
pub struct Balance<'a> {
    pub indicator: usize,
    /// The objective or outcome that the indicator measures.
    pub goal: usize,
    /// The latest confirmed value that is evidence enough, or the baseline before the first one.
    pub last: Option<f64>,
    pub target: Option<f64>,
    /// The target is reached already; what is promised beyond it is not looked for.
    pub reached: bool,
    pub promises: Vec<Promise<'a>>,
    /// Ways on which open work leads to the goal without a word on how far it moves the indicator.
    pub silent: Vec<Step<'a>>,
}

impl Balance<'_> {
    /// The movement that is left, with its sign; `None` without a value or a target.
    #[must_use]
    pub fn left(&self) -> Option<f64> {
        Some(self.target? - self.last?)
    }

    /// Whether nothing is kept back: all work says how far it moves the indicator and how sure that is.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.silent.is_empty() && self.promises.iter().all(|it| it.weighted.is_some())
    }

    /// The sum of what is promised and weighted, in the unit of the indicator.
    #[must_use]
    pub fn sum(&self) -> Estimate {
        let weighted = self.promises.iter().filter_map(|it| it.weighted);
        weighted.fold(Estimate::default(), Estimate::plus)
    }

    /// The sum as a share of what is left: the whole where nothing is left, and a lower bound unless all
    /// [is told](Self::is_told). `None` when it is not known what is left.
    #[must_use]
    pub fn share(&self) -> Option<Estimate> {
        let left = self.left()?;
        if self.reached {
            return Some(Estimate {
                low: 1.0,
                likely: 1.0,
                high: 1.0,
            });
        }
        Some(self.sum().times(1.0 / left))
    }

    /// Whether the middle of the sum covers this share of what is left; `None` when that cannot be told.
    #[must_use]
    pub fn covers(&self, share: f64) -> Option<bool> {
        let covered = self.reached || self.share()?.middle() >= share - 1e-9;
        (covered || self.is_told()).then_some(covered)
    }
}

impl<'a> Context<'a> {
    /// How much of what is expected counts at a confidence, 0 to 1.
    #[must_use]
    pub fn confidence(&self, word: Confidence) -> f64 {
        self.on_scale(&CONFIDENCES[word as usize])
    }

    /// How much of the effect a strength stands for, 0 to 1.
    #[must_use]
    pub fn strength(&self, word: Strength) -> f64 {
        self.on_scale(&STRENGTHS[word as usize])
    }

    fn on_scale(&self, step: &Threshold) -> f64 {
        let setting = self.settings().rules.get(SCALES);
        let set = setting.and_then(|it| it.parameters.get(step.name));
        set.copied().unwrap_or(step.value)
    }

    /// The indicator that a contribution says it moves: the one that it names, or the only outcome indicator that
    /// measures the receiving element, or its only indicator.
    #[must_use]
    pub fn moved_by(&self, link: &Link) -> Option<usize> {
        let LinkDetail::Contribution(it) = &link.detail else {
            return None;
        };
        if let Some(named) = &it.expects.as_ref()?.indicator {
            return self.number(named);
        }
        self.moved_by_default(self.number(&link.to)?)
    }

    /// The indicator that is meant where a contribution to an element names none.
    fn moved_by_default(&self, receiver: usize) -> Option<usize> {
        let all = self.indicators(receiver);
        let proofs: Vec<usize> = all.iter().copied().filter(|n| self.proves(*n)).collect();
        match (proofs.as_slice(), all.as_slice()) {
            ([one], _) | ([], [one]) => Some(*one),
            _ => None,
        }
    }

    fn proves(&self, indicator: usize) -> bool {
        self.indicator_kind(indicator) >= Some(IndicatorKind::Outcome)
    }

    /// The balance of each outcome indicator of an objective, or, where it has none of its own, of the outcomes that
    /// contribute to it directly. An indicator that is to hold has nothing left to do and no balance.
    #[must_use]
    pub fn balances(&self, objective: usize) -> Vec<Balance<'a>> {
        if self.indicators(objective).iter().any(|n| self.proves(*n)) {
            return self.balances_at(objective);
        }
        let mut found: Vec<Balance<'_>> = Vec::new();
        for step in self.contributions_down(objective) {
            // A harmful effect that is measured is no proof that the objective is reached.
            if self
                .element(step.to)
                .outcome()
                .is_some_and(|it| !it.harmful)
            {
                for balance in self.balances_at(step.to) {
                    if found.iter().all(|it| it.indicator != balance.indicator) {
                        found.push(balance);
                    }
                }
            }
        }
        found
    }

    /// The balance of each outcome indicator that measures an element.
    #[must_use]
    pub fn balances_at(&self, goal: usize) -> Vec<Balance<'a>> {
        let indicators = self.indicators(goal).into_iter();
        indicators
            .filter(|n| self.proves(*n))
            .filter_map(|n| self.balance(goal, n, &Basis::SAID))
            .collect()
    }

    /// The balance of one indicator of a goal; `None` when it is to hold.
    #[must_use]
    pub fn balance(
        &self,
        goal: usize,
        indicator: usize,
        basis: &Basis<'_, 'a>,
    ) -> Option<Balance<'a>> {
        let series = self.series(indicator)?;
        let direction = series.indicator.direction.value();
        if direction == Some(&Direction::Hold) {
            return None;
        }
        let baseline = series.baseline.map(|(value, _)| value);
        let mut newest_first = series.actuals.iter().rev();
        let read = match basis.least {
            Grade::Assertion => newest_first.next(),
            least => newest_first.find(|it| self.grade(it) >= least),
        };
        let last = read.map(|it| it.value).or(baseline);
        let target = series.target.map(|(value, _)| value);
        let reached = last.zip(target).is_some_and(|(last, target)| {
            let up = match direction {
                Some(direction) => Some(*direction == Direction::Up),
                None => baseline.map(|it| target >= it),
            };
            match up {
                Some(true) => last >= target,
                Some(false) => last <= target,
                None => (last - target).abs() < f64::EPSILON,
            }
        });
        let since = read
            .map(|it| it.period)
            .or(series.baseline.and_then(|(_, day)| day));
        let (promises, silent) = if reached {
            (Vec::new(), Vec::new())
        } else {
            self.promises(goal, indicator, since, basis)
        };
        Some(Balance {
            indicator,
            goal,
            last,
            target,
            reached,
            promises,
            silent,
        })
    }

    /// What open work on its way to a goal says about an indicator, and the ways on which it says nothing. `since` is
    /// the day of the latest value: what was delivered before shows in it.
    fn promises(
        &self,
        goal: usize,
        indicator: usize,
        since: Option<Date>,
        basis: &Basis<'_, 'a>,
    ) -> (Vec<Promise<'a>>, Vec<Step<'a>>) {
        let mut told = Vec::new();
        let mut silent = Vec::new();
        let mut seen = HashSet::from([goal]);
        let measured: Vec<usize> = self
            .linked_from(indicator, LinkKind::Measures)
            .map(|(n, _)| n)
            .collect();
        let at_goal = OnceCell::new();
        let is_meant = |receiver: usize| {
            let by_default = || self.moved_by_default(receiver) == Some(indicator);
            if receiver == goal {
                *at_goal.get_or_init(by_default)
            } else {
                measured.contains(&receiver) && by_default()
            }
        };
        let rests = |step: &&Step<'a>| basis.sound.is_none_or(|sound| sound(step));
        for first in self.down(goal).iter().filter(rests) {
            let before = told.len();
            let mut quiet = Vec::new();
            let mut open = vec![(goal, *first)];
            while let Some((receiver, at)) = open.pop() {
                let lag = match &at.link.detail {
                    LinkDetail::Contribution(it) => it.lag_days.unwrap_or(0),
                    LinkDetail::PartOf => 0,
                    _ => continue,
                };
                let works = || self.has_work_to_come(at.to, lag, since, basis);
                if let Some(promise) = self.promise(&at, indicator, || is_meant(receiver)) {
                    told.extend(works().then_some(promise));
                } else if self.kind(at.to) == ElementKind::Initiative {
                    quiet.extend(works().then_some(at));
                } else if seen.insert(at.to) {
                    let below = self.down(at.to).iter().filter(rests);
                    open.extend(below.map(|step| (at.to, *step)));
                }
            }
            // A way on which nobody says anything is missing one figure, not one for each initiative.
            if told.len() == before && !quiet.is_empty() {
                quiet = vec![*first];
            }
            silent.append(&mut quiet);
        }
        // A programme and its parts speak of the same movement.
        let speakers: HashSet<usize> = told.iter().map(|it| it.from).collect();
        let by_whole = |n: usize| self.wholes(n).any(|it| speakers.contains(&it));
        let by_parts = |n: usize| self.parts(n).iter().any(|it| speakers.contains(it));
        told.retain(|it| !by_whole(it.from));
        silent.retain(|it| !by_whole(it.to) && !by_parts(it.to));
        (told, silent)
    }

    /// What a counting contribution promises for an indicator, whether its work is open or not; `is_meant` tells
    /// whether the indicator is meant where none is named.
    fn promise(
        &self,
        step: &Step<'a>,
        indicator: usize,
        is_meant: impl FnOnce() -> bool,
    ) -> Option<Promise<'a>> {
        let LinkDetail::Contribution(it) = &step.link.detail else {
            return None;
        };
        let expects = it.expects.as_ref()?;
        let moves = match &expects.indicator {
            Some(named) => *named == self.element(indicator).id,
            None => is_meant(),
        };
        moves.then(|| {
            let expected = Estimate::of(expects);
            let weight = it.confidence.map(|word| self.confidence(word));
            Promise {
                from: step.to,
                link: step.link,
                expected,
                weighted: weight.map(|by| expected.times(by)),
            }
        })
    }

    /// What open work promises for an indicator on contributions straight to a goal.
    #[must_use]
    pub fn promises_straight(&self, goal: usize, indicator: usize) -> Vec<Promise<'a>> {
        let meant = OnceCell::new();
        let is_meant = || *meant.get_or_init(|| self.moved_by_default(goal) == Some(indicator));
        let steps = self.contributions_down(goal);
        let promised = steps.filter_map(|step| self.promise(&step, indicator, is_meant));
        promised
            .filter(|it| self.has_work_to_come(it.from, 0, Some(self.as_of), &Basis::SAID))
            .collect()
    }

    /// Whether an element is, or rests on, work that is open, or delivered too late to show in the latest value.
    fn has_work_to_come(
        &self,
        number: usize,
        lag: u32,
        since: Option<Date>,
        basis: &Basis<'_, 'a>,
    ) -> bool {
        let to_come = |n: usize| {
            self.active_initiative(n).is_some()
                || self.delivered_on(n).is_some_and(|day| {
                    let shows = day.checked_add_days(Days::new(u64::from(lag)));
                    shows.zip(since).is_none_or(|(shows, since)| shows > since)
                })
        };
        let Some(sound) = basis.sound else {
            return to_come(number) || self.initiatives_of(number).iter().any(|n| to_come(*n));
        };
        let mut seen = HashSet::from([number]);
        let mut open = vec![number];
        while let Some(at) = open.pop() {
            if to_come(at) {
                return true;
            }
            let below = self.down(at).iter().filter(|step| sound(step));
            open.extend(below.map(|step| step.to).filter(|n| seen.insert(*n)));
        }
        false
    }
}
