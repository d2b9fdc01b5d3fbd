//! Findings that come from one thing are told as one: a missing baseline is one finding, however many rules trip
//! over it. And of which rules a run can say anything at all.

use super::footing::Ground;
use super::{Context, Finding, Outcome, OwnState, RULES, Running, Said};
use crate::model::{Date, Lang, Portfolio, Settings};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::{BTreeMap, BTreeSet};

/// For each finding the key of the one that heads its cause; `None` for a head and for what stands by itself. The
/// heaviest violation heads a cause; findings come heaviest first.
#[must_use]
pub fn heads(findings: &[Finding]) -> Vec<Option<&str>> {
    let mut first: BTreeMap<&str, &Finding> = BTreeMap::new();
    for finding in findings {
        let Some(cause) = finding.cause.as_deref() else {
            continue;
        };
        let head = first.entry(cause).or_insert(finding);
        if head.result == Outcome::CannotTell && finding.result == Outcome::Violated {
            *head = finding;
        }
    }
    findings
        .iter()
        .map(|finding| {
            let head = first.get(finding.cause.as_deref()?)?;
            (head.key != finding.key).then_some(head.key.as_str())
        })
        .collect()
}

/// A rule that had nothing to look at, and what it would need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename = "IdleRule")]
pub struct Idle {
    pub code: String,
    pub needs: String,
}

/// The rules that have nothing to look at, in the order of the codes.
#[must_use]
pub fn idle(portfolio: &Portfolio, as_of: Date, lang: Lang) -> Vec<Idle> {
    let ground = Ground::of(&Context::new(portfolio, as_of, lang));
    let rules = RULES.iter().filter(|it| !ground.bears(it));
    let own = portfolio.own_rules().filter(|it| {
        !portfolio
            .elements()
            .any(|of| of.kind() == it.applies_to && of.archived.is_none())
    });
    let elements = Said {
        en: "elements of its kind",
        fr: "des éléments de sa nature",
    };
    let told = |code: &str, needs: Said| Idle {
        code: code.to_owned(),
        needs: needs.get(lang).to_owned(),
    };
    let mut all: Vec<Idle> = rules
        .map(|it| told(it.code, it.footing.needs))
        .chain(own.map(|it| told(&it.code, elements)))
        .collect();
    all.sort_by(|a, b| a.code.cmp(&b.code));
    all
}

/// A rule of one's own that is on and could not be run, wholly or on some elements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename = "FailedRule")]
pub struct Failed {
    pub code: String,
    /// It found something elsewhere.
    pub in_part: bool,
    /// Why, as a sentence.
    pub says: String,
}

/// Which rules could say something of a portfolio. What somebody accepted counts as found: living with a fault does not
/// make its rule hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Coverage {
    /// Rules that were run, or should have been.
    pub rules: u32,
    /// Those among them that found at least one thing at fault, accepted or not.
    pub found: u32,
    /// Those among them that decided at least one thing, or had nothing to look at.
    pub decided: u32,
    /// Those among them that looked at something and found nothing wrong.
    pub holds: u32,
    /// Findings of something at fault that somebody lives with.
    pub accepted: u32,
    /// Codes of rules that found data missing wherever they looked.
    pub undecided: Vec<String>,
    /// Rules that had nothing to look at.
    pub idle: Vec<Idle>,
    /// Codes of rules that the portfolio has switched off.
    pub off: Vec<String>,
    /// Codes of rules that came with the file and that nobody has accepted on this machine.
    pub not_accepted: Vec<String>,
    /// Rules of one's own that are on and gave no verdict, or not everywhere.
    pub failed: Vec<Failed>,
}

impl Coverage {
    /// What all findings say, those that somebody accepted among them; of the rules with these codes alone, where some
    /// were selected.
    #[must_use]
    pub fn of(findings: &[Finding], settings: &Settings, only: Option<&[String]>) -> Self {
        let is_meant = |code: &str| only.is_none_or(|all| all.iter().any(|it| it == code));
        let is_off = |code: &str| settings.rules.get(code).is_some_and(|it| it.off);
        let (off, on): (Vec<&str>, Vec<&str>) = RULES
            .iter()
            .map(|rule| rule.code)
            .filter(|code| is_meant(code))
            .partition(|code| is_off(code));
        let speak = |result: Outcome| -> BTreeSet<&str> {
            let some = findings.iter().filter(|it| it.result == result);
            some.map(|it| it.code.as_str()).collect()
        };
        let (violated, silent) = (speak(Outcome::Violated), speak(Outcome::CannotTell));
        let found = on.iter().filter(|code| violated.contains(**code)).count();
        let undecided: Vec<String> = on
            .iter()
            .filter(|code| silent.contains(**code) && !violated.contains(**code))
            .map(|code| (*code).to_owned())
            .collect();
        let lived_with = findings.iter().filter(|it| {
            it.accepted.is_some() && it.result == Outcome::Violated && is_meant(&it.code)
        });
        Self {
            rules: number(on.len()),
            found: number(found),
            decided: number(on.len() - undecided.len()),
            holds: 0,
            accepted: number(lived_with.count()),
            undecided,
            idle: Vec::new(),
            off: off.into_iter().map(str::to_owned).collect(),
            not_accepted: Vec::new(),
            failed: Vec::new(),
        }
        .counted()
    }

