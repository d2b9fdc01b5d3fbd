//! D405: work whose remaining cost is more than the benefit that is still to be had from it.

use super::benefit::{Benefit, benefit};
use crate::model::{ElementKind, Known, Money};
use crate::rules::footing::{Footing, some_work};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said, Threshold};
use crate::rules::words::{money, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

const MOST: Threshold = Threshold {
    name: "remaining_cost",
    value: 100.0,
    unit: Said {
        en: "% of the benefit still to be had",
        fr: "% du bénéfice encore à obtenir",
    },
    source: Said {
        en: "Arkes & Blumer 1985, on sunk cost",
        fr: "Arkes et Blumer 1985, sur les coûts irrécupérables",
    },
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D405",
    name: "costs-more-than-it-brings",
    family: Family::Value,
    severity: Severity::High,
    title: Said {
        en: "Work that costs more than it still brings",
        fr: "Travaux qui coûtent plus qu’ils ne rapporteront",
    },
    what: Said {
        en: "An open initiative whose budget not yet spent is more than {remaining_cost} % of the benefit still to be had: the expected value \
             of every outcome that it or its parts lead to, less the share that its indicator has already moved, weighted by the \
             least sure step on the way. Whole values are counted, even where other work contributes too. The question is not \
             asked where an outcome is not to be valued in money. Cannot tell when what is missing could change the answer.",
        fr: "Une initiative ouverte dont le budget non dépensé dépasse {remaining_cost} % du bénéfice encore à obtenir : la valeur attendue de \
             chaque résultat auquel elle ou ses parties mènent, moins la part que son indicateur a déjà parcourue, pondérée par \
             l’étape la moins sûre du chemin. Les valeurs sont comptées entières, même si d’autres travaux y contribuent. La \
             question n’est pas posée si un résultat n’a pas à être chiffré. Indécidable si ce qui manque peut changer la réponse.",
    },
    why: Said {
        en: "What is spent is spent and argues for nothing. Only what is still to be paid and still to be won can be decided on, \
             and the work that everybody is used to is the last to be looked at in this way.",
        fr: "Ce qui est dépensé l’est et ne plaide pour rien. On ne décide que de ce qui reste à payer et à gagner, et le travail \
             auquel chacun s’est habitué est le dernier qu’on regarde ainsi.",
    },
    how: Said {
        en: "Stop it, or cut it down to the part that still pays. If it is done for another reason, write that reason and who \
             decided, and correct the value or the confidence where they are wrong.",
        fr: "Arrêtez-la, ou réduisez-la à la part qui rapporte encore. Si on la mène pour une autre raison, écrivez laquelle et qui \
             en a décidé, et corrigez la valeur ou la confiance si elles sont fausses.",
    },
    thresholds: &[MOST],
    footing: Footing {
        needs: Said {
            en: "work under way with a budget that leads to outcomes with an expected value",
            fr: "du travail en cours avec un budget, menant à des résultats attendus chiffrés",
        },
        there_is: |ctx| {
            some_work(ctx, |n| {
                let budget = ctx.budget(n);
                budget.is_some_and(|it| benefit(ctx, n, &it.currency).is_some())
            })
        },
    },
    check: Check::Each(&[ElementKind::Initiative], check),
    cases: include_str!("costs_more_than_it_brings.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let Some(initiative) = ctx.active_initiative(number) else {
        return;
    };
    let Some(budget) = ctx.budget(number) else {
        return;
    };
    let Some(mut benefit) = benefit(ctx, number, &budget.currency) else {
        return;
    };
    let whole = budget.amount.to_f64().unwrap_or_default();
    let spent = initiative.spent.value();
    let spent = spent.and_then(|it| ctx.worth_in(it, &budget.currency));
    let left = spent.map(|it| budget.amount.saturating_sub(it));
    if left.is_none() {
        let element = ctx.element(number);
        let name = quoted(&element.title, ctx.lang);
        let text = say!(ctx, "money spent on {name}", "dépense à ce jour de {name}");
        let missing = Missing::said(Lack::Spent, element, text);
        benefit.missing.push(missing);
    }
    // Without a word on what is spent, anything between nothing and the whole budget may be left.
    let left = left.and_then(|it| it.to_f64());
    let (least, most) = left.map_or((0.0, whole), |it| (it, it));
    let part = report.value(&MOST) / 100.0;
    // To the cent.
    if most <= 0.0 || most <= benefit.low * part + 0.005 {
        return;
    }
    let limit = benefit.high.map(|it| it * part);
    let broken = limit.filter(|it| least > it + 0.005);
    report.add(if let Some(limit) = broken {
        violated(ctx, number, budget, [least, limit.max(0.0)], &benefit)
    } else {
        cannot_tell(ctx, number, benefit)
    });
}

fn amount(ctx: &Context<'_>, value: f64, like: &Money) -> (Money, String) {
    let sum = Money {
        amount: Decimal::from_f64(value).unwrap_or_default().round_dp(2),
        currency: like.currency.clone(),
    };
    let text = money(&sum, ctx.lang);
    (sum, text)
}

fn violated<'a>(
    ctx: &Context<'a>,
    number: usize,
    budget: &Money,
    [least, limit]: [f64; 2],
    benefit: &Benefit<'a>,
) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let (left, cost) = amount(ctx, least, budget);
    let (_, limit) = amount(ctx, limit, budget);
    let (_, gain) = amount(ctx, benefit.high.unwrap_or_default().max(0.0), budget);
    let whole = money(budget, ctx.lang);
    let costs = row(say!(
        ctx,
        "{cost} of a budget of {whole} is not spent yet",
        "{cost} sur un budget de {whole} ne sont pas encore dépensés"
    ));
    let gains = benefit.parts.iter().map(|part| -> Evidence {
        let outcome = quoted(&part.outcome.title, ctx.lang);
        let value = money(part.value, ctx.lang);
        let (_, counted) = amount(ctx, part.high.abs(), budget);
        let text = if part.high < 0.0 {
            say!(
                ctx,
                "{outcome}: {counted} to be taken off",
                "{outcome} : {counted} à déduire"
            )
        } else {
            say!(
                ctx,
                "{outcome}: {counted} still to be had of {value}",
                "{outcome} : {counted} encore à obtenir sur {value}"
            )
        };
        row(text).of(part.outcome)
    });
    Verdict::violated(element)
        .says(say!(
            ctx,
            "{name} has {cost} left to spend for {gain} of benefit still to be had.",
            "{name} doit encore dépenser {cost} pour un bénéfice restant de {gain}."
        ))
        .advises(say!(
            ctx,
            "Stop it, or cut what is left to spend down to {limit}.",
            "Arrêtez-la, ou ramenez ce qui reste à dépenser à {limit}."
        ))
        .shows([costs.imported(ctx, element)])
        .shows(gains)
        .relates(benefit.parts.iter().map(|it| it.outcome))
        .stakes([left])
}

fn cannot_tell<'a>(ctx: &Context<'a>, number: usize, benefit: Benefit<'a>) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    Verdict::cannot_tell(element, benefit.missing)
        .says(say!(
            ctx,
            "Whether {name} still brings more than it costs cannot be told.",
            "On ne peut dire si {name} rapporte encore plus qu’elle ne coûte."
        ))
        .advises(say!(
            ctx,
            "Fill in what is missing, the value of the outcomes and the money spent first.",
            "Renseignez ce qui manque, d’abord la valeur des résultats et la dépense à ce jour."
        ))
        .relates(benefit.parts.iter().map(|it| it.outcome))
}
