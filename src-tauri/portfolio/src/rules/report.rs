//! Where rules put their verdicts. It completes them to findings, in one order.

use super::context::known_budget;
use super::missing::Missing;
use super::rule::{Rule, Threshold};
use super::{Context, Evidence, Family, Finding, Named, Outcome, Severity};
use crate::edit::Edit;
use crate::model::{
    Date, Element, InitiativeState, Known, Link, LinkDetail, LinkId, Money, OwnRule, Reason,
    RuleSetting,
};
use std::cmp::Reverse;

/// A row of evidence that is about nothing in particular yet.
pub(super) fn row(text: impl Into<String>) -> Evidence {
    Evidence {
        text: text.into(),
        element: None,
        link: None,
        date: None,
        source: String::new(),
    }
}

impl Evidence {
    pub(super) fn of(mut self, element: &Element) -> Self {
        self.element = Some(element.id.clone());
        self
    }

    pub(super) fn by(mut self, link: &Link) -> Self {
        self.link = Some(link.id.clone());
        self
    }

    pub(super) fn on(mut self, date: Option<Date>) -> Self {
        self.date = date;
        self
    }

    pub(super) fn from(mut self, source: &str) -> Self {
        source.clone_into(&mut self.source);
        self
    }

    /// Names the source of an imported element and the date of its last import.
    pub(super) fn imported<'a>(mut self, ctx: &Context<'a>, element: &'a Element) -> Self {
        self.element = Some(element.id.clone());
        if let Some((source, date)) = ctx.origin(element) {
            source.clone_into(&mut self.source);
            self.date = date;
        }
        self
    }
}

/// What a rule says of one subject, before it is a finding.
#[derive(Debug)]
pub(super) struct Verdict<'a> {
    result: Outcome,
    subject: Option<&'a Element>,
    /// Tells verdicts of one rule on one subject, or on none, apart.
    facet: String,
    severity: Option<Severity>,
    /// Whether what is at stake may raise the severity.
    raise: bool,
    message: String,
    advice: String,
    evidence: Vec<Evidence>,
    missing: Vec<Missing>,
    related: Vec<&'a Element>,
    money: Vec<Money>,
    cause: Option<String>,
    path: Vec<LinkId>,
    fix: Option<Vec<Edit>>,
}

impl<'a> Verdict<'a> {
    fn new(result: Outcome, subject: Option<&'a Element>) -> Self {
        Self {
            result,
            subject,
            facet: String::new(),
            severity: None,
            raise: true,
            message: String::new(),
            advice: String::new(),
            evidence: Vec::new(),
            missing: Vec::new(),
            related: Vec::new(),
            money: Vec::new(),
            cause: None,
            path: Vec::new(),
            fix: None,
        }
    }

    pub(super) fn violated(subject: &'a Element) -> Self {
        Self::new(Outcome::Violated, Some(subject))
    }

    /// The portfolio as a whole breaks the rule, in the respect named by the facet.
    pub(super) fn violated_by_all(facet: impl Into<String>) -> Self {
        Self {
            facet: facet.into(),
            ..Self::new(Outcome::Violated, None)
        }
    }

    /// The rule cannot decide for want of the named fields.
    pub(super) fn cannot_tell(subject: &'a Element, missing: Vec<Missing>) -> Self {
        Self {
            missing,
            ..Self::new(Outcome::CannotTell, Some(subject))
        }
    }

    /// The same, of something that is no element: a source, an import.
    pub(super) fn cannot_tell_of_all(facet: impl Into<String>, missing: Vec<Missing>) -> Self {
        Self {
            facet: facet.into(),
            missing,
            ..Self::new(Outcome::CannotTell, None)
        }
    }

    pub(super) fn facet(mut self, facet: &str) -> Self {
        facet.clone_into(&mut self.facet);
        self
    }

