//! The commands about findings over time and in the eyes of people, each an adapter of a few lines.

use crate::error::Answer;
use crate::frame;
use crate::judgements::{Judged, Usefulness};
use crate::worker::Worker;
use portfolio::model::Date;
use portfolio::rules::Idle;
use portfolio::workspace::{SeenDay, View};
use tauri::{Runtime, State, WebviewWindow};

/// Judges the open portfolio as of another day in all windows; `null` is today again. Answers with it judged anew.
#[tauri::command]
#[specta::specta]
pub(crate) async fn judge_as_of<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    session: u32,
    day: Option<Date>,
) -> Answer<View> {
    worker
        .ask(move |desk| {
            let view = desk.judge_as_of(session, day)?;
            frame::follow(&window);
            Ok(view)
        })
        .await
}

/// The rules that have nothing to look at, with what each would need, in the language of the desk.
#[tauri::command]
#[specta::specta]
pub(crate) async fn idle_rules(worker: State<'_, Worker>) -> Answer<Vec<Idle>> {
    worker.ask(|desk| desk.idle_rules()).await
}

/// What the rules saw on the days on which the portfolio was worked on, today last.
#[tauri::command]
#[specta::specta]
pub(crate) async fn trend(worker: State<'_, Worker>) -> Answer<Vec<SeenDay>> {
    worker.ask(|desk| desk.trend()).await
}

/// Which findings people here called useful or noise.
#[tauri::command]
#[specta::specta]
pub(crate) async fn judged(worker: State<'_, Worker>) -> Answer<Vec<Judged>> {
    worker.ask(|desk| Ok(desk.judged())).await
}

/// Notes on this machine what somebody thinks of a finding; `null` takes it back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn judge(
    worker: State<'_, Worker>,
    key: String,
    code: String,
    verdict: Option<Usefulness>,
) -> Answer<()> {
    worker
        .ask(move |desk| {
            desk.judge(&key, &code, verdict);
            Ok(())
        })
        .await
}
