//! `thru export`: the whole portfolio in a form that others can read.

use crate::args::{file, path, say};
use crate::failure::{Failure, Verdict};
use crate::terminal::Terminal;
use clap::{Arg, ArgMatches, Command};
use portfolio::error::Words;
use portfolio::exchange::{json, save};
use portfolio::model::Lang;
use portfolio::store::Access;
use portfolio::workspace::Workspace;
use std::path::PathBuf;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("export")
        .about(say(
            lang,
            "Write the whole portfolio as throughline.portfolio/1 JSON",
            "Écrire tout le portefeuille en JSON throughline.portfolio/1",
        ))
        .arg(file(lang))
        .arg(
            Arg::new("to")
                .long("to")
                .value_name(say(lang, "PATH", "CHEMIN"))
                .required(true)
                .value_parser(clap::value_parser!(PathBuf))
                .help(say(
                    lang,
                    "Where to write, a .json file",
                    "Où écrire, un fichier .json",
                )),
        )
}

pub(crate) fn run(matches: &ArgMatches, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let to = path(matches, "to");
    if !to
        .extension()
        .is_some_and(|it| it.eq_ignore_ascii_case("json"))
    {
        let shown = to.display();
        return Err(Failure::wrong(
            Words::new(
                format!("{shown} is not a form that is written. Nothing was written."),
                format!("{shown} n’est pas une forme qui s’écrit. Rien n’a été écrit."),
            ),
            Words::new(
                "Give a name that ends in .json.",
                "Donnez un nom qui finit par .json.",
            ),
        ));
    }
    let workspace = Workspace::open(&path(matches, "file"), Access::ReadOnly, terminal.lang())?;
    let text = json::write(workspace.portfolio())?;
    workspace.close()?;
    save(&to, text.as_bytes())?;
    terminal.line(&to.display().to_string())?;
    Ok(Verdict::Done)
}
