//! D103: money or effort without a way to any objective.

use crate::model::{
    Category, Element, ElementKind, Initiative, LinkDetail, LinkState, Maybe, Money, Reason,
};
use crate::rules::report::{Verdict, accept_only, row};
use crate::rules::rule::{Case, OURS, Rule, Said, Threshold};
use crate::rules::words::{day, money, percent, quoted, say};
use crate::rules::{Context, Evidence, Family, Report, Severity};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;

const LARGE_TOTAL: Threshold = Threshold {
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
        en: "An active initiative from which no chain of accepted contributions leads to an objective. Run and \
             mandatory work is exempt when it names what it runs or what imposes it; a programme is served by its \
             parts. High when such initiatives together hold more than 10 % of the active budget, or one alone does.",
        fr: "Une initiative active d’où aucune chaîne de contributions acceptées ne mène à un objectif. Le maintien \
             en condition et l’obligatoire sont exemptés s’ils nomment ce qu’ils font tourner ou ce qui les impose ; \
             un programme compte par ses parties. Élevé quand ces initiatives réunissent plus de 10 % du budget \
             actif, ou quand une seule les réunit.",
    },
    why: Said {
        en: "Money that serves no stated result cannot be arbitrated: nobody can say what would be lost by stopping it.",
        fr: "Un argent qui ne sert aucun résultat énoncé ne peut pas être arbitré : nul ne sait dire ce qu’on perdrait en l’arrêtant.",
    },
    how: Said {
        en: "Link it to the objective it serves and write how, or stop it, or mark it as run or mandatory with its reference.",
        fr: "Reliez-la à l’objectif qu’elle sert en écrivant comment, arrêtez-la, ou classez-la en maintien ou en obligatoire avec sa référence.",
    },
    thresholds: &[LARGE_TOTAL],
    check,
    cases: CASES,
};

fn check<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    let mut served = ctx.steps_below(ctx.of_kind(ElementKind::Objective).map(|(n, _)| n));
    // A programme is served by its parts: what one part reaches, the whole reaches.
    let reaching: Vec<usize> = ctx
        .of_kind(ElementKind::Initiative)
        .map(|(n, _)| n)
        .filter(|n| served[*n].is_some())
        .collect();
    for whole in reaching.into_iter().flat_map(|n| ctx.wholes(n)) {
        served[whole] = served[whole].or(Some(0));
    }
    let orphans: Vec<(usize, &Element, &Initiative)> = ctx
        .active()
        .filter(|(n, _, it)| served[*n].is_none() && !is_exempt(it))
        .collect();
    let shares = shares(ctx, &orphans);
    for (n, element, initiative) in orphans {
        if is_exempt_unless_told(initiative) {
            report.add(undecided(ctx, element));
            continue;
        }
        let budget = ctx.budget(n);
        let together = budget.and_then(|it| shares.get(it.currency.as_str()));
        let heavy = together.is_some_and(|share| share * 100.0 > LARGE_TOTAL.value);
        let severity = if heavy || ctx.is_large(element) {
            Severity::High
        } else {
            Severity::Medium
        };
        report.add(
            Verdict::violated(element)
                .at(severity)
                .not_raised()
                .says(message(ctx, element, budget))
                .advises(say!(
                    ctx,
                    "Draw a contribution to the objective it serves, stop it, or mark it as run or mandatory with its reference.",
                    "Tracez une contribution vers l’objectif qu’elle sert, arrêtez-la, ou classez-la en maintien ou en obligatoire avec sa référence."
                ))
                .shows(budget.map(|it| budget_row(ctx, element, it)))
                .shows(together.filter(|_| heavy).map(|it| total_row(ctx, *it)))
                .shows(link_rows(ctx, element))
                .stakes(budget.cloned())
                .fixed_by(accept_only(ctx.portfolio.links_from(&element.id))),
        );
    }
}

