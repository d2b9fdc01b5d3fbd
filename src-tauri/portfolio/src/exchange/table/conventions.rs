//! What holds for whole columns: the order of day and month, the decimal sign, the currency, what one unit stands for.
//! Each decision remembers what it rests on, so that the user can be asked only where the file leaves it open.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::columns::Choice;
use super::date::{self, Shape};
use super::grid::{GridRow, Sheet, Value};
use super::header::{HeaderRows, TableColumn};
use super::mapping::{Mapping, Role, Scale};
use super::number::{self, Sign};
use super::unit;

/// What a decision rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ground {
    User,
    /// The column's own header.
    Header,
    /// Values that allow nothing else, and how many.
    Values(u32),
    /// A line above the table.
    TitleLine(String),
    /// Another column, by its header.
    Sibling(String),
    /// Only an assumption.
    Nothing,
}

impl Ground {
    /// Does the file (or the user) say so, or do we only suppose it?
    pub(super) fn is_firm(&self) -> bool {
        !matches!(self, Ground::Nothing)
    }
}

/// Unit of one money column.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub(super) currency: String,
    pub(super) currency_by: Ground,
    pub(super) scale: Scale,
    pub(super) scale_by: Ground,
    /// The middle amount as it is written.
    pub(super) typical: f64,
}

/// Order of day and month in one date column.
#[derive(Debug, Clone)]
pub(super) struct Order {
    pub(super) day_first: bool,
    pub(super) by: Ground,
    /// Dates such as `03/04/2026` that would change with the order.
    pub(super) open: u32,
}

/// The decisions, by index of the table's columns.
#[derive(Debug, Clone, Default)]
pub(super) struct Conventions {
    pub(super) orders: BTreeMap<usize, Order>,
    pub(super) units: BTreeMap<usize, Unit>,
    /// Decimal comma, where the column says so or not.
    pub(super) comma: BTreeMap<usize, bool>,
    /// Percentages written as fractions of one.
    pub(super) fractions: BTreeMap<usize, bool>,
    pub(super) fiscal_month: u32,
    /// Fiscal years seen, which month they start in being supposed.
    pub(super) fiscal_seen: u32,
}

/// Where the middle amount of a column is less, it may be thousands or millions that nobody named.
const A_PROJECT: f64 = 100_000.0;

/// No currency is known: the generic currency sign.
pub(super) const NO_CURRENCY: &str = "¤";

/// A unit with the text that states it: currency and scale.
type Stated = (String, (Option<String>, Option<Scale>));

struct Scope<'a> {
    sheet: &'a Sheet,
    header: Option<HeaderRows>,
    columns: &'a [TableColumn],
    rows: &'a [&'a GridRow],
    mapping: &'a Mapping,
}

/// Decides for all columns of the table.
pub(super) fn decide(
    sheet: &Sheet,
    header: Option<HeaderRows>,
    columns: &[TableColumn],
    choices: &[Choice],
    rows: &[&GridRow],
    mapping: &Mapping,
) -> Conventions {
    let scope = Scope {
        sheet,
        header,
        columns,
        rows,
        mapping,
    };
    let mut out = Conventions::default();
    let month = mapping
        .fiscal_month
        .filter(|m| (1..=12).contains(m))
        .unwrap_or(4);
    out.fiscal_month = u32::from(month);
    for (at, role) in choices.iter().map(|c| c.role).enumerate() {
        let Some(column) = columns.get(at) else {
            continue;
        };
        if role.is_date() {
            let (order, fiscal) = scope.order(column);
            out.orders.insert(at, order);
            out.fiscal_seen += fiscal;
        }
        if (role.is_money() || role == Role::PercentComplete)
            && let Some(comma) = mapping.decimal_comma.or_else(|| scope.comma(column))
        {
            out.comma.insert(at, comma);
        }
        if role.is_money() {
            out.units.insert(at, scope.unit(at, column));
        }
        if role == Role::PercentComplete {
            out.fractions.insert(at, scope.fractions(column));
        }
    }
    follow(&mut out);
    out
}

