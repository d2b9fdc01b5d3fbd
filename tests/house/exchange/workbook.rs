//! Makes small workbooks for tests, byte for byte the same on every run: merges, private characters, hidden sheets, lying
//! dimensions, formula errors, both date systems.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    General = 0,
    Date = 1,
    Percent = 2,
    Pounds = 3,
}

#[derive(Debug, Clone)]
pub(crate) enum Content {
    Text(String),
    Number(f64, Style),
    Error(&'static str),
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) hidden: bool,
    /// What the sheet claims as its size; the truth is not needed.
    pub(crate) dimension: Option<String>,
    pub(crate) merges: Vec<String>,
    /// Rows by their number and columns by their letter that are not shown.
    pub(crate) hides: Vec<String>,
    cells: Vec<(u32, u32, Content)>,
}

/// `AB` for 27.
pub(crate) fn letter(column: u32) -> String {
    let (mut n, mut out) = (column + 1, String::new());
    while n > 0 {
        n -= 1;
        out.insert(0, char::from(b'A' + u8::try_from(n % 26).unwrap()));
        n /= 26;
    }
    out
}

impl Sheet {
    pub(crate) fn new(name: &str) -> Self {
        Sheet {
            name: name.to_owned(),
            ..Sheet::default()
        }
    }

    /// Puts a cell at a row counted from 1 and a column counted from 0.
    pub(crate) fn put(&mut self, row: u32, column: u32, content: Content) -> &mut Self {
        self.cells.push((row, column, content));
        self
    }

    pub(crate) fn text(&mut self, row: u32, column: u32, text: &str) -> &mut Self {
        if text.is_empty() {
            self
        } else {
            self.put(row, column, Content::Text(text.to_owned()))
        }
    }

    pub(crate) fn number(&mut self, row: u32, column: u32, number: f64) -> &mut Self {
        self.put(row, column, Content::Number(number, Style::General))
    }

    pub(crate) fn row(&mut self, row: u32, texts: &[&str]) -> &mut Self {
        for (column, text) in texts.iter().enumerate() {
            self.text(row, u32::try_from(column).unwrap(), text);
        }
        self
    }

    pub(crate) fn merge(&mut self, range: &str) -> &mut Self {
        self.merges.push(range.to_owned());
        self
    }

    fn hides_row(&self, row: u32) -> bool {
        self.hides.contains(&row.to_string())
    }

    /// Columns up to the last that is hidden, and which of them are.
    fn columns(&self) -> Vec<bool> {
        let hidden = |column: u32| self.hides.contains(&letter(column));
        let last = (0..702).filter(|it| hidden(*it)).max();
        last.map_or(Vec::new(), |last| (0..=last).map(hidden).collect())
    }

    /// The same sheet as an OpenDocument table. What shows a currency does so in its text, as that format has it.
    pub(crate) fn ods_table(&self) -> String {
        let mut cells = self.cells.clone();
        cells.sort_by_key(|(r, c, _)| (*r, *c));
        let style = if self.hidden {
            " table:style-name=\"ta2\""
        } else {
            ""
        };
        let mut out = format!("<table:table table:name=\"{}\"{style}>", escape(&self.name));
        let (mut row, mut column) = (1, 0);
        for hidden in self.columns() {
            out.push_str(if hidden {
                "<table:table-column table:visibility=\"filter\"/>"
            } else {
                "<table:table-column/>"
            });
        }
        let begin = |row: u32| {
            if self.hides_row(row) {
                "<table:table-row table:visibility=\"collapse\">"
            } else {
                "<table:table-row>"
            }
        };
        out.push_str(begin(1));
        for (at, c, content) in &cells {
            if *at > row {
                out.push_str("</table:table-row>");
                if *at > row + 1 {
                    let gap = at - row - 1;
                    write!(out, "<table:table-row table:number-rows-repeated=\"{gap}\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>").unwrap();
                }
                out.push_str(begin(*at));
                (row, column) = (*at, 0);
            }
            if *c > column {
                let gap = c - column;
                write!(
                    out,
                    "<table:table-cell table:number-columns-repeated=\"{gap}\"/>"
                )
                .unwrap();
            }
            column = c + 1;
            let spans = self.spans(*at, *c);
            out.push_str(&match content {
                Content::Text(text) => {
                    let lines: Vec<String> = text.split('\n').map(escape).collect();
                    format!("<table:table-cell office:value-type=\"string\"{spans}><text:p>{}</text:p></table:table-cell>", lines.join("</text:p><text:p>"))
                }
                Content::Number(n, Style::General) => format!("<table:table-cell office:value-type=\"float\" office:value=\"{n}\"{spans}><text:p>{n}</text:p></table:table-cell>"),
                Content::Number(n, Style::Percent) => format!("<table:table-cell office:value-type=\"percentage\" office:value=\"{n}\"{spans}><text:p>{}%</text:p></table:table-cell>", n * 100.0),
                Content::Number(n, Style::Pounds) => format!("<table:table-cell office:value-type=\"currency\" office:value=\"{n}\"{spans}><text:p>£{n}</text:p></table:table-cell>"),
                Content::Number(n, Style::Date) => format!("<table:table-cell office:value-type=\"date\" office:date-value=\"{}\"{spans}><text:p>a day</text:p></table:table-cell>", day(*n)),
                Content::Error(error) => format!("<table:table-cell calcext:value-type=\"error\" office:value-type=\"string\"{spans}><text:p>{error}</text:p></table:table-cell>"),
            });
        }
        out.push_str("</table:table-row></table:table>");
        out
    }

