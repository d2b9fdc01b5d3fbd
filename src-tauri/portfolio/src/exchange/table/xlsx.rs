//! Reads .xlsx and .xlsm workbooks cell by cell. The declared size of a sheet is never believed, because a workbook of 2 KB
//! may declare 17 thousand million cells. Cells hidden by merges are not invented here.

use std::io::Cursor;

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::error::{Counted, Fault};
use super::grid::{Book, Budget, Format, Merge, Sheet, SheetBuilder, Value};
use super::{archive, date, limits, unit};

/// Reads all worksheets of a workbook.
///
/// # Errors
/// A fault that says which part is damaged or too large.
pub(super) fn read(bytes: &[u8]) -> Result<Book, Fault> {
    archive::check(bytes)?;
    // The parser is not ours and its arithmetic on addresses may panic on damaged files; nothing it touched outlives this.
    std::panic::catch_unwind(|| sheets(bytes)).unwrap_or_else(|_| {
        Err(Fault::Damaged {
            place: "workbook".to_owned(),
            detail: "cell addresses".to_owned(),
        })
    })
}

fn sheets(bytes: &[u8]) -> Result<Book, Fault> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| fault(&e, "workbook"))?;
    let metadata = workbook.sheets_metadata().to_vec();
    if metadata.len() > limits::MAX_SHEETS {
        return Err(Fault::TooMany {
            place: "workbook".to_owned(),
            what: Counted::Sheets,
            limit: limits::MAX_SHEETS as u64,
        });
    }
    let mut hidden = super::hidden::of(bytes);
    let mut budget = Budget::default();
    let mut sheets = Vec::new();
    for facts in metadata {
        if facts.typ != SheetType::WorkSheet {
            continue;
        }
        let merges = merges(&mut workbook, &facts.name);
        let mut sheet = match cells(&mut workbook, &facts.name, &mut budget, merges) {
            Ok(sheet) => sheet,
            Err(limit @ Fault::TooMany { .. }) => return Err(limit),
            // One broken sheet does not take the others with it; it is listed as unreadable.
            Err(other) => Sheet {
                name: facts.name.clone(),
                unreadable: Some(other.to_string()),
                ..Sheet::default()
            },
        };
        sheet.hidden = facts.visible != SheetVisible::Visible;
        sheet.not_shown = hidden.remove(&facts.name).unwrap_or_default();
        sheets.push(sheet);
    }
    Ok(Book {
        format: Format::Xlsx,
        sheets,
        text: None,
    })
}

fn merges(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Vec<Merge> {
    let ranges = workbook.merge_cells_by_sheet_name(name).unwrap_or_default();
    ranges
        .into_iter()
        .take(limits::MAX_MERGES)
        .filter_map(|d| {
            Some(Merge {
                top: d.start.0.checked_add(1)?,
                bottom: d.end.0.checked_add(1)?,
                left: u16::try_from(d.start.1).ok()?,
                right: u16::try_from(d.end.1).ok()?,
            })
        })
        .filter(|m| m.top <= m.bottom && m.left <= m.right)
        .collect()
}

fn cells(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    budget: &mut Budget,
    merges: Vec<Merge>,
) -> Result<Sheet, Fault> {
    let mut reader = workbook
        .worksheet_cells_reader(name)
        .map_err(|e| fault(&e, name))?;
    let styles: Vec<unit::CellFormat> = reader
        .styles()
        .iter()
        .map(|s| {
            s.number_format
                .as_ref()
                .map(|f| unit::cell_format(&f.format_code))
                .unwrap_or_default()
        })
        .collect();
    let mut builder = SheetBuilder::new(name);
    let mut currencies: std::collections::BTreeSet<(u16, String)> =
        std::collections::BTreeSet::new();
    while let Some((cell, style)) = reader
        .next_cell_with_style_id()
        .map_err(|e| fault(&e, name))?
    {
        let (row, column) = cell.get_position();
        let (Some(row), Ok(column)) = (row.checked_add(1), u16::try_from(column)) else {
            continue;
        };
        let format = styles.get(style);
        let value = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::Int(n) => numeric(*n as f64, format),
            DataRef::Float(n) => numeric(*n, format),
            DataRef::String(text) => Value::Text(text.clone()),
            DataRef::SharedString(text) => Value::Text((*text).to_owned()),
            DataRef::Bool(b) => Value::Bool(*b),
            DataRef::DateTime(moment) if moment.is_datetime() => {
                let (year, month, day, ..) = moment.to_ymd_hms_milli();
                match chrono::NaiveDate::from_ymd_opt(
                    i32::from(year),
                    u32::from(month),
                    u32::from(day),
                ) {
                    Some(day) if moment.as_f64() >= 1.0 => Value::Date(day),
                    _ => Value::Number(moment.as_f64()),
                }
            }
            DataRef::DateTime(duration) => Value::Number(duration.as_f64()),
            DataRef::DateTimeIso(text) => {
                date::iso(text).map_or_else(|| Value::Text(text.clone()), Value::Date)
            }
            DataRef::DurationIso(text) => Value::Text(text.clone()),
            DataRef::Error(error) => Value::Error(error.to_string()),
        };
        if let (Value::Number(_), Some(currency)) =
            (&value, format.and_then(|f| f.currency.as_ref()))
            && currencies.len() < limits::MAX_COLUMNS
        {
            currencies.insert((column, currency.clone()));
        }
        builder.put(budget, row, column, value)?;
    }
    let mut sheet = builder.finish(merges)?;
    sheet.currencies = currencies.into_iter().collect();
    Ok(sheet)
}

fn numeric(n: f64, format: Option<&unit::CellFormat>) -> Value {
    if format.is_some_and(|f| f.percent) {
        Value::Percent(n)
    } else {
        Value::Number(n)
    }
}

fn fault(error: &XlsxError, place: &str) -> Fault {
    match error {
        XlsxError::Password => Fault::Password,
        other => Fault::Damaged {
            place: place.to_owned(),
            detail: super::text::shorten(&other.to_string(), 120),
        },
    }
}
