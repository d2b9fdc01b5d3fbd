//! M309: the same improvement claimed by several, so that the sum is more than the plan.

use super::claimed::{by_indicator, outermost};
use crate::model::Link;
use crate::rules::context::Claim;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::figures::measured;
use crate::rules::footing::Footing;
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said, Threshold};
use crate::rules::words::{percent, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

const CLAIMED: Threshold = Threshold {
    name: "claimed_share",
    value: 100.0,
    unit: Said {
        en: "% of the planned change",
        fr: "% de l’évolution prévue",
    },
    source: Said {
        en: "double counting, as benefit guides warn of it",
        fr: "double compte, contre lequel mettent en garde les guides de gestion des bénéfices",
    },
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M309",
    name: "overclaimed",
    family: Family::Tools,
    severity: Severity::High,
    title: Said {
        en: "The same improvement claimed several times",
        fr: "Le même progrès revendiqué plusieurs fois",
    },
    what: Said {
        en: "Accepted contributions of at least two together expect to move one indicator by more than {claimed_share} % of the change planned \
             from its baseline to its target. A claim that is part of another, as of a project in \
             its programme or of a step in a change that claims it as well, is counted once; of several claims of one giver the largest counts; ideas and stopped work claim nothing. An \
             expectation that names no indicator means the only outcome indicator of what receives it. Cannot tell without \
             a baseline or a target.",
        fr: "Les contributions acceptées d’au moins deux porteurs attendent ensemble d’un indicateur plus de {claimed_share} % de l’évolution \
             prévue entre son départ et sa cible. Une revendication contenue dans une autre, comme celle d’un projet \
             dans son programme ou d’une étape dans un changement qui revendique aussi, ne compte qu’une fois ; de plusieurs revendications d’un même porteur, la plus grande compte ; \
             idées et travaux arrêtés ne revendiquent rien. Une attente qui ne nomme pas d’indicateur vise le seul indicateur \
             de résultat de ce qui la reçoit. Indécidable sans départ ou sans cible.",
    },
    why: Said {
        en: "Each business case is approved on its own, and the same minute or euro pays for several of them. When the sum comes due, it is not there.",
        fr: "Chaque dossier est approuvé pour lui-même, et la même minute ou le même euro en finance plusieurs. Le jour de faire les comptes, la somme n’y est pas.",
    },
    how: Said {
        en: "Bring those who claim to one table, agree on who brings how much, and write it into the contributions until the sum fits the plan.",
        fr: "Réunissez ceux qui revendiquent, convenez de la part de chacun et inscrivez-la dans les contributions jusqu’à ce que la somme tienne dans le plan.",
    },
    thresholds: &[CLAIMED],
    footing: Footing {
        needs: Said {
            en: "an indicator with baseline and target that two contributions claim to move",
            fr: "un indicateur avec départ et cible que deux contributions disent faire bouger",
        },
        there_is: |ctx| {
            by_indicator(ctx).iter().any(|(n, givers)| {
                let track = ctx.track(*n);
                givers.len() > 1 && track.baseline.is_some() && track.target.is_some()
            })
        },
    },
    check: Check::Whole(check),
    cases: include_str!("overclaimed.cases"),
};

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let claims = by_indicator(ctx);
    for (indicator, by_giver) in claims.iter().filter(|(_, it)| it.len() > 1) {
        let track = ctx.track(*indicator);
        let (Some(from), Some(to)) = (track.baseline, track.target) else {
            let givers = outermost(ctx, by_giver, |_| true);
            if givers.len() > 1 {
                let lacks = [track.baseline.is_none(), track.target.is_none()];
                report.add(cannot_tell(ctx, *indicator, &givers, lacks));
            }
            continue;
        };
        let planned = to - from;
        let most = planned * report.value(&CLAIMED) / 100.0;
        let rough: f64 = by_giver
            .values()
            .map(|it| it.likely)
            .filter(|it| it * planned > 0.0)
            .sum();
        if !exceeds(rough, most) {
            continue;
        }
        let givers = outermost(ctx, by_giver, |it| it * planned > 0.0);
        let sum: f64 = givers.iter().map(|(_, it)| it.likely).sum();
        if givers.len() > 1 && exceeds(sum, most) {
            report.add(violated(ctx, *indicator, &givers, sum, planned));
        }
    }
}

