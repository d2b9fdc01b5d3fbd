//! The application as the page sees it: commands by name, answers as JSON.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;
use tauri::{App, Manager, WebviewWindow};
use tempfile::TempDir;
use throughline::{Places, Rendering, Worker};

pub(crate) struct Application {
    pub(crate) app: App<MockRuntime>,
    pub(crate) window: WebviewWindow<MockRuntime>,
    home: TempDir,
}

/// A program that ends at once, whatever it was given.
pub(crate) const OPENER: &str = if cfg!(windows) { "where" } else { "true" };

/// Starts the application in a home of its own.
pub(crate) fn start() -> Application {
    start_with(None)
}

/// Starts it as if a file had been double-clicked.
pub(crate) fn start_with(file: Option<PathBuf>) -> Application {
    start_in(file, OPENER)
}

/// Starts it where another program opens files.
pub(crate) fn start_in(file: Option<PathBuf>, opener: &str) -> Application {
    start_at(tempfile::tempdir().unwrap(), file, opener)
}

/// Starts it in a home where something lies already.
pub(crate) fn start_at(home: TempDir, file: Option<PathBuf>, opener: &str) -> Application {
    let places = Places {
        config: home.path().join("config"),
        documents: home.path().join("documents"),
        prints: home.path().join("prints"),
        opener: opener.into(),
    };
    let mut app = throughline::assemble(mock_builder(), |_| Ok(places), Rendering::Usual, file)
        .build(throughline::context())
        .unwrap();
    #[expect(
        deprecated,
        reason = "no loop: one turn runs the set-up, which makes the window"
    )]
    app.run_iteration(|_, _| {});
    let window = app.get_webview_window("main").unwrap();
    Application { app, window, home }
}

impl Application {
    pub(crate) fn path(&self, name: &str) -> String {
        self.home.path().join(name).display().to_string()
    }

    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Calls a command; a refusal is the JSON that the page would get.
    pub(crate) fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        self.call_from(self.window.url().unwrap().as_str(), command, arguments)
    }

    pub(crate) fn call_from(
        &self,
        url: &str,
        command: &str,
        arguments: Value,
    ) -> Result<Value, Value> {
        ask_from(&self.window, url, command, arguments)
    }

    /// Calls a command from a window of that label.
    pub(crate) fn call_in(
        &self,
        label: &str,
        command: &str,
        arguments: Value,
    ) -> Result<Value, Value> {
        ask(&self.window(label), command, arguments)
    }

    pub(crate) fn window(&self, label: &str) -> WebviewWindow<MockRuntime> {
        self.app.get_webview_window(label).unwrap()
    }

    /// The number of the open portfolio; 0, which none has, when none is open.
    pub(crate) fn session(&self) -> u64 {
        self.call("view", json!({}))
            .map_or(0, |view| view["session"].as_u64().unwrap())
    }

    /// The end of the program.
    pub(crate) fn finish(&self) {
        self.app.state::<Worker>().finish();
    }
}

/// Calls a command from the page of a window.
pub(crate) fn ask(
    window: &WebviewWindow<MockRuntime>,
    command: &str,
    arguments: Value,
) -> Result<Value, Value> {
    ask_from(window, window.url().unwrap().as_str(), command, arguments)
}

fn ask_from(
    window: &WebviewWindow<MockRuntime>,
    url: &str,
    command: &str,
    arguments: Value,
) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: command.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: url.parse().unwrap(),
        body: InvokeBody::Json(arguments),
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().unwrap())
}
