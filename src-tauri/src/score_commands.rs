//! The commands about the honest score and the myths, each an adapter of a few lines.

use crate::error::Answer;
use crate::worker::Worker;
use portfolio::ladder::{ObjectiveScore, ScoreView};
use portfolio::model::{Date, ElementId};
use portfolio::myths::Myths;
use portfolio::workspace::ScoreSince;
use tauri::State;

/// The ladder as it is drawn: what can be said of the objectives, by weight and by money, in the language of the desk.
#[tauri::command]
#[specta::specta]
pub(crate) async fn score(worker: State<'_, Worker>) -> Answer<ScoreView> {
    worker.ask(|desk| desk.score()).await
}

/// Every need of one objective with what it rests on; `null` when it is not there.
#[tauri::command]
#[specta::specta]
pub(crate) async fn objective_score(
    worker: State<'_, Worker>,
    objective: ElementId,
) -> Answer<Option<ObjectiveScore>> {
    worker
        .ask(move |desk| desk.objective_score(&objective))
        .await
}

/// What readings, links, weights, scope and rules did to the score since the end of a day.
#[tauri::command]
#[specta::specta]
pub(crate) async fn score_since(worker: State<'_, Worker>, day: Date) -> Answer<ScoreSince> {
    worker.ask(move |desk| desk.score_since(day)).await
}

/// Whether each of the five beliefs is lived here, with what shows it, in the language of the desk.
#[tauri::command]
#[specta::specta]
pub(crate) async fn myths(worker: State<'_, Worker>) -> Answer<Myths> {
    worker.ask(|desk| desk.myths()).await
}
