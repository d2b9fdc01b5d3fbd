//! M503: a chain of whys that ends in work or in an ability, with nothing above it that would be an end.

use crate::model::{Category, Detail, Element, ElementKind, InitiativeState, Known, Maybe, Reason};
use crate::rules::evidence::{MOST_ROWS, budget_row, uncounted};
use crate::rules::footing::{Footing, some_of};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, accept_only, gap_words, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M503",
    name: "means-without-end",
    family: Family::Why,
    severity: Severity::High,
    title: Said {
        en: "Whys that end in more work",
        fr: "Pourquoi qui s’arrêtent à un autre chantier",
    },
    what: Said {
        en: "An initiative or a capability that other elements contribute to, that leads to nothing itself, and that gives no \
             why either: whoever asks “why?” from below ends there and not at an objective, a priority or a driver. What has \
             another way to an end does not count; finished work, a why in words, and run or mandatory work that names its \
             reference end the chain. Cannot tell when that reference is withheld.",
        fr: "Une initiative ou une capacité à laquelle d’autres éléments contribuent, qui ne mène elle-même à rien et ne dit pas \
             non plus pourquoi : qui demande « pourquoi ? » depuis le bas s’arrête là, et non à un objectif, une priorité ou un \
             moteur. Ce qui atteint une fin par un autre chemin ne compte pas ; un travail terminé, un pourquoi écrit, un \
             maintien ou une obligation qui nomme sa référence closent la chaîne. Indécidable si cette référence n’est pas communiquée.",
    },
    why: Said {
        en: "A project that exists for another project has no reason of its own. When the last one of the chain is questioned, \
             all that rests on it falls with it, and nobody had noticed that it rested on nothing.",
        fr: "Un projet qui n’existe que pour un autre n’a pas de raison propre. Le jour où le dernier de la chaîne est remis en \
             cause, tout ce qui s’appuie dessus tombe avec lui, et personne n’avait vu qu’il ne reposait sur rien.",
    },
    how: Said {
        en: "Ask the owner of the last step “and why that?”, and go on until the answer is a result for somebody; then draw the \
             link. If there is no answer, stop the chain at its top.",
        fr: "Demandez au responsable du dernier maillon « et cela, pourquoi ? » jusqu’à tomber sur un résultat pour quelqu’un, puis \
             tracez le lien. S’il n’y a pas de réponse, arrêtez la chaîne par le haut.",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "initiatives or capabilities that something else contributes to",
            fr: "des initiatives ou des capacités auxquelles autre chose contribue",
        },
        there_is: |ctx| {
            some_of(
                ctx,
                &[ElementKind::Initiative, ElementKind::Capability],
                |n| !is_over(ctx.element(n)) && !ctx.below(n).is_empty(),
            )
        },
    },
    check: Check::Each(&[ElementKind::Initiative, ElementKind::Capability], check),
    cases: include_str!("means_without_end.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let element = ctx.element(number);
    if !ctx.up(number).is_empty() || !element.why.is_empty() || is_over(element) {
        return;
    }
    let resting = resting(ctx, number);
    if resting.is_empty() {
        return;
    }
    match imposed(element) {
        Imposed::Named => {}
        Imposed::Withheld(words) => report.add(cannot_tell(ctx, number, words, &resting)),
        Imposed::No => report.add(violated(ctx, number, &resting)),
    }
}

fn is_over(element: &Element) -> bool {
    let state = element.initiative().and_then(|it| it.state.value());
    matches!(
        state,
        Some(InitiativeState::Delivered | InitiativeState::Stopped)
    )
}

fn is_end(kind: ElementKind) -> bool {
    matches!(
        kind,
        ElementKind::Driver | ElementKind::Priority | ElementKind::Objective
    )
}

/// What contributes its way up to an element and to no end besides it, nearest first. A part alone does not rest on
/// its whole: it is a piece of it.
fn resting(ctx: &Context<'_>, number: usize) -> Vec<usize> {
    if !ctx.objectives_of(number).is_empty() {
        // A programme is served by its parts.
        return Vec::new();
    }
    let below = ctx.below(number);
    let all = below.iter().copied();
    all.filter(|n| ctx.contributions_up(*n).next().is_some())
        .filter(|n| !ctx.above(*n).iter().any(|it| is_end(ctx.kind(*it))))
        .collect()
}

