//! What remains of the records of one element when their single values are put aside: numbers and names that outlive
//! one state of the portfolio, so that a rule over all elements need not walk through all of them after each edit.

use super::reads::{Marks, Memo};
use super::{Context, Standing};
use crate::model::{
    Date, ElementKind, Expectation, IndicatorKind, LinkDetail, LinkKind, Nature, Reading, SourceId,
};
use crate::rules::{signs, tokens};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Who gave a value.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::rules) enum Origin {
    Source(SourceId),
    /// Typed here by somebody.
    Person(String),
    /// Typed here, nobody knows by whom.
    Nobody,
}

impl Origin {
    fn of(reading: &Reading) -> Self {
        let by = reading.recorded_by.trim();
        match &reading.source {
            Some(source) => Self::Source(source.clone()),
            None if by.is_empty() => Self::Nobody,
            None => Self::Person(by.to_owned()),
        }
    }
}

/// The confirmed values of an indicator that come from one origin.
#[derive(Debug, Clone)]
pub(in crate::rules) struct Voice {
    pub(in crate::rules) from: Origin,
    pub(in crate::rules) values: usize,
    /// The first and the last period that it speaks of.
    pub(in crate::rules) first: Date,
    pub(in crate::rules) last: Date,
}

/// An indicator without its single values.
#[derive(Debug, Default)]
pub(in crate::rules) struct Track {
    /// One for each origin, in their order.
    pub(in crate::rules) voices: Vec<Voice>,
    pub(in crate::rules) baseline: Option<f64>,
    /// Who gave the baseline, and its day. A field of the indicator names no source; a reading of a baseline may.
    pub(in crate::rules) start: Option<(Origin, Date)>,
    pub(in crate::rules) target: Option<f64>,
    pub(in crate::rules) standing: Option<Standing>,
    /// Days after which a value is stale.
    pub(in crate::rules) stale_after: Option<f64>,
    /// The first period with a confirmed value.
    pub(in crate::rules) first: Option<Date>,
    pub(in crate::rules) latest: Option<Latest>,
}

/// The last confirmed value of an indicator.
#[derive(Debug)]
pub(in crate::rules) struct Latest {
    pub(in crate::rules) period: Date,
    pub(in crate::rules) value: f64,
    pub(in crate::rules) source: Option<SourceId>,
}

impl Track {
    /// How many confirmed values there are.
    pub(in crate::rules) fn values(&self) -> usize {
        self.voices.iter().map(|it| it.values).sum()
    }
}

/// What one element promises to do to an indicator.
#[derive(Debug, Clone, Copy)]
pub(in crate::rules) struct Claim {
    pub(in crate::rules) indicator: usize,
    pub(in crate::rules) likely: f64,
    /// The place of the contribution among the counting links of the giver.
    pub(in crate::rules) step: usize,
    /// What receives the contribution, when the indicator does not measure it: the effect still has a way to go.
    pub(in crate::rules) through: Option<usize>,
}

#[derive(Debug)]
pub(super) struct Told {
    measured: Memo<Vec<usize>>,
    tracks: Memo<Track>,
    measures: Memo<Vec<usize>>,
    claims: Memo<Vec<Claim>>,
    sources: Memo<Vec<String>>,
    names: Memo<BTreeSet<String>>,
    heard: Memo<Option<Date>>,
}

impl Default for Told {
    fn default() -> Self {
        Self::new(0)
    }
}

impl Told {
    pub(super) fn new(len: usize) -> Self {
        Self {
            measured: Memo::new(len),
            tracks: Memo::new(len),
            measures: Memo::new(len),
            claims: Memo::new(len),
            sources: Memo::new(len),
            names: Memo::new(len),
            heard: Memo::new(len),
        }
    }

    /// What holds no numbers of elements, under their new numbers.
    pub(super) fn moved(&mut self, places: &[Option<usize>], len: usize) -> Self {
        Self {
            tracks: self.tracks.moved(places, len),
            sources: self.sources.moved(places, len),
            names: self.names.moved(places, len),
            heard: self.heard.moved(places, len),
            ..Self::new(len)
        }
    }

    pub(super) fn grow(&mut self, len: usize) {
        self.measured.grow(len);
        self.tracks.grow(len);
        self.measures.grow(len);
        self.claims.grow(len);
        self.sources.grow(len);
        self.names.grow(len);
        self.heard.grow(len);
    }

    pub(super) fn forget(&mut self, changed: &Marks) {
        self.measured.forget(changed);
        self.tracks.forget(changed);
        self.measures.forget(changed);
        self.claims.forget(changed);
        self.sources.forget(changed);
        self.names.forget(changed);
        self.heard.forget(changed);
    }
}

