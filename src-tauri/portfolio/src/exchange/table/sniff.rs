//! Tells what a file is from its bytes; the name's ending only breaks a tie between text formats.

use std::io::Cursor;

use super::error::{Fault, Found};
use super::limits;

/// What the bytes are, as far as reading goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Ods,
    Text,
}

const CFB: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Decides what `bytes` are.
///
/// # Errors
/// A distinct fault for everything that is not a table that can be read.
pub(super) fn sniff(bytes: &[u8]) -> Result<Kind, Fault> {
    if bytes.is_empty() {
        return Err(Fault::Empty);
    }
    if bytes.len() > limits::MAX_FILE_BYTES {
        return Err(Fault::TooBig {
            bytes: bytes.len() as u64,
            limit: limits::MAX_FILE_BYTES as u64,
        });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip_kind(bytes);
    }
    if bytes.starts_with(CFB) {
        return Err(cfb_fault(bytes));
    }
    if bytes.starts_with(b"SQLite format 3\0") {
        return Err(Fault::NotATable(Found::Thru));
    }
    let start = bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(bytes)
        .trim_ascii_start();
    if start.starts_with(b"%PDF-") {
        return Err(Fault::NotATable(Found::Pdf));
    }
    if start.is_empty() {
        return Err(Fault::Empty);
    }
    if bytes.starts_with(b"\x89PNG")
        || bytes.starts_with(b"\xFF\xD8\xFF")
        || bytes.starts_with(b"GIF8")
    {
        return Err(Fault::NotATable(Found::Image));
    }
    if bytes.starts_with(b"\x09\x08")
        || bytes.starts_with(b"\x09\x04")
        || bytes.starts_with(b"\x09\x02")
    {
        return Err(Fault::OldExcel);
    }
    text_kind(bytes, start)
}

fn text_kind(bytes: &[u8], start: &[u8]) -> Result<Kind, Fault> {
    let utf16 = bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF")
        || super::delimited::wide(bytes).is_some();
    let head = bytes.get(..bytes.len().min(65_536)).unwrap_or(bytes);
    // Text has no zero bytes and hardly any control characters; a stray one does not make a file binary.
    let strange = head
        .iter()
        .filter(|b| matches!(**b, 0x00..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F))
        .count();
    let zeros = head.contains(&0);
    if !utf16 && (zeros || strange * 50 > head.len()) {
        return Err(Fault::NotATable(Found::Binary));
    }
    let low: Vec<u8> = start
        .iter()
        .take(1024)
        .map(u8::to_ascii_lowercase)
        .collect();
    let begins = |mark: &[u8]| low.starts_with(mark);
    let holds = |mark: &[u8]| low.windows(mark.len()).any(|w| w == mark);
    if begins(b"<!doctype html")
        || begins(b"<html")
        || begins(b"<table")
        || (begins(b"<") && holds(b"<html"))
    {
        return Err(Fault::NotATable(Found::Html));
    }
    if begins(b"<?xml") || (begins(b"<") && holds(b"</")) {
        return Err(Fault::NotATable(Found::Xml));
    }
    if (begins(b"{") || begins(b"["))
        && serde_json::from_slice::<serde::de::IgnoredAny>(start).is_ok()
    {
        return Err(Fault::NotATable(Found::Json));
    }
    Ok(Kind::Text)
}

fn zip_kind(bytes: &[u8]) -> Result<Kind, Fault> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Truncated)?;
    if archive.len() > limits::MAX_ENTRIES {
        return Err(Fault::TooMany {
            place: "zip".to_owned(),
            what: super::error::Counted::Entries,
            limit: limits::MAX_ENTRIES as u64,
        });
    }
    let names: Vec<String> = archive
        .file_names()
        .flatten()
        .map(|n| n.trim_start_matches('/').replace('\\', "/").to_lowercase())
        .collect();
    let has = |name: &str| names.iter().any(|n| n == name);
    let under = |folder: &str| names.iter().any(|n| n.starts_with(folder));
    if has("xl/workbook.xml") {
        return Ok(Kind::Xlsx);
    }
    if has("xl/workbook.bin") {
        return Err(Fault::BinaryExcel);
    }
    if under("word/") {
        return Err(Fault::NotATable(Found::Word));
    }
    if under("ppt/") {
        return Err(Fault::NotATable(Found::Slides));
    }
    if has("content.xml") && has("mimetype") {
        let mime = super::archive::read_small(bytes, "mimetype", 256).unwrap_or_default();
        if mime.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
            return Ok(Kind::Ods);
        }
        if mime.starts_with(b"application/vnd.oasis.opendocument.text") {
            return Err(Fault::NotATable(Found::Word));
        }
    }
    // Some producers place the workbook elsewhere; the content types say so.
    let types =
        super::archive::read_small(bytes, "[Content_Types].xml", 262_144).unwrap_or_default();
    let types = String::from_utf8_lossy(&types);
    if types.contains("spreadsheetml.sheet.main+xml")
        || types.contains("ms-excel.sheet.macroEnabled.main+xml")
    {
        return Ok(Kind::Xlsx);
    }
    Err(Fault::NotATable(Found::OtherZip))
}

/// Old compound files: an encrypted workbook, an old Excel file, or some other document.
fn cfb_fault(bytes: &[u8]) -> Fault {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|w| w == wide.as_slice())
    };
    if names("EncryptedPackage") || names("EncryptionInfo") {
        Fault::Password
    } else if names("Workbook") || names("Book") {
        Fault::OldExcel
    } else if names("WordDocument") {
        Fault::NotATable(Found::Word)
    } else if names("PowerPoint Document") {
        Fault::NotATable(Found::Slides)
    } else {
        Fault::NotATable(Found::Binary)
    }
}
