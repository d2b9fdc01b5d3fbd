//! Numbers and money as people write them: currencies, scales, brackets for negatives, both decimal signs.
//! Amounts are exact decimals; binary floating point from a workbook is rounded to the 15 digits that it shows.

use rust_decimal::Decimal;
use std::str::FromStr;

use super::mapping::Scale;
use super::unit::unit_word;

/// A number read from text, before the column's own unit is applied.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Amount {
    pub(super) value: Decimal,
    /// ISO code or bare symbol written beside the number.
    pub(super) currency: Option<String>,
    /// Scale written beside the number (`12 M€`).
    pub(super) scale: Option<Scale>,
    pub(super) percent: bool,
}

/// What the way a number is written says about the decimal sign of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Comma,
    Point,
    /// `1,234` or `1.234`: could be either.
    Open,
    None,
}

/// A binary number as an exact decimal of at most 15 significant digits.
pub(super) fn decimal(number: f64) -> Option<Decimal> {
    if !number.is_finite() {
        return None;
    }
    Decimal::from_scientific(&format!("{number:.14e}"))
        .ok()
        .map(|d| d.normalize())
}

/// A binary number as it is shown: 15 digits, no exponent where possible.
pub(super) fn plain(number: f64) -> String {
    decimal(number).map_or_else(|| number.to_string(), |d| d.to_string())
}

/// Reads a number as written, with the column's decimal sign where the writing leaves it open.
pub(super) fn parse(text: &str, comma: Option<bool>) -> Option<Amount> {
    let mut rest = text.trim();
    if rest.len() > 60 {
        return None;
    }
    let mut negative = false;
    if let Some(inner) = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')) {
        negative = true;
        rest = inner.trim();
    }
    let first = rest.find(|c: char| c.is_ascii_digit())?;
    let last = rest.rfind(|c: char| c.is_ascii_digit())?;
    let (before, after) = (rest.get(..first)?, rest.get(last + 1..)?);
    let mut digits = rest.get(first..=last)?.to_owned();
    let (mut currency, mut scale, mut percent, mut signed) = (None, None, false, false);
    for (side, is_before) in [(before, true), (after, false)] {
        let mut side = side.trim().to_owned();
        for sign in ["-", "−", "–"] {
            // Some systems of accounts write it behind the number: 12,50-.
            let stripped = side.strip_prefix(sign).or_else(|| side.strip_suffix(sign));
            if let Some(stripped) = stripped {
                if signed {
                    return None;
                }
                signed = true;
                // Within brackets a sign says once more what they say: (-3) is no gain.
                negative = true;
                side = stripped.trim().to_owned();
                break;
            }
        }
        if is_before {
            if let Some(stripped) = side.strip_prefix('+') {
                side = stripped.trim().to_owned();
            }
            if side == "." || side == "," {
                digits = format!("0.{digits}");
                side.clear();
            }
        } else if let Some(stripped) = side.strip_prefix('%') {
            percent = true;
            side = stripped.trim().to_owned();
        }
        for word in side
            .split_whitespace()
            .filter(|w| !matches!(*w, "of" | "de"))
        {
            // `7 millions d’euros`
            let elided = word.strip_prefix("d’").or(word.strip_prefix("d'"));
            let (c, s) = unit_word(elided.unwrap_or(word))?;
            currency = currency.or(c);
            scale = scale.or(s);
        }
    }
    let plain = normalise(&digits, comma)?;
    let value = Decimal::from_str(&plain).ok()?;
    Some(Amount {
        value: if negative { -value } else { value },
        currency,
        scale,
        percent,
    })
}

