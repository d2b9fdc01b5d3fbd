//! Building the three things people start: the interface, the desktop application, the command line.

use std::path::PathBuf;

use crate::fault::Fault;
use crate::node::npm;
use crate::place::Place;
use crate::spawn::{cargo, loudly};

/// What stands in `ui/dist` until the interface is built, because the application embeds that folder as it compiles.
const PLACEHOLDER: &str = "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Throughline</title>\n\
                           <p>The interface is not built yet: <code>cargo xtask run</code> builds it.</p>\n";

/// Makes sure that `ui/dist` holds something to embed.
///
/// # Errors
/// When the folder cannot be written.
pub(crate) fn placeholder(place: &Place) -> Result<(), Fault> {
    let page = place.ui().join("dist").join("index.html");
    if page.is_file() {
        return Ok(());
    }
    std::fs::create_dir_all(place.ui().join("dist"))
        .and_then(|()| std::fs::write(&page, PLACEHOLDER))
        .map_err(|cause| Fault::new(format!("{} cannot be written: {cause}.", page.display())))
}

/// Builds the interface into `ui/dist`.
///
/// # Errors
/// When the build fails.
pub(crate) fn interface(place: &Place) -> Result<(), Fault> {
    loudly(&mut npm(&place.ui(), &["run", "build"]))
}

/// Builds the desktop application with the interface embedded and gives its path.
///
/// It is a development build: the release profile takes several times as long, and what is slow in an
/// unoptimised program (SQLite, the web view) is not compiled by us or is optimised by its own flags.
///
/// # Errors
/// When the build fails.
pub(crate) fn application(place: &Place) -> Result<PathBuf, Fault> {
    loudly(cargo(&place.root).args([
        "build",
        "--package",
        "throughline",
        "--features",
        "custom-protocol",
    ]))?;
    Ok(place.built("throughline"))
}

/// Builds the command line and gives its path. Needs neither WebKit nor npm.
///
/// # Errors
/// When the build fails.
pub(crate) fn command_line(place: &Place) -> Result<PathBuf, Fault> {
    loudly(cargo(&place.root).args(["build", "--package", "thru"]))?;
    Ok(place.built("thru"))
}
