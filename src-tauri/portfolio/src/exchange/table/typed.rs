//! One cell, read as what its column means: a value, a reason why there is none, or a problem with the text kept.

use rust_decimal::Decimal;

use super::conventions::Unit;
use super::date::{self, Edge, Resolved};
use super::grid::Value;
use super::mapping::{Role, Scale};
use super::problem::ProblemCode;
use super::text::one_line;
use super::{number, words};
use crate::model::{Currency, Date, Maybe, Money, Reason};

/// What became of a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Typed<T> {
    pub(super) field: Maybe<T>,
    /// What was wrong, with a suggestion where there is one.
    pub(super) trouble: Option<(ProblemCode, Option<String>)>,
}

impl<T> Typed<T> {
    fn known(value: T) -> Self {
        Typed {
            field: Maybe::Known(value),
            trouble: None,
        }
    }

    fn gap(reason: Reason, said: &str) -> Self {
        Typed {
            field: Maybe::missing(reason, super::text::shorten(&one_line(said), 300)),
            trouble: None,
        }
    }

    fn trouble(code: ProblemCode, said: &str, suggestion: Option<String>) -> Self {
        let mut typed = Typed::gap(Reason::Unknown, said);
        typed.trouble = Some((code, suggestion));
        typed
    }
}

/// A formula error or a non-value, common to all kinds of columns.
fn no_value<T>(value: &Value, prose: bool) -> Option<Typed<T>> {
    match value {
        Value::Error(text) => Some(Typed::trouble(ProblemCode::CellError, text, None)),
        Value::Text(text) => words::missing(text, prose).map(|reason| Typed::gap(reason, text)),
        _ => None,
    }
}

/// How a date column reads.
#[derive(Debug, Clone, Copy)]
pub(super) struct DateColumn {
    pub(super) role: Role,
    pub(super) day_first: bool,
    pub(super) fiscal_month: u32,
    /// The user accepted the suggested repair of this cell.
    pub(super) repair: bool,
}

pub(super) fn date(value: &Value, how: DateColumn) -> Typed<Date> {
    if let Some(typed) = no_value(value, true) {
        return typed;
    }
    let raw = value.raw();
    let edge = if how.role == Role::Start {
        Edge::First
    } else {
        Edge::Last
    };
    let shape = match value {
        Value::Date(date) => return Typed::known(*date),
        // A bare number in a date column is a serial number whose format was lost, or a year.
        Value::Number(n) => match date::serial(*n) {
            Some(date) => return Typed::known(date),
            None => date::shape(&raw),
        },
        _ => date::shape(&raw),
    };
    let Some(shape) = shape else {
        return Typed::trouble(ProblemCode::UnreadableDate, &raw, None);
    };
    let reading = date::Reading {
        day_first: how.day_first,
        edge,
        fiscal_month: how.fiscal_month,
    };
    match date::resolve(shape, reading) {
        Resolved::Date { date, exact: true } => Typed::known(date),
        Resolved::Date { date, exact: false } => Typed {
            field: Maybe::Known(date),
            trouble: Some((ProblemCode::MonthOnly, Some(date.to_string()))),
        },
        Resolved::Impossible {
            nearest: Some(date),
        } if how.repair => Typed::known(date),
        Resolved::Impossible { nearest } => Typed::trouble(
            ProblemCode::ImpossibleDate,
            &raw,
            nearest.map(|d| d.to_string()),
        ),
    }
}

pub(super) fn money(value: &Value, unit: &Unit, comma: Option<bool>) -> Typed<Money> {
    if let Some(typed) = no_value(value, true) {
        return typed;
    }
    let raw = value.raw();
    let unread = || Typed::trouble(ProblemCode::UnreadableNumber, &raw, None);
    let (amount, own_currency, own_scale) = match value {
        Value::Number(n) => match number::decimal(*n) {
            Some(decimal) => (decimal, None, None),
            None => return unread(),
        },
        Value::Text(text) => match number::parse(text, comma) {
            Some(a) if !a.percent => (a.value, a.currency, a.scale),
            _ => return unread(),
        },
        _ => return unread(),
    };
    let scale = own_scale.unwrap_or(unit.scale);
    let code = own_currency
        .clone()
        .unwrap_or_else(|| unit.currency.clone());
    let total = amount.checked_mul(Decimal::from(scale.factor()));
    let (Some(amount), Some(currency)) = (total, Currency::parse(&code)) else {
        return unread();
    };
    // `$` in a cell of a column in AUD is that column's dollar.
    let same = own_currency
        .as_deref()
        .is_none_or(|own| own == unit.currency || (own == "$" && unit.currency.ends_with('D')));
    let currency = if same {
        Currency::parse(&unit.currency).unwrap_or(currency)
    } else {
        currency
    };
    Typed {
        field: Maybe::Known(Money {
            amount: amount.normalize(),
            currency,
        }),
        trouble: (!same).then(|| (ProblemCode::ForeignCurrency, Some(unit.currency.clone()))),
    }
}

pub(super) fn percent(value: &Value, fraction: bool, comma: Option<bool>) -> Typed<f64> {
    if let Some(typed) = no_value(value, true) {
        return typed;
    }
    let raw = value.raw();
    let read = match value {
        Value::Percent(n) => Some(n * 100.0),
        Value::Number(n) => Some(if fraction { n * 100.0 } else { *n }),
        Value::Text(text) => number::parse(text, comma)
            .and_then(|a| {
                rust_decimal::prelude::ToPrimitive::to_f64(&a.value).map(|v| (v, a.percent))
            })
            .map(|(v, signed)| if fraction && !signed { v * 100.0 } else { v }),
        _ => None,
    };
    match read {
        Some(n) if (0.0..=100.0).contains(&n) => {
            Typed::known((n * 1_000_000.0).round() / 1_000_000.0)
        }
        Some(_) => Typed::trouble(ProblemCode::PercentOutOfRange, &raw, None),
        None => Typed::trouble(ProblemCode::UnreadableNumber, &raw, None),
    }
}

/// A text of one line (owner, part of) or several (description, why).
pub(super) fn text(value: &Value, lines: bool) -> Typed<String> {
    if let Some(typed) = no_value(value, false) {
        return typed;
    }
    let raw = value.raw();
    Typed::known(if lines { raw } else { one_line(&raw) })
}

/// A word of a closed list; the words themselves are kept by the caller.
pub(super) fn word<T>(
    value: &Value,
    find: fn(&str) -> Option<T>,
    unknown: ProblemCode,
) -> Typed<T> {
    let raw = value.raw();
    if let Some(found) = find(&raw) {
        return Typed::known(found);
    }
    no_value(value, true).unwrap_or_else(|| Typed::trouble(unknown, &raw, None))
}

/// The scale in words that fit an amount: thousands of euros.
pub(super) fn scale_words(scale: Scale, lang: crate::model::Lang) -> &'static str {
    let (en, fr) = match scale {
        Scale::Ones => ("units", "unités"),
        Scale::Thousands => ("thousands", "milliers"),
        Scale::Millions => ("millions", "millions"),
        Scale::Billions => ("billions", "milliards"),
    };
    super::error::pick(lang, en, fr)
}
