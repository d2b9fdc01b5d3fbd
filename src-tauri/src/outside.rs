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
        Some(News::Followed { session, changed }) => followed(session, *changed).emit(app),
    };
}

fn followed(session: u32, changed: Changed) -> ChangedElsewhere {
    ChangedElsewhere {
        origin: FILE.to_owned(),
        session,
        changed,
    }
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

/// How the file and what is open here have grown apart; nothing when they have not. The other windows hear it too.
#[tauri::command]
#[specta::specta]
pub(crate) async fn look<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
) -> Answer<Option<Apart>> {
    worker
        .ask(move |desk| {
            Ok(match desk.look()? {
                News::Apart(apart) => frame::grown_apart(&window, apart),
                News::Followed { session, changed } => {
                    let _ = followed(session, *changed).emit(window.app_handle());
                    None
                }
            })
        })
        .await
}

/// Writes what was done here as one step on top of what the file holds.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reconcile<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    session: u32,
) -> Answer<Reconciled> {
    worker
        .ask(move |desk| {
            let done = desk.reconcile(session)?;
            frame::grown_apart(&window, None);
            Ok(Reconciled {
                changed: frame::told(&window, session, done.changed),
                ..done
            })
        })
        .await
}

/// Shows what the file holds now.
#[tauri::command]
#[specta::specta]
pub(crate) async fn take_theirs<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    session: u32,
) -> Answer<Changed> {
    worker
        .ask(move |desk| {
            let changed = desk.take_theirs(session)?;
            frame::grown_apart(&window, None);
            Ok(frame::told(&window, session, changed))
        })
        .await
}

/// Goes on in a copy beside the file.
#[tauri::command]
#[specta::specta]
pub(crate) async fn keep_copy<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    session: u32,
) -> Answer<View> {
    worker
        .ask(move |desk| Ok(frame::entitled(&window, desk.keep_copy(session)?)))
        .await
}

/// Reads what can be read of a damaged file into a copy and opens that.
#[tauri::command]
#[specta::specta]
pub(crate) async fn recover<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    path: String,
) -> Answer<Recovered> {
    worker
        .ask(move |desk| {
            let done = desk.recover(Path::new(&path))?;
            Ok(Recovered {
                view: frame::entitled(&window, done.view),
                ..done
            })
        })
        .await
}
