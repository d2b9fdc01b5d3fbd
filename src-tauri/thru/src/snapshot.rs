//! `thru snapshot`: one frozen state on paper, in as many forms as asked.

use crate::args::{accept_rules, as_of, file, path, paths, say};
use crate::failure::{Failure, Verdict};
use crate::terminal::Terminal;
use clap::{Arg, ArgAction, ArgMatches, Command};
use portfolio::error::Words;
use portfolio::exchange::save;
use portfolio::model::{Date, Lang};
use portfolio::rules::{self, Accepted, OwnState};
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use press::Frozen;
use std::path::{Path, PathBuf};

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("snapshot")
        .about(say(
            lang,
            "Freeze the portfolio and write it as a page, a text or data",
            "Figer le portefeuille et l’écrire en page, en texte ou en données",
        ))
        .arg(file(lang))
        .arg(
            Arg::new("to")
                .long("to")
                .value_name(say(lang, "PATH", "CHEMIN"))
                .required(true)
                .action(ArgAction::Append)
                .value_parser(clap::value_parser!(PathBuf))
                .help(say(
                    lang,
                    "Where to write, by ending: .html .md .json; may be given several times",
                    "Où écrire, selon la fin du nom : .html .md .json ; peut être répété",
                )),
        )
        .arg(as_of(lang))
        .arg(accept_rules(lang))
}

#[derive(Clone, Copy)]
enum Form {
    Html,
    Markdown,
    Json,
}

fn form(path: &Path) -> Result<Form, Failure> {
    let ending = path
        .extension()
        .map(|it| it.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    match ending.as_str() {
        "html" | "htm" => Ok(Form::Html),
        "md" => Ok(Form::Markdown),
        "json" => Ok(Form::Json),
        _ => {
            let shown = path.display();
            Err(Failure::wrong(
                Words::new(
                    format!("{shown} is not a form that is written. Nothing was written."),
                    format!("{shown} n’est pas une forme qui s’écrit. Rien n’a été écrit."),
                ),
                Words::new(
                    "Give a name that ends in .html, .md or .json.",
                    "Donnez un nom qui finit par .html, .md ou .json.",
                ),
            ))
        }
    }
}

pub(crate) fn run(matches: &ArgMatches, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let lang = terminal.lang();
    let targets = paths(matches, "to")
        .into_iter()
        .map(|path| form(&path).map(|form| (path, form)))
        .collect::<Result<Vec<_>, _>>()?;
    let date = matches.get_one::<Date>("as-of").copied();
    let accept = matches.get_flag("accept-rules");
    let (frozen, _) = freeze(&path(matches, "file"), date, accept, lang)?;
    // All are made before the first is written, so that a fault leaves no half of the set.
    let made = targets
        .into_iter()
        .map(|(path, form)| {
            let text = match form {
                Form::Html => press::html(&frozen, lang)?,
                Form::Markdown => press::markdown(&frozen, lang),
                Form::Json => press::json(&frozen, lang)?,
            };
            Ok((path, text))
        })
        .collect::<Result<Vec<_>, Failure>>()?;
    for (path, text) in made {
        save(&path, text.as_bytes())?;
        terminal.line(&path.display().to_string())?;
    }
    Ok(Verdict::Done)
}

/// The portfolio of a file with what the rules say of it at a date, today when none is given; and how the rules that
/// came with the file fare, which are run only when they are accepted.
pub(crate) fn freeze(
    file: &Path,
    date: Option<Date>,
    accept: bool,
    lang: Lang,
) -> Result<(Frozen, Vec<OwnState>), Failure> {
    let mut workspace = Workspace::open(file, Access::ReadOnly, lang)?;
    if let Some(date) = date {
        workspace.set_as_of(date);
    }
    if accept {
        workspace.set_accepted(Accepted::all(workspace.portfolio()));
    }
    let own = workspace.own_rules();
    let mut texts = rules::catalog_in(lang, workspace.portfolio().settings());
    texts.extend(workspace.own_catalog());
    let frozen = Frozen::new(
        workspace.portfolio().clone(),
        workspace.all_findings(),
        texts,
        workspace.as_of(),
        rules::PACK,
    )?;
    workspace.close()?;
    Ok((frozen, own))
}
