//! The windows around the page: how they are made, their titles, their menu, and what they tell each other.
//!
//! All windows of the program show the one portfolio that lies on the desk. What is told to them is told on the
//! thread of the worker, within the job that changed something, so that every window hears it in that order.

use crate::ipc::{ChangedElsewhere, DeskChanged, GrownApart};
use crate::menu;
use portfolio::error::Words;
use portfolio::model::{Lang, Record};
use portfolio::workspace::{Apart, Changed, View};
use portfolio::{Code, Error};
use tauri::utils::config::{Color, WindowConfig};
use tauri::{App, AppHandle, EventTarget, Manager, Runtime, Theme};
use tauri::{PhysicalPosition, PhysicalSize, WebviewWindow, WebviewWindowBuilder};
use tauri_specta::Event;

pub(crate) const NAME: &str = "Throughline";
/// The window that the program starts with; the only one whose size and place are kept.
pub(crate) const MAIN: &str = "main";
/// The page's paper, light and dark, so that the window does not flash white before the page is there.
const LIGHT: Color = Color(0xF6, 0xF5, 0xF1, 0xFF);
const DARK: Color = Color(0x14, 0x15, 0x18, 0xFF);
/// How far a further window stands below and beside the one it was asked for in, before scaling.
const STEP: f64 = 32.0;

/// Makes the main window as `tauri.conf.json` describes it.
///
/// # Errors
/// The system refuses a window.
pub(crate) fn make<R: Runtime>(app: &App<R>) -> tauri::Result<()> {
    for config in &app.config().app.windows {
        show(&hidden(app.handle(), config)?)?;
    }
    Ok(())
}

/// Makes a further window on the portfolio that is open, beside the one in which it was asked for.
///
/// # Errors
/// The system refuses a window.
pub(crate) fn make_another<R: Runtime>(
    asking: &WebviewWindow<R>,
    portfolio: &str,
) -> tauri::Result<()> {
    let app = asking.app_handle();
    let main = app.config().app.windows.iter().find(|it| it.label == MAIN);
    let config = WindowConfig {
        label: free_label(app),
        ..main.cloned().unwrap_or_default()
    };
    let window = hidden(app, &config)?;
    set_title(&window, portfolio);
    // Where it cannot be placed the system places it.
    let _ = place_beside(&window, asking);
    show(&window)
}

/// The system gave none; everything else is as it was.
pub(crate) fn no_window() -> Error {
    Error::new(
        Code::Internal,
        Words::new(
            "The system did not give Throughline another window. Everything is as it was.",
            "Le système n’a pas donné d’autre fenêtre à Throughline. Rien n’a changé.",
        ),
        Words::new(
            "Close another program and try again; this window can be used as before.",
            "Fermez un autre programme et réessayez ; cette fenêtre reste utilisable.",
        ),
    )
}

/// The window is shown once it has the right colour.
fn hidden<R: Runtime>(
    app: &AppHandle<R>,
    config: &WindowConfig,
) -> tauri::Result<WebviewWindow<R>> {
    WebviewWindowBuilder::from_config(app, config)?
        .background_color(LIGHT)
        .visible(false)
        .build()
}

fn show<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    if matches!(window.theme(), Ok(Theme::Dark)) {
        window.set_background_color(Some(DARK))?;
    }
    window.show()
}

/// `window-2`, `window-3` …: the capability speaks of `main` and `window-*`.
fn free_label<R: Runtime>(app: &AppHandle<R>) -> String {
    let mut number = 2_u32;
    while app
        .get_webview_window(&format!("window-{number}"))
        .is_some()
    {
        number += 1;
    }
    format!("window-{number}")
}

/// As large as the other and a little below and beside it, but within the screen. One that fills its screen
/// is no measure: then the configured size stays.
fn place_beside<R: Runtime>(
    window: &WebviewWindow<R>,
    other: &WebviewWindow<R>,
) -> tauri::Result<()> {
    if other.is_maximized()? || other.is_fullscreen()? {
        return Ok(());
    }
    let (at, size) = (other.outer_position()?, other.inner_size()?);
    if size.width == 0 || size.height == 0 {
        return Ok(());
    }
    window.set_size(size)?;
    let step = (STEP * other.scale_factor()?).round() as i32;
    let screen = other.current_monitor()?;
    let screen = screen.map(|it| *it.work_area());
    window.set_position(within(
        PhysicalPosition::new(at.x + step, at.y + step),
        other.outer_size()?,
        screen.map(|it| (it.position, it.size)),
    ))
}

