//! Open conflicts between values, claims or objectives: while one is open nothing above *plausible* is said.

use super::level::{Answer, Need, Stage};
use super::stage::MOST_ROWS;
use super::sufficiency::Judged;
use crate::model::ElementId;
use crate::rules::words::say;
use crate::rules::{Context, Evidence, Finding, Outcome};
use std::collections::HashMap;

/// Findings that say that values, claims or objectives contradict each other: two values for one indicator, benefits
/// claimed twice, objectives pulled apart, green work under a red outcome. They cap the level until they are resolved;
/// that the cap is *plausible* is ours. That somebody accepted to live with one resolves nothing.
pub const CONFLICTS: [&str; 4] = ["M301", "M309", PULLED_APART, "M202"];
const PULLED_APART: &str = "D206";

/// The conflicts among all findings, by what they are about.
pub(super) struct Conflicts<'f> {
    all: Vec<&'f Finding>,
    /// Places in `all`, of a finding's subject and, for a pair that pulls apart, of its other end.
    about: HashMap<&'f ElementId, Vec<usize>>,
}

impl<'f> Conflicts<'f> {
    pub(super) fn among(findings: &'f [Finding]) -> Self {
        let open = findings
            .iter()
            .filter(|it| it.result == Outcome::Violated && CONFLICTS.contains(&it.code.as_str()));
        let all: Vec<&Finding> = open.collect();
        let mut about: HashMap<&ElementId, Vec<usize>> = HashMap::new();
        for (place, it) in all.iter().enumerate() {
            let pair = it.related.iter().filter(|_| it.code == PULLED_APART);
            for named in it.subject.iter().chain(pair) {
                about.entry(&named.id).or_default().push(place);
            }
        }
        Self { all, about }
    }

    /// Those about an objective, in their order: it, what it is judged by, or the other end of a pair that pulls apart.
    pub(super) fn about(
        &self,
        ctx: &Context<'_>,
        goal: usize,
        judged: &Judged,
    ) -> Vec<&'f Finding> {
        let mut places: Vec<usize> = Vec::new();
        let judging = judged.indicators.iter().flat_map(|(at, n)| [*at, *n]);
        for n in std::iter::once(goal).chain(judging) {
            let found = self.about.get(&ctx.element(n).id).into_iter().flatten();
            // The other end of a pair is an objective, and only the one that is asked about.
            places.extend(found.filter(|it| {
                let subject = self.all[**it].subject.as_ref().map(|it| &it.id);
                n == goal || subject == Some(&ctx.element(n).id)
            }));
        }
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|it| self.all[it]).collect()
    }
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
