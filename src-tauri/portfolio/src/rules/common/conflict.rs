//! D206: two aims that pull against each other, or one indicator pushed both ways, and nobody has arbitrated.

use crate::model::{Element, ElementKind, Link, LinkDetail, LinkKind, LinkState, Sign};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::promised::{claim, is_stopped, promise_row};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence, Family, Promise, Report, Severity};
use std::collections::BTreeMap;

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D206",
    name: "conflict",
    family: Family::Common,
    severity: Severity::High,
    title: Said {
        en: "Conflicts that nobody has arbitrated",
        fr: "Conflits que personne n’a arbitrés",
    },
    what: Said {
        en: "Two objectives in conflict without an indicator as guard-rail; an accepted contribution that harms an objective; \
             or an indicator that open work is expected to push up and down at once. A decision that cites both sides, or the \
             indicator, settles it. What stopped work would have harmed is left alone.",
        fr: "Deux objectifs en conflit sans indicateur pour garde-fou ; une contribution acceptée qui dessert un objectif ; ou un \
             indicateur que des travaux ouverts doivent faire à la fois monter et descendre. Une décision qui cite les deux \
             côtés, ou l’indicateur, règle la question. Ce qu’un travail arrêté aurait desservi ne compte pas.",
    },
    why: Said {
        en: "A conflict that the top does not settle is settled every day at the bottom, by whoever shouts loudest. Both sides \
             then report progress, and the one undoes what the other paid for.",
        fr: "Un conflit que la direction ne tranche pas se tranche chaque jour sur le terrain, au profit de qui parle le plus \
             fort. Chacun annonce alors des progrès, et l’un défait ce que l’autre a payé.",
    },
    how: Said {
        en: "Say how far the one may cost the other: name an indicator as guard-rail, or record the decision that puts one first \
             and cites both.",
        fr: "Dites jusqu’où l’un peut coûter à l’autre : nommez un indicateur pour garde-fou, ou consignez la décision qui en \
             fait passer un devant et cite les deux.",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "links that say what works against an objective, or two expected effects on one indicator",
            fr: "des liens qui disent ce qui contrarie un objectif, ou deux effets attendus sur un même indicateur",
        },
        there_is: |ctx| {
            let pulled = |n| !against(ctx, n).is_empty();
            let pushed = |n| promised(ctx, n).len() > 1;
            some_of(ctx, &[ElementKind::Objective], pulled)
                || some_of(ctx, &[ElementKind::Indicator], pushed)
        },
    },
    check: Check::Each(&[ElementKind::Objective, ElementKind::Indicator], check),
    cases: include_str!("conflict.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    if ctx.kind(number) == ElementKind::Indicator {
        return pushed(ctx, number, report);
    }
    for (other, links) in against(ctx, number) {
        // Two objectives are one pair, told at the first of them.
        let told_there = ctx.kind(other) == ElementKind::Objective && other < number;
        let guarded = links.iter().any(|it| has_guard_rail(ctx, it));
        if !told_there && !guarded && !ctx.is_arbitrated(&[number], &[other]) {
            report.add(pair(ctx, number, other, &links));
        }
    }
}

/// What pulls against an objective, with the links that say so.
fn against<'a>(ctx: &Context<'a>, number: usize) -> BTreeMap<usize, Vec<&'a Link>> {
    let own = &ctx.element(number).id;
    let mut found: BTreeMap<usize, Vec<&'a Link>> = BTreeMap::new();
    let links: Vec<&'a Link> = ctx.links_from(number).chain(ctx.links_to(number)).collect();
    for link in links {
        let end = if link.from == *own {
            &link.to
        } else {
            &link.from
        };
        let other = ctx.number(end).filter(|n| *n != number);
        let Some(other) = other.filter(|n| opposes(ctx, link, *n)) else {
            continue;
        };
        found.entry(other).or_default().push(link);
    }
    found
}

fn opposes(ctx: &Context<'_>, link: &Link, other: usize) -> bool {
    if link.kind() == LinkKind::ConflictsWith {
        return true;
    }
    let harms = claim(ctx, link)
        .is_some_and(|it| it.state == LinkState::Accepted && it.sign == Sign::Harms);
    let by = ctx.element(other);
    // What an objective harms above itself is told there, unless it is an objective too.
    let here = link.from == by.id || by.kind() == ElementKind::Objective;
    harms && here && !is_stopped(by)
}

