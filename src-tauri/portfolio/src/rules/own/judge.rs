//! Keeps what the rules of one's own say, element by element, beside the units of the engine and by the same law:
//! an element is judged again only when something has changed that was looked at for it.

use super::accepted::Accepted;
use super::bounds::STEPS_IN_ALL;
use super::expression::Stop;
use super::fact::Scene;
use super::scene::Scenes;
use super::tell::{self, Trouble};
use super::worker::{Answer, Read, Worker};
use super::{OwnState, Running};
use crate::model::{OwnRule, Portfolio};
use crate::rules::changed::Changes;
use crate::rules::context::reads;
use crate::rules::{Context, Finding};
use std::sync::Arc;

/// Elements that are judged at a time: few enough that what is copied of them stays small.
const AT_A_TIME: usize = 256;

/// A rule and how it fares.
#[derive(Debug)]
struct Held {
    rule: OwnRule,
    read: Option<Read>,
    running: Running,
    /// Why it was switched off, or could not be read.
    trouble: Option<Trouble>,
    /// Steps over all elements.
    steps: u64,
}

/// What was found on one element.
#[derive(Debug, Default)]
struct Unit {
    seen: Box<[u32]>,
    findings: Vec<Finding>,
    /// By rule.
    steps: Vec<(usize, u32)>,
    faults: Vec<(usize, super::expression::Fault)>,
}

/// The rules of one's own in the engine.
#[derive(Debug, Default)]
pub(in crate::rules) struct Own {
    accepted: Accepted,
    rules: Vec<Held>,
    worker: Option<Worker>,
    units: Vec<Unit>,
    /// About the rules themselves.
    said: Vec<Finding>,
    /// Rules have changed: everything is due.
    stale: bool,
}

impl Own {
    pub(in crate::rules) fn new(portfolio: &Portfolio, accepted: Accepted) -> Self {
        let mut own = Self {
            accepted,
            ..Self::default()
        };
        own.take_over(portfolio);
        own
    }

    pub(in crate::rules) fn accepted(&self) -> &Accepted {
        &self.accepted
    }

    pub(in crate::rules) fn trust(&mut self, accepted: Accepted) {
        self.accepted = accepted;
    }

    pub(in crate::rules) fn accept(&mut self, portfolio: &Portfolio, accepted: Accepted) {
        self.accepted = accepted;
        self.take_over(portfolio);
    }

    /// Takes the rules as they stand now. Those that may not run are not even read.
    pub(in crate::rules) fn take_over(&mut self, portfolio: &Portfolio) {
        let settings = portfolio.settings();
        let mut rules: Vec<&OwnRule> = portfolio.own_rules().collect();
        rules.sort_by(|a, b| (&a.code, &a.id).cmp(&(&b.code, &b.id)));
        self.rules = rules
            .into_iter()
            .map(|rule| {
                let off = rule.off || settings.rules.get(&rule.code).is_some_and(|it| it.off);
                let running = if off {
                    Running::Off
                } else if self.accepted.holds(rule) {
                    Running::On
                } else {
                    Running::NotAccepted
                };
                Held {
                    rule: rule.clone(),
                    read: None,
                    running,
                    trouble: None,
                    steps: 0,
                }
            })
            .collect();
        for held in self
            .rules
            .iter_mut()
            .filter(|it| it.running == Running::On)
            .skip(super::MOST_RULES)
        {
            held.running = Running::TooMany;
            held.trouble = Some(Trouble::Crowd);
        }
        self.start();
        self.stale = true;
    }

    /// Starts the worker anew with the rules that are on.
    fn start(&mut self) {
        self.worker = None;
        let sources: Vec<Option<OwnRule>> = self
            .rules
            .iter()
            .map(|it| (it.running == Running::On).then(|| it.rule.clone()))
            .collect();
        if sources.iter().all(Option::is_none) {
            return;
        }
        let Some((worker, known)) = Worker::start(sources) else {
            for held in self.rules.iter_mut().filter(|it| it.running == Running::On) {
                held.stop(Trouble::Late);
            }
            return;
        };
        for (held, known) in self.rules.iter_mut().zip(known) {
            match known {
                Some(Ok(read)) => held.read = Some(read),
                Some(Err(fault)) => {
                    held.running = Running::Faulty;
                    held.trouble = Some(Trouble::Fault { fault, on: None });
                }
                None => {}
            }
        }
        self.worker = Some(worker);
    }

