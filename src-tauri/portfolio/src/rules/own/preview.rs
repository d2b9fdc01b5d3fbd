//! What a rule would find, while it is being written: run over the portfolio under the same bounds, and thrown away.

use super::bounds::PREVIEWED;
use super::expression::{Fault, RulePart, RulePlace, Stop};
use super::scene::Scenes;
use super::tell::{self, Trouble};
use super::worker::{Answer, Read, Worker};
use crate::model::{Date, Lang, OwnRule, Portfolio};
use crate::rules::{Context, Finding};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::sync::Arc;

/// A fault of a rule, in which part of it, and its place there when it has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RuleFault {
    pub message: String,
    pub part: RulePart,
    pub place: Option<RulePlace>,
}

/// What a rule would find.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct RulePreview {
    /// Elements that it would name.
    pub hits: u32,
    pub cannot_tell: u32,
    pub holds: u32,
    /// Elements of its kind.
    pub of: u32,
    /// The first findings, in the order of the ids: violations, then what cannot be told.
    pub first: Vec<Finding>,
    /// What is wrong with the rule, on some element at least.
    pub fault: Option<RuleFault>,
}

/// Runs one rule, whether it is accepted or not: whoever asks is looking at it.
#[must_use]
pub fn preview(portfolio: &Portfolio, as_of: Date, lang: Lang, rule: &OwnRule) -> RulePreview {
    let ctx = Context::new(portfolio, as_of, lang);
    let numbers: Vec<usize> = ctx.of_kind(rule.applies_to).map(|(n, _)| n).collect();
    let mut preview = RulePreview {
        of: count(numbers.len()),
        ..RulePreview::default()
    };
    let told = |fault: &Fault| RuleFault {
        message: fault.message.get(lang).to_owned(),
        part: fault.part,
        place: fault.place,
    };
    let late = || RuleFault {
        message: tell::of_trouble(rule, &Trouble::Late, lang).message,
        part: RulePart::When,
        place: None,
    };
    let Some((worker, known)) = Worker::start(vec![Some(rule.clone())]) else {
        preview.fault = Some(late());
        return preview;
    };
    let read = match known.into_iter().next().flatten() {
        Some(Ok(read)) => read,
        Some(Err(fault)) => {
            preview.fault = Some(told(&fault));
            return preview;
        }
        None => return preview,
    };
    preview.run(&ctx, rule, &read, &worker, &numbers, told, late);
    preview
}

impl RulePreview {
    #[expect(
        clippy::too_many_arguments,
        reason = "the parts of one function, cut in two"
    )]
    fn run(
        &mut self,
        ctx: &Context<'_>,
        rule: &OwnRule,
        read: &Read,
        worker: &Worker,
        numbers: &[usize],
        told: impl Fn(&Fault) -> RuleFault,
        late: impl Fn() -> RuleFault,
    ) {
        let scenes = Scenes::new(ctx, read.needs.fields);
        let mut undecided = Vec::new();
        for some in numbers.chunks(256) {
            let batch: Vec<_> = some
                .iter()
                .map(|n| (Arc::new(scenes.of(*n, read.needs)), vec![0]))
                .collect();
            let Ok(judged) = worker.judge(batch.clone()) else {
                self.fault = Some(late());
                return;
            };
            for it in judged {
                match &it.answer {
                    Answer::Holds => self.holds += 1,
                    Answer::Violated { .. } => self.hits += 1,
                    Answer::Stopped(Stop::Missing { .. }) => self.cannot_tell += 1,
                    Answer::Stopped(Stop::Fault(fault)) => {
                        self.fault.get_or_insert_with(|| told(fault));
                    }
                    Answer::Stopped(stop) => {
                        let trouble = match stop {
                            Stop::Steps => Trouble::Steps { one: true },
                            _ => Trouble::Late,
                        };
                        let message = tell::of_trouble(rule, &trouble, ctx.lang).message;
                        self.fault = Some(RuleFault {
                            message,
                            part: RulePart::When,
                            place: None,
                        });
                        return;
                    }
                }
                let shown = match &it.answer {
                    Answer::Violated { .. } => &mut self.first,
                    _ => &mut undecided,
                };
                if shown.len() < PREVIEWED {
                    let scene = &batch[it.scene].0;
                    shown.extend(tell::of_answer(
                        ctx,
                        some[it.scene],
                        rule,
                        read,
                        scene,
                        it.answer,
                    ));
                }
            }
        }
        self.first.extend(undecided);
        self.first.truncate(PREVIEWED);
    }
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
