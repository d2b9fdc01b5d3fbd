//! D204: the work on its way to an objective promises less than what is left to its target.
//!
//! It judges at the middle of the estimates, as the ladder does, and takes what people say: the latest value and every link
//! that counts. The ladder besides asks that the value be evidence and the links sound; where all is both, the two agree.

use crate::model::ElementKind;
use crate::rules::context::CONFIDENCES;
use crate::rules::context::set_for;
use crate::rules::evidence::{MOST_ROWS, proposed};
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::promised::{gap_row, movement, promise_row};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{percent, quoted, say};
use crate::rules::{Balance, Context, Evidence, Family, Report, Severity, Step};

const COVERED: Threshold = Threshold {
    name: "gap_covered",
    value: 100.0,
    unit: Said {
        en: "% of what is left to the target",
        fr: "% du chemin restant jusqu’à la cible",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D204",
    name: "insufficient",
    family: Family::Common,
    severity: Severity::High,
    title: Said {
        en: "Objectives that the work cannot reach",
        fr: "Objectifs hors de portée du travail engagé",
    },
    what: Said {
        en: "An objective for which everything that open work is expected to bring, each weighted by its confidence \
             and taken halfway between its low and its high estimate, covers \
             less than {gap_covered} % of what is left from the latest value of an outcome indicator to its target. Without an \
             indicator of its own, the outcomes that contribute to it are judged. Work delivered after the latest value still \
             counts. Cannot tell when work does not say how far it moves the indicator, or how sure that is, and the rest does not suffice.",
        fr: "Un objectif pour lequel tout ce que le travail ouvert doit apporter, pondéré par la confiance et pris au milieu \
             entre l’estimation basse et la haute, couvre moins de {gap_covered} % du chemin qui reste entre la dernière valeur d’un indicateur de résultat et sa cible. À défaut \
             d’indicateur propre, ce sont les résultats qui y contribuent qui sont jugés. Un travail livré après la dernière valeur \
             compte encore. Indécidable si un travail ne dit pas de combien il fait bouger l’indicateur, ou avec quelle \
             confiance, et que le reste ne suffit pas.",
    },
    why: Said {
        en: "A portfolio can be on time to the last project and still miss its objective, because the sum never reached it. \
             This is visible on the first day, long before any status turns red.",
        fr: "Un portefeuille peut tenir tous ses délais et manquer son objectif, parce que la somme n’y a jamais mené. Cela se \
             voit dès le premier jour, bien avant qu’un voyant ne passe au rouge.",
    },
    how: Said {
        en: "Add work that closes the gap, lower the target, or give it more time, and record the decision. Where confidence \
             is what keeps the sum low, test the weakest assumption first.",
        fr: "Ajoutez un travail qui comble l’écart, abaissez la cible ou donnez-lui du temps, et consignez la décision. Si c’est \
             la confiance qui manque, éprouvez d’abord l’hypothèse la plus fragile.",
    },
    thresholds: &[
        COVERED,
        CONFIDENCES[0],
        CONFIDENCES[1],
        CONFIDENCES[2],
        CONFIDENCES[3],
        CONFIDENCES[4],
    ],
    footing: Footing {
        needs: Said {
            en: "objectives with an outcome indicator, its value and target, and how far the work under way is to move it",
            fr: "des objectifs avec un indicateur de résultat, sa valeur et sa cible, et l’effet attendu du travail en cours",
        },
        there_is: |ctx| some_of(ctx, &[ElementKind::Objective], |n| is_weighed(ctx, n)),
    },
    check: Check::Each(&[ElementKind::Objective], check),
    cases: include_str!("insufficient.cases"),
};

/// Whether what is promised to an objective can be held against what it lacks.
fn is_weighed(ctx: &Context<'_>, number: usize) -> bool {
    let enough = set_for(ctx.settings(), RULE.code, &COVERED) / 100.0;
    let all = ctx.balances(number);
    let mut meant = all
        .iter()
        .filter(|it| !it.promises.is_empty() || !it.silent.is_empty());
    meant.any(|it| it.covers(enough).is_some())
}

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let enough = report.value(&COVERED) / 100.0;
    // Where nothing is on its way, another rule says that nothing is funded.
    let mut balances = ctx.balances(number);
    balances.retain(|it| !it.promises.is_empty() || !it.silent.is_empty());
    let short = balances
        .iter()
        .filter(|it| it.covers(enough) == Some(false));
    let middle = |it: &Balance<'_>| it.share().map_or(0.0, |it| it.middle());
    if let Some(weakest) = short.min_by(|a, b| middle(a).total_cmp(&middle(b))) {
        report.add(violated(ctx, number, weakest));
    } else if let Some(open) = balances.iter().find(|it| it.covers(enough).is_none()) {
        // An indicator without a target and without a promise is not yet used to plan with.
        if open.left().is_some() || !open.promises.is_empty() {
            report.add(cannot_tell(ctx, number, open));
        }
    }
}

