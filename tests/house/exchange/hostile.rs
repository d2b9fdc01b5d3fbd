//! Files that lie, break or mean harm: always an error that helps or a table, never a panic, never much memory.

use portfolio::exchange::{Mapping, check_size, preview, read_rows};
use portfolio::model::Lang;
use portfolio::{Code, Error};
use proptest::prelude::*;

use crate::workbook::{Content, Sheet, ods, xlsx, zip_of};

fn error(bytes: &[u8], name: &str) -> Error {
    preview(bytes, name, &Mapping::default(), Lang::En).expect_err(name)
}

/// A table that everything recognises, to be damaged.
fn sound() -> Vec<u8> {
    let mut sheet = Sheet::new("Projects");
    sheet.row(1, &["Project name", "Owner", "Status", "Budget (€)"]);
    for n in 2..12 {
        sheet
            .row(
                n,
                &[&format!("Project number {n} of many"), "Ada Bell", "Green"],
            )
            .number(n, 3, f64::from(n) * 1000.0);
    }
    xlsx(&[sheet], false)
}

#[test]
fn a_workbook_of_two_cells_at_the_far_corners_needs_little_memory() {
    let mut sheet = Sheet::new("Far");
    sheet.dimension = Some("A1:XFD1048576".to_owned());
    sheet.text(1, 0, "near").text(1_048_576, 16_383, "far");
    let bytes = xlsx(&[sheet], false);
    assert!(bytes.len() < 4_096, "{} bytes", bytes.len());
    let seen = preview(&bytes, "far.xlsx", &Mapping::default(), Lang::En).unwrap();
    assert!(seen.table.is_none());
    assert_eq!(seen.sheets[0].rows, 2);
    assert_eq!(
        read_rows(&bytes, "far.xlsx", &Mapping::default())
            .unwrap_err()
            .code,
        Code::NothingToImport
    );
}

#[test]
fn each_kind_of_unusable_file_has_its_own_message_and_remedy() {
    let mut cfb = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let mut old = cfb.clone();
    cfb.extend([0; 600]);
    cfb.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    old.extend([0; 600]);
    old.extend("Workbook".encode_utf16().flat_map(u16::to_le_bytes));
    let whole = sound();
    let cases: Vec<(&str, Vec<u8>, Code, &str)> = vec![
        ("empty.xlsx", Vec::new(), Code::NothingToImport, "0 bytes"),
        (
            "blank.csv",
            b"  \n\n ".to_vec(),
            Code::NothingToImport,
            "empty",
        ),
        (
            "report.xlsx",
            b"%PDF-1.7\n%\xE2\xE3\xCF\xD3 and so on".to_vec(),
            Code::NotReadable,
            "PDF",
        ),
        ("locked.xlsx", cfb, Code::PasswordProtected, "password"),
        ("ancient.xls", old, Code::NotReadable, "97–2003"),
        (
            "cut.xlsx",
            whole[..whole.len() / 2].to_vec(),
            Code::NotReadable,
            "cut short",
        ),
        (
            "export.xls",
            b"<html><body><table><tr><td>1</td></tr></table></body></html>".to_vec(),
            Code::NotReadable,
            "web page",
        ),
        (
            "mine.thru",
            b"SQLite format 3\0 and the rest of it".to_vec(),
            Code::NotReadable,
            "Throughline",
        ),
        (
            "notes.xlsx",
            zip_of(&[("word/document.xml", b"<w/>".to_vec())]),
            Code::NotReadable,
            "text document",
        ),
        (
            "things.xlsx",
            zip_of(&[("a.txt", b"a".to_vec())]),
            Code::NotReadable,
            "without a workbook",
        ),
        (
            "fast.xlsb",
            zip_of(&[("xl/workbook.bin", b"a".to_vec())]),
            Code::NotReadable,
            "binary workbook",
        ),
        (
            "plan.csv",
            b"<?xml version=\"1.0\"?><Plan></Plan>".to_vec(),
            Code::NotReadable,
            "XML",
        ),
        (
            "data.csv",
            b"{\"a\": [1, 2]}".to_vec(),
            Code::NotReadable,
            "JSON",
        ),
        (
            "photo.csv",
            b"\x89PNG\r\n\x1a\n".to_vec(),
            Code::NotReadable,
            "image",
        ),
        (
            "blob.csv",
            (0..4096_u32).map(|n| (n * 7 % 11) as u8).collect(),
            Code::NotReadable,
            "binary data",
        ),
    ];
    for (name, bytes, code, part) in cases {
        let found = error(&bytes, name);
        assert_eq!(found.code, code, "{name}: {found}");
        for lang in [Lang::En, Lang::Fr] {
            assert!(
                found.message.get(lang).contains(name),
                "{name} is not named"
            );
            assert!(found.hint.get(lang).len() > 30, "{name} has no remedy");
        }
        assert!(
            found.message.get(Lang::En).contains(part),
            "{name}: {}",
            found.message.get(Lang::En)
        );
        assert_ne!(found.message.get(Lang::En), found.message.get(Lang::Fr));
    }
}

