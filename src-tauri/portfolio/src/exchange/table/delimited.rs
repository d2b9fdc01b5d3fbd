//! Reads text tables (.csv, .tsv, .txt): finds encoding and separator, then splits. Every cell is text here; what the text
//! means is judged later, per column.

use std::borrow::Cow;

use super::error::{Counted, Fault};
use super::grid::{Book, Budget, Format, SheetBuilder, TextFacts, Value};
use super::limits;
use super::mapping::{Encoding, Mapping, Separator};

/// Characters that are looked at to find the separator.
const SAMPLE: usize = 256 * 1024;

/// Reads one text table as a book of one sheet called after the file.
///
/// # Errors
/// `TooMany` beyond the caps, `BadText` when the splitter gives up.
pub(super) fn read(bytes: &[u8], file: &str, mapping: &Mapping) -> Result<Book, Fault> {
    let (text, encoding, certain) = decode(bytes, mapping.encoding);
    let mut body = text.as_ref();
    let mut separator = mapping.separator.map(Separator::char);
    let mut first_line = 1_u32;
    // Excel's own hint, `sep=;`, is not part of the table.
    if let Some(hint) = body
        .strip_prefix("sep=")
        .and_then(|rest| rest.chars().next())
    {
        separator = separator.or(Some(hint));
        body = body.find(['\r', '\n']).map_or("", |end| &body[end..]);
        body = body.strip_prefix('\r').unwrap_or(body);
        body = body.strip_prefix('\n').unwrap_or(body);
        first_line = 2;
    }
    let separator = separator
        .filter(char::is_ascii)
        .unwrap_or_else(|| find_separator(body));
    // One record may hold all separators of the file, and each costs memory even between empty cells.
    let separators = body.bytes().filter(|b| char::from(*b) == separator).count();
    if separators > limits::MAX_SEPARATORS {
        return Err(Fault::TooMany {
            place: sheet_name(file),
            what: Counted::Cells,
            limit: limits::MAX_SEPARATORS as u64,
        });
    }
    let mut split = Split {
        budget: Budget::default(),
        builder: SheetBuilder::new(&sheet_name(file)),
        repaired: None,
    };
    let widths = split.run(body, separator, first_line)?;
    let mut sheet = split.builder.finish(Vec::new())?;
    sheet.ragged = ragged(&widths);
    Ok(Book {
        format: Format::Text,
        sheets: vec![sheet],
        text: Some(TextFacts {
            encoding,
            certain,
            separator,
            repaired: split.repaired,
        }),
    })
}

fn sheet_name(file: &str) -> String {
    file.rsplit_once('.')
        .map_or(file, |(stem, _)| stem)
        .to_owned()
}

/// The encoding of a text in two bytes a letter that no mark announces: half of its bytes are zero, all on one side.
pub(super) fn wide(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes.get(..bytes.len().min(65_536)).unwrap_or(bytes);
    let pairs = head.len() / 2;
    let zeros = |at: usize| head.iter().skip(at).step_by(2).filter(|b| **b == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let mostly = |many: usize, few: usize| many * 10 >= pairs * 7 && few * 50 <= pairs;
    let found = if pairs < 8 {
        return None;
    } else if mostly(second, first) {
        encoding_rs::UTF_16LE
    } else if mostly(first, second) {
        encoding_rs::UTF_16BE
    } else {
        return None;
    };
    // Small numbers in two bytes look alike, but are no letters.
    let (text, _) = found.decode_without_bom_handling(head);
    let strange = |c: &char| c.is_control() && !matches!(c, '\t' | '\r' | '\n');
    (text.chars().filter(strange).count() * 50 <= pairs).then_some(found)
}

/// BOM first, then what can only be two bytes a letter, then valid UTF-8, then Windows-1252, in which every byte means
/// something.
fn decode(bytes: &[u8], chosen: Option<Encoding>) -> (Cow<'_, str>, Encoding, bool) {
    if let Some((found, skip)) = encoding_rs::Encoding::for_bom(bytes) {
        let kind = if found == encoding_rs::UTF_8 {
            Encoding::Utf8
        } else {
            Encoding::Utf16
        };
        let (text, _) = found.decode_without_bom_handling(bytes.get(skip..).unwrap_or_default());
        return (text, kind, true);
    }
    match chosen {
        Some(Encoding::Windows1252) => {}
        Some(Encoding::Utf16) => {
            let found = wide(bytes).unwrap_or(encoding_rs::UTF_16LE);
            let (text, _) = found.decode_without_bom_handling(bytes);
            return (text, Encoding::Utf16, true);
        }
        Some(Encoding::Utf8) => return (String::from_utf8_lossy(bytes), Encoding::Utf8, true),
        None => {
            if let Some(found) = wide(bytes) {
                let (text, _) = found.decode_without_bom_handling(bytes);
                return (text, Encoding::Utf16, true);
            }
            if let Ok(text) = std::str::from_utf8(bytes) {
                return (Cow::Borrowed(text), Encoding::Utf8, true);
            }
        }
    }
    let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
    (text, Encoding::Windows1252, chosen.is_some())
}

/// The separator that gives the most rows of one and the same width.
fn find_separator(text: &str) -> char {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = text.get(..end).unwrap_or(text);
    let mut best = (0.0_f64, ',');
    for candidate in Separator::ALL {
        let mut reader = reader(sample, candidate.char());
        let mut counts: std::collections::BTreeMap<usize, u32> = std::collections::BTreeMap::new();
        let mut rows = 0_u32;
        for record in reader.records().take(400).flatten() {
            *counts.entry(record.len()).or_default() += 1;
            rows += 1;
        }
        let Some((width, hits)) = counts
            .into_iter()
            .filter(|(w, _)| *w > 1)
            .max_by_key(|(w, n)| (*n, *w))
        else {
            continue;
        };
        let share = f64::from(hits) / f64::from(rows.max(1));
        // Agreement of the rows counts most; among equals the wider table wins.
        let score = share * share * 100.0 + (width.min(40) as f64).sqrt() * 6.0;
        if score > best.0 {
            best = (score, candidate.char());
        }
    }
    best.1
}

fn reader(text: &str, separator: char) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .from_reader(text.as_bytes())
}

