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
    Ok(())
}
