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

    fn xml(&self) -> String {
        let mut cells = self.cells.clone();
        cells.sort_by_key(|(r, c, _)| (*r, *c));
        let mut out = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">",
        );
        if let Some(dimension) = &self.dimension {
            write!(out, "<dimension ref=\"{dimension}\"/>").unwrap();
        }
        out.push_str("<sheetData>");
        let mut current = 0;
        for (row, column, content) in &cells {
            if *row != current {
                if current != 0 {
                    out.push_str("</row>");
                }
                write!(out, "<row r=\"{row}\">").unwrap();
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
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"><office:automatic-styles><style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    zip_of(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet".to_vec(),
        ),
        ("content.xml", content.into_bytes()),
    ])
}
