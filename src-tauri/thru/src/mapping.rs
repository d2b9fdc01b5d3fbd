//! The user's choices about a table: a file in TOML or JSON, and the options that stand for parts of it.

use crate::args::say;
use crate::failure::Failure;
use clap::{Arg, ArgMatches};
use portfolio::error::Words;
use portfolio::exchange::Mapping;
use portfolio::model::Lang;
use std::path::PathBuf;

/// Longest mapping that is read, in bytes; a long one has a few kilobytes.
const MOST: u64 = 1024 * 1024;

pub(crate) fn args(lang: Lang) -> [Arg; 2] {
    [
        Arg::new("mapping")
            .long("mapping")
            .value_name("MAPPING")
            .value_parser(clap::value_parser!(PathBuf))
            .help(say(
                lang,
                "Choices about the table, as .toml or .json",
                "Choix sur le tableau, en .toml ou .json",
            ))
            .long_help(say(
                lang,
                "Choices about the table, as .toml or .json. All are optional; what is not chosen is recognised, and\n`inspect --format json` shows every choice under “mapping”. For instance:\n\n  sheet = \"Projects\"\n  header_row = 3\n  currency = \"EUR\"\n  scale = \"thousands\"      # ones, thousands, millions, billions\n  day_first = true\n  as_of = \"2023-03-31\"     # the day of ratings that carry none; or: undated = true\n\n  [roles]                  # column letter = role\n  A = \"external_key\"\n  B = \"title\"\n  F = \"budget\"\n  G = \"ignore\"",
                "Choix sur le tableau, en .toml ou .json. Tous sont facultatifs\u{a0}; ce qui n’est pas choisi est reconnu, et\n`inspect --format json` montre chaque choix sous «\u{a0}mapping\u{a0}». Par exemple\u{a0}:\n\n  sheet = \"Projets\"\n  header_row = 3\n  currency = \"EUR\"\n  scale = \"thousands\"      # ones, thousands, millions, billions\n  day_first = true\n  as_of = \"2023-03-31\"     # le jour des évaluations sans date\u{a0}; ou\u{a0}: undated = true\n\n  [roles]                  # lettre de colonne = rôle\n  A = \"external_key\"\n  B = \"title\"\n  F = \"budget\"\n  G = \"ignore\"",
            )),
        Arg::new("sheet")
            .long("sheet")
            .value_name(say(lang, "SHEET", "FEUILLE"))
            .help(say(lang, "The sheet that holds the table", "La feuille qui contient le tableau")),
    ]
}

/// The mapping of the arguments; `--sheet` wins over the file.
pub(crate) fn of(matches: &ArgMatches) -> Result<Mapping, Failure> {
    let mut mapping = match matches.get_one::<PathBuf>("mapping") {
        Some(path) => read(path)?,
        None => Mapping::default(),
    };
    if let Some(sheet) = matches.get_one::<String>("sheet") {
        mapping.sheet = Some(sheet.clone());
    }
    Ok(mapping)
}

fn read(path: &PathBuf) -> Result<Mapping, Failure> {
    let unusable = |why: &str| {
        let shown = path.display();
        Failure::wrong(
            Words::new(
                format!("The mapping {shown} cannot be used: {why}. Nothing was read or written."),
                format!("Le mapping {shown} est inutilisable : {why}. Rien n’a été lu ni écrit."),
            ),
            Words::new(
                "“thru import --help” shows an example.",
                "« thru import --help » montre un exemple.",
            ),
        )
    };
    let size = std::fs::metadata(path)
        .map_err(|it| unusable(&it.to_string()))?
        .len();
    if size > MOST {
        return Err(unusable("> 1 MB"));
    }
    let text = std::fs::read_to_string(path).map_err(|it| unusable(&it.to_string()))?;
    let is_json = path
        .extension()
        .is_some_and(|it| it.eq_ignore_ascii_case("json"));
    if is_json {
        serde_json::from_str(&text).map_err(|it| unusable(&it.to_string()))
    } else {
        toml::from_str(&text).map_err(|it| unusable(it.to_string().trim_end()))
    }
}
