//! What names an element without being linked to it: proofs, guard rails, assumptions of a contribution.

use super::Draft;
use crate::model::{Element, ElementId, Link, LinkDetail, Record};

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
        LinkDetail::Contribution(it) if it.assumptions.contains(from) => {
            let mut next = it.clone();
            next.assumptions.retain(|id| id != from && Some(id) != to);
            next.assumptions.extend(to.cloned());
            Some(Link {
                detail: LinkDetail::Contribution(next),
                ..link.clone()
            })
        }
        _ => None,
    }
}
