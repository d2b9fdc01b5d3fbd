//! Black-box tests of the house: they name only `portfolio` and the source tree.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that fails should say where"
)]

mod again;
mod architecture;
mod claims;
mod docs;
mod documents;
mod drawn_cases;
mod drawn_rule;
mod edits;
mod engine;
mod every_kind;
mod fields;
mod files;
mod fresh;
mod history;
mod imports;
mod killed;
mod kinds;
mod labels;
mod layout;
mod maps;
mod meeting;
mod migrations;
mod opened;
mod outside;
mod own;
mod packs;
mod recovery;
mod rolls;
mod rules;
mod sample;
mod score;
mod sightings;
mod sources;
mod spaces;
mod spelled;
mod stored;
mod three_way;
mod tidying;
mod told;
mod verbs;
mod weights;
mod whys;
