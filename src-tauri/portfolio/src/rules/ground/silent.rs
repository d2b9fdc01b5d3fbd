//! D304: an open initiative of which nothing was heard for a month or two.

use crate::model::{Date, Element, Initiative, LinkKind, Maybe, Money};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Case, OURS, Rule, Said, Threshold};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

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
             reading of an indicator that measures it, a decision that cites it, a review of its why, an import of its \
             source. Work that starts later is not expected to speak. Cannot tell when nothing about it bears a date.",
        fr: "Une initiative ouverte dont le dernier signe de vie daté remonte à plus de 30 jours (élevé au-delà de 60) : un \
             point d’avancement, le relevé d’un indicateur qui la mesure, une décision qui la cite, une relecture de son \
             pourquoi, un import de sa source. Un travail à venir n’a pas à parler. Indécidable si rien n’est daté.",
    },
    why: Said {
        en: "Silence is not good news. It is where budgets run on by habit and where the next surprise is prepared.",
        fr: "Le silence n’est pas une bonne nouvelle : c’est là que les budgets courent par habitude et que se prépare la prochaine surprise.",
    },
    how: Said {
        en: "Ask its owner for one dated line of status, import the latest file, or close it.",
        fr: "Demandez à son responsable une ligne d’avancement datée, importez le dernier fichier, ou clôturez-la.",
    },
    thresholds: &[SILENT, LONG_SILENT],
    check,
    cases: CASES,
};

/// A dated sign of life.
struct Sign {
    date: Date,
    row: Evidence,
}

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    for (n, element, initiative) in ctx.active() {
        if starts_later(ctx, initiative) {
            continue;
        }
        let budget = ctx.budget(n);
        match last_sign(ctx, element) {
            None => report.add(cannot_tell(ctx, element).stakes(budget.cloned())),
            Some(sign) => {
                let days = (ctx.as_of - sign.date).num_days();
                if days > SILENT.days() {
                    report.add(violated(ctx, element, days, sign, budget));
                }
            }
        }
    }
}

fn starts_later(ctx: &Context<'_>, initiative: &Initiative) -> bool {
    matches!(&initiative.start, Some(Maybe::Known(date)) if *date > ctx.as_of)
}

/// The youngest sign that is not later than the date of the check; on one day, the first in the list below.
fn last_sign<'a>(ctx: &Context<'a>, element: &'a Element) -> Option<Sign> {
    let portfolio = ctx.portfolio;
    let source = |id: &Option<crate::model::SourceId>| {
        id.as_ref()
            .and_then(|id| portfolio.source(id))
            .map_or("", |it| it.title.as_str())
    };
    let statuses = portfolio.statuses_of(&element.id).filter_map(|it| {
        let text = say!(ctx, "Last status report", "Dernier point d’avancement");
        let date = it.date.as_ref().and_then(crate::model::Maybe::known)?;
        Some((*date, text, source(&it.source), None))
    });
    let readings = portfolio
        .links_to(&element.id)
        .filter(|link| link.kind() == LinkKind::Measures)
        .flat_map(|link| portfolio.readings_of(&link.from).map(move |it| (link, it)))
        .map(|(link, it)| {
            let text = say!(ctx, "Last reading", "Dernier relevé");
            let date = it.recorded_at.date_naive();
            (date, text, source(&it.source), Some(link))
        });
    let decisions = portfolio
        .links_to(&element.id)
        .filter(|link| link.kind() == LinkKind::Cites)
        .filter_map(|link| match &portfolio.element(&link.from)?.detail {
            crate::model::Detail::Decision(it) => {
                let text = say!(ctx, "Last decision", "Dernière décision");
                Some((it.decided_on?, text, "", Some(link)))
            }
            _ => None,
        });
    let review = element.why.reviewed_on.map(|date| {
        let text = say!(
            ctx,
            "Last review of its why",
            "Dernière relecture du pourquoi"
        );
        (date, text, "", None)
    });
    let import = ctx.origin(element).and_then(|(title, date)| {
        let text = say!(
            ctx,
            "Last import of its source",
            "Dernier import de sa source"
        );
        Some((date?, text, title, None))
    });
    statuses
        .chain(readings)
        .chain(decisions)
        .chain(review)
        .chain(import)
        .filter(|(date, ..)| *date <= ctx.as_of)
        .reduce(|last, next| if next.0 > last.0 { next } else { last })
        .map(|(date, text, title, link)| {
            let row = row(text).of(element).on(Some(date)).from(title);
            let row = match link {
                Some(link) => row.by(link),
                None => row,
            };
            Sign { date, row }
        })
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
    let severity = if days > LONG_SILENT.days() {
        Severity::High
    } else {
        Severity::Medium
    };
    Verdict::violated(element)
        .at(severity)
        .says(say!(
            ctx,
            "Nothing was heard of {name} for {days} days, since {date}.",
            "Rien n’a été dit de {name} depuis {days} jours, le {date}."
        ))
        .advises(say!(
            ctx,
            "Record a status dated after {date}, import the latest file, or close it.",
            "Notez un point d’avancement postérieur au {date}, importez le dernier fichier, ou clôturez-la."
        ))
        .shows([sign.row])
        .stakes(budget.cloned())
}

