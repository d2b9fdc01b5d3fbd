//! D401: initiatives among the largest by budget that lead to no outcome.

use super::spending::{has_outcome, is_imposed};
use super::withheld;
use crate::model::{Element, Money};
use crate::rules::evidence::{MOST_ROWS, budget_row, proposed};
use crate::rules::footing::{Footing, some_work};
use crate::rules::missing::is_withheld;
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said, Threshold};
use crate::rules::words::{money, percent, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;
use std::collections::BTreeMap;

const TOP: Threshold = Threshold {
    name: "top_spend",
    value: 80.0,
    unit: Said {
        en: "% of active budget, the largest first",
        fr: "% du budget actif, les plus grosses d’abord",
    },
    source: Said {
        en: "Pareto’s rule",
        fr: "loi de Pareto",
    },
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D401",
    name: "spend-without-benefit",
    family: Family::Value,
    severity: Severity::High,
    title: Said {
        en: "Large spending that leads to no outcome",
        fr: "Grosses dépenses qui ne mènent à aucun résultat",
    },
    what: Said {
        en: "Among the open initiatives that, the largest first, make up {top_spend} % of the active budget of a currency: one that, \
             itself or through its parts, leads to no outcome. Where that is true of all of them it is said once for all. \
             Run and mandatory work that names what it runs or what imposes it is exempt, and what has no known budget is not ranked. Cannot tell \
             when such a budget is withheld.",
        fr: "Parmi les initiatives ouvertes qui, les plus grosses d’abord, réunissent {top_spend} % du budget actif d’une monnaie : celle \
             qui, par elle-même ou par ses parties, ne mène à aucun résultat. Si c’est le cas de toutes, on le dit une fois pour toutes. \
             Le maintien en condition et l’obligatoire qui nomment leur référence sont exemptés, et un budget inconnu n’est pas classé. \
             Ne peut trancher si un tel budget n’est pas communiqué.",
    },
    why: Said {
        en: "A few initiatives take most of the money, so a few descriptions of benefits cover most of the risk. Spending without \
             one can only be judged by whether it stays within budget, never by whether it was worth it.",
        fr: "Quelques initiatives prennent l’essentiel de l’argent : quelques bénéfices décrits couvrent donc l’essentiel du \
             risque. Sans eux, on ne juge une dépense que sur le respect du budget, jamais sur ce qu’elle valait.",
    },
    how: Said {
        en: "Describe the outcome that each of them is for, with who benefits, how much and who answers for it, and lead the \
             initiative to it. Begin at the top of the list.",
        fr: "Décrivez le résultat que chacune vise, avec qui en profite, combien et qui en répond, et reliez-y l’initiative. Commencez par le haut de la liste.",
    },
    thresholds: &[TOP],
    footing: Footing {
        needs: Said {
            en: "work under way with a budget",
            fr: "du travail en cours avec un budget",
        },
        there_is: |ctx| some_work(ctx, |n| ctx.own_budget(n).is_some()),
    },
    check: Check::Whole(check),
    cases: include_str!("spend_without_benefit.cases"),
};

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let part = Decimal::from_f64(report.value(&TOP) / 100.0).unwrap_or_default();
    let mut spending: BTreeMap<&str, Vec<(Decimal, usize)>> = BTreeMap::new();
    for (n, ..) in ctx.active() {
        if let Some((currency, amount)) = ctx.own_budget(n) {
            spending.entry(currency).or_default().push((amount, n));
        }
    }
    for (currency, all) in spending {
        let mut top = foremost(all, part);
        let foremost = top.len();
        top.retain(|n| !is_imposed(ctx, *n));
        let (beneficial, bare): (Vec<usize>, Vec<usize>) =
            top.into_iter().partition(|n| has_outcome(ctx, *n));
        if beneficial.is_empty() && bare.len() > 1 {
            let all = bare.len() == foremost;
            report.add(all_bare(ctx, currency, &bare, all));
        } else {
            for n in bare {
                report.add(one_bare(ctx, n));
            }
        }
    }
    let hidden = ctx.active().filter(|(.., it)| is_withheld(&it.budget));
    let bare = hidden.filter(|(n, ..)| !is_imposed(ctx, *n) && !has_outcome(ctx, *n));
    withheld::budgets(ctx, bare.map(|(n, ..)| n), report);
}

