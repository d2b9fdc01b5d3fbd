//! A rule that somebody wrote in the application. Data only: what its expressions mean is known to `rules::own`.

use super::{ElementKind, RuleId, Severity};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A rule of the user's own. It travels in the file and can be undone like everything else; whether it is *run* is
/// decided on each machine, because whoever opens a file has not read the rules in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OwnRule {
    pub id: RuleId,
    /// `X` and three digits, one rule each.
    pub code: String,
    /// The fault in kebab case: `budget-without-owner`.
    pub name: String,
    /// The fault as a heading above its findings.
    #[serde(default)]
    pub title: String,
    /// The kind of the elements that it judges.
    pub applies_to: ElementKind,
    /// The condition in CEL under which an element is at fault.
    pub when: String,
    /// One sentence with the names of fields in braces: `{title} has {budget} and no owner.`
    pub message: String,
    /// A list of texts in CEL that the finding shows as evidence; empty when it shows none.
    #[serde(default)]
    pub evidence: String,
    /// What would make it pass.
    #[serde(default)]
    pub advice: String,
    pub severity: Severity,
    #[serde(default)]
    pub written_by: String,
    /// Kept, and not run.
    #[serde(default)]
    pub off: bool,
}

impl OwnRule {
    /// Longest expression, in characters. A rule that needs more is two rules.
    pub const LONGEST_SOURCE: usize = 2_000;
    /// Longest title, message or advice, in characters: each is read in one breath.
    pub const LONGEST_TEXT: usize = 1_000;

    /// Whether a text is `X` and three digits.
    #[must_use]
    pub fn is_code(text: &str) -> bool {
        text.strip_prefix('X')
            .is_some_and(|rest| rest.len() == 3 && rest.bytes().all(|it| it.is_ascii_digit()))
    }

    /// Its code, or the first one that none of the other rules has.
    #[must_use]
    pub fn free_code<'a>(&self, others: impl Iterator<Item = &'a Self>) -> String {
        let others = others.filter(|it| it.id != self.id);
        let taken: std::collections::BTreeSet<&str> = others.map(|it| it.code.as_str()).collect();
        if !taken.contains(self.code.as_str()) {
            return self.code.clone();
        }
        let mut codes = (1..1_000).map(|n| format!("X{n:03}"));
        codes
            .find(|it| !taken.contains(it.as_str()))
            .unwrap_or_else(|| self.code.clone())
    }

    /// Whether a text can be the name of a rule: in kebab case, 60 characters at most.
    #[must_use]
    pub fn is_name(text: &str) -> bool {
        text.len() <= 60 && Self::is_kebab(text)
    }

    /// Whether a text is words of small letters and digits joined by dashes.
    #[must_use]
    pub fn is_kebab(text: &str) -> bool {
        let is_part = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit();
        text.split('-')
            .all(|word| !word.is_empty() && word.bytes().all(is_part))
    }

    /// The field that is not as it must be, whatever else the portfolio holds.
    #[must_use]
    pub fn misfit(&self) -> Option<&'static str> {
        let long = |text: &str, most: usize| text.chars().count() > most;
        [
            ("code", !Self::is_code(&self.code)),
            ("name", !Self::is_name(&self.name)),
            ("title", long(&self.title, Self::LONGEST_TEXT)),
            (
                "when",
                self.when.trim().is_empty() || long(&self.when, Self::LONGEST_SOURCE),
            ),
            (
                "message",
                self.message.trim().is_empty() || long(&self.message, Self::LONGEST_TEXT),
            ),
            ("evidence", long(&self.evidence, Self::LONGEST_SOURCE)),
            ("advice", long(&self.advice, Self::LONGEST_TEXT)),
            ("written_by", long(&self.written_by, Self::LONGEST_TEXT)),
        ]
        .into_iter()
        .find_map(|(field, wrong)| wrong.then_some(field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_x_and_three_digits() {
        assert!(OwnRule::is_code("X001"));
        for wrong in ["x001", "X01", "X0001", "D103", "X00a", "", "X٠٠١"] {
            assert!(!OwnRule::is_code(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_name_is_in_kebab_case() {
        assert!(OwnRule::is_name("budget-without-owner"));
        assert!(OwnRule::is_name("late-2027"));
        for wrong in [
            "",
            "-a",
            "a-",
            "a--b",
            "Budget",
            "no owner",
            "sans-propriétaire",
        ] {
            assert!(!OwnRule::is_name(wrong), "{wrong}");
        }
    }
}
