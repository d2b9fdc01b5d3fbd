//! M501 said once: where nearly nobody writes why, it is a habit of the portfolio and no fault of single rows.

use super::no_why::{HARDLY_ANY_WHY, WHYS, has_why, is_concerned};
use crate::model::ElementKind;
use crate::rules::report::Verdict;
use crate::rules::together::Together;
use crate::rules::words::say;
use crate::rules::{Context, Report};
use rust_decimal::prelude::ToPrimitive;

pub(super) fn whole<'a>(ctx: &Context<'a>, report: &mut Report<'_, 'a>) {
    if !ctx.turned(&HARDLY_ANY_WHY) {
        return;
    }
    let work = ctx.of_kind(ElementKind::Initiative).map(|(n, _)| n);
    let without = work.filter(|n| is_concerned(ctx, *n) && !has_why(ctx, *n));
    let them = Together::of(ctx, without.collect());
    let (count, written) = (them.count(), ctx.sum_of(&WHYS, "written"));
    let all = count + written.to_usize().unwrap_or_default();
    let message = match (count == all, them.spend(ctx)) {
        (true, Some(sum)) => say!(
            ctx,
            "{count} initiatives spend {sum}, and nobody has written why any of them is done.",
            "{count} initiatives dépensent {sum}, et pour aucune le pourquoi n’est écrit."
        ),
        (true, None) => say!(
            ctx,
            "Nobody has written why any of the {count} initiatives is done.",
            "Pour aucune des {count} initiatives le pourquoi n’est écrit."
        ),
        (false, Some(sum)) => say!(
            ctx,
            "For {count} of {all} initiatives, which spend {sum}, nobody has written why.",
            "Pour {count} initiatives sur {all}, qui dépensent {sum}, le pourquoi n’est pas écrit."
        ),
        (false, None) => say!(
            ctx,
            "For {count} of {all} initiatives nobody has written why.",
            "Pour {count} initiatives sur {all}, le pourquoi n’est pas écrit."
        ),
    };
    let verdict = Verdict::violated_by_all("portfolio")
        .says(message)
        .advises(say!(
            ctx,
            "Write the why of the largest first: for whom, and what changes for them. For the others, add a column “Why” to the list that they come from.",
            "Écrivez d’abord le pourquoi des plus coûteuses : pour qui, et ce qui changera. Pour les autres, ajoutez une colonne « Pourquoi » à la liste d’origine."
        ))
        .caused_by_all("why");
    report.add(them.shown(ctx, verdict));
}