/// What the writing of one number says about the decimal sign.
pub(super) fn sign_of(text: &str) -> Sign {
    let body: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
        .collect();
    let body = body.trim_matches([',', '.']);
    let (commas, points) = (body.matches(',').count(), body.matches('.').count());
    let after = |sign: char| body.rsplit(sign).next().map_or(0, str::len);
    match (commas, points) {
        (0, 0) => Sign::None,
        (1.., 1..) => {
            if body.rfind(',') > body.rfind('.') {
                Sign::Comma
            } else {
                Sign::Point
            }
        }
        (1, 0) => {
            if after(',') == 3 {
                Sign::Open
            } else {
                Sign::Comma
            }
        }
        (0, 1) => {
            if after('.') == 3 {
                Sign::Open
            } else {
                Sign::Point
            }
        }
        // Several of one kind separate thousands, so the other one is the decimal sign.
        (_, 0) => Sign::Point,
        (0, _) => Sign::Comma,
    }
}

fn normalise(digits: &str, comma: Option<bool>) -> Option<String> {
    let mut body = String::with_capacity(digits.len());
    let mut groups = vec![0_usize];
    for c in digits.chars() {
        match c {
            '0'..='9' => {
                body.push(c);
                if let Some(last) = groups.last_mut() {
                    *last += 1;
                }
            }
            ',' | '.' => {
                body.push(c);
                groups = vec![0];
            }
            ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\'' | '’' => groups.push(0),
            _ => return None,
        }
    }
    // Blanks separate groups of three, or they separate two numbers.
    let spaced = digits
        .chars()
        .any(|c| matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\'' | '’'));
    if spaced {
        let whole = digits.split([',', '.']).next().unwrap_or(digits);
        let mut parts = whole.split([' ', '\u{A0}', '\u{202F}', '\u{2009}', '\'', '’']);
        let head = parts.next().unwrap_or_default();
        if head.is_empty() || head.len() > 3 || parts.any(|p| p.len() != 3) {
            return None;
        }
    }
    let decimal = match sign_of(&body) {
        Sign::None => return Some(body),
        Sign::Comma => ',',
        Sign::Point => '.',
        Sign::Open => match comma {
            Some(true) => ',',
            _ => '.',
        },
    };
    let thousands = if decimal == ',' { '.' } else { ',' };
    if body.matches(decimal).count() > 1 {
        return None;
    }
    let (whole, fraction) = body.split_once(decimal).unwrap_or((&body, ""));
    if fraction.contains(thousands) {
        return None;
    }
    let mut groups = whole.split(thousands);
    let head = groups.next().unwrap_or_default();
    let mut out = head.to_owned();
    let mut grouped = false;
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        grouped = true;
        out.push_str(group);
    }
    if grouped && (head.is_empty() || head.len() > 3) {
        return None;
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn value(text: &str) -> String {
        parse(text, None).map_or("unread".to_owned(), |a| a.value.to_string())
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let cases = [
            ("4 100", "4100"),
            ("1 234,56", "1234.56"),
            ("1\u{202F}234,5", "1234.5"),
            ("£12,131.50", "12131.50"),
            ("(12.5)", "-12.5"),
            ("-30.69", "-30.69"),
            ("1.234.567", "1234567"),
            ("1,234", "1234"),
            ("12,5", "12.5"),
            ("1'250", "1250"),
            ("2 900 + 300", "unread"),
            ("10-20", "unread"),
            ("12 34", "unread"),
            ("1,23,456", "unread"),
            ("circa 5", "unread"),
            ("tbd", "unread"),
            ("€ 3.2m", "3.2"),
        ];
        for (text, expected) in cases {
            assert_eq!(value(text), expected, "{text}");
        }
    }

    #[test]
    fn the_column_decides_where_the_writing_leaves_it_open() {
        assert_eq!(
            parse("4.100", Some(true)).unwrap().value.to_string(),
            "4100"
        );
        assert_eq!(
            parse("4.100", Some(false)).unwrap().value.to_string(),
            "4.100"
        );
        assert_eq!(
            parse("1,234", Some(true)).unwrap().value.to_string(),
            "1.234"
        );
    }

    #[test]
    fn binary_noise_is_rounded_away() {
        assert_eq!(plain(0.1 + 0.2), "0.3");
        assert_eq!(plain(29.0), "29");
        assert_eq!(plain(4.6), "4.6");
    }
}
