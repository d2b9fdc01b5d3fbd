//! D209: work that depends on something that has no money, comes too late or is in trouble.

use super::enabler::{Fault, faults};
use crate::model::{Date, ElementKind, Known, Link, LinkDetail, LinkKind};
use crate::rules::footing::{Footing, some_work};
use crate::rules::missing::Missing;
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Family, Report, Severity};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D209",
    name: "unready-enabler",
    family: Family::Common,
    severity: Severity::High,
    title: Said {
        en: "Work that waits for what will not be ready",
        fr: "Travaux suspendus à ce qui ne sera pas prêt",
    },
    what: Said {
        en: "An open initiative that depends on an initiative without money or stopped, on something that is reported red, or \
             on something that ends or goes live after the day on which it is needed: the day written on the dependency, else \
             the end of the initiative itself. What is delivered is ready. Cannot tell when nothing of this is known to be so \
             and the budget, the end or the day of need is missing.",
        fr: "Une initiative ouverte qui dépend d’une initiative sans budget ou arrêtée, d’un élément signalé au rouge, ou d’un \
             élément qui s’achève ou entre en service après le jour où l’on en a besoin : celui que porte la dépendance, sinon la \
             fin de l’initiative elle-même. Ce qui est livré est prêt. Indécidable si rien de tel n’est avéré et que manque le \
             budget, la fin ou le jour du besoin.",
    },
    why: Said {
        en: "Plans are read from left to right and fail from right to left: the result waits for the change, the change for the \
             tool, and the tool for something that belongs to somebody else. Each plan may be sound while the chain is broken.",
        fr: "Les plans se lisent de gauche à droite et cèdent de droite à gauche : le résultat attend le changement, le \
             changement attend l’outil, et l’outil attend ce qui dépend d’un autre. Chaque plan peut être sain et la chaîne rompue.",
    },
    how: Said {
        en: "Agree on a date and the money with whoever delivers the enabler, or plan again without it. If neither is possible, \
             say now which objective comes later.",
        fr: "Convenez d’une date et d’un budget avec qui livre le préalable, ou replanifiez sans lui. Si ni l’un ni l’autre n’est \
             possible, dites dès maintenant quel objectif sera retardé.",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "work under way that depends on something",
            fr: "du travail en cours qui dépend d’autre chose",
        },
        there_is: |ctx| {
            some_work(ctx, |n| {
                ctx.linked_from(n, LinkKind::DependsOn).next().is_some()
            })
        },
    },
    check: Check::Each(&[ElementKind::Initiative], check),
    cases: include_str!("unready_enabler.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    if ctx.active_initiative(number).is_none() {
        return;
    }
    for (enabler, link) in ctx.linked_from(number, LinkKind::DependsOn) {
        let need = needed_on(ctx, number, link);
        let (faults, missing) = faults(ctx, enabler, need);
        if !faults.is_empty() {
            report.add(violated(ctx, number, enabler, link, &faults));
        } else if !missing.is_empty() {
            report.add(cannot_tell(ctx, number, enabler, link, missing));
        }
    }
}

/// The day written on the dependency, else the end of who depends.
fn needed_on(ctx: &Context<'_>, number: usize, link: &Link) -> Option<Date> {
    match link.detail {
        LinkDetail::DependsOn {
            needed_by: Some(day),
        } => Some(day),
        _ => ctx.element(number).initiative()?.end.value().copied(),
    }
}

fn violated<'a>(
    ctx: &Context<'a>,
    number: usize,
    enabler: usize,
    link: &Link,
    faults: &[Fault<'a>],
) -> Verdict<'a> {
    let (element, needed) = (ctx.element(number), ctx.element(enabler));
    let [name, other] = [element, needed].map(|it| quoted(&it.title, ctx.lang));
    let clauses: Vec<&str> = faults.iter().map(|it| it.clause.as_str()).collect();
    let clauses = clauses.join(&say!(ctx, " and ", " et "));
    let rows = faults.iter().map(|it| {
        let text = format!("{other} {}", it.clause);
        row(text).of(needed).by(link).on(it.date).from(it.source)
    });
    Verdict::violated(element)
        .facet(needed.id.as_str())
        .says(say!(
            ctx,
            "{name} depends on {other}, which {clauses}.",
            "{name} dépend de {other}, qui {clauses}."
        ))
        .advises(say!(
            ctx,
            "Agree on money and a date for {other}, or plan {name} again without it.",
            "Convenez d’un budget et d’une date pour {other}, ou replanifiez {name} sans ce préalable."
        ))
        .shows(rows)
        .relates([needed])
        .stakes(ctx.budget(number).cloned())
        .along([link])
}

fn cannot_tell<'a>(
    ctx: &Context<'a>,
    number: usize,
    enabler: usize,
    link: &Link,
    missing: Vec<Missing>,
) -> Verdict<'a> {
    let (element, needed) = (ctx.element(number), ctx.element(enabler));
    let [name, other] = [element, needed].map(|it| quoted(&it.title, ctx.lang));
    Verdict::cannot_tell(element, missing)
        .facet(needed.id.as_str())
        .says(say!(
            ctx,
            "Whether {other} will be ready for {name} cannot be told.",
            "On ne peut dire si {other} sera prêt pour {name}."
        ))
        .advises(say!(
            ctx,
            "Fill in the budget and the end of {other}, and the day on which {name} needs it.",
            "Renseignez le budget et la fin de {other}, et le jour où {name} en a besoin."
        ))
        .relates([needed])
        .along([link])
}