    /// With the rules that had nothing to look at. Whoever found something, or found it missing, did look; and what is
    /// not run is not asked.
    #[must_use]
    pub fn with_idle(mut self, findings: &[Finding], idle: Vec<Idle>) -> Self {
        let spoke = |code: &String| findings.iter().any(|it| it.code == *code);
        let failed = |code: &String| self.failed.iter().any(|it| it.code == *code);
        let ran = |code: &String| {
            !self.off.contains(code) && !self.not_accepted.contains(code) && !failed(code)
        };
        let some = idle.into_iter();
        self.idle = some
            .filter(|it| ran(&it.code) && !spoke(&it.code))
            .collect();
        self.counted()
    }

    /// What is left of the rules that were run holds.
    fn counted(mut self) -> Self {
        let none = self.failed.iter().filter(|it| !it.in_part).count();
        let others = number(self.undecided.len() + self.idle.len() + none);
        self.holds = self.rules.saturating_sub(self.found.saturating_add(others));
        self
    }

    /// With the rules of one's own. One that could not be run, or was switched off for what it took, decided nothing.
    #[must_use]
    pub fn with_own(mut self, findings: &[Finding], own: &[OwnState]) -> Self {
        for it in own {
            let about = || findings.iter().filter(|of| of.code == it.code);
            let speaks = |result| about().any(|of| of.result == result && !of.is_of_its_rule());
            let trouble = about().find(|of| of.is_of_its_rule());
            let fault = |in_part| Failed {
                code: it.code.clone(),
                in_part,
                says: trouble.map(|of| of.message.clone()).unwrap_or_default(),
            };
            match it.running {
                Running::Off => {
                    self.off.push(it.code.clone());
                    continue;
                }
                Running::NotAccepted => {
                    self.not_accepted.push(it.code.clone());
                    continue;
                }
                Running::Faulty | Running::SwitchedOff | Running::TooMany => {
                    self.failed.push(fault(false));
                }
                // It found something where it could look, and could not look everywhere.
                Running::On if speaks(Outcome::Violated) => {
                    self.found += 1;
                    self.decided += 1;
                    self.failed.extend(trouble.map(|_| fault(true)));
                }
                // Nobody knows what it would have found.
                Running::On if trouble.is_some() => self.failed.push(fault(false)),
                Running::On if speaks(Outcome::CannotTell) => self.undecided.push(it.code.clone()),
                Running::On => self.decided += 1,
            }
            self.rules += 1;
        }
        self.counted()
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::fixture::draw;

    #[test]
    fn what_holds_is_told_from_what_had_nothing_to_look_at_and_from_what_cannot_be_told() {
        let drawing =
            draw("as_of 2026-11-22\nobjective a \"A\" why=\"W\"\nsetting D103.off").unwrap();
        let portfolio = drawing.portfolio();
        let findings = super::super::run(&portfolio, drawing.as_of, Lang::En);
        let idle = idle(&portfolio, drawing.as_of, Lang::En);
        let told = Coverage::of(&findings, portfolio.settings(), None).with_idle(&findings, idle);
        let codes: Vec<&str> = told.idle.iter().map(|it| it.code.as_str()).collect();
        // There is no work, so that nothing was there to be an orphan; that rule is off besides.
        assert!(
            codes.contains(&"D401") && !codes.contains(&"D103"),
            "{codes:?}"
        );
        // The objective is judged: it leads to no priority, and its why is no circle.
        assert!(
            !codes.contains(&"D101") && !codes.contains(&"M502"),
            "{codes:?}"
        );
        let sum =
            told.found + told.holds + u32::try_from(codes.len() + told.undecided.len()).unwrap();
        assert_eq!((sum, told.off.len()), (told.rules, 1));
    }

    #[test]
    fn in_an_empty_portfolio_no_rule_has_anything_to_look_at() {
        let drawing = draw("as_of 2026-11-22").unwrap();
        let idle = idle(&drawing.portfolio(), drawing.as_of, Lang::En);
        assert_eq!(idle.len(), RULES.len());
        assert!(idle.iter().all(|it| !it.needs.is_empty()));
    }
}
