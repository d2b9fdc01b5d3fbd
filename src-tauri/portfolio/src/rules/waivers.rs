//! Which findings somebody lives with: a waiver that holds on the day names its rule and its subject.
//!
//! Such a finding stays a finding; it only carries the waiver, and who shows or counts it decides.

use super::Finding;
use crate::model::{Date, Portfolio, RecordId, WaiverId};
use std::collections::BTreeMap;

/// The findings that somebody lives with on a day.
pub(super) struct Waivers<'p>(BTreeMap<(&'p str, &'p RecordId), &'p WaiverId>);

impl<'p> Waivers<'p> {
    pub(super) fn of(portfolio: &'p Portfolio, as_of: Date) -> Self {
        let holding = portfolio.waivers().filter(|it| it.holds_on(as_of));
        Self(
            holding
                .map(|it| ((it.code.as_str(), &it.subject), &it.id))
                .collect(),
        )
    }

    /// Names with each finding the waiver it is lived with by.
    pub(super) fn mark(&self, mut findings: Vec<Finding>) -> Vec<Finding> {
        if !self.0.is_empty() {
            for finding in &mut findings {
                if let Some(subject) = &finding.subject {
                    let subject = RecordId::from(&subject.id);
                    finding.accepted = self
                        .0
                        .get(&(finding.code.as_str(), &subject))
                        .map(|id| (*id).clone());
                }
            }
        }
        findings
    }
}
