//! The snapshot as data: `throughline.snapshot/1`, for programs and for later comparison.

use crate::Frozen;
use crate::figures::Figures;
use crate::headline;
use crate::reach::Reach;
use portfolio::error::{Code, Error, Result, Words};
use portfolio::exchange::json::{self, Canonical};
use portfolio::model::{Date, Lang};
use portfolio::rules::Finding;
use serde::Serialize;

const SCHEMA: &str = "throughline.snapshot/1";

#[derive(Serialize)]
struct Snapshot<'a> {
    schema: &'static str,
    title: &'a str,
    as_of: Date,
    pack: &'a str,
    hash: &'a str,
    sentence: String,
    figures: Figures,
    findings: &'a [Finding],
    portfolio: Canonical,
}

/// The snapshot with its whole portfolio.
///
/// # Errors
/// [`Code::Internal`] when a record cannot be put into JSON, which no record of the model should do.
pub fn json(frozen: &Frozen, lang: Lang) -> Result<String> {
    let reach = Reach::new(frozen);
    let figures = Figures::new(frozen, &reach);
    let snapshot = Snapshot {
        schema: SCHEMA,
        title: &frozen.portfolio.settings().title,
        as_of: frozen.as_of,
        pack: &frozen.pack,
        hash: &frozen.hash,
        sentence: headline::plain(&headline::sentence(&figures, lang)),
        figures,
        findings: &frozen.findings,
        portfolio: json::document(&frozen.portfolio)?,
    };
    let mut text = serde_json::to_string_pretty(&snapshot).map_err(|fault| {
        Error::new(
            Code::Internal,
            Words::new(
                format!(
                    "The snapshot could not be written as JSON ({fault}). Nothing was written."
                ),
                format!(
                    "L’instantané n’a pas pu être écrit en JSON ({fault}). Rien n’a été écrit."
                ),
            ),
            Words::new(
                "This is a fault of Throughline; please report it with this sentence.",
                "C’est un défaut de Throughline ; merci de le signaler avec cette phrase.",
            ),
        )
    })?;
    text.push('\n');
    Ok(text)
}
