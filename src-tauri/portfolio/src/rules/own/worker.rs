//! The thread on which rules of one's own are read and run. It has a stack that the parser needs, and it can be left
//! alone with a rule that does not end: nothing of the portfolio is on it but copies.
//!
//! An evaluation ends by its steps and its time; that the worker itself is not waited for for ever is for what we
//! do not know of.

use super::bounds::{DEADLINE, GRACE, STACK, STEPS_PER_ELEMENT};
use super::expression::{Expression, Fault, Limits, Purpose, Stop, compile};
use super::fact::{Needs, Scene};
use super::message;
use super::watch::Moment;
use crate::model::OwnRule;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// What is known of a rule once its expressions are read.
#[derive(Debug, Clone)]
pub(super) struct Read {
    pub(super) needs: Needs,
    pub(super) looks_at: Vec<&'static str>,
}

/// What a rule says of one element.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Answer {
    Holds,
    Violated { evidence: Vec<String> },
    Stopped(Stop),
}

/// The judgement of one rule on one scene of a batch.
#[derive(Debug)]
pub(super) struct Judgement {
    pub(super) scene: usize,
    pub(super) rule: usize,
    pub(super) answer: Answer,
    pub(super) steps: u32,
}

/// Scenes to be judged, each by some rules.
pub(super) type Batch = Vec<(Arc<Scene>, Vec<usize>)>;

#[derive(Debug)]
enum Ask {
    Judge(Batch),
    /// A new run begins: every rule has its whole time again.
    Begin,
}

struct Compiled {
    when: Box<dyn Expression>,
    evidence: Option<Box<dyn Expression>>,
    /// The fields that the message names.
    said: Needs,
}

/// What is known of a rule, or what is wrong with it.
pub(super) type Known = Result<Read, Fault>;

impl Compiled {
    fn known(read: &Result<Self, Fault>) -> Known {
        let it = read.as_ref().map_err(Fault::clone)?;
        let more = it.evidence.as_ref().map(|it| it.needs());
        Ok(Read {
            needs: it.when.needs().or(more.unwrap_or_default()).or(it.said),
            looks_at: it.when.looks_at().to_vec(),
        })
    }
}

/// A worker with its rules.
#[derive(Debug)]
pub(super) struct Worker {
    ask: Sender<Ask>,
    answers: Receiver<Vec<Judgement>>,
    at: Arc<At>,
}

/// Where the worker is.
#[derive(Debug, Default)]
struct At {
    /// The rule that is being run.
    rule: AtomicUsize,
    /// How many judgements were begun.
    begun: AtomicUsize,
}

/// Reads a rule; the condition first, because without it nothing else matters.
fn read(rule: &OwnRule) -> Result<Compiled, Fault> {
    let when = compile(&rule.when, rule.applies_to, Purpose::Condition)?;
    let evidence = if rule.evidence.trim().is_empty() {
        None
    } else {
        let read = compile(&rule.evidence, rule.applies_to, Purpose::Evidence);
        Some(read.map_err(Fault::in_evidence)?)
    };
    let said = Needs {
        fields: message::check(&rule.message, rule.applies_to)?,
        ..Needs::default()
    };
    Ok(Compiled {
        when,
        evidence,
        said,
    })
}

impl Worker {
    /// Starts a worker for some rules and tells what was read of each; a place without a rule keeps its number.
    /// `None` when the system gives no thread or reading does not end.
    pub(super) fn start(rules: Vec<Option<OwnRule>>) -> Option<(Self, Vec<Option<Known>>)> {
        let (ask, asked) = channel();
        let (answer, answers) = channel();
        let (tell, told) = channel();
        let at = Arc::new(At::default());
        let running = Arc::clone(&at);
        std::thread::Builder::new()
            .name("own rules".to_owned())
            .stack_size(STACK)
            .spawn(move || {
                let compiled: Vec<_> = rules.iter().map(|it| it.as_ref().map(read)).collect();
                let known = compiled.iter().map(|it| it.as_ref().map(Compiled::known));
                // Nobody listens any more when the asker has gone: then there is nothing to do.
                if tell.send(known.collect()).is_ok() {
                    serve(&compiled, &asked, &answer, &running);
                }
            })
            .ok()?;
        let known = told.recv_timeout(DEADLINE + GRACE).ok()?;
        Some((Self { ask, answers, at }, known))
    }

