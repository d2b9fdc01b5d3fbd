//! Black-box tests of the house: they name only `portfolio` and the source tree.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails should say where"
)]

mod architecture;
mod claims;
mod docs;
mod documents;
mod edits;
mod fields;
mod files;
mod history;
mod imports;
mod killed;
mod kinds;
mod layout;
mod meeting;
mod migrations;
mod opened;
mod outside;
mod own;
mod recovery;
mod rolls;
mod rules;
mod sample;
mod sources;
mod stored;
mod three_way;
mod told;
mod verbs;
mod whys;
