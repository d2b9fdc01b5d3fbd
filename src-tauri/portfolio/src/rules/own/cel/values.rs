//! Facts as CEL sees them. Nothing is copied until an expression asks for it: a thing hands out one field at a time.

use super::super::fact::{Fact, Inner, Scene, Thing, Things};
use super::super::fields::VARIABLES;
use cel::ExecutionError;
use cel::common::traits::{Container, Indexer, Iterable, Iterator, Sizer};
use cel::common::types::{CelBool, CelDouble, CelInt, CelList, CelString, LIST_TYPE, Type};
use cel::common::value::{CowVal, StaticVal, Val};
use cel::context::VariableResolver;
use rust_decimal::prelude::ToPrimitive;
use std::any::Any;

/// Between the name of a missed field and the id of the element that misses it.
pub(super) const OF: char = '\u{1}';

/// Asked for in the place of `extra` by `has`: columns that an element has none of are not there. No source can say it.
pub(super) const FILLED: &str = "extra?";

static ELEMENT: Type = Type::new_unspecified_type("element");
static MONEY: Type = Type::new_unspecified_type("money");

fn texts<'v>(all: impl std::iter::Iterator<Item = String>) -> Box<dyn Val + 'v> {
    let all: Vec<Box<dyn Val>> = all
        .map(|it| Box::new(CelString::from(it)) as Box<dyn Val>)
        .collect();
    Box::new(CelList::from(all))
}

/// A fact as a value of its own.
fn value<'v>(fact: &Fact) -> Box<dyn Val + 'v> {
    match fact {
        Fact::Truth(it) => Box::new(CelBool::from(*it)),
        Fact::Number(it) => Box::new(CelDouble::from(*it)),
        Fact::Text(it) => Box::new(CelString::from((**it).to_owned())),
        Fact::Day(it) => Box::new(CelString::from(it.to_string())),
        Fact::Money(it) => Box::new(Sum(it.clone())),
        Fact::Texts(it) => texts(it.iter().map(|it| (**it).to_owned())),
        Fact::Thing(it) => Box::new(it.clone()),
    }
}

fn name(index: &dyn Val) -> Result<&str, ExecutionError> {
    index
        .downcast_ref::<CelString>()
        .map(CelString::inner)
        .ok_or_else(|| ExecutionError::UnexpectedType {
            got: index.get_type().name().to_owned(),
            want: "string".to_owned(),
        })
}

