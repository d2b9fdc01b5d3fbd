//! The fields of each kind by chance: something in every field as often as not.

use super::{date, day, field, maybe, money, number, text};
use crate::model::{
    Assumption, BusinessChange, Capability, Category, Decision, Detail, Direction, Driver,
    ElementKind, Indicator, IndicatorKind, Initiative, InitiativeForm, InitiativeState, Objective,
    Outcome, PaceLayer, Priority, Side, System, Team, ValueType,
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
    let form = maybe(&[
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
    let side = maybe(&[Side::Business, Side::It]);
    let step = proptest::option::of(1u8..=5);
    match kind {
        ElementKind::Driver => (day(), day(), text())
            .prop_map(|(valid_from, valid_until, reference)| {
                Detail::Driver(Driver {
                    valid_from,
                    valid_until,
                    reference,
                })
            })
            .boxed(),
        ElementKind::Priority => (proptest::option::of(any::<u32>()), day())
            .prop_map(|(rank, horizon)| Detail::Priority(Priority { rank, horizon }))
            .boxed(),
        ElementKind::Objective => (proptest::option::of(number()), day())
            .prop_map(|(weight, horizon)| Detail::Objective(Objective { weight, horizon }))
            .boxed(),
        ElementKind::Outcome => (
            text(),
            maybe(&[
                ValueType::Financial,
                ValueType::Quantifiable,
                ValueType::Measurable,
                ValueType::Observable,
            ]),
            field(money()),
            field(text()),
            day(),
            any::<bool>(),
        )
            .prop_map(
                |(
                    beneficiary,
                    value_type,
                    expected_value,
                    business_owner,
                    accepted_on,
                    harmful,
                )| {
                    Detail::Outcome(Outcome {
                        beneficiary,
                        value_type,
                        expected_value,
                        business_owner,
                        accepted_on,
                        harmful,
                    })
                },
            )
            .boxed(),
        ElementKind::Change => (field(text()), day())
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
            maybe(&[
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
        ElementKind::System => (day(), day(), field(money()))
            .prop_map(|(live_from, live_until, cost)| {
                Detail::System(System {
                    live_from,
                    live_until,
                    cost,
                })
            })
            .boxed(),
        ElementKind::Team => (side, proptest::option::of(number()))
            .prop_map(|(side, capacity)| Detail::Team(Team { side, capacity }))
            .boxed(),
        ElementKind::Indicator => (
            (
                maybe(&[
                    IndicatorKind::Activity,
                    IndicatorKind::Output,
                    IndicatorKind::Adoption,
                    IndicatorKind::Outcome,
                    IndicatorKind::Impact,
                ]),
                text(),
                maybe(&[Direction::Up, Direction::Down, Direction::Hold]),
                proptest::option::of(any::<u32>()),
                text(),
            ),
            (
                proptest::option::of(number()),
                day(),
                proptest::option::of(number()),
                day(),
                proptest::option::of(number()),
            ),
        )
            .prop_map(
                |(
                    (indicator_kind, unit, direction, every_days, definition),
                    (baseline, baseline_on, target, target_on, tolerance),
                )| {
                    Detail::Indicator(Indicator {
                        indicator_kind,
                        unit,
                        direction,
                        every_days,
                        definition,
                        baseline,
                        baseline_on,
                        target,
                        target_on,
                        tolerance,
                    })
                },
            )
            .boxed(),
        ElementKind::Assumption => (day(), day())
            .prop_map(|(valid_until, reviewed_on)| {
                Detail::Assumption(Assumption {
                    valid_until,
                    reviewed_on,
                })
            })
            .boxed(),
        ElementKind::Decision => (
            text(),
            day(),
            text(),
            vec(text(), 0..3),
            vec(select(vec![Side::Business, Side::It]), 0..3),
        )
            .prop_map(|(forum, decided_on, rationale, rejected, sides)| {
                Detail::Decision(Decision {
                    forum,
                    decided_on,
                    rationale,
                    rejected,
                    sides,
                })
            })
            .boxed(),
    }
}