/// The place, moved so far that a window of that size stands on the screen, its upper left corner first of all.
fn within(
    at: PhysicalPosition<i32>,
    size: PhysicalSize<u32>,
    screen: Option<(PhysicalPosition<i32>, PhysicalSize<u32>)>,
) -> PhysicalPosition<i32> {
    let Some((corner, room)) = screen else {
        return at;
    };
    let fit = |at: i32, long: u32, from: i32, room: u32| {
        let last = i64::from(from) + i64::from(room) - i64::from(long);
        i32::try_from(i64::from(at).min(last)).map_or(from, |it| it.max(from))
    };
    PhysicalPosition::new(
        fit(at.x, size.width, corner.x, room.width),
        fit(at.y, size.height, corner.y, room.height),
    )
}

/// The label of the window that has the keyboard; of any one when none has it.
pub(crate) fn in_front<R: Runtime>(app: &AppHandle<R>) -> Option<String> {
    let windows = app.webview_windows();
    let front = windows
        .iter()
        .find(|(_, window)| window.is_focused().unwrap_or(false));
    front
        .or(windows.iter().next())
        .map(|(label, _)| label.clone())
}

/// Another portfolio lies on the desk: its title stands on all windows, the other ones follow, and the view is
/// handed on.
pub(crate) fn entitled<R: Runtime>(window: &WebviewWindow<R>, view: View) -> View {
    let title = view.records.iter().find_map(title_in).unwrap_or_default();
    show_title(window, title);
    tell_others(window, &DeskChanged);
    view
}

/// After a change: follows a new title, tells the other windows, and hands the change on.
pub(crate) fn told<R: Runtime>(
    window: &WebviewWindow<R>,
    session: u32,
    changed: Changed,
) -> Changed {
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
            session,
            changed: changed.clone(),
        };
        tell_others(window, &event);
    }
    changed
}

/// The other windows hear how the file and what is open have grown apart, or that they are one again.
pub(crate) fn grown_apart<R: Runtime>(
    window: &WebviewWindow<R>,
    apart: Option<Apart>,
) -> Option<Apart> {
    let event = GrownApart { apart };
    tell_others(window, &event);
    event.apart
}

/// No portfolio is open any more.
pub(crate) fn untitled<R: Runtime>(window: &WebviewWindow<R>) {
    show_title(window, "");
    tell_others(window, &DeskChanged);
}

/// The menu in another language.
pub(crate) fn speak<R: Runtime>(window: &WebviewWindow<R>, lang: Lang) {
    menu::show(window.app_handle(), lang);
}

/// The other windows ask again what they show and in which language.
pub(crate) fn follow<R: Runtime>(window: &WebviewWindow<R>) {
    tell_others(window, &DeskChanged);
}

fn tell_others<R: Runtime>(
    window: &WebviewWindow<R>,
    event: &(impl Event + Clone + serde::Serialize),
) {
    // A window that is just closing does not hear it, and need not.
    let _ = event.emit_filter(
        window,
        |target| matches!(target, EventTarget::WebviewWindow { label } if label != window.label()),
    );
}

fn title_in(record: &Record) -> Option<&str> {
    match record {
        Record::Settings(settings) => Some(&settings.title),
        _ => None,
    }
}

fn show_title<R: Runtime>(window: &WebviewWindow<R>, portfolio: &str) {
    for window in window.app_handle().webview_windows().values() {
        set_title(window, portfolio);
    }
}

fn set_title<R: Runtime>(window: &WebviewWindow<R>, portfolio: &str) {
    let title = if portfolio.is_empty() {
        NAME.to_owned()
    } else {
        format!("{portfolio} – {NAME}")
    };
    // A title that cannot be shown is no reason to fail a command that succeeded.
    let _ = window.set_title(&title);
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCREEN: Option<(PhysicalPosition<i32>, PhysicalSize<u32>)> = Some((
        PhysicalPosition { x: 0, y: 24 },
        PhysicalSize {
            width: 1920,
            height: 1056,
        },
    ));

    fn placed(x: i32, y: i32, width: u32, height: u32) -> (i32, i32) {
        let at = within(
            PhysicalPosition::new(x, y),
            PhysicalSize::new(width, height),
            SCREEN,
        );
        (at.x, at.y)
    }

    #[test]
    fn a_further_window_stands_on_the_screen() {
        assert_eq!(placed(132, 132, 1280, 800), (132, 132));
        assert_eq!(placed(700, 400, 1280, 800), (640, 280));
        // One larger than the screen begins at its corner, where its title can be reached.
        assert_eq!(placed(32, 56, 2400, 1400), (0, 24));
    }

    #[test]
    fn without_a_known_screen_the_place_is_left_alone() {
        let at = PhysicalPosition::new(5000, -40);
        assert_eq!(within(at, PhysicalSize::new(10, 10), None), at);
    }
}
