//! The first page of a file and its list of tables, put right in a copy of a damaged one: they are the same in every
//! file that this program makes, so that a few broken bytes there need not cost everything behind them.

use super::APPLICATION_ID;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{Read, Result, Seek, SeekFrom, Write};
use std::path::Path;

const PAGE: u64 = 4096;
/// All tables begin within so many pages. A list that names pages beyond the end is refused as a whole: a file that
/// was cut off is filled up with empty ones.
const LEAST: u64 = 64;

/// Says how many pages there are, which a file that was cut off does not know.
pub(super) fn count_pages(copy: &Path) -> Result<()> {
    put_right(copy, |_| {})
}

/// Everything in the header that never differs (SQLite file format, section 1.3).
pub(super) fn new_header(copy: &Path) -> Result<()> {
    put_right(copy, |head| {
        let mut put = |at: usize, bytes: &[u8]| {
            let place = head.iter_mut().skip(at);
            place.zip(bytes).for_each(|(to, from)| *to = *from);
        };
        put(0, b"SQLite format 3\0");
        // Size of a page, rollback journal, no reserved bytes, fractions of a payload.
        put(16, &[0x10, 0x00, 1, 1, 0, 64, 32, 32]);
        // No free pages; format 4; neither vacuum nor cache settings; UTF-8.
        put(32, &[0; 8]);
        put(44, &4_u32.to_be_bytes());
        put(52, &[0; 4]);
        put(56, &1_u32.to_be_bytes());
        put(64, &[0; 4]);
        put(68, &APPLICATION_ID.to_be_bytes());
        put(72, &[0; 20]);
    })
}

fn put_right(copy: &Path, change: impl FnOnce(&mut [u8; 100])) -> Result<()> {
    let mut file = OpenOptions::new().read(true).write(true).open(copy)?;
    let pages = file.metadata()?.len().div_ceil(PAGE).max(LEAST);
    file.set_len(pages * PAGE)?;
    let mut head = [0_u8; 100];
    file.read_exact(&mut head)?;
    change(&mut head);
    let pages = u32::try_from(pages).unwrap_or(u32::MAX).to_be_bytes();
    head[28..32].copy_from_slice(&pages);
    head.copy_within(24..28, 92);
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&head)
}

/// The pages on which the list of tables stands in an empty file: all that no table begins on.
pub(super) fn of(fresh: &Connection) -> rusqlite::Result<Vec<u32>> {
    let pages: u32 = fresh.query_row("PRAGMA page_count", [], |row| row.get(0))?;
    let roots: BTreeSet<u32> = fresh
        .prepare("SELECT rootpage FROM sqlite_schema")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok((1..=pages).filter(|page| !roots.contains(page)).collect())
}

/// Puts the list of tables of an empty file into the place of the one that cannot be read.
pub(super) fn lay_over(copy: &Path, fresh: &Path, pages: &[u32]) -> Result<()> {
    let mut from = File::open(fresh)?;
    let mut to = OpenOptions::new().write(true).open(copy)?;
    let mut bytes = [0_u8; 4096];
    for page in pages {
        let at = SeekFrom::Start(u64::from(page - 1) * PAGE);
        from.seek(at)?;
        from.read_exact(&mut bytes)?;
        to.seek(at)?;
        to.write_all(&bytes)?;
    }
    drop(to);
    count_pages(copy)
}
