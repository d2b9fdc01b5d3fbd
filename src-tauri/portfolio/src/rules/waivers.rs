//! Which findings somebody lives with: a waiver that holds on the day names its rule and its subject. What is told once
//! of the whole portfolio has its settings for a subject, and what the same rule says of single elements stays open.
//!
//! Such a finding stays a finding; it only carries the waiver, and who shows or counts it decides.

use super::Finding;
use crate::model::{Date, Portfolio, RecordId, Settings, WaiverId};
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
                let subject = finding.subject.as_ref();
                let subject = subject.map_or_else(Settings::record_id, |it| RecordId::from(&it.id));
                finding.accepted = self
                    .0
                    .get(&(finding.code.as_str(), &subject))
                    .map(|id| (*id).clone());
            }
        }
        findings
    }
}
