//! A whole portfolio from a document into a file: into a new one, or added to what is there.
//!
//! What is there is never changed: a record that stands already is left out when it says the same, and refused
//! when it says something else, because two truths under one id cannot both be kept. An empty portfolio becomes the
//! one of the document, with its settings and the names of its canvases.

use super::incoming::Incoming;
use super::{Changed, Workspace, incoming, thresholds};
use crate::edit::{self, Edit, Label, Origin, Verb};
use crate::error::{Code, Error, Result, Words};
use crate::exchange::json;
use crate::model::{CanvasId, Cycle, ElementId, FiscalYear, Lang, Portfolio, Record, Settings};
use std::collections::BTreeSet;
use std::path::Path;

/// What adding a document did.
#[derive(Debug, Clone, PartialEq)]
pub struct Added {
    pub changed: Changed,
    /// File name without its folder.
    pub file: String,
    pub brought: Brought,
}

/// How much of what a document brings. Waivers act at once, so that whoever imports has to hear of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Brought {
    pub elements: u32,
    pub links: u32,
    /// Findings that somebody accepted elsewhere.
    pub waivers: u32,
    /// Rules of one's own; they stay off until they are accepted here.
    pub own_rules: u32,
    /// Records that were there already and say the same.
    pub already_there: u32,
}

/// What adding a document would do.
struct Plan {
    edits: Vec<Edit>,
    brought: Brought,
}

impl Workspace {
    /// Makes a new file that holds the sample portfolio in the given language.
    ///
    /// # Errors
    /// As [`Workspace::create`].
    pub fn create_sample(path: &Path, lang: Lang) -> Result<Self> {
        Self::create_from(path, &super::sample(lang)?, lang)
    }

    /// Adds the portfolio of a `throughline.portfolio/1` document as one step. An empty portfolio takes its title,
    /// its settings and the names of its canvases.
    ///
    /// # Errors
    /// As [`json::read`], `BadId` when records stand here with other contents, and what [`Workspace::apply`]
    /// refuses, each with its place in the document; then nothing has changed.
    pub fn import_document(&mut self, path: &Path) -> Result<Added> {
        let (incoming, plan) = self.read_document(path)?;
        let label = Label {
            count: plan.brought.elements,
            origin: Origin::Imported,
            ..Label::new(Verb::Import, incoming.name.clone())
        };
        let changed = self
            .step(&plan.edits, &label)
            .map_err(|error| placed(error, &incoming, &plan.edits, &self.portfolio))?;
        Ok(Added {
            changed,
            file: incoming.name,
            brought: plan.brought,
        })
    }

    /// Says what [`Workspace::import_document`] would add. Nothing is written.
    ///
    /// # Errors
    /// As [`Workspace::import_document`].
    pub fn preview_document(&self, path: &Path) -> Result<Brought> {
        let (incoming, plan) = self.read_document(path)?;
        thresholds::check(&self.portfolio, &plan.edits)?;
        edit::apply(&mut self.portfolio.clone(), &plan.edits)
            .map_err(|error| placed(error, &incoming, &plan.edits, &self.portfolio))?;
        Ok(plan.brought)
    }

    fn read_document(&self, path: &Path) -> Result<(Incoming, Plan)> {
        let incoming = incoming::read(path)?;
        let records = json::read(&incoming.name, &incoming.bytes)?;
        let plan = plan(&incoming, records, &self.portfolio)?;
        Ok((incoming, plan))
    }
}

fn plan(incoming: &Incoming, records: Vec<Record>, portfolio: &Portfolio) -> Result<Plan> {
    let is_empty = portfolio.elements().next().is_none();
    let places_itself = records.iter().any(|it| matches!(it, Record::Placement(_)));
    let has_canvas = portfolio.canvases().next().is_some()
        || records.iter().any(|it| matches!(it, Record::Canvas(_)));
    // The map that every portfolio begins with makes room where the document has canvases of its own.
    let named: BTreeSet<CanvasId> = records
        .iter()
        .filter_map(|it| match it {
            Record::Canvas(it) => Some(it.id.clone()),
            _ => None,
        })
        .collect();
    let spare = portfolio.canvases().filter(|it| {
        is_empty
            && !named.is_empty()
            && !named.contains(&it.id)
            && it.frames.is_empty()
            && portfolio.notes().all(|note| note.canvas != it.id)
    });
    let spare: Vec<CanvasId> = spare.map(|it| it.id.clone()).collect();
    let mut plan = Plan {
        edits: Vec::new(),
        brought: Brought::default(),
    };
    let mut unplaced: Vec<ElementId> = Vec::new();
    let mut differing: Vec<(Record, Words)> = Vec::new();
    for record in records {
        if let Record::Settings(settings) = record {
            if is_empty {
                plan.edits.push(Edit::SetSettings {
                    settings: Box::new(over(portfolio.settings(), settings)),
                });
            }
            continue;
        }
        match portfolio.current(&record) {
            Some(there) if there == record => {
                plan.brought.already_there += 1;
                continue;
            }
            // A canvas of the same id is the same canvas, whatever each calls it.
            Some(_) if matches!(record, Record::Canvas(_)) => {
                plan.brought.already_there += 1;
                if !is_empty {
                    continue;
                }
            }
            Some(_) => {
                differing.push(differs(record));
                continue;
            }
            None => {}
        }
        match &record {
            Record::Element(it) => {
                plan.brought.elements += 1;
                unplaced.push(it.id.clone());
            }
            Record::Link(_) => plan.brought.links += 1,
            Record::Waiver(_) => plan.brought.waivers += 1,
            Record::OwnRule(_) => plan.brought.own_rules += 1,
            _ => {}
        }
        plan.edits.extend(insert(record));
    }
    if !differing.is_empty() {
        return Err(Error {
            code: Code::BadId,
            hint: Box::new(Words::new(
                "Import it into a new portfolio, or remove those records on one side first.",
                "Importez-le dans un nouveau portefeuille, ou retirez d’abord ces enregistrements d’un côté.",
            )),
            ..json::refused(&incoming.name, &incoming.bytes, differing)
        });
    }
    if !places_itself && has_canvas && !unplaced.is_empty() {
        plan.edits.push(Edit::PutOnMaps { elements: unplaced });
    }
    let gone = spare.into_iter();
    plan.edits
        .extend(gone.map(|canvas| Edit::RemoveCanvas { canvas }));
    Ok(plan)
}

