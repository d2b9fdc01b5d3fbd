//! “We are agile, so continuously aligned.” Its picture is what was delivered, by age, and whether a result has moved
//! since.

use super::{MOST, Words};
use crate::model::{Date, ElementId, ElementKind};
use crate::rules::{Context, Said, has_moved};
use serde::{Deserialize, Serialize};
use specta::Type;

pub(super) const WORDS: Words = Words {
    belief: Said {
        en: "We are agile, so continuously aligned.",
        fr: "Nous sommes agiles, donc alignés en continu.",
    },
    lived: Said {
        en: "Delivering is where the work ends here",
        fr: "Ici, le travail s’arrête à la livraison",
    },
    partly: Said {
        en: "Delivering is where one part of the work ends",
        fr: "Une partie du travail s’arrête à la livraison",
    },
    not_seen: Said {
        en: "The work does not end with delivering here",
        fr: "Ici, le travail ne s’arrête pas à la livraison",
    },
    cannot_tell: Said {
        en: "Whether the work ends with delivering cannot be told yet",
        fr: "On ne peut dire encore si le travail s’arrête à la livraison",
    },
};

/// One piece of delivered work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct DeliveredPoint {
    pub initiative: ElementId,
    pub delivered_on: Date,
    /// A result has since moved at least as much as rule M402 asks for.
    pub moved: bool,
    /// An outcome indicator has a confirmed value since.
    pub measured: bool,
}

/// Delivered work of one age.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AgeBand {
    /// Days since delivery, from this on.
    pub from_days: u32,
    /// Up to but without this; `None` for the oldest.
    pub until_days: Option<u32>,
    /// A result has moved.
    pub moved: u32,
    /// Measured since, and hardly anything has.
    pub measured: u32,
    /// Neither.
    pub open: u32,
}

/// Delivered work, the latest first, and in bands of age.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct AgilePicture {
    pub bands: Vec<AgeBand>,
    pub points: Vec<DeliveredPoint>,
}

/// The ages at which a benefit is due to be looked at, as rule M401 has them.
const BANDS: [(u32, Option<u32>); 3] = [(0, Some(120)), (120, Some(365)), (365, None)];

pub(super) fn picture(ctx: &Context<'_>) -> AgilePicture {
    let mut points: Vec<DeliveredPoint> = Vec::new();
    for (n, element) in ctx.of_kind(ElementKind::Initiative) {
        let Some(day) = ctx.delivered_on(n) else {
            continue;
        };
        let measured = ctx.proofs(n).iter().any(|n| {
            let series = ctx.series(*n);
            let last = series.and_then(|it| it.last());
            last.is_some_and(|it| it.period > day)
        });
        points.push(DeliveredPoint {
            initiative: element.id.clone(),
            delivered_on: day,
            moved: measured && has_moved(ctx, n),
            measured,
        });
    }
    points.sort_by_key(|it| std::cmp::Reverse(it.delivered_on));
    let bands = BANDS.into_iter().map(|(from_days, until_days)| {
        let mut band = AgeBand {
            from_days,
            until_days,
            moved: 0,
            measured: 0,
            open: 0,
        };
        for it in &points {
            let age = (ctx.as_of - it.delivered_on).num_days();
            if age < i64::from(from_days) || until_days.is_some_and(|it| age >= i64::from(it)) {
                continue;
            }
            match (it.moved, it.measured) {
                (true, _) => band.moved += 1,
                (false, true) => band.measured += 1,
                (false, false) => band.open += 1,
            }
        }
        band
    });
    let bands = bands.collect();
    points.truncate(MOST);
    AgilePicture { bands, points }
}
