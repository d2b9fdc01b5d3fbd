//! M401: work that was delivered, and nobody has looked since whether it changed anything.

use super::delivery::{Delivery, Proof, delivery, is_measured, nearest_result, proofs};
use crate::model::{Date, ElementKind};
use crate::rules::context::set_for;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said, Threshold};
use crate::rules::words::{day, number, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

const DAYS: Said = Said {
    en: "days after delivery",
    fr: "jours après la livraison",
};
const DUE: Threshold = Threshold {
    name: "first_check",
    value: 120.0,
    unit: DAYS,
    source: Said {
        en: "practice of benefits management: a first check after 90 to 120 days",
        fr: "usage de la gestion des bénéfices : un premier contrôle après 90 à 120 jours",
    },
};
const OVERDUE: Threshold = Threshold {
    name: "overdue_check",
    value: 365.0,
    unit: DAYS,
    source: Said {
        en: "post-implementation reviews of public bodies: after 6 to 18 months",
        fr: "bilans après mise en œuvre des organismes publics : après 6 à 18 mois",
    },
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M401",
    name: "delivered-never-measured",
    family: Family::Agile,
    severity: Severity::Medium,
    title: Said {
        en: "Delivered, never measured",
        fr: "Livré, jamais mesuré",
    },
    what: Said {
        en: "An initiative delivered more than {first_check} days ago (high from {overdue_check} days on) that leads to an outcome or an objective, \
             without any confirmed value since then on an outcome or impact indicator of its own or of what it leads to. Where \
             contributions name a longer lag, both terms wait for it. Cannot tell when the day of delivery is not known. Work that leads nowhere is left alone here.",
        fr: "Une initiative livrée depuis plus de {first_check} jours (élevé au-delà de {overdue_check}) qui mène à un résultat ou à un objectif, sans \
             aucune valeur confirmée depuis sur un indicateur de résultat ou d’impact, le sien ou celui de ce à quoi elle mène. \
             Si les contributions annoncent un délai plus long, les deux termes l’attendent. Indécidable quand le jour de la \
             livraison est inconnu. Un travail qui ne mène nulle part n’est pas jugé ici.",
    },
    why: Said {
        en: "Delivering fast and often is no proof of going the right way. Without a look back the same hypothesis is funded \
             again and again, and what did not work is never learnt from.",
        fr: "Livrer vite et souvent ne prouve pas que l’on va dans le bon sens. Sans regard en arrière, on finance toujours la \
             même hypothèse et l’on n’apprend rien de ce qui n’a pas marché.",
    },
    how: Said {
        en: "Put a date and a name on the reading: who collects which value, for which period. If no indicator exists, agree on one with those who use the result.",
        fr: "Mettez une date et un nom sur le relevé : qui relève quelle valeur, pour quelle période. S’il n’existe pas d’indicateur, convenez-en d’un avec ceux qui utilisent le résultat.",
    },
    thresholds: &[DUE, OVERDUE],
    footing: Footing {
        needs: Said {
            en: "work delivered some time ago that leads to an outcome or an objective",
            fr: "du travail livré depuis un certain temps, menant à un résultat ou à un objectif",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Initiative], |n| {
                let Delivery::On(day) = delivery(ctx, n) else {
                    return false;
                };
                let leads = || !ctx.proofs(n).is_empty() || nearest_result(ctx, n).is_some();
                leads() && (is_due(ctx, day) || is_measured(ctx, n, day))
            })
        },
    },
    check: Check::Each(&[ElementKind::Initiative], check),
    cases: include_str!("delivered_never_measured.cases"),
};

/// Whether the first look back at a delivery is due.
fn is_due(ctx: &Context<'_>, delivered: Date) -> bool {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "thresholds on time are small"
    )]
    let due = set_for(ctx.settings(), RULE.code, &DUE).round() as i64;
    (ctx.as_of - delivered).num_days() > due
}

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let delivered = match delivery(ctx, number) {
        Delivery::No => return,
        Delivery::On(day) => Some(day),
        Delivery::Untold => None,
    };
    if ctx.proofs(number).is_empty() && nearest_result(ctx, number).is_none() {
        return;
    }
    let Some(delivered) = delivered else {
        report.add(cannot_tell(ctx, number));
        return;
    };
    let days = (ctx.as_of - delivered).num_days();
    if days <= report.days(&DUE) || is_measured(ctx, number, delivered) {
        return;
    }
    let proofs = proofs(ctx, number);
    let lag = proofs.iter().map(|it| it.lag).min().unwrap_or(0);
    let due = report.days(&DUE).max(lag);
    let overdue = due + report.days(&OVERDUE) - report.days(&DUE);
    if days > due {
        let severity = if days > overdue {
            Severity::High
        } else {
            Severity::Medium
        };
        report.add(violated(ctx, number, delivered, &proofs).at(severity));
    }
}

