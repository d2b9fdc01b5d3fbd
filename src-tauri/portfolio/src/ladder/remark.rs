//! What a reader should know before believing the figures: weights that rank nothing, shares that nobody gave, claims that
//! were accepted by who made them, values that were restated, findings that somebody lives with.

use super::level::ObjectiveScore;
use super::reach::Reaches;
use super::ways::Ways;
use crate::model::{ElementId, LinkDetail, LinkId, LinkKind, Reading, ReadingId};
use crate::rules::words::say;
use crate::rules::{Context, Finding, Outcome};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Variation of the weights below which they rank nothing (M105; ours).
const SAME: f64 = 0.1;

#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type,
)]
#[serde(rename = "ScoreRemarkKind", rename_all = "snake_case")]
pub enum RemarkKind {
    /// All weights are about the same.
    EqualWeights,
    /// Objectives that nobody gave a weight.
    NoWeight,
    /// Shares of one element that add up to more than one, and were scaled down.
    SharesAboveOne,
    /// Elements that do not say how their effort is shared; it was divided evenly.
    SharesNotSaid,
    /// Contributions that one person both claimed and accepted.
    SelfAccepted,
    /// Accepted contributions that do not say by whom.
    AcceptedByNobody,
    /// Contributions that wait for acceptance and count for nothing.
    Proposed,
    /// Elements that lead to each other, whose links inside the circle carry nothing.
    Circle,
    /// A source later said another value for a period.
    Restated,
    /// Findings that somebody lives with.
    Suppressed,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename = "ScoreRemark")]
pub struct Remark {
    pub kind: RemarkKind,
    pub text: String,
    pub count: u32,
    pub elements: Vec<ElementId>,
    pub links: Vec<LinkId>,
    pub readings: Vec<ReadingId>,
}

impl Remark {
    pub(super) fn new(kind: RemarkKind, count: usize, text: String) -> Self {
        Self {
            kind,
            text,
            count: u32::try_from(count).unwrap_or(u32::MAX),
            elements: Vec::new(),
            links: Vec::new(),
            readings: Vec::new(),
        }
    }

    fn of(mut self, ctx: &Context<'_>, elements: &[usize]) -> Self {
        self.elements = elements
            .iter()
            .map(|n| ctx.element(*n).id.clone())
            .collect();
        self
    }

    fn by(mut self, links: Vec<LinkId>) -> Self {
        self.links = links;
        self
    }
}

pub(super) fn of(
    ctx: &Context<'_>,
    ways: &Ways<'_>,
    reaches: &Reaches,
    objectives: &[ObjectiveScore],
    findings: &[Finding],
) -> Vec<Remark> {
    let mut all = Vec::new();
    all.extend(weights(ctx, objectives));
    all.extend(shares(ctx, reaches));
    all.extend(acceptance(ctx, ways));
    all.extend(ways.circles.iter().map(|circle| {
        let text = say!(
            ctx,
            "Elements lead to each other in a circle; the links inside it count for nothing.",
            "Des éléments mènent les uns aux autres en cercle ; les liens du cercle ne comptent pas."
        );
        Remark::new(RemarkKind::Circle, circle.len(), text).of(ctx, circle)
    }));
    all.extend(restated(ctx, objectives));
    all.extend(suppressed(ctx, findings));
    all
}

fn weights(ctx: &Context<'_>, objectives: &[ObjectiveScore]) -> Vec<Remark> {
    let mut found = Vec::new();
    let given: Vec<f64> = objectives.iter().filter_map(|it| it.weight).collect();
    if are_the_same(&given) {
        let text = say!(
            ctx,
            "All weights are about the same: they do not say what matters more.",
            "Tous les poids se valent : ils ne disent pas ce qui compte le plus."
        );
        found.push(Remark::new(RemarkKind::EqualWeights, given.len(), text));
    }
    let without = objectives.iter().filter(|it| it.weight.is_none());
    let without: Vec<ElementId> = without.map(|it| it.objective.id.clone()).collect();
    if !without.is_empty() {
        let count = without.len();
        let text = say!(
            ctx,
            "Objectives without a weight: {count}. They have no width in what matters.",
            "Objectifs sans poids : {count}. Ils n’ont pas de largeur dans ce qui compte."
        );
        let mut remark = Remark::new(RemarkKind::NoWeight, count, text);
        remark.elements = without;
        found.push(remark);
    }
    found
}

/// Whether two or more weights vary by less than a tenth of their mean.
fn are_the_same(weights: &[f64]) -> bool {
    let Some(count) = u32::try_from(weights.len()).ok().filter(|it| *it > 1) else {
        return false;
    };
    let mean = weights.iter().sum::<f64>() / f64::from(count);
    let squares = weights.iter().map(|it| (it - mean).powi(2)).sum::<f64>();
    mean > 0.0 && (squares / f64::from(count)).sqrt() / mean < SAME
}

