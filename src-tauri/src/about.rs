//! What the application says of itself.

use crate::rendering::Rendering;
use serde::{Deserialize, Serialize};
use specta::Type;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Platform {
    Linux,
    Macos,
    Windows,
    Other,
}

impl Platform {
    #[must_use]
    pub fn here() -> Self {
        match std::env::consts::OS {
            "linux" => Self::Linux,
            "macos" => Self::Macos,
            "windows" => Self::Windows,
            _ => Self::Other,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct About {
    pub version: String,
    pub platform: Platform,
    /// Version of the system's web engine, when it tells.
    pub web_engine: Option<String>,
    pub rendering: Rendering,
    /// Version of the rule pack.
    pub pack: String,
}

impl About {
    #[must_use]
    pub fn here(rendering: Rendering) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            platform: Platform::here(),
            web_engine: tauri::webview_version().ok(),
            rendering,
            pack: portfolio::rules::PACK.to_owned(),
        }
    }
}
