//! The published schema, `docs/portfolio.schema.json`, as this program reads it: what is enforced is the very file
//! that others validate with. It may use no word of JSON Schema that is not a field here.

use super::pattern::{Format, Pattern};
use crate::error::{Code, Error, Result, Words};
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::BTreeMap;
use std::sync::LazyLock;

pub(super) const PUBLISHED: &str = include_str!("../../../../../docs/portfolio.schema.json");

static SCHEMA: LazyLock<serde_json::Result<Schema>> =
    LazyLock::new(|| serde_json::from_str(PUBLISHED));

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub(super) struct Schema {
    #[serde(rename = "$defs")]
    definitions: BTreeMap<String, Schema>,
    #[serde(rename = "$ref")]
    pub(super) reference: Option<Reference>,
    #[serde(rename = "type")]
    pub(super) types: Types,
    #[serde(rename = "const")]
    pub(super) constant: Option<String>,
    #[serde(rename = "enum")]
    pub(super) choices: Vec<Option<String>>,
    pub(super) minimum: Option<f64>,
    pub(super) maximum: Option<f64>,
    pub(super) min_length: usize,
    pub(super) max_length: Option<usize>,
    pub(super) pattern: Option<Pattern>,
    pub(super) format: Option<Format>,
    pub(super) items: Option<Box<Schema>>,
    pub(super) required: Vec<String>,
    pub(super) properties: BTreeMap<String, Schema>,
    pub(super) additional_properties: Option<Others>,
    pub(super) property_names: Option<Box<Schema>>,
    pub(super) one_of: Vec<Schema>,
    #[serde(rename = "$schema")]
    _dialect: IgnoredAny,
    #[serde(rename = "$id")]
    _id: IgnoredAny,
    #[serde(rename = "title")]
    _title: IgnoredAny,
    #[serde(rename = "description")]
    _description: IgnoredAny,
}

/// The name of a definition of the same file.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Reference(String);

impl TryFrom<String> for Reference {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match text.strip_prefix("#/$defs/") {
            Some(name) => Ok(Self(name.to_owned())),
            None => Err(format!("{text} leads out of the file")),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Type {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

/// One type or several; none where every type may stand.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Types {
    One(Type),
    Several(Vec<Type>),
}

impl Default for Types {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl Types {
    pub(super) fn all(&self) -> &[Type] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Several(all) => all,
        }
    }
}

/// Members of an object that it does not name.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Others {
    Allowed(bool),
    Of(Box<Schema>),
}

impl Schema {
    /// The schema itself, or the definition that it refers to. One that is not there allows everything; a test
    /// follows all of them.
    pub(super) fn resolved<'s>(&'s self, root: &'s Self) -> &'s Self {
        let named = self.reference.as_ref();
        named
            .and_then(|it| root.definitions.get(&it.0))
            .map_or(self, |it| it.resolved(root))
    }
}

/// # Errors
/// [`Code::Internal`] when the file that was built in uses a word that is not known here.
pub(super) fn published() -> Result<&'static Schema> {
    SCHEMA.as_ref().map_err(|fault| {
        Error::new(
            Code::Internal,
            Words::new(
                format!("The schema of documents cannot be used ({fault}). Nothing was imported."),
                format!(
                    "Le schéma des documents est inutilisable ({fault}). Rien n’a été importé."
                ),
            ),
            Words::new(
                "This is a fault of Throughline; please report it with this sentence.",
                "C’est un défaut de Throughline ; merci de le signaler avec cette phrase.",
            ),
        )
    })
}
