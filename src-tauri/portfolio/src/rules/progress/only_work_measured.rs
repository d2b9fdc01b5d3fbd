//! M201: an objective whose indicators count work done and not what it changed.

use crate::model::{Element, ElementKind, IndicatorKind};
use crate::rules::evidence::MOST_ROWS;
use crate::rules::footing::{Footing, some_of};
use crate::rules::progress::rows::{kind_of, kind_row, measuring};
use crate::rules::report::Verdict;
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{all_of, quoted, say};
use crate::rules::{Context, Family, Report, Severity};

const WORK: Threshold = Threshold {
    name: "share_of_work_indicators",
    value: 50.0,
    unit: Said {
        en: "% of the indicators of an objective",
        fr: "% des indicateurs d’un objectif",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "M201",
    name: "only-work-measured",
    family: Family::Progress,
    severity: Severity::High,
    title: Said {
        en: "Objectives measured by the work done",
        fr: "Objectifs mesurés au travail accompli",
    },
    what: Said {
        en: "An objective of which every indicator, its own or that of an outcome on the way to it, counts activity or output \
             (high), or more than {share_of_work_indicators} % of them do (medium). Cannot tell when it turns on indicators of which nobody has said \
             what they measure. An objective without any indicator is not judged here.",
        fr: "Un objectif dont tous les indicateurs, les siens et ceux des résultats qui y mènent, comptent de l’activité ou de \
             la production (élevé), ou plus de {share_of_work_indicators} % d’entre eux (moyen). Indécidable quand tout dépend d’indicateurs dont \
             personne n’a dit ce qu’ils mesurent. Un objectif sans aucun indicateur n’est pas jugé ici.",
    },
    why: Said {
        en: "Work can be finished on time while nothing changes for anybody. Where only work is counted, the count rises every \
             month and the objective looks well until somebody asks what it was for.",
        fr: "Un travail peut s’achever à l’heure sans que rien ne change pour personne. Quand on ne compte que lui, le chiffre \
             monte chaque mois et l’objectif paraît aller bien, jusqu’au jour où l’on demande à quoi il servait.",
    },
    how: Said {
        en: "Add one indicator of what changes for the people concerned and one of how many of them use what was delivered. \
             Keep the count of work for the team that does it.",
        fr: "Ajoutez un indicateur de ce qui change pour les personnes concernées et un autre du nombre d’entre elles qui se \
             servent de ce qui est livré. Laissez le décompte du travail à l’équipe qui le fait.",
    },
    thresholds: &[WORK],
    footing: Footing {
        needs: Said {
            en: "indicators of objectives, or of outcomes that lead to them",
            fr: "des indicateurs sur les objectifs, ou sur les résultats qui y mènent",
        },
        there_is: |ctx| {
            some_of(ctx, &[ElementKind::Objective], |n| {
                !measuring(ctx, n, |kind| {
                    matches!(kind, ElementKind::Objective | ElementKind::Outcome)
                })
                .is_empty()
            })
        },
    },
    check: Check::Each(&[ElementKind::Objective], check),
    cases: include_str!("only_work_measured.cases"),
};

fn check<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    let all = measuring(ctx, number, |kind| {
        matches!(kind, ElementKind::Objective | ElementKind::Outcome)
    });
    if all.is_empty() {
        return;
    }
    let (known, unknown): (Vec<usize>, Vec<usize>) =
        all.iter().partition(|n| ctx.indicator_kind(**n).is_some());
    let work = known
        .iter()
        .filter(|n| ctx.indicator_kind(**n) <= Some(IndicatorKind::Output))
        .count();
    #[expect(
        clippy::cast_precision_loss,
        reason = "an objective has few indicators"
    )]
    let is_most = |count: usize| {
        count as f64 * 100.0 > all.len() as f64 * report.value(&WORK) || count == all.len()
    };
    let element = ctx.element(number);
    if is_most(work) {
        let verdict = violated(ctx, element, &all, work);
        let verdict = if ctx.proofs(number).is_empty() {
            verdict.caused_by(element, "proof")
        } else {
            verdict
        };
        report.add(if work == all.len() {
            verdict
        } else {
            verdict.at(Severity::Medium)
        });
    } else if is_most(work + unknown.len()) {
        report.add(cannot_tell(ctx, element, &unknown));
    }
}

fn violated<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    all: &[usize],
    work: usize,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let count = all.len();
    let every = all_of(count, ctx.lang);
    let message = match all {
        [only] => {
            let indicator = quoted(&ctx.element(*only).title, ctx.lang);
            say!(
                ctx,
                "The only indicator of the objective {name}, {indicator}, counts work done, not what changes.",
                "Le seul indicateur de l’objectif {name}, {indicator}, compte du travail accompli et non ce qui change."
            )
        }
        _ if work == count => say!(
            ctx,
            "{every} indicators of the objective {name} count work done; none shows what changes.",
            "{every} indicateurs de l’objectif {name} comptent du travail accompli ; aucun ne montre ce qui change."
        ),
        _ => say!(
            ctx,
            "{work} of the {count} indicators of the objective {name} count work done.",
            "{work} des {count} indicateurs de l’objectif {name} comptent du travail accompli."
        ),
    };
    Verdict::violated(element)
        .says(message)
        .advises(say!(
            ctx,
            "Add an indicator of the outcome with its baseline and target, and one of use.",
            "Ajoutez un indicateur de résultat, avec son départ et sa cible, et un indicateur d’adoption."
        ))
        .shows(all.iter().take(MOST_ROWS).map(|n| kind_row(ctx, *n)))
        .relates(all.iter().map(|n| ctx.element(*n)))
}

fn cannot_tell<'a>(ctx: &Context<'a>, element: &'a Element, unknown: &[usize]) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    Verdict::cannot_tell(element, unknown.iter().map(|n| kind_of(ctx, *n)).collect())
        .says(say!(
            ctx,
            "Whether the objective {name} is measured by more than work cannot be told: it is not said what its indicators measure.",
            "On ne peut dire si l’objectif {name} est mesuré à autre chose qu’au travail : on ignore ce que mesurent ses indicateurs."
        ))
        .advises(say!(
            ctx,
            "Say of each indicator whether it measures activity, output, adoption, outcome or impact.",
            "Dites de chaque indicateur s’il mesure une activité, une production, une adoption, un résultat ou un impact."
        ))
        .shows(unknown.iter().take(MOST_ROWS).map(|n| kind_row(ctx, *n)))
        .relates(unknown.iter().map(|n| ctx.element(*n)))
}
