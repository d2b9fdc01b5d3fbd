//! D402: an outcome that nobody on the business side answers for, or whose owner has not accepted it.

use crate::model::{Element, ElementKind, Known, Maybe, Reason};
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, gap_words, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{day, money, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D402",
    name: "benefit-without-owner",
    family: Family::Value,
    severity: Severity::High,
    title: Said {
        en: "Outcomes that nobody answers for",
        fr: "Résultats dont personne ne répond",
    },
    what: Said {
        en: "An outcome without a business owner, or whose business owner has not accepted it by a date that is past. Who answers \
             for the work is not meant, but who has the benefit and must change something to get it. Cannot tell when the name \
             or the date of acceptance is withheld.",
        fr: "Un résultat sans responsable métier, ou que son responsable n’a pas accepté à une date passée. Il ne s’agit pas de \
             qui mène le travail, mais de qui en aura le bénéfice et doit changer quelque chose pour l’obtenir. Indécidable si le \
             nom ou la date d’acceptation n’est pas communiqué.",
    },
    why: Said {
        en: "Projects deliver things; only the business can turn them into a benefit. Where nobody has put a name to it, the \
             benefit is lost on the day the project team goes home.",
        fr: "Les projets livrent des moyens ; seul le métier peut en tirer un bénéfice. Si personne n’y a mis son nom, le \
             bénéfice se perd le jour où l’équipe projet se sépare.",
    },
    how: Said {
        en: "Name one person on the business side and let them accept the value and the date in writing. If nobody will, that is \
             the finding: take the value out of the case.",
        fr: "Nommez une personne du métier et faites-lui accepter par écrit la valeur et l’échéance. Si personne ne s’y engage, \
             c’est là le constat : retirez cette valeur du dossier.",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "outcomes",
            fr: "des résultats attendus",
        },
        there_is: |ctx| some_of(ctx, &[ElementKind::Outcome], |_| true),
    },
    check: Check::Each(&[ElementKind::Outcome], check),
    cases: include_str!("benefit_without_owner.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    let Some(it) = element.outcome() else {
        return;
    };
    let owner = it.business_owner.value().map(|name| name.trim());
    let withheld = |reason| reason == Some(Reason::Withheld);
    let Some(owner) = owner.filter(|name| !name.is_empty()) else {
        report.add(if withheld(reason(&it.business_owner)) {
            undecided(ctx, element, Lack::BusinessOwner)
        } else {
            nobody(ctx, element)
        });
        return;
    };
    match it.accepted_on.value() {
        Some(day) if *day <= ctx.as_of => {}
        None if withheld(reason(&it.accepted_on)) => {
            report.add(undecided(ctx, element, Lack::AcceptedOn));
        }
        _ => report.add(unaccepted(ctx, element, owner)),
    }
}

fn reason<T>(field: &Option<Maybe<T>>) -> Option<Reason> {
    match field {
        Some(Maybe::Missing(gap)) => Some(gap.reason),
        _ => None,
    }
}

/// What is expected of the outcome, and who is named elsewhere.
fn rows<'a>(ctx: &Context<'a>, element: &'a Element) -> Vec<Evidence> {
    let mut rows = Vec::new();
    let outcome = element.outcome();
    if let Some(Maybe::Missing(gap)) = outcome.and_then(|it| it.business_owner.as_ref()) {
        let why = gap_words(ctx, gap.reason, &gap.said);
        rows.push(say!(
            ctx,
            "Business owner: {why}",
            "Responsable métier : {why}"
        ));
    }
    if let Some(value) = outcome.and_then(|it| it.expected_value.value()) {
        let value = money(value, ctx.lang);
        rows.push(say!(
            ctx,
            "Expected value {value}",
            "Valeur attendue : {value}"
        ));
    }
    let name = element.owner.value().map(|name| name.trim());
    if let Some(name) = name.filter(|name| !name.is_empty()) {
        rows.push(say!(
            ctx,
            "{name} looks after the entry",
            "{name} tient la fiche"
        ));
    }
    let rows = rows.into_iter();
    rows.map(|text| row(text).imported(ctx, element)).collect()
}

fn nobody<'a>(ctx: &Context<'a>, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let value = element.outcome().and_then(|it| it.expected_value.value());
    let message = match value.map(|it| money(it, ctx.lang)) {
        Some(sum) => say!(
            ctx,
            "{name} is to be worth {sum}, and nobody in the business answers for it.",
            "{name} doit valoir {sum}, et personne au métier n’en répond."
        ),
        None => say!(
            ctx,
            "Nobody in the business answers for {name}.",
            "Personne au métier ne répond de {name}."
        ),
    };
    Verdict::violated(element)
        .facet("nobody")
        .says(message)
        .advises(say!(
            ctx,
            "Name the person in the business who answers for {name}, and let them accept it.",
            "Nommez la personne du métier qui répond de {name}, et faites-lui accepter ce résultat."
        ))
        .shows(rows(ctx, element))
        .stakes(value.cloned())
        .caused_by(element, "owner")
}

fn unaccepted<'a>(ctx: &Context<'a>, element: &'a Element, owner: &str) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let outcome = element.outcome();
    let later = outcome.and_then(|it| it.accepted_on.value());
    let planned = later.map(|date| {
        let on = day(*date, ctx.lang);
        row(say!(
            ctx,
            "Acceptance is planned for {on}",
            "L’acceptation est prévue le {on}"
        ))
        .on(Some(*date))
    });
    Verdict::violated(element)
        .facet("unaccepted")
        .says(say!(
            ctx,
            "{owner} is named to answer for {name} and has not accepted it.",
            "{owner} doit répondre de {name} et n’a pas donné son accord."
        ))
        .advises(say!(
            ctx,
            "Let {owner} accept its value and date, and write the day, or name somebody who will.",
            "Faites accepter par {owner} sa valeur et son échéance, et notez le jour, ou nommez qui s’y engage."
        ))
        .shows(planned)
        .shows(rows(ctx, element))
        .stakes(outcome.and_then(|it| it.expected_value.value()).cloned())
}

fn undecided<'a>(ctx: &Context<'a>, element: &'a Element, field: Lack) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let missing = Missing::of(field, element, ctx.lang).withheld();
    Verdict::cannot_tell(element, vec![missing])
        .says(say!(
            ctx,
            "Whether somebody in the business answers for {name} cannot be told: it is withheld.",
            "On ne peut dire si quelqu’un au métier répond de {name} : l’information n’est pas communiquée."
        ))
        .advises(say!(
            ctx,
            "Ask for the name and the day of acceptance.",
            "Demandez le nom et le jour de l’acceptation."
        ))
        .shows(rows(ctx, element))
}