    /// Follows elements that came and went; tells the findings that went with them.
    pub(in crate::rules) fn renumber(
        &mut self,
        moved: &[Option<usize>],
        len: usize,
    ) -> Vec<Finding> {
        let mut units: Vec<Unit> = (0..len).map(|_| Unit::default()).collect();
        let mut gone = Vec::new();
        for (old, place) in self.units.drain(..).zip(moved) {
            match place {
                Some(place) => {
                    let seen = old
                        .seen
                        .iter()
                        .filter_map(|mark| reads::moved(*mark, moved));
                    units[*place] = Unit {
                        seen: seen.collect(),
                        ..old
                    };
                }
                None => gone.extend(old.findings),
            }
        }
        self.units = units;
        gone
    }

    pub(in crate::rules) fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.units
            .iter()
            .flat_map(|it| &it.findings)
            .chain(&self.said)
    }

    /// Judges what is due, and tells the engine what is no more and what is new.
    pub(in crate::rules) fn judge(
        &mut self,
        ctx: &Context<'_>,
        due: impl Fn(usize, &[u32]) -> bool,
        mark: impl Fn(Vec<Finding>) -> Vec<Finding>,
        change: &mut Changes,
    ) {
        let all = std::mem::take(&mut self.stale);
        if self.rules.is_empty() && self.units.iter().all(|it| it.findings.is_empty()) {
            self.units.clear();
            return change.replace(&mut self.said, Vec::new());
        }
        self.units.resize_with(ctx.len(), Unit::default);
        let due: Vec<usize> = (0..ctx.len())
            .filter(|n| all || due(*n, &self.units[*n].seen))
            .collect();
        if let Some(worker) = &self.worker {
            worker.begin();
        }
        let read = self.rules.iter().filter_map(|it| it.read.as_ref());
        let scenes = Scenes::new(ctx, read.fold(0, |all, it| all | it.needs.fields));
        for some in due.chunks(AT_A_TIME) {
            self.some(ctx, &scenes, some, &mark, change);
        }
        self.quiet(change);
        let said = self.tell(ctx);
        change.replace(&mut self.said, said);
    }

    /// Judges some elements.
    fn some(
        &mut self,
        ctx: &Context<'_>,
        scenes: &Scenes<'_, '_>,
        numbers: &[usize],
        mark: impl Fn(Vec<Finding>) -> Vec<Finding>,
        change: &mut Changes,
    ) {
        let mut batch: Vec<(Arc<Scene>, Vec<usize>)> = Vec::with_capacity(numbers.len());
        let mut units: Vec<Unit> = Vec::with_capacity(numbers.len());
        for number in numbers {
            let rules = self.rules_for(ctx, *number);
            let needs = rules.iter().filter_map(|it| self.rules[*it].read.as_ref());
            let needs = needs.fold(Default::default(), |all: super::fact::Needs, it| {
                all.or(it.needs)
            });
            let gather = || {
                if rules.is_empty() {
                    // That it was looked at is noted, because it may come back from the archive.
                    let _ = ctx.element(*number);
                    Scene::default()
                } else {
                    scenes.of(*number, needs)
                }
            };
            let (scene, seen) = ctx.reads.during(gather);
            batch.push((Arc::new(scene), rules));
            units.push(Unit {
                seen,
                ..Unit::default()
            });
        }
        for (at, rule, answer, steps) in self.ask(&batch) {
            let held = &mut self.rules[rule];
            let (unit, number) = (&mut units[at], numbers[at]);
            unit.steps.push((rule, steps));
            match &answer {
                Answer::Stopped(Stop::Fault(fault)) => unit.faults.push((rule, fault.clone())),
                Answer::Stopped(Stop::Steps) => held.stop(Trouble::Steps { one: true }),
                Answer::Stopped(Stop::Late) => held.stop(Trouble::Late),
                _ => {}
            }
            let Some(read) = &held.read else { continue };
            let scene = &batch[at].0;
            let tell = || tell::of_answer(ctx, number, &held.rule, read, scene, answer);
            let (findings, seen) = ctx.reads.during(tell);
            unit.findings.extend(mark(findings));
            if !seen.is_empty() {
                let mut all = [&unit.seen[..], &seen[..]].concat();
                all.sort_unstable();
                all.dedup();
                unit.seen = all.into_boxed_slice();
            }
        }
        for (number, unit) in numbers.iter().zip(units) {
            let old = &mut self.units[*number];
            for (rule, steps) in &old.steps {
                if let Some(held) = self.rules.get_mut(*rule) {
                    held.steps = held.steps.saturating_sub(u64::from(*steps));
                }
            }
            for (rule, steps) in &unit.steps {
                self.rules[*rule].steps += u64::from(*steps);
            }
            change.replace(&mut old.findings, unit.findings);
            old.seen = unit.seen;
            old.steps = unit.steps;
            old.faults = unit.faults;
        }
        for held in self.rules.iter_mut().filter(|it| it.steps > STEPS_IN_ALL) {
            held.stop(Trouble::Steps { one: false });
        }
    }

    fn rules_for(&self, ctx: &Context<'_>, number: usize) -> Vec<usize> {
        let kind = ctx.kind(number);
        let mut rules = self.rules.iter().enumerate();
        let mut found = Vec::new();
        if ctx.is_archived(number) {
            return found;
        }
        found.extend(
            rules
                .by_ref()
                .filter(|(_, it)| it.running == Running::On && it.rule.applies_to == kind)
                .map(|(n, _)| n),
        );
        found
    }

    /// Asks the worker; when it does not come back, goes on without the rule that it was at.
    fn ask(&mut self, batch: &[(Arc<Scene>, Vec<usize>)]) -> Vec<(usize, usize, Answer, u32)> {
        loop {
            let on = |rule: &usize| self.rules[*rule].running == Running::On;
            let asked = batch.iter().map(|(scene, rules)| {
                (
                    Arc::clone(scene),
                    rules.iter().copied().filter(on).collect(),
                )
            });
            let asked = asked.collect();
            let Some(worker) = &self.worker else {
                return Vec::new();
            };
            match worker.judge(asked) {
                Ok(judged) => {
                    let judged = judged.into_iter();
                    return judged
                        .map(|it| (it.scene, it.rule, it.answer, it.steps))
                        .collect();
                }
                Err(rule) => {
                    if let Some(held) = self.rules.get_mut(rule) {
                        held.stop(Trouble::Late);
                    }
                    self.start();
                }
            }
        }
    }

    /// Takes back what rules said that have been switched off meanwhile.
    fn quiet(&mut self, change: &mut Changes) {
        for held in self
            .rules
            .iter()
            .filter(|it| it.running == Running::SwitchedOff)
        {
            for unit in &mut self.units {
                if unit.findings.iter().any(|it| it.code == held.rule.code) {
                    let mut left = unit.findings.clone();
                    left.retain(|it| it.code != held.rule.code);
                    change.replace(&mut unit.findings, left);
                }
            }
        }
    }

    /// What is to be said about the rules themselves.
    fn tell(&self, ctx: &Context<'_>) -> Vec<Finding> {
        let mut said = Vec::new();
        for (n, held) in self.rules.iter().enumerate() {
            let trouble = held.trouble.clone().or_else(|| {
                let mut faulty = self.units.iter().enumerate().filter_map(|(at, unit)| {
                    let fault = unit.faults.iter().find(|(rule, _)| *rule == n)?;
                    Some((at, &fault.1))
                });
                let (at, fault) = faulty.next()?;
                Some(Trouble::Fault {
                    fault: fault.clone(),
                    on: Some((ctx.element(at).title.clone(), 1 + faulty.count())),
                })
            });
            said.extend(trouble.map(|it| tell::of_trouble(&held.rule, &it, ctx.lang)));
        }
        said
    }

    /// How every rule fares, in the order of the codes.
    pub(in crate::rules) fn states(&self) -> Vec<OwnState> {
        self.rules
            .iter()
            .map(|held| OwnState {
                rule: held.rule.id.clone(),
                code: held.rule.code.clone(),
                name: held.rule.name.clone(),
                running: held.running,
            })
            .collect()
    }
}

impl Held {
    /// Switched off until the check is begun anew.
    fn stop(&mut self, trouble: Trouble) {
        if self.running == Running::On {
            self.running = Running::SwitchedOff;
            self.trouble = Some(trouble);
        }
    }
}
