//! Which spending leads to an outcome, and which need not.

use crate::model::{Category, ElementKind, Initiative, Known, Maybe, Reason};
use crate::rules::Context;

pub(super) fn has_outcome(ctx: &Context<'_>, number: usize) -> bool {
    let mut own = std::iter::once(number).chain(ctx.parts(number));
    own.any(|n| !ctx.above_of_kind(n, ElementKind::Outcome).is_empty())
}

/// Run or mandatory work with a reference, even one that is withheld.
pub(super) fn is_imposed(ctx: &Context<'_>, number: usize) -> bool {
    let imposed = |it: &Initiative| {
        let kind = matches!(
            it.category.value(),
            Some(Category::Run | Category::Mandatory)
        );
        let named = match &it.reference {
            Some(Maybe::Known(text)) => !text.trim().is_empty(),
            Some(Maybe::Missing(gap)) => gap.reason == Reason::Withheld,
            None => false,
        };
        kind && (named || ctx.answers_a_reference(number))
    };
    ctx.active_initiative(number).is_some_and(imposed)
}
