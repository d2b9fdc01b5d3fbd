//! M406: the state before the change was first measured when the change had already begun.

use super::delivery::{Delivery, delivery, first, is_in_time, proof};
use crate::model::{Date, Element, ElementKind, InitiativeState, Known};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Family, Report, Series, Severity};
use std::sync::Arc;

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M406",
    name: "baseline-after-start",
    family: Family::Agile,
    severity: Severity::Medium,
    title: Said {
        en: "First measured after the start",
        fr: "Mesuré après le lancement",
    },
    what: Said {
        en: "An initiative that has started, or was delivered, and whose outcome and impact indicators all have their first \
             value, baseline or confirmed, later than its start (medium) or later than its delivery (high). A value that comes \
             before the delivery and within one reading interval of its indicator after the start is in time. Cannot tell when a \
             baseline bears no date, or when the start is not known. Without any value at all another rule speaks.",
        fr: "Une initiative lancée ou livrée dont tous les indicateurs de résultat et d’impact ont leur première valeur, point de \
             départ ou relevé, après son lancement (moyen) ou après sa livraison (élevé). Une valeur antérieure à la livraison et \
             relevée à moins d’un intervalle de relevé du lancement vient à temps. Indécidable quand un point de départ ne \
             porte pas de date, ou quand le lancement est inconnu. Sans aucune valeur, c’est une autre règle qui parle.",
    },
    why: Said {
        en: "What was not measured before cannot be compared after. A baseline that was taken along the way already holds part \
             of the effect, and every later claim can be disputed.",
        fr: "Ce que l’on n’a pas mesuré avant ne se compare pas après. Un point de départ pris en chemin contient déjà une part de \
             l’effet, et tout gain annoncé ensuite pourra être contesté.",
    },
    how: Said {
        en: "Reconstruct a value from before the start, from old records or a unit that has not begun yet, and mark it as weaker \
             evidence. Next time, read before starting.",
        fr: "Reconstituez une valeur d’avant le lancement, par les archives ou par une unité qui n’a pas commencé, en la notant comme \
             preuve plus faible. La prochaine fois, relevez avant de lancer.",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "work that has begun, with its start, and a first dated value of an outcome indicator that it leads to",
            fr: "du travail commencé, avec sa date de lancement, et une première valeur datée d’un indicateur de résultat auquel il mène",
        },
        there_is: |ctx| some_of(ctx, &[ElementKind::Initiative], |n| looks_at(ctx, n)),
    },
    check: Check::Each(&[ElementKind::Initiative], check),
    cases: include_str!("baseline_after_start.cases"),
};

/// Whether work has begun on a known day, and something that it leads to was ever measured.
fn looks_at(ctx: &Context<'_>, number: usize) -> bool {
    let Some((start, delivered)) = begun(ctx, number) else {
        return false;
    };
    let proofs = ctx.proofs(number);
    let mut series = proofs.iter().filter_map(|n| ctx.series(*n));
    start.or(delivered).is_some() && series.any(|it| first(&it).is_some())
}

/// The start and the delivery of work that has begun, as far as they are known.
fn begun(ctx: &Context<'_>, number: usize) -> Option<(Option<Date>, Option<Date>)> {
    let initiative = ctx.element(number).initiative()?;
    let delivered = match delivery(ctx, number) {
        Delivery::On(day) => Some(day),
        Delivery::No | Delivery::Untold => None,
    };
    let state = initiative.state.value();
    let begun = matches!(
        state,
        Some(InitiativeState::Active | InitiativeState::Paused | InitiativeState::Delivered)
    );
    let start = initiative.start.value().copied();
    let over = state == Some(&InitiativeState::Stopped);
    let later = start.is_some_and(|day| day > ctx.as_of);
    (!over && !later && (begun || delivered.is_some())).then_some((start, delivered))
}

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let Some((start, delivered)) = begun(ctx, number) else {
        return;
    };
    let proofs = ctx.proofs(number);
    let begin = start.or(delivered);
    // Most have one that was read in time: it is enough, and what follows looks at all of them.
    let mut all = proofs.iter().filter_map(|n| ctx.series(*n));
    if all.any(|it| is_in_time(&it, start, delivered)) {
        return;
    }
    let proofs: Vec<(&'a Element, Arc<Series<'a>>)> = proofs
        .iter()
        .filter_map(|n| Some((ctx.element(*n), ctx.series(*n)?)))
        .collect();
    let firsts: Vec<(&'a Element, Date)> = proofs
        .iter()
        .filter_map(|(indicator, series)| Some((*indicator, first(series)?)))
        .collect();
    // Where only the delivery is known, a value before it may still be one from before the start.
    let Some(begin) = begin else {
        if let Some((indicator, _)) = firsts.first() {
            report.add(start_untold(ctx, number, indicator));
        }
        return;
    };
    // A baseline of which nobody tells the day may be the one from before.
    let undated = proofs
        .iter()
        .find(|(_, it)| matches!(it.baseline, Some((_, None))));
    match (undated, firsts.iter().min_by_key(|(_, day)| *day)) {
        (Some((indicator, _)), _) => report.add(baseline_undated(ctx, number, indicator)),
        (None, Some((_, day))) => {
            let late = delivered.is_some_and(|it| *day > it);
            report.add(violated(ctx, number, begin, late, &firsts));
        }
        (None, None) => {}
    }
}

