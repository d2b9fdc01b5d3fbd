//! The shell: the only Rust that knows Tauri.
//!
//! Windows with the page in them, a thread that owns the portfolio, and a list of commands between them.
//! Everything is generic over the runtime, so that the same application runs in tests without a window.
//! Nothing is decided here about portfolios: that is the crate `portfolio`.

pub mod bindings;
pub mod ipc;

mod about;
mod bundle;
mod commands;
mod desk;
mod error;
mod finding_commands;
mod frame;
mod judgements;
mod memory;
mod menu;
mod outside;
mod picture_commands;
mod places;
mod rendering;
mod rule_commands;
mod score_commands;
mod snapshot;
mod viewer;
mod worker;

pub use desk::Desk;
pub use error::Failure;
pub use places::Places;
pub use rendering::Rendering;
pub use worker::Worker;

use ipc::{Host, Pending};
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use tauri::plugin::TauriPlugin;
use tauri::{App, AppHandle, Builder, Context, Manager, RunEvent, Runtime};
use tauri_plugin_window_state::StateFlags;
use tauri_specta::Event;

/// Runs the desktop application until its last window is closed.
#[must_use]
pub fn run() -> ExitCode {
    if !rendering::has_display() {
        return complain(
            "there is no display",
            "The same work can be done without a window with `thru`.",
        );
    }
    let rendering = rendering::settle();
    let pending = file_in(
        env::args_os().skip(1),
        &env::current_dir().unwrap_or_default(),
    );
    let builder = Builder::default().plugin(window_state());
    // Under automation every run stands alone, or a test would open its file in another test's window.
    let builder = if env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none() {
        builder.plugin(tauri_plugin_single_instance::init(
            |app, arguments, folder| {
                let arguments = arguments.into_iter().skip(1).map(OsString::from);
                come_forward(app, file_in(arguments, Path::new(&folder)));
            },
        ))
    } else {
        builder
    };
    let built = assemble(builder, places, rendering, pending).build(context());
    match built {
        Ok(app) => ExitCode::from(u8::try_from(app.run_return(on_event)).unwrap_or(1)),
        Err(error) => complain(
            &error.to_string(),
            "Start it as `throughline --safe-rendering`.",
        ),
    }
}

/// Size and place of the main window are kept, a further one stands beside it; whether it is shown is for us to say, when it has its colour.
fn window_state<R: Runtime>() -> TauriPlugin<R> {
    let kept =
        StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN;
    tauri_plugin_window_state::Builder::default()
        .with_state_flags(kept)
        .with_filter(|label| label == frame::MAIN)
        .build()
}

/// Puts commands, events, dialogs and the worker onto a builder for any runtime.
pub fn assemble<R: Host>(
    builder: Builder<R>,
    places: impl FnOnce(&App<R>) -> tauri::Result<Places> + Send + 'static,
    rendering: Rendering,
    pending: Option<PathBuf>,
) -> Builder<R> {
    let ipc = ipc::builder::<R>();
    builder
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(ipc.invoke_handler())
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .on_window_event(outside::on_window_event)
        .setup(move |app| {
            ipc.mount_events(app);
            let places = places(app)?;
            let viewer = places.viewer();
            viewer.clear(Duration::ZERO);
            app.manage(viewer);
            let desk = Desk::new(places, rendering, pending);
            menu::show(app.handle(), desk.lang());
            let handle = app.handle().clone();
            let round = move |desk: &mut Desk| outside::watch(&handle, desk);
            app.manage(Worker::start(desk, round)?);
            app.manage(picture_commands::Pictures::default());
            frame::make(app)?;
            Ok(())
        })
}

/// Configuration, capability and page, as built into the program.
#[must_use]
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

fn places<R: Runtime>(app: &App<R>) -> tauri::Result<Places> {
    let path = app.path();
    Ok(Places {
        config: path.app_config_dir()?,
        documents: path.document_dir().or_else(|_| path.app_data_dir())?,
        prints: path.app_cache_dir()?.join("prints"),
        opener: viewer::opener(),
    })
}

fn on_event<R: Runtime>(app: &AppHandle<R>, event: RunEvent) {
    match event {
        RunEvent::Exit => {
            app.state::<picture_commands::Pictures>().finish();
            app.state::<Worker>().finish();
            app.state::<viewer::Viewer>().clear(viewer::OPENING);
        }
        // macOS hands a double-clicked file over like this, at the start and later.
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            come_forward(
                app,
                urls.into_iter().find_map(|url| url.to_file_path().ok()),
            );
        }
        _ => {}
    }
}

/// The file among arguments: the first one that is not a switch. A relative path counts from the folder in
/// which it was typed.
fn file_in(arguments: impl Iterator<Item = OsString>, folder: &Path) -> Option<PathBuf> {
    arguments
        .filter(|argument| !argument.to_string_lossy().starts_with("--"))
        .map(|argument| folder.join(argument))
        .next()
}

fn come_forward<R: Runtime>(app: &AppHandle<R>, file: Option<PathBuf>) {
    for window in app.webview_windows().values() {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
    if let Some(file) = file {
        app.state::<Worker>()
            .post(move |desk| desk.ask_to_open(file));
        // A page that is still loading does not hear this; it asks by itself when it starts.
        let _ = Pending.emit(app);
    }
}

/// Before there is a window, standard error is the only place to say why there is none.
fn complain(cause: &str, hint: &str) -> ExitCode {
    use std::io::Write;
    let _ = writeln!(
        std::io::stderr(),
        "Throughline could not open a window: {cause}. Nothing was changed. {hint}"
    );
    ExitCode::FAILURE
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(arguments: &[&str]) -> Option<PathBuf> {
        file_in(arguments.iter().map(OsString::from), Path::new("/home/ada"))
    }

    #[test]
    fn the_first_argument_that_is_not_a_switch_is_the_file() {
        assert_eq!(
            given(&["--safe-rendering", "a.thru"]),
            Some(PathBuf::from("/home/ada/a.thru"))
        );
        assert_eq!(
            given(&["/data/b.thru"]),
            Some(PathBuf::from("/data/b.thru"))
        );
        assert_eq!(given(&["--safe-rendering"]), None);
        assert_eq!(given(&[]), None);
    }
}
