//! Two portfolios that grew from one, brought together: a pure function, no file and no clock.
//!
//! Record by record, and inside a record that both sides changed field by field. Where both changed one field
//! theirs stands; what one side removed and the other changed or still uses stays, with what hung on it. Each such
//! case is a remark. The result holds together: its links keep the rules by which links are drawn.

mod mention;
mod remark;
mod value;

pub(in crate::workspace) use remark::named;
pub use remark::{By, RecordName, Remark};

use crate::edit::{self, Edit};
use crate::model::{Change, Diff, Link, Noun, OwnRule, Portfolio, Record, RecordId, Reference};
use std::collections::{BTreeMap, BTreeSet};

/// What came of a merge.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    pub portfolio: Portfolio,
    pub remarks: Vec<Remark>,
}

type Key = (Noun, RecordId);
type Records = BTreeMap<Key, Record>;

/// Brings `mine` and `theirs` together, which both grew from `base`.
#[must_use]
pub fn merge(base: &Portfolio, mine: &Portfolio, theirs: &Portfolio) -> Merged {
    let whole = |portfolio: &Portfolio| Merged {
        portfolio: portfolio.clone(),
        remarks: Vec::new(),
    };
    if base == mine || mine == theirs {
        return whole(theirs);
    }
    if base == theirs {
        return whole(mine);
    }
    let mut table = Table {
        base: keyed(base),
        mine: keyed(mine),
        theirs: keyed(theirs),
        sum: keyed(theirs),
        remarks: Vec::new(),
        among: [theirs, mine, base],
    };
    for change in Diff::between(base, mine).changes {
        table.follow(change);
    }
    table.bring_back();
    table.bring_mentions();
    table.finish()
}

fn key(record: &Record) -> Key {
    (record.noun(), record.id())
}

fn keyed(portfolio: &Portfolio) -> Records {
    let records = portfolio.records().into_iter();
    records.map(|it| (key(&it), it)).collect()
}

fn find<'a>(records: &'a Records, wanted: &Reference<'_>) -> Option<&'a Record> {
    let id = RecordId::new(wanted.id);
    let nouns = wanted.want.nouns().iter();
    nouns
        .filter_map(|noun| records.get(&(*noun, id.clone())))
        .find(|it| wanted.want.meets(it))
}

struct Table<'a> {
    base: Records,
    mine: Records,
    theirs: Records,
    /// Begins as theirs and takes in mine.
    sum: Records,
    remarks: Vec<Remark>,
    /// Where titles are looked up.
    among: [&'a Portfolio; 3],
}

