//! The shape of the document: the model types as they are, with what may be left out filled in.
//!
//! Elements and links already say themselves what may be absent. Readings, reports, sources and imports get it
//! here, because a program that writes them by hand should not have to write empty texts.

use crate::model::{
    Canvas, CanvasKind, Currency, Cycle, Date, Element, ElementId, Field, FiscalYear, Frame, Grade,
    ImportId, ImportRecord, Instant, Lens, Link, Nature, Note, OwnRule, Placement, Rate, Reading,
    ReadingId, Record, RuleSetting, Settings, Source, SourceId, Status, StatusId, StatusReport,
    Waiver,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(remote = "Reading")]
struct ReadingForm {
    id: ReadingId,
    indicator: ElementId,
    period: Date,
    value: f64,
    nature: Nature,
    #[serde(default)]
    source: Option<SourceId>,
    recorded_at: Instant,
    #[serde(default)]
    recorded_by: String,
    #[serde(default)]
    comment: String,
    #[serde(default)]
    grade: Option<Grade>,
}

#[derive(Deserialize)]
#[serde(remote = "StatusReport")]
struct StatusForm {
    id: StatusId,
    element: ElementId,
    #[serde(default)]
    date: Field<Date>,
    lens: Lens,
    #[serde(default)]
    status: Option<Status>,
    #[serde(default)]
    said: String,
    #[serde(default)]
    comment: String,
    #[serde(default)]
    percent: Option<f64>,
    #[serde(default)]
    source: Option<SourceId>,
}

#[derive(Deserialize)]
#[serde(remote = "ImportRecord")]
struct ImportForm {
    id: ImportId,
    source: SourceId,
    at: Instant,
    #[serde(default)]
    file: String,
    #[serde(default)]
    hash: String,
    #[serde(default)]
    sheet: String,
    #[serde(default)]
    created: u32,
    #[serde(default)]
    quarantined: Vec<String>,
    #[serde(default)]
    ignored: u32,
}

#[derive(Deserialize)]
#[serde(remote = "Canvas")]
struct CanvasForm {
    id: crate::model::CanvasId,
    #[serde(default)]
    title: String,
    #[serde(default)]
    kind: CanvasKind,
    #[serde(default)]
    frames: Vec<Frame>,
}

#[derive(Deserialize)]
#[serde(remote = "Placement")]
struct PlacementForm {
    id: crate::model::PlacementId,
    canvas: crate::model::CanvasId,
    element: ElementId,
    x: f64,
    y: f64,
    #[serde(default)]
    pinned: bool,
    #[serde(default)]
    locked: bool,
}

macro_rules! through {
    ($($name:ident: $record:ty as $form:literal),+ $(,)?) => {$(
        #[derive(Deserialize)]
        #[serde(transparent)]
        pub(super) struct $name(#[serde(with = $form)] pub(super) $record);
    )+};
}

through! {
    OneReading: Reading as "ReadingForm",
    OneStatus: StatusReport as "StatusForm",
    OneImport: ImportRecord as "ImportForm",
    OneCanvas: Canvas as "CanvasForm",
    OnePlacement: Placement as "PlacementForm",
}

/// The settings beside the title, which stands at the head of the document.
#[derive(Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Rest {
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<Currency>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rates: Vec<Rate>,
    #[serde(skip_serializing_if = "is_calendar_year")]
    fiscal_year: FiscalYear,
    #[serde(skip_serializing_if = "is_monthly")]
    cycle: Cycle,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    rules: BTreeMap<String, RuleSetting>,
}

fn is_monthly(cycle: &Cycle) -> bool {
    *cycle == Cycle::default()
}

fn is_calendar_year(year: &FiscalYear) -> bool {
    *year == FiscalYear::default()
}

