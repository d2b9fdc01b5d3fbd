//! Which rows under the header are initiatives, and which are totals, notes, headings or leftovers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::columns::Choice;
use super::grid::{GridRow, Merge, Sheet, Value};
use super::header::{HeaderRows, TableColumn};
use super::mapping::{Mapping, Role};
use super::text::fold;
use super::{number, words};

/// What a row of the sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// Above the header: titles, print dates, units.
    Above,
    Header,
    /// An initiative.
    Data,
    Total,
    /// The header once more, as long lists repeat it on every page.
    RepeatedHeader,
    /// A remark below the table.
    Note,
    /// A heading between groups of rows.
    Section,
    /// Filled, but without a title: set aside.
    NoTitle,
    /// Left out by the user.
    Skipped,
}

/// The kind of every filled row.
pub(super) fn classify(
    sheet: &Sheet,
    header: Option<HeaderRows>,
    columns: &[TableColumn],
    choices: &[Choice],
    mapping: &Mapping,
) -> BTreeMap<u32, RowKind> {
    let body = Body::new(sheet, header, columns, choices);
    let mut kinds = BTreeMap::new();
    for row in &sheet.rows {
        let kind = match header {
            Some(h) if row.number < h.first => RowKind::Above,
            Some(h) if row.number <= h.last => RowKind::Header,
            _ if mapping.skip_rows.contains(&row.number) => RowKind::Skipped,
            _ if mapping.keep_rows.contains(&row.number) && body.has_title(row) => RowKind::Data,
            _ => body.kind(row),
        };
        kinds.insert(row.number, kind);
    }
    body.end(&mut kinds, mapping);
    body.sums(&mut kinds, mapping);
    kinds
}

struct Body<'a> {
    sheet: &'a Sheet,
    header: Option<HeaderRows>,
    columns: &'a [TableColumn],
    /// The columns' names, folded.
    names: Vec<String>,
    title: Option<&'a TableColumn>,
    money: Vec<&'a TableColumn>,
    /// Filled cells of a usual row.
    usual: usize,
    /// Merges over at least half of the table's width.
    wide: Vec<Merge>,
}

impl<'a> Body<'a> {
    fn new(
        sheet: &'a Sheet,
        header: Option<HeaderRows>,
        columns: &'a [TableColumn],
        choices: &[Choice],
    ) -> Self {
        let with = |wanted: fn(Role) -> bool| {
            columns
                .iter()
                .zip(choices)
                .filter(move |(_, c)| wanted(c.role))
                .map(|(c, _)| c)
        };
        let title = with(|r| r == Role::Title).next();
        let money = with(Role::is_money).collect();
        let mut body = Body {
            sheet,
            header,
            columns,
            names: columns.iter().map(|c| fold(&c.header)).collect(),
            title,
            money,
            usual: 0,
            wide: Vec::new(),
        };
        body.wide = body.wide_merges();
        let mut widths: Vec<usize> = body
            .rows()
            .map(|r| body.filled(r))
            .filter(|n| *n > 0)
            .collect();
        widths.sort_unstable();
        // The upper quarter: in a list of small groups half of the rows are headings and subtotals.
        body.usual = widths.get(widths.len() * 3 / 4).copied().unwrap_or(0);
        body
    }

    fn wide_merges(&self) -> Vec<Merge> {
        let homes: Vec<u16> = self
            .columns
            .iter()
            .filter_map(|c| c.at.first().copied())
            .collect();
        let covers = |m: &&Merge| {
            let under =
                homes.partition_point(|h| *h <= m.right) - homes.partition_point(|h| *h < m.left);
            m.right > m.left && under * 2 >= homes.len().max(4)
        };
        self.sheet
            .merges
            .iter()
            .filter(covers)
            .copied()
            .take(2_000)
            .collect()
    }

    fn rows(&self) -> impl Iterator<Item = &'a GridRow> + use<'a> {
        let first = self.header.map_or(0, |h| h.last + 1);
        self.sheet.rows.iter().filter(move |r| r.number >= first)
    }

    fn filled(&self, row: &GridRow) -> usize {
        self.columns
            .iter()
            .filter(|c| self.own(c, row).is_some())
            .count()
    }

