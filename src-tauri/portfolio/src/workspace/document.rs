//! A whole portfolio from a document into a file: into a new one, or added to what is there.
//!
//! What is there is never changed: a record that stands already is left out when it says the same, and refused
//! when it says something else, because two truths under one id cannot both be kept.

use super::{Changed, Workspace, incoming};
use crate::edit::{Edit, Label, Origin, Verb};
use crate::error::{Code, Error, Result, Words};
use crate::exchange::json;
use crate::model::{ElementId, Lang, Portfolio, Record};
use std::path::Path;

/// What adding a document did.
#[derive(Debug, Clone, PartialEq)]
pub struct Added {
    pub changed: Changed,
    /// File name without its folder.
    pub file: String,
    pub elements: u32,
    pub links: u32,
    /// Records that were there already and say the same.
    pub already_there: u32,
}

/// What adding a document would do.
struct Plan {
    edits: Vec<Edit>,
    elements: u32,
    links: u32,
    already_there: u32,
}

impl Workspace {
    /// Makes a new file that holds the sample portfolio in the given language.
    ///
    /// # Errors
    /// As [`Workspace::create`].
    pub fn create_sample(path: &Path, lang: Lang) -> Result<Self> {
        Self::create_from(path, &super::sample(lang)?, lang)
    }

    /// Adds the portfolio of a `throughline.portfolio/1` document as one step. An empty portfolio takes its title.
    ///
    /// # Errors
    /// As [`json::read`], `BadId` when a record stands here with other contents, and what [`Workspace::apply`]
    /// refuses; then nothing has changed.
    pub fn import_document(&mut self, path: &Path) -> Result<Added> {
        let (file, plan) = self.read_document(path)?;
        let label = Label {
            count: plan.elements,
            origin: Origin::Imported,
            ..Label::new(Verb::Import, file.clone())
        };
        let changed = self.step(&plan.edits, &label)?;
        Ok(Added {
            changed,
            file,
            elements: plan.elements,
            links: plan.links,
            already_there: plan.already_there,
        })
    }

    /// Says what [`Workspace::import_document`] would add, as numbers of elements, links and records that are
    /// there already. Nothing is written.
    ///
    /// # Errors
    /// As [`Workspace::import_document`].
    pub fn preview_document(&self, path: &Path) -> Result<(u32, u32, u32)> {
        let (_, plan) = self.read_document(path)?;
        crate::edit::apply(&mut self.portfolio.clone(), &plan.edits)?;
        Ok((plan.elements, plan.links, plan.already_there))
    }

    fn read_document(&self, path: &Path) -> Result<(String, Plan)> {
        let incoming = incoming::read(path)?;
        let records = json::read(&incoming.name, &incoming.bytes)?;
        let plan = plan(&incoming.name, records, &self.portfolio)?;
        Ok((incoming.name, plan))
    }
}

fn plan(file: &str, records: Vec<Record>, portfolio: &Portfolio) -> Result<Plan> {
    let is_empty = portfolio.elements().next().is_none();
    let places_itself = records.iter().any(|it| matches!(it, Record::Placement(_)));
    let has_canvas = portfolio.canvases().next().is_some()
        || records.iter().any(|it| matches!(it, Record::Canvas(_)));
    let mut plan = Plan {
        edits: Vec::new(),
        elements: 0,
        links: 0,
        already_there: 0,
    };
    let mut unplaced: Vec<ElementId> = Vec::new();
    for record in records {
        if let Record::Settings(settings) = &record {
            let title = settings.title.trim();
            if is_empty && !title.is_empty() {
                plan.edits.push(Edit::SetTitle {
                    title: title.to_owned(),
                });
            }
            continue;
        }
        match portfolio.current(&record) {
            Some(there) if there == record => {
                plan.already_there += 1;
                continue;
            }
            // A canvas of the same id is the same canvas, whatever each calls it.
            Some(_) if matches!(record, Record::Canvas(_)) => {
                plan.already_there += 1;
                continue;
            }
            Some(_) => return Err(differs(file, &record)),
            None => {}
        }
        match &record {
            Record::Element(it) => {
                plan.elements += 1;
                unplaced.push(it.id.clone());
            }
            Record::Link(_) => plan.links += 1,
            _ => {}
        }
        plan.edits.extend(insert(record));
    }
    if !places_itself && has_canvas && !unplaced.is_empty() {
        plan.edits.push(Edit::PutOnMaps { elements: unplaced });
    }
    Ok(plan)
}

fn insert(record: Record) -> Option<Edit> {
    match record {
        Record::Element(it) => Some(Edit::InsertElement {
            element: Box::new(it),
        }),
        Record::Link(it) => Some(Edit::InsertLink { link: Box::new(it) }),
        Record::Canvas(canvas) => Some(Edit::InsertCanvas { canvas }),
        Record::Placement(placement) => Some(Edit::InsertPlacement { placement }),
        Record::Reading(reading) => Some(Edit::InsertReading { reading }),
        Record::StatusReport(status) => Some(Edit::InsertStatus { status }),
        Record::Source(source) => Some(Edit::InsertSource { source }),
        Record::Import(import) => Some(Edit::InsertImport { import }),
        Record::Waiver(waiver) => Some(Edit::Waive { waiver }),
        Record::OwnRule(it) => Some(Edit::PutOwnRule { rule: Box::new(it) }),
        Record::Settings(_) => None,
    }
}

fn differs(file: &str, record: &Record) -> Error {
    let id = record.id();
    let title = match record {
        Record::Element(it) => it.title.clone(),
        _ => String::new(),
    };
    let (en, fr) = if title.is_empty() {
        (String::new(), String::new())
    } else {
        (format!(" (“{title}”)"), format!(" (« {title} »)"))
    };
    Error::new(
        Code::BadId,
        Words::new(
            format!(
                "“{file}” holds the record “{id}”{en}, which is already here with other contents. Nothing was imported."
            ),
            format!(
                "« {file} » contient l’enregistrement « {id} »{fr}, déjà présent ici avec un autre contenu. Rien n’a été importé."
            ),
        ),
        Words::new(
            "Import it into a new portfolio, or remove that record on one side first.",
            "Importez-le dans un nouveau portefeuille, ou retirez d’abord cet enregistrement d’un côté.",
        ),
    )
}
