//! Numbers, money, dates and names as they stand in a sentence, in English and in French.
//!
//! Money is shown in three or four digits with its unit, never added or converted; the exact amount stays in
//! the record.

use crate::model::{Cycle, Date, Lang, Money};
use chrono::Datelike;
use rust_decimal::Decimal;

/// Keeps a number and its unit on one line.
const NBSP: char = '\u{a0}';

/// One of two sentences, formatted in the language of the context.
macro_rules! say {
    ($ctx:expr, $en:literal, $fr:literal $(,)?) => {
        match $ctx.lang {
            $crate::model::Lang::En => format!($en),
            $crate::model::Lang::Fr => format!($fr),
        }
    };
}
pub(crate) use say;

/// A title in the quotation marks of the language.
pub(crate) fn quoted(title: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("“{title}”"),
        Lang::Fr => format!("«{NBSP}{title}{NBSP}»"),
    }
}

fn localised(text: String, lang: Lang) -> String {
    match lang {
        Lang::En => text,
        Lang::Fr => text.replace('.', ","),
    }
}

/// At most one decimal, none when it is zero.
pub(crate) fn number(value: f64, lang: Lang) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    localised(format!("{rounded}"), lang)
}

/// A share between 0 and 1 as a whole percentage; a share that is not zero never reads as zero.
pub(crate) fn percent(share: f64, lang: Lang) -> String {
    let points = share * 100.0;
    if points > 0.0 && points < 1.0 {
        return match lang {
            Lang::En => format!("under 1{NBSP}%"),
            Lang::Fr => format!("moins de 1{NBSP}%"),
        };
    }
    format!("{}{NBSP}%", points.round())
}

/// “1 point”, “13 points”; in French less than two are one.
pub(super) fn points(value: f64, lang: Lang) -> String {
    let figure = number(value, lang);
    let one = match lang {
        Lang::En => figure == "1",
        Lang::Fr => value.abs() < 2.0 && figure != "2",
    };
    format!("{figure} point{}", if one { "" } else { "s" })
}

/// “2.4 M€”, “$850 k”, “1.2 Md€”, “850 k$” in French, “3.1 M AUD”. English puts the signs of its own currencies first.
pub fn money(money: &Money, lang: Lang) -> String {
    let steps = [
        (Decimal::from(1_000_000_000_u64), "bn", "Md"),
        (Decimal::from(1_000_000), "M", "M"),
        (Decimal::from(1_000), "k", "k"),
    ];
    let size = money.amount.abs();
    // An amount that would round up to the next step is told in it: 999 999 is a million, not 1000 thousands.
    let nearly = Decimal::new(9995, 4);
    let (scaled, unit) = steps
        .iter()
        .find(|(step, ..)| size >= *step * nearly)
        .and_then(|(step, en, fr)| {
            let unit = match lang {
                Lang::En => *en,
                Lang::Fr => *fr,
            };
            money.amount.checked_div(*step).map(|it| (it, unit))
        })
        .unwrap_or((money.amount, ""));
    let places = u32::from(unit == "M" || unit == "bn" || unit == "Md");
    let figure = scaled
        .round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
        .normalize()
        .to_string();
    let figure = localised(figure, lang);
    let sign = sign(money.currency.as_str());
    let is_sign = !sign.bytes().all(|it| it.is_ascii_alphabetic());
    if lang == Lang::En && is_sign && sign != "€" {
        let (minus, figure) = match figure.strip_prefix('-') {
            Some(figure) => ("-", figure),
            None => ("", figure.as_str()),
        };
        let figure = format!("{minus}{sign}{figure}");
        return if unit.is_empty() {
            figure
        } else {
            format!("{figure}{NBSP}{unit}")
        };
    }
    if unit.is_empty() || is_sign {
        format!("{figure}{NBSP}{unit}{sign}")
    } else {
        format!("{figure}{NBSP}{unit}{NBSP}{sign}")
    }
}

/// The sign that stands for a currency without doubt, or the code or bare symbol as the file gave it.
pub(crate) fn sign(currency: &str) -> &str {
    match currency {
        "EUR" => "€",
        "GBP" => "£",
        code => code,
    }
}

const MONTHS_EN: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const MONTHS_FR: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];

/// “3 Mar 2026”, “1er mars 2026”.
pub(crate) fn day(date: Date, lang: Lang) -> String {
    let month = date.month0() as usize;
    let (names, first) = match lang {
        Lang::En => (&MONTHS_EN, "1"),
        Lang::Fr => (&MONTHS_FR, "1er"),
    };
    let name = names.get(month).copied().unwrap_or_default();
    let day = date.day().to_string();
    let day = if day == "1" { first } else { &day };
    format!("{day}{NBSP}{name}{NBSP}{}", date.year())
}

