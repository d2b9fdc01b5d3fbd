//! The choices of a user about a file: how they are written, and that each of them does what it says and nothing else.

use portfolio::exchange::{Mapping, Role, Rows, preview, read_rows};
use portfolio::model::Lang;
use serde_json::{Value, json};

const LIST: &str = "\
Key,Project,Owner,Start,Budget,Progress,Corner
P-1,Tide display,Ana Ortiz,03/04/2026,1.234,0.5,North
P-2,Pier gates,Ben Cole,05/06/2026,2.500,1,South
,Total,,,3.734,,
P-3,Night boat,Cy Dunn,31/11/2026,5.000,0.25,North
";

fn mapping(choices: Value) -> Mapping {
    serde_json::from_value(choices).unwrap()
}

fn read(choices: Value) -> Rows {
    read_rows(LIST.as_bytes(), "list.csv", &mapping(choices)).unwrap()
}

/// A field of every row, as JSON.
fn all(rows: &Rows, field: &str) -> Vec<Value> {
    let of = |it| serde_json::to_value(it).unwrap()[field].clone();
    rows.rows.iter().map(of).collect()
}

fn known(values: &[Value]) -> Vec<Value> {
    values.iter().map(|it| it["known"].clone()).collect()
}

#[test]
fn choices_are_read_from_a_file_and_a_slip_in_them_is_told() {
    for (text, fault) in [
        ("{}", ""),
        (r#"{"roles": {"A": "external_key", "b": "title"}}"#, ""),
        (
            r#"{"scale": "millions", "separator": "tab", "encoding": "windows1252"}"#,
            "",
        ),
        (r#"{"rolls": {}}"#, "unknown field `rolls`"),
        (r#"{"roles": {"A": "Title"}}"#, "unknown variant `Title`"),
        (r#"{"roles": ["title"]}"#, "expected a map"),
        (r#"{"scale": "lots"}"#, "unknown variant `lots`"),
        (r#"{"encoding": "latin1"}"#, "unknown variant `latin1`"),
        (r#"{"separator": ";"}"#, "unknown variant `;`"),
        (r#"{"header_row": -1}"#, "invalid value: integer `-1`"),
        (r#"{"header_row": "2"}"#, "invalid type: string"),
        (r#"{"fiscal_month": 300}"#, "invalid value: integer `300`"),
        (r#"{"day_first": "yes"}"#, "expected a boolean"),
        (r#"{"skip_rows": [1.5]}"#, "invalid type: floating point"),
        (r#"{"as_of": "31/03/2023"}"#, "invalid characters"),
        (r#"{"sheet": 1}"#, "expected a string"),
    ] {
        match serde_json::from_str::<Mapping>(text) {
            Ok(_) => assert_eq!(fault, "", "{text} should be refused"),
            Err(error) => {
                assert!(
                    !fault.is_empty() && error.to_string().contains(fault),
                    "{text}: {error}"
                );
            }
        }
    }
}

#[test]
fn what_was_chosen_is_written_and_read_again_the_same() {
    let chosen = mapping(json!({
        "sheet": "Projets", "header_row": 0, "roles": {"A": "title", "AB": "extra_field"}, "day_first": false,
        "decimal_comma": true, "scale": "billions", "currency": "CHF", "fiscal_month": 7, "encoding": "utf16",
        "separator": "pipe", "as_of": "2023-03-31", "undated": true, "repairs": ["D5"], "skip_rows": [3], "keep_rows": [4],
    }));
    let text = serde_json::to_string(&chosen).unwrap();
    assert_eq!(serde_json::from_str::<Mapping>(&text).unwrap(), chosen);
    let every = serde_json::to_value(&chosen).unwrap();
    let open: Vec<_> = every
        .as_object()
        .unwrap()
        .iter()
        .filter(|(_, it)| it.is_null())
        .collect();
    assert!(open.is_empty(), "not chosen here: {open:?}");
}

#[test]
fn a_role_is_given_by_the_letter_of_its_column_in_whatever_case() {
    for letter in ["G", "g"] {
        let rows = read(json!({"roles": {letter: "part_of"}}));
        assert_eq!(known(&all(&rows, "part_of")), ["North", "South", "North"]);
    }
    // A column that is not there is nobody's, and takes nothing from the others.
    let beyond = read(json!({"roles": {"ZZ": "part_of"}}));
    assert_eq!(
        all(&beyond, "part_of"),
        [Value::Null, Value::Null, Value::Null]
    );
    assert_eq!(beyond.rows, read(json!({})).rows);
}

#[test]
fn a_role_that_the_user_gives_is_taken_from_the_column_that_had_it() {
    let seen = preview(
        LIST.as_bytes(),
        "list.csv",
        &mapping(json!({"roles": {"G": "owner"}})),
        Lang::En,
    )
    .unwrap();
    let of = |letter: &str| seen.columns.iter().find(|it| it.letter == letter).unwrap();
    assert_eq!(
        (of("G").role, of("G").given, of("G").confidence),
        (Role::Owner, true, 100)
    );
    assert_ne!(of("C").role, Role::Owner);
    assert!(!of("C").given);
}

#[test]
fn a_role_given_twice_takes_the_first_filled_cell_and_keeps_the_other() {
    let rows = read(json!({"roles": {"C": "owner", "G": "owner"}}));
    assert_eq!(
        known(&all(&rows, "owner")),
        ["Ana Ortiz", "Ben Cole", "Cy Dunn"]
    );
    assert!(
        rows.rows[0]
            .extra
            .contains(&("Corner".to_owned(), "North".to_owned()))
    );
}

#[test]
fn an_ignored_column_leaves_no_trace_and_an_extra_one_is_kept() {
    let rows = read(json!({"roles": {"G": "ignore", "C": "extra_field"}}));
    assert_eq!(
        rows.rows[0].extra,
        [("Owner".to_owned(), "Ana Ortiz".to_owned())]
    );
    assert_eq!(all(&rows, "owner"), [Value::Null, Value::Null, Value::Null]);
}

#[test]
fn without_a_title_column_nothing_is_imported() {
    let refused = read_rows(
        LIST.as_bytes(),
        "list.csv",
        &mapping(json!({"roles": {
            "A": "extra_field", "B": "extra_field", "C": "extra_field", "D": "ignore", "E": "ignore", "F": "ignore", "G": "extra_field"
        }})),
    );
    assert_eq!(refused.unwrap_err().code, portfolio::Code::NothingToImport);
}

#[test]
fn the_header_can_be_any_row_or_none() {
    let none = read(json!({"header_row": 0, "roles": {"B": "title"}}));
    assert_eq!(none.rows[0].title, "Project");
    assert_eq!(none.rows[0].number, 1);
    let second = read(json!({"header_row": 2, "roles": {"B": "title"}}));
    assert_eq!(second.rows[0].title, "Pier gates");
    assert!(second.rows[0].extra.iter().any(|(name, _)| name == "North"));
    // A row that is not there is no header; the list is then read as one without names.
    let beyond = read(json!({"header_row": 99, "roles": {"B": "title"}}));
    assert_eq!(beyond.rows[0].title, "Project");
}

#[test]
fn the_decimal_sign_and_the_scale_are_those_chosen() {
    let amounts = |choices: Value| {
        let found = all(&read(choices), "budget");
        found
            .iter()
            .map(|it| it["known"]["amount"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    // Three digits behind the point everywhere: thousands, unless the user says otherwise.
    assert_eq!(amounts(json!({})), ["1234", "2500", "5000"]);
    assert_eq!(
        amounts(json!({"decimal_comma": false})),
        ["1.234", "2.5", "5"]
    );
    assert_eq!(
        amounts(json!({"decimal_comma": true, "scale": "thousands"})),
        ["1234000", "2500000", "5000000"]
    );
    assert_eq!(
        amounts(json!({"scale": "billions", "decimal_comma": false})),
        ["1234000000", "2500000000", "5000000000"]
    );
}

#[test]
fn a_currency_that_is_none_reads_no_amount_and_loses_none() {
    let rows = read(json!({"currency": "CHF"}));
    assert_eq!(all(&rows, "budget")[0]["known"]["currency"], "CHF");
    let rows = read(json!({"currency": "doubloons"}));
    assert!(all(&rows, "budget")[0]["known"].is_null());
    assert!(
        rows.rows[0]
            .extra
            .contains(&("Budget".to_owned(), "1.234".to_owned()))
    );
}

#[test]
fn a_repair_is_made_in_the_cell_that_is_named_and_in_no_other() {
    let starts = |choices: Value| all(&read(choices), "start");
    assert!(starts(json!({"repairs": ["D4", "d5", "E5"]}))[2]["known"].is_null());
    assert_eq!(starts(json!({"repairs": ["D5"]}))[2]["known"], "2026-11-30");
    assert_eq!(
        starts(json!({"day_first": false}))[0]["known"],
        "2026-03-04"
    );
}

#[test]
fn rows_are_left_out_and_kept_as_chosen_and_a_row_without_a_title_cannot_be_kept() {
    let titles = |choices: Value| {
        let rows = read(choices);
        rows.rows
            .iter()
            .map(|it| it.title.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        titles(json!({})),
        ["Tide display", "Pier gates", "Night boat"]
    );
    assert_eq!(
        titles(json!({"skip_rows": [2, 99]})),
        ["Pier gates", "Night boat"]
    );
    assert_eq!(
        titles(json!({"keep_rows": [4]})),
        ["Tide display", "Pier gates", "Total", "Night boat"]
    );
    // Who both leaves a row out and keeps it leaves it out.
    assert_eq!(
        titles(json!({"keep_rows": [4], "skip_rows": [4]})),
        ["Tide display", "Pier gates", "Night boat"]
    );
    let gap = LIST.replace("Night boat", "");
    let kept = read_rows(
        gap.as_bytes(),
        "list.csv",
        &mapping(json!({"keep_rows": [5]})),
    )
    .unwrap();
    assert_eq!((kept.rows.len(), kept.quarantined[0].number), (2, 5));
}

#[test]
fn a_preview_hands_back_the_choices_it_was_made_under() {
    let chosen = mapping(json!({"roles": {"B": "title"}, "skip_rows": [2]}));
    let seen = preview(LIST.as_bytes(), "some/folder/list.csv", &chosen, Lang::En).unwrap();
    assert_eq!(seen.mapping, chosen);
    assert_eq!(
        seen.file.name, "list.csv",
        "the folder is nobody's business"
    );
    assert_eq!(seen.file.bytes as usize, LIST.len());
    assert_eq!(seen.file.sha256.len(), 64);
}
