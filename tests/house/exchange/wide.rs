//! Tables of unusual size: very wide, very long, of very long cells, of very many sheets. Read whole or refused as a whole.

use portfolio::Code;
use portfolio::exchange::{Mapping, Role, preview, read_rows};
use portfolio::model::Lang;

use crate::workbook::{Sheet, xlsx};

fn csv(columns: usize, rows: usize) -> String {
    let head: Vec<String> = (3..=columns).map(|n| format!("Answer {n}")).collect();
    let mut text = format!("Project name,Owner,{}\n", head.join(","));
    for row in 0..rows {
        let cells: Vec<String> = (3..=columns).map(|n| format!("a{n} of {row}")).collect();
        text.push_str(&format!(
            "Project number {row} of many,Owner {row},{}\n",
            cells.join(",")
        ));
    }
    text
}

#[test]
fn three_hundred_columns_are_read_and_none_of_them_is_lost() {
    let text = csv(300, 20);
    let seen = preview(text.as_bytes(), "wide.csv", &Mapping::default(), Lang::En).unwrap();
    assert_eq!(seen.columns.len(), 300);
    assert_eq!(
        (seen.columns[0].role, seen.columns[1].role),
        (Role::Title, Role::Owner)
    );
    assert_eq!(seen.columns[299].letter, "KN");
    let rows = read_rows(text.as_bytes(), "wide.csv", &Mapping::default()).unwrap();
    assert_eq!(rows.rows.len(), 20);
    assert_eq!(rows.rows[7].extra.len(), 298);
    assert_eq!(
        rows.rows[7].extra[297],
        ("Answer 300".to_owned(), "a300 of 7".to_owned())
    );
}

#[test]
fn as_many_columns_as_are_read_are_read_and_one_more_is_refused() {
    assert!(read_rows(csv(1_024, 3).as_bytes(), "w.csv", &Mapping::default()).is_ok());
    let refused = read_rows(csv(1_025, 3).as_bytes(), "w.csv", &Mapping::default()).unwrap_err();
    assert_eq!(refused.code, Code::TooLarge);
    assert!(
        refused.message.en.contains("more than 1024 columns"),
        "{refused}"
    );
    assert!(
        refused.message.fr.contains("plus de 1024 colonnes"),
        "{refused}"
    );
}

#[test]
fn thousands_of_rows_are_read_and_the_first_thousand_shown() {
    let text = csv(3, 4_000);
    let seen = preview(text.as_bytes(), "long.csv", &Mapping::default(), Lang::En).unwrap();
    assert_eq!(seen.counts.initiatives, 4_000);
    assert_eq!(seen.rows.len(), 1_000);
    assert_eq!(seen.table.unwrap().last_row, 4_001);
}

#[test]
fn a_cell_is_cut_at_its_longest_and_the_cut_is_told() {
    let longest = 128 * 1024;
    for (length, cut) in [(longest, 0), (longest + 1, 1)] {
        let text = format!(
            "Project,Description\nTide display,{}\nPier gates,short\n",
            "d".repeat(length)
        );
        let seen = preview(text.as_bytes(), "deep.csv", &Mapping::default(), Lang::En).unwrap();
        let told = seen
            .problems
            .iter()
            .filter(|it| it.message.contains("was cut"))
            .count();
        assert_eq!(told, cut, "{length}");
        assert_eq!(
            seen.rows[1].cells[1].text.chars().count(),
            241,
            "a preview shows the beginning"
        );
    }
    // Not in the middle of a letter.
    let text = format!(
        "Project,Description\nTide display,d{}\nPier gates,short\n",
        "é".repeat(longest / 2)
    );
    let rows = read_rows(text.as_bytes(), "deep.csv", &Mapping::default()).unwrap();
    let kept = serde_json::to_value(&rows.rows[0].description).unwrap();
    assert_eq!(kept["known"].as_str().unwrap().len(), longest - 1);
}

#[test]
fn a_workbook_of_hundreds_of_sheets_is_read_and_one_of_too_many_refused() {
    let book = |sheets: usize| {
        let mut all: Vec<Sheet> = (1..sheets)
            .map(|n| Sheet::new(&format!("Empty {n}")))
            .collect();
        let mut last = Sheet::new("Projects");
        last.row(1, &["Project name", "Owner", "Status"])
            .row(2, &["Tide display", "Ana Ortiz", "Green"])
            .row(3, &["Pier gates", "Ben Cole", "Red"]);
        all.push(last);
        xlsx(&all, false)
    };
    let rows = read_rows(&book(512), "many.xlsx", &Mapping::default()).unwrap();
    assert_eq!((rows.sheet.as_str(), rows.rows.len()), ("Projects", 2));
    let refused = read_rows(&book(513), "many.xlsx", &Mapping::default()).unwrap_err();
    assert_eq!(refused.code, Code::TooLarge);
    assert!(
        refused.message.en.contains("more than 512 sheets"),
        "{refused}"
    );
}

#[test]
fn a_table_of_one_row_or_one_column_is_read_as_far_as_it_goes() {
    let one = "Project name,Owner\nTide display,Ana Ortiz\n";
    let rows = read_rows(one.as_bytes(), "one.csv", &Mapping::default()).unwrap();
    assert_eq!(rows.rows[0].title, "Tide display");
    let bare = "Project name\nTide display\nPier gates\n";
    let rows = read_rows(bare.as_bytes(), "bare.csv", &Mapping::default()).unwrap();
    assert_eq!(rows.rows.len(), 2);
    let header = "Project name,Owner,Status\n";
    let refused = read_rows(header.as_bytes(), "header.csv", &Mapping::default()).unwrap_err();
    assert_eq!(refused.code, Code::NothingToImport);
}