/// “a, b and c”.
pub(crate) fn listed(words: &[String], lang: Lang) -> String {
    let and = match lang {
        Lang::En => "and",
        Lang::Fr => "et",
    };
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// “Both”, “All 3”, “Les deux”, “Les 3”: every one of some, at the head of a sentence.
pub(super) fn all_of(count: usize, lang: Lang) -> String {
    match (count, lang) {
        (2, Lang::En) => "Both".to_owned(),
        (2, Lang::Fr) => "Les deux".to_owned(),
        (_, Lang::En) => format!("All{NBSP}{count}"),
        (_, Lang::Fr) => format!("Les{NBSP}{count}"),
    }
}

/// “2 months”, “1 trimestre”: a number of cycles in the beat that a portfolio keeps.
pub(super) fn cycles(count: i64, cycle: Cycle, lang: Lang) -> String {
    let one = count.abs() <= 1;
    let word = match (cycle, lang) {
        (Cycle::Month, Lang::En) if one => "month",
        (Cycle::Month, Lang::En) => "months",
        (Cycle::Quarter, Lang::En) if one => "quarter",
        (Cycle::Quarter, Lang::En) => "quarters",
        (Cycle::Month, Lang::Fr) => "mois",
        (Cycle::Quarter, Lang::Fr) if one => "trimestre",
        (Cycle::Quarter, Lang::Fr) => "trimestres",
    };
    format!("{count}{NBSP}{word}")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::Currency;
    use rust_decimal::Decimal;

    fn of(amount: &str, currency: &str) -> Money {
        Money {
            amount: amount.parse::<Decimal>().unwrap(),
            currency: Currency::parse(currency).unwrap(),
        }
    }

    #[test]
    fn money_is_short_and_local() {
        assert_eq!(money(&of("2400000", "EUR"), Lang::En), "2.4\u{a0}M€");
        assert_eq!(money(&of("2400000", "EUR"), Lang::Fr), "2,4\u{a0}M€");
        assert_eq!(money(&of("1250000000", "$"), Lang::En), "$1.3\u{a0}bn");
        assert_eq!(money(&of("-950", "GBP"), Lang::En), "-£950");
        assert_eq!(money(&of("-950", "GBP"), Lang::Fr), "-950\u{a0}£");
        assert_eq!(money(&of("1250000000", "$"), Lang::Fr), "1,3\u{a0}Md$");
        assert_eq!(money(&of("850400", "AUD"), Lang::En), "850\u{a0}k\u{a0}AUD");
        assert_eq!(money(&of("950", "SEK"), Lang::Fr), "950\u{a0}SEK");
        assert_eq!(money(&of("13000000.00", "EUR"), Lang::En), "13\u{a0}M€");
    }

    #[test]
    fn a_small_share_never_reads_as_zero() {
        assert_eq!(percent(0.004, Lang::En), "under 1\u{a0}%");
        assert_eq!(percent(0.0, Lang::Fr), "0\u{a0}%");
        assert_eq!(percent(0.176, Lang::Fr), "18\u{a0}%");
    }

    #[test]
    fn points_are_one_or_many_as_the_language_counts() {
        let said = [0.0, 0.5, 1.0, 1.5, 2.0, 13.0].map(|it| points(it, Lang::En));
        let want = [
            "0 points",
            "0.5 points",
            "1 point",
            "1.5 points",
            "2 points",
            "13 points",
        ];
        assert_eq!(said, want);
        let said = [0.5, 1.0, 1.5, 1.96, 13.0].map(|it| points(it, Lang::Fr));
        assert_eq!(
            said,
            ["0,5 point", "1 point", "1,5 point", "2 points", "13 points"]
        );
    }

    #[test]
    fn dates_are_written_as_the_language_does() {
        let first = Date::from_ymd_opt(2026, 8, 1).unwrap();
        assert_eq!(day(first, Lang::En), "1\u{a0}Aug\u{a0}2026");
        assert_eq!(day(first, Lang::Fr), "1er\u{a0}août\u{a0}2026");
    }

    #[test]
    fn words_are_joined_and_counted_as_the_language_does() {
        let words = ["a", "b", "c"].map(str::to_owned);
        assert_eq!(listed(&words, Lang::En), "a, b and c");
        assert_eq!(listed(&words[..2], Lang::Fr), "a et b");
        assert_eq!(all_of(2, Lang::En), "Both");
        assert_eq!(all_of(3, Lang::Fr), "Les\u{a0}3");
        assert_eq!(cycles(2, Cycle::Month, Lang::En), "2\u{a0}months");
        assert_eq!(cycles(1, Cycle::Quarter, Lang::Fr), "1\u{a0}trimestre");
    }

    #[test]
    fn an_amount_that_rounds_up_is_told_in_the_next_step() {
        assert_eq!(money(&of("999999", "EUR"), Lang::En), format!("1{NBSP}M€"));
        assert_eq!(
            money(&of("999960000", "EUR"), Lang::Fr),
            format!("1{NBSP}Md€")
        );
        assert_eq!(
            money(&of("998000", "EUR"), Lang::En),
            format!("998{NBSP}k€")
        );
    }
}
