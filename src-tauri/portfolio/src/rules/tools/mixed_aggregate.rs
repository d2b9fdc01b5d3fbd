//! M310: a whole put together of parts that cannot be added up.

use super::mixed_values::{units, values, violated};
use crate::model::{Element, ElementKind, LinkKind, Money, Settings};
use crate::rules::footing::{Footing, some_of, some_work};
use crate::rules::report::row;
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{money, quoted, say};
use crate::rules::{Context, Family, Report, Severity};
use std::collections::BTreeSet;

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M310",
    name: "mixed-aggregate",
    family: Family::Tools,
    severity: Severity::Blocker,
    title: Said {
        en: "Sums of things that do not add up",
        fr: "Totaux de grandeurs qui ne s’additionnent pas",
    },
    what: Said {
        en: "An indicator that is put together of others, which do not have one unit, unless its definition names the other unit; \
             or whose last value stands on a forecast of one part beside confirmed values of others, or on a part that has only \
             an earlier value. Or an open programme with budgets, its own and those of its parts, in several currencies that \
             no declared exchange rate joins. Cannot tell when only some of the parts have a unit.",
        fr: "Un indicateur composé d’autres indicateurs qui n’ont pas tous la même unité, sauf si sa définition nomme l’autre unité ; \
             ou dont la dernière valeur repose sur la prévision d’une partie à côté de valeurs confirmées des autres, ou sur une \
             partie qui n’a qu’une valeur plus ancienne. Ou bien un programme ouvert dont les budgets, le sien et ceux de ses \
             parties, sont en plusieurs devises qu’aucun taux de change déclaré ne relie. Ne peut trancher si seules certaines \
             parties ont une unité.",
    },
    why: Said {
        en: "Such a sum has a number and no meaning. It looks precise, is copied onto the first page, and nobody there can see what went into it.",
        fr: "Un tel total a un chiffre et pas de sens. Il a l’air précis, finit en première page, et personne n’y voit plus de quoi il est fait.",
    },
    how: Said {
        en: "Bring the parts to one unit, one period and one kind of value, or declare the rate by which they are converted. Otherwise break the whole up and show the parts.",
        fr: "Ramenez les parties à une même unité, une même période et une même nature de valeur, ou déclarez le taux qui les convertit. Sinon, renoncez au total et montrez les parties.",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "indicators, or work under way with budgets, that are made of parts",
            fr: "des indicateurs, ou du travail en cours avec des budgets, composés de parties",
        },
        there_is: |ctx| {
            let parts = |n| ctx.linked_to(n, LinkKind::PartOf).map(|(part, _)| part);
            let paid = |n: &usize| ctx.budget(*n).is_some();
            some_of(ctx, &[ElementKind::Indicator], |n| {
                parts(n).next().is_some()
            }) || some_work(ctx, |n| {
                parts(n).next().is_some() && parts(n).chain([n]).filter(paid).count() > 1
            })
        },
    },
    check: Check::Each(&[ElementKind::Indicator, ElementKind::Initiative], check),
    cases: include_str!("mixed_aggregate.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    let parts: Vec<(usize, &Element)> = ctx
        .linked_to(number, LinkKind::PartOf)
        .map(|(n, _)| (n, ctx.element(n)))
        .collect();
    if parts.is_empty() {
        return;
    }
    if element.indicator().is_some() {
        units(ctx, element, &parts, report);
        values(ctx, number, &parts, report);
    } else if ctx.active_initiative(number).is_some() {
        budgets(ctx, number, &parts, report);
    }
}

fn budgets<'a>(
    ctx: &Context<'a>,
    number: usize,
    parts: &[(usize, &'a Element)],
    report: &mut Report<'_, 'a>,
) {
    let whole = ctx.element(number);
    let members = || std::iter::once(number).chain(parts.iter().map(|(n, _)| *n));
    let sums: Vec<(usize, &Money)> = members()
        .filter_map(|n| Some((n, ctx.budget(n)?)))
        .collect();
    let currencies: BTreeSet<&str> = sums.iter().map(|(_, it)| it.currency.as_str()).collect();
    if are_joined(ctx.settings(), &currencies) {
        return;
    }
    let name = quoted(&whole.title, ctx.lang);
    let list: Vec<&str> = currencies.into_iter().collect();
    let list = list.join(", ");
    let rows = sums.iter().map(|(n, it)| {
        let (element, sum) = (ctx.element(*n), money(it, ctx.lang));
        let name = quoted(&element.title, ctx.lang);
        row(say!(
            ctx,
            "Budget of {name}: {sum}",
            "Budget de {name} : {sum}"
        ))
        .imported(ctx, element)
    });
    let says = say!(
        ctx,
        "The budgets of {name} and its parts are in {list}, and no exchange rate is declared that joins them.",
        "Les budgets de {name} et de ses parties sont en {list}, sans taux de change déclaré qui les relie."
    );
    let advises = say!(
        ctx,
        "Declare the exchange rates between {list} in the settings, or bring the budgets to one currency.",
        "Déclarez dans les réglages les taux de change entre {list}, ou ramenez les budgets à une seule devise."
    );
    report.add(
        violated(whole, "currency", says, advises, rows, parts)
            .stakes(sums.iter().map(|(_, it)| (*it).clone())),
    );
}

/// Whether declared rates, in either direction, lead from one currency to all others.
fn are_joined(settings: &Settings, currencies: &BTreeSet<&str>) -> bool {
    let mut reached: BTreeSet<&str> = currencies.iter().take(1).copied().collect();
    loop {
        let before = reached.len();
        for rate in &settings.rates {
            let (from, to) = (rate.from.as_str(), rate.to.as_str());
            if reached.contains(from) || reached.contains(to) {
                reached.extend([from, to]);
            }
        }
        if reached.len() == before {
            return currencies.is_subset(&reached);
        }
    }
}
