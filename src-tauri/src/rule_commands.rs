//! The commands about rules of one's own, each an adapter of a few lines.

use crate::error::Answer;
use crate::frame;
use crate::worker::Worker;
use portfolio::model::{ElementKind, OwnRule, RuleId};
use portfolio::rules::{OwnState, RuleHelp, RulePreview};
use portfolio::workspace::{Changed, PackRow, View};
use std::path::Path;
use tauri::{Runtime, State, WebviewWindow};

/// The rules of one's own and whether each is run here.
#[tauri::command]
#[specta::specta]
pub(crate) async fn own_rules(worker: State<'_, Worker>) -> Answer<Vec<OwnState>> {
    worker.ask(|desk| desk.own_rules()).await
}

/// What a rule would find, while it is being written. Nothing is kept.
#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_rule(
    worker: State<'_, Worker>,
    rule: Box<OwnRule>,
) -> Answer<RulePreview> {
    worker.ask(move |desk| desk.preview_rule(&rule)).await
}

/// What a rule about elements of a kind can name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn rule_help(worker: State<'_, Worker>, kind: ElementKind) -> Answer<RuleHelp> {
    worker.ask(move |desk| Ok(desk.rule_help(kind))).await
}

/// Accepts rules that came with a file, on this machine. Answers with the portfolio judged anew.
#[tauri::command]
#[specta::specta]
pub(crate) async fn accept_rules(
    worker: State<'_, Worker>,
    session: u32,
    rules: Vec<RuleId>,
) -> Answer<View> {
    worker
        .ask(move |desk| desk.accept_rules(session, &rules))
        .await
}

/// Rules as a pack; all of them when none is named.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_rules(
    worker: State<'_, Worker>,
    path: String,
    rules: Vec<RuleId>,
) -> Answer<()> {
    worker
        .ask(move |desk| desk.export_rules(Path::new(&path), &rules))
        .await
}

/// What an import of a pack would do. Nothing is written and nothing is run.
#[tauri::command]
#[specta::specta]
pub(crate) async fn preview_rules(worker: State<'_, Worker>, path: String) -> Answer<Vec<PackRow>> {
    worker
        .ask(move |desk| desk.preview_rules(Path::new(&path)))
        .await
}

/// Takes rules of a pack over as one step, all of them when none is named. They stay off until accepted.
#[tauri::command]
#[specta::specta]
pub(crate) async fn import_rules<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    session: u32,
    path: String,
    rules: Vec<RuleId>,
) -> Answer<Changed> {
    worker
        .ask(move |desk| {
            let changed = desk.import_rules(session, Path::new(&path), &rules)?;
            Ok(frame::told(&window, session, changed))
        })
        .await
}
