//! Links by chance, with something in every field as often as not.

use super::{day, maybe, number, text};
use crate::model::{
    Confidence, Contribution, ElementId, Expectation, LinkDetail, LinkState, Sign, Strength,
};
use proptest::prelude::*;
use proptest::sample::select;

fn expectation() -> BoxedStrategy<Expectation> {
    let ends = (any::<bool>(), any::<bool>());
    (any::<bool>(), [number(), number(), number()], ends)
        .prop_map(|(named, mut ordered, (low, high))| {
            ordered.sort_by(f64::total_cmp);
            let [least, likely, most] = ordered;
            Expectation {
                indicator: named.then(|| ElementId::new("gauge")),
                likely,
                low: low.then_some(least),
                high: high.then_some(most),
            }
        })
        .boxed()
}

pub(super) fn detail() -> BoxedStrategy<LinkDetail> {
    use LinkState::{Accepted, Disputed, Proposed, Retired};
    let state = select(vec![Proposed, Accepted, Disputed, Retired]);
    let contribution = (
        text(),
        select(vec![Sign::Helps, Sign::Harms]),
        maybe(&[
            Strength::Marginal,
            Strength::Weak,
            Strength::Moderate,
            Strength::Strong,
            Strength::Decisive,
        ]),
        state,
        proptest::option::of(0.0..=1.0),
        (day(), day(), text(), text(), any::<bool>()),
        (
            maybe(&[
                Confidence::Guess,
                Confidence::Doubtful,
                Confidence::Plausible,
                Confidence::Likely,
                Confidence::Certain,
            ]),
            proptest::option::of(any::<u32>()),
        ),
        (proptest::option::of(expectation()), text(), day()),
    )
        .prop_map(
            |(
                mechanism,
                sign,
                strength,
                state,
                share,
                (valid_from, valid_until, accepted_by, evidence, rests),
                (confidence, lag_days),
                (expects, proposed_by, proposed_on),
            )| {
                LinkDetail::Contribution(Contribution {
                    mechanism,
                    sign,
                    strength,
                    confidence,
                    lag_days,
                    share,
                    expects,
                    state,
                    proposed_by,
                    proposed_on,
                    accepted_by,
                    valid_from,
                    valid_until,
                    evidence,
                    assumptions: rests
                        .then(|| ElementId::new("belief"))
                        .into_iter()
                        .collect(),
                })
            },
        );
    prop_oneof![
        contribution,
        select(vec![
            LinkDetail::Because,
            LinkDetail::PartOf,
            LinkDetail::Measures,
            LinkDetail::RestsOn,
            LinkDetail::Cites
        ]),
        day().prop_map(|needed_by| LinkDetail::DependsOn { needed_by }),
        any::<bool>().prop_map(|watched| LinkDetail::ConflictsWith {
            guard_rail: watched.then(|| ElementId::new("gauge")),
        }),
    ]
    .boxed()
}
