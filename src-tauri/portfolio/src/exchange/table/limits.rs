//! The caps that keep every reader far below 500 MB of memory, whatever the file claims.
//! A file beyond a cap is refused as a whole: half a table, read silently, would be worse than none.

/// Largest file that is read at all, in bytes.
pub const MAX_FILE_BYTES: usize = 50 * 1024 * 1024;
/// Cells with content, over all sheets of one file.
pub(super) const MAX_CELLS: usize = 1_500_000;
/// Bytes of cell text, over all sheets of one file.
pub(super) const MAX_TEXT_BYTES: usize = 96 * 1024 * 1024;
/// Longest text of one cell, in bytes; Excel itself stops at 32,767 characters.
pub(super) const MAX_CELL_BYTES: usize = 128 * 1024;
/// Separators in one text table; cells between them may be empty.
pub(super) const MAX_SEPARATORS: usize = 8_000_000;
/// Distinct columns with content in one sheet.
pub(super) const MAX_COLUMNS: usize = 1_024;
/// Sheets in one workbook.
pub(super) const MAX_SHEETS: usize = 512;
/// Merged ranges that are honoured in one sheet.
pub(super) const MAX_MERGES: usize = 100_000;
/// Cells that vertical merges may fill in one sheet.
pub(super) const MAX_SPREAD: usize = 300_000;

/// Entries in a zip archive.
pub(super) const MAX_ENTRIES: usize = 10_000;
/// Unpacked bytes of one worksheet part; it is streamed, never held.
pub(super) const MAX_SHEET_XML: u64 = 256 * 1024 * 1024;
/// Unpacked bytes of the shared strings; they are held in memory.
pub(super) const MAX_STRINGS_XML: u64 = 64 * 1024 * 1024;
/// Unpacked bytes of any other part; it may be held in memory.
pub(super) const MAX_PART_XML: u64 = 24 * 1024 * 1024;
/// Unpacked bytes of all parts that are read.
pub(super) const MAX_UNPACKED: u64 = 800 * 1024 * 1024;
/// Tags in the shared strings (each string costs memory even when it is empty).
pub(super) const MAX_STRING_TAGS: u64 = 6_000_000;
/// Tags in any other part that is held in memory, styles above all.
pub(super) const MAX_PART_TAGS: u64 = 400_000;

/// Bytes of one tag or of the text between two tags.
pub(super) const MAX_RUN: u64 = 16 * 1024 * 1024;
/// Elements inside each other.
pub(super) const MAX_DEPTH: u32 = 256;

/// Problems listed one by one; the rest are only counted.
pub(super) const MAX_PROBLEMS: usize = 500;
/// Rows shown in a preview: enough that nearly every problem can be gone to.
pub(super) const MAX_PREVIEW_ROWS: usize = 1_000;
/// Characters of one cell shown in a preview.
pub(super) const MAX_PREVIEW_TEXT: usize = 240;
