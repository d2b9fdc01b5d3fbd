//! Numbers, money and dates as they stand on a page, in English and in French.
//!
//! Figures and their units are kept on one line. Money is shown with its unit and never converted; the exact
//! amount stays in the record. The forms are those of the sentences of the rules.

use chrono::Datelike;
use portfolio::model::{Currency, Date, Lang, Money};
use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::MidpointAwayFromZero;

pub(crate) const NBSP: char = '\u{a0}';

fn localised(text: String, lang: Lang) -> String {
    match lang {
        Lang::En => text,
        Lang::Fr => text.replace('.', ","),
    }
}

/// A count with its thousands apart.
#[must_use]
pub fn count(number: usize, lang: Lang) -> String {
    let digits = number.to_string();
    let separator = match lang {
        Lang::En => ',',
        Lang::Fr => '\u{202f}',
    };
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A number with at most two decimals, none when they are zero.
pub(crate) fn number(value: f64, lang: Lang) -> String {
    localised(format!("{}", (value * 100.0).round() / 100.0), lang)
}

/// Whether one thing is spoken of: in French nought is singular too.
pub(crate) fn is_one(number: usize, lang: Lang) -> bool {
    match lang {
        Lang::En => number == 1,
        Lang::Fr => number < 2,
    }
}

/// “1 initiative”, “91 initiatives”.
#[must_use]
pub fn counted(number: usize, one: &str, many: &str, lang: Lang) -> String {
    let noun = if is_one(number, lang) { one } else { many };
    format!("{}{NBSP}{noun}", count(number, lang))
}

/// A share as a whole percentage. What is not nothing never reads as 0 %, what is not all never as 100 %.
pub(crate) fn percent(part: Decimal, whole: Decimal, lang: Lang) -> Option<String> {
    let points = part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?;
    let rounded = points.round_dp_with_strategy(0, MidpointAwayFromZero);
    let text = if part > Decimal::ZERO && rounded.is_zero() {
        match lang {
            Lang::En => format!("under 1{NBSP}%"),
            Lang::Fr => format!("moins de 1{NBSP}%"),
        }
    } else if part < whole && rounded == Decimal::ONE_HUNDRED {
        match lang {
            Lang::En => format!("over 99{NBSP}%"),
            Lang::Fr => format!("plus de 99{NBSP}%"),
        }
    } else {
        format!("{}{NBSP}%", rounded.normalize())
    };
    Some(text)
}

/// A share as points, for widths only.
pub(crate) fn points(part: Decimal, whole: Decimal) -> f64 {
    use rust_decimal::prelude::ToPrimitive;
    part.checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|it| it.checked_div(whole))
        .and_then(|it| it.to_f64())
        .unwrap_or(0.0)
}

/// “2.4 M€”, “850 k$”, “1,2 Md€”, “3.1 M AUD”.
#[must_use]
pub fn money(amount: Decimal, currency: &Currency, lang: Lang) -> String {
    let money = Money {
        amount,
        currency: currency.clone(),
    };
    portfolio::rules::money(&money, lang)
}

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// “30 June 2026”, “1er juillet 2026”.
#[must_use]
pub fn date(date: Date, lang: Lang) -> String {
    let months = match lang {
        Lang::En => &MONTHS_EN,
        Lang::Fr => &MONTHS_FR,
    };
    let month = months
        .get(date.month0() as usize)
        .copied()
        .unwrap_or_default();
    let day = match (date.day(), lang) {
        (1, Lang::Fr) => "1er".to_owned(),
        (day, _) => day.to_string(),
    };
    format!("{day}{NBSP}{month}{NBSP}{}", date.year())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn shown(amount: &str, currency: &str, lang: Lang) -> String {
        money(
            amount.parse().unwrap(),
            &Currency::parse(currency).unwrap(),
            lang,
        )
    }

    #[test]
    fn money_is_short_and_local() {
        assert_eq!(shown("2400000", "EUR", Lang::En), "2.4\u{a0}M€");
        assert_eq!(shown("1250000000", "$", Lang::Fr), "1,3\u{a0}Md$");
        assert_eq!(shown("850400", "AUD", Lang::En), "850\u{a0}k\u{a0}AUD");
        assert_eq!(shown("-12", "$", Lang::En), "-$12");
    }

    #[test]
    fn a_share_is_rounded_without_lying_at_its_ends() {
        let share = |part: i64| percent(part.into(), 1000.into(), Lang::En).unwrap();
        assert_eq!(share(0), "0\u{a0}%");
        assert_eq!(share(1), "under 1\u{a0}%");
        assert_eq!(share(625), "63\u{a0}%");
        assert_eq!(share(999), "over 99\u{a0}%");
        assert_eq!(share(1000), "100\u{a0}%");
        assert_eq!(percent(Decimal::ONE, Decimal::ZERO, Lang::En), None);
    }

    #[test]
    fn counts_and_dates_follow_the_language() {
        assert_eq!(count(1_234_567, Lang::En), "1,234,567");
        assert_eq!(count(2_000, Lang::Fr), "2\u{202f}000");
        assert_eq!(counted(0, "projet", "projets", Lang::Fr), "0\u{a0}projet");
        assert_eq!(
            counted(0, "project", "projects", Lang::En),
            "0\u{a0}projects"
        );
        let first = Date::from_ymd_opt(2026, 7, 1).unwrap();
        assert_eq!(date(first, Lang::Fr), "1er\u{a0}juillet\u{a0}2026");
        assert_eq!(date(first, Lang::En), "1\u{a0}July\u{a0}2026");
    }
}
