//! What every rule may look at: the portfolio, the date, the language, and facts that are made once.
//!
//! The line is walked along *counting* links only: an accepted, helping contribution that is valid at the date,
//! `because` and `part_of`. Archived elements are not there. Every look is noted in [`reads`], so that after an
//! edit only those checks run again that had looked at what changed; therefore rules reach records through
//! the context and never past it.

mod allotted;
mod calendar;
mod expect;
mod facts;
mod line;
mod measure;
pub(super) mod mentions;
pub(super) mod reads;
mod reports;
mod sizes;
mod sums;
mod told;
mod turns;

pub(super) use expect::CONFIDENCES;
pub use expect::{Balance, Basis, Estimate, Promise};
pub(super) use facts::Facts;
pub use line::Step;
pub(super) use line::counts;
pub(super) use measure::agree;
pub use measure::{Series, Standing};
pub(super) use sizes::{Size, are_sized_by};
pub(super) use sums::Sum;
pub(super) use sums::{ACTIVE_BUDGET, OBJECTIVES, SUMS, Sums, known_budget};
pub(super) use told::{Claim, Origin};
pub(super) use turns::{Turn, set_for};

use crate::model::{
    Canvas, Date, Element, ElementId, ElementKind, ImportRecord, Initiative, Known, Lang, Link,
    Maybe, Placement, Portfolio, Reading, ReadingId, Settings, Source, SourceId, StatusReport,
};
use reads::{CANVASES, Memo, Reads, SOURCES, THERE};
use std::cell::OnceCell;
use std::collections::HashMap;
use std::fmt;

/// Links with the number of the element at their other end.
type Ends<'a> = Box<[(usize, &'a Link)]>;

/// The portfolio at a date, with look-ups. Elements are numbered in the order of their ids.
pub struct Context<'a> {
    portfolio: &'a Portfolio,
    pub as_of: Date,
    pub lang: Lang,
    pub(super) reads: Reads,
    /// Archived elements have a number too, and are passed over.
    elements: Vec<&'a Element>,
    number: HashMap<&'a str, usize>,
    by_kind: Vec<Vec<usize>>,
    sums: Sums,
    /// By title of the source.
    last_import: HashMap<&'a str, Date>,
    people: OnceCell<HashMap<String, usize>>,
    people_who_left: OnceCell<HashMap<String, usize>>,
    /// By number, whether anything names it; see [`mentions`].
    mentioned: OnceCell<Vec<bool>>,
    /// By number, when the engine has told.
    sizes: OnceCell<Vec<Size>>,
    up: Vec<OnceCell<Vec<Step<'a>>>>,
    down: Vec<OnceCell<Vec<Step<'a>>>>,
    series: Memo<Series<'a>>,
    /// The links of an element with the number of the other end, looked up once.
    from: Vec<OnceCell<Ends<'a>>>,
    to: Vec<OnceCell<Ends<'a>>>,
    facts: Facts,
}

/// The makings of a context, on their way to another thread.
pub(super) struct Fork<'a> {
    portfolio: &'a Portfolio,
    as_of: Date,
    lang: Lang,
    sums: Sums,
    sizes: OnceCell<Vec<Size>>,
    facts: Option<Facts>,
}

impl<'a> Fork<'a> {
    pub(super) fn context(self) -> Context<'a> {
        let mut context = Context::without_sums(self.portfolio, self.as_of, self.lang, self.facts);
        context.set_sums(self.sums);
        context.sizes = self.sizes;
        context
    }
}

impl fmt::Debug for Context<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("as_of", &self.as_of)
            .field("lang", &self.lang)
            .field("elements", &self.elements.len())
            .finish_non_exhaustive()
    }
}

/// Whether an initiative is open, or nothing says that it is not.
pub(super) fn is_active(initiative: &Initiative) -> bool {
    match &initiative.state {
        Some(Maybe::Known(state)) => state.is_open(),
        Some(Maybe::Missing(_)) | None => true,
    }
}

impl<'a> Context<'a> {
    #[must_use]
    pub fn new(portfolio: &'a Portfolio, as_of: Date, lang: Lang) -> Self {
        let mut context = Self::without_sums(portfolio, as_of, lang, None);
        context.sums = Sums::of(&context);
        context
    }

