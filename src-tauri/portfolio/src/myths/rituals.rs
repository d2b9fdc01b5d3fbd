//! “We meet regularly, so we are aligned.” Its picture is the decisions of each forum over time, with and without an aim.

use super::Words;
use crate::model::Date;
use crate::rules::rituals::decisions::{cites_an_aim, forums};
use crate::rules::{Context, Said};
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

pub(super) const WORDS: Words = Words {
    belief: Said {
        en: "We meet regularly, so we are aligned.",
        fr: "Nous avons des rituels communs, donc nous sommes alignés.",
    },
    lived: Said {
        en: "Meetings take the place of a direction here",
        fr: "Les instances tiennent lieu de cap ici",
    },
    partly: Said {
        en: "Meetings take the place of a direction for one part of the portfolio",
        fr: "Les instances tiennent lieu de cap pour une partie du portefeuille",
    },
    not_seen: Said {
        en: "Meetings do not take the place of a direction here",
        fr: "Les instances ne tiennent pas lieu de cap ici",
    },
    cannot_tell: Said {
        en: "Whether meetings take the place of a direction cannot be told yet",
        fr: "On ne peut dire encore si les instances tiennent lieu de cap",
    },
};

/// What one forum decided in one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ForumMonth {
    pub forum: String,
    /// The first day of the month.
    pub month: Date,
    /// Decisions that cite a priority, an objective or an outcome.
    pub with_aim: u32,
    pub without_aim: u32,
}

/// Decisions by forum and month, the latest two years; operational ones left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RitualsPicture {
    pub months: Vec<ForumMonth>,
    /// Decisions without a day, which stand nowhere in time.
    pub undated: u32,
}

const MONTHS: u32 = 24;

pub(super) fn picture(ctx: &Context<'_>) -> RitualsPicture {
    let since = ctx.as_of.checked_sub_months(chrono::Months::new(MONTHS));
    let mut months: BTreeMap<(String, Date), (u32, u32)> = BTreeMap::new();
    let mut undated = 0_usize;
    for forum in forums(ctx).values() {
        undated += forum.undated.len();
        let recent = forum.dated.iter().filter(|(day, _)| Some(*day) >= since);
        for (day, n) in recent {
            let month = day.with_day(1).unwrap_or(*day);
            let place = months.entry((forum.title.to_owned(), month)).or_default();
            if cites_an_aim(ctx, *n) {
                place.0 += 1;
            } else {
                place.1 += 1;
            }
        }
    }
    let months = months
        .into_iter()
        .map(|((forum, month), (with_aim, without_aim))| ForumMonth {
            forum,
            month,
            with_aim,
            without_aim,
        });
    RitualsPicture {
        months: months.collect(),
        undated: u32::try_from(undated).unwrap_or(u32::MAX),
    }
}
