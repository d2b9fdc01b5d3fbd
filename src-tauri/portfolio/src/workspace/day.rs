//! The day for which an open portfolio is judged: today, also after midnight, unless somebody chose another one.
//!
//! The choice is of the desk and not of the file. Nothing that is seen under another day than today is ever noted.

use super::{Workspace, today};
use crate::error::{Code, Error, Result, Words};
use crate::model::Date;
use chrono::Datelike;
use std::ops::RangeInclusive;

/// The years that a date in a table may have as well.
const YEARS: RangeInclusive<i32> = 1900..=2199;

impl Workspace {
    /// The date for which the rules are run.
    pub fn as_of(&self) -> Date {
        self.as_of.unwrap_or_else(today)
    }

    /// Runs the rules for another date from now on.
    pub fn set_as_of(&mut self, date: Date) {
        self.judge_for(Some(date));
    }

    /// Runs the rules for another day from now on, or (`None`) for today again. Mirrors have to be told anew.
    ///
    /// # Errors
    /// `BadValue` for a year that no portfolio is of; then nothing has changed.
    pub fn judge_as_of(&mut self, day: Option<Date>) -> Result<()> {
        if day.is_some_and(|it| !YEARS.contains(&it.year())) {
            return Err(no_such_day());
        }
        // Today chosen by hand is today: it goes on with the calendar.
        self.judge_for(day.filter(|it| *it != today()));
        if let Some(sightings) = self.sightings.get_mut() {
            sightings.stands_after(self.revision);
        }
        self.revision += 1;
        Ok(())
    }

    fn judge_for(&mut self, day: Option<Date>) {
        // What was seen today is noted while the rules still stand for today.
        self.note_sightings();
        if let Some(sightings) = self.sightings.get_mut() {
            sightings.begin_anew();
        }
        self.as_of = day;
    }
}

fn no_such_day() -> Error {
    Error::new(
        Code::BadValue,
        Words::new(
            "Nothing can be judged as of that date. Everything is judged as before.",
            "Rien ne peut être jugé à cette date. Tout reste jugé comme avant.",
        ),
        Words::new(
            format!(
                "Choose a day between {} and {}.",
                YEARS.start(),
                YEARS.end()
            ),
            format!(
                "Choisissez un jour entre {} et {}.",
                YEARS.start(),
                YEARS.end()
            ),
        ),
    )
}