    /// A context whose sums the engine brings from the last time, with the facts that still hold.
    pub(super) fn without_sums(
        portfolio: &'a Portfolio,
        as_of: Date,
        lang: Lang,
        facts: Option<Facts>,
    ) -> Self {
        let elements: Vec<&Element> = portfolio.elements().collect();
        let number: HashMap<&str, usize> = elements
            .iter()
            .enumerate()
            .map(|(n, element)| (element.id.as_str(), n))
            .collect();
        let mut by_kind = vec![Vec::new(); ElementKind::ALL.len()];
        for (n, element) in elements.iter().enumerate() {
            if element.archived.is_none() {
                by_kind[element.kind() as usize].push(n);
            }
        }
        let titles: HashMap<&str, &str> = portfolio
            .sources()
            .map(|it| (it.id.as_str(), it.title.as_str()))
            .collect();
        let mut last_import: HashMap<&str, Date> = HashMap::new();
        for import in portfolio.imports() {
            let date = import.at.date_naive();
            if let Some(title) = titles.get(import.source.as_str())
                && date <= as_of
            {
                let last = last_import.entry(title).or_insert(date);
                *last = date.max(*last);
            }
        }
        let len = elements.len();
        let ways = || (0..len).map(|_| OnceCell::new()).collect();
        Self {
            portfolio,
            as_of,
            lang,
            reads: Reads::default(),
            elements,
            number,
            by_kind,
            sums: Sums::default(),
            last_import,
            people: OnceCell::new(),
            people_who_left: OnceCell::new(),
            mentioned: OnceCell::new(),
            sizes: OnceCell::new(),
            up: ways(),
            down: ways(),
            series: Memo::new(len),
            from: (0..len).map(|_| OnceCell::new()).collect(),
            to: (0..len).map(|_| OnceCell::new()).collect(),
            facts: facts.unwrap_or_else(|| Facts::new(len)),
        }
    }

