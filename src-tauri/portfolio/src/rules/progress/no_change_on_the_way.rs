//! M206: something delivered is drawn straight to a benefit, and nobody does anything differently in between.

use crate::model::{ElementKind, IndicatorKind, InitiativeState, Known, Side};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::progress::rows::kind_of;
use crate::rules::report::{Verdict, row};
use crate::rules::rule::{Check, Rule, Said};
use crate::rules::words::{listed, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity, Step};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M206",
    name: "no-change-on-the-way",
    family: Family::Progress,
    severity: Severity::High,
    title: Said {
        en: "Benefits that nobody has to do anything for",
        fr: "Bénéfices pour lesquels personne ne change rien",
    },
    what: Said {
        en: "A system or an initiative that contributes straight to an outcome, with no business change and no capability in \
             between on any way, and no adoption indicator on either end or on what the initiative is made of. The model does \
             not say which work is IT: every initiative counts, unless only business teams carry it and no system stands \
             behind it. Cannot tell when an indicator there does not say what it measures.",
        fr: "Un système ou une initiative qui contribue directement à un résultat, sans changement métier ni capacité sur aucun \
             chemin entre les deux, et sans indicateur d’adoption à l’un ou l’autre bout ni sur ce dont l’initiative est faite. \
             Le modèle ne dit pas quel travail est informatique : toute initiative compte, sauf si seules des équipes métier la \
             portent et qu’aucun système n’est derrière. Indécidable quand un indicateur n’y dit pas ce qu’il mesure.",
    },
    why: Said {
        en: "A tool that is installed changes nothing; people who work differently with it do. Where that step is not drawn, it is \
             not planned, not paid for and not owned, and the benefit is expected to appear by itself.",
        fr: "Un outil installé ne change rien ; ce sont les gens qui travaillent autrement avec lui. Une étape qui n’est pas tracée \
             n’est ni prévue, ni financée, ni portée, et l’on attend que le bénéfice apparaisse tout seul.",
    },
    how: Said {
        en: "Draw the change between the two: who will do what differently, from when, owned by whom. Add an indicator of how many \
             of them do.",
        fr: "Tracez le changement entre les deux : qui fera quoi autrement, à partir de quand, et qui en répond. Ajoutez un \
             indicateur du nombre de personnes qui le font.",
    },
    thresholds: &[],
    footing: Footing {
        needs: Said {
            en: "accepted contributions of systems or work to outcomes",
            fr: "des contributions acceptées de systèmes ou de travaux à des résultats",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Outcome], |n| {
                let harmful = ctx.element(n).outcome().is_some_and(|it| it.harmful);
                !harmful && ctx.contributions_down(n).any(|step| delivers(ctx, step.to))
            })
        },
    },
    check: Check::Each(&[ElementKind::Outcome], check),
    cases: include_str!("no_change_on_the_way.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    if ctx.element(number).outcome().is_some_and(|it| it.harmful) {
        return;
    }
    let own = ctx.indicators(number);
    let (mut leaps, mut open, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for step in ctx.contributions_down(number) {
        if !delivers(ctx, step.to) || has_change(ctx, step.to, number) {
            continue;
        }
        let mut indicators = own.clone();
        for n in std::iter::once(step.to).chain(ctx.below(step.to).iter().copied()) {
            indicators.extend(ctx.indicators(n));
        }
        let is = |kind| indicators.iter().any(|n| ctx.indicator_kind(*n) == kind);
        if is(Some(IndicatorKind::Adoption)) {
            continue;
        }
        if is(None) {
            open.push(step);
            unknown.extend(
                indicators
                    .into_iter()
                    .filter(|n| ctx.indicator_kind(*n).is_none()),
            );
        } else {
            leaps.push(step);
        }
    }
    if !leaps.is_empty() {
        report.add(violated(ctx, number, &leaps));
    } else if !open.is_empty() {
        unknown.sort_unstable();
        unknown.dedup();
        report.add(cannot_tell(ctx, number, &open, &unknown));
    }
}