    /// How far the merge reaches that begins at a cell, as attributes.
    fn spans(&self, row: u32, column: u32) -> String {
        let from = format!("{}{row}:", letter(column));
        let Some(range) = self.merges.iter().find(|it| it.starts_with(&from)) else {
            return String::new();
        };
        let (left, top, right, bottom) = corners(range);
        format!(
            " table:number-columns-spanned=\"{}\" table:number-rows-spanned=\"{}\"",
            right - left + 1,
            bottom - top + 1
        )
    }

    fn xml(&self) -> String {
        let mut cells = self.cells.clone();
        cells.sort_by_key(|(r, c, _)| (*r, *c));
        let mut out = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">",
        );
        if let Some(dimension) = &self.dimension {
            write!(out, "<dimension ref=\"{dimension}\"/>").unwrap();
        }
        let columns = self.columns();
        if !columns.is_empty() {
            out.push_str("<cols>");
            for (at, hidden) in columns.iter().enumerate() {
                let n = at + 1;
                let mark = if *hidden { " hidden=\"1\"" } else { "" };
                write!(out, "<col min=\"{n}\" max=\"{n}\" width=\"9\"{mark}/>").unwrap();
            }
            out.push_str("</cols>");
        }
        out.push_str("<sheetData>");
        let mut current = 0;
        for (row, column, content) in &cells {
            if *row != current {
                if current != 0 {
                    out.push_str("</row>");
                }
                let mark = if self.hides_row(*row) {
                    " hidden=\"1\""
                } else {
                    ""
                };
                write!(out, "<row r=\"{row}\"{mark}>").unwrap();
                current = *row;
            }
            let at = format!("{}{row}", letter(*column));
            match content {
                Content::Text(text) => {
                    write!(out, "<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>", escape(text)).unwrap();
                }
                Content::Number(n, style) => {
                    write!(out, "<c r=\"{at}\" s=\"{}\"><v>{n}</v></c>", *style as u8).unwrap()
                }
                Content::Error(error) => {
                    write!(out, "<c r=\"{at}\" t=\"e\"><v>{error}</v></c>").unwrap()
                }
            }
        }
        if current != 0 {
            out.push_str("</row>");
        }
        out.push_str("</sheetData>");
        if !self.merges.is_empty() {
            write!(out, "<mergeCells count=\"{}\">", self.merges.len()).unwrap();
            for range in &self.merges {
                write!(out, "<mergeCell ref=\"{range}\"/>").unwrap();
            }
            out.push_str("</mergeCells>");
        }
        out.push_str("</worksheet>");
        out
    }
}

/// Column and row of both corners of `B2:D4`.
fn corners(range: &str) -> (u32, u32, u32, u32) {
    let cell = |text: &str| {
        let digits = text.find(|c: char| c.is_ascii_digit()).unwrap();
        let column = text[..digits]
            .bytes()
            .fold(0, |n, b| n * 26 + u32::from(b - b'A') + 1);
        (column - 1, text[digits..].parse().unwrap())
    };
    let (from, to) = range.split_once(':').unwrap();
    let ((left, top), (right, bottom)) = (cell(from), cell(to));
    (left, top, right, bottom)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The number of days that a workbook stores for a date, 1900 system.
pub(crate) fn serial(year: i32, month: u32, day: u32) -> f64 {
    let date = |y, m, d| portfolio::model::Date::from_ymd_opt(y, m, d).unwrap();
    (date(year, month, day) - date(1899, 12, 30)).num_days() as f64
}

/// The day of such a number.
fn day(serial: f64) -> String {
    let base = portfolio::model::Date::from_ymd_opt(1899, 12, 30).unwrap();
    (base + chrono::Duration::days(serial as i64)).to_string()
}

/// The bytes of a workbook.
pub(crate) fn xlsx(sheets: &[Sheet], date1904: bool) -> Vec<u8> {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    let (mut types, mut list, mut links) = (String::new(), String::new(), String::new());
    for (at, sheet) in sheets.iter().enumerate() {
        let n = at + 1;
        let state = if sheet.hidden {
            " state=\"hidden\""
        } else {
            ""
        };
        write!(types, "<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>").unwrap();
        write!(
            list,
            "<sheet name=\"{}\" sheetId=\"{n}\"{state} r:id=\"rId{n}\"/>",
            escape(&sheet.name)
        )
        .unwrap();
        write!(links, "<Relationship Id=\"rId{n}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>").unwrap();
    }
    let mut parts = vec![
        (
            "[Content_Types].xml".to_owned(),
            format!(
                "{head}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>{types}</Types>"
            ),
        ),
        (
            "_rels/.rels".to_owned(),
            format!(
                "{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "{head}<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><workbookPr{}/><sheets>{list}</sheets></workbook>",
                if date1904 { " date1904=\"1\"" } else { "" }
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                "{head}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}<Relationship Id=\"rId9999\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml".to_owned(),
            format!(
                "{head}<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"[$£-809]#,##0\"/></numFmts><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"9\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            ),
        ),
    ];
    for (at, sheet) in sheets.iter().enumerate() {
        parts.push((format!("xl/worksheets/sheet{}.xml", at + 1), sheet.xml()));
    }
    zip_of(
        &parts
            .iter()
            .map(|(n, t)| (n.as_str(), t.as_bytes().to_vec()))
            .collect::<Vec<_>>(),
    )
}

/// An archive of the given parts.
pub(crate) fn zip_of(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options =
        zip::write::SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for (name, bytes) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An OpenDocument workbook around the XML of its tables.
pub(crate) fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"><office:automatic-styles><style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    zip_of(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet".to_vec(),
        ),
        ("content.xml", content.into_bytes()),
    ])
}
