//! How much an import would create, leave out and ask about.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::body::RowKind;
use super::problem::Gravity;
use super::recognise::Table;
use super::rows::{Row, Rows};
use super::text::fold;
use crate::model::Maybe;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct Counts {
    pub initiatives: u32,
    pub owners: u32,
    /// Distinct values of the part-of column.
    pub groups: u32,
    /// Distinct objectives that links would be proposed to.
    pub objectives: u32,
    pub links_proposed: u32,
    pub status_reports: u32,
    pub totals_ignored: u32,
    /// Notes, headings, repeated headers and rows skipped by the user.
    pub left_out: u32,
    /// Filled rows without a title.
    pub set_aside: u32,
    /// Values kept as a reason (`nfp`, `N/A`).
    pub reasons_kept: u32,
    pub problems: u32,
    pub errors: u32,
    pub warnings: u32,
}

/// Counts what `rows` and their table amount to.
pub(super) fn counts(rows: &Rows, table: Option<&Table>) -> Counts {
    let distinct = |pick: fn(&Row) -> Option<&String>| -> u32 {
        rows.rows
            .iter()
            .filter_map(pick)
            .map(|t| fold(t))
            .collect::<BTreeSet<_>>()
            .len() as u32
    };
    let of = |severity: Gravity| {
        rows.problems
            .iter()
            .filter(|p| p.severity == severity)
            .count() as u32
    };
    let targets: BTreeSet<String> = rows
        .rows
        .iter()
        .flat_map(|r| r.contributes_to.iter())
        .map(|t| fold(t))
        .collect();
    let totals = table.map_or(0, |t| t.count(RowKind::Total));
    Counts {
        initiatives: rows.rows.len() as u32,
        owners: distinct(|r| r.owner.as_ref().and_then(Maybe::known)),
        groups: distinct(|r| r.part_of.as_ref().and_then(Maybe::known)),
        objectives: targets.len() as u32,
        links_proposed: rows
            .rows
            .iter()
            .map(|r| r.contributes_to.len() as u32)
            .sum(),
        status_reports: rows.rows.iter().map(|r| r.ratings.len() as u32).sum(),
        totals_ignored: totals,
        left_out: rows.ignored.saturating_sub(totals),
        set_aside: rows.quarantined.len() as u32,
        reasons_kept: rows.rows.iter().map(reasons).sum(),
        problems: rows.problems.len() as u32,
        errors: of(Gravity::Error),
        warnings: of(Gravity::Warning),
    }
}

fn reasons(row: &Row) -> u32 {
    fn gap<T>(field: &crate::model::Field<T>) -> u32 {
        u32::from(matches!(field, Some(Maybe::Missing(_))))
    }
    gap(&row.description)
        + gap(&row.owner)
        + gap(&row.part_of)
        + gap(&row.state)
        + gap(&row.status_date)
        + gap(&row.start)
        + gap(&row.end)
        + gap(&row.delivered_on)
        + gap(&row.budget)
        + gap(&row.spent)
        + gap(&row.percent_complete)
        + gap(&row.category)
        + gap(&row.reference)
        + gap(&row.why)
        + row.ratings.iter().filter(|r| r.status.is_none()).count() as u32
}
