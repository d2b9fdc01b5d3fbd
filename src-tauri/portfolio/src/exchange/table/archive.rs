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
        let mut size = 0_u64;
        let mut markup = Markup::default();
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
            markup.read(buffer.get(..read).unwrap_or_default());
            if size > max_bytes
                || markup.tags > max_tags
                || markup.longest > limits::MAX_RUN
                || markup.deepest > limits::MAX_DEPTH
                || total + size > limits::MAX_UNPACKED
            {
                return Err(Fault::Bomb { place: name });
            }
        }
        total += size;
    }
    Ok(())
}

/// What a stream of XML costs its parser: tags, the longest piece between two of them, the depth of nesting.
#[derive(Default)]
struct Markup {
    tags: u64,
    longest: u64,
    deepest: u32,
    run: u64,
    depth: u32,
    place: Place,
    before: u8,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum Place {
    #[default]
    Text,
    /// Right after `<`.
    Opening,
    Tag,
    Quoted(u8),
}

impl Markup {
    fn read(&mut self, chunk: &[u8]) {
        for byte in chunk {
            self.run += 1;
            self.place = match (self.place, byte) {
                (Place::Text, b'<') => {
                    self.tags += 1;
                    self.longest = self.longest.max(self.run);
                    self.run = 0;
                    Place::Opening
                }
                (Place::Opening, b'/') => {
                    self.depth = self.depth.saturating_sub(1);
                    Place::Tag
                }
                (Place::Opening, b'!' | b'?') => Place::Text,
                (Place::Opening, _) => {
                    self.depth += 1;
                    self.deepest = self.deepest.max(self.depth);
                    if *byte == b'>' {
                        Place::Text
                    } else {
                        Place::Tag
                    }
                }
                (Place::Tag, b'>') => {
                    if self.before == b'/' {
                        self.depth = self.depth.saturating_sub(1);
                    }
                    Place::Text
                }
                (Place::Tag, b'"' | b'\'') => Place::Quoted(*byte),
                (Place::Quoted(quote), byte) if *byte == quote => Place::Tag,
                (place, _) => place,
            };
            self.before = *byte;
        }
        self.longest = self.longest.max(self.run);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_and_long_pieces_are_seen_whatever_the_text_says() {
        let mut markup = Markup::default();
        markup.read(b"<a x='/>'><b/>/><c>text</c></a>");
        assert_eq!((markup.tags, markup.deepest, markup.depth), (5, 2, 0));
        let mut deep = Markup::default();
        deep.read(&b"<a>/>".repeat(300));
        assert_eq!(deep.deepest, 300);
        let mut long = Markup::default();
        long.read(&vec![b'x'; 5000]);
        assert_eq!(long.longest, 5000);
    }
}
