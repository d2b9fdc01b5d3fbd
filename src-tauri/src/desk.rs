//! What lies on the desk: the open portfolio, the memory of the last ones, and a file that waits to be opened.
//!
//! Owned by the thread of [`crate::worker`]; every method runs there and may take its time. No Tauri here.

mod findings;
mod outside;
mod own;
mod score;

pub(crate) use outside::{News, Recovered};

use crate::about::About;
use crate::judgements::Judgements;
use crate::memory::{Memory, Recent};
use crate::places::Places;
use crate::rendering::Rendering;
use crate::snapshot;
use portfolio::edit::{Edit, Origin};
use portfolio::error::Words;
use portfolio::exchange::{self, Mapping, Preview};
use portfolio::model::Lang;
use portfolio::rules::{self, RuleText};
use portfolio::store::{Access, Moment};
use portfolio::workspace::{self, Changed, Imported, View, Workspace};
use portfolio::{Code, Error, Result};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::{Path, PathBuf};

/// What a window needs before anything is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Start {
    pub recent: Vec<Recent>,
    /// A file that the system asked to open. It is told once.
    pub pending: Option<String>,
    /// A portfolio is open already: the window was only loaded again.
    pub open: bool,
    /// The language chosen earlier; `None` at the very first start.
    pub language: Option<Lang>,
    pub about: About,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportPreview {
    pub preview: Preview,
    /// Rows whose initiative is in the open portfolio and would be left as it is.
    pub already_there: u32,
}

#[derive(Debug)]
pub struct Desk {
    places: Places,
    memory: Memory,
    judgements: Judgements,
    rendering: Rendering,
    lang: Lang,
    workspace: Option<Workspace>,
    /// Counts the portfolios laid out since the start; the number of the last one is its name to the page. Whatever
    /// lets the revisions begin again counts on.
    session: u32,
    pending: Option<PathBuf>,
    watch: outside::Watch,
}

impl Desk {
    #[must_use]
    pub fn new(places: Places, rendering: Rendering, pending: Option<PathBuf>) -> Self {
        let memory = Memory::recall(&places.config);
        let judgements = Judgements::recall(&places.config);
        let lang = memory.language().unwrap_or_default();
        Self {
            places,
            memory,
            judgements,
            rendering,
            lang,
            workspace: None,
            session: 0,
            pending,
            watch: outside::Watch::default(),
        }
    }

    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    pub fn start(&mut self) -> Start {
        Start {
            recent: self.memory.recent(),
            pending: self.pending(),
            open: self.workspace.is_some(),
            language: self.memory.language(),
            about: self.about(),
        }
    }

    /// The system asks for a file; the page fetches it when it is ready.
    pub fn ask_to_open(&mut self, file: PathBuf) {
        self.pending = Some(file);
    }

    /// The file that the system asked to open, told once.
    pub fn pending(&mut self) -> Option<String> {
        self.pending.take().map(|path| path.display().to_string())
    }

    #[must_use]
    pub fn about(&self) -> About {
        About::here(self.rendering)
    }

    /// # Errors
    /// What kept the file from being made; then nothing was created and the open portfolio stays open.
    pub fn create(&mut self, path: &Path, title: &str) -> Result<View> {
        let workspace = Workspace::create(&with_ending(path), title, self.lang)?;
        self.lay_out(workspace)
    }

    /// Opens a file to change it, or only to read it. One that lies open for reading is opened anew to change it.
    ///
    /// # Errors
    /// What kept the file from being opened; then the open portfolio stays open.
    pub fn open(&mut self, path: &Path, access: Access) -> Result<View> {
        // The file that lies open already would be found in use, by ourselves.
        if let Some(workspace) = &mut self.workspace
            && same_file(workspace.path(), path)
        {
            let view = if workspace.is_read_only() && access == Access::ReadWrite {
                workspace.open_to_edit()
            } else {
                workspace.view()
            };
            return view.map(|it| self.named(it));
        }
        let workspace = Workspace::open(path, access, self.lang)?;
        self.lay_out(workspace)
    }