/// Run or mandatory work that names what it runs or what imposes it.
fn is_exempt(initiative: &Initiative) -> bool {
    is_run_or_mandatory(initiative)
        && matches!(&initiative.reference, Some(Maybe::Known(text)) if !text.trim().is_empty())
}

/// The same, but the reference exists and is withheld.
fn is_exempt_unless_told(initiative: &Initiative) -> bool {
    is_run_or_mandatory(initiative)
        && matches!(&initiative.reference, Some(Maybe::Missing(gap)) if gap.reason == Reason::Withheld)
}

fn is_run_or_mandatory(initiative: &Initiative) -> bool {
    matches!(
        &initiative.category,
        Some(Maybe::Known(Category::Run | Category::Mandatory))
    )
}

/// The share of all orphans together in the active budget of each currency.
fn shares<'a>(
    ctx: &Context<'a>,
    orphans: &[(usize, &'a Element, &'a Initiative)],
) -> BTreeMap<&'a str, f64> {
    let mut sums: BTreeMap<&str, Decimal> = BTreeMap::new();
    for (n, _, _) in orphans {
        if let Some(money) = ctx.budget(*n)
            && !ctx.wholes(*n).any(|whole| ctx.budget(whole).is_some())
        {
            let sum = sums.entry(money.currency.as_str()).or_default();
            *sum = sum.saturating_add(money.amount);
        }
    }
    ctx.active_budget()
        .filter_map(|(code, total)| {
            let share = sums.get(code)?.checked_div(total)?.to_f64()?;
            Some((code, share))
        })
        .collect()
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

fn budget_row<'a>(ctx: &Context<'a>, element: &'a Element, budget: &Money) -> Evidence {
    let sum = money(budget, ctx.lang);
    let share = ctx
        .budget_share(budget)
        .map(|it| percent(it, ctx.lang))
        .unwrap_or_default();
    row(say!(
        ctx,
        "Budget {sum}, {share} of the active budget",
        "Budget {sum}, {share} du budget actif"
    ))
    .imported(ctx, element)
}

fn total_row(ctx: &Context<'_>, share: f64) -> Evidence {
    let share = percent(share, ctx.lang);
    row(say!(
        ctx,
        "Initiatives without an objective hold {share} of the active budget",
        "Les initiatives sans objectif réunissent {share} du budget actif"
    ))
}

/// The contributions that were drawn and do not count, each with the reason.
fn link_rows(ctx: &Context<'_>, element: &Element) -> Vec<Evidence> {
    ctx.portfolio
        .links_from(&element.id)
        .filter_map(|link| {
            let LinkDetail::Contribution(it) = &link.detail else {
                return None;
            };
            let to = quoted(&ctx.portfolio.element(&link.to)?.title, ctx.lang);
            let text = match it.state {
                LinkState::Proposed => say!(
                    ctx,
                    "Contribution to {to} is only proposed",
                    "La contribution à {to} n’est que proposée"
                ),
                LinkState::Disputed => say!(
                    ctx,
                    "Contribution to {to} is disputed",
                    "La contribution à {to} est contestée"
                ),
                LinkState::Retired => say!(
                    ctx,
                    "Contribution to {to} was retired",
                    "La contribution à {to} a été retirée"
                ),
                LinkState::Accepted => match it.valid_until.filter(|end| *end < ctx.as_of) {
                    Some(end) => {
                        let end = day(end, ctx.lang);
                        say!(
                            ctx,
                            "Contribution to {to} ended on {end}",
                            "La contribution à {to} a pris fin le {end}"
                        )
                    }
                    None => say!(
                        ctx,
                        "It contributes to {to}, which leads to no objective",
                        "Elle contribue à {to}, qui ne mène à aucun objectif"
                    ),
                },
            };
            Some(row(text).by(link).of(element))
        })
        .collect()
}