    /// A severity other than the rule's own.
    pub(super) fn at(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// The severity stands as given, whatever is at stake.
    pub(super) fn not_raised(mut self) -> Self {
        self.raise = false;
        self
    }

    pub(super) fn says(mut self, message: String) -> Self {
        self.message = message;
        self
    }

    pub(super) fn advises(mut self, advice: impl Into<String>) -> Self {
        self.advice = advice.into();
        self
    }

    pub(super) fn shows(mut self, rows: impl IntoIterator<Item = Evidence>) -> Self {
        self.evidence.extend(rows);
        self
    }

    pub(super) fn relates(mut self, others: impl IntoIterator<Item = &'a Element>) -> Self {
        self.related.extend(others);
        self
    }

    pub(super) fn stakes(mut self, money: impl IntoIterator<Item = Money>) -> Self {
        self.money.extend(money);
        self
    }

    /// What the finding comes from, as the element and the name of its missing or faulty field: findings of one
    /// cause, of whatever rules, are shown as one.
    pub(super) fn caused_by(mut self, element: &Element, field: &str) -> Self {
        self.cause = Some(format!("{}:{field}", element.id));
        self
    }

    /// The same, when it is missing nearly everywhere and so is a fault of the whole.
    pub(super) fn caused_by_all(mut self, field: &str) -> Self {
        self.cause = Some(format!(":{field}"));
        self
    }

    /// The links to light up on a map, in order.
    pub(super) fn along<'l>(mut self, links: impl IntoIterator<Item = &'l Link>) -> Self {
        self.path.extend(links.into_iter().map(|it| it.id.clone()));
        self
    }

    pub(super) fn fixed_by(mut self, edits: Option<Vec<Edit>>) -> Self {
        self.fix = edits;
        self
    }
}

/// What a finding takes from its rule.
#[derive(Debug, Clone, Copy)]
struct Head<'c> {
    code: &'c str,
    name: &'c str,
    family: Family,
    severity: Severity,
}

/// The findings of one rule.
#[derive(Debug)]
pub struct Report<'c, 'a> {
    ctx: &'c Context<'a>,
    rule: Head<'c>,
    setting: Option<&'a RuleSetting>,
    findings: Vec<Finding>,
}

impl<'c, 'a> Report<'c, 'a> {
    pub(super) fn new(ctx: &'c Context<'a>, rule: &'static Rule) -> Self {
        let head = Head {
            code: rule.code,
            name: rule.name,
            family: rule.family,
            severity: rule.severity,
        };
        Self::of(ctx, head)
    }

    /// For a rule of one's own.
    pub(super) fn of_own(ctx: &'c Context<'a>, rule: &'c OwnRule) -> Self {
        let head = Head {
            code: &rule.code,
            name: &rule.name,
            family: Family::Own,
            severity: rule.severity,
        };
        Self::of(ctx, head)
    }

    fn of(ctx: &'c Context<'a>, rule: Head<'c>) -> Self {
        Self {
            ctx,
            rule,
            setting: ctx.settings().rules.get(rule.code),
            findings: Vec::new(),
        }
    }

    /// The value of a threshold of the rule, as the portfolio sets it or as it is by default.
    pub(super) fn value(&self, threshold: &Threshold) -> f64 {
        self.setting
            .and_then(|it| it.parameters.get(threshold.name))
            .copied()
            .unwrap_or(threshold.value)
    }

    /// The value of a threshold as a count.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count that is set below zero is zero"
    )]
    pub(super) fn count(&self, threshold: &Threshold) -> usize {
        self.value(threshold).round() as usize
    }

    /// The value of a threshold as whole days, months or cycles.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "thresholds on time are small"
    )]
    pub(super) fn days(&self, threshold: &Threshold) -> i64 {
        self.value(threshold).round() as i64
    }

    /// As the portfolio sets it; otherwise one step up for what is large, one step down for an idea.
    fn severity(&self, verdict: &Verdict<'a>) -> Severity {
        if verdict.result == Outcome::CannotTell {
            // Who cannot tell accuses nobody.
            return Severity::Info;
        }
        if let Some(set) = self.setting.and_then(|it| it.severity) {
            return set;
        }
        let base = verdict.severity.unwrap_or(self.rule.severity);
        let Some(subject) = verdict.subject.filter(|_| verdict.raise) else {
            return base;
        };
        // An idea that has money already is a draft no more.
        let idea = subject.initiative().is_some_and(|it| {
            it.state.value() == Some(&InitiativeState::Idea) && known_budget(it).is_none()
        });
        if self.ctx.is_large(subject) {
            base.raised()
        } else if idea {
            base.lowered()
        } else {
            base
        }
    }

    pub(super) fn add(&mut self, verdict: Verdict<'a>) {
        let severity = self.severity(&verdict);
        let Verdict { result, .. } = verdict;
        let mut parts = vec![self.rule.code];
        if !verdict.facet.is_empty() {
            parts.push(&verdict.facet);
        }
        if let Some(subject) = verdict.subject {
            parts.push(subject.id.as_str());
        }
        self.findings.push(Finding {
            key: parts.join(":"),
            code: self.rule.code.to_owned(),
            name: self.rule.name.to_owned(),
            family: self.rule.family,
            severity,
            result,
            subject: verdict.subject.map(Named::from),
            related: verdict.related.into_iter().map(Named::from).collect(),
            message: verdict.message,
            evidence: verdict.evidence,
            advice: verdict.advice,
            missing: verdict.missing,
            weight: verdict.subject.and_then(|it| self.ctx.weight(it)),
            money: verdict.money,
            cause: verdict.cause,
            path: verdict.path,
            first_seen: None,
            accepted: None,
            fix: verdict.fix,
        });
    }

    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

