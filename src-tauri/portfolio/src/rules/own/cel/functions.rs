//! The functions of rules of one's own: what CEL brings and we let through, and a few for calendar dates, which are
//! texts here. None of them reads or writes anything. What they make is counted, so that no rule grows without end.

use super::super::bounds::LONGEST_TEXT;
use super::super::expression::{Limits, Stop};
use crate::model::Date;
use crate::rules::rule::Said;
use cel::common::types::{
    CelDouble, CelInt, CelList, CelString, DYN_TYPE, INT_TYPE, STRING_TYPE, Type,
};
use cel::common::value::{CowVal, Val};
use cel::{Env, ExecutionError};
use chrono::Datelike;
use std::cell::Cell;
use std::sync::Arc;
use std::time::Instant;

/// A function as it is offered in the editor.
pub(super) struct Offered {
    pub(super) name: &'static str,
    pub(super) usage: &'static str,
    pub(super) says: Said,
}

const fn offered(
    name: &'static str,
    usage: &'static str,
    en: &'static str,
    fr: &'static str,
) -> Offered {
    Offered {
        name,
        usage,
        says: Said { en, fr },
    }
}

/// Every function that a rule may call. Whatever else the crate knows is refused before anything is run.
pub(super) const FUNCTIONS: &[Offered] = &[
    offered(
        "has",
        "has(element.owner)",
        "Whether a field is filled",
        "Si un champ est rempli",
    ),
    offered(
        "exists",
        "below.exists(it, it.kind == \"initiative\")",
        "Whether some of a list are so",
        "Si certains éléments d’une liste vérifient la condition",
    ),
    offered(
        "all",
        "down.all(it, has(it.owner))",
        "Whether all of a list are so; an empty list is",
        "Si tous les éléments d’une liste la vérifient ; une liste vide la vérifie",
    ),
    offered(
        "exists_one",
        "up.exists_one(it, it.kind == \"objective\")",
        "Whether exactly one of a list is so",
        "Si exactement un élément d’une liste la vérifie",
    ),
    offered(
        "filter",
        "below.filter(it, it.kind == \"team\")",
        "Those of a list that are so",
        "Ceux d’une liste qui la vérifient",
    ),
    offered(
        "map",
        "below.map(it, it.title)",
        "Something of each of a list",
        "Quelque chose de chacun d’une liste",
    ),
    offered(
        "size",
        "size(indicators) == 0",
        "How many there are, or how long a text is",
        "Combien il y en a, ou la longueur d’un texte",
    ),
    offered(
        "contains",
        "element.title.contains(\"CRM\")",
        "Whether a text is part of another",
        "Si un texte en contient un autre",
    ),
    offered(
        "startsWith",
        "element.title.startsWith(\"P-\")",
        "Whether a text begins so",
        "Si un texte commence ainsi",
    ),
    offered(
        "endsWith",
        "element.title.endsWith(\"(copy)\")",
        "Whether a text ends so",
        "Si un texte finit ainsi",
    ),
    offered(
        "matches",
        "element.title.matches(\"^P[0-9]{3} \")",
        "Whether a text fits a pattern that is written out",
        "Si un texte correspond à un motif écrit en toutes lettres",
    ),
    offered(
        "lower",
        "lower(element.owner) == \"pmo\"",
        "A text in small letters",
        "Un texte en minuscules",
    ),
    offered(
        "days",
        "days(today, element.end) < 30",
        "Days from one date to another; negative when it lies before",
        "Jours d’une date à une autre ; négatif si elle est antérieure",
    ),
    offered(
        "plus_days",
        "element.end < plus_days(today, 30)",
        "The date so many days later",
        "La date tant de jours plus tard",
    ),
    offered(
        "year",
        "year(element.end) == 2027",
        "The year of a date",
        "L’année d’une date",
    ),
    offered(
        "month",
        "month(element.end) == 12",
        "The month of a date, 1 to 12",
        "Le mois d’une date, de 1 à 12",
    ),
    offered(
        "string",
        "string(element.rank)",
        "A value as text",
        "Une valeur en texte",
    ),
    offered(
        "int",
        "int(element.percent_complete)",
        "A value as a whole number",
        "Une valeur en nombre entier",
    ),
    offered(
        "double",
        "double(size(down)) / 2",
        "A value as a number with decimals",
        "Une valeur en nombre à virgule",
    ),
];