/// The settings of a document over those of an empty portfolio; what it does not say stays.
fn over(here: &Settings, document: Settings) -> Settings {
    let title = document.title.trim();
    Settings {
        title: if title.is_empty() { &here.title } else { title }.to_owned(),
        currency: document.currency.or_else(|| here.currency.clone()),
        rates: if document.rates.is_empty() {
            here.rates.clone()
        } else {
            document.rates
        },
        fiscal_year: if document.fiscal_year == FiscalYear::default() {
            here.fiscal_year
        } else {
            document.fiscal_year
        },
        cycle: if document.cycle == Cycle::default() {
            here.cycle
        } else {
            document.cycle
        },
        rules: {
            let mut rules = here.rules.clone();
            rules.extend(document.rules);
            rules
        },
    }
}

fn insert(record: Record) -> Option<Edit> {
    match record {
        Record::Element(it) => Some(Edit::InsertElement {
            element: Box::new(it),
        }),
        Record::Link(it) => Some(Edit::InsertLink { link: Box::new(it) }),
        Record::Canvas(canvas) => Some(Edit::InsertCanvas { canvas }),
        Record::Placement(placement) => Some(Edit::InsertPlacement { placement }),
        Record::Note(note) => Some(Edit::InsertNote { note }),
        Record::Reading(reading) => Some(Edit::InsertReading { reading }),
        Record::StatusReport(status) => Some(Edit::InsertStatus { status }),
        Record::Source(source) => Some(Edit::InsertSource { source }),
        Record::Import(import) => Some(Edit::InsertImport { import }),
        Record::Waiver(waiver) => Some(Edit::Waive { waiver }),
        Record::OwnRule(it) => Some(Edit::PutOwnRule { rule: Box::new(it) }),
        Record::Settings(_) => None,
    }
}

/// The record that an edit brings in, or that it speaks of.
fn record_of(edit: &Edit) -> Option<Record> {
    match edit.clone() {
        Edit::InsertElement { element } => Some(Record::Element(*element)),
        Edit::InsertLink { link } => Some(Record::Link(*link)),
        Edit::InsertCanvas { canvas } => Some(Record::Canvas(canvas)),
        Edit::InsertPlacement { placement } => Some(Record::Placement(placement)),
        Edit::InsertNote { note } => Some(Record::Note(note)),
        Edit::InsertReading { reading } => Some(Record::Reading(reading)),
        Edit::InsertStatus { status } => Some(Record::StatusReport(status)),
        Edit::InsertSource { source } => Some(Record::Source(source)),
        Edit::InsertImport { import } => Some(Record::Import(import)),
        Edit::Waive { waiver } => Some(Record::Waiver(waiver)),
        Edit::SetSettings { settings } => Some(Record::Settings(*settings)),
        Edit::PutOwnRule { rule } => Some(Record::OwnRule(*rule)),
        _ => None,
    }
}

/// A refusal with the place of the record that was refused. Only now is it looked for, one edit after the other.
fn placed(error: Error, incoming: &Incoming, edits: &[Edit], portfolio: &Portfolio) -> Error {
    let mut trial = portfolio.clone();
    let refused = edit::first_refused(&mut trial, edits);
    let Some(record) = refused.and_then(record_of) else {
        return error;
    };
    // What every refusal of an edit ends with; an import says it in its own words.
    let bare = |text: &str, end: &str| {
        text.trim_end_matches(end)
            .trim_end_matches(['.', ' '])
            .to_owned()
    };
    let words = Words::new(
        bare(&error.message.en, "Nothing was changed."),
        bare(&error.message.fr, "Rien n’a été modifié."),
    );
    let told = json::refused(&incoming.name, &incoming.bytes, vec![(record, words)]);
    Error {
        message: told.message,
        faults: told.faults,
        ..error
    }
}

fn differs(record: Record) -> (Record, Words) {
    let id = record.id();
    let (en, fr) = match &record {
        Record::Element(it) => (format!(" (“{}”)", it.title), format!(" (« {} »)", it.title)),
        _ => Default::default(),
    };
    let words = Words::new(
        format!("the record “{id}”{en} is already here with other contents"),
        format!("l’enregistrement « {id} »{fr} est déjà présent ici avec un autre contenu"),
    );
    (record, words)
}
