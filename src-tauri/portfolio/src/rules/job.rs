//! What is due to be judged, shared between the cores of the machine.

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

/// Fewer than this are judged before other threads have begun.
const WORTH_SHARING: usize = 1_000;
/// More threads would mostly make the same facts anew, each for itself.
const MOST_THREADS: usize = 4;

/// Judges many things at once on several threads, each with a context of its own, so that nothing is shared while
/// they run; what is found is the same on one thread or on four.
pub(super) fn judged(ctx: &Context<'_>, jobs: &[Job]) -> Vec<Done> {
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let threads = if jobs.len() < WORTH_SHARING {
        1
    } else {
        cores.min(MOST_THREADS)
    };
    let mine = |first: usize| jobs.iter().skip(first).step_by(threads);
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads)
            .map(|first| {
                let fork = ctx.fork();
                scope.spawn(move || {
                    let ctx = fork.context();
                    mine(first).map(|job| job.run(&ctx)).collect::<Vec<_>>()
                })
            })
            .collect();
        let mut done: Vec<Done> = mine(0).map(|job| job.run(ctx)).collect();
        for other in others {
            match other.join() {
                Ok(more) => done.extend(more),
                // A fault in a rule is one wherever it runs.
                Err(fault) => std::panic::resume_unwind(fault),
            }
        }
        done
    })
}
