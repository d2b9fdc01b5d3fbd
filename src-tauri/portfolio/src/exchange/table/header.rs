//! Where a table begins: finds the row (or rows) of column names below title lines, and names the columns.
//! Judges only the shape of rows and the words of headers; what columns mean is decided in `columns`.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::header_strength;
use super::grid::{GridRow, Merge, Sheet, Value};
use super::text::one_line;

/// Rows that are tried as header.
const TRIED: usize = 80;
/// Rows below a candidate that are looked at.
const BELOW: usize = 40;

/// The rows of column names; both numbers count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct HeaderRows {
    pub(super) first: u32,
    pub(super) last: u32,
}

/// One column of the table: usually one of the sheet, several where merges split it.
#[derive(Debug, Clone)]
pub(super) struct TableColumn {
    /// Where its cells may stand; the first filled one counts.
    pub(super) at: Vec<u16>,
    pub(super) header: String,
}

impl TableColumn {
    pub(super) fn letter(&self) -> String {
        self.at
            .first()
            .map(|c| super::grid::letter(*c))
            .unwrap_or_default()
    }

    /// The column's cell in a row, with the sheet column where it stands.
    pub(super) fn cell<'a>(&self, row: &'a GridRow) -> Option<(u16, &'a Value)> {
        self.at.iter().find_map(|c| row.get(*c).map(|v| (*c, v)))
    }
}

/// The best header, or nothing when the first row already looks like data.
pub(super) fn locate(sheet: &Sheet) -> Option<HeaderRows> {
    let looks: Vec<Look> = sheet.rows.iter().take(TRIED + BELOW).map(look).collect();
    let mut best: Option<(f64, usize)> = None;
    for at in 0..sheet.rows.len().min(TRIED) {
        let score = score(sheet, at, &looks);
        if score >= 40.0 && best.is_none_or(|(b, _)| score > b) {
            best = Some((score, at));
        }
    }
    let row = sheet.rows.get(best?.1)?.number;
    Some(extend(sheet, row))
}

/// The header rows when the user names the first one.
pub(super) fn chosen(sheet: &Sheet, row: u32) -> Option<HeaderRows> {
    sheet.row(row)?;
    let rows = extend(sheet, row);
    Some(HeaderRows {
        first: row.max(rows.first),
        last: rows.last,
    })
}

/// What a row looks like, worked out once although many candidates ask.
struct Look {
    /// Columns, and whether the cell holds words.
    cells: Vec<(u16, bool)>,
    texts: usize,
    wordy: usize,
    short: usize,
    known: usize,
    missing: usize,
    distinct: usize,
}

/// Columns that are looked at to find a header.
const WIDTH: usize = 200;

fn look(row: &GridRow) -> Look {
    let cells: Vec<(u16, bool)> = row
        .cells
        .iter()
        .take(WIDTH)
        .map(|(c, v)| (*c, is_wordy(v)))
        .collect();
    let texts: Vec<&str> = row
        .cells
        .iter()
        .take(WIDTH)
        .filter_map(|(_, v)| v.text())
        .collect();
    let distinct: BTreeSet<&str> = texts.iter().copied().collect();
    let count = |test: fn(&str) -> bool| texts.iter().filter(|t| test(t)).count();
    Look {
        texts: texts.len(),
        wordy: cells.iter().filter(|(_, w)| *w).count(),
        short: count(|t| super::text::outside_brackets(t).chars().count() <= 90),
        known: count(|t| header_strength(t) >= 60),
        missing: count(|t| super::words::missing(t, false).is_some()),
        distinct: distinct.len(),
        cells,
    }
}

