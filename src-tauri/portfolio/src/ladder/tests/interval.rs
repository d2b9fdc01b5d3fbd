//! The interval around the one figure, over random portfolios: it holds the figure, is the same each time, and moves the way
//! that weights and confidences move.

use super::sketch::{Sketch, sketch};
use crate::ladder::{DRAWS, Measured, score};
use crate::model::{Confidence, Detail, Lang, LinkDetail, Portfolio, Record, known};
use crate::rules::Context;
use proptest::prelude::*;

fn measured(records: &[Record], like: &Sketch) -> Option<Measured> {
    let portfolio = Portfolio::from_records(records.iter().cloned());
    score(&Context::new(&portfolio, like.as_of, Lang::En), &[]).measured
}

/// Does something to every weight.
fn weighed(sketch: &Sketch, turn: impl Fn(f64) -> f64) -> Vec<Record> {
    let mut records = sketch.records.clone();
    for record in &mut records {
        if let Record::Element(it) = record
            && let Detail::Objective(own) = &mut it.detail
            && let Some(crate::model::Maybe::Known(weight)) = own.weight
        {
            own.weight = known(turn(weight));
        }
    }
    records
}

/// Does something to every word of confidence.
fn trusted(sketch: &Sketch, turn: impl Fn(Confidence) -> Confidence) -> Vec<Record> {
    let mut records = sketch.records.clone();
    for record in &mut records {
        if let Record::Link(link) = record
            && let LinkDetail::Contribution(it) = &mut link.detail
        {
            it.confidence = it.confidence.map(&turn);
        }
    }
    records
}

fn surer(word: Confidence) -> Confidence {
    use Confidence::{Certain, Doubtful, Guess, Likely, Plausible};
    match word {
        Guess => Doubtful,
        Doubtful => Plausible,
        Plausible => Likely,
        Likely | Certain => Certain,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn it_holds_the_figure_and_is_a_share(sketch in sketch()) {
        if let Some(it) = measured(&sketch.records, &sketch) {
            prop_assert!(0.0 <= it.low && it.low <= it.share && it.share <= it.high && it.high <= 1.0, "{it:?}");
            prop_assert!(it.share + it.unknown <= 1.0 + 1e-9, "{it:?}");
            prop_assert_eq!(it.draws, DRAWS);
        }
    }

    #[test]
    fn the_same_portfolio_has_the_same_interval_whatever_the_order_of_its_records(sketch in sketch()) {
        let mut turned = sketch.records.clone();
        turned.reverse();
        prop_assert_eq!(measured(&sketch.records, &sketch), measured(&turned, &sketch));
    }

    /// Points have no unit: twice as many for all is the same ranking.
    #[test]
    fn weights_count_by_their_proportion(sketch in sketch()) {
        let (once, twice) = (measured(&sketch.records, &sketch), measured(&weighed(&sketch, |it| it * 2.0), &sketch));
        prop_assert_eq!(once.is_some(), twice.is_some());
        if let Some((one, other)) = once.zip(twice) {
            for (a, b) in [(one.share, other.share), (one.low, other.low), (one.high, other.high)] {
                prop_assert!((a - b).abs() < 1e-9, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn without_weights_there_is_no_figure(sketch in sketch()) {
        prop_assert_eq!(measured(&weighed(&sketch, |_| 0.0), &sketch), None);
    }

    /// All promises of these portfolios lead the right way.
    #[test]
    fn who_is_surer_is_never_measured_less(sketch in sketch()) {
        let (now, then) = (measured(&sketch.records, &sketch), measured(&trusted(&sketch, surer), &sketch));
        if let Some((now, then)) = now.zip(then) {
            prop_assert!(then.share >= now.share - 1e-9, "{now:?} {then:?}");
            prop_assert!(then.low >= now.low - 1e-9, "{now:?} {then:?}");
            prop_assert!(then.high >= now.high - 1e-9, "{now:?} {then:?}");
        }
    }
}