    /// Opens a fresh copy of the portfolio that comes with the application, in the language of the window. It
    /// is a file like any other, among the documents.
    ///
    /// # Errors
    /// What kept the copy from being made; then the open portfolio stays open.
    pub fn open_sample(&mut self) -> Result<View> {
        let sample = workspace::sample(self.lang)?;
        let path = self.places.in_documents(&sample.settings().title)?;
        let workspace = Workspace::create_from(&path, &sample, self.lang)?;
        self.lay_out(workspace)
    }

    /// Puts a workspace on the desk and the one before it away.
    fn lay_out(&mut self, mut workspace: Workspace) -> Result<View> {
        workspace.set_accepted(self.memory.accepted());
        // One whose history cannot be read is damaged: then the one before it stays.
        let view = workspace.view()?;
        // The new one is open; that the old one closed badly concerns nobody any more.
        let _ = self.close();
        self.remember(&workspace);
        self.workspace = Some(workspace);
        self.session += 1;
        self.watch = outside::Watch::default();
        Ok(self.named(view))
    }

    fn remember(&mut self, workspace: &Workspace) {
        self.memory.note(Recent {
            path: workspace.path().display().to_string(),
            title: workspace.portfolio().settings().title.clone(),
            opened: now(),
        });
    }

    /// A path for a new portfolio made from a file.
    ///
    /// # Errors
    /// `ReadOnly` when no folder can be written.
    pub fn beside(&self, source: &Path) -> Result<String> {
        Ok(self.places.beside(source)?.display().to_string())
    }

    /// Puts the portfolio away. A fault while closing loses nothing, because every step is on disk already.
    ///
    /// # Errors
    /// `DiskFailed` when the file cannot be closed.
    pub fn close(&mut self) -> Result<()> {
        let Some(workspace) = self.workspace.take() else {
            return Ok(());
        };
        // Its title may have changed since it was opened.
        self.remember(&workspace);
        workspace.close()
    }

    /// # Errors
    /// `NoPortfolio`, or what kept the history from being read.
    pub fn view(&self) -> Result<View> {
        let workspace = self.workspace.as_ref().ok_or_else(nothing_open)?;
        Ok(self.named(workspace.view()?))
    }

    /// What the open portfolio is called; empty when none is open.
    #[must_use]
    pub fn title(&self) -> String {
        self.workspace
            .as_ref()
            .map(|it| it.portfolio().settings().title.clone())
            .unwrap_or_default()
    }

    /// # Errors
    /// `OtherPortfolio`, or the refusal of the first edit that cannot be; then nothing has changed.
    pub fn edit(&mut self, session: u32, edits: &[Edit], origin: Origin) -> Result<Changed> {
        let changed = self.meant(session)?.apply_from(edits, origin)?;
        self.remember_accepted();
        Ok(changed)
    }

    /// # Errors
    /// `NoPortfolio`, or what kept the history from being read.
    pub fn history(&self, before: Option<u32>, most: u32) -> Result<Vec<Moment>> {
        let workspace = self.workspace.as_ref().ok_or_else(nothing_open)?;
        workspace.history(before, most)
    }

    /// # Errors
    /// As [`Desk::history`].
    pub fn past(&self, seq: u32) -> Result<View> {
        let workspace = self.workspace.as_ref().ok_or_else(nothing_open)?;
        Ok(self.named(workspace.past(seq)?))
    }

    /// # Errors
    /// `NothingToUndo`, `NoPortfolio`, `OtherPortfolio`, or what kept the file from being written.
    pub fn undo(&mut self, session: u32) -> Result<Changed> {
        self.meant(session)?.undo()
    }

    /// # Errors
    /// As [`Desk::undo`].
    pub fn redo(&mut self, session: u32) -> Result<Changed> {
        self.meant(session)?.redo()
    }

    /// From now on findings and errors are told in this language. Answers with the portfolio told anew, when
    /// one is open.
    ///
    /// # Errors
    /// What kept the history from being read.
    pub fn set_language(&mut self, lang: Lang) -> Result<Option<View>> {
        self.lang = lang;
        self.memory.set_language(lang);
        let Some(workspace) = &mut self.workspace else {
            return Ok(None);
        };
        workspace.set_lang(lang);
        self.view().map(Some)
    }