fn score(sheet: &Sheet, at: usize, looks: &[Look]) -> f64 {
    let (Some(row), Some(own)) = (sheet.rows.get(at), looks.get(at)) else {
        return 0.0;
    };
    let below: Vec<&Look> = looks.iter().skip(at + 1).take(BELOW).collect();
    if below.is_empty() && at > 0 {
        return 0.0;
    }
    let mut counts: BTreeMap<u16, (u32, u32)> = BTreeMap::new();
    for (column, wordy) in below.iter().flat_map(|l| l.cells.iter()) {
        let entry = counts.entry(*column).or_default();
        entry.0 += 1;
        entry.1 += u32::from(!wordy);
    }
    let many = (below.len() as u32).div_ceil(5).max(1);
    let data: Vec<(u16, bool)> = counts
        .iter()
        .filter(|(_, (n, _))| *n >= many)
        .map(|(c, (n, typed))| (*c, typed * 2 > *n))
        .collect();
    if own.cells.is_empty() || (own.cells.len() == 1 && data.len() > 1) {
        return 0.0;
    }
    let share = |n: usize| n as f64 / own.cells.len() as f64;
    if share(own.texts) < 0.6 {
        return 0.0;
    }
    let named = labelled(sheet, row);
    let covered = data.iter().filter(|(c, _)| named.contains(c)).count();
    let coverage = if data.is_empty() {
        0.5
    } else {
        covered as f64 / data.len() as f64
    };
    let typed = data.iter().filter(|(_, typed)| *typed);
    let (mut contrast, mut data_like) = (0_usize, 0_usize);
    for (column, _) in typed {
        match own.cells.iter().find(|(c, _)| c == column) {
            Some((_, true)) => contrast += 1,
            // A value above values of its kind: the row is data, unless it is a year over yearly figures.
            Some((c, false)) => data_like += usize::from(!is_year(row.get(*c))),
            None => {}
        }
    }
    let of_data = |n: usize| n as f64 / data.len().max(1) as f64;
    35.0 * coverage
        + 15.0 * share(own.wordy)
        + 10.0 * share(own.distinct)
        + 10.0 * share(own.short)
        + 30.0 * (share(own.known) * 1.5).min(1.0)
        + 15.0 * of_data(contrast)
        - 80.0 * of_data(data_like)
        - 20.0 * share(own.missing)
        - (at as f64 * 0.25).min(10.0)
}

fn is_year(value: Option<&Value>) -> bool {
    let text = value.map(Value::raw).unwrap_or_default();
    text.len() == 4
        && text
            .parse::<u32>()
            .is_ok_and(|y| (1990..=2100).contains(&y))
}

/// Words rather than a number, a date or a share.
fn is_wordy(value: &Value) -> bool {
    match value {
        Value::Text(text) => {
            super::number::parse(text, None).is_none() && super::date::shape(text).is_none()
        }
        _ => false,
    }
}

/// Columns that a row labels, counting the whole width of horizontal merges.
fn labelled(sheet: &Sheet, row: &GridRow) -> BTreeSet<u16> {
    let mut named: BTreeSet<u16> = row.cells.iter().map(|(c, _)| *c).collect();
    for merge in merges_in(sheet, row.number) {
        named.extend(merge.left..=merge.right.min(merge.left.saturating_add(64)));
    }
    named
}

fn merges_in(sheet: &Sheet, row: u32) -> impl Iterator<Item = &Merge> {
    sheet
        .merges
        .iter()
        .filter(move |m| m.top <= row && row <= m.bottom && m.right > m.left)
}

/// Grows a header over the rows that belong to it: group names above, second lines below.
fn extend(sheet: &Sheet, row: u32) -> HeaderRows {
    let mut rows = HeaderRows {
        first: row,
        last: row,
    };
    let down = sheet
        .merges
        .iter()
        .filter(|m| m.top == row && m.bottom > row && m.bottom <= row + 3)
        .map(|m| m.bottom)
        .max();
    if let Some(bottom) = down {
        // Vertical merges in the header reach down to its last line, if that line holds words only.
        if sheet
            .row(bottom)
            .is_none_or(|r| r.cells.iter().all(|(_, v)| is_wordy(v)))
        {
            rows.last = bottom;
        }
    } else if groups(sheet, row)
        && sheet
            .row(row + 1)
            .is_some_and(|r| second_line(sheet, row, r))
    {
        rows.last = row + 1;
    }
    if row > 1 && groups(sheet, row - 1) {
        rows.first = row - 1;
    }
    rows
}

