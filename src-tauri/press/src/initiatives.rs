//! The table of initiatives: what is delivered, what it costs or why that is missing, and what it reaches.

use crate::Frozen;
use crate::figures::latest;
use crate::format::{count, date, money, number};
use crate::reach::Reach;
use crate::words;
use portfolio::model::{
    Element, ElementKind, Field, Initiative, Lang, Lens, Maybe, Status, StatusReport,
};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Rows that are shown at once; the others fold away with their number.
pub(crate) const SHOWN: usize = 30;

/// A value, the reason why there is none, or nothing at all.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(crate) struct Cell {
    /// `value`, `gap` or `empty`.
    pub(crate) look: &'static str,
    pub(crate) text: String,
    /// The words of the source in the place of a value.
    pub(crate) said: String,
}

/// A status as shape, word and colour.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub(crate) struct Mark {
    /// `ok`, `risk`, `off` or `unk`.
    pub(crate) look: &'static str,
    pub(crate) shape: &'static str,
    pub(crate) word: &'static str,
    /// The words of the source, where they say something else.
    pub(crate) said: String,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    pub(crate) title: String,
    pub(crate) owner: Cell,
    pub(crate) state: Cell,
    pub(crate) active: bool,
    pub(crate) delivery: Mark,
    pub(crate) business: Option<Mark>,
    pub(crate) percent: Cell,
    pub(crate) end: Cell,
    pub(crate) budget: Cell,
    pub(crate) reaches: Vec<String>,
    pub(crate) findings: usize,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Table {
    pub(crate) shown: Vec<Row>,
    pub(crate) rest: Vec<Row>,
    /// “and 61 more”.
    pub(crate) more: String,
    /// Whether anybody ever gave a status from the business side.
    pub(crate) has_business: bool,
}

fn cell<T>(field: &Field<T>, lang: Lang, show: impl Fn(&T) -> String) -> Cell {
    match field {
        Some(Maybe::Known(value)) => Cell {
            look: "value",
            text: show(value),
            said: String::new(),
        },
        Some(Maybe::Missing(gap)) => Cell {
            look: "gap",
            text: words::reason(gap.reason, lang).to_owned(),
            said: gap.said.clone(),
        },
        None => Cell {
            look: "empty",
            text: words::of(lang).unwritten.to_owned(),
            said: String::new(),
        },
    }
}

fn mark(report: Option<&StatusReport>, lang: Lang) -> Mark {
    let status = report.and_then(|it| it.status);
    let (look, shape) = match status {
        Some(Status::Green) => ("ok", "●"),
        Some(Status::Amber) => ("risk", "▲"),
        Some(Status::Red) => ("off", "■"),
        None => ("unk", "○"),
    };
    let word = words::status(status, lang);
    Mark {
        look,
        shape,
        word,
        said: report
            .map(|it| it.said.trim().to_owned())
            .filter(|said| !said.eq_ignore_ascii_case(word))
            .unwrap_or_default(),
    }
}

/// Active ones first, then by currency and the largest budget first; those without an amount after them.
fn order<'a>(frozen: &'a Frozen, reach: &Reach<'_>) -> Vec<(&'a Element, &'a Initiative)> {
    let mut all: Vec<(&Element, &Initiative)> = frozen
        .portfolio
        .of_kind(ElementKind::Initiative)
        .filter_map(|element| element.initiative().map(|it| (element, it)))
        .collect();
    all.sort_by_cached_key(|(element, it)| {
        let budget = it.budget.as_ref().and_then(Maybe::known);
        (
            !reach.is_active(&element.id),
            budget.is_none(),
            budget.map(|it| (it.currency.clone(), Reverse(it.amount))),
            element.title.clone(),
            element.id.clone(),
        )
    });
    all
}

pub(crate) fn table(frozen: &Frozen, reach: &Reach<'_>, lang: Lang) -> Table {
    let mut findings: BTreeMap<&str, usize> = BTreeMap::new();
    for subject in frozen.findings.iter().filter_map(|it| it.subject.as_ref()) {
        *findings.entry(subject.id.as_str()).or_default() += 1;
    }
    let mut shown: Vec<Row> = order(frozen, reach)
        .into_iter()
        .map(|(element, it)| row(frozen, reach, &findings, element, it, lang))
        .collect();
    let has_business = shown.iter().any(|row| row.business.is_some());
    let cut = if shown.len() > SHOWN + 1 {
        SHOWN
    } else {
        shown.len()
    };
    let rest = shown.split_off(cut);
    Table {
        shown,
        more: words::of(lang).more.replace("{}", &count(rest.len(), lang)),
        rest,
        has_business,
    }
}

fn row(
    frozen: &Frozen,
    reach: &Reach<'_>,
    findings: &BTreeMap<&str, usize>,
    element: &Element,
    it: &Initiative,
    lang: Lang,
) -> Row {
    let portfolio = &frozen.portfolio;
    Row {
        title: element.title.clone(),
        owner: cell(&element.owner, lang, String::clone),
        state: cell(&it.state, lang, |state| {
            words::state(*state, lang).to_owned()
        }),
        active: reach.is_active(&element.id),
        delivery: mark(latest(portfolio, element, Lens::It), lang),
        business: latest(portfolio, element, Lens::Business).map(|report| mark(Some(report), lang)),
        percent: cell(&it.percent_complete, lang, |percent| {
            format!("{}\u{a0}%", number(*percent, lang))
        }),
        end: cell(&it.end, lang, |day| date(*day, lang)),
        budget: cell(&it.budget, lang, |it| money(it.amount, &it.currency, lang)),
        reaches: reach
            .of(&element.id)
            .filter_map(|id| portfolio.element(id))
            .map(|objective| objective.title.clone())
            .collect(),
        findings: findings.get(element.id.as_str()).copied().unwrap_or(0),
    }
}