/// Whether something outside imposes it.
enum Imposed<'a> {
    Named,
    Withheld(&'a crate::model::Gap),
    No,
}

fn imposed(element: &Element) -> Imposed<'_> {
    let Detail::Initiative(it) = &element.detail else {
        return Imposed::No;
    };
    if !matches!(
        it.category.value(),
        Some(Category::Run | Category::Mandatory)
    ) {
        return Imposed::No;
    }
    match &it.reference {
        Some(Maybe::Known(text)) if !text.trim().is_empty() => Imposed::Named,
        Some(Maybe::Missing(gap)) if gap.reason == Reason::Withheld => Imposed::Withheld(gap),
        _ => Imposed::No,
    }
}

fn chains(ctx: &Context<'_>, number: usize, resting: &[usize]) -> Vec<Evidence> {
    let some = resting.iter().take(MOST_ROWS);
    some.filter_map(|from| {
        let way = ctx.path(*from, number)?;
        let mut names = vec![quoted(&ctx.element(*from).title, ctx.lang)];
        names.extend(
            way.iter()
                .map(|step| quoted(&ctx.element(step.to).title, ctx.lang)),
        );
        let row = row(names.join(" → ")).of(ctx.element(*from));
        Some(way.first().map_or(row.clone(), |step| row.by(step.link)))
    })
    .collect()
}

fn violated<'a>(ctx: &Context<'a>, number: usize, resting: &[usize]) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let others: Vec<&Element> = resting.iter().map(|n| ctx.element(*n)).collect();
    let message = match others.as_slice() {
        [only] => {
            let only = quoted(&only.title, ctx.lang);
            say!(
                ctx,
                "{only} exists for {name}, and nobody says what {name} is for.",
                "{only} existe pour {name}, et personne ne dit à quoi sert {name}."
            )
        }
        _ => {
            let count = others.len();
            say!(
                ctx,
                "{count} elements exist for {name}, and nobody says what {name} is for.",
                "{count} éléments existent pour {name}, et personne ne dit à quoi sert {name}."
            )
        }
    };
    let way = resting.first().and_then(|from| ctx.path(*from, number));
    Verdict::violated(element)
        .says(message)
        .advises(say!(
            ctx,
            "Link {name} to the outcome, objective or driver it serves, or write its why; if there is none, stop it and what rests on it.",
            "Reliez {name} au résultat, à l’objectif ou au moteur qui la justifie, ou écrivez son pourquoi ; à défaut, arrêtez-la avec ce qui s’y appuie."
        ))
        .shows(chains(ctx, number, resting))
        .shows(uncounted(ctx, number))
        .shows(budget_row(ctx, number))
        .relates(others)
        .stakes(ctx.budget(number).cloned())
        .along(way.iter().flatten().map(|step| step.link))
        .caused_by(element, "why")
        .fixed_by(accept_only(ctx.links_from(number)))
}

fn cannot_tell<'a>(
    ctx: &Context<'a>,
    number: usize,
    gap: &crate::model::Gap,
    resting: &[usize],
) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let why = gap_words(ctx, gap.reason, &gap.said);
    Verdict::cannot_tell(
        element,
        vec![Missing::of(Lack::Reference, element, ctx.lang).withheld()],
    )
    .says(say!(
        ctx,
        "Whether the whys that lead to {name} end there cannot be told: what imposes it is withheld.",
        "On ne peut dire si les pourquoi qui mènent à {name} s’arrêtent là : ce qui l’impose n’est pas communiqué."
    ))
    .advises(say!(
        ctx,
        "Ask for the reference of {name}, or link it to the objective it serves.",
        "Demandez la référence de {name}, ou reliez-la à l’objectif qu’elle sert."
    ))
    .shows([row(say!(ctx, "Reference: {why}", "Référence : {why}")).imported(ctx, element)])
    .shows(chains(ctx, number, resting))
    .caused_by(element, "reference")
}
