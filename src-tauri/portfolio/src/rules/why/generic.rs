//! M504: a why of stock words that could stand over any project.

use super::stock::Substance;
use super::withheld;
use crate::model::{Detail, Element, ElementKind, Field, InitiativeState, Known, LinkKind};
use crate::rules::footing::Footing;
use crate::rules::missing::is_withheld;
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{percent, quoted, say};
use crate::rules::{Context, Family, Report, Severity};

const STOCK: Threshold = Threshold {
    name: "stock_share",
    value: 0.8,
    unit: Said {
        en: "of the words of the why are stock words",
        fr: "des mots du pourquoi sont des mots passe-partout",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M504",
    name: "generic",
    family: Family::Why,
    severity: Severity::Medium,
    title: Said {
        en: "Whys that could stand over any project",
        fr: "Pourquoi qui iraient à n’importe quel projet",
    },
    what: Said {
        en: "A why card of which at least {stock_share} of the words are stock words (improve, modernise, efficiency, digital…) or \
             stand in the title, and that names nobody who gains, no figure or measure, no law, contract or other driver; \
             neither in its text nor by a beneficiary, a proof or a because link. Word lists in English and French decide; \
             work that is over is left alone, and so is a why that only repeats its title. Cannot tell when a reference is withheld.",
        fr: "Une carte du pourquoi dont au moins {stock_share} des mots sont passe-partout (améliorer, moderniser, efficacité, \
             numérique…) ou figurent dans le titre, et qui ne nomme ni bénéficiaire, ni chiffre ou mesure, ni loi, contrat ou \
             autre moteur ; ni dans son texte, ni par un destinataire, une preuve ou un lien « parce que ». Des listes de mots \
             en français et en anglais tranchent ; un travail terminé est laissé en paix, de même qu’un pourquoi qui ne fait que redire son titre. Ne peut \
             trancher si une référence n’est pas communiquée.",
    },
    why: Said {
        en: "Nobody can disagree with “improve efficiency”, so nobody can decide by it either. A why that fits every project \
             gives no reason to fund this one, and nothing to check when it is done.",
        fr: "Nul ne peut être contre « gagner en efficacité » ; nul ne peut donc trancher avec. Un pourquoi qui convient à tous \
             les projets ne justifie pas de financer celui-ci et ne laisse rien à vérifier à la fin.",
    },
    how: Said {
        en: "Write who is troubled by what today and what they will notice: a verb of change, a person, a measure. Naming the \
             law, contract or event that presses does as well.",
        fr: "Écrivez qui souffre de quoi aujourd’hui et ce qu’il remarquera : un verbe de changement, une personne, une mesure. \
             Nommer la loi, le contrat ou l’événement qui presse convient aussi.",
    },
    thresholds: &[STOCK],
    footing: Footing {
        needs: Said {
            en: "a written why",
            fr: "un pourquoi écrit",
        },
        there_is: |ctx| {
            ctx.elements()
                .any(|(_, it)| !it.why.is_empty() && !is_over(it))
        },
    },
    check: Check::Each(&ElementKind::ALL, check),
    cases: include_str!("generic.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    let why = &element.why;
    if why.is_empty() || is_over(element) {
        return;
    }
    let text = format!("{} {}", why.text, why.change);
    let substance = Substance::of(&text, &element.title);
    let generic = !substance.stock.is_empty()
        && substance.named.is_empty()
        && !substance.repeats()
        && !substance.says_what_changes()
        && substance.stock_share() >= report.value(&STOCK);
    let named_on_the_card = || !why.for_whom.trim().is_empty() || why.proof.is_some();
    if generic && !named_on_the_card() && !names_a_reason(ctx, number) {
        report.add(if is_withheld(reference(element)) {
            withheld::reference(ctx, element)
        } else {
            violated(ctx, number, element, &substance)
        });
    }
}

fn is_over(element: &Element) -> bool {
    let state = element.initiative().and_then(|it| it.state.value());
    matches!(
        state,
        Some(InitiativeState::Delivered | InitiativeState::Stopped)
    )
}

/// What imposes it.
fn reference(element: &Element) -> &Field<String> {
    match &element.detail {
        Detail::Initiative(it) => &it.reference,
        Detail::Driver(it) => &it.reference,
        _ => &None,
    }
}

/// A driver stands behind it, or it answers what imposes it.
fn names_a_reason(ctx: &Context<'_>, number: usize) -> bool {
    let imposed = reference(ctx.element(number)).value();
    imposed.is_some_and(|text| !text.trim().is_empty())
        || ctx.up(number).iter().any(|step| {
            step.link.kind() == LinkKind::Because && ctx.kind(step.to) == ElementKind::Driver
        })
}

fn violated<'a>(
    ctx: &Context<'a>,
    number: usize,
    element: &'a Element,
    substance: &Substance,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let said = quoted(element.why.text.trim().trim_end_matches('.'), ctx.lang);
    let share = percent(substance.stock_share(), ctx.lang);
    let words = substance.stock.join(", ");
    let repeated = substance.repeated.join(", ");
    let in_title = (!repeated.is_empty()).then(|| {
        row(say!(
            ctx,
            "Words of the title: {repeated}",
            "Mots du titre : {repeated}"
        ))
        .of(element)
    });
    Verdict::violated(element)
        .not_raised()
        .says(say!(
            ctx,
            "The why of {name} could stand over any project: {said}.",
            "Le pourquoi de {name} irait à n’importe quel projet : {said}."
        ))
        .advises(say!(
            ctx,
            "Name who gains, what they will notice and how much, or link it to the driver that it answers.",
            "Nommez qui y gagne, ce qu’il remarquera et de combien, ou tracez un lien « parce que » vers le moteur auquel il répond."
        ))
        .shows([row(say!(
            ctx,
            "{share} of its words say nothing of this case; stock words: {words}",
            "{share} de ses mots ne disent rien de ce cas ; mots passe-partout : {words}"
        ))
        .of(element)
        .on(element.why.reviewed_on.or(element.why.accepted_on))])
        .shows(in_title)
        .stakes(ctx.budget(number).cloned())
}
