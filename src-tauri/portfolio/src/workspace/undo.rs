//! Steps taken back and done again: recorded values, never a counter-edit.

use super::{Changed, Look, Workspace};
use crate::error::{Code, Error, Result, Words};
use crate::model::Diff;
use crate::store::Step;

impl Workspace {
    /// Takes the last step back.
    ///
    /// # Errors
    /// `NothingToUndo`, or what kept the file from being written.
    pub fn undo(&mut self) -> Result<Changed> {
        let step = self.store.to_undo()?.ok_or_else(nothing_to_undo)?;
        let diff = step.diff.inverse();
        self.replay(&step, diff, true)
    }

    /// Does the step again that was undone last.
    ///
    /// # Errors
    /// `NothingToUndo`, or what kept the file from being written.
    pub fn redo(&mut self) -> Result<Changed> {
        let step = self.store.to_redo()?.ok_or_else(nothing_to_undo)?;
        let diff = step.diff.clone();
        self.replay(&step, diff, false)
    }

    /// Writes the diff of a step that is undone or redone.
    fn replay(&mut self, step: &Step, diff: Diff, undone: bool) -> Result<Changed> {
        match self.store.replay(step, &diff, undone) {
            Err(error) if error.code == Code::ChangedOutside && self.look() == Look::Same => {
                self.store.replay(step, &diff, undone)?;
            }
            other => other?,
        }
        self.portfolio.apply(&diff);
        self.outside.follow(&diff);
        self.revision += 1;
        Ok(self.changed(diff))
    }
}

fn nothing_to_undo() -> Error {
    Error::new(
        Code::NothingToUndo,
        Words::new(
            "There is no step to take back or to do again.",
            "Il n’y a rien à annuler ni à rétablir.",
        ),
        Words::new("Nothing was changed.", "Rien n’a été modifié."),
    )
}
