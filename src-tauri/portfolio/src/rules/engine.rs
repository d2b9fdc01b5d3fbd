//! Runs the rules, all of them at first and after an edit only what the edit can have touched.
//!
//! Everything is kept in *units*: one for each element with what all rules say of it, and one for each rule that
//! judges the portfolio as a whole. A unit knows what it looked at ([`super::context::reads`]) and is judged
//! again when something of that has changed, so that the findings after any edit are those of a run from scratch;
//! a property test over random edits holds this.

use super::changed::Changes;
use super::context::reads::{self, Marks, says};
use super::context::{Facts, SUMS, Size, Sums, are_sized_by};
use super::job::{Job, judged, threads};
use super::own::Own;
use super::rule::Check;
use super::touched::{Touched, changes_settings};
use super::waivers::Waivers;
use super::{Accepted, Context, Finding, FindingsChange, OwnState, RULES, Report, Rule};
use crate::model::{Date, Diff, ElementId, Lang, Portfolio, Record};
use std::collections::HashMap;

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
    sizes: Vec<Size>,
    own: Own,
    /// Where the line leads and what else was asked for, by the thread that keeps it; none before the first run.
    facts: Vec<Facts>,
}

pub(super) type WholeCheck = for<'c, 'a> fn(&'c Context<'a>, &mut Report<'c, 'a>);

/// The rules that judge the whole.
pub(super) fn whole_rules() -> impl Iterator<Item = (&'static Rule, WholeCheck)> {
    RULES.iter().filter_map(|rule| match rule.check {
        Check::Whole(check) | Check::Both(_, _, check) => Some((*rule, check)),
        Check::Each(..) => None,
    })
}

impl Engine {
    /// Runs every rule of ours.
    #[must_use]
    pub fn new(portfolio: &Portfolio, as_of: Date, lang: Lang) -> Self {
        Self::with_own(portfolio, as_of, lang, Accepted::default())
    }

    /// Runs every rule, and of the rules of one's own those that are accepted.
    #[must_use]
    pub fn with_own(portfolio: &Portfolio, as_of: Date, lang: Lang, own: Accepted) -> Self {
        let mut engine = Self {
            as_of,
            lang,
            ids: Vec::new(),
            units: Vec::new(),
            parts: Vec::new(),
            wholes: whole_rules().map(|_| Unit::default()).collect(),
            sums: Sums::default(),
            sizes: Vec::new(),
            own: Own::new(portfolio, own),
            facts: Vec::new(),
        };
        engine.judge(portfolio, None);
        engine
    }

