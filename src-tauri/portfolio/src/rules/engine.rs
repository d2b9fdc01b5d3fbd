//! Runs the rules, all of them at first and after an edit only what the edit can have touched.
//!
//! Everything is kept in *units*: one for each element with what all rules say of it, and one for each rule that
//! judges the portfolio as a whole. A unit knows what it looked at ([`super::context::reads`]) and is judged
//! again when something of that has changed, so that the findings after any edit are those of a run from scratch;
//! a property test over random edits holds this.

use super::context::reads::{self, CANVASES, SOURCES, is_element, kind};
use super::context::{SUMS, Sums};
use super::rule::Check;
use super::{Context, Finding, RULES, Report, Rule};
use crate::model::{Date, Diff, ElementId, Lang, Portfolio, Record, RecordId, WaiverId};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What a sum has of one element: under which name, how much.
type OwnPart = Option<(String, rust_decimal::Decimal)>;

#[derive(Debug, Default)]
struct Unit {
    seen: Box<[u32]>,
    findings: Vec<Finding>,
}

/// What one element adds to the sums, and what was looked at to know.
#[derive(Debug, Default)]
struct Parts {
    seen: Box<[u32]>,
    parts: Vec<OwnPart>,
}

/// What changed in the findings from one state of the portfolio to the next.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct FindingsChange {
    /// Keys of findings that are no more.
    pub gone: Vec<String>,
    /// Findings that are new or say something else than before, in their order.
    pub now: Vec<Finding>,
}

/// The findings of one portfolio, kept fresh.
#[derive(Debug)]
pub struct Engine {
    as_of: Date,
    lang: Lang,
    ids: Vec<ElementId>,
    /// By number of the element, archived ones included.
    units: Vec<Unit>,
    parts: Vec<Parts>,
    /// By rule that judges the whole, in the order of the rules.
    wholes: Vec<Unit>,
    sums: Sums,
    large: Vec<bool>,
}

/// The rules that judge the whole.
fn whole_rules() -> impl Iterator<Item = &'static Rule> {
    RULES
        .iter()
        .copied()
        .filter(|rule| matches!(rule.check, Check::Whole(_)))
}

impl Engine {
    /// Runs every rule.
    #[must_use]
    pub fn new(portfolio: &Portfolio, as_of: Date, lang: Lang) -> Self {
        let mut engine = Self {
            as_of,
            lang,
            ids: Vec::new(),
            units: Vec::new(),
            parts: Vec::new(),
            wholes: whole_rules().map(|_| Unit::default()).collect(),
            sums: Sums::default(),
            large: Vec::new(),
        };
        engine.judge(portfolio, None);
        engine
    }

