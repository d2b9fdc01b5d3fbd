//! The window around the page: how it is made, its title, its menu, and what it tells other windows.

use crate::ipc::ChangedElsewhere;
use crate::menu;
use portfolio::model::{Lang, Record};
use portfolio::workspace::{Changed, View};
use tauri::utils::config::Color;
use tauri::{App, EventTarget, Manager, Runtime, Theme, WebviewWindow, WebviewWindowBuilder};
use tauri_specta::Event;

pub(crate) const NAME: &str = "Throughline";
/// The page's paper, light and dark, so that the window does not flash white before the page is there.
const LIGHT: Color = Color(0xF6, 0xF5, 0xF1, 0xFF);
const DARK: Color = Color(0x14, 0x15, 0x18, 0xFF);

/// Makes the main window as `tauri.conf.json` describes it. It is shown once it has the right colour.
///
/// # Errors
/// The system refuses a window.
pub(crate) fn make<R: Runtime>(app: &App<R>) -> tauri::Result<()> {
    for config in &app.config().app.windows {
        let window = WebviewWindowBuilder::from_config(app, config)?
            .background_color(LIGHT)
            .visible(false)
            .build()?;
        if matches!(window.theme(), Ok(Theme::Dark)) {
            window.set_background_color(Some(DARK))?;
        }
        window.show()?;
    }
    Ok(())
}

/// Puts the portfolio's title into the window's title and hands the view on.
pub(crate) fn entitled<R: Runtime>(window: &WebviewWindow<R>, view: View) -> View {
    if let Some(title) = view.records.iter().find_map(title_in) {
        show_title(window, title);
    }
    view
}

/// After a change: follows a new title, tells the other windows, and hands the change on.
pub(crate) fn told<R: Runtime>(window: &WebviewWindow<R>, changed: Changed) -> Changed {
    let title = changed
        .diff
        .changes
        .iter()
        .find_map(|it| it.after.as_ref().and_then(title_in));
    if let Some(title) = title {
        show_title(window, title);
    }
    if window.app_handle().webview_windows().len() > 1 {
        let event = ChangedElsewhere {
            origin: window.label().to_owned(),
            changed: changed.clone(),
        };
        // A window that is just closing does not hear it, and need not.
        let _ = event.emit_filter(window, |target| {
            !matches!(target, EventTarget::WebviewWindow { label } if label == window.label())
        });
    }
    changed
}

/// No portfolio is open any more.
pub(crate) fn untitled<R: Runtime>(window: &WebviewWindow<R>) {
    show_title(window, "");
}

/// The menu in another language.
pub(crate) fn speak<R: Runtime>(window: &WebviewWindow<R>, lang: Lang) {
    menu::show(window.app_handle(), lang);
}

fn title_in(record: &Record) -> Option<&str> {
    match record {
        Record::Settings(settings) => Some(&settings.title),
        _ => None,
    }
}

fn show_title<R: Runtime>(window: &WebviewWindow<R>, portfolio: &str) {
    let title = if portfolio.is_empty() {
        NAME.to_owned()
    } else {
        format!("{portfolio} – {NAME}")
    };
    // A title that cannot be shown is no reason to fail a command that succeeded.
    let _ = window.set_title(&title);
}
