//! Oddities that only workbooks have, each in a workbook made for it.

use portfolio::exchange::{Mapping, Mark, Preview, Role, Rows, Scale, Verdict, preview, read_rows};
use portfolio::model::{Lang, Maybe};

use crate::workbook::{Content, Sheet, Style, ods, serial, xlsx};

fn look(bytes: &[u8]) -> (Preview, Rows) {
    let name = "case.xlsx";
    (
        preview(bytes, name, &Mapping::default(), Lang::En).unwrap(),
        read_rows(bytes, name, &Mapping::default()).unwrap(),
    )
}

fn roles(preview: &Preview) -> Vec<(String, Role)> {
    preview
        .columns
        .iter()
        .map(|c| (c.header.clone(), c.role))
        .collect()
}

fn known<T: Clone>(field: &Option<Maybe<T>>) -> Option<T> {
    field.as_ref().and_then(Maybe::known).cloned()
}

#[test]
fn vertical_merges_spread_down_and_say_so() {
    let mut sheet = Sheet::new("Suivi");
    sheet
        .row(1, &["Portfolio", "Project name", "Owner"])
        .merge("A2:A4");
    sheet
        .row(2, &["Network", "One Ticket app", "L. Petrov"])
        .row(3, &["", "Control room", "S. Brandt"])
        .row(4, &["", "Validators", "L. Petrov"])
        .row(5, &["Depots", "Charging", "J. Lindqvist"]);
    let (preview, rows) = look(&xlsx(&[sheet], false));
    let parts: Vec<_> = rows
        .rows
        .iter()
        .map(|r| known(&r.part_of).unwrap())
        .collect();
    assert_eq!(parts, ["Network", "Network", "Network", "Depots"]);
    assert_eq!(preview.rows[2].cells[0].mark, Mark::Spread);
    assert_eq!(preview.rows[1].cells[0].mark, Mark::None);
    assert!(
        preview
            .assumptions
            .iter()
            .any(|a| a.evidence.contains("2 cells take the value above"))
    );
}

#[test]
fn a_header_of_two_lines_names_columns_by_group_and_line() {
    let mut sheet = Sheet::new("Plan");
    sheet
        .text(1, 0, "Valmere Transit, plan of record")
        .merge("A1:F1");
    sheet
        .row(3, &["Project name", "Owner", "Cost (k€)", "", "Dates", ""])
        .row(4, &["", "", "Budget", "Spent", "Start", "End"]);
    sheet
        .merge("A3:A4")
        .merge("B3:B4")
        .merge("C3:D3")
        .merge("E3:F3");
    for (row, name) in [(5, "Tide display"), (6, "Pier gates"), (7, "Night boat")] {
        sheet
            .row(row, &[name, "I. Okafor"])
            .number(row, 2, 120.0)
            .number(row, 3, 40.5);
        sheet
            .put(row, 4, Content::Number(serial(2026, 1, 5), Style::Date))
            .put(row, 5, Content::Number(serial(2026, 12, 31), Style::Date));
    }
    let (preview, rows) = look(&xlsx(&[sheet], false));
    assert_eq!(preview.table.as_ref().unwrap().header, Some((3, 4)));
    let expected = [
        Role::Title,
        Role::Owner,
        Role::Budget,
        Role::Spent,
        Role::Start,
        Role::End,
    ];
    assert_eq!(
        roles(&preview).iter().map(|(_, r)| *r).collect::<Vec<_>>(),
        expected
    );
    assert_eq!(rows.scale, Scale::Thousands);
    let money = known(&rows.rows[0].spent).unwrap();
    assert_eq!(
        (money.amount.to_string().as_str(), money.currency.as_str()),
        ("40500", "EUR")
    );
    assert_eq!(known(&rows.rows[2].end).unwrap().to_string(), "2026-12-31");
}

#[test]
fn columns_that_merges_cut_differently_in_header_and_body_are_one() {
    let mut sheet = Sheet::new("Cut");
    sheet
        .text(1, 0, "Project name")
        .merge("A1:B1")
        .text(1, 2, "Owner")
        .text(1, 3, "Status")
        .merge("D1:F1");
    for (row, name) in [(2, "Quay lights"), (3, "Slipway"), (4, "Fish market")] {
        sheet
            .text(row, u32::from(row == 3), name)
            .text(row, 2, "Ana Ortiz")
            .text(row, 4, "Green");
    }
    let (preview, rows) = look(&xlsx(&[sheet], false));
    assert_eq!(
        roles(&preview),
        [
            ("Project name".into(), Role::Title),
            ("Owner".into(), Role::Owner),
            ("Status".into(), Role::Status)
        ]
    );
    assert_eq!(rows.rows.len(), 3);
    assert_eq!(rows.rows[1].title, "Slipway");
}

