//! The findings as sentences, grouped by what they test, then by rule; never a wall of rows.

use crate::Frozen;
use crate::format::{count, date, money};
use crate::words;
use portfolio::model::Lang;
use portfolio::rules::{Family, Finding, Outcome, Severity};
use serde::Serialize;

/// Rows of a rule that are shown at once; the others fold away with their number.
const SHOWN: usize = 6;

#[derive(Debug, Clone, Serialize)]
pub(crate) struct FamilyView {
    pub(crate) title: &'static str,
    pub(crate) count: String,
    pub(crate) rules: Vec<RuleView>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct RuleView {
    pub(crate) code: String,
    pub(crate) name: String,
    /// The fault as a heading.
    pub(crate) title: String,
    pub(crate) count: String,
    /// What would make them pass, when it is the same for all.
    pub(crate) advice: Option<String>,
    /// Evidence that is the same for all, said once.
    pub(crate) evidence: Vec<String>,
    pub(crate) shown: Vec<Row>,
    pub(crate) rest: Vec<Row>,
    /// “and 63 more”.
    pub(crate) more: String,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    /// `blocker`, `high`, `medium`, `low`, `info`, or `cannot`.
    pub(crate) look: &'static str,
    pub(crate) severity: String,
    pub(crate) message: String,
    pub(crate) evidence: Vec<String>,
    pub(crate) advice: Option<String>,
    pub(crate) missing: String,
    pub(crate) money: Vec<String>,
}

pub(crate) fn families(frozen: &Frozen, lang: Lang) -> Vec<FamilyView> {
    let mut order: Vec<(Family, Vec<Vec<&Finding>>)> = Vec::new();
    for finding in &frozen.findings {
        let at = order
            .iter()
            .position(|(family, _)| *family == finding.family);
        let at = at.unwrap_or_else(|| {
            order.push((finding.family, Vec::new()));
            order.len() - 1
        });
        let Some((_, rules)) = order.get_mut(at) else {
            continue;
        };
        match rules
            .iter_mut()
            .find(|rule| rule.iter().any(|it| it.code == finding.code))
        {
            Some(rule) => rule.push(finding),
            None => rules.push(vec![finding]),
        }
    }
    order
        .into_iter()
        .map(|(family, rules)| FamilyView {
            title: words::family(family, lang),
            count: count(rules.iter().map(Vec::len).sum(), lang),
            rules: rules
                .into_iter()
                .map(|rule| view(frozen, &rule, lang))
                .collect(),
        })
        .collect()
}

fn view(frozen: &Frozen, findings: &[&Finding], lang: Lang) -> RuleView {
    let code = findings
        .first()
        .map(|it| it.code.clone())
        .unwrap_or_default();
    let name = findings
        .first()
        .map(|it| it.name.clone())
        .unwrap_or_default();
    let title = frozen
        .rules
        .iter()
        .find(|rule| rule.code == code)
        .map_or_else(|| name.replace('-', " "), |rule| rule.title.clone());
    let common = findings
        .first()
        .map(|it| it.advice.clone())
        .filter(|advice| findings.iter().all(|it| it.advice == *advice));
    let mut rows: Vec<Row> = findings
        .iter()
        .map(|it| row(it, common.is_none(), lang))
        .collect();
    let shared = shared_evidence(&mut rows);
    // One row more costs no more space than saying that there is one.
    let cut = if rows.len() > SHOWN + 1 {
        SHOWN
    } else {
        rows.len()
    };
    let rest = rows.split_off(cut);
    RuleView {
        code,
        name,
        title,
        count: count(findings.len(), lang),
        advice: common,
        evidence: shared,
        shown: rows,
        more: words::of(lang).more.replace("{}", &count(rest.len(), lang)),
        rest,
    }
}

/// Takes what every row says out of the rows.
fn shared_evidence(rows: &mut [Row]) -> Vec<String> {
    let Some((first, others)) = rows.split_first() else {
        return Vec::new();
    };
    if others.is_empty() {
        return Vec::new();
    }
    let shared: Vec<String> = first
        .evidence
        .iter()
        .filter(|text| others.iter().all(|row| row.evidence.contains(text)))
        .cloned()
        .collect();
    for row in rows {
        row.evidence.retain(|text| !shared.contains(text));
    }
    shared
}

fn row(finding: &Finding, with_advice: bool, lang: Lang) -> Row {
    let cannot = finding.result == Outcome::CannotTell;
    let look = match (cannot, finding.severity) {
        (true, _) => "cannot",
        (_, Severity::Blocker) => "blocker",
        (_, Severity::High) => "high",
        (_, Severity::Medium) => "medium",
        (_, Severity::Low) => "low",
        (_, Severity::Info) => "info",
    };
    Row {
        look,
        severity: if cannot {
            words::of(lang).cannot_tell.to_owned()
        } else {
            words::severity(finding.severity, lang).to_owned()
        },
        message: finding.message.clone(),
        evidence: finding
            .evidence
            .iter()
            .map(|it| {
                let mut text = it.text.clone();
                if let Some(day) = it.date {
                    text.push_str(", ");
                    text.push_str(&date(day, lang));
                }
                if !it.source.is_empty() {
                    text.push_str(", ");
                    text.push_str(&it.source);
                }
                text
            })
            .collect(),
        advice: with_advice.then(|| finding.advice.clone()),
        missing: portfolio::rules::missing_words(&finding.missing),
        money: finding
            .money
            .iter()
            .map(|it| money(it.amount, &it.currency, lang))
            .collect(),
    }
}
