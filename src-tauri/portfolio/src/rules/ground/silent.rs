//! D304: an open initiative of which nothing was heard for a month or two.

use crate::model::{Element, ElementKind, Initiative, Maybe, Money};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::signs::{Sign, last_sign};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Family, Report, Severity};

const DAYS: Said = Said {
    en: "days",
    fr: "jours",
};
const SILENT: Threshold = Threshold {
    name: "silence",
    value: 30.0,
    unit: DAYS,
    source: OURS,
};
const LONG_SILENT: Threshold = Threshold {
    name: "silence_high",
    value: 60.0,
    unit: DAYS,
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D304",
    name: "silent",
    family: Family::Ground,
    severity: Severity::Medium,
    title: Said {
        en: "Open initiatives that have fallen silent",
        fr: "Initiatives ouvertes devenues muettes",
    },
    what: Said {
        en: "An open initiative whose last dated sign of life is more than 30 days old (high above 60): a status report, a \
             reading of an indicator that measures it, a decision that cites it, a review of its why. That its row came \
             with an import is none. Work that starts later is not expected to speak. Cannot tell when nothing about it bears a date.",
        fr: "Une initiative ouverte dont le dernier signe de vie daté remonte à plus de 30 jours (élevé au-delà de 60) : un \
             point d’avancement, le relevé d’un indicateur qui la mesure, une décision qui la cite, une relecture de son \
             pourquoi. Que sa ligne figure dans un import n’en est pas un. Un travail à venir n’a pas à parler. Indécidable si rien n’est daté.",
    },
    why: Said {
        en: "Silence is not good news. It is where budgets run on by habit and where the next surprise is prepared.",
        fr: "Le silence n’est pas une bonne nouvelle : c’est là que les budgets courent par habitude et que se prépare la prochaine surprise.",
    },
    how: Said {
        en: "Ask its owner for one dated line of status, or close it.",
        fr: "Demandez à son responsable une ligne d’avancement datée, ou clôturez-la.",
    },
    thresholds: &[SILENT, LONG_SILENT],
    check: Check::Each(&[ElementKind::Initiative], check),
    cases: include_str!("silent.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    let Some(initiative) = ctx.active_initiative(number) else {
        return;
    };
    if starts_later(ctx, initiative) {
        return;
    }
    let budget = ctx.budget(number);
    match last_sign(ctx, number) {
        None => report.add(cannot_tell(ctx, number, element).stakes(budget.cloned())),
        Some(sign) => {
            let days = (ctx.as_of - sign.date).num_days();
            if days > report.days(&SILENT) {
                let severity = if days > report.days(&LONG_SILENT) {
                    Severity::High
                } else {
                    Severity::Medium
                };
                report.add(violated(ctx, element, days, sign, budget).at(severity));
            }
        }
    }
}

fn starts_later(ctx: &Context<'_>, initiative: &Initiative) -> bool {
    matches!(&initiative.start, Some(Maybe::Known(date)) if *date > ctx.as_of)
}

fn violated<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    days: i64,
    sign: Sign,
    budget: Option<&Money>,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let date = day(sign.date, ctx.lang);
    Verdict::violated(element)
        .says(say!(
            ctx,
            "Nothing has been heard of {name} for {days} days, since {date}.",
            "Aucune nouvelle de {name} depuis {days} jours, soit depuis le {date}."
        ))
        .advises(say!(
            ctx,
            "Record a status dated after {date}, or close it.",
            "Notez un point d’avancement postérieur au {date}, ou clôturez-la."
        ))
        .shows([sign.row])
        .stakes(budget.cloned())
}

fn cannot_tell<'a>(ctx: &Context<'a>, number: usize, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let mut missing = Vec::new();
    let mut rows = Vec::new();
    for report in ctx.statuses(number) {
        if report.date.as_ref().and_then(Maybe::known).is_none() {
            let (field, text) = undated(ctx, report.said.trim());
            missing.push(Missing::said(Lack::StatusDate, element, field));
            rows.push(row(text).of(element));
        }
    }
    if missing.is_empty() {
        let text = say!(
            ctx,
            "dated status report of {name}",
            "point d’avancement daté de {name}"
        );
        missing.push(Missing::said(Lack::StatusDate, element, text));
    }
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "How long {name} has been silent cannot be told: nothing about it bears a date.",
            "On ne peut dire depuis quand {name} se tait : rien n’y porte de date."
        ))
        .advises(say!(
            ctx,
            "Record one dated status report, or import a list that carries the date of its ratings.",
            "Notez un point d’avancement daté, ou importez une liste qui porte la date de ses évaluations."
        ))
        .shows(rows)
}

/// The day that a report lacks, as a missing field and as a row; by its words, where it has any.
fn undated(ctx: &Context<'_>, said: &str) -> (String, String) {
    if said.is_empty() {
        let field = say!(
            ctx,
            "date of a status report",
            "date d’un point d’avancement"
        );
        let text = say!(
            ctx,
            "Status report without a date",
            "Point d’avancement sans date"
        );
        return (field, text);
    }
    let said = quoted(said, ctx.lang);
    let field = say!(
        ctx,
        "date of the status report {said}",
        "date du point d’avancement {said}"
    );
    let text = say!(
        ctx,
        "Status report {said} without a date",
        "Point d’avancement {said} sans date"
    );
    (field, text)
}