    /// A cell's own value: what a vertical merge spread into it does not count.
    fn own<'r>(&self, column: &TableColumn, row: &'r GridRow) -> Option<&'r Value> {
        column
            .cell(row)
            .filter(|(c, _)| !self.sheet.spread.contains(&(row.number, *c)))
            .map(|(_, v)| v)
    }

    fn has_title(&self, row: &GridRow) -> bool {
        self.title.and_then(|t| t.cell(row)).is_some_and(|(_, v)| {
            let raw = v.raw();
            raw.chars().any(char::is_alphanumeric)
                && words::missing(&raw, false).is_none()
                && !matches!(v, Value::Error(_))
        })
    }

    fn kind(&self, row: &GridRow) -> RowKind {
        if self.repeats_header(row) {
            return RowKind::RepeatedHeader;
        }
        if self.is_total(row) {
            return RowKind::Total;
        }
        let filled = self.filled(row);
        if filled == 1 && self.usual >= 3 && self.is_heading(row) {
            return RowKind::Section;
        }
        if self.has_title(row) {
            RowKind::Data
        } else {
            RowKind::NoTitle
        }
    }

    fn repeats_header(&self, row: &GridRow) -> bool {
        let (mut same, mut filled) = (0_usize, 0_usize);
        for (column, name) in self.columns.iter().zip(&self.names) {
            let Some(value) = self.own(column, row) else {
                continue;
            };
            filled += 1;
            let text = value.text().unwrap_or_default();
            let like = !name.is_empty() && text.len() <= column.header.len() + 8;
            same += usize::from(like && fold(text) == *name);
        }
        same >= 2 && same * 10 >= filled * 6
    }

    /// A total says so in words and holds hardly anything but numbers beside them.
    fn is_total(&self, row: &GridRow) -> bool {
        let texts = row.cells.iter().filter_map(|(_, v)| v.text()).take(3);
        if !texts.into_iter().any(words::is_total) {
            return false;
        }
        let (mut others, mut numbers) = (0_usize, 0_usize);
        for column in self.columns {
            match self.own(column, row) {
                Some(Value::Number(_) | Value::Percent(_)) => numbers += 1,
                Some(Value::Text(text)) if number::parse(text, None).is_some() => numbers += 1,
                Some(Value::Text(text)) if words::is_total(text) => {}
                Some(_) => others += 1,
                None => {}
            }
        }
        let few = others <= 1 && (others + 1 + numbers) * 10 <= self.usual.max(2) * 9;
        few || (numbers > 0 && others == 0)
    }

    /// A heading stands alone, over the whole width or outside of the title column.
    fn is_heading(&self, row: &GridRow) -> bool {
        let wide = self
            .wide
            .iter()
            .any(|m| m.top <= row.number && row.number <= m.bottom);
        let title_empty = self.title.is_some_and(|t| self.own(t, row).is_none());
        let text = row
            .cells
            .first()
            .and_then(|(_, v)| v.text())
            .unwrap_or_default();
        let wordy = text.chars().any(char::is_alphabetic) && number::parse(text, None).is_none();
        wordy && (wide || title_empty) && text.chars().count() <= 80 && !words::is_footnote(text)
    }

    /// Finds the remarks below the last row of the table.
    fn end(&self, kinds: &mut BTreeMap<u32, RowKind>, mapping: &Mapping) {
        let rows: Vec<&GridRow> = self.rows().collect();
        let last = rows.iter().rposition(|r| {
            kinds.get(&r.number) == Some(&RowKind::Data)
                && !self.is_note(
                    r,
                    rows.iter().rev().map(|x| x.number).find(|n| *n < r.number),
                )
        });
        let after = last.map_or(0, |at| at + 1);
        for row in rows.iter().skip(after) {
            let kind = kinds.get(&row.number).copied();
            let keep = mapping.keep_rows.contains(&row.number);
            if !keep
                && matches!(
                    kind,
                    Some(RowKind::Data | RowKind::NoTitle | RowKind::Section)
                )
                && self.filled(row) <= 2
            {
                // In a text table numbers are texts too.
                let number = |v: &Value| v.text().is_none() || amount_like(v);
                let number_only = row.cells.iter().all(|(_, v)| number(v));
                if !number_only {
                    kinds.insert(row.number, RowKind::Note);
                }
            }
        }
        // Remarks also stand between rows, marked as such.
        for row in rows.iter().take(after) {
            let text = row
                .cells
                .first()
                .and_then(|(_, v)| v.text())
                .unwrap_or_default();
            let marked = self.filled(row) == 1 && self.usual >= 3 && words::is_footnote(text);
            if marked
                && !mapping.keep_rows.contains(&row.number)
                && kinds.get(&row.number) != Some(&RowKind::Skipped)
            {
                kinds.insert(row.number, RowKind::Note);
            }
        }
    }

    /// Is this row more likely a remark below the table than its last initiative?
    fn is_note(&self, row: &GridRow, previous: Option<u32>) -> bool {
        if self.usual < 3 || self.filled(row) > 1 {
            return false;
        }
        let text = row
            .cells
            .first()
            .and_then(|(_, v)| v.text())
            .unwrap_or_default();
        let gap = previous.is_some_and(|p| row.number > p + 1);
        words::is_footnote(text) || text.chars().count() > 120 || gap
    }

    /// Rows without any words whose amounts add up what stands above are totals too.
    fn sums(&self, kinds: &mut BTreeMap<u32, RowKind>, mapping: &Mapping) {
        for money in &self.money {
            let (mut all, mut group, mut rows) = (0.0_f64, 0.0_f64, 0_u32);
            for row in self.rows() {
                let amount = money.cell(row).and_then(|(_, v)| amount(v));
                match (kinds.get(&row.number), amount) {
                    (Some(RowKind::Data), Some(a)) => {
                        all += a;
                        group += a;
                        rows += 1;
                    }
                    (Some(RowKind::NoTitle), Some(a))
                        if !mapping.keep_rows.contains(&row.number) =>
                    {
                        let near = |sum: f64| sum != 0.0 && (a - sum).abs() <= sum.abs() * 0.005;
                        let bare = row.cells.iter().all(|(_, v)| amount_like(v));
                        if rows >= 2 && bare && (near(all) || near(group)) {
                            kinds.insert(row.number, RowKind::Total);
                            group = 0.0;
                        }
                    }
                    (Some(RowKind::Total), _) => group = 0.0,
                    _ => {}
                }
            }
        }
    }
}

fn amount(value: &Value) -> Option<f64> {
    match value {
        Value::Number(n) => Some(*n),
        Value::Text(text) => number::parse(text, None)
            .and_then(|a| rust_decimal::prelude::ToPrimitive::to_f64(&a.value)),
        _ => None,
    }
}

fn amount_like(value: &Value) -> bool {
    matches!(value, Value::Number(_) | Value::Percent(_)) || amount(value).is_some()
}
