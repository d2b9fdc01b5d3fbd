//! Functions of ours over dates and texts. A date is its text, as `2026-11-22`: it has no time zone and compares as
//! it reads.

use super::counted::{Answer, Args, one, take, weight};
use crate::model::Date;
use cel::ExecutionError;
use cel::common::types::{CelInt, CelString};
use cel::common::value::CowVal;
use chrono::Datelike;

fn text_of<'b>(value: &'b CowVal<'_, '_>) -> Result<&'b str, ExecutionError> {
    let text = value.downcast_ref::<CelString>();
    text.map(CelString::inner)
        .ok_or(ExecutionError::MissingArgumentOrTarget)
}

fn date(value: &CowVal<'_, '_>) -> Result<Date, ExecutionError> {
    let text = text_of(value)?;
    text.parse().map_err(|_| {
        ExecutionError::function_error(NO_DATE, text.chars().take(40).collect::<String>())
    })
}

/// The function named in the error about a text that is no date.
pub(super) const NO_DATE: &str = "@date";

pub(super) fn days<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let [from, to] = args.as_slice() else {
        return Err(ExecutionError::MissingArgumentOrTarget);
    };
    let days = (date(to)? - date(from)?).num_days();
    Ok(CowVal::owned(CelInt::from(days)))
}

pub(super) fn plus_days<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let [from, days] = args.as_slice() else {
        return Err(ExecutionError::MissingArgumentOrTarget);
    };
    let days = days.downcast_ref::<CelInt>().map_or(0, |it| *it.inner());
    let from = date(from)?;
    let then = chrono::TimeDelta::try_days(days).and_then(|it| from.checked_add_signed(it));
    // Beyond the calendar, or beyond the years that are written with four digits and so compare as they read.
    let then = then.filter(|it| (0..=9999).contains(&it.year()));
    let then =
        then.ok_or_else(|| ExecutionError::function_error(NO_DATE, format!("{from} + {days}")))?;
    Ok(CowVal::owned(CelString::from(then.to_string())))
}

pub(super) fn year<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let date = date(&one(args)?)?;
    Ok(CowVal::owned(CelInt::from(i64::from(date.year()))))
}

pub(super) fn month<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let date = date(&one(args)?)?;
    Ok(CowVal::owned(CelInt::from(i64::from(date.month()))))
}

pub(super) fn lower<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let value = one(args)?;
    take(weight(value.as_ref()))?;
    Ok(CowVal::owned(CelString::from(
        text_of(&value)?.to_lowercase(),
    )))
}
