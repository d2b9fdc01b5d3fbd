//! The list of commands and events, in one place. `permissions/commands.toml` repeats the names; a test
//! compares the two.

use crate::menu::MenuAction;
use portfolio::workspace::{Apart, Changed};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::Runtime;
use tauri_specta::{Builder, Commands, ErrorHandlingMode, Event, collect_commands, collect_events};

/// Another window changed the portfolio, or a file that is only read here was changed.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
pub struct ChangedElsewhere {
    /// The label of that window, or `file`.
    pub origin: String,
    /// The portfolio that was changed, as `View::session` names it.
    pub session: u32,
    pub changed: Changed,
}

/// Another window opened, made or closed a portfolio, or chose a language. Whoever hears it asks `start` and
/// `view` again, because all windows show the same portfolio in the same language.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type, Event)]
pub struct DeskChanged;

/// Somebody else changed the file, or (`null`) it is again as it was left here.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
pub struct GrownApart {
    pub apart: Option<Apart>,
}

/// The system asks for a file to be opened while the application runs. The command `pending` tells which.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, Type, Event)]
pub struct Pending;

/// An entry of the system's menu bar was chosen.
#[derive(Debug, Clone, Serialize, Deserialize, Type, Event)]
pub struct MenuChosen {
    pub action: MenuAction,
}

/// The commands need the runtime as a concrete type, once for the application and once for the tests.
macro_rules! list {
    ($runtime:path) => {
        collect_commands![
            crate::commands::start,
            crate::commands::about,
            crate::commands::pending,
            crate::commands::create::<$runtime>,
            crate::commands::create_beside,
            crate::commands::open::<$runtime>,
            crate::commands::open_sample::<$runtime>,
            crate::commands::close::<$runtime>,
            crate::commands::new_window::<$runtime>,
            crate::commands::fill_screen::<$runtime>,
            crate::commands::view,
            crate::commands::edit::<$runtime>,
            crate::commands::undo::<$runtime>,
            crate::commands::redo::<$runtime>,
            crate::commands::history,
            crate::commands::past,
            crate::commands::preview_import,
            crate::commands::import::<$runtime>,
            crate::commands::rule_catalog,
            crate::rule_commands::own_rules,
            crate::rule_commands::preview_rule,
            crate::rule_commands::rule_help,
            crate::rule_commands::accept_rules,
            crate::rule_commands::export_rules,
            crate::rule_commands::preview_rules,
            crate::rule_commands::import_rules::<$runtime>,
            crate::finding_commands::idle_rules,
            crate::finding_commands::judge_as_of::<$runtime>,
            crate::finding_commands::trend,
            crate::finding_commands::judged,
            crate::finding_commands::judge,
            crate::score_commands::score,
            crate::score_commands::objective_score,
            crate::score_commands::score_since,
            crate::score_commands::myths,
            crate::commands::save_snapshot,
            crate::commands::export,
            crate::picture_commands::export_picture::<$runtime>,
            crate::picture_commands::stop_picture::<$runtime>,
            crate::picture_commands::export_pages::<$runtime>,
            crate::picture_commands::print_pages::<$runtime>,
            crate::commands::set_language::<$runtime>,
            crate::outside::look::<$runtime>,
            crate::outside::reconcile::<$runtime>,
            crate::outside::take_theirs::<$runtime>,
            crate::outside::keep_copy::<$runtime>,
            crate::outside::recover::<$runtime>,
        ]
    };
}

/// A runtime for which the list of commands exists.
pub trait Host: Runtime {
    fn commands() -> Commands<Self>;
}

impl Host for tauri::Wry {
    fn commands() -> Commands<Self> {
        list!(tauri::Wry)
    }
}

#[cfg(feature = "test")]
impl Host for tauri::test::MockRuntime {
    fn commands() -> Commands<Self> {
        list!(tauri::test::MockRuntime)
    }
}

/// Commands and events, ready to be mounted on an application or written out as TypeScript.
#[must_use]
pub fn builder<R: Host>() -> Builder<R> {
    Builder::<R>::new()
        .error_handling(ErrorHandlingMode::Throw)
        .disable_serde_phases()
        .commands(R::commands())
        .events(collect_events![
            ChangedElsewhere,
            DeskChanged,
            GrownApart,
            Pending,
            MenuChosen
        ])
}