impl Context<'_> {
    /// An indicator without its single values; empty for anything else.
    pub(in crate::rules) fn track(&self, number: usize) -> Arc<Track> {
        self.facts.told.tracks.get(number, &self.reads, || {
            let Some(series) = self.series(number) else {
                return Track::default();
            };
            let mut voices: BTreeMap<Origin, Voice> = BTreeMap::new();
            for reading in &series.actuals {
                let from = Origin::of(reading);
                let voice = voices.entry(from.clone()).or_insert(Voice {
                    from,
                    values: 0,
                    first: reading.period,
                    last: reading.period,
                });
                voice.values += 1;
                voice.first = voice.first.min(reading.period);
                voice.last = voice.last.max(reading.period);
            }
            let read = self
                .readings(number)
                .filter(|it| it.nature == Nature::Baseline && it.period <= self.as_of);
            let read = read.map(|it| (it.period, Origin::of(it))).min();
            let written = || {
                series
                    .baseline
                    .and_then(|(_, day)| Some((day?, Origin::Nobody)))
            };
            let start = read.or_else(written).map(|(day, from)| (from, day));
            Track {
                start,
                voices: voices.into_values().collect(),
                baseline: series.baseline.map(|(value, _)| value),
                target: series.target.map(|(value, _)| value),
                standing: series.standing(),
                stale_after: series.stale_after(),
                first: series.actuals.first().map(|it| it.period),
                latest: series.last().map(|it| Latest {
                    period: it.period,
                    value: it.value,
                    source: it.source.clone(),
                }),
            }
        })
    }

    /// The indicators that measure an element.
    pub(in crate::rules) fn measured_by(&self, number: usize) -> Arc<Vec<usize>> {
        self.facts.told.measured.get(number, &self.reads, || {
            let all = self.linked_to(number, LinkKind::Measures);
            all.map(|(n, _)| n).collect()
        })
    }

    /// What an indicator measures.
    pub(in crate::rules) fn measures(&self, number: usize) -> Arc<Vec<usize>> {
        self.facts.told.measures.get(number, &self.reads, || {
            let all = self.linked_from(number, LinkKind::Measures);
            all.map(|(n, _)| n).collect()
        })
    }

    /// The indicators of an element and of what leads to it, nearest first, each with the element that it measures;
    /// one that measures several stands there several times. Initiatives are passed over: their figures tell how work
    /// goes, not what it does. Whoever has seen enough stops, and has looked at no more.
    pub(in crate::rules) fn figures(&self, number: usize) -> impl Iterator<Item = (usize, usize)> {
        let own = self
            .indicators(number)
            .into_iter()
            .map(move |it| (it, number));
        let below = std::iter::once(()).flat_map(move |()| {
            let below = self.below(number);
            (0..below.len()).map(move |n| below[n])
        });
        let others = below
            .filter(|n| self.kind(*n) != ElementKind::Initiative)
            .flat_map(|at| {
                let all = self.measured_by(at);
                (0..all.len()).map(move |n| (all[n], at))
            });
        own.chain(others)
    }

    /// What the counting contributions of an element promise, where they say on which indicator.
    pub(in crate::rules) fn claims(&self, number: usize) -> Arc<Vec<Claim>> {
        self.facts.told.claims.get(number, &self.reads, || {
            self.up(number)
                .iter()
                .enumerate()
                .filter_map(|(place, step)| {
                    let LinkDetail::Contribution(it) = &step.link.detail else {
                        return None;
                    };
                    let expects = it.expects.as_ref()?;
                    let indicator = self.moved(step.to, expects)?;
                    let there = self.measured_by(step.to).contains(&indicator);
                    Some(Claim {
                        indicator,
                        likely: expects.likely,
                        step: place,
                        through: (!there).then_some(step.to),
                    })
                })
                .collect()
        })
    }

    /// The indicator that an expectation speaks of: the one it names, else the only outcome indicator of the
    /// receiving element, else its only indicator.
    pub(in crate::rules) fn moved(&self, receiver: usize, expects: &Expectation) -> Option<usize> {
        if let Some(id) = &expects.indicator {
            return self.number(id);
        }
        let all = self.measured_by(receiver);
        let proves = |n: &usize| self.indicator_kind(*n) >= Some(IndicatorKind::Outcome);
        let outcomes: Vec<usize> = all.iter().copied().filter(proves).collect();
        match (outcomes.as_slice(), all.as_slice()) {
            ([only], _) | ([], [only]) => Some(*only),
            _ => None,
        }
    }

    /// Titles of the sources that speak of an element, sorted: those that know it by a key, and those of its reports
    /// and confirmed values. Empty for what was only typed here.
    pub(in crate::rules) fn sources_of(&self, number: usize) -> Arc<Vec<String>> {
        self.facts.told.sources.get(number, &self.reads, || {
            let keys = self.element(number).external_keys.iter();
            let mut titles: BTreeSet<&str> = keys.map(|it| it.source.as_str()).collect();
            titles.extend(
                self.statuses(number)
                    .map(|it| self.source_title(it.source.as_ref())),
            );
            let track = self.track(number);
            titles.extend(track.voices.iter().map(|it| match &it.from {
                Origin::Source(id) => self.source_title(Some(id)),
                Origin::Person(_) | Origin::Nobody => "",
            }));
            let named = titles.into_iter().filter(|it| !it.trim().is_empty());
            named.map(str::to_owned).collect()
        })
    }

    /// The day of the last sign of life of an element, at the latest that of the check.
    pub(in crate::rules) fn heard_on(&self, number: usize) -> Option<Date> {
        let heard = &self.facts.told.heard;
        *heard.get(number, &self.reads, || signs::last_day(self, number))
    }

    /// The telling words of a title, as they are compared.
    pub(in crate::rules) fn name_of(&self, number: usize) -> Arc<BTreeSet<String>> {
        self.facts.told.names.get(number, &self.reads, || {
            tokens::telling(&self.element(number).title)
        })
    }
}
