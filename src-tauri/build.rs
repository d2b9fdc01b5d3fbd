//! Tells Tauri where the capability and the permissions are: they live beside the shell, not at the root.

const CAPABILITIES: &str = "./src-tauri/capabilities/**/*";
const PERMISSIONS: &str = "./src-tauri/permissions/**/*";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=src-tauri/permissions");
    let manifest = tauri_build::AppManifest::new().permissions_path_pattern(PERMISSIONS);
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern(CAPABILITIES)
        .app_manifest(manifest);
    tauri_build::try_build(attributes)?;
    link_common_controls();
    Ok(())
}

/// On Windows a program with system dialogues does not load without this manifest. `tauri_build` gives it to the
/// application only; tests and examples that link Tauri need it too.
fn link_common_controls() {
    const MANIFEST: &str = "/MANIFESTDEPENDENCY:type='win32' name='Microsoft.Windows.Common-Controls' \
        version='6.0.0.0' processorArchitecture='*' publicKeyToken='6595b64144ccf1df' language='*'";

    if std::env::var("CARGO_CFG_TARGET_ENV").as_deref() == Ok("msvc") {
        for kind in ["tests", "examples"] {
            println!("cargo:rustc-link-arg-{kind}=/MANIFEST:EMBED");
            println!("cargo:rustc-link-arg-{kind}={MANIFEST}");
        }
    }
}
