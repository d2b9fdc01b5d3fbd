//! The frozen state: what a snapshot speaks of, and the hash by which two snapshots are compared.

use portfolio::error::Result;
use portfolio::exchange::json;
use portfolio::model::{Date, Portfolio};
use portfolio::rules::{Finding, RuleText};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// A portfolio at a date, with what the rules say of it. The findings and rule texts are in the language in
/// which the snapshot will be written.
#[derive(Debug, Clone)]
pub struct Frozen {
    pub portfolio: Portfolio,
    pub as_of: Date,
    /// What nobody has accepted.
    pub findings: Vec<Finding>,
    /// What somebody lives with on that day: no longer told, and still counted.
    pub accepted: Vec<Finding>,
    /// The rules that were run, as they are explained.
    pub rules: Vec<RuleText>,
    /// Version of the rule pack.
    pub pack: String,
    /// SHA-256 over the canonical document of the portfolio, the date and the pack, in hexadecimal. It does not
    /// depend on the language.
    pub hash: String,
}

impl Frozen {
    /// Freezes a portfolio with all its findings, those that somebody accepted among them.
    ///
    /// # Errors
    /// When the portfolio cannot be written as its canonical document.
    pub fn new(
        portfolio: Portfolio,
        findings: Vec<Finding>,
        rules: Vec<RuleText>,
        as_of: Date,
        pack: impl Into<String>,
    ) -> Result<Self> {
        let pack = pack.into();
        let (findings, accepted) = findings.into_iter().partition(|it| it.accepted.is_none());
        let mut digest = Sha256::new();
        digest.update(json::write(&portfolio)?);
        digest.update(format!("{as_of}\n{pack}\n"));
        let mut hash = String::with_capacity(64);
        for byte in digest.finalize() {
            // Writing into a String cannot fail.
            let _ = write!(hash, "{byte:02x}");
        }
        Ok(Self {
            portfolio,
            as_of,
            findings,
            accepted,
            rules,
            pack,
            hash,
        })
    }

    /// The first twelve digits in groups of four, as people compare them.
    #[must_use]
    pub fn short_hash(&self) -> String {
        self.hash
            .as_bytes()
            .chunks(4)
            .take(3)
            .map(String::from_utf8_lossy)
            .collect::<Vec<_>>()
            .join(" ")
    }
}