/// The heaviest first; everything else equal, in the order of the keys.
pub(super) fn sorted(findings: Vec<Finding>) -> Vec<Finding> {
    // Findings are large: references are sorted, and each finding moves once.
    let mut order: Vec<(usize, &Finding)> = findings.iter().enumerate().collect();
    order.sort_by(|(_, a), (_, b)| {
        let rank = |it: &Finding| (Reverse(it.severity), it.result, it.family);
        let money = |it: &Finding| it.money.iter().map(|money| money.amount).max();
        let weight = |it: &Finding| it.weight.unwrap_or(0.0);
        rank(a)
            .cmp(&rank(b))
            .then_with(|| a.code.cmp(&b.code))
            .then_with(|| weight(b).total_cmp(&weight(a)))
            .then_with(|| money(b).cmp(&money(a)))
            .then_with(|| a.key.cmp(&b.key))
    });
    let order: Vec<usize> = order.into_iter().map(|(n, _)| n).collect();
    let mut slots: Vec<Option<Finding>> = findings.into_iter().map(Some).collect();
    order.into_iter().filter_map(|n| slots[n].take()).collect()
}

/// Why a field is missing, in the words that stood in its place.
pub(super) fn gap_words(ctx: &Context<'_>, reason: Reason, said: &str) -> String {
    let why = match (reason, ctx.lang) {
        (Reason::Withheld, crate::model::Lang::En) => "withheld",
        (Reason::Withheld, crate::model::Lang::Fr) => "non communiqué",
        (Reason::NotRequired, crate::model::Lang::En) => "not required",
        (Reason::NotRequired, crate::model::Lang::Fr) => "non requis",
        (Reason::NotReported, crate::model::Lang::En) => "not reported",
        (Reason::NotReported, crate::model::Lang::Fr) => "non renseigné",
        (Reason::Unknown, crate::model::Lang::En) => "unknown",
        (Reason::Unknown, crate::model::Lang::Fr) => "inconnu",
    };
    if said.trim().is_empty() {
        why.to_owned()
    } else {
        format!("{why}, {}", super::words::quoted(said.trim(), ctx.lang))
    }
}

/// The edit that accepts the only proposed contribution among `links`; `None` when there is a choice, or when
/// nobody has said how it works: accepting it would then only silence the rule.
pub(super) fn accept_only<'l>(links: impl Iterator<Item = &'l Link>) -> Option<Vec<Edit>> {
    use crate::edit::LinkPatch;
    use crate::model::LinkState;
    let mut proposed = links.filter(|it| is_proposed(it));
    let only = proposed.next()?;
    let explained =
        matches!(&only.detail, LinkDetail::Contribution(it) if !it.mechanism.trim().is_empty());
    (explained && proposed.next().is_none()).then(|| {
        vec![Edit::SetLink {
            link: only.id.clone(),
            patch: LinkPatch::State(LinkState::Accepted),
        }]
    })
}

/// Whether a link is a contribution that waits for acceptance.
pub(super) fn is_proposed(link: &Link) -> bool {
    matches!(&link.detail, LinkDetail::Contribution(it) if it.state == crate::model::LinkState::Proposed)
}
