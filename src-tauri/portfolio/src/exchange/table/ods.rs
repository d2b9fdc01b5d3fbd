//! Reads OpenDocument workbooks (.ods) straight from their XML, because the number of repeated rows and cells that they declare
//! may be a million times what they hold: repetitions of nothing are skipped, repetitions of something are paid for.

use std::collections::BTreeSet;
use std::io::{BufReader, Cursor, Read};

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::error::{Counted, Fault};
use super::grid::{Book, Budget, Format, Merge, Sheet, SheetBuilder, Value};
use super::{archive, date, limits};

/// Repetitions of a filled row that are believed.
const MAX_ROWS_REPEATED: u32 = 1_000;
/// Repetitions of a filled cell that are believed.
const MAX_CELLS_REPEATED: u32 = 64;

/// Reads all sheets.
///
/// # Errors
/// A fault that says which part is damaged or too large.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Fault> {
    archive::check(bytes)?;
    if let Some(manifest) = archive::read_small(bytes, "META-INF/manifest.xml", 262_144)
        && String::from_utf8_lossy(&manifest).contains("encryption-data")
    {
        return Err(Fault::Password);
    }
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Truncated)?;
    let part = zip
        .by_name("content.xml")
        .map_err(|e| damaged("content.xml", &e))?;
    let mut parser = Parser {
        reader: Reader::from_reader(BufReader::new(part)),
        buffer: Vec::new(),
        budget: Budget::default(),
        sheets: Vec::new(),
        hidden_styles: BTreeSet::new(),
    };
    parser.run()?;
    Ok(Book {
        format: Format::Ods,
        sheets: parser.sheets,
        text: None,
    })
}

fn damaged(place: &str, error: &dyn std::fmt::Display) -> Fault {
    Fault::Damaged {
        place: place.to_owned(),
        detail: super::text::shorten(&error.to_string(), 120),
    }
}

struct Parser<R: Read> {
    reader: Reader<BufReader<R>>,
    buffer: Vec<u8>,
    budget: Budget,
    sheets: Vec<Sheet>,
    hidden_styles: BTreeSet<String>,
}

/// One sheet while it is read.
struct Open {
    builder: SheetBuilder,
    merges: Vec<Merge>,
    hidden: bool,
    /// The row being read, counted from 1.
    row: u32,
    row_repeat: u32,
    column: u32,
    /// Filled cells of the row being read.
    cells: Vec<(u16, Value)>,
    row_hidden: bool,
    places: super::hidden::Hidden,
    /// The column that the next declaration of columns begins with.
    declared: u32,
}

/// One cell while it is read.
#[derive(Default)]
struct OpenCell {
    kind: String,
    value: Option<String>,
    repeat: u32,
    columns: u32,
    rows: u32,
    text: String,
    paragraphs: u32,
    covered: bool,
}