/// The largest, until they hold their part of the total.
fn foremost(mut all: Vec<(Decimal, usize)>, part: Decimal) -> Vec<usize> {
    all.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let add = |sum: Decimal, it: &(Decimal, usize)| sum.saturating_add(it.0);
    let total = all.iter().fold(Decimal::ZERO, add);
    let enough = total.checked_mul(part).unwrap_or(total);
    let mut held = Decimal::ZERO;
    let needed = all.iter().take_while(|it| {
        let wanting = held < enough;
        held = add(held, it);
        wanting
    });
    needed.map(|(_, n)| *n).collect()
}

fn one_bare<'a>(ctx: &Context<'a>, number: usize) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let budget = ctx.budget(number);
    let sum = budget.map(|it| money(it, ctx.lang)).unwrap_or_default();
    let share = percent(ctx.told_share(number).unwrap_or_default(), ctx.lang);
    let verdict = Verdict::violated(element)
        .not_raised()
        .says(say!(
            ctx,
            "{name} spends {sum}, {share} of the active budget, and leads to no outcome.",
            "{name} dépense {sum}, soit {share} du budget actif, et ne mène à aucun résultat."
        ))
        .advises(say!(
            ctx,
            "Describe the outcome that {name} is for, with its value and who answers for it, and draw the contribution.",
            "Décrivez le résultat que vise {name}, sa valeur et qui en répond, et tracez la contribution."
        ))
        .shows(budget_row(ctx, number))
        .shows(proposed(ctx, ctx.links_from(number)))
        .stakes(budget.cloned());
    if ctx.objectives_of(number).is_empty() {
        verdict.caused_by(element, "objective")
    } else {
        verdict
    }
}

/// `all`: none of the largest is exempt.
fn all_bare<'a>(ctx: &Context<'a>, currency: &str, bare: &[usize], all: bool) -> Verdict<'a> {
    let budgets = bare.iter().filter_map(|n| ctx.budget(*n));
    let total = budgets.cloned().reduce(|sum, it| Money {
        amount: sum.amount.saturating_add(it.amount),
        currency: sum.currency,
    });
    let sum = total
        .as_ref()
        .map(|it| money(it, ctx.lang))
        .unwrap_or_default();
    let share = total.as_ref().and_then(|it| ctx.budget_share(it));
    let share = percent(share.unwrap_or_default(), ctx.lang);
    let count = bare.len();
    let who = if all {
        say!(
            ctx,
            "The {count} largest initiatives",
            "Les {count} initiatives les plus coûteuses"
        )
    } else {
        say!(
            ctx,
            "{count} of the largest initiatives",
            "{count} des initiatives les plus coûteuses"
        )
    };
    let rows = bare
        .iter()
        .take(MOST_ROWS)
        .filter_map(|n| spending_row(ctx, ctx.element(*n), *n));
    Verdict::violated_by_all(currency)
        .says(say!(
            ctx,
            "{who} spend {sum}, {share} of the active budget, and none of them leads to an outcome.",
            "{who} dépensent {sum}, soit {share} du budget actif, et aucune ne mène à un résultat."
        ))
        .advises(say!(
            ctx,
            "Describe the outcome that each is for, the largest first, and draw the contributions.",
            "Décrivez le résultat que vise chacune, la plus coûteuse d’abord, et tracez les contributions."
        ))
        .shows(rows)
        .relates(bare.iter().map(|n| ctx.element(*n)))
        .stakes(total)
}

fn spending_row(ctx: &Context<'_>, element: &Element, number: usize) -> Option<Evidence> {
    let name = quoted(&element.title, ctx.lang);
    let sum = money(ctx.budget(number)?, ctx.lang);
    Some(row(say!(ctx, "{name}: {sum}", "{name} : {sum}")).of(element))
}