fn shares(ctx: &Context<'_>, reaches: &Reaches) -> Vec<Remark> {
    let above = say!(
        ctx,
        "Shares of effort add up to more than one and were scaled down.",
        "Des parts d’effort dépassent le tout ; elles ont été réduites."
    );
    let even = say!(
        ctx,
        "Elements with several contributions do not say how their effort is shared; it was divided evenly.",
        "Des éléments à plusieurs contributions ne disent pas comment leur effort se partage ; il a été réparti également."
    );
    [
        (RemarkKind::SharesAboveOne, above, &reaches.oversold),
        (RemarkKind::SharesNotSaid, even, &reaches.even),
    ]
    .into_iter()
    .filter(|(_, _, all)| !all.is_empty())
    .map(|(kind, text, all)| Remark::new(kind, all.len(), text).of(ctx, all))
    .collect()
}

fn acceptance(ctx: &Context<'_>, ways: &Ways<'_>) -> Vec<Remark> {
    let (mut own, mut nobody, mut proposed) = (Vec::new(), Vec::new(), Vec::new());
    for (n, _) in ctx.elements() {
        for way in ways
            .up(n)
            .iter()
            .filter(|it| it.kind == LinkKind::Contribution)
        {
            let LinkDetail::Contribution(it) = &way.link.detail else {
                continue;
            };
            if !way.agreed {
                own.push(way.link.id.clone());
            } else if it.accepted_by.trim().is_empty() {
                nobody.push(way.link.id.clone());
            }
        }
        let waiting = ctx.links_from(n).filter(|link| {
            matches!(&link.detail, LinkDetail::Contribution(it) if it.state == crate::model::LinkState::Proposed)
        });
        proposed.extend(waiting.map(|it| it.id.clone()));
    }
    let said = [
        (
            RemarkKind::SelfAccepted,
            say!(
                ctx,
                "Contributions claimed and accepted by one person carry nothing above linked.",
                "Des contributions annoncées et acceptées par la même personne ne portent rien au-dessus de « relié »."
            ),
            own,
        ),
        (
            RemarkKind::AcceptedByNobody,
            say!(
                ctx,
                "Accepted contributions do not say who accepted them.",
                "Des contributions acceptées ne disent pas par qui."
            ),
            nobody,
        ),
        (
            RemarkKind::Proposed,
            say!(
                ctx,
                "Proposed contributions wait for acceptance and count for nothing.",
                "Des contributions proposées attendent d’être acceptées et ne comptent pas."
            ),
            proposed,
        ),
    ];
    said.into_iter()
        .filter(|(_, _, links)| !links.is_empty())
        .map(|(kind, text, links)| Remark::new(kind, links.len(), text).by(links))
        .collect()
}

/// Values that took the place of another of the same source and period.
fn restated(ctx: &Context<'_>, objectives: &[ObjectiveScore]) -> Option<Remark> {
    let mut indicators: Vec<usize> = objectives
        .iter()
        .flat_map(|it| &it.indicators)
        .filter_map(|id| ctx.number(id))
        .collect();
    indicators.sort_unstable();
    indicators.dedup();
    let mut readings: Vec<ReadingId> = Vec::new();
    for series in indicators.iter().filter_map(|n| ctx.series(*n)) {
        for same in series.actuals.chunk_by(|a, b| a.period == b.period) {
            let later = |it: &&&Reading| {
                let before = same.iter().take_while(|other| other.id != it.id);
                before
                    .filter(|other| other.source == it.source)
                    .any(|other| other.value.total_cmp(&it.value).is_ne())
            };
            readings.extend(same.iter().filter(later).map(|it| it.id.clone()));
        }
    }
    let count = readings.len();
    let text = say!(
        ctx,
        "A source later gave another value for a period that it had already reported.",
        "Une source a donné plus tard une autre valeur pour une période déjà rapportée."
    );
    (count > 0).then(|| Remark {
        readings,
        ..Remark::new(RemarkKind::Restated, count, text)
    })
}

fn suppressed(ctx: &Context<'_>, findings: &[Finding]) -> Option<Remark> {
    let accepted = findings
        .iter()
        .filter(|it| it.accepted.is_some() && it.result == Outcome::Violated);
    let mut elements: Vec<ElementId> = Vec::new();
    let mut count = 0;
    for finding in accepted {
        count += 1;
        elements.extend(finding.subject.as_ref().map(|it| it.id.clone()));
    }
    elements.sort_unstable();
    elements.dedup();
    let text = say!(
        ctx,
        "Findings that somebody lives with: {count}. They still cap a level where they are a conflict.",
        "Constats avec lesquels quelqu’un vit : {count}. Un conflit parmi eux plafonne encore un niveau."
    );
    (count > 0).then(|| Remark {
        elements,
        ..Remark::new(RemarkKind::Suppressed, count, text)
    })
}
