//! “We track progress closely.” Its picture sets, for each initiative, what is delivered against how far its outcome moved.

use super::{MOST, Words};
use crate::model::{ElementId, Known, Money, Status};
use crate::rules::{Context, Said};
use serde::{Deserialize, Serialize};
use specta::Type;

pub(super) const WORDS: Words = Words {
    belief: Said {
        en: "We track progress closely, so we are aligned.",
        fr: "Nous suivons l’avancement de près, donc nous sommes alignés.",
    },
    lived: Said {
        en: "Work that advances is taken for results here",
        fr: "L’avancement passe ici pour un résultat",
    },
    partly: Said {
        en: "Work that advances is taken for results in one part of the portfolio",
        fr: "L’avancement passe pour un résultat dans une partie du portefeuille",
    },
    not_seen: Said {
        en: "Work that advances is not taken for results here",
        fr: "L’avancement ne passe pas ici pour un résultat",
    },
    cannot_tell: Said {
        en: "Whether work that advances is taken for results cannot be told yet",
        fr: "On ne peut dire encore si l’avancement passe pour un résultat",
    },
};

/// One initiative between delivery and outcome.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ProgressPoint {
    pub initiative: ElementId,
    /// Percent complete, 0 to 1; `None` when it was not given.
    pub delivered: Option<f64>,
    /// How far the weakest of its outcome indicators has come from baseline to target; below 0 when it went the wrong way.
    pub moved: Option<f64>,
    pub budget: Option<Money>,
    /// What delivery reports, the latest.
    pub status: Option<Status>,
}

/// Active and delivered initiatives, the most money first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ProgressPicture {
    /// Those with at least one of the two figures.
    pub points: Vec<ProgressPoint>,
    pub points_count: u32,
    /// Initiatives of which neither is known.
    pub without: u32,
}

pub(super) fn picture(ctx: &Context<'_>) -> ProgressPicture {
    let mut points = Vec::new();
    let mut without = 0;
    let all = ctx.of_kind(crate::model::ElementKind::Initiative);
    for (n, element) in all {
        let is_delivered = ctx.delivered_on(n).is_some();
        if ctx.active_initiative(n).is_none() && !is_delivered {
            continue;
        }
        let percent = element
            .initiative()
            .and_then(|it| it.percent_complete.value());
        let delivered = if is_delivered {
            Some(1.0)
        } else {
            percent.map(|it| (it / 100.0).clamp(0.0, 1.0))
        };
        let moved = moved(ctx, n);
        if delivered.is_none() && moved.is_none() {
            without += 1;
            continue;
        }
        points.push(ProgressPoint {
            initiative: element.id.clone(),
            delivered,
            moved,
            budget: ctx.budget(n).cloned(),
            status: ctx.delivery_status(n),
        });
    }
    // Amounts of several currencies are only put in an order here, never added.
    points.sort_by(|a, b| {
        let amount = |it: &ProgressPoint| it.budget.as_ref().map(|it| it.amount);
        amount(b).cmp(&amount(a))
    });
    let points_count = u32::try_from(points.len()).unwrap_or(u32::MAX);
    points.truncate(MOST);
    ProgressPicture {
        points,
        points_count,
        without,
    }
}

fn moved(ctx: &Context<'_>, number: usize) -> Option<f64> {
    let proofs = ctx.proofs(number);
    let shares = proofs.iter().filter_map(|n| {
        let series = ctx.series(*n)?;
        series.share_of_target(series.last()?.value)
    });
    shares.min_by(f64::total_cmp)
}
