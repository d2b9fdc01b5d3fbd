//! Dates as people write them, in English and French. Reading a shape and deciding what it means are two steps, because
//! the order of day and month is decided per column and the edge of a month by the column's role.

use chrono::{Datelike, NaiveDate};

/// What was written, before the column decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Year, month and day in a clear order.
    Day(i32, u32, u32),
    /// Two numbers and a year: day and month in an order that the column must decide.
    Open {
        first: u32,
        second: u32,
        year: i32,
    },
    Month(i32, u32),
    Quarter(i32, u32),
    Half(i32, u32),
    /// Fiscal year by the calendar year it starts in.
    Fiscal(i32),
    /// Fiscal year by the calendar year it ends in (`FY25`).
    FiscalEnding(i32),
    Year(i32),
}

/// Which end of a longer span a column means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    First,
    Last,
}

/// How the column reads dates.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub(super) day_first: bool,
    pub(super) edge: Edge,
    /// First month of a fiscal year, 1 to 12.
    pub(super) fiscal_month: u32,
}

/// A date, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Resolved {
    /// `exact` is false when only a month, quarter or year was written.
    Date { date: NaiveDate, exact: bool },
    /// No such day; the last day of that month may have been meant.
    Impossible { nearest: Option<NaiveDate> },
}

const MONTHS: &[(&str, u32)] = &[
    ("january", 1),
    ("jan", 1),
    ("janvier", 1),
    ("janv", 1),
    ("february", 2),
    ("feb", 2),
    ("fevrier", 2),
    ("fev", 2),
    ("fevr", 2),
    ("march", 3),
    ("mar", 3),
    ("mars", 3),
    ("april", 4),
    ("apr", 4),
    ("avril", 4),
    ("avr", 4),
    ("may", 5),
    ("mai", 5),
    ("june", 6),
    ("jun", 6),
    ("juin", 6),
    ("july", 7),
    ("jul", 7),
    ("juillet", 7),
    ("juill", 7),
    ("juil", 7),
    ("august", 8),
    ("aug", 8),
    ("aout", 8),
    ("september", 9),
    ("sep", 9),
    ("sept", 9),
    ("septembre", 9),
    ("october", 10),
    ("oct", 10),
    ("octobre", 10),
    ("november", 11),
    ("nov", 11),
    ("novembre", 11),
    ("december", 12),
    ("dec", 12),
    ("decembre", 12),
];

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(u32, usize),
    Word(String),
}

/// Reads an ISO date at the start of a text.
pub(super) fn iso(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text.trim().get(..10)?, "%Y-%m-%d").ok()
}

/// Reads the shape of a date, or nothing when the text is no date.
pub(super) fn shape(text: &str) -> Option<Shape> {
    let text = text.trim();
    if text.len() > 40 || !text.is_ascii() && text.chars().count() > 32 {
        return None;
    }
    let body = without_time(text);
    let tokens = tokens(&body)?;
    let dashed = body.contains(['-', '–', '/']);
    use Token::{Number, Word};
    let named = |word: &str| {
        MONTHS
            .iter()
            .find(|(name, _)| *name == word)
            .map(|(_, m)| *m)
    };
    Some(match tokens.as_slice() {
        [Number(y, 4), Number(m, _), Number(d, _)] if year_like(*y) => {
            Shape::Day(*y as i32, *m, *d)
        }
        [
            Number(a, 1..=2),
            Number(b, 1..=2),
            Number(y, digits @ (2 | 4)),
        ] => Shape::Open {
            first: *a,
            second: *b,
            year: full_year(*y, *digits)?,
        },
        [Number(all, 8)] => {
            let (y, m, d) = (all / 10_000, all / 100 % 100, all % 100);
            if !year_like(y) || !(1..=12).contains(&m) || !(1..=31).contains(&d) {
                return None;
            }
            Shape::Day(y as i32, m, d)
        }
        [Number(d, 1..=2), Word(m), Number(y, digits @ (2 | 4))] => {
            Shape::Day(full_year(*y, *digits)?, named(m)?, *d)
        }
        [Word(w), Number(n, 1), Number(y, digits @ (2 | 4))] if is_span(w) => {
            span(w, *n, full_year(*y, *digits)?)?
        }
        [Number(y, 4), Word(w), Number(n, 1)] if is_span(w) => span(w, *n, full_year(*y, 4)?)?,
        [Word(m), Number(d, 1..=2), Number(y, 4)] => Shape::Day(full_year(*y, 4)?, named(m)?, *d),
        [Number(y, 4), Word(m), Number(d, 1..=2)] => Shape::Day(full_year(*y, 4)?, named(m)?, *d),
        [Word(w), Number(y, digits @ (2 | 4))] => {
            let year = full_year(*y, *digits)?;
            match w.as_str() {
                "fy" => Shape::FiscalEnding(year),
                "cy" => Shape::Year(year),
                word => Shape::Month(year, named(word)?),
            }
        }
        [Number(y, 4), Word(m)] => Shape::Month(full_year(*y, 4)?, named(m)?),
        [Word(w), Number(y, 4), Number(z, digits @ (2 | 4))] if is_fiscal(w) => {
            fiscal(*y, *z, *digits)?
        }
        [Word(w), Number(y, 2), Number(z, 2)] if is_fiscal(w) && dashed => {
            fiscal(u32::try_from(full_year(*y, 2)?).ok()?, *z, 2)?
        }
        [Number(y, 4), Number(z, digits @ (2 | 4))] if dashed => match fiscal(*y, *z, *digits) {
            Some(fiscal) => fiscal,
            None if *digits == 2 && (1..=12).contains(z) && year_like(*y) => {
                Shape::Month(*y as i32, *z)
            }
            None => return None,
        },
        [Number(m, 1..=2), Number(y, 4)] if dashed || body.contains('.') => {
            if !(1..=12).contains(m) {
                return None;
            }
            Shape::Month(full_year(*y, 4)?, *m)
        }
        [Number(y, 4)] if (1990..=2100).contains(y) => Shape::Year(*y as i32),
        _ => return None,
    })
}

