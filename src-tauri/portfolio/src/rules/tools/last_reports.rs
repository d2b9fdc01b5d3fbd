//! The last word of each source on how an initiative goes.

use crate::model::{Date, Element, Lens, Maybe, Status, StatusReport};
use crate::rules::report::row;
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Evidence};
use std::collections::BTreeMap;

/// The last status that one source gives of an initiative.
pub(super) struct Last<'a> {
    pub(super) source: &'a str,
    pub(super) status: Status,
    /// Its own day, else that of the last import of its source.
    pub(super) date: Option<Date>,
}

impl Last<'_> {
    /// Whether they speak of the same time and do not say the same.
    pub(super) fn differs(&self, other: &Self, within: i64) -> bool {
        self.status != other.status
            && self
                .date
                .zip(other.date)
                .is_some_and(|(a, b)| (a - b).num_days().abs() <= within)
    }

    /// “red according to “Register” (3 Nov 2026)”.
    pub(super) fn said(&self, ctx: &Context<'_>) -> String {
        let status = word(ctx, self.status);
        let source = quoted(self.source, ctx.lang);
        match self.date.map(|it| day(it, ctx.lang)) {
            Some(date) => say!(
                ctx,
                "{status} according to {source} ({date})",
                "{status} selon {source} ({date})"
            ),
            None => say!(
                ctx,
                "{status} according to {source}",
                "{status} selon {source}"
            ),
        }
    }

    /// The name of the day that is missing.
    pub(super) fn day_of(&self, ctx: &Context<'_>, name: &str) -> String {
        let source = quoted(self.source, ctx.lang);
        say!(
            ctx,
            "date of the status report of {source} on {name}",
            "date du point d’avancement de {source} sur {name}"
        )
    }

    pub(super) fn row(&self, ctx: &Context<'_>, element: &Element) -> Evidence {
        let status = word(ctx, self.status);
        row(say!(ctx, "Status: {status}", "Avancement : {status}"))
            .of(element)
            .on(self.date)
            .from(self.source)
    }
}

fn word(ctx: &Context<'_>, status: Status) -> String {
    match status {
        Status::Green => say!(ctx, "green", "au vert"),
        Status::Amber => say!(ctx, "amber", "à l’orange"),
        Status::Red => say!(ctx, "red", "au rouge"),
    }
}

/// The last report of each source from one side, in the order of their titles. What was typed here is no source.
pub(super) fn reports<'a>(ctx: &Context<'a>, number: usize, lens: Lens) -> Vec<Last<'a>> {
    let mut last: BTreeMap<&'a str, (Option<Date>, &'a StatusReport, Status)> = BTreeMap::new();
    for report in ctx.statuses(number).filter(|it| it.lens == lens) {
        let source = ctx.source_title(report.source.as_ref());
        let Some(status) = report.status.filter(|_| !source.is_empty()) else {
            continue;
        };
        let imports = || {
            ctx.imports()
                .filter(|it| Some(&it.source) == report.source.as_ref())
        };
        let date = match report.date.as_ref().and_then(Maybe::known) {
            Some(date) => Some(*date),
            None => imports().map(|it| it.at.date_naive()).max(),
        };
        if date.is_some_and(|it| it > ctx.as_of) {
            continue;
        }
        let newest = last.entry(source).or_insert((date, report, status));
        if (date, &report.id) > (newest.0, &newest.1.id) {
            *newest = (date, report, status);
        }
    }
    let all = last.into_iter();
    all.map(|(source, (date, _, status))| Last {
        source,
        status,
        date,
    })
    .collect()
}

/// The latest pair of sources that speak of the same time and do not say the same.
pub(super) fn contradiction<'l, 'a>(
    all: &'l [Last<'a>],
    within: i64,
) -> Option<(&'l Last<'a>, &'l Last<'a>)> {
    all.iter()
        .enumerate()
        .flat_map(|(n, a)| all[n + 1..].iter().map(move |b| (a, b)))
        .filter(|(a, b)| a.differs(b, within))
        .max_by_key(|(a, b)| a.date.min(b.date))
}