/// Names that the gate puts in the place of what was written, none of which can be written.
pub(super) const ADD: &str = "@add";
pub(super) const SUBTRACT: &str = "@subtract";
pub(super) const MULTIPLY: &str = "@multiply";
pub(super) const DIVIDE: &str = "@divide";
pub(super) const WALK: &str = "@walk";
pub(super) const KEEP: &str = "@keep";
pub(super) const MATCHES: &str = "@matches";

thread_local! {
    /// Steps that the evaluation under way on this thread has left.
    static LEFT: Cell<u32> = const { Cell::new(0) };
    static UNTIL: Cell<Option<Instant>> = const { Cell::new(None) };
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

fn take(steps: u32) -> Result<(), ExecutionError> {
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
fn weight(value: &dyn Val) -> u32 {
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

type Args<'b, 'v> = Vec<CowVal<'b, 'v>>;
type Answer<'b, 'v> = Result<CowVal<'b, 'v>, ExecutionError>;

fn one<'b, 'v>(mut args: Args<'b, 'v>) -> Answer<'b, 'v> {
    args.pop().ok_or(ExecutionError::MissingArgumentOrTarget)
}

/// A list before it is walked through: pays for all of it at once.
fn walk<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let list = one(args)?;
    if list.get_type().kind() != cel::common::types::Kind::List {
        return Err(ExecutionError::UnexpectedType {
            got: list.get_type().name().to_owned(),
            want: "list".to_owned(),
        });
    }
    if UNTIL.get().is_some_and(|until| Instant::now() > until) {
        return Err(limit("late"));
    }
    take(weight(list.as_ref()))?;
    Ok(list)
}

/// A value before it is put into a list: pays for the copy.
fn keep<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
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
        fn $name<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
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

fn add<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
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

fn days<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let [from, to] = args.as_slice() else {
        return Err(ExecutionError::MissingArgumentOrTarget);
    };
    let days = (date(to)? - date(from)?).num_days();
    Ok(CowVal::owned(CelInt::from(days)))
}

fn plus_days<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
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

fn year<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let date = date(&one(args)?)?;
    Ok(CowVal::owned(CelInt::from(i64::from(date.year()))))
}

fn month<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let date = date(&one(args)?)?;
    Ok(CowVal::owned(CelInt::from(i64::from(date.month()))))
}

fn lower<'b, 'v>(args: Args<'b, 'v>) -> Answer<'b, 'v> {
    let value = one(args)?;
    take(weight(value.as_ref()))?;
    Ok(CowVal::owned(CelString::from(
        text_of(&value)?.to_lowercase(),
    )))
}

/// The environment of every rule: what CEL brings, and ours.
///
/// # Errors
/// Never, as long as no two functions of ours have one name; a test holds it.
pub(super) fn environment() -> Result<Arc<Env>, cel::DeclarationError> {
    type Ours = (
        &'static str,
        &'static [Type],
        cel::common::functions::Function,
    );
    const OURS: &[Ours] = &[
        (ADD, &[DYN_TYPE, DYN_TYPE], add),
        (SUBTRACT, &[DYN_TYPE, DYN_TYPE], subtract),
        (MULTIPLY, &[DYN_TYPE, DYN_TYPE], multiply),
        (DIVIDE, &[DYN_TYPE, DYN_TYPE], divide),
        (WALK, &[DYN_TYPE], walk),
        (KEEP, &[DYN_TYPE], keep),
        ("days", &[STRING_TYPE, STRING_TYPE], days),
        ("plus_days", &[STRING_TYPE, INT_TYPE], plus_days),
        ("year", &[STRING_TYPE], year),
        ("month", &[STRING_TYPE], month),
        ("lower", &[STRING_TYPE], lower),
    ];
    let mut env = Env::stdlib().with_optional_support(false);
    for (name, takes, does) in OURS {
        let takes = takes.iter().map(Type::to_owned).collect();
        env.add_overload(name, name, takes, *does)?;
    }
    Ok(Arc::new(env))
}
