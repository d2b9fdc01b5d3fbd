//! What only OpenDocument workbooks have: kinds of cells, remarks pinned to cells, repetitions, lines inside of a cell.

use portfolio::Code;
use portfolio::exchange::{Mapping, Row, preview, read_rows};
use portfolio::model::Lang;
use serde_json::Value;

use crate::workbook::{ods, zip_of};

fn cell(text: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
    )
}

fn row(cells: &[String]) -> String {
    format!("<table:table-row>{}</table:table-row>", cells.concat())
}

/// A table of three projects whose third column holds these cells.
fn table(header: &str, cells: [&str; 3]) -> Vec<u8> {
    let mut rows = row(&[cell("Project"), cell("Owner"), cell(header)]);
    for (name, last) in ["Tide display", "Pier gates", "Night boat"]
        .iter()
        .zip(cells)
    {
        rows.push_str(&row(&[cell(name), cell("Ana Ortiz"), last.to_owned()]));
    }
    ods(&format!(
        "<table:table table:name=\"S\">{rows}</table:table>"
    ))
}

fn rows(bytes: &[u8]) -> Vec<Row> {
    read_rows(bytes, "list.ods", &Mapping::default())
        .unwrap()
        .rows
}

/// A field of each row: its value, or the words in its place.
fn all(header: &str, field: &str, cells: [&str; 3]) -> Vec<String> {
    let rows = rows(&table(header, cells));
    let told = rows.iter().map(|it| {
        let value = serde_json::to_value(it).unwrap()[field].clone();
        match (&value["known"], &value["missing"]["said"]) {
            (Value::Null, Value::String(said)) => format!("({said})"),
            (Value::String(text), _) => text.clone(),
            (Value::Object(money), _) => format!(
                "{} {}",
                money["amount"].as_str().unwrap(),
                money["currency"].as_str().unwrap()
            ),
            (known, _) => known.to_string(),
        }
    });
    told.collect()
}

#[test]
fn a_cell_is_read_by_its_value_and_by_what_it_shows_where_it_has_none() {
    let dates = all(
        "End date",
        "end",
        [
            "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-12-31\"><text:p>New Year’s Eve</text:p></table:table-cell>",
            "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-12-31T18:30:00\"><text:p>31/12</text:p></table:table-cell>",
            "<table:table-cell office:value-type=\"date\" office:date-value=\"soon\"><text:p>30.06.2027</text:p></table:table-cell>",
        ],
    );
    assert_eq!(dates, ["2026-12-31", "2026-12-31", "2027-06-30"]);
    let shares = all(
        "Progress",
        "percent_complete",
        [
            "<table:table-cell office:value-type=\"percentage\" office:value=\"0.45\"><text:p>45 %</text:p></table:table-cell>",
            "<table:table-cell office:value-type=\"float\" office:value=\"80\"><text:p>eighty</text:p></table:table-cell>",
            "<table:table-cell office:value-type=\"float\"><text:p>12</text:p></table:table-cell>",
        ],
    );
    assert_eq!(shares, ["45.0", "80.0", "12.0"]);
}

#[test]
fn an_amount_keeps_the_currency_that_it_shows() {
    let money = |value: &str, shown: &str| {
        format!(
            "<table:table-cell office:value-type=\"currency\" office:value=\"{value}\"><text:p>{shown}</text:p></table:table-cell>"
        )
    };
    let cells = [
        money("1250.5", "1 250,50 €"),
        money("-80", "(80,00 €)"),
        money("300", "€300.00"),
    ];
    let amounts = all("Budget", "budget", [&cells[0], &cells[1], &cells[2]]);
    assert_eq!(amounts, ["1250.5 EUR", "-80 EUR", "300 EUR"]);
    // One that shows a sign nobody knows is a number.
    let cells = [
        money("1250.5", "1 250,50 ₿"),
        money("80", "80"),
        money("300", "300"),
    ];
    let amounts = all("Budget (€)", "budget", [&cells[0], &cells[1], &cells[2]]);
    assert_eq!(amounts, ["1250.5 EUR", "80 EUR", "300 EUR"]);
}

