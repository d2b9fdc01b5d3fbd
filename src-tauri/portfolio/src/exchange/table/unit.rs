//! What one unit of a number is: currency and scale, as headers, title lines, cells and number formats state them.

use super::mapping::Scale;

/// What a workbook's number format says about a cell.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct CellFormat {
    pub(super) percent: bool,
    pub(super) currency: Option<String>,
}

/// Reads a number format such as `"£"#,##0.00` or `0%`.
pub(super) fn cell_format(code: &str) -> CellFormat {
    let first = code.split(';').next().unwrap_or(code);
    let percent = first.contains('%');
    let currency = match first.find("[$") {
        Some(at) => {
            let inner = first.get(at + 2..).unwrap_or_default();
            let symbol = inner.split([']', '-']).next().unwrap_or_default().trim();
            currency_of(symbol)
        }
        None => ["€", "£", "$", "¥"]
            .iter()
            .find(|s| first.contains(**s))
            .and_then(|s| currency_of(s)),
    };
    CellFormat { percent, currency }
}

/// Currencies by their marks, longest first.
const CURRENCIES: &[(&str, &str)] = &[
    ("us$", "USD"),
    ("a$", "AUD"),
    ("au$", "AUD"),
    ("ca$", "CAD"),
    ("can$", "CAD"),
    ("c$", "CAD"),
    ("nz$", "NZD"),
    ("hk$", "HKD"),
    ("s$", "SGD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("$", "$"),
    ("¥", "¥"),
    ("₹", "INR"),
    ("fr.", "CHF"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("dollars", "$"),
    ("pounds", "GBP"),
];

const CODES: &[&str] = &[
    "EUR", "GBP", "USD", "AUD", "CAD", "NZD", "CHF", "JPY", "CNY", "SEK", "NOK", "DKK", "PLN",
    "CZK", "HUF", "RON", "BGN", "INR", "SGD", "HKD", "ZAR", "BRL", "MXN", "AED", "SAR", "MAD",
    "TND", "XOF", "XAF", "ISK", "TRY", "ILS", "KRW",
];

/// The currency that a mark such as `€`, `A$` or `EUR` stands for; `$` and `¥` stay as they are, because many
/// currencies share them.
pub(super) fn currency_of(mark: &str) -> Option<String> {
    let low = mark.trim().to_lowercase();
    if let Some((_, code)) = CURRENCIES.iter().find(|(m, _)| *m == low) {
        return Some((*code).to_owned());
    }
    CODES
        .iter()
        .find(|c| c.eq_ignore_ascii_case(&low))
        .map(|c| (*c).to_owned())
}

fn scale_of(mark: &str) -> Option<Scale> {
    Some(match mark.trim_end_matches('.') {
        "k" | "thousand" | "thousands" | "millier" | "milliers" | "mille" | "000" | "000s"
        | "tsd" => Scale::Thousands,
        "m" | "mn" | "mln" | "mio" | "mm" | "million" | "millions" => Scale::Millions,
        "bn" | "b" | "billion" | "billions" | "md" | "mds" | "mrd" | "milliard" | "milliards" => {
            Scale::Billions
        }
        _ => return None,
    })
}

/// Splits letters and currency symbols such as `keur`, `m€`, `$m`, `a$m` into currency and scale.
pub(super) fn unit_word(word: &str) -> Option<(Option<String>, Option<Scale>)> {
    let low = word
        .trim_matches(|c: char| c == '\'' || c == '’' || c == '.' || c == ',')
        .to_lowercase();
    if low.is_empty() {
        return None;
    }
    if let Some(currency) = currency_of(&low) {
        return Some((Some(currency), None));
    }
    if let Some(scale) = scale_of(&low) {
        return Some((None, Some(scale)));
    }
    for (at, _) in low.char_indices().skip(1) {
        let (left, right) = low.split_at(at);
        let right = right.trim_start_matches(['\'', '’']);
        if let (Some(scale), Some(currency)) = (scale_of(left), currency_of(right)) {
            return Some((Some(currency), Some(scale)));
        }
        if let (Some(currency), Some(scale)) = (currency_of(left), scale_of(right)) {
            return Some((Some(currency), Some(scale)));
        }
    }
    None
}

/// The unit that a header or a title line states: `Budget ($m)*`, `Bud. (k€)`, `Amounts in thousands of euros`.
pub(super) fn unit_of(text: &str) -> (Option<String>, Option<Scale>) {
    let split = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '(' | ')' | '[' | ']' | '/' | '_' | '-' | ',' | ';' | '*' | ':' | '\'' | '’'
            )
    };
    let units: Vec<(&str, Option<String>, Option<Scale>)> = text
        .split(split)
        .filter_map(|word| unit_word(word).map(|(c, s)| (word, c, s)))
        .collect();
    let currency = units.iter().find_map(|(_, c, _)| c.clone());
    // A lone letter is a unit only beside a currency or alone in brackets: `M` and `k` name too many other things.
    let scale = units.iter().find_map(|(word, own, scale)| {
        let lone = own.is_none() && word.chars().count() <= 2 && !word.eq_ignore_ascii_case("bn");
        let bracketed = text.contains(&format!("({word})")) || text.contains(&format!("[{word}]"));
        scale.filter(|_| !lone || currency.is_some() || bracketed)
    });
    (currency, scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read_from_headers() {
        assert_eq!(
            unit_of("Budget ($m)*"),
            (Some("$".into()), Some(Scale::Millions))
        );
        assert_eq!(
            unit_of("Bud. (k€)"),
            (Some("EUR".into()), Some(Scale::Thousands))
        );
        assert_eq!(
            unit_of("TOTAL Baseline (£m) (including)"),
            (Some("GBP".into()), Some(Scale::Millions))
        );
        assert_eq!(
            unit_of("Amounts in thousands of euros"),
            (Some("EUR".into()), Some(Scale::Thousands))
        );
        assert_eq!(
            unit_of("Cost $'000"),
            (Some("$".into()), Some(Scale::Thousands))
        );
        assert_eq!(unit_of("M€"), (Some("EUR".into()), Some(Scale::Millions)));
        assert_eq!(
            unit_of("Montant prévisionnel (en milliers d'euros)"),
            (Some("EUR".into()), Some(Scale::Thousands))
        );
        assert_eq!(unit_of("Project M"), (None, None));
        assert_eq!(unit_of("Cost (M)"), (None, Some(Scale::Millions)));
        assert_eq!(
            unit_of("Spend to date (k EUR)"),
            (Some("EUR".into()), Some(Scale::Thousands))
        );
        assert_eq!(
            unit_of("Coût (MEUR)"),
            (Some("EUR".into()), Some(Scale::Millions))
        );
    }

    #[test]
    fn formats_of_cells_carry_percent_and_currency() {
        assert!(cell_format("0.0%").percent);
        assert_eq!(
            cell_format("[$£-809]#,##0").currency.as_deref(),
            Some("GBP")
        );
        assert_eq!(cell_format("\"€\"#,##0").currency.as_deref(), Some("EUR"));
    }
}
