//! Which rows are initiatives: totals with and without words, headings, remarks, headers that come again.

use portfolio::exchange::{Mapping, RowKind, preview};
use portfolio::model::Lang;

/// The kind of every row of a table, a letter each: Header, Data, Total, Note, Section, Again a header, `?` without title.
fn kinds(text: &str) -> String {
    let seen = preview(text.as_bytes(), "list.csv", &Mapping::default(), Lang::En).unwrap();
    seen.rows
        .iter()
        .map(|row| match row.kind {
            RowKind::Above => '^',
            RowKind::Header => 'H',
            RowKind::Data => 'D',
            RowKind::Total => 'T',
            RowKind::RepeatedHeader => 'A',
            RowKind::Note => 'N',
            RowKind::Section => 'S',
            RowKind::NoTitle => '?',
            RowKind::Skipped => '-',
        })
        .collect()
}

const HEAD: &str = "Project;Owner;Site;Budget (€)\n";

fn with(rows: &str) -> String {
    kinds(&format!("{HEAD}{rows}"))
}

#[test]
fn a_total_says_so_and_holds_hardly_anything_but_numbers() {
    for (last, kind) in [
        ("Total;;;350", 'T'),
        ("TOTAL;;;", 'T'),
        ("Sous-total : Port;;;350", 'T'),
        ("Port total;;North;350", 'T'),
        ("Total rewards;Cy Dunn;South;40", 'D'),
        ("Total rewards;Cy Dunn;South;", 'D'),
        ("The total of all fears;Cy Dunn;South;40", 'D'),
    ] {
        let rows = format!(
            "Tide display;Ana Ortiz;North;100\nPier gates;Ben Cole;South;250\n{last}\nNight boat;Dee Eads;North;7\n"
        );
        assert_eq!(with(&rows), format!("HDD{kind}D"), "{last}");
    }
    // Also where every column is a number and all of them are filled.
    let numbers = "Project;Budget;Spent\nTide display;100;10\nPier gates;250;20\nTotal;350;30\n";
    assert_eq!(kinds(numbers), "HDDT");
}

#[test]
fn a_row_of_nothing_but_a_sum_is_a_total_of_all_or_of_its_group() {
    let rows = "\
Tide display;Ana Ortiz;North;100
Pier gates;Ben Cole;North;250
;;;350
Night boat;Cy Dunn;South;40
Slipway;Dee Eads;South;60
;;;100
;;;450
";
    assert_eq!(with(rows), "HDDTDDTT");
}

#[test]
fn a_sum_that_is_off_or_of_one_row_is_a_row_without_a_title() {
    let sum = |last: &str| {
        with(&format!(
            "Tide display;Ana Ortiz;North;100\nPier gates;Ben Cole;South;250\n{last}\n"
        ))
    };
    assert_eq!(sum(";;;350"), "HDDT");
    assert_eq!(sum(";;;351"), "HDDT", "what was rounded on the way");
    assert_eq!(sum(";;;355"), "HDD?");
    assert_eq!(sum(";Cy Dunn;North;350"), "HDD?", "somebody owns it");
    assert_eq!(
        with("Tide display;Ana Ortiz;North;100\n;;;100\nPier gates;Ben Cole;South;250\n"),
        "HD?D"
    );
}

#[test]
fn a_header_comes_again_with_its_names_and_one_name_alone_may_be_a_title() {
    let rows = "Tide display;Ana Ortiz;North;100\nProject;Owner;Site;Budget (€)\nPier gates;Ben Cole;South;250\nPROJECT;owner;;\nProject;;;\nNight boat;Cy Dunn;North;7\n";
    assert_eq!(with(rows), "HDADADD");
}

#[test]
fn a_heading_stands_alone_beside_the_titles_and_a_title_alone_is_an_initiative() {
    let table = "Division;Project;Owner;Status\nNorth;;;\n;Tide display;Ana Ortiz;Green\n;Pier gates;Ben Cole;Red\nSouth;;;\n;Night boat;Cy Dunn;Amber\n;Slipway;;\n;Fish market;Dee Eads;Green\n";
    assert_eq!(kinds(table), "HSDDSDDD");
    // A number alone is no heading.
    let number = table.replace("South;;;", "12;;;");
    assert_eq!(kinds(&number), "HSDD?DDD");
}

#[test]
fn remarks_below_the_table_are_told_from_its_last_rows() {
    let end = |last: &str| {
        with(&format!(
            "Tide display;Ana Ortiz;North;100\nPier gates;Ben Cole;South;250\nNight boat;Cy Dunn;North;7\n{last}"
        ))
    };
    assert_eq!(end("* without tax;;;\n"), "HDDDN");
    assert_eq!(
        end("Source: the register;;;\nGenerated 02/10/2026;;;\n"),
        "HDDDNN"
    );
    let long = "Whoever changes a figure tells the office, and the office tells the board at its next meeting, unless the change is small enough to wait";
    assert_eq!(end(&format!("{long};;;\n")), "HDDDN");
    assert_eq!(end("\nFigures as of Friday;;;\n"), "HDDDN", "after a gap");
    // A last initiative of which only the title is known is one.
    assert_eq!(end("Slipway;;;\n"), "HDDDD");
    assert_eq!(end("Slipway;Dee Eads;;\n"), "HDDDD");
}

#[test]
fn a_remark_between_rows_is_marked_as_one() {
    let rows = "Tide display;Ana Ortiz;North;100\nNote: see paper 7;;;\nPier gates;Ben Cole;South;250\nNotebook renewal;Cy Dunn;North;7\n";
    assert_eq!(with(rows), "HDNDD");
}

#[test]
fn rows_that_are_shorter_than_the_others_are_told_but_not_a_lone_remark() {
    let ragged = |text: &str| {
        let seen = preview(text.as_bytes(), "list.csv", &Mapping::default(), Lang::En).unwrap();
        seen.problems
            .iter()
            .filter(|it| it.message.contains("cells where the others have"))
            .count()
    };
    let rows = "Tide display;Ana Ortiz;North;100\nPier gates;Ben Cole;South;250\nNight boat;Cy Dunn;North;7\n";
    assert_eq!(ragged(&format!("{HEAD}{rows}")), 0);
    assert_eq!(ragged(&format!("{HEAD}{rows}Slipway;Dee Eads\n")), 1);
    assert_eq!(ragged(&format!("{HEAD}{rows}Source: the register\n")), 0);
}