#[test]
fn an_error_is_an_error_and_a_remark_pinned_to_a_cell_is_not_its_text() {
    let budgets = all(
        "Budget (€)",
        "budget",
        [
            "<table:table-cell calcext:value-type=\"error\" office:value-type=\"string\" office:string-value=\"\"><text:p>#DIV/0!</text:p></table:table-cell>",
            "<table:table-cell office:value-type=\"float\" office:value=\"120000\"><office:annotation><text:p>Ask Ben about this, it was 90000</text:p></office:annotation><text:p>120000</text:p></table:table-cell>",
            "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>why</text:p></office:annotation><text:p>nfp</text:p></table:table-cell>",
        ],
    );
    assert_eq!(budgets, ["(#DIV/0!)", "120000 EUR", "(nfp)"]);
}

#[test]
fn lines_blanks_and_signs_inside_of_a_cell_are_kept() {
    let texts = all(
        "Description",
        "description",
        [
            "<table:table-cell office:value-type=\"string\"><text:p>one</text:p><text:p>two<text:line-break/>three</text:p></table:table-cell>",
            "<table:table-cell office:value-type=\"string\"><text:p>a<text:s text:c=\"3\"/>b<text:tab/>c &amp; &lt;d&gt; &#233;</text:p></table:table-cell>",
            "<table:table-cell office:value-type=\"string\"><text:p>a <text:span>part</text:span> of it, and <text:a>a link</text:a></text:p></table:table-cell>",
        ],
    );
    assert_eq!(
        texts,
        [
            "one\ntwo\nthree",
            "a   b\tc & <d> é",
            "a part of it, and a link"
        ]
    );
}

#[test]
fn repetitions_of_something_are_believed_as_far_as_anybody_types() {
    let header = row(&[cell("Project"), cell("Owner"), cell("Site")]);
    let repeated = |rows: u32| {
        let body = format!(
            "<table:table-row table:number-rows-repeated=\"{rows}\">{}<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"2\"><text:p>North</text:p></table:table-cell></table:table-row>",
            cell("Tide display")
        );
        let tables = format!("<table:table table:name=\"S\">{header}{body}</table:table>");
        preview(&ods(&tables), "list.ods", &Mapping::default(), Lang::En)
            .unwrap()
            .counts
            .initiatives
    };
    assert_eq!(repeated(3), 3);
    assert_eq!(repeated(1_000), 1_000);
    assert_eq!(repeated(1_048_575), 1_000, "nobody typed that");
    let rows = rows(&ods(&format!(
        "<table:table table:name=\"S\">{header}<table:table-row table:number-rows-repeated=\"5000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>{}{}</table:table>",
        row(&[cell("Tide display"), cell("Ana Ortiz"), cell("North")]),
        row(&[cell("Pier gates"), cell("Ben Cole"), cell("South")]),
    )));
    assert_eq!(
        rows.iter().map(|it| it.number).collect::<Vec<_>>(),
        [5_002, 5_003],
        "blank rows are counted"
    );
}

#[test]
fn a_locked_a_broken_and_a_foreign_document_are_told_apart() {
    let mime = |kind: &str| {
        (
            "mimetype",
            format!("application/vnd.oasis.opendocument.{kind}").into_bytes(),
        )
    };
    let content = |xml: &str| ("content.xml", xml.as_bytes().to_vec());
    let manifest = (
        "META-INF/manifest.xml",
        b"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>".to_vec(),
    );
    for (parts, code, word) in [
        (
            vec![mime("spreadsheet"), content("<a/>"), manifest],
            Code::PasswordProtected,
            "password",
        ),
        (
            vec![
                mime("spreadsheet"),
                content("<office:body><table:table></office:body>"),
            ],
            Code::NotReadable,
            "content.xml",
        ),
        (
            vec![mime("text"), content("<a/>")],
            Code::NotReadable,
            "a text document",
        ),
        (
            vec![mime("graphics"), content("<a/>")],
            Code::NotReadable,
            "without a workbook",
        ),
    ] {
        let error =
            preview(&zip_of(&parts), "list.ods", &Mapping::default(), Lang::En).unwrap_err();
        assert_eq!(error.code, code, "{error}");
        assert!(error.message.en.contains(word), "{error}");
    }
    let empty = preview(&ods(""), "list.ods", &Mapping::default(), Lang::En).unwrap();
    assert!(empty.sheets.is_empty() && empty.table.is_none());
}
