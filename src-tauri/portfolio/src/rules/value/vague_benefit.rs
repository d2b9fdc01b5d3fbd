//! D403: an outcome that is not described, not observable, claimed by nothing, or never to be measured.

use super::withheld::untested;
use crate::model::{Element, ElementKind, Known, ValueType};
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::is_withheld;
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D403",
    name: "vague-benefit",
    family: Family::Value,
    severity: Severity::Medium,
    title: Said {
        en: "Outcomes too vague to be claimed",
        fr: "Résultats trop vagues pour être revendiqués",
    },
    what: Said {
        en: "An outcome that fails one of the four tests of a benefit. It is described: by its description, its why, \
             the definition of an indicator, or a target with its date, which says it better. It can be observed: \
             its why card says what will be noticed, or an indicator goes from a baseline to a target. It is attributed: an \
             accepted contribution leads to it. It is measured: an indicator measures it, or it is one to be observed only, \
             and a target date or a review says when. Cannot tell when what it fails by is withheld.",
        fr: "Un résultat qui échoue à l’une des quatre épreuves d’un bénéfice. Décrit : par une description, son \
             pourquoi, la définition d’un indicateur, ou une cible datée, qui le dit mieux. Observable : sa \
             carte du pourquoi dit ce qu’on remarquera, ou un indicateur va d’une valeur de départ à une cible. Attribué : une \
             contribution acceptée y mène. Mesuré : un indicateur le mesure, ou il n’est qu’à observer, et une date de cible ou \
             une revue dit quand. Ne peut trancher si ce qui manque n’est pas communiqué.",
    },
    why: Said {
        en: "A benefit that cannot be told from wishful thinking is claimed by everybody in the proposal and by nobody in the \
             review. The four tests cost an hour at the start and cannot be made up for at the end.",
        fr: "Un bénéfice qu’on ne peut distinguer d’un vœu est revendiqué par tous dans le dossier et par personne à la revue. Les \
             quatre épreuves coûtent une heure au début et ne se rattrapent pas à la fin.",
    },
    how: Said {
        en: "Answer the tests that fail: what it is in a sentence, what somebody will notice, which work brings it about, and with \
             what and when it is measured. Drop the outcome if nobody can.",
        fr: "Répondez aux épreuves manquées : ce que c’est en une phrase, ce que quelqu’un remarquera, quel travail l’amène, avec \
             quoi et quand on le mesure. Abandonnez le résultat si personne n’y parvient.",
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
    cases: include_str!("vague_benefit.cases"),
};

/// The four tests in their order: description, observation, attribution, measurement. With `hidden`, what is withheld
/// is taken as if it were told.
fn tests(ctx: &Context<'_>, number: usize, element: &Element, hidden: bool) -> [bool; 4] {
    let indicators = ctx.indicators(number);
    let series: Vec<_> = indicators.iter().filter_map(|n| ctx.series(*n)).collect();
    type Told<'a> = std::sync::Arc<crate::rules::Series<'a>>;
    let aimed = |it: &Told<'_>| it.target.is_some() || hidden && is_withheld(&it.indicator.target);
    let goes_somewhere = |it: &Told<'_>| {
        aimed(it) && (it.baseline.is_some() || hidden && is_withheld(&it.indicator.baseline))
    };
    let written = |text: &str| !text.trim().is_empty();
    let dated = |it: &Told<'_>| {
        let day = &it.indicator.target_on;
        it.target.is_some_and(|(_, day)| day.is_some())
            || hidden && aimed(it) && (day.value().is_some() || is_withheld(day))
    };
    let due = series.iter().any(dated);
    let described = due
        || written(&element.description)
        || written(&element.why.text)
        || series.iter().any(|it| {
            it.indicator
                .definition
                .value()
                .is_some_and(|it| written(it))
        });
    let outcome = element.outcome();
    let to_be_seen =
        outcome.is_some_and(|it| it.value_type.value() == Some(&ValueType::Observable));
    let reviewed = outcome
        .is_some_and(|it| it.review_on.value().is_some() || hidden && is_withheld(&it.review_on));
    [
        described,
        written(&element.why.change) || series.iter().any(goes_somewhere),
        ctx.contributions_down(number).next().is_some(),
        (!indicators.is_empty() || to_be_seen) && (due || reviewed),
    ]
}

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    let passed = tests(ctx, number, element, false);
    if !passed.contains(&false) {
        return;
    }
    let at_best = tests(ctx, number, element, true);
    report.add(if at_best.contains(&false) {
        violated(ctx, number, element, passed)
    } else {
        untested(ctx, number)
    });
}

/// What a test asks, when it is passed and when it is failed.
fn test_row(ctx: &Context<'_>, test: usize, passed: bool) -> Evidence {
    row(match (test, passed) {
        (0, true) => say!(ctx, "Described: yes", "Décrit : oui"),
        (0, false) => say!(
            ctx,
            "Described: no, neither a text nor a target with its date says what it is",
            "Décrit : non, ni texte ni cible datée ne dit ce que c’est"
        ),
        (1, true) => say!(ctx, "Observable: yes", "Observable : oui"),
        (1, false) => say!(
            ctx,
            "Observable: no, nothing says what will be noticed, and no indicator goes from a baseline to a target",
            "Observable : non, rien ne dit ce qu’on remarquera, et aucun indicateur ne va d’une valeur de départ à une cible"
        ),
        (2, true) => say!(ctx, "Attributed: yes", "Attribué : oui"),
        (2, false) => say!(
            ctx,
            "Attributed: no, no accepted contribution leads to it",
            "Attribué : non, aucune contribution acceptée n’y mène"
        ),
        (_, true) => say!(ctx, "Measured: yes", "Mesuré : oui"),
        (_, false) => say!(
            ctx,
            "Measured: no, an indicator or the date of its target or review is missing",
            "Mesuré : non, il manque un indicateur, ou la date de sa cible ou de sa revue"
        ),
    })
}

fn violated<'a>(
    ctx: &Context<'a>,
    number: usize,
    element: &'a Element,
    passed: [bool; 4],
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let words = match ctx.lang {
        crate::model::Lang::En => ["described", "observable", "attributed", "measured"],
        crate::model::Lang::Fr => ["décrit", "observable", "attribué", "mesuré"],
    };
    let failed: Vec<&str> = words
        .into_iter()
        .zip(passed)
        .filter_map(|(word, passed)| (!passed).then_some(word))
        .collect();
    let tests = match failed.as_slice() {
        [most @ .., last] if !most.is_empty() => {
            let most = most.join(", ");
            say!(ctx, "{most} or {last}", "{most} ni {last}")
        }
        all => all.concat(),
    };
    let rows = passed.into_iter().enumerate();
    let outcome = element.outcome();
    let verdict = Verdict::violated(element)
        .says(say!(
            ctx,
            "{name} cannot be claimed as a benefit yet: it is not {tests}.",
            "{name} ne peut pas encore être revendiqué comme bénéfice : il n’est pas {tests}."
        ))
        .advises(say!(
            ctx,
            "Say what {name} is, what will be noticed, what brings it about, and how and when it is measured.",
            "Dites ce qu’est {name}, ce qu’on remarquera, ce qui l’amène, comment et quand on le mesure."
        ))
        .shows(rows.map(|(test, passed)| test_row(ctx, test, passed).of(element)))
        .stakes(outcome.and_then(|it| it.expected_value.value()).cloned());
    if passed == [true, true, true, false] && ctx.indicators(number).is_empty() {
        return verdict.caused_by(element, "proof");
    }
    verdict
}