impl<R: Read> Parser<R> {
    fn run(&mut self) -> Result<(), Fault> {
        let mut style = String::new();
        let mut open: Option<Open> = None;
        let mut cell: Option<OpenCell> = None;
        let mut annotation = 0_u32;
        loop {
            self.buffer.clear();
            let event = self
                .reader
                .read_event_into(&mut self.buffer)
                .map_err(|e| damaged("content.xml", &e))?;
            match event {
                Event::Eof => return Ok(()),
                Event::Start(e) | Event::Empty(e) if e.name().as_ref() == "style:style" => {
                    style = attribute(&e, "style:name").unwrap_or_default();
                }
                Event::Start(e) | Event::Empty(e)
                    if e.name().as_ref() == "style:table-properties" =>
                {
                    if attribute(&e, "table:display").as_deref() == Some("false") {
                        self.hidden_styles.insert(style.clone());
                    }
                }
                Event::Start(e) if e.name().as_ref() == "office:annotation" => annotation += 1,
                Event::End(e) if e.name().as_ref() == "office:annotation" => {
                    annotation = annotation.saturating_sub(1)
                }
                Event::Start(e) if e.name().as_ref() == "table:table" && open.is_none() => {
                    if self.sheets.len() >= limits::MAX_SHEETS {
                        return Err(Fault::TooMany {
                            place: "content.xml".to_owned(),
                            what: Counted::Sheets,
                            limit: limits::MAX_SHEETS as u64,
                        });
                    }
                    open = Some(Open::new(&e, &self.hidden_styles));
                }
                Event::End(e) if e.name().as_ref() == "table:table" => {
                    if let Some(done) = open.take() {
                        let mut sheet = done.builder.finish(done.merges)?;
                        sheet.hidden = done.hidden;
                        sheet.not_shown = done.places;
                        self.sheets.push(sheet);
                    }
                }
                Event::Start(e) | Event::Empty(e)
                    if e.name().as_ref() == "table:table-column" && cell.is_none() =>
                {
                    if let Some(open) = &mut open {
                        open.declare(&e);
                    }
                }
                Event::Start(e) if e.name().as_ref() == "table:table-row" => {
                    if let Some(open) = &mut open {
                        open.begin_row(&e);
                    }
                }
                Event::Empty(e) if e.name().as_ref() == "table:table-row" => {
                    if let Some(open) = &mut open {
                        open.begin_row(&e);
                        open.end_row(&mut self.budget)?;
                    }
                }
                Event::End(e) if e.name().as_ref() == "table:table-row" => {
                    if let Some(open) = &mut open {
                        open.end_row(&mut self.budget)?;
                    }
                }
                Event::Start(e) if is_cell(&e) => cell = Some(OpenCell::new(&e)),
                Event::Empty(e) if is_cell(&e) => {
                    if let Some(open) = &mut open {
                        open.put(OpenCell::new(&e));
                    }
                }
                Event::End(e)
                    if matches!(
                        e.name().as_ref(),
                        "table:table-cell" | "table:covered-table-cell"
                    ) =>
                {
                    if let (Some(open), Some(cell)) = (&mut open, cell.take()) {
                        open.put(cell);
                    }
                }
                other => {
                    if let (Some(cell), 0) = (&mut cell, annotation) {
                        cell.hear(&other);
                    }
                }
            }
        }
    }
}

fn is_cell(e: &BytesStart<'_>) -> bool {
    matches!(
        e.name().as_ref(),
        "table:table-cell" | "table:covered-table-cell"
    )
}

fn attribute(e: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = e
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|a| a.key.as_ref() == name)?;
    found
        .normalized_value(XmlVersion::Implicit1_0)
        .ok()
        .map(|v| v.into_owned())
}

/// Hidden by hand or by a filter.
fn is_hidden(e: &BytesStart<'_>) -> bool {
    attribute(e, "table:visibility").is_some_and(|it| it != "visible")
}

fn count(e: &BytesStart<'_>, name: &str) -> u32 {
    attribute(e, name).and_then(|v| v.parse().ok()).unwrap_or(1)
}

impl Open {
    fn new(e: &BytesStart<'_>, hidden: &BTreeSet<String>) -> Self {
        let name = attribute(e, "table:name").unwrap_or_default();
        let style = attribute(e, "table:style-name").unwrap_or_default();
        Open {
            builder: SheetBuilder::new(&name),
            merges: Vec::new(),
            hidden: hidden.contains(&style),
            row: 1,
            row_repeat: 1,
            column: 0,
            cells: Vec::new(),
            row_hidden: false,
            places: super::hidden::Hidden::default(),
            declared: 0,
        }
    }

    fn declare(&mut self, e: &BytesStart<'_>) {
        let first = self.declared;
        self.declared = first.saturating_add(count(e, "table:number-columns-repeated").max(1));
        if is_hidden(e) {
            let columns = first..self.declared.min(limits::MAX_COLUMNS as u32);
            let columns = columns.filter_map(|it| u16::try_from(it).ok());
            self.places.columns.extend(columns);
        }
    }

    fn begin_row(&mut self, e: &BytesStart<'_>) {
        self.row_hidden = is_hidden(e);
        self.row_repeat = count(e, "table:number-rows-repeated").max(1);
        self.column = 0;
        self.cells.clear();
    }

    fn end_row(&mut self, budget: &mut Budget) -> Result<(), Fault> {
        let cells = std::mem::take(&mut self.cells);
        if !cells.is_empty() {
            for n in 0..self.row_repeat.min(MAX_ROWS_REPEATED) {
                if self.row_hidden {
                    self.places.rows.insert(self.row.saturating_add(n));
                }
                for (column, value) in &cells {
                    self.builder
                        .put(budget, self.row.saturating_add(n), *column, value.clone())?;
                }
            }
        }
        self.row = self.row.saturating_add(self.row_repeat);
        Ok(())
    }

