//! The patterns and formats that the published schema uses, as plain functions: there are ten of them, and they
//! need no engine for regular expressions. One that is not known here keeps the schema from being read at all.

use crate::model::{Currency, Date, OwnRule};
use chrono::{DateTime, Timelike, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum Pattern {
    #[serde(rename = "^[A-Za-z0-9._-]{1,128}$")]
    Id,
    #[serde(rename = "^[A-Za-z0-9._-]{1,257}$")]
    PlacementId,
    #[serde(rename = r"^-?[0-9]+(\.[0-9]+)?$")]
    Amount,
    #[serde(rename = r"^([0-9]*[1-9][0-9]*(\.[0-9]+)?|[0-9]+\.[0-9]*[1-9][0-9]*)$")]
    Rate,
    #[serde(rename = r"^([A-Z]{3}|[^A-Za-z0-9\s\u0000-\u001f\u007f-\u009f]{1,3})$")]
    Currency,
    #[serde(rename = "^X[0-9]{3}$")]
    RuleCode,
    #[serde(rename = "^[a-z0-9]+(-[a-z0-9]+)*$")]
    RuleName,
    #[serde(rename = r"\S")]
    NotBlank,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Format {
    Date,
    DateTime,
}

impl Pattern {
    pub(super) fn is_met(self, text: &str) -> bool {
        match self {
            Self::Id => id(text, 128),
            Self::PlacementId => id(text, 257),
            Self::Amount => decimal(text.strip_prefix('-').unwrap_or(text)),
            Self::Rate => decimal(text) && text.bytes().any(|it| matches!(it, b'1'..=b'9')),
            Self::Currency => Currency::parse(text).is_some_and(|it| it.as_str() == text),
            Self::RuleCode => OwnRule::is_code(text),
            // How long it may be is said beside the pattern.
            Self::RuleName => OwnRule::is_kebab(text),
            Self::NotBlank => !text.trim().is_empty(),
        }
    }

    /// What is expected, in English and in French.
    pub(super) fn expected(self) -> (&'static str, &'static str) {
        match self {
            Self::PlacementId => (
                "the ids of its canvas and its element, joined by “.”",
                "les identifiants de son canevas et de son élément, joints par « . »",
            ),
            Self::Id => (
                "an id of 1 to 128 letters, digits, “-”, “_” or “.”",
                "un identifiant de 1 à 128 lettres, chiffres, « - », « _ » ou « . »",
            ),
            Self::Amount => (
                "an exact amount as “1250000.50”, of at most 28 digits",
                "un montant exact comme « 1250000.50 », de 28 chiffres au plus",
            ),
            Self::Rate => (
                "an exact rate above zero as “1.08”, of at most 28 digits",
                "un taux exact au-dessus de zéro comme « 1.08 », de 28 chiffres au plus",
            ),
            Self::Currency => (
                "an ISO code as “EUR”, or a currency sign",
                "un code ISO comme « EUR », ou un symbole monétaire",
            ),
            Self::RuleCode => ("“X” and three digits", "« X » et trois chiffres"),
            Self::RuleName => (
                "small letters and digits, joined by “-”",
                "des minuscules sans accent et des chiffres, joints par « - »",
            ),
            Self::NotBlank => ("a text that is not empty", "un texte qui n’est pas vide"),
        }
    }
}

impl Format {
    pub(super) fn is_met(self, text: &str) -> bool {
        match self {
            Self::Date => date(text),
            // Lengths and signs as RFC 3339 has them; chrono alone is more lenient.
            Self::DateTime => {
                text.get(..10).is_some_and(date)
                    && matches!(text.as_bytes().get(10), Some(b'T' | b't'))
                    && DateTime::parse_from_rfc3339(text).is_ok_and(|it| has_second(it.to_utc()))
            }
        }
    }

    pub(super) fn expected(self) -> (&'static str, &'static str) {
        match self {
            Self::Date => (
                "a day of the calendar as “2026-12-31”",
                "un jour du calendrier comme « 2026-12-31 »",
            ),
            Self::DateTime => (
                "a moment as “2026-12-31T18:00:00Z”",
                "un instant comme « 2026-12-31T18:00:00Z »",
            ),
        }
    }
}

/// A sixtieth second is inserted at the end of a day in UTC and nowhere else.
fn has_second(at: DateTime<Utc>) -> bool {
    at.nanosecond() < 1_000_000_000 || (at.hour(), at.minute()) == (23, 59)
}

fn id(text: &str, longest: usize) -> bool {
    (1..=longest).contains(&text.len())
        && text
            .bytes()
            .all(|it| it.is_ascii_alphanumeric() || matches!(it, b'.' | b'_' | b'-'))
}

/// Digits, perhaps with a fraction, and few enough to be held exactly.
fn decimal(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    digits(whole) && digits(fraction) && Decimal::from_str_exact(text).is_ok()
}

fn date(text: &str) -> bool {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, it)| match at {
            4 | 7 => it == b'-',
            _ => it.is_ascii_digit(),
        });
    shape && text.parse::<Date>().is_ok()
}
