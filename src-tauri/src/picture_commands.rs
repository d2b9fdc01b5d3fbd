//! The commands that make pictures of canvases. They need nothing of the portfolio, so they do not keep its thread from
//! anything: a large picture takes a while.

use crate::error::{Answer, Failure};
use crate::viewer::Viewer;
use crate::worker::Worker;
use portfolio::error::Words;
use portfolio::{Code, Error, Result, exchange};
use press::drawing::{self, Drawing, Page};
use serde::{Deserialize, Deserializer, Serialize};
use specta::Type;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
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

/// A picture that lies there now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub(crate) struct Written {
    pub(crate) path: String,
    /// Letters that no typeface of this computer has: a box was drawn for each.
    pub(crate) undrawn: Vec<String>,
}

/// The pictures that are being written, by the window that asked, and whether each is to stop.
#[derive(Debug, Default)]
pub(crate) struct Pictures(Mutex<HashMap<String, Vec<Arc<AtomicBool>>>>);

impl Pictures {
    fn begin(&self, window: &str) -> Arc<AtomicBool> {
        let stop = Arc::new(AtomicBool::new(false));
        let mut all = self.all();
        let own = all.entry(window.to_owned()).or_default();
        own.retain(is_written);
        own.push(Arc::clone(&stop));
        stop
    }