/// Undecided date columns follow the decided ones; undecided decimal signs likewise.
fn follow(out: &mut Conventions) {
    let firm = out
        .orders
        .values()
        .find(|o| o.by.is_firm() && !matches!(o.by, Ground::User))
        .map(|o| o.day_first);
    if let Some(day_first) = firm {
        for order in out.orders.values_mut().filter(|o| !o.by.is_firm()) {
            order.day_first = day_first;
            order.by = Ground::Sibling(String::new());
        }
    }
    let comma = out.comma.values().next().copied();
    if let Some(comma) = comma {
        for at in out.units.keys() {
            out.comma.entry(*at).or_insert(comma);
        }
    }
}

impl Scope<'_> {
    fn texts<'s>(&'s self, column: &'s TableColumn) -> impl Iterator<Item = &'s str> {
        self.rows
            .iter()
            .filter_map(|r| column.cell(r).and_then(|(_, v)| v.text()))
    }

    fn order(&self, column: &TableColumn) -> (Order, u32) {
        let (mut day, mut month, mut open, mut dotted, mut fiscal) =
            (0_u32, 0_u32, 0_u32, 0_u32, 0_u32);
        for text in self.texts(column) {
            match date::shape(text) {
                Some(Shape::Open { first, second, .. }) => {
                    if first > 12 {
                        day += 1;
                    } else if second > 12 {
                        month += 1;
                    } else if first != second {
                        open += 1;
                    }
                    dotted += u32::from(text.contains('.'));
                }
                Some(Shape::Fiscal(_) | Shape::FiscalEnding(_)) => fiscal += 1,
                _ => {}
            }
        }
        let (day_first, by) = match self.mapping.day_first {
            Some(chosen) => (chosen, Ground::User),
            None if day + month > 0 => (day >= month, Ground::Values(day.max(month))),
            None if dotted > 0 => (true, Ground::Values(dotted)),
            None => (
                true,
                if open == 0 {
                    Ground::Values(0)
                } else {
                    Ground::Nothing
                },
            ),
        };
        (
            Order {
                day_first,
                by,
                open,
            },
            fiscal,
        )
    }

    fn comma(&self, column: &TableColumn) -> Option<bool> {
        let (mut comma, mut point, mut open) = (0_u32, 0_u32, 0_u32);
        for text in self
            .texts(column)
            .filter(|t| number::parse(t, None).is_some())
        {
            match number::sign_of(text) {
                Sign::Comma => comma += 1,
                Sign::Point => point += 1,
                Sign::Open => open += 1,
                Sign::None => {}
            }
        }
        match (comma, point) {
            (0, 0) if open > 0 => {
                // `4.100` everywhere and nothing shorter: the point separates thousands.
                let points = self
                    .texts(column)
                    .filter(|t| number::sign_of(t) == Sign::Open)
                    .all(|t| t.contains('.'));
                (open >= 3).then_some(points)
            }
            (0, 0) => None,
            (c, p) => Some(c > p),
        }
    }

    fn unit(&self, at: usize, column: &TableColumn) -> Unit {
        let (header_currency, header_scale) = unit::unit_of(&column.header);
        let line = self.title_unit();
        let sibling = self.sibling_unit(at);
        let (currency, currency_by) = if let Some(chosen) = self.mapping.currency.clone() {
            (chosen, Ground::User)
        } else if let Some(found) = header_currency {
            (found, Ground::Header)
        } else if let Some((found, n)) = self.written_currency(column) {
            (found, Ground::Values(n))
        } else if let Some((_, found)) = self
            .sheet
            .currencies
            .iter()
            .find(|(c, _)| column.at.contains(c))
        {
            (found.clone(), Ground::Values(1))
        } else if let Some((text, (Some(found), _))) = &line {
            (found.clone(), Ground::TitleLine(text.clone()))
        } else if let Some((name, (Some(found), _))) = &sibling {
            (found.clone(), Ground::Sibling(name.clone()))
        } else {
            (NO_CURRENCY.to_owned(), Ground::Nothing)
        };
        let (scale, scale_by) = if let Some(chosen) = self.mapping.scale {
            (chosen, Ground::User)
        } else if let Some(found) = header_scale {
            (found, Ground::Header)
        } else if let Some((text, (_, Some(found)))) = &line {
            (*found, Ground::TitleLine(text.clone()))
        } else if let Some((name, (_, Some(found)))) = &sibling {
            (*found, Ground::Sibling(name.clone()))
        } else if self.typical(column) >= A_PROJECT {
            (Scale::Ones, Ground::Values(0))
        } else {
            (Scale::Ones, Ground::Nothing)
        };
        Unit {
            currency,
            currency_by,
            scale,
            scale_by,
            typical: self.typical(column),
        }
    }

    /// A unit stated above the table, such as "Amounts in k€ excl. VAT".
    fn title_unit(&self) -> Option<Stated> {
        let first = self.header?.first;
        let lines = self
            .sheet
            .rows
            .iter()
            .take_while(|r| r.number < first)
            .take(30);
        lines
            .flat_map(|r| r.cells.iter())
            .filter_map(|(_, v)| v.text())
            .filter(|t| t.chars().count() <= 200)
            .find_map(|text| {
                let unit = unit::unit_of(text);
                (unit.0.is_some()).then(|| (super::text::shorten(text, 80), unit))
            })
    }

    /// The unit another amount column states in its header.
    fn sibling_unit(&self, at: usize) -> Option<Stated> {
        let others = self
            .columns
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at);
        others
            .map(|(_, c)| (c.header.clone(), unit::unit_of(&c.header)))
            .filter(|(_, unit)| unit.0.is_some())
            .max_by_key(|(_, unit)| unit.1.is_some())
    }

    fn written_currency(&self, column: &TableColumn) -> Option<(String, u32)> {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for currency in self
            .texts(column)
            .filter_map(|t| number::parse(t, None))
            .filter_map(|a| a.currency)
        {
            *counts.entry(currency).or_default() += 1;
        }
        counts.into_iter().max_by_key(|(_, n)| *n)
    }

    fn numbers(&self, column: &TableColumn) -> Vec<f64> {
        let number = |v: &Value| match v {
            Value::Number(n) | Value::Percent(n) => Some(*n),
            Value::Text(t) => number::parse(t, None).and_then(|a| {
                let factor = a.scale.map_or(1, Scale::factor);
                let all = a.value.checked_mul(Decimal::from(factor))?;
                rust_decimal::prelude::ToPrimitive::to_f64(&all)
            }),
            _ => None,
        };
        self.rows
            .iter()
            .filter_map(|r| column.cell(r).and_then(|(_, v)| number(v)))
            .collect()
    }

    /// The middle value of a column.
    fn typical(&self, column: &TableColumn) -> f64 {
        let mut all = self.numbers(column);
        all.retain(|n| *n != 0.0);
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or(0.0).abs()
    }

    fn fractions(&self, column: &TableColumn) -> bool {
        let all = self.numbers(column);
        let formatted = self
            .rows
            .iter()
            .any(|r| matches!(column.cell(r), Some((_, Value::Percent(_)))));
        let signed = self.texts(column).any(|t| t.contains('%'));
        !formatted
            && !signed
            && !all.is_empty()
            && all.iter().all(|n| (0.0..=1.0).contains(n))
            && all.iter().any(|n| n.fract() != 0.0)
    }
}

/// Does any column of the table hold this role?
pub(super) fn has(choices: &[Choice], role: Role) -> bool {
    choices.iter().any(|c| c.role == role)
}
