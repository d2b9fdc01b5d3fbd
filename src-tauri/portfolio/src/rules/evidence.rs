//! Rows of evidence that more than one rule shows.

use super::report::{gap_words, is_proposed, row};
use super::words::{day, money, percent, quoted, say};
use super::{Context, Evidence, Step};
use crate::model::{Element, InitiativeState, Link, LinkDetail, LinkState, Maybe};

/// Rows about the same thing; the rest is found on the canvas.
pub(super) const MOST_ROWS: usize = 6;

/// The budget of an initiative and its share of the active budget, when it has any.
pub(super) fn budget_row(ctx: &Context<'_>, number: usize) -> Option<Evidence> {
    let budget = ctx.budget(number)?;
    let sum = money(budget, ctx.lang);
    let text = match ctx.told_share(number).map(|it| percent(it, ctx.lang)) {
        Some(share) => say!(
            ctx,
            "Budget {sum}, {share} of the active budget",
            "Budget {sum}, {share} du budget actif"
        ),
        None => say!(ctx, "Budget {sum}", "Budget {sum}"),
    };
    Some(row(text).imported(ctx, ctx.element(number)))
}

/// The contributions of an element that were drawn and lead nowhere, each with the reason.
pub(super) fn uncounted(ctx: &Context<'_>, number: usize) -> Vec<Evidence> {
    let element = ctx.element(number);
    ctx.links_from(number)
        .filter_map(|link| {
            let LinkDetail::Contribution(it) = &link.detail else {
                return None;
            };
            let to = quoted(&ctx.by_id(&link.to)?.title, ctx.lang);
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

/// Contributions that wait for acceptance.
pub(super) fn proposed<'c, 'a: 'c>(
    ctx: &'c Context<'a>,
    links: impl Iterator<Item = &'a Link> + 'c,
) -> impl Iterator<Item = Evidence> + 'c {
    links
        .filter(|it| is_proposed(it))
        .take(MOST_ROWS)
        .filter_map(|link| {
            let from = quoted(&ctx.by_id(&link.from)?.title, ctx.lang);
            let to = quoted(&ctx.by_id(&link.to)?.title, ctx.lang);
            let text = say!(
                ctx,
                "The contribution of {from} to {to} is only proposed",
                "La contribution de {from} à {to} n’est que proposée"
            );
            Some(row(text).by(link))
        })
}

/// Steps along the line, each as the element it comes to and the link it takes.
pub(super) fn along<'c>(
    ctx: &'c Context<'_>,
    steps: &'c [Step<'_>],
) -> impl Iterator<Item = Evidence> + 'c {
    steps.iter().map(|step| {
        let to = ctx.element(step.to);
        row(quoted(&to.title, ctx.lang)).of(to).by(step.link)
    })
}

/// Why an initiative pays for nothing.
pub(super) fn unpaid<'a>(ctx: &Context<'a>, element: &'a Element) -> Evidence {
    let name = quoted(&element.title, ctx.lang);
    let state = element.initiative().and_then(|it| it.state.as_ref());
    let text = match state.and_then(Maybe::known) {
        Some(InitiativeState::Delivered) => {
            say!(ctx, "{name} is delivered", "{name} est livrée")
        }
        Some(InitiativeState::Stopped) => say!(ctx, "{name} is stopped", "{name} est arrêtée"),
        Some(InitiativeState::Idea) => {
            say!(
                ctx,
                "{name} is still an idea",
                "{name} n’est encore qu’une idée"
            )
        }
        _ => say!(ctx, "{name} has no budget", "{name} n’a pas de budget"),
    };
    row(text).imported(ctx, element)
}

/// Why the budget of an initiative is not known.
pub(super) fn unknown_budget<'a>(ctx: &Context<'a>, element: &'a Element) -> Evidence {
    let name = quoted(&element.title, ctx.lang);
    let text = match element.initiative().and_then(|it| it.budget.as_ref()) {
        Some(Maybe::Missing(gap)) => {
            let why = gap_words(ctx, gap.reason, &gap.said);
            say!(ctx, "Budget of {name}: {why}", "Budget de {name} : {why}")
        }
        _ => say!(
            ctx,
            "Budget of {name}: not filled in",
            "Budget de {name} : non renseigné"
        ),
    };
    row(text).imported(ctx, element)
}
