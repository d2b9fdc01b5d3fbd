//! Names of people where fields hold them: when a person is renamed, those who were called so follow.

use super::Draft;
use crate::model::{Detail, Element, Field, Link, LinkDetail, Maybe, Record, Source, Waiver};

fn swap(text: &mut String, from: &str, to: &str) -> bool {
    let same = text == from;
    if same {
        to.clone_into(text);
    }
    same
}

fn swap_field(field: &mut Field<String>, from: &str, to: &str) -> bool {
    match field {
        Some(Maybe::Known(text)) => swap(text, from, to),
        _ => false,
    }
}

fn in_element(it: &mut Element, from: &str, to: &str) -> bool {
    let mut found = swap_field(&mut it.owner, from, to);
    found |= swap(&mut it.why.author, from, to);
    found |= swap(&mut it.why.accepted_by, from, to);
    found
        | match &mut it.detail {
            Detail::Outcome(of) => {
                swap_field(&mut of.business_owner, from, to)
                    | swap_field(&mut of.reviewer, from, to)
            }
            Detail::Change(of) => swap_field(&mut of.change_owner, from, to),
            _ => false,
        }
}

fn in_link(it: &mut Link, from: &str, to: &str) -> bool {
    match &mut it.detail {
        LinkDetail::Contribution(of) => {
            swap(&mut of.accepted_by, from, to) | swap(&mut of.proposed_by, from, to)
        }
        _ => false,
    }
}

/// Puts one name in the place of another wherever a field names somebody. Readings keep the name under which
/// they were recorded.
pub(super) fn rename(draft: &mut Draft<'_>, from: &str, to: &str) {
    let portfolio = draft.portfolio();
    let changed = |mut it: Element| in_element(&mut it, from, to).then_some(Record::Element(it));
    let mut all: Vec<Record> = portfolio.elements().cloned().filter_map(changed).collect();
    let changed = |mut it: Link| in_link(&mut it, from, to).then_some(Record::Link(it));
    all.extend(portfolio.links().cloned().filter_map(changed));
    let changed =
        |mut it: Source| swap_field(&mut it.owner, from, to).then_some(Record::Source(it));
    all.extend(portfolio.sources().cloned().filter_map(changed));
    let changed = |mut it: Waiver| swap(&mut it.person, from, to).then_some(Record::Waiver(it));
    all.extend(portfolio.waivers().cloned().filter_map(changed));
    for record in all {
        draft.put(record);
    }
}
