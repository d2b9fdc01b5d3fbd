//! The paragraph for a leader: the judgement, how much it touches, the most telling findings, and what could not be told.

use super::Words;
use super::concerned::Concerned;
use super::judge::{Case, Judgement};
use crate::model::Lang;
use crate::rules::words::{money, say};
use crate::rules::{Context, Finding};

pub(super) fn of(
    ctx: &Context<'_>,
    words: &Words,
    case: &Case<'_>,
    strongest: &[&Finding],
) -> String {
    let opener = match case.judgement {
        Judgement::Lived => &words.lived,
        Judgement::PartlyLived => &words.partly,
        Judgement::NotSeen => &words.not_seen,
        Judgement::CannotTell => &words.cannot_tell,
    };
    let mut said = vec![opener.get(ctx.lang).to_owned()];
    if !case.violated.is_empty() {
        said.extend(figures(ctx, case));
        let messages: Vec<&str> = strongest.iter().map(|it| it.message.as_str()).collect();
        let messages = messages.join(" ");
        said.push(say!(
            ctx,
            "Most telling: {messages}",
            "Le plus parlant : {messages}"
        ));
    }
    said.extend(undecided(ctx, case));
    said.join(" ")
}

/// “3 objectives and 12 initiatives, 41 % of what matters and 63 % of the active budget.”
fn figures(ctx: &Context<'_>, case: &Case<'_>) -> Option<String> {
    let Concerned {
        objectives_count: goals,
        initiatives_count: work,
        weight,
        money: amounts,
        whole,
        ..
    } = &case.concerned;
    let mut things = Vec::new();
    match goals {
        0 => {}
        1 => things.push(say!(ctx, "one objective", "un objectif")),
        _ => things.push(say!(ctx, "{goals} objectives", "{goals} objectifs")),
    }
    match work {
        0 => {}
        1 => things.push(say!(ctx, "one initiative", "une initiative")),
        _ => things.push(say!(ctx, "{work} initiatives", "{work} initiatives")),
    }
    let mut shares = Vec::new();
    if let Some(weight) = weight.filter(|it| *it > 0.0) {
        let share = percent(ctx, weight);
        shares.push(say!(
            ctx,
            "{share} of the strategic weight",
            "{share} du poids stratégique"
        ));
    }
    for it in amounts {
        let (share, sum) = (percent(ctx, it.share), money(&it.amount, ctx.lang));
        shares.push(say!(
            ctx,
            "{share} of the active budget ({sum})",
            "{share} du budget actif ({sum})"
        ));
    }
    if things.is_empty() {
        return whole.then(|| {
            say!(
                ctx,
                "It concerns the portfolio as a whole.",
                "Cela concerne le portefeuille entier."
            )
        });
    }
    let and = say!(ctx, " and ", " et ");
    let things = things.join(&and);
    if shares.is_empty() {
        return Some(say!(
            ctx,
            "It concerns {things}.",
            "Cela concerne {things}."
        ));
    }
    let shares = shares.join(&and);
    Some(say!(
        ctx,
        "It concerns {things}: {shares}.",
        "Cela concerne {things} : {shares}."
    ))
}

/// Said where rules could not decide: how many, and what would let them.
fn undecided(ctx: &Context<'_>, case: &Case<'_>) -> Option<String> {
    if case.undecided.is_empty() {
        return None;
    }
    let (could, all) = (
        case.decided.len(),
        case.decided.len() + case.undecided.len(),
    );
    let mut missing: Vec<&str> = Vec::new();
    for field in case.undecided.iter().filter_map(|it| it.missing.first()) {
        if !missing.contains(&field.as_str()) {
            missing.push(field);
        }
    }
    missing.truncate(3);
    let missing = missing.join(match ctx.lang {
        Lang::En => "; ",
        Lang::Fr => "\u{a0}; ",
    });
    Some(match (could, missing.is_empty()) {
        (0, false) => say!(
            ctx,
            "None of the {all} rules on this could decide; missing above all: {missing}.",
            "Aucune des {all} règles sur ce sujet n’a pu trancher ; il manque surtout : {missing}."
        ),
        (1, false) => say!(
            ctx,
            "One of the {all} rules on this could decide; missing above all: {missing}.",
            "Une des {all} règles sur ce sujet a pu trancher ; il manque surtout : {missing}."
        ),
        (_, false) => say!(
            ctx,
            "{could} of the {all} rules on this could decide; missing above all: {missing}.",
            "{could} des {all} règles sur ce sujet ont pu trancher ; il manque surtout : {missing}."
        ),
        (1, true) => say!(
            ctx,
            "One of the {all} rules on this could decide.",
            "Une des {all} règles sur ce sujet a pu trancher."
        ),
        (_, true) => say!(
            ctx,
            "{could} of the {all} rules on this could decide.",
            "{could} des {all} règles sur ce sujet ont pu trancher."
        ),
    })
}

/// A share as a whole percentage; one that is not the whole never reads as the whole.
fn percent(ctx: &Context<'_>, share: f64) -> String {
    let share = if share < 1.0 { share.min(0.99) } else { share };
    crate::rules::words::percent(share, ctx.lang)
}
