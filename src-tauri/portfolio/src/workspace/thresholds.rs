//! Refuses a threshold that its rule does not know: it would be kept, change nothing, and nobody would hear of it. The
//! edits cannot ask, because they know nothing of rules.

use crate::edit::Edit;
use crate::error::{Code, Error, Result, Words};
use crate::model::{Portfolio, RuleSetting};
use crate::rules;

/// # Errors
/// `BadId` for the first threshold that is newly set and that its rule does not have.
pub(super) fn check(portfolio: &Portfolio, edits: &[Edit]) -> Result<()> {
    let there = &portfolio.settings().rules;
    for edit in edits {
        let fault = match edit {
            Edit::SetRule { code, setting } => fault(code, setting),
            Edit::SetSettings { settings } => {
                let mut set = settings.rules.iter();
                // What stands there already came by another way, and is no reason to refuse the rest.
                set.find_map(|(code, it)| {
                    let is_new = there.get(code) != Some(it);
                    is_new.then(|| fault(code, it)).flatten()
                })
            }
            _ => None,
        };
        if let Some((message, hint)) = fault {
            return Err(Error::new(Code::BadId, message, hint));
        }
    }
    Ok(())
}

/// What is wrong, and what is possible.
fn fault(code: &str, setting: &RuleSetting) -> Option<(Words, Words)> {
    let names = rules::thresholds(code);
    let mut set = setting.parameters.keys();
    let name = set.find(|it| !names.contains(&it.as_str()))?;
    let hint = if names.is_empty() {
        Words::new(
            format!("{code} has no threshold: leave it out."),
            format!("{code} n’a pas de seuil : retirez-le."),
        )
    } else {
        let all = names.join(", ");
        Words::new(
            format!("{code} has these thresholds: {all}."),
            format!("{code} a pour seuils : {all}."),
        )
    };
    Some((
        Words::new(
            format!("The rule {code} has no threshold “{name}”. Nothing was changed."),
            format!("La règle {code} n’a pas de seuil « {name} ». Rien n’a été modifié."),
        ),
        hint,
    ))
}
