//! Reading: bounded, with the place of every fault, and never half a document.

use super::fault::{Found, MOST};
use super::form::Incoming;
use super::place::{self, On, Place};
use super::tree::Tree;
use super::wording::shortened;
use super::{SCHEMA, check, conform, fault, schema, syntax, write};
use crate::error::{Code, Error, Result, Words};
use crate::model::{Portfolio, Record};
use std::io::Read;
use std::path::Path;

/// Longest document that is read, in bytes: some twenty thousand initiatives with all their columns.
pub const MAX_BYTES: u64 = 48 * 1024 * 1024;

const FAMILY: &str = "throughline.portfolio/";
/// The first version that is not read here.
const VERSION_AFTER: u32 = 2;

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
                format!("« {name} » ne peut pas être lu ({fault})."),
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
/// [`Code::TooLarge`]; [`Code::NothingToImport`] for an empty one; [`Code::FileTooNew`] for a later version of the
/// schema; [`Code::NotAPortfolio`] for other JSON; [`Code::NotReadable`], with the place of each fault, for what is
/// not JSON, not what the schema says, or does not hold together.
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<Record>> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_large(name));
    }
    let text = text(name, bytes)?;
    if text.trim_ascii().is_empty() {
        return Err(empty(name));
    }
    as_published(name, text)?;
    // The schema lets nothing through that the types refuse; if it ever did, the place is told all the same.
    let whole: Incoming =
        serde_json::from_str(text).map_err(|fault| not_json(name, text, &fault))?;
    let lists = whole.into_lists();
    let faults = check::faults(&lists);
    if faults.is_empty() {
        Ok(lists.into_iter().flat_map(|(_, records)| records).collect())
    } else {
        Err(fault::refusal(name, text, faults))
    }
}

/// The refusal of a document whose records were read and cannot all be taken: what is told of each stands with the
/// place of that record.
#[must_use]
pub fn refused(name: &str, bytes: &[u8], told: Vec<(Record, Words)>) -> Error {
    let text = text(name, bytes).unwrap_or_default();
    let told = told.into_iter().take(MOST + 1);
    let found = told.map(|(record, words)| {
        let list = super::form::list(&record);
        let pointer = place::record(text, list, record.id().as_str());
        Found {
            pointer: pointer.unwrap_or_else(|| format!("/{list}")),
            on: On::Value,
            words,
        }
    });
    fault::refusal(name, text, found.collect())
}

/// Whether a record by itself is one that a document may hold: its id, its title, its values. Whether what it names
/// is there is another question.
#[must_use]
pub fn is_sound(record: &Record) -> bool {
    let alone = Portfolio::from_records([record.clone()]);
    check::disorder(record).is_none()
        && write(&alone).is_ok_and(|text| as_published("", &text).is_ok())
}

/// The text of a document without its byte order mark.
fn text<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|fault| {
        let at = fault.valid_up_to();
        let byte = bytes.get(at).copied().unwrap_or_default();
        let words = Words::new(
            format!(
                "the byte {byte:02X} (number {} of the file) is not UTF-8",
                at + 1
            ),
            format!(
                "l’octet {byte:02X} (numéro {} du fichier) n’est pas de l’UTF-8",
                at + 1
            ),
        );
        let hint = Words::new(
            "Save it as UTF-8, or export it again from its source.",
            "Enregistrez-le en UTF-8, ou exportez-le de nouveau depuis sa source.",
        );
        Error {
            hint: Box::new(hint),
            ..fault::at(name, Place::of(bytes, at), words)
        }
    })
}

/// Asserts that a text is a document as the published schema says.
pub(super) fn as_published(name: &str, text: &str) -> Result<()> {
    let tree: Tree<'_> =
        serde_json::from_str(text).map_err(|fault| not_json(name, text, &fault))?;
    version(name, text, tree.member("schema").and_then(Tree::text))?;
    let faults = conform::faults(schema::published()?, &tree);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(fault::refusal(name, text, faults))
    }
}

fn not_json(name: &str, text: &str, fault: &serde_json::Error) -> Error {
    let (place, words) = syntax::words(text, fault);
    fault::at(name, place, words)
}

/// Asserts that it is a portfolio, and of the version that is read here.
fn version(name: &str, text: &str, schema: Option<&str>) -> Result<()> {
    if schema == Some(SCHEMA) {
        return Ok(());
    }
    let found = shortened(schema.unwrap_or_default());
    let number = found.strip_prefix(FAMILY).map(str::parse::<u32>);
    let (code, words, hint) = if let Some(Ok(VERSION_AFTER..)) = number {
        (
            Code::FileTooNew,
            Words::new(
                format!("it is written as {found}, and this Throughline reads {SCHEMA}"),
                format!("il est écrit en {found}, et ce Throughline lit {SCHEMA}"),
            ),
            Words::new(
                "Update Throughline, or export the portfolio again for version 1.",
                "Mettez Throughline à jour, ou exportez de nouveau le portefeuille en version 1.",
            ),
        )
    } else {
        (
            Code::NotAPortfolio,
            Words::new(
                format!("this is JSON but not a portfolio, whose “schema” is “{SCHEMA}”"),
                format!("c’est du JSON mais pas un portefeuille, dont « schema » est « {SCHEMA} »"),
            ),
            Words::new(
                "Write one with “thru export FILE --to x.json”, or follow docs/portfolio.schema.json.",
                "Écrivez-en un avec « thru export FICHIER --to x.json », ou suivez docs/portfolio.schema.json.",
            ),
        )
    };
    let found = Found {
        pointer: "/schema".to_owned(),
        on: On::Value,
        words,
    };
    Err(Error {
        code,
        hint: Box::new(hint),
        ..fault::refusal(name, text, vec![found])
    })
}

fn too_large(name: &str) -> Error {
    let limit = MAX_BYTES / (1024 * 1024);
    Error::new(
        Code::TooLarge,
        Words::new(
            format!(
                "“{name}” is larger than {limit} MB, the most that is read. Nothing was imported."
            ),
            format!("« {name} » dépasse {limit} Mo, le maximum qui soit lu. Rien n’a été importé."),
        ),
        Words::new(
            "Split it into several portfolios.",
            "Répartissez-le en plusieurs portefeuilles.",
        ),
    )
}

fn empty(name: &str) -> Error {
    Error::new(
        Code::NothingToImport,
        Words::new(
            format!("“{name}” is empty. Nothing was imported."),
            format!("« {name} » est vide. Rien n’a été importé."),
        ),
        Words::new(
            "Export it again from its source.",
            "Exportez-le de nouveau depuis sa source.",
        ),
    )
}
