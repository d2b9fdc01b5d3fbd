//! The commands, each an adapter of a few lines: hand a closure to the worker, await the answer. Whatever asks for
//! a change names the portfolio that it means by its `session`.

use crate::about::About;
use crate::desk::{ImportPreview, Start};
use crate::error::{Answer, Failure};
use crate::frame;
use crate::worker::Worker;
use portfolio::edit::{Edit, Origin};
use portfolio::exchange::Mapping;
use portfolio::model::Lang;
use portfolio::rules::RuleText;
use portfolio::store::{Access, Moment};
use portfolio::workspace::{Changed, Imported, View};
use std::path::Path;
use tauri::{Runtime, State, WebviewWindow};

#[tauri::command]
#[specta::specta]
pub(crate) async fn start(worker: State<'_, Worker>) -> Answer<Start> {
    worker.ask(|desk| Ok(desk.start())).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn about(worker: State<'_, Worker>) -> Answer<About> {
    worker.ask(|desk| Ok(desk.about())).await
}

/// The file that the system asked to open, told once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn pending(worker: State<'_, Worker>) -> Answer<Option<String>> {
    worker.ask(|desk| Ok(desk.pending())).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn create<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    path: String,
    title: String,
) -> Answer<View> {
    worker
        .ask(move |desk| {
            let view = desk.create(Path::new(&path), &title)?;
            Ok(frame::entitled(&window, view))
        })
        .await
}

/// A path for a new portfolio made from a file: beside it, numbered when taken.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_beside(worker: State<'_, Worker>, source: String) -> Answer<String> {
    worker
        .ask(move |desk| desk.beside(Path::new(&source)))
        .await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn open<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    path: String,
    read_only: bool,
) -> Answer<View> {
    let access = if read_only {
        Access::ReadOnly
    } else {
        Access::ReadWrite
    };
    worker
        .ask(move |desk| {
            let view = desk.open(Path::new(&path), access)?;
            Ok(frame::entitled(&window, view))
        })
        .await
}

/// Opens a fresh copy of the portfolio that comes with the application.
#[tauri::command]
#[specta::specta]
pub(crate) async fn open_sample<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
) -> Answer<View> {
    worker
        .ask(move |desk| Ok(frame::entitled(&window, desk.open_sample()?)))
        .await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn close<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
) -> Answer<()> {
    worker
        .ask(move |desk| {
            desk.close()?;
            frame::untitled(&window);
            Ok(())
        })
        .await
}

/// A further window on the portfolio that is open.
#[tauri::command]
#[specta::specta]
pub(crate) async fn new_window<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
) -> Answer<()> {
    let (title, lang) = worker.ask(|desk| Ok((desk.title(), desk.lang()))).await?;
    // Not on the thread of the worker: to make a window waits for the main thread.
    frame::make_another(&window, &title).map_err(|_| Failure::told(&frame::no_window(), lang))
}

/// Lets a window fill the screen or gives the screen back; asks only, where nothing is wished. Answers with what was
/// before. A system that grants no full screen is no reason to fail: what asked for it fills the window then.
#[tauri::command]
#[specta::specta]
pub(crate) async fn fill_screen<R: Runtime>(
    window: WebviewWindow<R>,
    full: Option<bool>,
) -> Answer<bool> {
    let was = window.is_fullscreen().unwrap_or(false);
    if let Some(full) = full.filter(|wanted| *wanted != was) {
        let _ = window.set_fullscreen(full);
    }
    Ok(was)
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn view(worker: State<'_, Worker>) -> Answer<View> {
    worker.ask(|desk| desk.view()).await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn edit<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    session: u32,
    edits: Vec<Edit>,
    origin: Origin,
) -> Answer<Changed> {
    worker
        .ask(move |desk| {
            let changed = desk.edit(session, &edits, origin)?;
            Ok(frame::told(&window, session, changed))
        })
        .await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn undo<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    session: u32,
) -> Answer<Changed> {
    worker
        .ask(move |desk| Ok(frame::told(&window, session, desk.undo(session)?)))
        .await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn redo<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    session: u32,
) -> Answer<Changed> {
    worker
        .ask(move |desk| Ok(frame::told(&window, session, desk.redo(session)?)))
        .await
}

/// The latest steps before a number (from the newest on when none is given), newest first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn history(
    worker: State<'_, Worker>,
    before: Option<u32>,
    most: u32,
) -> Answer<Vec<Moment>> {
    worker.ask(move |desk| desk.history(before, most)).await
}

/// The portfolio as it stood just after a step. Nothing is changed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn past(worker: State<'_, Worker>, seq: u32) -> Answer<View> {
    worker.ask(move |desk| desk.past(seq)).await
}

/// What an import of a file would recognise. Nothing is written, and no portfolio need be open.
#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_import(
    worker: State<'_, Worker>,
    path: String,
    mapping: Option<Mapping>,
) -> Answer<ImportPreview> {
    worker
        .ask(move |desk| desk.preview_import(Path::new(&path), &mapping.unwrap_or_default()))
        .await
}

/// Reads a file into the open portfolio as one step.
#[tauri::command]
#[specta::specta]
pub(crate) async fn import<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    session: u32,
    path: String,
    mapping: Option<Mapping>,
) -> Answer<Imported> {
    let mapping = mapping.unwrap_or_default();
    worker
        .ask(move |desk| {
            let Imported { changed, report } = desk.import(session, Path::new(&path), &mapping)?;
            Ok(Imported {
                changed: frame::told(&window, session, changed),
                report,
            })
        })
        .await
}

#[tauri::command]
#[specta::specta]
pub(crate) async fn rule_catalog(worker: State<'_, Worker>) -> Answer<Vec<RuleText>> {
    worker.ask(|desk| Ok(desk.rule_catalog())).await
}

/// The portfolio as it stands today, on a page: HTML, Markdown or JSON by the ending of the path.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_snapshot(worker: State<'_, Worker>, path: String) -> Answer<()> {
    worker
        .ask(move |desk| desk.save_snapshot(Path::new(&path)))
        .await
}

/// The whole portfolio as readable JSON.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export(worker: State<'_, Worker>, path: String) -> Answer<()> {
    worker.ask(move |desk| desk.export(Path::new(&path))).await
}

/// The language of findings, errors and menus. Answers with the open portfolio told anew.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_language<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    lang: Lang,
) -> Answer<Option<View>> {
    frame::speak(&window, lang);
    worker
        .ask(move |desk| {
            let view = desk.set_language(lang)?;
            frame::follow(&window);
            Ok(view)
        })
        .await
}
