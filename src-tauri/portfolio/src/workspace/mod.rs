//! One open portfolio: the façade that the shell and the command line see.
//!
//! Everything goes the same way: a batch of edits becomes a diff, the store commits it, the mirror takes it
//! over, the rules run, and the caller learns what changed. The clock is read here and nowhere below.

mod day;
mod document;
mod free;
mod import;
mod incoming;
mod outside;
mod own;
mod past;
mod recovery;
mod sample;
mod score;
mod sightings;
pub mod three_way;
mod thresholds;
mod undo;

pub use document::{Added, Brought};
pub use import::ImportReport;
pub use outside::{Apart, Found, Look, Reconciled};
pub use own::{PackImported, PackRow, PackStep};
pub use recovery::{Recovery, Salvaged};
pub use sample::sample;
pub use score::ScoreSince;
pub use sightings::SeenDay;

use crate::edit::{self, Edit, Label, Origin, Verb};
use crate::error::{Code, Result};
use crate::exchange::{self, Mapping, Preview};
use crate::model::{
    Canvas, CanvasId, CanvasKind, Date, Diff, ElementKind, Instant, Lang, Portfolio, Record,
};
use crate::rules::{self, Accepted, Engine, Finding, FindingsChange};
use crate::store::{Access, Store};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::cell::RefCell;
use std::path::Path;

/// What may be undone and redone now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Steps {
    pub undo: Option<Label>,
    pub redo: Option<Label>,
}

/// The answer to every change, and the event that other windows get.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Changed {
    /// Counts the states of this session; a mirror applies the diff only to the revision before.
    pub revision: u32,
    pub diff: Diff,
    /// What changed in the findings since the revision before.
    pub findings: FindingsChange,
    pub steps: Steps,
}

/// Everything that a window needs to show a portfolio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct View {
    /// Which portfolio this is among those opened one after the other: counted by whoever opens them, 0 where
    /// nobody counts. Whoever asks for a change names it, so that no change reaches another portfolio.
    pub session: u32,
    pub path: String,
    /// Why the file cannot be changed, when it cannot.
    pub read_only: Option<String>,
    pub revision: u32,
    pub records: Vec<Record>,
    /// Every finding, the heaviest first; those that somebody lives with are marked.
    pub findings: Vec<Finding>,
    pub steps: Steps,
    /// The date for which the rules were run.
    pub as_of: Date,
    /// Somebody chose that date; else it is today.
    pub as_of_chosen: bool,
    /// Version of the rule pack.
    pub pack: String,
}

/// The answer to an import: one step, and what it did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct Imported {
    pub changed: Changed,
    pub report: ImportReport,
}

/// Says what an import of a file would recognise. Nothing is written.
///
/// # Errors
/// When the file cannot be read at all; the message names file, place and remedy.
pub fn preview(path: &Path, mapping: &Mapping, lang: Lang) -> Result<Preview> {
    let incoming = incoming::read(path)?;
    exchange::preview(&incoming.bytes, &incoming.name, mapping, lang)
}

/// An open portfolio file with its mirror in memory.
#[derive(Debug)]
pub struct Workspace {
    store: Store,
    portfolio: Portfolio,
    revision: u32,
    lang: Lang,
    /// The date for the rules, when it was set by hand; today otherwise, also after midnight.
    as_of: Option<Date>,
    outside: outside::Outside,
    /// The rules over this portfolio, from the first time that somebody asked what they say.
    engine: RefCell<Option<Engine>>,
    /// The rules of one's own that may be run on this machine.
    accepted: Accepted,
    /// Since when its findings are known, from the first time that somebody asked.
    sightings: RefCell<Option<sightings::Sightings>>,
}

/// The canvas that every portfolio begins with.
fn first_canvas(lang: Lang) -> Canvas {
    let title = match lang {
        Lang::En => "Strategy map",
        Lang::Fr => "Carte stratégique",
    };
    Canvas {
        id: CanvasId::new("map"),
        title: title.to_owned(),
        kind: CanvasKind::StrategyMap,
        frames: Vec::new(),
    }
}

fn today() -> Date {
    chrono::Local::now().date_naive()
}

fn now() -> Instant {
    chrono::Utc::now()
}