    fn put(&mut self, cell: OpenCell) {
        let (column, repeat) = (self.column, cell.repeat.max(1));
        self.column = self.column.saturating_add(repeat);
        let Ok(at) = u16::try_from(column) else {
            return;
        };
        if (cell.columns > 1 || cell.rows > 1) && self.merges.len() < limits::MAX_MERGES {
            self.merges.push(Merge {
                top: self.row,
                bottom: self.row.saturating_add(cell.rows.max(1) - 1),
                left: at,
                right: u16::try_from(column.saturating_add(cell.columns.max(1) - 1))
                    .unwrap_or(u16::MAX),
            });
        }
        if cell.covered {
            return;
        }
        let Some(value) = cell.into_value() else {
            return;
        };
        for n in 0..repeat.min(MAX_CELLS_REPEATED) {
            if let Ok(column) = u16::try_from(column.saturating_add(n)) {
                self.cells.push((column, value.clone()));
            }
        }
    }
}

impl OpenCell {
    fn new(e: &BytesStart<'_>) -> Self {
        let kind = attribute(e, "calcext:value-type")
            .filter(|k| k == "error")
            .or_else(|| attribute(e, "office:value-type"))
            .unwrap_or_default();
        let value = match kind.as_str() {
            "float" | "percentage" | "currency" => attribute(e, "office:value"),
            "date" => attribute(e, "office:date-value"),
            "boolean" => attribute(e, "office:boolean-value"),
            "string" => attribute(e, "office:string-value"),
            _ => None,
        };
        OpenCell {
            kind,
            value,
            repeat: count(e, "table:number-columns-repeated"),
            columns: count(e, "table:number-columns-spanned"),
            rows: count(e, "table:number-rows-spanned"),
            covered: e.name().as_ref() == "table:covered-table-cell",
            ..OpenCell::default()
        }
    }

    /// Collects the shown text: paragraphs as lines, `text:s` as blanks.
    fn hear(&mut self, event: &Event<'_>) {
        if self.text.len() > limits::MAX_CELL_BYTES {
            return;
        }
        match event {
            Event::Text(text) => self.text.push_str(&text.xml10_content()),
            Event::CData(text) => self.text.push_str(&text.xml10_content()),
            Event::GeneralRef(entity) => match entity.resolve_char_ref() {
                Ok(Some(c)) => self.text.push(c),
                _ => match &**entity {
                    "amp" => self.text.push('&'),
                    "lt" => self.text.push('<'),
                    "gt" => self.text.push('>'),
                    "quot" => self.text.push('"'),
                    "apos" => self.text.push('\''),
                    _ => {}
                },
            },
            Event::Start(e) if e.name().as_ref() == "text:p" => {
                if self.paragraphs > 0 {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
            }
            Event::Empty(e) => match e.name().as_ref() {
                "text:s" => {
                    let blanks = count(e, "text:c").clamp(1, 64) as usize;
                    self.text.push_str(&" ".repeat(blanks));
                }
                "text:tab" => self.text.push('\t'),
                "text:line-break" => self.text.push('\n'),
                _ => {}
            },
            _ => {}
        }
    }

    fn into_value(self) -> Option<Value> {
        let shown = || (!self.text.trim().is_empty()).then(|| Value::Text(self.text.clone()));
        let number = || {
            self.value
                .as_deref()
                .and_then(|v| v.parse::<f64>().ok())
                .filter(|n| n.is_finite())
        };
        match self.kind.as_str() {
            "float" => number().map(Value::Number).or_else(shown),
            "percentage" => number().map(Value::Percent).or_else(shown),
            // The shown text carries the currency, the value the exact amount.
            "currency" => number().map(|n| {
                let mark: String = self
                    .text
                    .chars()
                    .filter(|c| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '-' | '(' | ')'))
                    .collect();
                match super::unit::currency_of(&mark) {
                    Some(_) => Value::Text(format!("{} {}", mark.trim(), super::number::plain(n))),
                    None => Value::Number(n),
                }
            }),
            "date" => self
                .value
                .as_deref()
                .and_then(date::iso)
                .map(Value::Date)
                .or_else(shown),
            "boolean" => Some(Value::Bool(self.value.as_deref() == Some("true"))),
            "error" => Some(Value::Error(super::text::shorten(self.text.trim(), 40))),
            _ => self
                .value
                .clone()
                .filter(|v| !v.trim().is_empty())
                .map(Value::Text)
                .or_else(shown),
        }
    }
}
