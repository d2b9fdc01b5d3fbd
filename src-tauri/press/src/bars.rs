//! The bars under the sentence: open initiatives, the active budget of each currency, and the whys.
//!
//! Widths are shares of a whole that stands beside the bar. What has no amount is drawn as a hatched piece of
//! fixed width, because its width is not known.

use crate::figures::Figures;
use crate::format::{count, counted, is_one, money, points};
use crate::reach::Reach;
use crate::words::Words;
use portfolio::model::Lang;
use rust_decimal::Decimal;
use serde::Serialize;

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Bar {
    pub(crate) label: String,
    pub(crate) whole: String,
    pub(crate) segments: Vec<Segment>,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Segment {
    /// Share of the bar in points; 0 for what has no known width.
    pub(crate) points: f64,
    /// `full`, `half`, `none` or `gap`.
    pub(crate) look: &'static str,
    pub(crate) figure: String,
    pub(crate) text: String,
    /// Wide enough to hold its label.
    pub(crate) roomy: bool,
}

/// Least share that holds a label without crowding its neighbours.
const ROOMY: f64 = 16.0;

fn segment(points: f64, look: &'static str, figure: String, text: &str) -> Segment {
    Segment {
        points,
        look,
        figure,
        text: text.to_owned(),
        roomy: points >= ROOMY,
    }
}

fn share(part: usize, whole: usize) -> f64 {
    points(Decimal::from(part), Decimal::from(whole))
}

pub(crate) fn bars(figures: &Figures, reach: &Reach<'_>, w: &Words, lang: Lang) -> Vec<Bar> {
    if figures.active == 0 {
        return Vec::new();
    }
    let mut bars = vec![work(figures, w, lang)];
    bars.extend(spend(figures, w, lang));
    bars.push(whys(figures, reach, w, lang));
    bars
}

fn kept(segments: Vec<Segment>) -> Vec<Segment> {
    segments
        .into_iter()
        .filter(|it| it.points > 0.0 || it.look == "gap")
        .collect()
}

fn work(figures: &Figures, w: &Words, lang: Lang) -> Bar {
    let (total, none) = (figures.active, figures.active_reaching_none);
    let reaching = total - none;
    let verb = |number, many, one| if is_one(number, lang) { one } else { many };
    Bar {
        label: w.active_initiatives.to_owned(),
        whole: count(total, lang),
        segments: kept(vec![
            segment(
                share(reaching, total),
                "full",
                count(reaching, lang),
                verb(reaching, w.reaches_objective, w.money_reaches),
            ),
            segment(
                share(none, total),
                "none",
                count(none, lang),
                verb(none, w.reaches_none, w.money_reaches_none),
            ),
        ]),
    }
}

fn spend(figures: &Figures, w: &Words, lang: Lang) -> Vec<Bar> {
    let budgets = figures.budgets;
    let missing = budgets.total() - budgets.known;
    let gap = Segment {
        points: 0.0,
        look: "gap",
        figure: counted(missing, "budget", "budgets", lang),
        text: w.without_amount.to_owned(),
        roomy: true,
    };
    let mut bars: Vec<Bar> = figures
        .spend
        .iter()
        .filter(|spend| spend.active > Decimal::ZERO)
        .map(|spend| {
            let reaching = spend.active - spend.reaching_none;
            let amount = |sum| money(sum, &spend.currency, lang);
            let width = |sum| points(sum, spend.active);
            let segments = vec![
                segment(width(reaching), "full", amount(reaching), w.money_reaches),
                segment(
                    width(spend.reaching_none),
                    "none",
                    amount(spend.reaching_none),
                    w.money_reaches_none,
                ),
            ];
            Bar {
                label: w.active_budget.to_owned(),
                whole: amount(spend.active),
                segments: kept(segments),
            }
        })
        .collect();
    if missing > 0 {
        match bars.as_mut_slice() {
            [only] => only.segments.push(gap),
            _ => bars.push(Bar {
                label: w.active_budget.to_owned(),
                whole: String::new(),
                segments: vec![gap],
            }),
        }
    }
    bars
}

fn whys(figures: &Figures, reach: &Reach<'_>, w: &Words, lang: Lang) -> Bar {
    let total = figures.active;
    let accepted = reach
        .active()
        .filter(|(it, _)| !it.why.is_empty() && !it.why.accepted_by.trim().is_empty())
        .count();
    let none = figures.active_without_why;
    let written = total - none - accepted;
    Bar {
        label: w.why_of.to_owned(),
        whole: count(total, lang),
        segments: kept(vec![
            segment(
                share(accepted, total),
                "full",
                count(accepted, lang),
                w.why_accepted,
            ),
            segment(
                share(written, total),
                "half",
                count(written, lang),
                w.why_only_written,
            ),
            segment(
                share(none, total),
                "none",
                count(none, lang),
                w.why_unwritten,
            ),
        ]),
    }
}
