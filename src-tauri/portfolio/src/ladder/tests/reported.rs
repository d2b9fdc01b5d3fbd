//! What cannot be undone in one state is at least reported, over random portfolios: easier targets, moved baselines, other
//! kinds, restated values, equal weights, findings that somebody lives with. And the ladder never contradicts rule D204.

use super::sketch::{Sketch, sketch};
use crate::ladder::change::{ScoreChange, State, between};
use crate::ladder::{Answer, Need, RemarkKind, TraceKind, of, score};
use crate::model::{
    Contribution, Detail, ElementId, Indicator, IndicatorKind, Known, Lang, Link, LinkDetail,
    LinkKind, Portfolio, Record, RecordId, SourceId, Waiver, WaiverId, known,
};
use crate::rules::{Context, Outcome, run_all};
use proptest::prelude::*;
use proptest::sample::Index;

fn change(sketch: &Sketch, newer: Vec<Record>) -> ScoreChange {
    let (old, new) = (sketch.portfolio(), Portfolio::from_records(newer));
    let as_of = sketch.as_of;
    let [old, new] = [&old, &new].map(|portfolio| State { portfolio, as_of });
    between(old, new, Lang::En)
}

fn reports(change: &ScoreChange, kind: TraceKind, element: &ElementId) -> bool {
    let mut own = change.traces.iter().filter(|it| it.kind == kind);
    own.any(|it| it.elements.contains(element))
}

