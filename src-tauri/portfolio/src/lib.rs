//! The house of Throughline: everything that is true without a window.
//!
//! A [`model::Portfolio`] is a set of small typed records. A user verb is an [`edit::Edit`], a pure function
//! from portfolio to [`model::Diff`] or refusal. [`store`] writes a diff in one transaction and remembers it;
//! undo is the inverse diff. [`rules`] are pure functions from portfolio to findings, [`ladder`] and [`myths`] from both to
//! the honest score and to what it says of the organisation. [`exchange`] turns files into rows and back. [`workspace`] joins them and is all that the
//! shell and the command line see.
//!
//! Invariants: nothing here names Tauri; only `store` names SQLite; `edit`, `rules`, `store` and `exchange` do
//! not import each other (a finding's fix may carry the plain value `Edit`); no clock and no random source
//! below `workspace`; foreign keys never cascade, because a cascade would escape the diff.

pub mod edit;
pub mod error;
pub mod exchange;
pub mod fixture;
pub mod ladder;
pub mod layout;
pub mod model;
pub mod myths;
pub mod rules;
pub mod store;
pub mod workspace;

pub use error::{Code, Error, Result};
