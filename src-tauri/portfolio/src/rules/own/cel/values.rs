//! Facts as CEL sees them. Nothing is copied until an expression asks for it: a thing hands out one field at a time.

use super::super::fact::{Fact, Scene, Thing, Things};
use super::super::fields::VARIABLES;
use cel::ExecutionError;
use cel::common::traits::{Container, Indexer, Iterable, Iterator, Sizer};
use cel::common::types::{CelBool, CelDouble, CelInt, CelList, CelString, LIST_TYPE, Type};
use cel::common::value::{CowVal, StaticVal, Val};
use cel::context::VariableResolver;
use rust_decimal::prelude::ToPrimitive;
use std::any::Any;

/// Between the name of a missed field and the title of the element that misses it.
pub(super) const OF: char = '\u{1}';

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

impl Indexer for Thing {
    fn get<'b, 'v>(&'b self, index: &dyn Val) -> Result<CowVal<'b, 'v>, ExecutionError>
    where
        Self: 'v,
    {
        let name = name(index)?;
        match Thing::get(self, name) {
            Some(Fact::Thing(thing)) => Ok(CowVal::Borrowed(thing)),
            Some(fact) => Ok(CowVal::Owned(value(fact))),
            None => Err(ExecutionError::no_such_key(&missed(self, name))),
        }
    }

    fn steal<'v>(self: Box<Self>, index: &dyn Val) -> Result<Box<dyn Val + 'v>, ExecutionError>
    where
        Self: 'v,
    {
        Indexer::get(&*self, index).map(CowVal::into_owned)
    }
}

fn missed(thing: &Thing, name: &str) -> String {
    let (within, title) = (thing.0.within, &thing.0.title);
    if title.is_empty() {
        format!("{within}{name}")
    } else {
        format!("{within}{name}{OF}{title}")
    }
}

impl Val for Thing {
    fn get_type(&self) -> &Type {
        &ELEMENT
    }

    fn cel_type() -> &'static Type {
        &ELEMENT
    }

    fn as_indexer<'b, 'v>(&'b self) -> Option<&'b (dyn Indexer + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

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

impl StaticVal for Thing {}

/// Money, with its amount as a number: rules compare it, they do not add up accounts.
#[derive(Debug, Clone, PartialEq)]
struct Sum(crate::model::Money);

impl Indexer for Sum {
    fn get<'b, 'v>(&'b self, index: &dyn Val) -> Result<CowVal<'b, 'v>, ExecutionError>
    where
        Self: 'v,
    {
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

    fn steal<'v>(self: Box<Self>, index: &dyn Val) -> Result<Box<dyn Val + 'v>, ExecutionError>
    where
        Self: 'v,
    {
        self.get(index).map(CowVal::into_owned)
    }
}

impl Val for Sum {
    fn get_type(&self) -> &Type {
        &MONEY
    }

    fn cel_type() -> &'static Type {
        &MONEY
    }

    fn as_indexer<'b, 'v>(&'b self) -> Option<&'b (dyn Indexer + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

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

impl StaticVal for Sum {}

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

impl Indexer for Things {
    fn get<'b, 'v>(&'b self, index: &dyn Val) -> Result<CowVal<'b, 'v>, ExecutionError>
    where
        Self: 'v,
    {
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

    fn steal<'v>(self: Box<Self>, index: &dyn Val) -> Result<Box<dyn Val + 'v>, ExecutionError>
    where
        Self: 'v,
    {
        self.get(index).map(CowVal::into_owned)
    }
}

impl Val for Things {
    fn get_type(&self) -> &Type {
        &LIST_TYPE
    }

    fn cel_type() -> &'static Type {
        &LIST_TYPE
    }

    fn as_iterable<'b, 'v>(&'b self) -> Option<&'b (dyn Iterable + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn as_sizer(&self) -> Option<&dyn Sizer> {
        Some(self)
    }

    fn as_container(&self) -> Option<&dyn Container> {
        Some(self)
    }

    fn as_indexer<'b, 'v>(&'b self) -> Option<&'b (dyn Indexer + 'v)>
    where
        Self: 'v,
    {
        Some(self)
    }

    fn equals(&self, other: &dyn Val) -> bool {
        other
            .downcast_ref::<Self>()
            .is_some_and(|it| it.all == self.all)
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

impl StaticVal for Things {}

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
