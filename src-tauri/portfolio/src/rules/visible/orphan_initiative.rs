//! D103: money or effort without a way to any objective.

use super::no_objective::whole;
use crate::model::{Category, Element, ElementKind, Initiative, Maybe, Money, Reason};
use crate::rules::context::{ACTIVE_BUDGET, OBJECTIVES, Sum, Turn};
use crate::rules::evidence::{budget_row, uncounted};
use crate::rules::footing::{Footing, some_work};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, accept_only, row};
use crate::rules::rule::{Check, OURS, Rule, Said, Threshold};
use crate::rules::words::{money, percent, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use rust_decimal::prelude::ToPrimitive;

pub(super) const LARGE_TOTAL: Threshold = Threshold {
    name: "orphan_budget_share",
    value: 10.0,
    unit: Said {
        en: "% of active budget",
        fr: "% du budget actif",
    },
    source: OURS,
};

pub(in crate::rules) const RULE: Rule = Rule {
    code: "D103",
    name: "orphan-initiative",
    family: Family::Visible,
    severity: Severity::Medium,
    title: Said {
        en: "Initiatives that reach no objective",
        fr: "Initiatives qui n’atteignent aucun objectif",
    },
    what: Said {
        en: "An open initiative from which no chain of accepted contributions leads to an objective. Run and \
             mandatory work is exempt when it names what it runs or what imposes it; a programme is served by its \
             parts. High when such initiatives together hold more than {orphan_budget_share} % of the active budget. While the portfolio has \
             no objective at all it is said once of all of them, and not asked of work whose reference is withheld.",
        fr: "Une initiative ouverte d’où aucune chaîne de contributions acceptées ne mène à un objectif. Le maintien \
             en condition et l’obligatoire sont exemptés s’ils nomment ce qu’ils font tourner ou ce qui les impose ; \
             un programme compte par ses parties. Élevé quand ces initiatives réunissent plus de {orphan_budget_share} % du budget \
             actif. Tant que le portefeuille n’a aucun objectif, on le dit une fois pour toutes, sans poser la question \
             d’un travail dont la référence n’est pas communiquée.",
    },
    why: Said {
        en: "Money that serves no stated result cannot be arbitrated: nobody can say what would be lost by stopping it.",
        fr: "Un argent qui ne sert aucun résultat énoncé ne peut pas être arbitré : nul ne sait dire ce qu’on perdrait en l’arrêtant.",
    },
    how: Said {
        en: "Link it to the objective it serves and write how, or stop it, or mark it as run or mandatory with its reference.",
        fr: "Reliez-la à l’objectif qu’elle sert en écrivant comment, arrêtez-la, ou classez-la en maintien ou en obligatoire avec sa référence.",
    },
    thresholds: &[LARGE_TOTAL],
    footing: Footing {
        needs: Said {
            en: "work under way",
            fr: "du travail en cours",
        },
        there_is: |ctx| some_work(ctx, |_| true),
    },
    check: Check::Both(&[ElementKind::Initiative], each, whole),
    cases: include_str!("orphan_initiative.cases"),
};

/// Budgets of open initiatives that reach no objective and are not exempt, by currency.
pub(in crate::rules) const ORPHANS: Sum = Sum {
    place: 2,
    part: |ctx, n| {
        is_orphan(ctx, n).filter(|it| !is_exempt_unless_told(it))?;
        ctx.own_budget(n)
    },
};

/// Before the first objective no work can reach one.
pub(in crate::rules) const NO_OBJECTIVE: Turn = Turn {
    place: 0,
    holds: |sums, _| {
        let mut names = ["weighted", "unweighted"].into_iter();
        names.all(|it| sums.of_name(&OBJECTIVES, it).is_zero())
    },
};

/// The initiative, when it is active, reaches no objective and is not exempt for sure.
pub(super) fn is_orphan<'a>(ctx: &Context<'a>, number: usize) -> Option<&'a Initiative> {
    let initiative = ctx.active_initiative(number)?;
    let serves = !ctx.objectives_of(number).is_empty();
    (!serves && !is_exempt(ctx, number, initiative)).then_some(initiative)
}

