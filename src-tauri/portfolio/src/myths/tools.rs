//! “Our tools align us.” Its picture is the work of each source, with and without a way to an objective.

use super::{Words, concerned::MoneyShare};
use crate::model::{Currency, Date, Element, ElementKind, Money};
use crate::rules::{Context, Said};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

pub(super) const WORDS: Words = Words {
    belief: Said {
        en: "Our tools align us.",
        fr: "Nos outils nous alignent.",
    },
    lived: Said {
        en: "The tools give no common view here",
        fr: "Les outils ne donnent pas de vue commune ici",
    },
    partly: Said {
        en: "The tools give a common view in part only",
        fr: "Les outils ne donnent de vue commune qu’en partie",
    },
    not_seen: Said {
        en: "The tools give a common view here",
        fr: "Les outils donnent ici une vue commune",
    },
    cannot_tell: Said {
        en: "Whether the tools give a common view cannot be told yet",
        fr: "On ne peut dire encore si les outils donnent une vue commune",
    },
};

/// The active work of one source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SourceShare {
    /// Title of the source; empty where none is known.
    pub source: String,
    pub last_import: Option<Date>,
    /// Initiatives with a way to an objective, and their budgets.
    pub linked: u32,
    pub linked_money: Vec<MoneyShare>,
    pub unlinked: u32,
    pub unlinked_money: Vec<MoneyShare>,
}

/// By title of the source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ToolsPicture {
    pub sources: Vec<SourceShare>,
}

#[derive(Default)]
struct Pile<'a> {
    count: u32,
    sums: BTreeMap<&'a str, Decimal>,
}

impl Pile<'_> {
    fn money(&self, ctx: &Context<'_>) -> Vec<MoneyShare> {
        let shares = self.sums.iter().filter_map(|(code, amount)| {
            let amount = Money {
                amount: *amount,
                currency: Currency::parse(code)?,
            };
            let share = ctx.budget_share(&amount)?;
            Some(MoneyShare { amount, share })
        });
        shares.collect()
    }
}

/// The source of work that has no key in any: whose reports speak of it, or else the only one of whose imports some left
/// no key. An import counts what it created and does not name it, so where that is not enough for all, nothing is said.
struct Keyless<'a> {
    left: Option<(&'a str, Option<Date>)>,
}

impl<'a> Keyless<'a> {
    fn of(ctx: &Context<'a>) -> Self {
        let mut known: BTreeMap<&str, i64> = BTreeMap::new();
        let mut unknown = 0_i64;
        for (n, element) in ctx.of_kind(ElementKind::Initiative) {
            match named(ctx, n, element) {
                Some((title, _)) => *known.entry(title).or_default() += 1,
                None => unknown += 1,
            }
        }
        let mut open = ctx.sources().filter_map(|source| {
            let title = source.title.as_str();
            let created: i64 = ctx
                .imports()
                .filter(|it| it.source == source.id)
                .map(|it| i64::from(it.created))
                .sum();
            let left = created - known.get(title).copied().unwrap_or(0);
            (left > 0).then(|| (title, left, last_import(ctx, title)))
        });
        let left = match (open.next(), open.next()) {
            (Some((title, left, date)), None) if left >= unknown => Some((title, date)),
            _ => None,
        };
        Self { left }
    }

    fn source(&self, ctx: &Context<'a>, n: usize, element: &'a Element) -> (&'a str, Option<Date>) {
        named(ctx, n, element).or(self.left).unwrap_or(("", None))
    }
}

fn named<'a>(ctx: &Context<'a>, n: usize, element: &'a Element) -> Option<(&'a str, Option<Date>)> {
    ctx.origin(element).or_else(|| {
        let reports = ctx.statuses(n).filter_map(|it| {
            let title = ctx.source_title(it.source.as_ref());
            (!title.is_empty()).then(|| (title, last_import(ctx, title)))
        });
        reports.max_by_key(|(_, date)| *date)
    })
}

fn last_import(ctx: &Context<'_>, title: &str) -> Option<Date> {
    let of_title = |id| ctx.source_title(Some(id)) == title;
    let own = ctx.imports().filter(|it| of_title(&it.source));
    own.map(|it| it.at.date_naive()).max()
}

pub(super) fn picture(ctx: &Context<'_>) -> ToolsPicture {
    let mut sources: BTreeMap<&str, (Option<Date>, [Pile<'_>; 2])> = BTreeMap::new();
    let keyless = Keyless::of(ctx);
    for (n, element, _) in ctx.active() {
        let (title, date) = keyless.source(ctx, n, element);
        let (last, piles) = sources.entry(title).or_default();
        *last = date.max(*last);
        let pile = &mut piles[usize::from(ctx.objectives_of(n).is_empty())];
        pile.count += 1;
        if let Some((code, amount)) = ctx.own_budget(n) {
            *pile.sums.entry(code).or_default() += amount;
        }
    }
    let sources = sources
        .into_iter()
        .map(|(source, (last_import, [linked, unlinked]))| SourceShare {
            source: source.to_owned(),
            last_import,
            linked: linked.count,
            linked_money: linked.money(ctx),
            unlinked: unlinked.count,
            unlinked_money: unlinked.money(ctx),
        });
    ToolsPicture {
        sources: sources.collect(),
    }
}