fn rows<'c>(ctx: &'c Context<'_>, balance: &'c Balance<'_>) -> impl Iterator<Item = Evidence> + 'c {
    let promises = balance.promises.iter().take(MOST_ROWS);
    let promises = promises.map(|it| promise_row(ctx, balance.indicator, it));
    gap_row(ctx, balance).into_iter().chain(promises)
}

fn violated<'a>(ctx: &Context<'a>, number: usize, balance: &Balance<'a>) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let indicator = quoted(&ctx.element(balance.indicator).title, ctx.lang);
    let share = balance.share().unwrap_or_default();
    let [low, middle, high] = [share.low, share.middle(), share.high].map(|it| {
        // Not quite the whole never reads as the whole.
        percent((it * 100.0).floor() / 100.0, ctx.lang)
    });
    let left = movement(ctx, balance.indicator, balance.left().unwrap_or_default());
    let sum = movement(ctx, balance.indicator, balance.sum().middle());
    let range = (share.low < share.high).then(|| {
        row(say!(
            ctx,
            "Between {low} and {high} of what is left, by the low and the high estimates",
            "Entre {low} et {high} du chemin restant, selon les estimations basses et hautes"
        ))
    });
    Verdict::violated(element)
        .says(say!(
            ctx,
            "{name} has {left} to go on {indicator}; open work is expected to bring {sum}, {middle} of it.",
            "Pour {name}, il reste {left} à parcourir sur {indicator} ; le travail ouvert doit apporter {sum}, soit {middle}."
        ))
        .advises(say!(
            ctx,
            "Add work that is expected to move {indicator}, lower its target, or move its date.",
            "Ajoutez un travail qui doive faire bouger {indicator}, abaissez sa cible ou repoussez son échéance."
        ))
        .shows(rows(ctx, balance))
        .shows(range)
        .shows(proposed(ctx, ctx.links_to(balance.goal)))
        .relates(std::iter::once(ctx.element(balance.indicator)))
        .relates(balance.promises.iter().map(|it| ctx.element(it.from)))
        .along(balance.promises.iter().map(|it| it.link))
}

fn cannot_tell<'a>(ctx: &Context<'a>, number: usize, balance: &Balance<'a>) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let measure = ctx.element(balance.indicator);
    let indicator = quoted(&measure.title, ctx.lang);
    let mut missing = Vec::new();
    if balance.target.is_none() {
        missing.push(Missing::of(Lack::Target, measure, ctx.lang));
    }
    if balance.last.is_none() {
        let text = say!(ctx, "value of {indicator}", "valeur de {indicator}");
        missing.push(Missing::said(Lack::Reading, measure, text));
    }
    let title = |n: usize| quoted(&ctx.element(n).title, ctx.lang);
    missing.extend(
        balance
            .silent
            .iter()
            .take(MOST_ROWS)
            .map(|step: &Step<'_>| {
                let (giver, from) = (ctx.element(step.to), title(step.to));
                let text = say!(
                    ctx,
                    "how far {from} is to move {indicator}",
                    "de combien {from} doit faire bouger {indicator}"
                );
                Missing::said(Lack::Movement, giver, text)
            }),
    );
    let unsure = balance.promises.iter().filter(|it| it.weighted.is_none());
    missing.extend(unsure.take(MOST_ROWS).map(|it| {
        let from = title(it.from);
        let text = say!(
            ctx,
            "confidence of what {from} is to bring",
            "confiance dans ce que {from} doit apporter"
        );
        Missing::said(Lack::Confidence, ctx.element(it.from), text)
    }));
    let verdict = Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "Whether open work suffices for {name} cannot be told.",
            "On ne peut dire si le travail ouvert suffit pour {name}."
        ))
        .advises(say!(
            ctx,
            "Fill in what is missing, so that what is expected can be set against what is left on {indicator}.",
            "Renseignez ce qui manque, pour que l’attendu se compare à ce qui reste à parcourir sur {indicator}."
        ))
        .shows(rows(ctx, balance))
        .relates([measure]);
    if balance.left().is_none() {
        let field = if balance.target.is_none() {
            "target"
        } else {
            "baseline"
        };
        return verdict.caused_by(measure, field);
    }
    verdict
}
