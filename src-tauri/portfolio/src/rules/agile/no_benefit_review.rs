//! M407: a benefit that nobody has planned to look at, or so late that nobody will remember what was meant.

use super::review::{look, work};
use crate::model::{Date, Detail, Element, ElementKind, Known};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Missing, missing_words};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said, Threshold};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

const LATEST: Threshold = Threshold {
    name: "latest_review",
    value: 365.0,
    unit: Said {
        en: "days after delivery",
        fr: "jours après la livraison",
    },
    source: Said {
        en: "post-implementation reviews of public bodies: after 6 to 18 months",
        fr: "bilans après mise en œuvre des organismes publics : après 6 à 18 mois",
    },
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M407",
    name: "no-benefit-review",
    family: Family::Agile,
    severity: Severity::Medium,
    title: Said {
        en: "Benefits that nobody has planned to review",
        fr: "Bénéfices sans revue prévue",
    },
    what: Said {
        en: "An outcome that open or delivered initiatives lead to, not yet declared to have come true, that has no review date, \
             no reviewer, or a review planned more than {latest_review} days after the last of these initiatives delivers. Cannot tell when \
             a date or a reviewer is withheld, or when nothing says when any of these initiatives delivers.",
        fr: "Un résultat vers lequel mènent des initiatives ouvertes ou livrées, pas encore déclaré atteint, sans date de revue, sans \
             personne chargée de la revue, ou dont la revue est prévue plus de {latest_review} jours après la livraison de la dernière de ces \
             initiatives. Indécidable quand une date ou un nom n’est pas communiqué, ou quand rien ne dit quand l’une d’elles livre.",
    },
    why: Said {
        en: "Benefits come after the project has been disbanded. Without a date and a name in the calendar nobody is left who \
             would look, and the business case is never held against what happened.",
        fr: "Les bénéfices viennent une fois l’équipe dissoute. Sans date ni nom à l’agenda, il ne reste personne pour regarder, et le \
             dossier d’investissement n’est jamais confronté à la réalité.",
    },
    how: Said {
        en: "Plan a first review about 120 days after delivery and a second within the year, and put the name of whoever holds it beside the date.",
        fr: "Prévoyez une première revue vers 120 jours après la livraison et une seconde dans l’année, avec le nom de qui la tient.",
    },
    thresholds: &[LATEST],
    footing: Footing {
        needs: Said {
            en: "outcomes not yet come true, and work that leads to them",
            fr: "des résultats pas encore atteints, et du travail qui y mène",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Outcome], |n| {
                let outcome = ctx.element(n).outcome();
                outcome.is_some_and(|it| it.realised_on.value().is_none())
                    && !work(ctx, n).is_empty()
            })
        },
    },
    check: Check::Each(&[ElementKind::Outcome], check),
    cases: include_str!("no_benefit_review.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    let Detail::Outcome(outcome) = &element.detail else {
        return;
    };
    let work = work(ctx, number);
    if outcome.realised_on.value().is_some() || work.is_empty() {
        return;
    }
    let found = look(ctx, element, outcome, &work, report.days(&LATEST));
    if !found.faults.is_empty() {
        report.add(violated(ctx, element, &found.faults, &work));
    } else if !found.unknown.is_empty() {
        report.add(cannot_tell(ctx, element, found.unknown));
    }
}

fn violated<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    faults: &[String],
    work: &[(&'a Element, Option<Date>)],
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let list = faults.join(say!(ctx, " and ", " et ").as_str());
    let last = work.iter().filter_map(|(_, day)| *day).max();
    let advice = match last.map(|it| day(it, ctx.lang)) {
        Some(last) => say!(
            ctx,
            "Plan a review of {name} about 120 days and at most a year after {last}, and name who holds it.",
            "Prévoyez une revue de {name} vers 120 jours et au plus un an après le {last}, et nommez qui la tient."
        ),
        None => say!(
            ctx,
            "Plan a review of {name} about 120 days after delivery, and name who holds it.",
            "Prévoyez une revue de {name} vers 120 jours après la livraison, et nommez qui la tient."
        ),
    };
    let outcome = element.outcome();
    let review = outcome.and_then(|it| it.review_on.value()).map(|date| {
        let text = say!(ctx, "Review planned", "Revue prévue");
        row(text).of(element).on(Some(*date))
    });
    let rows = work
        .iter()
        .take(MOST_ROWS)
        .map(|(it, day)| -> Evidence { row(delivers(ctx, it, *day)).of(it).on(*day) });
    Verdict::violated(element)
        .says(say!(ctx, "{name}: {list}.", "{name} : {list}."))
        .advises(advice)
        .shows(review)
        .shows(rows)
        .relates(work.iter().map(|(it, _)| *it))
        .stakes(outcome.and_then(|it| it.expected_value.value()).cloned())
        .caused_by(element, "review_on")
}

/// What an initiative does, did or should have done on the day beside it.
fn delivers(ctx: &Context<'_>, element: &Element, on: Option<Date>) -> String {
    let title = quoted(&element.title, ctx.lang);
    let delivered = ctx.number(&element.id).and_then(|n| ctx.delivered_on(n));
    match on.filter(|it| *it < ctx.as_of) {
        _ if delivered.is_some() => say!(ctx, "{title} delivered", "{title} a livré"),
        Some(_) => say!(ctx, "{title} was to deliver", "{title} devait livrer"),
        None => say!(ctx, "{title} delivers", "{title} livre"),
    }
}

fn cannot_tell<'a>(ctx: &Context<'a>, element: &'a Element, missing: Vec<Missing>) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let fields = missing_words(&missing);
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "Whether {name} will be reviewed in time cannot be told.",
            "On ne peut dire si {name} sera revu à temps."
        ))
        .advises(say!(ctx, "Fill in: {fields}.", "Renseignez : {fields}."))
}
