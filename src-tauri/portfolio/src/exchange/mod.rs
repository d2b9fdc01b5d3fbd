//! Files in and out: tables in (`table`), a whole portfolio in and out (`json`), and how a file is written whole
//! or not at all (`save`).

pub mod json;
mod save;
mod table;

pub use save::save;
pub use table::*;