#[test]
fn a_file_of_200_megabytes_is_refused_by_its_size_alone() {
    let refused = check_size(200 * 1024 * 1024, "all.csv").unwrap_err();
    assert_eq!(refused.code, Code::TooLarge);
    assert!(refused.message.en.contains("200 MB") && refused.message.en.contains("all.csv"));
    assert!(check_size(1024, "all.csv").is_ok());
}

#[test]
fn a_workbook_that_unpacks_to_far_more_than_it_should_is_refused() {
    let long = format!("<sst>{}</sst>", " ".repeat(20 * 1024 * 1024));
    let deep = "<a>".repeat(1_000);
    let styles = "<xf/>".repeat(500_000);
    for (part, xml) in [
        ("xl/sharedStrings.xml", long),
        ("xl/worksheets/sheet1.xml", deep),
        ("xl/styles.xml", styles),
    ] {
        let bytes = zip_of(&[
            ("xl/workbook.xml", b"<workbook/>".to_vec()),
            (part, xml.into_bytes()),
        ]);
        assert!(bytes.len() < 1_000_000);
        let found = error(&bytes, "bomb.xlsx");
        assert_eq!(found.code, Code::TooLarge, "{part}: {found}");
        assert!(found.message.en.contains(part));
    }
}

#[test]
fn repeated_cells_of_an_open_document_are_not_believed() {
    let tables = "<table:table table:name=\"T\">\
        <table:table-row><table:table-cell office:value-type=\"string\"><text:p>Project name</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Owner</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16382\"/></table:table-row>\
        <table:table-row table:number-rows-repeated=\"1048575\"><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16384\"><text:p>again</text:p></table:table-cell></table:table-row></table:table>";
    let found = preview(&ods(tables), "many.ods", &Mapping::default(), Lang::En);
    match found {
        Err(error) => assert_eq!(error.code, Code::TooLarge),
        Ok(seen) => assert!(seen.counts.initiatives <= 1_000),
    }
}

#[test]
fn a_broken_sheet_does_not_take_the_others_with_it() {
    let mut broken = Sheet::new("Broken");
    broken.put(1, 0, Content::Error("#REF!"));
    let mut good = Sheet::new("Good");
    good.row(1, &["Project name", "Owner"])
        .row(2, &["Night bus pilot", "I. Okafor"])
        .row(3, &["Lift renewal", "M. Haddad"]);
    let bytes = xlsx(&[broken, good], false);
    let rows = read_rows(&bytes, "two.xlsx", &Mapping::default()).unwrap();
    assert_eq!((rows.sheet.as_str(), rows.rows.len()), ("Good", 2));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_give_an_error_or_a_preview(bytes in proptest::collection::vec(any::<u8>(), 0..4096)) {
        let seen = preview(&bytes, "any.csv", &Mapping::default(), Lang::Fr);
        prop_assert!(seen.map_or_else(|e| !e.message.fr.is_empty(), |p| !p.schema.is_empty()));
    }

    #[test]
    fn arbitrary_text_gives_an_error_or_a_preview(text in "[a-zA-Z0-9éÃ;,\t|\"'\n\r (){}<>%£$€./:-]{0,2000}") {
        let seen = preview(text.as_bytes(), "any.csv", &Mapping::default(), Lang::En);
        prop_assert!(seen.map_or_else(|e| !e.message.en.is_empty(), |p| !p.schema.is_empty()));
    }

    #[test]
    fn damaged_workbooks_give_an_error_or_a_preview(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        let mut bytes = sound();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let seen = preview(&bytes, "damaged.xlsx", &Mapping::default(), Lang::En);
        prop_assert!(seen.map_or_else(|e| !e.message.en.is_empty(), |p| !p.schema.is_empty()));
    }

    #[test]
    fn damaged_sheet_xml_gives_an_error_or_a_preview(changes in proptest::collection::vec((any::<prop::sample::Index>(), "[<>/=\"a-z0-9 ]{1,6}"), 1..6)) {
        let mut xml = "<worksheet><dimension ref=\"A1:D4\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Project name</t></is></c><c r=\"B1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" s=\"1\"><v>45000</v></c><c t=\"e\"><v>#REF!</v></c></row></sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells></worksheet>".to_owned();
        for (at, text) in changes {
            let at = at.index(xml.len());
            xml.replace_range(at..=at, &text);
        }
        let bytes = zip_of(&[
            ("xl/workbook.xml", b"<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>".to_vec()),
            ("xl/_rels/workbook.xml.rels", b"<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>".to_vec()),
            ("_rels/.rels", b"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_vec()),
            ("xl/sharedStrings.xml", b"<sst><si><t>Owner</t></si></sst>".to_vec()),
            ("xl/styles.xml", b"<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>".to_vec()),
            ("xl/worksheets/sheet1.xml", xml.into_bytes()),
        ]);
        let seen = preview(&bytes, "damaged.xlsx", &Mapping::default(), Lang::En);
        prop_assert!(seen.map_or_else(|e| !e.message.en.is_empty(), |p| !p.schema.is_empty()));
    }
}
