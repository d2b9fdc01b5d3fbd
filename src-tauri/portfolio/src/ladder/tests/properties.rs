//! What keeps the score from being gamed, over random portfolios.
//!
//! Moving a baseline date is no fact of one state: the history of the file keeps the step, and a change between two states
//! names it (`changes.rs`). Restatement, easier targets and other kinds of indicators are tested there too.

use super::sketch::{Sketch, sketch};
use crate::ladder::change::{Cause, Profile, State, between};
use crate::ladder::{Answer, Need, RemarkKind, Rung, Score, score};
use crate::model::{
    Contribution, ElementId, ElementKind, Expectation, Grade, Known, Lang, Link, LinkDetail,
    LinkId, LinkState, Money, Nature, Portfolio, Reading, ReadingId, Record, Strength, known,
};
use crate::rules::Context;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

fn scored(records: &[Record], like: &Sketch) -> Score {
    let portfolio = Portfolio::from_records(records.iter().cloned());
    score(&Context::new(&portfolio, like.as_of, Lang::En), &[])
}

fn bounds(score: &Score) -> BTreeMap<&str, (Rung, Rung)> {
    let all = score.objectives.iter();
    all.map(|it| (it.objective.id.as_str(), (it.floor, it.ceiling)))
        .collect()
}

/// No objective stands higher than before, or than `most` where it stood lower.
fn never_higher(before: &Score, after: &Score, most: Rung) -> Result<(), TestCaseError> {
    let after = bounds(after);
    for (id, (floor, _)) in bounds(before) {
        if let Some((now, _)) = after.get(id) {
            prop_assert!(
                *now <= floor.max(most),
                "{id} rose from {floor:?} to {now:?}"
            );
        }
    }
    Ok(())
}

fn ids(sketch: &Sketch, kinds: &[ElementKind]) -> Vec<ElementId> {
    let elements = sketch.records.iter().filter_map(|it| match it {
        Record::Element(it) if kinds.contains(&it.kind()) => Some(it.id.clone()),
        _ => None,
    });
    elements.collect()
}

fn contributions(records: &mut [Record]) -> impl Iterator<Item = &mut Contribution> {
    records.iter_mut().filter_map(|it| match it {
        Record::Link(Link {
            detail: LinkDetail::Contribution(it),
            ..
        }) => Some(it),
        _ => None,
    })
}

fn link(id: &str, from: &ElementId, to: &ElementId, it: Contribution) -> Record {
    Record::Link(Link {
        id: LinkId::new(id),
        from: from.clone(),
        to: to.clone(),
        detail: LinkDetail::Contribution(it),
    })
}

/// Flow to each objective: meant, low, high.
fn flows(score: &Score) -> BTreeMap<String, [f64; 3]> {
    let of = |it: &Money| it.amount.to_f64().unwrap();
    let all = score.objectives.iter();
    all.flat_map(|it| {
        let flow = it.flow.iter();
        flow.map(|flow| {
            let id = it.objective.id.as_str().to_owned();
            (id, [of(&flow.meant), of(&flow.low), of(&flow.high)])
        })
    })
    .collect()
}

fn close(one: &BTreeMap<String, [f64; 3]>, other: &BTreeMap<String, [f64; 3]>) -> bool {
    one.keys().eq(other.keys())
        && one
            .values()
            .flatten()
            .zip(other.values().flatten())
            .all(|(a, b)| (a - b).abs() < 0.05)
}