fn violated<'a>(
    ctx: &Context<'a>,
    place: usize,
    delivered: Date,
    proofs: &[Proof<'a>],
) -> Verdict<'a> {
    let element = ctx.element(place);
    let name = quoted(&element.title, ctx.lang);
    let days = (ctx.as_of - delivered).num_days();
    let date = day(delivered, ctx.lang);
    let delivery = row(say!(ctx, "Delivered", "Livrée")).imported(ctx, element);
    let verdict = Verdict::violated(element)
        .shows([delivery.on(Some(delivered))])
        .stakes(ctx.budget(place).cloned());
    let Some(first) = proofs.first() else {
        let goal = nearest_result(ctx, place).map(|n| ctx.element(n));
        let result = quoted(goal.map_or("", |it| it.title.as_str()), ctx.lang);
        let verdict = verdict
            .says(say!(
                ctx,
                "{name} was delivered {days} days ago, on {date}, and nothing measures {result}.",
                "{name} est livrée depuis {days} jours, soit le {date}, et rien ne mesure {result}."
            ))
            .advises(say!(
                ctx,
                "Give {result} an outcome indicator with a baseline and a target, and read it.",
                "Donnez à {result} un indicateur de résultat, avec point de départ et cible, et relevez-le."
            ));
        return match goal {
            Some(goal) => verdict.relates([goal]).caused_by(goal, "proof"),
            None => verdict,
        };
    };
    let indicator = quoted(&first.element.title, ctx.lang);
    let shows = first.shows_from(delivered);
    let from = day(shows, ctx.lang);
    let message = if shows > delivered {
        say!(
            ctx,
            "{name} was delivered on {date} and was to show from {from} on, and {indicator} has not been read since.",
            "{name} est livrée depuis le {date} et devait se voir à partir du {from}, et {indicator} n’a pas été relevé depuis."
        )
    } else {
        say!(
            ctx,
            "{name} was delivered {days} days ago, on {date}, and {indicator} has not been read since.",
            "{name} est livrée depuis {days} jours, soit le {date}, et {indicator} n’a pas été relevé depuis."
        )
    };
    verdict
        .says(message)
        .advises(say!(
            ctx,
            "Read {indicator} for a period after {from}, and name who collects it.",
            "Relevez {indicator} pour une période postérieure au {from}, et nommez qui s’en charge."
        ))
        .shows(proofs.iter().take(MOST_ROWS).map(|it| last_value(ctx, it)))
        .relates(proofs.iter().map(|it| it.element))
        .along(first.way.iter().map(|step| step.link))
        .caused_by(first.element, "readings")
}

fn last_value(ctx: &Context<'_>, proof: &Proof<'_>) -> Evidence {
    let name = quoted(&proof.element.title, ctx.lang);
    match proof.series.last() {
        Some(last) => {
            let value = number(last.value, ctx.lang);
            let text = say!(
                ctx,
                "Last value of {name}: {value}",
                "Dernière valeur de {name} : {value}"
            );
            row(text)
                .of(proof.element)
                .on(Some(last.period))
                .from(ctx.source_title(last.source.as_ref()))
        }
        None => row(say!(
            ctx,
            "{name} was never read",
            "{name} n’a jamais été relevé"
        ))
        .of(proof.element),
    }
}

fn cannot_tell<'a>(ctx: &Context<'a>, place: usize) -> Verdict<'a> {
    let element = ctx.element(place);
    let name = quoted(&element.title, ctx.lang);
    let missing = vec![Missing::of(Lack::DeliveredOn, element, ctx.lang)];
    Verdict::cannot_tell(element, missing)
        .says(say!(
            ctx,
            "Whether {name} was measured in time cannot be told: nothing says when it was delivered.",
            "On ne peut dire si {name} a été mesurée à temps : rien ne dit quand elle a été livrée."
        ))
        .advises(say!(ctx, "Fill in the day of delivery.", "Renseignez le jour de la livraison."))
        .caused_by(element, "delivered_on")
}