impl Workspace {
    /// Makes a new file with an empty strategy map.
    ///
    /// # Errors
    /// As [`Store::create`]; a refused title leaves no file.
    pub fn create(path: &Path, title: &str, lang: Lang) -> Result<Self> {
        let edits = [
            Edit::SetTitle {
                title: title.to_owned(),
            },
            Edit::InsertCanvas {
                canvas: first_canvas(lang),
            },
        ];
        let mut portfolio = Portfolio::default();
        edit::apply(&mut portfolio, &edits)?;
        Self::create_from(path, &portfolio, lang)
    }

    /// Makes a new file that holds a whole portfolio from the start.
    ///
    /// # Errors
    /// As [`Store::create`].
    pub fn create_from(path: &Path, portfolio: &Portfolio, lang: Lang) -> Result<Self> {
        let mut store = Store::create(path)?;
        let changes = portfolio
            .records()
            .into_iter()
            .map(|record| crate::model::Change {
                before: None,
                after: Some(record),
            })
            .collect();
        if let Err(error) = store.seed(&Diff { changes }) {
            drop(store);
            // A file without its first records is of no use; that it cannot be removed is no second fault.
            let _ = std::fs::remove_file(path);
            return Err(error);
        }
        Self::of(store, lang)
    }

    /// Opens a file; one that cannot be written is opened for reading.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open(path: &Path, access: Access, lang: Lang) -> Result<Self> {
        Self::of(Store::open(path, access)?, lang)
    }

    fn of(store: Store, lang: Lang) -> Result<Self> {
        let portfolio = store.load()?;
        Ok(Self {
            outside: outside::Outside::from_here(&store),
            store,
            portfolio,
            revision: 0,
            lang,
            as_of: None,
            engine: RefCell::new(None),
            accepted: Accepted::default(),
            sightings: RefCell::new(None),
        })
    }

    pub fn portfolio(&self) -> &Portfolio {
        &self.portfolio
    }

    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Whether nothing can be changed here.
    pub fn is_read_only(&self) -> bool {
        self.store.read_only().is_some()
    }

    /// The language in which findings are told from now on.
    pub fn set_lang(&mut self, lang: Lang) {
        self.lang = lang;
    }

    /// What the rules say now, the heaviest first, without what somebody lives with.
    pub fn findings(&self) -> Vec<Finding> {
        let mut open = self.all_findings();
        open.retain(|it| it.accepted.is_none());
        open
    }

    /// As [`Workspace::findings`], with what somebody lives with.
    pub fn all_findings(&self) -> Vec<Finding> {
        let mut engine = self.engine.borrow_mut();
        let engine = self.fresh(&mut engine);
        self.dated(engine, engine.findings())
    }

    /// The engine for today, made when nobody has asked before.
    fn fresh<'e>(&self, engine: &'e mut Option<Engine>) -> &'e mut Engine {
        let own = self.accepted.clone();
        let fresh = || Engine::with_own(&self.portfolio, self.as_of(), self.lang, own.clone());
        let engine = engine.get_or_insert_with(fresh);
        if !engine.is_of(self.as_of(), self.lang) {
            *engine = fresh();
        }
        engine
    }

    /// What a change of the portfolio, which has taken place, changes in the findings; nothing while nobody asked.
    fn judge(&self, diff: &Diff) -> FindingsChange {
        let mut engine = self.engine.borrow_mut();
        let Some(engine) = engine.as_mut() else {
            return FindingsChange::default();
        };
        let change = self.change(engine, diff);
        self.followed(engine, change)
    }

    fn change(&self, engine: &mut Engine, diff: &Diff) -> FindingsChange {
        if !engine.is_of(self.as_of(), self.lang) {
            // It is past midnight, or somebody chose another day: everything is judged for it.
            return engine.rerun(&self.portfolio, self.as_of(), self.lang);
        }
        if engine.accepted() != &self.accepted {
            // What was typed in this step is accepted with it.
            engine.trust(self.accepted.clone());
        }
        engine.update(&self.portfolio, diff)
    }

    /// # Errors
    /// `FileDamaged` when the history cannot be read.
    pub fn view(&self) -> Result<View> {
        Ok(View {
            session: 0,
            path: self.path().display().to_string(),
            read_only: self
                .store
                .read_only()
                .map(|words| words.get(self.lang).to_owned()),
            revision: self.revision,
            records: self.portfolio.records(),
            findings: self.all_findings(),
            steps: self.steps()?,
            as_of: self.as_of(),
            as_of_chosen: self.as_of.is_some(),
            pack: rules::PACK.to_owned(),
        })
    }

    /// Carries a batch of edits out as one step.
    ///
    /// # Errors
    /// The first refusal, or what kept the file from being written; then nothing has changed.
    pub fn apply(&mut self, edits: &[Edit]) -> Result<Changed> {
        self.apply_from(edits, Origin::Typed)
    }

    /// As [`Workspace::apply`], saying how the step came about.
    ///
    /// # Errors
    /// As [`Workspace::apply`].
    pub fn apply_from(&mut self, edits: &[Edit], origin: Origin) -> Result<Changed> {
        let label = Label {
            origin,
            ..Label::of(edits, &self.portfolio)
        };
        let before = self.accepted.clone();
        if matches!(label.origin, Origin::Typed | Origin::Pasted) {
            self.accept_typed(edits);
        }
        let changed = self.step(edits, &label);
        if changed.is_err() {
            self.accepted = before;
        }
        changed
    }

    pub(crate) fn step(&mut self, edits: &[Edit], label: &Label) -> Result<Changed> {
        thresholds::check(&self.portfolio, edits)?;
        let diff = edit::apply(&mut self.portfolio, edits)?;
        if diff.is_empty() {
            return Ok(self.changed(diff));
        }
        self.note_sightings();
        if let Err(error) = self.store.commit(&diff, label, now()) {
            self.portfolio.apply(&diff.inverse());
            if error.code == Code::ChangedOutside {
                // Touched, moved and moved back: the same words in the same file are no change.
                if self.look() == Look::Same && self.store.unchanged().is_ok() {
                    return self.step(edits, label);
                }
                self.outside.waiting = Some((edits.to_vec(), label.clone()));
            }
            return Err(error);
        }
        self.outside.follow(&diff);
        self.revision += 1;
        Ok(self.changed(diff))
    }

    /// Says what an import of a file would recognise, and how many of its rows are already here.
    ///
    /// # Errors
    /// As [`preview`].
    pub fn preview(&self, path: &Path, mapping: &Mapping, lang: Lang) -> Result<(Preview, u32)> {
        let incoming = incoming::read(path)?;
        let preview = exchange::preview(&incoming.bytes, &incoming.name, mapping, lang)?;
        let there = exchange::read_rows(&incoming.bytes, &incoming.name, mapping)
            .map(|rows| {
                import::already_there(&rows, &self.portfolio, &source_of(&incoming.name, None))
            })
            .unwrap_or(0);
        Ok((preview, there))
    }

    /// Reads a table into the portfolio as one step. Rows whose initiative is already here are left out.
    /// The source is what later files of the same origin should be called; the file's name when not given.
    ///
    /// # Errors
    /// When the file cannot be read or the portfolio not written; then nothing has changed.
    pub fn import(
        &mut self,
        path: &Path,
        mapping: &Mapping,
        source: Option<&str>,
    ) -> Result<Imported> {
        let incoming = incoming::read(path)?;
        let rows = exchange::read_rows(&incoming.bytes, &incoming.name, mapping)?;
        let plan = import::plan(
            &rows,
            &self.portfolio,
            &source_of(&incoming.name, source),
            now(),
        );
        let label = Label {
            kind: Some(ElementKind::Initiative),
            count: plan.report.created,
            origin: Origin::Imported,
            ..Label::new(Verb::Import, incoming.name)
        };
        // A file that brings nothing new is no step: it would only take away what can be done again.
        let edits = if plan.report.created == 0 {
            &[]
        } else {
            plan.edits.as_slice()
        };
        let changed = self.step(edits, &label)?;
        Ok(Imported {
            changed,
            report: plan.report,
        })
    }

    /// Closes the file, with what the rules saw, and leaves no side file.
    ///
    /// # Errors
    /// `DiskFailed` when the database cannot be closed.
    pub fn close(mut self) -> Result<()> {
        self.note_sightings();
        self.store.close()
    }

    fn steps(&self) -> Result<Steps> {
        let (undo, redo) = self.store.labels()?;
        Ok(Steps { undo, redo })
    }

    fn changed(&self, diff: Diff) -> Changed {
        Changed {
            revision: self.revision,
            findings: self.judge(&diff),
            diff,
            // The step is done: that its name cannot be read must not say that it is not.
            steps: self.steps().unwrap_or(Steps {
                undo: None,
                redo: None,
            }),
        }
    }
}

/// The title of a source: as given, else the file's name without its ending.
fn source_of(file: &str, given: Option<&str>) -> String {
    let stem = Path::new(file)
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy();
    given
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .unwrap_or(&stem)
        .to_owned()
}
