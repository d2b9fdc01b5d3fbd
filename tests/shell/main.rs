//! The only test program linked with Tauri: the application on the mock runtime, without a window.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod application;
mod bindings;
mod commands;
mod outside;
mod pictures;
mod security;
mod windows;
