//! Fields by chance: a new value for each field of elements and links.

use crate::rolls::{Roll, date, element, money, nth, of_kind};
use portfolio::edit::{LinkPatch, Patch};
use portfolio::model::{
    Category, Choice, Confidence, Direction, ElementKind, Expectation, ExternalKey, Fate, Field,
    IndicatorKind, InitiativeForm, InitiativeState, LinkState, Maybe, PaceLayer, Perspective,
    Portfolio, Reason, Ruling, Side, Sign, Strength, ValueType, Why, known,
};

/// One patch for each field, with a value that is known, missing for a reason, or none.
pub(crate) fn patches(text: &str, number: f64, at: usize) -> Vec<Patch> {
    fn some<T>(value: T, at: usize) -> Field<T> {
        match at % 3 {
            0 => known(value),
            1 => Some(Maybe::missing(Reason::NotReported, "tbd")),
            _ => None,
        }
    }
    let words = || text.to_owned();
    let step = |from: usize| u8::try_from((at + from) % 6).unwrap();
    vec![
        Patch::Title(words()),
        Patch::Description(words()),
        Patch::Owner(some(words(), at)),
        Patch::Tags(vec![words(), "a".to_owned(), "a".to_owned()]),
        Patch::Why(Box::new(Why {
            text: words(),
            ..Why::default()
        })),
        Patch::ExternalKeys(vec![ExternalKey {
            source: "pmo".to_owned(),
            key: words(),
        }]),
        Patch::ValidFrom(some(date(), at)),
        Patch::ValidUntil(some(date(), at)),
        Patch::Reference(some(words(), at)),
        Patch::Rank(some(3, at)),
        Patch::Horizon(some(date(), at)),
        Patch::Weight(some(number, at)),
        Patch::Beneficiary(some(words(), at)),
        Patch::ValueType(some(ValueType::Financial, at)),
        Patch::ExpectedValue(some(money(), at)),
        Patch::BusinessOwner(some(words(), at)),
        Patch::AcceptedOn(some(date(), at)),
        Patch::ReviewOn(some(date(), at)),
        Patch::Reviewer(some(words(), at)),
        Patch::RealisedOn(some(date(), at)),
        Patch::Harmful(at.is_multiple_of(2)),
        Patch::ChangeOwner(some(words(), at)),
        Patch::AdoptionDate(some(date(), at)),
        Patch::Importance(some(step(0), at)),
        Patch::MaturityNow(some(step(1), at)),
        Patch::MaturityTarget(some(step(2), at)),
        Patch::PaceLayer(some(PaceLayer::Innovation, at)),
        Patch::Perspective(some(Perspective::Process, at)),
        Patch::Form(some(InitiativeForm::Epic, at)),
        Patch::State(some(InitiativeState::Paused, at)),
        Patch::Start(some(date(), at)),
        Patch::End(some(date(), at)),
        Patch::DeliveredOn(some(date(), at)),
        Patch::Budget(some(money(), at)),
        Patch::Spent(some(money(), at)),
        Patch::PercentComplete(some(number, at)),
        Patch::Category(some(Category::Run, at)),
        Patch::LiveFrom(some(date(), at)),
        Patch::LiveUntil(some(date(), at)),
        Patch::Cost(some(money(), at)),
        Patch::Side(some(Side::It, at)),
        Patch::Capacity(some(number, at)),
        Patch::Role(some(words(), at)),
        Patch::Unit(some(words(), at)),
        Patch::IndicatorKind(some(IndicatorKind::Impact, at)),
        Patch::Direction(some(Direction::Hold, at)),
        Patch::EveryDays(some(30, at)),
        Patch::Definition(some(words(), at)),
        Patch::Population(some(words(), at)),
        Patch::Baseline(some(number, at)),
        Patch::BaselineOn(some(date(), at)),
        Patch::Target(some(number, at)),
        Patch::TargetOn(some(date(), at)),
        Patch::Tolerance(some(number, at)),
        Patch::ReviewedOn(some(date(), at)),
        Patch::Forum(some(words(), at)),
        Patch::DecidedOn(some(date(), at)),
        Patch::Ruling(some(Ruling::Reprioritise, at)),
        Patch::Rationale(some(words(), at)),
        Patch::Options(vec![Choice {
            title: words(),
            fate: Fate::Postponed,
            reason: words(),
        }]),
        Patch::Sides(vec![Side::Business]),
        Patch::Premises(Vec::new()),
        Patch::Synonyms(vec![words()]),
    ]
}

pub(crate) fn patch(roll: &Roll, portfolio: &Portfolio) -> Patch {
    let mut all = patches(&roll.text, roll.number, roll.at[2]);
    let premise = nth(portfolio.readings().map(|it| it.id.clone()), roll.at[2]);
    all.push(Patch::Premises(premise.into_iter().collect()));
    all.push(Patch::Why(Box::new(Why {
        text: roll.text.clone(),
        proof: element(portfolio, roll.at[2]),
        ..Why::default()
    })));
    let at = roll.at[1] % all.len();
    all.swap_remove(at)
}

pub(crate) fn link_patch(roll: &Roll, portfolio: &Portfolio) -> LinkPatch {
    let words = || roll.text.clone();
    let at = roll.at[2];
    let mut all = vec![
        LinkPatch::Mechanism(words()),
        LinkPatch::Strength(Some(Strength::Strong)),
        LinkPatch::Confidence(Some(Confidence::Likely)),
        LinkPatch::Sign(Sign::Harms),
        LinkPatch::State(LinkState::Disputed),
        LinkPatch::LagDays(Some(90)),
        LinkPatch::Share(Some(roll.number / 100.0)),
        LinkPatch::Expects(Some(Expectation {
            indicator: of_kind(portfolio, ElementKind::Indicator, at),
            likely: roll.number,
            low: at.is_multiple_of(2).then_some(0.0),
            high: at.is_multiple_of(3).then_some(100.0),
        })),
        LinkPatch::Expects(None),
        LinkPatch::ProposedBy(words()),
        LinkPatch::ProposedOn(Some(date())),
        LinkPatch::AcceptedBy(words()),
        LinkPatch::ValidFrom(Some(date())),
        LinkPatch::ValidUntil(None),
        LinkPatch::Evidence(words()),
        LinkPatch::Assumptions(
            of_kind(portfolio, ElementKind::Assumption, at)
                .into_iter()
                .collect(),
        ),
        LinkPatch::NeededBy(Some(date())),
        LinkPatch::GuardRail(of_kind(portfolio, ElementKind::Indicator, at)),
    ];
    let at = roll.at[1] % all.len();
    all.swap_remove(at)
}
