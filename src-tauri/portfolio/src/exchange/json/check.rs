//! Whether the records of a document hold together: ids, references and values that the types cannot refuse.

use crate::error::{Code, Error, Result, Words};
use crate::model::{
    Currency, Detail, Element, ElementKind, Field, Known, LinkDetail, Maybe, Money, Record,
    Settings, well_formed as is_name,
};
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
        Record::OwnRule(_) => ("rule", "la règle"),
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
    let mut codes: BTreeMap<&str, &Record> = BTreeMap::new();
    for record in records {
        if let Record::OwnRule(rule) = record
            && let Some(other) = codes.insert(&rule.code, record)
        {
            return Err(twice(name, &rule.code, other, record));
        }
        for reference in references(record) {
            match known.get(reference.id) {
                Some(found) if reference.want.meets(found) => {}
                _ => return Err(dangling(name, record, &reference)),
            }
        }
        if let Record::Element(element) = record {
            values(name, element)?;
        }
        limits(name, record)?;
    }
    Ok(())
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
        Record::OwnRule(it) => it.id.is_well_formed(),
        Record::Settings(_) => true,
    }
}

#[derive(Clone, Copy)]
enum Want {
    Element,
    Indicator,
    Assumption,
    Reading,
    Canvas,
    Source,
    /// What a finding can be about.
    Subject,
}

impl Want {
    fn meets(self, record: &Record) -> bool {
        match (self, record) {
            (Self::Element, Record::Element(_))
            | (Self::Canvas, Record::Canvas(_))
            | (Self::Source, Record::Source(_))
            | (Self::Reading, Record::Reading(_))
            | (Self::Subject, Record::Element(_) | Record::Link(_)) => true,
            (Self::Assumption, Record::Element(it)) => it.kind() == ElementKind::Assumption,
            (Self::Indicator, Record::Element(it)) => it.kind() == ElementKind::Indicator,
            _ => false,
        }
    }

    fn noun(self) -> (&'static str, &'static str) {
        match self {
            Self::Element => ("element", "l’élément"),
            Self::Indicator => ("indicator", "l’indicateur"),
            Self::Assumption => ("assumption", "l’hypothèse"),
            Self::Reading => ("reading", "le relevé"),
            Self::Subject => ("element or link", "l’élément ou le lien"),
            Self::Canvas => ("canvas", "le canevas"),
            Self::Source => ("source", "la source"),
        }
    }
}

/// One id named by a record.
struct Reference<'a> {
    field: &'static str,
    id: &'a str,
    want: Want,
}

fn references(record: &Record) -> Vec<Reference<'_>> {
    let to = |field, id, want| Reference { field, id, want };
    match record {
        Record::Element(it) => {
            let mut all: Vec<_> = it
                .why
                .proof
                .iter()
                .map(|id| to("why.proof", id.as_str(), Want::Element))
                .collect();
            if let Detail::Decision(decision) = &it.detail {
                all.extend(
                    decision
                        .premises
                        .iter()
                        .map(|id| to("premises", id.as_str(), Want::Reading)),
                );
            }
            all
        }
        Record::Link(it) => {
            let mut all = vec![
                to("from", it.from.as_str(), Want::Element),
                to("to", it.to.as_str(), Want::Element),
            ];
            if let LinkDetail::ConflictsWith {
                guard_rail: Some(rail),
            } = &it.detail
            {
                all.push(to("guard_rail", rail.as_str(), Want::Element));
            }
            if let LinkDetail::Contribution(contribution) = &it.detail {
                all.extend(
                    contribution
                        .assumptions
                        .iter()
                        .map(|id| to("assumptions", id.as_str(), Want::Assumption)),
                );
                let moved = contribution.expects.iter().flat_map(|it| &it.indicator);
                all.extend(moved.map(|id| to("expects.indicator", id.as_str(), Want::Indicator)));
            }
            all
        }
        Record::Placement(it) => vec![
            to("canvas", it.canvas.as_str(), Want::Canvas),
            to("element", it.element.as_str(), Want::Element),
        ],
        Record::Reading(it) => {
            let mut all = vec![to("indicator", it.indicator.as_str(), Want::Indicator)];
            all.extend(
                it.source
                    .iter()
                    .map(|id| to("source", id.as_str(), Want::Source)),
            );
            all
        }
        Record::StatusReport(it) => {
            let mut all = vec![to("element", it.element.as_str(), Want::Element)];
            all.extend(
                it.source
                    .iter()
                    .map(|id| to("source", id.as_str(), Want::Source)),
            );
            all
        }
        Record::Waiver(it) => vec![to("subject", it.subject.as_str(), Want::Subject)],
        Record::Import(it) => vec![to("source", it.source.as_str(), Want::Source)],
        Record::Canvas(_) | Record::Source(_) | Record::OwnRule(_) | Record::Settings(_) => {
            Vec::new()
        }
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

/// Numbers and names that records other than elements hold within bounds.
fn limits(name: &str, record: &Record) -> Result<()> {
    let fault = match record {
        Record::Link(it) => match &it.detail {
            LinkDetail::Contribution(it) if it.expects.iter().any(|it| !it.is_in_order()) => Some((
                "expects",
                "has a likely movement that does not lie between the low and the high one",
                "a un mouvement probable qui n’est pas entre le bas et le haut",
            )),
            _ => None,
        },
        Record::StatusReport(it) => it
            .percent
            .filter(|it| !(0.0..=100.0).contains(it))
            .map(|_| {
                (
                    "percent",
                    "is not between 0 and 100",
                    "n’est pas compris entre 0 et 100",
                )
            }),
        Record::Source(it) => it
            .every_days
            .value()
            .filter(|it| !(1..=3660).contains(*it))
            .map(|_| {
                (
                    "every_days",
                    "is not between 1 and 3,660",
                    "n’est pas compris entre 1 et 3 660",
                )
            }),
        Record::OwnRule(it) => it.misfit().map(|field| {
            (
                field,
                "is not as a rule of one’s own must have it",
                "n’est pas tel qu’une règle écrite par soi doit l’avoir",
            )
        }),
        Record::Settings(it) => misnamed(it).then_some((
            "rules",
            "names a rule or a threshold by something other than letters, digits, “-”, “_” and “.”",
            "nomme une règle ou un seuil autrement que par des lettres, chiffres, « - », « _ » et « . »",
        )),
        _ => None,
    };
    let Some((field, en, fr)) = fault else {
        return Ok(());
    };
    let ((noun_en, noun_fr), id) = (noun(record), record.id());
    Err(refused(
        Code::BadValue,
        format!("“{name}”: the field “{field}” of the {noun_en} “{id}” {en}."),
        format!("« {name} » : le champ « {field} » ({noun_fr} « {id} ») {fr}."),
    ))
}

fn misnamed(settings: &Settings) -> bool {
    settings
        .rules
        .iter()
        .any(|(code, rule)| !is_name(code) || !rule.parameters.keys().all(|it| is_name(it)))
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
    let ((en, fr), (en_want, fr_want)) = (noun(record), reference.want.noun());
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
