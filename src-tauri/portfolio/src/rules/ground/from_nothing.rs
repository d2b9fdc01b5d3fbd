//! D306 where a value comes from zero: no share of it can be large or small, and nothing else is known yet.

use crate::model::{Element, Reading};
use crate::rules::figures::measured;
use crate::rules::missing::{Lack, Missing};
use crate::rules::report::Verdict;
use crate::rules::words::{day, quoted, say};
use crate::rules::{Context, Series};

pub(super) fn from_nothing<'a>(
    ctx: &Context<'a>,
    element: &'a Element,
    series: &Series<'a>,
    after: &Reading,
) -> Verdict<'a> {
    let name = quoted(&element.title, ctx.lang);
    let to = measured(after.value, series.indicator, ctx.lang);
    let date = day(after.period, ctx.lang);
    let usual = say!(
        ctx,
        "usual change of {name}",
        "évolution habituelle de {name}"
    );
    Verdict::cannot_tell(element, vec![Missing::said(Lack::Reading, element, usual)])
        .says(say!(
            ctx,
            "{name} went from zero to {to} on {date}; whether that is a jump cannot be told, for nothing says yet what change is usual.",
            "{name} est passé de zéro à {to} au {date} ; on ne peut dire si c’est un saut, car rien ne dit encore quelle évolution est habituelle."
        ))
        .advises(say!(
            ctx,
            "Write beside the value of {date} what happened, or go on reading until the usual change is known.",
            "Notez à côté de la valeur du {date} ce qui s’est passé, ou poursuivez les relevés jusqu’à connaître l’évolution habituelle."
        ))
}
