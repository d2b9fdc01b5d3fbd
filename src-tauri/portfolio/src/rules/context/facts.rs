//! Derived facts of elements that outlive one state of the portfolio, and which of them an edit makes untrue.

use super::Standing;
use super::line::Line;
use super::reads::{Marks, Memo};
use super::told::Told;
use crate::model::Status;

/// Facts that hold numbers only, and so can outlive one state of the portfolio.
#[derive(Debug, Default)]
pub(in crate::rules) struct Facts {
    pub(super) line: Line,
    pub(super) objectives: Memo<Vec<usize>>,
    pub(super) initiatives: Memo<Vec<usize>>,
    pub(super) proofs: Memo<Vec<usize>>,
    pub(super) indicators: Memo<Vec<usize>>,
    pub(super) told: Told,
    pub(super) delivery: Memo<Option<Status>>,
    pub(super) standing: Memo<Option<Standing>>,
    pub(super) allotted: Memo<Vec<(usize, f64)>>,
}

impl Facts {
    pub(super) fn new(len: usize) -> Self {
        Self {
            line: Line::new(len),
            objectives: Memo::new(len),
            initiatives: Memo::new(len),
            proofs: Memo::new(len),
            indicators: Memo::new(len),
            told: Told::new(len),
            delivery: Memo::new(len),
            standing: Memo::new(len),
            allotted: Memo::new(len),
        }
    }

    fn grow(&mut self, len: usize) {
        self.line.grow(len);
        self.objectives.grow(len);
        self.initiatives.grow(len);
        self.proofs.grow(len);
        self.indicators.grow(len);
        self.told.grow(len);
        self.delivery.grow(len);
        self.standing.grow(len);
        self.allotted.grow(len);
    }

    /// Forgets where counting links led that have changed: enough to walk the line as it is now.
    pub(in crate::rules) fn forget_ways(&mut self, changed: &Marks) {
        self.line.forget(changed);
    }

    /// Forgets what was made from something that changed.
    pub(in crate::rules) fn forget(&mut self, changed: &Marks) {
        self.line.forget(changed);
        self.allotted.forget(changed);
        self.delivery.forget(changed);
        self.standing.forget(changed);
        for fact in [
            &mut self.objectives,
            &mut self.initiatives,
            &mut self.proofs,
            &mut self.indicators,
        ] {
            fact.forget(changed);
        }
        self.told.forget(changed);
    }

    /// What still holds when elements came or went and the others have new numbers. Ids sort by time, so that a new
    /// element mostly comes after all others and everything holds.
    pub(in crate::rules) fn moved(mut self, places: &[Option<usize>], len: usize) -> Self {
        let stay = |(n, place): (usize, &Option<usize>)| *place == Some(n);
        if places.iter().enumerate().all(stay) {
            self.grow(len);
            return self;
        }
        Self {
            told: self.told.moved(places, len),
            ..Self::new(len)
        }
    }
}
