//! The menu bar of macOS, where an application without one is not one. Elsewhere the page shows its own menus,
//! because a bar drawn by the system would stand out from them.
//!
//! Entries carry the same names as the page's actions; the page decides what they do.

use crate::frame;
use crate::ipc::MenuChosen;
use portfolio::error::Words;
use portfolio::model::Lang;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::menu::{Menu, MenuBuilder, MenuItem, Submenu, SubmenuBuilder};
use tauri::{AppHandle, EventTarget, Runtime};
use tauri_specta::Event;

/// What the page is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum MenuAction {
    New,
    NewWindow,
    Open,
    Import,
    Snapshot,
    Picture,
    Export,
    Undo,
    Redo,
    ZoomIn,
    ZoomOut,
    ZoomFit,
    Palette,
    Shortcuts,
    About,
}

impl MenuAction {
    const ALL: [Self; 15] = [
        Self::New,
        Self::NewWindow,
        Self::Open,
        Self::Import,
        Self::Snapshot,
        Self::Picture,
        Self::Export,
        Self::Undo,
        Self::Redo,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomFit,
        Self::Palette,
        Self::Shortcuts,
        Self::About,
    ];

    fn id(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::NewWindow => "new_window",
            Self::Open => "open",
            Self::Import => "import",
            Self::Snapshot => "snapshot",
            Self::Picture => "picture",
            Self::Export => "export",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::ZoomIn => "zoom_in",
            Self::ZoomOut => "zoom_out",
            Self::ZoomFit => "zoom_fit",
            Self::Palette => "palette",
            Self::Shortcuts => "shortcuts",
            Self::About => "about",
        }
    }

    fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.id() == id)
    }

    fn words(self) -> Words {
        match self {
            Self::New => Words::new("New…", "Nouveau…"),
            Self::NewWindow => Words::new("New Window", "Nouvelle fenêtre"),
            Self::Open => Words::new("Open…", "Ouvrir…"),
            Self::Import => Words::new("Import a Spreadsheet…", "Importer un tableur…"),
            Self::Snapshot => Words::new("Snapshot…", "Instantané…"),
            Self::Picture => Words::new("Picture of the Map…", "Image de la carte…"),
            Self::Export => Words::new("Export…", "Exporter…"),
            Self::Undo => Words::new("Undo", "Annuler"),
            Self::Redo => Words::new("Redo", "Rétablir"),
            Self::ZoomIn => Words::new("Zoom In", "Agrandir"),
            Self::ZoomOut => Words::new("Zoom Out", "Réduire"),
            Self::ZoomFit => Words::new("Show Everything", "Tout afficher"),
            Self::Palette => {
                Words::new("Search or Run a Command", "Chercher ou lancer une commande")
            }
            Self::Shortcuts => Words::new("Keyboard Shortcuts", "Raccourcis clavier"),
            Self::About => Words::new("About Throughline", "À propos de Throughline"),
        }
    }

    fn keys(self) -> Option<&'static str> {
        match self {
            Self::New => Some("CmdOrCtrl+N"),
            Self::NewWindow => Some("CmdOrCtrl+Shift+N"),
            Self::Open => Some("CmdOrCtrl+O"),
            Self::Import => Some("CmdOrCtrl+I"),
            Self::Undo => Some("CmdOrCtrl+Z"),
            Self::Redo => Some("CmdOrCtrl+Shift+Z"),
            Self::ZoomIn => Some("CmdOrCtrl+="),
            Self::ZoomOut => Some("CmdOrCtrl+-"),
            Self::ZoomFit => Some("CmdOrCtrl+0"),
            Self::Palette => Some("CmdOrCtrl+K"),
            Self::Picture => Some("CmdOrCtrl+Shift+E"),
            Self::Snapshot | Self::Export | Self::Shortcuts | Self::About => None,
        }
    }
}

/// Shows the bar in a language, where there is one.
pub(crate) fn show<R: Runtime>(app: &AppHandle<R>, lang: Lang) {
    if cfg!(target_os = "macos")
        && let Ok(bar) = bar(app, lang)
    {
        // Without a bar everything can still be done in the page.
        let _ = app.set_menu(bar);
    }
}

/// Tells the page what was chosen: that of the window in front, for the bar belongs to all of them.
pub(crate) fn chosen<R: Runtime>(app: &AppHandle<R>, id: &str) {
    if let (Some(action), Some(label)) = (MenuAction::of(id), frame::in_front(app)) {
        let _ = MenuChosen { action }.emit_to(app, EventTarget::webview_window(label));
    }
}

fn bar<R: Runtime>(app: &AppHandle<R>, lang: Lang) -> tauri::Result<Menu<R>> {
    use MenuAction::{
        About, Export, Import, New, NewWindow, Open, Palette, Picture, Redo, Shortcuts, Snapshot,
        Undo, ZoomFit, ZoomIn, ZoomOut,
    };
    let word = |en: &str, fr: &str| Words::new(en, fr).get(lang).to_owned();
    let application = SubmenuBuilder::new(app, frame::NAME)
        .item(&item(app, About, lang)?)
        .separator()
        .hide()
        .hide_others()
        .separator()
        .quit()
        .build()?;
    let file = group(
        app,
        word("File", "Fichier"),
        &[New, NewWindow, Open, Import, Snapshot, Picture, Export],
        lang,
    )?;
    // Cut, copy and paste reach text fields only through the system's own entries.
    let edit = SubmenuBuilder::new(app, word("Edit", "Édition"))
        .item(&item(app, Undo, lang)?)
        .item(&item(app, Redo, lang)?)
        .separator()
        .cut()
        .copy()
        .paste()
        .select_all()
        .build()?;
    let view = group(
        app,
        word("View", "Présentation"),
        &[ZoomIn, ZoomOut, ZoomFit, Palette],
        lang,
    )?;
    let help = group(app, word("Help", "Aide"), &[Shortcuts], lang)?;
    MenuBuilder::new(app)
        .items(&[&application, &file, &edit, &view, &help])
        .build()
}

fn group<R: Runtime>(
    app: &AppHandle<R>,
    title: String,
    actions: &[MenuAction],
    lang: Lang,
) -> tauri::Result<Submenu<R>> {
    let mut group = SubmenuBuilder::new(app, title);
    for action in actions {
        group = group.item(&item(app, *action, lang)?);
    }
    group.build()
}

fn item<R: Runtime>(
    app: &AppHandle<R>,
    action: MenuAction,
    lang: Lang,
) -> tauri::Result<MenuItem<R>> {
    MenuItem::with_id(
        app,
        action.id(),
        action.words().get(lang),
        true,
        action.keys(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_found_by_the_name_that_the_page_receives() {
        for action in MenuAction::ALL {
            assert_eq!(MenuAction::of(action.id()), Some(action));
            assert_eq!(serde_json::to_value(action).ok(), Some(action.id().into()));
        }
        assert_eq!(MenuAction::of("quit"), None);
    }

    #[test]
    fn no_two_actions_share_their_keys() {
        let mut keys: Vec<_> = MenuAction::ALL.iter().filter_map(|it| it.keys()).collect();
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }
}
