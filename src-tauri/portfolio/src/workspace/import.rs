//! Rows of a table into records: one batch of edits, so that an import is one step that can be undone.
//!
//! A row whose initiative is already there is left out, so that importing a file twice adds nothing. Links
//! named in the file are proposed and count for nothing until somebody accepts them.

use crate::edit::Edit;
use crate::exchange::{Row, Rows};
use crate::model::{
    Contribution, Date, Detail, Element, ElementId, ElementKind, ExternalKey, Field, ImportId,
    ImportRecord, Initiative, Instant, Link, LinkDetail, LinkId, Maybe, Portfolio, Source,
    SourceId, StatusId, StatusReport, Why,
};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};

/// What an import did, in counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportReport {
    /// File name without its folder.
    pub file: String,
    pub sheet: String,
    pub created: u32,
    /// Rows whose initiative was already in the portfolio and was left as it is.
    pub already_there: u32,
    pub links_proposed: u32,
    /// Rows set aside because they have no title.
    pub set_aside: u32,
    /// Totals, headings, repeated headers and notes.
    pub ignored: u32,
    /// Cells that could not be read as what their column holds.
    pub problems: u32,
    /// The day of the list, where ratings without one of their own got it.
    pub as_of: Option<Date>,
}

/// What is to be done for an import, before it is done.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) edits: Vec<Edit>,
    pub(super) report: ImportReport,
}

/// Longest title that an element takes; a longer one is cut at a word and kept whole as the description.
const LONGEST_TITLE: usize = 300;

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// Titles are the same when they differ in case and spaces only.
fn folded(title: &str) -> String {
    title
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

fn known<T: Clone>(field: &Field<T>) -> Option<T> {
    field.as_ref().and_then(Maybe::known).cloned()
}

/// The initiatives that a row may be, by their key in this source and by their title.
struct Standing {
    by_key: BTreeMap<String, ElementId>,
    by_title: BTreeMap<String, ElementId>,
    /// Those that this source knows by a key.
    keyed: BTreeSet<ElementId>,
}

impl Standing {
    fn of(portfolio: &Portfolio, source: &str) -> Self {
        let mut by_key = BTreeMap::new();
        let mut by_title = BTreeMap::new();
        let mut keyed = BTreeSet::new();
        for element in portfolio.of_kind(ElementKind::Initiative) {
            by_title.insert(folded(&element.title), element.id.clone());
            for key in element
                .external_keys
                .iter()
                .filter(|key| key.source == source)
            {
                by_key.insert(key.key.clone(), element.id.clone());
                keyed.insert(element.id.clone());
            }
        }
        Self {
            by_key,
            by_title,
            keyed,
        }
    }

    /// A key decides. A title does only when the row has no key, or when this source has not yet given one to
    /// the initiative of that title: two keys are two initiatives, whatever they are called.
    fn find(&self, row: &Row) -> Option<&ElementId> {
        let same_title = self.by_title.get(&folded(&row.title));
        match &row.external_key {
            None => same_title,
            Some(key) => self
                .by_key
                .get(key)
                .or_else(|| same_title.filter(|id| !self.keyed.contains(*id))),
        }
    }
}

/// How many rows are already in the portfolio.
pub(super) fn already_there(rows: &Rows, portfolio: &Portfolio, source: &str) -> u32 {
    let standing = Standing::of(portfolio, source);
    count(
        rows.rows
            .iter()
            .filter(|row| standing.find(row).is_some())
            .count(),
    )
}

pub(super) fn plan(rows: &Rows, portfolio: &Portfolio, source: &str, at: Instant) -> Plan {
    let standing = Standing::of(portfolio, source);
    let (there, new): (Vec<&Row>, Vec<&Row>) = rows
        .rows
        .iter()
        .partition(|row| standing.find(row).is_some());
    let mut edits = Vec::new();
    let source_id = match portfolio.sources().find(|it| it.title == source) {
        Some(known) => known.id.clone(),
        None => {
            let id = SourceId::new(new_id());
            edits.push(Edit::InsertSource {
                source: Source {
                    id: id.clone(),
                    title: source.to_owned(),
                    description: String::new(),
                    owner: None,
                    every_days: None,
                },
            });
            id
        }
    };
    let mut by_title = standing.by_title.clone();
    let mut made: Vec<(ElementId, &Row)> = Vec::new();
    for row in new {
        let id = ElementId::new(new_id());
        by_title
            .entry(folded(&row.title))
            .or_insert_with(|| id.clone());
        made.push((id, row));
    }
    for (id, row) in &made {
        let parent: Option<String> = known(&row.part_of);
        let stands = parent
            .as_ref()
            .is_some_and(|title| by_title.contains_key(&folded(title)));
        let element = element(id, row, source, parent.filter(|_| !stands));
        edits.push(Edit::InsertElement {
            element: Box::new(element),
        });
        edits.extend(reports(id, row, &source_id));
    }
    edits.extend(parts(&made, &by_title));
    let proposed = proposals(&made, portfolio, at.date_naive());
    let links_proposed = count(proposed.len());
    edits.extend(proposed);
    edits.push(Edit::PutOnMaps {
        elements: made.iter().map(|(id, _)| id.clone()).collect(),
    });
    edits.push(Edit::InsertImport {
        import: ImportRecord {
            id: ImportId::new(new_id()),
            source: source_id,
            at,
            file: rows.file.clone(),
            hash: rows.sha256.clone(),
            sheet: rows.sheet.clone(),
            created: count(made.len()),
            quarantined: rows
                .quarantined
                .iter()
                .map(|it| format!("{}: {}", it.number, it.text))
                .collect(),
            ignored: rows.ignored,
        },
    });
    let report = ImportReport {
        file: rows.file.clone(),
        sheet: rows.sheet.clone(),
        created: count(made.len()),
        already_there: count(there.len()),
        links_proposed,
        set_aside: count(rows.quarantined.len()),
        ignored: rows.ignored,
        problems: count(rows.problems.len()),
        as_of: rows.as_of,
    };
    Plan { edits, report }
}

/// The title on one line, cut at a word when it is too long to be a name.
fn name_of(title: &str) -> (String, bool) {
    let whole = title.split_whitespace().collect::<Vec<_>>().join(" ");
    if whole.chars().count() <= LONGEST_TITLE {
        return (whole, false);
    }
    let cut: String = whole.chars().take(LONGEST_TITLE - 1).collect();
    let cut = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(words, _)| words)
        .to_owned();
    (format!("{cut}…"), true)
}