/// Whether an element is something that is delivered: a system, or an initiative that is or was carried out and is not
/// a matter of business teams alone.
fn delivers(ctx: &Context<'_>, number: usize) -> bool {
    let element = ctx.element(number);
    if let Some(it) = element.system() {
        return it.live_until.value().is_none_or(|day| *day >= ctx.as_of);
    }
    let dropped = [InitiativeState::Idea, InitiativeState::Stopped];
    let done = element.initiative().is_some_and(|it| {
        it.state
            .value()
            .is_none_or(|state| !dropped.contains(state))
    });
    let sides: Vec<Option<Side>> = ctx
        .below_of_kind(number, ElementKind::Team)
        .into_iter()
        .map(|n| {
            ctx.element(n)
                .team()
                .and_then(|it| it.side.value().copied())
        })
        .collect();
    let business = !sides.is_empty()
        && sides.iter().all(|it| *it == Some(Side::Business))
        && ctx.below_of_kind(number, ElementKind::System).is_empty();
    done && !business
}

/// Whether another way between the two leads over a change or a capability.
fn has_change(ctx: &Context<'_>, from: usize, to: usize) -> bool {
    let above = ctx.above(from);
    above.iter().any(|n| {
        matches!(ctx.kind(*n), ElementKind::Change | ElementKind::Capability)
            && ctx.above(*n).contains(&to)
    })
}

fn leap_row(ctx: &Context<'_>, step: &Step<'_>) -> Evidence {
    let from = ctx.element(step.to);
    let name = quoted(&from.title, ctx.lang);
    row(say!(
        ctx,
        "{name} contributes directly, with no change in between",
        "{name} contribue directement, sans changement entre les deux"
    ))
    .of(from)
    .by(step.link)
}

fn violated<'a>(ctx: &Context<'a>, number: usize, leaps: &[Step<'a>]) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let count = leaps.len();
    let message = match leaps {
        [only] => {
            let from = quoted(&ctx.element(only.to).title, ctx.lang);
            say!(
                ctx,
                "{from} is to bring about {name}, and nothing says who will work differently.",
                "{from} doit amener {name}, et rien ne dit qui travaillera autrement."
            )
        }
        _ => say!(
            ctx,
            "{count} deliveries are to bring about {name}, and nothing says who will work differently.",
            "{count} livraisons doivent amener {name}, et rien ne dit qui travaillera autrement."
        ),
    };
    Verdict::violated(element)
        .says(message)
        .advises(say!(
            ctx,
            "Draw the business change in between with its owner, and measure its adoption.",
            "Tracez entre les deux le changement métier avec son responsable, et mesurez son adoption."
        ))
        .shows(leaps.iter().take(MOST_ROWS).map(|it| leap_row(ctx, it)))
        .relates(leaps.iter().map(|it| ctx.element(it.to)))
        .stakes(leaps.iter().filter_map(|it| ctx.budget(it.to)).cloned())
        .along(leaps.iter().map(|it| it.link))
}

fn cannot_tell<'a>(
    ctx: &Context<'a>,
    number: usize,
    open: &[Step<'a>],
    unknown: &[usize],
) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    let from: Vec<String> = open
        .iter()
        .take(MOST_ROWS)
        .map(|it| quoted(&ctx.element(it.to).title, ctx.lang))
        .collect();
    let from = listed(&from, ctx.lang);
    Verdict::cannot_tell(element, unknown.iter().map(|n| kind_of(ctx, *n)).collect())
        .says(say!(
            ctx,
            "Whether the use of {from} is followed on its way to {name} cannot be told: it is not said what its indicators measure.",
            "On ne peut dire si l’usage de {from} est suivi sur le chemin de {name} : on ignore ce que mesurent ses indicateurs."
        ))
        .advises(say!(
            ctx,
            "Say of each of these indicators what it measures.",
            "Dites ce que mesure chacun de ces indicateurs."
        ))
        .shows(open.iter().take(MOST_ROWS).map(|it| leap_row(ctx, it)))
        .relates(unknown.iter().map(|n| ctx.element(*n)))
}