fn violated<'a>(
    ctx: &Context<'a>,
    number: usize,
    begin: Date,
    late: bool,
    firsts: &[(&'a Element, Date)],
) -> Verdict<'a> {
    let element = ctx.element(number);
    let first = firsts.iter().copied().min_by_key(|(_, day)| *day);
    let (earliest, first) = first.unwrap_or((element, begin));
    let name = quoted(&element.title, ctx.lang);
    let indicator = quoted(&earliest.title, ctx.lang);
    let (measured, began) = (day(first, ctx.lang), day(begin, ctx.lang));
    let way = ctx
        .number(&earliest.id)
        .and_then(|n| proof(ctx, number, n))
        .map_or_else(Vec::new, |it| it.way);
    let message = if late {
        say!(
            ctx,
            "{indicator} was first measured on {measured}, when {name} had already been delivered.",
            "{indicator} n’a été mesuré pour la première fois que le {measured}, alors que {name} était déjà livrée."
        )
    } else {
        say!(
            ctx,
            "{indicator} was first measured on {measured}, when {name} had been running since {began}.",
            "{indicator} n’a été mesuré pour la première fois que le {measured}, alors que {name} courait depuis le {began}."
        )
    };
    let rows = firsts.iter().take(MOST_ROWS).map(|(it, day)| {
        let of = quoted(&it.title, ctx.lang);
        row(say!(ctx, "First value of {of}", "Première valeur de {of}"))
            .of(it)
            .on(Some(*day))
    });
    let known = element.initiative().and_then(|it| it.start.value());
    let start = if known.is_some() {
        say!(ctx, "Start", "Lancement")
    } else {
        say!(ctx, "Delivered", "Livrée")
    };
    let start = row(start).imported(ctx, element);
    Verdict::violated(element)
        .at(if late { Severity::High } else { Severity::Medium })
        .says(message)
        .advises(say!(
            ctx,
            "Reconstruct a value of {indicator} from before {began}, and grade it as what it is.",
            "Reconstituez une valeur de {indicator} antérieure au {began}, et notez-la pour ce qu’elle vaut."
        ))
        .shows([start.on(Some(begin))])
        .shows(rows)
        .relates(firsts.iter().map(|(it, _)| *it))
        .stakes(ctx.budget(number).cloned())
        .along(way.iter().map(|step| step.link))
        .caused_by(earliest, "baseline")
}

fn baseline_undated<'a>(ctx: &Context<'a>, number: usize, indicator: &'a Element) -> Verdict<'a> {
    let name = quoted(&ctx.element(number).title, ctx.lang);
    let measure = quoted(&indicator.title, ctx.lang);
    let field = Missing::of(Lack::BaselineOn, indicator, ctx.lang);
    let message = say!(
        ctx,
        "Whether {measure} was measured before {name} began cannot be told: its baseline bears no date.",
        "On ne peut dire si {measure} a été mesuré avant le lancement de {name} : son point de départ ne porte pas de date."
    );
    cannot_tell(ctx, ctx.element(number), field, message).caused_by(indicator, "baseline_on")
}

fn start_untold<'a>(ctx: &Context<'a>, number: usize, indicator: &'a Element) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let measure = quoted(&indicator.title, ctx.lang);
    let field = Missing::of(Lack::Start, element, ctx.lang);
    let message = say!(
        ctx,
        "Whether {measure} was measured before {name} began cannot be told: its start is not known.",
        "On ne peut dire si {measure} a été mesuré avant le lancement de {name} : celui-ci est inconnu."
    );
    cannot_tell(ctx, element, field, message).caused_by(element, "start")
}

fn cannot_tell<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    field: Missing,
    message: String,
) -> Verdict<'a> {
    let advice = say!(ctx, "Fill in: {field}.", "Renseignez : {field}.");
    Verdict::cannot_tell(element, vec![field])
        .says(message)
        .advises(advice)
}
