//! M509: a decision that starts, stops or reorders work without options to choose from or without a reason.

use super::choice::{Told, cited, lacking, rationale};
use crate::model::{Decision, Detail, Element, ElementKind, Fate, Known, Maybe, Reason, Ruling};
use crate::rules::context::set_for;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::Verdict;
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Family, Report, Severity};

const AGE: Threshold = Threshold {
    name: "decided_within",
    value: 365.0,
    unit: Said {
        en: "days before the check",
        fr: "jours avant l’examen",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M509",
    name: "decided-without-choice",
    family: Family::Why,
    severity: Severity::Medium,
    title: Said {
        en: "Decisions without a choice or a reason",
        fr: "Décisions sans choix ou sans raison",
    },
    what: Said {
        en: "A decision of the last {decided_within} days, or without a date, that starts, stops or reorders work and has no option that was \
             rejected or postponed, or no rationale. Cannot tell when such a decision cites work and nothing says what it \
             rules, or when its rationale is withheld.",
        fr: "Une décision des {decided_within} derniers jours, ou sans date, qui lance, arrête ou réordonne un travail sans option écartée ou \
             reportée, ou sans motif. Indécidable quand une telle décision cite un travail sans que rien ne dise ce qu’elle \
             tranche, ou quand son motif n’est pas communiqué.",
    },
    why: Said {
        en: "A decision without an alternative is a communication. When the context changes nobody can tell whether it would be \
             taken again, since nobody knows against what it was taken.",
        fr: "Une décision sans alternative est une annonce. Quand le contexte change, nul ne peut dire si on la reprendrait, \
             faute de savoir contre quoi on l’avait prise.",
    },
    how: Said {
        en: "Note at least one option that was not taken and why, if only “do nothing”, and the reason for the choice in a sentence.",
        fr: "Notez au moins une option non retenue et pourquoi, ne serait-ce que « ne rien faire », et la raison du choix en une phrase.",
    },
    thresholds: &[AGE],
    footing: Footing {
        needs: Said {
            en: "recent decisions to start, stop or re-prioritise work",
            fr: "des décisions récentes de lancer, d’arrêter ou de re-prioriser",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Decision], |n| {
                let decision = ctx.element(n).decision();
                decision.is_some_and(|it| is_recent(ctx, it) && sets_priorities(it))
            })
        },
    },
    check: Check::Each(&[ElementKind::Decision], check),
    cases: include_str!("decided_without_choice.cases"),
};

/// Whether a decision was taken, and not too long ago as far as anybody knows.
fn is_recent(ctx: &Context<'_>, decision: &Decision) -> bool {
    let date = decision.decided_on.value();
    let age = date.map(|it| (ctx.as_of - *it).num_days());
    #[expect(
        clippy::cast_possible_truncation,
        reason = "thresholds on time are small"
    )]
    let most = set_for(ctx.settings(), RULE.code, &AGE).round() as i64;
    age.is_none_or(|days| (0..=most).contains(&days))
}

fn sets_priorities(decision: &Decision) -> bool {
    let rulings = [Ruling::Start, Ruling::Stop, Ruling::Reprioritise];
    decision
        .ruling
        .value()
        .is_some_and(|it| rulings.contains(it))
}

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    let Detail::Decision(decision) = &element.detail else {
        return;
    };
    if !is_recent(ctx, decision) {
        return;
    }
    let chosen = decision.options.iter().any(|it| it.fate != Fate::Chosen);
    let reason = rationale(decision);
    if chosen && reason == Told::Yes {
        return;
    }
    match decision.ruling.value() {
        Some(Ruling::Start | Ruling::Stop | Ruling::Reprioritise) => {
            report.add(if chosen && reason == Told::Withheld {
                withheld(ctx, element)
            } else {
                violated(ctx, number, decision, chosen, &reason)
            });
        }
        Some(Ruling::GoOn | Ruling::Other) => {}
        None => {
            let not_required = matches!(&decision.ruling, Some(Maybe::Missing(gap)) if gap.reason == Reason::NotRequired);
            if !not_required && !cited(ctx, number).is_empty() {
                report.add(unruled(ctx, number));
            }
        }
    }
}

fn violated<'a>(
    ctx: &Context<'a>,
    number: usize,
    decision: &Decision,
    chosen: bool,
    reason: &Told,
) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let reasoned = *reason != Told::No;
    let when = decision.decided_on.value().map(|it| day(*it, ctx.lang));
    let lacks = match (chosen, reasoned) {
        (false, false) => say!(
            ctx,
            "without an alternative and without a reason",
            "sans alternative ni motif"
        ),
        (false, true) => say!(ctx, "without an alternative", "sans alternative"),
        (true, _) => say!(ctx, "without a reason", "sans motif"),
    };
    let message = match when {
        Some(when) => say!(
            ctx,
            "{name} was decided on {when} {lacks}.",
            "{name} a été décidé le {when} {lacks}."
        ),
        None => say!(
            ctx,
            "{name} was decided {lacks}.",
            "{name} a été décidé {lacks}."
        ),
    };
    let date = decision.decided_on.value().copied();
    let forum = decision.forum.value().map_or("", String::as_str);
    let work = cited(ctx, number);
    let money = work
        .iter()
        .filter_map(|it| ctx.budget(ctx.number(&it.id)?).cloned());
    let verdict = Verdict::violated(element).stakes(money);
    verdict
        .says(message)
        .advises(if chosen {
            say!(ctx, "Note in one sentence why this option was taken.", "Notez en une phrase pourquoi cette option a été retenue.")
        } else {
            say!(
                ctx,
                "Add at least one option that was rejected or postponed, with its reason, and say why the other was taken.",
                "Ajoutez au moins une option écartée ou reportée, avec sa raison, et dites pourquoi l’autre a été retenue."
            )
        })
        .shows(lacking(ctx, decision, chosen, reasoned).into_iter().map(|it| it.of(element).on(date).from(forum)))
        .relates(work)
}

fn withheld<'a>(ctx: &Context<'a>, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let missing = vec![Missing::of(Lack::Rationale, element, ctx.lang).withheld()];
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "Why {name} was decided cannot be told: its rationale is withheld.",
            "On ne peut dire pourquoi {name} a été décidé : son motif n’est pas communiqué."
        ))
        .advises(say!(
            ctx,
            "Ask for the rationale, at least in a sentence.",
            "Demandez le motif, ne serait-ce qu’en une phrase."
        ))
}

fn unruled<'a>(ctx: &Context<'a>, number: usize) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let missing = vec![Missing::of(Lack::Ruling, element, ctx.lang)];
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "Whether {name} needed a choice cannot be told: nothing says whether it starts, stops or reorders work.",
            "On ne peut dire si {name} appelait un choix : rien ne dit si elle lance, arrête ou réordonne un travail."
        ))
        .advises(say!(
            ctx,
            "Say what it rules: start, go on, stop, reprioritise or other.",
            "Dites ce qu’elle tranche : lancer, poursuivre, arrêter, réordonner ou autre."
        ))
        .relates(cited(ctx, number))
}
