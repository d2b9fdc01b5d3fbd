//! One field of an element or of a contribution, with its new value.

use crate::model::{
    Category, Confidence, Date, Direction, Field, IndicatorKind, InitiativeForm, InitiativeState,
    LinkState, Money, Sign, Strength, Why,
};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A new value for one field of an element. `None` empties the field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum Patch {
    Title(String),
    Description(String),
    Owner(Field<String>),
    Tags(Vec<String>),
    Why(Box<Why>),
    /// Of a priority.
    Rank(Option<u32>),
    /// Of a priority or an objective.
    Horizon(Option<Date>),
    /// Of an objective: points out of 100.
    Weight(Option<f64>),
    /// Of an outcome.
    Beneficiary(String),
    /// Of a driver, or what imposes an initiative.
    Reference(Field<String>),
    Form(Option<InitiativeForm>),
    State(Field<InitiativeState>),
    Start(Field<Date>),
    End(Field<Date>),
    DeliveredOn(Field<Date>),
    Budget(Field<Money>),
    Spent(Field<Money>),
    /// 0 to 100.
    PercentComplete(Field<f64>),
    Category(Field<Category>),
    /// Of an indicator.
    IndicatorKind(Option<IndicatorKind>),
    Unit(String),
    Direction(Option<Direction>),
    Definition(String),
    Baseline(Option<f64>),
    Target(Option<f64>),
}

/// A new value for one field of a contribution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum LinkPatch {
    Mechanism(String),
    Strength(Option<Strength>),
    Confidence(Option<Confidence>),
    Sign(Sign),
    State(LinkState),
}