#[test]
fn dates_of_both_systems_and_formats_of_cells_are_read() {
    for (system, shift) in [(false, 0.0), (true, 1462.0)] {
        let mut sheet = Sheet::new("S");
        sheet.row(1, &["Project name", "End date", "Budget", "Progress"]);
        for row in 2..6 {
            sheet.text(row, 0, &format!("Project {row}"));
            sheet.put(
                row,
                1,
                Content::Number(serial(2027, 3, 31) - shift, Style::Date),
            );
            sheet.put(row, 2, Content::Number(1_250_000.5, Style::Pounds));
            sheet.put(row, 3, Content::Number(0.45, Style::Percent));
        }
        let (preview, rows) = look(&xlsx(&[sheet], system));
        assert_eq!(known(&rows.rows[0].end).unwrap().to_string(), "2027-03-31");
        let money = known(&rows.rows[0].budget).unwrap();
        assert_eq!(
            (money.amount.to_string().as_str(), money.currency.as_str()),
            ("1250000.5", "GBP")
        );
        assert_eq!(known(&rows.rows[0].percent_complete), Some(45.0));
        assert!(preview.assumptions.iter().all(|a| a.decided));
    }
}

#[test]
fn errors_of_formulas_are_problems_and_totals_headings_and_notes_are_left_out() {
    let mut sheet = Sheet::new("S");
    sheet.row(1, &["Project name", "Owner", "Status", "Budget (€)"]);
    sheet.text(2, 0, "North division").merge("A2:D2");
    sheet
        .row(3, &["Tide display", "Ana Ortiz", "Green"])
        .number(3, 3, 100_000.0);
    sheet
        .row(4, &["Pier gates", "Ben Cole", "Red"])
        .number(4, 3, 250_000.0);
    sheet.number(5, 3, 350_000.0);
    sheet
        .row(6, &["Total Rewards programme", "Cy Dunn", "Amber"])
        .number(6, 3, 40_000.0);
    sheet
        .row(7, &["Night boat", "Dee Eads", "Amber"])
        .put(7, 3, Content::Error("#REF!"));
    sheet.row(8, &["Grand total"]).number(8, 3, 390_000.0);
    sheet.text(10, 0, "* Budgets without tax.");
    let (preview, rows) = look(&xlsx(&[sheet], false));
    let titles: Vec<_> = rows.rows.iter().map(|r| r.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Tide display",
            "Pier gates",
            "Total Rewards programme",
            "Night boat"
        ]
    );
    assert_eq!(
        (
            preview.counts.totals_ignored,
            preview.counts.left_out,
            preview.counts.set_aside
        ),
        (2, 2, 0)
    );
    assert!(
        preview
            .problems
            .iter()
            .any(|p| p.cell.as_deref() == Some("D7") && p.message.contains("#REF!"))
    );
    assert!(matches!(&rows.rows[3].budget, Some(Maybe::Missing(gap)) if gap.said == "#REF!"));
}

#[test]
fn the_user_can_overrule_everything() {
    let mut sheet = Sheet::new("S");
    sheet.row(1, &["Project name", "Owner", "Start", "Budget"]);
    sheet
        .row(2, &["Tide display", "Ana Ortiz", "03/04/2026", "12"])
        .row(3, &["Pier gates", "Ben Cole", "31/11/2026", "7"])
        .row(4, &["Total works", "Cy Dunn", "05/06/2026", "3"]);
    let bytes = xlsx(&[sheet], false);
    let mapping: Mapping = serde_json::from_str(
        r#"{"sheet": "S", "roles": {"B": "part_of"}, "scale": "millions", "currency": "CHF", "repairs": ["C3"], "skip_rows": [4]}"#,
    )
    .unwrap();
    let rows = read_rows(&bytes, "s.xlsx", &mapping).unwrap();
    assert_eq!(rows.rows.len(), 2);
    assert_eq!(known(&rows.rows[0].part_of).as_deref(), Some("Ana Ortiz"));
    let money = known(&rows.rows[0].budget).unwrap();
    assert_eq!(
        (money.amount.to_string().as_str(), money.currency.as_str()),
        ("12000000", "CHF")
    );
    assert_eq!(
        known(&rows.rows[1].start).unwrap().to_string(),
        "2026-11-30"
    );
    let american = Mapping {
        day_first: Some(false),
        ..Mapping::default()
    };
    let rows = read_rows(&bytes, "s.xlsx", &american).unwrap();
    assert_eq!(
        known(&rows.rows[0].start).unwrap().to_string(),
        "2026-03-04"
    );
    let again: Mapping = serde_json::from_str(&serde_json::to_string(&mapping).unwrap()).unwrap();
    assert_eq!(again, mapping);
    let none = Mapping {
        sheet: Some("Missing".into()),
        ..Mapping::default()
    };
    assert!(
        read_rows(&bytes, "s.xlsx", &none).is_ok(),
        "a file of one sheet needs no name"
    );
}