/// What all our values do alike: they are of a type of their own, hand out one part at a time by `at`, are equal to
/// their like only, and are copied by `clone`.
macro_rules! values {
    ($($name:ident $kind:ident $([$($as:ident $what:ident),+])? $({$($bare:ident $able:ident),+})?;)+) => {$(
        impl Indexer for $name {
            fn get<'b, 'v>(&'b self, index: &dyn Val) -> Result<CowVal<'b, 'v>, ExecutionError>
            where
                Self: 'v,
            {
                self.at(index)
            }

            fn steal<'v>(
                self: Box<Self>,
                index: &dyn Val,
            ) -> Result<Box<dyn Val + 'v>, ExecutionError>
            where
                Self: 'v,
            {
                self.at(index).map(CowVal::into_owned)
            }
        }

        impl Val for $name {
            fn get_type(&self) -> &Type {
                &$kind
            }

            fn cel_type() -> &'static Type {
                &$kind
            }

            fn as_indexer<'b, 'v>(&'b self) -> Option<&'b (dyn Indexer + 'v)>
            where
                Self: 'v,
            {
                Some(self)
            }

            $($(fn $as<'b, 'v>(&'b self) -> Option<&'b (dyn $what + 'v)>
            where
                Self: 'v,
            {
                Some(self)
            })+)?

            $($(fn $bare(&self) -> Option<&dyn $able> {
                Some(self)
            })+)?

            fn equals(&self, other: &dyn Val) -> bool {
                other.downcast_ref::<Self>().is_some_and(|it| it == self)
            }

            fn clone_as_boxed<'v>(&self) -> Box<dyn Val + 'v>
            where
                Self: 'v,
            {
                Box::new(self.clone())
            }

            fn as_any(&self) -> Option<&dyn Any> {
                Some(self)
            }
        }

        impl StaticVal for $name {}
    )+};
}

values! {
    Thing ELEMENT;
    Sum MONEY;
    Things LIST_TYPE [as_iterable Iterable] {as_sizer Sizer, as_container Container};
}

impl Thing {
    fn at<'b, 'v>(&'b self, index: &dyn Val) -> Result<CowVal<'b, 'v>, ExecutionError> {
        let name = name(index)?;
        if name == FILLED {
            let columns = self.get("extra");
            let filled = matches!(columns, Some(Fact::Thing(it)) if !it.0.fields.is_empty());
            return filled
                .then(|| CowVal::owned(CelBool::from(true)))
                .ok_or_else(|| ExecutionError::no_such_key(name));
        }
        match self.get(name) {
            Some(Fact::Thing(thing)) => Ok(CowVal::Borrowed(thing)),
            Some(fact) => Ok(CowVal::Owned(value(fact))),
            None => Err(ExecutionError::no_such_key(&missed(self, name))),
        }
    }
}

fn missed(thing: &Thing, name: &str) -> String {
    let Inner {
        id, within, other, ..
    } = &*thing.0;
    if *other {
        format!("{within}{name}{OF}{id}")
    } else {
        format!("{within}{name}")
    }
}

/// Money, with its amount as a number: rules compare it, they do not add up accounts.
#[derive(Debug, Clone, PartialEq)]
struct Sum(crate::model::Money);

impl Sum {
    fn at<'b, 'v>(&'b self, index: &dyn Val) -> Result<CowVal<'b, 'v>, ExecutionError> {
        match name(index)? {
            "amount" => Ok(CowVal::owned(CelDouble::from(
                self.0.amount.to_f64().unwrap_or(f64::NAN),
            ))),
            "currency" => Ok(CowVal::owned(CelString::from(
                self.0.currency.as_str().to_owned(),
            ))),
            other => Err(ExecutionError::no_such_key(other)),
        }
    }
}

impl Things {
    fn at<'b, 'v>(&'b self, index: &dyn Val) -> Result<CowVal<'b, 'v>, ExecutionError> {
        let place = index.downcast_ref::<CelInt>().map(|it| *it.inner());
        let place = place.ok_or_else(|| ExecutionError::UnexpectedType {
            got: index.get_type().name().to_owned(),
            want: "int".to_owned(),
        })?;
        let found = usize::try_from(place).ok().and_then(|at| self.all.get(at));
        found
            .map(|it| CowVal::Borrowed(it))
            .ok_or_else(|| ExecutionError::IndexOutOfBounds(cel::Value::Int(place)))
    }
}

impl PartialEq for Things {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

struct Walk<'b> {
    all: std::slice::Iter<'b, Thing>,
}

impl<'b, 'v> Iterator<'b, 'v> for Walk<'b> {
    fn next(&mut self) -> Option<&'b (dyn Val + 'v)> {
        self.all.next().map(|it| it as &(dyn Val + 'v))
    }
}

impl Iterable for Things {
    fn iter<'b, 'v>(&'b self) -> Box<dyn Iterator<'b, 'v> + 'b>
    where
        Self: 'v,
    {
        Box::new(Walk {
            all: self.all.iter(),
        })
    }
}

impl Sizer for Things {
    fn size(&self) -> CelInt {
        CelInt::from(i64::try_from(self.all.len()).unwrap_or(i64::MAX))
    }
}

impl Container for Things {
    fn contains(&self, value: &dyn Val) -> Result<bool, ExecutionError> {
        Ok(self.all.iter().any(|it| it.equals(value)))
    }
}

impl VariableResolver for Scene {
    fn resolve<'b>(&'b self, variable: &str) -> Option<CowVal<'b, 'b>> {
        match variable {
            "element" => Some(CowVal::Borrowed(self.element.as_ref()?)),
            "today" => Some(CowVal::owned(CelString::from(self.today?.to_string()))),
            _ => {
                let place = VARIABLES.iter().position(|it| it.name == variable)?;
                Some(CowVal::Borrowed(self.lists[place].as_ref()?))
            }
        }
    }
}