struct Split {
    budget: Budget,
    builder: SheetBuilder,
    repaired: Option<(String, String, u32)>,
}

impl Split {
    /// Splits the text; returns row numbers with their widths. Blank lines count as rows, as spreadsheet programs count.
    fn run(
        &mut self,
        text: &str,
        separator: char,
        first_line: u32,
    ) -> Result<Vec<(u32, u32)>, Fault> {
        let mut reader = reader(text, separator);
        let mut record = csv::StringRecord::new();
        let mut widths = Vec::new();
        let mut row = first_line.saturating_sub(1);
        loop {
            let before = usize::try_from(reader.position().byte()).unwrap_or(0);
            let more = reader
                .read_record(&mut record)
                .map_err(|e| Fault::BadText(e.to_string()))?;
            if !more {
                return Ok(widths);
            }
            row = row
                .saturating_add(1)
                .saturating_add(blank_lines(text, before));
            if widths.len() >= limits::MAX_CELLS {
                self.budget.pay(limits::MAX_TEXT_BYTES, "text")?;
            }
            widths.push((row, u32::try_from(record.len()).unwrap_or(u32::MAX)));
            for (column, cell) in record.iter().enumerate() {
                let column = u16::try_from(column).unwrap_or(u16::MAX);
                let value = self.mend(cell);
                self.builder
                    .put(&mut self.budget, row, column, Value::Text(value))?;
            }
        }
    }

    /// Repairs accents that were encoded twice (`RÃ©seau`), when the whole cell agrees that they were.
    fn mend(&mut self, cell: &str) -> String {
        if !cell.contains(['Ã', 'â', 'Â']) {
            return cell.to_owned();
        }
        let (bytes, _, unmappable) = encoding_rs::WINDOWS_1252.encode(cell);
        if unmappable {
            return cell.to_owned();
        }
        match std::str::from_utf8(&bytes) {
            Ok(mended) if mended.len() < cell.len() && mended != cell => {
                let seen = self.repaired.take();
                self.repaired = Some(match seen {
                    Some((a, b, n)) => (a, b, n + 1),
                    None => (
                        super::text::shorten(cell, 60),
                        super::text::shorten(mended, 60),
                        1,
                    ),
                });
                mended.to_owned()
            }
            _ => cell.to_owned(),
        }
    }
}

/// Empty lines that the splitter skips before the record that starts at `at`.
fn blank_lines(text: &str, at: usize) -> u32 {
    let mut lines = 0_u32;
    let mut rest = text.as_bytes().get(at..).unwrap_or_default();
    // The splitter stops between the two characters of a line end.
    if at > 0 && text.as_bytes().get(at - 1) == Some(&b'\r') {
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut bytes = rest.iter().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\n' => lines += 1,
            b'\r' => {
                if bytes.peek() == Some(&&b'\n') {
                    bytes.next();
                }
                lines += 1;
            }
            _ => break,
        }
    }
    // The position may still stand before the line end of the record just read.
    let ended = at == 0 || matches!(text.as_bytes().get(at - 1), Some(b'\n' | b'\r'));
    if ended {
        lines
    } else {
        lines.saturating_sub(1)
    }
}

/// Rows that are wider or narrower than most.
fn ragged(widths: &[(u32, u32)]) -> Vec<(u32, u32, u32)> {
    let mut counts: std::collections::BTreeMap<u32, u32> = std::collections::BTreeMap::new();
    for (_, width) in widths {
        *counts.entry(*width).or_default() += 1;
    }
    let Some((usual, hits)) = counts.into_iter().max_by_key(|(w, n)| (*n, *w)) else {
        return Vec::new();
    };
    if (hits as usize) * 2 < widths.len() {
        return Vec::new();
    }
    widths
        .iter()
        .filter(|(_, w)| *w != usual && *w > 1)
        .take(limits::MAX_PROBLEMS)
        .map(|(r, w)| (*r, *w, usual))
        .collect()
}