impl Rest {
    /// `None` when all is as in a new portfolio.
    pub(super) fn of(settings: &Settings) -> Option<Self> {
        let rest = Self {
            currency: settings.currency.clone(),
            rates: settings.rates.clone(),
            fiscal_year: settings.fiscal_year,
            cycle: settings.cycle,
            rules: settings.rules.clone(),
        };
        (rest != Self::default()).then_some(rest)
    }

    pub(super) fn with_title(self, title: String) -> Settings {
        Settings {
            title,
            currency: self.currency,
            rates: self.rates,
            fiscal_year: self.fiscal_year,
            cycle: self.cycle,
            rules: self.rules,
        }
    }
}

/// The document as it is read, once the schema has found nothing in it that is not named here.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Incoming {
    pub(super) title: String,
    pub(super) settings: Rest,
    pub(super) elements: Vec<Element>,
    pub(super) links: Vec<Link>,
    pub(super) canvases: Vec<OneCanvas>,
    pub(super) placements: Vec<OnePlacement>,
    pub(super) notes: Vec<Note>,
    pub(super) readings: Vec<OneReading>,
    pub(super) status_reports: Vec<OneStatus>,
    pub(super) sources: Vec<Source>,
    pub(super) imports: Vec<OneImport>,
    pub(super) waivers: Vec<Waiver>,
    pub(super) own_rules: Vec<OwnRule>,
}

/// The records of one list of the document, under its name.
pub(super) type List = (&'static str, Vec<Record>);

/// The list in which a record stands.
pub(super) fn list(record: &Record) -> &'static str {
    match record {
        Record::Settings(_) => "settings",
        Record::Source(_) => "sources",
        Record::Element(_) => "elements",
        Record::Canvas(_) => "canvases",
        Record::Link(_) => "links",
        Record::Placement(_) => "placements",
        Record::Note(_) => "notes",
        Record::Reading(_) => "readings",
        Record::StatusReport(_) => "status_reports",
        Record::Import(_) => "imports",
        Record::Waiver(_) => "waivers",
        Record::OwnRule(_) => "own_rules",
    }
}

impl Incoming {
    /// The records in the order in which they can be inserted: what others refer to comes first.
    pub(super) fn into_lists(self) -> [List; 12] {
        fn all<T>(of: Vec<T>, record: fn(T) -> Record) -> Vec<Record> {
            of.into_iter().map(record).collect()
        }
        let settings = Record::Settings(self.settings.with_title(self.title));
        [
            ("settings", vec![settings]),
            ("sources", all(self.sources, Record::Source)),
            ("elements", all(self.elements, Record::Element)),
            ("canvases", all(self.canvases, |it| Record::Canvas(it.0))),
            ("links", all(self.links, Record::Link)),
            (
                "placements",
                all(self.placements, |it| Record::Placement(it.0)),
            ),
            ("notes", all(self.notes, Record::Note)),
            ("readings", all(self.readings, |it| Record::Reading(it.0))),
            (
                "status_reports",
                all(self.status_reports, |it| Record::StatusReport(it.0)),
            ),
            ("imports", all(self.imports, |it| Record::Import(it.0))),
            ("waivers", all(self.waivers, Record::Waiver)),
            ("own_rules", all(self.own_rules, Record::OwnRule)),
        ]
    }
}

/// The document as it is written, before what is empty is left out.
#[derive(Serialize)]
pub(super) struct Outgoing<'a> {
    pub(super) schema: &'static str,
    pub(super) title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) settings: Option<Rest>,
    pub(super) elements: Vec<&'a Element>,
    pub(super) links: Vec<&'a Link>,
    pub(super) canvases: Vec<&'a Canvas>,
    pub(super) placements: Vec<&'a Placement>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) notes: Vec<&'a Note>,
    pub(super) readings: Vec<&'a Reading>,
    pub(super) status_reports: Vec<&'a StatusReport>,
    pub(super) sources: Vec<&'a Source>,
    pub(super) imports: Vec<&'a ImportRecord>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) waivers: Vec<&'a Waiver>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) own_rules: Vec<&'a OwnRule>,
}