#[test]
fn the_sketches_stand_on_every_level() {
    let mut runner = TestRunner::deterministic();
    let mut met: BTreeMap<Option<Rung>, usize> = BTreeMap::new();
    let mut needs: BTreeMap<(Need, Answer), usize> = BTreeMap::new();
    for _ in 0..600 {
        let sketch = sketch().new_tree(&mut runner).unwrap().current();
        for it in scored(&sketch.records, &sketch).objectives {
            *met.entry(it.level).or_default() += 1;
            for stage in it.stages {
                *needs.entry((stage.need, stage.answer)).or_default() += 1;
            }
        }
    }
    for level in Rung::ALL.map(Some).into_iter().chain([None]) {
        assert!(
            met.get(&level).is_some_and(|it| *it >= 5),
            "{level:?} of {met:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_link_without_mechanism_never_raises_a_level_above_linked(
        sketch in sketch(), ends in any::<[prop::sample::Index; 2]>(), expects in -400.0..0.0_f64,
    ) {
        let from = ids(&sketch, &[ElementKind::Outcome, ElementKind::Change, ElementKind::Initiative, ElementKind::Objective]);
        let to = ids(&sketch, &[ElementKind::Objective, ElementKind::Outcome]);
        let (from, to) = (ends[0].get(&from), ends[1].get(&to));
        prop_assume!(from != to);
        let mut records = sketch.records.clone();
        records.push(link("added", from, to, Contribution {
            state: LinkState::Accepted,
            accepted_by: "Somebody else".to_owned(),
            strength: Some(Strength::Decisive),
            confidence: Some(crate::model::Confidence::Certain),
            expects: Some(Expectation { indicator: Some(ElementId::new("k1")), likely: expects, low: None, high: None }),
            ..Contribution::default()
        }));
        never_higher(&scored(&sketch.records, &sketch), &scored(&records, &sketch), Rung::Linked)?;
    }

    #[test]
    fn proposals_count_for_nothing_however_many(sketch in sketch()) {
        let before = scored(&sketch.records, &sketch);
        let mut records = sketch.records.clone();
        let from = ids(&sketch, &[ElementKind::Initiative]);
        let to = ids(&sketch, &[ElementKind::Objective, ElementKind::Outcome]);
        for n in 0..500 {
            records.push(link(&format!("imported-{n}"), &from[n % from.len()], &to[n / from.len() % to.len()], Contribution {
                mechanism: "Imported".to_owned(),
                ..Contribution::default()
            }));
        }
        let after = scored(&records, &sketch);
        prop_assert_eq!(bounds(&before), bounds(&after));
        prop_assert_eq!(&before.by_weight, &after.by_weight);
        prop_assert_eq!(&before.by_money, &after.by_money);
        prop_assert_eq!(before.measured, after.measured);
        let remark = after.remarks.iter().find(|it| it.kind == RemarkKind::Proposed);
        prop_assert!(remark.is_some_and(|it| it.count >= 500));
    }

    #[test]
    fn splitting_or_merging_work_leaves_the_flow_unchanged(
        sketch in sketch(), which in any::<prop::sample::Index>(), part in 0..=100_u32,
    ) {
        let before = scored(&sketch.records, &sketch);
        let one = which.get(&ids(&sketch, &[ElementKind::Initiative])).clone();
        // Its parts would have to be divided too.
        let whole = sketch.records.iter().any(|it| matches!(it, Record::Link(it) if it.to == one));
        prop_assume!(!whole);
        let other = ElementId::new("the-other-half");
        let mut records = Vec::new();
        for record in &sketch.records {
            match record {
                Record::Element(it) if it.id == one => {
                    let mut halves = [it.clone(), it.clone()];
                    halves[1].id = other.clone();
                    if let Some(budget) = it.initiative().and_then(|it| it.budget.value()) {
                        let first = (budget.amount * Decimal::from(part) / Decimal::from(100)).round_dp(2);
                        for (half, amount) in halves.iter_mut().zip([first, budget.amount - first]) {
                            if let crate::model::Detail::Initiative(it) = &mut half.detail {
                                it.budget = known(Money { amount, currency: budget.currency.clone() });
                            }
                        }
                    }
                    records.extend(halves.map(Record::Element));
                }
                Record::Link(it) if it.from == one => {
                    let mut again = it.clone();
                    again.id = LinkId::new(format!("{}-again", it.id));
                    again.from = other.clone();
                    records.extend([Record::Link(it.clone()), Record::Link(again)]);
                }
                other => records.push(other.clone()),
            }
        }
        let after = scored(&records, &sketch);
        prop_assert!(close(&flows(&before), &flows(&after)), "{:?}\n{:?}\n{}", flows(&before), flows(&after), sketch.text);
        for (one, other) in before.spend.iter().zip(&after.spend) {
            prop_assert_eq!(&one.total, &other.total);
            prop_assert!((one.nowhere.amount - other.nowhere.amount).abs() < Decimal::ONE);
        }
    }

    #[test]
    fn spraying_links_only_dilutes(sketch in sketch(), which in any::<prop::sample::Index>()) {
        let before = scored(&sketch.records, &sketch);
        let from = which.get(&ids(&sketch, &[ElementKind::Initiative])).clone();
        let mut records = sketch.records.clone();
        for (n, to) in ids(&sketch, &[ElementKind::Objective, ElementKind::Outcome]).iter().enumerate() {
            records.push(link(&format!("spray-{n}"), &from, to, Contribution {
                mechanism: "It helps".to_owned(),
                state: LinkState::Accepted,
                share: Some(1.0),
                strength: Some(Strength::Decisive),
                confidence: Some(crate::model::Confidence::Certain),
                ..Contribution::default()
            }));
        }
        for score in [&before, &scored(&records, &sketch)] {
            for it in &score.spend {
                let sum = it.reaches.amount + it.unknown.amount + it.leaks.amount;
                prop_assert_eq!(sum, it.total.amount);
                prop_assert!(it.leaks.amount >= -Decimal::new(2, 2), "{:?}", it);
                prop_assert!(it.nowhere.amount <= it.leaks.amount + it.unknown.amount + Decimal::new(2, 2));
            }
        }
    }

    #[test]
    fn what_everybody_accepts_for_himself_is_linked_at_most(sketch in sketch(), named in any::<bool>()) {
        let mut records = sketch.records.clone();
        for record in &mut records {
            if let Record::Element(it) = record {
                it.owner = known("A. Rey".to_owned());
            }
        }
        for it in contributions(&mut records) {
            it.proposed_by = String::new();
            it.accepted_by = if named { "a.  REY".to_owned() } else { String::new() };
        }
        for (id, (_, ceiling)) in bounds(&scored(&records, &sketch)) {
            prop_assert!(ceiling <= Rung::Linked, "{id} may be {ceiling:?}");
        }
    }

    #[test]
    fn readings_without_source_measure_nothing_and_raise_nothing(
        sketch in sketch(), value in 0.0..60.0_f64, grade in prop::option::of(Just(Grade::Corroborated)),
    ) {
        let before = scored(&sketch.records, &sketch);
        let mut stripped = sketch.records.clone();
        for record in &mut stripped {
            if let Record::Reading(it) = record {
                it.source = None;
                it.grade = grade;
            }
        }
        for (id, (_, ceiling)) in bounds(&scored(&stripped, &sketch)) {
            prop_assert!(ceiling <= Rung::Plausible, "{id} may be {ceiling:?}");
        }
        let mut more = sketch.records.clone();
        for (n, indicator) in ids(&sketch, &[ElementKind::Indicator]).into_iter().enumerate() {
            more.push(Record::Reading(Reading {
                id: ReadingId::new(format!("hearsay-{n}")),
                indicator,
                period: sketch.as_of,
                value,
                nature: Nature::Actual,
                source: None,
                recorded_at: chrono::DateTime::UNIX_EPOCH,
                recorded_by: "A. Rey".to_owned(),
                comment: String::new(),
                grade,
            }));
        }
        never_higher(&before, &scored(&more, &sketch), Rung::Unlinked)?;
    }

    #[test]
    fn dropping_an_objective_is_scope_and_nothing_else(sketch in sketch(), which in any::<prop::sample::Index>()) {
        let gone = which.get(&ids(&sketch, &[ElementKind::Objective])).clone();
        let kept = sketch.records.iter().filter(|it| match it {
            Record::Element(it) => it.id != gone,
            Record::Link(it) => it.from != gone && it.to != gone,
            _ => true,
        });
        let (old, new) = (sketch.portfolio(), Portfolio::from_records(kept.cloned()));
        let as_of = sketch.as_of;
        let change = between(State { portfolio: &old, as_of }, State { portfolio: &new, as_of }, Lang::En);
        for effect in change.effects.iter().filter(|it| it.cause != Cause::Scope) {
            let moved = effect.moved.bars.iter().flat_map(|it| &it.levels);
            prop_assert!(moved.chain([&effect.moved.measured]).all(|it| *it == 0.0), "{:?}", effect);
        }
    }

    #[test]
    fn the_parts_of_a_change_add_up_to_the_whole(old in sketch(), new in sketch(), later in 0..400_u64) {
        let (was, is) = (old.portfolio(), new.portfolio());
        let as_of = new.as_of + chrono::Days::new(later);
        let change = between(
            State { portfolio: &was, as_of: old.as_of },
            State { portfolio: &is, as_of },
            Lang::En,
        );
        prop_assert_eq!(&change.after, &Profile::of(&crate::ladder::of(&is, as_of, Lang::En)));
        let sum = |of: &dyn Fn(&Profile) -> f64| change.effects.iter().map(|it| of(&it.moved)).sum::<f64>();
        let measured = sum(&|it| it.measured);
        prop_assert!((change.before.measured + measured - change.after.measured).abs() < 1e-9);
        for bar in &change.after.bars {
            for (place, after) in bar.levels.iter().enumerate() {
                let of = |it: &Profile| {
                    let own = it.bars.iter().find(|it| it.currency == bar.currency);
                    own.map_or(0.0, |it| it.levels[place])
                };
                let whole = of(&change.before) + sum(&of);
                prop_assert!((whole - after).abs() < 1e-9, "{} is not {}", whole, after);
            }
        }
    }

    #[test]
    fn widths_add_up_and_the_figure_lies_in_its_interval(sketch in sketch()) {
        let score = scored(&sketch.records, &sketch);
        for bar in std::iter::once(&score.by_weight).chain(&score.by_money) {
            let percent: u32 = bar.segments.iter().map(|it| it.percent).sum();
            let share: f64 = bar.segments.iter().map(|it| it.share).sum();
            prop_assert!(percent == 100 || percent == 0);
            prop_assert!((share * 100.0 - f64::from(percent)).abs() < 1e-6);
        }
        if let Some(it) = score.measured {
            prop_assert!(0.0 <= it.low && it.low <= it.share && it.share <= it.high && it.high <= 1.0 + 1e-9);
        }
        for it in &score.objectives {
            prop_assert!(it.floor <= it.ceiling);
            prop_assert_eq!(it.level.is_some(), it.floor == it.ceiling);
            for stage in &it.stages {
                prop_assert_eq!(stage.lift.is_empty(), stage.answer == Answer::Holds, "{:?}", stage);
                prop_assert!(stage.answer != Answer::CannotTell || !stage.missing.is_empty(), "{:?}", stage);
            }
        }
    }

    #[test]
    fn the_same_portfolio_gives_the_same_bytes(sketch in sketch()) {
        let of = |records: &[Record]| serde_json::to_string(&scored(records, &sketch)).unwrap();
        let mut turned = sketch.records.clone();
        turned.reverse();
        prop_assert_eq!(of(&sketch.records), of(&turned));
    }
}