impl Table<'_> {
    fn named(&self, record: &Record) -> RecordName {
        named(record, &self.among)
    }

    /// Follows one change of mine as far as theirs allows.
    fn follow(&mut self, Change { before, after }: Change) {
        let Some(any) = after.as_ref().or(before.as_ref()) else {
            return;
        };
        let key = key(any);
        let theirs = self.theirs.get(&key).cloned();
        if theirs == after {
            return;
        }
        if theirs == before {
            match after {
                Some(record) => self.sum.insert(key, record),
                None => self.sum.remove(&key),
            };
            return;
        }
        match (after, theirs) {
            (Some(record), None) => {
                self.stays(&record, By::Theirs);
                self.sum.insert(key, record);
            }
            (None, Some(record)) => self.stays(&record, By::Mine),
            (Some(mine), Some(theirs)) => self.mix(before.as_ref(), &mine, &theirs),
            (None, None) => {}
        }
    }

    /// A record that both changed. Of two places of one card the file's stands: a place is no statement.
    fn mix(&mut self, before: Option<&Record>, mine: &Record, theirs: &Record) {
        if mine.noun() == Noun::Placement {
            return;
        }
        let Some((record, contests)) = value::record(before, mine, theirs) else {
            self.left_out(mine);
            return;
        };
        let of = self.named(&record);
        self.remarks
            .extend(contests.into_iter().map(|it| Remark::Both {
                of: of.clone(),
                field: it.field,
                mine: value::plain(&it.mine),
                theirs: value::plain(&it.theirs),
            }));
        self.sum.insert(key(&record), record);
    }

    fn stays(&mut self, record: &Record, removed: By) {
        if record.noun() != Noun::Placement {
            let of = self.named(record);
            self.remarks.push(Remark::Stays { of, removed });
        }
    }

    fn left_out(&mut self, record: &Record) {
        let of = self.named(record);
        self.remarks.push(Remark::LeftOut { of });
    }

    /// Brings back what one side removed and the other still uses, and then what hung on it, until nothing that is
    /// named is missing. A place alone keeps no card.
    fn bring_back(&mut self) {
        loop {
            let mut back: Vec<(Record, By)> = Vec::new();
            let mut gone: Vec<Key> = Vec::new();
            for (key, record) in &self.sum {
                for wanted in record.references() {
                    if find(&self.sum, &wanted).is_some() {
                        continue;
                    }
                    let here = find(&self.mine, &wanted).map(|it| (it.clone(), By::Theirs));
                    let there = find(&self.theirs, &wanted).map(|it| (it.clone(), By::Mine));
                    // Under an id that theirs gave to something else nothing is brought back.
                    let free = |it: &(Record, By)| !self.sum.contains_key(&self::key(&it.0));
                    match here.or(there).filter(free) {
                        Some(found) if key.0 != Noun::Placement => back.push(found),
                        _ if wanted.needed => gone.push(key.clone()),
                        _ => {}
                    }
                }
            }
            for key in &gone {
                if let Some(record) = self.sum.remove(key)
                    && key.0 != Noun::Placement
                {
                    self.left_out(&record);
                }
            }
            for (record, removed) in &back {
                if self.sum.insert(key(record), record.clone()).is_none() {
                    self.stays(record, *removed);
                }
            }
            if self.bring_dependants() + back.len() + gone.len() == 0 {
                return;
            }
        }
    }

    /// What one side removed and what stands all the same.
    fn stayed(&self) -> impl Iterator<Item = &Key> {
        let removed = |from: &Records, key: &Key| !from.contains_key(key);
        self.sum
            .keys()
            .filter(move |it| removed(&self.mine, it) != removed(&self.theirs, it))
            .filter(|it| self.base.contains_key(it))
    }

    /// What one side no longer mentions only because it removed what now stays.
    fn bring_mentions(&mut self) {
        let mut mended = Records::new();
        let of_mine: BTreeSet<&str> = self
            .stayed()
            .filter(|it| !self.mine.contains_key(it))
            .map(|it| it.1.as_str())
            .collect();
        let of_theirs: BTreeSet<&str> = self
            .stayed()
            .filter(|it| !self.theirs.contains_key(it))
            .map(|it| it.1.as_str())
            .collect();
        for (gone, cleared, kept) in [
            (of_mine, &self.mine, &self.theirs),
            (of_theirs, &self.theirs, &self.mine),
        ] {
            if gone.is_empty() {
                continue;
            }
            for (key, base) in &self.base {
                let now = mended.get(key).or_else(|| self.sum.get(key));
                let (Some(cleared), Some(kept), Some(now)) = (cleared.get(key), kept.get(key), now)
                else {
                    continue;
                };
                let named = |record: &Record, id: &str| {
                    let mut of = record.references().into_iter();
                    of.any(|it| it.id == id && !it.needed)
                };
                let vanished = |id: &str| {
                    gone.contains(id) && named(base, id) && !named(cleared, id) && named(kept, id)
                };
                if let Some(record) = mention::restored(now, kept, vanished) {
                    mended.insert(key.clone(), record);
                }
            }
        }
        self.sum.extend(mended);
    }

    /// What one side removed only because it removed what now stays.
    fn bring_dependants(&mut self) -> usize {
        let stayed: BTreeSet<&RecordId> = self.stayed().map(|(_, id)| id).collect();
        let dependants: Vec<Record> = self
            .base
            .iter()
            .filter(|(key, _)| !self.sum.contains_key(key))
            .filter_map(|(key, _)| self.mine.get(key).or_else(|| self.theirs.get(key)))
            .filter(|record| {
                let named = record.references();
                let hung = named
                    .iter()
                    .any(|it| it.needed && stayed.contains(&RecordId::new(it.id)));
                hung && named.iter().all(|it| find(&self.sum, it).is_some())
            })
            .cloned()
            .collect();
        let count = dependants.len();
        self.sum
            .extend(dependants.into_iter().map(|it| (key(&it), it)));
        count
    }

    /// Draws the links that are not theirs by the rules of drawing, and lets go of what then stands on nothing.
    fn finish(mut self) -> Merged {
        let theirs = &self.theirs;
        let mut drawn: Vec<Link> = Vec::new();
        let mut waivers: Vec<Record> = Vec::new();
        let mut rules: Vec<OwnRule> = Vec::new();
        let mut rest: Vec<Record> = Vec::new();
        for (key, record) in std::mem::take(&mut self.sum) {
            match record {
                Record::Waiver(_) => waivers.push(record),
                Record::OwnRule(rule) => rules.push(rule),
                Record::Link(link) if theirs.get(&key) != Some(&Record::Link(link.clone())) => {
                    drawn.push(link);
                }
                record => rest.push(record),
            }
        }
        let mut portfolio = Portfolio::from_records(rest);
        // Those that theirs knows come first, so that none of theirs is refused for one of mine.
        let (known, new): (Vec<Link>, Vec<Link>) = drawn
            .into_iter()
            .partition(|it| theirs.contains_key(&(Noun::Link, RecordId::from(&it.id))));
        for link in known.into_iter().chain(new) {
            let there = match self.theirs.get(&(Noun::Link, RecordId::from(&link.id))) {
                Some(Record::Link(there)) => Some(there.clone()),
                _ => None,
            };
            if draw(&mut portfolio, &link) {
                continue;
            }
            if !stands_alike(&portfolio, &link) {
                self.left_out(&Record::Link(link));
            }
            if let Some(there) = there
                && !draw(&mut portfolio, &there)
                && !stands_alike(&portfolio, &there)
            {
                self.left_out(&Record::Link(there));
            }
        }
        // Two people may each have taken the next free code: mine gets another.
        let (there, mine): (Vec<OwnRule>, Vec<OwnRule>) = rules.into_iter().partition(|it| {
            self.theirs
                .contains_key(&(Noun::OwnRule, RecordId::from(&it.id)))
        });
        for mut rule in there.into_iter().chain(mine) {
            rule.code = rule.free_code(portfolio.own_rules());
            portfolio.put(Record::OwnRule(rule));
        }
        for waiver in waivers {
            if waiver.references().iter().all(|it| portfolio.has(it)) {
                portfolio.put(waiver);
            } else {
                self.left_out(&waiver);
            }
        }
        Merged {
            portfolio,
            remarks: self.remarks,
        }
    }
}

/// Whether the link could be drawn.
fn draw(portfolio: &mut Portfolio, link: &Link) -> bool {
    let edit = Edit::InsertLink {
        link: Box::new(link.clone()),
    };
    edit::apply(portfolio, &[edit]).is_ok()
}

/// Whether a link that says the same stands already under another name.
fn stands_alike(portfolio: &Portfolio, link: &Link) -> bool {
    portfolio
        .links_from(&link.from)
        .any(|it| it.to == link.to && it.detail == link.detail)
}
