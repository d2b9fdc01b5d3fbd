//! Whether the records of a document hold together: ids, references and values that the types cannot refuse.

use crate::error::{Code, Error, Result, Words};
use crate::model::{Currency, Detail, Element, Field, Maybe, Money, Record, Reference, Want};
use std::collections::BTreeMap;

/// What a record is called in an error.
fn noun(record: &Record) -> (&'static str, &'static str) {
    match record {
        Record::Element(_) => ("element", "l’élément"),
        Record::Link(_) => ("link", "le lien"),
        Record::Canvas(_) => ("canvas", "le canevas"),
        Record::Placement(_) => ("placement", "le placement"),
        Record::Reading(_) => ("reading", "le relevé"),
        Record::StatusReport(_) => ("status report", "le rapport d’état"),
        Record::Source(_) => ("source", "la source"),
        Record::Import(_) => ("import", "l’import"),
        Record::Waiver(_) => ("waiver", "la dérogation"),
        Record::Settings(_) => ("settings", "les réglages"),
    }
}

pub(super) fn all(name: &str, records: &[Record]) -> Result<()> {
    let mut known: BTreeMap<String, &Record> = BTreeMap::new();
    for record in records {
        let id = record.id();
        if !matches!(record, Record::Settings(_)) && !well_formed(record) {
            return Err(bad_id(name, record));
        }
        if let Some(other) = known.insert(id.as_str().to_owned(), record) {
            return Err(twice(name, id.as_str(), other, record));
        }
    }
    for record in records {
        for reference in record.references() {
            match known.get(reference.id) {
                Some(found) if reference.want.meets(found) => {}
                _ => return Err(dangling(name, record, &reference)),
            }
        }
        if let Record::Element(element) = record {
            values(name, element)?;
        }
    }
    Ok(())
}

/// Whether a record by itself is one that could have been written here: its id, its title, its values.
#[must_use]
pub fn is_sound(record: &Record) -> bool {
    let values = match record {
        Record::Element(it) => values("", it).is_ok(),
        Record::Reading(it) => it.value.is_finite(),
        Record::Placement(it) => it.x.is_finite() && it.y.is_finite(),
        _ => true,
    };
    values && well_formed(record)
}

fn well_formed(record: &Record) -> bool {
    match record {
        Record::Element(it) => it.id.is_well_formed(),
        Record::Link(it) => it.id.is_well_formed(),
        Record::Canvas(it) => it.id.is_well_formed(),
        Record::Placement(it) => it.id.is_well_formed(),
        Record::Reading(it) => it.id.is_well_formed(),
        Record::StatusReport(it) => it.id.is_well_formed(),
        Record::Source(it) => it.id.is_well_formed(),
        Record::Import(it) => it.id.is_well_formed(),
        Record::Waiver(it) => it.id.is_well_formed(),
        Record::Settings(_) => true,
    }
}

fn wanted(want: Want) -> (&'static str, &'static str) {
    match want {
        Want::Element => ("element", "l’élément"),
        Want::Indicator => ("indicator", "l’indicateur"),
        Want::Assumption => ("assumption", "l’hypothèse"),
        Want::Reading => ("reading", "le relevé"),
        Want::Subject => ("element or link", "l’élément ou le lien"),
        Want::Canvas => ("canvas", "le canevas"),
        Want::Source => ("source", "la source"),
    }
}

fn values(name: &str, element: &Element) -> Result<()> {
    if element.title.trim().is_empty() {
        return Err(bad_value(name, element, "title", "is empty", "est vide"));
    }
    for (field, money) in amounts(element) {
        if let Some(Maybe::Known(money)) = money
            && Currency::parse(money.currency.as_str()).as_ref() != Some(&money.currency)
        {
            return Err(bad_value(
                name,
                element,
                field,
                "has a currency that is neither an ISO code nor a symbol",
                "a une devise qui n’est ni un code ISO ni un symbole",
            ));
        }
    }
    Ok(())
}

fn amounts(element: &Element) -> Vec<(&'static str, &Field<Money>)> {
    match &element.detail {
        Detail::Outcome(it) => vec![("expected_value", &it.expected_value)],
        Detail::Initiative(it) => vec![("budget", &it.budget), ("spent", &it.spent)],
        Detail::System(it) => vec![("cost", &it.cost)],
        _ => Vec::new(),
    }
}

fn refused(code: Code, en: String, fr: String) -> Error {
    Error::new(
        code,
        Words::new(
            format!("{en} Nothing was imported."),
            format!("{fr} Rien n’a été importé."),
        ),
        Words::new(
            "Put the document right, or export it again from its source.",
            "Corrigez le document, ou exportez-le de nouveau depuis sa source.",
        ),
    )
}

fn bad_id(name: &str, record: &Record) -> Error {
    let (en, fr) = noun(record);
    let id: String = record.id().as_str().chars().take(60).collect();
    refused(
        Code::BadId,
        format!(
            "“{name}”: the {en} “{id}” has an id that is not 1 to 128 letters, digits, “-”, “_” or “.”."
        ),
        format!(
            "« {name} » : {fr} « {id} » a un identifiant qui n’est pas fait de 1 à 128 lettres, chiffres, « - », « _ » ou « . »."
        ),
    )
}

fn twice(name: &str, id: &str, one: &Record, other: &Record) -> Error {
    let ((en_one, fr_one), (en_other, fr_other)) = (noun(one), noun(other));
    refused(
        Code::BadId,
        format!("“{name}”: the id “{id}” is used twice, by one {en_one} and by one {en_other}."),
        format!(
            "« {name} » : l’identifiant « {id} » sert deux fois, pour {fr_one} et pour {fr_other}."
        ),
    )
}

fn dangling(name: &str, record: &Record, reference: &Reference<'_>) -> Error {
    let ((en, fr), (en_want, fr_want)) = (noun(record), wanted(reference.want));
    let (id, field, target) = (record.id(), reference.field, reference.id);
    let target: String = target.chars().take(128).collect();
    refused(
        Code::NotFound,
        format!(
            "“{name}”: the {en} “{id}” names in “{field}” the {en_want} “{target}”, which is not in the document."
        ),
        format!(
            "« {name} » : {fr} « {id} » nomme dans « {field} » {fr_want} « {target} », absent du document."
        ),
    )
}

fn bad_value(name: &str, element: &Element, field: &str, en: &str, fr: &str) -> Error {
    let id = &element.id;
    refused(
        Code::BadValue,
        format!("“{name}”: the field “{field}” of the element “{id}” {en}."),
        format!("« {name} » : le champ « {field} » de l’élément « {id} » {fr}."),
    )
}