fn is_fiscal(word: &str) -> bool {
    matches!(word, "fy" | "exercice")
}

fn is_span(word: &str) -> bool {
    matches!(word, "q" | "t" | "h" | "s")
}

fn span(word: &str, n: u32, year: i32) -> Option<Shape> {
    match word {
        "q" | "t" if (1..=4).contains(&n) => Some(Shape::Quarter(year, n)),
        "h" | "s" if (1..=2).contains(&n) => Some(Shape::Half(year, n)),
        _ => None,
    }
}

fn fiscal(y: u32, z: u32, digits: usize) -> Option<Shape> {
    let next = if digits == 2 {
        z == (y + 1) % 100
    } else {
        z == y + 1
    };
    (next && year_like(y)).then_some(Shape::Fiscal(y as i32))
}

fn year_like(y: u32) -> bool {
    (1900..=2199).contains(&y)
}

fn full_year(y: u32, digits: usize) -> Option<i32> {
    match digits {
        4 => year_like(y).then_some(y as i32),
        _ => Some(if y < 70 {
            2000 + y as i32
        } else {
            1900 + y as i32
        }),
    }
}

fn without_time(text: &str) -> String {
    let cut = text.find(':').and_then(|at| {
        let before = text.get(..at)?;
        before.rfind([' ', 'T', ','])
    });
    cut.and_then(|at| text.get(..at)).unwrap_or(text).to_owned()
}

/// Numbers and words; nothing when there is anything that a date never holds.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut out = Vec::new();
    let folded: String = text
        .chars()
        .filter(|c| !matches!(c, '.' | '/' | '-' | '–' | ',' | '\'' | '’') && !c.is_whitespace())
        .collect();
    if !folded.chars().all(char::is_alphanumeric) {
        return None;
    }
    let spaced: String = text
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    let mut run = String::new();
    let mut flush = |run: &mut String| -> Option<()> {
        if run.is_empty() {
            return Some(());
        }
        if run.starts_with(|c: char| c.is_ascii_digit()) {
            if run.len() > 8 {
                return None;
            }
            out.push(Token::Number(run.parse().ok()?, run.len()));
        } else if !is_filler(run) {
            out.push(Token::Word(std::mem::take(run)));
        }
        run.clear();
        Some(())
    };
    let mut digits = None;
    for c in super::text::fold(&spaced).chars() {
        if c == ' ' || digits.is_some_and(|d| d != c.is_ascii_digit()) {
            flush(&mut run)?;
        }
        if c != ' ' {
            digits = Some(c.is_ascii_digit());
            run.push(c);
        } else {
            digits = None;
        }
    }
    flush(&mut run)?;
    (out.len() <= 4).then_some(out)
}

fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "st" | "nd"
            | "rd"
            | "th"
            | "er"
            | "of"
            | "de"
            | "the"
            | "le"
            | "mon"
            | "tue"
            | "wed"
            | "thu"
            | "fri"
            | "sat"
            | "sun"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "lun"
            | "lundi"
            | "mardi"
            | "mercredi"
            | "jeudi"
            | "vendredi"
            | "samedi"
            | "dimanche"
    )
}

