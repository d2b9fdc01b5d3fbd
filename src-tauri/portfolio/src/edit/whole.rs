//! What every batch must leave behind, whichever verbs it is made of: one id for one record, and nothing named by a new
//! record that is not there. A document of the portfolio is read by the same two laws.
//!
//! Ids are held step by step. References are held at the end, because a file may name what it brings only later.

use super::{Draft, refusal};
use crate::error::Result;

/// Whether the records added since a step began have ids of their own.
pub(super) fn ids(draft: &Draft<'_>, since: usize) -> Result<()> {
    for record in draft.added(since) {
        let id = record.id();
        if draft.portfolio().count_called(&id) > 1 {
            return Err(refusal::id_taken(id.as_str()));
        }
    }
    Ok(())
}

/// Whether everything is there that the added records name, as far as they are still there themselves.
pub(super) fn references(draft: &Draft<'_>) -> Result<()> {
    let portfolio = draft.portfolio();
    for record in draft.added(0).filter_map(|it| portfolio.current(it)) {
        if let Some(gone) = record.references().iter().find(|it| !portfolio.has(it)) {
            return Err(refusal::not_found(gone.id));
        }
    }
    Ok(())
}
