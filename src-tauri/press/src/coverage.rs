//! What is known of the initiatives, field by field: known, answered without a value, or never written.

use crate::Frozen;
use crate::figures::{Filled, latest};
use crate::format::{count, points};
use crate::words::{self, Words};
use portfolio::model::{ElementKind, Lang, Lens, Reason};
use rust_decimal::Decimal;
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Field {
    pub(crate) label: &'static str,
    pub(crate) known: String,
    /// Shares in points: known, missing with a reason, not required, never written.
    pub(crate) widths: [f64; 4],
    /// “5 withheld (nfp), 2 not reported”; empty when everything is known.
    pub(crate) rest: String,
}

pub(crate) fn fields(frozen: &Frozen, w: &'static Words, lang: Lang) -> Vec<Field> {
    let portfolio = &frozen.portfolio;
    let mut why = Filled::default();
    let mut owner = Filled::default();
    let mut state = Filled::default();
    let mut delivery = Filled::default();
    let mut start = Filled::default();
    let mut end = Filled::default();
    let mut budget = Filled::default();
    let mut spent = Filled::default();
    let mut percent = Filled::default();
    let mut category = Filled::default();
    for element in portfolio.live(ElementKind::Initiative) {
        let Some(it) = element.initiative() else {
            continue;
        };
        why.tick(!element.why.is_empty());
        owner.count(&element.owner);
        state.count(&it.state);
        let report = latest(portfolio, element, Lens::It);
        delivery.tick(report.is_some_and(|report| report.status.is_some()));
        start.count(&it.start);
        end.count(&it.end);
        budget.count(&it.budget);
        spent.count(&it.spent);
        percent.count(&it.percent_complete);
        category.count(&it.category);
    }
    let all = [
        (w.why, why),
        (w.owner, owner),
        (w.state, state),
        (w.delivery, delivery),
        (w.start, start),
        (w.end, end),
        (w.budget, budget),
        (w.spent, spent),
        (w.percent_complete, percent),
        (w.category, category),
    ];
    all.into_iter()
        .map(|(label, filled)| field(label, filled, w, lang))
        .collect()
}

fn field(label: &'static str, filled: Filled, w: &Words, lang: Lang) -> Field {
    let total = filled.total();
    let width = |part: usize| points(Decimal::from(part), Decimal::from(total));
    let gaps = [
        (filled.withheld, words::reason(Reason::Withheld, lang)),
        (
            filled.not_reported,
            words::reason(Reason::NotReported, lang),
        ),
        (filled.unknown, words::reason(Reason::Unknown, lang)),
        (
            filled.not_required,
            words::reason(Reason::NotRequired, lang),
        ),
        (filled.empty, w.unwritten),
    ];
    Field {
        label,
        known: format!("{}/{}", count(filled.known, lang), count(total, lang)),
        widths: [
            width(filled.known),
            width(filled.withheld + filled.not_reported + filled.unknown),
            width(filled.not_required),
            width(filled.empty),
        ],
        rest: gaps
            .into_iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, words)| format!("{}\u{a0}{words}", count(number, lang)))
            .collect::<Vec<_>>()
            .join(", "),
    }
}
