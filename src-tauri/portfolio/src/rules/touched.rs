//! What a step touched, as marks that tell the engine which checks are due again.
//!
//! A record says which elements it speaks of and whether they stand elsewhere on the line for it; whoever had looked
//! at one of these marks is judged again. A mark too many costs time, one too few would leave a finding stale.

use super::Finding;
use super::context::counts;
use super::context::mentions;
use super::context::reads::{ACCEPTED, Aspect, CANVASES, Marks, SOURCES, THERE, kind, mark, says};
use crate::model::{Date, Diff, ElementId, Portfolio, Record, Settings};

/// What a step changed, as marks.
#[derive(Debug, Default)]
pub(super) struct Touched {
    pub(super) marks: Marks,
    /// Findings of what is no more.
    pub(super) gone: Vec<Finding>,
    /// Whether one of the elements is no more.
    pub(super) some_gone: bool,
}

impl Touched {
    pub(super) fn of(portfolio: &Portfolio, diff: &Diff, ids: &[ElementId], as_of: Date) -> Self {
        let mut touched = Self::default();
        let number = |id: &ElementId| ids.binary_search(id).ok();
        for change in &diff.changes {
            for record in [&change.before, &change.after].into_iter().flatten() {
                for indicator in mentions::named(portfolio, record) {
                    touched.says(number(indicator));
                }
            }
            match (&change.before, &change.after) {
                (Some(Record::Element(before)), Some(Record::Element(after)))
                    if before.archived.is_some() == after.archived.is_some()
                        && before.kind() == after.kind() =>
                {
                    touched.marks.add(kind(after.kind()));
                    touched.says(number(&after.id));
                }
                (Some(Record::Placement(before)), Some(Record::Placement(after)))
                    if before.canvas == after.canvas && before.element == after.element =>
                {
                    // Moved about on its canvas: no rule asks where a card lies.
                }
                (Some(Record::Link(before)), Some(Record::Link(after)))
                    if before.from == after.from
                        && before.to == after.to
                        && before.kind() == after.kind()
                        && counts(before, as_of) == counts(after, as_of) =>
                {
                    // It says something else and leads where it led.
                    touched.says(number(&after.from));
                    touched.says(number(&after.to));
                }
                (before, after) => {
                    for record in [before, after].into_iter().flatten() {
                        touched.record(portfolio, record, &number);
                    }
                }
            }
        }
        touched
    }

    fn record(
        &mut self,
        portfolio: &Portfolio,
        record: &Record,
        number: &impl Fn(&ElementId) -> Option<usize>,
    ) {
        match record {
            Record::Element(it) => {
                self.marks.add(kind(it.kind()));
                self.marks.add(THERE);
                self.some_gone |= number(&it.id).is_none();
                self.moves(number(&it.id));
                // It came, went, or is another kind: whoever is linked to it has other neighbours now.
                let links = portfolio
                    .links_from(&it.id)
                    .chain(portfolio.links_to(&it.id));
                for link in links {
                    self.moves(number(&link.from));
                    self.moves(number(&link.to));
                    if let Some(indicator) = mentions::by_link(link) {
                        self.says(number(indicator));
                    }
                }
            }
            Record::Link(it) => {
                self.moves(number(&it.from));
                self.moves(number(&it.to));
            }
            Record::Reading(it) => self.says(number(&it.indicator)),
            Record::StatusReport(it) => self.says(number(&it.element)),
            Record::Placement(it) => self.says(number(&it.element)),
            Record::Canvas(_) => self.marks.add(CANVASES),
            Record::Source(_) | Record::Import(_) => self.marks.add(SOURCES),
            Record::Waiver(it) if it.subject == Settings::record_id() => self.marks.add(ACCEPTED),
            Record::Waiver(it) => self.says(number(&ElementId::new(it.subject.as_str()))),
            // Whoever runs them takes them over; nobody else asks for them.
            Record::OwnRule(_) | Record::Settings(_) => {}
            // What somebody jotted down is no statement yet.
            Record::Note(_) => {}
        }
    }

    /// The element says something else.
    fn says(&mut self, number: Option<usize>) {
        if let Some(n) = number {
            self.marks.add(says(n));
        }
    }

    /// The element says something else and stands elsewhere on the line.
    fn moves(&mut self, number: Option<usize>) {
        if let Some(n) = number {
            self.marks.add(says(n));
            self.marks.add(mark(n, Aspect::Ways));
        }
    }
}

/// Whether a step changed a setting that rules read.
pub(super) fn changes_settings(before: Option<&Record>, after: Option<&Record>) -> bool {
    match (before, after) {
        (Some(Record::Settings(before)), Some(Record::Settings(after))) => {
            // A new name of the portfolio concerns no rule.
            let mut same = before.clone();
            same.title.clone_from(&after.title);
            same != *after
        }
        (Some(Record::Settings(_)), None) | (None, Some(Record::Settings(_))) => true,
        _ => false,
    }
}
