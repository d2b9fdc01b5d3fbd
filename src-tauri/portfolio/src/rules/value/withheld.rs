//! What D401, D403 and D406 cannot tell because figures exist and are withheld.

use crate::model::{Detail, Element};
use crate::rules::Context;
use crate::rules::evidence::MOST_ROWS;
use crate::rules::missing::{Lack, Missing, is_withheld};
use crate::rules::report::{Report, Verdict};
use crate::rules::words::{quoted, say};

fn hidden(ctx: &Context<'_>, field: Lack, all: &[&Element]) -> Vec<Missing> {
    let some = all.iter().take(MOST_ROWS);
    some.map(|it| Missing::of(field, it, ctx.lang).withheld())
        .collect()
}

/// D401: whether work belongs to the largest. `bare` is active and leads to no outcome.
pub(super) fn budgets<'a>(
    ctx: &Context<'a>,
    bare: impl Iterator<Item = usize>,
    report: &mut Report<'_, 'a>,
) {
    let all: Vec<&Element> = bare.map(|n| ctx.element(n)).collect();
    let missing = hidden(ctx, Lack::Budget, &all);
    let message = match all.as_slice() {
        [] => return,
        [only] => {
            let name = quoted(&only.title, ctx.lang);
            say!(
                ctx,
                "{name} leads to no outcome; whether it is among the largest spending cannot be told, for its budget is withheld.",
                "{name} ne mène à aucun résultat ; on ne peut dire si c’est une grosse dépense, car son budget n’est pas communiqué."
            )
        }
        many => {
            let count = many.len();
            say!(
                ctx,
                "{count} initiatives lead to no outcome; whether they are among the largest spending cannot be told, for their budgets are withheld.",
                "{count} initiatives ne mènent à aucun résultat ; on ne peut dire si ce sont de grosses dépenses, car leurs budgets ne sont pas communiqués."
            )
        }
    };
    report.add(
        Verdict::cannot_tell_of_all("withheld", missing)
            .says(message)
            .advises(say!(
                ctx,
                "Ask for the budgets, or at least for the order of the largest.",
                "Demandez les budgets, ou du moins l’ordre des plus gros."
            ))
            .relates(all),
    );
}

/// D406: how much of the value rests on words. `unread` are the outcomes of which nobody has read anything sound.
pub(super) fn values<'a>(
    ctx: &Context<'a>,
    unread: impl Iterator<Item = &'a Element>,
    report: &mut Report<'_, 'a>,
) {
    let all: Vec<&Element> = unread
        .filter(|it| {
            it.outcome()
                .is_some_and(|it| is_withheld(&it.expected_value))
        })
        .collect();
    let whose = match all.as_slice() {
        [] => return,
        [only] => {
            let name = quoted(&only.title, ctx.lang);
            say!(
                ctx,
                "the value of {name}, which rests on no sound one, is withheld",
                "la valeur de {name}, qui ne repose sur aucun relevé solide, n’est pas communiquée"
            )
        }
        many => {
            let count = many.len();
            say!(
                ctx,
                "the values of {count} outcomes, which rest on no sound one, are withheld",
                "les valeurs de {count} résultats, qui ne reposent sur aucun relevé solide, ne sont pas communiquées"
            )
        }
    };
    report.add(
        Verdict::cannot_tell_of_all("withheld", hidden(ctx, Lack::ExpectedValue, &all))
            .says(say!(
                ctx,
                "How much of the value claimed rests on readings cannot be told: {whose}.",
                "On ne peut dire quelle part de la valeur annoncée repose sur des relevés : {whose}."
            ))
            .advises(say!(
                ctx,
                "Ask for the values, or plan the measurement of these outcomes.",
                "Demandez les valeurs, ou planifiez la mesure de ces résultats."
            ))
            .relates(all),
    );
}

/// D403: the fields of an outcome and of its indicators that would pass a test if they were told.
pub(super) fn tests(ctx: &Context<'_>, number: usize) -> Vec<Missing> {
    let mut found = Vec::new();
    let mut note = |element: &Element, field, withheld| {
        if withheld {
            found.push(Missing::of(field, element, ctx.lang).withheld());
        }
    };
    let own = ctx.element(number);
    if let Some(it) = own.outcome() {
        note(own, Lack::ReviewOn, is_withheld(&it.review_on));
    }
    for n in ctx.indicators(number).iter() {
        let element = ctx.element(*n);
        if let Detail::Indicator(it) = &element.detail {
            note(element, Lack::Baseline, is_withheld(&it.baseline));
            note(element, Lack::Target, is_withheld(&it.target));
            note(element, Lack::TargetOn, is_withheld(&it.target_on));
        }
    }
    found
}

pub(super) fn untested<'a>(ctx: &Context<'a>, number: usize) -> Verdict<'a> {
    let element = ctx.element(number);
    let name = quoted(&element.title, ctx.lang);
    Verdict::cannot_tell(element, tests(ctx, number))
        .says(say!(
            ctx,
            "Whether {name} can be claimed as a benefit cannot be told: what would show it is withheld.",
            "On ne peut dire si {name} peut être revendiqué comme bénéfice : ce qui le montrerait n’est pas communiqué."
        ))
        .advises(say!(
            ctx,
            "Ask for what is withheld, or measure {name} by something that may be told.",
            "Demandez ce qui n’est pas communiqué, ou mesurez {name} par quelque chose qui puisse se dire."
        ))
}
