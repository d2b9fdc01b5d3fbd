//! The honest score of the open portfolio and the myths that it lives, and why it changed since an earlier day of its history.

use super::Workspace;
use crate::error::Result;
use crate::ladder::change::{ScoreChange, State, between};
use crate::ladder::{self, ObjectiveScore, Score};
use crate::model::{Date, ElementId};
use crate::myths::{self, Myths};
use crate::rules::Context;
use chrono::{Days, Local, NaiveTime, TimeZone, Utc};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Why the score changed since a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct ScoreSince {
    /// The day at whose end the earlier state stood.
    pub since: Date,
    /// The first day that the history of the file knows; `None` before any step.
    pub begins: Option<Date>,
    /// `None` when the history does not reach back to the day.
    pub change: Option<ScoreChange>,
}

impl Workspace {
    /// How sure it is that the objectives are reached.
    #[must_use]
    pub fn score(&self) -> Score {
        let ctx = Context::new(&self.portfolio, self.as_of(), self.lang);
        ladder::score(&ctx, &self.all_findings())
    }

    /// Whether the five beliefs are lived here.
    #[must_use]
    pub fn myths(&self) -> Myths {
        let ctx = Context::new(&self.portfolio, self.as_of(), self.lang);
        myths::judged(&ctx, &self.all_findings())
    }

    /// Every need of one objective, with what it rests on.
    #[must_use]
    pub fn objective_score(&self, id: &ElementId) -> Option<ObjectiveScore> {
        let all = self.score().objectives;
        all.into_iter().find(|it| it.objective.id == *id)
    }

    /// What readings, links, weights, scope and rules did to the score since the end of a day.
    ///
    /// # Errors
    /// `FileDamaged` when the history cannot be read.
    pub fn score_since(&self, since: Date) -> Result<ScoreSince> {
        let begins = self.store.begins()?;
        let change = match self.store.last_before(end_of(since))? {
            Some(seq) => {
                let then = self.after(seq)?;
                let (old, new) = (&then, &self.portfolio);
                let old = State {
                    portfolio: old,
                    as_of: since.min(self.as_of()),
                };
                let new = State {
                    portfolio: new,
                    as_of: self.as_of(),
                };
                Some(between(old, new, self.lang))
            }
            None => None,
        };
        Ok(ScoreSince {
            since,
            begins: begins.map(|it| it.with_timezone(&Local).date_naive()),
            change,
        })
    }
}

/// The moment at which a day ends here.
fn end_of(day: Date) -> crate::model::Instant {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(Date::MAX);
    let midnight = next.and_time(NaiveTime::MIN);
    // Where midnight is skipped or comes twice the clock of the world serves: it is an hour at most.
    Local
        .from_local_datetime(&midnight)
        .earliest()
        .map_or_else(|| midnight.and_utc(), |it| it.with_timezone(&Utc))
}