fn has_guard_rail(ctx: &Context<'_>, link: &Link) -> bool {
    match &link.detail {
        LinkDetail::ConflictsWith { guard_rail } => {
            let named = guard_rail.as_ref().and_then(|id| ctx.by_id(id));
            named.is_some_and(|it| it.indicator().is_some())
        }
        _ => false,
    }
}

fn pair<'a>(ctx: &Context<'a>, number: usize, other: usize, links: &[&'a Link]) -> Verdict<'a> {
    let (one, two) = (ctx.element(number), ctx.element(other));
    let [name, second] = [one, two].map(|it| quoted(&it.title, ctx.lang));
    let (message, advice) = if two.kind() == ElementKind::Objective {
        let message = say!(
            ctx,
            "{name} and {second} pull against each other, and nothing says which of them yields.",
            "{name} et {second} se contrarient, et rien ne dit lequel cède."
        );
        let advice = say!(
            ctx,
            "Name an indicator as guard-rail of the conflict, or record a decision that cites both.",
            "Nommez un indicateur pour garde-fou du conflit, ou consignez une décision qui cite les deux."
        );
        (message, advice)
    } else {
        let message = say!(
            ctx,
            "{second} harms {name}, and no decision says that this is the price.",
            "{second} dessert {name}, et aucune décision ne dit que c’est le prix à payer."
        );
        let advice = say!(
            ctx,
            "Record a decision that cites both, or change {second} until it harms no more.",
            "Consignez une décision qui cite les deux, ou modifiez {second} pour qu’il n’y ait plus de tort."
        );
        (message, advice)
    };
    let rows = links.iter().map(|it| opposition_row(ctx, it));
    Verdict::violated(one)
        .facet(two.id.as_str())
        .says(message)
        .advises(advice)
        .shows(rows)
        .relates([two])
        .along(links.iter().copied())
        .stakes(ctx.budget(other).cloned())
}

fn opposition_row(ctx: &Context<'_>, link: &Link) -> Evidence {
    let title = |id| ctx.by_id(id).map_or("", |it| it.title.as_str());
    let from = quoted(title(&link.from), ctx.lang);
    let to = quoted(title(&link.to), ctx.lang);
    let text = match &link.detail {
        LinkDetail::Contribution(_) => say!(ctx, "{from} harms {to}", "{from} dessert {to}"),
        _ => say!(
            ctx,
            "{from} conflicts with {to}, without a guard-rail",
            "{from} est en conflit avec {to}, sans garde-fou"
        ),
    };
    row(text).by(link)
}

/// What open work is expected to move on an indicator.
fn promised<'a>(ctx: &Context<'a>, number: usize) -> Vec<Promise<'a>> {
    let mut promises: Vec<Promise<'a>> = Vec::new();
    for (goal, _) in ctx.linked_from(number, LinkKind::Measures) {
        for promise in ctx.promises_straight(goal, number) {
            if promises.iter().all(|it| it.link.id != promise.link.id) {
                promises.push(promise);
            }
        }
    }
    promises.retain(|it| it.expected.likely != 0.0);
    promises
}

/// An indicator that open work is expected to push both ways.
fn pushed<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let promises = promised(ctx, number);
    let movers = |up: bool| -> Vec<usize> {
        let some = promises.iter();
        some.filter(|it| (it.expected.likely > 0.0) == up)
            .map(|it| it.from)
            .collect()
    };
    let (up, down) = (movers(true), movers(false));
    let cited = ctx.is_arbitrated(&[number], &[number]);
    if up.is_empty() || down.is_empty() || cited || ctx.is_arbitrated(&up, &down) {
        return;
    }
    let element = ctx.element(number);
    let title = |side: &[usize]| {
        let first = side.first().map(|n| ctx.element(*n));
        quoted(first.map_or("", |it: &Element| it.title.as_str()), ctx.lang)
    };
    let (name, raises, lowers) = (quoted(&element.title, ctx.lang), title(&up), title(&down));
    report.add(
        Verdict::violated(element)
            .says(say!(
                ctx,
                "{raises} is expected to raise {name} while {lowers} is expected to lower it.",
                "{raises} doit faire monter {name} tandis que {lowers} doit le faire baisser."
            ))
            .advises(say!(
                ctx,
                "Record a decision that cites {name}, or correct the sign of what is expected.",
                "Consignez une décision qui cite {name}, ou corrigez le signe de ce qui est attendu."
            ))
            .shows(promises.iter().take(MOST_ROWS).map(|it| promise_row(ctx, number, it)))
            .relates(promises.iter().map(|it| ctx.element(it.from)))
            .along(promises.iter().map(|it| it.link)),
    );
}
