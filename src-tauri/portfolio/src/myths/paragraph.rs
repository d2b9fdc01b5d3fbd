//! Two or three short sentences for a leader: the verdict with how much it touches, the most telling finding, and what would
//! change the verdict. Whatever else could not be told stands beside them, not in them.

use super::concerned::Concerned;
use super::judge::{Case, Judgement};
use super::{MythPicture, Words};
use crate::model::Lang;
use crate::rules::words::{listed, money, say, sign};
use crate::rules::{Context, Finding};

pub(super) fn of(
    ctx: &Context<'_>,
    words: &Words,
    case: &Case<'_>,
    strongest: Option<&Finding>,
    picture: &MythPicture,
) -> String {
    let opener = match case.judgement {
        Judgement::Lived => &words.lived,
        Judgement::PartlyLived => &words.partly,
        Judgement::NotSeen => &words.not_seen,
        Judgement::CannotTell => &words.cannot_tell,
    };
    let mut verdict = vec![opener.get(ctx.lang).to_owned()];
    if !case.violated.is_empty() {
        let excepted = case.judgement == Judgement::NotSeen;
        verdict.extend(touched(ctx, &case.concerned, excepted));
    }
    verdict.extend(drawn(ctx, picture));
    let mut said = vec![format!(
        "{}.",
        verdict.join(match ctx.lang {
            Lang::En => "; ",
            Lang::Fr => "\u{a0}; ",
        })
    )];
    said.extend(strongest.map(|it| it.message.clone()));
    match (case.judgement, strongest) {
        (Judgement::Lived | Judgement::PartlyLived, Some(it)) => {
            let advice = lower(&it.advice);
            said.push(say!(
                ctx,
                "What would change that: {advice}",
                "Pour que cela change\u{a0}: {advice}"
            ));
        }
        _ => said.push(undecided(ctx, case)),
    }
    said.join(" ")
}

/// “this touches 38 % of the strategic weight and 62 % of the active budget (29 M€)”.
fn touched(ctx: &Context<'_>, concerned: &Concerned, excepted: bool) -> Option<String> {
    let mut all = Vec::new();
    if let Some(weight) = concerned.weight.filter(|it| *it > 0.0) {
        let share = percent(ctx, weight);
        all.push(say!(
            ctx,
            "{share} of the strategic weight",
            "{share} du poids stratégique"
        ));
    }
    for it in &concerned.money {
        let (share, sum) = (percent(ctx, it.share), money(&it.amount, ctx.lang));
        let currency = sign(it.amount.currency.as_str());
        all.push(if concerned.money.len() > 1 {
            say!(
                ctx,
                "{share} of the active budget in\u{a0}{currency} ({sum})",
                "{share} du budget actif en\u{a0}{currency} ({sum})"
            )
        } else {
            say!(
                ctx,
                "{share} of the active budget ({sum})",
                "{share} du budget actif ({sum})"
            )
        });
    }
    if all.is_empty() {
        all.extend(counted(ctx, concerned));
    }
    if all.is_empty() {
        return concerned.whole.then(|| {
            say!(
                ctx,
                "this concerns the portfolio as a whole",
                "cela concerne le portefeuille entier"
            )
        });
    }
    let all = listed(&all, ctx.lang);
    Some(if excepted {
        say!(
            ctx,
            "exceptions touch {all}",
            "des exceptions touchent {all}"
        )
    } else {
        say!(ctx, "this touches {all}", "cela touche {all}")
    })
}

/// What has neither weight nor money.
fn counted(ctx: &Context<'_>, concerned: &Concerned) -> Vec<String> {
    let (goals, work) = (concerned.objectives_count, concerned.initiatives_count);
    let mut all = Vec::new();
    match goals {
        0 => {}
        1 => all.push(say!(ctx, "one objective", "un objectif")),
        _ => all.push(say!(ctx, "{goals} objectives", "{goals}\u{a0}objectifs")),
    }
    match work {
        0 => {}
        1 => all.push(say!(ctx, "one initiative", "une initiative")),
        _ => all.push(say!(ctx, "{work} initiatives", "{work}\u{a0}initiatives")),
    }
    all
}

/// What the picture beside it shows, where verdict and picture could be taken to speak of different things.
fn drawn(ctx: &Context<'_>, picture: &MythPicture) -> Option<String> {
    let MythPicture::Rituals(it) = picture else {
        return None;
    };
    let aimed: u32 = it.months.iter().map(|it| it.with_aim).sum();
    let all = aimed + it.months.iter().map(|it| it.without_aim).sum::<u32>();
    match (aimed, all) {
        (_, 0) => None,
        (0, _) => Some(say!(
            ctx,
            "none of {all} decisions in two years names an aim",
            "aucune des {all}\u{a0}décisions prises en deux ans ne nomme de but"
        )),
        (1, _) => Some(say!(
            ctx,
            "one of {all} decisions in two years names an aim",
            "une des {all}\u{a0}décisions prises en deux ans nomme un but"
        )),
        _ => Some(say!(
            ctx,
            "{aimed} of {all} decisions in two years name an aim",
            "{aimed} des {all}\u{a0}décisions prises en deux ans nomment un but"
        )),
    }
}

/// How many rules could decide, and what would let the others.
fn undecided(ctx: &Context<'_>, case: &Case<'_>) -> String {
    let (could, all) = (
        case.decided.len(),
        case.decided.len() + case.undecided.len(),
    );
    let mut missing: Vec<String> = Vec::new();
    for field in case.undecided.iter().filter_map(|it| it.missing.first()) {
        if !missing.contains(field) {
            missing.push(field.clone());
        }
    }
    missing.truncate(3);
    if all == 0 {
        return say!(
            ctx,
            "Every rule on this is switched off.",
            "Toutes les règles sur ce sujet sont désactivées."
        );
    }
    let rules = match could {
        0 => say!(
            ctx,
            "None of the {all} rules on this could decide",
            "Aucune des {all}\u{a0}règles sur ce sujet n’a pu trancher"
        ),
        1 => say!(
            ctx,
            "One of the {all} rules on this could decide",
            "Une des {all}\u{a0}règles sur ce sujet a pu trancher"
        ),
        _ if could == all => say!(
            ctx,
            "All {all} rules on this could decide",
            "Les {all}\u{a0}règles sur ce sujet ont pu trancher"
        ),
        _ => say!(
            ctx,
            "{could} of the {all} rules on this could decide",
            "{could} des {all}\u{a0}règles sur ce sujet ont pu trancher"
        ),
    };
    if missing.is_empty() {
        return format!("{rules}.");
    }
    let missing = listed(&missing, ctx.lang);
    say!(
        ctx,
        "{rules}; the others would need above all {missing}.",
        "{rules}\u{a0}; il manque surtout aux autres\u{a0}: {missing}."
    )
}

/// An instruction after a colon; one that begins with a title stays as it is.
fn lower(advice: &str) -> String {
    let mut letters = advice.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

/// A share as a whole percentage; one that is not the whole never reads as the whole.
fn percent(ctx: &Context<'_>, share: f64) -> String {
    let share = if share < 1.0 { share.min(0.99) } else { share };
    crate::rules::words::percent(share, ctx.lang)
}
