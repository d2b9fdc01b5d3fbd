//! The beat in which rules count: calendar months, or quarters of the fiscal year, as the portfolio sets.

use super::Context;
use crate::model::{Cycle, Date, FiscalYear};
use chrono::{Datelike, Days, Months};

/// The number of the cycle that holds a date; of two cycles the later one has the larger number.
fn cycle_of(date: Date, cycle: Cycle, year: FiscalYear) -> i32 {
    match cycle {
        Cycle::Month => date.year() * 12 + date.month0().cast_signed(),
        Cycle::Quarter => {
            // Counted from the first day of the fiscal year, so that a quarter may begin on any day of a month.
            let shifted = date
                .checked_sub_days(Days::new(u64::from(year.day.saturating_sub(1))))
                .unwrap_or(date);
            let months =
                shifted.year() * 12 + shifted.month0().cast_signed() - (i32::from(year.month) - 1);
            months.div_euclid(3)
        }
    }
}

/// The first day of a cycle.
fn start_of(number: i32, cycle: Cycle, year: FiscalYear) -> Option<Date> {
    let months = match cycle {
        Cycle::Month => number,
        Cycle::Quarter => number * 3 + i32::from(year.month) - 1,
    };
    let first = Date::from_ymd_opt(
        months.div_euclid(12),
        months.rem_euclid(12).cast_unsigned() + 1,
        1,
    )?;
    match cycle {
        Cycle::Month => Some(first),
        Cycle::Quarter => first.checked_add_days(Days::new(u64::from(year.day.saturating_sub(1)))),
    }
}

impl Context<'_> {
    /// The number of the cycle that holds a date; the next cycle has the next number.
    #[must_use]
    pub fn cycle_of(&self, date: Date) -> i32 {
        cycle_of(date, self.settings().cycle, self.settings().fiscal_year)
    }

    /// How many cycles lie between a date and the date of the check: 0 in the same cycle, negative in the future.
    #[must_use]
    pub fn cycles_since(&self, date: Date) -> i32 {
        self.cycle_of(self.as_of) - self.cycle_of(date)
    }

    /// Whether a date lies in the last so many cycles, the running one included, and not after the check.
    #[must_use]
    pub fn in_last_cycles(&self, date: Date, cycles: i32) -> bool {
        date <= self.as_of && self.cycles_since(date) < cycles
    }

    /// The first day after the running cycle and so many more.
    #[must_use]
    pub fn end_of_cycle(&self, ahead: i32) -> Date {
        let next = self.cycle_of(self.as_of) + ahead + 1;
        start_of(next, self.settings().cycle, self.settings().fiscal_year).unwrap_or(self.as_of)
    }

    /// The same day so many months later.
    #[must_use]
    pub fn months_later(&self, months: u32) -> Date {
        self.as_of
            .checked_add_months(Months::new(months))
            .unwrap_or(self.as_of)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn months_follow_each_other_over_the_year() {
        let of = |text| cycle_of(day(text), Cycle::Month, FiscalYear::default());
        assert_eq!(of("2027-01-01") - of("2026-12-31"), 1);
        assert_eq!(of("2026-12-31"), of("2026-12-01"));
        assert_eq!(
            start_of(of("2026-12-31"), Cycle::Month, FiscalYear::default()),
            Some(day("2026-12-01"))
        );
    }

    #[test]
    fn quarters_begin_with_the_fiscal_year() {
        let year = FiscalYear { month: 4, day: 6 };
        let of = |text| cycle_of(day(text), Cycle::Quarter, year);
        assert_eq!(of("2026-04-06") - of("2026-04-05"), 1);
        assert_eq!(of("2026-04-06"), of("2026-07-05"));
        assert_eq!(
            start_of(of("2026-05-01"), Cycle::Quarter, year),
            Some(day("2026-04-06"))
        );
    }
}
