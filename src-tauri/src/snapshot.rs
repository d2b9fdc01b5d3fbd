//! Which form a snapshot takes, by the ending of the path, and the words for an ending that none has.

use portfolio::error::Words;
use portfolio::model::Lang;
use portfolio::rules;
use portfolio::workspace::Workspace;
use portfolio::{Code, Error, Result};
use press::Frozen;
use std::path::Path;

/// The portfolio as it stands, in the form that the path asks for.
///
/// # Errors
/// `BadValue` for an ending that no form has; then nothing was made.
pub(crate) fn write(workspace: &Workspace, path: &Path, lang: Lang) -> Result<String> {
    let ending = path
        .extension()
        .map(|it| it.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    let form: fn(&Frozen, Lang) -> Result<String> = match ending.as_str() {
        "html" | "htm" => press::html,
        "md" => |frozen, lang| Ok(press::markdown(frozen, lang)),
        "json" => press::json,
        _ => return Err(no_form(&ending)),
    };
    let frozen = Frozen::new(
        workspace.portfolio().clone(),
        workspace.all_findings(),
        rules::catalog_in(lang, workspace.portfolio().settings()),
        workspace.as_of(),
        rules::PACK,
    )?;
    form(&frozen, lang)
}

fn no_form(ending: &str) -> Error {
    Error::new(
        Code::BadValue,
        Words::new(
            format!("A snapshot cannot be written as “.{ending}”. Nothing was written."),
            format!("Un instantané ne peut pas être écrit en « .{ending} ». Rien n’a été écrit."),
        ),
        Words::new(
            "Choose a name that ends in .html, .md or .json.",
            "Choisissez un nom qui se termine par .html, .md ou .json.",
        ),
    )
}