    fn stop(&self, window: &str) {
        for stop in self.all().get(window).into_iter().flatten() {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Stops every picture and waits, within reason, until the last one has taken its unfinished file away.
    pub(crate) fn finish(&self) {
        let all = self.all();
        for stop in all.values().flatten() {
            stop.store(true, Ordering::Relaxed);
        }
        let begun = Instant::now();
        while all.values().flatten().any(is_written) && begun.elapsed() < PATIENCE {
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Vec<Arc<AtomicBool>>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whoever writes holds the second count of its sign.
fn is_written(stop: &Arc<AtomicBool>) -> bool {
    Arc::strong_count(stop) > 1
}

/// Longest wait for pictures when the application ends.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the page sends to be drawn. What cannot be read (no number, an outline that is none) is kept as that, so that it
/// is answered in words like everything else and not by the bridge.
#[derive(Debug, Type)]
#[specta(transparent)]
pub(crate) struct Sent<T>(#[specta(type = T)] Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Sent<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        Ok(Self(T::deserialize(from).ok()))
    }
}

impl<T> Sent<T> {
    fn read(self) -> Result<T> {
        self.0.ok_or_else(drawing::unclear)
    }
}

/// Writes a picture of what a canvas shows and tells which part of it is done. Answers with the path, which ends as its
/// form asks for, and what could not be drawn; with nothing when it was told to stop, and then nothing was written.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_picture<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    pictures: State<'_, Pictures>,
    path: String,
    drawing: Sent<Box<Drawing>>,
    form: PictureForm,
    told: Channel<f64>,
) -> Answer<Option<Written>> {
    let stop = pictures.begin(window.label());
    aside(&worker, move || {
        let path = Path::new(&path);
        unless_stopped(
            &stop,
            write(&*drawing.read()?, form, path, &stop, news(&told)),
        )
    })
    .await
}

/// Writes canvases as pages of a PDF, in the same way.
#[tauri::command]
#[specta::specta]
pub(crate) async fn export_pages<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    pictures: State<'_, Pictures>,
    path: String,
    title: String,
    pages: Sent<Vec<Page>>,
    told: Channel<f64>,
) -> Answer<Option<Written>> {
    let stop = pictures.begin(window.label());
    aside(&worker, move || {
        let path = ending(Path::new(&path), "pdf");
        let pages = pages.read()?;
        let written = write_pages(&title, &pages, &path, &stop, news(&told));
        unless_stopped(&stop, written.map(|()| of_pages(&path, &pages)))
    })
    .await
}

/// Hands canvases, as pages of a PDF, to the program that shows such files here, where they are looked at and printed.
#[tauri::command]
#[specta::specta]
pub(crate) async fn print_pages<R: Runtime>(
    window: WebviewWindow<R>,
    worker: State<'_, Worker>,
    viewer: State<'_, Viewer>,
    pictures: State<'_, Pictures>,
    title: String,
    pages: Sent<Vec<Page>>,
    told: Channel<f64>,
) -> Answer<Option<Written>> {
    let stop = pictures.begin(window.label());
    let viewer = viewer.inner().clone();
    aside(&worker, move || {
        let pages = pages.read()?;
        let printed = viewer.print(&title, |path| {
            write_pages(&title, &pages, path, &stop, news(&told))
        });
        unless_stopped(&stop, printed.map(|path| of_pages(&path, &pages)))
    })
    .await
}

/// A window that has gone wants no news.
fn news(told: &Channel<f64>) -> impl FnMut(f64) {
    |part| {
        let _ = told.send(part);
    }
}

fn unless_stopped(stop: &AtomicBool, written: Result<Written>) -> Result<Option<Written>> {
    match written {
        Err(_) if stop.load(Ordering::Relaxed) => Ok(None),
        written => written.map(Some),
    }
}

/// Lets the pictures be that this window is writing.
#[tauri::command]
#[specta::specta]
pub(crate) fn stop_picture<R: Runtime>(window: WebviewWindow<R>, pictures: State<'_, Pictures>) {
    pictures.stop(window.label());
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
) -> Result<Written> {
    drawing.check()?;
    let (path, undrawn) = match form {
        PictureForm::Svg => {
            let path = ending(path, "svg");
            exchange::save_with(&path, |file| drawing::svg(drawing, file))?;
            (path, Vec::new())
        }
        PictureForm::Png { scale } => {
            let path = ending(path, "png");
            let raster = drawing::png(drawing, scale)?;
            exchange::save_with(&path, |file| raster.write(file, stop, told))?;
            (path, undrawn([drawing]))
        }
    };
    Ok(Written {
        path: path.display().to_string(),
        undrawn,
    })
}

fn of_pages(path: &Path, pages: &[Page]) -> Written {
    let drawings = pages
        .iter()
        .flat_map(|page| [Some(&page.picture), page.foot.as_ref()]);
    Written {
        path: path.display().to_string(),
        undrawn: undrawn(drawings.flatten()),
    }
}

/// The picture is written and stays, also where this cannot be told.
fn undrawn<'a>(drawings: impl IntoIterator<Item = &'a Drawing>) -> Vec<String> {
    drawing::undrawn(drawings).unwrap_or_default()
}

fn write_pages(
    title: &str,
    pages: &[Page],
    path: &Path,
    stop: &AtomicBool,
    told: impl FnMut(f64),
) -> Result<()> {
    drawing::check(pages)?;
    exchange::save_with(path, |file| drawing::pdf(title, pages, file, stop, told))
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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// More pixels than are written before somebody can quit.
    fn large() -> Drawing {
        serde_json::from_value(serde_json::json!({
            "width": 20_000, "height": 20_000, "paper": "#f6f5f1", "title": "", "lang": "en", "clips": [], "groups": [],
            "looks": [], "types": [],
        }))
        .unwrap()
    }

    #[test]
    fn a_window_that_stops_stops_all_that_it_is_writing_and_nothing_of_others() {
        let pictures = Pictures::default();
        let own = [pictures.begin("main"), pictures.begin("main")];
        let other = pictures.begin("window-2");
        pictures.stop("main");
        assert!(own.iter().all(|it| it.load(Ordering::Relaxed)));
        assert!(!other.load(Ordering::Relaxed));
        drop(own);
        let next = pictures.begin("main");
        assert!(!next.load(Ordering::Relaxed));
        assert_eq!(pictures.all()["main"].len(), 1, "what ended is forgotten");
    }

    #[test]
    fn whoever_quits_while_a_picture_is_written_leaves_no_file_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.png");
        std::fs::write(&path, "mine").unwrap();
        let pictures = Pictures::default();
        let stop = pictures.begin("main");
        let form = PictureForm::Png { scale: 4 };
        let (begun, has_begun) = std::sync::mpsc::channel();
        let writing = {
            let path = path.clone();
            thread::spawn(move || {
                let told = |_| {
                    let _ = begun.send(());
                };
                write(&large(), form, &path, &stop, told)
            })
        };
        has_begun.recv().unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
        pictures.finish();
        // The application may end now; what is left on the disk stays as it is.
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
        assert!(writing.join().unwrap().is_err());
    }
}
