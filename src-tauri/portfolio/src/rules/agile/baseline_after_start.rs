//! M406: the state before the change was first measured when the change had already begun.

use super::delivery::{Delivery, Proof, delivery, proofs};
use crate::model::{Date, Element, ElementKind, InitiativeState, Known, Nature};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M406",
    name: "baseline-after-start",
    family: Family::Agile,
    severity: Severity::Medium,
    title: Said {
        en: "First measured after the start",
        fr: "Mesuré après le départ",
    },
    what: Said {
        en: "An initiative that has started, or was delivered, and whose outcome and impact indicators all have their first \
             value, baseline or confirmed, later than its start (medium) or later than its delivery (high). Cannot tell when a \
             baseline bears no date, or when the start is not known. Without any value at all another rule speaks.",
        fr: "Une initiative lancée ou livrée dont tous les indicateurs de résultat et d’impact ont leur première valeur, point de \
             départ ou relevé, après son lancement (moyen) ou après sa livraison (élevé). Indécidable quand un point de départ ne \
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
    check: Check::Each(&[ElementKind::Initiative], check),
    cases: include_str!("baseline_after_start.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let Some(initiative) = ctx.element(number).initiative() else {
        return;
    };
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
    if over || !(begun || delivered.is_some()) || start.is_some_and(|day| day > ctx.as_of) {
        return;
    }
    let proofs = proofs(ctx, number);
    let firsts: Vec<(&Proof<'a>, Date)> = proofs
        .iter()
        .filter_map(|it| Some((it, first(ctx, it)?)))
        .collect();
    // Where only the delivery is known, a value before it may still be one from before the start.
    let Some(begin) = start.or(delivered) else {
        if let Some((proof, _)) = firsts.first() {
            report.add(start_untold(ctx, number, proof));
        }
        return;
    };
    if firsts.iter().any(|(_, day)| *day <= begin) {
        return;
    }
    // A baseline of which nobody tells the day may be the one from before.
    let undated = proofs
        .iter()
        .find(|it| matches!(it.series.baseline, Some((_, None))));
    match (undated, firsts.iter().min_by_key(|(_, day)| *day)) {
        (Some(undated), _) => report.add(baseline_undated(ctx, number, undated)),
        (None, Some((proof, day))) => {
            let late = delivered.is_some_and(|it| *day > it);
            report.add(violated(ctx, number, (proof, *day), begin, late, &firsts));
        }
        (None, None) => {}
    }
}

/// The day of the first value of an indicator, if nothing else the baseline.
fn first(ctx: &Context<'_>, proof: &Proof<'_>) -> Option<Date> {
    let baseline = proof.series.baseline.and_then(|(_, day)| day);
    let number = ctx.number(&proof.element.id)?;
    let read = ctx.readings(number);
    let read = read.filter(|it| matches!(it.nature, Nature::Actual | Nature::Baseline));
    read.map(|it| it.period)
        .chain(baseline)
        .filter(|day| *day <= ctx.as_of)
        .min()
}

fn violated<'a>(
    ctx: &Context<'a>,
    number: usize,
    (proof, first): (&Proof<'a>, Date),
    begin: Date,
    late: bool,
    firsts: &[(&Proof<'a>, Date)],
) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let indicator = quoted(&proof.element.title, ctx.lang);
    let (measured, began) = (day(first, ctx.lang), day(begin, ctx.lang));
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
        let of = quoted(&it.element.title, ctx.lang);
        row(say!(ctx, "First value of {of}", "Première valeur de {of}"))
            .of(it.element)
            .on(Some(*day))
    });
    let start: Evidence = row(say!(ctx, "Start", "Lancement")).imported(ctx, element);
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
        .relates(firsts.iter().map(|(it, _)| it.element))
        .stakes(ctx.budget(number).cloned())
        .along(proof.way.iter().map(|step| step.link))
        .caused_by(proof.element, "baseline")
}

fn baseline_undated<'a>(ctx: &Context<'a>, number: usize, proof: &Proof<'a>) -> Verdict<'a> {
    let name = quoted(&ctx.element(number).title, ctx.lang);
    let indicator = quoted(&proof.element.title, ctx.lang);
    let field = say!(
        ctx,
        "date of the baseline of {indicator}",
        "date du point de départ de {indicator}"
    );
    let message = say!(
        ctx,
        "Whether {indicator} was measured before {name} began cannot be told: its baseline bears no date.",
        "On ne peut dire si {indicator} a été mesuré avant le lancement de {name} : son point de départ ne porte pas de date."
    );
    cannot_tell(ctx, ctx.element(number), field, message).caused_by(proof.element, "baseline_on")
}

fn start_untold<'a>(ctx: &Context<'a>, number: usize, proof: &Proof<'a>) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let indicator = quoted(&proof.element.title, ctx.lang);
    let field = say!(ctx, "start of {name}", "lancement de {name}");
    let message = say!(
        ctx,
        "Whether {indicator} was measured before {name} began cannot be told: its start is not known.",
        "On ne peut dire si {indicator} a été mesuré avant le lancement de {name} : celui-ci est inconnu."
    );
    cannot_tell(ctx, element, field, message).caused_by(element, "start")
}

fn cannot_tell<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    field: String,
    message: String,
) -> Verdict<'a> {
    let advice = say!(ctx, "Fill in: {field}.", "Renseignez : {field}.");
    Verdict::cannot_tell(element, vec![field])
        .says(message)
        .advises(advice)
}
