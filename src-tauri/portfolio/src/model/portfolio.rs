//! All records of one portfolio, with the look-ups that edits and rules need.

use super::{
    Canvas, CanvasId, Change, Diff, Element, ElementId, ElementKind, ImportId, ImportRecord, Link,
    LinkId, Placement, PlacementId, Reading, ReadingId, Record, Settings, Source, SourceId,
    StatusId, StatusReport, Waiver, WaiverId,
};
use std::collections::{BTreeMap, BTreeSet};

type ByElement<T> = BTreeMap<ElementId, BTreeSet<T>>;

/// Ordered maps throughout, so that everything derived from a portfolio is the same on every run.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Portfolio {
    settings: Settings,
    elements: BTreeMap<ElementId, Element>,
    links: BTreeMap<LinkId, Link>,
    canvases: BTreeMap<CanvasId, Canvas>,
    placements: BTreeMap<PlacementId, Placement>,
    readings: BTreeMap<ReadingId, Reading>,
    statuses: BTreeMap<StatusId, StatusReport>,
    sources: BTreeMap<SourceId, Source>,
    imports: BTreeMap<ImportId, ImportRecord>,
    waivers: BTreeMap<WaiverId, Waiver>,
    links_from: ByElement<LinkId>,
    links_to: ByElement<LinkId>,
    placements_of: ByElement<PlacementId>,
    readings_of: ByElement<ReadingId>,
    statuses_of: ByElement<StatusId>,
}

fn index<T: Ord>(map: &mut ByElement<T>, element: &ElementId, id: T) {
    map.entry(element.clone()).or_default().insert(id);
}

fn unindex<T: Ord>(map: &mut ByElement<T>, element: &ElementId, id: &T) {
    if let Some(set) = map.get_mut(element) {
        set.remove(id);
        if set.is_empty() {
            map.remove(element);
        }
    }
}

fn of<'a, K: Ord, V>(
    index: &'a ByElement<K>,
    all: &'a BTreeMap<K, V>,
    element: &ElementId,
) -> impl Iterator<Item = &'a V> + use<'a, K, V> {
    index
        .get(element)
        .into_iter()
        .flatten()
        .filter_map(|id| all.get(id))
}

