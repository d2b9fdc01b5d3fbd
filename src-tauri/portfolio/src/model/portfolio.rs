//! All records of one portfolio, with the look-ups that edits and rules need.

use super::{
    Canvas, CanvasId, Change, Diff, Element, ElementId, ElementKind, ImportId, ImportRecord, Link,
    LinkId, Note, NoteId, OwnRule, Placement, PlacementId, Reading, ReadingId, Record, RecordId,
    Reference, RuleId, Settings, Source, SourceId, StatusId, StatusReport, Waiver, WaiverId, Want,
};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// For each element the records that concern it, sorted by id. They are shared with the map of all, so that whoever
/// asks for those of an element need not look up each of them.
type ByElement<T> = BTreeMap<ElementId, Vec<Arc<T>>>;

/// A record that concerns elements.
trait Concerning {
    type Id: Ord;

    fn id(&self) -> &Self::Id;
}

macro_rules! concerning {
    ($($record:ident $id:ident),+ $(,)?) => {$(
        impl Concerning for $record {
            type Id = $id;

            fn id(&self) -> &$id {
                &self.id
            }
        }
    )+};
}

concerning!(Link LinkId, Placement PlacementId, Reading ReadingId, StatusReport StatusId);

/// Ordered maps throughout, so that everything derived from a portfolio is the same on every run.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Portfolio {
    settings: Settings,
    elements: BTreeMap<ElementId, Element>,
    links: BTreeMap<LinkId, Arc<Link>>,
    canvases: BTreeMap<CanvasId, Canvas>,
    placements: BTreeMap<PlacementId, Arc<Placement>>,
    notes: BTreeMap<NoteId, Note>,
    readings: BTreeMap<ReadingId, Arc<Reading>>,
    statuses: BTreeMap<StatusId, Arc<StatusReport>>,
    sources: BTreeMap<SourceId, Source>,
    imports: BTreeMap<ImportId, ImportRecord>,
    waivers: BTreeMap<WaiverId, Waiver>,
    rules: BTreeMap<RuleId, OwnRule>,
    links_from: ByElement<Link>,
    links_to: ByElement<Link>,
    placements_of: ByElement<Placement>,
    readings_of: ByElement<Reading>,
    statuses_of: ByElement<StatusReport>,
}

/// The records of a portfolio, table by table, as a file holds them.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    pub(crate) settings: Settings,
    pub(crate) elements: Vec<Element>,
    pub(crate) links: Vec<Link>,
    pub(crate) canvases: Vec<Canvas>,
    pub(crate) placements: Vec<Placement>,
    pub(crate) notes: Vec<Note>,
    pub(crate) readings: Vec<Reading>,
    pub(crate) statuses: Vec<StatusReport>,
    pub(crate) sources: Vec<Source>,
    pub(crate) imports: Vec<ImportRecord>,
    pub(crate) waivers: Vec<Waiver>,
    pub(crate) rules: Vec<OwnRule>,
}

fn index<T: Concerning>(map: &mut ByElement<T>, element: &ElementId, record: &Arc<T>) {
    let list = map.entry(element.clone()).or_default();
    if let Err(place) = list.binary_search_by(|it| it.id().cmp(record.id())) {
        list.insert(place, Arc::clone(record));
    }
}

fn unindex<T: Concerning>(map: &mut ByElement<T>, element: &ElementId, record: &T) {
    if let Some(list) = map.get_mut(element) {
        if let Ok(place) = list.binary_search_by(|it| it.id().cmp(record.id())) {
            list.remove(place);
        }
        if list.is_empty() {
            map.remove(element);
        }
    }
}

/// The index of all records at once; they come in the order of their ids.
fn indexed<T>(records: &BTreeMap<T::Id, Arc<T>>, element: impl Fn(&T) -> &ElementId) -> ByElement<T>
where
    T: Concerning,
{
    let mut lists: HashMap<&ElementId, Vec<Arc<T>>> = HashMap::new();
    for record in records.values() {
        let list = lists.entry(element(record)).or_default();
        list.push(Arc::clone(record));
    }
    lists
        .into_iter()
        .map(|(element, list)| (element.clone(), list))
        .collect()
}

fn of<'a, T>(
    index: &'a ByElement<T>,
    element: &ElementId,
) -> impl Iterator<Item = &'a T> + use<'a, T> {
    index.get(element).into_iter().flatten().map(Arc::as_ref)
}

