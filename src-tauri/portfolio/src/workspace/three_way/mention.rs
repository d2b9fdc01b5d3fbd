//! Mentions that went with what they name: when that stays after all, they come back, each in its place.
//!
//! Only what a removal clears by itself is looked at. Where something else was put in the place of a mention, that
//! stands.

use crate::model::{Detail, LinkDetail, Record};

/// The record with the mentions that vanished and that `kept` still has; `None` when it has them all.
pub(super) fn restored(
    now: &Record,
    kept: &Record,
    vanished: impl Fn(&str) -> bool,
) -> Option<Record> {
    let mut record = now.clone();
    match (&mut record, kept) {
        (Record::Element(it), Record::Element(kept)) => {
            let proof = &kept.why.proof;
            if it.why.proof.is_none() && proof.as_ref().is_some_and(|id| vanished(id.as_str())) {
                it.why.proof.clone_from(proof);
            }
            if let (Detail::Decision(it), Detail::Decision(kept)) = (&mut it.detail, &kept.detail) {
                list(&mut it.premises, &kept.premises, |id| vanished(id.as_str()));
            }
        }
        (Record::Link(it), Record::Link(kept)) => match (&mut it.detail, &kept.detail) {
            (LinkDetail::Contribution(it), LinkDetail::Contribution(kept)) => {
                list(&mut it.assumptions, &kept.assumptions, |id| {
                    vanished(id.as_str())
                });
                let indicator = kept.expects.iter().find_map(|it| it.indicator.as_ref());
                if it.expects.is_none() && indicator.is_some_and(|id| vanished(id.as_str())) {
                    it.expects.clone_from(&kept.expects);
                }
            }
            (
                LinkDetail::ConflictsWith { guard_rail: now },
                LinkDetail::ConflictsWith { guard_rail: kept },
            ) if now.is_none() && kept.as_ref().is_some_and(|id| vanished(id.as_str())) => {
                now.clone_from(kept);
            }
            _ => {}
        },
        _ => {}
    }
    (record != *now).then_some(record)
}

/// A list as it was kept, as far as it stands or vanished, and then what is new in it.
fn list<T: Clone + PartialEq>(now: &mut Vec<T>, kept: &[T], vanished: impl Fn(&T) -> bool) {
    let back = |it: &&T| now.contains(it) || vanished(it);
    let mut whole: Vec<T> = kept.iter().filter(back).cloned().collect();
    let new: Vec<T> = now
        .iter()
        .filter(|it| !whole.contains(it))
        .cloned()
        .collect();
    whole.extend(new);
    *now = whole;
}
