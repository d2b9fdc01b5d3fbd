//! What a rule is: a code, a name that states the fault, its texts, its thresholds, its check and its cases.
//!
//! A rule is a constant in a file of its own. Texts, thresholds and cases stand beside the check, so that what
//! is explained, what is computed and what is tested cannot drift apart.

use super::context::set_for;
use super::footing::Footing;
use super::{Context, Family, Parameter, Report, RuleText, Severity};
use crate::model::{ElementKind, Lang, Settings};

/// One fixed text in each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    pub en: &'static str,
    pub fr: &'static str,
}

impl Said {
    #[must_use]
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        }
    }
}

/// Who set a threshold that no published work gives.
pub(super) const OURS: Said = Said {
    en: "ours",
    fr: "choix de Throughline",
};

/// A number on which a verdict turns, named so that it can be shown, argued about and one day changed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold {
    /// Snake case, unique within the rule.
    pub name: &'static str,
    pub value: f64,
    pub unit: Said,
    /// The work it comes from, or that it is ours.
    pub source: Said,
}

impl Threshold {
    /// The threshold as it is explained to a person, with the value that the rule brings.
    #[must_use]
    pub fn text(&self, lang: Lang) -> Parameter {
        let unit = self.unit.get(lang);
        Parameter {
            name: self.name.to_owned(),
            value: format!("{}\u{a0}{unit}", super::words::number(self.value, lang)),
            default: self.value,
            unit: unit.to_owned(),
            source: self.source.get(lang).to_owned(),
        }
    }
}

/// A small portfolio in the drawing notation of the tests, with the verdicts expected on its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Case {
    /// A sentence that says what the case shows.
    pub name: &'static str,
    pub portfolio: &'static str,
}

/// How a rule looks at a portfolio.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Judges each element of these kinds by itself, with what it looks at around it. After an edit it runs again
    /// only for those elements that had looked at what changed: prefer it.
    Each(
        &'static [ElementKind],
        for<'c, 'a> fn(&'c Context<'a>, usize, &mut Report<'c, 'a>),
    ),
    /// Judges the portfolio as a whole, when a verdict needs all elements of a kind side by side.
    Whole(for<'c, 'a> fn(&'c Context<'a>, &mut Report<'c, 'a>)),
    /// Each element, then the portfolio as a whole.
    Both(
        &'static [ElementKind],
        for<'c, 'a> fn(&'c Context<'a>, usize, &mut Report<'c, 'a>),
        for<'c, 'a> fn(&'c Context<'a>, &mut Report<'c, 'a>),
    ),
}

/// One rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// A letter and three digits, never used again for another rule.
    pub code: &'static str,
    /// The fault in kebab case, so that "accept *orphan-initiative*" reads well.
    pub name: &'static str,
    pub family: Family,
    /// Before it is raised by what is at stake.
    pub severity: Severity,
    /// The fault as a heading above its findings.
    pub title: Said,
    /// What it fires on. `{name}` stands for the value of a threshold.
    pub what: Said,
    /// Why it matters.
    pub why: Said,
    /// What to do about it.
    pub how: Said,
    pub thresholds: &'static [Threshold],
    /// What it has to find before its silence says anything.
    pub(crate) footing: Footing,
    pub check: Check,
    /// The text of the file beside the rule: after `==` the name of a case, then its portfolio. Above the first may
    /// stand why nothing can keep the rule from deciding.
    pub cases: &'static str,
}

impl Rule {
    /// The drawn cases, the plainest first.
    pub fn cases(&self) -> impl Iterator<Item = Case> {
        self.cases.split("== ").skip(1).map(|text| {
            let (name, portfolio) = text.split_once('\n').unwrap_or((text, ""));
            Case {
                name: name.trim(),
                portfolio: portfolio.trim_end(),
            }
        })
    }

    /// Why there is no portfolio in which it cannot tell: what stands behind `decides` and `decides.fr` above its cases.
    /// `None` where a field that is not told can keep it from deciding.
    #[must_use]
    pub fn always_decides(&self) -> Option<Said> {
        let head = self.cases.split("== ").next()?;
        let said = |word: &str| {
            let mut lines = head.lines();
            let line = lines.find_map(|line| line.strip_prefix(word))?;
            Some(line.trim().trim_matches('"'))
        };
        Some(Said {
            en: said("decides ")?,
            fr: said("decides.fr ")?,
        })
    }

    /// The rule as it is explained to a person, with the values that it brings.
    #[must_use]
    pub fn text(&self, lang: Lang) -> RuleText {
        self.text_in(lang, &Settings::default())
    }

    /// The same, with the values that are in force in a portfolio. A portfolio that sets a value otherwise reads its own.
    #[must_use]
    pub fn text_in(&self, lang: Lang, settings: &Settings) -> RuleText {
        let told = |said: Said| {
            let all = self.thresholds.iter();
            all.fold(said.get(lang).to_owned(), |text, it| {
                let value = super::figures::figure(set_for(settings, self.code, it), lang);
                text.replace(&format!("{{{}}}", it.name), &value)
            })
        };
        let what = match self.always_decides() {
            Some(reason) => format!("{} {}", told(self.what), reason.get(lang)),
            None => told(self.what),
        };
        RuleText {
            code: self.code.to_owned(),
            name: self.name.to_owned(),
            title: self.title.get(lang).to_owned(),
            family: self.family,
            severity: self.severity,
            what,
            why: self.why.get(lang).to_owned(),
            how: self.how.get(lang).to_owned(),
            parameters: self.thresholds.iter().map(|it| it.text(lang)).collect(),
        }
    }
}
