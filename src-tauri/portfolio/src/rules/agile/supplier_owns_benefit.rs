//! M408: a benefit that is owned by whoever delivers the tool, or by somebody who has left.

use crate::model::{Date, Element, ElementKind, Known, Side};
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::tokens::{fold, words};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use std::collections::BTreeSet;

const ROLES: &str = include_str!("supplier_roles.txt");

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M408",
    name: "supplier-owns-benefit",
    family: Family::Agile,
    severity: Severity::High,
    title: Said {
        en: "Benefits owned by those who deliver",
        fr: "Bénéfices portés par ceux qui livrent",
    },
    what: Said {
        en: "An outcome whose business owner stands on the IT side, has a role of those who deliver (project manager, CIO, vendor, \
             integrator…; a word list in English and French decides, unless the person is said to be of the business), is named \
             as such a unit, or is a person put away as having left. Cannot tell when the person is in the portfolio without \
             side and role. Names of whom the portfolio knows nothing are left alone.",
        fr: "Un résultat dont le porteur métier est du côté informatique, exerce un rôle de ceux qui livrent (chef de projet, DSI, \
             prestataire, intégrateur… ; une liste de mots en français et en anglais tranche, sauf si la personne est dite du métier), \
             est désigné comme une telle unité, ou est une personne archivée parce que partie. Indécidable quand la personne figure \
             au portefeuille sans côté ni rôle. Un nom dont le portefeuille ne sait rien n’est pas jugé.",
    },
    why: Said {
        en: "Whoever delivers a tool can answer for the tool, not for what others do with it. A benefit without somebody in the \
             business who has promised it will not be sought, and nobody will miss it.",
        fr: "Qui livre un outil répond de l’outil, non de l’usage que d’autres en font. Un bénéfice que personne du métier n’a promis \
             ne sera pas recherché, et ne manquera à personne.",
    },
    how: Said {
        en: "Ask the head of those who are to work differently to take the benefit over, and note the day on which they accepted it.",
        fr: "Demandez au responsable de ceux qui vont travailler autrement de reprendre le bénéfice, et notez le jour de son acceptation.",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "outcomes not yet come true, with a business owner",
            fr: "des résultats pas encore atteints, portés par un responsable métier",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Outcome], |n| {
                ctx.element(n).outcome().is_some_and(|it| {
                    let owner = it.business_owner.value();
                    it.realised_on.value().is_none()
                        && owner.is_some_and(|it| !it.trim().is_empty())
                })
            })
        },
    },
    check: Check::Each(&[ElementKind::Outcome], check),
    cases: include_str!("supplier_owns_benefit.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    let Some(outcome) = element.outcome() else {
        return;
    };
    let owner = outcome.business_owner.value().map(|it| it.trim());
    let Some(owner) = owner.filter(|it| !it.is_empty() && outcome.realised_on.value().is_none())
    else {
        return;
    };
    let Some((_, person)) = ctx.person(owner) else {
        if let Some((person, on)) = ctx.person_who_left(owner) {
            report.add(left(ctx, element, person, on));
        } else if is_supplier(owner) {
            report.add(supplier(ctx, element, owner, None));
        }
        return;
    };
    let Some(it) = person.person() else {
        return;
    };
    let role = it.role.value().map_or("", |role| role.trim());
    let unit = it.unit.value().map_or("", |unit| unit.trim());
    match it.side.value() {
        Some(Side::Business) => {}
        Some(Side::It) => report.add(supplier(ctx, element, owner, Some(person))),
        None if is_supplier(role) || is_supplier(unit) || is_supplier(owner) => {
            report.add(supplier(ctx, element, owner, Some(person)));
        }
        None if role.is_empty() && unit.is_empty() => report.add(cannot_tell(ctx, element, person)),
        None => {}
    }
}

/// Whether all words of an entry of the list stand in a text, and nothing in it speaks of the business.
fn is_supplier(text: &str) -> bool {
    let said: BTreeSet<String> = words(text).map(fold).collect();
    if said.contains("metier") || said.contains("business") {
        return false;
    }
    let lines = ROLES.lines().filter(|line| !line.starts_with('#'));
    let mut entries = lines.flat_map(str::split_whitespace);
    entries.any(|entry| entry.split('+').all(|word| said.contains(word)))
}

fn advice(ctx: &Context<'_>, element: &Element) -> String {
    let name = quoted(&element.title, ctx.lang);
    say!(
        ctx,
        "Have {name} accepted by somebody in the business who answers for those who will work differently.",
        "Faites accepter {name} par quelqu’un du métier qui répond de ceux qui vont travailler autrement."
    )
}

fn supplier<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    owner: &str,
    person: Option<&'a Element>,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let row = match person {
        Some(person) => about(ctx, person),
        None => row(say!(
            ctx,
            "Business owner: {owner}",
            "Porteur métier : {owner}"
        ))
        .of(element),
    };
    Verdict::violated(element)
        .says(say!(
            ctx,
            "The benefit {name} is owned by {owner}, on the side of those who deliver.",
            "Le bénéfice {name} est porté par {owner}, du côté de ceux qui livrent."
        ))
        .advises(advice(ctx, element))
        .shows([row])
        .relates(person)
        .stakes(value(element))
        .caused_by(element, "business_owner")
}

fn left<'a>(ctx: &Context<'a>, element: &'a Element, person: &'a Element, on: Date) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let (who, date) = (&person.title, day(on, ctx.lang));
    let row = about(ctx, person).on(Some(on));
    Verdict::violated(element)
        .says(say!(
            ctx,
            "The benefit {name} is owned by {who}, who has not been there since {date}.",
            "Le bénéfice {name} est porté par {who}, qui n’est plus là depuis le {date}."
        ))
        .advises(advice(ctx, element))
        .shows([row])
        .stakes(value(element))
        .caused_by(element, "business_owner")
}

fn value(element: &Element) -> Option<crate::model::Money> {
    element.outcome()?.expected_value.value().cloned()
}

fn about(ctx: &Context<'_>, person: &Element) -> Evidence {
    let who = &person.title;
    let it = person.person();
    let role = it.and_then(|it| it.role.value()).map(|it| it.trim());
    let unit = it.and_then(|it| it.unit.value()).map(|it| it.trim());
    let side = it.and_then(|it| it.side.value()).map(|side| match side {
        Side::It => say!(ctx, "IT side", "côté informatique"),
        Side::Business => say!(ctx, "business side", "côté métier"),
    });
    let known: Vec<&str> = [role, unit, side.as_deref()]
        .into_iter()
        .flatten()
        .filter(|it| !it.is_empty())
        .collect();
    let known = known.join(", ");
    let text = if known.is_empty() {
        who.clone()
    } else {
        say!(ctx, "{who}: {known}", "{who} : {known}")
    };
    row(text).of(person)
}

fn cannot_tell<'a>(ctx: &Context<'a>, element: &'a Element, person: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let who = quoted(&person.title, ctx.lang);
    let missing = [Lack::Side, Lack::Role].map(|it| Missing::of(it, person, ctx.lang));
    Verdict::cannot_tell(element, missing.to_vec())
        .says(say!(
            ctx,
            "Whether {who} can answer for the benefit {name} cannot be told: neither side nor role is known.",
            "On ne peut dire si {who} peut répondre du bénéfice {name} : ni son côté ni son rôle ne sont connus."
        ))
        .advises(say!(ctx, "Fill in the side or the role of {who}.", "Renseignez le côté ou le rôle de {who}."))
        .relates([person])
        .caused_by(person, "side")
}
