//! What a check looked at. The engine runs a check again only when something changed that it had looked at; so
//! every way to a record goes through the context, which notes it here.
//!
//! Elements are noted by their numbers. What belongs to no single element has a number of its own, counted from
//! the top.

use crate::model::ElementKind;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// Sources and imports.
pub(in crate::rules) const SOURCES: u32 = u32::MAX;
/// Canvases without their places.
pub(in crate::rules) const CANVASES: u32 = u32::MAX - 1;
const SUMS: u32 = u32::MAX - 16;
const KINDS: u32 = u32::MAX - 64;

/// The elements of a kind as a whole: which there are, and what they say.
pub(in crate::rules) fn kind(kind: ElementKind) -> u32 {
    KINDS + kind as u32
}

/// The value of a sum over the portfolio.
pub(in crate::rules) fn sum(number: usize) -> u32 {
    SUMS + u32::try_from(number).unwrap_or(0)
}

/// Whether a number stands for one element.
pub(in crate::rules) fn is_element(number: u32) -> bool {
    number < KINDS
}

/// Notes of nested checks: what the inner one sees the outer one has seen too.
#[derive(Debug, Default)]
pub(in crate::rules) struct Reads {
    open: RefCell<Vec<Vec<u32>>>,
}

impl Reads {
    pub(in crate::rules) fn see(&self, number: u32) {
        if let Some(seen) = self.open.borrow_mut().last_mut() {
            seen.push(number);
        }
    }

    fn see_all(&self, numbers: &[u32]) {
        if let Some(seen) = self.open.borrow_mut().last_mut() {
            seen.extend_from_slice(numbers);
        }
    }

    /// Does something and tells what was seen meanwhile, each once, in order.
    pub(in crate::rules) fn during<T>(&self, work: impl FnOnce() -> T) -> (T, Box<[u32]>) {
        self.open.borrow_mut().push(Vec::new());
        let done = work();
        let mut seen = self.open.borrow_mut().pop().unwrap_or_default();
        seen.sort_unstable();
        seen.dedup();
        (done, seen.into_boxed_slice())
    }
}

/// A derived fact of each element, made when it is first asked for, with what was looked at to make it.
#[derive(Debug)]
pub(super) struct Memo<T> {
    cells: Vec<OnceCell<(Rc<T>, Box<[u32]>)>>,
}

impl<T> Memo<T> {
    pub(super) fn new(len: usize) -> Self {
        Self {
            cells: (0..len).map(|_| OnceCell::new()).collect(),
        }
    }

    /// The fact of an element. Making it must not ask for the same fact of the same element.
    pub(super) fn get(&self, number: usize, reads: &Reads, make: impl FnOnce() -> T) -> Rc<T> {
        let (value, seen) = self.cells[number].get_or_init(|| {
            let (value, seen) = reads.during(make);
            (Rc::new(value), seen)
        });
        reads.see_all(seen);
        Rc::clone(value)
    }
}
