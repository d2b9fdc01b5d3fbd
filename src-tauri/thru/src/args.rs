//! The list of subcommands, in the language that was asked for, and the way from arguments to exit status.

use crate::failure::{self, Failure, Verdict};
use crate::terminal::Terminal;
use crate::{check, export, import, inspect, myths, new, recover, rule, score, snapshot};
use clap::{Arg, ArgAction, ArgMatches, Command};
use portfolio::model::{Date, Lang};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// One of two texts.
pub(crate) fn say(lang: Lang, en: &'static str, fr: &'static str) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Fr => fr,
    }
}

pub(crate) fn run(args: Vec<OsString>) -> ExitCode {
    let lang = language(&args);
    let matches = match command(lang).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(asked) => {
            // Help goes to standard output, a wrong usage to standard error; a closed pipe is nobody's fault.
            let _ = asked.print();
            return ExitCode::from(u8::try_from(asked.exit_code()).unwrap_or(2));
        }
    };
    let mut terminal = Terminal::new(lang);
    let answer = dispatch(&matches, &mut terminal).and_then(|verdict| {
        terminal.flush()?;
        Ok(verdict)
    });
    match answer {
        Ok(Verdict::Done) => ExitCode::SUCCESS,
        Ok(Verdict::Found) => ExitCode::from(1),
        Err(failure) => {
            let as_json = matches.subcommand().is_some_and(|(_, of)| wants_json(of));
            failure::tell(&failure, as_json, lang)
        }
    }
}

/// The language has to be known before the arguments are read, because their help is told in it.
fn language(args: &[OsString]) -> Lang {
    let mut words = args.iter().skip(1).map(|arg| arg.to_string_lossy());
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--lang") {
            Some("") => words.next().map(|it| it.into_owned()),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        if value.as_deref() == Some("fr") {
            return Lang::Fr;
        }
    }
    Lang::En
}

fn command(lang: Lang) -> Command {
    Command::new("thru")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say(
            lang,
            "Shows whether what an organisation does still hangs together with why it does it",
            "Montre si ce que fait une organisation tient encore avec le pourquoi elle le fait",
        ))
        .after_help(say(
            lang,
            "Exit status: 0 done, 1 findings at or above --fail-on, 2 wrong usage, unusable input or a gate with a rule that could not be run.",
            "Code de sortie : 0 fait, 1 constats au niveau de --fail-on ou au-dessus, 2 mauvais usage, entrée inutilisable ou contrôle dont une règle n’a pas pu être exécutée.",
        ))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .help_template(template(lang))
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .global(true)
                .action(ArgAction::Help)
                .help(say(lang, "Print help", "Afficher l’aide")),
        )
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(say(lang, "Print version", "Afficher la version")),
        )
        .subcommand_help_heading(say(lang, "Commands", "Commandes"))
        .arg(
            Arg::new("lang")
                .long("lang")
                .global(true)
                .value_name("LANG")
                .value_parser(["en", "fr"])
                .default_value("en")
                .hide_default_value(true)
                .hide_possible_values(true)
                .help(say(lang, "Language of every answer: en (default) or fr", "Langue de toutes les réponses : en (par défaut) ou fr")),
        )
        .subcommands(
            [
                new::command(lang),
                inspect::command(lang),
                import::command(lang),
                check::command(lang),
                score::command(lang),
                myths::command(lang),
                rule::command(lang),
                snapshot::command(lang),
                export::command(lang),
                recover::command(lang),
            ]
            .map(|it| it.help_template(template(lang))),
        )
}

fn template(lang: Lang) -> &'static str {
    say(
        lang,
        "{about-with-newline}\nUsage: {usage}\n\n{all-args}{after-help}",
        "{about-with-newline}\nUtilisation : {usage}\n\n{all-args}{after-help}",
    )
}

fn dispatch(matches: &ArgMatches, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    match matches.subcommand() {
        Some(("new", of)) => new::run(of, terminal),
        Some(("inspect", of)) => inspect::run(of, terminal),
        Some(("import", of)) => import::run(of, terminal),
        Some(("check", of)) => check::run(of, terminal),
        Some(("score", of)) => score::run(of, terminal),
        Some(("myths", of)) => myths::run(of, terminal),
        Some(("rule", of)) => rule::run(of, terminal),
        Some(("snapshot", of)) => snapshot::run(of, terminal),
        Some(("export", of)) => export::run(of, terminal),
        Some(("recover", of)) => recover::run(of, terminal),
        // clap lets no other through.
        _ => Ok(Verdict::Done),
    }
}

/// The portfolio file that a subcommand works on.
pub(crate) fn file(lang: Lang) -> Arg {
    Arg::new("file")
        .value_name(say(lang, "FILE", "FICHIER"))
        .required(true)
        .value_parser(clap::value_parser!(PathBuf))
        .help(say(
            lang,
            "The portfolio (.thru)",
            "Le portefeuille (.thru)",
        ))
}

pub(crate) fn path(matches: &ArgMatches, name: &str) -> PathBuf {
    matches
        .get_one::<PathBuf>(name)
        .cloned()
        .unwrap_or_default()
}

pub(crate) fn paths(matches: &ArgMatches, name: &str) -> Vec<PathBuf> {
    matches
        .get_many::<PathBuf>(name)
        .into_iter()
        .flatten()
        .cloned()
        .collect()
}

pub(crate) fn as_of(lang: Lang) -> Arg {
    Arg::new("as-of")
        .long("as-of")
        .value_name("DATE")
        .value_parser(day)
        .help(say(
            lang,
            "Run the rules for this date, YYYY-MM-DD (default: today)",
            "Exécuter les règles à cette date, AAAA-MM-JJ (par défaut : aujourd’hui)",
        ))
}

/// A day as it is promised: `chrono` takes “2026-2-3” as well, which some read as the second of March.
fn day(text: &str) -> Result<Date, &'static str> {
    let day: Option<Date> = text.parse().ok();
    day.filter(|it| it.to_string() == text)
        .ok_or("YYYY-MM-DD, 2026-02-03")
}

/// Whether the rules that somebody wrote into the file are run.
pub(crate) fn accept_rules(lang: Lang) -> Arg {
    Arg::new("accept-rules")
        .long("accept-rules")
        .action(ArgAction::SetTrue)
        .help(say(
            lang,
            "Run the rules that come with the file as well; without it they stay off",
            "Exécuter aussi les règles venues avec le fichier ; sans cela elles restent inactives",
        ))
}

pub(crate) fn format(lang: Lang) -> Arg {
    Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(["text", "json"])
        .default_value("text")
        .hide_default_value(true)
        .hide_possible_values(true)
        .help(say(
            lang,
            "How to answer: text (default) or json; an error, on standard error, alike",
            "Forme de la réponse : text (par défaut) ou json ; une erreur, sur la sortie d’erreur, de même",
        ))
}

/// Whether the subcommand has forms of answering, and JSON was asked for.
pub(crate) fn wants_json(matches: &ArgMatches) -> bool {
    matches
        .try_get_one::<String>("format")
        .is_ok_and(|it| it.is_some_and(|it| it == "json"))
}