fn cannot_tell<'a>(ctx: &Context<'a>, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let mut missing = Vec::new();
    let mut rows = Vec::new();
    for report in ctx.portfolio.statuses_of(&element.id) {
        if report.date.is_none() {
            let said = quoted(&report.said, ctx.lang);
            missing.push(say!(
                ctx,
                "date of the status report {said}",
                "date du point d’avancement {said}"
            ));
            rows.push(
                row(say!(
                    ctx,
                    "Status report {said} without a date",
                    "Point d’avancement {said} sans date"
                ))
                .of(element),
            );
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
            "On ne peut dire depuis quand {name} se tait : rien n’y porte de date."
        ))
        .advises(say!(
            ctx,
            "Record one dated status report, or import it from its source.",
            "Notez un point d’avancement daté, ou importez-le de sa source."
        ))
        .shows(rows)
}

const CASES: &[Case] = &[
    Case {
        name: "thirty_one_days_of_silence_are_too_many_thirty_are_not",
        portfolio: r#"
            as_of 2026-11-22
            initiative a "Heard a month ago" state=active
            status a 2026-10-23 it green
            initiative b "Heard a day earlier" state=active  # D304:medium
            status b 2026-10-22 it green
        "#,
    },
    Case {
        name: "sixty_one_days_are_high_sixty_are_medium",
        portfolio: r#"
            as_of 2026-11-22
            initiative a "Sixty" state=active  # D304:medium
            status a 2026-09-23 business red
            initiative b "Sixty-one" state=active  # D304:high
            status b 2026-09-22 business red
        "#,
    },
    Case {
        name: "a_reading_a_decision_a_review_or_an_import_is_a_sign_of_life",
        portfolio: r#"
            as_of 2026-11-22
            source    pmo "Project register"
            import    pmo 2026-11-02
            initiative a "Measured" state=active
            indicator  k "Desks in use" measures a
            reading    k 2026-10-31 12 recorded=2026-11-03
            initiative b "Decided on" state=active
            decision   d "Go on" decided=2026-11-05 cites b
            initiative c "Reviewed" state=active why="Because of the queue" reviewed=2026-11-10
            initiative e "Imported" state=active key=pmo:P-17
            initiative f "None of these" state=active  # D304?
        "#,
    },
    Case {
        name: "what_lies_in_the_future_is_not_a_sign_yet",
        portfolio: r#"
            as_of 2026-11-22
            initiative a "Reported tomorrow" state=active  # D304?
            status a 2026-11-23 it green
        "#,
    },
    Case {
        name: "only_open_work_that_has_started_must_speak",
        portfolio: r#"
            as_of 2026-11-22
            initiative a "Delivered" state=delivered
            initiative b "Starts next week" state=planned start=2026-11-29
            initiative c "Started, no date given" state=active start=unknown:tbd  # D304?
        "#,
    },
    Case {
        name: "a_report_without_a_date_names_what_is_missing",
        portfolio: r#"
            as_of 2026-11-22
            initiative a "Rated only" state=active  # D304?
            status a - business amber "Medium High"
        "#,
    },
];
