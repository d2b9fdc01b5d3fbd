//! What every rule may look at: the portfolio, the date, the language, and look-ups that are made once.
//!
//! The line is walked along *counting* links only: an accepted, helping contribution that is valid at the date,
//! `because` and `part_of`. Everything is computed in one pass over records in the order of their ids.

use crate::model::{
    Date, Detail, Element, ElementId, ElementKind, Initiative, Known, Lang, Link, LinkDetail,
    LinkKind, Maybe, Money, Portfolio, Sign,
};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::{BTreeMap, HashMap, VecDeque};

/// From this share of strategic weight or of active budget on, what is at stake raises a severity.
pub(super) const LARGE_SHARE: f64 = 0.10;

/// A counting link, seen from one end.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    pub to: usize,
    pub link: &'a Link,
}

/// The portfolio at a date, with look-ups. Elements are numbered in the order of their ids.
#[derive(Debug)]
pub struct Context<'a> {
    pub portfolio: &'a Portfolio,
    pub as_of: Date,
    pub lang: Lang,
    elements: Vec<&'a Element>,
    number: HashMap<&'a str, usize>,
    up: Vec<Vec<Step<'a>>>,
    down: Vec<Vec<Step<'a>>>,
    /// Budgets of active initiatives by currency, a part inside a budgeted whole counted once.
    active_budget: BTreeMap<&'a str, Decimal>,
    strategic_weight: f64,
    last_import: HashMap<&'a str, Date>,
}

/// Whether an initiative is open, or nothing says that it is not.
fn is_active(initiative: &Initiative) -> bool {
    match &initiative.state {
        Some(Maybe::Known(state)) => state.is_open(),
        Some(Maybe::Missing(_)) | None => true,
    }
}

impl<'a> Context<'a> {
    #[must_use]
    pub fn new(portfolio: &'a Portfolio, as_of: Date, lang: Lang) -> Self {
        let elements: Vec<&Element> = portfolio
            .elements()
            .filter(|it| it.archived.is_none())
            .collect();
        let number: HashMap<&str, usize> = elements
            .iter()
            .enumerate()
            .map(|(n, element)| (element.id.as_str(), n))
            .collect();
        let mut up = vec![Vec::new(); elements.len()];
        let mut down = vec![Vec::new(); elements.len()];
        for link in portfolio.links().filter(|it| counts(it, as_of)) {
            let ends = (number.get(link.from.as_str()), number.get(link.to.as_str()));
            if let (Some(&from), Some(&to)) = ends {
                up[from].push(Step { to, link });
                down[to].push(Step { to: from, link });
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
        let mut context = Self {
            portfolio,
            as_of,
            lang,
            elements,
            number,
            up,
            down,
            active_budget: BTreeMap::new(),
            strategic_weight: 0.0,
            last_import,
        };
        context.add_up();
        context
    }

    fn add_up(&mut self) {
        let mut budgets: BTreeMap<&str, Decimal> = BTreeMap::new();
        for (n, element) in self.elements.iter().enumerate() {
            match &element.detail {
                Detail::Objective(it) => {
                    self.strategic_weight += it.weight.value().copied().unwrap_or(0.0);
                }
                Detail::Initiative(it) if is_active(it) => {
                    if let Some(money) = known_budget(it)
                        && !self.wholes(n).any(|whole| self.budget(whole).is_some())
                    {
                        let sum = budgets.entry(money.currency.as_str()).or_default();
                        *sum = sum.saturating_add(money.amount);
                    }
                }
                _ => {}
            }
        }
        self.active_budget = budgets;
    }

    /// Every element with its number.
    pub fn elements(&self) -> impl Iterator<Item = (usize, &'a Element)> + '_ {
        self.elements.iter().copied().enumerate()
    }

    pub fn of_kind(&self, kind: ElementKind) -> impl Iterator<Item = (usize, &'a Element)> + '_ {
        self.elements().filter(move |(_, it)| it.kind() == kind)
    }

    /// Initiatives that are open, or of which nothing says that they are not.
    pub fn active(&self) -> impl Iterator<Item = (usize, &'a Element, &'a Initiative)> + '_ {
        self.elements()
            .filter_map(|(n, element)| element.initiative().map(|it| (n, element, it)))
            .filter(|(_, _, it)| is_active(it))
    }

    #[must_use]
    pub fn element(&self, number: usize) -> &'a Element {
        self.elements[number]
    }

    #[must_use]
    pub fn number(&self, id: &ElementId) -> Option<usize> {
        self.number.get(id.as_str()).copied()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.elements.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.elements.is_empty()
    }

    /// Counting links from an element towards why.
    #[must_use]
    pub fn up(&self, number: usize) -> &[Step<'a>] {
        &self.up[number]
    }

    /// Counting links to an element, seen towards the ground.
    #[must_use]
    pub fn down(&self, number: usize) -> &[Step<'a>] {
        &self.down[number]
    }

    /// Steps from the nearest of `starts`, going towards the ground; `None` where there is no way.
    #[must_use]
    pub fn steps_below(&self, starts: impl IntoIterator<Item = usize>) -> Vec<Option<u32>> {
        walk(&self.down, starts)
    }

    /// Steps from the nearest of `starts`, going towards why; `None` where there is no way.
    #[must_use]
    pub fn steps_above(&self, starts: impl IntoIterator<Item = usize>) -> Vec<Option<u32>> {
        walk(&self.up, starts)
    }

    /// The programmes that an element is a part of, nearest first.
    pub fn wholes(&self, number: usize) -> impl Iterator<Item = usize> + '_ {
        let mut seen = vec![number];
        let mut at = number;
        std::iter::from_fn(move || {
            let next = self.up[at]
                .iter()
                .find(|step| step.link.kind() == LinkKind::PartOf)?
                .to;
            if seen.contains(&next) {
                return None;
            }
            seen.push(next);
            at = next;
            Some(next)
        })
    }

    /// Whether an element exists because of a driver that names a law, a contract or another reference.
    #[must_use]
    pub fn answers_a_reference(&self, number: usize) -> bool {
        self.up[number].iter().any(|step| {
            step.link.kind() == LinkKind::Because
                && matches!(&self.elements[step.to].detail, Detail::Driver(it) if it.reference.value().is_some_and(|text| !text.trim().is_empty()))
        })
    }

    /// Known budget above zero of an initiative.
    #[must_use]
    pub fn budget(&self, number: usize) -> Option<&'a Money> {
        self.elements[number].initiative().and_then(known_budget)
    }