fn undecided<'a>(ctx: &Context<'a>, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    Verdict::cannot_tell(
        element,
        vec![say!(ctx, "reference of {name}", "référence de {name}")],
    )
    .says(say!(
        ctx,
        "{name} reaches no objective; whether it is exempt depends on a reference that is withheld.",
        "{name} n’atteint aucun objectif ; son exemption dépend d’une référence non communiquée."
    ))
    .advises(say!(
        ctx,
        "Ask for the reference, or link it to the objective it serves.",
        "Demandez la référence, ou reliez-la à l’objectif qu’elle sert."
    ))
}

const CASES: &[Case] = &[
    Case {
        name: "an_active_initiative_without_a_way_up_is_an_orphan",
        portfolio: r#"
            objective  wait  "Wait under 20 minutes"
            initiative desk  "Self check-in desks"  state=active -> wait
            initiative lake  "Data lake, phase 2"   state=active  # D103:medium
        "#,
    },
    Case {
        name: "a_way_through_outcome_and_change_is_a_way",
        portfolio: r#"
            objective  wait    "Wait under 20 minutes"
            outcome    early   "Arrivals are spread"  -> wait
            change     book    "People book a slot"   -> early
            initiative desk    "Self check-in desks"  -> book
        "#,
    },
    Case {
        name: "a_proposed_disputed_or_expired_contribution_does_not_count",
        portfolio: r#"
            as_of 2026-11-22
            objective  wait  "Wait under 20 minutes"
            initiative a     "Proposed"   state=active ~> wait  # D103
            initiative b     "Disputed"   state=active -> wait (state=disputed)  # D103
            initiative c     "Expired"    state=active -> wait (until=2026-11-21)  # D103
            initiative d     "Last day"   state=active -> wait (until=2026-11-22)
            initiative e     "Harms"      state=active -> wait (sign=harms)  # D103
        "#,
    },
    Case {
        name: "orphans_are_high_only_above_a_tenth_of_the_active_budget",
        portfolio: r#"
            objective  wait  "Wait under 20 minutes"
            initiative desk  "Self check-in desks" state=active budget="900 EUR" -> wait
            initiative a     "At the limit, first half"  state=active budget="50 EUR"  # D103:medium
            initiative b     "At the limit, second half" state=active budget="50 EUR"  # D103:medium
            initiative usd   "Alone in its currency"     state=active budget="1 USD"  # D103:high
        "#,
    },
    Case {
        name: "orphans_above_a_tenth_are_high_together",
        portfolio: r#"
            objective  wait  "Wait under 20 minutes"
            initiative desk  "Self check-in desks" state=active budget="890 EUR" -> wait
            initiative a     "One part"   state=active budget="55 EUR"  # D103:high
            initiative b     "Other part" state=active budget="55 EUR"  # D103:high
            initiative c     "No money"   state=active  # D103:medium
        "#,
    },
    Case {
        name: "closed_work_and_ideas_are_left_alone",
        portfolio: r#"
            initiative a "Delivered" state=delivered
            initiative b "Stopped"   state=stopped
            initiative c "Idea"      state=idea
            initiative d "Nobody said"  # D103
        "#,
    },
    Case {
        name: "run_and_mandatory_work_is_exempt_with_a_reference",
        portfolio: r#"
            initiative a "Hosting" state=active category=run reference="Contract 12"
            initiative b "Audit"   state=active category=mandatory reference="Law 2025-7"
            initiative c "Upkeep"  state=active category=run  # D103
            initiative d "Secret"  state=active category=mandatory reference=withheld:nfp  # D103?
            initiative e "Chosen"  state=active category=strategic reference="Plan"  # D103
        "#,
    },
    Case {
        name: "a_part_reaches_what_its_programme_reaches_and_the_other_way_round",
        portfolio: r#"
            objective  wait  "Wait under 20 minutes"
            initiative one   "Programme one" state=active -> wait
            initiative part  "Its part"      state=active part_of one
            initiative two   "Programme two" state=active
            initiative p     "Part with a way" state=active part_of two -> wait
        "#,
    },
];
