//! What people said and decided: status reports of the two sides, deliveries, decisions, and who has left.

use super::{Context, reads};
use crate::model::{
    Date, Decision, Detail, Element, ElementKind, InitiativeState, Known, Lens, LinkKind, Status,
    StatusReport,
};
use std::collections::BTreeSet;

impl<'a> Context<'a> {
    /// Dated reports of an element until the date of the check, oldest first.
    #[must_use]
    pub fn reports(&self, number: usize) -> Vec<(Date, &'a StatusReport)> {
        let mut all: Vec<(Date, &StatusReport)> = self
            .statuses(number)
            .filter_map(|it| Some((*it.date.value()?, it)))
            .filter(|(date, _)| *date <= self.as_of)
            .collect();
        all.sort_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
        all
    }

    /// The latest report of one side that gives a status. One without a date is older than any with one.
    #[must_use]
    pub fn report_of(&self, number: usize, lens: Lens) -> Option<&'a StatusReport> {
        let mut best: Option<(Option<Date>, &'a StatusReport)> = None;
        for it in self.statuses(number) {
            let date = it.date.value().copied();
            if it.lens != lens || it.status.is_none() || date > Some(self.as_of) {
                continue;
            }
            let later = best.is_none_or(|(day, last)| match date {
                Some(_) => (date, &it.id) > (day, &last.id),
                None => day.is_none(),
            });
            if later {
                best = Some((date, it));
            }
        }
        best.map(|(_, it)| it)
    }

    /// How the delivery of an element is said to go: by the side that delivers, else by the business.
    #[must_use]
    pub fn delivery_status(&self, number: usize) -> Option<Status> {
        *self.facts.delivery.get(number, &self.reads, || {
            self.report_of(number, Lens::It)
                .or_else(|| self.report_of(number, Lens::Business))
                .and_then(|it| it.status)
        })
    }

    /// When an initiative was delivered: the day that was written down, else its end when it is said to be
    /// delivered. `None` when it is not, or nothing tells when, or only later than the check.
    #[must_use]
    pub fn delivered_on(&self, number: usize) -> Option<Date> {
        let it = self.element(number).initiative()?;
        let day = it.delivered_on.value().or_else(|| {
            let delivered = it.state.value() == Some(&InitiativeState::Delivered);
            it.end.value().filter(|_| delivered)
        });
        day.copied().filter(|day| *day <= self.as_of)
    }

    /// Dated decisions until the date of the check, oldest first.
    #[must_use]
    pub fn decisions(&self) -> Vec<(Date, usize, &'a Element, &'a Decision)> {
        let all = self.of_kind(crate::model::ElementKind::Decision);
        self.dated(all.map(|(n, _)| n).collect())
    }

    /// Dated decisions that cite an element, oldest first.
    #[must_use]
    pub fn decisions_on(&self, number: usize) -> Vec<(Date, usize, &'a Element, &'a Decision)> {
        let citing = self.linked_to(number, LinkKind::Cites);
        self.dated(citing.map(|(n, _)| n).collect())
    }

    /// Whether some decision cites one of each side. One without a date is taken to be made, one of a day after the
    /// check is not.
    #[must_use]
    pub fn is_arbitrated(&self, one: &[usize], other: &[usize]) -> bool {
        let deciding = |side: &[usize]| -> BTreeSet<usize> {
            let citing = side
                .iter()
                .flat_map(|n| self.linked_to(*n, LinkKind::Cites));
            let taken = |n: &usize| {
                let decision = self.element(*n).decision();
                let day = decision.and_then(|it| it.decided_on.value());
                day.is_none_or(|day| *day <= self.as_of)
            };
            citing.map(|(n, _)| n).filter(taken).collect()
        };
        !deciding(one).is_disjoint(&deciding(other))
    }

    fn dated(&self, numbers: Vec<usize>) -> Vec<(Date, usize, &'a Element, &'a Decision)> {
        let mut all: Vec<_> = numbers
            .into_iter()
            .filter_map(|n| {
                let element = self.element(n);
                let Detail::Decision(decision) = &element.detail else {
                    return None;
                };
                Some((*decision.decided_on.value()?, n, element, decision))
            })
            .filter(|(date, ..)| *date <= self.as_of)
            .collect();
        all.sort_by_key(|(date, n, ..)| (*date, *n));
        all
    }

    /// Somebody of that name, whatever its case, who was put away as a person until the date of the check.
    #[must_use]
    pub fn person_who_left(&self, name: &str) -> Option<(&'a Element, Date)> {
        self.reads.see(reads::kind(ElementKind::Person));
        let left = self.people_who_left.get_or_init(|| {
            let all = self.elements.iter().enumerate();
            all.filter(|(_, it)| it.kind() == ElementKind::Person && it.archived.is_some())
                .map(|(n, it)| (it.title.trim().to_lowercase(), n))
                .collect()
        });
        let person = self.elements[*left.get(&name.trim().to_lowercase())?];
        let on = person.archived.as_ref()?.on;
        (on <= self.as_of).then_some((person, on))
    }
}
