//! D304: an open initiative of which nothing was heard for a month or two.

use crate::model::{Date, Element, ElementKind, Initiative, Maybe, Money};
use crate::rules::context::{Sum, Turn, set_for};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::signs::{Sign, last_sign};
use crate::rules::together::Together;
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use rust_decimal::Decimal;

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
const FEWEST: Threshold = Threshold {
    name: "fewest_undated",
    value: 5.0,
    unit: Said {
        en: "open initiatives without a date",
        fr: "initiatives ouvertes sans date",
    },
    source: OURS,
};
const SHARE: Threshold = Threshold {
    name: "share_undated",
    value: 50.0,
    unit: Said {
        en: "% of those that should speak",
        fr: "% de celles qui devraient parler",
    },
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
             with an import is none. Work that starts later is not expected to speak. Cannot tell when nothing about it bears a date; where that is \
             true of at least 5 initiatives, and of 50 % of all, it is asked once of the portfolio instead of each.",
        fr: "Une initiative ouverte dont le dernier signe de vie daté remonte à plus de 30 jours (élevé au-delà de 60) : un \
             point d’avancement, le relevé d’un indicateur qui la mesure, une décision qui la cite, une relecture de son \
             pourquoi. Que sa ligne figure dans un import n’en est pas un. Un travail à venir n’a pas à parler. Indécidable si rien n’est daté ; si c’est le \
             cas d’au moins 5 initiatives, et de 50 % de toutes, on le demande une fois au portefeuille et non à chacune.",
    },
    why: Said {
        en: "Silence is not good news. It is where budgets run on by habit and where the next surprise is prepared.",
        fr: "Le silence n’est pas une bonne nouvelle : c’est là que les budgets courent par habitude et que se prépare la prochaine surprise.",
    },
    how: Said {
        en: "Ask its owner for one dated line of status, or close it.",
        fr: "Demandez à son responsable une ligne d’avancement datée, ou clôturez-la.",
    },
    thresholds: &[SILENT, LONG_SILENT, FEWEST, SHARE],
    check: Check::Both(&[ElementKind::Initiative], each, whole),
    cases: include_str!("silent.cases"),
};

/// Initiatives that should speak, by whether anything about them bears a date.
pub(in crate::rules) const SIGNS: Sum = Sum {
    place: 7,
    part: |ctx, n| {
        speaking(ctx, n)?;
        let dated = last_sign(ctx, n).is_some();
        Some((if dated { "dated" } else { "undated" }, Decimal::ONE))
    },
};

/// The list that most work comes from carries no date of its ratings.
pub(in crate::rules) const MOSTLY_UNDATED: Turn = Turn {
    place: 2,
    holds: |sums, settings| {
        let set = |threshold| set_for(settings, RULE.code, threshold);
        sums.is_most(&SIGNS, ["undated", "dated"], set(&FEWEST), set(&SHARE))
    },
};

/// The initiative, when it is open and has begun, as far as anybody knows.
fn speaking<'a>(ctx: &Context<'a>, number: usize) -> Option<&'a Initiative> {
    let initiative = ctx.active_initiative(number)?;
    (!starts_later(ctx, initiative)).then_some(initiative)
}

fn each<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let Some(initiative) = speaking(ctx, number) else {
        return;
    };
    let element = ctx.element(number);
    let budget = ctx.budget(number);
    match last_sign(ctx, number) {
        None if ctx.turned(&MOSTLY_UNDATED) => {}
        None => report.add(cannot_tell(ctx, number, element).stakes(budget.cloned())),
        Some(sign) => {
            let days = (ctx.as_of - sign.date).num_days();
            if days > report.days(&SILENT) {
                let severity = if days > report.days(&LONG_SILENT) {
                    Severity::High
                } else {
                    Severity::Medium
                };
                let verdict = violated(ctx, element, days, sign, budget);
                report.add(verdict.shows(overdue(ctx, initiative)).at(severity));
            }
        }
    }
}

fn whole<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    if !ctx.turned(&MOSTLY_UNDATED) {
        return;
    }
    let open = ctx.active().map(|(n, ..)| n);
    let undated = open.filter(|n| speaking(ctx, *n).is_some() && last_sign(ctx, *n).is_none());
    report.add(all_undated(ctx, &Together::of(ctx, undated.collect())));
}

fn all_undated<'a>(ctx: &Context<'a>, them: &Together) -> Verdict<'a> {
    let count = them.count();
    let missing = say!(
        ctx,
        "dates of the status reports of initiatives: {count}",
        "dates des points d’avancement d’initiatives : {count}"
    );
    let ends = them.numbers().iter().filter_map(|n| {
        let it = ctx.element(*n).initiative();
        it.and_then(|it| passed(ctx, it))
    });
    let late = ends.count();
    let late = (late > 0).then(|| {
        row(say!(
            ctx,
            "Past their end date: {late}",
            "Date de fin dépassée : {late}"
        ))
    });
    let verdict = Verdict::cannot_tell_of_all("undated", vec![missing])
        .says(say!(
            ctx,
            "How long {count} open initiatives have been silent cannot be told: nothing about them bears a date.",
            "On ne peut dire depuis quand {count} initiatives ouvertes se taisent : rien n’y porte de date."
        ))
        .advises(say!(
            ctx,
            "Give the list the date of its ratings when it is imported, or record a dated status of the largest.",
            "Donnez à la liste la date de ses évaluations lors de l’import, ou notez un point d’avancement daté des plus grosses."
        ));
    them.shown(ctx, verdict).shows(late)
}

/// The end of open work, when it lies behind us.
fn passed(ctx: &Context<'_>, initiative: &Initiative) -> Option<Date> {
    let end = initiative.end.as_ref().and_then(Maybe::known);
    end.copied().filter(|it| *it < ctx.as_of)
}

/// Whoever chases a silent initiative wants to know that it should be over.
fn overdue(ctx: &Context<'_>, initiative: &Initiative) -> Option<Evidence> {
    let end = passed(ctx, initiative)?;
    let text = say!(ctx, "It was to end", "Elle devait s’achever");
    Some(row(text).on(Some(end)))
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
            missing.push(field);
            rows.push(row(text).of(element));
        }
    }
    if missing.is_empty() {
        missing.push(say!(
            ctx,
            "dated status report of {name}",
            "point d’avancement daté de {name}"
        ));
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
