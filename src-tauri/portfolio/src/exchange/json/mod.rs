//! The readable interchange form: `throughline.portfolio/1`, one JSON document for a whole portfolio.
//!
//! Writing is canonical: the same portfolio gives the same bytes on every machine. Reading takes a document
//! from anywhere, so it is bounded, holds it against the published schema (`docs/portfolio.schema.json`), checks
//! that every reference lands, and answers with plain records or with every fault and its line; whoever owns a
//! portfolio turns the records into edits.

mod check;
mod conform;
mod fault;
mod form;
mod pattern;
mod place;
mod read;
mod schema;
mod syntax;
mod tree;
mod wording;
mod write;

#[cfg(test)]
mod arbitrary;
#[cfg(test)]
mod tests;

pub use read::{MAX_BYTES, is_sound, read, read_file, refused};
pub use write::{Canonical, document, write};

/// The first key of every document, and the version that is written.
pub const SCHEMA: &str = "throughline.portfolio/1";