    /// Every finding, also those that somebody lives with, the heaviest first.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let all = self.units.iter().chain(&self.wholes);
        super::report::sorted(all.flat_map(|unit| unit.findings.iter().cloned()).collect())
    }

    /// Judges again what a step can have touched. `portfolio` is the state after the step.
    pub fn update(&mut self, portfolio: &Portfolio, diff: &Diff) -> FindingsChange {
        if diff
            .changes
            .iter()
            .any(|it| changes_settings(it.before.as_ref(), it.after.as_ref()))
        {
            return self.anew(portfolio);
        }
        let touched = self.renumber(portfolio, diff);
        self.judge(portfolio, Some(touched))
    }

    /// Judges everything again, for instance for another date or language.
    pub fn rerun(&mut self, portfolio: &Portfolio, as_of: Date, lang: Lang) -> FindingsChange {
        self.as_of = as_of;
        self.lang = lang;
        self.anew(portfolio)
    }

    fn anew(&mut self, portfolio: &Portfolio) -> FindingsChange {
        let mut old: HashMap<String, Finding> = HashMap::new();
        for unit in self.units.drain(..).chain(self.wholes.drain(..)) {
            old.extend(unit.findings.into_iter().map(|it| (it.key.clone(), it)));
        }
        *self = Self::new(portfolio, self.as_of, self.lang);
        let mut change = FindingsChange::default();
        for finding in self.findings() {
            if old.remove(&finding.key).as_ref() != Some(&finding) {
                change.now.push(finding);
            }
        }
        change.gone = old.into_keys().collect();
        change.gone.sort_unstable();
        change
    }

    /// Follows elements that came and went, and tells the numbers that changed.
    fn renumber(&mut self, portfolio: &Portfolio, diff: &Diff) -> Touched {
        let mut gone = Vec::new();
        let comes_or_goes = diff.changes.iter().any(|it| {
            it.before.is_none() != it.after.is_none()
                && matches!(
                    it.before.as_ref().or(it.after.as_ref()),
                    Some(Record::Element(_))
                )
        });
        if comes_or_goes {
            let ids: Vec<ElementId> = portfolio.elements().map(|it| it.id.clone()).collect();
            let old: HashMap<&str, usize> = self
                .ids
                .iter()
                .enumerate()
                .map(|(n, id)| (id.as_str(), n))
                .collect();
            let mut moved: Vec<Option<u32>> = vec![None; self.ids.len()];
            let mut units: Vec<Unit> = Vec::with_capacity(ids.len());
            let mut parts: Vec<Parts> = Vec::with_capacity(ids.len());
            for (n, id) in ids.iter().enumerate() {
                let before = old.get(id.as_str()).copied();
                if let Some(before) = before {
                    moved[before] = u32::try_from(n).ok();
                }
                units.push(
                    before
                        .map(|at| std::mem::take(&mut self.units[at]))
                        .unwrap_or_default(),
                );
                parts.push(
                    before
                        .map(|at| std::mem::take(&mut self.parts[at]))
                        .unwrap_or_default(),
                );
            }
            for (at, place) in moved.iter().enumerate() {
                if place.is_none() {
                    gone.append(&mut self.units[at].findings);
                }
            }
            self.units = units;
            self.parts = parts;
            self.ids = ids;
            // What is no more is named by the records of the diff; a number of it means nothing from here on.
            let place = |seen: &[u32]| -> Box<[u32]> {
                seen.iter()
                    .filter_map(|n| {
                        if is_element(*n) {
                            moved[*n as usize]
                        } else {
                            Some(*n)
                        }
                    })
                    .collect()
            };
            for unit in self.units.iter_mut().chain(&mut self.wholes) {
                unit.seen = place(&unit.seen);
            }
            for part in &mut self.parts {
                part.seen = place(&part.seen);
            }
        }
        let mut touched = Touched::of(portfolio, diff, &self.ids);
        touched.gone = gone;
        touched
    }

    /// Judges what is touched; everything when `touched` is `None`.
    fn judge(&mut self, portfolio: &Portfolio, touched: Option<Touched>) -> FindingsChange {
        let fresh = touched.is_none();
        let mut touched = touched.unwrap_or_default();
        if fresh {
            self.ids = portfolio.elements().map(|it| it.id.clone()).collect();
            self.units = self.ids.iter().map(|_| Unit::default()).collect();
            self.parts = self.ids.iter().map(|_| Parts::default()).collect();
        }
        let mut ctx = Context::without_sums(portfolio, self.as_of, self.lang);
        let due: Vec<usize> = (0..self.parts.len())
            .filter(|n| fresh || touched.has(*n) || touched.any(&self.parts[*n].seen))
            .collect();
        let mut sums_may_differ = fresh || !touched.gone_elements.is_empty();
        for n in due {
            let (parts, seen) = ctx.reads.during(|| own_parts(&ctx, n));
            sums_may_differ |= parts != self.parts[n].parts;
            self.parts[n] = Parts { seen, parts };
        }
        if sums_may_differ {
            let mut sums = Sums::default();
            for parts in &self.parts {
                for (place, part) in parts.parts.iter().enumerate() {
                    let part = part.as_ref().map(|(name, amount)| (name.as_str(), *amount));
                    sums.add(place, part);
                }
            }
            for place in sums.changed(&self.sums) {
                touched.numbers.insert(reads::sum(place));
            }
            self.sums = sums;
        }
        ctx.set_sums(self.sums.clone());
        let large: Vec<bool> = portfolio.elements().map(|it| ctx.is_large(it)).collect();
        for (n, is_large) in large.iter().enumerate() {
            if self.large.get(n) != Some(is_large) && self.large.len() == large.len() {
                touched.see(n);
            }
        }
        self.large = large;

        let waivers = Waivers::of(portfolio, self.as_of);
        let mut change = Changes::new(std::mem::take(&mut touched.gone));
        for n in 0..self.units.len() {
            if fresh || touched.has(n) || touched.any(&self.units[n].seen) {
                let (findings, seen) = ctx.reads.during(|| of_element(&ctx, n));
                change.take(&mut self.units[n], waivers.mark(findings), seen);
            }
        }
        for (place, rule) in whole_rules().enumerate() {
            if fresh || touched.any(&self.wholes[place].seen) {
                let (findings, seen) = ctx.reads.during(|| of_whole(&ctx, rule));
                change.take(&mut self.wholes[place], waivers.mark(findings), seen);
            }
        }
        change.finish(fresh)
    }
}

