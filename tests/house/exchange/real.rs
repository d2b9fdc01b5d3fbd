//! Files that nobody here wrote. They are never copied into the repository.

use std::path::PathBuf;

use portfolio::exchange::{Mapping, Row, preview, read_rows};
use portfolio::model::{Lang, Maybe, Reason};

/// The bytes of a shared file, or nothing when it is absent.
fn shared(path: &str) -> Option<Vec<u8>> {
    let root = std::env::var_os("THROUGHLINE_SHARED_DATA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
        PathBuf::from,
    );
    std::fs::read(root.join(path)).ok()
}

/// Says once, in the form that the test command counts, that a test could not run.
fn skip(test: &str, path: &str) {
    println!("skipped: {test}: shared file {path} absent");
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn said<T>(field: &Option<Maybe<T>>, show: impl Fn(&T) -> String) -> String {
    match field {
        None => String::new(),
        Some(Maybe::Known(value)) => show(value),
        Some(Maybe::Missing(gap)) => gap.said.clone(),
    }
}

fn extra(row: &Row, name: &str) -> String {
    row.extra
        .iter()
        .find(|(n, _)| n == name)
        .map(|(_, v)| v.clone())
        .unwrap_or_default()
}

/// `30.06.2026` as the answer key writes dates.
fn key_date(text: &str) -> String {
    let parts: Vec<&str> = text.split('.').collect();
    match parts.as_slice() {
        [d, m, y] => format!("{y}-{m:0>2}-{d:0>2}"),
        _ => match text {
            "Dec-23" | "Dec 23" => "2023-12-31".to_owned(),
            "Jul-23" | "July 23" => "2023-07-31".to_owned(),
            "Jan-24" | "Jan 24" => "2024-01-31".to_owned(),
            other => other.to_owned(),
        },
    }
}

#[test]
fn the_australian_workbook_agrees_with_its_answer_key_field_by_field() {
    let (Some(workbook), Some(key)) = (
        shared("au-digital-projects/digital-project-data.xlsx"),
        shared("au-digital-projects/digital-project-data_v2.csv"),
    ) else {
        skip(
            "the_australian_workbook_agrees_with_its_answer_key_field_by_field",
            "au-digital-projects",
        );
        return;
    };
    let rows = read_rows(&workbook, "digital-project-data.xlsx", &Mapping::default()).unwrap();
    let twin = read_rows(&key, "digital-project-data_v2.csv", &Mapping::default()).unwrap();
    assert_eq!(rows.rows.len(), 91);
    assert_eq!(twin.rows.len(), 91);
    let text = String::from_utf8(key).unwrap();
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    for (row, record) in rows.rows.iter().zip(reader.records()) {
        let record = record.unwrap();
        let at = |n: usize| record.get(n).unwrap().to_owned();
        let millions = |m: &portfolio::model::Money| {
            (m.amount / rust_decimal::Decimal::from(1_000_000))
                .normalize()
                .to_string()
        };
        assert_eq!(said(&row.owner, String::clone), one_line(&at(0)));
        assert_eq!(extra(row, "Tier"), at(1));
        assert_eq!(row.title, one_line(&at(2)));
        assert_eq!(row.ratings[0].said, one_line(&at(3)));
        assert_eq!(row.ratings[0].status.is_none(), at(3) == "Unavailable");
        assert_eq!(
            said(&row.status_date, ToString::to_string),
            key_date(&at(4))
        );
        assert_eq!(extra(row, "Delivery Status"), one_line(&at(5)));
        assert!(matches!(row.state, Some(Maybe::Known(_))));
        assert_eq!(said(&row.budget, millions), at(6));
        assert_eq!(extra(row, "AP"), at(7));
        assert_eq!(said(&row.end, ToString::to_string), key_date(&at(8)));
        assert_eq!(
            one_line(&said(&row.description, String::clone)),
            one_line(&at(9))
        );
    }
    for (row, other) in rows.rows.iter().zip(&twin.rows) {
        assert_eq!(
            (&row.title, &row.budget, &row.end, &row.state),
            (&other.title, &other.budget, &other.end, &other.state)
        );
        assert_eq!(
            (&row.ratings, &row.status_date, &row.owner),
            (&other.ratings, &other.status_date, &other.owner)
        );
    }
    let withheld = rows
        .rows
        .iter()
        .filter(|r| matches!(&r.budget, Some(Maybe::Missing(g)) if g.reason == Reason::Withheld));
    assert_eq!(withheld.count(), 5);
    let ongoing = rows
        .rows
        .iter()
        .filter(|r| matches!(&r.end, Some(Maybe::Missing(g)) if g.said == "Ongoing"));
    assert_eq!(ongoing.count(), 12);
}

#[test]
fn the_british_projects_of_2023_are_244_with_their_withheld_values_kept() {
    let Some(bytes) = shared("uk-major-projects/uk_2023.csv") else {
        skip(
            "the_british_projects_of_2023_are_244_with_their_withheld_values_kept",
            "uk-major-projects/uk_2023.csv",
        );
        return;
    };
    let rows = read_rows(&bytes, "uk_2023.csv", &Mapping::default()).unwrap();
    assert_eq!(rows.rows.len(), 244);
    let withheld = rows
        .rows
        .iter()
        .filter(|r| matches!(&r.budget, Some(Maybe::Missing(g)) if g.reason == Reason::Withheld));
    assert!(withheld.count() > 36);
    assert!(
        rows.rows
            .iter()
            .filter(|r| r.ratings.iter().any(|x| x.status.is_some()))
            .count()
            > 220
    );
}

#[test]
fn every_shared_table_gives_a_preview_or_a_clear_error() {
    let files = [
        "uk-major-projects/uk_2018.csv",
        "uk-major-projects/gmpp_2024_sample.csv",
        "ca-infobase/crso.csv",
        "ca-infobase/igoc.csv",
        "ca-infobase/indicators.csv",
        "ca-infobase/pi_dr_links.csv",
        "ca-infobase/program.csv",
        "ca-infobase/results.csv",
        "ca-infobase/subprograms.csv",
        "jira/agile-project-dataset_jira.csv",
        "sdg/SDG_Target_Indicator_UNSD_2023.csv",
        "sdg/SDG_Target_Indicator_UNSD_2023.xlsx",
        "hostile/any_sheets.ods",
        "hostile/date_1904.xlsx",
        "hostile/errors.xlsx",
        "hostile/has_x000D_.xlsx",
        "hostile/issue252.xlsx",
        "hostile/merged_range.xlsx",
        "hostile/pass_protected.xlsx",
        "archimate/zipped.archimate",
        "stratml/SMLC2011.xml",
        "jsoncanvas/sample.canvas",
    ];
    if let Some(absent) = files.into_iter().find(|file| shared(file).is_none()) {
        skip(
            "every_shared_table_gives_a_preview_or_a_clear_error",
            absent,
        );
    }
    for file in files {
        let Some(bytes) = shared(file) else { continue };
        match preview(&bytes, file, &Mapping::default(), Lang::Fr) {
            Ok(seen) => assert!(
                seen.table.is_some() || seen.counts.initiatives == 0,
                "{file}"
            ),
            Err(error) => {
                for lang in [Lang::En, Lang::Fr] {
                    assert!(error.message.get(lang).len() > 20, "{file}");
                    assert!(error.hint.get(lang).len() > 20, "{file}");
                }
            }
        }
    }
}
