//! D203: an initiative that claims many objectives alike, or gives away more than the whole of its effort.

use crate::model::{Contribution, ElementKind, Link};
use crate::rules::evidence::budget_row;
use crate::rules::footing::{Footing, some_work};
use crate::rules::promised::{claim, strength};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{percent, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

const MANY: Threshold = Threshold {
    name: "equal_objectives",
    value: 5.0,
    unit: Said {
        en: "objectives claimed alike",
        fr: "objectifs visés à égalité",
    },
    source: OURS,
};
const WHOLE: Threshold = Threshold {
    name: "effort_given_away",
    value: 100.0,
    unit: Said {
        en: "% of its effort",
        fr: "% de son effort",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D203",
    name: "spray",
    family: Family::Common,
    severity: Severity::High,
    title: Said {
        en: "Initiatives that claim everything at once",
        fr: "Initiatives qui visent tout à la fois",
    },
    what: Said {
        en: "An open initiative that claims {equal_objectives} objectives or more directly and sets none of them apart: the claims that \
             share its strongest word, and its largest share of effort, are at least {equal_objectives}. Or one whose shares of effort add \
             up to more than {effort_given_away} %. Claims that are proposed or disputed are counted; retired ones and those that are over are not.",
        fr: "Une initiative ouverte qui vise directement au moins {equal_objectives} objectifs sans en distinguer aucun : les contributions qui \
             partagent son mot le plus fort, et sa plus grande part d’effort, sont au moins {equal_objectives}. Ou une initiative dont les parts \
             d’effort dépassent {effort_given_away} % au total. Les contributions proposées ou contestées comptent ; les retirées et les échues, non.",
    },
    why: Said {
        en: "Work that serves everything equally cannot be steered by anything: when time runs short, nobody knows which result \
             to save. Such stars of links make every objective look supported without moving one of them.",
        fr: "Un travail qui sert tout à égalité ne se pilote sur rien : quand le temps manque, nul ne sait quel résultat sauver. \
             Ces étoiles de liens donnent à chaque objectif l’air d’être soutenu sans en faire avancer un seul.",
    },
    how: Said {
        en: "Choose the one or two objectives for which it would be done even if it brought nothing else, and call their \
             contribution strong or decisive. Distribute the effort until it makes 100 %, and retire what remains.",
        fr: "Choisissez l’objectif ou les deux pour lesquels on la ferait même si elle n’apportait rien d’autre, et dites leur \
             contribution forte ou décisive. Répartissez l’effort jusqu’à 100 % et retirez le reste.",
    },
    thresholds: &[MANY, WHOLE],
    footing: Footing {
        needs: Said {
            en: "contributions of work under way",
            fr: "des contributions du travail en cours",
        },
        there_is: |ctx| {
            some_work(ctx, |n| {
                ctx.links_from(n).any(|it| claim(ctx, it).is_some())
            })
        },
    },
    check: Check::Each(&[ElementKind::Initiative], check),
    cases: include_str!("spray.cases"),
};

type Claim<'a> = (&'a Link, &'a Contribution);

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    if ctx.active_initiative(number).is_none() {
        return;
    }
    let claims: Vec<Claim<'a>> = ctx
        .links_from(number)
        .filter_map(|link| Some((link, claim(ctx, link)?)))
        .collect();
    let alike = foremost(ctx, &claims);
    let many = report.count(&MANY);
    if many > 0 && alike.len() >= many {
        report.add(spray(ctx, number, &alike));
    }
    let total: f64 = claims.iter().filter_map(|(_, it)| it.share).sum();
    let whole = report.value(&WHOLE) / 100.0;
    // Ten times a tenth is a little more than one.
    if total > whole + 1e-9 {
        report.add(overdrawn(ctx, number, &claims, total, whole));
    }
}

/// The claims on objectives that no other one outdoes in strength or, being as strong, in effort. What nobody
/// weighed is outdone by whatever was.
fn foremost<'a>(ctx: &Context<'a>, claims: &[Claim<'a>]) -> Vec<Claim<'a>> {
    let to_objective = |link: &Link| {
        let to = ctx.by_id(&link.to);
        to.is_some_and(|it| it.kind() == ElementKind::Objective)
    };
    let mut found: Vec<Claim<'a>> = claims.to_vec();
    found.retain(|(link, _)| to_objective(link));
    let strongest = found.iter().map(|(_, it)| it.strength).max().flatten();
    found.retain(|(_, it)| it.strength == strongest);
    let share = |it: &Contribution| it.share.unwrap_or(0.0);
    let largest = found.iter().map(|(_, it)| share(it)).fold(0.0, f64::max);
    found.retain(|(_, it)| share(it) >= largest);
    found
}

fn claim_rows<'c, 'a: 'c>(
    ctx: &'c Context<'a>,
    claims: &'c [Claim<'a>],
) -> impl Iterator<Item = Evidence> + 'c {
    claims.iter().filter_map(|(link, it)| {
        let to = ctx.by_id(&link.to)?;
        let name = quoted(&to.title, ctx.lang);
        let share = it.share.map(|share| percent(share, ctx.lang));
        let text = match (share, it.strength.map(|word| strength(ctx, word))) {
            (Some(share), _) => say!(
                ctx,
                "{name}: {share} of the effort",
                "{name} : {share} de l’effort"
            ),
            (None, Some(word)) => say!(
                ctx,
                "{name}: {word} contribution",
                "{name} : contribution {word}"
            ),
            (None, None) => say!(
                ctx,
                "{name}: nobody said how strongly",
                "{name} : nul n’a dit avec quelle force"
            ),
        };
        Some(row(text).of(to).by(link))
    })
}

