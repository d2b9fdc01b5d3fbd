//! One field of an element or of a link, with its new value.

use crate::model::{
    Category, Choice, Confidence, Date, Direction, ElementId, Expectation, ExternalKey, Field,
    IndicatorKind, InitiativeForm, InitiativeState, LinkState, Money, PaceLayer, Perspective,
    ReadingId, Ruling, Side, Sign, Strength, ValueType, Why,
};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A new value for one field of an element; `None` empties the field. A field that several kinds have is named
/// once. Fields are explained where the kinds are, in `model::element`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum Patch {
    // Of every element.
    Title(String),
    Description(String),
    Owner(Field<String>),
    Tags(Vec<String>),
    Why(Box<Why>),
    ExternalKeys(Vec<ExternalKey>),
    // Of drivers, priorities and objectives.
    ValidFrom(Field<Date>),
    /// Also of an assumption.
    ValidUntil(Field<Date>),
    /// Also what imposes an initiative.
    Reference(Field<String>),
    Rank(Field<u32>),
    Horizon(Field<Date>),
    Weight(Field<f64>),
    // Of outcomes and changes.
    Beneficiary(Field<String>),
    ValueType(Field<ValueType>),
    ExpectedValue(Field<Money>),
    BusinessOwner(Field<String>),
    AcceptedOn(Field<Date>),
    ReviewOn(Field<Date>),
    Reviewer(Field<String>),
    RealisedOn(Field<Date>),
    Harmful(bool),
    ChangeOwner(Field<String>),
    AdoptionDate(Field<Date>),
    // Of capabilities.
    Importance(Field<u8>),
    MaturityNow(Field<u8>),
    MaturityTarget(Field<u8>),
    PaceLayer(Field<PaceLayer>),
    Perspective(Field<Perspective>),
    // Of initiatives.
    Form(Field<InitiativeForm>),
    State(Field<InitiativeState>),
    Start(Field<Date>),
    End(Field<Date>),
    DeliveredOn(Field<Date>),
    Budget(Field<Money>),
    Spent(Field<Money>),
    PercentComplete(Field<f64>),
    Category(Field<Category>),
    // Of systems, teams and people.
    LiveFrom(Field<Date>),
    LiveUntil(Field<Date>),
    Cost(Field<Money>),
    Side(Field<Side>),
    Capacity(Field<f64>),
    Role(Field<String>),
    /// The unit of an indicator, or the organisational unit of a person.
    Unit(Field<String>),
    // Of indicators.
    IndicatorKind(Field<IndicatorKind>),
    Direction(Field<Direction>),
    EveryDays(Field<u32>),
    Definition(Field<String>),
    Population(Field<String>),
    Baseline(Field<f64>),
    BaselineOn(Field<Date>),
    Target(Field<f64>),
    TargetOn(Field<Date>),
    Tolerance(Field<f64>),
    // Of assumptions and decisions.
    ReviewedOn(Field<Date>),
    Forum(Field<String>),
    DecidedOn(Field<Date>),
    Ruling(Field<Ruling>),
    Rationale(Field<String>),
    Options(Vec<Choice>),
    Sides(Vec<Side>),
    Premises(Vec<ReadingId>),
    // Of terms.
    Synonyms(Vec<String>),
}

/// A new value for one field of a link. All but the last two belong to contributions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum LinkPatch {
    Mechanism(String),
    Strength(Option<Strength>),
    Confidence(Option<Confidence>),
    Sign(Sign),
    State(LinkState),
    LagDays(Option<u32>),
    /// 0 to 1.
    Share(Option<f64>),
    /// Low, likely and high in this order; only an indicator is moved.
    Expects(Option<Expectation>),
    ProposedBy(String),
    ProposedOn(Option<Date>),
    AcceptedBy(String),
    ValidFrom(Option<Date>),
    ValidUntil(Option<Date>),
    Evidence(String),
    /// Only assumptions.
    Assumptions(Vec<ElementId>),
    /// Of a dependency.
    NeededBy(Option<Date>),
    /// Of a conflict: an indicator.
    GuardRail(Option<ElementId>),
}
