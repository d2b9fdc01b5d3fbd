//! A rule pack: rules of one's own from one portfolio to another, as `throughline.rules/1`.
//!
//! Reading takes a file from anywhere, so it is bounded and answers with plain rules; that they are off until
//! somebody accepts them is for whoever owns the portfolio.

use crate::error::{Code, Error, Result, Words};
use crate::model::OwnRule;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The first key of every pack, and the version that is written.
pub const PACK_SCHEMA: &str = "throughline.rules/1";

/// Largest pack that is read, in bytes: a thousand rules of the longest kind that anybody writes.
const LARGEST: usize = 4 << 20;
/// Most rules in one pack.
const MOST: usize = 1_000;
/// The byte order mark that some editors write before everything.
const MARK: &[u8] = b"\xEF\xBB\xBF";

#[derive(Serialize)]
struct Outgoing<'a> {
    schema: &'static str,
    rules: Vec<&'a OwnRule>,
}

#[derive(Deserialize)]
struct Incoming {
    rules: Vec<OwnRule>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Head {
    schema: Option<String>,
}

/// Whether a file says of itself that it is a rule pack, of whatever version.
#[must_use]
pub fn is_pack(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let head: Head = serde_json::from_slice(bytes).unwrap_or_default();
    head.schema
        .is_some_and(|it| it.starts_with("throughline.rules/"))
}

/// The whole file, rules in the order of their codes; the same rules give the same bytes.
///
/// # Errors
/// `Internal` when it cannot be written as JSON, which would be a fault of ours.
pub fn write_pack<'a>(rules: impl Iterator<Item = &'a OwnRule>) -> Result<String> {
    let mut rules: Vec<&OwnRule> = rules.collect();
    rules.sort_by(|a, b| (&a.code, &a.id).cmp(&(&b.code, &b.id)));
    let pack = Outgoing {
        schema: PACK_SCHEMA,
        rules,
    };
    let mut text = serde_json::to_string_pretty(&pack).map_err(|fault| {
        Error::new(
            Code::Internal,
            Words::new(
                format!("The rules could not be written as JSON ({fault}). Nothing was written."),
                format!(
                    "Les règles n’ont pas pu être écrites en JSON ({fault}). Rien n’a été écrit."
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

/// The rules of a pack.
///
/// # Errors
/// `TooLarge`, `NotReadable`, `FileTooNew`, `BadId` and `BadValue`, each naming the file.
pub fn read_pack(name: &str, bytes: &[u8]) -> Result<Vec<OwnRule>> {
    if bytes.len() > LARGEST {
        return Err(refused(
            Code::TooLarge,
            format!("“{name}” is larger than a rule pack can be."),
            format!("« {name} » est plus grand qu’un paquet de règles ne peut l’être."),
        ));
    }
    let bytes = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let head: Head = serde_json::from_slice(bytes).map_err(|fault| not_readable(name, &fault))?;
    match head.schema.as_deref() {
        Some(PACK_SCHEMA) => {}
        Some(newer) if newer.starts_with("throughline.rules/") => {
            return Err(refused(
                Code::FileTooNew,
                format!("“{name}” is written as {newer}; this Throughline reads {PACK_SCHEMA}."),
                format!("« {name} » est écrit en {newer} ; ce Throughline lit {PACK_SCHEMA}."),
            ));
        }
        _ => {
            return Err(refused(
                Code::NotReadable,
                format!("“{name}” is not a rule pack."),
                format!("« {name} » n’est pas un paquet de règles."),
            ));
        }
    }
    let pack: Incoming =
        serde_json::from_slice(bytes).map_err(|fault| not_readable(name, &fault))?;
    if pack.rules.len() > MOST {
        return Err(refused(
            Code::TooLarge,
            format!("“{name}” holds more than {MOST} rules."),
            format!("« {name} » contient plus de {MOST} règles."),
        ));
    }
    let mut codes = BTreeSet::new();
    let mut ids = BTreeSet::new();
    for rule in &pack.rules {
        let code: String = rule.code.chars().take(20).collect();
        if !rule.id.is_well_formed() || !ids.insert(&rule.id) || !codes.insert(&rule.code) {
            return Err(refused(
                Code::BadId,
                format!(
                    "“{name}”: the rule {code} has an id or a code that is ill-formed or used twice."
                ),
                format!(
                    "« {name} » : la règle {code} a un identifiant ou un code mal formé ou utilisé deux fois."
                ),
            ));
        }
        if let Some(field) = rule.misfit() {
            return Err(refused(
                Code::BadValue,
                format!("“{name}”: the field “{field}” of the rule {code} is not as it must be."),
                format!(
                    "« {name} » : le champ « {field} » de la règle {code} n’est pas tel qu’il doit être."
                ),
            ));
        }
    }
    Ok(pack.rules)
}

fn not_readable(name: &str, fault: &serde_json::Error) -> Error {
    let (line, column) = (fault.line(), fault.column());
    refused(
        Code::NotReadable,
        format!("“{name}” could not be read as a rule pack, at line {line}, column {column}."),
        format!(
            "« {name} » n’a pas pu être lu comme paquet de règles, ligne {line}, colonne {column}."
        ),
    )
}

fn refused(code: Code, en: String, fr: String) -> Error {
    Error::new(
        code,
        Words::new(
            format!("{en} Nothing was imported."),
            format!("{fr} Rien n’a été importé."),
        ),
        Words::new(
            "Put the file right, or export the rules again from their portfolio.",
            "Corrigez le fichier, ou exportez de nouveau les règles depuis leur portefeuille.",
        ),
    )
}

#[cfg(test)]
mod tests;
