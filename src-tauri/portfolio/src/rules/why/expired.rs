//! M506: a why whose driver, assumption or own last day has passed, or that nobody has read again for a year.

use super::grounds::{Ground, another_stands, end_untold, grounds};
use crate::model::{Date, Detail, Element, ElementKind, Known};
use crate::rules::evidence::budget_row;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Family, Report, Severity};
use chrono::Months;

const REVIEW: Threshold = Threshold {
    name: "review_months",
    value: 12.0,
    unit: Said {
        en: "months without a review",
        fr: "mois sans relecture",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M506",
    name: "expired",
    family: Family::Why,
    severity: Severity::High,
    title: Said {
        en: "Whys that have expired",
        fr: "Pourquoi périmés",
    },
    what: Said {
        en: "Active work, a priority, an objective or what lies between whose driver, assumption (its own or that of an accepted \
             contribution) or date on the why card has passed: high, and medium where another reason still stands. Or a why \
             that was last accepted or reviewed more than {review_months} months ago: medium. Cannot tell when the end of a driver is known \
             to exist and not given, or when a card was accepted without a date.",
        fr: "Un travail actif, une priorité, un objectif ou ce qui les relie, dont le moteur, l’hypothèse (la sienne ou celle d’une \
             contribution acceptée) ou la date portée sur la carte du pourquoi est passée : élevé, et moyen si une autre raison \
             tient encore. Ou un pourquoi accepté ou relu pour la dernière fois il y a plus de {review_months} mois : moyen. Indécidable quand \
             la fin d’un moteur existe sans être donnée, ou quand une carte a été acceptée sans date.",
    },
    why: Said {
        en: "Work outlives its reason: the subsidy ends, the law is repealed, the market turns, and the project goes on because \
             it is going on. What was right two years ago is not wrong, but somebody should say that it is still right.",
        fr: "Un projet survit à sa raison : la subvention s’éteint, la loi est abrogée, le marché se retourne, et l’on continue \
             parce qu’on avait commencé. Ce qui était juste il y a deux ans n’est pas faux, mais quelqu’un doit dire que cela l’est encore.",
    },
    how: Said {
        en: "Read the why again with its sponsor: confirm it with a date, replace the driver that has passed, or stop the work.",
        fr: "Relisez le pourquoi avec son commanditaire : confirmez-le avec une date, remplacez le moteur dépassé, ou arrêtez.",
    },
    thresholds: &[REVIEW],
    footing: Footing {
        needs: Said {
            en: "a why with a date of its own, or drivers and assumptions with a last day",
            fr: "un pourquoi daté, ou des moteurs et des hypothèses avec un dernier jour",
        },
        there_is: |ctx| some_of(ctx, &KINDS, |n| is_dated(ctx, n)),
    },
    check: Check::Each(&KINDS, check),
    cases: include_str!("expired.cases"),
};

/// What has a why that can grow old.
const KINDS: [ElementKind; 6] = [
    ElementKind::Priority,
    ElementKind::Objective,
    ElementKind::Outcome,
    ElementKind::Change,
    ElementKind::Capability,
    ElementKind::Initiative,
];

fn is_over(ctx: &Context<'_>, number: usize) -> bool {
    match &ctx.element(number).detail {
        Detail::Initiative(_) => ctx.active_initiative(number).is_none(),
        Detail::Outcome(it) => it.realised_on.value().is_some(),
        _ => false,
    }
}

/// Whether a why, or what it stands on, has a day that can pass.
fn is_dated(ctx: &Context<'_>, number: usize) -> bool {
    let why = &ctx.element(number).why;
    let day = why.until.or(why.reviewed_on).or(why.accepted_on);
    let own = day.is_some() && !why.is_empty();
    !is_over(ctx, number) && (own || grounds(ctx, number).iter().any(|it| it.until().is_some()))
}

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    if is_over(ctx, number) {
        return;
    }
    let why = &element.why;
    let grounds = grounds(ctx, number);
    let passed = |it: &&Ground<'_>| it.until().is_some_and(|end| end < ctx.as_of);
    let gone: Vec<&Ground<'_>> = grounds.iter().filter(passed).collect();
    let card = why.until.filter(|end| *end < ctx.as_of && !why.is_empty());
    if !gone.is_empty() || card.is_some() {
        report.add(expired(ctx, number, &gone, card));
        return;
    }
    let read = why.reviewed_on.max(why.accepted_on);
    let months = u32::try_from(report.days(&REVIEW)).unwrap_or(0);
    let due = read.and_then(|it| it.checked_add_months(Months::new(months)));
    if let (Some(read), Some(due)) = (read, due)
        && due < ctx.as_of
        && !why.is_empty()
    {
        report.add(unread(ctx, element, read));
    } else if let Some((ground, gap)) = grounds.iter().find_map(|it| Some((it, it.untold()?))) {
        report.add(end_untold(ctx, element, ground, gap));
    } else if read.is_none() && !why.is_empty() && !why.accepted_by.trim().is_empty() {
        report.add(undated(ctx, element));
    }
}

