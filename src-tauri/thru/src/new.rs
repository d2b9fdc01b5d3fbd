//! `thru new`: an empty portfolio, or the sample.

use crate::args::{file, path, say};
use crate::failure::{Failure, Verdict};
use crate::terminal::{Terminal, clean};
use clap::{Arg, ArgAction, ArgMatches, Command};
use portfolio::model::Lang;
use portfolio::workspace::Workspace;

pub(crate) fn command(lang: Lang) -> Command {
    Command::new("new")
        .about(say(
            lang,
            "Make an empty portfolio",
            "Créer un portefeuille vide",
        ))
        .arg(file(lang))
        .arg(
            Arg::new("title")
                .long("title")
                .value_name(say(lang, "TITLE", "TITRE"))
                .conflicts_with("sample")
                .help(say(
                    lang,
                    "What it is called on a snapshot (default: the file’s name)",
                    "Son nom sur un instantané (par défaut : le nom du fichier)",
                )),
        )
        .arg(
            Arg::new("sample")
                .long("sample")
                .action(ArgAction::SetTrue)
                .help(say(
                    lang,
                    "Fill it with the sample: a hospital group with all five myths in it",
                    "Le remplir avec l’exemple : un groupe hospitalier et ses cinq mythes",
                )),
        )
}

pub(crate) fn run(matches: &ArgMatches, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let path = path(matches, "file");
    let lang = terminal.lang();
    let workspace = if matches.get_flag("sample") {
        Workspace::create_sample(&path, lang)?
    } else {
        let stem = path
            .file_stem()
            .map(|it| it.to_string_lossy().into_owned())
            .unwrap_or_default();
        let title = matches.get_one::<String>("title").cloned().unwrap_or(stem);
        Workspace::create(&path, &title, lang)?
    };
    let title = clean(&workspace.portfolio().settings().title);
    workspace.close()?;
    let shown = path.display();
    terminal.line(&match lang {
        Lang::En => format!("“{title}” is in {shown}"),
        Lang::Fr => format!("«\u{a0}{title}\u{a0}» est dans {shown}"),
    })?;
    Ok(Verdict::Done)
}