fn each<'a>(ctx: &Context<'a>, number: usize, report: &mut Report<'_, 'a>) {
    if ctx.turned(&NO_OBJECTIVE) {
        return;
    }
    let Some(initiative) = is_orphan(ctx, number) else {
        return;
    };
    let element = ctx.element(number);
    if is_exempt_unless_told(initiative) {
        report.add(undecided(ctx, element));
        return;
    }
    let budget = ctx.budget(number);
    let together = budget.and_then(|it| share(ctx, it.currency.as_str()));
    let heavy = together.is_some_and(|it| it * 100.0 > report.value(&LARGE_TOTAL));
    report.add(
        Verdict::violated(element)
            .at(severity(heavy))
            .not_raised()
            .says(message(ctx, element, budget))
            .advises(say!(
                ctx,
                "Draw a contribution to the objective it serves, stop it, or mark it as run or mandatory with its reference.",
                "Tracez une contribution vers l’objectif qu’elle sert, arrêtez-la, ou classez-la en maintien ou en obligatoire avec sa référence."
            ))
            .shows(budget_row(ctx, number))
            .shows(together.filter(|_| heavy).map(|it| total_row(ctx, it)))
            .shows(uncounted(ctx, number))
            .stakes(budget.cloned())
            .fixed_by(accept_only(ctx.links_from(number))),
    );
}

pub(super) fn severity(heavy: bool) -> Severity {
    if heavy {
        Severity::High
    } else {
        Severity::Medium
    }
}

/// The share of all orphans together in the active budget of a currency, to the nearest hundredth.
pub(super) fn share(ctx: &Context<'_>, currency: &str) -> Option<f64> {
    let total = ctx.sum_of(&ACTIVE_BUDGET, currency);
    ctx.sum_of(&ORPHANS, currency).checked_div(total)?.to_f64()
}

/// Run or mandatory work that names what it runs or what imposes it, itself or through its driver.
fn is_exempt(ctx: &Context<'_>, number: usize, initiative: &Initiative) -> bool {
    let named =
        matches!(&initiative.reference, Some(Maybe::Known(text)) if !text.trim().is_empty());
    is_run_or_mandatory(initiative) && (named || ctx.answers_a_reference(number))
}

/// The same, but the reference exists and is withheld.
pub(super) fn is_exempt_unless_told(initiative: &Initiative) -> bool {
    is_run_or_mandatory(initiative)
        && matches!(&initiative.reference, Some(Maybe::Missing(gap)) if gap.reason == Reason::Withheld)
}

fn is_run_or_mandatory(initiative: &Initiative) -> bool {
    matches!(
        &initiative.category,
        Some(Maybe::Known(Category::Run | Category::Mandatory))
    )
}

fn message(ctx: &Context<'_>, element: &Element, budget: Option<&Money>) -> String {
    let name = quoted(&element.title, ctx.lang);
    match budget.map(|it| money(it, ctx.lang)) {
        Some(sum) => say!(
            ctx,
            "{name} spends {sum} and reaches no objective.",
            "{name} dépense {sum} et n’atteint aucun objectif."
        ),
        None => say!(
            ctx,
            "{name} reaches no objective.",
            "{name} n’atteint aucun objectif."
        ),
    }
}

pub(super) fn total_row(ctx: &Context<'_>, share: f64) -> Evidence {
    let share = percent(share, ctx.lang);
    row(say!(
        ctx,
        "Initiatives without an objective hold {share} of the active budget",
        "Les initiatives sans objectif réunissent {share} du budget actif"
    ))
}

fn undecided<'a>(ctx: &Context<'a>, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    Verdict::cannot_tell(
        element,
        vec![Missing::of(Lack::Reference, element, ctx.lang).withheld()],
    )
    .says(say!(
        ctx,
        "{name} reaches no objective; whether it is exempt depends on a reference that is withheld.",
        "{name} n’atteint aucun objectif ; son exemption dépend d’une référence non communiquée."
    ))
    .advises(say!(
        ctx,
        "Ask for the reference, or link it to the objective it serves.",
        "Demandez la référence, ou reliez-la à l’objectif qu’elle sert."
    ))
}
