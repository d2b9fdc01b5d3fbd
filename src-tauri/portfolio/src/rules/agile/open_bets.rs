//! M405 said once: while nearly nobody writes why, work that has started without a hypothesis is no fault of single rows.

use super::started_without_hypothesis::{Bet, bet, is_told};
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::{Verdict, row};
use crate::rules::together::Together;
use crate::rules::why::no_why::HARDLY_ANY_WHY;
use crate::rules::words::say;
use crate::rules::{Context, Report};

pub(super) fn whole<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    if !ctx.turned(&HARDLY_ANY_WHY) {
        return;
    }
    let (mut bare, mut untold) = (Vec::new(), Vec::new());
    for (n, ..) in ctx.active().filter(|(n, ..)| is_told(ctx, *n)) {
        match bet(ctx, n) {
            Bet::Open(_) => bare.push(n),
            Bet::Untold => untold.push(n),
            Bet::Sound => {}
        }
    }
    let unknown = untold.len();
    if !bare.is_empty() {
        report.add(all_bare(ctx, &Together::of(ctx, bare), unknown));
    } else if unknown > 0 {
        report.add(all_untold(ctx, &Together::of(ctx, untold)));
    }
}

fn all_bare<'a>(ctx: &Context<'a>, them: &Together, unknown: usize) -> Verdict<'a> {
    let count = them.count();
    let message = match (count, them.spend(ctx)) {
        (1, _) => say!(
            ctx,
            "One initiative without a why has started, and its hypothesis is open.",
            "Une initiative sans pourquoi est lancée, et son hypothèse reste ouverte."
        ),
        (_, Some(sum)) => say!(
            ctx,
            "{count} initiatives have started and spend {sum}, and none says what it expects to change.",
            "{count} initiatives sont lancées et dépensent {sum} sans dire quel changement elles visent."
        ),
        (_, None) => say!(
            ctx,
            "{count} initiatives have started, and none says what it expects to change.",
            "{count} initiatives sont lancées sans dire quel changement elles visent."
        ),
    };
    let more = (unknown > 0).then(|| {
        row(say!(
            ctx,
            "Not counted, because neither state nor start is known: {unknown}",
            "Non comptées, faute d’état et de lancement connus : {unknown}"
        ))
    });
    let verdict = Verdict::violated_by_all("portfolio")
        .says(message)
        .advises(say!(
            ctx,
            "Write for the largest first for whom it is, what changes, what will show it, how much and by when.",
            "Écrivez d’abord pour les plus coûteuses : pour qui, ce qui change, ce qui le montrera, de combien et pour quand."
        ))
        .caused_by_all("why");
    them.shown(ctx, verdict).shows(more)
}

fn all_untold<'a>(ctx: &Context<'a>, them: &Together) -> Verdict<'a> {
    let missing = them.numbers().iter().map(|n| {
        let element = ctx.element(*n);
        Missing::of(Lack::Start, element, ctx.lang)
    });
    let missing = missing.collect();
    let verdict = Verdict::cannot_tell_of_all("portfolio", missing)
        .says(say!(
            ctx,
            "Whether work without a hypothesis has started cannot be told: neither state nor start is known where it is missing.",
            "On ne peut dire si du travail sans hypothèse est lancé : là où elle manque, ni l’état ni le lancement ne sont connus."
        ))
        .advises(say!(
            ctx,
            "Fill in the states, or the days of the start.",
            "Renseignez les états, ou les jours de lancement."
        ))
        .caused_by_all("why");
    them.shown(ctx, verdict)
}
