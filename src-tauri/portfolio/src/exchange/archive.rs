//! Looks into a zip before anybody trusts it: unpacks every part that will be read into nothing, counting bytes and tags,
//! because the sizes that an archive declares may lie.

use std::io::{Cursor, Read};

use super::error::Fault;
use super::limits;

/// Reads a small part whole, or nothing when it is absent or larger than `limit`.
pub(super) fn read_small(bytes: &[u8], name: &str, limit: u64) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let part = archive.by_name(name).ok()?;
    let mut out = Vec::new();
    part.take(limit).read_to_end(&mut out).ok()?;
    Some(out)
}

/// What a part may cost: unpacked bytes, and tags when it is held in memory.
fn allowance(name: &str) -> Option<(u64, u64)> {
    let low = name.to_ascii_lowercase();
    if !(low.ends_with(".xml") || low.ends_with(".rels")) {
        return None;
    }
    if low.contains("sharedstrings") {
        Some((limits::MAX_STRINGS_XML, limits::MAX_STRING_TAGS))
    } else if low.contains("worksheets/") || low == "content.xml" {
        Some((limits::MAX_SHEET_XML, u64::MAX))
    } else if low.contains("/media/")
        || low.contains("customxml/")
        || low.contains("pivotcache")
        || low.contains("drawings/")
    {
        None
    } else {
        Some((limits::MAX_PART_XML, limits::MAX_PART_TAGS))
    }
}

/// Checks that all parts unpack within the caps.
///
/// # Errors
/// `Truncated` when the archive cannot be opened, `Damaged` when a part cannot be unpacked, `Bomb` when one is too large.
pub(super) fn check(bytes: &[u8]) -> Result<(), Fault> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Truncated)?;
    let mut total = 0_u64;
    let mut buffer = vec![0_u8; 64 * 1024];
    for index in 0..archive.len() {
        let mut part = match archive.by_index(index) {
            Ok(part) => part,
            Err(zip::result::ZipError::UnsupportedArchive(why)) if why.contains("assword") => {
                return Err(Fault::Password);
            }
            Err(error) => {
                return Err(Fault::Damaged {
                    place: format!("#{index}"),
                    detail: error.to_string(),
                });
            }
        };
        let name = part.name().map(|n| n.into_owned()).unwrap_or_default();
        let Some((max_bytes, max_tags)) = allowance(&name) else {
            continue;
        };
        if part.size() > max_bytes {
            return Err(Fault::Bomb { place: name });
        }
        let (mut size, mut tags) = (0_u64, 0_u64);
        loop {
            let read = match part.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                // A wrong checksum at the end is common in hand-made workbooks and harms nobody.
                Err(error) if error.to_string().contains("checksum") => break,
                Err(error) => {
                    return Err(Fault::Damaged {
                        place: name,
                        detail: error.to_string(),
                    });
                }
            };
            size += read as u64;
            let chunk = buffer.get(..read).unwrap_or_default();
            tags += chunk.iter().filter(|b| **b == b'<').count() as u64;
            if size > max_bytes || tags > max_tags || total + size > limits::MAX_UNPACKED {
                return Err(Fault::Bomb { place: name });
            }
        }
        total += size;
    }
    Ok(())
}
