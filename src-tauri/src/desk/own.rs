//! Rules of one's own at the desk: tried while they are written, accepted on this machine, carried as packs.

use super::{Desk, nothing_open};
use portfolio::Result;
use portfolio::exchange;
use portfolio::model::{ElementKind, OwnRule, RuleId};
use portfolio::rules::{self, OwnState, RuleHelp, RulePreview};
use portfolio::workspace::{Changed, PackRow, View, Workspace};
use std::path::Path;

impl Desk {
    pub(super) fn lying_open(&self) -> Result<&Workspace> {
        self.workspace.as_ref().ok_or_else(nothing_open)
    }

    /// Remembers for the next file what was accepted in this one.
    pub(super) fn remember_accepted(&mut self) {
        if let Some(workspace) = &self.workspace {
            self.memory.accept(workspace.accepted().iter());
        }
    }

    /// # Errors
    /// `NoPortfolio`.
    pub fn own_rules(&self) -> Result<Vec<OwnState>> {
        Ok(self.lying_open()?.own_rules())
    }

    /// # Errors
    /// `NoPortfolio`.
    pub fn preview_rule(&self, rule: &OwnRule) -> Result<RulePreview> {
        Ok(self.lying_open()?.preview_rule(rule))
    }

    /// What a rule about elements of a kind can name.
    #[must_use]
    pub fn rule_help(&self, kind: ElementKind) -> RuleHelp {
        rules::rule_help(kind, self.lang)
    }

    /// Accepts rules that came with a file; answers with the portfolio judged anew.
    ///
    /// # Errors
    /// `NoPortfolio`, `OtherPortfolio`, or what kept the history from being read.
    pub fn accept_rules(&mut self, session: u32, rules: &[RuleId]) -> Result<View> {
        self.meant(session)?.accept_rules(rules);
        self.remember_accepted();
        self.view()
    }

    /// # Errors
    /// `NoPortfolio`, or what kept the file from being written.
    pub fn export_rules(&self, path: &Path, rules: &[RuleId]) -> Result<()> {
        exchange::save(path, self.lying_open()?.write_pack(rules)?.as_bytes())
    }

    /// # Errors
    /// `NoPortfolio`, or when the file cannot be read or is no pack.
    pub fn preview_rules(&self, path: &Path) -> Result<Vec<PackRow>> {
        self.lying_open()?.preview_pack(path)
    }

    /// # Errors
    /// As [`Desk::preview_rules`], or what kept the portfolio from being written.
    pub fn import_rules(&mut self, session: u32, path: &Path, rules: &[RuleId]) -> Result<Changed> {
        Ok(self.meant(session)?.import_pack(path, rules)?.changed)
    }
}