fn spray<'a>(ctx: &Context<'a>, number: usize, alike: &[Claim<'a>]) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let count = alike.len();
    let weighed = alike.iter().any(|(_, it)| it.strength.is_some());
    let message = if weighed {
        say!(
            ctx,
            "{name} claims {count} objectives with the same strength and puts none of them first.",
            "{name} vise {count} objectifs avec la même force et n’en met aucun en avant."
        )
    } else {
        say!(
            ctx,
            "{name} claims {count} objectives, and nobody has said which of them it is for.",
            "{name} vise {count} objectifs, et personne n’a dit pour lequel on la mène."
        )
    };
    Verdict::violated(element)
        .facet("alike")
        .says(message)
        .advises(say!(
            ctx,
            "Call the contribution to one or two of them strong or decisive and the others weaker, or retire some.",
            "Dites forte ou décisive la contribution à l’un ou deux d’entre eux et plus faibles les autres, ou retirez-en."
        ))
        .shows(claim_rows(ctx, alike))
        .shows(budget_row(ctx, number))
        .relates(alike.iter().filter_map(|(link, _)| ctx.by_id(&link.to)))
        .along(alike.iter().map(|(link, _)| *link))
        .stakes(ctx.budget(number).cloned())
}

fn overdrawn<'a>(
    ctx: &Context<'a>,
    number: usize,
    claims: &[Claim<'a>],
    total: f64,
    whole: f64,
) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let total = percent(total, ctx.lang);
    let whole = percent(whole, ctx.lang);
    let shared: Vec<Claim<'a>> = claims
        .iter()
        .copied()
        .filter(|(_, it)| it.share.is_some())
        .collect();
    Verdict::violated(element)
        .facet("effort")
        .says(say!(
            ctx,
            "{name} gives away {total} of its effort.",
            "{name} distribue {total} de son effort."
        ))
        .advises(say!(
            ctx,
            "Bring the shares of its contributions down to {whole} together.",
            "Ramenez à {whole} au total les parts de ses contributions."
        ))
        .shows(claim_rows(ctx, &shared))
        .relates(shared.iter().filter_map(|(link, _)| ctx.by_id(&link.to)))
        .stakes(ctx.budget(number).cloned())
}
