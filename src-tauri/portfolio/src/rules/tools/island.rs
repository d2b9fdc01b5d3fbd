//! M304: a source whose items hang together with nothing else.

use crate::model::{Date, Element, ElementKind, Level, Link, LinkDetail, Money};
use crate::rules::context::set_for;
use crate::rules::evidence::{MOST_ROWS, proposed};
use crate::rules::footing::Footing;
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Family, Report, Severity};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

const LEAST: Threshold = Threshold {
    name: "items_of_the_source",
    value: 3.0,
    unit: Said {
        en: "items at least",
        fr: "éléments au moins",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M304",
    name: "island",
    family: Family::Tools,
    severity: Severity::High,
    title: Said {
        en: "Sources that are islands",
        fr: "Sources isolées du reste",
    },
    what: Said {
        en: "A source with at least {items_of_the_source} items, none of which is joined to an item of another source, nor to a driver, a priority or \
             an objective written here, by a chain of links that were accepted; and no item is known to two sources. An item \
             belongs to the sources that know it by a key or give its reports or values. Fires only where there is something \
             else to be joined to.",
        fr: "Une source d’au moins {items_of_the_source} éléments dont aucun n’est rattaché, par une chaîne de liens acceptés, ni à un élément d’une \
             autre source, ni à un moteur, une priorité ou un objectif écrits ici ; et dont aucun élément n’est connu de deux \
             sources. Un élément appartient aux sources qui le connaissent par une clé ou en donnent l’avancement ou les \
             valeurs. Ne se déclenche que s’il existe autre chose à quoi se rattacher.",
    },
    why: Said {
        en: "A tool that is joined to nothing is steered by its own figures. Its work may be excellent, and nobody can say what for.",
        fr: "Un outil relié à rien se pilote avec ses propres chiffres. Le travail qu’il suit est peut-être excellent, mais nul ne peut dire à quoi il sert.",
    },
    how: Said {
        en: "Draw the contributions from its items to what they serve and have them accepted. What does not belong to this portfolio can be archived, with the reason.",
        fr: "Tracez les contributions de ses éléments vers ce qu’ils servent et faites-les accepter. Ce qui ne relève pas de ce portefeuille peut être archivé, avec la raison.",
    },
    thresholds: &[LEAST],
    footing: Footing {
        needs: Said {
            en: "items from two sources, or items from one beside aims of your own",
            fr: "des éléments de deux sources, ou d’une source à côté de vos propres visées",
        },
        there_is: |ctx| {
            let (members, aims_here) = members(ctx);
            let least = set_for(ctx.settings(), RULE.code, &LEAST);
            let is_large = |all: &Vec<usize>| {
                u32::try_from(all.len()).is_ok_and(|it| f64::from(it) >= least.round())
            };
            (members.len() > 1 || aims_here) && members.values().any(is_large)
        },
    },
    check: Check::Whole(check),
    cases: include_str!("island.cases"),
};

/// By source what it knows, and whether anything typed here is an aim.
fn members(ctx: &Context<'_>) -> (BTreeMap<String, Vec<usize>>, bool) {
    let mut members: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut aims_here = false;
    let named = [ElementKind::Person, ElementKind::Term];
    for (n, element) in ctx.elements() {
        let sources = ctx.sources_of(n);
        aims_here |= sources.is_empty() && is_aim(element);
        for source in sources.iter().filter(|_| !named.contains(&element.kind())) {
            match members.get_mut(source) {
                Some(all) => all.push(n),
                None => drop(members.insert(source.clone(), vec![n])),
            }
        }
    }
    (members, aims_here)
}

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let (members, aims_here) = members(ctx);
    if members.len() < 2 && !aims_here {
        return;
    }
    for (source, all) in &members {
        if all.len() >= report.count(&LEAST) && !reaches_out(ctx, source, all) {
            report.add(violated(ctx, source, &members));
        }
    }
}

fn is_aim(element: &Element) -> bool {
    matches!(element.kind().level(), Some(Level::Why | Level::Direction))
}

/// Walks the accepted links from all items of a source until something of another origin is met.
fn reaches_out(ctx: &Context<'_>, source: &str, members: &[usize]) -> bool {
    let shared = |n: &usize| ctx.sources_of(*n).len() > 1;
    if members.iter().any(shared) {
        return true;
    }
    let mut seen: BTreeSet<usize> = members.iter().copied().collect();
    let mut open: Vec<usize> = members.to_vec();
    while let Some(at) = open.pop() {
        let sources = ctx.sources_of(at);
        let elsewhere = sources.iter().any(|it| it != source);
        if elsewhere || (sources.is_empty() && is_aim(ctx.element(at))) {
            return true;
        }
        let links = ctx.links_from(at).map(|it| (it, &it.to));
        let ends = links.chain(ctx.links_to(at).map(|it| (it, &it.from)));
        for (_, end) in ends.filter(|(link, _)| is_accepted(link, ctx.as_of)) {
            if let Some(n) = ctx.number(end).filter(|n| seen.insert(*n)) {
                open.push(n);
            }
        }
    }
    false
}

/// Also a contribution that harms joins two things.
fn is_accepted(link: &Link, as_of: Date) -> bool {
    match &link.detail {
        LinkDetail::Contribution(it) => {
            link.counts()
                && it.valid_from.is_none_or(|date| date <= as_of)
                && it.valid_until.is_none_or(|date| date >= as_of)
        }
        _ => true,
    }
}

fn violated<'a>(
    ctx: &Context<'a>,
    source: &str,
    members: &BTreeMap<String, Vec<usize>>,
) -> Verdict<'a> {
    let all = members.get(source).map_or(&[][..], Vec::as_slice);
    let name = quoted(source, ctx.lang);
    let count = all.len();
    let others = members.iter().filter(|(title, _)| *title != source);
    let rows = others.take(MOST_ROWS).map(|(title, items)| {
        let count = items.len();
        row(say!(
            ctx,
            "Items from elsewhere, none of them joined: {count}",
            "Éléments d’ailleurs, dont aucun n’est relié : {count}"
        ))
        .from(title)
    });
    let claims = all.iter().flat_map(|n| ctx.links_from(*n));
    Verdict::violated_by_all(source)
        .says(say!(
            ctx,
            "None of the {count} items of {name} is joined to anything from elsewhere.",
            "Aucun des {count} éléments de {name} n’est relié à quoi que ce soit d’ailleurs."
        ))
        .advises(say!(
            ctx,
            "Draw and accept a contribution from an item of {name} to what it serves, or archive what does not belong here.",
            "Tracez et faites accepter une contribution d’un élément de {name} vers ce qu’il sert, ou archivez ce qui n’a pas sa place ici."
        ))
        .shows(proposed(ctx, claims))
        .shows(rows)
        .relates(all.iter().take(MOST_ROWS).map(|n| ctx.element(*n)))
        .stakes(spent(ctx, all))
}

/// Budgets of the open work of a source, by currency.
fn spent(ctx: &Context<'_>, members: &[usize]) -> Vec<Money> {
    let mut sums: BTreeMap<&str, Money> = BTreeMap::new();
    for n in members
        .iter()
        .filter(|n| ctx.active_initiative(**n).is_some())
    {
        if let (Some((code, amount)), Some(money)) = (ctx.own_budget(*n), ctx.budget(*n)) {
            let sum = sums.entry(code).or_insert_with(|| Money {
                amount: Decimal::ZERO,
                currency: money.currency.clone(),
            });
            sum.amount = sum.amount.saturating_add(amount);
        }
    }
    sums.into_values().collect()
}
