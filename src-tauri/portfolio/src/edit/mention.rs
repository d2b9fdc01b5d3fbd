//! What names an element without being linked to it: proofs, guard rails, assumptions and expectations of a
//! contribution.

use super::Draft;
use crate::model::{Contribution, Element, ElementId, Expectation, Link, LinkDetail, Record};

/// Lets everything that mentions one element mention another, or nothing.
pub(super) fn replace(draft: &mut Draft<'_>, from: &ElementId, to: Option<&ElementId>) {
    let portfolio = draft.portfolio();
    let proofs: Vec<Element> = portfolio
        .elements()
        .filter(|it| it.why.proof.as_ref() == Some(from))
        .cloned()
        .collect();
    let links: Vec<Link> = portfolio
        .links()
        .filter_map(|it| in_link(it, from, to))
        .collect();
    for mut element in proofs {
        element.why.proof = to.cloned();
        draft.put(Record::Element(element));
    }
    for link in links {
        draft.put(Record::Link(link));
    }
}

fn in_link(link: &Link, from: &ElementId, to: Option<&ElementId>) -> Option<Link> {
    match &link.detail {
        LinkDetail::ConflictsWith { guard_rail } if guard_rail.as_ref() == Some(from) => {
            Some(Link {
                detail: LinkDetail::ConflictsWith {
                    guard_rail: to.cloned(),
                },
                ..link.clone()
            })
        }
        LinkDetail::Contribution(it) => in_contribution(it, from, to).map(|next| Link {
            detail: LinkDetail::Contribution(next),
            ..link.clone()
        }),
        _ => None,
    }
}

fn in_contribution(
    it: &Contribution,
    from: &ElementId,
    to: Option<&ElementId>,
) -> Option<Contribution> {
    let assumed = it.assumptions.contains(from);
    let expected = it
        .expects
        .as_ref()
        .is_some_and(|it| it.indicator.as_ref() == Some(from));
    if !assumed && !expected {
        return None;
    }
    let mut next = it.clone();
    if assumed {
        next.assumptions.retain(|id| id != from && Some(id) != to);
        next.assumptions.extend(to.cloned());
    }
    if expected {
        // Without its indicator a movement has no unit, and must not be read in that of another.
        next.expects = match (next.expects, to) {
            (Some(expects), Some(to)) => Some(Expectation {
                indicator: Some(to.clone()),
                ..expects
            }),
            _ => None,
        };
    }
    Some(next)
}