    /// Every finding, also those that somebody lives with, the heaviest first.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        super::report::sorted(self.unsorted().cloned().collect())
    }

    /// As [`Engine::findings`], in no order.
    pub fn unsorted(&self) -> impl Iterator<Item = &Finding> {
        let all = self.units.iter().chain(&self.wholes);
        all.flat_map(|unit| &unit.findings)
            .chain(self.own.findings())
    }

    /// Takes another set of rules of one's own as accepted.
    pub fn accept(&mut self, portfolio: &Portfolio, own: Accepted) -> FindingsChange {
        self.own.accept(portfolio, own);
        self.judge(portfolio, Some(Touched::default()))
    }

    /// The rules of one's own that are accepted.
    #[must_use]
    pub fn accepted(&self) -> &Accepted {
        self.own.accepted()
    }

    /// As [`Engine::accept`], for a step that is about to be followed and that changes these rules itself.
    pub fn trust(&mut self, own: Accepted) {
        self.own.trust(own);
    }

    /// Which rules of one's own are run, in the order of the codes.
    #[must_use]
    pub fn own_rules(&self) -> Vec<OwnState> {
        self.own.states()
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
        let own = |record: &Option<Record>| matches!(record, Some(Record::OwnRule(_)));
        if diff
            .changes
            .iter()
            .any(|it| own(&it.before) || own(&it.after))
        {
            self.own.take_over(portfolio);
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
        let old = self.findings();
        let own = self.own.accepted().clone();
        *self = Self::with_own(portfolio, self.as_of, self.lang, own);
        FindingsChange::between(old, self.findings())
    }

    /// Whether the findings are those of a date, in a language.
    #[must_use]
    pub fn is_of(&self, as_of: Date, lang: Lang) -> bool {
        self.as_of == as_of && self.lang == lang
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
            let mut moved: Vec<Option<usize>> = vec![None; self.ids.len()];
            let mut units: Vec<Unit> = Vec::with_capacity(ids.len());
            let mut parts: Vec<Parts> = Vec::with_capacity(ids.len());
            for (n, id) in ids.iter().enumerate() {
                let before = old.get(id.as_str()).copied();
                if let Some(before) = before {
                    moved[before] = Some(n);
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
            gone.extend(self.own.renumber(&moved, ids.len()));
            let mut sizes = vec![Size::default(); ids.len()];
            for (was, place) in self.sizes.iter().zip(&moved) {
                if let Some(place) = place {
                    sizes[*place] = *was;
                }
            }
            self.sizes = sizes;
            self.units = units;
            self.parts = parts;
            self.ids = ids;
            let len = self.ids.len();
            let facts = std::mem::take(&mut self.facts).into_iter();
            self.facts = facts.map(|it| it.moved(&moved, len)).collect();
            // What is no more is named by the records of the diff; a number of it means nothing from here on.
            let place = |seen: &[u32]| -> Box<[u32]> {
                let marks = seen.iter().filter_map(|mark| reads::moved(*mark, &moved));
                marks.collect()
            };
            for unit in self.units.iter_mut().chain(&mut self.wholes) {
                unit.seen = place(&unit.seen);
            }
            for part in &mut self.parts {
                part.seen = place(&part.seen);
            }
        }
        let mut touched = Touched::of(portfolio, diff, &self.ids, self.as_of);
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
        let threads = threads(self.ids.len());
        let mut facts = std::mem::take(&mut self.facts).into_iter().take(threads);
        let mut ctx = Context::without_sums(portfolio, self.as_of, self.lang, facts.next());
        if !fresh {
            ctx.facts().forget_ways(&touched.marks);
            ctx.mark_line(&mut touched.marks);
            ctx.facts().forget(&touched.marks);
        }
        // What was never judged has seen nothing.
        let due =
            |marks: &Marks, n: usize, seen: &[u32]| fresh || marks.has(says(n)) || marks.any(seen);
        let parts: Vec<usize> = (0..self.parts.len())
            .filter(|n| due(&touched.marks, *n, &self.parts[*n].seen))
            .collect();
        let mut all_resized = fresh;
        let mut sums_may_differ = fresh || touched.some_gone;
        for n in parts {
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
            for mark in sums.changed(&self.sums, ctx.settings()) {
                all_resized |= are_sized_by(mark);
                touched.marks.add(mark);
            }
            self.sums = sums;
        }
        ctx.set_sums(self.sums.clone());
        self.sizes.resize(self.ids.len(), Size::default());
        for (n, size) in self.sizes.iter_mut().enumerate() {
            if all_resized || touched.marks.has(says(n)) {
                let now = ctx.size_now(n);
                if *size != now {
                    *size = now;
                    touched.marks.add(says(n));
                }
            }
        }
        ctx.set_sizes(self.sizes.clone());

        let waivers = Waivers::of(portfolio, self.as_of);
        let mut change = Changes::new(std::mem::take(&mut touched.gone));
        let units = (0..self.units.len())
            .filter(|n| due(&touched.marks, *n, &self.units[*n].seen))
            .map(Job::Element);
        let wholes = (0..self.wholes.len())
            .filter(|n| fresh || touched.marks.any(&self.wholes[*n].seen))
            .map(Job::Whole);
        let jobs: Vec<Job> = wholes.chain(units).collect();
        let (done, others) = judged(&ctx, threads, facts.collect(), &touched.marks, &jobs);
        for (job, findings, seen) in done {
            let unit = match job {
                Job::Element(n) => &mut self.units[n],
                Job::Whole(n) => &mut self.wholes[n],
            };
            unit.seen = seen;
            if fresh {
                // Nobody compares with nothing.
                unit.findings = waivers.mark(findings);
            } else {
                change.replace(&mut unit.findings, waivers.mark(findings));
            }
        }
        let due_own = |n: usize, seen: &[u32]| due(&touched.marks, n, seen);
        self.own
            .judge(&ctx, due_own, |it| waivers.mark(it), &mut change);
        self.facts = std::iter::once(ctx.into_facts()).chain(others).collect();
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
        if let Check::Each(kinds, check) | Check::Both(kinds, check, _) = rule.check
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

pub(super) fn of_whole(ctx: &Context<'_>, rule: &'static Rule, check: WholeCheck) -> Vec<Finding> {
    if is_off(ctx, rule) {
        return Vec::new();
    }
    ctx.reads.see(reads::ACCEPTED);
    let mut report = Report::new(ctx, rule);
    check(ctx, &mut report);
    report.into_findings()
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