/// Turns a shape into a date as the column reads them; nothing for years and months that do not exist.
pub(super) fn resolve(shape: Shape, how: Reading) -> Resolved {
    let (y, m, span) = match shape {
        Shape::Day(y, m, d) => return day(y, m, d),
        Shape::Open {
            first,
            second,
            year,
        } => {
            let (d, m) = if how.day_first {
                (first, second)
            } else {
                (second, first)
            };
            // A date that only the other order allows is offered as a repair, not taken.
            return match (day(year, m, d), day(year, d, m)) {
                (Resolved::Impossible { nearest: None }, Resolved::Date { date, .. }) => {
                    Resolved::Impossible {
                        nearest: Some(date),
                    }
                }
                (as_read, _) => as_read,
            };
        }
        Shape::Month(y, m) => (y, m, 1),
        Shape::Quarter(y, q) => (y, q * 3 - 2, 3),
        Shape::Half(y, h) => (y, h * 6 - 5, 6),
        Shape::Year(y) => (y, 1, 12),
        Shape::Fiscal(y) => (y, how.fiscal_month, 12),
        Shape::FiscalEnding(y) if how.fiscal_month > 1 => (y - 1, how.fiscal_month, 12),
        Shape::FiscalEnding(y) => (y, 1, 12),
    };
    let first = NaiveDate::from_ymd_opt(y, m, 1);
    let date = match how.edge {
        Edge::First => first,
        Edge::Last => first
            .and_then(|d| d.checked_add_months(chrono::Months::new(span)))
            .and_then(|d| d.pred_opt()),
    };
    date.map_or(Resolved::Impossible { nearest: None }, |date| {
        Resolved::Date { date, exact: false }
    })
}

fn day(y: i32, m: u32, d: u32) -> Resolved {
    match NaiveDate::from_ymd_opt(y, m, d) {
        Some(date) => Resolved::Date { date, exact: true },
        None => {
            let last = NaiveDate::from_ymd_opt(y, m, 1)
                .and_then(|f| f.checked_add_months(chrono::Months::new(1)))
                .and_then(|f| f.pred_opt())
                .filter(|l| d > l.day() && d <= 31);
            Resolved::Impossible { nearest: last }
        }
    }
}

/// An Excel serial number in the range of plausible project dates (1990 to 2100), as a date.
pub(super) fn serial(number: f64) -> Option<NaiveDate> {
    if !(32_874.0..73_051.0).contains(&number) {
        return None;
    }
    let base = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    base.checked_add_days(chrono::Days::new(number as u64))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(text: &str, edge: Edge) -> String {
        let how = Reading {
            day_first: true,
            edge,
            fiscal_month: 4,
        };
        match shape(text).map(|s| resolve(s, how)) {
            Some(Resolved::Date { date, .. }) => date.to_string(),
            Some(Resolved::Impossible { nearest: Some(n) }) => format!("impossible, {n}?"),
            Some(Resolved::Impossible { nearest: None }) => "impossible".to_owned(),
            None => "no date".to_owned(),
        }
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let cases = [
            ("2026-06-30", "2026-06-30"),
            ("2026-06-30T08:00:00Z", "2026-06-30"),
            ("30.06.2026", "2026-06-30"),
            ("30.06.08", "2008-06-30"),
            ("12/01/2025", "2025-01-12"),
            ("12/01/2025 08:14", "2025-01-12"),
            ("1er mars 2025", "2025-03-01"),
            ("30 June 2026", "2026-06-30"),
            ("June 30, 2026", "2026-06-30"),
            ("30-Jun-26", "2026-06-30"),
            ("Dec-23", "2023-12-31"),
            ("July 23", "2023-07-31"),
            ("déc. 2023", "2023-12-31"),
            ("2024/25", "2025-03-31"),
            ("2024-2025", "2025-03-31"),
            ("FY25", "2025-03-31"),
            ("Q3 2025", "2025-09-30"),
            ("T1 2025", "2025-03-31"),
            ("2025-Q2", "2025-06-30"),
            ("2025-06", "2025-06-30"),
            ("06/2025", "2025-06-30"),
            ("2025", "2025-12-31"),
            ("20260630", "2026-06-30"),
            ("31/11/2026", "impossible, 2026-11-30?"),
            ("31/13/2026", "impossible"),
            ("Ongoing", "no date"),
            ("Phase 2", "no date"),
            ("3.5", "no date"),
            ("1,234.56", "no date"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text, Edge::Last), expected, "{text}");
        }
        assert_eq!(read("Dec-23", Edge::First), "2023-12-01");
        assert_eq!(read("2024/25", Edge::First), "2024-04-01");
    }

    #[test]
    fn serial_numbers_are_days_since_1900() {
        assert_eq!(serial(45_473.0).unwrap().to_string(), "2024-06-30");
        assert_eq!(serial(12.0), None);
    }
}
