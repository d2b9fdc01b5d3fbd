//! M402: work that was delivered and measured, and hardly anything has moved.

use super::delivery::{Delivery, delivery};
use super::effect::{Effect, Effects, effects};
use super::moved::has_effect;
use crate::model::{Date, Element, ElementKind};
use crate::rules::figures::measured;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{day, number, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

/// Shared with the rule that asks for a decision on a poor result.
pub(super) const ENOUGH: Threshold = Threshold {
    name: "least_share",
    value: 25.0,
    unit: Said {
        en: "% of the movement expected until then",
        fr: "% de l’évolution attendue à cette date",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M402",
    name: "delivered-without-effect",
    family: Family::Agile,
    severity: Severity::High,
    title: Said {
        en: "Delivered, and nothing has moved",
        fr: "Livré, et rien n’a bougé",
    },
    what: Said {
        en: "An initiative was delivered, the lag of its contributions is over, and its best result has moved less than {least_share} % of \
             what was expected until the last value: what its own contributions claim, otherwise the straight way of its outcome \
             indicators from baseline to target. Cannot tell when a baseline, a target or the day of either is missing, or when the baseline is of a later day than the \
             delivery. \
             Indicators that are to hold their value are not judged.",
        fr: "Une initiative est livrée, le délai de ses contributions est passé, et son meilleur résultat a parcouru moins de {least_share} % de \
             ce qui était attendu au dernier relevé : ce que ses propres contributions annoncent, sinon le chemin en ligne droite \
             de ses indicateurs de résultat entre point de départ et cible. Indécidable si un point de départ, une cible ou l’une \
             de leurs dates manque, ou si le point de départ est postérieur à la livraison. Un indicateur qui doit rester stable n’est pas jugé.",
    },
    why: Said {
        en: "A hypothesis was tested and did not come true: that is worth as much as a success, once somebody says so. Unsaid, \
             the next increment builds on an effect that does not exist.",
        fr: "Une hypothèse a été testée et ne s’est pas vérifiée : cela vaut un succès, à condition de le dire. Tu, ce constat laisse \
             le prochain incrément se bâtir sur un effet qui n’existe pas.",
    },
    how: Said {
        en: "Decide with those who own the result: persevere with a new date, change the way, or stop; and write down which.",
        fr: "Décidez avec ceux qui portent le résultat : persévérer avec une nouvelle date, changer de voie, ou arrêter ; et notez-le.",
    },
    thresholds: &[ENOUGH],
    footing: Footing {
        needs: Said {
            en: "delivered work with a plan and a value since then",
            fr: "du travail livré, avec un plan et un relevé depuis",
        },
        there_is: |ctx| some_of(ctx, &[ElementKind::Initiative], |n| has_effect(ctx, n)),
    },
    check: Check::Each(&[ElementKind::Initiative], check),
    cases: include_str!("delivered_without_effect.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let Delivery::On(delivered) = delivery(ctx, number) else {
        return;
    };
    let enough = report.value(&ENOUGH) / 100.0;
    match effects(ctx, number, delivered, enough) {
        Effects::Unread => {}
        Effects::Untold(missing) => report.add(cannot_tell(ctx, number, &missing)),
        Effects::Late(indicator, on) => {
            report.add(measured_late(ctx, number, delivered, (indicator, on)));
        }
        Effects::Best(it) if it.share >= enough => {}
        Effects::Best(it) => report.add(violated(ctx, number, delivered, &it)),
    }
}

fn violated<'a>(
    ctx: &Context<'a>,
    place: usize,
    delivered: Date,
    effect: &Effect<'a>,
) -> Verdict<'a> {
    let element = ctx.element(place);
    let name = quoted(&element.title, ctx.lang);
    let indicator = quoted(&effect.proof.element.title, ctx.lang);
    let since = day(delivered, ctx.lang);
    let until = day(effect.reading.period, ctx.lang);
    let message = if effect.share < 0.0 {
        say!(
            ctx,
            "{name} was delivered on {since}, and by {until} {indicator} had gone the wrong way.",
            "{name} est livrée depuis le {since}, et au {until} {indicator} était parti dans le mauvais sens."
        )
    } else {
        let share = points(ctx, effect.share);
        say!(
            ctx,
            "{name} was delivered on {since}, and by {until} {indicator} had moved {share} of what was expected.",
            "{name} est livrée depuis le {since}, et au {until} {indicator} avait parcouru {share} du chemin attendu."
        )
    };
    Verdict::violated(element)
        .says(message)
        .advises(say!(
            ctx,
            "Decide whether to persevere with {name}, to change the way or to stop, and record the decision.",
            "Décidez s’il faut persévérer avec {name}, changer de voie ou arrêter, et notez la décision."
        ))
        .shows(rows(ctx, effect))
        .relates([effect.proof.element])
        .stakes(ctx.budget(place).cloned())
        .along(effect.proof.way.iter().map(|step| step.link))
        .caused_by(element, "result")
}