/// Does something to one indicator that is as `which` asks; its id, and the newer records.
fn turned(
    sketch: &Sketch,
    at: Index,
    which: fn(&Indicator) -> bool,
    turn: impl Fn(&mut Indicator),
) -> Option<(ElementId, Vec<Record>)> {
    let mut records = sketch.records.clone();
    let mut all: Vec<_> = records
        .iter_mut()
        .filter_map(|it| match it {
            Record::Element(it) => match &mut it.detail {
                Detail::Indicator(own) if which(own) => Some((it.id.clone(), own)),
                _ => None,
            },
            _ => None,
        })
        .collect();
    if all.is_empty() {
        return None;
    }
    let place = at.index(all.len());
    let (id, own) = &mut all[place];
    turn(own);
    let id = id.clone();
    Some((id, records))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn an_easier_target_is_reported(sketch in sketch(), at in any::<Index>(), by in 1.0..25.0_f64) {
        let done = turned(&sketch, at, |it| it.target.value().is_some() && it.baseline.value().is_some(), |it| {
            it.target = it.target.value().map(|target| crate::model::Maybe::Known(target + by));
        });
        prop_assume!(done.is_some());
        let (id, newer) = done.unwrap();
        let change = change(&sketch, newer);
        prop_assert!(reports(&change, TraceKind::TargetEased, &id), "{:?}", change.traces);
    }

    #[test]
    fn a_baseline_or_its_day_that_moved_is_reported(sketch in sketch(), at in any::<Index>(), days in 1..900_u64, value in any::<bool>()) {
        let done = turned(&sketch, at, |it| it.baseline_on.value().is_some(), |it| {
            if value {
                it.baseline = known(61.5);
            } else {
                let day = *it.baseline_on.value().unwrap() + chrono::Days::new(days);
                it.baseline_on = known(day);
            }
        });
        prop_assume!(done.is_some());
        let (id, newer) = done.unwrap();
        let change = change(&sketch, newer);
        prop_assert!(reports(&change, TraceKind::BaselineMoved, &id), "{:?}", change.traces);
    }

    #[test]
    fn another_kind_of_indicator_is_reported(sketch in sketch(), at in any::<Index>()) {
        let done = turned(&sketch, at, |it| it.indicator_kind.value() != Some(&IndicatorKind::Adoption), |it| {
            it.indicator_kind = known(IndicatorKind::Adoption);
        });
        prop_assume!(done.is_some());
        let (id, newer) = done.unwrap();
        let change = change(&sketch, newer);
        prop_assert!(reports(&change, TraceKind::KindChanged, &id), "{:?}", change.traces);
    }

    #[test]
    fn a_value_of_the_past_that_changed_is_reported(sketch in sketch(), at in any::<Index>(), by in 0.5..9.0_f64) {
        let mut newer = sketch.records.clone();
        let mut readings: Vec<_> = newer.iter_mut().filter_map(|it| match it {
            Record::Reading(it) => Some(it),
            _ => None,
        }).collect();
        prop_assume!(!readings.is_empty());
        let place = at.index(readings.len());
        readings[place].value += by;
        let change = change(&sketch, newer);
        prop_assert!(change.traces.iter().any(|it| it.kind == TraceKind::Restated), "{:?}", change.traces);
    }

    #[test]
    fn equal_weights_are_flagged(sketch in sketch(), points in 1.0..60.0_f64) {
        let mut records = sketch.records.clone();
        let mut count = 0;
        for record in &mut records {
            if let Record::Element(it) = record
                && let Detail::Objective(own) = &mut it.detail
            {
                own.weight = known(points);
                count += 1;
            }
        }
        let score = of(&Portfolio::from_records(records), sketch.as_of, Lang::En);
        let flagged = score.remarks.iter().any(|it| it.kind == RemarkKind::EqualWeights);
        prop_assert_eq!(flagged, count > 1);
    }

    #[test]
    fn findings_that_somebody_lives_with_are_counted_and_raise_nothing(sketch in sketch(), at in any::<Index>()) {
        let portfolio = sketch.portfolio();
        let before = of(&portfolio, sketch.as_of, Lang::En);
        let findings = run_all(&portfolio, sketch.as_of, Lang::En);
        let own: Vec<_> = findings.iter().filter(|it| it.result == Outcome::Violated && it.subject.is_some()).collect();
        prop_assume!(!own.is_empty());
        let lived = own[at.index(own.len())];
        let mut newer = sketch.records.clone();
        newer.push(Record::Waiver(Waiver {
            id: WaiverId::new("w"),
            code: lived.code.clone(),
            subject: RecordId::new(lived.subject.as_ref().unwrap().id.as_str()),
            reason: "We live with it".to_owned(),
            person: "A. Rey".to_owned(),
            on: sketch.as_of,
            until: None,
        }));
        let after = of(&Portfolio::from_records(newer), sketch.as_of, Lang::En);
        let told = after.remarks.iter().find(|it| it.kind == RemarkKind::Suppressed);
        prop_assert!(told.is_some_and(|it| it.count >= 1));
        prop_assert_eq!(&before.by_weight, &after.by_weight);
        prop_assert_eq!(&before.by_money, &after.by_money);
    }

    /// Where every link is sound and every value is evidence, both judge the same.
    #[test]
    fn the_ladder_and_the_rule_say_the_same_of_what_suffices(sketch in sketch()) {
        let mut records = sketch.records.clone();
        records.retain(|it| !matches!(it, Record::Link(it) if it.kind() == LinkKind::Because));
        for record in &mut records {
            match record {
                Record::Link(Link { detail: LinkDetail::Contribution(it), .. }) => {
                    *it = Contribution {
                        mechanism: "Because".to_owned(),
                        proposed_by: String::new(),
                        accepted_by: "The board".to_owned(),
                        ..it.clone()
                    };
                }
                Record::Reading(it) => it.source = Some(SourceId::new("reg")),
                Record::Element(it) => {
                    if let Detail::Indicator(own) = &mut it.detail {
                        own.definition = known("From door to doctor".to_owned());
                    }
                }
                _ => {}
            }
        }
        let portfolio = Portfolio::from_records(records);
        let findings = run_all(&portfolio, sketch.as_of, Lang::En);
        let score = score(&Context::new(&portfolio, sketch.as_of, Lang::En), &findings);
        prop_assume!(score.remarks.iter().all(|it| it.kind != RemarkKind::Circle));
        for it in &score.objectives {
            let mut own = findings.iter().filter(|finding| {
                finding.code == "D204" && finding.subject.as_ref() == Some(&it.objective)
            });
            let said = own.next().map(|it| it.result);
            let stage = it.stage(Need::Sufficiency).unwrap();
            match (stage.answer, said) {
                // Where nothing is on its way another rule speaks.
                (Answer::Holds, None) | (_, None) | (Answer::Fails, Some(Outcome::Violated)) => {}
                (Answer::CannotTell | Answer::Fails, Some(Outcome::CannotTell)) => {}
                (answer, said) => prop_assert!(false, "{:?} but {:?}: {:?}\n{}", answer, said, stage, sketch.text),
            }
        }
    }
}