    /// What an import of a file would recognise, and how many of its rows the open portfolio has already.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn preview_import(&self, path: &Path, mapping: &Mapping) -> Result<ImportPreview> {
        let (preview, already_there) = match &self.workspace {
            Some(workspace) => workspace.preview(path, mapping, self.lang)?,
            None => (workspace::preview(path, mapping, self.lang)?, 0),
        };
        Ok(ImportPreview {
            preview,
            already_there,
        })
    }

    /// Reads a file into the open portfolio as one step.
    ///
    /// # Errors
    /// `OtherPortfolio`, or when the file cannot be read or the portfolio not written; then nothing has changed.
    pub fn import(&mut self, session: u32, path: &Path, mapping: &Mapping) -> Result<Imported> {
        self.meant(session)?.import(path, mapping, None)
    }

    /// Every rule as it is explained, with the values that are in force in the open portfolio.
    #[must_use]
    pub fn rule_catalog(&self) -> Vec<RuleText> {
        match &self.workspace {
            Some(it) => rules::catalog_in(self.lang, it.portfolio().settings()),
            None => rules::catalog(self.lang),
        }
    }

    /// Writes the portfolio as it stands today: HTML, Markdown or JSON by the ending of the path.
    ///
    /// # Errors
    /// `NoPortfolio`, `BadValue` for another ending, or what kept the file from being written.
    pub fn save_snapshot(&self, path: &Path) -> Result<()> {
        let workspace = self.workspace.as_ref().ok_or_else(nothing_open)?;
        exchange::save(
            path,
            snapshot::write(workspace, path, self.lang)?.as_bytes(),
        )
    }

    /// Writes the whole portfolio as readable JSON.
    ///
    /// # Errors
    /// `NoPortfolio`, or what kept the file from being written.
    pub fn export(&self, path: &Path) -> Result<()> {
        let workspace = self.workspace.as_ref().ok_or_else(nothing_open)?;
        let text = exchange::json::write(workspace.portfolio())?;
        exchange::save(path, text.as_bytes())
    }

    /// The open portfolio, when it is the one that the page has before it.
    fn meant(&mut self, session: u32) -> Result<&mut Workspace> {
        let is_meant = session == self.session;
        let workspace = self.open_one()?;
        if is_meant {
            Ok(workspace)
        } else {
            Err(another_open())
        }
    }

    fn open_one(&mut self) -> Result<&mut Workspace> {
        self.workspace.as_mut().ok_or_else(nothing_open)
    }

    fn named(&self, view: View) -> View {
        View {
            session: self.session,
            ..view
        }
    }
}

fn now() -> String {
    chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// The path with `.thru` at its end, which a dialogue of the system does not always add.
fn with_ending(path: &Path) -> PathBuf {
    if path
        .extension()
        .is_some_and(|it| it.eq_ignore_ascii_case("thru"))
    {
        return path.to_owned();
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".thru");
    path.with_file_name(name)
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

fn nothing_open() -> Error {
    Error::new(
        Code::NoPortfolio,
        Words::new("No portfolio is open.", "Aucun portefeuille n’est ouvert."),
        Words::new(
            "Open a portfolio, make a new one, or drop a spreadsheet onto the window.",
            "Ouvrez un portefeuille, créez-en un, ou déposez un tableur sur la fenêtre.",
        ),
    )
}

/// The page showed a portfolio that was put away meanwhile, here or in another window.
fn another_open() -> Error {
    Error::new(
        Code::OtherPortfolio,
        Words::new(
            "Another portfolio was opened in the meantime. Nothing was changed in it.",
            "Un autre portefeuille a été ouvert entre-temps. Rien n’y a été modifié.",
        ),
        Words::new(
            "If you meant the portfolio that is shown now, do it again. If not, open the earlier file.",
            "Si vous visiez le portefeuille affiché maintenant, recommencez. Sinon, rouvrez le fichier précédent.",
        ),
    )
}
