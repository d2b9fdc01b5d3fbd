//! M409: a benefit that was declared to have come true on somebody's word.

use crate::model::{Date, Detail, Element, ElementKind, Grade, Known, Reading};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing, is_withheld};
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{day, number, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M409",
    name: "realised-on-say-so",
    family: Family::Agile,
    severity: Severity::High,
    title: Said {
        en: "Declared achieved on say-so",
        fr: "Déclaré atteint sur parole",
    },
    what: Said {
        en: "An outcome declared to have come true of which no indicator has a confirmed value later than its baseline that is \
             better than a statement or a judgement: at least read by hand from a named source against a written definition \
             (grade 2 of 4), or imported. Activity and output indicators are no evidence of a benefit. Cannot tell when whether it \
             was declared is withheld.",
        fr: "Un résultat déclaré atteint dont aucun indicateur ne porte, après son point de départ, de valeur confirmée valant mieux \
             qu’une affirmation ou un jugement : au moins relevée à la main dans une source nommée, selon une définition écrite \
             (degré 2 sur 4), ou importée. Les indicateurs d’activité et de production ne prouvent pas un bénéfice. Ne peut \
             trancher si la déclaration n’est pas communiquée.",
    },
    why: Said {
        en: "A benefit that was declared is counted, reported and spent. When nobody can show where it comes from, the next audit \
             takes it back, and the credit of all the others with it.",
        fr: "Un bénéfice déclaré est compté, rapporté et dépensé. Si personne ne sait montrer d’où il vient, le prochain audit le \
             reprend, et avec lui le crédit de tous les autres.",
    },
    how: Said {
        en: "Supply a value with its source and the definition of the indicator, or take the declaration back until there is one.",
        fr: "Fournissez une valeur avec sa source et la définition de l’indicateur, ou retirez la déclaration en attendant.",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "an outcome declared to have come true",
            fr: "un résultat déclaré atteint",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Outcome], |n| {
                let declared = ctx
                    .element(n)
                    .outcome()
                    .and_then(|it| it.realised_on.value());
                declared.is_some_and(|it| *it <= ctx.as_of)
            })
        },
    },
    check: Check::Each(&[ElementKind::Outcome], check),
    cases: include_str!("realised_on_say_so.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    let Detail::Outcome(outcome) = &element.detail else {
        return;
    };
    let declared = outcome.realised_on.value().copied();
    let declared = declared.filter(|day| *day <= ctx.as_of);
    if declared.is_none() && !is_withheld(&outcome.realised_on) {
        return;
    }
    let cards = cards(ctx, number);
    if cards.iter().all(|(.., grade)| *grade < Grade::Manual) {
        report.add(match declared {
            Some(day) => violated(ctx, number, day, &cards),
            None => cannot_tell(ctx, element),
        });
    }
}

/// Confirmed values after the baseline, the best evidence first.
fn cards<'a>(ctx: &Context<'a>, number: usize) -> Vec<(&'a Element, &'a Reading, Grade)> {
    let mut found = Vec::new();
    for indicator in ctx.indicators(number) {
        let kind = ctx.indicator_kind(indicator);
        let Some(series) = ctx.series(indicator) else {
            continue;
        };
        if kind.is_some_and(|it| it < crate::model::IndicatorKind::Adoption) {
            continue;
        }
        let start = series.baseline.and_then(|(_, day)| day);
        let after = series.actuals.iter().copied();
        let after = after.filter(|it| start.is_none_or(|day| it.period > day));
        found.extend(after.map(|it| (ctx.element(indicator), it, ctx.grade(it))));
    }
    found.sort_by(|a, b| (b.2, b.1.period, &a.1.id).cmp(&(a.2, a.1.period, &b.1.id)));
    found
}

fn violated<'a>(
    ctx: &Context<'a>,
    place: usize,
    declared: Date,
    cards: &[(&'a Element, &'a Reading, Grade)],
) -> Verdict<'a> {
    let element = ctx.element(place);
    let name = quoted(&element.title, ctx.lang);
    let date = day(declared, ctx.lang);
    let value = element.outcome().and_then(|it| it.expected_value.value());
    let declaration = row(say!(ctx, "Declared achieved", "Déclaré atteint"));
    let verdict = Verdict::violated(element)
        .shows([declaration.of(element).on(Some(declared))])
        .shows(cards.iter().take(MOST_ROWS).map(|it| card(ctx, it)))
        .stakes(value.cloned());
    let Some((indicator, ..)) = cards.first() else {
        let verdict = verdict
            .says(say!(
                ctx,
                "{name} was declared achieved on {date}, and no reading supports it.",
                "{name} a été déclaré atteint le {date}, et aucun relevé ne l’appuie."
            ))
            .advises(say!(
                ctx,
                "Read an outcome indicator of {name} with its source, or take the declaration back.",
                "Relevez un indicateur de résultat de {name} avec sa source, ou retirez la déclaration."
            ));
        return if ctx.indicators(place).is_empty() {
            verdict.caused_by(element, "proof")
        } else {
            verdict.caused_by(element, "realised_on")
        };
    };
    let measure = quoted(&indicator.title, ctx.lang);
    verdict
        .says(say!(
            ctx,
            "{name} was declared achieved on {date} on values of {measure} that nobody could check.",
            "{name} a été déclaré atteint le {date} sur des valeurs de {measure} que nul ne peut vérifier."
        ))
        .advises(say!(
            ctx,
            "Give the values of {measure} their source and the indicator its definition, or take the declaration back.",
            "Donnez aux valeurs de {measure} leur source et à l’indicateur sa définition, ou retirez la déclaration."
        ))
        .relates([*indicator])
        .caused_by(element, "realised_on")
}

fn cannot_tell<'a>(ctx: &Context<'a>, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let day = Missing::of(Lack::ClaimedOn, element, ctx.lang).withheld();
    Verdict::cannot_tell(element, vec![day])
        .says(say!(
            ctx,
            "Whether {name} was declared achieved is withheld, and no value that could be checked would support it.",
            "On ne peut dire si {name} a été déclaré atteint : l’information n’est pas communiquée, et aucune valeur vérifiable ne l’appuierait."
        ))
        .advises(say!(
            ctx,
            "Ask whether and when {name} was declared achieved, or read an outcome indicator of it with its source.",
            "Demandez si et quand {name} a été déclaré atteint, ou relevez-en un indicateur de résultat avec sa source."
        ))
        .caused_by(element, "realised_on")
}

fn card(ctx: &Context<'_>, (indicator, reading, grade): &(&Element, &Reading, Grade)) -> Evidence {
    let name = quoted(&indicator.title, ctx.lang);
    let value = number(reading.value, ctx.lang);
    let grade = match grade {
        Grade::Assertion => say!(
            ctx,
            "a statement without a source",
            "une affirmation sans source"
        ),
        _ => say!(ctx, "a judgement", "un jugement"),
    };
    row(say!(
        ctx,
        "{name} {value}: {grade}",
        "{name} {value} : {grade}"
    ))
    .of(indicator)
    .on(Some(reading.period))
    .from(ctx.source_title(reading.source.as_ref()))
}
