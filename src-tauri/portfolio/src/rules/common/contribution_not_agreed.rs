//! D202: contributions that somebody claims and nobody at the receiving end has answered, or that are disputed.

use crate::model::{Contribution, ElementKind, Known, Link, LinkState};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::promised::{claim, claim_row, is_stopped};
use crate::rules::report::Verdict;
use crate::rules::rule::{Check, Rule, Said, Threshold};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Family, Report, Severity};

const ANSWER: Threshold = Threshold {
    name: "days_to_answer",
    value: 30.0,
    unit: Said {
        en: "days",
        fr: "jours",
    },
    source: Said {
        en: "catchball of hoshin kanri; the number of days is ours",
        fr: "catchball du hoshin kanri ; le délai est un choix de Throughline",
    },
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D202",
    name: "contribution-not-agreed",
    family: Family::Common,
    severity: Severity::Medium,
    title: Said {
        en: "Contributions that are claimed and not agreed",
        fr: "Contributions annoncées et non convenues",
    },
    what: Said {
        en: "A contribution to a priority, an objective, an outcome, a change or a capability that has been proposed for more \
             than {days_to_answer} days and is neither accepted nor disputed, or one that is disputed. Claims of stopped work and \
             contributions that are over are left alone. Cannot tell when a proposal does not say since when it waits.",
        fr: "Une contribution à une priorité, un objectif, un résultat, un changement ou une capacité qui attend depuis plus \
             de {days_to_answer} jours d’être acceptée ou contestée, ou une contribution contestée. Les annonces d’un travail arrêté et les \
             contributions échues ne comptent pas. Indécidable si une proposition ne dit pas de quand elle date.",
    },
    why: Said {
        en: "Work that believes it serves an objective and an objective that does not count on it are two plans. The agreement \
             between the two ends is what turns a list of projects into a strategy that is carried out.",
        fr: "Un travail qui croit servir un objectif et un objectif qui ne compte pas sur lui font deux plans. C’est l’accord \
             entre les deux bouts qui change une liste de projets en stratégie mise en œuvre.",
    },
    how: Said {
        en: "Let the owner of the receiving end accept the contribution, or dispute it in a sentence that says what is missing. \
             Settle what is disputed in the next session, and retire what nobody stands by.",
        fr: "Faites accepter la contribution par le responsable de ce qu’elle sert, ou contester d’une phrase qui dit ce qui \
             manque. Tranchez les contestations à la prochaine séance et retirez ce que personne ne défend.",
    },
    thresholds: &[ANSWER],
    footing: Footing {
        needs: Said {
            en: "contributions to priorities, objectives, outcomes, changes or capabilities",
            fr: "des contributions à des priorités, objectifs, résultats, changements ou capacités",
        },
        there_is: |ctx| some_of(ctx, &RECEIVERS, |n| !claims(ctx, n).is_empty()),
    },
    check: Check::Each(&RECEIVERS, check),
    cases: include_str!("contribution_not_agreed.cases"),
};

/// Whoever owns one of these can say whether a contribution to it is wanted.
const RECEIVERS: [ElementKind; 5] = [
    ElementKind::Priority,
    ElementKind::Objective,
    ElementKind::Outcome,
    ElementKind::Change,
    ElementKind::Capability,
];

type Claim<'a> = (&'a Link, &'a Contribution);

/// What claims to contribute to an element and was not stopped.
fn claims<'a>(ctx: &Context<'a>, number: usize) -> Vec<Claim<'a>> {
    ctx.links_to(number)
        .filter_map(|link| Some((link, claim(ctx, link)?)))
        .filter(|(link, _)| !ctx.by_id(&link.from).is_some_and(is_stopped))
        .collect()
}

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let claims = claims(ctx, number);
    let of = |state: LinkState| -> Vec<Claim<'a>> {
        let some = claims.iter().copied();
        some.filter(|(_, it)| it.state == state).collect()
    };
    let disputed = of(LinkState::Disputed);
    if !disputed.is_empty() {
        report.add(quarrel(ctx, number, &disputed));
    }
    let age = |it: &Contribution| it.proposed_on.map(|day| (ctx.as_of - day).num_days());
    let proposed = of(LinkState::Proposed);
    let (mut late, most) = (proposed.clone(), report.days(&ANSWER));
    late.retain(|(_, it)| age(it).is_some_and(|days| days > most));
    late.sort_by_key(|(_, it)| it.proposed_on);
    let mut undated = proposed;
    undated.retain(|(_, it)| it.proposed_on.is_none());
    if let Some(days) = late.first().and_then(|(_, it)| age(it)) {
        report.add(waiting(ctx, number, &late, days));
    } else if !undated.is_empty() {
        report.add(undecided(ctx, number, &undated));
    }
}

