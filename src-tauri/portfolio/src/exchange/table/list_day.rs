//! The day that a list speaks of, for ratings that carry none of their own: as the user chose it, or as the file names it.
//!
//! It is found above the header, in the name of the sheet or in the name of the file, and only where they name one day:
//! the last one of a month when no day is said. A bare year, two days that differ and `03/04/2026` say nothing.

use chrono::{Datelike, NaiveDate};

use super::date::{self, Edge, Reading, Resolved, Shape};
use super::grid::Value;
use super::mapping::Mapping;
use super::recognise::Recognised;
use super::text::shorten;
use crate::model::{Date, Lang};

/// Most lines above the table that are read, and the longest of them.
const LINES: usize = 30;
const LONGEST: usize = 200;

/// Where a day was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    User,
    Above(String),
    Sheet(String),
    File(String),
}

/// The day of a list and who says so; nothing where nobody does, or where the user wants none.
pub(super) fn list_day(found: &Recognised, mapping: &Mapping) -> Option<(Date, Said)> {
    if mapping.undated {
        return None;
    }
    mapping
        .as_of
        .map(|day| (day, Said::User))
        .or_else(|| named(found))
}

/// The one day that the file names.
pub(super) fn named(found: &Recognised) -> Option<(Date, Said)> {
    let mut all: Vec<(Day, Said)> = Vec::new();
    let sheet = found.sheet()?;
    let first = found
        .table
        .as_ref()
        .and_then(|it| it.header)
        .map_or(0, |it| it.first);
    let above = sheet.rows.iter().take_while(|it| it.number < first);
    for (_, value) in above.take(LINES).flat_map(|it| it.cells.iter()) {
        match value {
            Value::Date(day) => all.push((Day::exactly(*day), Said::Above(value.raw()))),
            Value::Text(text) if text.chars().count() <= LONGEST => {
                let said = Said::Above(shorten(text, 80));
                all.extend(days(text).into_iter().map(|it| (it, said.clone())));
            }
            _ => {}
        }
    }
    let stem = found
        .file
        .rsplit_once('.')
        .map_or(found.file.as_str(), |it| it.0);
    if sheet.name != stem {
        let said = Said::Sheet(sheet.name.clone());
        all.extend(days(&sheet.name).into_iter().map(|it| (it, said.clone())));
    }
    let said = Said::File(found.file.clone());
    all.extend(days(stem).into_iter().map(|it| (it, said.clone())));
    the_one(all)
}

/// A day, or the last one of a month of which no day is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Day {
    date: NaiveDate,
    exact: bool,
}

impl Day {
    fn exactly(date: NaiveDate) -> Self {
        Self { date, exact: true }
    }

    /// Whether this is the month that another day lies in.
    fn holds(self, other: Self) -> bool {
        let month = |it: Self| (it.date.year(), it.date.month());
        !self.exact && other.exact && month(self) == month(other)
    }
}

fn the_one(all: Vec<(Day, Said)>) -> Option<(Date, Said)> {
    let exact: Vec<Day> = all.iter().map(|it| it.0).filter(|it| it.exact).collect();
    let mut left = all
        .into_iter()
        .filter(|(day, _)| !exact.iter().any(|it| day.holds(*it)));
    let (one, said) = left.next()?;
    left.all(|(other, _)| other.date == one.date)
        .then_some((one.date, said))
}

/// The days that a line of text names.
fn days(text: &str) -> Vec<Day> {
    let parts: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '/' | '-')))
        .map(|it| it.trim_matches(['.', '/', '-']))
        // Figures are written together, as in 2023-03-31; words stand by themselves, as in projects-Feb-2024.
        .flat_map(|it| {
            let worded = it.chars().any(char::is_alphabetic);
            it.split(move |c: char| worded && matches!(c, '.' | '/' | '-'))
        })
        .filter(|it| !it.is_empty())
        .collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        // The longest words that make a date are one: `31 March 2023` is not March as well.
        let found = (1..=4).rev().find_map(|count| {
            let words = parts.get(at..at + count)?;
            day(&words.join(" ")).map(|it| (it, count))
        });
        match found {
            Some((day, count)) => {
                out.extend(day);
                at += count;
            }
            None => at += 1,
        }
    }
    out
}

/// A day or a month with a year of four figures; `Some(None)` for a date that leaves something open or cannot be.
fn day(text: &str) -> Option<Option<Day>> {
    let figures = |it: &str| it.len() == 4 && it.chars().all(|c| c.is_ascii_digit());
    let has_year = text
        .split(|c: char| !c.is_ascii_digit())
        .any(|it| figures(it) || it.len() == 8);
    let shape = date::shape(text).filter(|_| has_year)?;
    let is_open = match shape {
        Shape::Open { first, second, .. } => {
            first <= 12 && second <= 12 && first != second && !text.contains('.')
        }
        // `2011-12` may be the year that begins in 2011.
        Shape::Month(year, month) => {
            let next = u32::try_from(year + 1).unwrap_or(0) % 100;
            month == next && text.chars().all(|c| c.is_ascii_digit() || c == '-')
        }
        Shape::Day(..) => false,
        _ => true,
    };
    let day_first = !matches!(shape, Shape::Open { second, .. } if second > 12);
    let reading = Reading {
        day_first,
        edge: Edge::Last,
        fiscal_month: 1,
    };
    Some(match date::resolve(shape, reading) {
        Resolved::Date { date, exact } if !is_open => Some(Day { date, exact }),
        _ => None,
    })
}

/// `31 March 2023`, `1er mars 2023`.
pub(super) fn words(day: Date, lang: Lang) -> String {
    let months = match lang {
        Lang::En => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        Lang::Fr => [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
    };
    let month = months.get(day.month0() as usize).unwrap_or(&"");
    let first = if lang == Lang::Fr && day.day() == 1 {
        "er"
    } else {
        ""
    };
    format!("{}{first} {month} {}", day.day(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        days(text).iter().map(|it| it.date.to_string()).collect()
    }

    #[test]
    fn a_line_names_a_day_or_the_last_day_of_a_month() {
        for (text, expected) in [
            (
                "Status as of 31 March 2023 – all amounts in k€",
                "2023-03-31",
            ),
            ("Portefeuille au 1er mars 2023", "2023-03-01"),
            ("Stand: 31.03.2023", "2023-03-31"),
            ("Report of 31/03/2023.", "2023-03-31"),
            ("As at March 31, 2023", "2023-03-31"),
            ("projects_2023-03-31", "2023-03-31"),
            ("20230331 projects v2", "2023-03-31"),
            ("GMPP_March_2023", "2023-03-31"),
            ("digital-projects-Feb-2024", "2024-02-29"),
            ("Registre 2023-03", "2023-03-31"),
            ("Revue du 03/2023", "2023-03-31"),
        ] {
            assert_eq!(read(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_leaves_something_open_names_no_day() {
        for text in [
            "uk_2018",
            "Projects FY 2022/23",
            "Projects 2011-12",
            "Q1 2023",
            "Report of 03/04/2023",
            "Version 1.2",
            "Phase 2",
            "31 February 2023",
            "",
        ] {
            assert_eq!(read(text), [""; 0], "{text}");
        }
        assert_eq!(
            read("1 April 2022 to 31 March 2023"),
            ["2022-04-01", "2023-03-31"]
        );
    }
}
