//! Which indicators somebody names without measuring anything by them: as the proof of a why, the guard rail of a
//! conflict, what a contribution promises to move, or by a reading that a decision relied on.
//!
//! The naming stands at one end and the rule asks at the other. So that a look at one indicator need not note every
//! element that might name it, the engine counts whoever a changed record names, or named before, as changed too.

use super::Context;
use super::reads;
use crate::model::{Detail, Element, ElementId, Link, LinkDetail, Portfolio, Record};

/// The indicators that a record names.
pub(in crate::rules) fn named<'p>(
    portfolio: &'p Portfolio,
    record: &'p Record,
) -> impl Iterator<Item = &'p ElementId> {
    let (element, link) = match record {
        Record::Element(it) => (Some(it), None),
        Record::Link(it) => (None, Some(it)),
        _ => (None, None),
    };
    let by_element = element.into_iter().flat_map(|it| by_element(portfolio, it));
    by_element.chain(link.and_then(by_link))
}

pub(in crate::rules) fn by_link(link: &Link) -> Option<&ElementId> {
    match &link.detail {
        LinkDetail::Contribution(it) => it.expects.as_ref()?.indicator.as_ref(),
        LinkDetail::ConflictsWith { guard_rail } => guard_rail.as_ref(),
        _ => None,
    }
}

fn by_element<'p>(
    portfolio: &'p Portfolio,
    element: &'p Element,
) -> impl Iterator<Item = &'p ElementId> {
    let premises = match &element.detail {
        Detail::Decision(it) => it.premises.as_slice(),
        _ => &[],
    };
    let read = premises.iter().filter_map(|id| portfolio.reading(id));
    element.why.proof.iter().chain(read.map(|it| &it.indicator))
}

impl Context<'_> {
    /// Whether something that is not archived names an indicator without measuring anything by it.
    pub(in crate::rules) fn is_mentioned(&self, number: usize) -> bool {
        self.reads.see(reads::says(number));
        self.mentioned.get_or_init(|| {
            let mut mentioned = vec![false; self.elements.len()];
            let mut name = |id: &ElementId| {
                if let Some(n) = self.place(id) {
                    mentioned[n] = true;
                }
            };
            for element in self.elements.iter().filter(|it| it.archived.is_none()) {
                by_element(self.portfolio, element).for_each(&mut name);
            }
            for link in self.portfolio.links() {
                if self.place(&link.from).is_some() && self.place(&link.to).is_some() {
                    by_link(link).into_iter().for_each(&mut name);
                }
            }
            mentioned
        })[number]
    }
}
