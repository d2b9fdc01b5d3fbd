//! The peer of what reads a whole portfolio: the same rows, read by SQLite and nothing made of them.

use rusqlite::{Connection, OpenFlags};
use std::hint::black_box;
use std::path::Path;

/// Every row of every table of records, each column as an owned value. Returns how many rows there were.
pub(crate) fn read(path: &Path) -> usize {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let tables = [
        "settings",
        "source",
        "element",
        "canvas",
        "link",
        "placement",
        "reading",
        "status_report",
        "import",
        "waiver",
    ];
    let mut rows = 0;
    for table in tables {
        let mut select = db.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = select.column_count();
        let mut found = select.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            for column in 0..columns {
                black_box(row.get::<_, rusqlite::types::Value>(column).unwrap());
            }
            rows += 1;
        }
    }
    rows
}
