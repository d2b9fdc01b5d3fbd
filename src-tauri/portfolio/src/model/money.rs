//! Exact money. Never binary floating point at rest; sums across currencies need a declared rate.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::fmt;

/// An ISO 4217 code (`EUR`), or the bare symbol (`$`) when the source does not say which currency it means.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct Currency(String);

impl Currency {
    /// A code of three capital letters or a symbol of at most three characters; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let iso = text.len() == 3 && text.bytes().all(|b| b.is_ascii_uppercase());
        let symbol = !text.is_empty()
            && text.chars().count() <= 3
            && text
                .chars()
                .all(|c| !c.is_ascii_alphanumeric() && !c.is_whitespace() && !c.is_control());
        (iso || symbol).then(|| Self(text.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An amount in base units of a currency (euros, not thousands of euros).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
pub struct Money {
    /// Exact, written as text.
    pub amount: Decimal,
    pub currency: Currency,
}
