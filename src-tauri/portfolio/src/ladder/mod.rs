//! The honest score: how far each objective is from *somebody says so* to *it moved and stays*, by weight and by money.
//!
//! Pure functions of a portfolio, a date and its findings, on the same [`Context`] as the rules. `ways` are the links
//! that count and what each is worth; `reach` follows them to the objectives in one pass; `flow` sends budgets along
//! them; `level` is the ladder, with what people claim in `claims` and what is observed in `proof`. `headline` adds
//! it up, `draws` asks how far the figure moves, `sentence` says it, and [`change`] explains the way from one state to
//! another. Alignment is a profile and no average; what is not known is shown and never filled in; every number names what
//! it was counted from. The same portfolio, date, language and findings give the same bytes.

pub mod change;
mod claims;
mod conflict;
mod coverage;
mod draws;
mod flow;
mod freshness;
mod headline;
mod level;
mod proof;
mod reach;
mod remark;
mod replay;
mod sentence;
mod shown;
mod stage;
mod sufficiency;
#[cfg(test)]
mod tests;
mod traces;
mod view;
mod ways;

pub use conflict::CONFLICTS;
pub use coverage::{Covered, CoveredPart};
pub use draws::{DRAWS, Measured};
pub use flow::{Inflow, Spend, Stream};
pub use freshness::freshness;
pub use headline::{Bar, Segment, percents};
pub use level::{Answer, Missing, Need, ObjectiveScore, Rung, Stage, Sufficiency};
pub use remark::{Remark, RemarkKind};
pub use sentence::{Class, Clause, Piece, plain};
pub use traces::{Trace, TraceKind};
pub use view::{ObjectiveLine, ScoreView};

use crate::model::{Date, ElementKind, Known, Lang, Portfolio};
use crate::rules::{Context, Finding, Named, run_all};
use flow::Flow;
use reach::{Reach, Reaches};
use serde::{Deserialize, Serialize};
use specta::Type;
use ways::Ways;

/// The score of a portfolio at a date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Score {
    pub as_of: Date,
    /// The score in a sentence, each figure with what stands behind it.
    pub sentence: Vec<Piece>,
    /// Weight by what can be said of it; the percents add up to 100.
    pub clauses: Vec<Clause>,
    pub by_weight: Bar,
    /// One bar for each currency.
    pub by_money: Vec<Bar>,
    /// The share of weight at least measured; `None` when no objective has a weight.
    pub measured: Option<Measured>,
    /// Where the active budget goes, by currency.
    pub spend: Vec<Spend>,
    /// In the order of the ids.
    pub objectives: Vec<ObjectiveScore>,
    pub remarks: Vec<Remark>,
}

/// Runs the rules and scores.
#[must_use]
pub fn of(portfolio: &Portfolio, as_of: Date, lang: Lang) -> Score {
    let findings = run_all(portfolio, as_of, lang);
    score(&Context::new(portfolio, as_of, lang), &findings)
}

/// Where every objective stands, and the two bars: what the rest of the score is told from.
#[derive(Debug)]
struct Standing<'c> {
    ways: Ways<'c>,
    reaches: Reaches,
    flow: Flow<'c>,
    objectives: Vec<ObjectiveScore>,
    sums: Vec<Vec<sufficiency::Sum<'c>>>,
    by_weight: Bar,
    by_money: Vec<Bar>,
}

impl<'c> Standing<'c> {
    /// Of the findings only the [`CONFLICTS`] are looked at.
    fn of(ctx: &'c Context<'_>, findings: &[Finding]) -> Self {
        let ways = Ways::of(ctx);
        let reaches = Reaches::of(ctx, &ways);
        let flow = Flow::of(ctx, &ways, &reaches);
        let mut work: Vec<Vec<(usize, Reach)>> = vec![Vec::new(); reaches.goals.len()];
        for (n, _) in ctx.of_kind(ElementKind::Initiative) {
            if claims::works(ctx, n) {
                for reach in reaches.from(n) {
                    work[reach.goal].push((n, *reach));
                }
            }
        }
        let conflicts = conflict::Conflicts::among(findings);
        let mut objectives = Vec::with_capacity(reaches.goals.len());
        let mut sums = Vec::with_capacity(reaches.goals.len());
        let goals = reaches.goals.iter().copied();
        for ((goal, work), inflow) in goals.zip(&work).zip(flow.inflows(ctx, &reaches)) {
            let element = ctx.element(goal);
            let judged = sufficiency::Judged::of(ctx, &ways, goal);
            let own = conflicts.about(ctx, goal, &judged);
            let claims = claims::of(ctx, &ways, goal, work, &judged);
            let proof = proof::of(ctx, goal, work, &judged, &own);
            let covered = coverage::of(ctx, &ways, goal, work, &judged.numbers(), &claims.stages);
            let weight = element.objective().and_then(|it| it.weight.value());
            let weight = weight
                .copied()
                .filter(|it| it.is_finite())
                .map(|it| it.max(0.0));
            sums.push(claims.sums);
            objectives.push(ObjectiveScore::of(
                Named::from(element),
                weight,
                claims.stages,
                claims.sufficiency,
                proof,
                covered,
                inflow,
            ));
        }
        let by_weight = headline::by_weight(&objectives);
        let by_money = headline::by_money(ctx, &reaches, &flow, &objectives);
        Self {
            ways,
            reaches,
            flow,
            objectives,
            sums,
            by_weight,
            by_money,
        }
    }
}

/// Scores a portfolio with its findings, those that somebody lives with among them.
#[must_use]
pub fn score(ctx: &Context<'_>, findings: &[Finding]) -> Score {
    let Standing {
        ways,
        reaches,
        flow,
        objectives,
        sums,
        by_weight,
        by_money,
    } = Standing::of(ctx, findings);
    let spend = flow.spends(ctx, &reaches);
    let clauses = sentence::clauses(&objectives, &by_weight);
    Score {
        as_of: ctx.as_of,
        sentence: sentence::of(ctx, &objectives, &clauses, &spend, &by_weight, &by_money),
        clauses,
        by_weight,
        measured: draws::measured(ctx, &objectives, &sums),
        spend,
        remarks: remark::of(ctx, &ways, &reaches, &objectives, findings),
        by_money,
        objectives,
    }
}
