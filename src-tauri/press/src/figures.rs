//! The figures of a snapshot, computed once. What is missing is counted by its reason and never guessed.

use crate::Frozen;
use crate::reach::Reach;
use portfolio::model::{
    Currency, Element, ElementKind, Field, Lens, Maybe, Portfolio, Reason, StatusReport,
};
use portfolio::rules::{Finding, Outcome, Severity};
use rust_decimal::Decimal;
use serde::Serialize;
use std::collections::BTreeMap;

/// Money of one currency, in base units.
#[derive(Debug, Clone, Serialize, PartialEq)]
pub(crate) struct Spend {
    pub(crate) currency: Currency,
    /// Budget of all open initiatives; a part inside a budgeted whole is counted once.
    pub(crate) active: Decimal,
    /// Of these, what reaches no objective.
    pub(crate) reaching_none: Decimal,
}

/// How much of one field is known.
#[derive(Debug, Clone, Copy, Default, Serialize, PartialEq, Eq)]
pub(crate) struct Filled {
    pub(crate) known: usize,
    pub(crate) withheld: usize,
    pub(crate) not_required: usize,
    pub(crate) not_reported: usize,
    pub(crate) unknown: usize,
    /// Nobody ever wrote anything.
    pub(crate) empty: usize,
}

impl Filled {
    pub(crate) fn total(self) -> usize {
        self.known
            + self.withheld
            + self.not_required
            + self.not_reported
            + self.unknown
            + self.empty
    }

    pub(crate) fn count<T>(&mut self, field: &Field<T>) {
        match field {
            Some(Maybe::Known(_)) => self.known += 1,
            Some(Maybe::Missing(gap)) => match gap.reason {
                Reason::Withheld => self.withheld += 1,
                Reason::NotRequired => self.not_required += 1,
                Reason::NotReported => self.not_reported += 1,
                Reason::Unknown => self.unknown += 1,
            },
            None => self.empty += 1,
        }
    }

    pub(crate) fn tick(&mut self, known: bool) {
        if known {
            self.known += 1;
        } else {
            self.empty += 1;
        }
    }
}

/// Findings by severity; what a rule cannot decide is counted apart.
#[derive(Debug, Clone, Copy, Default, Serialize, PartialEq, Eq)]
pub(crate) struct Weighed {
    pub(crate) blocker: usize,
    pub(crate) high: usize,
    pub(crate) medium: usize,
    pub(crate) low: usize,
    pub(crate) info: usize,
    pub(crate) cannot_tell: usize,
}

impl Weighed {
    fn of(findings: &[Finding]) -> Self {
        let mut all = Self::default();
        for finding in findings {
            *match (finding.result, finding.severity) {
                (Outcome::CannotTell, _) => &mut all.cannot_tell,
                (Outcome::Violated, Severity::Blocker) => &mut all.blocker,
                (Outcome::Violated, Severity::High) => &mut all.high,
                (Outcome::Violated, Severity::Medium) => &mut all.medium,
                (Outcome::Violated, Severity::Low) => &mut all.low,
                (Outcome::Violated, Severity::Info) => &mut all.info,
            } += 1;
        }
        all
    }

    /// How many say that something is at fault.
    pub(crate) fn at_fault(self) -> usize {
        self.blocker + self.high + self.medium + self.low + self.info
    }
}

/// All figures that stand on a snapshot outside its tables.
#[derive(Debug, Clone, Serialize, PartialEq)]
pub(crate) struct Figures {
    pub(crate) drivers: usize,
    pub(crate) priorities: usize,
    pub(crate) objectives: usize,
    pub(crate) initiatives: usize,
    /// Initiatives that are open, or of which nothing says that they are not.
    pub(crate) active: usize,
    pub(crate) active_reaching_none: usize,
    /// Open initiatives whose why card is empty.
    pub(crate) active_without_why: usize,
    pub(crate) spend: Vec<Spend>,
    /// Budgets of open initiatives.
    pub(crate) budgets: Filled,
    pub(crate) findings: Weighed,
    /// Of what is at fault, what somebody lives with.
    pub(crate) accepted: Weighed,
}

/// The latest report of an element under one lens; an undated one counts as older than any other.
pub(crate) fn latest<'a>(
    portfolio: &'a Portfolio,
    element: &Element,
    lens: Lens,
) -> Option<&'a StatusReport> {
    portfolio
        .statuses_of(&element.id)
        .filter(|report| report.lens == lens)
        .max_by_key(|report| (report.date.as_ref().and_then(Maybe::known), &report.id))
}

/// Sums of known budgets by currency over some open initiatives.
pub(crate) fn sums<'a>(
    reach: &Reach<'_>,
    of: impl Iterator<Item = &'a Element>,
) -> BTreeMap<&'a Currency, Decimal> {
    let mut sums: BTreeMap<&Currency, Decimal> = BTreeMap::new();
    for element in of {
        let Some(initiative) = element.initiative() else {
            continue;
        };
        if let Some(money) = initiative.budget.as_ref().and_then(Maybe::known)
            && !reach.is_inside_a_budget(element)
        {
            let sum = sums.entry(&money.currency).or_default();
            *sum = sum.saturating_add(money.amount);
        }
    }
    sums
}

impl Figures {
    pub(crate) fn new(frozen: &Frozen, reach: &Reach<'_>) -> Self {
        let portfolio = &frozen.portfolio;
        let kind = |kind| portfolio.live(kind).count();
        let all = sums(reach, reach.active().map(|(element, _)| element));
        let none = sums(
            reach,
            reach
                .active()
                .map(|(element, _)| element)
                .filter(|element| !reach.reaches_any(&element.id)),
        );
        let mut budgets = Filled::default();
        for (_, initiative) in reach.active() {
            budgets.count(&initiative.budget);
        }
        Self {
            drivers: kind(ElementKind::Driver),
            priorities: kind(ElementKind::Priority),
            objectives: kind(ElementKind::Objective),
            initiatives: kind(ElementKind::Initiative),
            active: reach.active().count(),
            active_reaching_none: reach
                .active()
                .filter(|(element, _)| !reach.reaches_any(&element.id))
                .count(),
            active_without_why: reach
                .active()
                .filter(|(element, _)| element.why.is_empty())
                .count(),
            spend: all
                .into_iter()
                .map(|(currency, active)| Spend {
                    currency: currency.clone(),
                    active,
                    reaching_none: none.get(currency).copied().unwrap_or_default(),
                })
                .collect(),
            budgets,
            findings: Weighed::of(&frozen.findings),
            accepted: Weighed::of(&frozen.accepted),
        }
    }
}