fn element(id: &ElementId, row: &Row, source: &str, group: Option<String>) -> Element {
    let (title, cut) = name_of(&row.title);
    let mut element = Element::new(id.clone(), ElementKind::Initiative, title);
    element.description = known(&row.description).unwrap_or_default();
    element.extra = row.extra.iter().cloned().collect();
    if cut {
        element.extra.insert("title".to_owned(), row.title.clone());
    }
    for (name, field) in [
        ("description", &row.description),
        ("why", &row.why),
        ("part of", &row.part_of),
    ] {
        if let Some(Maybe::Missing(gap)) = field {
            element
                .extra
                .entry(name.to_owned())
                .or_insert_with(|| gap.said.clone());
        }
    }
    element.owner = row.owner.clone();
    element.tags = row.tags.iter().cloned().chain(group).collect();
    element.why = Why {
        text: known(&row.why).unwrap_or_default(),
        ..Why::default()
    };
    element.external_keys = row
        .external_key
        .iter()
        .map(|key| ExternalKey {
            source: source.to_owned(),
            key: key.clone(),
        })
        .collect();
    element.detail = Detail::Initiative(Initiative {
        form: None,
        state: row.state.clone(),
        start: row.start.clone(),
        end: row.end.clone(),
        delivered_on: row.delivered_on.clone(),
        budget: row.budget.clone(),
        spent: row.spent.clone(),
        percent_complete: row.percent_complete.clone(),
        category: row.category.clone(),
        reference: row.reference.clone(),
    });
    element
}

fn reports<'a>(
    id: &'a ElementId,
    row: &'a Row,
    source: &'a SourceId,
) -> impl Iterator<Item = Edit> + 'a {
    row.ratings.iter().map(move |rating| Edit::InsertStatus {
        status: StatusReport {
            id: StatusId::new(new_id()),
            element: id.clone(),
            date: row.status_date.clone(),
            lens: rating.lens,
            status: rating.status,
            said: rating.said.clone(),
            comment: String::new(),
            percent: None,
            source: Some(source.clone()),
        },
    })
}

/// `part_of` links to initiatives of the same name. A row that would become a part of itself gets none.
fn parts(made: &[(ElementId, &Row)], by_title: &BTreeMap<String, ElementId>) -> Vec<Edit> {
    let mut parent: BTreeMap<&ElementId, &ElementId> = BTreeMap::new();
    let mut edits = Vec::new();
    for (id, row) in made {
        let parent_title: Option<String> = known(&row.part_of);
        let Some(above) = parent_title.and_then(|title| by_title.get(&folded(&title))) else {
            continue;
        };
        let mut up = Some(above);
        while let Some(step) = up.filter(|step| *step != id) {
            up = parent.get(step).copied();
        }
        if up.is_none() {
            parent.insert(id, above);
            edits.push(insert(id, above, LinkDetail::PartOf));
        }
    }
    edits
}

/// What the rows claim to contribute to, since the day on which that was read.
fn proposals(made: &[(ElementId, &Row)], portfolio: &Portfolio, on: Date) -> Vec<Edit> {
    let objectives: BTreeMap<String, &ElementId> = portfolio
        .of_kind(ElementKind::Objective)
        .map(|it| (folded(&it.title), &it.id))
        .collect();
    let claimed = Contribution {
        proposed_on: Some(on),
        ..Contribution::default()
    };
    let mut edits = Vec::new();
    for (id, row) in made {
        let named: BTreeSet<&ElementId> = row
            .contributes_to
            .iter()
            .filter_map(|title| objectives.get(&folded(title)).copied())
            .collect();
        edits.extend(
            named
                .into_iter()
                .map(|to| insert(id, to, LinkDetail::Contribution(claimed.clone()))),
        );
    }
    edits
}

fn insert(from: &ElementId, to: &ElementId, detail: LinkDetail) -> Edit {
    let link = Link {
        id: LinkId::new(new_id()),
        from: from.clone(),
        to: to.clone(),
        detail,
    };
    Edit::InsertLink {
        link: Box::new(link),
    }
}
