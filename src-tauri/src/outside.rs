//! The commands about a file that others change or that is damaged, and what is told without being asked.

use crate::desk::{Desk, News, Recovered};
use crate::error::Answer;
use crate::frame;
use crate::ipc::{ChangedElsewhere, GrownApart};
use crate::worker::Worker;
use portfolio::workspace::{Apart, Changed, Reconciled, View};
use std::path::Path;
use tauri::{AppHandle, Manager, Runtime, State, WebviewWindow, Window, WindowEvent};
use tauri_specta::Event;

/// Who changed what another program wrote into the file, for those who hear of it.
const FILE: &str = "file";

/// Looks at the file and tells every window what is new.
pub(crate) fn watch<R: Runtime>(app: &AppHandle<R>, desk: &mut Desk) {
    // A window that is just closing does not hear it, and need not.
    let _ = match desk.watch() {
        None => Ok(()),
        Some(News::Apart(apart)) => GrownApart { apart }.emit(app),
        Some(News::Followed(changed)) => ChangedElsewhere {
            origin: FILE.to_owned(),
            changed,
        }
        .emit(app),
    };
}

/// Whoever comes back to the window sees at once what happened meanwhile.
pub(crate) fn on_window_event<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    if matches!(event, WindowEvent::Focused(true))
        && let Some(worker) = window.try_state::<Worker>()
    {
        let app = window.app_handle().clone();
        worker.post(move |desk| watch(&app, desk));
    }
}

/// How the file and what is open here have grown apart; nothing when they have not.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look(worker: State<'_, Worker>) -> Answer<Option<Apart>> {
    worker.ask(Desk::look).await
}

/// Writes what was done here as one step on top of what the file holds.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reconcile<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
) -> Answer<Reconciled> {
    let done = worker.ask(Desk::reconcile).await?;
    Ok(Reconciled {
        changed: frame::told(&window, done.changed),
        ..done
    })
}

/// Shows what the file holds now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_theirs<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
) -> Answer<Changed> {
    let changed = worker.ask(Desk::take_theirs).await?;
    Ok(frame::told(&window, changed))
}

/// Goes on in a copy beside the file.
#[tauri::command]
#[specta::specta]
pub(crate) async fn keep_copy<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
) -> Answer<View> {
    let view = worker.ask(Desk::keep_copy).await?;
    Ok(frame::entitled(&window, view))
}

/// Reads what can be read of a damaged file into a copy and opens that.
#[tauri::command]
#[specta::specta]
pub(crate) async fn recover<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    path: String,
) -> Answer<Recovered> {
    let done = worker
        .ask(move |desk| desk.recover(Path::new(&path)))
        .await?;
    Ok(Recovered {
        view: frame::entitled(&window, done.view),
        ..done
    })
}
