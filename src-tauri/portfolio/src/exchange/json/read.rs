//! Reading: bounded, with the place of every fault, and never half a document.

use super::SCHEMA;
use super::check;
use super::form::Incoming;
use crate::error::{Code, Error, Result, Words};
use crate::model::Record;
use serde::Deserialize;
use std::io::Read;
use std::path::Path;

/// Longest document that is read, in bytes: some twenty thousand initiatives with all their columns.
pub const MAX_BYTES: u64 = 48 * 1024 * 1024;

const FAMILY: &str = "throughline.portfolio/";
const VERSION: u32 = 1;

/// Only the first key, so that a newer document is told from a faulty one.
#[derive(Deserialize)]
struct Head {
    #[serde(default)]
    schema: Option<String>,
}

/// The records of a document file, in the order in which they can be inserted.
///
/// # Errors
/// [`Code::FileUnreadable`] and [`Code::TooLarge`] beside those of [`read`].
pub fn read_file(path: &Path) -> Result<Vec<Record>> {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let unreadable = |fault: &std::io::Error| {
        Error::new(
            Code::FileUnreadable,
            Words::new(
                format!("“{name}” cannot be read ({fault})."),
                format!("« {name} » ne peut pas être lu ({fault})."),
            ),
            Words::new(
                "Nothing was imported. Check that the file is there and that you may read it.",
                "Rien n’a été importé. Vérifiez que le fichier existe et que vous pouvez le lire.",
            ),
        )
    };
    let file = std::fs::File::open(path).map_err(|fault| unreadable(&fault))?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|fault| unreadable(&fault))?;
    read(&name, &bytes)
}

/// The records of a document, in the order in which they can be inserted. `name` is what errors call it.
///
/// # Errors
/// [`Code::TooLarge`]; [`Code::FileTooNew`] for a later version of the schema; [`Code::NotAPortfolio`] for other
/// JSON; [`Code::NotReadable`] with line and column for what is not JSON or not a record of ours;
/// [`Code::BadId`], [`Code::BadValue`] and [`Code::NotFound`] for ids, values and references that do not hold.
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<Record>> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_large(name));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let head: Head = serde_json::from_slice(bytes).map_err(|fault| not_readable(name, &fault))?;
    version(name, head.schema.as_deref())?;
    let whole: Incoming =
        serde_json::from_slice(bytes).map_err(|fault| not_readable(name, &fault))?;
    let mut records = vec![Record::Settings(whole.settings.with_title(whole.title))];
    records.extend(whole.sources.into_iter().map(Record::Source));
    records.extend(whole.elements.into_iter().map(Record::Element));
    records.extend(whole.canvases.into_iter().map(|it| Record::Canvas(it.0)));
    records.extend(whole.links.into_iter().map(Record::Link));
    records.extend(
        whole
            .placements
            .into_iter()
            .map(|it| Record::Placement(it.0)),
    );
    records.extend(whole.readings.into_iter().map(|it| Record::Reading(it.0)));
    records.extend(
        whole
            .status_reports
            .into_iter()
            .map(|it| Record::StatusReport(it.0)),
    );
    records.extend(whole.imports.into_iter().map(|it| Record::Import(it.0)));
    records.extend(whole.waivers.into_iter().map(Record::Waiver));
    records.extend(whole.own_rules.into_iter().map(Record::OwnRule));
    check::all(name, &records)?;
    Ok(records)
}

fn version(name: &str, schema: Option<&str>) -> Result<()> {
    match schema {
        Some(SCHEMA) => Ok(()),
        Some(other) => match other.strip_prefix(FAMILY).map(str::parse::<u32>) {
            Some(Ok(number)) if number > VERSION => Err(Error::new(
                Code::FileTooNew,
                Words::new(
                    format!(
                        "“{name}” is written as {other}; this Throughline reads {SCHEMA}. Nothing was imported."
                    ),
                    format!(
                        "« {name} » est écrit en {other} ; ce Throughline lit {SCHEMA}. Rien n’a été importé."
                    ),
                ),
                Words::new(
                    "Update Throughline, or export the portfolio again for version 1.",
                    "Mettez Throughline à jour, ou exportez de nouveau le portefeuille en version 1.",
                ),
            )),
            _ => Err(not_a_portfolio(name, &shortened(other))),
        },
        None => Err(not_a_portfolio(name, "–")),
    }
}

fn shortened(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(60).collect()
}

fn not_a_portfolio(name: &str, found: &str) -> Error {
    Error::new(
        Code::NotAPortfolio,
        Words::new(
            format!(
                "“{name}” is JSON but not a portfolio: its “schema” is “{found}” where “{SCHEMA}” is expected. Nothing was imported."
            ),
            format!(
                "« {name} » est du JSON mais pas un portefeuille : son « schema » est « {found} » au lieu de « {SCHEMA} ». Rien n’a été importé."
            ),
        ),
        Words::new(
            "Write one with “thru export FILE --to x.json”, or follow docs/portfolio.schema.json.",
            "Écrivez-en un avec « thru export FICHIER --to x.json », ou suivez docs/portfolio.schema.json.",
        ),
    )
}

fn too_large(name: &str) -> Error {
    let limit = MAX_BYTES / (1024 * 1024);
    Error::new(
        Code::TooLarge,
        Words::new(
            format!(
                "“{name}” is larger than {limit} MB, the most that is read. Nothing was imported."
            ),
            format!("« {name} » dépasse {limit} Mo, le maximum qui soit lu. Rien n’a été importé."),
        ),
        Words::new(
            "Split it into several portfolios.",
            "Répartissez-le en plusieurs portefeuilles.",
        ),
    )
}

fn not_readable(name: &str, fault: &serde_json::Error) -> Error {
    let (line, column) = (fault.line(), fault.column());
    let full = fault.to_string();
    let place = format!(" at line {line} column {column}");
    let what = full.strip_suffix(&place).unwrap_or(&full);
    Error::new(
        Code::NotReadable,
        Words::new(
            format!("“{name}”, line {line}, column {column}: {what}. Nothing was imported."),
            format!("« {name} », ligne {line}, colonne {column} : {what}. Rien n’a été importé."),
        ),
        Words::new(
            "Put it right at that place; docs/portfolio.schema.json says what is expected.",
            "Corrigez à cet endroit ; docs/portfolio.schema.json dit ce qui est attendu.",
        ),
    )
}
