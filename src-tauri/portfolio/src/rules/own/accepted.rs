//! Which rules of one's own may be run on this machine.
//!
//! A file can come from anybody, so a rule in it is run only once somebody here has read and accepted it. What is
//! accepted is not the rule's name but what it runs: its kind and its expressions. A rule that is changed elsewhere
//! is another rule.

use crate::model::OwnRule;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The fingerprints of accepted rules. Kept outside the portfolio, by whoever runs it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Accepted(BTreeSet<String>);

impl Accepted {
    /// Every rule of a portfolio, when somebody vouches for all of them.
    #[must_use]
    pub fn all(portfolio: &crate::model::Portfolio) -> Self {
        portfolio.own_rules().map(fingerprint).collect()
    }

    pub fn accept(&mut self, rule: &OwnRule) {
        self.0.insert(fingerprint(rule));
    }

    #[must_use]
    pub fn holds(&self, rule: &OwnRule) -> bool {
        self.0.contains(&fingerprint(rule))
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

impl FromIterator<String> for Accepted {
    fn from_iter<T: IntoIterator<Item = String>>(fingerprints: T) -> Self {
        Self(fingerprints.into_iter().collect())
    }
}

/// SHA-256 of what a rule runs, in hexadecimal.
#[must_use]
pub fn fingerprint(rule: &OwnRule) -> String {
    let mut hash = Sha256::new();
    let kind = format!("{:?}", rule.applies_to);
    for part in [kind.as_str(), rule.when.as_str(), rule.evidence.as_str()] {
        // The length keeps parts apart that would read the same one after the other.
        hash.update(part.len().to_be_bytes());
        hash.update(part.as_bytes());
    }
    let mut text = String::with_capacity(64);
    for byte in hash.finalize() {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