#[test]
fn an_alternative_of_an_assumption_makes_it_true() {
    let bytes = b"Initiative,Owner,Start\nTicket hall,Ana Ortiz,03/04/2025\nPlatform doors,Ben Cole,07/08/2025\n";
    let first = preview(bytes, "dates.csv", &Mapping::default(), Lang::En).unwrap();
    let asked = first.assumptions.iter().find(|a| !a.decided).unwrap();
    let second = preview(bytes, "dates.csv", &asked.alternatives[0].mapping, Lang::Fr).unwrap();
    assert!(
        second
            .assumptions
            .iter()
            .any(|a| a.choice == "Mois d’abord" && a.decided)
    );
}

#[test]
fn hidden_and_empty_sheets_are_listed_and_a_legend_is_told_from_a_table() {
    let mut legend = Sheet::new("Key");
    legend
        .row(1, &["Rating", "Description"])
        .row(2, &["High", "Likely"])
        .row(3, &["Low", "Unlikely"]);
    let mut hidden = Sheet::new("Old");
    hidden.hidden = true;
    hidden
        .row(1, &["Project name", "Owner"])
        .row(2, &["Forgotten", "Nobody"]);
    let mut table = Sheet::new("Now");
    table
        .row(1, &["Project name", "Owner", "Status"])
        .row(2, &["Tide display", "Ana Ortiz", "Green"])
        .row(3, &["Pier gates", "Ben Cole", "Red"]);
    let (preview, rows) = look(&xlsx(&[legend, hidden, table, Sheet::new("Blank")], false));
    let verdicts: Vec<_> = preview
        .sheets
        .iter()
        .map(|s| (s.verdict, s.hidden, s.chosen))
        .collect();
    assert_eq!(
        verdicts,
        [
            (Verdict::Legend, false, false),
            (Verdict::Legend, true, false),
            (Verdict::Table, false, true),
            (Verdict::Empty, false, false)
        ]
    );
    assert_eq!(rows.sheet, "Now");
}

#[test]
fn an_open_document_is_read_with_its_repetitions_spans_and_kinds() {
    let cell = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |cells: &str| {
        format!(
            "<table:table-row>{cells}<table:table-cell table:number-columns-repeated=\"16370\"/></table:table-row>"
        )
    };
    let typed = "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-06-30\"><text:p>30/06/26</text:p></table:table-cell><table:table-cell office:value-type=\"currency\" office:currency=\"EUR\" office:value=\"1250.5\"><text:p>1 250,50 €</text:p></table:table-cell>";
    let tables = format!(
        "<table:table table:name=\"Liste\">{}{}{}{}<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row></table:table><table:table table:name=\"Caché\" table:style-name=\"ta2\"></table:table>",
        row(&format!(
            "{}{}{}{}{}",
            cell("Projet"),
            cell("Responsable"),
            cell("Site"),
            cell("Échéance"),
            cell("Budget")
        )),
        row(&format!(
            "{}{}<table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\"><text:p>Port</text:p></table:table-cell>{typed}",
            cell("Quai &amp; digue"),
            cell("Zoé<text:s text:c=\"2\"/>L.")
        )),
        row(&format!(
            "{}{}<table:covered-table-cell/>{typed}",
            cell("Halle"),
            cell("Noël G.")
        )),
        row(&format!(
            "{}{}{}{typed}",
            cell("Criée"),
            cell("Zoé L."),
            cell("Ville")
        )),
    );
    let bytes = ods(&tables);
    let seen = preview(&bytes, "liste.ods", &Mapping::default(), Lang::Fr).unwrap();
    let rows = read_rows(&bytes, "liste.ods", &Mapping::default()).unwrap();
    assert!(seen.sheets[1].hidden);
    assert_eq!(rows.rows[0].title, "Quai & digue");
    assert_eq!(known(&rows.rows[0].owner).as_deref(), Some("Zoé L."));
    assert_eq!(known(&rows.rows[1].part_of).as_deref(), Some("Port"));
    assert_eq!(known(&rows.rows[2].end).unwrap().to_string(), "2026-06-30");
    let money = known(&rows.rows[0].budget).unwrap();
    assert_eq!(
        (money.amount.to_string().as_str(), money.currency.as_str()),
        ("1250.5", "EUR")
    );
}