impl Portfolio {
    /// A portfolio from records in any order. Of two with the same id the later one counts.
    #[must_use]
    pub fn from_records(records: impl IntoIterator<Item = Record>) -> Self {
        let mut rows = Rows::default();
        for record in records {
            match record {
                Record::Settings(it) => rows.settings = it,
                Record::Element(it) => rows.elements.push(it),
                Record::Link(it) => rows.links.push(it),
                Record::Canvas(it) => rows.canvases.push(it),
                Record::Placement(it) => rows.placements.push(it),
                Record::Note(it) => rows.notes.push(it),
                Record::Reading(it) => rows.readings.push(it),
                Record::StatusReport(it) => rows.statuses.push(it),
                Record::Source(it) => rows.sources.push(it),
                Record::Import(it) => rows.imports.push(it),
                Record::Waiver(it) => rows.waivers.push(it),
                Record::OwnRule(it) => rows.rules.push(it),
            }
        }
        Self::from_rows(rows)
    }

    /// A portfolio from the rows of each table. Maps are built whole, which for sorted rows costs one pass.
    pub(crate) fn from_rows(rows: Rows) -> Self {
        fn by_id<K: Ord, V>(rows: Vec<V>, id: impl Fn(&V) -> K) -> BTreeMap<K, V> {
            rows.into_iter().map(|row| (id(&row), row)).collect()
        }
        fn shared<T: Concerning>(rows: Vec<T>) -> BTreeMap<T::Id, Arc<T>>
        where
            T::Id: Clone,
        {
            by_id(rows.into_iter().map(Arc::new).collect(), |it| {
                it.id().clone()
            })
        }
        let readings = rows.readings;
        std::thread::scope(|scope| {
            // Readings outnumber everything else together: their maps are built beside the others.
            let observed = scope.spawn(|| {
                let readings = shared(readings);
                let of = indexed(&readings, |it| &it.indicator);
                (readings, of)
            });
            let links = shared(rows.links);
            let placements = shared(rows.placements);
            let statuses = shared(rows.statuses);
            let elements = by_id(rows.elements, |it| it.id.clone());
            let links_from = indexed(&links, |it| &it.from);
            let links_to = indexed(&links, |it| &it.to);
            let placements_of = indexed(&placements, |it| &it.element);
            let statuses_of = indexed(&statuses, |it| &it.element);
            let (readings, readings_of) = match observed.join() {
                Ok(observed) => observed,
                Err(fault) => std::panic::resume_unwind(fault),
            };
            Self {
                settings: rows.settings,
                canvases: by_id(rows.canvases, |it| it.id.clone()),
                notes: by_id(rows.notes, |it| it.id.clone()),
                sources: by_id(rows.sources, |it| it.id.clone()),
                imports: by_id(rows.imports, |it| it.id.clone()),
                waivers: by_id(rows.waivers, |it| it.id.clone()),
                rules: by_id(rows.rules, |it| it.id.clone()),
                elements,
                links,
                placements,
                readings,
                statuses,
                links_from,
                links_to,
                placements_of,
                readings_of,
                statuses_of,
            }
        })
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    pub fn element(&self, id: &ElementId) -> Option<&Element> {
        self.elements.get(id)
    }

    pub fn link(&self, id: &LinkId) -> Option<&Link> {
        self.links.get(id).map(Arc::as_ref)
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
        self.links.values().map(Arc::as_ref)
    }

    pub fn note(&self, id: &NoteId) -> Option<&Note> {
        self.notes.get(id)
    }

    pub fn notes(&self) -> impl Iterator<Item = &Note> {
        self.notes.values()
    }

    pub fn canvases(&self) -> impl Iterator<Item = &Canvas> {
        self.canvases.values()
    }

    pub fn placement(&self, id: &PlacementId) -> Option<&Placement> {
        self.placements.get(id).map(Arc::as_ref)
    }

    pub fn placements(&self) -> impl Iterator<Item = &Placement> {
        self.placements.values().map(Arc::as_ref)
    }

    pub fn readings(&self) -> impl Iterator<Item = &Reading> {
        self.readings.values().map(Arc::as_ref)
    }

    pub fn statuses(&self) -> impl Iterator<Item = &StatusReport> {
        self.statuses.values().map(Arc::as_ref)
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

    /// The rules that somebody wrote, in the order of their ids.
    pub fn own_rules(&self) -> impl Iterator<Item = &OwnRule> {
        self.rules.values()
    }

    pub fn own_rule(&self, id: &RuleId) -> Option<&OwnRule> {
        self.rules.get(id)
    }

    pub fn reading(&self, id: &ReadingId) -> Option<&Reading> {
        self.readings.get(id).map(Arc::as_ref)
    }

    pub fn status(&self, id: &StatusId) -> Option<&StatusReport> {
        self.statuses.get(id).map(Arc::as_ref)
    }

    /// Links that start at an element.
    pub fn links_from(&self, id: &ElementId) -> impl Iterator<Item = &Link> {
        of(&self.links_from, id)
    }

    /// Links that end at an element.
    pub fn links_to(&self, id: &ElementId) -> impl Iterator<Item = &Link> {
        of(&self.links_to, id)
    }

    pub fn placements_of(&self, id: &ElementId) -> impl Iterator<Item = &Placement> {
        of(&self.placements_of, id)
    }

    /// Readings of an indicator.
    pub fn readings_of(&self, id: &ElementId) -> impl Iterator<Item = &Reading> {
        of(&self.readings_of, id)
    }

    pub fn statuses_of(&self, id: &ElementId) -> impl Iterator<Item = &StatusReport> {
        of(&self.statuses_of, id)
    }

    /// Every record, those that others refer to first, then by id: the canonical order.
    pub fn records(&self) -> Vec<Record> {
        let mut all: Vec<Record> = vec![Record::Settings(self.settings.clone())];
        all.extend(self.sources.values().cloned().map(Record::Source));
        all.extend(self.elements.values().cloned().map(Record::Element));
        all.extend(self.canvases.values().cloned().map(Record::Canvas));
        all.extend(
            self.links
                .values()
                .map(|it| Record::Link(it.as_ref().clone())),
        );
        all.extend(
            self.placements
                .values()
                .map(|it| Record::Placement(it.as_ref().clone())),
        );
        all.extend(self.notes.values().cloned().map(Record::Note));
        all.extend(
            self.readings
                .values()
                .map(|it| Record::Reading(it.as_ref().clone())),
        );
        all.extend(
            self.statuses
                .values()
                .map(|it| Record::StatusReport(it.as_ref().clone())),
        );
        all.extend(self.imports.values().cloned().map(Record::Import));
        all.extend(self.waivers.values().cloned().map(Record::Waiver));
        all.extend(self.rules.values().cloned().map(Record::OwnRule));
        all
    }

    /// The record as it stands, looked up by the place of another of the same type and id.
    pub fn current(&self, like: &Record) -> Option<Record> {
        match like {
            Record::Element(it) => self.elements.get(&it.id).cloned().map(Record::Element),
            Record::Link(it) => self
                .links
                .get(&it.id)
                .map(|it| Record::Link(it.as_ref().clone())),
            Record::Canvas(it) => self.canvases.get(&it.id).cloned().map(Record::Canvas),
            Record::Note(it) => self.notes.get(&it.id).cloned().map(Record::Note),
            Record::Placement(it) => self
                .placements
                .get(&it.id)
                .map(|it| Record::Placement(it.as_ref().clone())),
            Record::Reading(it) => self
                .readings
                .get(&it.id)
                .map(|it| Record::Reading(it.as_ref().clone())),
            Record::StatusReport(it) => self
                .statuses
                .get(&it.id)
                .map(|it| Record::StatusReport(it.as_ref().clone())),
            Record::Source(it) => self.sources.get(&it.id).cloned().map(Record::Source),
            Record::Import(it) => self.imports.get(&it.id).cloned().map(Record::Import),
            Record::Waiver(it) => self.waivers.get(&it.id).cloned().map(Record::Waiver),
            Record::OwnRule(it) => self.rules.get(&it.id).cloned().map(Record::OwnRule),
            Record::Settings(_) => Some(Record::Settings(self.settings.clone())),
        }
    }

    /// Whether what a record names is there.
    #[must_use]
    pub fn has(&self, wanted: &Reference<'_>) -> bool {
        let element = || self.elements.get(&ElementId::new(wanted.id));
        match wanted.want {
            Want::Element => element().is_some(),
            Want::Indicator => element().is_some_and(|it| it.kind() == ElementKind::Indicator),
            Want::Assumption => element().is_some_and(|it| it.kind() == ElementKind::Assumption),
            Want::Reading => self.readings.contains_key(&ReadingId::new(wanted.id)),
            Want::Canvas => self.canvases.contains_key(&CanvasId::new(wanted.id)),
            Want::Source => self.sources.contains_key(&SourceId::new(wanted.id)),
            Want::Subject => {
                element().is_some()
                    || self.links.contains_key(&LinkId::new(wanted.id))
                    || Settings::record_id().as_str() == wanted.id
            }
        }
    }

    /// How many records have this id, of whatever sort.
    #[must_use]
    pub(crate) fn count_called(&self, id: &RecordId) -> usize {
        let id = id.as_str();
        [
            Settings::record_id().as_str() == id,
            self.elements.contains_key(&ElementId::new(id)),
            self.links.contains_key(&LinkId::new(id)),
            self.canvases.contains_key(&CanvasId::new(id)),
            self.placements.contains_key(&PlacementId::new(id)),
            self.notes.contains_key(&NoteId::new(id)),
            self.readings.contains_key(&ReadingId::new(id)),
            self.statuses.contains_key(&StatusId::new(id)),
            self.sources.contains_key(&SourceId::new(id)),
            self.imports.contains_key(&ImportId::new(id)),
            self.waivers.contains_key(&WaiverId::new(id)),
            self.rules.contains_key(&RuleId::new(id)),
        ]
        .into_iter()
        .filter(|it| *it)
        .count()
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
            Record::Note(it) => {
                self.notes.insert(it.id.clone(), it);
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
            Record::OwnRule(it) => {
                self.rules.insert(it.id.clone(), it);
            }
            Record::Link(it) => {
                let it = Arc::new(it);
                if let Some(old) = self.links.remove(&it.id) {
                    unindex(&mut self.links_from, &old.from, &old);
                    unindex(&mut self.links_to, &old.to, &old);
                }
                index(&mut self.links_from, &it.from, &it);
                index(&mut self.links_to, &it.to, &it);
                self.links.insert(it.id.clone(), it);
            }
            Record::Placement(it) => {
                let it = Arc::new(it);
                if let Some(old) = self.placements.remove(&it.id) {
                    unindex(&mut self.placements_of, &old.element, &old);
                }
                index(&mut self.placements_of, &it.element, &it);
                self.placements.insert(it.id.clone(), it);
            }
            Record::Reading(it) => {
                let it = Arc::new(it);
                if let Some(old) = self.readings.remove(&it.id) {
                    unindex(&mut self.readings_of, &old.indicator, &old);
                }
                index(&mut self.readings_of, &it.indicator, &it);
                self.readings.insert(it.id.clone(), it);
            }
            Record::StatusReport(it) => {
                let it = Arc::new(it);
                if let Some(old) = self.statuses.remove(&it.id) {
                    unindex(&mut self.statuses_of, &old.element, &old);
                }
                index(&mut self.statuses_of, &it.element, &it);
                self.statuses.insert(it.id.clone(), it);
            }
        }
    }

    pub(crate) fn remove(&mut self, record: &Record) {
        match record {
            Record::Settings(_) => self.settings = Settings::default(),
            Record::Element(it) => drop(self.elements.remove(&it.id)),
            Record::Canvas(it) => drop(self.canvases.remove(&it.id)),
            Record::Note(it) => drop(self.notes.remove(&it.id)),
            Record::Source(it) => drop(self.sources.remove(&it.id)),
            Record::Import(it) => drop(self.imports.remove(&it.id)),
            Record::Waiver(it) => drop(self.waivers.remove(&it.id)),
            Record::OwnRule(it) => drop(self.rules.remove(&it.id)),
            Record::Link(it) => {
                if let Some(old) = self.links.remove(&it.id) {
                    unindex(&mut self.links_from, &old.from, &old);
                    unindex(&mut self.links_to, &old.to, &old);
                }
            }
            Record::Placement(it) => {
                if let Some(old) = self.placements.remove(&it.id) {
                    unindex(&mut self.placements_of, &old.element, &old);
                }
            }
            Record::Reading(it) => {
                if let Some(old) = self.readings.remove(&it.id) {
                    unindex(&mut self.readings_of, &old.indicator, &old);
                }
            }
            Record::StatusReport(it) => {
                if let Some(old) = self.statuses.remove(&it.id) {
                    unindex(&mut self.statuses_of, &old.element, &old);
                }
            }
        }
    }
}
