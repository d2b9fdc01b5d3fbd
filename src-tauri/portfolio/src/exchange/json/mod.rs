//! The readable interchange form: `throughline.portfolio/1`, one JSON document for a whole portfolio.
//!
//! Writing is canonical: the same portfolio gives the same bytes on every machine. Reading takes a document
//! from anywhere, so it is bounded, checks that every reference lands, and answers with plain records; whoever
//! owns a portfolio turns them into edits. The published schema is `docs/portfolio.schema.json`.

mod check;
mod form;
mod read;
mod write;

#[cfg(test)]
mod arbitrary;
#[cfg(test)]
mod schema;
#[cfg(test)]
mod tests;

pub use check::is_sound;
pub use read::{MAX_BYTES, read, read_file};
pub use write::{Canonical, document, write};

/// The first key of every document, and the version that is written.
pub const SCHEMA: &str = "throughline.portfolio/1";
