//! “Our tools align us.” Its picture is the work of each source, with and without a way to an objective.

use super::{Words, concerned::MoneyShare};
use crate::model::{Currency, Date, Money};
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
        en: "There are tools, and no common view: sources contradict one another, are out of date, or speak of what reaches no objective.",
        fr: "Les outils sont là, la vue commune non : les sources se contredisent, datent, ou parlent de ce qui n’atteint aucun objectif.",
    },
    partly: Said {
        en: "The tools give a common view in part; where they do not, sources contradict one another or stand apart.",
        fr: "Les outils donnent une vue commune en partie ; ailleurs, les sources se contredisent ou restent isolées.",
    },
    not_seen: Said {
        en: "The tools speak of the same things here: what they say agrees, and leads to objectives.",
        fr: "Les outils parlent ici des mêmes choses : ce qu’ils disent concorde et mène à des objectifs.",
    },
    cannot_tell: Said {
        en: "Whether tools stand in for a common view cannot be told yet: too few sources are joined in this portfolio to hold them against one another.",
        fr: "On ne peut dire encore si les outils tiennent lieu de vue commune : trop peu de sources sont réunies ici pour les confronter.",
    },
};

/// The active work of one source.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct SourceShare {
    /// Title of the source; empty for what was typed here.
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

pub(super) fn picture(ctx: &Context<'_>) -> ToolsPicture {
    let mut sources: BTreeMap<&str, (Option<Date>, [Pile<'_>; 2])> = BTreeMap::new();
    for (n, element, _) in ctx.active() {
        let (title, date) = ctx.origin(element).unwrap_or(("", None));
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
