//! Open conflicts between values, claims or objectives: while one is open nothing above *plausible* is said.

use super::level::{Answer, Need, Stage};
use super::stage::MOST_ROWS;
use super::sufficiency::Judged;
use crate::rules::words::say;
use crate::rules::{Context, Evidence, Finding, Outcome};

/// Findings that say that values, claims or objectives contradict each other: two values for one indicator, benefits
/// claimed twice, objectives pulled apart, green work under a red outcome. They cap the level until they are resolved;
/// that the cap is *plausible* is ours. That somebody accepted to live with one resolves nothing.
pub const CONFLICTS: [&str; 4] = ["M301", "M309", "D206", "M202"];

/// The conflicts among all findings.
pub(super) fn among(findings: &[Finding]) -> Vec<&Finding> {
    let all = findings.iter();
    all.filter(|it| it.result == Outcome::Violated && CONFLICTS.contains(&it.code.as_str()))
        .collect()
}

/// Those about an objective: it, what it is judged by, or the other end of a pair that pulls apart.
pub(super) fn about<'f>(
    ctx: &Context<'_>,
    conflicts: &[&'f Finding],
    goal: usize,
    judged: &Judged,
) -> Vec<&'f Finding> {
    let judging = judged.indicators.iter().flat_map(|(at, n)| [*at, *n]);
    let own: Vec<_> = std::iter::once(goal)
        .chain(judging)
        .map(|n| &ctx.element(n).id)
        .collect();
    let concerns = |it: &&&Finding| {
        let subject = it.subject.as_ref().map(|it| &it.id);
        let pair = it.code == "D206" && it.related.iter().any(|it| Some(&&it.id) == own.first());
        pair || subject.is_some_and(|id| own.contains(&id))
    };
    conflicts.iter().filter(concerns).copied().collect()
}

pub(super) fn stage(ctx: &Context<'_>, conflicts: &[&Finding]) -> Stage {
    let count = conflicts.len();
    let text = match count {
        0 => say!(
            ctx,
            "No open conflict is known.",
            "Aucun conflit ouvert n’est connu."
        ),
        1 => say!(ctx, "A conflict is open.", "Un conflit est ouvert."),
        _ => say!(
            ctx,
            "{count} conflicts are open.",
            "{count} conflits sont ouverts."
        ),
    };
    let rows = conflicts.iter().take(MOST_ROWS).map(|it| Evidence {
        text: {
            let (code, message) = (&it.code, &it.message);
            say!(ctx, "{code}: {message}", "{code} : {message}")
        },
        element: it.subject.as_ref().map(|it| it.id.clone()),
        link: it.path.first().cloned(),
        date: None,
        source: String::new(),
    });
    let advice = conflicts.first().map(|it| it.advice.clone());
    Stage::new(Need::OneVoice, Answer::of(count == 0), text)
        .shows(rows)
        .lifted_by(advice.unwrap_or_default())
}