fn exceeds(sum: f64, most: f64) -> bool {
    sum.abs() > most.abs() + 1e-9 && sum * most > 0.0
}

/// Who claims, and what.
type Giver = (usize, Claim);

fn link_of<'a>(ctx: &Context<'a>, (giver, claim): &Giver) -> Option<&'a Link> {
    ctx.up(*giver).get(claim.step).map(|step| step.link)
}

fn claim_rows(ctx: &Context<'_>, indicator: usize, givers: &[Giver]) -> Vec<Evidence> {
    let Some(measure) = ctx.element(indicator).indicator() else {
        return Vec::new();
    };
    let mut largest: Vec<&Giver> = givers.iter().collect();
    let size = |it: &Giver| it.1.likely.abs();
    largest.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.0.cmp(&b.0)));
    let rows = largest.into_iter().take(MOST_ROWS).map(|giver| {
        let element = ctx.element(giver.0);
        let name = quoted(&element.title, ctx.lang);
        let change = measured(giver.1.likely, measure, ctx.lang);
        let text = row(say!(
            ctx,
            "{name} claims {change}",
            "{name} revendique {change}"
        ));
        match link_of(ctx, giver) {
            Some(link) => text.of(element).by(link),
            None => text.of(element),
        }
    });
    rows.collect()
}

fn violated<'a>(
    ctx: &Context<'a>,
    indicator: usize,
    givers: &[Giver],
    sum: f64,
    planned: f64,
) -> Verdict<'a> {
    let element = ctx.element(indicator);
    let value = |it| {
        element
            .indicator()
            .map_or_else(String::new, |by| measured(it, by, ctx.lang))
    };
    let (sum_said, plan) = (value(sum), value(planned));
    let (name, count) = (quoted(&element.title, ctx.lang), givers.len());
    let share = percent(sum / planned, ctx.lang);
    Verdict::violated(element)
        .says(say!(
            ctx,
            "{count} contributions together claim {sum_said} on {name}, where {plan} is planned: {share} of the plan.",
            "{count} contributions revendiquent ensemble {sum_said} sur {name}, pour {plan} prévus : {share} du plan."
        ))
        .advises(say!(
            ctx,
            "Agree on a split of {plan} among the {count}, and lower their expectations to it.",
            "Convenez d’un partage de {plan} entre les {count} et ramenez-y leurs attentes."
        ))
        .shows(claim_rows(ctx, indicator, givers))
        .relates(givers.iter().map(|(n, _)| ctx.element(*n)))
        .along(givers.iter().filter_map(|it| link_of(ctx, it)))
}

fn cannot_tell<'a>(
    ctx: &Context<'a>,
    indicator: usize,
    givers: &[Giver],
    [no_baseline, no_target]: [bool; 2],
) -> Verdict<'a> {
    let element = ctx.element(indicator);
    let (name, count) = (quoted(&element.title, ctx.lang), givers.len());
    let cause = if no_baseline { "baseline" } else { "target" };
    let of = |lack| Missing::of(lack, element, ctx.lang);
    let missing = [
        no_baseline.then(|| of(Lack::Baseline)),
        no_target.then(|| of(Lack::Target)),
    ];
    Verdict::cannot_tell(element, missing.into_iter().flatten().collect())
        .says(say!(
            ctx,
            "{count} contributions claim a part of {name}; whether it is more than planned cannot be told without baseline and target.",
            "{count} contributions revendiquent une part de {name} ; sans départ ni cible, on ne peut dire si c’est plus que prévu."
        ))
        .advises(say!(
            ctx,
            "Give {name} a baseline and a target.",
            "Donnez à {name} une valeur de départ et une cible."
        ))
        .shows(claim_rows(ctx, indicator, givers))
        .caused_by(element, cause)
}