/// Does the row hold group names: merges over some, not nearly all, of the columns?
fn groups(sheet: &Sheet, row: u32) -> bool {
    let Some(cells) = sheet.row(row) else {
        return false;
    };
    let below = sheet.row(row + 1);
    let width = sheet.columns().len().max(1);
    merges_in(sheet, row).any(|m| {
        let under = below.map_or(0, |b| {
            b.cells
                .iter()
                .filter(|(c, _)| m.left <= *c && *c <= m.right)
                .count()
        });
        under >= 2 && under * 10 < width * 8 && cells.get(m.left).is_some()
    })
}

/// A second header line: words only, below groups, nothing beside them that is not already named.
fn second_line(sheet: &Sheet, first: u32, row: &GridRow) -> bool {
    let grouped = |c: u16| merges_in(sheet, first).any(|m| m.left <= c && c <= m.right);
    row.cells
        .iter()
        .all(|(c, v)| is_wordy(v) && (grouped(*c) || sheet.spread.contains(&(row.number, *c))))
}

/// Names the columns that hold anything below the header; empty remnants of merges vanish here.
pub(super) fn columns(sheet: &Sheet, header: Option<HeaderRows>) -> Vec<TableColumn> {
    let first_body = header.map_or(0, |h| h.last + 1);
    let mut used: BTreeMap<u16, u32> = BTreeMap::new();
    for row in sheet.rows.iter().filter(|r| r.number >= first_body) {
        for (c, _) in &row.cells {
            *used.entry(*c).or_default() += 1;
        }
    }
    let mut labels: BTreeMap<u16, String> = BTreeMap::new();
    let mut collapsed: BTreeMap<u16, u16> = BTreeMap::new();
    if let Some(header) = header {
        for number in header.first..=header.last {
            name_from_row(sheet, number, header, &mut labels);
        }
        for merge in merges_in(sheet, header.last).filter(|m| m.top >= header.first) {
            if one_column(sheet, merge, first_body) {
                for c in merge.left..=merge.right {
                    collapsed.insert(c, merge.left);
                }
            }
        }
    }
    let mut out: BTreeMap<u16, TableColumn> = BTreeMap::new();
    let all: BTreeSet<u16> = used.keys().chain(labels.keys()).copied().collect();
    for c in all {
        let home = collapsed.get(&c).copied().unwrap_or(c);
        let label = labels.get(&home).cloned().unwrap_or_default();
        if !used.contains_key(&c) && (home != c || label.is_empty()) {
            continue;
        }
        out.entry(home)
            .or_insert_with(|| TableColumn {
                at: Vec::new(),
                header: label,
            })
            .at
            .push(c);
    }
    // A name without a single value below is kept only when no merge explains it.
    out.into_values().filter(|c| !c.at.is_empty()).collect()
}

fn name_from_row(
    sheet: &Sheet,
    number: u32,
    header: HeaderRows,
    labels: &mut BTreeMap<u16, String>,
) {
    let Some(row) = sheet.row(number) else { return };
    let mut here: BTreeMap<u16, String> = BTreeMap::new();
    for (c, value) in &row.cells {
        if !sheet.spread.contains(&(number, *c)) {
            here.insert(*c, one_line(&value.raw()));
        }
    }
    if number < header.last {
        for merge in merges_in(sheet, number) {
            if let Some(group) = here.get(&merge.left).cloned() {
                for c in merge.left..=merge.right.min(merge.left.saturating_add(256)) {
                    here.insert(c, group.clone());
                }
            }
        }
    }
    for (c, text) in here {
        labels
            .entry(c)
            .and_modify(|label| {
                if *label != text {
                    *label = format!("{label} – {text}");
                }
            })
            .or_insert(text);
    }
}

/// No row fills two cells under this header merge, so it is one column that merges cut up.
fn one_column(sheet: &Sheet, merge: &Merge, first_body: u32) -> bool {
    sheet
        .rows
        .iter()
        .filter(|r| r.number >= first_body)
        .all(|r| {
            r.cells
                .iter()
                .filter(|(c, _)| merge.left <= *c && *c <= merge.right)
                .count()
                <= 1
        })
}
