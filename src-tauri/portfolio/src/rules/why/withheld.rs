//! What M501 and M504 cannot tell because a budget or a reference exists and is withheld.

use crate::model::Element;
use crate::rules::Context;
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::Verdict;
use crate::rules::words::{quoted, say};

fn about<'a>(ctx: &Context<'a>, element: &'a Element, field: Lack) -> Verdict<'a> {
    let missing = Missing::of(field, element, ctx.lang).withheld();
    Verdict::cannot_tell(element, vec![missing])
}

/// M501: an idea needs a why once it has money.
pub(super) fn budget<'a>(ctx: &Context<'a>, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    about(ctx, element, Lack::Budget)
        .says(say!(
            ctx,
            "{name} is an idea without a why; whether it has money already cannot be told, for its budget is withheld.",
            "{name} est une idée sans pourquoi ; on ne peut dire si de l’argent lui est déjà accordé, car son budget n’est pas communiqué."
        ))
        .advises(say!(
            ctx,
            "Ask whether a budget is approved, or write for whom it is and what changes for them.",
            "Demandez si un budget est accordé, ou écrivez pour qui et ce qui changera."
        ))
        .caused_by(element, "why")
}

/// M504: a why of stock words does where something outside imposes the work.
pub(super) fn reference<'a>(ctx: &Context<'a>, element: &'a Element) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    about(ctx, element, Lack::Reference)
        .says(say!(
            ctx,
            "The why of {name} could stand over any project; whether something imposes it cannot be told, for its reference is withheld.",
            "Le pourquoi de {name} irait à n’importe quel projet ; on ne peut dire si quelque chose l’impose, car sa référence n’est pas communiquée."
        ))
        .advises(say!(
            ctx,
            "Ask for the reference of {name}, or name who gains, what they will notice and how much.",
            "Demandez la référence de {name}, ou nommez qui y gagne, ce qu’il remarquera et de combien."
        ))
        .caused_by(element, "reference")
}
