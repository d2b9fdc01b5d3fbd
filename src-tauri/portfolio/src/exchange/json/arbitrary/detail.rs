//! The fields of each kind by chance: something in every field as often as not.

use super::{date, field, money, number, text};
use crate::model::{
    Assumption, BusinessChange, Capability, Category, Choice, Decision, Detail, Direction, Driver,
    ElementKind, Fate, Field, Indicator, IndicatorKind, Initiative, InitiativeForm,
    InitiativeState, Objective, Outcome, PaceLayer, Person, Perspective, Priority, ReadingId,
    Ruling, Side, System, Team, Term, ValueType,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

fn initiative() -> BoxedStrategy<Detail> {
    use InitiativeState::{Active, Delivered, Idea, Paused, Planned, Stopped};
    let state = select(vec![Idea, Planned, Active, Paused, Delivered, Stopped]).boxed();
    let category = select(vec![
        Category::Strategic,
        Category::Mandatory,
        Category::Run,
    ])
    .boxed();
    let form = one(&[
        InitiativeForm::Programme,
        InitiativeForm::Project,
        InitiativeForm::Product,
        InitiativeForm::Epic,
    ]);
    (
        (
            form,
            field(state),
            field(date()),
            field(date()),
            field(date()),
        ),
        (
            field(money()),
            field(money()),
            field(number()),
            field(category),
            field(text()),
        ),
    )
        .prop_map(
            |(
                (form, state, start, end, delivered_on),
                (budget, spent, percent_complete, category, reference),
            )| {
                Detail::Initiative(Initiative {
                    form,
                    state,
                    start,
                    end,
                    delivered_on,
                    budget,
                    spent,
                    percent_complete,
                    category,
                    reference,
                })
            },
        )
        .boxed()
}

/// Details with something in every field as often as not.
pub(super) fn detail(kind: ElementKind) -> BoxedStrategy<Detail> {
    let side = one(&[Side::Business, Side::It]);
    let step = field((1u8..=5).boxed());
    match kind {
        ElementKind::Driver => (field(date()), field(date()), field(text()))
            .prop_map(|(valid_from, valid_until, reference)| {
                Detail::Driver(Driver {
                    valid_from,
                    valid_until,
                    reference,
                })
            })
            .boxed(),
        ElementKind::Priority => (field(any::<u32>().boxed()), field(date()))
            .prop_map(|(rank, horizon)| Detail::Priority(Priority { rank, horizon }))
            .boxed(),
        ElementKind::Objective => (
            field(number()),
            field(date()),
            one(&[
                Perspective::Financial,
                Perspective::Customer,
                Perspective::Process,
                Perspective::Learning,
            ]),
        )
            .prop_map(|(weight, horizon, perspective)| {
                Detail::Objective(Objective {
                    weight,
                    horizon,
                    perspective,
                })
            })
            .boxed(),
        ElementKind::Outcome => (
            field(text()),
            one(&[
                ValueType::Financial,
                ValueType::Quantifiable,
                ValueType::Measurable,
                ValueType::Observable,
            ]),
            field(money()),
            (field(text()), field(date())),
            (field(date()), field(text()), field(date())),
            any::<bool>(),
        )
            .prop_map(
                |(
                    beneficiary,
                    value_type,
                    expected_value,
                    (business_owner, accepted_on),
                    (review_on, reviewer, realised_on),
                    harmful,
                )| {
                    Detail::Outcome(Outcome {
                        beneficiary,
                        value_type,
                        expected_value,
                        business_owner,
                        accepted_on,
                        review_on,
                        reviewer,
                        realised_on,
                        harmful,
                    })
                },
            )
            .boxed(),
        ElementKind::Change => (field(text()), field(date()))
            .prop_map(|(change_owner, adoption_date)| {
                Detail::Change(BusinessChange {
                    change_owner,
                    adoption_date,
                })
            })
            .boxed(),
        ElementKind::Capability => (
            step.clone(),
            step.clone(),
            step,
            one(&[
                PaceLayer::Record,
                PaceLayer::Differentiation,
                PaceLayer::Innovation,
            ]),
        )
            .prop_map(|(importance, maturity_now, maturity_target, pace_layer)| {
                Detail::Capability(Capability {
                    importance,
                    maturity_now,
                    maturity_target,
                    pace_layer,
                })
            })
            .boxed(),
        ElementKind::Initiative => initiative(),
        ElementKind::System => (field(date()), field(date()), field(money()))
            .prop_map(|(live_from, live_until, cost)| {
                Detail::System(System {
                    live_from,
                    live_until,
                    cost,
                })
            })
            .boxed(),
        ElementKind::Team => (side, field(number()))
            .prop_map(|(side, capacity)| Detail::Team(Team { side, capacity }))
            .boxed(),
        ElementKind::Indicator => (
            (
                one(&[
                    IndicatorKind::Activity,
                    IndicatorKind::Output,
                    IndicatorKind::Adoption,
                    IndicatorKind::Outcome,
                    IndicatorKind::Impact,
                ]),
                field(text()),
                one(&[Direction::Up, Direction::Down, Direction::Hold]),
                field(any::<u32>().boxed()),
                (field(text()), field(text())),
            ),
            (
                field(number()),
                field(date()),
                field(number()),
                field(date()),
                field(number()),
            ),
        )
            .prop_map(
                |(
                    (indicator_kind, unit, direction, every_days, (definition, population)),
                    (baseline, baseline_on, target, target_on, tolerance),
                )| {
                    Detail::Indicator(Indicator {
                        indicator_kind,
                        unit,
                        direction,
                        every_days,
                        definition,
                        population,
                        baseline,
                        baseline_on,
                        target,
                        target_on,
                        tolerance,
                    })
                },
            )
            .boxed(),
        ElementKind::Assumption => (field(date()), field(date()))
            .prop_map(|(valid_until, reviewed_on)| {
                Detail::Assumption(Assumption {
                    valid_until,
                    reviewed_on,
                })
            })
            .boxed(),
        ElementKind::Decision => (
            (field(text()), field(date()), ruling()),
            field(text()),
            vec(choice(), 0..3),
            vec(select(vec![Side::Business, Side::It]), 0..3),
            any::<bool>(),
        )
            .prop_map(
                |((forum, decided_on, ruling), rationale, options, sides, relies)| {
                    Detail::Decision(Decision {
                        forum,
                        decided_on,
                        ruling,
                        rationale,
                        options,
                        sides,
                        premises: relies.then(|| ReadingId::new("r")).into_iter().collect(),
                    })
                },
            )
            .boxed(),
        ElementKind::Person => (field(text()), field(text()), side)
            .prop_map(|(role, unit, side)| Detail::Person(Person { role, unit, side }))
            .boxed(),
        ElementKind::Term => vec(text(), 0..3)
            .prop_map(|synonyms| Detail::Term(Term { synonyms }))
            .boxed(),
    }
}

fn ruling() -> BoxedStrategy<Field<Ruling>> {
    one(&[
        Ruling::Start,
        Ruling::GoOn,
        Ruling::Stop,
        Ruling::Reprioritise,
        Ruling::Other,
    ])
}

fn choice() -> BoxedStrategy<Choice> {
    let fate = select(vec![Fate::Chosen, Fate::Rejected, Fate::Postponed]);
    (text(), fate, text())
        .prop_map(|(title, fate, reason)| Choice {
            title,
            fate,
            reason,
        })
        .boxed()
}

fn one<T: Clone + std::fmt::Debug + 'static>(all: &[T]) -> BoxedStrategy<Field<T>> {
    field(select(all.to_vec()).boxed())
}