    /// Share of an amount in the active budget of its currency, 0 to 1.
    fn budget_share(&self, money: &Money) -> Option<f64> {
        let total = self.active_budget.get(money.currency.as_str())?;
        money.amount.checked_div(*total)?.to_f64()
    }

    /// Share of an active initiative in the active budget of its currency, 0 to 1.
    #[must_use]
    pub fn active_share(&self, number: usize) -> Option<f64> {
        self.elements[number]
            .initiative()
            .filter(|it| is_active(it))
            .and_then(known_budget)
            .and_then(|money| self.budget_share(money))
    }

    /// Active budget by currency.
    pub fn active_budget(&self) -> impl Iterator<Item = (&'a str, Decimal)> + '_ {
        self.active_budget.iter().map(|(code, sum)| (*code, *sum))
    }

    /// Points of an objective, when it has any.
    #[must_use]
    pub fn weight(&self, element: &Element) -> Option<f64> {
        match &element.detail {
            Detail::Objective(it) => it.weight.value().copied().filter(|weight| *weight > 0.0),
            _ => None,
        }
    }

    /// Whether an element carries so much weight or active budget that its faults weigh more.
    #[must_use]
    pub fn is_large(&self, element: &Element) -> bool {
        let by_weight = self
            .weight(element)
            .is_some_and(|weight| weight / self.strategic_weight >= LARGE_SHARE);
        by_weight
            || self
                .number(&element.id)
                .and_then(|n| self.active_share(n))
                .is_some_and(|share| share >= LARGE_SHARE)
    }

    /// The source from which an element was imported, and the date of its last import.
    #[must_use]
    pub fn origin(&self, element: &'a Element) -> Option<(&'a str, Option<Date>)> {
        element
            .external_keys
            .iter()
            .map(|key| {
                let title = key.source.as_str();
                (title, self.last_import.get(title).copied())
            })
            .max_by_key(|(_, date)| *date)
    }
}

/// Whether a link carries the line at a date.
fn counts(link: &Link, as_of: Date) -> bool {
    match &link.detail {
        LinkDetail::Contribution(it) => {
            link.counts()
                && it.sign == Sign::Helps
                && it.valid_from.is_none_or(|date| date <= as_of)
                && it.valid_until.is_none_or(|date| date >= as_of)
        }
        LinkDetail::Because | LinkDetail::PartOf => true,
        _ => false,
    }
}

pub(super) fn known_budget(initiative: &Initiative) -> Option<&Money> {
    initiative
        .budget
        .as_ref()
        .and_then(Maybe::known)
        .filter(|money| money.amount > Decimal::ZERO)
}

fn walk(ways: &[Vec<Step<'_>>], starts: impl IntoIterator<Item = usize>) -> Vec<Option<u32>> {
    let mut steps = vec![None; ways.len()];
    let mut queue = VecDeque::new();
    for start in starts {
        if steps[start].is_none() {
            steps[start] = Some(0);
            queue.push_back((start, 0));
        }
    }
    while let Some((at, far)) = queue.pop_front() {
        for step in &ways[at] {
            if steps[step.to].is_none() {
                steps[step.to] = Some(far + 1);
                queue.push_back((step.to, far + 1));
            }
        }
    }
    steps
}