    /// What another thread needs to judge by the same portfolio, date and sums, with the facts it had.
    pub(super) fn fork(&self, facts: Option<Facts>) -> Fork<'a> {
        Fork {
            portfolio: self.portfolio,
            as_of: self.as_of,
            lang: self.lang,
            sums: self.sums.clone(),
            sizes: self.sizes.clone(),
            facts,
        }
    }

    pub(super) fn facts(&mut self) -> &mut Facts {
        &mut self.facts
    }

    /// The facts, for the next state of the portfolio.
    pub(super) fn into_facts(self) -> Facts {
        self.facts
    }

    pub(super) fn set_sums(&mut self, sums: Sums) {
        self.sums = sums;
    }

    fn see(&self, number: usize) {
        self.reads.see(reads::says(number));
    }

    /// What the portfolio sets for rules, currencies and the calendar. A change of it runs everything anew.
    #[must_use]
    pub fn settings(&self) -> &'a Settings {
        self.portfolio.settings()
    }

    /// Every element that is not archived, with its number, in the order of the ids.
    pub fn elements(&self) -> impl Iterator<Item = (usize, &'a Element)> + '_ {
        for kind in ElementKind::ALL {
            self.reads.see(reads::kind(kind));
        }
        self.elements
            .iter()
            .copied()
            .enumerate()
            .filter(|(_, it)| it.archived.is_none())
    }

    /// The numbers of all elements that are not archived, for those who do not ask what they say.
    pub(super) fn numbers(&self) -> impl Iterator<Item = usize> + '_ {
        self.reads.see(THERE);
        (0..self.elements.len()).filter(|n| !self.is_archived(*n))
    }

    /// The elements of a kind, in the order of the ids.
    pub fn of_kind(&self, kind: ElementKind) -> impl Iterator<Item = (usize, &'a Element)> + '_ {
        self.reads.see(reads::kind(kind));
        self.by_kind[kind as usize]
            .iter()
            .map(|n| (*n, self.elements[*n]))
    }

    /// Initiatives that are open, or of which nothing says that they are not.
    pub fn active(&self) -> impl Iterator<Item = (usize, &'a Element, &'a Initiative)> + '_ {
        self.of_kind(ElementKind::Initiative)
            .filter_map(|(n, element)| element.initiative().map(|it| (n, element, it)))
            .filter(|(_, _, it)| is_active(it))
    }

    /// The initiative of a number, when it is one and open.
    #[must_use]
    pub fn active_initiative(&self, number: usize) -> Option<&'a Initiative> {
        self.element(number).initiative().filter(|it| is_active(it))
    }

    #[must_use]
    pub fn element(&self, number: usize) -> &'a Element {
        self.see(number);
        self.elements[number]
    }

    /// The kind of an element, which never changes.
    #[must_use]
    pub fn kind(&self, number: usize) -> ElementKind {
        self.elements[number].kind()
    }

    /// Whether an element is put away. Not noted: whoever asks and goes on looks at the element.
    pub(super) fn is_archived(&self, number: usize) -> bool {
        self.elements[number].archived.is_some()
    }

    /// The number of an element that is not archived.
    #[must_use]
    pub fn number(&self, id: &ElementId) -> Option<usize> {
        let number = self.number.get(id.as_str()).copied()?;
        self.see(number);
        self.elements[number].archived.is_none().then_some(number)
    }

    /// An element by its id, when it is there and not archived.
    #[must_use]
    pub fn by_id(&self, id: &ElementId) -> Option<&'a Element> {
        self.number(id).map(|n| self.elements[n])
    }

    /// How many numbers there are; archived elements have one.
    #[must_use]
    pub fn len(&self) -> usize {
        self.elements.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }

    /// Every link that starts at an element and does not end at an archived one, whether it counts or not.
    pub fn links_from(&self, number: usize) -> impl Iterator<Item = &'a Link> + '_ {
        self.ends_from(number).iter().map(|(_, link)| *link)
    }

    /// Every link that ends at an element and does not start at an archived one, whether it counts or not.
    pub fn links_to(&self, number: usize) -> impl Iterator<Item = &'a Link> + '_ {
        self.ends_to(number).iter().map(|(_, link)| *link)
    }

    fn ends_from(&self, number: usize) -> &Ends<'a> {
        self.see(number);
        self.ends(number, true)
    }

    fn ends_to(&self, number: usize) -> &Ends<'a> {
        self.see(number);
        self.ends(number, false)
    }

    /// Notes nothing. Whether the other end is there never is noted: whoever archives an element changes its
    /// neighbours too.
    fn ends(&self, number: usize, starting: bool) -> &Ends<'a> {
        let id = &self.elements[number].id;
        if starting {
            self.from[number].get_or_init(|| {
                let links = self.portfolio.links_from(id);
                links
                    .filter_map(|link| Some((self.place(&link.to)?, link)))
                    .collect()
            })
        } else {
            self.to[number].get_or_init(|| {
                let links = self.portfolio.links_to(id);
                links
                    .filter_map(|link| Some((self.place(&link.from)?, link)))
                    .collect()
            })
        }
    }

    fn place(&self, id: &ElementId) -> Option<usize> {
        let number = self.number.get(id.as_str()).copied()?;
        self.elements[number].archived.is_none().then_some(number)
    }

    /// Readings of an indicator, in no order that means anything; see [`Context::series`].
    pub fn readings(&self, number: usize) -> impl Iterator<Item = &'a Reading> + '_ {
        self.see(number);
        self.portfolio.readings_of(&self.elements[number].id)
    }

    #[must_use]
    pub fn reading(&self, id: &ReadingId) -> Option<&'a Reading> {
        let reading = self.portfolio.reading(id)?;
        self.number(&reading.indicator)?;
        Some(reading)
    }

    /// Status reports of an element, of whatever date; see [`Context::reports`].
    pub fn statuses(&self, number: usize) -> impl Iterator<Item = &'a StatusReport> + '_ {
        self.see(number);
        self.portfolio.statuses_of(&self.elements[number].id)
    }

    pub fn placements(&self, number: usize) -> impl Iterator<Item = &'a Placement> + '_ {
        self.see(number);
        self.portfolio.placements_of(&self.elements[number].id)
    }

    pub fn canvases(&self) -> impl Iterator<Item = &'a Canvas> + '_ {
        self.reads.see(CANVASES);
        self.portfolio.canvases()
    }

    pub fn sources(&self) -> impl Iterator<Item = &'a Source> + '_ {
        self.reads.see(SOURCES);
        self.portfolio.sources()
    }

    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<&'a Source> {
        self.reads.see(SOURCES);
        self.portfolio.source(id)
    }

    /// The title of a source, empty when something was typed here.
    #[must_use]
    pub fn source_title(&self, id: Option<&SourceId>) -> &'a str {
        id.and_then(|id| self.source(id))
            .map_or("", |it| it.title.as_str())
    }

    /// Imports that were carried out until the date, in no order that means anything.
    pub fn imports(&self) -> impl Iterator<Item = &'a ImportRecord> + '_ {
        self.reads.see(SOURCES);
        self.portfolio
            .imports()
            .filter(|it| it.at.date_naive() <= self.as_of)
    }

    /// The source from which an element was imported, and the date of its last import.
    #[must_use]
    pub fn origin(&self, element: &'a Element) -> Option<(&'a str, Option<Date>)> {
        self.reads.see(SOURCES);
        element
            .external_keys
            .iter()
            .map(|key| {
                let title = key.source.as_str();
                (title, self.last_import.get(title).copied())
            })
            .max_by_key(|(_, date)| *date)
    }

    /// Known budget above zero of an initiative.
    #[must_use]
    pub fn budget(&self, number: usize) -> Option<&'a crate::model::Money> {
        self.element(number).initiative().and_then(known_budget)
    }

    /// Points of an objective, when it has any.
    #[must_use]
    pub fn weight(&self, element: &Element) -> Option<f64> {
        match &element.detail {
            crate::model::Detail::Objective(it) => {
                it.weight.value().copied().filter(|weight| *weight > 0.0)
            }
            _ => None,
        }
    }

    /// A person by name, whatever its case.
    #[must_use]
    pub fn person(&self, name: &str) -> Option<(usize, &'a Element)> {
        self.reads.see(reads::kind(ElementKind::Person));
        let people = self.people.get_or_init(|| {
            self.by_kind[ElementKind::Person as usize]
                .iter()
                .map(|n| (self.elements[*n].title.trim().to_lowercase(), *n))
                .collect()
        });
        let number = *people.get(&name.trim().to_lowercase())?;
        Some((number, self.elements[number]))
    }
}

#[cfg(test)]
mod tests;