impl Portfolio {
    /// A portfolio from records in any order.
    #[must_use]
    pub fn from_records(records: impl IntoIterator<Item = Record>) -> Self {
        let mut portfolio = Self::default();
        for record in records {
            portfolio.put(record);
        }
        portfolio
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    pub fn element(&self, id: &ElementId) -> Option<&Element> {
        self.elements.get(id)
    }

    pub fn link(&self, id: &LinkId) -> Option<&Link> {
        self.links.get(id)
    }

    pub fn canvas(&self, id: &CanvasId) -> Option<&Canvas> {
        self.canvases.get(id)
    }

    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.get(id)
    }

    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.elements.values()
    }

    pub fn of_kind(&self, kind: ElementKind) -> impl Iterator<Item = &Element> {
        self.elements
            .values()
            .filter(move |element| element.kind() == kind)
    }

    /// Elements of a kind that are not put away.
    pub fn live(&self, kind: ElementKind) -> impl Iterator<Item = &Element> {
        self.of_kind(kind).filter(|it| it.archived.is_none())
    }

    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.links.values()
    }

    pub fn canvases(&self) -> impl Iterator<Item = &Canvas> {
        self.canvases.values()
    }

    pub fn placements(&self) -> impl Iterator<Item = &Placement> {
        self.placements.values()
    }

    pub fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.readings.values()
    }

    pub fn statuses(&self) -> impl Iterator<Item = &StatusReport> {
        self.statuses.values()
    }

    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.sources.values()
    }

    pub fn imports(&self) -> impl Iterator<Item = &ImportRecord> {
        self.imports.values()
    }

    pub fn waivers(&self) -> impl Iterator<Item = &Waiver> {
        self.waivers.values()
    }

    pub fn waiver(&self, id: &WaiverId) -> Option<&Waiver> {
        self.waivers.get(id)
    }

    pub fn reading(&self, id: &ReadingId) -> Option<&Reading> {
        self.readings.get(id)
    }

    pub fn status(&self, id: &StatusId) -> Option<&StatusReport> {
        self.statuses.get(id)
    }

    /// Links that start at an element.
    pub fn links_from(&self, id: &ElementId) -> impl Iterator<Item = &Link> {
        of(&self.links_from, &self.links, id)
    }

    /// Links that end at an element.
    pub fn links_to(&self, id: &ElementId) -> impl Iterator<Item = &Link> {
        of(&self.links_to, &self.links, id)
    }

    pub fn placements_of(&self, id: &ElementId) -> impl Iterator<Item = &Placement> {
        of(&self.placements_of, &self.placements, id)
    }

    /// Readings of an indicator.
    pub fn readings_of(&self, id: &ElementId) -> impl Iterator<Item = &Reading> {
        of(&self.readings_of, &self.readings, id)
    }

    pub fn statuses_of(&self, id: &ElementId) -> impl Iterator<Item = &StatusReport> {
        of(&self.statuses_of, &self.statuses, id)
    }

    /// Every record, those that others refer to first, then by id: the canonical order.
    pub fn records(&self) -> Vec<Record> {
        let mut all: Vec<Record> = vec![Record::Settings(self.settings.clone())];
        all.extend(self.sources.values().cloned().map(Record::Source));
        all.extend(self.elements.values().cloned().map(Record::Element));
        all.extend(self.canvases.values().cloned().map(Record::Canvas));
        all.extend(self.links.values().cloned().map(Record::Link));
        all.extend(self.placements.values().cloned().map(Record::Placement));
        all.extend(self.readings.values().cloned().map(Record::Reading));
        all.extend(self.statuses.values().cloned().map(Record::StatusReport));
        all.extend(self.imports.values().cloned().map(Record::Import));
        all.extend(self.waivers.values().cloned().map(Record::Waiver));
        all
    }

    /// The record as it stands, looked up by the place of another of the same type and id.
    pub fn current(&self, like: &Record) -> Option<Record> {
        match like {
            Record::Element(it) => self.elements.get(&it.id).cloned().map(Record::Element),
            Record::Link(it) => self.links.get(&it.id).cloned().map(Record::Link),
            Record::Canvas(it) => self.canvases.get(&it.id).cloned().map(Record::Canvas),
            Record::Placement(it) => self.placements.get(&it.id).cloned().map(Record::Placement),
            Record::Reading(it) => self.readings.get(&it.id).cloned().map(Record::Reading),
            Record::StatusReport(it) => {
                self.statuses.get(&it.id).cloned().map(Record::StatusReport)
            }
            Record::Source(it) => self.sources.get(&it.id).cloned().map(Record::Source),
            Record::Import(it) => self.imports.get(&it.id).cloned().map(Record::Import),
            Record::Waiver(it) => self.waivers.get(&it.id).cloned().map(Record::Waiver),
            Record::Settings(_) => Some(Record::Settings(self.settings.clone())),
        }
    }

    /// Carries a diff out. The caller guarantees that it was made for this state.
    pub fn apply(&mut self, diff: &Diff) {
        for Change { before, after } in &diff.changes {
            match (before, after) {
                (_, Some(record)) => self.put(record.clone()),
                (Some(record), None) => self.remove(record),
                (None, None) => {}
            }
        }
    }

    pub(crate) fn put(&mut self, record: Record) {
        match record {
            Record::Settings(it) => self.settings = it,
            Record::Element(it) => {
                self.elements.insert(it.id.clone(), it);
            }
            Record::Canvas(it) => {
                self.canvases.insert(it.id.clone(), it);
            }
            Record::Source(it) => {
                self.sources.insert(it.id.clone(), it);
            }
            Record::Import(it) => {
                self.imports.insert(it.id.clone(), it);
            }
            Record::Waiver(it) => {
                self.waivers.insert(it.id.clone(), it);
            }
            Record::Link(it) => {
                if let Some(old) = self.links.remove(&it.id) {
                    unindex(&mut self.links_from, &old.from, &old.id);
                    unindex(&mut self.links_to, &old.to, &old.id);
                }
                index(&mut self.links_from, &it.from, it.id.clone());
                index(&mut self.links_to, &it.to, it.id.clone());
                self.links.insert(it.id.clone(), it);
            }
            Record::Placement(it) => {
                if let Some(old) = self.placements.remove(&it.id) {
                    unindex(&mut self.placements_of, &old.element, &old.id);
                }
                index(&mut self.placements_of, &it.element, it.id.clone());
                self.placements.insert(it.id.clone(), it);
            }
            Record::Reading(it) => {
                if let Some(old) = self.readings.remove(&it.id) {
                    unindex(&mut self.readings_of, &old.indicator, &old.id);
                }
                index(&mut self.readings_of, &it.indicator, it.id.clone());
                self.readings.insert(it.id.clone(), it);
            }
            Record::StatusReport(it) => {
                if let Some(old) = self.statuses.remove(&it.id) {
                    unindex(&mut self.statuses_of, &old.element, &old.id);
                }
                index(&mut self.statuses_of, &it.element, it.id.clone());
                self.statuses.insert(it.id.clone(), it);
            }
        }
    }

    pub(crate) fn remove(&mut self, record: &Record) {
        match record {
            Record::Settings(_) => self.settings = Settings::default(),
            Record::Element(it) => drop(self.elements.remove(&it.id)),
            Record::Canvas(it) => drop(self.canvases.remove(&it.id)),
            Record::Source(it) => drop(self.sources.remove(&it.id)),
            Record::Import(it) => drop(self.imports.remove(&it.id)),
            Record::Waiver(it) => drop(self.waivers.remove(&it.id)),
            Record::Link(it) => {
                if let Some(old) = self.links.remove(&it.id) {
                    unindex(&mut self.links_from, &old.from, &old.id);
                    unindex(&mut self.links_to, &old.to, &old.id);
                }
            }
            Record::Placement(it) => {
                if let Some(old) = self.placements.remove(&it.id) {
                    unindex(&mut self.placements_of, &old.element, &old.id);
                }
            }
            Record::Reading(it) => {
                if let Some(old) = self.readings.remove(&it.id) {
                    unindex(&mut self.readings_of, &old.indicator, &old.id);
                }
            }
            Record::StatusReport(it) => {
                if let Some(old) = self.statuses.remove(&it.id) {
                    unindex(&mut self.statuses_of, &old.element, &old.id);
                }
            }
        }
    }
}
