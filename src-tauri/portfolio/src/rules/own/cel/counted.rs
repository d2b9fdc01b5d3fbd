//! What is counted while an expression runs: every list before it is walked through, every value before it is put
//! into one, every sum. An evaluation that has no steps left, or no time, ends here with an error that is no fault.

use super::super::bounds::LONGEST_TEXT;
use super::super::expression::{Limits, Stop};
use super::super::watch::Moment;
use cel::ExecutionError;
use cel::common::types::{CelDouble, CelInt, CelList, CelString};
use cel::common::value::{CowVal, Val};
use std::cell::Cell;

thread_local! {
    /// Steps that the evaluation under way on this thread has left.
    static LEFT: Cell<u32> = const { Cell::new(0) };
    static UNTIL: Cell<Option<Moment>> = const { Cell::new(None) };
}

/// Runs an evaluation within limits and adds what it took to `steps`.
pub(super) fn metered<T>(limits: Limits, steps: &mut u32, work: impl FnOnce() -> T) -> T {
    LEFT.set(limits.steps);
    UNTIL.set(Some(limits.until));
    let done = work();
    *steps += limits.steps - LEFT.get();
    done
}

const LIMIT: &str = "@limit";

fn limit(which: &str) -> ExecutionError {
    ExecutionError::function_error(LIMIT, which)
}

pub(super) fn take(steps: u32) -> Result<(), ExecutionError> {
    match LEFT.get().checked_sub(steps) {
        Some(left) => {
            LEFT.set(left);
            Ok(())
        }
        None => {
            LEFT.set(0);
            Err(limit("steps"))
        }
    }
}

/// Whether an error says that a limit was reached.
pub(super) fn stopped(error: &ExecutionError) -> Option<Stop> {
    match error {
        ExecutionError::FunctionError { function, message } if function == LIMIT => {
            Some(if message == "late" {
                Stop::Late
            } else {
                Stop::Steps
            })
        }
        _ => None,
    }
}

/// How large a value is in steps: one for each value in it, and one for 64 bytes of text.
pub(super) fn weight(value: &dyn Val) -> u32 {
    if let Some(text) = value.downcast_ref::<CelString>() {
        return 1 + u32::try_from(text.inner().len() / 64).unwrap_or(u32::MAX / 2);
    }
    if let Some(list) = value.downcast_ref::<CelList>() {
        let inner = list.inner().iter().map(|it| weight(it.as_ref()));
        return inner.fold(1, u32::saturating_add);
    }
    if let Some(size) = value.as_sizer() {
        return u32::try_from(*size.size().inner())
            .unwrap_or(u32::MAX)
            .saturating_add(1);
    }
    1
}

pub(super) type Args<'b, 'v> = Vec<CowVal<'b, 'v>>;
pub(super) type Answer<'b, 'v> = Result<CowVal<'b, 'v>, ExecutionError>;

pub(super) fn one<'b, 'v>(mut args: Args<'b, 'v>) -> Answer<'b, 'v> {
    args.pop().ok_or(ExecutionError::MissingArgumentOrTarget)
}

/// A list before it is walked through: pays for all of it at once.
pub(super) fn walk<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let list = one(args)?;
    if list.get_type().kind() != cel::common::types::Kind::List {
        return Err(ExecutionError::UnexpectedType {
            got: list.get_type().name().to_owned(),
            want: "list".to_owned(),
        });
    }
    if UNTIL.get().is_some_and(Moment::is_past) {
        return Err(limit("late"));
    }
    take(weight(list.as_ref()))?;
    Ok(list)
}

/// A value before it is put into a list: pays for the copy.
pub(super) fn keep<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let value = one(args)?;
    take(weight(value.as_ref()))?;
    Ok(value)
}

/// Two numbers of which one is whole as two with decimals, because people do not think of types of numbers.
fn mixed(one: &dyn Val, other: &dyn Val) -> Option<(CelDouble, CelDouble)> {
    #[expect(clippy::cast_precision_loss, reason = "counts in a rule are small")]
    let number = |it: &dyn Val| {
        let whole = it.downcast_ref::<CelInt>().map(|it| *it.inner() as f64);
        whole.or_else(|| it.downcast_ref::<CelDouble>().map(|it| *it.inner()))
    };
    let same = one.get_type() == other.get_type();
    if same {
        return None;
    }
    Some((
        CelDouble::from(number(one)?),
        CelDouble::from(number(other)?),
    ))
}

fn is_zero(value: &dyn Val) -> bool {
    value
        .downcast_ref::<CelInt>()
        .is_some_and(|it| *it.inner() == 0)
        || value
            .downcast_ref::<CelDouble>()
            .is_some_and(|it| *it.inner() == 0.0)
}

fn unsupported(operator: &str, one: &dyn Val, other: &dyn Val) -> ExecutionError {
    let names = [one, other].map(|it| it.get_type().name().to_owned());
    ExecutionError::no_such_overload(operator, names.to_vec())
}

macro_rules! arithmetic {
    ($name:ident, $sign:literal, $as:ident, $do:ident) => {
        pub(super) fn $name<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
            let [one, other] = args.as_slice() else {
                return Err(ExecutionError::MissingArgumentOrTarget);
            };
            if $sign == "/" && is_zero(other.as_ref()) {
                return Err(ExecutionError::DivisionByZero(cel::Value::Null));
            }
            if let Some((one, other)) = mixed(one.as_ref(), other.as_ref()) {
                let able = one.$as().ok_or(ExecutionError::MissingArgumentOrTarget)?;
                return Ok(CowVal::Owned(able.$do(&other)?.into_owned()));
            }
            let no = || unsupported($sign, one.as_ref(), other.as_ref());
            let able = one.$as().ok_or_else(no)?;
            let result = able.$do(other.as_ref()).map_err(|error| match error {
                ExecutionError::UnsupportedBinaryOperator(..) => no(),
                error => error,
            })?;
            Ok(CowVal::Owned(result.into_owned()))
        }
    };
}

arithmetic!(plain_add, "+", as_adder, add);
arithmetic!(subtract, "-", as_subtractor, sub);
arithmetic!(multiply, "*", as_multiplier, mul);
arithmetic!(divide, "/", as_divider, div);

pub(super) fn add<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let [one, other] = args.as_slice() else {
        return Err(ExecutionError::MissingArgumentOrTarget);
    };
    let text = |it: &CowVal<'_, '_>| it.downcast_ref::<CelString>().map(|it| it.inner().len());
    match (text(one), text(other)) {
        (Some(one), Some(other)) if one + other > LONGEST_TEXT => return Err(limit("steps")),
        (Some(_), Some(_)) => {}
        _ => {}
    }
    take(weight(one.as_ref()).saturating_add(weight(other.as_ref())))?;
    if let (Some(one), Some(other)) = (one.as_iterable(), other.as_iterable()) {
        // Written out, because a list of elements is not one of the crate's own.
        let mut all: Vec<Box<dyn Val + 'v>> = Vec::new();
        for list in [one, other] {
            let mut items = list.iter();
            while let Some(item) = items.next() {
                all.push(item.clone_as_boxed());
            }
        }
        return Ok(CowVal::owned(CelList::from(all)));
    }
    plain_add(args)
}
