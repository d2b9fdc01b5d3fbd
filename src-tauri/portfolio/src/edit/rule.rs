//! Rules of one's own: written, changed, removed. What their expressions mean is judged where they are run; here
//! only that a rule can be named and told.

use super::{Draft, refusal};
use crate::error::Result;
use crate::model::{OwnRule, Record, RuleId};

pub(super) fn put(draft: &mut Draft<'_>, rule: &OwnRule) -> Result<()> {
    let portfolio = draft.portfolio();
    if !rule.id.is_well_formed() {
        return Err(refusal::bad_id(rule.id.as_str()));
    }
    let taken = portfolio
        .own_rules()
        .any(|it| it.code == rule.code && it.id != rule.id);
    match rule.misfit() {
        _ if taken => Err(refusal::code_taken(&rule.code)),
        Some("code") => Err(refusal::not_own_code(&rule.code)),
        Some("name") => Err(refusal::bad_name(&rule.code, &rule.name)),
        Some(field) => Err(refusal::bad_rule(&rule.code, field)),
        None => {
            draft.put(Record::OwnRule(rule.clone()));
            Ok(())
        }
    }
}

pub(super) fn remove(draft: &mut Draft<'_>, id: &RuleId) -> Result<()> {
    let rule = draft
        .portfolio()
        .own_rule(id)
        .cloned()
        .ok_or_else(|| refusal::not_found(id.as_str()))?;
    draft.take(Record::OwnRule(rule));
    Ok(())
}
