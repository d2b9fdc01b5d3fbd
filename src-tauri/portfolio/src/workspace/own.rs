//! Rules of one's own in an open portfolio: tried while they are written, accepted on this machine, and carried from
//! one portfolio to another as packs.

use super::{Changed, Workspace, incoming};
use crate::edit::{Edit, Label, Origin, Verb};
use crate::error::Result;
use crate::exchange;
use crate::model::{OwnRule, RuleId};
use crate::rules::{self, Accepted, Idle, OwnState, RulePreview, RuleText};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::path::Path;

/// What an import would make of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum PackStep {
    New,
    /// The rule is here and says the same.
    AlreadyThere,
    /// The rule is here and says something else; what is here would be replaced.
    Replaces,
}

/// One rule of a pack, as it would stand here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PackRow {
    pub rule: OwnRule,
    pub step: PackStep,
    /// Its code in the pack, when that belongs to another rule here and it would get the next free one.
    pub code_was: Option<String>,
}

/// What importing a pack did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Type)]
pub struct PackImported {
    pub changed: Changed,
    /// File name without its folder.
    pub file: String,
    /// Rules that are new or were replaced. They are off until they are accepted.
    pub taken: u32,
    pub already_there: u32,
}

impl Workspace {
    /// What a rule would find now, while it is being written.
    #[must_use]
    pub fn preview_rule(&self, rule: &OwnRule) -> RulePreview {
        rules::preview(&self.portfolio, self.as_of(), self.lang, rule)
    }

    /// The rules of one's own and whether each is run.
    #[must_use]
    pub fn own_rules(&self) -> Vec<OwnState> {
        if self.portfolio.own_rules().next().is_none() {
            return Vec::new();
        }
        self.fresh(&mut self.engine.borrow_mut()).own_rules()
    }

    /// The rules that have nothing to look at here, and what each would need.
    #[must_use]
    pub fn idle_rules(&self) -> Vec<Idle> {
        rules::idle(&self.portfolio, self.as_of(), self.lang)
    }

    /// The rules of one's own that may be run here as they are explained, in the order of the codes.
    #[must_use]
    pub fn own_catalog(&self) -> Vec<RuleText> {
        let mut texts: Vec<RuleText> = self
            .portfolio
            .own_rules()
            .filter(|it| !it.off && self.accepted.holds(it))
            .map(|it| rules::own_text(it, self.lang))
            .collect();
        texts.sort_by(|a, b| a.code.cmp(&b.code));
        texts
    }

    /// The rules that may be run on this machine, for whoever remembers them.
    #[must_use]
    pub fn accepted(&self) -> &Accepted {
        &self.accepted
    }

    /// Takes over what was accepted on this machine before.
    pub fn set_accepted(&mut self, accepted: Accepted) {
        self.accepted = accepted;
        self.judge_own();
    }

    /// Judges by the rules that are accepted now, when anybody has asked before.
    fn judge_own(&self) {
        if let Some(engine) = self.engine.borrow_mut().as_mut() {
            engine.accept(&self.portfolio, self.accepted.clone());
        }
        if let Some(sightings) = self.sightings.borrow_mut().as_mut() {
            sightings.begin_anew();
        }
    }

    /// Accepts rules of this portfolio as they stand now: somebody has read them.
    pub fn accept_rules(&mut self, rules: &[RuleId]) {
        for rule in rules.iter().filter_map(|id| self.portfolio.own_rule(id)) {
            self.accepted.accept(rule);
        }
        self.judge_own();
    }

    /// What is typed here is accepted at once. Changing only the words of a rule that came with a file accepts
    /// nothing: its expressions have not been touched.
    pub(super) fn accept_typed(&mut self, edits: &[Edit]) {
        for edit in edits {
            if let Edit::PutOwnRule { rule } = edit {
                let print = rules::fingerprint(rule);
                let stands = self.portfolio.own_rule(&rule.id);
                if stands.is_none_or(|it| rules::fingerprint(it) != print) {
                    self.accepted.accept(rule);
                }
            }
        }
    }

    /// Rules of this portfolio as a pack; all of them when none is named.
    ///
    /// # Errors
    /// `Internal` when they cannot be written as JSON.
    pub fn write_pack(&self, rules: &[RuleId]) -> Result<String> {
        let all = self.portfolio.own_rules();
        exchange::write_pack(all.filter(|it| rules.is_empty() || rules.contains(&it.id)))
    }

    /// Says what an import of a pack would do. Nothing is written and nothing is run.
    ///
    /// # Errors
    /// When the file cannot be read, or is no pack.
    pub fn preview_pack(&self, path: &Path) -> Result<Vec<PackRow>> {
        let incoming = incoming::read(path)?;
        Ok(self.rows(exchange::read_pack(&incoming.name, &incoming.bytes)?))
    }

    /// Takes rules of a pack over as one step, all of them when none is named. They stay off until accepted.
    ///
    /// # Errors
    /// As [`Workspace::preview_pack`], or what kept the file from being written; then nothing has changed.
    pub fn import_pack(&mut self, path: &Path, chosen: &[RuleId]) -> Result<PackImported> {
        let incoming = incoming::read(path)?;
        let rows = self.rows(exchange::read_pack(&incoming.name, &incoming.bytes)?);
        let there = rows
            .iter()
            .filter(|it| it.step == PackStep::AlreadyThere)
            .count();
        let edits: Vec<Edit> = rows
            .into_iter()
            .filter(|it| it.step != PackStep::AlreadyThere)
            .filter(|it| chosen.is_empty() || chosen.contains(&it.rule.id))
            .map(|it| Edit::PutOwnRule {
                rule: Box::new(it.rule),
            })
            .collect();
        let count = |of: usize| u32::try_from(of).unwrap_or(u32::MAX);
        let label = Label {
            count: count(edits.len()),
            origin: Origin::Imported,
            ..Label::new(Verb::Import, incoming.name.clone())
        };
        Ok(PackImported {
            changed: self.step(&edits, &label)?,
            file: incoming.name,
            taken: count(edits.len()),
            already_there: count(there),
        })
    }

    fn rows(&self, rules: Vec<OwnRule>) -> Vec<PackRow> {
        let mut taken: Vec<(String, RuleId)> = self
            .portfolio
            .own_rules()
            .map(|it| (it.code.clone(), it.id.clone()))
            .collect();
        rules
            .into_iter()
            .map(|mut rule| {
                let here = self.portfolio.own_rule(&rule.id);
                let alike = |here: &OwnRule| {
                    let mut rule = rule.clone();
                    rule.code.clone_from(&here.code);
                    rule == *here
                };
                if let Some(here) = here.filter(|it| alike(it)) {
                    // The same under a code that it has had here ever since.
                    return PackRow {
                        rule: here.clone(),
                        step: PackStep::AlreadyThere,
                        code_was: None,
                    };
                }
                let others = |code: &str| taken.iter().any(|(it, id)| it == code && *id != rule.id);
                let free = if others(&rule.code) {
                    (1..1_000)
                        .map(|n| format!("X{n:03}"))
                        .find(|it| !others(it))
                } else {
                    None
                };
                let code_was = free.map(|free| std::mem::replace(&mut rule.code, free));
                taken.push((rule.code.clone(), rule.id.clone()));
                PackRow {
                    step: if here.is_some() {
                        PackStep::Replaces
                    } else {
                        PackStep::New
                    },
                    rule,
                    code_was,
                }
            })
            .collect()
    }
}
