//! The list of commands and events, and the TypeScript made from it. All of specta's release candidate stands
//! in this file and in one test.

use crate::error::Failure;
use crate::rendering::Rendering;
use portfolio::edit::Edit;
use portfolio::rules::RuleText;
use portfolio::workspace::{Changed, View};
use tauri::Runtime;
use tauri_specta::{Builder, ErrorHandlingMode};

pub fn builder<R: Runtime>() -> Builder<R> {
    Builder::<R>::new()
        .error_handling(ErrorHandlingMode::Throw)
        .disable_serde_phases()
        .typ::<Edit>()
        .typ::<View>()
        .typ::<Changed>()
        .typ::<RuleText>()
        .typ::<Failure>()
        .typ::<Rendering>()
        .typ::<crate::memory::Recent>()
}
