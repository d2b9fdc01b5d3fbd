//! What a check looked at. The engine runs a check again only when something changed that it had looked at; so
//! every way to a record goes through the context, which notes it here.
//!
//! Of an element four things are noted apart: what it says (its fields, its links and their texts, its readings and
//! reports), where its counting links lead, and what all lies above and below it on the line. Most edits change only
//! the first, and whatever was only walked through need not be judged again. What belongs to no single element has
//! a mark of its own, counted from the top.

use crate::model::ElementKind;
use std::cell::{OnceCell, RefCell};
use std::sync::Arc;

/// Sources and imports.
pub(in crate::rules) const SOURCES: u32 = u32::MAX;
/// Canvases without their places.
pub(in crate::rules) const CANVASES: u32 = u32::MAX - 1;
/// Which elements there are, whatever they say.
pub(in crate::rules) const THERE: u32 = u32::MAX - 2;
/// What somebody lives with of the portfolio as a whole.
pub(in crate::rules) const ACCEPTED: u32 = u32::MAX - 3;
const SUMS: u32 = u32::MAX - 16;
const TURNS: u32 = u32::MAX - 32;
const KINDS: u32 = u32::MAX - 64;

/// The elements of a kind as a whole: which there are, and what they say.
pub(in crate::rules) fn kind(kind: ElementKind) -> u32 {
    KINDS + kind as u32
}

/// The value of a sum over the portfolio.
pub(in crate::rules) fn sum(number: usize) -> u32 {
    SUMS + u32::try_from(number).unwrap_or(0)
}

/// Whether something holds of the portfolio as a whole.
pub(in crate::rules) fn turn(number: usize) -> u32 {
    TURNS + u32::try_from(number).unwrap_or(0)
}

/// What is noted of one element.
#[derive(Debug, Clone, Copy)]
pub(in crate::rules) enum Aspect {
    Says,
    Ways,
    Above,
    Below,
}

const ASPECTS: u32 = 4;

#[expect(
    clippy::cast_possible_truncation,
    reason = "a portfolio has fewer than a thousand million elements"
)]
pub(in crate::rules) fn mark(number: usize, aspect: Aspect) -> u32 {
    number as u32 * ASPECTS + aspect as u32
}

/// What an element says.
pub(in crate::rules) fn says(number: usize) -> u32 {
    mark(number, Aspect::Says)
}

/// The mark of an element after its number has moved; `None` when it is no more.
pub(in crate::rules) fn moved(mark: u32, places: &[Option<usize>]) -> Option<u32> {
    if mark >= KINDS {
        return Some(mark);
    }
    let place = places.get((mark / ASPECTS) as usize).copied().flatten()?;
    Some(says(place) + mark % ASPECTS)
}

/// A set of marks.
#[derive(Debug, Default, Clone)]
pub(in crate::rules) struct Marks {
    elements: Vec<bool>,
    others: Vec<u32>,
}

impl Marks {
    pub(in crate::rules) fn add(&mut self, mark: u32) {
        if mark >= KINDS {
            self.others.push(mark);
            return;
        }
        let at = mark as usize;
        if self.elements.len() <= at {
            self.elements.resize(at + 1, false);
        }
        self.elements[at] = true;
    }

    pub(in crate::rules) fn has(&self, mark: u32) -> bool {
        if mark >= KINDS {
            return self.others.contains(&mark);
        }
        self.elements.get(mark as usize).copied().unwrap_or(false)
    }

    pub(in crate::rules) fn any(&self, marks: &[u32]) -> bool {
        marks.iter().any(|mark| self.has(*mark))
    }
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

/// A value with what was looked at to make it.
type Made<T> = (Arc<T>, Box<[u32]>);

/// A derived fact of each element, made when it is first asked for, with what was looked at to make it.
#[derive(Debug, Default)]
pub(in crate::rules) struct Memo<T> {
    cells: Vec<OnceCell<Made<T>>>,
}

impl<T> Memo<T> {
    pub(in crate::rules) fn new(len: usize) -> Self {
        Self {
            cells: (0..len).map(|_| OnceCell::new()).collect(),
        }
    }

    /// The fact of an element. Making it must not ask for the same fact of the same element.
    pub(in crate::rules) fn get(
        &self,
        number: usize,
        reads: &Reads,
        make: impl FnOnce() -> T,
    ) -> Arc<T> {
        let (value, seen) = self.cells[number].get_or_init(|| {
            let (value, seen) = reads.during(make);
            (Arc::new(value), seen)
        });
        reads.see_all(seen);
        Arc::clone(value)
    }

    /// Makes room for elements that came after all others.
    pub(super) fn grow(&mut self, len: usize) {
        self.cells.resize_with(len, OnceCell::new);
    }

    /// The facts under the new numbers of their elements, for facts that hold no number themselves.
    pub(super) fn moved(&mut self, places: &[Option<usize>], len: usize) -> Self {
        let mut there = Self::new(len);
        for (cell, place) in self.cells.iter_mut().zip(places) {
            if let (Some((fact, seen)), Some(place)) = (cell.take(), place) {
                let seen = seen.iter().filter_map(|mark| moved(*mark, places));
                there.cells[*place] = OnceCell::from((fact, seen.collect()));
            }
        }
        there
    }

    /// Forgets what was made from something that changed.
    pub(super) fn forget(&mut self, changed: &Marks) {
        for cell in &mut self.cells {
            if cell.get().is_some_and(|(_, seen)| changed.any(seen)) {
                cell.take();
            }
        }
    }
}
