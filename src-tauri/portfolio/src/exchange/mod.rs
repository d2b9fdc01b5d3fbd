//! Files in and out: tables in (`table`), a whole portfolio in and out (`json`), rules of one's own (`pack`), and how
//! a file is written whole or not at all (`save`).

pub mod json;
mod pack;
mod save;
mod table;

pub use pack::{PACK_SCHEMA, is_pack, read_pack, write_pack};
pub use save::{not_written, save, save_with};
pub use table::*;