    /// Gives every rule its whole time again.
    pub(super) fn begin(&self) {
        // A worker that has gone is found when it does not answer.
        let _ = self.ask.send(Ask::Begin);
    }

    /// # Errors
    /// The rule that was being run when the worker was given up.
    pub(super) fn judge(&self, batch: Batch) -> Result<Vec<Judgement>, usize> {
        let most: usize = batch.iter().map(|(_, rules)| rules.len()).sum();
        if most == 0 {
            return Ok(Vec::new());
        }
        let rule = || self.at.rule.load(Ordering::Relaxed);
        self.ask.send(Ask::Judge(batch)).map_err(|_| rule())?;
        loop {
            let begun = self.at.begun.load(Ordering::Relaxed);
            match self.answers.recv_timeout(DEADLINE + GRACE) {
                Ok(judged) => return Ok(judged),
                // As long as it goes from element to element it is only busy.
                Err(RecvTimeoutError::Timeout)
                    if self.at.begun.load(Ordering::Relaxed) != begun => {}
                Err(_) => return Err(rule()),
            }
        }
    }
}

/// Judges what it is asked until nobody asks any more.
fn serve(
    compiled: &[Option<Result<Compiled, Fault>>],
    asked: &Receiver<Ask>,
    answer: &Sender<Vec<Judgement>>,
    at: &At,
) {
    let mut spent = vec![Duration::ZERO; compiled.len()];
    while let Ok(ask) = asked.recv() {
        let batch = match ask {
            Ask::Begin => {
                spent.fill(Duration::ZERO);
                continue;
            }
            Ask::Judge(batch) => batch,
        };
        let mut judged = Vec::new();
        for (scene, (facts, rules)) in batch.iter().enumerate() {
            for rule in rules.iter().copied() {
                let Some(Some(Ok(program))) = compiled.get(rule) else {
                    continue;
                };
                at.rule.store(rule, Ordering::Relaxed);
                at.begun.fetch_add(1, Ordering::Relaxed);
                let begun = Moment::now();
                let mut steps = 0;
                let answer = match DEADLINE.checked_sub(spent[rule]) {
                    None => Answer::Stopped(Stop::Late),
                    Some(left) => evaluate(program, facts, begun.later(left), &mut steps),
                };
                spent[rule] += begun.elapsed();
                judged.push(Judgement {
                    scene,
                    rule,
                    answer,
                    steps,
                });
            }
        }
        if answer.send(judged).is_err() {
            return;
        }
    }
}

fn evaluate(program: &Compiled, scene: &Scene, until: Moment, steps: &mut u32) -> Answer {
    let limits = Limits {
        steps: STEPS_PER_ELEMENT,
        until,
    };
    match program.when.is_true(scene, limits, steps) {
        Ok(false) => Answer::Holds,
        Err(stop) => Answer::Stopped(stop),
        Ok(true) => {
            let evidence = program.evidence.as_ref();
            match evidence.map(|it| it.texts(scene, limits, steps)) {
                None => Answer::Violated {
                    evidence: Vec::new(),
                },
                Some(Ok(evidence)) => Answer::Violated { evidence },
                // That something cannot be shown does not undo that it is so.
                Some(Err(Stop::Missing { .. })) => Answer::Violated {
                    evidence: Vec::new(),
                },
                Some(Err(Stop::Fault(fault))) => Answer::Stopped(Stop::Fault(fault.in_evidence())),
                Some(Err(stop)) => Answer::Stopped(stop),
            }
        }
    }
}