/// What every rule says of one element.
pub(super) fn of_element(ctx: &Context<'_>, number: usize) -> Vec<Finding> {
    let element = ctx.element(number);
    let mut findings = Vec::new();
    if element.archived.is_some() {
        return findings;
    }
    for rule in RULES {
        if let Check::Each(kinds, check) = rule.check
            && kinds.contains(&element.kind())
            && !is_off(ctx, rule)
        {
            let mut report = Report::new(ctx, rule);
            check(ctx, number, &mut report);
            findings.append(&mut report.into_findings());
        }
    }
    findings
}

fn of_whole(ctx: &Context<'_>, rule: &'static Rule) -> Vec<Finding> {
    super::said(rule, ctx)
}

pub(super) fn is_off(ctx: &Context<'_>, rule: &Rule) -> bool {
    ctx.settings().rules.get(rule.code).is_some_and(|it| it.off)
}

fn own_parts(ctx: &Context<'_>, number: usize) -> Vec<OwnPart> {
    if ctx.element(number).archived.is_some() {
        return vec![None; SUMS.len()];
    }
    SUMS.iter()
        .map(|sum| (sum.part)(ctx, number).map(|(name, amount)| (name.to_owned(), amount)))
        .collect()
}

fn changes_settings(before: Option<&Record>, after: Option<&Record>) -> bool {
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

/// Numbers of what a step changed.
#[derive(Debug, Default)]
struct Touched {
    numbers: HashSet<u32>,
    gone: Vec<Finding>,
    gone_elements: Vec<ElementId>,
}

impl Touched {
    fn of(portfolio: &Portfolio, diff: &Diff, ids: &[ElementId]) -> Self {
        let mut touched = Self::default();
        let number = |id: &ElementId| ids.binary_search(id).ok();
        for change in &diff.changes {
            let sides = [change.before.as_ref(), change.after.as_ref()];
            match (&change.before, &change.after) {
                (Some(Record::Element(before)), Some(Record::Element(after)))
                    if before.archived.is_some() == after.archived.is_some()
                        && before.kind() == after.kind() =>
                {
                    touched.numbers.insert(kind(after.kind()));
                    number(&after.id).map(|n| touched.see(n));
                    continue;
                }
                (Some(Record::Placement(before)), Some(Record::Placement(after)))
                    if before.canvas == after.canvas && before.element == after.element =>
                {
                    // Moved about on its canvas: no rule asks where a card lies.
                    continue;
                }
                _ => {}
            }
            for record in sides.into_iter().flatten() {
                match record {
                    Record::Element(it) => {
                        touched.numbers.insert(kind(it.kind()));
                        match number(&it.id) {
                            Some(n) => touched.see(n),
                            None => touched.gone_elements.push(it.id.clone()),
                        }
                        // It came, went, or is another kind: whoever is linked to it has other neighbours now.
                        let links = portfolio
                            .links_from(&it.id)
                            .chain(portfolio.links_to(&it.id));
                        for end in links.flat_map(|link| [&link.from, &link.to]) {
                            number(end).map(|n| touched.see(n));
                        }
                    }
                    Record::Link(it) => {
                        for end in [&it.from, &it.to] {
                            number(end).map(|n| touched.see(n));
                        }
                    }
                    Record::Reading(it) => {
                        number(&it.indicator).map(|n| touched.see(n));
                    }
                    Record::StatusReport(it) => {
                        number(&it.element).map(|n| touched.see(n));
                    }
                    Record::Placement(it) => {
                        number(&it.element).map(|n| touched.see(n));
                    }
                    Record::Canvas(_) => drop(touched.numbers.insert(CANVASES)),
                    Record::Source(_) | Record::Import(_) => {
                        touched.numbers.insert(SOURCES);
                    }
                    Record::Waiver(it) => {
                        number(&ElementId::new(it.subject.as_str())).map(|n| touched.see(n));
                    }
                    Record::Settings(_) => {}
                }
            }
        }
        touched
    }

    fn see(&mut self, number: usize) {
        self.numbers.extend(u32::try_from(number).ok());
    }

    fn has(&self, number: usize) -> bool {
        u32::try_from(number).is_ok_and(|n| self.numbers.contains(&n))
    }

    fn any(&self, seen: &[u32]) -> bool {
        seen.iter().any(|n| self.numbers.contains(n))
    }
}

/// The findings that somebody lives with on a day.
struct Waivers<'p>(BTreeMap<(&'p str, &'p RecordId), &'p WaiverId>);

