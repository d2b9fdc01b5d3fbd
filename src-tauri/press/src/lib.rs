//! Snapshots on paper: one frozen state, the same figures in every form; and pictures of canvases ([`drawing`]).
//!
//! [`Frozen`] holds what a snapshot speaks of; [`html`], [`markdown`] and [`json`] are pure functions from it to
//! text. Nothing here reads a file, a clock or the network, and every figure is computed once, in `figures`,
//! so that no two forms can disagree.

mod bars;
mod coverage;
pub mod drawing;
mod figures;
mod findings;
mod format;
mod frozen;
mod headline;
mod html;
mod initiatives;
mod json;
mod map;
mod markdown;
mod page;
mod reach;
mod strategy;
mod words;

pub use frozen::Frozen;
pub use html::html;
pub use json::json;
pub use markdown::markdown;

/// The words and numbers of a snapshot, for who tells the same things in another form.
pub mod wording {
    pub use crate::format::{count, counted, date, money};
    pub use crate::words::{family, kind, severity};
}