/// What all verdicts share; without an owner nobody is there to answer.
fn on<'a>(
    ctx: &Context<'a>,
    verdict: Verdict<'a>,
    number: usize,
    claims: &[Claim<'a>],
) -> Verdict<'a> {
    let element = ctx.element(number);
    let rows = claims.iter().take(MOST_ROWS);
    let verdict = verdict
        .shows(rows.map(|(link, it)| claim_row(ctx, link, it)))
        .relates(claims.iter().filter_map(|(link, _)| ctx.by_id(&link.from)))
        .along(claims.iter().map(|(link, _)| *link));
    let owner = element.owner.value();
    if owner.is_none_or(|name| name.trim().is_empty()) {
        verdict.caused_by(element, "owner")
    } else {
        verdict
    }
}

fn waiting<'a>(ctx: &Context<'a>, number: usize, late: &[Claim<'a>], days: i64) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let first = late.first().map(|(link, _)| *link);
    let from = first.and_then(|link| ctx.by_id(&link.from));
    let from = quoted(from.map_or("", |it| it.title.as_str()), ctx.lang);
    let message = match late.len() {
        1 => say!(
            ctx,
            "{from} has claimed to contribute to {name} for {days} days, and nobody has accepted or disputed it.",
            "{from} dit contribuer à {name} depuis {days} jours, et personne ne l’a accepté ni contesté."
        ),
        count => say!(
            ctx,
            "{count} claims to contribute to {name} wait for an answer; that of {from} for {days} days.",
            "{count} contributions annoncées à {name} attendent une réponse ; celle de {from}, depuis {days} jours."
        ),
    };
    let advice = say!(
        ctx,
        "Let the owner of {name} accept each claim, or dispute it in a sentence.",
        "Faites accepter chaque annonce par le responsable de {name}, ou contester d’une phrase."
    );
    let verdict = Verdict::violated(element).facet("waiting").says(message);
    on(ctx, verdict.advises(advice), number, late)
}

fn quarrel<'a>(ctx: &Context<'a>, number: usize, disputed: &[Claim<'a>]) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let from = disputed.first().and_then(|(link, _)| ctx.by_id(&link.from));
    let from = quoted(from.map_or("", |it| it.title.as_str()), ctx.lang);
    let message = match disputed.len() {
        1 => say!(
            ctx,
            "Whether {from} contributes to {name} is disputed and not settled.",
            "La contribution de {from} à {name} est contestée, et rien n’est tranché."
        ),
        count => say!(
            ctx,
            "{count} contributions to {name} are disputed and not settled.",
            "{count} contributions à {name} sont contestées, et rien n’est tranché."
        ),
    };
    let verdict = Verdict::violated(element).facet("disputed").says(message);
    let advice = say!(
        ctx,
        "Bring both ends to one table, then accept the contribution with how it works, or retire it.",
        "Réunissez les deux bouts, puis acceptez la contribution en écrivant comment elle agit, ou retirez-la."
    );
    on(ctx, verdict.advises(advice), number, disputed)
}

fn undecided<'a>(ctx: &Context<'a>, number: usize, undated: &[Claim<'a>]) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let froms = undated.iter().filter_map(|(link, _)| ctx.by_id(&link.from));
    let missing = froms.take(MOST_ROWS).map(|giver| {
        let from = quoted(&giver.title, ctx.lang);
        let text = say!(
            ctx,
            "date on which {from} claimed to contribute to {name}",
            "date à laquelle {from} a annoncé contribuer à {name}"
        );
        Missing::said(Lack::ClaimedOn, giver, text)
    });
    let verdict = Verdict::cannot_tell(element, missing.collect())
        .facet("waiting")
        .says(say!(
            ctx,
            "How long proposed contributions to {name} have waited for an answer cannot be told.",
            "On ne peut dire depuis quand les contributions proposées à {name} attendent une réponse."
        ))
        .advises(say!(
            ctx,
            "Accept or dispute them, or write since when they are claimed.",
            "Acceptez-les ou contestez-les, ou notez depuis quand elles sont annoncées."
        ));
    on(ctx, verdict, number, undated)
}
