//! From the recognised table to typed rows and their problems.

use super::body::RowKind;
use super::cell::Cell;
use super::conventions::{self, Conventions};
use super::grid::{GridRow, Sheet};
use super::header::TableColumn;
use super::likeness;
use super::list_day;
use super::mapping::{Mapping, Role, Scale};
use super::problem::{Problem, ProblemCode};
use super::recognise::{Recognised, Table};
use super::rows::{Row, Rows, SetAside};
use super::text::{one_line, shorten};
use crate::model::Maybe;

/// Types every row of the table.
pub(super) fn rows(found: &Recognised, mapping: &Mapping) -> Rows {
    let mut out = Rows {
        file: found.file.clone(),
        sha256: found.sha256.clone(),
        sheet: found.sheet().map(|s| s.name.clone()).unwrap_or_default(),
        rows: Vec::new(),
        quarantined: Vec::new(),
        ignored: 0,
        problems: Vec::new(),
        maybe_same: Vec::new(),
        scale: Scale::Ones,
        as_of: None,
        undated: 0,
    };
    for sheet in found.book.sheets.iter().filter(|s| s.unreadable.is_some()) {
        out.problems
            .push(Problem::new(ProblemCode::SheetUnreadable).value(&sheet.name));
    }
    let (Some(sheet), Some(table)) = (found.sheet(), &found.table) else {
        out.problems.push(Problem::new(ProblemCode::NoTable));
        return out;
    };
    if !found.sure {
        out.problems.push(Problem::new(ProblemCode::NoTable));
        return out;
    }
    if let Some(unit) = found.conventions.units.values().next() {
        out.scale = unit.scale;
    }
    let names = names(&table.columns);
    let maker = Maker {
        sheet,
        table,
        how: &found.conventions,
        mapping,
        names: &names,
    };
    for grid_row in &sheet.rows {
        match table.kinds.get(&grid_row.number) {
            Some(RowKind::Data) => {
                let row = maker.row(grid_row, &mut out.problems);
                out.rows.push(row);
            }
            Some(RowKind::NoTitle) => {
                let text = grid_row
                    .cells
                    .first()
                    .map(|(_, v)| v.raw())
                    .unwrap_or_default();
                out.problems.push(
                    Problem::new(ProblemCode::TitleMissing)
                        .row(grid_row.number)
                        .value(&text),
                );
                out.quarantined.push(SetAside {
                    number: grid_row.number,
                    text: shorten(&one_line(&text), 160),
                });
            }
            Some(RowKind::Above | RowKind::Header) | None => {}
            Some(_) => out.ignored += 1,
        }
    }
    for (row, width, usual) in &sheet.ragged {
        let problem = Problem::new(ProblemCode::RaggedRow)
            .row(*row)
            .value(&width.to_string());
        out.problems.push(problem.suggest(Some(usual.to_string())));
    }
    for (row, column) in &sheet.cut {
        out.problems
            .push(Problem::new(ProblemCode::TextCut).at(*row, *column, ""));
    }
    likeness::look(&mut out, table);
    date_ratings(&mut out, found, mapping);
    out
}

/// Ratings without a day of their own are of the day of the list. Words that stood for one are kept.
fn date_ratings(out: &mut Rows, found: &Recognised, mapping: &Mapping) {
    let is_known = |it: &Row| matches!(it.status_date, Some(Maybe::Known(_)));
    let undated = out
        .rows
        .iter_mut()
        .filter(|it| !it.ratings.is_empty() && !is_known(it));
    let day = list_day::list_day(found, mapping).map(|it| it.0);
    let column = found
        .table
        .as_ref()
        .and_then(|it| it.role(Role::StatusDate));
    for row in undated {
        out.undated += u32::try_from(row.ratings.len()).unwrap_or(u32::MAX);
        if let Some(day) = day {
            let before = row.status_date.replace(Maybe::Known(day));
            if let (Some(Maybe::Missing(gap)), Some((_, column))) = (before, column)
                && !row.extra.iter().any(|(name, _)| *name == column.header)
            {
                row.extra.push((column.header.clone(), gap.said));
            }
        }
    }
    out.as_of = day.filter(|_| out.undated > 0);
}

/// A distinct name for every column: a blank header is called after its letter, a second one of the same name is numbered.
pub(super) fn names(columns: &[TableColumn]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for column in columns {
        let base = if column.header.is_empty() {
            column.letter()
        } else {
            column.header.clone()
        };
        let mut name = base.clone();
        let mut n = 2;
        while names.contains(&name) {
            name = format!("{base} ({n})");
            n += 1;
        }
        names.push(name);
    }
    names
}

/// What every cell of a table needs to know.
pub(super) struct Maker<'a> {
    pub(super) sheet: &'a Sheet,
    pub(super) table: &'a Table,
    pub(super) how: &'a Conventions,
    pub(super) mapping: &'a Mapping,
    pub(super) names: &'a [String],
}

impl Maker<'_> {
    fn row(&self, from: &GridRow, problems: &mut Vec<Problem>) -> Row {
        let mut row = Row {
            number: from.number,
            title: String::new(),
            description: None,
            owner: None,
            part_of: None,
            state: None,
            ratings: Vec::new(),
            status_date: None,
            start: None,
            end: None,
            delivered_on: None,
            budget: None,
            spent: None,
            percent_complete: None,
            category: None,
            reference: None,
            external_key: None,
            tags: Vec::new(),
            contributes_to: Vec::new(),
            why: None,
            extra: Vec::new(),
        };
        for (at, column) in self.table.columns.iter().enumerate() {
            if let Some((place, value)) = column.cell(from) {
                let mut cell = Cell {
                    at,
                    place,
                    value,
                    number: from.number,
                    maker: self,
                    problems,
                };
                cell.store(&mut row);
            }
        }
        if let (Some(Maybe::Known(start)), Some(Maybe::Known(end))) = (&row.start, &row.end)
            && end < start
        {
            let problem = Problem::new(ProblemCode::EndBeforeStart)
                .value(&end.to_string())
                .suggest(Some(start.to_string()));
            problems.push(match self.table.role(Role::End) {
                Some((at, c)) => problem.at(
                    from.number,
                    c.at.first().copied().unwrap_or(0),
                    self.name(at),
                ),
                None => problem.row(from.number),
            });
        }
        if row.contributes_to.is_empty()
            && conventions::has(&self.table.choices, Role::ContributesTo)
        {
            problems.push(
                Problem::new(ProblemCode::NoTarget)
                    .row(from.number)
                    .value(&row.title),
            );
        }
        row
    }

    /// The name of a column, distinct within the table.
    pub(super) fn name(&self, at: usize) -> &str {
        self.names.get(at).map_or("", String::as_str)
    }
}
