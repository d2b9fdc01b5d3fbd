//! D103 said once: before the first objective no work can reach one.

use super::orphan_initiative::{
    LARGE_TOTAL, NO_OBJECTIVE, is_exempt_unless_told, is_orphan, severity, share, total_row,
};
use crate::rules::report::Verdict;
use crate::rules::together::Together;
use crate::rules::words::{quoted, say};
use crate::rules::{Context, Report};

pub(super) fn whole<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    if !ctx.turned(&NO_OBJECTIVE) {
        return;
    }
    let orphans = ctx.active().map(|(n, ..)| n).filter(|n| {
        let it = is_orphan(ctx, *n);
        it.is_some_and(|it| !is_exempt_unless_told(it))
    });
    let all = Together::of(ctx, orphans.collect());
    let Some(first) = all.numbers().first() else {
        return;
    };
    let shares = all.money().iter();
    let shares = shares.filter_map(|it| share(ctx, it.currency.as_str()));
    let most = shares.reduce(f64::max);
    let heavy = most.is_some_and(|it| it * 100.0 > report.value(&LARGE_TOTAL));
    let name = quoted(&ctx.element(*first).title, ctx.lang);
    let count = all.count();
    let message = match (count, all.spend(ctx)) {
        (1, Some(sum)) => say!(
            ctx,
            "{name} spends {sum}, and there is no objective that it could serve.",
            "{name} dépense {sum}, et il n’existe aucun objectif qu’elle pourrait servir."
        ),
        (1, None) => say!(
            ctx,
            "{name} is under way, and there is no objective that it could serve.",
            "{name} est ouverte, et il n’existe aucun objectif qu’elle pourrait servir."
        ),
        (_, Some(sum)) => say!(
            ctx,
            "{count} open initiatives spend {sum}, and there is no objective that they could serve.",
            "{count} initiatives ouvertes dépensent {sum}, et il n’existe aucun objectif qu’elles pourraient servir."
        ),
        (_, None) => say!(
            ctx,
            "{count} initiatives are open, and there is no objective that they could serve.",
            "{count} initiatives sont ouvertes, et il n’existe aucun objectif qu’elles pourraient servir."
        ),
    };
    let verdict = Verdict::violated_by_all("portfolio")
        .at(severity(heavy))
        .says(message)
        .advises(say!(
            ctx,
            "Write down three to five objectives, then link the largest initiatives to them first.",
            "Écrivez trois à cinq objectifs, puis reliez-y d’abord les initiatives les plus coûteuses."
        ));
    report.add(
        all.shown(ctx, verdict)
            .shows(most.map(|it| total_row(ctx, it))),
    );
}