/// A share with a decimal, so that what just misses the threshold does not read as having reached it.
pub(super) fn points(ctx: &Context<'_>, share: f64) -> String {
    format!("{}\u{a0}%", number(share * 100.0, ctx.lang))
}

/// Where it came from, what was expected, and what was read.
pub(super) fn rows(ctx: &Context<'_>, effect: &Effect<'_>) -> Vec<Evidence> {
    let it = effect.proof.element;
    let series = &effect.proof.series;
    let value = |it| measured(it, series.indicator, ctx.lang);
    let from = value(effect.baseline);
    let wanted = value(effect.baseline + effect.expected);
    let read = value(effect.reading.value);
    let source = ctx.source_title(effect.reading.source.as_ref());
    let on = Some(effect.reading.period);
    vec![
        row(say!(ctx, "Baseline {from}", "Point de départ {from}"))
            .of(it)
            .on(series.baseline.and_then(|(_, day)| day)),
        row(say!(
            ctx,
            "Expected by then {wanted}",
            "Attendu à cette date {wanted}"
        ))
        .of(it)
        .on(on),
        row(say!(ctx, "Value read {read}", "Valeur relevée {read}"))
            .of(it)
            .on(on)
            .from(source),
    ]
}

/// What was first measured after the delivery does not tell what was there before it.
fn measured_late<'a>(
    ctx: &Context<'a>,
    place: usize,
    delivered: Date,
    (indicator, on): (&'a Element, Date),
) -> Verdict<'a> {
    let element = ctx.element(place);
    let name = quoted(&element.title, ctx.lang);
    let measure = quoted(&indicator.title, ctx.lang);
    let (since, from) = (day(delivered, ctx.lang), day(on, ctx.lang));
    let lacks = say!(
        ctx,
        "baseline of {measure} from before {since}",
        "point de départ de {measure} antérieur au {since}"
    );
    let baseline = row(say!(ctx, "Baseline", "Point de départ"));
    let delivery = row(say!(ctx, "Delivered", "Livrée")).imported(ctx, element);
    Verdict::cannot_tell(element, vec![Missing::said(Lack::Baseline, indicator, lacks)])
        .says(say!(
            ctx,
            "Whether {name} has moved {measure} cannot be told: it was delivered on {since}, and the baseline is of {from}.",
            "On ne peut dire si {name} a fait bouger {measure} : elle est livrée depuis le {since}, et le point de départ est du {from}."
        ))
        .advises(say!(
            ctx,
            "Reconstruct a value of {measure} from before {since}, and grade it as what it is.",
            "Reconstituez une valeur de {measure} antérieure au {since}, et notez-la pour ce qu’elle vaut."
        ))
        .shows([
            delivery.on(Some(delivered)),
            baseline.of(indicator).on(Some(on)),
        ])
        .relates([indicator])
        .caused_by(indicator, "baseline")
}

fn cannot_tell<'a>(
    ctx: &Context<'a>,
    place: usize,
    missing: &[(&'a Element, &'static str)],
) -> Verdict<'a> {
    let element = ctx.element(place);
    let name = quoted(&element.title, ctx.lang);
    let fields = missing
        .iter()
        .map(|(it, field)| Missing::of(Lack::of_model(field), it, ctx.lang));
    let verdict = Verdict::cannot_tell(element, fields.collect())
        .says(say!(
            ctx,
            "Whether {name} has moved anything cannot be told: there are values since its delivery, and no plan to hold them against.",
            "On ne peut dire si {name} a fait bouger quelque chose : il existe des relevés depuis sa livraison, mais pas de plan auquel les comparer."
        ))
        .advises(say!(
            ctx,
            "Complete baseline and target with their dates.",
            "Complétez point de départ et cible, avec leurs dates."
        ))
        .relates(missing.iter().map(|(indicator, _)| *indicator));
    match missing.first() {
        Some((indicator, field)) => verdict.caused_by(indicator, field),
        None => verdict,
    }
}