impl<'p> Waivers<'p> {
    fn of(portfolio: &'p Portfolio, as_of: Date) -> Self {
        let holding = portfolio.waivers().filter(|it| it.holds_on(as_of));
        Self(
            holding
                .map(|it| ((it.code.as_str(), &it.subject), &it.id))
                .collect(),
        )
    }

    fn mark(&self, mut findings: Vec<Finding>) -> Vec<Finding> {
        if !self.0.is_empty() {
            for finding in &mut findings {
                if let Some(subject) = &finding.subject {
                    let subject = RecordId::from(&subject.id);
                    finding.accepted = self
                        .0
                        .get(&(finding.code.as_str(), &subject))
                        .map(|id| (*id).clone());
                }
            }
        }
        findings
    }
}

/// Collects what is no more and what is new, unit by unit.
struct Changes {
    gone: Vec<String>,
    now: Vec<Finding>,
}

impl Changes {
    fn new(gone: Vec<Finding>) -> Self {
        Self {
            gone: gone.into_iter().map(|it| it.key).collect(),
            now: Vec::new(),
        }
    }

    fn take(&mut self, unit: &mut Unit, findings: Vec<Finding>, seen: Box<[u32]>) {
        for old in &unit.findings {
            if !findings.iter().any(|it| it.key == old.key) {
                self.gone.push(old.key.clone());
            }
        }
        for new in &findings {
            if !unit.findings.contains(new) {
                self.now.push(new.clone());
            }
        }
        *unit = Unit { seen, findings };
    }

    fn finish(mut self, fresh: bool) -> FindingsChange {
        if fresh {
            // Nobody compares with nothing.
            return FindingsChange::default();
        }
        self.gone.sort_unstable();
        FindingsChange {
            gone: self.gone,
            now: super::report::sorted(self.now),
        }
    }
}