fn expired<'a>(
    ctx: &Context<'a>,
    number: usize,
    gone: &[&Ground<'a>],
    card: Option<Date>,
) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let stands = card.is_none() && another_stands(ctx, number);
    let (message, cause, field) = match (gone, card) {
        ([first, ..], _) => {
            let ground = quoted(&first.element.title, ctx.lang);
            let end = first
                .until()
                .map(|it| day(it, ctx.lang))
                .unwrap_or_default();
            let message = say!(
                ctx,
                "{name} still goes by {ground}, which ended on {end}.",
                "{name} s’appuie encore sur {ground}, qui a pris fin le {end}."
            );
            (message, first.element, "valid_until")
        }
        ([], card) => {
            let end = card.map(|it| day(it, ctx.lang)).unwrap_or_default();
            let message = say!(
                ctx,
                "The why of {name} was to hold until {end}.",
                "Le pourquoi de {name} ne valait que jusqu’au {end}."
            );
            (message, element, "why_until")
        }
    };
    let on_card = card.map(|end| {
        let text = say!(
            ctx,
            "Last day on the why card",
            "Dernier jour porté sur la carte du pourquoi"
        );
        row(text).of(element).on(Some(end))
    });
    Verdict::violated(element)
        .at(if stands { Severity::Medium } else { Severity::High })
        .says(message)
        .advises(say!(
            ctx,
            "Name what makes {name} necessary today, or confirm the old reason with a new end date; else stop it.",
            "Nommez ce qui rend {name} nécessaire aujourd’hui, ou reconduisez l’ancienne raison avec une nouvelle date de fin ; sinon, arrêtez."
        ))
        .shows(gone.iter().map(|it| it.row.clone()))
        .shows(on_card)
        .shows(budget_row(ctx, number))
        .relates(gone.iter().map(|it| it.element))
        .stakes(ctx.budget(number).cloned())
        .caused_by(cause, field)
}

fn unread<'a>(ctx: &Context<'a>, element: &'a Element, read: Date) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let date = day(read, ctx.lang);
    let said = quoted(element.why.text.trim(), ctx.lang);
    Verdict::violated(element)
        .at(Severity::Medium)
        .says(say!(
            ctx,
            "Nobody has read the why of {name} again since {date}.",
            "Personne n’a relu le pourquoi de {name} depuis le {date}."
        ))
        .advises(say!(
            ctx,
            "Read it with its sponsor and note the date of the review, or stop what it justified.",
            "Relisez-le avec son commanditaire et notez la date de la relecture, ou arrêtez ce qu’il justifiait."
        ))
        .shows([row(say!(ctx, "Why: {said}", "Pourquoi : {said}")).of(element).on(Some(read))])
        .caused_by(element, "why_reviewed")
}

fn undated<'a>(ctx: &Context<'a>, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let who = element.why.accepted_by.trim();
    let text = say!(
        ctx,
        "date on which the why of {name} was accepted",
        "date d’acceptation du pourquoi de {name}"
    );
    let missing = vec![Missing::said(Lack::WhyAcceptedOn, element, text)];
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "How old the why of {name} is cannot be told: {who} accepted it without a date.",
            "On ne peut dire de quand date le pourquoi de {name} : {who} l’a accepté sans date."
        ))
        .advises(say!(
            ctx,
            "Note when it was accepted or last reviewed.",
            "Notez la date de son acceptation ou de sa dernière relecture."
        ))
        .shows([row(say!(ctx, "Accepted by {who}", "Accepté par {who}")).of(element)])
        .caused_by(element, "why_reviewed")
}
