//! What the values of a column look like, counted once. Judges no role: that is `columns`.

use std::collections::BTreeSet;

use super::grid::{GridRow, Value};
use super::header::TableColumn;
use super::text::fold;
use super::{date, number, words};

/// Rows that are looked at to judge a column.
const SAMPLE: usize = 3_000;

/// What the values of a column look like. Shares are of the values that are no non-values.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    pub(super) filled: u32,
    pub(super) values: u32,
    pub(super) distinct: u32,
    pub(super) dates: u32,
    /// Those among them that name no day, as `2026-01`: numbers of projects look like that too.
    pub(super) spans: u32,
    pub(super) serials: u32,
    pub(super) numbers: u32,
    pub(super) percents: u32,
    pub(super) ratings: u32,
    pub(super) colours: u32,
    pub(super) states: u32,
    pub(super) categories: u32,
    yes_no: u32,
    crosses: u32,
    length: u64,
    pub(super) spaced: u32,
    pub(super) ratings_seen: BTreeSet<String>,
    pub(super) examples: Vec<String>,
}

impl Profile {
    pub(super) fn share(&self, n: u32) -> f64 {
        if self.values == 0 {
            0.0
        } else {
            f64::from(n) / f64::from(self.values)
        }
    }

    pub(super) fn unique(&self) -> f64 {
        self.share(self.distinct)
    }

    pub(super) fn mean_length(&self) -> f64 {
        if self.values == 0 {
            0.0
        } else {
            self.length as f64 / f64::from(self.values)
        }
    }

    /// Ticks and crosses only: a yes/no column.
    pub(super) fn is_yes_no(&self) -> bool {
        self.values > 0 && self.share(self.yes_no + self.crosses) >= 0.9 && self.yes_no > 0
    }

    pub(super) fn is_text(&self) -> bool {
        self.share(self.dates + self.numbers) < 0.5
    }
}

/// Looks at a column's values.
pub(super) fn profile(column: &TableColumn, rows: &[&GridRow]) -> Profile {
    let mut out = Profile::default();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (n, row) in rows.iter().enumerate() {
        let Some((_, value)) = column.cell(row) else {
            continue;
        };
        out.filled += 1;
        if n >= SAMPLE {
            continue;
        }
        let raw = value.raw();
        if out.examples.len() < 3 && !out.examples.contains(&raw) {
            out.examples.push(raw.clone());
        }
        if words::missing(&raw, raw.len() > 60).is_some() && words::state(&raw).is_none()
            || matches!(value, Value::Error(_))
        {
            continue;
        }
        out.values += 1;
        out.length += raw.chars().count() as u64;
        out.spaced += u32::from(raw.contains(' '));
        match value {
            Value::Date(_) => out.dates += 1,
            Value::Percent(_) => {
                out.percents += 1;
                out.numbers += 1;
            }
            Value::Number(n) => {
                out.numbers += 1;
                out.serials += u32::from(date::serial(*n).is_some() && n.fract() == 0.0);
            }
            Value::Bool(_) => out.yes_no += 1,
            Value::Text(text) => out.look(text),
            Value::Error(_) => {}
        }
        if seen.len() < SAMPLE {
            seen.insert(super::text::shorten(&raw, 120).to_lowercase());
        }
    }
    out.distinct = u32::try_from(seen.len()).unwrap_or(u32::MAX);
    out
}

impl Profile {
    fn look(&mut self, text: &str) {
        // Values that mean something are short; a sentence is a sentence.
        if text.len() > 120 {
            return;
        }
        if let Some(amount) = number::parse(text, None) {
            self.numbers += 1;
            self.percents += u32::from(amount.percent);
        }
        match date::shape(text) {
            None | Some(date::Shape::Year(_)) => {}
            Some(date::Shape::Day(..) | date::Shape::Open { .. }) => self.dates += 1,
            Some(_) => {
                self.dates += 1;
                self.spans += 1;
            }
        }
        if words::rating(text).is_some() {
            self.ratings += 1;
            let folded = fold(text);
            let sign = folded.is_empty();
            self.ratings_seen
                .insert(if sign { text.to_owned() } else { folded });
        }
        self.colours += u32::from(words::is_colour(text));
        self.states += u32::from(words::state(text).is_some());
        self.categories += u32::from(words::category(text).is_some());
        self.yes_no += u32::from(words::yes_no(text).is_some());
        self.crosses += u32::from(words::is_cross(text));
    }
}
