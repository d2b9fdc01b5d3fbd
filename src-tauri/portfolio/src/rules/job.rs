//! What is due to be judged, shared between the cores of the machine.

use super::context::Facts;
use super::context::reads::Marks;
use super::engine::{of_element, of_whole, whole_rules};
use super::{Context, Finding};
use std::num::NonZero;

/// One thing to judge.
#[derive(Debug, Clone, Copy)]
pub(super) enum Job {
    /// By number, by all rules.
    Element(usize),
    /// By a rule that judges the whole, in the order of the rules.
    Whole(usize),
}

pub(super) type Done = (Job, Vec<Finding>, Box<[u32]>);

impl Job {
    fn place(self) -> usize {
        match self {
            Self::Element(n) | Self::Whole(n) => n,
        }
    }

    fn run(self, ctx: &Context<'_>) -> Done {
        let (findings, seen) = ctx.reads.during(|| match self {
            Self::Element(n) => of_element(ctx, n),
            Self::Whole(n) => whole_rules()
                .nth(n)
                .map(|(rule, check)| of_whole(ctx, rule, check))
                .unwrap_or_default(),
        });
        (self, findings, seen)
    }
}

/// So small a portfolio is judged before other threads have begun.
const WORTH_SHARING: usize = 1_000;
/// More threads would mostly make the same facts anew, each for itself.
const MOST_THREADS: usize = 4;

/// On how many threads a portfolio of so many elements is judged.
pub(super) fn threads(elements: usize) -> usize {
    if elements < WORTH_SHARING {
        return 1;
    }
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    cores.min(MOST_THREADS)
}

/// Judges many things at once on several threads, each with a context and facts of its own, so that nothing is shared
/// while they run; what is found is the same on one thread or on four. `others` are the facts of all threads but this
/// one from the last run, as far as there are any, and come back for the next; a thing is judged on the same thread
/// every time, where its facts are.
pub(super) fn judged(
    ctx: &Context<'_>,
    threads: usize,
    others: Vec<Facts>,
    touched: &Marks,
    jobs: &[Job],
) -> (Vec<Done>, Vec<Facts>) {
    let on = |thread: usize| {
        jobs.iter()
            .filter(move |job| job.place() % threads == thread)
    };
    let mut others = others.into_iter();
    std::thread::scope(|scope| {
        let running: Vec<_> = (1..threads)
            .map(|thread| {
                let fork = ctx.fork(others.next());
                scope.spawn(move || {
                    let mut ctx = fork.context();
                    ctx.facts().forget(touched);
                    let done: Vec<Done> = on(thread).map(|job| job.run(&ctx)).collect();
                    (done, ctx.into_facts())
                })
            })
            .collect();
        let mut done: Vec<Done> = on(0).map(|job| job.run(ctx)).collect();
        let mut kept = Vec::with_capacity(running.len());
        for other in running {
            match other.join() {
                Ok((more, facts)) => {
                    done.extend(more);
                    kept.push(facts);
                }
                // A fault in a rule is one wherever it runs.
                Err(fault) => std::panic::resume_unwind(fault),
            }
        }
        (done, kept)
    })
}
