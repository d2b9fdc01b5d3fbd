#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

//! The desktop application.

fn main() -> std::process::ExitCode {
    throughline::run()
}
