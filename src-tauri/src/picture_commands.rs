//! The commands that make pictures of canvases. They need nothing of the portfolio, so they do not keep its thread from
//! anything: a large picture takes a while.

use crate::error::{Answer, Failure};
use crate::worker::Worker;
use portfolio::error::Words;
use portfolio::{Code, Error, Result, exchange};
use press::drawing::{self, Drawing};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tauri::ipc::Channel;
use tauri::{Runtime, State, WebviewWindow, async_runtime};

/// What a picture is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case", tag = "type")]
pub(crate) enum PictureForm {
    /// Outlines and words.
    Svg,
    /// Pixels, one to four for each one of the screen.
    Png { scale: u8 },
}

/// The pictures that are being written, by the window that asked: one each, and whether it is to stop.
#[derive(Debug, Default)]
pub(crate) struct Pictures(Mutex<HashMap<String, Arc<AtomicBool>>>);

impl Pictures {
    fn begin(&self, window: &str) -> Arc<AtomicBool> {
        let stop = Arc::new(AtomicBool::new(false));
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(window.to_owned(), Arc::clone(&stop));
        stop
    }

    fn stop(&self, window: &str) {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stop) = all.get(window) {
            stop.store(true, Ordering::Relaxed);
        }
    }
}

/// Writes a picture of what a canvas shows and tells which part of it is done. Answers with the path, which ends as its
/// form asks for; with nothing when it was told to stop, and then nothing was written.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_picture<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    pictures: State<'_, Pictures>,
    path: String,
    drawing: Box<Drawing>,
    form: PictureForm,
    told: Channel<f64>,
) -> Answer<Option<String>> {
    let stop = pictures.begin(window.label());
    aside(&worker, move || {
        // A window that has gone wants no news.
        let written = write(&drawing, form, Path::new(&path), &stop, |part| {
            let _ = told.send(part);
        });
        match written {
            Err(_) if stop.load(Ordering::Relaxed) => Ok(None),
            written => written.map(Some),
        }
    })
    .await
}

/// Lets the picture be that this window is writing.
#[tauri::command]
#[specta::specta]
pub(crate) fn stop_picture<R: Runtime>(window: WebviewWindow<R>, pictures: State<'_, Pictures>) {
    pictures.stop(window.label());
}

/// A picture of what a canvas shows as SVG, for the page to be printed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn picture_svg(
    worker: State<'_, Worker>,
    drawing: Box<Drawing>,
) -> Answer<String> {
    aside(&worker, move || {
        drawing.check()?;
        let mut svg = Vec::new();
        let written = drawing::svg(&drawing, &mut svg);
        written
            .ok()
            .and_then(|()| String::from_utf8(svg).ok())
            .ok_or_else(broken_off)
    })
    .await
}

/// Asks the system to print what the window shows.
#[tauri::command]
#[specta::specta]
pub(crate) async fn print<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
) -> Answer<()> {
    let lang = worker.ask(|desk| Ok(desk.lang())).await?;
    window
        .print()
        .map_err(|_| Failure::told(&no_printing(), lang))
}

/// Does something long on a thread of its own.
async fn aside<T: Send + 'static>(
    worker: &Worker,
    job: impl FnOnce() -> Result<T> + Send + 'static,
) -> Answer<T> {
    let lang = worker.ask(|desk| Ok(desk.lang())).await?;
    let done = async_runtime::spawn_blocking(job).await;
    done.unwrap_or_else(|_| Err(broken_off()))
        .map_err(|error| Failure::told(&error, lang))
}

fn write(
    drawing: &Drawing,
    form: PictureForm,
    path: &Path,
    stop: &AtomicBool,
    told: impl FnMut(f64),
) -> Result<String> {
    drawing.check()?;
    let path = match form {
        PictureForm::Svg => {
            let path = ending(path, "svg");
            exchange::save_with(&path, |file| drawing::svg(drawing, file))?;
            path
        }
        PictureForm::Png { scale } => {
            let path = ending(path, "png");
            let raster = drawing::png(drawing, scale)?;
            exchange::save_with(&path, |file| raster.write(file, stop, told))?;
            path
        }
    };
    Ok(path.display().to_string())
}

/// The path with the ending of its form, which a dialogue of the system does not always add.
fn ending(path: &Path, wanted: &str) -> PathBuf {
    if path
        .extension()
        .is_some_and(|it| it.eq_ignore_ascii_case(wanted))
    {
        return path.to_owned();
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    if !name.is_empty() {
        name.push(".");
        name.push(wanted);
    }
    path.with_file_name(name)
}

fn broken_off() -> Error {
    Error::new(
        Code::Internal,
        Words::new(
            "Throughline met a fault of its own while it drew the picture. Nothing was written.",
            "Throughline a rencontré une erreur interne en dessinant l’image. Rien n’a été écrit.",
        ),
        Words::new(
            "Save a smaller part, or save it as SVG. If it happens again, report what the map shows.",
            "Enregistrez une partie plus petite, ou en SVG. Si cela se reproduit, signalez ce que montre la carte.",
        ),
    )
}

fn no_printing() -> Error {
    Error::new(
        Code::Internal,
        Words::new(
            "The system offers no printing here. Nothing was printed.",
            "Le système ne propose pas d’impression ici. Rien n’a été imprimé.",
        ),
        Words::new(
            "Save the picture as SVG and print it from a browser or a drawing program.",
            "Enregistrez l’image en SVG et imprimez-la depuis un navigateur ou un logiciel de dessin.",
        ),
    )
}
