//! The TypeScript made from the Rust types: what the generator cannot know is put right here.
//!
//! 1. `#[serde(default)]` lets an older file leave a field out; what we send always has it. The page is held to
//!    the same, so every field is required.
//!    Names that older files use are read and never sent.
//! 2. A number of ours is always finite (edits refuse the rest), so it is never `null`.

use crate::ipc;
use specta::datatype::{
    Attributes, DataType, Enum, Field, Fields, NamedDataType, NamedReferenceType, Primitive,
    Reference,
};
use specta_typescript::{Error, Typescript};
use std::path::Path;
use tauri_specta::{BuilderConfiguration, LanguageExt};

/// Writes the bindings.
///
/// # Errors
/// A type that TypeScript cannot say, or a path that cannot be written.
pub fn export(path: &Path) -> Result<(), Error> {
    ipc::builder::<tauri::Wry>().export(Exact, path)
}

struct Exact;

impl LanguageExt for Exact {
    type Error = Error;

    fn export(self, cfg: &BuilderConfiguration, path: &Path) -> Result<(), Error> {
        let mut cfg = cfg.clone();
        cfg.types.iter_mut(|named: &mut NamedDataType| {
            if let Some(ty) = &mut named.ty {
                exact(ty);
            }
        });
        Typescript::default().header(HEADER).export(&cfg, path)
    }
}

const HEADER: &str =
    "// Made from the Rust types; a test says when it is stale and how to make it anew.\n";

fn exact(ty: &mut DataType) {
    match ty {
        DataType::Primitive(number @ (Primitive::f32 | Primitive::f64)) => *number = Primitive::i32,
        DataType::List(list) => exact(&mut list.ty),
        DataType::Map(map) => exact(map.value_ty_mut()),
        DataType::Struct(it) => {
            required(&mut it.attributes);
            fields(&mut it.fields);
        }
        DataType::Enum(it) => variants(it),
        DataType::Tuple(it) => it.elements.iter_mut().for_each(exact),
        DataType::Nullable(inner) => exact(inner),
        DataType::Intersection(all) => all.iter_mut().for_each(exact),
        DataType::Reference(Reference::Named(it)) => reference(&mut it.inner),
        DataType::Reference(_) | DataType::Generic(_) | DataType::Primitive(_) => {}
    }
}

fn reference(it: &mut NamedReferenceType) {
    match it {
        NamedReferenceType::Inline { dt, .. } => exact(dt),
        NamedReferenceType::Reference { generics, .. } => {
            generics.iter_mut().for_each(|(_, ty)| exact(ty));
        }
        NamedReferenceType::Recursive(_) => {}
    }
}

fn variants(it: &mut Enum) {
    required(&mut it.attributes);
    for (_, variant) in &mut it.variants {
        fields(&mut variant.fields);
    }
}

fn fields(all: &mut Fields) {
    match all {
        Fields::Unit => {}
        Fields::Unnamed(it) => it.fields.iter_mut().for_each(field),
        Fields::Named(it) => it.fields.iter_mut().for_each(|(_, it)| field(it)),
    }
}

fn field(it: &mut Field) {
    required(&mut it.attributes);
    if let Some(ty) = &mut it.ty {
        exact(ty);
    }
}

fn required(attributes: &mut Attributes) {
    attributes.remove("serde:container:default");
    attributes.remove("serde:field:default");
    attributes.remove("serde:field:aliases");
    attributes.remove("serde:field:skip_serializing_if");
}
