//! The shell: the only Rust that knows Tauri.
pub mod bindings;
mod error;
pub mod ipc;
mod memory;
mod rendering;
pub fn run() -> std::process::ExitCode {
    let _ = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_single_instance::init(|_, _, _| {}))
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .run(tauri::generate_context!());
    std::process::ExitCode::SUCCESS
}
